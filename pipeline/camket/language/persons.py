"""Persons: a name with the honorific or office before it, or the office told after it."""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.language.cursor import Cursor
from camket.language.organisations import bare_organisation, organisation
from camket.language.pieces import foreign_person, locality_before_person, person_after
from camket.syllables import is_syllable

_HOME = "Việt Nam"
_LONGEST_NAME = 5
_LONGEST_PLACE = 3
_FEWEST_CAPITALS = 3
_FEWEST_IN_FULL = 3
_SHORT_NAME = 2
_LONGEST_OFFICE = 22
_LONGEST_BODY = 4
_LONGEST_HYPHENATED = 9
_LONGEST_REST = 24
_LONGEST_ORDER = 5
_BY_ORDER = frozenset({"thừa ủy", "thừa lệnh", "được ủy", "ký thay"})
_IN_OFFICES = frozenset({"của", "và", "tại", "về", "các"})
_PERSON_JOINTS = frozenset({",", "và", ";"})
_DASHES = frozenset({"-", "–", ",", "(", ":"})


def person(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The person told of from token `at` on, and the token after all that is told in one go."""
    start, title, named = at, None, at
    while True:
        honorific = cursor.honorific(named)
        if honorific and not (named == at and _is_family_name(cursor, named)):
            named += honorific[0]
            named += cursor.folded(named) == "." or (_another_rank(cursor, named))
            continue
        office = office_end(cursor, named) if title is None else None
        if office is None:
            break
        title = (named, office)
        named = _after_title(cursor, office)
    if named == at and (cursor.shouts or cursor.folded(at - 1) in cursor.lexicon.locating):
        return None  # in a line of capitals, and in "tại Đồ Sơn, giám đốc các Sở ...", only a title tells a person
    by_office = _told_by_office(cursor, at) if named == at else 0
    if named == at and not by_office and (not cursor.person_starts(at) or cursor.listed_place(at)):
        return None
    abroad = title is not None and _of_foreign_state(cursor, *title)
    length = by_office or name_length(
        cursor, named, honoured=named > at and (title is None or abroad), given=named > at
    )
    if not length and title is not None:
        after = _name_after_dash(cursor, named)
        length = name_length(cursor, after, honoured=True, given=True) if after > named else 0
        title, named = (title[0], after), after
    if not length:
        return None
    end = named + length
    if title is not None and cursor.folded(title[1]) == ",":
        own, after = _office_after(cursor, end)
        if own is not None and cursor.longest(cursor.lexicon.mandates, title[0]):
            return None  # "đại diện Sở X, ông A, Phó Giám đốc": the body is told, then the person
        if own is not None:  # "thừa ủy quyền của Viện trưởng, TS. A, Phó Viện trưởng" is not the Viện trưởng
            place = cursor.place(named, named + length)
            return after, Name(NameKind.PERSON, place, cursor.place(title[1] + 1, after), "", None, None, None,
                               cursor.place(*own))  # fmt: skip
    if title is None:
        title, end = _office_after(cursor, end)
    else:
        end = _skip_bracket(cursor, end)
    place = cursor.place(named, named + length)
    title_place = cursor.place(*title) if title else None
    return end, Name(NameKind.PERSON, place, cursor.place(start, end), "", None, None, None, title_place)


def _told_by_office(cursor: Cursor, at: int) -> int:
    """How many tokens the name "A Phương" at `at` has, where the office of who bears it is told after it; else 0."""
    if cursor.folded(at) not in cursor.lexicon.told_by_office or not cursor.tokens[at].capital:
        return 0
    length = cursor.capital_run(at, _LONGEST_NAME)
    told = length >= _SHORT_NAME and _office_after(cursor, at + length)[0] is not None
    return length if told else 0


def _another_rank(cursor: Cursor, at: int) -> bool:
    """Whether a comma stands at `at` and another rank or degree after it: "Thiếu tướng, PGS.TS"."""
    follows = cursor.folded(at) == "," and cursor.honorific(at + 1) is not None
    ranked = cursor.tokens[at - 1].capital or cursor.tokens[at - 2].capital
    return follows and ranked and cursor.tokens[at + 1].capital


def _of_foreign_state(cursor: Cursor, start: int, end: int) -> bool:
    """Whether the office names a foreign state and ends with a state, so that capitals after it are a name of any kind.

    "Chủ tịch Trung Quốc", "Đại sứ Trung Quốc tại Việt Nam".
    """
    found = [(at, state) for at in range(start + 1, end) if (state := cursor.longest(cursor.lexicon.states, at))]
    ends = any(at + state[0] == end for at, state in found)
    return ends and any(state[1] != _HOME for _, state in found)


def _name_after_dash(cursor: Cursor, at: int) -> int:
    """The token of the name in "Vụ trưởng Vụ X về đất đai và hàng hải - bà Y", else `at`."""
    dash = at
    while dash < min(at + _LONGEST_REST, len(cursor.tokens)):
        word = cursor.folded(dash)
        honorific = cursor.honorific(dash + 1) if word == "-" else None
        if honorific:
            return dash + 1 + honorific[0]
        field = cursor.longest(cursor.lexicon.sectors, dash)
        stops = word in cursor.lexicon.stops and word not in _IN_OFFICES and not field
        if stops or word in {".", ";", ":", "("}:
            return at
        dash += field[0] if field else 1
    return at


def _is_family_name(cursor: Cursor, at: int) -> bool:
    return cursor.tokens[at].capital and cursor.folded(at) in cursor.lexicon.family_names and cursor.person_starts(at)


def _after_title(cursor: Cursor, end: int) -> int:
    """The token after a dash or colon between an office and an honorific, or a name; or after a place in brackets."""
    close = _close(cursor, end + 1) if cursor.folded(end) == "(" else None
    if close is not None and cursor.listed_place(end + 1) and person_after(cursor, close + 1):
        return close + 1  # "Thị trưởng thành phố X (Nhật Bản) Ozawa Kenjiro"
    if cursor.folded(end) in _DASHES and cursor.honorific(end + 1):
        return end + 1
    return end + 1 if _dash_before_name(cursor, end) else end


def name_length(cursor: Cursor, at: int, *, honoured: bool, given: bool) -> int:
    """How many tokens the name at `at` has; `honoured` says an honorific, `given` that any title stands before."""
    if at >= len(cursor.tokens):
        return 0
    if cursor.person_starts(at):
        return _hyphenated(cursor, at, cursor.capital_run(at, _LONGEST_NAME))
    if not given:
        return 0
    head = cursor.longest(cursor.lexicon.heads, at)
    if (head and (head[0] > 1 or not honoured)) or cursor.listed_place(at) or cursor.locality_prefix(at):
        return 0
    length = cursor.capital_run(at, _LONGEST_NAME)
    if length == 1 and cursor.tokens[at].text.isupper() and len(cursor.tokens[at].text) > 1:
        return 0  # "Phó Viện trưởng IAHM"
    foreign = any(not is_syllable(token.text) and len(token.text) > 1 for token in cursor.tokens[at : at + length])
    foreign = foreign or (length > 0 and _glued_dash(cursor, at + length) and at + length + 1 < len(cursor.tokens))
    initial = length == 1 and len(cursor.tokens[at].text) == 1 and cursor.folded(at + 1) == "."  # "T. Enkhbold"
    foreign = foreign or (initial and at + 2 < len(cursor.tokens) and cursor.tokens[at + 2].capital)
    return _hyphenated(cursor, at, length) if length and (honoured or foreign) else 0


def _hyphenated(cursor: Cursor, at: int, length: int) -> int:
    """The length with "-thoong" of "Bun-thoong", initials' full stops, and capitals after them."""
    end = at + length
    while end + 1 < len(cursor.tokens):
        glued = cursor.tokens[end].place.start == cursor.tokens[end - 1].place.end
        dash = (
            cursor.folded(end) == "-" and glued and cursor.tokens[end + 1].place.start == cursor.tokens[end].place.end
        )
        initial = cursor.folded(end) == "." and len(cursor.tokens[end - 1].text) == 1
        particle = cursor.folded(end) in cursor.lexicon.particles
        if dash or ((initial or particle) and cursor.tokens[end + 1].capital):
            end += 2
        elif (
            cursor.tokens[end].capital
            and not cursor.gap_before(end)
            and (not is_syllable(cursor.tokens[end].text) or _glued_dash(cursor, end + 1))
            and end - at < _LONGEST_HYPHENATED
        ):
            end += 1
        else:
            break
    return end - at


def _glued_dash(cursor: Cursor, at: int) -> bool:
    """Whether a dash stands at `at` right after a word, without a blank."""
    return cursor.folded(at) == "-" and cursor.tokens[at].place.start == cursor.tokens[at - 1].place.end


def office_end(cursor: Cursor, at: int, *, after_name: bool = False) -> int | None:
    """The token after the office at `at` with its body: "Phó Chủ tịch Thường trực UBND tỉnh Bến Tre".

    Where it stands after the name of who holds it, an office with a name of its own is another person's.
    """
    former = cursor.longest(cursor.lexicon.office_prefixes, at)
    begin = at + former[0] if former else at
    office = cursor.longest(cursor.lexicon.offices, begin)
    if office is None:
        return None
    end = begin + office[0]
    while end < len(cursor.tokens) and end - at < _LONGEST_OFFICE:
        if after_name and cursor.folded(end) in _PERSON_JOINTS and _office_with_name(cursor, end + 1):
            break
        step = _office_step(cursor, end)
        if step == end:
            break
        end = step
    return end


def _office_with_name(cursor: Cursor, at: int) -> bool:
    """Whether an office stands at `at` with the full name of who holds it after it: "Chủ tịch UBND tỉnh X Lê Văn Tám"."""
    end = office_end(cursor, at)
    if end is None:
        return False
    named = _after_title(cursor, end)
    abroad = _of_foreign_state(cursor, at, end)
    length = name_length(cursor, named, honoured=abroad, given=True)
    short = length >= _SHORT_NAME and (
        abroad or any("'" in token.text for token in cursor.tokens[named : named + length])
    )
    return length >= _FEWEST_IN_FULL or short or foreign_person(cursor, named)


def _office_step(cursor: Cursor, at: int) -> int:
    if cursor.person_starts(at):
        return at
    for phrases in (cursor.lexicon.office_tails, cursor.lexicon.offices):
        found = cursor.longest(phrases, at)
        if found:
            return at + found[0]
    posted = cursor.longest(cursor.lexicon.states, at + 1) if cursor.folded(at) == "tại" else None
    if posted:
        return at + 1 + posted[0]
    if cursor.folded(at) in {",", "kiêm", "-", "và"}:
        following = cursor.longest(cursor.lexicon.offices, at + 1)
        return at + 1 + following[0] if following else at
    if cursor.honorific(at) and cursor.tokens[at].capital:
        return at
    body = _body_of_office(cursor, at)
    if body:
        return body
    for phrases in (cursor.lexicon.states, cursor.lexicon.provinces, cursor.lexicon.sectors):
        found = cursor.longest(phrases, at)
        if found:
            return _joined_sector(cursor, at + found[0])
    if _body_before_name(cursor, at):
        return at + 1
    prefix = cursor.locality_prefix(at)
    named = locality_before_person(cursor, at, prefix) if prefix else None
    return _after_foreign_place(cursor, at) or named or at + prefix


def _body_of_office(cursor: Cursor, at: int) -> int | None:
    """The token after the body of an office at `at`, or after its head alone: "Phó Giám đốc Công ty Lê Trọng Bính"."""
    head = cursor.longest(cursor.lexicon.heads, at)
    if head and _whole_name_follows(cursor, at + head[0]):
        return at + head[0]
    body = organisation(cursor, at, before_person=True)
    if body:
        return body[0]
    alone = head and cursor.tokens[at].capital and cursor.person_starts(at + head[0])
    return at + head[0] if head and alone else None


def _whole_name_follows(cursor: Cursor, at: int) -> bool:
    """Whether the capitals at `at` are one person's full name, and no body's before another name: "Hoàng Hà Lê Văn Tám"."""
    if at >= len(cursor.tokens) or not cursor.person_starts(at):
        return False
    run = cursor.capital_run(at, _LONGEST_NAME)
    after = at + run + (cursor.folded(at + run) in _DASHES)
    return (
        _FEWEST_IN_FULL <= run < _LONGEST_NAME
        and not any(
            cursor.person_starts(i)
            for i in range(at + 1, at + run)
            if cursor.folded(i) not in cursor.lexicon.middle_names
        )
        and not (after > at + run and _person_follows(cursor, after))
    )


def _after_foreign_place(cursor: Cursor, at: int) -> int | None:
    """The token after "thành phố X (Nhật Bản)" at `at`, where a person's name follows."""
    prefix = cursor.locality_prefix(at)
    end = at + prefix + cursor.capital_run(at + prefix, _LONGEST_PLACE) if prefix else at
    close = _close(cursor, end + 1) if prefix and cursor.folded(end) == "(" else None
    named = close is not None and cursor.listed_place(end + 1) and person_after(cursor, close + 1)
    return close + 1 if close is not None and named else None


def _body_before_name(cursor: Cursor, at: int) -> bool:
    """Whether the foreign word at `at` is the body in "giám đốc MRC Phạm Tuấn Phan"."""
    if not cursor.tokens[at].capital:
        return False
    if is_syllable(cursor.tokens[at].text):
        return _names_both(cursor, at)
    if at + 1 < len(cursor.tokens) and (
        cursor.longest(cursor.lexicon.office_tails, at + 1) or _dash_before_name(cursor, at + 1)
    ):
        return True
    ahead = range(at + 1, min(at + _LONGEST_NAME, len(cursor.tokens)))
    if cursor.tokens[at].text.isupper() and len(cursor.tokens[at].text) >= _FEWEST_CAPITALS:
        if any(cursor.honorific(i) for i in ahead if cursor.folded(i - 1) in {",", "-"}):
            return True
        if cursor.folded(at + 1) == "tại" and cursor.longest(cursor.lexicon.states, at + 2):
            return True  # "Giám đốc Quốc gia ADB tại Việt Nam"
        return cursor.capital_run(at + 1, _LONGEST_NAME) > 1 and not cursor.tokens[at + 1].text.isupper()
    until = next((i for i in ahead if not cursor.tokens[i].capital), at + _LONGEST_NAME)
    return any(cursor.person_starts(i) for i in ahead if i < until)


def _names_both(cursor: Cursor, at: int) -> bool:
    """Whether the capitals at `at` are those of a body and of a person with a full name: "Minh Phát Lê Thị Tám"."""
    if cursor.person_starts(at) or cursor.listed_place(at) or cursor.longest(cursor.lexicon.heads, at):
        return False
    run = cursor.capital_run(at, _LONGEST_BODY + _LONGEST_NAME)
    return any(
        cursor.person_starts(start) and run - (start - at) in {_FEWEST_IN_FULL, _FEWEST_IN_FULL + 1}
        for start in range(at + 1, at + _LONGEST_BODY + 1)
    )


def _dash_before_name(cursor: Cursor, at: int) -> bool:
    """Whether a dash with blanks stands at `at`, and a person's name after it: "Thị trưởng X - Peter Y"."""
    if at + 1 >= len(cursor.tokens) or cursor.folded(at) != "-" or _glued_dash(cursor, at):
        return False
    return cursor.person_starts(at + 1) or foreign_person(cursor, at + 1)


def _joined_sector(cursor: Cursor, end: int) -> int:
    """The token after "và Xã hội" that goes on a field of work ("Bộ trưởng Lao động và Xã hội")."""
    if cursor.folded(end) in {"và", ",", "-"}:
        sector = cursor.longest(cursor.lexicon.sectors, end + 1)
        if sector and cursor.tokens[end + 1].capital:
            return end + 1 + sector[0]
    return end


def _office_after(cursor: Cursor, end: int) -> tuple[tuple[int, int] | None, int]:
    """The office told after a name ("ông A - Giám đốc Sở X", "ông A (Giám đốc)") and the token after it."""
    end = _after_position(cursor, end)
    if cursor.folded(end) not in _DASHES:
        return None, end
    start = end + 1
    if cursor.honorific(start) and not cursor.longest(cursor.lexicon.offices, start):
        return None, _skip_bracket(cursor, end)
    until = office_end(cursor, start, after_name=True)
    if until is None and (body := _body_alone(cursor, start)):
        return (start, body), body + (cursor.folded(end) == "(")
    if until is None:
        after = _skip_bracket(cursor, end)
        return _office_after(cursor, after) if after > end and cursor.folded(after) in {",", "-"} else (None, after)
    until += cursor.capital_run(until, _LONGEST_NAME) if until < len(cursor.tokens) else 0
    until = _authorised(cursor, _with_body(cursor, start, _rest_of_office(cursor, until)))
    if cursor.folded(end) == "(":
        close = _close(cursor, start)
        until = min(until, close) if close is not None else until
        return (start, until), (close + 1 if close is not None else until)
    return (start, until), _skip_bracket(cursor, until)


def _body_alone(cursor: Cursor, at: int) -> int | None:
    """The token after the body that alone is told of a person in a row of them: "ông A - Bảo hiểm xã hội, bà B - ..."."""
    if at >= len(cursor.tokens) or not cursor.tokens[at].capital:
        return None
    told = organisation(cursor, at) or bare_organisation(cursor, at)
    if told is None:
        return None
    if cursor.folded(at - 1) == "(":
        return told[0] if cursor.folded(told[0]) == ")" else None
    row = cursor.folded(told[0]) in _PERSON_JOINTS and _person_follows(cursor, told[0] + 1)
    return told[0] if cursor.folded(at - 1) == "-" and row else None


def _with_body(cursor: Cursor, start: int, end: int) -> int:
    """The token after "Trưởng phòng Kinh doanh, Ngân hàng X", where only the comma parts the office from its body."""
    body = organisation(cursor, end + 1) if cursor.folded(end) == "," and end + 1 < len(cursor.tokens) else None
    told = any(cursor.longest(cursor.lexicon.heads, at) for at in range(start + 1, end))
    parted = cursor.longest(cursor.lexicon.of_parts, start)
    return body[0] if body and parted and not told else end


def _after_position(cursor: Cursor, end: int) -> int:
    """The token after "- bìa trái" at `end`, where more is told of the person; else `end`."""
    position = cursor.longest(cursor.lexicon.positions, end + 1) if cursor.folded(end) in {"-", ","} else None
    after = end + 1 + position[0] if position else end
    return after if cursor.folded(after) in {"-", ","} else end


def _authorised(cursor: Cursor, at: int) -> int:
    """The token after ", thừa ủy quyền Giám đốc Sở X", which tells for whom the person signs; else `at`."""
    if cursor.folded(at) != "," or f"{cursor.folded(at + 1)} {cursor.folded(at + 2)}" not in _BY_ORDER:
        return at
    start = at + 2
    while (
        start < len(cursor.tokens)
        and start - at <= _LONGEST_ORDER
        and not cursor.longest(cursor.lexicon.offices, start)
    ):
        start += 1
    until = office_end(cursor, start)
    return until if until is not None else at


def _rest_of_office(cursor: Cursor, at: int) -> int:
    """The token after words that still tell of the office: "... cấp cao khu vực châu Á của Mạng X", else `at`.

    They go on up to a comma, a bracket, another person, or a word that no name holds (a verb).
    """
    end = at
    while end < len(cursor.tokens) and end - at < _LONGEST_REST:
        word = cursor.folded(end)
        opens_person = word in {"và", "cùng"} and (_person_follows(cursor, end + 1) or cursor.folded(end + 1).isdigit())
        if (word in {",", "(", ";", ":", ".", "-"} and not cursor.tokens[end - 1].capital) or opens_person:
            return end
        if word in {",", "(", ")", ";", ":", "."}:
            return end
        held = word == "tại" and cursor.begins_with_thing(end + 1)  # "... tại lễ ký kết"
        acts = not cursor.tokens[end].capital and cursor.longest(cursor.lexicon.office_stops, end)
        if held or acts or (word in cursor.lexicon.stops and word not in _IN_OFFICES):
            return end
        end += 1
    return end if end == len(cursor.tokens) else at


def _person_follows(cursor: Cursor, at: int) -> bool:
    if at >= len(cursor.tokens):
        return False
    lexicon = cursor.lexicon
    told = cursor.honorific(at) or cursor.longest(lexicon.offices, at)
    return told is not None or cursor.person_starts(at)


def _close(cursor: Cursor, at: int) -> int | None:
    return next((i for i in range(at, min(at + 14, len(cursor.tokens))) if cursor.folded(i) == ")"), None)


def _skip_bracket(cursor: Cursor, end: int) -> int:
    """The token after a bracket such as "(phải)" that stands at `end`."""
    if cursor.folded(end) != "(":
        return end
    close = _close(cursor, end + 1)
    return close + 1 if close is not None else end
