"""The year of a day that the text tells without one: that of the same day, of an event, of the head of the document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from camket.analysis import Analysis, DateValue, Sentence
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day, is_full_day

_YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?![\w/%]|[.,-]\d)")
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới)(?: hết| cuối| đầu)?(?: mùa \w+| vụ(?: \w+)?| niên khóa)? \Z")
_THIS_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d) này(?!\w)")
_ISSUE = re.compile(r"(?<!\w)số \d{1,4}/((?:19|20)\d\d)(?![\w/])")
_BARE_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d\d")
_HEAD_BLOCKS = 4
_OF_OLDER, _OLDER_REACH = re.compile(r"(?<!\w)(?:ký|ký kết|ban hành|số [\w./-]+) $"), 30
"""Before the day of an older document: "quy chế ký ngày 15/3/2020", "Nghị quyết số 57-NQ/TW ngày 22/12/2024"."""
_DAYS_AROUND = 45


def with_year(analysis: Analysis, date: DateValue, lead: Sequence[Sentence], words: Words) -> DateValue:
    """The day with its year, as far as the document tells it; `note` says from what."""
    if not date.edtf.startswith("XXXX"):
        return date
    ends = [end for other in analysis.dates if other.kind in {"date", "period"} for end in other.edtf.split("/")]
    same = next((end for end in ends if is_day(end) and end[:4].isdigit() and end[4:] == date.edtf[4:]), None)
    if same:
        return replace(date, edtf=same, note="year from the same day told elsewhere")
    visit = next((other for other in analysis.dates if other.kind == "period" and _holds_day(other, date)), None)
    if visit:
        return replace(date, edtf=f"{visit.edtf[:4]}{date.edtf[4:]}", note="year from the days told around it")
    event = next((other for other in analysis.dates if other.kind == "period" and _ends_near(other, date)), None)
    if event:
        return replace(
            date, edtf=f"{event.edtf.split('/')[1][:4]}{date.edtf[4:]}", note="year from the name of an event"
        )
    for year, note in _told(analysis, date, lead, words):
        return replace(date, edtf=f"{year}{date.edtf[4:]}", note=note)
    return date


def _ends_near(period: DateValue, date: DateValue) -> bool:
    """Whether the interval of an anniversary ends within weeks of the day: "kỷ niệm 37 năm (3/3/1989 - 3/3/2026), ngày 27/2"."""
    first, _, last = period.edtf.partition("/")
    years = is_full_day(first) and is_full_day(last) and first[4:] == last[4:] and first[:4] < last[:4]
    if not years or not is_day(date.edtf):
        return False
    end = dt.date.fromisoformat(last)
    return abs((_day_in(date, end.year) - end).days) <= _DAYS_AROUND


def _told(analysis: Analysis, date: DateValue, lead: Sequence[Sentence], words: Words) -> Iterator[tuple[str, str]]:
    """The years that the document tells for the day, the surest first, each with what it is taken from."""
    sentence = analysis.sentence_of(date.place)
    for one in (sentence, *lead[:2]):
        years = _bare_years(analysis, one.place) if one else set()
        if len(years) == 1:
            yield years.pop(), "year from the name of an event"
    this = _THIS_YEAR.search(analysis.folded)
    if this:
        yield this.group(1), "year from 'this year'"
    events = {found.group(1) for one in lead
              for found in words.year_of_event.finditer(analysis.folded, one.place.start, one.place.end)
              if not _UNTIL.search(analysis.folded[one.place.start : found.start(1)])}  # fmt: skip
    if len(events) == 1:
        yield events.pop(), "year from the name of an event"
    months = {other.edtf[:4] for other in analysis.dates if other.place.start < _head_end(analysis)
              and _MONTH.fullmatch(other.edtf) and other.edtf[4:] == date.edtf[4:7]}  # fmt: skip
    if len(months) == 1:
        yield months.pop(), "year from the month at the head of the document"
    head = _head_day(analysis, lead)
    if head:
        nearest = min(
            (head.year - 1, head.year, head.year + 1), key=lambda year: abs((_day_in(date, year) - head).days)
        )
        yield f"{nearest:04}", "year from the day at the head of the document"
    before = {other.edtf for other in analysis.dates if sentence and sentence.place.covers(other.place)
              and other.place.start < date.place.start and _BARE_YEAR.fullmatch(other.edtf)}  # fmt: skip
    if len(before) == 1:
        yield before.pop(), "year from the words before the day"
    issue = _ISSUE.search(analysis.folded, 0, _head_end(analysis))
    if issue:
        yield issue.group(1), "year from the number of the issue"


def _bare_years(analysis: Analysis, place: Place) -> set[str]:
    """The years that stand in the place outside of any date: "Expo 2019", "mùa vải 2022", but not "đến hết mùa giải 2020"."""
    return {match.group() for match in _YEAR.finditer(analysis.folded, place.start, place.end)
            if not _UNTIL.search(analysis.folded[place.start : match.start()]) and not any(other.place.start <= match.start() < other.place.end for other in analysis.dates)}  # fmt: skip


def _head_day(analysis: Analysis, lead: Sequence[Sentence]) -> dt.date | None:
    """The first full day in a date line, in the first lines, or in the lead."""
    end = _head_end(analysis)
    lines = [block.place for block in analysis.document.blocks if block.kind is BlockKind.DATE_LINE]
    for date in analysis.dates:
        told = date.place.start < end or any(line.covers(date.place) for line in lines)
        told = told or any(one.place.covers(date.place) for one in lead)
        told = told and not _OF_OLDER.search(
            analysis.folded[max(0, date.place.start - _OLDER_REACH) : date.place.start]
        )
        if told and date.kind == "date" and is_day(date.edtf) and date.edtf[:4].isdigit():
            return dt.date.fromisoformat(date.edtf)
    return None


def _head_end(analysis: Analysis) -> int:
    blocks = analysis.document.blocks[:_HEAD_BLOCKS]
    return blocks[-1].place.end if blocks else 0


def _day_in(date: DateValue, year: int) -> dt.date:
    """The day in the year; its first of the month where that has no such day, or none is told."""
    month, day = int(date.edtf[5:7]), date.edtf[8:10]
    try:
        return dt.date(year, month, int(day or 1))
    except ValueError:
        return dt.date(year, month, 1)


def _holds_day(days: DateValue, date: DateValue) -> bool:
    """Whether the interval of full days holds the day without year."""
    first, _, last = days.edtf.partition("/")
    full = is_day(first) and is_day(last) and first[:4] == last[:4] and first[:4].isdigit()
    return full and first[5:] <= date.edtf[5:] <= last[5:]
