"""Dates as people and spreadsheets write them in sheets, to EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from camket.edtf import is_edtf
from camket.folding import fold
from camket.language.dates import DateGrammar
from camket.rulefiles import rules_dir

_CLOCK = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")
_THREE = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d\d)")
_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")
_NAMED_MONTH = re.compile(r"([A-Z][a-z]{2})-(\d\d|\d{4})")
"""A month that Excel made of "2015-03"."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_YEAR, _YEAR_LIKE = 4, 12


@cache
def _grammar() -> DateGrammar:
    return DateGrammar.open(rules_dir())


def to_edtf(text: str, field: str, *, month_first: bool = False) -> str:
    """The EDTF of what someone wrote for a field of dates; ValueError says what is wrong with it.

    `month_first` is whether the sheet was seen to write months before days.
    """
    text = _CLOCK.sub("", text.strip())
    if is_edtf(text):
        return text
    found = _THREE.fullmatch(text)
    if found:
        return _of_three(found, text, month_first=month_first)
    found = _MONTH.fullmatch(text)
    if found and is_edtf(f"{found[2]}-{int(found[1]):02}"):
        return f"{found[2]}-{int(found[1]):02}"
    values = _grammar().find(fold(text))
    if len(values) != 1 or len(values[0].place) != len(text):
        raise ValueError(f"{text!r} is no date; write it as 2012-11-07, 2012-11, 2012, 2012/2015, 2020/.. or P5Y")
    edtf = values[0].edtf
    return edtf.removeprefix("../") if field == "due" else edtf


def _of_three(found: re.Match[str], text: str, *, month_first: bool) -> str:
    day, month, year = int(found[1]), int(found[2]), found[3]
    if len(year) < _FULL_YEAR:
        raise ValueError(f"{text!r} can be read in several ways; write it as 2012-11-07")
    if month_first and day != month and max(day, month) <= _YEAR_LIKE:
        raise ValueError(f"{text!r}: this sheet has dates with the month first, so it can be read in two ways; "
                         "write it as 2012-11-07")  # fmt: skip
    edtf = f"{year}-{month:02}-{day:02}"
    if not is_edtf(edtf):
        raise ValueError(f"{text!r} is no day of the calendar, day before month; write it as 2012-11-07")
    return edtf


def is_month_first(text: str) -> bool:
    """Whether it is a day that can only be read with the month first: 11/17/2012."""
    found = _THREE.fullmatch(text)
    return found is not None and int(found[1]) <= _YEAR_LIKE < int(found[2])


def readings(text: str) -> set[str]:
    """Every EDTF that a cell may have been before a spreadsheet typed it anew."""
    text = _CLOCK.sub("", text.strip())
    return {text, *_days(text)}


def _days(text: str) -> Iterator[str]:
    found = _THREE.fullmatch(text)
    if found:
        years = [found[3]] if len(found[3]) == _FULL_YEAR else [f"19{found[3]}", f"20{found[3]}"]
        for year in years:
            for day, month in ((found[1], found[2]), (found[2], found[1])):
                try:
                    yield date(int(year), int(month), int(day)).isoformat()
                except ValueError:
                    continue
    found = _NAMED_MONTH.fullmatch(text)
    if found and found[1] in _MONTHS:
        years = [found[2]] if len(found[2]) == _FULL_YEAR else [f"19{found[2]}", f"20{found[2]}"]
        yield from (f"{year}-{_MONTHS.index(found[1]) + 1:02}" for year in years)
    found = _MONTH.fullmatch(text)
    if found:
        yield f"{found[2]}-{int(found[1]):02}"
