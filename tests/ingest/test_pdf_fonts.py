from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdfs import pdf, read, typed

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PLAIN = "Sở Y tế Hòa Bình ký quy chế phối hợp"
TCVN3 = "Së Y tÕ Hßa B×nh ký quy chÕ phèi hîp"
VNI = "Sôû Y teá Hoøa Bình kyù quy cheá phoái hôïp"


def in_font(name: bytes, *lines: str) -> bytes:
    """A PDF file with the lines in Windows' letters, in a font called `name`."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        typed(*lines)(canvas)

    assert len(name) == len(b"Helvetica")
    return pdf(draw).replace(b"/BaseFont /Helvetica", b"/BaseFont /" + name)


@pytest.mark.parametrize(
    ("name", "line", "charset"), [(b".VnTimeAB", TCVN3, "tcvn3"), (b"VNI-Times", VNI, "vni")], ids=["tcvn3", "vni"]
)
def test_text_in_fonts_with_code_pages_of_old_is_read_as_vietnamese(
    name: bytes, line: str, charset: str, tmp_path: Path
) -> None:
    document = read(in_font(name, line, line), tmp_path)
    assert document.text.startswith(PLAIN)
    assert document.warnings == (f"encoding: text in fonts with the code page {charset} was read as Vietnamese",)
    boxes = [word.box for word in document.word_boxes[: len(PLAIN.split())]]
    assert boxes[0][0] == pytest.approx(72, abs=1)
    assert boxes == sorted(boxes)
    assert len({box[1] for box in boxes}) == 1


def test_a_code_page_of_old_is_told_by_the_letters_where_the_font_has_another_name(tmp_path: Path) -> None:
    assert PLAIN in read(in_font(b"Helvetica", *[TCVN3] * 4), tmp_path).text


def test_french_in_windows_letters_stays_french(tmp_path: Path) -> None:
    french = "Le ministère de la Santé et la région ont signé un accord de coopération à Huế".replace("ế", "é")
    assert french in read(in_font(b"Helvetica", french), tmp_path, ocr="never").text
