"""Words with boxes, the lines that they stand in, and sheets of such lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from camket.document import Box

_SAME_LINE = 0.6
"""Words whose middles are within this share of a word's height stand in one line."""


class Word(NamedTuple):
    """A word on its page; `confidence` is the OCR's, 0 to 1. A tuple, which is made in half the time of a dataclass.

    `box` is its place on the page upright and level, by which lines are laid out; `seen` its place on the page as it
    came, where that is another.
    """

    text: str
    box: Box
    confidence: float | None = None
    seen: Box | None = None


Line = list[Word]
Edges = tuple[float, float]
"""The left and right edge of a column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read: its lines in reading order and its size in PDF points.

    `confidence` is the OCR's of the page, 0 to 1, and `doubts` say what it may have misread.
    At the lines in `breaks` another column, or text above or below columns, begins, with the edges told. The lines in
    `rows` are rows of ruled tables, whose cells begin at the words with the numbers told.
    """

    lines: list[Line]
    width: float
    height: float
    ocr: bool = False
    confidence: float | None = None
    doubts: tuple[str, ...] = ()
    breaks: Mapping[int, Edges] = field(default_factory=dict)
    rows: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words of the page, a line each."""
        return "\n".join(" ".join([word.text for word in line]) for line in self.lines)


_box: Callable[[Word], Box] = itemgetter(1)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The words in lines, from top to bottom, each line from left to right."""
    boxes = list(map(_box, words))
    middles = [(top + bottom) / 2 for _, top, _, bottom in boxes]
    lines: list[Line] = []
    line: Line = []
    last = float("-inf")
    for at in sorted(range(len(words)), key=middles.__getitem__):
        step = middles[at] - last
        if step >= _SAME_LINE and step >= _SAME_LINE * (boxes[at][3] - boxes[at][1]):
            line = []
            lines.append(line)
        line.append(words[at])
        last = middles[at]
    for line in lines:
        line.sort(key=_box)
    return lines


def edges_of(lines: Sequence[Line]) -> Edges:
    """The left and right edge of the lines, none of which is empty."""
    return min([line[0].box[0] for line in lines]), max([line[-1].box[2] for line in lines])
