"""All names of a document: organisations, persons, places and states, each on its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from camket.analysis import Analysis, Name, NameKind
from camket.document import Place
from camket.folding import fold
from camket.language.brands import bare_organisation
from camket.language.counted_lists import with_counted
from camket.language.cursor import Cursor
from camket.language.foreign_names import hyphened
from camket.language.holders import with_holders
from camket.language.localities import beside_locality, listed_localities
from camket.language.locality_names import NEVER_NUMBERED, direction_after, goes_on_small
from camket.language.occurrences import Occurrences
from camket.language.organisations import organisation
from camket.language.persons import foreign_by_office, is_next_of_several, person, told_by_position
from camket.language.shared_heads import with_fields
from camket.language.told_again import (
    LONGEST_THING,
    heads_alone,
    list_members,
    lone_surname,
    surnames_as_persons,
    tails_of,
    type_of_only,
    with_bare,
    with_heads,
    with_tails,
)
from camket.lexicon import COUNTS, GOVERNMENT, TOKEN, Lexicon, Phrases
from camket.syllables import is_syllable

_LONGEST_WORD, _LONGEST_DOCUMENT = 40, 50
_DASH = " - "
_NATION, _PROVINCE, _SIDE = "nước", "tỉnh", "phía"
_WAYS = frozenset({"đông", "tây", "nam", "bắc"})
_LOCALITIES = ("tỉnh", "huyện", "thành phố", "bang", "quận", "xã")
_PUBLIC = frozenset({GOVERNMENT, "forces"})
_LONGEST_PLAIN = 3
_LONGEST_SURNAME = 2


class Names:
    """The names of a document, those of a sentence when they are first asked for.

    Most are read from their sentence alone. Short forms, surnames and heads are known by names elsewhere in the document;
    for these only the sentences that hold the same words are read, so that the names are those of reading them all.
    """

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._text, self._folded, self._lexicon = analysis.text, analysis.folded, lexicon
        self._tokens = analysis.tokens
        self._places = Occurrences(analysis)
        self._alone: dict[int, tuple[Cursor, list[Name]]] = {}
        self._tails: dict[int, list[tuple[str, str]]] = {}
        self._with_tails: dict[int, list[Name]] = {}
        self._names: dict[int, tuple[Name, ...]] = {}

    def of(self, at: int) -> tuple[Name, ...]:
        """The names of the sentence number `at`, in order; those inside a person's office follow that person."""
        if at not in self._names:
            found = with_holders(self._text, self._with_persons(at), partial(self._elsewhere, at))
            self._names[at] = tuple(self._with_heads(at, found))
        return self._names[at]

    def _by_itself(self, at: int) -> tuple[Cursor, list[Name]]:
        """The names that the sentence tells by itself."""
        if at not in self._alone:
            cursor = Cursor(self._text, self._tokens[at], self._lexicon)
            found = with_fields(cursor, beside_locality(cursor, listed_localities(cursor, names_in(cursor))))
            found = list_members(cursor, with_counted(cursor, _as_persons(cursor, found)))
            found = [self._as_place(one) for one in found
                     if not (self._only_shouted(cursor, one) or self._is_outlet(cursor, one) or self._is_document(one))]  # fmt: skip
            self._alone[at] = cursor, with_bare(cursor, found)
        return self._alone[at]

    def _only_shouted(self, cursor: Cursor, name: Name) -> bool:
        """Whether it is a run of plain words in a line of capitals that the document tells nowhere else: "TỔ CHỨC BẢO TỒN"."""
        if name.kind is not NameKind.ORGANISATION or not cursor.shouts:
            return False
        inside = [at for at, token in enumerate(cursor.tokens) if name.place.covers(token.place)]
        if name.type and not cursor.longest(cursor.lexicon.common, inside[0]):
            return False
        plain = all(is_syllable(cursor.tokens[at].text) and not cursor.listed_place(at) for at in inside)
        return plain and self._folded.count(name.place.of(self._folded)) == 1

    def _is_outlet(self, cursor: Cursor, name: Name) -> bool:
        """Whether an acronym begins it, with a dash before all that the sentence tells, and it is told nowhere else: "SKĐS - Bệnh viện X ..."."""
        first = cursor.tokens[0]
        if (
            name.place.start != first.place.start
            or not first.acronym
            or name.kind is not NameKind.ORGANISATION
            or name.type
        ):
            return False
        said = re.escape(name.place.of(self._folded))
        alone = self._folded.startswith(_DASH, name.place.end)
        return alone and len(re.findall(rf"(?<!\w){said}(?!\w)", self._folded)) == 1

    def _is_document(self, name: Name) -> bool:
        """Whether it is an acronym that the text gives in brackets for a document: "Thỏa thuận phát triển chung (JDA)"."""
        said = name.place.of(self._text)
        if name.kind is not NameKind.ORGANISATION or name.type or not said.isupper():
            return False
        bracket = self._folded.find(f"({fold(said)})")
        before = TOKEN.findall(self._folded[max(0, bracket - _LONGEST_DOCUMENT) : bracket]) if bracket > 0 else []
        starts = (at for at in range(len(before)) if self._lexicon.kinds.longest(before, at))
        return any(all(word.isalpha() for word in before[at:]) for at in starts)

    def _as_place(self, name: Name) -> Name:
        """The name; a bare one that the document tells elsewhere as a locality is one: "X (Lào)" where "tỉnh X" stands below."""
        said = name.place.of(self._folded)
        bare = name.kind is NameKind.ORGANISATION and not name.type and name.acronym is None
        placed = bare and any(f" {word} {said} " in self._folded for word in _LOCALITIES)
        return Name(NameKind.PLACE, name.place, name.extent) if placed else name

    def _told(self, at: int) -> list[Name]:
        """The names of the sentence, with the short forms of names told in full here or elsewhere."""
        if at not in self._with_tails:
            cursor, found = self._by_itself(at)
            around = self._places.of_short_forms(at, cursor, found)
            self._with_tails[at] = with_tails(cursor, found, [tail for one in around for tail in self._tails_of(one)])
        return self._with_tails[at]

    def _tails_of(self, at: int) -> list[tuple[str, str]]:
        if at not in self._tails:
            self._tails[at] = tails_of(*self._by_itself(at))
        return self._tails[at]

    def _with_persons(self, at: int) -> list[Name]:
        found = self._told(at)
        surnames = {said for name in found if (said := lone_surname(self._text, name)) and self._may_be_surname(said)}
        if not surnames:
            return found
        others = sorted({at}.union(*(self._places.of_words([fold(one)]) for one in surnames)))
        return surnames_as_persons(self._text, found, [self._told(one) for one in others])

    def _may_be_surname(self, said: str) -> bool:
        """Whether the word stands anywhere right after another one of a name."""
        before = (self._text[max(0, place - _LONGEST_WORD) : place] for place, _ in self._places.of_word(fold(said)))
        last = (one.split()[-1:] for one in before if one[-1:].isspace())
        return any(one[0][0].isupper() or fold(one[0]) in self._lexicon.particles for one in last if one)

    def _with_heads(self, at: int, found: list[Name]) -> list[Name]:
        cursor, _ = self._by_itself(at)
        alone = heads_alone(cursor, found)
        types = {said: type_of_only(said, self._with_words(said)) for said, _ in alone}
        names = with_heads(found, alone, types)
        full = {name: self._in_full(at, name) for name in names if name.head == name.place}
        grown = [one.extent for name, one in full.items() if one != name]
        inside = [name for name in names if any(place.covers(name.extent) for place in grown)]
        return [full.get(name, name) for name in names if name in full or name not in inside]

    def _in_full(self, at: int, name: Name) -> Name:
        """The name of a head alone with what follows, where that is told elsewhere with other capitals: "Trung tâm vũ trụ X"."""
        start, words = name.place.start, name.place.of(self._folded).split()
        told = {
            said for one, said in self._elsewhere(at, words) if one.kind is name.kind and one.head and not one.acronym
        }
        whole = (Place(start, start + len(said)) for said in told if self._folded.startswith(said, start))
        ended = [one for one in whole if one.end > name.place.end and not self._folded[one.end : one.end + 1].isalnum()]
        place = max(ended, key=lambda one: one.end, default=name.place)
        return replace(name, place=place, extent=place, core=place)

    def _elsewhere(self, at: int, words: Sequence[str]) -> Iterator[tuple[Name, str]]:
        """The names in the other sentences that hold the words, each with what it reads, folded."""
        for other in sorted(self._places.of_words(words)):
            for name in self._told(other) if other != at else ():
                place = name.core or name.place
                yield name, fold(place.of(self._text))

    def _with_words(self, said: str) -> Iterator[tuple[Cursor, list[Name]]]:
        """The sentences that hold the words, with their names."""
        return ((self._by_itself(one)[0], self._told(one)) for one in sorted(self._places.of_words(said.split())))


def names_in(cursor: Cursor) -> list[Name]:
    """The names of one sentence, left to right, the longest reading first."""
    names: list[Name] = []
    at = 0
    while at < len(cursor.tokens):
        if not _may_begin(cursor, at):
            at += 1
            continue
        if ocean := cursor.longest(cursor.lexicon.oceans, at):
            at += ocean[0]
            continue
        found = _name_at(cursor, at)
        if found is None:  # "dự án Phố Xanh Riverside": no part of the name of a thing is a name
            at += max(cursor.capital_run(at, LONGEST_THING), 1) if cursor.names_thing(at) else _office_alone(cursor, at)
            continue
        end, name = found
        names.append(name)
        if name.kind is NameKind.PERSON and name.title:
            names += _names_inside(cursor, name)
        at = end
    return names


def _office_alone(cursor: Cursor, at: int) -> int:
    """How many tokens go on: those of an office that tells its body, and of nobody who holds it ("Thủ tướng Chính phủ"), else one."""
    office = cursor.longest(cursor.lexicon.offices, at)
    return office[0] if office and office[0] > _LONGEST_PLAIN else 1


def _may_begin(cursor: Cursor, at: int) -> bool:
    """Whether a name could begin at `at`, by its word alone: with a capital, a word of openers, or a title such as "ths.bs"."""
    token = cursor.tokens[at]
    return token.capital or token.folded in cursor.lexicon.openers or "." in token.folded


def _name_at(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The name that begins at `at`: what its first word cannot begin is not read for, which halves the time."""
    lexicon, word = cursor.lexicon, cursor.words[at]
    if cursor.folded(at - 1) == _SIDE and (side := _unlisted_side(cursor, at)):
        return side
    return (
        (_state_pair(cursor, at) if word in lexicon.state_shorts else None)
        or (
            person(cursor, at) if (word in lexicon.person_openers or "." in word) and not _is_body(cursor, at) else None
        )
        or (_state_or_place(cursor, at) if word in lexicon.place_openers else None)
        or organisation(cursor, at)
        or (person(cursor, at) if "(" in cursor.words and told_by_position(cursor, at) else None)
        or (person(cursor, at) if "," in cursor.words and foreign_by_office(cursor, at) else None)
        or (person(cursor, at) if is_next_of_several(cursor, at) else None)
        or (bare_organisation(cursor, at) if cursor.tokens[at].capital else None)
    )


def _unlisted_side(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The place of two words that no list has and "phía" stands before, which reads as a person: "phía Sùng Tả"."""
    run = cursor.capital_run(at, _LONGEST_SURNAME + 1)
    known = (
        cursor.listed_place(at) or cursor.longest(cursor.lexicon.heads, at) or cursor.longest(cursor.lexicon.states, at)
    )
    plain = all(is_syllable(token.text) and not token.acronym for token in cursor.tokens[at : at + run])
    ways = all(token.folded in _WAYS for token in cursor.tokens[at : at + run])
    if run != _LONGEST_SURNAME or known or ways or not plain or cursor.honorific(at):
        return None
    place = cursor.place(at, at + run)
    return at + run, Name(NameKind.PLACE, place, place)


def _with_state(cursor: Cursor, found: tuple[int, Name], end: int) -> tuple[int, Name]:
    """The public body with the state right behind it, up to `end`, whose it is: "Bộ trưởng Bộ Tư pháp Nhật Bản"."""
    at, name = found
    state = cursor.longest(cursor.lexicon.states, at) if at < end else None
    if state is None or name.type not in _PUBLIC or name.acronym is not None or at + state[0] > end:
        return found
    place = Place(name.place.start, cursor.tokens[at + state[0] - 1].place.end)
    return at + state[0], replace(name, place=place, extent=place, core=place)


def _is_body(cursor: Cursor, at: int) -> bool:
    """Whether a body is told at `at`, however it begins: "Lầu Năm Góc", which needs no name, is no Mr Lầu, nor "Cung Thiếu nhi"."""
    found, head = cursor.longest(cursor.lexicon.whole, at), cursor.longest(cursor.lexicon.heads, at)
    return head is not None and (head[0] > _LONGEST_SURNAME or (found is not None and head == (found[0], GOVERNMENT)))


def _names_inside(cursor: Cursor, holder: Name) -> list[Name]:
    """The organisations and states inside a person's office."""
    assert holder.title is not None
    first = next(i for i, token in enumerate(cursor.tokens) if token.place.start >= holder.title.start)
    end = next(
        (i for i, token in enumerate(cursor.tokens) if token.place.start >= holder.title.end), len(cursor.tokens)
    )
    names, at = [], first
    ahead = holder.title.start < holder.place.start
    held = cursor.longest(cursor.lexicon.offices, first) or cursor.longest(cursor.lexicon.office_prefixes, first)
    while at < end:
        tail = cursor.longest(cursor.lexicon.office_tails, at)
        if tail and cursor.longest(cursor.lexicon.offices, at - tail[0] - 1):
            at += tail[0]  # "Phó Chủ tịch Thường trực HĐND"
        found = (
            _state_or_place(cursor, at)
            or _state_of_office(cursor, at, end)
            or organisation(cursor, at, before_person=ahead and held is not None)
        )
        field = cursor.longest(cursor.lexicon.sectors, at) if found is None else None
        if (
            field
            and (state := cursor.longest(cursor.lexicon.states, at + field[0]))
            and at + field[0] + state[0] <= end
        ):
            at += field[0]  # "Bộ trưởng Quốc Phòng Canada"
            continue
        if found is None and cursor.tokens[at].capital and at >= first + (held[0] if held else 0):
            found = bare_organisation(cursor, at)
        if found and found[1].place.end > holder.title.end and not found[1].type and at < end:
            place = cursor.place(at, end)  # "Giám đốc VNPT Phú Thọ Lê Văn Tám"
            found = end, replace(found[1], place=place, extent=place, core=place, acronym=None)
        if found and found[1].place.end <= holder.title.end:
            at, name = _with_state(cursor, _with_field(cursor, found, end), end)
            names.append(name)
        else:
            at += 1
    return names


def _with_field(cursor: Cursor, found: tuple[int, Name], end: int) -> tuple[int, Name]:
    """The body with the field told after it up to the dash: "vụ trưởng Vụ Chính sách về đất đai và hàng hải - bà Y"."""
    after, name = found
    dash = next((at for at in range(after, end) if cursor.folded(at) == "-"), after)
    if name.kind is not NameKind.ORGANISATION or cursor.folded(after) != "về" or dash == after:
        return found
    place = Place(name.place.start, cursor.tokens[dash - 1].place.end)
    return dash, replace(name, place=place, extent=place)


def _state_of_office(cursor: Cursor, at: int, end: int) -> tuple[int, Name] | None:
    """The state that an office ends with, whatever name follows: "Thủ tướng Campuchia Hun Manet"."""
    state = cursor.longest(cursor.lexicon.states, at) if cursor.tokens[at].capital else None
    if state is None or at + state[0] != end:
        return None
    place = cursor.place(at, end)
    return end, Name(NameKind.STATE, place, place, state[1])


def _state_or_place(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """A state, a province or town with the word of its kind, or "xã X", "quận 2"."""
    token = cursor.tokens[at]
    prefix = cursor.locality_prefix(at)
    start = at + prefix
    for phrases, kind in ((cursor.lexicon.states, NameKind.STATE), (cursor.lexicon.capitals, NameKind.PLACE),
                          (cursor.lexicon.provinces, NameKind.PLACE), (cursor.lexicon.towns, NameKind.PLACE)):  # fmt: skip
        found = cursor.longest(phrases, start)
        town = cursor.longest(cursor.lexicon.towns, start) if found else None
        if found and town and town[0] > found[0]:
            continue  # "Điện Biên Phủ" is no Điện Biên
        if found and cursor.tokens[start].capital and _ends_clean(cursor, start, start + found[0], phrases):
            end = start + found[0]
            end += direction_after(cursor, at, end)
            place = cursor.place(start if kind is NameKind.STATE else at, end)
            listed = "" if prefix and phrases is cursor.lexicon.capitals else found[1]
            return end, Name(kind, place, place, listed, cursor.place(at, start) if prefix else None)
    counted = at > 0 and (cursor.folded(at - 1).isdigit() or cursor.folded(at - 1) in COUNTS)
    counted = counted or token.folded == _NATION  # "các nước ASEAN" is no place
    if prefix and not counted and (token.capital or start > at):
        length = cursor.capital_run(start, 4) if start < len(cursor.tokens) else 0
        numbered = cursor.folded(start).isdigit() and token.folded not in NEVER_NUMBERED
        if not length and numbered and len(cursor.folded(start)) < 3:
            length = 1
        head = cursor.longest(cursor.lexicon.heads, at)
        body = head is not None and head[0] > prefix  # "Tỉnh Đoàn Hà Nam"
        body = body or (token.folded == _PROVINCE and cursor.person_starts(start))  # "Giám đốc NHCSXH tỉnh Lê Văn Tám"
        if length and not (body or cursor.stops_name(start) or cursor.longest(cursor.lexicon.kinds, start)):
            if goes_on_small(cursor, start, start + length):
                length += 1 + cursor.capital_run(start + length + 1, 3)
            end = hyphened(cursor, start + length)
            place = cursor.place(at, end)
            return end, Name(NameKind.PLACE, place, place, "", cursor.place(at, start))
    return None


def _ends_clean(cursor: Cursor, start: int, end: int, phrases: Phrases) -> bool:
    """Whether the listed place is not the beginning of a longer name in capitals, or of a common word."""
    if end - start > 1 or phrases is not cursor.lexicon.states:
        return True
    pairs = {f"{cursor.folded(at)} {cursor.folded(at + 1)}" for at in (start - 1, start)}
    if pairs & cursor.lexicon.compounds:
        return False  # "Mỹ Latin", "Chủ Nhật"
    after = cursor.tokens[end] if end < len(cursor.tokens) else None
    head = cursor.longest(cursor.lexicon.heads, end)
    if head and head[0] > 1:
        return True
    return after is None or not after.capital or not is_syllable(after.text) or cursor.stops_name(end)


def _state_pair(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The state in short form at either side of the dash of "Việt - Hàn", or of "phía Hàn"."""
    short = cursor.lexicon.state_shorts.get(cursor.folded(at))
    full = cursor.longest(cursor.lexicon.states, at)
    if short is None or not cursor.tokens[at].capital or (full and full[0] > 1):
        return None  # "EU - Việt Nam"
    begins_head = cursor.longest(cursor.lexicon.heads, at) is not None  # "phía Trung tâm X"
    following = cursor.tokens[at + 1].capital if at + 1 < len(cursor.tokens) else False
    if cursor.folded(at - 1) == "phía" and not (following or begins_head):
        place = cursor.place(at, at + 1)  # "phía Hàn"
        return at + 1, Name(NameKind.STATE, place, place, short)
    neighbours = [(at - 2, at - 1), (at + 2, at + 1)]
    for other, dash in neighbours:
        paired = cursor.folded(other) in cursor.lexicon.state_shorts or _state_near(cursor, other)
        if cursor.folded(dash) == "-" and paired and cursor.tokens[other].capital:
            place = cursor.place(at, at + 1)
            return at + 1, Name(NameKind.STATE, place, place, short)
    return None


def _state_near(cursor: Cursor, at: int) -> bool:
    """Whether a state's name begins, or a name of two syllables ends, at `at`."""
    states = cursor.lexicon.states
    return cursor.longest(states, at) is not None or (cursor.longest(states, at - 1) or (0,))[0] == 2


def _as_persons(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with "X" of "ông A và X" told as a person."""
    names: list[Name] = []
    for name in found:
        previous = names[-1] if names else None
        between = [token.folded for token in cursor.tokens
                   if previous and previous.extent.end <= token.place.start < name.place.start]  # fmt: skip
        after_person = previous is not None and previous.kind is NameKind.PERSON and between in (["và"], ["cùng"])
        if name.kind is NameKind.ORGANISATION and not name.type and after_person and _words_in(cursor, name) > 1:
            names.append(Name(NameKind.PERSON, name.place, name.extent))
        else:
            names.append(name)
    return names


def _words_in(cursor: Cursor, name: Name) -> int:
    return sum(name.place.covers(token.place) for token in cursor.tokens)
