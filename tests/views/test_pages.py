"""Every page runs over a real store, says what it should, and answers to what users do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph_model import load
from graph_model.store import Settings, Store
from ingest.batch import facts_of
from ingest.lexicon import default
from tests.align.conftest import LOWER, UPPER
from views.parts.pages import PAGES, PageInfo


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
    shown = [m.value for m in app.markdown if "相似度" in m.value]
    assert len(shown) == 1
    assert shown[0].startswith("**重复**")


def test_the_comparison_asks_for_what_is_not_chosen(root: Path, two_texts: tuple[str, str]) -> None:
    app = opened(root, "views/align.py", upper=two_texts[0], lower="没有@2020")
    assert "链接所指的文本没有载入" in words(app)
    assert "请选择两份文本。" in words(app)
