from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from camket.document import Document
from tests.ingest.pdfs import A4, pdf, read, typed

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LINES = (
    "Ngày 5 tháng 3, hai sở đã ký kết thỏa thuận hợp tác",
    "về trao đổi dữ liệu đất đai giữa các huyện của tỉnh",
    "và phối hợp kiểm tra Ở vùng giáp ranh – theo quý.",
)
_SCALE = 3


def ink(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where the first page is dark, in pixels of a third of a point."""
    book = pypdfium2.PdfDocument(data)
    image = book[0].render(scale=_SCALE).to_pil().convert("L")
    book.close()
    return np.asarray(image) < 160


def inside(document: Document, dark: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    """The share of all ink that lies in the boxes of words; every box must hold some."""
    left = dark.copy()
    for word in document.word_boxes:
        x0, y0, x1, y1 = (round(side * _SCALE) for side in word.box)
        assert dark[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1].any(), word
        left[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1] = False
    return 1 - float(left.sum()) / float(dark.sum())


def altered(data: bytes, change: Callable[[pypdfium2.PdfPage], None]) -> bytes:
    book = pypdfium2.PdfDocument(data)
    page = book[0]
    change(page)
    page.close()
    buffer = io.BytesIO()
    book.save(buffer)
    book.close()
    return buffer.getvalue()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("lines", ["upright", "lying"])
def test_the_ink_of_a_word_is_in_its_box_however_the_page_is_turned(turned: int, lines: str, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        if lines == "upright" and turned:
            canvas.translate(*{90: (A4[0], 0), 180: A4, 270: (0, A4[1])}[turned])
            canvas.rotate(turned)
            canvas.translate(0, -150 if turned != 180 else 0)
        typed(*LINES)(canvas)

    data = altered(pdf(draw), lambda page: page.set_rotation(turned))
    document = read(data, tmp_path, ocr="never")
    page = document.pages[0]
    assert (page.width, page.height) == pytest.approx(A4[::-1] if turned % 180 else A4)
    assert inside(document, ink(data)) > 0.97
    if lines == "upright":
        assert document.text.split() == " ".join(LINES).split()


def test_the_boxes_of_a_cropped_page_count_from_what_is_shown(tmp_path: Path) -> None:
    data = altered(pdf(typed(*LINES)), lambda page: page.set_cropbox(50, 650, 550, 800))
    document = read(data, tmp_path)
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((500, 150))
    assert inside(document, ink(data)) > 0.97


def test_words_outside_the_visible_page_are_left_out_and_told(tmp_path: Path) -> None:
    data = altered(pdf(typed(*LINES, leading=100)), lambda page: page.set_cropbox(0, 600, 595, 842))
    document = read(data, tmp_path)
    assert LINES[0] in document.text
    assert "phối hợp" not in document.text
    assert document.warnings == ("layout: 12 words outside of the visible pages are left out",)


def test_pages_of_different_sizes_have_boxes_of_their_own(tmp_path: Path) -> None:
    def wide(canvas: Canvas) -> None:
        canvas.setPageSize((1200, 400))
        canvas.drawString(1000, 350, "Phụ lục rộng")

    document = read(pdf(typed(*LINES), wide), tmp_path)
    assert (document.pages[1].width, document.pages[1].height) == (1200, 400)
    last = document.word_boxes[-1]
    assert last.page == 2
    assert last.box[0] > 1000
    assert 35 < last.box[1] < 50


def test_a_word_cut_by_a_hyphen_has_a_box_on_each_line(tmp_path: Path) -> None:
    document = read(
        pdf(typed("Hai bên thống nhất thực hiện chương trình phối hợp coopera-", "tion trên tỉnh.")), tmp_path
    )
    start = document.text.index("cooperation")
    boxes = [word.box for word in document.word_boxes if start <= word.place.start < start + len("cooperation")]
    assert len(boxes) == 2
    assert boxes[0][1] < boxes[1][1]


def test_the_constants_of_pdfium_that_the_reader_needs_are_there() -> None:
    for name in (
        "FPDFText_GetLooseCharBox",
        "FPDFText_HasUnicodeMapError",
        "FPDFTextObj_GetTextRenderMode",
        "FPDFPage_Flatten",
    ):
        assert hasattr(pdfium, name)
