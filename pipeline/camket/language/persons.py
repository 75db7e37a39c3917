"""Persons: a name with the honorific or office before it, or the office told after it."""

from __future__ import annotations

import re

from camket.analysis import Name, NameKind
from camket.language.brands import bare_organisation
from camket.language.cursor import Cursor
from camket.language.offices import (
    DASHES,
    PERSON_JOINTS,
    SHORT_NAME,
    after_title,
    closing,
    given_name,
    holds_another,
    of_foreign_state,
    office_end,
    person_follows,
)
from camket.language.organisations import organisation
from camket.language.person_names import LONGEST_NAME, foreign_person, is_family_name, name_length
from camket.lexicon import COUNTS
from camket.syllables import is_foreign, is_syllable

_LONGEST_REST = 24
_LONGEST_ORDER = 5
_REACH_OF_SEVERAL, _AND = 10, "và"
_MANAGES = re.compile(r"(?<!\w)(?:giám đốc|lãnh đạo|điều hành|ceo|sáng lập)(?!\w)")
_LEADERS, _PAIR_OF_WORDS = "lãnh đạo", 2
_SMALL_PLACES = frozenset({"huyện", "xã", "phường", "trấn"})
_BY_ORDER = frozenset({"thừa ủy", "thừa lệnh", "được ủy", "ký thay"})
_PEER = ("người", "đồng", "cấp")
_WITH_OFFICE = frozenset({"của", "tại", "thuộc"})
"""Before the name of a body, and of nobody."""
_IN_OFFICES = frozenset({"của", "và", "tại", "về", "các"})


def person(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """The person told of from token `at` on, and the token after all that is told in one go."""
    start, title, named = at, None, at
    while True:
        honorific = cursor.honorific(named)
        if honorific and not (named == at and is_family_name(cursor, named)):
            named += honorific[0]
            named += cursor.folded(named) == "." or (_another_rank(cursor, named))
            continue
        office = _office_before(cursor, named) if title is None else None
        if office is None:
            break
        title = (named, office)
        named = after_title(cursor, office)
    if _begins_none(cursor, at, named) or (named > at and _begins_ministry(cursor, named)):
        return None
    by_office = _without_title(cursor, at) if named == at else 0
    if named == at and not by_office and (not cursor.person_starts(at) or cursor.listed_place(at)):
        return None
    title, named, length = (None, at, by_office) if by_office else _name_behind(cursor, at, title, named)
    if not length or (title is not None and _is_of_place(cursor, title, named, length)):
        return None
    end = named + length
    if title is not None and _stands_for_firm(cursor, title, named, length):
        return None
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


def _without_title(cursor: Cursor, at: int) -> int:
    """How many tokens the name at `at` has, which no title before it but what stands behind it tells to be a person's; else 0."""
    by_office = _told_by_office(cursor, at) or told_by_position(cursor, at) or foreign_by_office(cursor, at)
    return by_office or (name_length(cursor, at, honoured=True, given=True) if is_next_of_several(cursor, at) else 0)


def is_next_of_several(cursor: Cursor, at: int) -> bool:
    """Whether a foreign name at `at` is joined to one behind an honorific for several: "hai đồng chí A và Khăm-phủi X"."""
    if cursor.folded(at - 1) != _AND or not foreign_person(cursor, at):
        return False
    return any(
        cursor.folded(start) in COUNTS
        and (honorific := cursor.honorific(start + 1)) is not None
        and cursor.person_starts(start + 1 + honorific[0])
        and start + 1 + honorific[0] + cursor.capital_run(start + 1 + honorific[0], LONGEST_NAME) == at - 1
        for start in range(max(0, at - _REACH_OF_SEVERAL), at - 2)
    )


def _office_before(cursor: Cursor, at: int) -> int | None:
    """The token after the office at `at` of who is named next; None where there is none, or it is of a peer who is not named."""
    end = office_end(cursor, at)
    return None if end is None or _names_no_peer(cursor, at, end) else end


def _names_no_peer(cursor: Cursor, start: int, end: int) -> bool:
    """Whether the office from `start` to `end` is of a peer whom a comma parts from who is named: "đón người đồng cấp Lào, Chủ tịch nước A"."""
    said = cursor.words[start : end + 1]
    return tuple(said[: len(_PEER)]) == _PEER and "," in said


def _begins_ministry(cursor: Cursor, at: int) -> bool:
    """Whether a body with its field of work in several words begins at `at`: "đại biểu Bộ Giao thông vận tải" names no Mr Bộ."""
    head = cursor.longest(cursor.lexicon.heads, at)
    field = cursor.longest(cursor.lexicon.sectors, at + head[0]) if head else None
    return field is not None and field[0] > 1


def _names_state(cursor: Cursor, title: tuple[int, int], end: int) -> bool:
    """Whether a state's name ends at `end` that begins inside the office: "đại diện Liên minh Châu Âu"."""
    states = ((at, cursor.longest(cursor.lexicon.states, at)) for at in range(title[0] + 1, title[1]))
    return any(state is not None and at + state[0] == end for at, state in states)


def _holder(cursor: Cursor, title: tuple[int, int], named: int, length: int) -> int | None:
    """The token of the name of who holds an office of the firm that a single foreign word at `named` tells: "Giám đốc Petrosun, ông A"."""
    end = named + length
    alone = length == 1 and is_foreign(cursor.tokens[named].text) and cursor.folded(end) == ","
    manages = _MANAGES.search(" ".join(cursor.words[slice(*title)]))
    honorific = cursor.honorific(end + 1) if alone and manages else None
    return end + 1 + honorific[0] if honorific and person_follows(cursor, end + 1) else None


def _stands_for_firm(cursor: Cursor, title: tuple[int, int], named: int, length: int) -> bool:
    """Whether a firm is named right behind "đại diện" or "lãnh đạo", and nobody who stands for it: "đại diện Viettel Post".

    So is one whose last word tells a firm ("lãnh đạo An Tâm Realty"), and the one of "đại diện Petrosun, ông A".
    """
    if length > 1 and cursor.words[named + length - 1] in cursor.lexicon.firm_words:
        return True
    mandate = cursor.longest(cursor.lexicon.mandates, title[0])
    alone = mandate is not None and title[0] + mandate[0] == title[1]
    leaders = " ".join(cursor.words[title[1] - _PAIR_OF_WORDS : title[1]]) == _LEADERS
    return (alone or (leaders and length == 1)) and title[1] == named and not is_family_name(cursor, named)


def _name_behind(
    cursor: Cursor, at: int, title: tuple[int, int] | None, named: int
) -> tuple[tuple[int, int] | None, int, int]:
    """The office told from token `at` on, the token its bearer's name begins at, and how many tokens it has (0: none)."""
    if title is None:
        return None, named, name_length(cursor, named, honoured=named > at, given=named > at)
    of_state = of_foreign_state(cursor, *title) or " ".join(cursor.words[slice(*title)]) in cursor.lexicon.national
    length = name_length(cursor, named, honoured=of_state, given=True) or given_name(cursor, named)
    if holder := _holder(cursor, title, named, length):
        return (title[0], named + length), holder, name_length(cursor, holder, honoured=True, given=True)
    if length:
        return title, named, length
    after = _name_after_dash(cursor, named)
    if after == named:
        return title, named, 0
    return (title[0], after), after, name_length(cursor, after, honoured=True, given=True)


def _ends_with_locality_word(cursor: Cursor, named: int) -> bool:
    """Whether the office ends with a word of locality, whose name stands at `named`: "Thống đốc tỉnh Kagawa"."""
    return any(cursor.locality_prefix(named - size) == size for size in (1, 2) if named >= size)


def _begins_none(cursor: Cursor, at: int, named: int) -> bool:
    """Whether no person is told from token `at` on, whose name would begin at `named` behind its titles."""
    if named > at:  # "CN Cty X": workers of a firm, and no bachelor
        return cursor.longest(cursor.lexicon.heads, named) is not None and not is_syllable(cursor.tokens[named].text)
    # in capitals, in "bến X" and in "tại Đồ Sơn, giám đốc các Sở ...", only a title tells a person
    return cursor.shouts or cursor.names_thing(at) or cursor.folded(at - 1) in cursor.lexicon.locating


def _is_of_place(cursor: Cursor, title: tuple[int, int], named: int, length: int) -> bool:
    """Whether the name of `length` at `named` is that of the place whose word ends the office: "Thống đốc tỉnh Kagawa"."""
    if _names_state(cursor, title, named + length):
        return True
    if length == 1:
        return _ends_with_locality_word(cursor, named)
    return length == SHORT_NAME and title[1] == named and _of_small_place(cursor, title)


def _of_small_place(cursor: Cursor, title: tuple[int, int]) -> bool:
    """Whether the office ends with the word of a place too small for any list, or is but "lãnh đạo": "Lãnh đạo huyện Sơn Tịnh"."""
    leads = " ".join(cursor.words[title[0] : title[0] + 2]) == _LEADERS
    return _ends_with_locality_word(cursor, title[1]) and (leads or cursor.folded(title[1] - 1) in _SMALL_PLACES)


def _told_by_office(cursor: Cursor, at: int) -> int:
    """How many tokens the name "A Phương" at `at` has, where the office of who bears it is told after it; else 0."""
    if cursor.folded(at) not in cursor.lexicon.told_by_office or not cursor.tokens[at].capital:
        return 0
    length = cursor.capital_run(at, LONGEST_NAME)
    told = length >= SHORT_NAME and _office_after(cursor, at + length)[0] is not None
    return length if told else 0


def foreign_by_office(cursor: Cursor, at: int) -> int:
    """How many tokens the foreign name at `at` has, whose bearer's office stands behind it between commas: "Ato Bakri, Bộ trưởng Y tế X, ký"; else 0."""
    length = cursor.capital_run(at, LONGEST_NAME)
    if cursor.folded(at + length) != "," or cursor.folded(at - 1) in _WITH_OFFICE or not foreign_person(cursor, at):
        return 0
    own, after = _office_after(cursor, at + length)
    return length if own is not None and cursor.folded(after) == "," else 0


def told_by_position(cursor: Cursor, at: int) -> int:
    """How many tokens the name at `at` has behind which a bracket tells where its bearer stands in the picture: "X Y (trái)"; else 0."""
    length = cursor.capital_run(at, LONGEST_NAME)
    told = cursor.folded(at + length) == "(" and cursor.longest(cursor.lexicon.positions, at + length + 1) is not None
    return length if length >= SHORT_NAME and told and not cursor.begins_name(at) else 0


def _another_rank(cursor: Cursor, at: int) -> bool:
    """Whether a comma stands at `at` and another rank or degree after it: "Thiếu tướng, PGS.TS"."""
    follows = cursor.folded(at) == "," and cursor.honorific(at + 1) is not None
    ranked = cursor.tokens[at - 1].capital or cursor.tokens[at - 2].capital
    return follows and ranked and cursor.tokens[at + 1].capital


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


def _office_after(cursor: Cursor, end: int) -> tuple[tuple[int, int] | None, int]:
    """The office told after a name ("ông A - Giám đốc Sở X", "ông A (Giám đốc)") and the token after it."""
    end = _after_position(cursor, end)
    if cursor.folded(end) not in DASHES:
        return None, end
    start = end + 1
    if cursor.honorific(start) and not cursor.longest(cursor.lexicon.offices, start):
        return None, _skip_bracket(cursor, end)
    if cursor.folded(end) == "," and holds_another(cursor, start):
        return None, end
    until = office_end(cursor, start, after_name=True)
    if until is None and (body := _body_alone(cursor, start)):
        return (start, body), body + (cursor.folded(end) == "(")
    if until is None:
        after = _skip_bracket(cursor, end)
        return _office_after(cursor, after) if after > end and cursor.folded(after) in {",", "-"} else (None, after)
    until += cursor.capital_run(until, LONGEST_NAME) if until < len(cursor.tokens) else 0
    until = _authorised(cursor, _with_body(cursor, start, _rest_of_office(cursor, until)))
    if cursor.folded(end) == "(":
        close = closing(cursor, start)
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
    row = cursor.folded(told[0]) in PERSON_JOINTS and person_follows(cursor, told[0] + 1)
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
        opens_person = word in {"và", "cùng"} and (person_follows(cursor, end + 1) or cursor.folded(end + 1).isdigit())
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


def _skip_bracket(cursor: Cursor, end: int) -> int:
    """The token after a bracket such as "(phải)" that stands at `end`."""
    if cursor.folded(end) != "(":
        return end
    close = closing(cursor, end + 1)
    return close + 1 if close is not None else end
