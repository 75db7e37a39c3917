"""All names of a document: organisations, persons, places and states, each on its exact place."""

from __future__ import annotations

from camket.analysis import Name, NameKind, Token
from camket.language.cursor import Cursor
from camket.language.organisations import bare_organisation, organisation
from camket.language.persons import person
from camket.language.words import segment
from camket.lexicon import Lexicon, Phrases
from camket.syllables import is_syllable

_LONGEST_THING = 6
_LIST_JOINTS = frozenset({",", "và", ";", "cùng", "với"})


def find_names(text: str, sentences: tuple[tuple[Token, ...], ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of all sentences, in order; those inside a person's office follow that person."""
    cursors = [Cursor(tokens, lexicon, _joined(text, tokens, lexicon)) for tokens in sentences]
    names = [names_in(cursor) for cursor in cursors]
    names = [_as_persons(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    names = [_list_members(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    names = [_with_bare(cursor, found) for cursor, found in zip(cursors, names, strict=True)]
    tails = _tails(cursors, names, lexicon)
    names = [_with_tails(cursor, found, tails) for cursor, found in zip(cursors, names, strict=True)]
    names = _surnames_as_persons(text, names)
    heads = _only_heads(cursors, names)
    return tuple(name for cursor, found in zip(cursors, names, strict=True)
                 for name in _with_heads(cursor, found, heads))  # fmt: skip


def _joined(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> frozenset[int]:
    """The tokens that go on with a word, in a sentence that holds the head of a name; none in others."""
    words = [token.folded for token in tokens]
    if not any(lexicon.heads.longest(words, at) for at in range(len(words))):
        return frozenset()
    start, end = tokens[0].place.start, tokens[-1].place.end
    begins = {start + word.start for word in segment(text[start:end])}
    return frozenset(
        at for at, token in enumerate(tokens) if token.place.start not in begins and token.text[0].isalnum()
    )


def names_in(cursor: Cursor) -> list[Name]:
    """The names of one sentence, left to right, the longest reading first."""
    names: list[Name] = []
    at = 0
    while at < len(cursor.tokens):
        found = _name_at(cursor, at)
        if found is None:  # "dự án Phố Xanh Riverside": no part of the name of a thing is a name
            at += max(cursor.capital_run(at, _LONGEST_THING), 1) if cursor.names_thing(at) else 1
            continue
        end, name = found
        names.append(name)
        if name.kind is NameKind.PERSON and name.title:
            names += _names_inside(cursor, name)
        at = end
    return names


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
    while at < end:
        found = (
            _state_or_place(cursor, at)
            or _state_of_office(cursor, at, end)
            or organisation(cursor, at, before_person=True)
        )
        if found is None and cursor.tokens[at].capital:
            found = bare_organisation(cursor, at)
        if found and found[1].place.end <= holder.title.end:
            names.append(found[1])
            at = found[0]
        else:
            at += 1
    return names


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
    counted = at > 0 and cursor.folded(at - 1).isdigit()
    if prefix and not counted and (token.capital or start > at):
        length = cursor.capital_run(start, 4) if start < len(cursor.tokens) else 0
        if not length and cursor.folded(start).isdigit() and len(cursor.folded(start)) < 3:
            length = 1
        if length and not cursor.stops_name(start):
            place = cursor.place(at, start + length)
            return start + length, Name(NameKind.PLACE, place, place, "", cursor.place(at, start))
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
    """The state at either side of the dash of "Việt - Hàn"."""
    short = cursor.lexicon.state_shorts.get(cursor.folded(at))
    if short is None or not cursor.tokens[at].capital:
        return None
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


def _surnames_as_persons(text: str, names: list[list[Name]]) -> list[list[Name]]:
    """The names, foreign surnames told alone as those of the persons that the document names in full."""
    full = [name.place.of(text).split() for found in names for name in found if name.kind is NameKind.PERSON]
    surnames = {words[-1] for words in full if len(words) > 1 and words[-1].isalpha() and not is_syllable(words[-1])}
    bodies = {
        word
        for found in names
        for name in found
        if name.kind is NameKind.ORGANISATION and name.place.of(text) not in surnames
        for word in name.place.of(text).split()
    }
    return [
        [
            Name(NameKind.PERSON, name.place, name.extent)
            if name.kind is NameKind.ORGANISATION and not name.type and name.place.of(text) in surnames - bodies
            else name
            for name in found
        ]
        for found in names
    ]


def _words_in(cursor: Cursor, name: Name) -> int:
    return sum(name.place.covers(token.place) for token in cursor.tokens)


def _list_members(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with capital runs in a list beside an organisation ("BuuTa, Việt Vườn") told as organisations."""
    names = list(found)
    covered = [name.extent for name in found]
    firsts = {token.place.start: i for i, token in enumerate(cursor.tokens)}
    for name in found:
        if name.kind is not NameKind.ORGANISATION:
            continue
        after = next(
            (i for i, token in enumerate(cursor.tokens) if token.place.start >= name.extent.end), len(cursor.tokens)
        )
        while cursor.folded(after) in {",", "và"} and after + 1 < len(cursor.tokens):
            length = cursor.capital_run(after + 1, 6)
            length += cursor.folded(after + 1 + length).isdigit() and length > 0
            if length < 2 or cursor.person_starts(after + 1):
                break
            place = cursor.place(after + 1, after + 1 + length)
            if any(one.overlaps(place) for one in covered):
                break
            names.append(Name(NameKind.ORGANISATION, place, place, "", None, place))
            covered.append(place)
            after += 1 + length
        before = firsts.get(name.extent.start, 0)
        while before > 2 and cursor.folded(before - 1) in {",", "và"}:
            start = before - 1
            start -= cursor.folded(start - 1).isdigit()
            while start > 0 and cursor.tokens[start - 1].capital and before - start < 7:
                start -= 1
            if before - 1 - start < 2 or (cursor.folded(before - 2).isdigit() and len(cursor.folded(before - 2)) > 3):
                break
            place = cursor.place(start, before - 1)
            if any(one.overlaps(place) for one in covered) or cursor.person_starts(start) or cursor.stops_name(start):
                break
            if cursor.names_thing(start):
                break
            names.append(Name(NameKind.ORGANISATION, place, place, "", None, place))
            covered.append(place)
            before = start
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _with_bare(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with bodies told by their head alone in a list of bodies: "Cục Hải quan, Công an và Cục Thuế tỉnh X"."""
    names = list(found)
    bodies = [name.extent for name in found if name.kind is NameKind.ORGANISATION and name.type]
    for at, token in enumerate(cursor.tokens):
        bare = cursor.longest(cursor.lexicon.bare, at) if token.capital and bodies else None
        if bare is None:
            continue
        place = cursor.place(at, at + bare[0])
        if any(name.extent.overlaps(place) for name in names):
            continue
        joined = [cursor.folded(at - 1) in _LIST_JOINTS, cursor.folded(at + bare[0]) in _LIST_JOINTS]
        ends = {one.end for one in bodies}
        beside = (joined[0] and cursor.tokens[at - 2].place.end in ends) or (
            joined[1] and at + bare[0] + 1 < len(cursor.tokens)
            and cursor.tokens[at + bare[0] + 1].place.start in {one.start for one in bodies})  # fmt: skip
        if beside:
            kind = cursor.longest(cursor.lexicon.heads, at)
            names.append(Name(NameKind.ORGANISATION, place, place, kind[1] if kind else "government", place, place))
            bodies.append(place)
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _only_heads(cursors: list[Cursor], names: list[list[Name]]) -> dict[str, str]:
    """The heads that only one body of the document has, with its type: "Ngân hàng" of "Ngân hàng X (Y)"."""
    by_head: dict[str, list[list[str]]] = {}
    types: dict[str, str] = {}
    for cursor, found in zip(cursors, names, strict=True):
        for name in found:
            if name.kind is not NameKind.ORGANISATION or not name.type or name.head is None:
                continue
            words = [token.folded for token in cursor.tokens if (name.core or name.place).covers(token.place)]
            head = " ".join(token.folded for token in cursor.tokens if name.head.covers(token.place))
            if head in cursor.lexicon.told_alone and len(words) > len(head.split()):
                by_head.setdefault(head, []).append(words)
                types[head] = name.type
    return {head: types[head] for head, bodies in by_head.items() if _are_one(bodies)}


def _are_one(bodies: list[list[str]]) -> bool:
    """Whether the names are of one body: each is the beginning of the longest."""
    longest = max(bodies, key=len)
    return all(longest[: len(body)] == body for body in bodies)


def _with_heads(cursor: Cursor, found: list[Name], heads: dict[str, str]) -> list[Name]:
    """The names with the heads that stand for the one body that has them: "Theo hợp đồng, Ngân hàng cho vay ..."."""
    names = list(found)
    for at, token in enumerate(cursor.tokens):
        head = cursor.longest(cursor.lexicon.heads, at) if token.capital and heads else None
        if head is None or cursor.inside_word(at, head[0]):
            continue
        said = " ".join(cursor.words[at : at + head[0]])
        place = cursor.place(at, at + head[0])
        after = cursor.tokens[at + head[0]] if at + head[0] < len(cursor.tokens) else None
        apart = after is None or not (after.capital or after.folded in {"(", '"', "“"})
        if said in heads and apart and not any(name.extent.overlaps(place) for name in names):
            names.append(Name(NameKind.ORGANISATION, place, place, heads[said], place, place))
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _tails(cursors: list[Cursor], names: list[list[Name]], lexicon: Lexicon) -> Phrases:
    """The short forms that full names and brackets give: "Novaland" of "Tập đoàn Novaland"."""
    tails = Phrases()
    for cursor, found in zip(cursors, names, strict=True):
        for name in found:
            if name.kind is not NameKind.ORGANISATION:
                continue
            inside = [i for i, token in enumerate(cursor.tokens) if name.place.covers(token.place)]
            if name.acronym:
                _add_tail(
                    tails, [cursor.tokens[i] for i in inside if name.acronym.covers(cursor.tokens[i].place)], lexicon
                )
            if name.type == "company" and name.core and name.head:
                run = [cursor.tokens[i] for i in inside
                       if name.core.covers(cursor.tokens[i].place) and cursor.tokens[i].place.start >= name.head.end]  # fmt: skip
                _add_tail(tails, _last_name(run), lexicon)
    return tails


def _last_name(run: list[Token]) -> list[Token]:
    """The proper part of a company's name: its last foreign words, or all of it where short."""
    foreign = [i for i, token in enumerate(run) if token.acronym or not is_syllable(token.text)]
    if foreign and run[foreign[0] :] and all(token.capital for token in run[foreign[0] :]):
        return run[foreign[0] :]
    short = len(run) <= 5 and all(token.text[0].isalpha() for token in run)
    return run if short and run and run[0].capital and sum(token.capital for token in run) > 1 else []


def _add_tail(tails: Phrases, run: list[Token], lexicon: Lexicon) -> None:
    words = " ".join(token.folded for token in run)
    if not run or words in lexicon.not_names or words in lexicon.expansions or words in lexicon.provinces:
        return
    if len(run) == 1 and is_syllable(run[0].text) and not run[0].acronym:
        return
    if words not in tails and words not in lexicon.states:
        tails.add(words, words)


def _with_tails(cursor: Cursor, found: list[Name], tails: Phrases) -> list[Name]:
    """The names of a sentence with the short forms that the document elsewhere tells in full."""
    covered = [name.extent for name in found]
    names = list(found)
    for at, token in enumerate(cursor.tokens):
        tail = cursor.longest(tails, at) if token.capital else None
        if tail is None:
            continue
        place = cursor.place(at, at + tail[0])
        of_thing = cursor.names_thing(at) and cursor.capital_run(at, _LONGEST_THING) > tail[0]
        if not of_thing and not any(one.overlaps(place) for one in covered):
            names.append(Name(NameKind.ORGANISATION, place, place, "", None, place))
            covered.append(place)
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))
