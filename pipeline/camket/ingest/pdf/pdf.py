"""PDF: each page by what can be trusted on it: pdfium's text, pdfplumber's, or OCR of its picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from camket.document import Document
from camket.errors import BrokenDocumentError, EncryptedDocumentError, NeedsOcrError, TextSuspectError
from camket.ingest.build import Meta, content_id, from_sheets
from camket.ingest.options import ReadOptions
from camket.ingest.pdf.pdf_pages import PageReader, ReadPage, State

_MOST_NAMES = 5
_SEEN_TWICE = 20
"""Of a file whose first pages are all blank so many are looked at by the second reader."""
_CATALOGUE = re.compile(rb"(\d{1,8})\s+(\d{1,5})\s+obj\s*<<[^>]*/Type\s*/Catalog\b")


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a PDF file, each page by its text or by OCR.

    EncryptedDocumentError where it asks for a password, BrokenDocumentError where neither pdfium nor pdfplumber can
    open it, NeedsOcrError where it is a picture and OCR is off, TextSuspectError where no page has text to be trusted.
    """
    book = _open(data, name)
    mended = _mended(data) if book is None else None
    if mended is not None:
        book = _open(mended, name)
    reader = PageReader(data if book is None or mended is None else mended, name, options)
    try:
        count = len(book) if book is not None else 0
        known = count or reader.second.pages()
        if not known:
            raise BrokenDocumentError(
                f"{name}: this PDF is damaged or has no pages; print it to a new PDF and try again"
            )
        options.limits.check("pages", known, name)
        pages = [reader.read(book, at) if count else reader.by_second(at) for at in range(known)]
        if all(page.state is State.BLANK for page in pages[:_SEEN_TWICE]):
            pages = _seen_twice(pages, reader)
        notes = _notes(book) if book is not None else []
        if mended is not None and book is not None:
            notes.append("damaged: the end of this PDF is lost; what was found of its pages is read")
    finally:
        reader.second.close()
        if book is not None:
            book.close()
    _check(pages, name, options)
    told = [*notes, *_fonts(pages), *_outside(pages), *(note for page in pages for note in page.notes)]
    sheets = [page.sheet for page in pages]
    return from_sheets(name, "application/pdf", content_id(data), sheets, Meta(warnings=tuple(told)))


def _seen_twice(pages: Sequence[ReadPage], reader: PageReader) -> list[ReadPage]:
    """The first pages as pdfplumber reads them where it finds text, for pdfium shows some damaged pages as blank."""
    again = [reader.by_second(at, "pdfium shows it as blank") for at in range(len(pages[:_SEEN_TWICE]))]
    found = [new if new.state is State.READ else old for old, new in zip(pages, again, strict=False)]
    return [*found, *pages[_SEEN_TWICE:]]


def _open(data: bytes, name: str) -> Any:
    """The document of pypdfium2, None where pdfium cannot open the file."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if any(word in str(error).lower() for word in ("password", "security")):
            raise EncryptedDocumentError(f"{name}: this PDF asks for a password; save it without one") from error
        return None


def _mended(data: bytes) -> bytes | None:
    """The file with a new end, which tells where its catalogue is; None where it has none."""
    found = _CATALOGUE.findall(data)
    if not found:
        return None
    number, generation = found[-1]
    return data + b"\ntrailer\n<</Root %d %d R>>\n%%%%EOF\n" % (int(number), int(generation))


def _check(pages: Sequence[ReadPage], name: str, options: ReadOptions) -> None:
    """NeedsOcrError or TextSuspectError where no page was read."""
    states = {page.state for page in pages}
    if State.READ in states:
        return
    if State.UNTRUSTED in states:
        raise TextSuspectError(
            f"{name}: the text in this PDF is not to be trusted ({_first_note(pages)}); "
            "run with --ocr auto, or print it to a new PDF"
        )
    if State.PICTURE in states:
        if options.ocr == "never":
            raise NeedsOcrError(f"{name}: this PDF is a picture and OCR is off; run with --ocr auto")
        raise NeedsOcrError(f"{name}: this PDF is a picture; {_first_note(pages)}")
    many = f"its {len(pages)} pages are" if len(pages) > 1 else "its page is"
    what = "blank or damaged, or hold only pictures without text"
    raise TextSuspectError(f"{name}: there is no text in this PDF: {many} {what}; look at it")


def _first_note(pages: Sequence[ReadPage]) -> str:
    return next((note for page in pages for note in page.notes), "no page gave text")


def _fonts(pages: Sequence[ReadPage]) -> list[str]:
    """That text was in the letters of a code page of old, told once for each."""
    charsets = sorted({page.charset for page in pages if page.charset})
    return [f"encoding: text in fonts with the code page {charset} was read as Vietnamese" for charset in charsets]


def _outside(pages: Sequence[ReadPage]) -> list[str]:
    """How many words stand outside of the visible pages, told once."""
    words = sum(page.outside for page in pages)
    return [f"layout: {words} words outside of the visible pages are left out"] if words else []


def _notes(book: Any) -> list[str]:
    """What the file holds beside its pages and is not read."""
    notes = []
    count = book.count_attachments()
    if count > 0:
        names = [book.get_attachment(at).get_name() for at in islice(range(count), _MOST_NAMES)]
        more = f" and {count - _MOST_NAMES} more" if count > _MOST_NAMES else ""
        notes.append(f"attachments: files inside this PDF are not read: {', '.join(names)}{more}")
    if pdfium.FPDF_GetFormType(book.raw) == pdfium.FORMTYPE_XFA_FULL:
        notes.append("form: this is an XFA form, of which only the printed pages are read")
    return notes
