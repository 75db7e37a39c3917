"""The document: one NFC text, and every place in it.

A place is a half-open span `(start, end)` of code points in `Document.text`, which is normalised once,
at ingest, and never changed again: `document.text[place.start:place.end]` is the text of the place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin at the top left of the page."""


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    HEADLINE = "headline"
    HEADING = "heading"
    DATE_LINE = "date_line"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE_CELL = "table_cell"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(slots=True, order=True, unsafe_hash=True)
class Place:
    """A half-open span of code points in the document's text; never changed, though to freeze it would take three times as long."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Place) -> bool:
        """Whether `other` lies inside this place."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Place) -> bool:
        """Whether the two places share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of `text` at this place."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands on its own: a paragraph, a list item, a caption."""

    kind: BlockKind
    place: Place
    page: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its size in PDF points; `number` counts from 1."""

    number: int
    place: Place
    width: float | None = None
    height: float | None = None
    ocr: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where a word of the text stands on its page; `confidence` is the OCR's, 0 to 1."""

    place: Place
    page: int
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class WordBoxes(Sequence[WordBox]):
    """The boxes of all words in the order of the text, in columns of one value for each word.

    A WordBox is made when it is asked for: to make all would take a third of the time of reading a PDF.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    confidences: tuple[float | None, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> WordBox: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[WordBox, ...]: ...
    def __getitem__(self, at: int | slice) -> WordBox | tuple[WordBox, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        return WordBox(Place(self.starts[at], self.ends[at]), self.pages[at], self.boxes[at], self.confidences[at])

    def within(self, place: Place) -> Iterator[WordBox]:
        """The words of which a part stands at `place`."""
        for at in range(bisect_right(self.ends, place.start), bisect_left(self.starts, place.end)):
            yield self[at]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its text, blocks and pages, and what is known about it.

    `id` is the first 16 hex digits of the SHA-256 of the content; `published_on` an EDTF date;
    `text_quality` the share of syllables that are Vietnamese or plain ASCII words, 0 to 1.
    """

    id: str
    path: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    word_boxes: WordBoxes = WordBoxes()
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published_on: str | None = None
    ocr: bool = False
    text_quality: float = 1.0
    warnings: tuple[str, ...] = ()
    author: str | None = None

    def page_of(self, place: Place) -> int:
        """The number of the page on which `place` begins."""
        starts = [page.place.start for page in self.pages]
        return self.pages[max(0, bisect_right(starts, place.start) - 1)].number if starts else 1

    def boxes_of(self, place: Place) -> tuple[Box, ...]:
        """The boxes of the words at `place`, one for each line on its page."""
        lines: list[list[float]] = []
        for word in self.word_boxes.within(place):
            x0, y0, x1, y1 = word.box
            last = lines[-1] if lines else None
            if last and abs((last[1] + last[3]) - (y0 + y1)) < (y1 - y0) and x0 >= last[0]:
                lines[-1] = [last[0], min(last[1], y0), max(last[2], x1), max(last[3], y1)]
            else:
                lines.append([x0, y0, x1, y1])
        return tuple((line[0], line[1], line[2], line[3]) for line in lines)
