"""EDTF (ISO 8601-2) strings of dates: whether they are some, how much they tell, and between which days that lies."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DAY_LENGTH = len("2012-11-07")
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
_PRECISIONS = ("", "day", "month", "quarter", "year")
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
"""The numbers that stand for quarters in the place of a month, with the first month of each."""
_SEASONS = range(21, 42)
"""The numbers that stand for seasons, quarters, thirds and halves of a year."""
_LEAP_YEAR = 2000


def is_day(edtf: str) -> bool:
    """Whether it is a day, with its year or without: "2012-11-07", "XXXX-11-07"."""
    return len(edtf) == _DAY_LENGTH


def is_full_day(edtf: str) -> bool:
    """Whether it is a day with its year: "2012-11-07"."""
    return is_day(edtf) and not edtf.startswith("X")


def is_edtf(text: str) -> bool:
    """Whether it is a date, an interval or a duration as records have them, and of the calendar."""
    start, slash, end = text.partition("/")
    if not slash:
        return _is_date(text) or _DURATION.fullmatch(text) is not None
    parts = [one for one in (start, end) if one != ".."]
    return bool(parts) and all(map(_is_date, parts)) and not (len(parts) > 1 and _is_reversed(*parts))


def _is_reversed(start: str, end: str) -> bool:
    return start[:4].isdigit() and end[:4].isdigit() and start[: len(end)] > end[: len(start)]


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None or text == "XXXX":
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if month is None:
        return True
    if day is None:
        return 1 <= int(month) <= 12 or int(month) in _SEASONS
    try:
        date(_LEAP_YEAR if year == "XXXX" else int(year), int(month), int(day))
    except ValueError:
        return False
    return True


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
