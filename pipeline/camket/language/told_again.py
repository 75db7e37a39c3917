"""Names by what else the sentence and the document tell: in lists, in short forms, by the head or surname alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from camket.analysis import Name, NameKind, Token
from camket.document import Place
from camket.language.cursor import Cursor
from camket.lexicon import SCHOOL, SEVERAL, Lexicon, Phrases
from camket.syllables import is_syllable

LONGEST_THING = 6
"""Tokens of the name of a thing ("dự án X"), at most."""
_FORMS = frozenset({"ctcp", "công ty cp", "công ty cổ phần", "công ty tnhh", "công ty tnhh mtv"})
_OWN_NAME = 2
_OWN = "own"
_PERSONS, _ANYONE = frozenset({NameKind.PERSON}), frozenset(NameKind)
_BRACKETED, _SHORTEST_INSIDE = 3, 3
_LIST_JOINTS = frozenset({",", "và", ";", "cùng", "với"})
_TIMES = frozenset({"tháng", "ngày", "năm", "quý", "tuần", "thứ", "mùa", "kỳ", "đợt", "vòng", "giai"})


def list_members(cursor: Cursor, found: list[Name]) -> list[Name]:
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
        heads_all = _heads_all(cursor, name, firsts.get(name.place.start, 0))
        while cursor.folded(after) in {",", "và"} and after + 1 < len(cursor.tokens):
            length = cursor.capital_run(after + 1, 6)
            length += cursor.folded(after + 1 + length).isdigit() and length > 0
            bare = cursor.longest(cursor.lexicon.bare, after + 1)  # "Đoàn Thanh niên" ends small
            length = max(length, bare[0]) if bare else length
            if length < 2 or (cursor.person_starts(after + 1) and not heads_all):
                break
            place = cursor.place(after + 1, after + 1 + length)
            kinds = _ANYONE if name.place.of(cursor.text)[0].islower() else _PERSONS
            if heads_all and (taken := next((one for one in names if one.place == place and not one.title
                                             and one.kind in kinds), None)):  # fmt: skip
                names.remove(taken)
                covered.remove(taken.extent)
            if any(one.overlaps(place) for one in covered):
                break
            names.append(_member(cursor, after + 1, after + 1 + length))
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
            if cursor.names_thing(start) or _ends_with_no_name(cursor, start, before - 1):
                break
            names.append(_member(cursor, start, before - 1))
            covered.append(place)
            before = start
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _member(cursor: Cursor, start: int, end: int) -> Name:
    """The organisation of a list whose name has the tokens from `start` up to `end`; with its head, if it begins with one."""
    place, head = cursor.place(start, end), cursor.longest(cursor.lexicon.heads, start)
    if head is None or start + head[0] > end:
        return Name(NameKind.ORGANISATION, place, place, "", None, place)
    return Name(NameKind.ORGANISATION, place, place, head[1], cursor.place(start, start + head[0]), place)


def _heads_all(cursor: Cursor, name: Name, at: int) -> bool:
    """Whether the head of the name at token `at` is told once for several: "4 đồn biên phòng Bình Hải, Sa Kỳ và Lý Sơn"."""
    counted = cursor.folded(at - 1).isdigit() or cursor.folded(at - 1) in SEVERAL
    return counted and bool(name.type) and (not cursor.tokens[at].capital or name.type == SCHOOL)


def _ends_with_no_name(cursor: Cursor, start: int, end: int) -> bool:
    """Whether the capitals from `start` to `end` end with an event, a region or a time, which is no body: "Nhân SEA Games, Sở X ...", "Tháng 9, X"."""
    said = [token.folded for token in cursor.tokens[start:end]]
    dated = said[0] in _TIMES and said[-1].isdigit()
    return dated or any(" ".join(said[at:]) in cursor.lexicon.not_names for at in range(len(said)))


def with_bare(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with bodies told by their head alone in a list of bodies: "Cục Hải quan, Công an và Cục Thuế tỉnh X"."""
    names = _beside_bodies(cursor, found)
    while len(names) != len(found):  # one that is found may be beside another
        found, names = names, _beside_bodies(cursor, names)
    return names


def _beside_bodies(cursor: Cursor, found: list[Name]) -> list[Name]:
    names = list(found)
    bodies = [name.extent for name in found if name.kind is NameKind.ORGANISATION and name.type]
    for at, token in enumerate(cursor.tokens):
        bare = cursor.longest(cursor.lexicon.bare, at) if token.capital and bodies else None
        if bare is None:
            continue
        place = cursor.place(at, at + bare[0])
        inside = [name for name in names if name.extent.overlaps(place)]
        if any(name.extent == place or not place.covers(name.extent) for name in inside):
            continue
        joined = [cursor.folded(at - 1) in _LIST_JOINTS, cursor.folded(at + bare[0]) in _LIST_JOINTS]
        ends = {one.end for one in bodies}
        beside = (joined[0] and cursor.tokens[at - 2].place.end in ends) or (
            joined[1] and at + bare[0] + 1 < len(cursor.tokens)
            and cursor.tokens[at + bare[0] + 1].place.start in {one.start for one in bodies})  # fmt: skip
        if beside:
            kind = cursor.longest(cursor.lexicon.heads, at)
            names = [name for name in names if name not in inside]
            names.append(Name(NameKind.ORGANISATION, place, place, kind[1] if kind else "government", place, place))
            bodies.append(place)
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def type_of_only(head: str, told: Iterable[tuple[Cursor, list[Name]]]) -> str | None:
    """The type of the one body that has the head, if all that have it are one: "Ngân hàng" of "Ngân hàng X (Y)".

    `told` are the sentences that hold the words of the head; no more are read once two bodies have it.
    """
    longest: list[str] = []
    kind: str | None = None
    for cursor, found in told:
        for name in found:
            if name.kind is not NameKind.ORGANISATION or not name.type or name.head is None:
                continue
            words = [token.folded for token in cursor.tokens if (name.core or name.place).covers(token.place)]
            length = sum(name.head.covers(token.place) for token in cursor.tokens)
            words = _with_acronym_first(cursor, name, head) or words
            # "Đài" of "Đài Phát thanh - Truyền hình X"
            if not any(" ".join(words[:size]) == head and len(words) > size for size in range(1, length + 1)):
                continue
            if words[: len(longest)] != longest[: len(words)]:
                return None
            longest = max(longest, words, key=len)
            kind = name.type
    return kind


def _with_acronym_first(cursor: Cursor, name: Name, short: str) -> list[str]:
    """The words of a name that begins with words spelt by a bracket within it: "BQL Di tích X" of "Ban Quản lý (BQL) Di tích X"."""
    words = [token.folded for token in cursor.tokens if name.place.covers(token.place)]
    at = words.index("(") if "(" in words else len(words)
    spelt = "".join(word[0] for word in words[:at] if word.isalpha())
    within = spelt == short and words[at + 1 : at + _BRACKETED] == [short, ")"] and len(words) > at + _BRACKETED
    return [short, *words[at + _BRACKETED :]] if within else []


def _is_defined_inside(cursor: Cursor, at: int) -> bool:
    """Whether the acronym at `at` stands in a bracket somewhere, with more words after it: "Ban Quản lý (BQL) Di tích X"."""
    said = cursor.tokens[at].text
    if not (said.isupper() and said.isalpha() and len(said) >= _SHORTEST_INSIDE):
        return False
    bracket = f"({said}) "
    found = cursor.text.find(bracket)
    return found >= 0 and cursor.text[found + len(bracket) : found + len(bracket) + 1].isalpha()


def heads_alone(cursor: Cursor, found: list[Name]) -> list[tuple[str, Place]]:
    """The heads told alone outside the names that are found, which may stand for a body: "Theo hợp đồng, Ngân hàng ..."."""
    alone: list[tuple[str, Place]] = []
    for at, token in enumerate(cursor.tokens):
        head = cursor.longest(cursor.lexicon.heads, at) if token.capital else None
        said = " ".join(cursor.words[at : at + head[0]]) if head else ""
        size = head[0] if head and said in cursor.lexicon.told_alone else 0
        if not size and _is_defined_inside(cursor, at):
            size, said = 1, token.folded
        if not size or cursor.inside_word(at, size):
            continue
        place = cursor.place(at, at + size)
        after = cursor.tokens[at + size] if at + size < len(cursor.tokens) else None
        apart = after is None or not (after.capital or after.folded in {"(", '"', "“"})
        if apart and not any(name.extent.overlaps(place) for name in found):
            alone.append((said, place))
    return alone


def with_heads(found: list[Name], alone: list[tuple[str, Place]], types: Mapping[str, str | None]) -> list[Name]:
    """The names with those of the heads told alone that stand for the one body that has them, of these `types`."""
    names = list(found)
    for said, place in alone:
        if (kind := types[said]) and not any(name.extent.overlaps(place) for name in names):
            names.append(Name(NameKind.ORGANISATION, place, place, kind, place, place))
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def tails_of(cursor: Cursor, found: list[Name]) -> list[tuple[str, str]]:
    """The short forms that full names and brackets give, with their kinds: "Novaland" of "Tập đoàn Novaland"."""
    tails: list[tuple[str, str]] = []
    for name in found:
        if name.kind is not NameKind.ORGANISATION:
            continue
        inside = [token for token in cursor.tokens if name.place.covers(token.place)]
        if name.acronym:
            tails += _tail([token for token in inside if name.acronym.covers(token.place)], cursor.lexicon)
        if not name.type and name.core and len(inside) > 1 and is_syllable(inside[0].text):
            tails += _tail([token for token in inside if name.core.covers(token.place)], cursor.lexicon)
        if name.type == "company" and name.core and name.head:
            run = [token for token in inside
                   if name.core.covers(token.place) and token.place.start >= name.head.end]  # fmt: skip
            run = run[: next((i for i, token in enumerate(run) if _is_form(run[i + 1 :], token)), len(run))]
            tails += _tail(_last_name(run), cursor.lexicon)
            tails += _tail(_before_dash(run), cursor.lexicon)
            tails += _tail(_before_state(run, cursor.lexicon), cursor.lexicon)
            tails += _tail(_own_name(run, cursor.lexicon), cursor.lexicon, kind=_OWN)
    return tails


def _is_form(behind: list[Token], token: Token) -> bool:
    """Whether the dash `token` stands before the legal form, which ends the name: "Tổng công ty X - CTCP"."""
    return token.folded == "-" and " ".join(one.folded for one in behind) in _FORMS


def _last_name(run: list[Token]) -> list[Token]:
    """The proper part of a company's name: its last foreign words, or all of it where short."""
    foreign = [i for i, token in enumerate(run) if token.acronym or not is_syllable(token.text)]
    if foreign and run[foreign[0] :] and all(token.capital for token in run[foreign[0] :]):
        return run[foreign[0] :]
    short = len(run) <= 5 and all(token.text[0].isalnum() for token in run)
    return run if short and run and run[0].capital and sum(token.capital for token in run) > 1 else []


def _before_dash(run: list[Token]) -> list[Token]:
    """The own name before a dash and a foreign one: "Dược Sông Gâm" of "Công ty Dược Sông Gâm – SG Pharma"."""
    dash = next((i for i, token in enumerate(run) if token.folded == "-"), 0)
    foreign = (
        dash > 0 and run[dash + 1 :] and all(token.acronym or not is_syllable(token.text) for token in run[dash + 1 :])
    )
    own = run[:dash] if all(is_syllable(token.text) for token in run[:dash]) else []
    return _last_name(own) if foreign and len(own) > 1 else []


def _before_state(run: list[Token], lexicon: Lexicon) -> list[Token]:
    """The acronym that the state of the company stands behind: "SK" of "Tập đoàn SK Hàn Quốc"."""
    state = lexicon.states.longest([token.folded for token in run], 1) if len(run) > 1 and run[0].acronym else None
    return run[:1] if state and state[0] == len(run) - 1 else []


def _own_name(run: list[Token], lexicon: Lexicon) -> list[Token]:
    """The words in capitals after those of the trade in small letters: "Sông Dinh" of "Vật tư nông nghiệp Sông Dinh"."""
    small = [i for i, token in enumerate(run) if not token.capital]
    own = run[small[-1] + 1 :] if small else []
    words = " ".join(token.folded for token in own)
    alone = len(own) == _OWN_NAME and words not in lexicon.towns and all(token.text.isalpha() for token in own)
    return own if alone else []


def _tail(run: list[Token], lexicon: Lexicon, kind: str = "") -> list[tuple[str, str]]:
    words = " ".join(token.folded for token in run)
    plain = len(run) == 1 and is_syllable(run[0].text) and not run[0].acronym
    return [(words, kind)] if run and not plain and words not in lexicon.never_short else []


def with_tails(cursor: Cursor, found: list[Name], told: Iterable[tuple[str, str]]) -> list[Name]:
    """The names of a sentence with the short forms `told`, which the document elsewhere tells in full."""
    tails = Phrases()
    for words, kind in told:
        tails.add(words, kind)
    names = list(found)
    for at, token in enumerate(cursor.tokens):
        tail = cursor.longest(tails, at) if token.capital else None
        if tail is None:
            continue
        place = cursor.place(at, at + tail[0])
        numbered = cursor.folded(at + tail[0])[:1].isdigit()  # "máy bay Boeing 787"
        of_thing = cursor.names_thing(at) and (numbered or cursor.capital_run(at, LONGEST_THING) > tail[0])
        inside = [name for name in names if name.extent.overlaps(place)]
        if of_thing or any(not place.covers(name.extent) or _is_told(name, place, tail[1]) for name in inside):
            continue
        names = [name for name in names if name not in inside]  # "Hòa Bình Corp" is no province
        names.append(Name(NameKind.ORGANISATION, place, place, "", None, place))
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _is_told(name: Name, place: Place, kind: str) -> bool:
    """Whether what stands at `place` is read already; a company's own name may look like a person's."""
    person = kind == _OWN and name.kind is NameKind.PERSON and name.extent == name.place and name.title is None
    return name.extent == place and not person


def lone_surname(text: str, name: Name) -> str:
    """The name where it could be a foreign surname told alone, else nothing."""
    said = name.place.of(text)
    brand = name.kind is NameKind.ORGANISATION and not name.type
    return said if brand and said.isalpha() and not is_syllable(said) else ""


def surnames_as_persons(text: str, found: list[Name], told: list[list[Name]]) -> list[Name]:
    """The names, foreign surnames told alone as those of the persons that `told`, all with the same words, names in full."""
    full = [name.place.of(text).split() for names in told for name in names if name.kind is NameKind.PERSON]
    surnames = {words[-1] for words in full if len(words) > 1 and words[-1].isalpha() and not is_syllable(words[-1])}
    bodies = {
        word
        for names in told
        for name in names
        if name.kind is NameKind.ORGANISATION and name.place.of(text) not in surnames
        for word in name.place.of(text).split()
    }
    return [
        Name(NameKind.PERSON, name.place, name.extent) if lone_surname(text, name) in surnames - bodies else name
        for name in found
    ]
