"""Heads of bodies: where they begin no name, and where they need none."""

from __future__ import annotations

from camket.folding import fold
from camket.language.cursor import ANDS, Cursor
from camket.language.localities import tells_several
from camket.lexicon import COUNTS
from camket.syllables import is_foreign

_ROOM = "phòng"
_DEPARTMENT, _FEWEST_NAMED = "sở", 2
_COMMON = frozenset({"company", "school", "hospital"})
_PLURALS = frozenset({"các", "những"})
_FEWEST_SHARED, _MOST_SHARED = 2, 9


def begins_none(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether the head from `at` up to `after_head` begins no name of a body."""
    if cursor.tells_kind(at) or _is_counted(cursor, at, after_head) or _is_no_head(cursor, at, after_head):
        return True
    if _abbreviates_head(cursor, at, after_head):
        return True
    if after_head == at + 1 and cursor.shouts and cursor.begins_with_thing(at):
        return True  # "HỘI NGHỊ"
    if cursor.folded(at) == _ROOM and cursor.folded(after_head).isdigit():
        return True  # "Phòng 104"
    opens = not any(word[0].isalpha() for word in cursor.words[:at])
    holds = cursor.longest(cursor.lexicon.acts, at) is not None and (opens or not cursor.tokens[at].capital)
    if holds and (cursor.begins_with_thing(after_head) or cursor.longest(cursor.lexicon.events, after_head)):
        return True  # "tổ chức Hội nghị" holds one
    return _lacks_field(cursor, at, after_head)  # "Giám đốc Sở Xổm Chay" names no Sở


def _is_counted(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether it is a common noun with a number or a state: "35 ngân hàng Nhật Bản", "doanh nghiệp Trung Quốc".

    In a line of capitals it has one too: "KÝ VỚI BA BỆNH VIỆN".
    """
    paired = cursor.folded(after_head) in cursor.lexicon.state_shorts and cursor.folded(after_head + 1) == "-"
    common = not cursor.tokens[at].capital or cursor.longest(cursor.lexicon.common, at) is not None
    if paired and common and cursor.folded(after_head + 2) in cursor.lexicon.state_shorts:
        return True  # "Doanh nghiệp Việt - Mỹ"
    if cursor.tokens[at].capital:
        begun = at - ((cursor.longest(cursor.lexicon.heads, at - 1) or (0,))[0] > 1)  # "BA BỆNH VIỆN" holds "VIỆN"
        return cursor.shouts and (cursor.folded(begun - 1) in COUNTS or cursor.folded(begun - 1).isdigit())
    if _counts_of_province(cursor, at, after_head):
        return True
    state = cursor.longest(cursor.lexicon.states, after_head)
    if state is None:
        return False
    head = cursor.longest(cursor.lexicon.heads, at)
    after = after_head + state[0]
    ends = after >= len(cursor.tokens) or not cursor.tokens[after].capital
    of_state = head is not None and head[1] in _COMMON and ends  # "doanh nghiệp Hàn Quốc", "đại học Malaysia"
    return of_state or (at > 0 and cursor.folded(at - 1).isdigit())


def _abbreviates_head(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether only the abbreviation of the head stands in brackets behind it: "từng hợp tác xã (HTX)"."""
    short = cursor.folded(after_head + 1) if cursor.folded(after_head) == "(" else ""
    full = cursor.lexicon.expansions.get(short, "") if short else ""
    said = " ".join(cursor.words[at:after_head])
    return (
        bool(full)
        and not cursor.tokens[at].capital
        and fold(full).startswith(said)
        and cursor.folded(after_head + 2) == ")"
    )


def _counts_of_province(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether so many of a common noun are told to be of a province: "Ba hợp tác xã Thái Nguyên đưa hàng vào siêu thị"."""
    counted = at > 0 and (cursor.folded(at - 1) in COUNTS or cursor.folded(at - 1).isdigit())
    head = cursor.longest(cursor.lexicon.heads, at) if counted else None
    province = cursor.longest(cursor.lexicon.provinces, after_head) if head and head[1] in _COMMON else None
    after = after_head + province[0] if province else after_head
    goes_on = cursor.tokens[after].capital or cursor.folded(after) in ANDS if after < len(cursor.tokens) else False
    return province is not None and not goes_on and cursor.folded(after) != ","


def _is_no_head(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the head from `at` up to `end` begins no name here: small where it must be capital, or before a company's.

    "tại chùa X" tells where; "liên danh Công ty X và Công ty Y" are two companies.
    """
    head = " ".join(cursor.words[at:end])
    inner = cursor.longest(cursor.lexicon.heads, end)
    companies = inner is not None and inner[1] == "company" and cursor.tokens[end].capital
    small = not cursor.tokens[at].capital and head in cursor.lexicon.capital_heads
    joins = companies or (
        not cursor.tokens[at].capital and end < len(cursor.tokens) and is_foreign(cursor.tokens[end].text)
    )
    return small or (joins and head in cursor.lexicon.joining)  # "nhà thầu Nordwind Engineering"


def _lacks_field(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether capitals that are no field of work, abbreviation or province follow the head "Sở", which is told of one."""
    run = cursor.tokens[after_head : after_head + _FEWEST_NAMED]
    named = len(run) == _FEWEST_NAMED and all(token.capital and not token.acronym for token in run)
    fields = (cursor.lexicon.sectors, cursor.lexicon.abbreviations, cursor.lexicon.provinces, cursor.lexicon.towns)
    known = any(cursor.longest(phrases, after_head) for phrases in fields)
    return cursor.folded(at) == _DEPARTMENT and after_head == at + 1 and named and not known and not cursor.shouts


def tells_any(cursor: Cursor, at: int, after_head: int, end: int) -> bool:
    """Whether only small letters follow the head of bodies told as any of their kind: "các Tổ chức phi chính phủ nước ngoài"."""
    small = not any(token.capital or token.text[0].isdigit() for token in cursor.tokens[after_head:end])
    return at > 0 and cursor.folded(at - 1) in _PLURALS and end > after_head and small


def is_shared(cursor: Cursor, end: int) -> bool:
    """Whether the head that ends at `end` is that of several bodies: "UBND các tỉnh An Giang và Đồng Tháp"."""
    return tells_several(cursor, end) or any(
        cursor.lexicon.tells_several(" ".join(cursor.words[end : end + size])) and cursor.listed_place(end + size)
        for size in range(_FEWEST_SHARED, _MOST_SHARED + 1)
    )


def is_whole(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the head that ends at `end` needs no name: "UBND tỉnh", and in capitals "Chính phủ"."""
    found = cursor.longest(cursor.lexicon.whole, at)
    return found is not None and (at + found[0] > end or (at + found[0] == end and cursor.tokens[at].capital))
