"""The place of signing: the locality after "tại" in a telling, else that of the dateline, else the venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.details import Value, around, form_lines, lead, tellings
from camket.assemble.groups import Group
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.folding import fold
from camket.lexicon import TOKEN

_REACH = 110
_BETWEEN = re.compile(r"[;:.](?=\s|$)|, (?:nối|trong|với|do|dưới|kết hợp|trước) | giữa | đã | nhằm | về việc | và ")
_DATELINE = re.compile(
    r"^\W{0,2}(?P<place>[^\W\d][^,.:;()|\[\]–—-]{1,40}?)\s*(?:,\s*(?:ngày\s*)?\d|\([^)]{2,12}\)\s*[-–—,]|[-–—]\s)"
)
_PROPER = re.compile(r"(?:[^\W\d_a-zà-ỹđ][\w'-]*)(?:\s+[^\W\d_a-zà-ỹđ][\w'-]*){0,3}")
_LONGEST_PLACE = 5
_LONGEST_CITY = 2
_DOING = 2
_FULL_DAY = re.compile(r",\s*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_HELD_REACH = 24
_AT = frozenset({"tại", "ở"})
_HELD_AT = (["ra"], ["chức"], ["ký"], ["kết"], ["hành"])
_HELD = frozenset({"giữa", "diễn", "được", "đã", "vào", "sáng", "chiều", "ngày"})
_ABOUT = frozenset({"về", "nhằm", "để"})


def place_of_signing(analysis: Analysis, group: Group, words: Words) -> Value | None:
    """Where it was signed: the locality told with the signing or in the lead, the dateline's, or the venue."""
    told = [mention.sentence for mention in tellings(group) if mention.tells_signing or mention.announces]
    near = [sentence for sentence in around(analysis, group) if sentence not in told
            and words.ceremony.search(analysis.folded, sentence.place.start, sentence.place.end)]  # fmt: skip
    venue: Value | None = None
    for sentence in [*told, *near]:
        for locality, hall in _told_in(analysis, sentence, words):
            if locality:
                return locality
            venue = venue or (hall if sentence in told else None)
    acts = [(mention.sentence, mention.place.start) for mention in tellings(group) if mention.sentence in told]
    around_it = [(sentence, sentence.place.start) for sentence in near]
    return (
        _of_form(analysis, words)
        or _dateline(analysis, words)
        or venue
        or _abroad(analysis, [*acts, *around_it], words)
    )


def _of_form(analysis: Analysis, words: Words) -> Value | None:
    """The locality that the form of an invitation tells: "Địa điểm: Nhà Văn hóa Phương Lâm, TP. Hòa Bình"."""
    for sentence in form_lines(analysis, words.where_labels):
        localities = [name for name in analysis.names_in(sentence) if _is_locality(analysis, name, words)]
        narrow = [one for one in localities if not words.instrument.wide_places.match(analysis.folded, one.place.start)]
        for name in [*reversed(narrow), *localities]:
            return Value(name.place.of(analysis.text), name.place)
    return None


def _abroad(analysis: Analysis, acts: list[tuple[Sentence, int]], words: Words) -> Value | None:
    """The foreign state after "tại", where nothing narrower is told: before the telling, or where it is held.

    `acts` are sentences with the place where their telling begins.
    """
    for sentence, told in acts:
        for match in words.place_words.finditer(analysis.folded, sentence.place.start, sentence.place.end):
            before = analysis.folded[max(sentence.place.start, match.start() - _HELD_REACH) : match.start()].split()
            held = match.group() not in _AT or before[-1:] in _HELD_AT
            opens = not before or before[-1].endswith(",") or before[-1][-1].isdigit()
            if not held and (match.start() > told or not opens):
                continue
            if words.seats.search(" ".join(before)):
                continue
            for name in analysis.names_in(sentence):
                near = name.place.start == match.end() + 1 and name.kind is NameKind.STATE
                if near and not words.not_places.match(analysis.folded, name.place.start):
                    return Value(name.place.of(analysis.text), name.place)
    return None


def _told_in(analysis: Analysis, sentence: Sentence, words: Words) -> Iterator[tuple[Value | None, Value | None]]:
    """For each "tại" of the sentence the locality after it, or the venue."""
    folded, text = analysis.folded, analysis.text
    for match in words.place_words.finditer(folded, sentence.place.start, sentence.place.end):
        end = min(sentence.place.end, match.end() + _REACH)
        stop = _BETWEEN.search(folded, match.end(), end)
        reach = Place(match.end(), stop.start() if stop else end)
        if _in_subject(analysis, Place(sentence.place.start, match.start()), words):
            continue
        inside = [name for name in analysis.names_in(sentence) if reach.start <= name.place.start < reach.end]
        city = next((name for name in inside if name.place.start == reach.start + 1 and _is_city(analysis, name)), None)
        if city:
            yield Value(city.place.of(text), city.place), None
            continue
        if inside and inside[0].kind is NameKind.STATE and inside[0].place.start == reach.start + 1:
            inside = inside[:1]  # "tại Singapore Công ty X ký ..."
        localities = [name for name in inside if _is_locality(analysis, name, words)]
        halls = [name for name in inside if name.kind is NameKind.ORGANISATION
                 and "," not in folded[match.end() : name.place.start]
                 and not words.not_halls.match(folded, name.place.start)]  # fmt: skip
        seat = _seat(analysis, halls[0], words) if halls else None
        if localities and not (seat and words.instrument.wide_places.match(folded, localities[0].place.start)):
            yield Value(localities[0].place.of(text), localities[0].place), None
            continue
        if seat:
            yield Value(seat.of(text), seat), None
        elif halls:
            yield None, Value(halls[0].place.of(text), halls[0].place)
        elif not words.not_places.match(folded, match.end() + 1):
            unlisted = _PROPER.match(text, match.end() + 1)
            if unlisted and not inside:
                place = Place(*unlisted.span())
                yield Value(place.of(text), place), None


def _in_subject(analysis: Analysis, before: Place, words: Words) -> bool:
    """Whether what is told before "tại" in its clause is the subject of the document: "ký bản ghi nhớ về ... tại X"."""
    start = analysis.folded.rfind(",", before.start, before.end) + 1 or before.start
    tokens = TOKEN.findall(analysis.folded[max(start, before.start) : before.end])
    named, doing = -1, False
    for at in range(len(tokens)):
        kind = words.lexicon.kinds.longest(tokens, at)
        if kind and at >= named:
            named = at + kind[0]
            doing = kind[0] > _DOING and tokens[at : at + _DOING] == ["hợp", "tác"]
    held = next((at for at in range(max(named, 0), len(tokens)) if tokens[at] in _HELD), len(tokens))
    if named < 0 or held == named:
        return False
    tokens = tokens[:held]
    if doing and len(tokens) > named:
        return True  # "hợp tác phát triển đô thị tại ..."
    lists = words.commitments
    return any(
        token in _ABOUT or (lists.acts.longest(tokens, at) and not lists.holding.longest(tokens, at))
        for at, token in enumerate(tokens[named:], named)
    )


def _is_city(analysis: Analysis, name: Name) -> bool:
    """Whether the name, of no known kind, reads as that of a foreign city: one or two words and a comma, "tại Abidjan,"."""
    said = name.place.of(analysis.text)
    unknown = name.kind is NameKind.ORGANISATION and not name.type and not name.acronym
    plain = 0 < len(said.split()) <= _LONGEST_CITY and said.replace(" ", "").isalpha() and not said.isupper()
    return unknown and plain and analysis.text[name.place.end : name.place.end + 1] in {",", "."}


def _is_locality(analysis: Analysis, name: Name, words: Words) -> bool:
    if name.kind is NameKind.STATE and name.place.of(analysis.folded) in words.lexicon.state_shorts:
        return False  # "hội nghị Mỹ - Triều"
    if name.kind is NameKind.STATE:
        return not words.not_places.match(analysis.folded, name.place.start) and name.place.of(analysis.folded) != fold(
            name.type
        )
    return (
        name.kind is NameKind.PLACE
        and not words.not_places.match(analysis.folded, name.place.start)
        and not (
            words.instrument.small_places.match(analysis.folded, name.place.start)
            and name.place.end + 2 < len(analysis.folded)
            and analysis.folded[name.place.end] == ","
        )
    )


def _seat(analysis: Analysis, hall: Name, words: Words) -> Place | None:
    """The province or town that the name of the venue ends with."""
    said = hall.place.of(analysis.folded)
    tokens = list(TOKEN.finditer(said))
    for size in range(1, min(_LONGEST_PLACE, len(tokens)) + 1):
        tail = [token.group() for token in tokens[-size:]]
        for phrases in (words.lexicon.provinces, words.lexicon.towns):
            found = phrases.longest(tail, 0)
            if found and found[0] == size and size < len(tokens):
                return Place(hall.place.start + tokens[-size].start(), hall.place.end)
    return None


def _dateline(analysis: Analysis, words: Words) -> Value | None:
    """The place of the dateline: "Hà Nội, ngày 7 tháng 5", "Vientiane (TTXVN) -", "(Bình Thuận)"."""
    for sentence in [one for one in analysis.sentences if one.block.kind is BlockKind.DATE_LINE] + lead(analysis):
        if sentence.block.kind is BlockKind.HEADLINE:
            continue
        own = sentence.block.kind is BlockKind.DATE_LINE
        names = [name for name in analysis.names_in(sentence) if name.kind in {NameKind.PLACE, NameKind.STATE}]
        if own and names:
            return Value(names[0].place.of(analysis.text), names[0].place)
        match = _DATELINE.match(sentence.place.of(analysis.text))
        if match is None or words.weekdays.match(analysis.folded, sentence.place.start + match.start("place")):
            continue
        place = Place(sentence.place.start + match.start("place"), sentence.place.start + match.end("place"))
        known = any(name.place.overlaps(place) for name in names)
        capitals = all(word[0].isupper() for word in place.of(analysis.text).split())
        known = known or (place.of(analysis.text).istitle() and _FULL_DAY.match(analysis.text, place.end) is not None)
        led = words.lexicon.locality_words.longest(TOKEN.findall(place.of(analysis.folded)), 0)
        if known and (capitals or led) and len(TOKEN.findall(place.of(analysis.folded))) <= _LONGEST_PLACE:
            return Value(place.of(analysis.text), place)
    return None
