"""Files to text: the same regulation out of every kind of file, and a clear sentence for every bad one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import ReadError
from ingest.pipeline import parse
from ingest.readers import MAX_BYTES, SUFFIXES, read_bytes, read_source
from ingest.structure import read_structure
from tests.ingest import made_files

# -- one regulation, every kind of file ---------------------------------------------------------------

FILES: dict[str, Callable[[], bytes]] = {
    "md.md": lambda: made_files.text().encode(),
    "utf-8 with a mark.txt": lambda: made_files.text().encode("utf-8-sig"),
    "utf-16.txt": lambda: made_files.text().encode("utf-16"),
    "gb18030.txt": lambda: made_files.text().encode("gb18030"),
    "line ends of Windows.txt": lambda: made_files.text("\r\n").encode(),
    "typed numbers.docx": made_files.docx,
    "automatic numbers.docx": made_files.docx_numbered,
    "printed.pdf": made_files.pdf,
    "page.html": made_files.html,
    "declared gb2312.htm": lambda: made_files.html("gb2312"),
}


def provisions(data: bytes, name: str) -> dict[str, str]:
    """Address to words of all that a file says."""
    structure = read_structure(read_bytes(data, name))
    return {str(p.address): p.text for p in structure.provisions if p.text}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_provisions(name: str) -> None:
    expected = provisions(made_files.text().encode(), "plain.txt")
    assert {"1.1", "2.2", "3.1", "3.1.3", "4.1", "5.1"} < set(expected)
    assert provisions(FILES[name](), name) == expected


NOTES = {
    "plain.txt": (made_files.text().encode(), ()),
    "old.txt": (made_files.text().encode("gb18030"), ("文件没有注明编码，按 GB18030（国标）读取",)),
    "a.docx": (made_files.docx(), ("页眉、页脚没有读入",)),
    "a.pdf": (
        made_files.pdf(),
        ("按版面把断开的行接成段落", "每页重复的页眉、页脚和页码没有读入（6 行）"),
    ),
    "a.html": (made_files.html(), ("网页中正文以外的文字（导航、链接等）没有读入",)),
}


@pytest.mark.parametrize("name", NOTES)
def test_what_was_guessed_or_left_out_is_noted(name: str) -> None:
    data, notes = NOTES[name]
    assert read_bytes(data, name).notes == notes


# -- what a word processor can do ---------------------------------------------------------------------

RUN = "<w:r><w:t>{}</w:t></w:r>"
DOCX = {
    "a soft break is a line": (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
        "甲\n乙\n",
        (),
    ),
    "a revision is read as accepted": (
        f"<w:p>{RUN.format('应当')}<w:del><w:r><w:delText>每月</w:delText></w:r></w:del>"
        f"<w:ins>{RUN.format('每季度')}</w:ins>{RUN.format('检查')}</w:p>",
        "应当每季度检查\n",
        ("文中有修订痕迹，按全部接受修订后的文字读取",),
    ),
    "moved text stands where it went": (
        f"<w:p><w:moveFrom>{RUN.format('旧')}</w:moveFrom><w:moveTo>{RUN.format('新')}</w:moveTo></w:p>",
        "新\n",
        ("文中有修订痕迹，按全部接受修订后的文字读取",),
    ),
    "a link's and a content control's words are text": (
        f"<w:p><w:hyperlink>{RUN.format('依照')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{RUN.format('本办法')}</w:sdtContent></w:sdt></w:p>",
        "依照本办法\n",
        (),
    ),
    "hidden words are left out and noted": (
        f"<w:p>{RUN.format('看得见')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>",
        "看得见\n",
        ("隐藏文字没有读入",),
    ),
    "a note's mark is noted": (
        f'<w:p>{RUN.format("正文")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        "正文\n",
        ("脚注没有读入",),
    ),
    "a table's row is a line, a merged cell stands once": (
        "<w:tbl>"
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>{RUN.format("甲")}</w:p></w:tc>'
        f"<w:tc><w:p>{RUN.format('一')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p>{RUN.format('二')}</w:p></w:tc></w:tr>"
        "</w:tbl>",
        "甲　一\n二\n",
        (),
    ),
}


@pytest.mark.parametrize("case", DOCX.values(), ids=DOCX)
def test_docx(case: tuple[str, str, tuple[str, ...]]) -> None:
    body, text, notes = case
    source = read_bytes(made_files.docx_with(body), "a.docx")
    assert (source.text, source.notes) == (text, notes)


def test_a_page_with_a_table_and_breaks() -> None:
    page = "<p>第一条&nbsp;为了安全。<br>第二条 依照<b>本办法</b>。</p><table><tr><td>甲</td><td>乙</td></tr></table>"
    source = read_bytes(page.encode(), "a.html")
    assert source.text == "第一条 为了安全。\n第二条 依照本办法。\n甲　乙\n"


def test_radicals_that_a_pdf_prints_for_characters_are_the_characters() -> None:
    source = read_bytes(made_files.pdf(["某办法", "第⼀条　⽣产单位⻅⻚。"]), "a.pdf")
    assert "第一条　生产单位见页。" in source.text


# -- bad files ----------------------------------------------------------------------------------------

BAD = {
    "an empty file": ("a.txt", b"", "文件是空的"),
    "nothing but blanks": ("a.md", "　\n \n".encode(), "文件里没有文字"),
    "a picture named txt": ("a.txt", b"\x89PNG\r\n\x1a\n0000", "内容是图片"),
    "a pdf named txt": ("a.txt", made_files.pdf(), "内容是PDF 文件"),
    "binary data": ("a.txt", b"\x00\x01\x02\x03", "不是文本"),
    "no encoding of ours": ("a.txt", b"\xff\xfe\x00", "文字编码损坏"),
    "broken in the middle": ("a.txt", "第一条".encode() + b"\xff\xff\x80" * 9, "文字编码损坏"),
    "a kind that is not read": ("a.xlsx", b"PK\x03\x04", "不支持这种文件"),
    "no ending": ("README", "第一条".encode(), "不支持这种文件"),
    "an old Word file by name": ("a.doc", b"\xd0\xcf\x11\xe0", "另存为 docx"),
    "an old Word file as docx": ("a.docx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "旧版 Word"),
    "a docx with a password": (
        "a.docx",
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "打开密码",
    ),
    "a docx that is none": ("a.docx", "第一条".encode(), "文件已损坏"),
    "another zip as docx": ("a.docx", made_files.zipped(a_xml=b"<a/>"), "缺少正文部分"),
    "a zip bomb as docx": ("a.docx", made_files.bomb(), "展开后过大"),
    "entities in a docx": (
        "a.docx",
        made_files.zipped(
            word__document_xml=b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'
        ),
        "自定义的 XML 实体",
    ),
    "a docx without words": ("a.docx", made_files.docx([""]), "没有文字"),
    "a pdf with a password": ("a.pdf", made_files.pdf(password="x"), "打开密码"),
    "a scanned pdf": ("a.pdf", made_files.scanned_pdf(), "可能是扫描件"),
    "a pdf that is none": ("a.pdf", "第一条".encode(), "不是完整的 PDF"),
    "half a pdf": ("a.pdf", made_files.pdf()[:300], "不是完整的 PDF"),
    "entities in a page": (
        "a.html",
        '<!DOCTYPE h [<!ENTITY a "第一条"><!ENTITY b "&a;&a;">]><p>&b;</p>'.encode(),
        "自定义实体",
    ),
    "a page without words": ("a.html", b"<html><script>1</script></html>", "网页里没有文字"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_a_bad_file_gets_one_sentence(case: tuple[str, bytes, str]) -> None:
    name, data, said = case
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(name)
    assert said in message
    assert message.endswith("。")


def test_a_file_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 50 * 1024 * 1024)
    with pytest.raises(ReadError, match="文件有 50 MB，超过 20 MB 的上限"):
        read_source(path)
    with pytest.raises(ReadError, match="的上限"):
        read_bytes(b"0" * (MAX_BYTES + 1), "大.txt")


def test_a_file_that_is_gone_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="不存在或已被移走"):
        read_source(tmp_path / "没有.txt")
    with pytest.raises(ReadError, match="是一个文件夹"):
        read_source(tmp_path)


def test_a_text_without_any_structure_is_read_as_paragraphs_with_a_warning() -> None:
    facts = parse(read_bytes("春天来了。\n\n燕子飞回来了。\n".encode(), "散文.txt"))
    assert [p.code for p in facts.problems] == ["no_structure"]
    assert "".join(p.text for p in facts.provisions).count("。") == 2


# -- for any file -------------------------------------------------------------------------------------

WORDS = st.text("一二三第条章，。；《》（）安全生产责任\n", min_size=1).filter(str.strip)


@given(WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_a_text_comes_back_from_every_encoding(words: str, encoding: str) -> None:
    text = f"第一条　为了安全，制定本办法。{words}"
    assert read_bytes(text.encode(encoding), "a.txt").text == text


SEEDS = {
    ".txt": made_files.text().encode(),
    ".md": made_files.text().encode(),
    ".docx": made_files.docx_numbered(),
    ".pdf": made_files.pdf(),
    ".html": made_files.html(),
    ".htm": made_files.html("gb2312"),
}


def test_every_ending_has_a_seed() -> None:
    assert set(SEEDS) == set(SUFFIXES)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_a_damaged_file_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    """Bytes flipped, cut or put in anywhere: a text or one sentence, never another error."""
    seed = bytearray(SEEDS[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(seed) - 1))
        seed[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    try:
        assert read_bytes(bytes(seed), f"a{suffix}").text
    except ReadError as error:
        assert str(error)
