"""The main journeys in a real browser: what users come for is there, and nothing leaves the machine."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from ingest.numerals import chinese
from tests import hostile
from tests.align.conftest import LOWER, UPPER
from tests.ingest.invented import TEXT
from views.parts.pages import PAGES

FORMATS = " • TXT, MD, DOCX, PDF, HTML"
"""Names of formats are no English."""


def text_of(page: Page) -> str:
    """All words of the page, those of components among them."""
    page.wait_for_load_state("networkidle")
    words: str = page.evaluate(
        """() => {
          const walk = (node) => [...node.childNodes].map(n =>
            n.nodeType === 3 ? n.textContent
              : (n.shadowRoot ? walk(n.shadowRoot) : '') + walk(n)).join('');
          return walk(document.body);
        }"""
    )
    return words


def test_the_first_page_shows_what_is_loaded(page: Page, explorer: str) -> None:
    page.goto(explorer)
    expect(page.get_by_role("heading", name="已载入的文本")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("征求意见稿", exact=True).first).to_be_visible()
    page.get_by_text("查看我的职责").click()
    expect(page.get_by_role("heading", name="我的职责")).to_be_visible()


def test_legal_staff_follow_a_reference_to_chapter_2(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/reading?at=20.1.1")
    page.get_by_role("link", name="本实施办法第二章").first.click()
    expect(page.get_by_role("heading", name="第二章", exact=True)).to_be_visible()
    expect(page.get_by_text("各级党委主要负责人安全生产职责主要包括：").first).to_be_visible()
    assert "at=ch2" in page.url


def test_an_address_without_a_page_is_told_so_and_leads_on(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/nowhere?at=20")
    expect(page.get_by_role("heading", name="没有这一页")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)  # Streamlit's own would be in English
    page.get_by_role("main").get_by_role("link", name="检索").click()
    expect(page.get_by_role("heading", name="检索")).to_be_visible()
    page.wait_for_url(f"{explorer}/search")


def test_so_is_one_that_can_be_no_page(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/a%2Fb")
    expect(page.get_by_role("dialog")).to_contain_text("这个地址没有页面，下面是总览。")
    expect(page.get_by_role("dialog").get_by_role("heading")).to_have_text("没有这一页")


@pytest.mark.parametrize("path", [p.path for p in PAGES])
def test_controls_speak_chinese_to_eye_and_ear(page: Page, explorer: str, path: str) -> None:
    page.goto(f"{explorer}/{path}")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    said = page.evaluate(
        """() => [...document.querySelectorAll(":not([data-testid='stIconMaterial'])")].flatMap(e => [
          ...["aria-label", "placeholder", "title"].map(name => e.getAttribute(name)),
          e.matches("button, [data-testid='stSkipToContent'], [data-testid^='stFileUploaderDropzone'] span")
            ? [...e.querySelectorAll("p"), e].map(n => n.firstChild?.nodeType === 3 ? n.firstChild.nodeValue : null)
            : null,
        ].flat()).filter(words => words && !/[\\u4e00-\\u9fff]/.test(words))"""
    )
    assert {words for words in said if re.search("[A-Za-z]{3}", words)} <= {FORMATS}


LATER: tuple[tuple[str, str, str], ...] = (
    ("Connection error", "连接中断", "the server was stopped under the page"),
    ("Sort ascending", "升序排列", "the menu of a column"),
    ("20MB per file", "每个文件不超过 20 MB", "a number stays"),
    ("Search warrants", "Search warrants", "what is not on the list stays as it is"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "shown", "why"), LATER, ids=[case[-1] for case in LATER])
def test_so_do_those_that_come_later(
    page: Page, explorer: str, said: str, shown: str, why: str
) -> None:
    page.goto(f"{explorer}/search")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.evaluate(
        """(said) => {
          const later = document.createElement("div");
          later.id = "later";
          document.body.append(later);
          later.textContent = said;
        }""",
        said,
    )
    expect(page.locator("#later"), why).to_have_text(shown)


def test_a_marked_sentence_is_shared_by_its_address(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/reading?at=20.1.1&start=4338&end=4357")
    marked = page.locator("mark")
    expect(marked.first).to_be_visible()
    assert "".join(marked.all_inner_texts()) == "履行本实施办法第二章所规定职责不到位的"


def test_a_click_in_the_drawing_reaches_the_page(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/trace?at=20.1.1")
    page.wait_for_selector(".fatu-graph canvas")
    page.locator(".fatu-graph canvas").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    target = page.evaluate(
        """() => {
          const roots = [...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean);
          const graph = roots.map(r => r.querySelector('.fatu-graph')).find(Boolean)
            || document.querySelector('.fatu-graph');
          const id = Object.keys(graph.network.getPositions()).find(i => i.endsWith('#ch2'));
          const at = graph.network.canvasToDOM(graph.network.getPosition(id));
          const box = graph.querySelector('canvas').getBoundingClientRect();
          return [box.x + at.x, box.y + at.y];
        }"""
    )
    page.mouse.click(*target)
    expect(page.get_by_role("link", name=re.compile("阅读《.*》第二章"))).to_be_visible()


def test_an_official_of_a_township_sees_the_own_duties(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/duties?posts=township-党委-main")
    expect(page.get_by_role("heading", name="乡镇（街道）党委主要负责人")).to_be_visible()
    expect(page.get_by_text("【乡镇党委会每季度不少于1次】")).to_be_visible()
    assert "每半年" not in text_of(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载打印版（网页）").click()
    sheet = Path(download.value.path()).read_text(encoding="utf-8")
    assert "征求意见稿" in sheet
    assert "乡镇党委会每季度不少于1次" in sheet
    assert "每半年" not in sheet


def test_from_a_violation_to_months_and_back(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/accountability?at=20.1.1")
    expect(page.get_by_text("6 个月　不得提拔、重用")).to_be_visible()
    said = text_of(page)
    assert "降职（第二十一条第一款）　24 个月　不得提拔" in said
    assert "违反的职责（24）" in said
    assert "第六条第（一）项" in said
    page.get_by_role("tab", name="从处理方式看情形").click()
    expect(page.get_by_role("heading", name=re.compile("哪些情形会受到“通报”"))).to_be_visible()


def test_search_marks_what_was_found(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/search?q=听取安全生产工作情况汇报")
    expect(page.get_by_role("heading", name="找到 2 处")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("听取安全生产工作情况汇报")


def test_a_file_is_looked_at_taken_in_and_removed(
    page: Page, explorer: str, tmp_path: Path
) -> None:
    file = tmp_path / "某市细则.txt"
    file.write_text(TEXT, encoding="utf-8")
    page.goto(f"{explorer}/library")
    page.locator("input[type=file]").set_input_files(str(file))
    expect(page.get_by_text("4 章 14 条")).to_be_visible()
    page.get_by_role("button", name="确认载入 1 份文本").click()
    expect(page.get_by_text(re.compile("》已载入"))).to_be_visible()
    page.get_by_role("tab", name="已载入的文本").click()
    page.get_by_role("button", name="移除").last.click()
    page.get_by_role("button", name="确定移除").click()
    expect(page.get_by_role("button", name="移除")).to_have_count(1)


def test_a_law_and_the_regulation_under_it_side_by_side(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/library")
    expect(page.get_by_role("heading", name="资料库")).to_be_visible(timeout=60_000)
    page.locator("input[type=file]").set_input_files([str(UPPER), str(LOWER)], timeout=60_000)
    page.get_by_role("button", name="确认载入 2 份文本").click()
    expect(page.get_by_text(re.compile("》已载入"))).to_have_count(2)
    ids = "水域救生法@2020-06-01", "江海省水域救生条例@2024-01-01"
    page.goto(f"{explorer}/align?upper={quote(ids[0])}&lower={quote(ids[1])}")
    omitted = page.get_by_role("heading", name="上位要求而下位没有的（2）")
    # the first comparison of a process loads its libraries
    expect(omitted).to_be_visible(timeout=60_000)
    expect(page.get_by_text("授权下位规定，下位没有规定").first).to_be_visible()
    page.get_by_role("button", name="缩减 3").click()
    expect(page.locator("ins", has_text="每半年至少")).to_have_count(0)
    expect(page.locator("del", has_text="每季度").first).to_be_visible()
    expect(page.locator("ins", has_text="每半年").first).to_be_visible()
    page.get_by_role("link", name="第六条", exact=True).first.click()
    expect(page.get_by_role("heading", name="第六条", exact=True)).to_be_visible()
    page.goto(f"{explorer}/library")
    page.get_by_role("tab", name="已载入的文本").click()
    for left in (2, 1):
        page.get_by_role("button", name="移除").first.click()
        page.get_by_role("button", name="确定移除").click()
        expect(page.get_by_role("button", name="移除")).to_have_count(left)


def test_all_that_cites_page_by_page_and_the_way_to_an_article(
    page: Page, explorer: str, tmp_path: Path
) -> None:
    file = tmp_path / "某市节水条例.txt"
    others = "".join(
        f"第{chinese(n)}条 依照本条例第{chinese(1 + n // 60)}条办理。\n" for n in range(2, 62)
    )
    file.write_text(f"某市节水条例\n第一条 节约用水。\n{others}", encoding="utf-8")
    page.goto(f"{explorer}/library")
    page.locator("input[type=file]").set_input_files(str(file))
    page.get_by_role("button", name="确认载入 1 份文本").click()
    expect(page.get_by_text(re.compile("》已载入"))).to_be_visible()
    page.goto(f"{explorer}/reading")
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=re.compile("节水")).click()
    page.get_by_label("转到条文").fill("第一条")
    page.get_by_label("转到条文").press("Enter")
    expect(page.get_by_text(re.compile("第 1 页，共 2 页")).first).to_be_visible()
    # by keyboard: the link has the focus and answers to Enter
    page.get_by_role("link", name="下一页").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("第 2 页，共 2 页")).first).to_be_visible()
    assert "page=2" in page.url
    page.goto(page.url)
    expect(page.get_by_text(re.compile("第 2 页，共 2 页")).first).to_be_visible()
    document = re.search(r"doc=([^&]+)", page.url)
    assert document
    page.goto(f"{explorer}/trace?doc={document[1]}&at=60&view={quote('到哪一条')}&to_at=1")
    expect(page.get_by_text("2 步", exact=True)).to_be_visible()
    said = text_of(page)
    assert "“本条例第二条”" in said
    assert "“本条例第一条”" in said
    page.goto(f"{explorer}/library")
    page.get_by_role("tab", name="已载入的文本").click()
    page.get_by_role("button", name="移除").first.click()
    page.get_by_role("button", name="确定移除").click()
    expect(page.get_by_role("button", name="移除")).to_have_count(1)


def test_a_hostile_text_stays_text_in_the_browser(
    page: Page, explorer: str, tmp_path: Path
) -> None:
    file = tmp_path / hostile.NAME
    file.write_text(hostile.TEXT, encoding="utf-8")
    page.goto(f"{explorer}/library")
    page.locator("input[type=file]").set_input_files(str(file))
    page.get_by_role("button", name="确认载入 1 份文本").click()
    expect(page.get_by_text(re.compile("》已载入"))).to_be_visible()
    page.goto(f"{explorer}/reading")
    expect(page.get_by_role("heading", name="阅读")).to_be_visible()
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=re.compile("恶意")).click()
    expect(page.get_by_text("检查<script>window.pwned=1</script>一次").first).to_be_visible()
    document = re.search(r"doc=([^&]+)", page.url)
    known = f"doc={document[1]}" if document else ""
    for path in (
        "",
        "reading?at=3.1.1&",
        "trace?at=3.1.2&",
        "duties?",
        "accountability?",
        "lesson?",
        f"align?{known.replace('doc', 'upper')}&{known.replace('doc', 'lower')}&",
        f"search?q={quote(hostile.SCRIPT)}&",
        "library?",
    ):
        page.goto(f"{explorer}/{path}{known}")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        assert page.evaluate("window.pwned") is None, path
        assert page.locator("img[src=x]").count() == 0, path
        assert "页面出了意外的错误" not in text_of(page), path
    page.goto(f"{explorer}/library")
    page.get_by_role("tab", name="已载入的文本").click()
    page.get_by_role("button", name="移除").first.click()
    page.get_by_role("button", name="确定移除").click()
    expect(page.get_by_role("button", name="移除")).to_have_count(1)
