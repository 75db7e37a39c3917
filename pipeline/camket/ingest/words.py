"""Words with boxes, the lines that they stand in, and sheets of such lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from camket.document import Box

_SAME_LINE = 0.6
"""Words whose middles are within this share of a word's height stand in one line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on its page; `confidence` is the OCR's, 0 to 1."""

    text: str
    box: Box
    confidence: float | None = None


Line = list[Word]
Edges = tuple[float, float]
"""The left and right edge of a column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read: its lines in reading order and its size in PDF points.

    At the lines in `breaks` another column, or text above or below columns, begins, with the edges told. The lines in
    `rows` are rows of ruled tables, whose cells begin at the words with the numbers told.
    """

    lines: list[Line]
    width: float
    height: float
    ocr: bool = False
    breaks: Mapping[int, Edges] = field(default_factory=dict)
    rows: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def confidence(self) -> float | None:
        """The mean confidence of the words that OCR read, 0 to 1."""
        known = [word.confidence for line in self.lines for word in line if word.confidence is not None]
        return round(sum(known) / len(known), 3) if known else None

    @property
    def text(self) -> str:
        """The words of the page, a line each."""
        return "\n".join(" ".join([word.text for word in line]) for line in self.lines)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The words in lines, from top to bottom, each line from left to right."""
    lines: list[Line] = []
    order = sorted([((word.box[1] + word.box[3]) / 2, word.box[0], at) for at, word in enumerate(words)])
    last = float("-inf")
    for middle, _, at in order:
        word = words[at]
        height = word.box[3] - word.box[1]
        if middle - last < _SAME_LINE * (max(1.0, height)):
            lines[-1].append(word)
        else:
            lines.append([word])
        last = middle
    for line in lines:
        line.sort(key=_left)
    return lines


def edges_of(lines: Sequence[Line]) -> Edges:
    """The left and right edge of the lines, none of which is empty."""
    return min([line[0].box[0] for line in lines]), max([line[-1].box[2] for line in lines])


def _left(word: Word) -> float:
    return word.box[0]
