"""PDF files that tests make for themselves."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from camket import ingest
from camket.document import Document
from camket.ingest import ReadOptions

if TYPE_CHECKING:
    from PIL import Image

A4 = (595.0, 842.0)
_FONTS = Path("/usr/share/fonts/truetype/dejavu")


@cache
def font() -> str:
    """The name of a font that has all Vietnamese letters."""
    pdfmetrics.registerFont(TTFont("DejaVu", _FONTS / "DejaVuSerif.ttf"))
    return "DejaVu"


def pdf(*pages: Callable[[Canvas], Any], size: tuple[float, float] = A4) -> bytes:
    """A PDF file of the pages that the functions draw."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for page in pages:
        canvas.setFont(font(), 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def typed(*lines: str, x: float = 72, top: float = 100, leading: float = 15) -> Callable[[Canvas], None]:
    """Draws the lines one below the other, the first `top` points from the top."""

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(x, A4[1] - top - leading * at, line)

    return draw


def hidden(*lines: str) -> Callable[[Canvas], None]:
    """Writes the lines invisibly, as OCR programs put text below a scan."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, A4[1] - 100)
        text.setTextRenderMode(3)
        text.setFont(font(), 11)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)

    return draw


def scan(data: bytes, page: int = 0, dpi: int = 150) -> Image.Image:
    """A page of a PDF file as a picture."""
    import pypdfium2  # noqa: PLC0415 - as in the reader

    book = pypdfium2.PdfDocument(data)
    image: Image.Image = book[page].render(scale=dpi / 72).to_pil().convert("L")
    book.close()
    return image


def picture(image: Image.Image, box: tuple[float, float, float, float] = (0, 0, *A4)) -> Callable[[Canvas], None]:
    """Draws a picture over the box x, y, width, height."""

    def draw(canvas: Canvas) -> None:
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        canvas.drawImage(ImageReader(buffer), *box)

    return draw


def together(*parts: Callable[[Canvas], Any]) -> Callable[[Canvas], None]:
    """Draws all the parts on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def between_letterheads_and_signatures(body: list[str]) -> Callable[[Canvas], None]:
    """A page with two letterheads side by side, the lines of `body`, and two signature blocks side by side."""
    return together(
        typed("ỦY BAN NHÂN DÂN", "TỈNH HÒA NAM", top=70), typed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=300, top=70),
        typed(*body, top=140),
        typed("ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "", "", "Nguyễn Văn An", top=300),
        typed("ĐẠI DIỆN BÊN B", "HIỆU TRƯỞNG", "", "", "Trần Thị Bình", x=340, top=300),
    )  # fmt: skip


def read(data: bytes, tmp_path: Path, **options: object) -> Document:
    """The document of the PDF file, as `camket` reads it."""
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return ingest.read(path, "a.pdf", ReadOptions(**options))  # type: ignore[arg-type]
