"""The next piece of a body's name: capitals, numbers, fields of work, words in small letters, quoted names."""

from __future__ import annotations

import re

from camket.language.brackets import bracket
from camket.language.cursor import JOINTS, Cursor
from camket.language.foreign_names import foreign_links, glued
from camket.language.joined_pieces import joined_end, listed_sectors, past_dashed
from camket.language.localities import tells_several
from camket.language.locality_names import ends_with_place, locality_end, own_locality
from camket.language.words import is_listed
from camket.syllables import is_syllable

_ZONE = "khu"
_UNITS = frozenset({"mw", "mwp", "kw", "kwh", "kv", "mva", "teu", "dwt", "grt"})
_BRAND = re.compile(r"\d[A-Z]{1,2}")
_LONGEST_FIELD, _LONGEST_RUN, _LONGEST_BEFORE_NAME = 4, 4, 6
_SHORTEST_PERSON = 3
_AFTER_VERBS = frozenset({"sẽ", "với", "rằng"})
_NO_NAMES = (["tái", "ký"], ["bác", "tin"], ["bác", "thông"])
"""What begins no word of a name: "Trung tâm Sao Mai tái ký kết", "Công ty Sao Mai bác tin"."""


def step(cursor: Cursor, at: int, *, named: bool, sectors_join: bool, capital_head: bool) -> int:
    """The token after the next piece of a name at `at`; `at` itself where the name ends."""
    token = cursor.tokens[at]
    if ahead := _part_end(cursor, at) or locality_end(cursor, at) or (named and foreign_links(cursor, at)):
        return ahead
    sector = cursor.longest(cursor.lexicon.sectors, at)
    if cursor.stops_name(at) or cursor.gap_before(at) or (named and cursor.ends_shouted(at)):
        return at
    if named and not token.capital and _inside_name(cursor, at):
        return at + 1
    if glued(cursor, at) and named:
        state = cursor.longest(cursor.lexicon.states, at + 1)
        return at + 1 + state[0] if state else past_dashed(cursor, at + 1)  # "WWF-Việt Nam"
    joins = cursor.shouts and token.folded in JOINTS
    if (token.capital and not joins) or (token.folded[0].isdigit() and numbers_name(cursor, at)):
        province = cursor.longest(cursor.lexicon.provinces, at) or cursor.longest(cursor.lexicon.towns, at)
        short = cursor.longest(cursor.lexicon.abbreviations, at)  # "Sở VH,TT&DL"
        # "Sở Y tế Hậu Giang Lê Văn A": no person is called Giang Lê Văn A
        return at + max(
            province[0] if province and token.capital else 1, *(one[0] for one in (sector, short) if one), 1
        )
    if sector and (end := _field_end(cursor, at, sector[0], named=named, capital_head=capital_head)) is not None:
        return end
    if token.text in {'"', "“", "‘", "'"} and not named:
        return _quoted_end(cursor, at)
    if token.folded in JOINTS and named:
        return joined_end(cursor, at, sectors_join=sectors_join)
    if token.folded == "," and named and sectors_join:
        return listed_sectors(cursor, at)
    return _run_end(cursor, at) if named and capital_head else at


def _field_end(cursor: Cursor, at: int, size: int, *, named: bool, capital_head: bool) -> int | None:
    """The token after the field of work of `size` tokens at `at`, `at` where the name ends before it; None where it is no part of one."""
    small = not cursor.tokens[at].capital
    begun = size == 1 and at + 1 in cursor.joined  # "điều" of "điều chỉnh"
    if small and not named and (begun or _only_does(cursor, at, size)):
        return at
    if not (capital_head or named or _shared_or_named(cursor, at + size)):
        return None
    zone = cursor.folded(at - 1) == _ZONE  # "Khu bảo tồn biển X"
    ends = named and not zone and (_begins_clause(cursor, at) or (small and _behind_locality(cursor, at)))
    return at if ends else at + size


def _part_end(cursor: Cursor, at: int) -> int | None:
    """The token after "Tỉnh ủy" or "Ban chỉ đạo" at `at`, whose part the body before is: "Ban Dân vận Tỉnh ủy", "Văn phòng Ban chỉ đạo 35"."""
    board = cursor.longest(cursor.lexicon.managing, at) if cursor.tokens[at].capital else None
    if board:
        return at + board[0]
    committee = cursor.longest(cursor.lexicon.committees, at) if cursor.tokens[at].capital else None
    small = committee is not None and committee[0] > 1 and not cursor.tokens[at + 1].capital
    return at + committee[0] if committee and small else None


def _shared_or_named(cursor: Cursor, at: int) -> bool:
    """Whether a foreign word in capitals stands at `at`, or the places that share the head: "tập đoàn viễn thông Orange", "sở du lịch các tỉnh X, Y"."""
    if tells_several(cursor, at):
        return True
    state = cursor.longest(cursor.lexicon.states, at)
    owned = at + state[0] if state else at  # "tập đoàn dầu khí Nga Rosneft"
    at = owned if owned < len(cursor.tokens) and cursor.tokens[owned].capital else at
    if at >= len(cursor.tokens) or not cursor.tokens[at].capital or cursor.listed_place(at):
        return False
    return not is_syllable(cursor.tokens[at].text) and not cursor.stops_name(at)


def _begins_clause(cursor: Cursor, at: int) -> bool:
    """Whether the field of work in small letters at `at` is what the body does: "Đại học Hà Nội hợp tác", "X đầu tư"."""
    if ends_with_place(cursor, max(0, at - _LONGEST_RUN), at):
        return True
    after_field = any(
        (found := cursor.longest(cursor.lexicon.sectors, start)) and start + found[0] == at
        for start in range(max(0, at - _LONGEST_RUN), at)
    )
    return not after_field and cursor.longest(cursor.lexicon.acts, at) is not None


def _only_does(cursor: Cursor, at: int, size: int) -> bool:
    """Whether the field of work in small letters at `at` is what a head alone does, as no name follows: "Trường đào tạo 30 kỹ sư"."""
    following = cursor.tokens[at + size : at + size + _LONGEST_BEFORE_NAME]
    act = cursor.longest(cursor.lexicon.acts, at)
    named = any(token.capital or token.acronym or token.folded in JOINTS for token in following)
    return act is not None and act[0] == size and not named


def _behind_locality(cursor: Cursor, at: int) -> bool:
    """Whether a locality with its word ends right before `at`, after which no field of work is told: "xã Ia Mơ máy siêu âm"."""
    return any(locality_end(cursor, one) == at for one in range(max(0, at - _LONGEST_RUN), at))


def _run_end(cursor: Cursor, at: int) -> int:
    """The token after words in small letters that a capital or a locality ends: "Cà phê đặc sản Đắk Lắk"; else `at`.

    None of them may be a verb or stand at the end of a name.
    """
    end, zone = at, cursor.folded(at - 1) == _ZONE  # "Khu bảo tồn biển Cù Lao Câu"
    while end < len(cursor.tokens) and end - at < _LONGEST_RUN:
        token = cursor.tokens[end]
        if end > at and (own_locality(cursor, end) or locality_end(cursor, end) or bracket(cursor, end)):
            return end
        if token.capital:
            pair = cursor.capital_run(end, _SHORTEST_PERSON) < _SHORTEST_PERSON  # "Thực phẩm sạch Đồng Quê"
            person = cursor.person_starts(end) and not (pair or zone)
            closed = cursor.stops_name(end) or cursor.begins_name(end) or person
            return at if end == at or closed or token.text.isupper() else end
        number = token.text.isdigit() and end + 1 < len(cursor.tokens) and cursor.tokens[end + 1].capital
        plain = token.text.isalpha() and is_syllable(token.text) and token.folded not in cursor.lexicon.stops
        if (
            not (plain or number)
            or (cursor.longest(cursor.lexicon.acts, end) and not (zone and end == at))
            or cursor.longest(cursor.lexicon.offices, end)
        ):
            return at
        end += 1
    return at


def _inside_name(cursor: Cursor, at: int) -> bool:
    """Whether the word in small letters at `at` goes on with a word of the name, or stands between two capitals."""
    said = cursor.tokens[at - 1].text
    joined = at in cursor.joined and is_syllable(said) and len(said) > 1  # no word goes on after a foreign one
    whole = is_listed(f"{cursor.folded(at - 1)} {cursor.folded(at)}")  # "Công ty Cổ phần Xây lắp Trường An"
    act = None if whole else cursor.longest(cursor.lexicon.acts, at)
    after_name = cursor.tokens[at - 1].capital and cursor.tokens[at - 2].capital
    if act and (_begins_body(cursor, at + 1) or (after_name and _only_does(cursor, at, act[0]))):
        return False  # "UBND phường Sao Mai tặng Trạm Y tế", "Bệnh viện Sao Tiền cử bác sĩ"
    if cursor.words[at : at + 2] in _NO_NAMES or _says(cursor, at):
        return False
    if ends_with_place(cursor, max(0, at - _LONGEST_RUN), at):
        return False  # "Sở Y tế Bắc Ninh cử 5 bác sĩ", "UBND tỉnh Khánh Hòa giao Sở Du lịch"
    if joined and cursor.tokens[at - 1].capital:
        return True
    if cursor.folded(at) in cursor.lexicon.stops:
        return False
    if joined:
        return True
    before, after = cursor.tokens[at - 1], cursor.tokens[at + 1] if at + 1 < len(cursor.tokens) else None
    between = before.capital and after is not None and after.capital and not cursor.stops_name(at + 1)
    return (
        between
        and is_syllable(before.text)
        and is_syllable(cursor.tokens[at].text)
        and cursor.tokens[at].text[0].isalpha()
    )


def _says(cursor: Cursor, at: int) -> bool:
    """Whether the word at `at`, which stands in no name, is a verb by what follows: "Công ty Sao Mai hứa với ..."."""
    return cursor.folded(at) in cursor.lexicon.stops and cursor.folded(at + 1) in _AFTER_VERBS


def _begins_body(cursor: Cursor, at: int) -> bool:
    return (
        at < len(cursor.tokens) and cursor.tokens[at].capital and cursor.longest(cursor.lexicon.heads, at) is not None
    )


def numbers_name(cursor: Cursor, at: int) -> bool:
    """Whether the number at `at` is part of a name ("Binh đoàn 12"), not a year, a date or a count."""
    token = cursor.tokens[at]
    if _BRAND.fullmatch(token.text) and cursor.tokens[at - 1].capital:
        return True  # "Công ty Cổ phần BĐS 3C"
    is_year = len(token.folded) == 4 and token.folded[:2] in {"19", "20"}
    following = cursor.tokens[at + 1] if at + 1 < len(cursor.tokens) else None
    joins = cursor.folded(at + 1) == "và" or cursor.folded(at + 1) in cursor.lexicon.clause_words
    joins = joins or cursor.longest(cursor.lexicon.acts, at + 1) is not None
    if cursor.folded(at + 1) in _UNITS:
        return False  # "nhà máy 300 MW"
    counts = following is not None and following.text[0].isalpha() and not following.capital and not joins
    small = any(cursor.tokens[start].capital and (field := cursor.longest(cursor.lexicon.sectors, start))
                and start + field[0] == at for start in range(max(0, at - _LONGEST_FIELD), at - 1))  # fmt: skip
    if small and not counts:
        return token.folded.isdigit() and not is_year  # "Đại đội Biên phòng 321"
    named_before = cursor.tokens[at - 1].capital or cursor.folded(at - 1) in {"số", "khu", "đoàn", "đội"}
    board = any((found := cursor.longest(cursor.lexicon.managing, start)) and start + found[0] == at
                for start in range(max(0, at - _LONGEST_FIELD), at))  # fmt: skip
    named_before = (
        named_before or board or not counts
    )  # "Ban Chỉ đạo 35 tỉnh", "Truyền tải điện 3"; not "Công an 3 huyện"
    return token.folded.isdigit() and not is_year and named_before and not (counts and cursor.tokens[at - 1].acronym)


def _quoted_end(cursor: Cursor, at: int) -> int:
    for end in range(at + 1, min(at + 8, len(cursor.tokens))):
        if cursor.tokens[end].text in {'"', "”", "’", "'"}:
            return end + 1 if cursor.tokens[at + 1].capital else at
    return at
