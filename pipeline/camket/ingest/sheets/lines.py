"""From sheets of lines to one text: paragraphs across lines, columns and pages, cells kept apart by blanks."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from camket.document import Block, BlockKind, Box, Page, Place, WordBoxes
from camket.folding import normalize
from camket.ingest.blocks import find_blocks
from camket.ingest.sheets.furniture import Strip, furniture_of
from camket.ingest.sheets.words import Edges, Line, Sheet, Word, edges_of, lines_of
from camket.ingest.sheets.wraps import Joint, Measure, Turn, joint

_COLUMN_GAP = 2.2
"""A blank wider than this many line heights stands between two columns."""
_FEW_LINES, _NARROWEST = 2, 0.5
"""A page of so few lines is taken to be so much of it wide, so that no lone short line is a full one."""
COLUMNS = "    "
"""What stands in the text between two columns."""


_text: Callable[[Word], str] = itemgetter(0)
_confidence: Callable[[Word], float | None] = itemgetter(2)


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of all sheets, with its blocks, pages and word boxes."""

    text: str
    blocks: list[Block]
    pages: tuple[Page, ...]
    word_boxes: WordBoxes


def compose(sheets: Sequence[Sheet]) -> Composed:
    """One text of all sheets: a paragraph a line, a blank line after each.

    Running heads and feet and page numbers stand apart: above their page, or after the paragraph that they interrupt.
    """
    tidied = [_tidied(sheet) for sheet in sheets]
    sheets, texts = [sheet for sheet, _ in tidied], [said for _, said in tidied]
    outside = furniture_of([_strips(sheet, said) for sheet, said in zip(sheets, texts, strict=True)])
    writer = _Writer()
    for sheet, said, apart in zip(sheets, texts, outside, strict=True):
        writer.page(sheet, said, apart)
    return writer.composed(sheets)


def _tidied(sheet: Sheet) -> tuple[Sheet, list[str]]:
    """The sheet with all words in NFC, each without blanks inside, none empty; and what each line says."""
    texts = [_said(line) for line in sheet.lines]
    whole = "\n".join(texts)
    if unicodedata.is_normalized("NFC", whole) and len(whole.split()) == sum(map(len, sheet.lines)):
        return sheet, texts
    lines = [[word._replace(text="".join(normalize(word.text).split())) for word in line] for line in sheet.lines]
    rows = {at: tuple(sum(bool(word.text) for word in lines[at][:start]) for start in starts)
            for at, starts in sheet.rows.items()}  # fmt: skip
    kept = [[word for word in line if word.text] for line in lines]
    return replace(sheet, lines=kept, rows=rows), [_said(line) for line in kept]


def _said(line: Line) -> str:
    return " ".join(map(_text, line))


def _strips(sheet: Sheet, texts: list[str]) -> list[Strip]:
    height = max(1.0, sheet.height)
    return [Strip(said, line[0].box[1] / height, line[0].box[3] / height) if line else Strip("", 0.5, 0.5)
            for line, said in zip(sheet.lines, texts, strict=True)]  # fmt: skip


def _measures(sheet: Sheet, texts: list[str], apart: Collection[int]) -> dict[int, Measure]:
    """The lines of the text with the edges and the leading of their column; furniture and rows of tables have none."""
    plain = [at for at, said in enumerate(texts) if said and at not in apart and at not in sheet.rows]
    left, right = edges_of([sheet.lines[at] for at in plain]) if plain else (0.0, sheet.width)
    edges = left, right if len(plain) > _FEW_LINES else max(right, left + _NARROWEST * sheet.width)
    measures: dict[int, Measure] = {}
    bounds = sorted({0, *sheet.breaks, len(texts)})
    for start, end in pairwise(bounds):
        column = [at for at in plain if start <= at < end]
        measures.update(_in_column(sheet, texts, column, sheet.breaks.get(start, edges)))
    return measures


def _in_column(sheet: Sheet, texts: list[str], column: list[int], edges: Edges) -> Iterator[tuple[int, Measure]]:
    """The measures of the lines of one column; leading is the lower quartile of the distances of its lines."""
    boxes = [[word.box for word in sheet.lines[at]] for at in column]
    middles = [(line[0][1] + line[0][3]) / 2 for line in boxes]
    steps = sorted([below - above for above, below in pairwise(middles)])
    leading = steps[len(steps) // 4] if steps else 0.0
    for at, line, middle in zip(column, boxes, middles, strict=True):
        first, end, far = line[0], line[-1][2], _wide_gaps(line)
        yield (
            at,
            Measure(texts[at], first[0], end, middle, first[3] - first[1], first[2] - first[0], *edges, leading, far),
        )


class _Run(NamedTuple):
    """Words that stand in the text from `at` on with a blank between two, and the number of their page."""

    at: int
    page: int
    words: Line


class _Writer:
    """The text as it grows; furniture waits for the end of the paragraph that it would interrupt."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.runs: list[_Run] = []
        self.unhyphened: list[int] = []
        self.starts: list[int] = []
        self.apart: dict[int, int] = {}
        self.cells: dict[int, list[Block]] = {}
        self.waiting: list[tuple[int, Line]] = []
        self.above: Measure | None = None

    def page(self, sheet: Sheet, texts: list[str], apart: frozenset[int]) -> None:
        """The lines of the page are written."""
        number = len(self.starts) + 1
        measures = _measures(sheet, texts, apart)
        first = next(iter(measures), None)
        going_on = (
            self.above is not None and first is not None and not any(row < first for row in sheet.rows)
            and joint(self.above, measures[first], Turn.PAGE) is not None
        )  # fmt: skip
        if not going_on:
            self._end_paragraph()
        self.starts.append(self.at)
        body = [at for at, said in enumerate(texts) if said and at not in apart]
        top = body[0] if body else len(texts)
        self.waiting += [(number, sheet.lines[at]) for at in sorted(apart) if at < top]
        if not going_on:
            self._end_paragraph()
        turn = Turn.PAGE
        for before, at in pairwise([-1, *body]):
            if before >= 0:
                turn = Turn.COLUMN if any(one in sheet.breaks for one in range(before + 1, at + 1)) else Turn.LINE
            if at in sheet.rows:
                self._row(number, sheet.lines[at], sheet.rows[at])
            else:
                self._line(number, sheet.lines[at], measures[at], turn)
        self.waiting += [(number, sheet.lines[at]) for at in sorted(apart) if at > top]

    def _line(self, number: int, words: Line, measure: Measure, turn: Turn) -> None:
        joined = joint(self.above, measure, turn) if self.above else None
        if joined is None:
            self._end_paragraph()
            self._separate()
        else:
            if joined is Joint.UNHYPHEN:
                self._unhyphen()
            self._add(joined.value if joined is Joint.BLANK else "")
        self._words(number, words, measure.text, measure.far)
        self.above = measure

    def _row(self, number: int, words: Line, starts: tuple[int, ...]) -> None:
        """The row of a table on a line, a block for each cell."""
        self._end_paragraph()
        self._separate()
        row = self.at
        blocks: list[Block] = []
        for start, end in pairwise([*starts, len(words)]):
            if not any(word.text for word in words[start:end]):
                continue
            if blocks:
                self._add(COLUMNS)
            cell = self.at
            self._words(number, words[start:end], _said(words[start:end]))
            blocks.append(Block(BlockKind.TABLE_CELL, Place(cell, self.at), number))
        self.cells[row] = blocks

    def _end_paragraph(self) -> None:
        """What waited stands below the paragraph, and no line goes on with it."""
        for number, words in self.waiting:
            self._separate()
            self.apart[self.at] = number
            self._words(number, words, _said(words))
        self.waiting = []
        self.above = None

    def _separate(self) -> None:
        if self.at:
            self._add("\n\n")

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.at += len(piece)

    def _words(self, number: int, words: Line, said: str, far: Sequence[int] = ()) -> None:
        """The words as they are said, with the blank of columns before those that stand far from the one before."""
        if not far:
            self.runs.append(_Run(self.at, number, words))
            self._add(said)
            return
        for start, end in pairwise([0, *far, len(words)]):
            if start:
                self._add(COLUMNS)
            self._words(number, words[start:end], _said(words[start:end]))

    def _unhyphen(self) -> None:
        """The hyphen that the text ends with is gone."""
        self.pieces[-1] = self.pieces[-1][:-1]
        self.at -= 1
        self.unhyphened.append(len(self.runs) - 1)

    def composed(self, sheets: Sequence[Sheet]) -> Composed:
        """The finished text; its pages follow each other without a gap."""
        self._end_paragraph()
        text = "".join(self.pieces)
        ends = [*self.starts[1:], len(text)] if sheets else []
        pages = tuple(
            Page(number, Place(start, end), sheet.width, sheet.height, sheet.ocr, sheet.confidence)
            for number, (sheet, start, end) in enumerate(zip(sheets, self.starts, ends, strict=True), 1)
        )
        return Composed(text, list(self._blocks(text)), pages, self._word_boxes())

    def _word_boxes(self) -> WordBoxes:
        """The places and boxes of all words; their lengths are added up for all runs at once."""
        words = list(chain.from_iterable([run.words for run in self.runs]))
        counts = np.array([len(run.words) for run in self.runs], dtype=np.int64)
        lengths = np.array([len(word.text) for word in words], dtype=np.int64)
        starts = np.cumsum(lengths + 1) - lengths - 1
        last = np.cumsum(counts) - 1
        starts += np.repeat(np.array([run.at for run in self.runs], dtype=np.int64) - starts[last - counts + 1], counts)
        ends = starts + lengths
        ends[last[np.array(self.unhyphened, dtype=np.int64)]] -= 1
        pages = np.repeat(np.array([run.page for run in self.runs], dtype=np.int64), counts)
        return WordBoxes(tuple(starts.tolist()), tuple(ends.tolist()), tuple(pages.tolist()),
                         tuple([word.seen or word.box for word in words]), tuple(map(_confidence, words)))  # fmt: skip

    def _blocks(self, text: str) -> Iterator[Block]:
        """The blocks of the text on their pages; those of furniture and of cells are what they were written as."""
        for block in find_blocks(text):
            start = block.place.start
            page = max(1, bisect_right(self.starts, start))
            if start in self.cells:
                yield from self.cells[start]
            elif start in self.apart:
                yield Block(BlockKind.FURNITURE, block.place, self.apart[start])
            else:
                yield Block(block.kind, block.place, page)


def _wide_gaps(boxes: Sequence[Box]) -> list[int]:
    """The numbers of the words that stand far from the one before, as in another column."""
    return [
        at for at, (before, box) in enumerate(pairwise(boxes), 1)
        if (gap := box[0] - before[2]) > before[3] - before[1]
        and gap > _COLUMN_GAP * max(before[3] - before[1], box[3] - box[1], 1.0)
    ]  # fmt: skip


__all__ = ["COLUMNS", "Composed", "Line", "Sheet", "Word", "compose", "lines_of"]
