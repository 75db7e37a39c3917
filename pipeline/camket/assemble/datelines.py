"""The place of a dateline, which a release begins with or is signed off with."""

from __future__ import annotations

import re
from itertools import pairwise

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.details import Value, lead
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day
from camket.lexicon import TOKEN

_DATELINE = re.compile(
    r"^\W{0,2}(?P<place>(?:T[PX]\.\s?)?[^\W\d](?:[^,.:;()|\[\]–—-]|-(?=\w)){1,40}?)\s*"
    r"(?:,\s*(?:Việt Nam\s*[-–—]\s*)?(?:[Nn]gày\s*|[Tt]háng\s*)?\d|(?P<agency>\((?=[A-ZĐ])[^)]{2,12}\)\s*[-–—,])|[-–—]\s)"
)
_FULL_DAY = re.compile(r",\s*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_LONGEST_PLACE = 5
_MONTH_LENGTH = len("2012-11")
_LOCALITIES = frozenset({NameKind.PLACE, NameKind.STATE})


def place_of_dateline(analysis: Analysis, words: Words) -> Value | None:
    """The place of the dateline: "Hà Nội, ngày 7 tháng 5", "Vientiane (TTXVN) -", "(Bình Thuận)"."""
    for sentence in [one for one in analysis.sentences if one.block.kind is BlockKind.DATE_LINE] + lead(analysis):
        if sentence.block.kind is BlockKind.HEADLINE:
            continue
        names = [name for name in analysis.names_in(sentence) if name.kind in _LOCALITIES]
        bodies = [
            name.place for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION and name.type
        ]
        names = [name for name in names if not any(body.covers(name.place) for body in bodies)]
        if sentence.block.kind is BlockKind.DATE_LINE and names:
            return Value(names[0].place.of(analysis.text), names[0].place)
        place = _opening(analysis, sentence, names, words)
        if place is not None:
            return Value(place.of(analysis.text), place)
    return None


def place_of_closing(analysis: Analysis) -> Value | None:
    """The place of the line that a release is signed off with: "Trà Vinh, ngày 9 tháng 8 năm 2019"."""
    for sentence in reversed(analysis.sentences):
        if sentence.place != sentence.block.place:
            continue
        names = [name for name in analysis.names_in(sentence) if name.kind is NameKind.PLACE]
        days = [date for date in analysis.dates_in(sentence) if is_day(date.edtf) or len(date.edtf) == _MONTH_LENGTH]
        for name, day in zip(names[:1], days[:1], strict=False):
            between = analysis.text[name.place.end : day.place.start]
            rest = (
                analysis.text[sentence.place.start : name.place.start]
                + analysis.text[day.place.end : sentence.place.end]
            )
            if between.strip() == "," and not any(map(str.isalnum, rest)):
                return Value(name.place.of(analysis.text), name.place)
    return None


def _opening(analysis: Analysis, sentence: Sentence, names: list[Name], words: Words) -> Place | None:
    """The place that the sentence begins with, before a day, an agency or a dash."""
    match = _DATELINE.match(sentence.place.of(analysis.text))
    if match is None or words.weekdays.match(analysis.folded, sentence.place.start + match.start("place")):
        return None
    place = Place(sentence.place.start + match.start("place"), sentence.place.start + match.end("place"))
    if _pairs_states(analysis, names, place) or _is_of_name(analysis, sentence, place):
        return None
    said = place.of(analysis.text)
    known = any(name.place.overlaps(place) for name in names)
    proper = said.replace("-", " ").istitle() or match["agency"] is not None
    known = known or (proper and (match["agency"] is not None or _FULL_DAY.match(analysis.text, place.end) is not None))
    capitals = all(word[0].isupper() for word in said.split())
    led = words.lexicon.locality_words.longest(TOKEN.findall(place.of(analysis.folded)), 0)
    short = len(TOKEN.findall(place.of(analysis.folded))) <= _LONGEST_PLACE
    return place if known and short and (capitals or led) else None


def _is_of_name(analysis: Analysis, sentence: Sentence, place: Place) -> bool:
    """Whether a person or a body is told there, or a name goes on after it: "Ông A Thái - Phó Chủ tịch ...", "Báo Hà Nam", "Thừa Thiên - Huế"."""
    return any(
        (name.kind is NameKind.PERSON and name.extent.overlaps(place))
        or (bool(name.type) and name.kind is NameKind.ORGANISATION and name.place.covers(place))
        or name.place.start <= place.end < name.place.end
        for name in analysis.names_in(sentence)
    )


def _pairs_states(analysis: Analysis, names: list[Name], place: Place) -> bool:
    """Whether what is taken for a place is the first of two states: "Việt Nam - Mông Cổ ký ..."."""
    return any(
        one.kind is other.kind is NameKind.STATE
        and one.place.overlaps(place)
        and not any(map(str.isalnum, analysis.text[one.place.end : other.place.start]))
        for one, other in pairwise(names)
    )
