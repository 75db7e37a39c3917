"""EDTF (ISO 8601-2) strings of dates: how much of a day they tell."""

from __future__ import annotations

import re
from datetime import date

_DAY_LENGTH = len("2012-11-07")


def is_day(edtf: str) -> bool:
    """Whether it is a day, with its year or without: "2012-11-07", "XXXX-11-07"."""
    return len(edtf) == _DAY_LENGTH


def is_full_day(edtf: str) -> bool:
    """Whether it is a day with its year: "2012-11-07"."""
    return is_day(edtf) and not edtf.startswith("X")


_POINT = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
_SEASONS = range(21, 42)
_LEAP_YEAR = 2000


def is_edtf(text: str) -> bool:
    """Whether it is a date, an interval or a duration as records have them, and of the calendar."""
    start, slash, end = text.partition("/")
    if not slash:
        return _is_point(text) or (text != "P" and _DURATION.fullmatch(text) is not None)
    parts = [one for one in (start, end) if one != ".."]
    return bool(parts) and all(map(_is_point, parts)) and not (len(parts) == len("ab") and _is_reversed(*parts))


def _is_reversed(start: str, end: str) -> bool:
    return start[:4].isdigit() and end[:4].isdigit() and start[: len(end)] > end[: len(start)]


def _is_point(text: str) -> bool:
    found = _POINT.fullmatch(text)
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
