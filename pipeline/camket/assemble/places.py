"""The place of signing: the locality after "tại" in a telling, else that of the dateline, else the venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.datelines import place_of_closing, place_of_dateline
from camket.assemble.details import SIGN, Value, around, form_lines, lead, tellings
from camket.assemble.groups import Group
from camket.assemble.same_side import PUBLIC
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day, is_full_day
from camket.folding import fold
from camket.lexicon import TOKEN

_REACH = 110
_BETWEEN = re.compile(
    r"(?:[;:]|(?<!\btp)(?<!\btx)(?<!\btt)\.)(?=\s|$)|, (?:nối|trong|với|do|dưới|kết hợp|trước) | giữa | đã | nhằm | về việc | và "
)
_CAPITALS = "".join(
    char for code in (range(0x41, 0x1B1), range(0x1EA0, 0x1EFA)) for char in map(chr, code) if char.isupper()
)
_PROPER = re.compile(rf"[{_CAPITALS}][\w'-]*(?: +[{_CAPITALS}][\w'-]*){{0,3}}")
_LONGEST_PLACE, _LONGEST_VENUE = 5, 12
_GLUED = re.compile(r",(?=[^\W\d])")
_PARTS = re.compile(r"[,\d]")
_LONGEST_CITY = 2
_LONGEST_HEAD = 4
_DOING = 2
_WITH_WHOM, _IN, _SIGNED = (" với ", " cho "), "ở", ("ký", "kí", "ký kết", "kí kết")
_VERBAL = re.compile(r" (?:sẽ|được|đã|là|có|cũng|vẫn) ")
_BLANK = 1
_CLAUSE = re.compile(r"[,;:.](?=\s|$)")
_TO = frozenset({"tới", "đến", "tại", "thăm", "sang"})
_STATE_WORDS = frozenset({"nước", "thành"})
_LOCALITIES = frozenset({NameKind.PLACE, NameKind.STATE})
_SEAT_REACH = 16
_COMMUNE = re.compile(r"(?<!\w)(?:xã|phường|thị trấn) (?=\w)")
_OF_DISTRICT = re.compile(r", (?:huyện|tỉnh) ")
"""Behind a commune it tells where that is: "xã Vĩnh Chánh, huyện Thoại Sơn"."""
_OF_PROVINCE = re.compile(r"(?<!\w)(?:huyện|quận|thị xã|thành phố|tp\.?) (?=\w)")
_PROVINCE_NEXT = re.compile(r", (?:tỉnh|thành phố|tp\.?) ")
"""Behind the name of a district's body it tells where that is: "Phòng Y tế huyện Ba Tri, tỉnh Bến Tre"."""
_RURAL = ", huyện "
_IN_DISTRICT = re.compile(r"(?:xã|phường|thị trấn|quận) ")
_DISTRICT = re.compile(r", ?(?=(?:huyện|quận|thị xã|thành phố|tx|tp)(?!\w))")
_HELD_REACH, _STREET_REACH = 24, 16
_STREET = re.compile(r"(?:\d|đường|phố|ngõ|hẻm|quảng trường) $")
"""Before a name that is that of a street: "tại hiệu sách X, 14 Nguyễn Trường Tộ, Huế"."""
_AT = frozenset({"tại", "ở"})
_HELD_AT = (["ra"], ["chức"], ["ký"], ["kết"], ["hành"])
_HELD = frozenset({"giữa", "diễn", "được", "đã", "vào", "sáng", "chiều", "ngày"})
_CEREMONIES, _TAKES_PLACE = frozenset({"lễ", "buổi", "việc"}), "diễn"
_ABOUT = frozenset({"về", "nhằm", "để"})
_HELD_THERE = re.compile(r"(?:tổ chức|diễn ra)(?: (?:vào |vào ngày |ngày |sáng |chiều |tối |hôm )*[\d./-]+)?,? ?$")
_THEREBY, _BY, _COMMA = "theo đó", "theo ", ","
_NEXT_CLAUSE = re.compile(r", (?=\w+ \w)")
_PARTIES_ACT = re.compile(r"(?:trong đó,? )?(?:hai|ba|các) [^\W\d]+ ")
_LISTS_CONTENT = re.compile(r"(?:các )?nội dung[^.;:]{0,60}:")
_SAME_VISIT = re.compile(r"(?:cũng )?(?:trong|nhân) (?:khuôn khổ )?(?=chuyến )")
_WAS_SIGNED = re.compile(r"(?<!\w)(?:được|đã|sẽ)(?: chính thức)? (?:ký|kí)(?: kết)? ?$")
_WILL = re.compile(r"(?<!\w)sẽ(?!\w)")
_OF_EVENT = re.compile(r"(?<!\w)(?:lễ|buổi|hội nghị|sự kiện)(?!\w)")
_PARTIES_AGREE = re.compile(r"(?<!\w)(?:hai|ba|các) [^\W\d]+ (?:[^\W\d]+ )?(?:thống nhất|nhất trí|sẽ|cam kết|đồng ý) ")
_WHEN_AND_WHERE = re.compile(
    r"(?:vào )?(?:lúc \d+[^,]{0,8} )?(?:sáng|trưa|chiều|tối|ngày|hôm)(?!\w)[^,;.]{0,24},? (?=(?:tại|ở) )"
)
"""Before where a lead begins: "Chiều nay, tại ...", "Ngày 17/10, ở ..."."""
_IF = re.compile(r"(?<!\w)(?:nếu|lời mời|mời)(?!\w)")


def place_of_signing(analysis: Analysis, group: Group, day: Value | None, words: Words) -> Value | None:
    """Where it was signed, on the `day` if that is told: the locality told with the signing or in the lead, the dateline's, or the venue."""
    told = [mention.sentence for mention in tellings(group) if (mention.tells_signing or mention.announces)
            and not _of_other_day(analysis, mention.sentence, day) and not _lists_partner(analysis, mention.sentence)]  # fmt: skip
    near = [sentence for sentence in around(analysis, group) if sentence not in told and not _of_other_day(analysis, sentence, day)
            and words.ceremony.search(analysis.folded, sentence.place.start, sentence.place.end)
            and not words.commitments.past.match(analysis.folded, sentence.place.start)
            and not _tells_what_is_agreed(analysis, sentence, words)]  # fmt: skip
    planned = any("planned" in mention.cues for mention in tellings(group))
    if not planned:
        near = [one for one in near if not words.planned.search(analysis.folded, one.place.start, one.place.end)]
    if any(one.block.kind is BlockKind.DATE_LINE for one in analysis.sentences) and place_of_dateline(analysis, words):
        near = [sentence for sentence in near if sentence in lead(analysis)]  # what is told late may be to come
    venues: list[Value] = []
    for sentence in [*told, *near]:
        for locality, hall in _told_in(analysis, sentence, words):
            if locality and not (
                _is_opened_by_dateline(analysis, sentence, words) and _is_late(analysis, group, sentence, locality)
            ):
                return with_district(analysis, locality.place)
            if hall and (sentence in told or _holds_only(analysis, sentence, hall.place, words)):
                venues.append(hall)
    acts = [(mention.sentence, mention.place.start) for mention in tellings(group) if mention.sentence in told]
    around_it = [(sentence, sentence.place.start) for sentence in near]
    visited = _visited(analysis, list(dict.fromkeys([*told, *near, *lead(analysis), *_same_visit(analysis)])), words)
    town = next(
        (name for name in visited if name.kind is NameKind.PLACE and not _is_small(analysis, name, words)), None
    )
    return (
        _of_form(analysis, words)
        or place_of_dateline(analysis, words)
        or (Value(town.place.of(analysis.text), town.place) if town else None)
        or next(iter(venues), None)
        or place_of_closing(analysis)
        or _abroad(analysis, [*acts, *around_it], words)
        or next((Value(name.place.of(analysis.text), name.place) for name in visited), None)
        or (None if planned else _host_visited(analysis, words) or _opened_at(analysis, day, words))
    )


def _lists_partner(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether it is an item with a partner and what is agreed with it, where that may be done: "- Công ty X: xây nhà máy tại Y"."""
    listed = sentence.block.kind is BlockKind.LIST_ITEM
    return listed and SIGN.search(analysis.folded, sentence.place.start, sentence.place.end) is None


def _tells_what_is_agreed(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the sentence tells of no signing, but of what is to be done: "Hai bên thống nhất tổ chức Diễn đàn X tại Y", "Theo thỏa thuận, ...".

    What is told by "sẽ" may be the ceremony, and so may what the parties do: "Lễ trao giải sẽ diễn ra tại X", "Hai bên gặp nhau tại Y".
    """
    start, end = sentence.place.start, sentence.place.end
    if SIGN.search(analysis.folded, start, end):
        return False
    act = _PARTIES_ACT.match(analysis.folded, start)
    agrees = act and not words.ceremony.match(analysis.folded, act.end())
    agreed = agrees or words.commitments.per.match(analysis.folded, start)
    listed = _LISTS_CONTENT.match(analysis.folded, start, end)
    to_come = _WILL.search(analysis.folded, start, end) and not _OF_EVENT.search(analysis.folded, start, end)
    return bool(agreed or listed or to_come)


def _of_other_day(analysis: Analysis, sentence: Sentence, day: Value | None) -> bool:
    """Whether the sentence tells full days, and none of them is the day of signing."""
    told = [date.edtf for date in analysis.dates_in(sentence) if date.kind == "date" and is_full_day(date.edtf)]
    return day is not None and is_full_day(day.text) and bool(told) and day.text not in told


def _is_opened_by_dateline(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the dateline, with its place, stands right before the sentence."""
    before = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    return before.block.kind is BlockKind.DATE_LINE and place_of_dateline(analysis, words) is not None


def _is_late(analysis: Analysis, group: Group, sentence: Sentence, locality: Value) -> bool:
    """Whether the locality is told after what was signed: "A và B đã ký hợp đồng tài trợ nhà máy tại X", but not "tại Hội thảo tổ chức ở X"."""
    if sentence.place.of(analysis.folded)[: locality.place.start - sentence.place.start].split()[-2:-1] in _HELD_AT:
        return False
    told = [mention for mention in group.mentions if mention.sentence is sentence and "planned" not in mention.cues]
    return any(locality.place.start >= mention.place.end for mention in told)


def _holds_only(analysis: Analysis, sentence: Sentence, hall: Place, words: Words) -> bool:
    """Whether nothing is told to be done at the venue but to hold something: no "giải ngân tại trụ sở X"."""
    clause = _CLAUSE.split(analysis.folded[sentence.place.start : hall.start])[-1]
    tokens, lists = TOKEN.findall(clause), words.commitments
    return words.ceremony.search(clause) is not None or all(
        lists.holding.longest(tokens, at) or not lists.acts.longest(tokens, at) for at in range(len(tokens))
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
            inside = told < match.start() and _in_subject(analysis, Place(sentence.place.start, match.start()), words)
            if inside or words.seats.search(" ".join(before)):
                continue
            for name in analysis.names_in(sentence):
                near = name.place.start == match.end() + 1 and name.kind is NameKind.STATE
                if near and not words.not_places.match(analysis.folded, name.place.start):
                    return Value(name.place.of(analysis.text), name.place)
    return None


def _visited(analysis: Analysis, sentences: list[Sentence], words: Words) -> list[Name]:
    """Where the visits went during which it was signed: "trong chuyến thăm ... tới X"."""
    found: list[Name] = []
    for sentence in sentences:
        for match in words.visits.finditer(analysis.folded, sentence.place.start, sentence.place.end):
            if _IF.search(analysis.folded, sentence.place.start, match.start()):
                continue  # "Nếu diễn ra, ông A sẽ là lãnh đạo đầu tiên tới thăm X"
            marks = _CLAUSE.finditer(analysis.folded, match.end(), sentence.place.end)
            told = analysis.names_in(sentence)
            stop = next(
                (one for one in marks if not any(name.extent.covers(Place(*one.span())) for name in told)), None
            )
            reach = Place(match.end(), stop.start() if stop else sentence.place.end)
            found += [name for name in analysis.names_in(sentence) if name.kind in _LOCALITIES and reach.covers(name.place)
                      and not words.not_places.match(analysis.folded, name.place.start)
                      and (name.place.start == reach.start + 1 or _goes_to(analysis, name, reach))][:1]  # fmt: skip
    return found


def _same_visit(analysis: Analysis) -> list[Sentence]:
    """The sentences that tell of what else the visit held: "Cũng trong chuyến công tác tại X từ ngày 5 đến 7/8, ..."."""
    return [one for one in analysis.sentences if _SAME_VISIT.match(analysis.folded, one.place.start)]


def _host_visited(analysis: Analysis, words: Words) -> Value | None:
    """The body at which the lead tells of a visit: "đoàn đã đến thăm và làm việc tại X"."""
    for sentence in lead(analysis):
        if words.visits.search(analysis.folded, sentence.place.start, sentence.place.end):
            for locality, hall in _told_in(analysis, sentence, words):
                return with_district(analysis, locality.place) if locality else hall
    return None


def _opened_at(analysis: Analysis, day: Value | None, words: Words) -> Value | None:
    """Where the lead begins: "Chiều nay, tại Hội trường A2, Trường X đón đoàn của Sở Y", which sign then."""
    for sentence in lead(analysis):
        opened = _WHEN_AND_WHERE.match(analysis.folded, sentence.place.start, sentence.place.end)
        if opened is None or _of_other_day(analysis, sentence, day):
            continue
        for match in words.place_words.finditer(analysis.folded, opened.end(), opened.end() + _HELD_REACH):
            if match.start() == opened.end() and (told := _behind(analysis, sentence, Place(*match.span()), words)):
                return with_district(analysis, told[0].place) if told[0] else told[1]
    return None


def _goes_to(analysis: Analysis, name: Name, reach: Place) -> bool:
    """Whether the name stands right after "tới" or "đến", or after "nước" that follows one."""
    before = analysis.folded[reach.start : name.place.start].split()[-2:]
    return bool(before) and (before[-1] in _TO or (before[0] in _TO and before[-1] in _STATE_WORDS))


def _tells_which(analysis: Analysis, inside: list[Name], at: int) -> bool:
    """Whether the place at `at` only tells which of those it are who then do something: "Khách mua vé ở X sẽ được giảm giá"."""
    led = inside[0] if inside and inside[0].place.start == at else None
    signed = analysis.folded[: at - len(_IN) - 1].rstrip().endswith(_SIGNED)
    return led is not None and not signed and _VERBAL.match(analysis.folded, led.place.end) is not None


def _told_in(analysis: Analysis, sentence: Sentence, words: Words) -> Iterator[tuple[Value | None, Value | None]]:
    """For each "tại" of the sentence the locality after it, or the venue."""
    for match in words.place_words.finditer(analysis.folded, sentence.place.start, sentence.place.end):
        if _is_in_content(analysis, Place(sentence.place.start, match.start())):
            return
        found = _behind(analysis, sentence, Place(*match.span()), words)
        if found is not None:
            yield found


def _is_in_content(analysis: Analysis, before: Place) -> bool:
    """Whether what is told in `before` goes on from the signing to what is to be done: "..., theo đó X cử một nhóm thường trú tại Y".

    So it does behind the comma of "Theo bản ghi nhớ ký giữa X và Y, ..." and where "hai bên" come next.
    """
    said = before.of(analysis.folded)
    if _THEREBY in said:
        return True
    signed = max((act.end() for act in SIGN.finditer(said)), default=-1)
    if signed < 0 and _PARTIES_AGREE.search(said):
        return True  # "Với Công ty X, hai bên thống nhất ... tại Y"
    goes_on = _NEXT_CLAUSE.search(said, signed) if signed >= 0 else None
    if goes_on is None or any(date.place.start == before.start + goes_on.end() for date in analysis.dates):
        return False  # "Theo bản ghi nhớ ký giữa X và Y, ngày 9/9 tại ..."
    in_phrase = said.startswith(_BY) and _COMMA not in said[:signed]
    return in_phrase or _PARTIES_ACT.match(said, goes_on.end()) is not None


def _behind(
    analysis: Analysis, sentence: Sentence, at: Place, words: Words
) -> tuple[Value | None, Value | None] | None:
    """The locality behind the word of place at `at`, or the venue; None where it tells of another place than that of an act."""
    folded = analysis.folded
    end = min(sentence.place.end, at.end + _REACH)
    names = analysis.names_in(sentence)
    stop = next((one for one in _BETWEEN.finditer(folded, at.end, end)
                 if not any(name.place.start < one.start() < name.place.end for name in names)), None)  # fmt: skip
    reach = Place(at.end, stop.start() if stop else end)
    venue = venue_at(analysis, sentence, at.end + 1, words)
    inside = [name for name in names if reach.start <= name.place.start < reach.end
              and (venue or not _is_aside(folded[reach.start : name.place.start]))]  # fmt: skip
    which = at.of(folded) == _IN and _tells_which(analysis, inside, at.end + 1)
    if which or _is_of_other(analysis, sentence, at, words):
        return None
    next_to = inside[0] if inside and inside[0].place.start == reach.start + 1 else None
    if next_to and (_is_city(analysis, next_to, inside[1:]) or _is_ward(analysis, next_to)):
        return _value(analysis, next_to.place), None
    if next_to and next_to.kind is NameKind.STATE:
        inside = [next_to]  # "tại Singapore Công ty X ký ..."
    localities = [name for name in inside if _is_locality(analysis, name, words)
                  and not (venue and venue.covers(name.place) and not _is_led(analysis, name, words))]  # fmt: skip
    persons = (name.extent.start for name in names if name.kind is NameKind.PERSON and name.extent.start > at.end
               and not _STREET.search(folded[at.end : name.extent.start]))  # fmt: skip
    spoken = next(persons, end)
    localities = [name for name in localities if name.place.start < spoken]  # "Tại buổi lễ, ông A cho biết ... X"
    if not localities and next_to and next_to.kind is NameKind.PLACE and _is_small(analysis, next_to, words):
        localities = [next_to]
    halls = [name for name in inside if name.kind is NameKind.ORGANISATION
             and not _PARTS.search(folded, at.end, name.place.start)
             and not any(joint in folded[at.end : name.place.start] for joint in _WITH_WHOM)
             and not words.ceremony.search(folded, at.end, name.place.start)
             and not words.not_halls.match(folded, name.place.start)]  # fmt: skip
    seat = _seat(analysis, halls[0], words) if halls else None
    behind = [name.place for name in inside if halls and _is_ward(analysis, name)
              and folded[halls[0].extent.end : name.place.start] == ", "]  # fmt: skip
    commune = (behind[0] if behind else commune_of(analysis, halls[0])) if halls else None
    wide = seat and localities and words.instrument.wide_places.match(folded, localities[0].place.start)
    narrow = localities[0].place if localities and not wide else None
    if narrow and not venue and (unlisted := _within_district(analysis, at.end + 1, narrow, words)):
        narrow = unlisted
    locality = commune or narrow or seat
    hall = None if locality else venue or (halls[0].place if halls else None)
    locality = locality or (None if hall else _unlisted(analysis, at.end + 1, inside, words))
    return (_value(analysis, locality), _value(analysis, hall)) if locality or hall else None


def _value(analysis: Analysis, place: Place | None) -> Value | None:
    return Value(place.of(analysis.text), place) if place else None


def _is_of_other(analysis: Analysis, sentence: Sentence, at: Place, words: Words) -> bool:
    """Whether the word of place at `at` tells where a body, people or the subject of a document are, or is part of a name."""
    before = Place(sentence.place.start, at.start)
    if any(name.place.start < at.start < name.place.end for name in analysis.names_in(sentence)):
        return True  # "Tổng Lãnh sự quán X tại Y"
    if words.lives.search(analysis.folded, max(before.start, before.end - _HELD_REACH), before.end):
        return True
    if _sits(analysis, before, words) or _is_of_body(analysis, sentence, before, words):
        return True
    return _is_held_elsewhere(analysis, sentence, at.end, words) or _in_subject(analysis, before, words)


def _is_held_elsewhere(analysis: Analysis, sentence: Sentence, at: int, words: Words) -> bool:
    """Whether an event is told at `at`, and behind it where it was held: "tại Hội nghị ... tỉnh X do Sở Y tổ chức tại thành phố Z"."""
    event = words.ceremony.match(analysis.folded, at + 1)
    return event is not None and any(
        _HELD_THERE.search(analysis.folded[event.end() : further.start()]) is not None
        for further in words.place_words.finditer(analysis.folded, event.end(), sentence.place.end)
    )


def _is_ward(analysis: Analysis, name: Name) -> bool:
    """Whether the place is a commune, ward or town by its word."""
    return name.kind is NameKind.PLACE and _COMMUNE.match(analysis.folded, name.place.start) is not None


def _is_aside(before: str) -> bool:
    """Whether a bracket behind a comma ends the words before a name, which tells where a body sits: "tại Hội nghị, HTX X (huyện Y)"."""
    return before.endswith("(") and "," in before


def _unlisted(analysis: Analysis, at: int, inside: list[Name], words: Words) -> Place | None:
    """The proper name at `at` that no list of places has, with no name before its comma: "tại Đồng Hỷ, Kho bạc X ký ..."."""
    found = None if words.not_places.match(analysis.folded, at) else _PROPER.match(analysis.text, at)
    if found is None or _is_shouted(found.group()):
        return None
    apart = analysis.text.startswith(",", found.end()) and inside and inside[0].place.start > found.end()
    return Place(*found.span()) if apart or not inside else None


def _within_district(analysis: Analysis, at: int, district: Place, words: Words) -> Place | None:
    """The proper name at `at` that no list has, right before the rural district that it lies in: "ở Minh Lương, huyện Châu Thành"."""
    found = None if words.not_places.match(analysis.folded, at) else _PROPER.match(analysis.text, at)
    rural = found is not None and analysis.folded.startswith(_RURAL, found.end())
    return Place(*found.span()) if found and rural and district.start == found.end() + len(_COMMA) + _BLANK else None


def _sits(analysis: Analysis, before: Place, words: Words) -> bool:
    """Whether what stands right before "tại" tells where a body sits: "trụ sở tại X"."""
    seat = words.headquarters.search(analysis.folded, max(before.start, before.end - _SEAT_REACH), before.end)
    return seat is not None and not analysis.folded[seat.end() : before.end].strip()


def _is_of_body(analysis: Analysis, sentence: Sentence, before: Place, words: Words) -> bool:
    """Whether the headline tells with "tại" where bodies are that it does not name: "ký kết giữa ba trường cao đẳng tại X và Y"."""
    tokens = TOKEN.findall(before.of(analysis.folded))
    heads = (words.lexicon.heads.longest(tokens, at) for at in range(max(0, len(tokens) - _LONGEST_HEAD), len(tokens)))
    ends = any(
        head and head[0] == left
        for head, left in zip(heads, range(min(len(tokens), _LONGEST_HEAD), 0, -1), strict=False)
    )
    return sentence.block.kind is BlockKind.HEADLINE and ends


def _is_shouted(said: str) -> bool:
    """Whether it is of a line of capitals, which tell of no name there."""
    return said.isupper() and " " in said


def venue_at(analysis: Analysis, sentence: Sentence, at: int, words: Words) -> Place | None:
    """The venue that begins at `at` with its noun: "hội trường UBND huyện", "phòng họp B3"; the noun alone is none."""
    noun = words.venues.match(analysis.folded, at)
    if noun is None:
        return None
    stop = words.venue_ends.search(analysis.folded, noun.end(), sentence.place.end)
    end = stop.start() if stop else sentence.place.end
    glued = _GLUED.search(analysis.folded, noun.end(), end)
    end = glued.start() if glued else end
    end = max([end, *(name.place.end for name in analysis.names_in(sentence) if noun.end() <= name.place.start < end)])
    rest = analysis.folded[noun.end() : end].rstrip()
    size = len(rest.split())
    named = size > 0 or (" " in noun.group() and analysis.text[at].isupper())  # "tại Phủ Chủ tịch"
    return Place(at, noun.end() + len(rest)) if named and size <= _LONGEST_VENUE else None


def _in_subject(analysis: Analysis, before: Place, words: Words) -> bool:
    """Whether what is told before "tại" in its clause is the subject of the document: "ký bản ghi nhớ về ... tại X"."""
    if any(before.end - _BLANK <= date.place.end <= before.end and is_day(date.edtf) for date in analysis.dates):
        return False  # "ký thỏa thuận xây dựng đô thị ngày 9/5 tại X"
    if _WAS_SIGNED.search(analysis.folded, before.start, before.end):
        return False  # "Hợp đồng về việc mua tàu đã được ký kết tại X"
    tokens = TOKEN.findall(analysis.folded[_clause_start(analysis, before, words) : before.end])
    if tokens and words.commitments.purposes.longest(tokens, 0):
        return True  # "..., nhằm xây dựng đô thị tại ..."
    named, doing = -1, False
    for at in range(len(tokens)):
        kind = words.lexicon.kinds.longest(tokens, at)
        if kind and at >= named:
            named = at + kind[0]
            doing = kind[0] > _DOING and tokens[at : at + _DOING] == ["hợp", "tác"]
    occasion = words.occasions.search(" ".join(tokens[max(named, 0) :]))
    ends = max(named, 0) + len(occasion.string[: occasion.start()].split()) if occasion else len(tokens)
    held = next((at for at in range(max(named, 0), ends) if tokens[at] in _HELD), ends)
    if named < 0 or held == named:
        return False
    takes_place = tokens[held : held + 1] == [_TAKES_PLACE] or analysis.folded.startswith(_TAKES_PLACE, before.end)
    if tokens[0] in _CEREMONIES and takes_place:
        return False  # "Lễ ký kết thỏa thuận trao đổi dữ liệu diễn ra tại ..."
    tokens = tokens[:held]
    if doing and len(tokens) > named:
        return True  # "hợp tác phát triển đô thị tại ..."
    lists = words.commitments
    return any(
        token in _ABOUT or (lists.acts.longest(tokens, at) and not lists.holding.longest(tokens, at))
        for at, token in enumerate(tokens[named:], named)
    )


def _clause_start(analysis: Analysis, before: Place, words: Words) -> int:
    """Where the clause begins that ends with `before`: after a comma that goes on with no further act of a list."""
    end = before.end
    while (comma := analysis.folded.rfind(",", before.start, end)) >= 0:
        following = TOKEN.findall(analysis.folded[comma + 1 : before.end])
        if not following or words.commitments.acts.longest(following, 0) is None:
            return comma + 1
        end = comma
    return before.start


def _is_city(analysis: Analysis, name: Name, others: Sequence[Name]) -> bool:
    """Whether the name, of no known kind, reads as that of a foreign city: one or two words and a comma, "tại Abidjan,".

    So it does where the first of the `others` is its state in brackets: "tại Glasgow (Anh)".
    """
    said = name.place.of(analysis.text)
    unknown = name.kind is NameKind.ORGANISATION and not name.type and not name.acronym
    plain = 0 < len(said.split()) <= _LONGEST_CITY and said.replace(" ", "").isalpha() and not said.isupper()
    state = others[0].place.start if others and others[0].kind is NameKind.STATE else -1
    bracketed = analysis.text[name.place.end : max(state, name.place.end)] == " ("
    return unknown and plain and (bracketed or analysis.text[name.place.end : name.place.end + 1] in {",", "."})


def _is_led(analysis: Analysis, name: Name, words: Words) -> bool:
    """Whether the name of the locality begins with what it is: "huyện Cao Lãnh"."""
    return words.lexicon.locality_words.longest(TOKEN.findall(name.place.of(analysis.folded)), 0) is not None


def _is_locality(analysis: Analysis, name: Name, words: Words) -> bool:
    if words.streets.search(analysis.folded, max(0, name.place.start - _STREET_REACH), name.place.start):
        return False  # "số 9 đường Biên Hòa"
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
            _is_small(analysis, name, words)
            and name.place.end + 2 < len(analysis.folded)
            and analysis.folded[name.place.end] == ","
            and not (
                _COMMUNE.match(analysis.folded, name.place.start)
                and _OF_DISTRICT.match(analysis.folded, name.place.end)
            )
        )
    )


def _is_small(analysis: Analysis, name: Name, words: Words) -> bool:
    return words.instrument.small_places.match(analysis.folded, name.place.start) is not None


def commune_of(analysis: Analysis, hall: Name) -> Place | None:
    """The commune, or district, whose body the venue is, where what that is part of is told next: "UBND xã Vĩnh Chánh, huyện Thoại Sơn"."""
    for kind, above in ((_COMMUNE, _OF_DISTRICT), (_OF_PROVINCE, _PROVINCE_NEXT)):
        led = kind.search(hall.place.of(analysis.folded))
        if led is not None and hall.type in PUBLIC and above.match(analysis.folded, hall.place.end):
            return Place(hall.place.start + led.start(), hall.place.end)
    return None


def with_district(analysis: Analysis, place: Place) -> Value:
    """The locality at `place`; a commune or ward with the district or town told right after it, as many have its name."""
    above = _DISTRICT.match(analysis.folded, place.end) if _IN_DISTRICT.match(analysis.folded, place.start) else None
    inside = analysis.names_within(Place(above.end(), above.end() + 1)) if above else ()
    district = next((name for name in inside if above and name.place.start == above.end()), None)
    whole = Place(place.start, district.place.end) if district and district.kind is NameKind.PLACE else place
    return Value(whole.of(analysis.text), whole)


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
