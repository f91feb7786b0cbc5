"""What a document says of itself."""

import pytest

from ingest.metadata import document_of, read_document
from ingest.source import Source
from ingest.structure import read_structure


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(
            "临江县河湖管护办法\n（征求意见稿）",
            {"status": "征求意见稿", "region": "临江县"},
            id="a draft",
        ),
        pytest.param("某县河湖管护办法（试行）", {"status": "试行"}, id="on trial"),
        pytest.param(
            "东海省河湖保护条例\n（2019年3月1日东海省人民代表大会常务委员会通过 2021年5月6日修正）",
            {
                "kind": "地方性法规",
                "issuers": ["东海省人民代表大会常务委员会"],
                "adopted": "2021-05-06",
                "id": "东海省河湖保护条例@2021-05-06",
            },
            id="an issue note",
        ),
        pytest.param(
            "# 东海省渔业条例\n\n2001年9月29日 东海省第九届人民代表大会常务委员会第二十四次会议通过\n\n"
            "2019年3月1日 东海省第十三届人民代表大会常务委员会第八次会议《关于修改〈东海省渔业条例〉的决定》修正\n\n"
            "2019年5月1日 施行\n\n<!-- INFO END -->",
            {
                "issuers": ["东海省人民代表大会常务委员会"],
                "adopted": "2019-03-01",
                "id": "东海省渔业条例@2019-03-01",
            },
            id="notes as lines, the day of coming into force is no act",
        ),
        pytest.param(
            "临海市渔业条例\n2001年9月29日 临海市第九届人民代表大会常务委员会第二次会议通过 "
            "2001年12月1日东海省第九届人民代表大会常务委员会第三次会议批准 "
            "根据2010年6月1日临海市第十届人民代表大会常务委员会第四次会议通过的决定修正\n",
            {
                "issuers": ["临海市人民代表大会常务委员会"],
                "adopted": "2010-06-01",
            },
            id="notes glued into one line; who only approves does not issue",
        ),
        pytest.param(
            "渔业法\n1979年7月1日 全国人民代表大会通过\n1997年3月14日 全国人民代表大会修订\n"
            "1999年12月25日 全国人民代表大会常务委员会通过的《渔业法修正案》修正\n",
            {"adopted": "1999-12-25", "numbered": "1997-03-14"},
            id="修正案 leave the numbers as they are",
        ),
        pytest.param(
            "渔业条例\n2009年4月22日 国务院第58次常务会议通过\n2009年5月4日 中华人民共和国国务院令第554号公布",
            {"kind": "行政法规", "adopted": "2009-05-04"},
            id="a decree",
        ),
        pytest.param(
            "最高人民法院关于适用渔业法的解释（二）\n2020年1月2日 最高人民法院审判委员会第1790次会议通过",
            {
                "title": "最高人民法院关于适用渔业法的解释（二）",
                "issuers": ["最高人民法院"],
                "adopted": "2020-01-02",
            },
            id="one of a series",
        ),
        pytest.param(
            "渔业管理条例\n（2019年3月1日东海省人民代表大会常务委员会通过）",
            {
                "kind": "地方性法规",
                "region": "东海省",
                "id": "渔业管理条例@东海省@2019-03-01",
            },
            id="a place that only the issuer tells",
        ),
        pytest.param(
            "渔业法\n（2019年3月1日全国人民代表大会常务委员会通过）",
            {"kind": "法律", "region": None},
            id="the whole country is no place",
        ),
        pytest.param(
            "某委办发〔2020〕12号\n关于加强河湖管护的实施意见",
            {"doc_number": "某委办发〔2020〕12号", "kind": "规范性文件"},
            id="a document number",
        ),
        pytest.param("中华人民共和国水法", {"kind": "法律", "region": None}, id="a law"),
        pytest.param("城市供水条例", {"kind": "行政法规", "region": None}, id="城市 is no place"),
    ],
)
def test_header(header: str, expected: dict[str, object]) -> None:
    text = f"{header}\n第一条 依照本办法、本条例、本法执行。\n"
    document = document_of(read_structure(Source.of_text(text, "a.txt")))
    assert {k: getattr(document, k) for k in expected} == expected


def test_effective_is_a_date_or_unknown() -> None:
    dated = "某县办法\n第一条 本办法自2024年3月1日起施行。\n"
    undated = "某县办法\n第一条 本办法自印发之日起施行。\n"
    found = [document_of(read_structure(Source.of_text(t))).effective for t in (dated, undated)]
    assert found == ["2024-03-01", None]


@pytest.mark.parametrize(
    ("name", "adopted"),
    [
        pytest.param("渔业法(2019-03-01).md", "2019-03-01", id="a collection's file name"),
        pytest.param("渔业法（2019-03-01）.md", "2019-03-01", id="full-width brackets"),
        pytest.param("渔业法2019.md", None, id="no date"),
    ],
)
def test_a_file_name_tells_the_version_where_the_text_does_not(name: str, adopted: str) -> None:
    source = Source.of_text("渔业法\n第一条 依照本法执行。\n", name)
    assert document_of(read_structure(source)).adopted == adopted


@pytest.mark.parametrize(
    ("notes", "name", "adopted", "strange"),
    [
        pytest.param(
            "1999年8月30日 某会第十一次会议通过\n2017年12月27日 某会第三十一次会议《关于修改〈甲法〉\n〈乙法〉的决定》修正",
            "甲法(2017-12-27).md", "2017-12-27", False,
            id="a note that goes on in the next line tells its act there",
        ),
        pytest.param(
            "2002年10月17日 某市某会第三十七次会议通过", "甲条例(2019-07-26).md", "2019-07-26", True,
            id="the notes stop before the text: it is the version that the name tells",
        ),
        pytest.param(
            "2011年1月8日 《某决定》第一次修订\n2017年3月1日 《某决定》第二次修订",
            "甲条例(2018-03-19).md", "2018-03-19", True,
            id="a year after an amendment is another amendment",
        ),
        pytest.param(
            "2023年12月18日 某院审判委员会第1909次会议通过", "甲解释(2024-09-25).md", "2023-12-18", False,
            id="an interpretation is made public months after its adoption",
        ),
        pytest.param(
            "2020年3月26日 某市某会通过\n2020年7月24日 某省某会批准", "甲条例(2020-08-10).md", "2020-07-24", False,
            id="made public soon after",
        ),
        pytest.param(
            "2021年3月26日 某省某会《某决定》修正", "甲条例(2013-12-19).md", "2021-03-26", False,
            id="the notes go further than the name",
        ),
        pytest.param(
            "2021年2月30日 某省某会通过", "甲条例(2021-13-40).md", None, False,
            id="days that no calendar has",
        ),
    ],
)  # fmt: skip
def test_notes_that_are_broken_or_behind(
    notes: str, name: str, adopted: str | None, strange: bool
) -> None:
    source = Source.of_text(f"甲条例\n{notes}\n第一条 依照本条例执行。\n", name)
    structure = read_structure(source)
    document, problems = read_document(structure)
    assert document.adopted == adopted
    assert [p.code for p in problems] == ["dates"] * strange


@pytest.mark.parametrize(
    ("line", "volume"),
    [
        ("合同编", "合同编"),
        ("全文", None),
        ("附则", "附则"),
    ],
)
def test_a_file_may_hold_one_part_of_a_code(line: str, volume: str | None) -> None:
    text = f"# 甲法典\n\n# {line}\n\n2020年5月28日 全国人民代表大会通过\n\n第三条 检查。\n"
    document = document_of(read_structure(Source.of_text(text, "a.md")))
    assert (document.title, document.volume) == ("甲法典", volume)
    assert document.id == "甲法典@2020-05-28" + (f"·{volume}" if volume else "")
