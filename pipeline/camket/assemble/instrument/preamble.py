"""What stands around the articles of an instrument: its number, day, place and term."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.analysis import Analysis, DateValue, NameKind
from camket.assemble.details import Value
from camket.assemble.instrument.outline import Line
from camket.assemble.instrument_lists import InstrumentLists
from camket.assemble.places import commune_of, venue_at, with_district
from camket.assemble.words import Words
from camket.document import Place
from camket.edtf import is_day, is_full_day

_MOST_WORDS = 6
_MADE_REACH = 24
_TODAY = "hôm nay, "
_PHASE, _DURING, _OF_ITEM = "giai đoạn", " trong giai đoạn ", 5
"""In what phase something is done ranks behind the term that another line has."""
_LATER, _PAIR = 2, 2
THEN_PLACE = ", tại "
"""Behind the day of signing, before its place."""
_YEAR_LENGTH = len("2012")
_MONTH_LENGTH = len("2012-11")
_BLANK_DAY, _BLANK_REACH = re.compile(r"ngày[\s._…]*tháng[\s._…]*năm 20\d\d$"), 60
_OF_OLD = re.compile(r"đã (?:được )?ký(?: kết)? (?:vào )?(?:ngày )?$")
_GAP = re.compile(r"\s{3,}|\t|\s*\|\s*")


def number_in(analysis: Analysis, lines: Sequence[Line], lists: InstrumentLists) -> Place | None:
    """The number and symbol: "09/CTPH-SGDĐT-CAT"."""
    for line in lines:
        found = lists.number_line.match(line.block.place.of(analysis.folded))
        if found and any(char.isdigit() for char in found["number"]):
            start = line.block.place.start
            return Place(start + found.start("number"), start + found.end("number"))
    return None


def day_in(analysis: Analysis, lines: Sequence[Line], lists: InstrumentLists) -> Value | None:
    """The day after "Hôm nay", else that of the line "<place>, ngày ... tháng ... năm ..."."""
    days = [date for date in _days(analysis, lines) if is_day(date.edtf)]
    today = [date for date in days if _told_today(analysis, date, lists)]
    told = [date for date in days if _done_at(analysis, date, lists) or _made_on(analysis, date, lists)]
    lined = [date for date in days if _before_day(analysis, date, lists)]
    months = [date for date in _days(analysis, lines) if len(date.edtf) == _MONTH_LENGTH
              and _in_sentence_of_making(analysis, date, lists)]  # fmt: skip
    years = [date for date in _days(analysis, lines) if _left_blank(analysis, date)]
    best = next(iter([*today, *told, *lined, *months, *years]), None)
    return Value(best.edtf, best.place) if best else None


def _left_blank(analysis: Analysis, date: DateValue) -> bool:
    """Whether day and month are to be filled in by hand, and only the year is told: "ngày ... tháng ... năm 2024"."""
    said = analysis.folded[max(0, date.place.start - _BLANK_REACH) : date.place.end]
    return len(date.edtf) == _YEAR_LENGTH and _BLANK_DAY.search(said) is not None


def _in_sentence_of_making(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> bool:
    """Whether the sentence of the month says that the document is made: "được ký tại Hà Nội, tháng 7 năm 2022"."""
    sentence = analysis.sentence_of(date.place)
    before = analysis.folded[sentence.place.start : date.place.start] if sentence else ""
    return lists.done_at.search(before) is not None and not lists.grounds.match(before)


def _days(analysis: Analysis, lines: Sequence[Line]) -> list[DateValue]:
    return [date for date in analysis.dates if date.kind == "date"
            and any(line.block.place.covers(date.place) for line in lines)]  # fmt: skip


def _told_today(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> bool:
    sentence = analysis.sentence_of(date.place)
    if sentence is None:
        return False
    told = analysis.folded[max(0, date.place.start - len(_TODAY)) : date.place.end]
    # "Hôm nay, ngày ..." and "Thực hiện chương trình ..., hôm nay, ngày ..."
    today = lists.today.match(sentence.place.of(analysis.folded)) is not None or _TODAY.strip(", ") in told
    return today or _before_agreeing(analysis, date, lists)


def _before_agreeing(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> bool:
    """Whether behind the day, its place and the parties the sentence says that these agree: "..., ngày 5 tháng 3 năm 2021, tại X, A và B thống nhất ký"."""
    sentence = analysis.sentence_of(date.place)
    agrees = lists.agreeing.search(analysis.folded, date.place.end, sentence.place.end) if sentence else None
    if agrees is None or not analysis.folded.startswith(THEN_PLACE, date.place.end):
        return False
    bodies = [one for one in analysis.names if one.kind is NameKind.ORGANISATION
              and date.place.end < one.place.start < agrees.start()]  # fmt: skip
    return len(bodies) >= _PAIR


def place_in(analysis: Analysis, lines: Sequence[Line], words: Words) -> Value | None:
    """The locality of the date line, else that of the sentence "Hôm nay, ... tại ...", or the venue that it tells."""
    lists, days = words.instrument, _days(analysis, lines)
    venues: list[Place] = []
    for date in days:
        where = _before_day(analysis, date, lists)
        where = where or _done_at(analysis, date, lists)
        if where is not None:
            return Value(where.of(analysis.text), where)
    for date in days:
        sentence = analysis.sentence_of(date.place)
        if sentence is None or not (_told_today(analysis, date, lists) or _made_on(analysis, date, lists)):
            continue
        names = [name for name in analysis.names_in(sentence) if name.kind is NameKind.PLACE]
        fit = [name for name in names if not lists.small_places.match(name.place.of(analysis.folded))] or names
        near = [
            name
            for told in (fit, names)
            for name in told
            if not lists.wide_places.match(name.place.of(analysis.folded))
        ] or fit
        halls = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
        if near and (commune := next(filter(None, (commune_of(analysis, hall) for hall in halls)), None)):
            return with_district(analysis, commune)
        if near:
            return with_district(analysis, near[0].place)
        told = list(words.place_words.finditer(analysis.folded, date.place.end, sentence.place.end))
        venues += [venue for at in told if (venue := venue_at(analysis, sentence, at.end() + 1, words))]
        venues += [hall.place for at in told for hall in halls if hall.place.start == at.end() + 1]
    return Value(venues[0].of(analysis.text), venues[0]) if venues else None


def _before_day(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> Place | None:
    """The locality of the line "Cần Thơ, ngày 7 tháng 11 năm 2012", which may stand right of another column."""
    sentence = analysis.sentence_of(date.place)
    if sentence is None or analysis.text[date.place.end : sentence.place.end].strip(" .)"):
        return None
    made = lists.done_at.match(analysis.folded, sentence.place.start, date.place.start)
    start = made.end() if made else sentence.place.start
    before = _GAP.split(analysis.text[start : date.place.start].strip())[-1] or _ended_above(analysis, start)
    said = before.rstrip(",. ")
    if not before.endswith((",", ".")) or not said or not said[0].isupper() or len(said.split()) > _MOST_WORDS:
        return None
    start = analysis.text.rfind(said, 0, date.place.start)
    return Place(start, start + len(said))


def _ended_above(analysis: Analysis, end: int) -> str:
    """What stands before `end` in its line, where the picture of a page made a full stop of the comma: "Hà Nội. ngày ..."."""
    line = analysis.text.rfind("\n", 0, end) + 1
    return analysis.text[line:end].strip()


def _made_on(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> bool:
    """Whether the words right before the day say that the document was made on it: "được lập và ký ngày ..."."""
    sentence = analysis.sentence_of(date.place)
    before = analysis.folded[sentence.place.start : date.place.start] if sentence else ""
    made = lists.made.search(before[-_MADE_REACH:]) is not None
    return made and not lists.grounds.match(before) and not _OF_OLD.search(before)


def _done_at(analysis: Analysis, date: DateValue, lists: InstrumentLists) -> Place | None:
    """The place of "Làm tại Huế, ngày 15 tháng 9 năm 2009", at the end of an agreement."""
    sentence = analysis.sentence_of(date.place)
    found = lists.done_at.search(analysis.folded, sentence.place.start, date.place.start) if sentence else None
    if (
        sentence is None
        or found is None
        or lists.grounds.match(analysis.folded[sentence.place.start : date.place.start])
    ):
        return None
    said = analysis.text[found.end() : date.place.start].split(",")[0].strip()
    start = found.end() + analysis.text[found.end() : date.place.start].find(said)
    place = Place(start, start + len(said))
    located = said[:1].isupper() or any(
        name.kind is NameKind.PLACE and name.place.start == start for name in analysis.names
    )
    return place if located and said and len(said.split()) <= _MOST_WORDS else None


def term_in(analysis: Analysis, lines: Sequence[Line], day: Value | None, lists: InstrumentLists) -> Value | None:
    """From the lines on its effect or phase: an interval, the days from signing to an end, else a term."""
    ranked: list[tuple[int, Value]] = []
    for line in lines:
        said = line.folded
        if not lists.term.search(said) or lists.grounds.match(said):
            continue
        signing = lists.from_signing.search(said) is not None
        phase = _tells_only_phase(said, lists)
        for date in analysis.dates:
            if line.place.covers(date.place) and not (phase and date.kind == "deadline"):
                told = _term(date, day if signing else None)
                sentence = analysis.sentence_of(date.place)
                if date.kind == "term" and sentence and not lists.term.search(sentence.place.of(analysis.folded)):
                    told = [
                        (_OF_ITEM, value) for _, value in told
                    ]  # "Giáo viên làm việc trong 2 năm. Thỏa thuận có hiệu lực 5 năm"
                inside = date.kind == "period" and _DURING in said and phase
                ranked += [(_OF_ITEM, value) for _, value in told] if inside else told
                if signing:
                    ranked = [(rank + _LATER, value) if rank == 0 else (rank, value) for rank, value in ranked]
    return min(ranked, key=lambda one: one[0])[1] if ranked else None


def _tells_only_phase(said: str, lists: InstrumentLists) -> bool:
    """Whether the line has no word of validity beside "giai đoạn": "Đào tạo 10 bác sĩ trong giai đoạn 2023 - 2026"."""
    return all(one.group() == _PHASE for one in lists.term.finditer(said))


def open_term_in(lines: Sequence[Line], day: Value | None, lists: InstrumentLists) -> Value | None:
    """From the day of signing on, where a line on its effect tells no end: "có hiệu lực kể từ ngày ký"."""
    for line in lines if day and is_full_day(day.text) else ():
        if lists.in_force.search(line.folded) and not lists.grounds.match(line.folded):
            return Value(f"{day.text}/..", line.place, "from the day of signing on") if day else None
    return None


def year_in(analysis: Analysis, lines: Sequence[Line]) -> Value | None:
    """The year that a title of two lines tells: "GIAO ƯỚC THI ĐUA / NĂM 2013"."""
    for date in _days(analysis, lines):
        if len(date.edtf) == _YEAR_LENGTH:
            return Value(date.edtf, date.place)
    return None


def span_in(analysis: Analysis, lines: Sequence[Line]) -> Value | None:
    """The years that a title of some lines tells: "KẾ HOẠCH LIÊN TỊCH / về ... năm 2011 - 2013"."""
    found = [date for date in analysis.dates if date.kind == "period"
             and any(line.block.place.covers(date.place) for line in lines)]  # fmt: skip
    return Value(found[0].edtf, found[0].place) if found else None


def _term(date: DateValue, signed: Value | None) -> list[tuple[int, Value]]:
    """The value with its rank, if the date can be a term; `signed` is the day from which it counts, where told."""
    if date.kind == "period":
        return [(2 if date.edtf.endswith("..") else 0, Value(date.edtf, date.place))]
    ends = date.kind == "date" and is_day(date.edtf)
    if signed and (date.kind == "deadline" or (ends and date.edtf > signed.text)):
        return [(1, Value(f"{signed.text}/{date.edtf.removeprefix('../')}", date.place))]
    if date.kind == "term" and not date.edtf.endswith("D"):
        return [(3, Value(date.edtf, date.place))]
    if date.kind == "deadline":
        return [(4, Value(date.edtf, date.place))]
    return []
