"""All names of a document: organisations, persons, places and states, each on its exact place."""

from __future__ import annotations

from dataclasses import replace

from camket.analysis import Name, NameKind, Token
from camket.document import Place
from camket.language.cursor import Cursor
from camket.language.localities import listed_localities
from camket.language.organisations import bare_organisation, organisation
from camket.language.persons import person
from camket.language.pieces import hyphened
from camket.language.told_again import (
    LONGEST_THING,
    list_members,
    only_heads,
    surnames_as_persons,
    tails_of,
    with_bare,
    with_heads,
    with_tails,
)
from camket.language.words import segment
from camket.lexicon import COUNTS, Lexicon, Phrases
from camket.syllables import is_syllable

_NATION = "nước"
_AND = "và"
_FEWEST_BEFORE = 2
"""The first word of a sentence has a capital too, and may go on: "Sau khi"."""


def find_names(text: str, sentences: tuple[tuple[Token, ...], ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of all sentences, in order; those inside a person's office follow that person."""
    cursors = [
        Cursor(tokens, lexicon, _joined(text, tokens, lexicon), _after_tabs(text, tokens)) for tokens in sentences
    ]
    names = [names_in(cursor) for cursor in cursors]
    names = [listed_localities(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    names = [_as_persons(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    names = [list_members(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    names = [with_bare(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    tails = tails_of(cursors, names, lexicon)
    names = [with_tails(cursor, found, tails) for cursor, found in zip(cursors, names, strict=True)]
    names = surnames_as_persons(text, names)
    heads = only_heads(cursors, names)
    return tuple(name for cursor, found in zip(cursors, names, strict=True)
                 for name in with_heads(cursor, found, heads))  # fmt: skip


def _after_tabs(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    return frozenset(at for at, token in enumerate(tokens) if text[token.place.start - 1 : token.place.start] == "\t")


def _joined(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> frozenset[int]:
    """The tokens that go on with a word, in a sentence that holds the head of a name; none in others."""
    words = [token.folded for token in tokens]
    if not any(lexicon.heads.longest(words, at) for at in range(len(words))):
        return frozenset()
    start, end = tokens[0].place.start, tokens[-1].place.end
    begins = {start + word.start for word in segment(text[start:end])}
    return frozenset(
        at for at, token in enumerate(tokens)
        if token.place.start not in begins and token.text[0].isalnum() and not _ends_name(tokens, words, at, lexicon)
    )  # fmt: skip


def _ends_name(tokens: tuple[Token, ...], words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that joins or ends names stands at `at` right after a word of one, whatever segmentation says.

    It makes one word of "Mường và" and "Nhân ký" in "Bảo tàng Di sản Mường và Công ty X", "Hội huyện Lý Nhân ký".
    """
    if at < _FEWEST_BEFORE or tokens[at].capital or not tokens[at - 1].capital:
        return False
    if f"{words[at - 1]} {words[at]}" in lexicon.compounds:
        return False
    return words[at] in lexicon.clause_words or words[at] == _AND or _acts(tokens, words, at, lexicon)


def _acts(tokens: tuple[Token, ...], words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the verb of an act stands at `at`, and two words or more of a name before it: "Hoàng Mai cử hai bác sĩ"."""
    act = lexicon.acts.longest(words, at)
    after = at + act[0] if act else at
    goes_on = act is not None and after < len(tokens) and tokens[after].text[0].isalnum() and not tokens[after].capital
    named = tokens[at - 2].capital and not tokens[at - 2].acronym and lexicon.heads.longest(words, at - 2) is None
    return goes_on and named


def names_in(cursor: Cursor) -> list[Name]:
    """The names of one sentence, left to right, the longest reading first."""
    names: list[Name] = []
    at = 0
    while at < len(cursor.tokens):
        if not _may_begin(cursor, at):
            at += 1
            continue
        found = _name_at(cursor, at)
        if found is None:  # "dự án Phố Xanh Riverside": no part of the name of a thing is a name
            at += max(cursor.capital_run(at, LONGEST_THING), 1) if cursor.names_thing(at) else 1
            continue
        end, name = found
        names.append(name)
        if name.kind is NameKind.PERSON and name.title:
            names += _names_inside(cursor, name)
        at = end
    return names


def _may_begin(cursor: Cursor, at: int) -> bool:
    """Whether a name could begin at `at`, by its word alone: with a capital, a word of openers, or a title such as "ths.bs"."""
    token = cursor.tokens[at]
    return token.capital or token.folded in cursor.lexicon.openers or "." in token.folded


def _name_at(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    for read in (_state_pair, person, _state_or_place, organisation, bare_organisation):
        if read is bare_organisation and not cursor.tokens[at].capital:
            continue
        found = read(cursor, at)
        if found:
            return found
    return None


def _names_inside(cursor: Cursor, holder: Name) -> list[Name]:
    """The organisations and states inside a person's office."""
    assert holder.title is not None
    first = next(i for i, token in enumerate(cursor.tokens) if token.place.start >= holder.title.start)
    end = next(
        (i for i, token in enumerate(cursor.tokens) if token.place.start >= holder.title.end), len(cursor.tokens)
    )
    names, at = [], first
    held = cursor.longest(cursor.lexicon.offices, first) or cursor.longest(cursor.lexicon.office_prefixes, first)
    while at < end:
        tail = cursor.longest(cursor.lexicon.office_tails, at)
        if tail and cursor.longest(cursor.lexicon.offices, at - tail[0] - 1):
            at += tail[0]  # "Phó Chủ tịch Thường trực HĐND"
        found = (
            _state_or_place(cursor, at)
            or _state_of_office(cursor, at, end)
            or organisation(cursor, at, before_person=held is not None)
        )
        if found is None and cursor.tokens[at].capital:
            found = bare_organisation(cursor, at)
        if found and found[1].place.end > holder.title.end and not found[1].type and at < end:
            place = cursor.place(at, end)  # "Giám đốc VNPT Phú Thọ Lê Văn Tám"
            found = end, replace(found[1], place=place, extent=place, core=place, acronym=None)
        if found and found[1].place.end <= holder.title.end:
            at, name = _with_field(cursor, found, end)
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
        if found and cursor.tokens[start].capital and _ends_clean(cursor, start, start + found[0], phrases):
            end = start + found[0]
            place = cursor.place(start if kind is NameKind.STATE else at, end)
            listed = "" if prefix and phrases is cursor.lexicon.capitals else found[1]
            return end, Name(kind, place, place, listed, cursor.place(at, start) if prefix else None)
    counted = at > 0 and (cursor.folded(at - 1).isdigit() or cursor.folded(at - 1) in COUNTS)
    counted = counted or token.folded == _NATION  # "các nước ASEAN" is no place
    if prefix and not counted and (token.capital or start > at):
        length = cursor.capital_run(start, 4) if start < len(cursor.tokens) else 0
        if not length and cursor.folded(start).isdigit() and len(cursor.folded(start)) < 3:
            length = 1
        if length and not cursor.stops_name(start) and not cursor.longest(cursor.lexicon.kinds, start):
            end = hyphened(cursor, start + length)
            place = cursor.place(at, end)
            return end, Name(NameKind.PLACE, place, place, "", cursor.place(at, start))
    return None


def _ends_clean(cursor: Cursor, start: int, end: int, phrases: Phrases) -> bool:
    """Whether the listed place is not the beginning of a longer name in capitals, or of a common word."""
    if end - start > 1 or phrases is not cursor.lexicon.states:
        return True
    if f"{cursor.folded(start)} {cursor.folded(end)}" in cursor.lexicon.compounds:
        return False
    after = cursor.tokens[end] if end < len(cursor.tokens) else None
    head = cursor.longest(cursor.lexicon.heads, end)
    if head and head[0] > 1:
        return True
    return after is None or not after.capital or not is_syllable(after.text) or cursor.stops_name(end)


def _state_pair(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The state in short form at either side of the dash of "Việt - Hàn", or of "phía Hàn"."""
    short = cursor.lexicon.state_shorts.get(cursor.folded(at))
    if short is None or not cursor.tokens[at].capital:
        return None
    if cursor.folded(at - 1) == "phía" and not (at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].capital):
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
