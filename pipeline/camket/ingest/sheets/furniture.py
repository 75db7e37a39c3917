"""Which lines of pages are no part of the text: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from camket.ingest.blocks import begins_item

_PAGE_NUMBER = re.compile(r"^\W*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d\W*$")
_DIGITS = re.compile(r"\d+")
_REPEATED_ON = 3
_DEEPEST = 3
"""So many lines from the top or bottom may be running heads and feet."""
_HEAD, _FOOT = 0.12, 0.88
"""Within these shares of the height a line is in the margin of the page."""

_APART = 1.5
"""So many times its height lies between a running head and the text."""


class Strip(NamedTuple):
    """A line as furniture is told by: its words, and where it begins and ends as a share of the page's height."""

    text: str
    top: float
    bottom: float


def furniture_of(sheets: Sequence[Sequence[Strip]]) -> list[frozenset[int]]:
    """For each page the numbers of its lines that are running heads, running feet or page numbers."""
    ends = [_ends(lines) for lines in sheets]
    seen: Counter[str] = Counter()
    for lines, (heads, feet) in zip(sheets, ends, strict=True):
        seen.update({key for at in {*heads, *feet} for key in _keys(lines[at])})
    repeated = frozenset(key for key, count in seen.items() if count >= _REPEATED_ON)
    return [
        frozenset({*_outer(lines, heads, repeated, copied=copied), *_outer(lines, feet, repeated, copied=copied)})
        for lines, (heads, feet), copied in zip(sheets, ends, _copied(sheets, ends), strict=True)
    ]


def _copied(sheets: Sequence[Sequence[Strip]], ends: Sequence[tuple[list[int], list[int]]]) -> list[bool]:
    """For each page whether most of its text stands on another one, too: of copies of a page the first lines are no heads."""
    inner = [{line.text for at, line in enumerate(lines) if at not in {*heads, *feet}}
             for lines, (heads, feet) in zip(sheets, ends, strict=True)]  # fmt: skip
    pages = Counter(text for texts in inner for text in texts)
    return [2 * sum(pages[text] > 1 for text in texts) > len(texts) for texts in inner]


def _ends(lines: Sequence[Strip]) -> tuple[list[int], list[int]]:
    """The lines next to the top and to the bottom of the page, each from the outside in."""
    if len(lines) <= _DEEPEST:
        order = sorted(range(len(lines)), key=lambda at: lines[at].top)
        return order[:1], order[:0:-1]
    around = {*range(_DEEPEST), *range(len(lines) - _DEEPEST, len(lines))}
    margin = {at for at, line in enumerate(lines) if line.top < _HEAD or line.bottom > _FOOT}
    order = sorted(around | margin, key=lambda at: (lines[at].top, at))
    return order[:_DEEPEST], order[: -_DEEPEST - 1 : -1]


def _keys(line: Strip) -> Iterator[str]:
    """What two running heads have in common: their words, in the margin also with other numbers."""
    yield line.text
    margin = line.bottom < _HEAD or line.top > _FOOT
    if margin and any(map(str.isalpha, line.text)) and not begins_item(line.text):
        yield _DIGITS.sub("\0", line.text)


def _outer(lines: Sequence[Strip], inwards: list[int], repeated: frozenset[str], *, copied: bool) -> list[int]:
    """The lines from the outside in, as far as they repeat or are the number of the page; of copies what stands apart."""
    found: list[int] = []
    for at, inner in zip_longest(inwards, inwards[1:]):
        line = lines[at]
        number = _PAGE_NUMBER.match(line.text) and inner is not None and _stands_alone(line, lines[inner])
        margin = line.top < _HEAD or line.bottom > _FOOT
        if (found and not margin) or (not number and not any(key in repeated for key in _keys(line))):
            break
        apart = inner is not None and _gap(line, lines[inner]) > _APART * (line.bottom - line.top)
        if copied and not number and not (margin and apart):
            break
        found.append(at)
    return found


def _stands_alone(line: Strip, inner: Strip) -> bool:
    """Whether the line is further than its own height from the text, as the last word of a paragraph is not."""
    away = _gap(line, inner)
    return away > 0.5 * (line.bottom - line.top) and not (_YEAR.match(line.text) and away < line.bottom - line.top)


def _gap(line: Strip, inner: Strip) -> float:
    return max(line.top - inner.bottom, inner.top - line.bottom)
