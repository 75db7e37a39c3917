"""The day of publication of a web page: from its timestamps, or the date line that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from camket.folding import fold
from camket.ingest.blocks import day_in
from camket.ingest.layout import layout

VIETNAM = timezone(timedelta(hours=7))
"""A timestamp in UTC is of the day that Vietnam had then: 2012-11-13T19:00Z is 14 November there."""
_STAMP = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)"
    r"(?:[T ]?(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT(?![+-])|(?:GMT)?[+-]\d\d?(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_AMERICAN = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b.*\b[AP]M\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a page tells of itself, EDTF, and where it does."""

    day: str
    where: str


def day_of_stamp(text: str) -> str | None:
    """The day in Vietnam of a timestamp of a page's metadata, EDTF; without a zone it is taken as it stands."""
    match = _STAMP.search(text)
    if match is not None:
        year, month, day, hour, minute, _, zone = match.groups()
        try:
            at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), tzinfo=_zone(zone))
            return at.astimezone(VIETNAM).date().isoformat()
        except (ValueError, OverflowError):
            return None
    try:
        sent = parsedate_to_datetime(text) if re.search(r"[A-Za-z]{3}", text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = None
    if sent is not None:
        return (sent.astimezone(VIETNAM) if sent.tzinfo else sent).date().isoformat()
    return day_of_line(text)


def _zone(told: str | None) -> timezone:
    if not told:
        return VIETNAM
    shift = re.search(r"([+-])(\d\d?):?(\d\d)?", told)
    if shift is None:
        return timezone(timedelta(0))
    minutes = int(shift[2]) * 60 + int(shift[3] or 0)
    return timezone(timedelta(minutes=-minutes if shift[1] == "-" else minutes))


def day_of_line(text: str) -> str | None:
    """The first full day in a line that people read: 14/11/2012, 14 Tháng Mười Một 2012, 2012-11-14, Nov 14, 2012."""
    american = _AMERICAN.search(text)
    if american is not None and int(american[2]) > 12:
        return _day(int(american[3]), int(american[1]), int(american[2]))
    told = day_in(text)
    if told is not None:
        year, month, day = map(int, told.split("-"))
        return _day(year, month, day)
    iso = _ISO_DAY.search(text)
    if iso is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    return _named_month(fold(text))


def _named_month(folded: str) -> str | None:
    names = layout().month_number
    forms = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    before = re.search(rf"(?<!\d)(\d{{1,2}})[\s,]+({forms})[.,]?\s+(?:năm\s+)?((?:19|20)\d\d)(?!\d)", folded)
    if before is not None:
        return _day(int(before[3]), names[before[2]], int(before[1]))
    after = re.search(rf"(?<!\w)({forms})\.?\s+(\d{{1,2}}),?\s+((?:19|20)\d\d)(?!\d)", folded)
    return _day(int(after[3]), names[after[1]], int(after[2])) if after is not None else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def choose(told: Iterable[Dated | None], visible: Dated | None, *, updated: bool) -> tuple[str | None, tuple[str, ...]]:
    """The day of publication and a warning where the page tells two: the first of `told`, unless `visible` is far off.

    What stands in the metadata of portals is often the day on which a page was moved to a new system (hundreds of
    releases of 2009-2014 then carry one day of 2015 or later), while the line below the headline was typed or moved
    along with the text. So a visible line that differs by more than a day wins, but not one that tells of an update.
    """
    first = next((one for one in told if one is not None), None)
    if first is None or visible is None or updated:
        taken = first or visible
        return (taken.day if taken else None), ()
    if abs((date.fromisoformat(first.day) - date.fromisoformat(visible.day)).days) <= 1:
        return first.day, ()
    return visible.day, (
        f"date: the line below the headline says {visible.day}, {first.where} says {first.day}; the line is taken",
    )
