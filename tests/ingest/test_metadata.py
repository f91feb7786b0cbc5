"""What a document says of itself."""

import pytest

from ingest.metadata import document_of
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
