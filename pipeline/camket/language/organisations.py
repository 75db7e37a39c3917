"""Organisations: a head noun, the name after it, its locality, an acronym in brackets.

The grammar reads tokens from a head on and stops where a name can no longer go on; what may stand inside a
name in lower case (fields of work, words of locality) is in rules/lexicon/organisations.yaml.
"""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.language.acronyms import bracketed, spells, with_dashed_acronym
from camket.language.brackets import bracket
from camket.language.cursor import ANDS, Cursor
from camket.language.joined_pieces import states_joined
from camket.language.legal_forms import legal_tail
from camket.language.localities import tells_several
from camket.language.locality_names import ends_with_place, locality_end, own_locality
from camket.language.person_names import foreign_person, locality_before_person
from camket.language.pieces import numbers_name, step
from camket.lexicon import COUNTS, HOME
from camket.syllables import is_foreign

_OF_LOCALITIES = frozenset({"government", "forces", "association", "school", "hospital"})
_OFFICIAL = frozenset({"government", "forces", "association"})
_ROOM = "phòng"
_MINISTRIES = frozenset({"bộ", "bộ công an", "bộ quốc phòng", "tổng cục"})
_LONGEST_DESCRIPTION = 6
_LONGEST_MANAGED = 18
_JOINING = frozenset({"các", "và"})
_PLURALS = frozenset({"các", "những"})
_LONGEST_GIVEN = 5
_FEWEST_SHARED, _MOST_SHARED = 2, 9
_BRANCH = "cn"
_DEPARTMENT, _FEWEST_NAMED = "sở", 2
_MINISTRY, _LONGEST_MINISTRY = "bộ", 16
_VENUES = frozenset({"tại", "ở"})
_OF_PARTS = frozenset({"school", "hospital"})
_COMMON = frozenset({"company", "school", "hospital"})
_PARENT_HEADS = frozenset({"school", "hospital", "government", "company", "forces", "association"})
_COOPERATIVES = (["hợp", "tác", "xã"], ["tổ", "hợp", "tác"], ["liên", "hiệp", "hợp", "tác", "xã"])
_LONGEST_PRODUCE = 4
_GROWS = frozenset({"nuôi", "trồng", "dệt", "thêu", "may", "khai", "đánh", "sản", "chế"})
_NUMBERED, _NUMBER = frozenset({"hospital", "school"}), "số"


def organisation(cursor: Cursor, at: int, *, before_person: bool = False) -> tuple[int, Name] | None:
    """The organisation whose name begins at token `at`, and the token after it.

    `before_person` says that a person's name is to follow, so that a family name ends the organisation.
    """
    found = cursor.longest(cursor.lexicon.heads, at)
    if found is None:
        return None
    length, kind = found
    after_head = at + length
    if cursor.tells_kind(at) or _counted(cursor, at, after_head) or _is_no_head(cursor, at, after_head):
        return None
    if length == 1 and cursor.shouts and cursor.begins_with_thing(at):
        return None  # "HỘI NGHỊ"
    if cursor.folded(at) == _ROOM and cursor.folded(after_head).isdigit():
        return None  # "Phòng 104"
    holds = cursor.longest(cursor.lexicon.acts, at) is not None and not cursor.tokens[at].capital
    if holds and cursor.begins_with_thing(after_head):
        return None  # "tổ chức Hội nghị" holds one
    if _lacks_field(cursor, at, after_head):
        return None  # "Giám đốc Sở Xổm Chay" names no Sở
    if before_person and kind in _OFFICIAL and cursor.person_starts(after_head) and not cursor.listed_place(after_head):
        return None  # "Chủ tịch UBND Đặng Văn A" names no UBND
    end, acronym = _name_end(cursor, at, _past_produce(cursor, at, after_head), before_person=before_person)
    end = max(end, _foreign_ministry(cursor, at))
    if acronym is None:
        end = max(end, _managed(cursor, at, after_head)) if cursor.folded(end) == "và" else end
        end, acronym = bracketed(cursor, at, after_head, end) or _told_in_words(cursor, at, after_head, end)
    governed = _with_governed(cursor, at, end) > end
    if end == after_head and cursor.tokens[at].capital and cursor.longest(cursor.lexicon.bare, at):
        end = _with_committee(cursor, end)
    shared = cursor.tokens[at].capital and _shared(cursor, end)
    nameless = acronym is None and end == after_head and not (governed or shared or _whole(cursor, at, end))
    nameless = nameless or (acronym is None and not shared and _any_of_a_kind(cursor, at, after_head, end))
    lettered = end == after_head + 1 and _is_letter(cursor, after_head)
    anyone = lettered and not (kind == "hospital" and cursor.tokens[at].capital)
    if nameless or anyone or cursor.inside_word(at, length):
        return None  # "công ty A" stands for any company, "Bệnh viện K" is one
    formed = legal_tail(cursor, end) if acronym is None and end > after_head else end
    end, acronym = (bracket(cursor, formed) if formed > end else None) or (formed, acronym)
    of_board = _with_governed(cursor, at, end)
    end = of_board if of_board > end else _with_parent(cursor, at, end)
    end, acronym = _with_branch(cursor, at, end, acronym)
    posted = _with_post(cursor, at, end)
    told = bracket(cursor, posted) if posted > end and acronym is None else None
    end, acronym = told or (posted, acronym)  # "Hiệp hội X tại Việt Nam (XA)"
    local = kind in _OF_LOCALITIES or cursor.longest(cursor.lexicon.bare, at) is not None  # "Ngân hàng X tỉnh"
    end += own_locality(cursor, end) if local and end > after_head else 0
    numbered = kind in _NUMBERED and cursor.words[end : end + 1] == [_NUMBER] and cursor.folded(end + 1).isdigit()
    end += 2 if numbered else 0  # "Bệnh viện Đa khoa tỉnh X số 1"
    core_end = next((i for i in range(at, end) if cursor.tokens[i].folded == "("), end) if acronym else end
    if acronym is None:
        core_end, end, acronym = with_dashed_acronym(cursor, after_head, end)
    place = cursor.place(at, end)
    after, acronym = _behind_state(cursor, end) if acronym is None else (end, acronym)
    name = Name(NameKind.ORGANISATION, place, cursor.place(at, after), kind, cursor.place(at, after_head),
                cursor.place(at, core_end), acronym)  # fmt: skip
    return after, name


def _behind_state(cursor: Cursor, end: int) -> tuple[int, Place | None]:
    """The token after the state at `end` and the bracket behind it, and the short form in that: "Bảo tàng X, Nhật Bản (Bên B)"."""
    state = cursor.longest(cursor.lexicon.states, end + 1) if cursor.folded(end) == "," else None
    return (bracket(cursor, end + 1 + state[0]) if state else None) or (end, None)


def _foreign_ministry(cursor: Cursor, at: int) -> int:
    """The token after "Bộ Lương thực, Nông nghiệp và Công nghiệp nhẹ Mông Cổ", fields in a row up to a foreign state; else `at`."""
    if cursor.folded(at) != _MINISTRY or not cursor.tokens[at].capital:
        return at
    joined = False
    for end in range(at + 1, min(at + _LONGEST_MINISTRY, len(cursor.tokens))):
        word = cursor.folded(end)
        after_joint = cursor.folded(end - 1) in {",", "và"}
        state = cursor.longest(cursor.lexicon.states, end) if cursor.tokens[end].capital and end > at + 1 else None
        if state and " ".join(cursor.words[end - 1 : end + 1]) not in cursor.lexicon.compounds:
            return end + state[0] if joined and not after_joint and state[1] != HOME else at
        if word in {",", "và"}:
            joined = True
        elif after_joint or end == at + 1:
            if not cursor.tokens[end].capital or cursor.longest(cursor.lexicon.heads, end) or cursor.person_starts(end):
                return at
        elif not word.isalpha() or cursor.stops_name(end) or cursor.tokens[end].capital:
            return at
    return at


def _lacks_field(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether capitals that are no field of work, abbreviation or province follow the head "Sở", which is told of one."""
    run = cursor.tokens[after_head : after_head + _FEWEST_NAMED]
    named = len(run) == _FEWEST_NAMED and all(token.capital and not token.acronym for token in run)
    fields = (cursor.lexicon.sectors, cursor.lexicon.abbreviations, cursor.lexicon.provinces, cursor.lexicon.towns)
    known = any(cursor.longest(phrases, after_head) for phrases in fields)
    return cursor.folded(at) == _DEPARTMENT and after_head == at + 1 and named and not known and not cursor.shouts


def _any_of_a_kind(cursor: Cursor, at: int, after_head: int, end: int) -> bool:
    """Whether only small letters follow the head of bodies told as any of their kind: "các Tổ chức phi chính phủ nước ngoài"."""
    small = not any(token.capital or token.text[0].isdigit() for token in cursor.tokens[after_head:end])
    return at > 0 and cursor.folded(at - 1) in _PLURALS and end > after_head and small


def _is_letter(cursor: Cursor, at: int) -> bool:
    return len(cursor.tokens[at].text) == 1 and cursor.tokens[at].text.isalpha()


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


def _told_in_words(cursor: Cursor, at: int, after_head: int, end: int) -> tuple[int, Place | None]:
    """The token after a head without a name that small letters tell of, and the acronym in brackets after them."""
    if end > after_head:
        return end, None
    end = max(_described(cursor, at, after_head), _managed(cursor, at, after_head))
    return (bracket(cursor, end) if end > after_head else None) or (end, None)


def _described(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after "Đội tuyển bóng rổ nữ thuộc Liên đoàn X": a head in capitals told by words and its body."""
    if not cursor.tokens[at].capital:
        return after_head
    for thuoc in range(after_head + 1, min(after_head + _LONGEST_DESCRIPTION, len(cursor.tokens) - 1)):
        if cursor.folded(thuoc) == "thuộc":
            body = organisation(cursor, thuoc + 1)
            return body[0] if body else after_head
        if (
            cursor.tokens[thuoc].capital
            or cursor.folded(thuoc) in cursor.lexicon.stops
            or not cursor.folded(thuoc).isalpha()
        ):
            return after_head
    return after_head


def _managed(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after "Ban Quản lý các khu chế xuất và công nghiệp X": what is managed, in small letters, and its place."""
    if not cursor.tokens[at].capital or cursor.longest(cursor.lexicon.managing, at) is None:
        return after_head
    thing = after_head + 1 if cursor.begins_with_thing(after_head) else after_head  # "Ban Quản lý dự án X"
    for end in range(thing, min(after_head + _LONGEST_MANAGED, len(cursor.tokens))):
        token = cursor.tokens[end]
        if token.capital and cursor.folded(end - 1) == "và" and cursor.longest(cursor.lexicon.heads, end):
            return end - 1  # "Ban Quản lý dự án và Tổng công ty X"
        if token.capital:
            return _places_joined(cursor, end) if end > after_head else after_head
        if own := own_locality(cursor, end):
            return end + own  # "Ban Quản lý các khu công nghiệp tỉnh và Sở X"
        if token.folded.isdigit() and end > after_head and cursor.names_thing(end):
            return end + 1  # "Ban Quản lý dự án 85"
        inside = end in cursor.joined or end + 1 in cursor.joined  # "đầu tư", "công trình"
        stops = token.folded in cursor.lexicon.stops and not inside
        if not token.text.isalpha() or (stops and token.folded not in _JOINING):
            return after_head
    return after_head


def _places_joined(cursor: Cursor, at: int) -> int:
    """The token after the capitals at `at`, and after those that a dash joins to them: "Hòn Đất - Kiên Hà"."""
    end = at + cursor.capital_run(at, _LONGEST_DESCRIPTION)
    further = cursor.capital_run(end + 1, _LONGEST_DESCRIPTION) if cursor.folded(end) == "-" else 0
    named = further > 0 and not (cursor.stops_name(end + 1) or cursor.begins_name(end + 1))
    return end + 1 + further if named else end


def _counted(cursor: Cursor, at: int, after_head: int) -> bool:
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
    state = cursor.longest(cursor.lexicon.states, after_head)
    if state is None:
        return False
    head = cursor.longest(cursor.lexicon.heads, at)
    after = after_head + state[0]
    ends = after >= len(cursor.tokens) or not cursor.tokens[after].capital
    of_state = head is not None and head[1] in _COMMON and ends  # "doanh nghiệp Hàn Quốc", "đại học Malaysia"
    return of_state or (at > 0 and cursor.folded(at - 1).isdigit())


def _shared(cursor: Cursor, end: int) -> bool:
    """Whether the head that ends at `end` is that of several bodies: "UBND các tỉnh An Giang và Đồng Tháp"."""
    return tells_several(cursor, end) or any(
        cursor.lexicon.tells_several(" ".join(cursor.words[end : end + size])) and cursor.listed_place(end + size)
        for size in range(_FEWEST_SHARED, _MOST_SHARED + 1)
    )


def _past_produce(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after what a cooperative makes, in small letters before its name: "Hợp tác xã tôm Cồn Mây"; else `after_head`."""
    if cursor.folded(at) != "htx" and cursor.words[at:after_head] not in _COOPERATIVES:
        return after_head
    end = after_head
    while end - after_head <= _LONGEST_PRODUCE and end < len(cursor.tokens) and _is_produce(cursor, end):
        end += 1
    named = end > after_head and end < len(cursor.tokens) and cursor.tokens[end].capital
    person = named and cursor.person_starts(end) and cursor.capital_run(end, _LONGEST_DESCRIPTION) > _FEWEST_NAMED
    return end if named and not person else after_head


def _is_produce(cursor: Cursor, at: int) -> bool:
    """Whether the word at `at` may tell what is grown or made, and how."""
    token = cursor.tokens[at]
    joins = token.folded in cursor.lexicon.clause_words or token.folded in ANDS
    plain = not token.capital and token.text.isalpha() and not joins
    acts = cursor.longest(cursor.lexicon.acts, at) is not None and token.folded not in _GROWS
    return plain and not acts and not cursor.locality_prefix(at) and cursor.longest(cursor.lexicon.offices, at) is None


def _whole(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the head that ends at `end` needs no name: "UBND tỉnh", and in capitals "Chính phủ"."""
    found = cursor.longest(cursor.lexicon.whole, at)
    return found is not None and (at + found[0] > end or (at + found[0] == end and cursor.tokens[at].capital))


def _name_end(cursor: Cursor, at: int, start: int, *, before_person: bool) -> tuple[int, Place | None]:
    """The token after the name whose head ends at `start`, and the acronym in brackets."""
    whole = cursor.longest(cursor.lexicon.whole, at)
    end = max(start, at + whole[0]) if whole else start
    sectors_join = cursor.longest(cursor.lexicon.sector_heads, at) is not None
    capital_head = cursor.tokens[at].capital
    acronym: Place | None = None
    while end < len(cursor.tokens):
        if before_person and end > start - (1 if whole else 0) and _person_ends_name(cursor, end):
            break
        told = bracket(cursor, end) if end - at > 1 and acronym is None else None
        if told:
            end, acronym = told
            after = cursor.longest(cursor.lexicon.provinces, end)
            end += after[0] if after else 0
            goes_on = end < len(cursor.tokens) and (
                locality_end(cursor, end) or _goes_on_after(cursor, at, end, acronym)
            )
            if not goes_on:
                break
            continue
        prefix = cursor.locality_prefix(end)
        if before_person and prefix and (named := locality_before_person(cursor, end, prefix)):
            end = named
            break
        if before_person and end > start and _person_from_abroad(cursor, start, end, of_sector=sectors_join):
            break
        numbered = cursor.folded(end).isdigit() and numbers_name(cursor, end)  # "Quận Đoàn 7"
        if whole and end == at + whole[0] == start and not (cursor.tokens[end].capital or prefix or numbered):
            break  # "Nhà Trắng điều tra ..."
        following = step(cursor, end, named=end > start, sectors_join=sectors_join, capital_head=capital_head)
        if following == end:
            break
        province = prefix and cursor.longest(cursor.lexicon.provinces, end + prefix)
        end = following
        if province and cursor.folded(end) != "(":
            break
    end = end if acronym else states_joined(cursor, at, end)
    return _trim(cursor, start, end), acronym


def _person_from_abroad(cursor: Cursor, start: int, end: int, *, of_sector: bool) -> bool:
    """Whether a foreign name stands at `end`, behind a place or sector, or any name of a few words behind a foreign state."""
    if of_sector and foreign_person(cursor, end):
        return True
    if not ends_with_place(cursor, start, end) or end >= len(cursor.tokens) or cursor.listed_place(end):
        return False
    states = ((at, cursor.longest(cursor.lexicon.states, at)) for at in range(start, end))
    abroad = any(state and at + state[0] == end and state[1] != HOME for at, state in states)
    named = 1 < cursor.capital_run(end, _LONGEST_GIVEN) < _LONGEST_GIVEN and not cursor.begins_name(end)
    return foreign_person(cursor, end) or (abroad and named)


def _person_ends_name(cursor: Cursor, at: int) -> bool:
    """Whether a person's name begins at `at`, and no name of a body before a person's: "An Cường Lê Đức Nghĩa"."""
    if not cursor.person_starts(at):
        return False
    run = cursor.capital_run(at, _LONGEST_GIVEN + 1)
    longer = run == _LONGEST_GIVEN
    begun = (
        cursor.tokens[at - 1].capital
        and cursor.after_head(at - 1)
        and not cursor.longest(cursor.lexicon.sectors, at - 1)
    )
    if run == _LONGEST_GIVEN - 1 and begun and cursor.person_starts(at + 1):
        return False  # "Siêu thị Hương Sơn Trần Đức Anh"
    return not (longer and cursor.person_starts(at + 2) and cursor.folded(at + 1) not in cursor.lexicon.middle_names)


def _goes_on_after(cursor: Cursor, at: int, end: int, acronym: Place | None) -> bool:
    """Whether the name goes on at `end` after a bracket that only shortens its common words: "Đại học (ĐH) Duy Tân".

    They are listed as an abbreviation, or the letters are those of every word from `at` or a head on: "Đồn Biên phòng (ĐBP) Sơn Hải".
    """
    short = next((token.folded for token in cursor.tokens if acronym and token.place == acronym), "")
    state = cursor.longest(cursor.lexicon.states, end)
    own = not cursor.begins_name(end) or (state is not None and state[1] == HOME)
    capital = cursor.tokens[end].capital and not cursor.stops_name(end) and own
    return capital and (
        short in cursor.lexicon.expansions
        or spells(cursor, at, short)
        or any(spells(cursor, head, short) for head in range(at + 1, end) if cursor.longest(cursor.lexicon.heads, head))
    )


def _with_governed(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Ban Thường vụ Tỉnh đoàn X", the body named right after its board."""
    board = cursor.longest(cursor.lexicon.governing, at)
    if board is None or at + board[0] != end:
        return end
    body = organisation(cursor, end)
    return body[0] if body else end


def _with_committee(cursor: Cursor, end: int) -> int:
    """The token after "Tỉnh ủy X" at `end`, whose part the body before is, or after its word of locality: "tỉnh"."""
    above = cursor.longest(cursor.lexicon.committees, end) is not None and cursor.tokens[end].capital
    committee = organisation(cursor, end) if above else None
    return committee[0] if committee else end + own_locality(cursor, end)


def _with_branch(cursor: Cursor, at: int, end: int, acronym: Place | None) -> tuple[int, Place | None]:
    """The token after "Ngân hàng X - Chi nhánh Y (Z)", and the acronym that may stand behind the branch."""
    head = cursor.longest(cursor.lexicon.heads, at)
    joints = {"-"} if head and head[1] == "government" else {"-", ","}  # "Sở X, Chi nhánh Y" are two
    start = end + (cursor.folded(end) in joints)
    short = cursor.folded(start) == _BRANCH and start > end and cursor.tokens[start].acronym
    if short and (run := cursor.capital_run(start + 1, _LONGEST_DESCRIPTION)):
        return start + 1 + run, acronym  # "Ngân hàng X – CN Đà Nẵng"
    if cursor.longest(cursor.lexicon.branches, start) is None or cursor.longest(cursor.lexicon.branches, at):
        return end, acronym
    branch = organisation(cursor, start)
    told = cursor.tokens[start].capital or (
        start == end and cursor.folded(end - 1) == ")"
    )  # "Phòng X (PX) chi nhánh Y"
    return (branch[0], branch[1].acronym or acronym) if branch and told else (end, acronym)


def _with_post(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Đại sứ quán X tại Việt Nam", where it is told with its place."""
    if cursor.folded(end) not in _VENUES or not (
        cursor.longest(cursor.lexicon.posted, at) or _is_foreign_association(cursor, at, end)
    ):
        return end
    at = end + 1 + cursor.locality_prefix(end + 1)  # "tại TP Hồ Chí Minh"
    found = [cursor.longest(phrases, at) for phrases in (cursor.lexicon.states, cursor.lexicon.provinces)]
    longest = max((one[0] for one in found if one), default=0)  # "tại Lào Cai" is in no Lào
    return at + longest if longest else end


def _is_foreign_association(cursor: Cursor, at: int, end: int) -> bool:
    """Whether it is an association whose name ends with a foreign state: "Hiệp hội Doanh nghiệp Hàn Quốc"."""
    head = cursor.longest(cursor.lexicon.heads, at)
    states = (cursor.longest(cursor.lexicon.states, start) for start in range(at, end))
    foreign = any(state and start + state[0] == end and state[1] != HOME for start, state in enumerate(states, at))
    return head is not None and head[1] == "association" and foreign


def _with_parent(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Khoa X, Trường Y" when the name ending at `end` is of a part of a body."""
    office = cursor.longest(cursor.lexicon.ministerial, at)
    above = cursor.longest(cursor.lexicon.heads, end + 1) if office and cursor.folded(end) == "," else None
    if above and cursor.tokens[end + 1].capital and " ".join(cursor.words[end + 1 : end + 1 + above[0]]) in _MINISTRIES:
        parent = organisation(cursor, end + 1)  # "Cục X, Tổng cục Y, Bộ Z"
        return parent[0] if parent else end
    if system := _university(cursor, at, end):
        return system
    parted = cursor.longest(cursor.lexicon.parts, at)
    managing = cursor.longest(cursor.lexicon.managing, at) or cursor.longest(cursor.lexicon.governing, at)
    if parted is None or managing or end + 1 >= len(cursor.tokens):
        return end
    if cursor.folded(end - 1) == ")" and cursor.longest(cursor.lexicon.heads, end) and cursor.tokens[end].capital:
        parent = organisation(cursor, end)  # "Phòng X (PA04) Công an tỉnh"
        return parent[0] if parent else end
    head = cursor.longest(cursor.lexicon.heads, end + 1) if cursor.folded(end) in {",", "-", "thuộc"} else None
    if head is None or head[1] not in _PARENT_HEADS or not cursor.tokens[end + 1].capital:
        return end
    if cursor.folded(at - 1) in _VENUES and head[1] not in _OF_PARTS:
        return end  # "tại Trung tâm Văn hóa huyện X, UBND huyện X tổ chức ..."
    own = any(cursor.longest(cursor.lexicon.committees, inside) for inside in range(at, end))
    own = own or cursor.longest(cursor.lexicon.parts, end + 1) is not None or _parent_in_bracket(cursor, at, end)
    own = own or (cursor.folded(end) == "-" and ends_with_place(cursor, at, end))  # "Công đoàn X tỉnh Y - Công ty Z"
    if own or cursor.longest(cursor.lexicon.apart, at) or cursor.longest(cursor.lexicon.no_parents, end + 1):
        return end  # "Ban Tuyên giáo Tỉnh ủy, Sở X" are two
    parent = organisation(cursor, end + 1)
    if parent is None or (cursor.folded(end - 1) == ")" and _listed_on(cursor, parent[0])):
        return end  # "Viện X (VX), Trường Y và Công ty Z" are three
    if cursor.folded(end) == "," and _is_beside(cursor, Place(at, end), Place(end + 1, parent[0])):
        return end
    return _with_grandparent(cursor, head[1], parent[0])


def _university(cursor: Cursor, at: int, end: int) -> int | None:
    """The token after the university that the school from `at` up to `end` is told as a member of: "Trường X - Đại học Y".

    After a comma it may be another one, unless it is one of those that consist of schools: "Trường X, Đại học Huế".
    """
    head, joint = cursor.longest(cursor.lexicon.heads, at), cursor.folded(end)
    consists = cursor.longest(cursor.lexicon.of_schools, end + 1) is not None  # of universities too
    alone = cursor.longest(cursor.lexicon.universities, at) is not None and not (consists and joint == "-")
    of_school = head is not None and head[1] == "school" and not alone
    if not of_school or end + 1 >= len(cursor.tokens) or not cursor.tokens[end + 1].capital:
        return None
    phrases = {"-": cursor.lexicon.universities, ",": cursor.lexicon.of_schools}.get(joint)
    if phrases is None or cursor.longest(phrases, end + 1) is None:
        return None
    body = organisation(cursor, end + 1)
    return body[0] if body else None


def _is_beside(cursor: Cursor, one: Place, other: Place) -> bool:
    """Whether both end with one commune or district, so that they are two of its offices: "Trung tâm X xã Y, Công an xã Y và ..."."""
    ends = [
        next((at for at in range(part.end - 1, part.start, -1) if cursor.locality_prefix(at)), None)
        for part in (one, other)
    ]
    said = [cursor.words[at : part.end] for at, part in zip(ends, (one, other), strict=True) if at is not None]
    return len(said) > 1 and said[0] == said[1] and len(said[0]) > 1 and _listed_on(cursor, other.end)


def _parent_in_bracket(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the name from `at` up to `end` ends with its body in a bracket: "Phòng X (Công an thành phố)"."""
    opening = next((i for i in range(end - 1, at, -1) if cursor.folded(i) == "("), None)
    closed = opening is not None and cursor.folded(end - 1) == ")"
    return closed and opening is not None and cursor.longest(cursor.lexicon.heads, opening + 1) is not None


def _listed_on(cursor: Cursor, at: int) -> bool:
    """Whether another body is told at `at`, joined by "và"."""
    return (
        cursor.folded(at) in ANDS
        and at + 1 < len(cursor.tokens)
        and (cursor.longest(cursor.lexicon.heads, at + 1) is not None and cursor.tokens[at + 1].capital)
    )


def _with_grandparent(cursor: Cursor, kind: str, end: int) -> int:
    """The token after "Trường X, Đại học Y" of "Khoa Z, Trường X, Đại học Y", where the university ends the list."""
    following = cursor.longest(cursor.lexicon.universities, end + 1)
    if kind != "school" or cursor.folded(end) != "," or following is None:
        return end
    body = organisation(cursor, end + 1)
    return body[0] if body else end


def _trim(cursor: Cursor, start: int, end: int) -> int:
    while end > start and cursor.folded(end - 1) in {"và", "&", "-", ","}:
        end -= 1
    return end
