from __future__ import annotations

import json
import re
import unicodedata
from email.message import EmailMessage
from pathlib import Path

import pytest

from camket import ingest
from camket.document import BlockKind, Document
from camket.errors import BrokenDocumentError, DocumentError, EmptyDocumentError, TextSuspectError, UnsupportedError
from camket.ingest.web.page_dates import day_of_line, day_of_stamp
from camket.run.flow import Kit, process
from camket.run.inputs import Input
from tests.ingest import pages
from tests.ingest.pages import AUTHOR, CAPTIONS, DAY, DESIGNS, FURNITURE, ITEMS, LEAD, PARAGRAPHS, ROWS, TITLE

PROSE = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read(folder: Path, page: str | bytes, name: str = "a.html") -> Document:
    (folder / name).write_bytes(page if isinstance(page, bytes) else page.encode())
    return ingest.read(folder / name, name)


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [block.place.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


@pytest.fixture(scope="module", params=DESIGNS)
def design(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Document]:
    return request.param, read(tmp_path_factory.mktemp("pages"), DESIGNS[request.param]())


def test_the_title_day_source_address_and_writer_of_a_page_are_read(design: tuple[str, Document]) -> None:
    name, document = design
    assert document.title == TITLE
    assert document.published_on == DAY
    assert document.source == pages.SOURCES[name]
    assert document.url == pages.ADDRESSES.get(name)
    if name == "portal_with_clock":  # it names no writer
        assert document.author is None
    else:
        assert document.author is not None
        assert document.author.lower() == AUTHOR.lower()


def test_every_part_of_the_release_is_there_once_and_in_order(design: tuple[str, Document]) -> None:
    _, document = design
    parts = [TITLE, LEAD, *PARAGRAPHS[:2], *ITEMS, *PARAGRAPHS[2:]]
    assert [document.text.count(part) for part in parts] == [1] * len(parts)
    assert sorted(parts, key=document.text.index) == parts
    items = [text.removeprefix("- ") for text in texts(document, BlockKind.LIST_ITEM)]
    assert items == list(ITEMS)


def test_nothing_that_only_belongs_to_the_page_is_read(design: tuple[str, Document]) -> None:
    _, document = design
    said = "\n".join(text for text in texts(document) if text not in texts(document, BlockKind.FURNITURE))
    assert [word for word in FURNITURE if word in said] == []


def test_a_row_of_a_table_is_a_line_with_a_block_for_each_cell(design: tuple[str, Document]) -> None:
    _, document = design
    assert texts(document, BlockKind.TABLE_CELL) == [cell for row in ROWS for cell in row]
    lines = document.text.split("\n")
    assert all("    ".join(row) in lines for row in ROWS)


def test_the_caption_of_a_picture_is_a_caption(design: tuple[str, Document]) -> None:
    name, document = design
    if CAPTIONS[0] in DESIGNS[name]():
        assert len([text for text in texts(document, BlockKind.CAPTION) if text.startswith(CAPTIONS[0])]) == 1


def test_the_places_of_a_page_hold(design: tuple[str, Document]) -> None:
    _, document = design
    ends = 0
    assert unicodedata.is_normalized("NFC", document.text)
    for block in document.blocks:
        assert ends <= block.place.start < block.place.end <= len(document.text)
        ends = block.place.end


@pytest.mark.parametrize("name", ["sharepoint", "joomla", "liferay", "vnexpress", "nested_tables", "print_view"])
def test_a_page_is_read_without_the_names_of_its_elements(name: str, tmp_path: Path) -> None:
    bare = re.sub(r'\s(?:class|id|role|itemprop)=(?:"[^"]*"|\w+)(?=[^<>]*>)', "", DESIGNS[name]())
    document = read(tmp_path, bare)
    assert (document.title, document.published_on) == (TITLE, DAY)
    assert [part for part in (LEAD, *PARAGRAPHS, *ITEMS) if document.text.count(part) != 1] == []


@pytest.mark.parametrize("name", ["dantri", "wordpress", "vnexpress", "sharepoint", "newspaper_cms"])
def test_a_page_in_which_no_article_is_found_is_read_all_the_same(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    document = read(tmp_path, DESIGNS[name]())
    assert any(warning.startswith("page: no article was told apart") for warning in document.warnings)
    assert [part for part in (TITLE, *PARAGRAPHS, *ITEMS) if document.text.count(part) != 1] == []
    said = "\n".join(text for text in texts(document) if text not in texts(document, BlockKind.FURNITURE))
    assert [word for word in FURNITURE if word in said] == []


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2012-11-13T19:00:00Z", "2012-11-14"), ("2012-11-13T16:59:59Z", "2012-11-13"), ("2012-11-14", "2012-11-14"),
        ("2012-11-14T23:30:00+07:00", "2012-11-14"), ("2012-11-13T17:00:00.000+0000", "2012-11-14"),
        ("2012-11-14T09:15:00 GMT+7", "2012-11-14"), ("20121114T0915", "2012-11-14"), ("14/11/2012 09:15", "2012-11-14"),
        ("Tue, 13 Nov 2012 19:00:00 GMT", "2012-11-14"), ("11/14/2012 9:15:00 AM", "2012-11-14"), ("2012-02-31", None),
        ("0", None), ("9999-12-31T23:59:59Z", None),
    ],
)  # fmt: skip
def test_a_timestamp_is_of_the_day_that_vietnam_had_then(stamp: str, day: str | None) -> None:
    assert day_of_stamp(stamp) == day


@pytest.mark.parametrize(
    "line",
    [
        "Thứ tư, 14/11/2012 - 09:15", "09:15 | 14/11/2012", "Thứ tư, 14 Tháng 11 2012 09:15", "14 Tháng Mười Một, 2012",
        "Tháng Mười Một 14, 2012", "Cập nhật lúc 09:15, ngày 14/11/2012 (GMT+7)", "Thứ 4, ngày 14 tháng 11 năm 2012",
        "2012-11-14 09:15", "Posted on November 14, 2012", "14.11.2012",
    ],
)  # fmt: skip
def test_the_date_lines_of_portals_are_read(line: str) -> None:
    assert day_of_line(line) == "2012-11-14"


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        (('<script type="application/ld+json">{"@type":"Article","datePublished":"2012-11-15"}</script>'
         '<meta property="article:published_time" content="2012-11-16">'), "", "2012-11-15"),
        ('<meta property="article:published_time" content="2012-11-15">', "Thứ tư, 14/11/2012", "2012-11-15"),
        ('<meta property="article:published_time" content="2016-01-05">', "Ngày đăng: 14/11/2012", "2012-11-14"),
        ('<meta property="article:published_time" content="2012-11-14">', "Cập nhật: 20/11/2012", "2012-11-14"),
        ("", "Thứ tư, 14/11/2012<time datetime='2019-01-01'></time>", "2012-11-14"),
        ("", "<time datetime='2012-11-14T09:00:00+07:00'>hai tuần trước</time>", "2012-11-14"),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_metadata_unless_the_line_below_the_headline_is_far_off(
    head: str, line: str, day: str | None, tmp_path: Path
) -> None:
    body = PROSE.replace("Dự lễ có", "Trước đó, ngày 02/03/2011, hai bên đã họp. Dự lễ có")
    document = read(
        tmp_path, f"<html><head>{head}</head><body><h1>{TITLE}</h1><div>{line}</div><div>{body}</div></body></html>"
    )
    assert document.published_on == day
    assert bool([warning for warning in document.warnings if warning.startswith("date:")]) is ("2016" in head)


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "description": "một\nhai", "headline": "%s", "datePublished": "2012-11-14"}',
        '[{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "%s", "datePublished": "2012-11-14",}]',
        (
            '<!-- {"@graph": [{"@type": "WebPage", "datePublished": "2010-01-01"}, '
            '{"@type": "Article", "headline": "%s", "datePublished": "2012-11-14"}]} -->'
        ),
        '//<![CDATA[\n{"@type": "Report", "headline": "%s", "datePublished": "2012-11-14"}\n//]]>',
        '{"@type": "NewsArticle", "about": "lời "hay" quá", "headline": "%s", "datePublished": "2012-11-14T01:00:00"}',
        "[" * 5_000 + '{"headline": "%s", "datePublished": "2012-11-14"}',
    ],
)
def test_the_json_of_real_pages_is_read_even_where_it_is_none(data: str, tmp_path: Path) -> None:
    page = f'<html><head><script type="application/ld+json">{data % TITLE}</script></head><body><div>{PROSE}</div></body></html>'
    document = read(tmp_path, page)
    assert (document.title, document.published_on) == (TITLE, "2012-11-14")


def test_the_place_that_a_lead_begins_with_stands_apart_from_it(tmp_path: Path) -> None:
    assert f"Hòa Bình - {LEAD}" in read(tmp_path, DESIGNS["vnexpress"]()).text


def test_the_heads_of_an_agreement_stay_above_its_title(tmp_path: Path) -> None:
    lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN GHI NHỚ", "Số: 05/2012/BBGN",
             "Căn cứ nhu cầu và khả năng của hai bên trong việc trao đổi cán bộ và học liệu giữa hai trường.",
             "Điều 1. Nội dung hợp tác", "1. Hai bên trao đổi mỗi năm 5 giảng viên, mỗi đợt không quá ba tháng.",
             "2. Hai bên cùng biên soạn giáo trình về nuôi trồng thủy sản.", "ĐẠI DIỆN BÊN A"]  # fmt: skip
    for mark in ("<p>{}</p>", "<div>{}</div>", "{}<br>"):
        page = f"<title>Văn bản</title><div class=menu><a href=/>Trang chủ</a></div><div>{''.join(mark.format(line) for line in lines)}</div>"
        assert read(tmp_path, page).text.split("\n") == lines


def test_a_sentence_that_begins_like_a_button_is_no_button(tmp_path: Path) -> None:
    said = "Chia sẻ tại buổi lễ, ông Khánh nói hai bên sẽ xây thêm một nhà bán trú."
    document = read(tmp_path, f"<h1>{TITLE}</h1><div>{PROSE}<p>{said}</p><p>Chia sẻ</p></div>")
    assert said in texts(document, BlockKind.PARAGRAPH)
    assert "Chia sẻ" not in texts(document, BlockKind.PARAGRAPH)
    assert ingest.from_text(f"{TITLE}\n\n{said}\n").blocks[1].kind is BlockKind.PARAGRAPH


def test_text_goes_on_after_a_box_of_links_and_ends_before_the_comments(tmp_path: Path) -> None:
    box = f"<p><b>Tin liên quan:</b></p><ul>{pages.links()}</ul>"
    body = PROSE.replace("<p>Kết thúc", f"{box}<p>Kết thúc")
    document = read(
        tmp_path, f"<h1>{TITLE}</h1><div>{body}<h3>Bình luận (1)</h3><p>Bài hay quá, chúc mừng hai bên.</p></div>"
    )
    assert PARAGRAPHS[-1] in texts(document, BlockKind.PARAGRAPH)
    assert "Bài hay quá" not in document.text
    assert "Lịch cắt điện tuần này" in texts(document, BlockKind.FURNITURE)


def test_a_cell_with_several_lines_keeps_them_apart(tmp_path: Path) -> None:
    table = "<table><tr><td>Sở Y tế</td><td><p>Cử bác sĩ;</p><p>Cấp thuốc.</p></td></tr><tr><td>Tỉnh đoàn</td><td>Vận động</td></tr></table>"
    lines = read(tmp_path, f"<h1>{TITLE}</h1><div>{PROSE}{table}</div>").text.split("\n")
    assert lines[-4:] == ["Sở Y tế", "Cử bác sĩ;", "Cấp thuốc.", "Tỉnh đoàn    Vận động"]


def test_columns_that_are_set_with_blanks_stay_apart(tmp_path: Path) -> None:
    line = f"Số: 5/QC-UBND{'&nbsp; ' * 20}Hòa Bình, ngày 3 tháng 4 năm 2012"
    document = read(tmp_path, f"<div><p>{line}</p><p>{'&nbsp;' * 9}{PARAGRAPHS[0]}</p>{PROSE}</div>")
    assert document.text.split("\n")[0] == "Số: 5/QC-UBND    Hòa Bình, ngày 3 tháng 4 năm 2012"
    assert document.text.split("\n")[1] == PARAGRAPHS[0]


def test_a_title_that_only_names_a_kind_of_page_is_none(tmp_path: Path) -> None:
    for title in ("Chi tiết tin", "Cổng thông tin điện tử tỉnh Hòa Bình"):
        document = read(tmp_path, f"<title>{title}</title><div><p>{TITLE}</p>{PROSE}</div>")
        assert (document.title, document.blocks[0].kind) == (TITLE, BlockKind.HEADLINE)


def test_a_broken_line_of_a_print_view_is_put_together(tmp_path: Path) -> None:
    page = f"<b>{TITLE}</b><br><br>Sáng 13/11, hai bên đã ký chương trình phối hợp về chăm sóc<br>sức khỏe thanh thiếu niên.<br>- Khám;<br>- Chữa."
    assert "chăm sóc sức khỏe" in read(tmp_path, page).text
    assert texts(read(tmp_path, page), BlockKind.LIST_ITEM) == ["- Khám;", "- Chữa."]


def saved(page: bytes, address: str = "https://baomuong.example/ky.html") -> bytes:
    """A page as a browser saves it: an advertisement's frame, the page without a charset, a picture."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = "x"
    message.make_related()
    for body, place in ((b"<html><body><p>Quang cao</p></body></html>", "https://ads.example/"), (page, address)):
        message.add_related(body, "text", "html", cte="quoted-printable")
        part = list(message.iter_parts())[-1]
        part.replace_header("Content-Type", "text/html")
        part["Content-Location"] = place
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html"])
def test_a_saved_page_is_the_page_at_its_address(name: str, tmp_path: Path) -> None:
    document = read(tmp_path, saved(DESIGNS["vnexpress"]().encode()), name)
    assert (document.title, document.published_on, document.author) == (TITLE, DAY, AUTHOR)
    assert document.media_type == "multipart/related"
    assert "Quang cao" not in document.text
    assert read(tmp_path, saved(DESIGNS["print_view"]().encode()), name).url == "https://baomuong.example/ky.html"


def test_of_a_saved_page_of_frames_the_longest_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message.make_related()
    for body in ("<frameset><frame src=a></frameset>", "<p>Menu</p>", DESIGNS["joomla"]()):
        message.add_related(body.encode(), "text", "html")
    assert read(tmp_path, message.as_bytes(), "a.mht").title == TITLE


@pytest.mark.parametrize(
    ("name", "page", "error", "told"),
    [
        ("a.html", "<html><body> <p> </p></body></html>", EmptyDocumentError, "no text"),
        ("a.html", "<!-- nothing -->", BrokenDocumentError, "open it in a browser"),
        ("a.html", "<frameset cols='1,2'><frame src=a></frameset>", TextSuspectError, "frames"),
        ("a.html", "<body><iframe src=a></iframe></body>", TextSuspectError, "frames"),
        (
            "a.html",
            "<noscript>Please enable JavaScript.</noscript><div id=root></div>",
            TextSuspectError,
            "by a script",
        ),
        ("a.html", "<div id='__next'></div><script>x</script>", TextSuspectError, "by a script"),
        ("a.html", "<p>Trang này yêu cầu bật JavaScript để xem.</p>", TextSuspectError, "by a script"),
        (
            "a.html",
            "<ul><li><a href=x>Trang chủ</a><li><a href=y>Giới thiệu</a></ul>",
            BrokenDocumentError,
            "no article",
        ),
        ("a.php", "<?php echo 1;", UnsupportedError, "no HTML page"),
        ("a.aspx", "plain words", UnsupportedError, "no HTML page"),
        ("a.mhtml", "MIME-Version: 1.0\nContent-Type: image/png\n\nabc", BrokenDocumentError, "no HTML"),
        ("a.mht", "no message at all", BrokenDocumentError, "no HTML"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_with_the_way_out(
    name: str, page: str, error: type[DocumentError], told: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=told) as caught:
        read(tmp_path, page, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert ";" in str(caught.value) or error is EmptyDocumentError


@pytest.mark.parametrize("name", ["a.aspx", "a.php", "a.shtml", "a.asp", "a.xhtml", "a.HTM"])
def test_pages_as_servers_name_them_are_read(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, DESIGNS["word_export"](), name).title == TITLE


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + PROSE + "</div>" * 100_000,
        "".join(f"<font size=2><b>{text}<br>" for text in PARAGRAPHS * 100),
        "".join(f"<table><tr><td>{text}" for text in PARAGRAPHS * 100),
        "".join(f"<ul><li>{text}" for text in PARAGRAPHS * 100),
    ],
    ids=["div", "font", "table", "list"],
)
def test_elements_nested_too_deep_lose_their_layout_and_no_word(page: str, tmp_path: Path) -> None:
    document = read(tmp_path, f"<html><body>{page}</body></html>")
    assert [text for text in PARAGRAPHS if text not in document.text] == []
    assert document.text.count(PARAGRAPHS[-1]) == page.count(PARAGRAPHS[-1])
    assert "page: its elements are nested too deep; it was read without its layout" in document.warnings


@pytest.mark.parametrize(
    "page",
    [
        PROSE.replace("Dự lễ", "Dự\x00 lễ &#0;&#xD800;&#1234567890;&bogus;&#150; &amp"),
        f'<img src="data:image/png;base64,{"A" * 11_000_000}">{PROSE}',
        f"<p>{' ' * 1_000_000}</p>{PROSE}",
        f'<div class="{"a-" * 500_000}" style="{"x:" * 500_000}">{PROSE}</div>',
        PROSE.replace("<p>", "<P ").replace("</p>", ""),
        f"<base href='http://[::1'><link rel=canonical href='http://[x'><meta property=og:url content=':'>{PROSE}",
    ],
    ids=["characters", "picture", "blanks", "names", "tags", "addresses"],
)
def test_what_is_broken_in_a_page_does_not_break_its_reading(page: str, tmp_path: Path) -> None:
    document = read(tmp_path, f"<h1>{TITLE}</h1>{page}")
    assert document.title == TITLE
    assert document.text.encode()
    assert "\x00" not in document.text


def test_a_page_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    page = DESIGNS["nested_tables"]()
    assert read(tmp_path, page.encode("utf-16")).title == TITLE
    assert read(tmp_path, unicodedata.normalize("NFD", page)).title == TITLE


def test_the_writer_of_a_plain_text_is_told_by_its_by_line(kit: Kit, tmp_path: Path) -> None:
    text = f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nBài và ảnh: Đinh Thị Mây\nNguồn: Sở Y tế\n"
    document = ingest.from_text(text)
    assert (document.author, document.source) == ("Đinh Thị Mây", "Sở Y tế")
    assert ingest.from_text(f"{TITLE}\n\n{PARAGRAPHS[0]}\n").author is None
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = json.loads(process(Input(tmp_path / "a.txt", "a.txt"), kit).record)
    assert record["document"]["author"] == "Đinh Thị Mây"
