"""Offices with their bodies: "Phó Chủ tịch Thường trực UBND tỉnh Bến Tre"."""

from __future__ import annotations

from camket.language.cursor import Cursor
from camket.language.organisations import organisation
from camket.language.person_names import (
    LONGEST_NAME,
    foreign_person,
    glued_dash,
    locality_before_person,
    name_length,
    person_after,
)
from camket.lexicon import GOVERNMENT, HOME
from camket.syllables import is_syllable

_PUBLIC = frozenset({GOVERNMENT, "forces", "association"})
_LONGEST_PLACE = 3
_FEWEST_CAPITALS = 3
_FEWEST_IN_FULL = 3
SHORT_NAME = 2
_LONGEST_OFFICE = 36
_LONGEST_BODY = 4
_SPEAKS = frozenset({",", "hôm", "cho", "nói", "tuyên", "khẳng", "phát", "nhấn", "thừa", "bày"})
_ACTS = frozenset({"cũng", "đã", "sẽ", "yêu", "đề"})
PERSON_JOINTS = frozenset({",", "và", ";"})
DASHES = frozenset({"-", "–", ",", "(", ":"})


def of_foreign_state(cursor: Cursor, start: int, end: int) -> bool:
    """Whether the office names a foreign state and ends with a state, so that capitals after it are a name of any kind.

    "Chủ tịch Trung Quốc", "Đại sứ Trung Quốc tại Việt Nam".
    """
    found = [(at, state) for at in range(start + 1, end) if (state := cursor.longest(cursor.lexicon.states, at))]
    ends = any(at + state[0] == end for at, state in found)
    return ends and any(state[1] != HOME for _, state in found)


def after_title(cursor: Cursor, end: int) -> int:
    """The token after a dash or colon between an office and an honorific, or a name; or after a place in brackets."""
    close = closing(cursor, end + 1) if cursor.folded(end) == "(" else None
    if close is not None and cursor.listed_place(end + 1) and person_after(cursor, close + 1):
        return close + 1  # "Thị trưởng thành phố X (Nhật Bản) Ozawa Kenjiro"
    if cursor.folded(end) in DASHES and cursor.honorific(end + 1):
        return end + 1
    if cursor.folded(end) == "," and foreign_person(cursor, end + 1) and _speaks(cursor, end + 1):
        return end + 1  # "Bộ trưởng Môi trường Canada, Catherine McKenna cho biết"
    return end + 1 if _dash_before_name(cursor, end) else end


def _speaks(cursor: Cursor, at: int) -> bool:
    """Whether the name at `at` is told as of one who speaks, or ends at a comma or a day."""
    return cursor.folded(at + cursor.capital_run(at, LONGEST_NAME)) in _SPEAKS


def given_name(cursor: Cursor, at: int) -> int:
    """1 where a lone given name stands behind an office at `at`, and its bearer speaks or acts: "Thứ trưởng Tuấn cho biết"; else 0."""
    if at + 1 >= len(cursor.tokens) or cursor.capital_run(at, LONGEST_NAME) != 1 or cursor.tokens[at].acronym:
        return 0
    lexicon = cursor.lexicon
    named = any(
        cursor.longest(words, at) for words in (lexicon.heads, lexicon.sectors, lexicon.offices, lexicon.states)
    )
    return int(not named and not cursor.listed_place(at) and cursor.folded(at + 1) in _ACTS | _SPEAKS - {","})


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
        if after_name and cursor.folded(end) in PERSON_JOINTS and _office_with_name(cursor, end + 1):
            break
        step = _office_step(cursor, end, before_person=not after_name)
        if step == end:
            break
        end = step
    return end


def _office_with_name(cursor: Cursor, at: int) -> bool:
    """Whether an office stands at `at` with the full name of who holds it after it: "Chủ tịch UBND tỉnh X Lê Văn Tám"."""
    end = office_end(cursor, at)
    if end is None:
        return False
    named = after_title(cursor, end)
    abroad = of_foreign_state(cursor, at, end)
    length = name_length(cursor, named, honoured=abroad, given=True)
    short = length >= SHORT_NAME and (
        abroad or any("'" in token.text for token in cursor.tokens[named : named + length])
    )
    return length >= _FEWEST_IN_FULL or short or foreign_person(cursor, named)


def holds_another(cursor: Cursor, at: int) -> bool:
    """Whether the office at `at`, behind a comma, is of a public body and of another person: ", Giám đốc Sở Y tế Lê Văn Tám".

    The names of firms and schools may be those of persons: ", Hiệu trưởng Trường THPT Lê Văn Tám".
    """
    end = office_end(cursor, at)
    if end is None or not _office_with_name(cursor, at):
        return False
    bodies = (organisation(cursor, start, before_person=True) for start in range(at + 1, end))
    return any(body is not None and body[0] == end and body[1].type in _PUBLIC for body in bodies)


def _office_step(cursor: Cursor, at: int, *, before_person: bool) -> int:
    if cursor.person_starts(at):
        return at
    for phrases in (cursor.lexicon.office_tails, cursor.lexicon.offices):
        found = cursor.longest(phrases, at)
        if found:
            return at + found[0]
    posted = cursor.longest(cursor.lexicon.states, at + 1) if cursor.folded(at) == "tại" else None
    if posted:
        return at + 1 + posted[0]
    if not before_person and cursor.folded(at) == "," and cursor.longest(cursor.lexicon.mandates, at + 1):
        return at  # "ông A, Giám đốc Sở X, đại diện Trường Y và Bệnh viện Z đã ký"
    if cursor.folded(at) in {",", "kiêm", "-", "và"}:
        following = cursor.longest(cursor.lexicon.offices, at + 1)
        return at + 1 + following[0] if following else at
    if cursor.honorific(at) and cursor.tokens[at].capital:
        return at
    body = _body_of_office(cursor, at, before_person=before_person)
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


def _body_of_office(cursor: Cursor, at: int, *, before_person: bool) -> int | None:
    """The token after the body of an office at `at`, or after its head alone: "Phó Giám đốc Công ty Lê Trọng Bính"."""
    head = cursor.longest(cursor.lexicon.heads, at)
    if head and _whole_name_follows(cursor, at + head[0]):
        return at + head[0]
    body = organisation(cursor, at, before_person=before_person)
    if body:
        return body[0]
    further = (
        head and cursor.folded(at + head[0]) in DASHES and cursor.longest(cursor.lexicon.offices, at + head[0] + 1)
    )
    alone = head and cursor.tokens[at].capital and (further or cursor.person_starts(at + head[0]))
    return at + head[0] if head and alone else None  # "Bí thư Đảng ủy, Giám đốc Sở Y tế"


def _whole_name_follows(cursor: Cursor, at: int) -> bool:
    """Whether the capitals at `at` are one person's full name, and no body's before another name: "Hoàng Hà Lê Văn Tám"."""
    if at >= len(cursor.tokens) or not cursor.person_starts(at):
        return False
    run = cursor.capital_run(at, LONGEST_NAME)
    after = at + run + (cursor.folded(at + run) in DASHES)
    return (
        _FEWEST_IN_FULL <= run < LONGEST_NAME
        and not any(
            cursor.person_starts(i)
            for i in range(at + 1, at + run)
            if cursor.folded(i) not in cursor.lexicon.middle_names
        )
        and not (after > at + run and person_follows(cursor, after))
    )


def _after_foreign_place(cursor: Cursor, at: int) -> int | None:
    """The token after "thành phố X (Nhật Bản)" at `at`, where a person's name follows."""
    prefix = cursor.locality_prefix(at)
    end = at + prefix + cursor.capital_run(at + prefix, _LONGEST_PLACE) if prefix else at
    close = closing(cursor, end + 1) if prefix and cursor.folded(end) == "(" else None
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
    ahead = range(at + 1, min(at + LONGEST_NAME, len(cursor.tokens)))
    if cursor.tokens[at].text.isupper() and len(cursor.tokens[at].text) >= _FEWEST_CAPITALS:
        if any(cursor.honorific(i) for i in ahead if cursor.folded(i - 1) in {",", "-"}):
            return True
        if cursor.folded(at + 1) == "tại" and cursor.longest(cursor.lexicon.states, at + 2):
            return True  # "Giám đốc Quốc gia ADB tại Việt Nam"
        return cursor.capital_run(at + 1, LONGEST_NAME) > 1 and not cursor.tokens[at + 1].text.isupper()
    until = next((i for i in ahead if not cursor.tokens[i].capital), at + LONGEST_NAME)
    return any(cursor.person_starts(i) for i in ahead if i < until)


def _names_both(cursor: Cursor, at: int) -> bool:
    """Whether the capitals at `at` are those of a body and of a person with a full name: "Minh Phát Lê Thị Tám"."""
    if cursor.person_starts(at) or cursor.listed_place(at) or cursor.longest(cursor.lexicon.heads, at):
        return False
    run = cursor.capital_run(at, _LONGEST_BODY + LONGEST_NAME)
    return any(
        cursor.person_starts(start) and run - (start - at) in {_FEWEST_IN_FULL, _FEWEST_IN_FULL + 1}
        for start in range(at + 1, at + _LONGEST_BODY + 1)
    )


def _dash_before_name(cursor: Cursor, at: int) -> bool:
    """Whether a dash with blanks stands at `at`, and a person's name after it: "Thị trưởng X - Peter Y"."""
    if at + 1 >= len(cursor.tokens) or cursor.folded(at) != "-" or glued_dash(cursor, at):
        return False
    return cursor.person_starts(at + 1) or foreign_person(cursor, at + 1)


def _joined_sector(cursor: Cursor, end: int) -> int:
    """The token after "và Xã hội" that goes on a field of work ("Bộ trưởng Lao động và Xã hội")."""
    if cursor.folded(end) in {"và", ",", "-"}:
        sector = cursor.longest(cursor.lexicon.sectors, end + 1)
        if sector and cursor.tokens[end + 1].capital:
            return end + 1 + sector[0]
    return end


def person_follows(cursor: Cursor, at: int) -> bool:
    """Whether an honorific, an office or a person's name stands at `at`."""
    if at >= len(cursor.tokens):
        return False
    lexicon = cursor.lexicon
    told = cursor.honorific(at) or cursor.longest(lexicon.offices, at)
    return told is not None or cursor.person_starts(at)


def closing(cursor: Cursor, at: int) -> int | None:
    """Where the bracket is closed that was opened before `at`."""
    return next((i for i in range(at, min(at + 14, len(cursor.tokens))) if cursor.folded(i) == ")"), None)
