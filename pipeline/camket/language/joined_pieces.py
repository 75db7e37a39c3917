"""What belongs to a body's name behind "và", "&", a dash or a comma: fields of work, a second state."""

from __future__ import annotations

from camket.language.brackets import bracket
from camket.language.cursor import Cursor
from camket.language.locality_names import ends_with_province, locality_end
from camket.language.words import is_listed
from camket.lexicon import COMPANY
from camket.syllables import is_syllable

_PICTURES = frozenset({"ảnh", "hình"})
_OF_ONE_STATE = frozenset({"government", "forces"})
_OF_TWO_STATES = frozenset({"school", "hospital"})
_LONGEST_FIELD, _LONGEST_FIELDS, _LONGEST_COMPANY = 4, 8, 12
_AND_OFFICE = "kiêm"
_SCHOOL_LEVELS = frozenset({"mn", "th", "thcs", "thpt", "gdtx"})


def joined_end(cursor: Cursor, at: int, *, sectors_join: bool) -> int:
    """The token after "và X", "& X" or "- X" at `at`, where X belongs to the same name."""
    after = at + 1
    if after >= len(cursor.tokens) or cursor.stops_name(after):
        return at
    if {cursor.folded(at - 1), cursor.folded(after)} <= _SCHOOL_LEVELS:
        return after + 1  # "Trường Phổ thông Dân tộc nội trú THCS và THPT X"
    if cursor.begins_name(after) and not _is_field_of_company(cursor, at):
        return at
    if _leads_person(cursor, after) or _is_picture(cursor, after):
        return at
    joint, token = cursor.folded(at), cursor.tokens[after]
    sector = cursor.longest(cursor.lexicon.sectors, after)
    if joint == "và":
        return _after_and(cursor, at, sectors_join=sectors_join)
    if joint == "&":
        return _after_ampersand(cursor, at)
    tight = cursor.tokens[at].place.start == cursor.tokens[at - 1].place.end
    described = not token.capital and cursor.tokens[at - 1].capital and not cursor.tokens[at - 1].acronym
    if sector and described:
        return at  # "Công ty X - doanh nghiệp chế biến dừa - cam kết ..."
    if sector and sectors_join and not token.acronym:
        return after + sector[0]
    goes_on = tight or token.acronym or not is_syllable(token.text) or not cursor.person_starts(after)
    if (token.capital or not is_syllable(token.text)) and token.text[0].isalpha() and goes_on:
        return past_dashed(cursor, after) if tight else after + 1
    return at


def _leads_person(cursor: Cursor, at: int) -> bool:
    """Whether a person with an honorific is told at `at`: "Tổng Biên tập Báo X và nhà báo Lê Văn A"."""
    called = cursor.honorific(at)
    return called is not None and cursor.person_starts(at + called[0])


def _is_picture(cursor: Cursor, at: int) -> bool:
    """Whether a picture is told at `at`: "Tập đoàn X - Ảnh 1", "Sở Y - Ảnh: An Nhiên"."""
    return cursor.folded(at) in _PICTURES and (cursor.folded(at + 1).isdigit() or cursor.folded(at + 1) == ":")


def past_dashed(cursor: Cursor, at: int) -> int:
    """The token after the word at `at` that a dash joins, with its second syllable: "Học viện Chính trị-Hành chính"."""
    common = at + 1 < len(cursor.tokens) and not cursor.tokens[at + 1].capital
    return at + 1 + (common and is_listed(f"{cursor.folded(at)} {cursor.folded(at + 1)}"))


def _after_ampersand(cursor: Cursor, at: int) -> int:
    """The token after "& X" at `at`, where X is no thing of its own: "Ngân hàng X & Tọa đàm Y"."""
    after = at + 1
    said = " ".join(cursor.words[after : after + 2]) + " "
    if any(said.startswith(f"{noun} ") for noun in cursor.lexicon.things):
        return at
    sector = cursor.longest(cursor.lexicon.sectors, after)
    return after + (sector[0] if sector else 1) if cursor.tokens[after].capital or sector else at


def _after_and(cursor: Cursor, at: int, *, sectors_join: bool) -> int:
    """The token after "và X" at `at`, where X is a field of the same name and no body of its own."""
    after, short = at + 1, cursor.tokens[at - 1].acronym and not cursor.shouts
    token, sector = cursor.tokens[after], cursor.longest(cursor.lexicon.sectors, after)
    following = after + sector[0] if sector else after
    heads_body = sector and cursor.longest(cursor.lexicon.heads, following) and cursor.tokens[following].capital
    bare = token.capital and cursor.longest(cursor.lexicon.bare, after) is not None
    located = token.capital and (ends_with_province(cursor, at) or _own_body(cursor, at) or begins_firm(cursor, at))
    if located or heads_body or (bare and "và" in cursor.words[max(0, at - _LONGEST_FIELD) : at]):
        return at  # "Sở Lao động - Thương binh và Xã hội và Bảo hiểm xã hội tỉnh"
    joins = not short and token.capital and _between_fields(cursor, at)
    if joins and not sector and is_syllable(token.text):
        return _small_run(cursor, after)
    if joins and sector:
        return _small_run(cursor, following - 1)
    fits = sector is not None and sectors_join and not short and (token.capital or _ends_field(cursor, at))
    common = _joins_field(cursor, at) and not short
    return following if fits else after + 2 if common else at


def _ends_field(cursor: Cursor, at: int) -> bool:
    """Whether a field of work ends right before "và" at `at`, as no name does: "Giáo dục và đào tạo", but not "Công ty Sao Mai và đầu tư"."""
    fields = ((one, cursor.longest(cursor.lexicon.sectors, one)) for one in range(max(0, at - _LONGEST_FIELD), at))
    return any(field is not None and one + field[0] == at for one, field in fields)


def _own_body(cursor: Cursor, at: int) -> bool:
    """Whether a body follows "và" at `at` whose head is a field too, and no field stands before: "Viễn thông Sao Nam và Bưu chính Lào"."""
    head = cursor.longest(cursor.lexicon.heads, at + 1)
    named = head is not None and at + 1 + head[0] < len(cursor.tokens) and cursor.tokens[at + 1 + head[0]].capital
    return named and not _ends_field(cursor, at)


def begins_firm(cursor: Cursor, at: int) -> bool:
    """Whether a firm with the field and name that follow is told behind "và" at `at`, beside a public body: "Bộ Tài chính và Ngân hàng xuất nhập khẩu X"."""
    firm = cursor.longest(cursor.lexicon.heads, at + 1) if cursor.folded(at) == "và" else None
    field = at + 1 + firm[0] if firm and firm[1] == COMPANY else at
    end = _small_run(cursor, field) if field > at and cursor.longest(cursor.lexicon.sectors, field) else at
    if end == at or end >= len(cursor.tokens) or not cursor.tokens[end].capital:
        return False
    heads = ((start, cursor.longest(cursor.lexicon.heads, start)) for start in range(max(0, at - _LONGEST_FIELDS), at))
    return any(head is not None and head[1] in _OF_ONE_STATE and _fields_end(cursor, start + head[0], at) == at
               for start, head in heads)  # fmt: skip


def _joins_field(cursor: Cursor, at: int) -> bool:
    """Whether "và Tuyên truyền" stands at `at`, a common word with a capital, behind another word of a name: "Báo chí và Tuyên truyền"."""
    after = at + 1
    if after + 1 >= len(cursor.tokens) or not cursor.tokens[after].capital or cursor.shouts:
        return False
    small = (
        all(is_syllable(one.text) for one in cursor.tokens[after : after + 2]) and not cursor.tokens[after + 1].capital
    )
    behind = cursor.tokens[at - 1]
    common = not behind.capital and at - 1 in cursor.joined
    return small and common and after + 1 in cursor.joined


def _is_field_of_company(cursor: Cursor, at: int) -> bool:
    """Whether "và Viễn thông X" at `at` is a field of the company told before: "Công ty Đầu tư và Viễn thông X"."""
    head = cursor.longest(cursor.lexicon.heads, at + 1)
    field = cursor.longest(cursor.lexicon.sectors, at + 1)
    if cursor.folded(at) != "và" or head is None or head != (head[0], "company") or field is None:
        return False
    small = " ".join(cursor.words[at + 1 : at + 1 + head[0]]) in cursor.lexicon.capital_heads
    begins = range(max(0, at - _LONGEST_COMPANY), at)
    after_field = any(
        (found := cursor.longest(cursor.lexicon.sectors, start)) and start + found[0] == at for start in begins
    )
    company = any((found := cursor.longest(cursor.lexicon.heads, start)) and found[1] == "company"
                  and all(word.isalpha() for word in cursor.words[start:at]) for start in begins)  # fmt: skip
    return small and after_field and company


def _between_fields(cursor: Cursor, at: int) -> bool:
    """Whether only fields stand between a head and the "và" at `at`, and one after it that a name follows.

    "Tập đoàn Bưu chính và Viễn thông Việt Nam" is one body, "Công ty Xây dựng và Sở Y tế" are two.
    """
    second = cursor.longest(cursor.lexicon.sectors, at + 1)
    end = _small_run(cursor, at + (second[0] if second else 1))
    if end >= len(cursor.tokens) or not (cursor.tokens[end].capital or bracket(cursor, end)):
        return False
    for start in range(max(0, at - _LONGEST_FIELDS), at):
        head = cursor.longest(cursor.lexicon.heads, start)
        if head and _fields_end(cursor, start + head[0], at) == at > start + head[0]:
            return True
    return False


def _small_run(cursor: Cursor, last: int) -> int:
    """The token after the words in small letters that follow the one at `last`: "Phát triển hàng không vũ trụ"."""
    end = last + 1
    while end < len(cursor.tokens) and end - last <= _LONGEST_FIELDS:
        token = cursor.tokens[end]
        sector = cursor.longest(cursor.lexicon.sectors, end)
        if token.capital or not token.text.isalpha() or token.folded == _AND_OFFICE:
            break  # "Thứ trưởng Bộ X và Phát triển nông thôn kiêm Chủ tịch Y"
        if not sector and (token.folded in cursor.lexicon.stops or cursor.longest(cursor.lexicon.acts, end)):
            break  # "Bộ X và Phát triển nông thôn tổ chức Hội nghị"
        end += sector[0] if sector else 1
    return end


def _fields_end(cursor: Cursor, start: int, end: int) -> int:
    """The token after the fields that follow each other from `start` on, at most `end`."""
    while start < end:
        sector = cursor.longest(cursor.lexicon.sectors, start)
        if sector is None:
            return start
        start += sector[0]
    return start


def listed_sectors(cursor: Cursor, at: int) -> int:
    """The token after ", Thể thao và Du lịch" at `at`: sectors in a list that "và" closes, else `at`.

    Papers write them small too: "Bộ Lao động, thương binh và xã hội".
    """
    end = at
    while cursor.folded(end) == ",":
        sector = cursor.longest(cursor.lexicon.sectors, end + 1)
        if sector is None:
            return at
        end += 1 + sector[0]
        if "và" in cursor.words[end - sector[0] : end]:
            return end
    last = cursor.longest(cursor.lexicon.sectors, end + 1) if cursor.folded(end) == "và" else None
    return end + 1 + last[0] if last and end > at else at


def states_joined(cursor: Cursor, at: int, end: int) -> int:
    """The token after "- Mỹ" at `end`, which joins the state that the name from `at` on ends with: "Hội Hữu nghị Việt - Mỹ".

    In full two states are told so of what is between them, as friendship is, right behind the head, or of a school or hospital
    ("Bệnh viện Việt Nam - Cuba"); "Bộ X Việt Nam - Lào" are two bodies.
    """
    head = cursor.longest(cursor.lexicon.heads, at)
    if cursor.folded(end) != "-" or head is None or head[1] in _OF_ONE_STATE:
        return end
    shorts = cursor.lexicon.state_shorts
    brief = cursor.folded(end - 1) in shorts and cursor.folded(end + 1) in shorts
    between = any(cursor.longest(cursor.lexicon.uniting, one) for one in range(at, end))
    other = cursor.longest(cursor.lexicon.states, end + 1)
    own = any((state := cursor.longest(cursor.lexicon.states, end - size)) and state[0] == size for size in (1, 2, 3))
    heads = ((one, cursor.longest(cursor.lexicon.heads, one)) for one in range(at, end) if cursor.tokens[one].capital)
    behind = (one + found[0] for one, found in heads if found)  # "Công ty TNHH Khu công nghiệp Việt Nam - X"
    named = any((first := cursor.longest(cursor.lexicon.states, one)) and one + first[0] == end for one in behind)
    named = named or (head[1] in _OF_TWO_STATES and other is not None)
    if end - at <= head[0] or not (brief or (other and own and (between or named))):
        return end
    after = end + 1 + (other[0] if other and not brief else 1)
    if named and after < len(cursor.tokens) and not (cursor.stops_name(after) or cursor.begins_name(after)):
        return after + cursor.capital_run(after, _LONGEST_FIELD)  # "Bệnh viện Việt Nam - Thụy Điển Uông Bí"
    listed = cursor.longest(cursor.lexicon.provinces, after) or cursor.longest(cursor.lexicon.towns, after)
    return locality_end(cursor, after) or after + (listed[0] if listed else 0)
