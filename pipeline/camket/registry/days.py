"""Days, periods and how they agree: EDTF strings as ranges of ordinals."""

from __future__ import annotations

import re
from functools import lru_cache

from camket.edtf import Bounds, bounds

_TERM = re.compile(r"P(\d+)([YM])")
_DAYS = {"Y": 365.25, "M": 30.44}
_SLACK = 45
"""Days by which a period and a term may differ: "5 năm" is from signing or from the first of January."""


@lru_cache(maxsize=50_000)
def span(edtf: str | None) -> tuple[int, int] | None:
    """The first and last day of a day, month or year that has its year; None for any other."""
    found = bounds(edtf) if edtf and "/" not in edtf else Bounds()
    return (found.first.toordinal(), found.last.toordinal()) if found.first and found.last else None


def exact(edtf: str | None) -> int | None:
    """The ordinal of a full day."""
    found = span(edtf)
    return found[0] if found and found[0] == found[1] else None


@lru_cache(maxsize=50_000)
def ends(period: str | None) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """When a period begins and ends, each as the days that it may be."""
    if not period or period.startswith("P"):
        return None, None
    first, _, last = period.partition("/")
    return span(first), span(last or first)


def same_span(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the two ranges have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def day_agrees(one: str, other: str) -> bool:
    """Whether two days can be the same: one may leave out what the other tells."""
    if one.startswith("X") or other.startswith("X"):
        return all("X" in (a, b) or a == b for a, b in zip(one, other, strict=False))
    left, right = span(one), span(other)
    return bool(left and right and same_span(left, right))


def period_agrees(one: str, other: str) -> bool:
    """Whether two periods can be the same: what both tell of begin, end and length is the same."""
    told = [(a, b) for a, b in zip(ends(one), ends(other), strict=True) if a and b]
    if told:
        return all(same_span(a, b) for a, b in told)
    lengths = [length(period) for period in (one, other)]
    return None in lengths or abs(lengths[0] - lengths[1]) <= max(_SLACK, 366 * ("/" in one or "/" in other))  # type: ignore[operator]


@lru_cache(maxsize=50_000)
def length(period: str) -> float | None:
    """The days that a period is long."""
    term = _TERM.fullmatch(period)
    if term:
        return int(term[1]) * _DAYS[term[2]]
    first, last = ends(period)
    return float(last[1] - first[0]) if first and last else None


def precision(edtf: str) -> int:
    """How much a date tells: the number of its digits."""
    return sum(char.isdigit() for char in edtf)
