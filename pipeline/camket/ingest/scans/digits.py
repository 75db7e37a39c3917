"""Words with digits read a second time, for no dictionary and no context tells that a digit was misread.

The second reading is another in all that it can be: the words are cut out, enlarged, sharpened and put in a row with
others, and read by another model (English, where it is installed). Where it differs it must say the same once more, of
the word alone, for it errs more often than the first: of 620 words of clean and poor pages it doubted 14 that were right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from camket.ingest.scans import engine
from camket.ingest.scans.cuts import cut_out
from camket.ingest.sheets.lines import Line, Word

if TYPE_CHECKING:
    from PIL.Image import Image

_ROW = 12
"""Words in a row: a call for each word would cost four times as much."""
_ENLARGED = 1.5
_APART = 0.8
_WHITE = 255
_ALIKE = str.maketrans("OoQDIl|!iSsBZz", "00001111155822")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word whose digits were read in two ways."""

    word: Word
    other: str


def doubts(grey: Image, lines: Sequence[Line], dpi: float) -> list[Doubt]:
    """The words with digits of `lines` in which a second reading of the picture found other digits."""
    asked = [word for line in lines for word in line if digits_of(word.text)]
    found = []
    for at in range(0, len(asked), _ROW):
        row = asked[at : at + _ROW]
        for word, other in zip(row, _again(grey, row, dpi), strict=True):
            if _differ(word.text, other) and _same(other, _alone(grey, word, dpi)):
                found.append(Doubt(word, other))
    return found


def _differ(text: str, other: str) -> bool:
    """Whether the two have other digits, and not only a letter for a digit that looks like it."""
    return (
        bool(digits_of(other)) and not _same(text, other) and not _same(text.translate(_ALIKE), other.translate(_ALIKE))
    )


def _same(text: str, other: str) -> bool:
    return digits_of(text) == digits_of(other)


def digits_of(text: str) -> str:
    """The decimal digits of `text`."""
    return "".join(letter for letter in text if letter.isdecimal())


def _again(grey: Image, words: Sequence[Word], dpi: float) -> Iterator[str]:
    """What the words are read as in a row of their own; one without digits in it is read once more, alone."""
    read = _read([cut_out(grey, word.box, _ENLARGED, sharp=True) for word in words], dpi, engine.LINE)
    for word, text in zip(words, read, strict=True):
        yield text if digits_of(text) else _alone(grey, word, dpi)


def _alone(grey: Image, word: Word, dpi: float) -> str:
    return _read([cut_out(grey, word.box, _ENLARGED)], dpi, engine.WORD)[0]


def _read(cuts: Sequence[Image], dpi: float, mode: int) -> list[str]:
    """What each of the pictures is read as, standing in one row."""
    from PIL import Image as Pictures  # noqa: PLC0415

    height = max(cut.height for cut in cuts) + 10
    apart = round(_APART * height)
    row = Pictures.new("L", (sum(cut.width + apart for cut in cuts) + apart, height), _WHITE)
    middles, right = [], apart
    for cut in cuts:
        row.paste(cut, (right, (height - cut.height) // 2))
        middles.append(right + cut.width / 2)
        right += cut.width + apart
    texts = [""] * len(cuts)
    for line in engine.words_of(row, dpi * _ENLARGED, mode, engine.SECOND):
        for word in line:
            x0, _, x1, _ = word.box
            reach = [
                max(0.0, abs(middle - (x0 + x1) / 2) - cut.width / 2) for middle, cut in zip(middles, cuts, strict=True)
            ]
            texts[reach.index(min(reach))] += word.text
    return texts
