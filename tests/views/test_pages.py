"""Every page runs over a real store, says what it should, and answers to what users do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph_model import load
from graph_model.querybook import ask
from graph_model.store import Settings, Store
from ingest import lexicon, pipeline
from ingest.batch import facts_of
from ingest.lexicon import default
from ingest.numerals import chinese
from ingest.source import Source
from tests.align.conftest import LOWER, UPPER
from views.parts import documents
from views.parts.pages import PAGES, PageInfo, astray


def opened(root: Path, file: str, **query: str) -> AppTest:
    """A page as a user opens it from a link."""
    app = AppTest.from_file(str(root / "app.py"), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(file)
    return app.run()


def words(app: AppTest) -> str:
    """All that the page says outside its own components."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning)
    return "\n".join(str(e.value) for kind in kinds for e in kind)


@pytest.mark.parametrize("page", PAGES, ids=[p.title for p in PAGES])
def test_every_page_opens_without_an_error(root: Path, page: PageInfo) -> None:
    app = opened(root, page.file)
    assert not app.exception
    assert not app.error
    assert app.title[0].value in (page.title, "法图")


def test_a_draft_is_said_to_be_one_on_every_page_that_shows_a_text(root: Path) -> None:
    for page in PAGES[:5]:
        assert "征求意见稿，尚未生效" in words(opened(root, page.file)), page.title


@pytest.mark.parametrize(
    ("address", "path", "reason"),
    [
        ("http://localhost:8501/nowhere?at=20", "nowhere", "no page has it"),
        ("http://localhost:8501/%E6%B2%A1%E6%9C%89/", "没有", "as a person reads it"),
        ("http://localhost:8501/reading?at=20", None, "a page"),
        ("http://localhost:8501/", None, "the first page"),
        ("http://localhost:8501/a%2Fb", None, "a page cannot have a slash in its path"),
        (None, None, "not known yet"),
    ],
)
def test_an_address_that_no_page_has(address: str | None, path: str | None, reason: str) -> None:
    assert astray(address) == path, reason


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("20.1.1", "第二十条第（一）项"),
        ("第二十条第一款第（一）项", "第二十条第（一）项"),
        ("99", "这份文本没有第九十九条"),
        ("abc", "不是条文地址"),
        ("20.1.9", "已转到上一级"),
    ],
)
def test_an_address_in_either_form_goes_to_its_place(root: Path, at: str, said: str) -> None:
    assert said in words(opened(root, "views/reading.py", at=at))


def test_a_township_post_sees_its_own_frequency(root: Path) -> None:
    app = opened(root, "views/duties.py", posts="township-党委-main")
    often = [c for f in app.dataframe if "频次" in f.value for c in f.value["频次"]]
    assert "乡镇党委会每季度不少于1次" in often
    assert not [c for c in often if "县级以上党委常委会" in c]


def test_a_post_without_duties_is_told_so(root: Path) -> None:
    app = opened(root, "views/duties.py", posts="township-党委-other")
    assert "文中没有单列这一岗位的职责" in words(app)


def test_everyday_names_find_posts(root: Path) -> None:
    app = opened(root, "views/duties.py")
    app.text_input(key="typed").input("安委会主任").run()
    assert "县级以上政府主要负责人、乡镇（街道）政府主要负责人" in words(app)
    app.text_input(key="typed").input("不存在的称呼").run()
    assert "没有找到与" in words(app)


def test_what_follows_a_violation(root: Path) -> None:
    app = opened(root, "views/accountability.py", at="20.1.1")
    table = app.dataframe[0].value
    months = {r["处理方式"]: r["影响期（月）"] for _, r in table.iterrows()}
    assert (months["诫勉"], months["降职"]) == ("6", "24")
    assert "违反的职责（24）" in words(app)


def test_search_finds_and_says_when_it_does_not(root: Path) -> None:
    assert "找到 2 处" in words(opened(root, "views/search.py", q="听取汇报"))
    assert "没有找到" in words(opened(root, "views/search.py", q="不存在的词句"))
    assert "输入要找的词" in words(opened(root, "views/search.py"))


def test_the_lesson_has_its_parts(root: Path) -> None:
    app = opened(root, "views/lesson.py")
    assert [h.value for h in app.header] == [
        "内容提纲",
        "关键用语",
        "岗位卡",
        "谁、多久、做什么",
        "追责阶梯",
        "讨论题",
    ]


def test_the_library_says_what_is_missing_and_how_to_get_it(root: Path) -> None:
    app = opened(root, "views/library.py")
    rows = app.dataframe[0].value
    assert len(rows) == 6
    assert set(rows["信息"]) == {"未核实"}
    assert any("可能没有公开发布" in a for a in rows["怎样取得"])


def test_a_link_to_a_text_that_is_not_there(root: Path) -> None:
    said = words(opened(root, "views/reading.py", doc="没有这份@2020"))
    assert "链接所指的文本没有载入" in said


@pytest.mark.parametrize("page", PAGES, ids=[p.title for p in PAGES])
def test_a_store_that_is_down_is_one_sentence_on_every_page(
    root: Path, page: PageInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FATU_NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("FATU_NEO4J_PASSWORD", "x")
    app = opened(root, page.file)
    assert not app.exception
    (error,) = app.error
    assert "连不上图谱服务" in error.value
    assert [b.label for b in app.button] == ["重试"]


def test_the_check_lists_what_to_look_at(root: Path) -> None:
    app = opened(root, "views/check.py")
    assert "检查了 1 件文本的 10 处引用" in words(app)
    assert "自称与标题不一致（1）" in words(app)
    document = app.selectbox[0].options[1]
    assert "征求意见稿" in document
    app.selectbox[0].select_index(1).run()
    assert "征求意见稿，尚未生效" in words(app)


def test_the_duties_of_a_body_in_all_texts(root: Path) -> None:
    app = opened(root, "views/duties.py", bodies="安全生产委员会办公室")
    said = words(app)
    assert "《苏州市党政领导干部安全生产责任制规定实施办法》" in said
    assert [f for f in app.dataframe if "罚则数" in f.value]


def test_a_body_that_has_no_norm_is_told_so(root: Path) -> None:
    app = opened(root, "views/duties.py")
    app.radio(key="scope").set_value("全部文本里的机关、单位和岗位").run()
    app.text_input(key="party").input("不存在的机关").run()
    assert "没有规范写给名称含" in words(app)


@pytest.fixture
def two_texts(home: str) -> Iterator[tuple[str, str]]:
    """A law and a regulation under it, loaded for one test; their ids."""
    with Store.open(Settings(home=Path(home))) as store:
        ids = []
        for path in (UPPER, LOWER):
            facts = facts_of(path)
            load.load(store, facts, tokens=default().tokens)
            ids.append(facts.document.id)
        yield ids[0], ids[1]
        for document in ids:
            load.remove(store, document)


def test_the_comparison_wants_two_texts(root: Path) -> None:
    assert "上下位对照需要至少两份文本" in words(opened(root, "views/align.py"))


def test_the_comparison_lists_omissions_then_pairs(root: Path, two_texts: tuple[str, str]) -> None:
    app = opened(root, "views/align.py", upper=two_texts[0], lower=two_texts[1])
    assert not app.exception
    headers = [h.value for h in app.header]
    assert headers[:2] == ["上位要求而下位没有的（2）", "逐条对照（12）"]
    assert "征求意见稿，尚未生效" in words(app)
    assert "主体少了“水文机构”、“海事管理机构”" in words(app)
    app.button_group(key="align-kinds").set_value(["repeats"]).run()
    shown = [m.value for m in app.markdown if "把握" in m.value]
    assert len(shown) == 1
    assert shown[0].startswith("**重复**")


def test_the_comparison_says_when_no_language_model_was_asked(
    root: Path, two_texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FATU_MODEL", "0")
    app = opened(root, "views/align.py", upper=two_texts[0], lower=two_texts[1])
    assert "换了说法的对应条文会漏掉一些" in words(app)


def test_the_comparison_asks_for_what_is_not_chosen(root: Path, two_texts: tuple[str, str]) -> None:
    app = opened(root, "views/align.py", upper=two_texts[0], lower="没有@2020")
    assert "链接所指的文本没有载入" in words(app)
    assert "请选择两份文本。" in words(app)


# -- many texts ----------------------------------------------------------------------------------------

LONG = "某市节水条例\n第一条 节约用水。\n" + "".join(
    f"第{chinese(n)}条 依照本条例第一条办理。\n" for n in range(2, 142)
)
OTHER = "某县节水办法\n第一条 依照《某市节水条例》第三条办理。\n"


@pytest.fixture(scope="module")
def many(home: str) -> Iterator[dict[str, str]]:
    """A long text and one that cites it, beside the regulation; the ids of all by their titles."""
    with Store.open(Settings(home=Path(home))) as store:
        load.prepare(store)
        for name, words in (("节水.txt", LONG), ("办法.txt", OTHER)):
            facts = pipeline.parse(Source.of_text(words, name))
            load.load(store, facts, tokens=lexicon.default().tokens)
        ids = {row["title"]: row["doc"] for row in ask(store, "documents").rows}
        yield ids
        for title in ("某市节水条例", "某县节水办法"):
            load.remove(store, ids[title])


@pytest.fixture
def crowded(many: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The same texts, taken for many."""
    monkeypatch.setattr(documents, "FEW", 1)
    return many


@pytest.mark.parametrize("page", PAGES, ids=[p.title for p in PAGES])
def test_every_page_opens_among_many_texts(
    root: Path, page: PageInfo, crowded: dict[str, str]
) -> None:
    app = opened(root, page.file)
    assert not app.exception
    assert not app.error
    assert not [s for s in app.selectbox if s.label == "文本"]


def test_a_text_of_many_is_found_by_its_title_and_kept_for_the_next_page(
    root: Path, crowded: dict[str, str]
) -> None:
    app = opened(root, "views/reading.py")
    assert f"共 {len(crowded)} 件文本" in words(app)
    app.text_input(key="choose-title").input("节水 条例").run()
    assert "共 1 件文本" in words(app)
    app = opened(root, "views/reading.py", doc=crowded["某市节水条例"])
    assert "某市节水条例" in words(app)
    del app.query_params["doc"]
    app.switch_page("views/trace.py").run()
    assert "某市节水条例" in words(app)


def test_all_that_cites_is_told_by_page(root: Path, many: dict[str, str]) -> None:
    given = {"doc": many["某市节水条例"], "at": "1", "view": "全部被引用处"}
    first = words(opened(root, "views/trace.py", **given))
    assert "**被引用**（140）　来自 1 件文本" in first
    assert "第 1 页，共 3 页；本页为第 1 至 50 处。" in first
    assert "第 3 页，共 3 页；本页为第 101 至 140 处。" in words(
        opened(root, "views/trace.py", **given, page="3")
    )
    assert "第 3 页，共 3 页" in words(opened(root, "views/trace.py", **given, page="99"))
    assert "第 1 页，共 3 页" in words(opened(root, "views/reading.py", doc=given["doc"], at="1"))


def test_the_way_to_another_provision(root: Path, many: dict[str, str]) -> None:
    given = {
        "doc": many["某县节水办法"], "at": "1", "view": "到哪一条", "to": many["某市节水条例"],
    }  # fmt: skip
    assert "**2 步**" in words(opened(root, "views/trace.py", **given, to_at="第一条"))
    assert "6 步之内没有找到" in words(opened(root, "views/trace.py", **given, to_at="9"))
    assert "这份文本没有第九百条" in words(opened(root, "views/trace.py", **given, to_at="900"))


def test_the_most_cited_are_told_with_their_date(root: Path, many: dict[str, str]) -> None:
    app = opened(root, "views/trace.py", view="被引用最多")
    assert "此后有文本载入、替换或移除" in words(app)
    app.button[0].click().run()
    said = words(app)
    assert "截至 20" in said
    assert f"就 {len(many)} 件文本算出" in said
    assert "此后有文本载入" not in said
    assert app.dataframe[0].value.iloc[0].to_dict() | {"名次": "", "原文": ""} == {
        "文本": "某市节水条例", "条文": "第一条", "被引次数": "140", "引用它的文本数": "1",
        "名次": "", "原文": "",
    }  # fmt: skip


def test_the_report_on_all_texts_is_made_on_request(root: Path, crowded: dict[str, str]) -> None:
    app = opened(root, "views/check.py")
    assert "检查了" not in words(app)
    app.button[0].click().run()
    assert f"检查了 {len(crowded)} 件文本" in words(app)


def test_a_search_that_was_cut_off_says_so(
    root: Path, many: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph_model.search.MOST_CANDIDATES", 60)
    said = words(opened(root, "views/search.py", q="依照本条例"))
    assert "找到 60 处以上" in said
    assert "其余没有列出" in said
    assert "第 1 页，共 2 页" in said
