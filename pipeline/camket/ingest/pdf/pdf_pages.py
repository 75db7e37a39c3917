"""One page of a PDF after the other: its text where that can be trusted, another reader's, or OCR."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

import pypdfium2

from camket.errors import NeedsOcrError
from camket.ingest.options import ReadOptions
from camket.ingest.pdf.pdf_frame import Frame, opened
from camket.ingest.pdf.pdf_objects import Objects, objects_of
from camket.ingest.pdf.pdf_plumber import SecondReader
from camket.ingest.pdf.pdf_tables import sheet_with_tables
from camket.ingest.pdf.pdf_trust import TRUSTED, Judgement, Parts, beside, better, judge, parts_of, said, worth
from camket.ingest.pdf.pdfium_page import PageWords, WordReader
from camket.ingest.scans import ocr
from camket.ingest.sheets.columns import sheet_of
from camket.ingest.sheets.words import Line, Sheet, Word, edges_of, lines_of

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72
_LONGEST_SIDE, _LEAST_SIDE = 5_000, 1_750
"""Pixels of the longer side of a page for OCR: A4 has 3,508 at 300 dpi; the size of a page is not always that of paper."""
_MOST_DPI = 1_200
_INK = 200
_SURE = 0.6
_BETTER = 0.05
_ENOUGH, _SLOW = 2, 4_000
"""pdfplumber takes 50 ms for a page of text, and seconds for one of more than so many objects."""


class State(Enum):
    """What became of a page."""

    READ = "read"
    BLANK = "blank"
    PICTURE = "picture"
    """It must be read by OCR, which is off or not installed."""
    UNTRUSTED = "untrusted"
    """The words on it are kept, but are not to be trusted."""
    NOTHING = "nothing"
    """It is damaged, or OCR found nothing on it."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read, what is to be told of it, and the code page of old that its fonts had.

    `outside` counts the words outside of the visible page, which are left out.
    """

    sheet: Sheet
    state: State
    notes: tuple[str, ...] = ()
    charset: str | None = None
    outside: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """What pdfium finds on a page."""

    number: int
    frame: Frame
    words: PageWords
    objects: Objects
    parts: Parts


class PageReader:
    """Reads the pages of one PDF file; buffers and the second reader are kept from page to page."""

    def __init__(self, data: bytes, name: str, options: ReadOptions) -> None:
        self._name = name
        self._options = options
        self._reader = WordReader()
        self._unmarked = 0
        self.second = SecondReader(data)

    def read(self, book: Any, at: int) -> ReadPage:
        """The page `at` of the document of pypdfium2, counted from 0."""
        try:
            with opened(book, at) as page:
                return self._read(page, at + 1)
        except pypdfium2.PdfiumError:
            return self.by_second(at)

    def by_second(self, at: int, reason: str = "pdfium cannot open the page") -> ReadPage:
        """The page as pdfplumber reads it, and not pdfium for that reason."""
        found = self.second.words(at)
        if found is None:
            note = f"page {at + 1}: this page is damaged and could not be read; print the file to a new PDF"
            return ReadPage(Sheet([], 0.0, 0.0), State.NOTHING, (note,))
        words, width, height = found
        sheet = sheet_of(words, width, height)
        if worth(sheet.text) < TRUSTED:
            return ReadPage(sheet, State.UNTRUSTED, (f"page {at + 1}: its text is not to be trusted",))
        return ReadPage(sheet, State.READ, (f"text of page {at + 1}: by pdfplumber, for {reason}",))

    def _read(self, page: Any, number: int) -> ReadPage:
        frame = Frame.of(page)
        words = self._reader.words(page, frame)
        objects = objects_of(page, frame)
        found = _Found(number, frame, words, objects, parts_of(words, objects))
        if self._options.ocr == "always":
            return self._by_ocr(page, found, (), State.PICTURE)
        judgement = judge(words, objects, found.parts, frame.width * frame.height)
        if judgement is Judgement.BLANK:
            return ReadPage(Sheet([], frame.width, frame.height), State.BLANK)
        if judgement is Judgement.TEXT or (judgement is Judgement.UNMARKED and not self._is_compared(objects)):
            return _by_text(found)
        if judgement is Judgement.UNMARKED:
            read = self._compared(page, found)
            self._unmarked += read.state is State.READ and not read.notes
            return read
        if judgement is Judgement.SUSPECT:
            return self._compared(page, found)
        read = self._by_ocr(page, found, found.parts.visible, State.PICTURE)
        if judgement is Judgement.SCAN or read.state is State.BLANK:
            return read
        return self._instead_of_layer(found, read)

    def _is_compared(self, objects: Objects) -> bool:
        """Whether a page without marks is compared: not after some that were as pdfium read them, nor a huge drawing."""
        return self._unmarked < _ENOUGH and objects.texts + objects.drawings < _SLOW

    def _instead_of_layer(self, found: _Found, read: ReadPage) -> ReadPage:
        """The page by OCR; where there is none, its invisible layer although it is not to be trusted."""
        if read.state is State.READ:
            note = f"text layer of page {found.number}: it is not Vietnamese to be trusted; OCR is used instead"
            return replace(read, notes=(*read.notes, note))
        note = f"page {found.number}: its hidden text layer is not to be trusted, and there is no OCR to use instead"
        return replace(_by_text(found), state=State.UNTRUSTED, notes=(note,))

    def _compared(self, page: Any, found: _Found) -> ReadPage:
        """The better of the texts of pdfium and pdfplumber, or OCR where both are bad."""
        other = self.second.words(found.number - 1)
        mine, theirs = better(said(found.words.words), found.words.unmapped, said(other[0]) if other else "")
        if other and theirs >= TRUSTED and theirs > mine + _BETTER:
            note = f"text of page {found.number}: by pdfplumber, for what pdfium reads is not to be trusted"
            sheet = sheet_with_tables(other[0], found.objects.rules, other[1], other[2])
            return ReadPage(sheet, State.READ, (note,))
        if mine >= TRUSTED:
            return _by_text(found)
        read = self._by_ocr(page, found, (), State.UNTRUSTED)
        sure = read.sheet.confidence is not None and read.sheet.confidence >= _SURE
        if read.state is State.READ and (sure or not found.words.words):
            note = f"text of page {found.number}: by OCR, for what the file has as text is not to be trusted"
            return replace(read, notes=(*read.notes, note))
        if read.state is State.BLANK or not found.words.words:
            return read
        note = f"page {found.number}: its text is not to be trusted, and OCR gave nothing better"
        return replace(_by_text(found), state=State.UNTRUSTED, notes=(note,))

    def _by_ocr(self, page: Any, found: _Found, known: Sequence[Word], otherwise: State) -> ReadPage:
        """The page as OCR reads it, with the words that are `known`; in the state `otherwise` where there is no OCR."""
        number, frame = found.number, found.frame
        plain = replace(_by_text(found, found.parts.visible), state=otherwise)
        if self._options.ocr == "never":
            return replace(plain, notes=(f"page {number}: it is a picture, and OCR is off",))
        dpi = _dpi(frame, self._options.limits.page_pixels)
        image: Image = page.render(scale=dpi / _POINTS).to_pil()
        if not any(image.convert("L").histogram()[:_INK]):
            return replace(plain, state=State.BLANK)
        try:
            sheet = ocr.read_page(image, self._name, dpi)
        except NeedsOcrError as error:
            if self._options.ocr == "always":
                raise
            return replace(plain, notes=(f"page {number}: {str(error).removeprefix(self._name).lstrip(': ')}",))
        sheet = _with_known(sheet, known)
        if not sheet.text.strip():
            return ReadPage(sheet, State.NOTHING, (f"page {number}: OCR found no text on this page",))
        return ReadPage(sheet, State.READ)


def _by_text(found: _Found, words: Sequence[Word] | None = None) -> ReadPage:
    """The page by pdfium's text."""
    frame, objects = found.frame, found.objects
    words = found.words.words if words is None else words
    rules = objects.rules if len(objects.rules) > 2 else ()
    sheet = (
        sheet_with_tables(words, rules, frame.width, frame.height) if rules
        else sheet_of(words, frame.width, frame.height)
    )  # fmt: skip
    return ReadPage(sheet, State.READ, (), found.words.charset, found.words.outside)


def _dpi(frame: Frame, pixels: int) -> float:
    """The resolution for OCR: 300 dpi for pages of the size of paper, never more pixels than allowed."""
    longer = max(1.0, frame.width, frame.height)
    dpi = min(float(ocr.DPI), _LONGEST_SIDE * _POINTS / longer)
    dpi = min(float(_MOST_DPI), max(dpi, _LEAST_SIDE * _POINTS / longer))
    return min(dpi, _POINTS * math.sqrt(pixels / max(1.0, frame.width * frame.height)))


def _with_known(sheet: Sheet, known: Sequence[Word]) -> Sheet:
    """The sheet with the words known exactly in the place of what OCR read there: above its lines, or else below."""
    if not known:
        return sheet
    lines: list[Line] = [beside(line, known) for line in sheet.lines]
    tops = [line[0].box[1] for line in lines if line]
    first = min(tops, default=0.0)
    extra = lines_of(known)
    above = [line for line in extra if line[0].box[3] <= first]
    below = extra[len(above) :]
    shift = len(above)
    breaks = {at + shift: edges for at, edges in sheet.breaks.items()}
    rows = {at + shift: starts for at, starts in sheet.rows.items()}
    if below:
        breaks[shift + len(lines)] = edges_of(below)
    return replace(sheet, lines=above + lines + below, breaks=breaks, rows=rows)
