"""One invented regulation as files of every kind that the readers know, made by the tests themselves."""

import io
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

TITLE = "云川市集体用餐配送安全责任制实施细则"
BODY: tuple[tuple[str, str], ...] = (
    ("chapter", "总则"),
    ("article", "为了落实集体用餐配送安全责任，根据《云川省食品安全条例》，结合本市实际，制定本细则。"),
    ("article", "本市各级食品安全委员会成员单位主要负责人适用本细则。"),
    ("paragraph", "配送企业负责人参照执行，并应当接受所在地食品安全委员会办公室的检查，如实提供进货、加工、留样和运输的记录，不得隐瞒有关情况。"),
    ("chapter", "职责"),
    ("article", "市食品安全委员会办公室主任承担下列职责："),
    ("item", "每半年组织一次全市检查；"),
    ("item", "听取各成员单位汇报，研究解决重大问题；"),
    ("item", "组织应急演练。"),
    ("article", "配送企业应当建立留样制度，每餐留样不少于四十八小时，并指定专人记录留样的时间、品种和数量，记录保存不少于一年。"),
    ("chapter", "附则"),
    ("article", "本细则自印发之日起施行。"),
)  # fmt: skip
"""The text, one row a chapter, article, further paragraph or item, without the numbers."""

_NUMERALS = "〇一二三四五六七八九十"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lines(body: Sequence[tuple[str, str]] = BODY, title: str = TITLE) -> list[str]:
    """The regulation as lines with typed numbers."""
    out, counts = [title], {"chapter": 0, "article": 0, "item": 0}
    for kind, words in body:
        if kind in counts:
            counts[kind] += 1
        if kind == "article":
            counts["item"] = 0
        number = _NUMERALS[counts[kind]] if kind in counts else ""
        before = {
            "chapter": f"第{number}章　",
            "article": f"第{number}条　",
            "item": f"（{number}）",
        }
        out.append(before.get(kind, "") + words)
    return out


def text(suffix: str = "\n") -> str:
    """The regulation as a text file."""
    return suffix.join(lines()) + suffix


def docx(body: Sequence[str] | None = None) -> bytes:
    """With typed numbers; a header, a footer and page numbers around it."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "云川市文件"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    for line in lines() if body is None else body:
        document.add_paragraph(line)
    return _saved(document)


def docx_numbered() -> bytes:
    """With automatic numbers: chapters and articles by style, items by the paragraph's own properties."""
    document = Document()
    numbering = document.part.numbering_part.element
    for abstract, text_, form in (
        (90, "第%1章", "chineseCountingThousand"),
        (91, "第%1条", "chineseCountingThousand"),
        (92, "（%1）", "chineseCounting"),
    ):
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text_}"/></w:lvl>'
        )
        definition = f'<w:abstractNum {_W} w:abstractNumId="{abstract}">{level}</w:abstractNum>'
        numbering.insert(0, parse_xml(definition))
    for number, abstract in ((90, 90), (91, 91)):
        numbering.append(parse_xml(_num(number, abstract)))
    for name, number in (("章", 90), ("条", 91)):
        style = document.styles.add_style(name, 1)
        style.element.get_or_add_pPr().append(parse_xml(_num_pr(number)))
    document.add_paragraph(TITLE)
    lists = 100
    for kind, words in BODY:
        if kind == "article":
            lists += 1  # each article's items begin anew
            numbering.append(parse_xml(_num(lists, 92, start=1)))
        style_name = {"chapter": "章", "article": "条"}.get(kind)
        paragraph = document.add_paragraph(words, style=style_name)
        if kind == "item":
            paragraph._p.get_or_add_pPr().append(parse_xml(_num_pr(lists)))
    return _saved(document)


def docx_with(body: str) -> bytes:
    """A docx whose body is this XML."""
    document = Document()
    for element in parse_xml(f"<w:body {_W}>{body}</w:body>"):
        document.element.body.insert(0, element)
    return _saved(document)


def pdf(rows: Sequence[str] | None = None, password: str = "") -> bytes:
    """Set in lines of 28 characters, paragraphs indented by two, header and page number on every page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt, invariant=True)
    size, left, per_line, per_page = 16.0, 73.0, 28, 9
    page, row = 1, 0

    def margin() -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(left, 800, "云川市人民政府公报")
        canvas.drawCentredString(297, 40, f"— {page} —")
        canvas.setFont("STSong-Light", size)

    margin()
    for number, line in enumerate(lines() if rows is None else rows):
        rest, indent = line, 0 if number == 0 else 2
        while rest:
            if row == per_page:
                canvas.showPage()
                page, row = page + 1, 0
                margin()
            words, rest = rest[: per_line - indent], rest[per_line - indent :]
            x = (595 - size * len(words)) / 2 if number == 0 else left + indent * size
            canvas.drawString(x, 740 - row * 30, words)
            row, indent = row + 1, 0
    canvas.save()
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page with a drawing and no text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.rect(100, 100, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def html(charset: str = "utf-8") -> bytes:
    """A saved page: the text among a site's navigation, links and a script, its lines broken in the file."""
    title, *rest = lines()
    paragraphs = "\n".join(f"<p>　　{line[:20]}\n      {line[20:]}</p>" for line in rest)
    links = "".join(f"<li><a href='/{n}'>栏目{n}：政务公开与办事指南</a></li>" for n in range(30))
    page = f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title} - 云川市人民政府</title>
    <style>p {{ color: black }}</style><script>var 条 = "第九十九条　不是正文";</script></head>
    <body><header><a href="/">首页</a></header><nav><ul>{links}</ul></nav>
    <div class="a"><div class="b"><h1>{title}</h1><div>{paragraphs}</div></div>
    <div>上一篇：<a href="/1">某通知</a></div></div>
    <div style="display: none">第八十八条　看不见的文字。</div>
    <footer>主办单位：云川市人民政府办公室</footer></body></html>"""
    return page.encode("gb18030" if charset == "gb2312" else charset)


def bomb() -> bytes:
    """A docx that would unpack to more than the reader allows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (101 * 1024 * 1024))
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    """A zip of these parts; a name's __ is a slash, its _xml the ending."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def _num(number: int, abstract: int, start: int | None = None) -> str:
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start
        else ""
    )
    return f'<w:num {_W} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _num_pr(number: int) -> str:
    return f'<w:numPr {_W}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def _saved(document: "Document") -> bytes:  # type: ignore[valid-type]  # published without types
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
