"""The page as people use it: in Chromium, by mouse, by key, on a phone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from camket.values import values_of
from tests.review.page.conftest import CHROMIUM, FLAGS, PDF, Output, Served, needs_browser
from tests.review.page.test_security import HOSTILE, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["hostile"]
pytestmark = needs_browser
NEWS = "hop-tac-y-te.txt"
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only with a browser

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    """Opens the page in a new profile; anything that the browser complains of fails the test."""
    contexts: list[Any] = []
    faults: list[str] = []

    def open_(served: Served, path: str = "/", size: dict[str, int] = DESKTOP, **more: Any) -> Page:
        context = browser.new_context(viewport=size, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda message: (
                message.type == "error"
                and not re.search("409|ERR_FAILED", message.text)
                and faults.append(f"{message.text} {message.location}")
            ),
        )
        page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        page.goto(served.entrance)
        page.goto(served.address + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def until(page: Page, told: str) -> None:
    """Waits for what JavaScript tells; wait_for_function would need a policy that allows eval."""
    deadline = time.monotonic() + 15
    while not page.evaluate(told):
        assert time.monotonic() < deadline, told
        page.wait_for_timeout(30)


def saved(page: Page) -> None:
    until(page, "document.querySelector('#told').textContent.match(/\\d/)")


def rest(page: Page) -> int:
    return page.locator(".value[data-undecided]").count()


def verdicts(output: Output) -> list[str]:
    return [one["verdict"] for one in output.decisions()]


def test_a_document_is_reviewed_by_mouse(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, "/?words=da+lat")
    page.get_by_text("Sở Y tế Lâm Đồng").first.click()
    page.wait_for_selector("#values")
    page.wait_for_load_state()  # the script of the page is there, too
    number = len(list(values_of(output.records[NEWS])))
    assert rest(page) == page.locator(".value").count() == number

    def one(field: str) -> Any:
        return page.locator(f".value.f-{field}").first

    one("place").get_by_label("Accept", exact=True).click()
    one("place").get_by_text("An: accepted").wait_for()
    one("period").get_by_label("Reject").click()
    one("period").get_by_text("An: rejected").wait_for()
    one("kind").get_by_label("Correct").click()
    page.locator(".editor select").select_option("memorandum")
    page.locator(".editor").get_by_role("button", name="Save").click()
    one("kind").get_by_text("An: corrected").wait_for()
    one("signed_on").get_by_label("Note").click()
    page.locator(".editor input[name=note]").fill("như trong ảnh")
    page.locator(".editor").get_by_role("button", name="Accept").click()
    page.get_by_text("như trong ảnh").wait_for()
    assert verdicts(output) == ["ok", "wrong", "fix", "ok"]

    one("period").get_by_label("Take back").click()
    until(page, "document.querySelector('.value.f-period').matches('[data-undecided]')")
    while rest(page) > 1:
        left = rest(page)
        page.locator(".value[data-undecided]").first.get_by_label("Accept", exact=True).click()
        until(page, f"document.querySelectorAll('.value[data-undecided]').length === {left - 1}")
    page.locator(".value[data-undecided]").first.get_by_label("Accept", exact=True).click()
    page.wait_for_url(re.compile(r"/\?words=da"))
    assert page.get_by_text("Nothing matches these filters.").is_visible()
    assert len(output.decisions()) == number + 2


def test_fifteen_values_are_accepted_with_at_most_seventeen_keys(
    fifteen: Output, served_fifteen: Served, tab: Open
) -> None:
    page = tab(served_fifteen)
    presses = 0

    def press(key: str) -> None:
        nonlocal presses
        presses += 1
        page.keyboard.press(key)

    press("j")
    press("Enter")
    page.wait_for_selector(".value[aria-current]")
    first = page.url
    assert rest(page) == 15
    for _ in range(15):
        press("a")
    page.wait_for_url(lambda url: "/d/" in url and url != first)
    assert presses <= 17
    assert verdicts(fifteen) == ["ok"] * 15
    assert len({one["key"] for one in fifteen.decisions()}) == 15
    assert page.get_by_text("Done with the document before").is_visible()
    page.keyboard.press("u")
    page.wait_for_url(re.compile(re.escape(first)))
    until(page, "document.querySelectorAll('.value[data-undecided]').length === 1")
    assert verdicts(fifteen)[-1] == "open"


def test_everything_can_be_done_by_keyboard_and_survives_a_reload(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}")
    keys = page.keyboard
    keys.press("a")
    keys.press("r")
    keys.press("k")
    keys.press("k")
    keys.press("j")
    keys.press("ArrowDown")
    saved(page)
    keys.press("c")
    page.locator(".editor select").select_option("planned")
    page.locator(".editor input[name=note]").press("Enter")
    page.get_by_text("An: corrected").wait_for()
    keys.press("w")
    keys.type("ghi chú")
    keys.press("Enter")
    page.get_by_text("ghi chú").wait_for()
    keys.press("c")
    keys.press("Escape")
    assert page.locator(".editor").count() == 0
    keys.press("?")
    assert page.locator("dialog#help").is_visible()
    keys.press("a")
    keys.press("Escape")
    assert verdicts(output) == ["ok", "wrong", "fix", "ok"]
    page.reload()
    assert page.locator(".value[data-mine]").count() == 4
    for left in (3, 2, 2, 1):
        keys.press("u")
        until(page, f"document.querySelectorAll('.value[data-mine]').length <= {left}")
    keys.press("/")
    page.wait_for_url(re.compile("#words"))
    assert page.evaluate("document.activeElement.id") == "words"
    keys.type("kien long")
    keys.press("Enter")
    page.wait_for_url(re.compile("words=kien"))
    keys.press("n")
    page.wait_for_url(re.compile("/d/"))
    page.wait_for_selector(".value[aria-current]")
    keys.press("l")
    page.wait_for_selector("ol.documents")


def test_two_people_in_two_tabs_see_what_the_other_decided(output: Output, served: Served, tab: Open) -> None:
    path = f"/d/{output.id(NEWS)}"
    one, two = tab(served, path), tab(served, path)
    two.locator("summary").click()
    two.locator(".settings input[name=name]").fill("Bình")
    two.locator(".settings").get_by_role("button", name="Save").click()
    two.wait_for_selector("summary:has-text('Bình')")
    two.wait_for_selector(".value[aria-current]")
    two.keyboard.press("r")
    two.get_by_text("Bình: rejected").wait_for()
    one.keyboard.press("a")
    one.get_by_text("was decided meanwhile").wait_for()
    assert one.get_by_text("Bình: rejected").is_visible()
    assert one.evaluate("document.activeElement.matches('.value.refused[aria-current]')")
    assert verdicts(output) == ["wrong"]
    one.keyboard.press("a")
    one.get_by_text("An: accepted").wait_for()
    assert one.locator(".value.s-conflict").count() >= 1
    assert verdicts(output) == ["wrong", "ok"]


def test_a_server_that_is_gone_is_told_and_nothing_is_shown_as_saved(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}")
    page.route("**/decisions", lambda route: route.abort())
    page.locator(".value.f-place").get_by_label("Accept", exact=True).click()
    page.get_by_text("the server does not answer").wait_for()
    assert page.locator(".value.f-place[data-undecided]:not(.waiting)").count() == 1
    page.unroute("**/decisions")
    page.locator(".value.f-place").get_by_label("Accept", exact=True).click()
    page.locator(".value.f-place").get_by_text("An: accepted").wait_for()


def select_text(page: Page, words: str) -> None:
    """The words are selected as by a mouse."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at >= 0) {
              getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
              return;
            }
          }
        }""",
        words,
    )


def test_a_missed_value_is_added_by_selecting_its_words(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}")
    select_text(page, "nghiên cứu khoa học")
    page.locator("#add-here").click()
    assert page.locator("#adding-words").inner_text() == "nghiên cứu khoa học"
    page.locator("#adding select[name=field]").select_option("value")
    page.locator("#adding").get_by_role("button", name="Add").click()
    page.locator("#adding").wait_for(state="hidden")
    (kept,) = output.decisions()
    start, end = map(int, re.findall(r"value@(\d+):(\d+)", kept["key"])[0])
    assert output.texts[NEWS][start:end] == kept["text"] == kept["value"] == "nghiên cứu khoa học"
    assert page.locator("mark", has_text="nghiên cứu khoa học").count() == 1
    assert page.locator(".value.s-added[aria-current]").count() == 1
    page.keyboard.press("u")
    page.locator(".value.s-added").wait_for(state="detached")


def test_what_is_added_has_to_make_sense(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}")
    page.keyboard.press("i")
    page.locator("#adding select[name=field]").select_option("kind")
    assert page.locator("#adding select[name=choice]").is_visible()
    page.locator("#adding select[name=of]").select_option(index=0)
    page.locator("#adding select[name=field]").select_option("commitment")
    page.locator("#adding textarea").fill("tặng sách")
    page.locator("#adding textarea").press("Enter")
    page.locator("#adding").wait_for(state="hidden")
    assert page.locator(".group.commitment", has_text="tặng sách").count() == 1


def test_places_are_counted_in_code_points(output: Output, served: Served, tab: Open) -> None:
    name = "thoi-tiet.txt"
    page = tab(served, f"/d/{output.id(name)}")
    select_text(page, "về chiều")
    page.keyboard.press("i")
    page.locator("#adding textarea").press("Enter")
    page.locator("#adding").wait_for(state="hidden")
    assert output.decisions()[0]["text"] == "về chiều"


def test_words_lead_to_their_value_and_back(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}")
    page.locator(".value.f-period .now").first.click()
    assert "2019" in page.locator("mark[data-here]").first.inner_text()
    page.locator("mark", has_text="Đà Lạt").first.click()
    assert page.locator(".value[aria-current] .field").inner_text() == "place"
    seen = set()
    for _ in range(4):
        page.locator("mark", has_text="Bệnh viện Hoàn Mỹ").first.click()
        seen.add(page.locator(".value[aria-current]").get_attribute("id"))
    assert len(seen) > 1


def test_the_page_of_a_pdf_has_boxes_that_lead_to_values(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(f'agreements/{PDF.name}')}")
    page.keyboard.press("v")
    until(page, "document.querySelector('figure img').naturalWidth > 0")
    box = page.locator("rect.f-party").first
    box.click()
    assert page.locator(".value[aria-current] .field").inner_text() == "party"
    assert box.get_attribute("data-here") == ""
    image, svg = page.locator("figure img").first.bounding_box(), page.locator("figure svg").first.bounding_box()
    assert image
    assert svg
    assert abs(image["height"] - svg["height"]) < 2
    page.reload()
    assert page.locator("#pages").is_visible()


def test_script_of_strangers_is_text(hostile: tuple[Output, Served], tab: Open) -> None:
    output, served = hostile
    (name,) = output.records
    page = tab(served)
    assert HOSTILE in page.locator("a.document").inner_text()
    page.locator("a.document").click()
    page.wait_for_url("**/d/**")  # waits for its script, too
    page.locator(".value.f-party").first.get_by_label("Correct").click()
    page.locator(".editor textarea").fill(HOSTILE + "!")
    page.locator(".editor input[name=note]").fill(HOSTILE)
    page.locator(".editor").get_by_role("button", name="Save").click()
    saved(page)
    select_text(page, "alert(2)")
    page.keyboard.press("i")
    page.locator("#adding textarea").fill(HOSTILE)
    page.locator("#adding textarea").press("Enter")
    page.locator("#adding").wait_for(state="hidden")
    assert page.locator("q").first.inner_text() == HOSTILE
    assert page.locator("img[src=x]").count() == 0
    assert name in page.locator(".path").inner_text()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_sticks_out_and_nothing_jumps(output: Output, served: Served, tab: Open, size: dict[str, int]) -> None:
    for path in ("/", f"/d/{output.id(NEWS)}", f"/d/{output.id(f'agreements/{PDF.name}')}"):
        page = tab(served, path, size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("window.shift = 0; new PerformanceObserver(all => { for (const one of all.getEntries()) "
                  "if (!one.hadRecentInput) window.shift += one.value; }).observe({type: 'layout-shift', buffered: true})")  # fmt: skip
    page.keyboard.press("v")
    until(page, "document.querySelector('figure img').naturalWidth > 0")
    assert page.evaluate("window.shift") < 0.02


def test_a_review_by_touch_on_a_phone(output: Output, served: Served, tab: Open) -> None:
    page = tab(served, f"/d/{output.id(NEWS)}", PHONE, has_touch=True, is_mobile=True)
    one = page.locator(".value.f-place")
    one.get_by_label("Accept", exact=True).tap()
    one.get_by_text("An: accepted").wait_for()
    button = one.get_by_label("Reject").bounding_box()
    assert button
    assert min(button["width"], button["height"]) >= 40
    current = page.locator(".value[aria-current]").bounding_box()
    paper = page.locator(".paper").bounding_box()
    assert current
    assert paper
    assert current["y"] >= paper["y"] + paper["height"] - 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_everybody_can_use_it(
    output: Output, served: Served, served_vietnamese: Served, tab: Open, size: dict[str, int]
) -> None:
    """axe finds nothing against WCAG 2.2 AA: contrast, names, roles, order of headings."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page, options=WCAG).response["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
        assert told == [], json.dumps(told, ensure_ascii=False, indent=1)

    check(tab(served, "/", size, bypass_csp=True))
    check(tab(served, "/?words=nichts", size, bypass_csp=True))
    page = tab(served_vietnamese, f"/d/{output.id(f'agreements/{PDF.name}')}", size, bypass_csp=True)
    check(page)
    for key in "arr":
        page.keyboard.press(key)
    saved(page)
    page.keyboard.press("v")
    check(page)
    page.keyboard.press("c")
    check(page)
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    check(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    check(page)


def test_the_name_is_asked_once(output: Output, served_nameless: Served, tab: Open) -> None:
    page = tab(served_nameless, f"/d/{output.id(NEWS)}")
    page.get_by_label("Name").fill("Lê Thị Bưởi")
    page.get_by_label("Language").select_option("vi")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector(".value[aria-current]")
    assert page.get_by_text("chưa duyệt").count() > 1
    page.keyboard.press("a")
    saved(page)
    assert output.decisions()[0]["reviewer"] == "Lê Thị Bưởi"
