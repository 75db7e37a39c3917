"""EDTF (ISO 8601-2) strings of dates: how much of a day they tell, and between which days what they tell lies."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DAY_LENGTH = len("2012-11-07")
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_PRECISIONS = ("", "day", "month", "quarter", "year")
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
"""The numbers that stand for quarters in the place of a month, with the first month of each."""


def is_day(edtf: str) -> bool:
    """Whether it is a day, with its year or without: "2012-11-07", "XXXX-11-07"."""
    return len(edtf) == _DAY_LENGTH


def is_full_day(edtf: str) -> bool:
    """Whether it is a day with its year: "2012-11-07"."""
    return is_day(edtf) and not edtf.startswith("X")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that an EDTF string may mean, None where it tells none.

    `precision` is `day`, `month`, `quarter` or `year`, of an interval that of its less precise end; `term` of a bare
    duration; empty of what is no EDTF.
    """

    first: date | None = None
    last: date | None = None
    precision: str = ""


def bounds(edtf: str) -> Bounds:
    """Between which days it lies: "2012-02" from the 1st to the 29th, "../2030" up to the last day of 2030."""
    if edtf.startswith("P"):
        return Bounds(precision="term")
    start, slash, end = edtf.partition("/")
    first, last = _date_bounds(start), _date_bounds(end if slash else start)
    return Bounds(first.first, last.last, max(first.precision, last.precision, key=_PRECISIONS.index))


def _date_bounds(edtf: str) -> Bounds:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return Bounds()
    month = int(match["month"] or 0)
    precision = "day" if match["day"] else "quarter" if month in _QUARTERS else "month" if month else "year"
    if match["year"] == "XXXX":
        return Bounds(precision=precision)
    first_month = _QUARTERS.get(month, month or 1)
    last_month = {"quarter": first_month + 2, "year": 12}.get(precision, first_month)
    year = int(match["year"])
    try:
        first = date(year, first_month, int(match["day"] or 1))
        last = first if match["day"] else date(year, last_month, monthrange(year, last_month)[1])
    except ValueError:
        return Bounds()
    return Bounds(first, last, precision)
