from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from camket.errors import LimitError
from camket.ingest import Limits, ReadOptions
from camket.ingest.office import word
from camket.ingest.office.word_fonts import in_unicode
from tests.ingest.encoders import in_page, shown_by_windows

LINE = "Trường Cao đẳng nghề Hòa An và Công ty May Đại Phúc ký thỏa thuận hợp tác"
HEAD = "Sở Lao động tỉnh và các đơn vị"


def shown(text: str, page: str) -> str:
    return shown_by_windows(in_page(text, page))


def set_font(element: Any, name: str, **more: str) -> None:
    """The font of a run or style; `more` are other attributes, such as a theme's."""
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for slot in ("ascii", "hAnsi") if name else ():
        fonts.set(qn(f"w:{slot}"), name)
    for slot, value in more.items():
        fonts.set(qn(f"w:{slot}"), value)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def lines_of(data: bytes) -> list[str]:
    return word.read(data, "a.docx", ReadOptions()).text.split("\n")


def with_runs(*runs: tuple[str, str | None]) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, font in runs:
        run = paragraph.add_run(text)
        if font:
            set_font(run.element, font)
    return saved(document)


@pytest.mark.parametrize(("font", "page"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni"), ("VPS Times", "vps")])
def test_runs_in_old_fonts_are_read_beside_runs_in_unicode(font: str, page: str) -> None:
    data = with_runs((shown(LINE, page), font), (" – ngày 5/3 tại Hà Nội: ", None), (shown(HEAD, page), font))
    document = word.read(data, "a.docx", ReadOptions())
    assert document.text == f"{LINE} – ngày 5/3 tại Hà Nội: {HEAD}"
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("encoding: text in ")


def test_a_font_of_capitals_gives_capitals() -> None:
    assert lines_of(with_runs((shown(LINE.lower(), "tcvn3"), ".VnTimeH"))) == [LINE.upper()]


@pytest.mark.parametrize("where", ["paragraph style", "style above", "character style", "defaults", "theme"])
def test_the_font_of_a_style_or_theme_is_that_of_its_text(where: str) -> None:
    document = docx.Document()
    styles = document.styles
    paragraph = document.add_paragraph(style="List Bullet" if "style" in where else None)
    run = paragraph.add_run(shown(LINE, "vni"))
    if where == "paragraph style":
        set_font(styles["List Bullet"].element, "VNI-Times")
    elif where == "style above":
        set_font(styles["Normal"].element, "VNI-Times")
    elif where == "character style":
        set_font(styles["Emphasis"].element, "VNI-Times")
        run.style = styles["Emphasis"]
    elif where == "defaults":
        fonts = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
        fonts.attrib.clear()
        fonts.set(qn("w:hAnsi"), "VNI-Times")
        styles["Normal"].element.get_or_add_rPr().clear()
    data = saved(document)
    if where == "theme":
        set_font(styles["Normal"].element, "", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi")
        data = replaced(
            saved(document),
            "word/theme/theme1.xml",
            b'<a:latin typeface="Calibri"/>',
            b'<a:latin typeface="VNI-Times"/>',
        )
        data = replaced(
            data, "word/theme/theme1.xml", b'<a:latin typeface="Cambria"/>', b'<a:latin typeface="VNI-Times"/>'
        )
    assert lines_of(data) == ["• " + LINE if "style" in where else LINE]


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The zip with `old` replaced in one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as box, zipfile.ZipFile(made, "w") as copy:
        for name in box.namelist():
            content = box.read(name)
            copy.writestr(name, content.replace(old, new) if name == part else content)
    return made.getvalue()


def test_a_run_with_a_font_of_its_own_in_an_old_style_is_unicode() -> None:
    document = docx.Document()
    set_font(document.styles["Normal"].element, ".VnTime")
    paragraph = document.add_paragraph(shown("Sở Y tế ", "tcvn3"))
    set_font(paragraph.add_run("và cơ quan có trách nhiệm").element, "Arial")
    assert lines_of(saved(document)) == ["Sở Y tế và cơ quan có trách nhiệm"]


def test_unicode_typed_under_an_old_font_stays() -> None:
    document = docx.Document()
    set_font(document.styles["Normal"].element, ".VnTime")
    document.add_paragraph(shown(LINE, "tcvn3"))
    document.add_paragraph("Các bên có trách nhiệm thực hiện cam kết")
    assert lines_of(saved(document)) == [LINE, "Các bên có trách nhiệm thực hiện cam kết"]


def test_a_letter_of_vni_that_is_parted_by_runs_is_whole() -> None:
    font = "VNI-Times"
    assert lines_of(with_runs(("Ho", font), ("øa Bình ho", font), ("ïc", font))) == ["Hòa Bình học"]


def test_tables_headers_and_notes_are_rewritten_too() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    set_font(cell.add_run(shown(LINE, "tcvn3")).element, ".VnTime")
    set_font(document.sections[0].header.paragraphs[0].add_run(shown(HEAD, "tcvn3")).element, ".VnTime")
    data, warnings = in_unicode(saved(document), "a.docx", ReadOptions())
    assert LINE in lines_of(data)
    assert warnings == ("encoding: text in TCVN3 (ABC) was read as Vietnamese",)
    assert HEAD in docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("page", ["tcvn3", "vni"])
def test_old_text_whose_fonts_say_nothing_is_told_by_its_words(page: str) -> None:
    document = docx.Document()
    for text in (shown(LINE, page), "Một dòng bằng Unicode, có giá trị", shown(HEAD, page)):
        document.add_paragraph(text)
    assert lines_of(saved(document)) == [LINE, "Một dòng bằng Unicode, có giá trị", HEAD]


def test_look_alikes_of_letters_are_made_these() -> None:
    document = word.read(with_runs(("Ðại học và phƣ", None), ("ơng án", None)), "a.docx", ReadOptions())
    assert document.text == "Đại học và phương án"
    assert len(document.warnings) == 1


def test_a_file_without_old_fonts_is_not_touched() -> None:
    document = docx.Document()
    document.add_paragraph(f"{LINE} – 30 °C, © 2019")
    data = saved(document)
    assert in_unicode(data, "a.docx", ReadOptions()) == (data, ())
    damaged = data[:2000] + bytes(400) + data[2400:]
    assert in_unicode(damaged, "a.docx", ReadOptions()) == (damaged, ())
    assert in_unicode(b"PK\x03\x04 broken", "a.docx", ReadOptions()) == (b"PK\x03\x04 broken", ())


def test_tabs_part_the_words() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run(shown("Ký", "vni"))
    set_font(run.element, "VNI-Times")
    run.add_tab()
    run.add_text(shown("kết", "vni"))
    assert " ".join(lines_of(saved(document))).split() == ["Ký", "kết"]


def test_a_file_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    with pytest.raises(LimitError, match="unpacked_bytes"):
        in_unicode(with_runs((LINE, None)), "a.docx", ReadOptions(limits=Limits(unpacked_bytes=1000)))
