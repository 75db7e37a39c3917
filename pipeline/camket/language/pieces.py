"""The pieces that a body's name goes on with: capitals, fields of work, localities, brackets, quoted names."""

from __future__ import annotations

import re

from camket.document import Place
from camket.language.cursor import Cursor
from camket.syllables import is_syllable

_OWN = frozenset({"tỉnh", "huyện", "thành", "thị", "quận", "xã", "phường"})
_JOINTS = frozenset({"và", "&", "-"})
_CODE = "mã"
_PICTURES = frozenset({"ảnh", "hình"})
_OF_ONE_STATE = frozenset({"government", "forces"})
_ZONES = frozenset({"kcn", "kcx", "ccn", "kkt"})
_UNITS = frozenset({"mw", "mwp", "kw", "kwh", "kv", "mva", "teu", "dwt", "grt"})
_LEGAL_FORMS = frozenset({"ltd", "inc", "llc", "corp", "jsc", "pte", "gmbh", "plc", "limited"})
_BRAND = re.compile(r"\d[A-Z]{1,2}")
_LONGEST_BRACKET = 8
_LONGEST_FIELD, _LONGEST_COMPANY = 4, 12
_LONGEST_FIELDS = 8
_LONGEST_RUN = 4
_LONGEST_PERSON, _FEWEST_NAMES = 5, 2
_LONGEST_PLACE = 3
_FOREIGN_RUN = 3
NEVER_NUMBERED = frozenset({"xã", "huyện", "tỉnh"})
_COMMUNES, _DIRECTIONS = frozenset({"xã", "phường"}), frozenset({"bắc", "nam", "đông", "tây", "trung"})
_MOST_LINKS = 2
_SHORTEST_PERSON = 3


def person_after(cursor: Cursor, at: int) -> bool:
    """Whether a person's name, and no listed place, begins at token `at`."""
    return not cursor.listed_place(at) and (cursor.person_starts(at) or (
        foreign_person(cursor, at) and (_glued(cursor, at + cursor.capital_run(at, _LONGEST_PERSON))
                                        or cursor.capital_run(at, _LONGEST_PERSON) == _FEWEST_NAMES)))  # fmt: skip


def locality_before_person(cursor: Cursor, at: int, prefix: int) -> int | None:
    """The token after "xã" or "xã X" at `at`, whose word has `prefix` tokens, where a person's name follows."""
    start = at + prefix
    if person_after(cursor, start):
        return start
    known = cursor.longest(cursor.lexicon.provinces, start)
    run = cursor.capital_run(start, _LONGEST_PLACE + _LONGEST_PERSON)
    for end in range(start + (known[0] if known else 1), min(start + run, start + _LONGEST_PLACE + 1)):
        foreign = (
            run == _FOREIGN_RUN and end == start + 1 and foreign_person(cursor, start) and foreign_person(cursor, end)
        )
        if foreign:
            return end  # "thành phố Furano Kitagawa Saburo"
        if cursor.person_starts(end) and run - (end - start) >= _FEWEST_NAMES + 1:
            return end
    return None


def foreign_person(cursor: Cursor, at: int) -> bool:
    """Whether two words or more in capitals stand at `at`, no Vietnamese ones, as in a foreign person's name."""
    length = cursor.capital_run(at, _LONGEST_PERSON)
    run = cursor.tokens[at : at + length]
    if length and _glued(cursor, at + length):
        return not cursor.longest(cursor.lexicon.heads, at) and not cursor.listed_place(
            at
        )  # "Jean-Marc X", "Phết Phôm-phi"
    if length < _FEWEST_NAMES or cursor.longest(cursor.lexicon.heads, at) or any(token.acronym for token in run):
        return False
    return not all(is_syllable(token.text) for token in run)


def _ends_with_province(cursor: Cursor, end: int) -> bool:
    """Whether a province ends right before `end`, so that another body follows "và": "Sở X Gia Lai và Viễn thông Y"."""
    return any((found := cursor.longest(cursor.lexicon.provinces, at)) and at + found[0] == end
               for at in range(max(0, end - _LONGEST_PLACE), end))  # fmt: skip


def ends_with_place(cursor: Cursor, start: int, end: int) -> bool:
    """Whether a listed state or province ends right before the token `end`."""
    return any((found := cursor.longest(phrases, at)) and at + found[0] == end
               for at in range(start, end) for phrases in (cursor.lexicon.states, cursor.lexicon.provinces))  # fmt: skip


def step(cursor: Cursor, at: int, *, named: bool, sectors_join: bool, capital_head: bool) -> int:
    """The token after the next piece of a name at `at`; `at` itself where the name ends."""
    token = cursor.tokens[at]
    if ahead := _committee_end(cursor, at) or locality_end(cursor, at) or (named and foreign_links(cursor, at)):
        return ahead
    sector = cursor.longest(cursor.lexicon.sectors, at)
    if cursor.stops_name(at) or cursor.gap_before(at) or (named and cursor.ends_shouted(at)):
        return at
    if named and not token.capital and _inside_name(cursor, at):
        return at + 1
    if _glued(cursor, at) and named:
        state = cursor.longest(cursor.lexicon.states, at + 1)
        return at + 1 + (state[0] if state else 1)  # "WWF-Việt Nam"
    joins = cursor.shouts and token.folded in _JOINTS
    if (token.capital and not joins) or (token.folded[0].isdigit() and numbers_name(cursor, at)):
        province = cursor.longest(cursor.lexicon.provinces, at) or cursor.longest(cursor.lexicon.towns, at)
        short = cursor.longest(cursor.lexicon.abbreviations, at)  # "Sở VH,TT&DL"
        # "Sở Y tế Hậu Giang Lê Văn A": no person is called Giang Lê Văn A
        return at + max(
            province[0] if province and token.capital else 1, *(one[0] for one in (sector, short) if one), 1
        )
    small = sector is not None and not capital_head and _names_after(cursor, at + sector[0])
    if sector and (capital_head or named or small):
        ends = named and (_begins_clause(cursor, at) or (not token.capital and _behind_locality(cursor, at)))
        return at if ends else at + sector[0]
    if token.text in {'"', "“", "‘", "'"} and not named:
        return _quoted_end(cursor, at)
    if token.folded in _JOINTS and named:
        return _joined_end(cursor, at, sectors_join=sectors_join)
    if token.folded == "," and named and sectors_join:
        return _listed_sectors(cursor, at)
    return _run_end(cursor, at) if named and capital_head else at


def _committee_end(cursor: Cursor, at: int) -> int | None:
    """The token after "Tỉnh ủy" at `at`, whose part the body before is: "Ban Dân vận Tỉnh ủy"."""
    committee = cursor.longest(cursor.lexicon.committees, at) if cursor.tokens[at].capital else None
    small = committee is not None and committee[0] > 1 and not cursor.tokens[at + 1].capital
    return at + committee[0] if committee and small else None


def _names_after(cursor: Cursor, at: int) -> bool:
    """Whether a foreign word in capitals stands at `at`: "tập đoàn viễn thông Orange"."""
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


def _glued(cursor: Cursor, at: int) -> bool:
    """Whether the dash at `at` joins the syllables of a foreign name: "Bun-ga-ri"."""
    if cursor.folded(at) != "-" or at + 1 >= len(cursor.tokens):
        return False
    before, dash, after = cursor.tokens[at - 1], cursor.tokens[at], cursor.tokens[at + 1]
    return before.place.end == dash.place.start and dash.place.end == after.place.start and after.text.isalpha()


def foreign_links(cursor: Cursor, at: int) -> int | None:
    """The token after the small words at `at` that join the words of a foreign name: "Friends of the Sea"."""
    end = at
    while end < len(cursor.tokens) and cursor.folded(end) in cursor.lexicon.foreign_links:
        end += 1
    if not 0 < end - at <= _MOST_LINKS or at == 0 or end >= len(cursor.tokens):
        return None
    sides = cursor.tokens[at - 1], cursor.tokens[end]
    capitals = all(token.capital and token.text.isalpha() for token in sides)
    foreign = not all(is_syllable(token.text) for token in sides)
    return end if capitals and foreign and not cursor.stops_name(end) else None


def hyphened(cursor: Cursor, end: int) -> int:
    """The token after the syllables that dashes join to the foreign name that ends at `end`: "huyện Sa-nuôn"."""
    while end > 0 and _glued(cursor, end):
        end += 2
    return end


def states_joined(cursor: Cursor, at: int, end: int) -> int:
    """The token after "- Mỹ" at `end`, which joins the state that the name from `at` on ends with: "Hội Hữu nghị Việt - Mỹ".

    In full two states are told so only of what is between them, as friendship is; "Bộ X Việt Nam - Lào" are two bodies.
    """
    head = cursor.longest(cursor.lexicon.heads, at)
    if cursor.folded(end) != "-" or head is None or head[1] in _OF_ONE_STATE:
        return end
    shorts = cursor.lexicon.state_shorts
    brief = cursor.folded(end - 1) in shorts and cursor.folded(end + 1) in shorts
    between = any(cursor.longest(cursor.lexicon.uniting, one) for one in range(at, end))
    other = cursor.longest(cursor.lexicon.states, end + 1)
    own = any((state := cursor.longest(cursor.lexicon.states, end - size)) and state[0] == size for size in (1, 2, 3))
    if end - at <= head[0] or not (brief or (other and own and between)):
        return end
    after = end + 1 + (other[0] if other and not brief else 1)
    return locality_end(cursor, after) or after


def _run_end(cursor: Cursor, at: int) -> int:
    """The token after words in small letters that a capital or a locality ends: "Cà phê đặc sản Đắk Lắk"; else `at`.

    None of them may be a verb or stand at the end of a name.
    """
    end = at
    while end < len(cursor.tokens) and end - at < _LONGEST_RUN:
        token = cursor.tokens[end]
        if end > at and (own_locality(cursor, end) or locality_end(cursor, end) or bracket(cursor, end)):
            return end
        if token.capital:
            pair = cursor.capital_run(end, _SHORTEST_PERSON) < _SHORTEST_PERSON  # "Thực phẩm sạch Đồng Quê"
            closed = cursor.stops_name(end) or cursor.begins_name(end) or (cursor.person_starts(end) and not pair)
            return at if end == at or closed or token.text.isupper() else end
        number = token.text.isdigit() and end + 1 < len(cursor.tokens) and cursor.tokens[end + 1].capital
        plain = token.text.isalpha() and is_syllable(token.text) and token.folded not in cursor.lexicon.stops
        if (
            not (plain or number)
            or cursor.longest(cursor.lexicon.acts, end)
            or cursor.longest(cursor.lexicon.offices, end)
        ):
            return at
        end += 1
    return at


def _listed_sectors(cursor: Cursor, at: int) -> int:
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


def _inside_name(cursor: Cursor, at: int) -> bool:
    """Whether the word in small letters at `at` goes on with a word of the name, or stands between two capitals."""
    said = cursor.tokens[at - 1].text
    joined = at in cursor.joined and is_syllable(said) and len(said) > 1  # no word goes on after a foreign one
    if not joined and cursor.longest(cursor.lexicon.acts, at) and _begins_body(cursor, at + 1):
        return False  # "UBND phường Sao Mai tặng Trạm Y tế"
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


def _behind_locality(cursor: Cursor, at: int) -> bool:
    """Whether a locality with its word ends right before `at`, after which no field of work is told: "xã Ia Mơ máy siêu âm"."""
    return any(locality_end(cursor, one) == at for one in range(max(0, at - _LONGEST_RUN), at))


def _begins_body(cursor: Cursor, at: int) -> bool:
    return (
        at < len(cursor.tokens) and cursor.tokens[at].capital and cursor.longest(cursor.lexicon.heads, at) is not None
    )


def locality_end(cursor: Cursor, at: int) -> int | None:
    """The token after "tỉnh An Giang" at `at`."""
    prefix = cursor.locality_prefix(at)
    if not prefix:
        return None
    end = at + prefix
    known = cursor.longest(cursor.lexicon.provinces, end)
    if known:
        return end + known[0] + (prefix > 0 and direction_after(cursor, at, end + known[0]))
    if cursor.folded(at) in NEVER_NUMBERED and cursor.folded(end).isdigit():
        return None  # "Trạm Y tế xã 01 máy siêu âm"
    start = end
    while end < len(cursor.tokens) and end - start < 4 and (_goes_on(cursor, end) or goes_on_small(cursor, start, end)):
        end += 1
    return end if end > start else None


def direction_after(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the commune at `at` has the name of a town, up to `end`, and a direction after it: "phường Quy Nhơn Bắc"."""
    return cursor.folded(at) in _COMMUNES and cursor.folded(end) in _DIRECTIONS and cursor.tokens[end].capital


def goes_on_small(cursor: Cursor, start: int, at: int) -> bool:
    """Whether the small syllable at `at` ends the word that a locality has before its name: "thị trấn Nông trường Mộc Châu"."""
    inside = at == start + 1 and at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].capital
    return inside and not cursor.tokens[at].capital and at in cursor.joined and not cursor.stops_name(at + 1)


def _goes_on(cursor: Cursor, at: int) -> bool:
    token = cursor.tokens[at]
    joins = cursor.shouts and token.folded in _JOINTS
    return (token.capital or token.folded.isdigit()) and not (cursor.stops_name(at) or cursor.ends_shouted(at) or joins)


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


def _joined_end(cursor: Cursor, at: int, *, sectors_join: bool) -> int:
    """The token after "và X", "& X" or "- X" at `at`, where X belongs to the same name."""
    after = at + 1
    if after >= len(cursor.tokens) or cursor.stops_name(after):
        return at
    if cursor.begins_name(after) and not _is_field_of_company(cursor, at):
        return at
    called = cursor.honorific(after)
    if called and cursor.person_starts(after + called[0]):
        return at  # "Tổng Biên tập Báo X và nhà báo Lê Văn A"
    joint, token = cursor.folded(at), cursor.tokens[after]
    if token.folded in _PICTURES and (cursor.folded(after + 1).isdigit() or cursor.folded(after + 1) == ":"):
        return at  # "Tập đoàn X - Ảnh 1", "Sở Y - Ảnh: An Nhiên"
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
        return after + 1
    return at


def _after_ampersand(cursor: Cursor, at: int) -> int:
    """The token after "& X" at `at`, where X is no thing of its own: "Ngân hàng X & Tọa đàm Y"."""
    after = at + 1
    said = " ".join(cursor.words[after : after + 2]) + " "
    if any(said.startswith(f"{noun} ") for noun in cursor.lexicon.things):
        return at
    sector = cursor.longest(cursor.lexicon.sectors, after)
    return after + (sector[0] if sector else 1) if cursor.tokens[after].capital or sector else at


def _own_body(cursor: Cursor, at: int) -> bool:
    """Whether a body follows "và" at `at` whose head is a field too, and no field stands before: "Viễn thông Sao Nam và Bưu chính Lào"."""
    head = cursor.longest(cursor.lexicon.heads, at + 1)
    named = head is not None and at + 1 + head[0] < len(cursor.tokens) and cursor.tokens[at + 1 + head[0]].capital
    fields = ((one, cursor.longest(cursor.lexicon.sectors, one)) for one in range(max(0, at - _LONGEST_RUN), at))
    return named and not any(field and one + field[0] == at for one, field in fields)


def _after_and(cursor: Cursor, at: int, *, sectors_join: bool) -> int:
    """The token after "và X" at `at`, where X is a field of the same name and no body of its own."""
    after, short = at + 1, cursor.tokens[at - 1].acronym and not cursor.shouts
    token, sector = cursor.tokens[after], cursor.longest(cursor.lexicon.sectors, after)
    following = after + sector[0] if sector else after
    heads_body = sector and cursor.longest(cursor.lexicon.heads, following) and cursor.tokens[following].capital
    bare = token.capital and cursor.longest(cursor.lexicon.bare, after) is not None
    located = token.capital and (_ends_with_province(cursor, at) or _own_body(cursor, at))
    if located or heads_body or (bare and "và" in cursor.words[max(0, at - _LONGEST_RUN) : at]):
        return at  # "Sở Lao động - Thương binh và Xã hội và Bảo hiểm xã hội tỉnh"
    joins = not short and token.capital and _between_fields(cursor, at)
    if joins and not sector and is_syllable(token.text):
        return _small_run(cursor, after)
    if joins and sector:
        return _small_run(cursor, following - 1)
    fits = sector is not None and sectors_join and not short
    common = _joins_field(cursor, at) and not short
    return following if fits else after + 2 if common else at


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
        if token.capital or not token.text.isalpha():
            break
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


def legal_tail(cursor: Cursor, at: int) -> int:
    """The token after the form that ends a company's name at `at`: "Co., Ltd", ", Inc.", "- CTCP"; else `at`."""
    end = at
    if cursor.folded(at) == "-" and (own := _own_form(cursor, at + 1)):
        return own
    while cursor.folded(end) in {".", ","}:
        end += 1
    if end >= len(cursor.tokens) or cursor.folded(end) not in _LEGAL_FORMS or not cursor.tokens[end].capital:
        return at
    closed = cursor.folded(end + 1) == "." and cursor.folded(end + 2) in {",", ")", "và", "-"}
    return legal_tail(cursor, end + 1 + closed)


def _own_form(cursor: Cursor, at: int) -> int | None:
    """The token after the legal form told at `at` by itself, behind the name: "Công ty Cổ phần" of "Tổng công ty X - Công ty Cổ phần"."""
    head = cursor.longest(cursor.lexicon.heads, at)
    end = at + head[0] if head else at
    formed = (
        any(cursor.longest(cursor.lexicon.legal_forms, one) for one in range(at, end)) or cursor.folded(at) == "ctcp"
    )
    while form := cursor.longest(cursor.lexicon.legal_forms, end):
        end, formed = end + form[0], True
    named = end < len(cursor.tokens) and (cursor.tokens[end].capital or cursor.folded(end).isdigit())
    return end if formed and head and head[1] == "company" and not named else None


def bracket(cursor: Cursor, at: int) -> tuple[int, Place] | None:
    """The token after the bracket at `at`, and the place of the acronym or short name in it."""
    if cursor.folded(at) != "(":
        return None
    if (coded := _before_code(cursor, at)) is not None:
        return coded
    told = cursor.folded(at + 2) == "," and cursor.folded(at + 3) == "thuộc" and cursor.tokens[at + 1].text.isupper()
    reach = at + _LONGEST_BRACKET * (1 + told)  # "(VNI, thuộc Liên hiệp các hội khoa học Việt Nam)"
    close = next((i for i in range(at + 1, min(reach, len(cursor.tokens))) if cursor.folded(i) == ")"), None)
    if close is None or close == at + 1:
        return None
    called = next((i for i in range(at + 2, min(at + 5, close)) if cursor.folded(i) == ":"), 0)
    inner = [token for token in cursor.tokens[at + 1 : close] if token is not cursor.tokens[called]]
    names = [i for i, token in enumerate(inner) if token.capital]
    if not names or any(token.folded in {":", ";"} for token in inner):
        return None
    start = at + 1 + names[0] + (called > 0)
    lead_in = names[0]
    place = cursor.longest(cursor.lexicon.provinces, start) or cursor.longest(cursor.lexicon.states, start)
    start = close - 1 if lead_in and cursor.folded(at + 1) == _CODE else start
    known_place = place is not None and start + place[0] == close  # no brand, as "Hòa Bình Corp" is
    if (lead_in and cursor.folded(at + 1) not in {"gọi", "viết", "sau", "tên", "nay", "tắt", "mã"}) or known_place:
        return None
    if cursor.person_starts(start) or cursor.honorific(start) or _is_locality(cursor, start, close):
        return None
    parted = (
        cursor.folded(start + 1) == "," and cursor.tokens[start + 2].place.start > cursor.tokens[start + 1].place.end
    )
    alone = cursor.tokens[start].text.isupper() and parted  # "(SHI, Vương quốc Đan Mạch)", and not "(PT,TH)"
    if not alone and _lies_in(cursor, start, close):
        return None  # "(Lyon, Pháp)"
    return close + 1, cursor.place(start, start + 1 if alone else close)


def _before_code(cursor: Cursor, at: int) -> tuple[int, Place] | None:
    """The token after the bracket at `at`, and the name in it before a stock code: "(Miền Nam Petro - mã chứng khoán: MNP)"."""
    reach = min(at + _LONGEST_BRACKET, len(cursor.tokens) - 1)
    code = next(
        (i for i in range(at + 2, reach) if cursor.folded(i) in {"-", ","} and cursor.folded(i + 1) == _CODE), None
    )
    close = (
        next(
            (i for i in range(code, min(code + _LONGEST_BRACKET, len(cursor.tokens))) if cursor.folded(i) == ")"), None
        )
        if code
        else None
    )
    return (close + 1, cursor.place(at + 1, code)) if code and close and cursor.tokens[at + 1].capital else None


def _lies_in(cursor: Cursor, start: int, close: int) -> bool:
    """Whether what stands from `start` up to `close` ends with a comma and a state or province: "Lyon, Pháp"."""
    comma = next((i for i in range(close - 1, start, -1) if cursor.folded(i) == ","), close)
    for phrases in (cursor.lexicon.states, cursor.lexicon.provinces):
        found = cursor.longest(phrases, comma + 1) if comma < close else None
        if found and comma + 1 + found[0] == close:
            return True
    return False


def _is_locality(cursor: Cursor, at: int, close: int) -> bool:
    """Whether a word of locality with a name stands at `at`: "(TP. Cao Lãnh)", "(huyện Bắc Sơn)", "(KCN Bàu Sen)"."""
    if cursor.folded(at) in _ZONES and at + 1 < close:
        return True
    prefix = cursor.locality_prefix(at)
    return prefix > 0 and at + prefix < len(cursor.tokens) and cursor.tokens[at + prefix].capital


def own_locality(cursor: Cursor, at: int) -> int:
    """How many tokens a word of locality without a name has: "Cục Thuế tỉnh" is that of the province told of."""
    prefix = cursor.locality_prefix(at)
    after = at + prefix
    if not prefix or (after < len(cursor.tokens) and (cursor.tokens[after].capital or cursor.folded(after).isdigit())):
        return 0
    return prefix if cursor.folded(at) in _OWN else 0
