"""From words with boxes to text: lines, paragraphs across lines and pages, columns kept apart by blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from camket.document import Block, BlockKind, Box, Page, Place, WordBox
from camket.folding import normalize
from camket.ingest.blocks import LABEL, begins_item, find_blocks

_COLUMN_GAP = 2.2
"""A blank wider than this many line heights stands between two columns."""
_FULL = 0.9
"""A line that reaches this far into the text's width goes on in the next one."""
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)
_ENDED = re.compile(r"[.!?;:…][\"”’)\]]*$")
_APART = 1.25
"""Lines further apart than this many times the leading are of two paragraphs."""
_REPEATED_ON = 3
COLUMNS = "    "
"""What stands between two columns or cells on one line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on its page; `confidence` is the OCR's, 0 to 1."""

    text: str
    box: Box
    confidence: float | None = None


Line = list[Word]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read: its lines from top to bottom and its size in PDF points."""

    lines: list[Line]
    width: float
    height: float
    ocr: bool = False

    @property
    def confidence(self) -> float | None:
        """The mean confidence of the words that OCR read, 0 to 1."""
        known = [word.confidence for line in self.lines for word in line if word.confidence is not None]
        return round(sum(known) / len(known), 3) if known else None


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of all sheets, with its blocks, pages and word boxes."""

    text: str
    blocks: list[Block]
    pages: tuple[Page, ...]
    word_boxes: tuple[WordBox, ...]


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The words in lines, from top to bottom, each line from left to right."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda one: (_middle(one), one.box[0])):
        line = lines[-1] if lines else None
        if line and abs(_middle(word) - _middle(line[-1])) < 0.6 * max(1.0, word.box[3] - word.box[1]):
            line.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.box[0]) for line in lines]


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def compose(sheets: Sequence[Sheet]) -> Composed:
    """One text of all sheets: a paragraph a line, a blank line after each, running heads and page numbers apart."""
    repeated = _repeated(sheets)
    text, previous = "", None
    boxes: list[WordBox] = []
    pages: list[Page] = []
    apart: set[int] = set()
    for number, sheet in enumerate(sheets, 1):
        start = len(text)
        left, right = _margins(sheet)
        leading, above = _leading(sheet), None
        for at, line in enumerate(sheet.lines):
            words = _normal(line)
            if not words:
                continue
            said = " ".join(word.text for word in words)
            edge = at in {0, len(sheet.lines) - 1}
            furniture = said in repeated or (edge and previous is None and bool(_PAGE_NUMBER.match(said)))
            step = _middle(words[0]) - above if above is not None else 0.0
            above = _middle(words[0])
            if text:
                joins = previous is not None and not furniture and step <= _APART * leading and _goes_on(previous, said)
                text += " " if joins else "\n\n"
            if furniture:
                apart.add(len(text))
            for before, word in pairwise([None, *words]):
                assert word is not None
                if before is not None:
                    text += COLUMNS if _column_between(before, word) else " "
                boxes.append(WordBox(Place(len(text), len(text) + len(word.text)), number, word.box, word.confidence))
                text += word.text
            if not furniture:
                full = words[-1].box[2] - left >= _FULL * (right - left)
                previous = said if full else None
        pages.append(Page(number, Place(start, len(text)), sheet.width, sheet.height, sheet.ocr, sheet.confidence))
    return Composed(text, _blocks(text, pages, apart), tuple(pages), tuple(boxes))


def _normal(line: Line) -> Line:
    """The line's words in NFC, each without blanks inside, none empty."""
    words = [replace(word, text="".join(normalize(word.text).split())) for word in line]
    return [word for word in words if word.text]


def _column_between(before: Word, word: Word) -> bool:
    return word.box[0] - before.box[2] > _COLUMN_GAP * max(_height(before), _height(word), 1.0)


def _height(word: Word) -> float:
    return word.box[3] - word.box[1]


def _leading(sheet: Sheet) -> float:
    """The distance of lines inside a paragraph: the lower quartile of all distances on the page."""
    steps = sorted(_middle(after[0]) - _middle(line[0]) for line, after in pairwise(sheet.lines) if line and after)
    return steps[len(steps) // 4] if steps else 0.0


def _margins(sheet: Sheet) -> tuple[float, float]:
    """The left and right edge of the page's text."""
    words = [word for line in sheet.lines for word in line]
    if not words:
        return 0.0, sheet.width
    return min(word.box[0] for word in words), max(word.box[2] for word in words)


def _goes_on(previous: str, line: str) -> bool:
    """Whether `line` goes on with the paragraph whose full line was `previous`."""
    if begins_item(line) or LABEL.match(line) or (previous.isupper() != line.isupper()):
        return False
    return not _ENDED.search(previous) or line[:1].islower() or not previous.endswith((";", ":"))


def _repeated(sheets: Sequence[Sheet]) -> frozenset[str]:
    """The first and last lines that stand on three pages or more: running heads and feet."""
    ends: Counter[str] = Counter()
    for sheet in sheets:
        if sheet.lines:
            ends.update({" ".join(word.text for word in _normal(line)) for line in (sheet.lines[0], sheet.lines[-1])})
    return frozenset(line for line, count in ends.items() if count >= _REPEATED_ON)


def _blocks(text: str, pages: list[Page], apart: set[int]) -> list[Block]:
    starts = [(page.place.start, page.number) for page in pages]
    blocks: list[Block] = []
    for block in find_blocks(text):
        page = max((number for start, number in starts if start <= block.place.start), default=1)
        kind = BlockKind.FURNITURE if block.place.start in apart else block.kind
        blocks.append(replace(block, kind=kind, page=page))
    return blocks
