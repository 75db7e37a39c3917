"""PDF: words and boxes by pdfplumber, checked against pdfium; pages without text by OCR."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from camket.document import Document
from camket.errors import BrokenDocumentError, EncryptedDocumentError, NeedsOcrError
from camket.ingest import ocr
from camket.ingest.build import Meta, content_id, from_sheets
from camket.ingest.encodings import clean
from camket.ingest.lines import Sheet, Word, lines_of
from camket.ingest.options import ReadOptions

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_FEWEST_LETTERS = 20
"""A page with fewer letters than this is taken as a picture."""
_AGREE = 0.6
_POINTS = 72


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a PDF file: its text where it has any, else what OCR reads."""
    import pdfplumber  # noqa: PLC0415 - 0.4 s to import, and only PDF files need it
    from pdfminer.pdfdocument import PDFNoValidXRef, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfminer.pdfexceptions import PDFException  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    quick = _open(data, name)
    try:
        options.limits.check("pages", len(quick), name)
        warnings: list[str] = []
        try:
            with pdfplumber.open(io.BytesIO(data)) as book:
                sheets = list(_sheets(quick, book, name, options, warnings))
        except (PDFNoValidXRef, PDFPasswordIncorrect, PDFException, PdfminerException) as error:
            raise BrokenDocumentError(f"{name}: this PDF is damaged; print it to a new PDF and try again") from error
    finally:
        quick.close()
    return from_sheets(name, "application/pdf", content_id(data), sheets, Meta(warnings=tuple(warnings)))


def _open(data: bytes, name: str) -> PdfDocument:
    import pypdfium2  # noqa: PLC0415

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedDocumentError(f"{name}: this PDF asks for a password; save it without one") from error
        raise BrokenDocumentError(f"{name}: this PDF is damaged; print it to a new PDF and try again") from error


def _sheets(quick: PdfDocument, book: Any, name: str, options: ReadOptions, warnings: list[str]) -> Iterator[Sheet]:
    """The pages in order; a page of pictures is read by OCR where options allow."""
    for number, page in enumerate(book.pages, 1):
        told = _quick_text(quick, number - 1)
        picture = options.ocr == "always" or sum(map(str.isalnum, told)) < _FEWEST_LETTERS
        if picture and options.ocr != "never":
            yield ocr.read_page(_picture(quick, number - 1, options), name)
            continue
        words = [Word(word["text"], (word["x0"], word["top"], word["x1"], word["bottom"]))
                 for word in page.extract_words(x_tolerance=1.5, keep_blank_chars=False)]  # fmt: skip
        size = float(page.width), float(page.height)
        page.close()
        found = sum(len(word.text) for word in words)
        if found < _AGREE * len("".join(told.split())):
            warnings.append(
                f"page {number}: pdfplumber read {found} letters, pdfium more; pdfium's text is used, without boxes"
            )
            words = _unplaced(told)
        if not words:
            warnings.append(f"page {number}: there is no text on this page, and OCR is off")
            if len(book.pages) == 1:
                raise NeedsOcrError(f"{name}: this PDF is a picture and OCR is off; run with --ocr auto")
        yield Sheet(lines_of(words), *size)


def _quick_text(quick: PdfDocument, at: int) -> str:
    page = quick[at]
    text = page.get_textpage().get_text_bounded()
    page.close()
    return clean(text)


def _picture(quick: PdfDocument, at: int, options: ReadOptions) -> Any:
    page = quick[at]
    width, height = page.get_size()
    dpi = min(ocr.DPI, _POINTS * (options.limits.page_pixels / max(1.0, width * height)) ** 0.5)
    image = page.render(scale=dpi / _POINTS).to_pil()
    page.close()
    return (
        image if dpi == ocr.DPI else image.resize((round(width * ocr.DPI / _POINTS), round(height * ocr.DPI / _POINTS)))
    )


def _unplaced(text: str) -> list[Word]:
    """Words of plain text on lines of their own, with boxes that only keep their order."""
    return [Word(word, (float(x), 12.0 * y, float(x) + 0.9, 12.0 * y + 10))
            for y, line in enumerate(text.split("\n")) for x, word in enumerate(line.split())]  # fmt: skip
