"""Organisations: a head noun, the name after it, its locality, an acronym in brackets.

The grammar reads tokens from a head on and stops where a name can no longer go on; what may stand inside a
name in lower case (fields of work, words of locality) is in rules/lexicon/organisations.yaml.
"""

from __future__ import annotations

from camket.analysis import Name, NameKind, Token
from camket.document import Place
from camket.language.cursor import Cursor
from camket.syllables import is_syllable

_OF_LOCALITIES = frozenset({"government", "forces", "association", "school", "hospital"})
_OWN = frozenset({"tỉnh", "huyện", "thành", "thị", "quận", "xã", "phường"})
_JOINTS = frozenset({"và", "&", "-"})
_LONGEST_DESCRIPTION = 6
_LONGEST_BRACKET = 8
_LONGEST_RUN = 4
_LONGEST_PERSON, _FEWEST_NAMES = 5, 2
_LONGEST_ACRONYM = 9
_PARENT_HEADS = frozenset({"school", "hospital", "government", "company", "forces", "association"})


def organisation(cursor: Cursor, at: int, *, before_person: bool = False) -> tuple[int, Name] | None:
    """The organisation whose name begins at token `at`, and the token after it.

    `before_person` says that a person's name is to follow, so that a family name ends the organisation.
    """
    found = cursor.longest(cursor.lexicon.heads, at)
    if found is None:
        return None
    length, kind = found
    after_head = at + length
    if cursor.inside_word(at, length) or _counted(cursor, at, after_head):
        return None
    end, acronym = _name_end(cursor, at, after_head, before_person=before_person)
    if end == after_head and acronym is None:
        end = _described(cursor, at, after_head)
    governed = _with_governed(cursor, at, end) > end
    if end == after_head and cursor.tokens[at].capital and cursor.longest(cursor.lexicon.bare, at):
        end += _own_locality(cursor, end)
    if acronym is None and end == after_head and not governed and not _whole(cursor, at, end):
        return None
    if end == after_head + 1 and len(cursor.tokens[after_head].text) == 1 and cursor.tokens[after_head].text.isalpha():
        return None  # "công ty A" stands for any company
    end = _with_governed(cursor, at, end)
    end = _with_parent(cursor, at, end)
    end, acronym = _with_branch(cursor, at, end, acronym)
    end = _with_post(cursor, at, end)
    end += _own_locality(cursor, end) if kind in _OF_LOCALITIES and end > after_head else 0
    core_end = next((i for i in range(at, end) if cursor.tokens[i].folded == "("), end) if acronym else end
    if acronym is None:
        core_end, end, acronym = _with_dashed_acronym(cursor, after_head, end)
    place = cursor.place(at, end)
    name = Name(NameKind.ORGANISATION, place, place, kind, cursor.place(at, after_head),
                cursor.place(at, core_end), acronym)  # fmt: skip
    return end, name


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


def _counted(cursor: Cursor, at: int, after_head: int) -> bool:
    """Whether it is a common noun with a number or a state: "35 ngân hàng Nhật Bản", "doanh nghiệp Trung Quốc"."""
    if cursor.tokens[at].capital:
        return False
    state = cursor.longest(cursor.lexicon.states, after_head)
    if state is None:
        return False
    head = cursor.longest(cursor.lexicon.heads, at)
    after = after_head + state[0]
    ends = after >= len(cursor.tokens) or not cursor.tokens[after].capital
    return (head is not None and head[1] == "company" and ends) or (at > 0 and cursor.folded(at - 1).isdigit())


def _whole(cursor: Cursor, at: int, end: int) -> bool:
    found = cursor.longest(cursor.lexicon.whole, at)
    return found is not None and at + found[0] >= end


def _name_end(cursor: Cursor, at: int, start: int, *, before_person: bool) -> tuple[int, Place | None]:
    """The token after the name whose head ends at `start`, and the acronym in brackets."""
    whole = cursor.longest(cursor.lexicon.whole, at)
    end = max(start, at + whole[0]) if whole else start
    sectors_join = cursor.longest(cursor.lexicon.sector_heads, at) is not None
    capital_head = cursor.tokens[at].capital
    acronym: Place | None = None
    while end < len(cursor.tokens):
        if (before_person or whole) and end > start - (1 if whole else 0) and cursor.person_starts(end):
            break
        bracket = _bracket(cursor, end) if end - at > 1 and acronym is None else None
        if bracket:
            end, acronym = bracket
            after = cursor.longest(cursor.lexicon.provinces, end)
            end += after[0] if after else 0
            if not (end < len(cursor.tokens) and _locality_end(cursor, end)):
                break
            continue
        prefix = cursor.locality_prefix(end)
        if before_person and prefix and _person_after(cursor, end + prefix):
            end += prefix
            break
        if before_person and end > start and _ends_with_place(cursor, start, end) and _foreign_person(cursor, end):
            break
        step = _step(cursor, end, named=end > start, sectors_join=sectors_join, capital_head=capital_head)
        if step == end:
            break
        province = prefix and cursor.longest(cursor.lexicon.provinces, end + prefix)
        end = step
        if province and cursor.folded(end) != "(":
            break
    return _trim(cursor, start, end), acronym


def _person_after(cursor: Cursor, at: int) -> bool:
    return not cursor.listed_place(at) and (cursor.person_starts(at) or (
        _foreign_person(cursor, at) and cursor.capital_run(at, _LONGEST_PERSON) == _FEWEST_NAMES))  # fmt: skip


def _foreign_person(cursor: Cursor, at: int) -> bool:
    """Whether two words or more in capitals stand at `at`, no Vietnamese ones, as in a foreign person's name."""
    length = cursor.capital_run(at, _LONGEST_PERSON)
    run = cursor.tokens[at : at + length]
    if length < _FEWEST_NAMES or cursor.longest(cursor.lexicon.heads, at) or any(token.acronym for token in run):
        return False
    return not all(is_syllable(token.text) for token in run)


def _ends_with_place(cursor: Cursor, start: int, end: int) -> bool:
    """Whether a listed state or province ends right before the token `end`."""
    return any((found := cursor.longest(phrases, at)) and at + found[0] == end
               for at in range(start, end) for phrases in (cursor.lexicon.states, cursor.lexicon.provinces))  # fmt: skip


def _step(cursor: Cursor, at: int, *, named: bool, sectors_join: bool, capital_head: bool) -> int:
    """The token after the next piece of a name at `at`; `at` itself where the name ends."""
    token = cursor.tokens[at]
    locality = _locality_end(cursor, at)
    if locality:
        return locality
    sector = cursor.longest(cursor.lexicon.sectors, at)
    if cursor.stops_name(at) or cursor.gap_before(at):
        return at
    if named and not token.capital and _inside_name(cursor, at):
        return at + 1
    if _glued(cursor, at) and named:
        return at + 2
    if token.capital or (token.folded[0].isdigit() and _numbers_name(cursor, at)):
        return at + max(1, sector[0] if sector else 1)
    if sector and (capital_head or named):
        return at + sector[0]
    if token.text in {'"', "“", "‘", "'"} and not named:
        return _quoted_end(cursor, at)
    if token.folded in _JOINTS and named:
        return _joined_end(cursor, at, sectors_join=sectors_join)
    if token.folded == "," and named and sectors_join:
        return _listed_sectors(cursor, at)
    return _run_end(cursor, at) if named and capital_head else at


def _glued(cursor: Cursor, at: int) -> bool:
    """Whether the dash at `at` joins the syllables of a foreign name: "Bun-ga-ri"."""
    if cursor.folded(at) != "-" or at + 1 >= len(cursor.tokens):
        return False
    before, dash, after = cursor.tokens[at - 1], cursor.tokens[at], cursor.tokens[at + 1]
    return before.place.end == dash.place.start and dash.place.end == after.place.start and after.text.isalpha()


def _run_end(cursor: Cursor, at: int) -> int:
    """The token after words in small letters that a capital or a locality ends: "Cà phê đặc sản Đắk Lắk"; else `at`.

    None of them may be a verb or stand at the end of a name.
    """
    end = at
    while end < len(cursor.tokens) and end - at < _LONGEST_RUN:
        token = cursor.tokens[end]
        if end > at and (_own_locality(cursor, end) or _locality_end(cursor, end) or _bracket(cursor, end)):
            return end
        if token.capital:
            closed = cursor.stops_name(end) or cursor.begins_name(end) or cursor.person_starts(end)
            return at if end == at or closed or token.acronym else end
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
    """The token after ", Thể thao và Du lịch" at `at`: sectors in a list that "và" closes, else `at`."""
    end = at
    while cursor.folded(end) == ",":
        sector = cursor.longest(cursor.lexicon.sectors, end + 1)
        if sector is None or not cursor.tokens[end + 1].capital:
            return at
        end += 1 + sector[0]
    last = cursor.longest(cursor.lexicon.sectors, end + 1) if cursor.folded(end) == "và" else None
    return end + 1 + last[0] if last and end > at else at


def _inside_name(cursor: Cursor, at: int) -> bool:
    """Whether the word in small letters at `at` goes on with a word of the name, or stands between two capitals."""
    if at in cursor.joined and cursor.tokens[at - 1].capital:
        return True
    if cursor.folded(at) in cursor.lexicon.stops:
        return False
    if at in cursor.joined:
        return True
    before, after = cursor.tokens[at - 1], cursor.tokens[at + 1] if at + 1 < len(cursor.tokens) else None
    between = before.capital and after is not None and after.capital and not cursor.stops_name(at + 1)
    return (
        between
        and is_syllable(before.text)
        and is_syllable(cursor.tokens[at].text)
        and cursor.tokens[at].text[0].isalpha()
    )


def _locality_end(cursor: Cursor, at: int) -> int | None:
    """The token after "tỉnh An Giang" at `at`."""
    prefix = cursor.locality_prefix(at)
    if not prefix:
        return None
    end = at + prefix
    known = cursor.longest(cursor.lexicon.provinces, end)
    if known:
        return end + known[0]
    start = end
    while end < len(cursor.tokens) and end - start < 4 and _goes_on(cursor, end):
        end += 1
    return end if end > start else None


def _goes_on(cursor: Cursor, at: int) -> bool:
    token = cursor.tokens[at]
    return (token.capital or token.folded.isdigit()) and not cursor.stops_name(at)


def _numbers_name(cursor: Cursor, at: int) -> bool:
    """Whether the number at `at` is part of a name ("Binh đoàn 12"), not a year, a date or a count."""
    token = cursor.tokens[at]
    is_year = len(token.folded) == 4 and token.folded[:2] in {"19", "20"}
    following = cursor.tokens[at + 1] if at + 1 < len(cursor.tokens) else None
    counts = following is not None and following.text[0].isalpha() and not following.capital
    named_before = cursor.tokens[at - 1].capital or cursor.folded(at - 1) in {"số", "khu", "đoàn"}
    return token.folded.isdigit() and not is_year and named_before and not (counts and cursor.tokens[at - 1].acronym)


def _quoted_end(cursor: Cursor, at: int) -> int:
    for end in range(at + 1, min(at + 8, len(cursor.tokens))):
        if cursor.tokens[end].text in {'"', "”", "’", "'"}:
            return end + 1 if cursor.tokens[at + 1].capital else at
    return at


def _joined_end(cursor: Cursor, at: int, *, sectors_join: bool) -> int:
    """The token after "và X", "& X" or "- X" at `at`, where X belongs to the same name."""
    after = at + 1
    if after >= len(cursor.tokens) or cursor.stops_name(after) or cursor.begins_name(after):
        return at
    joint, token = cursor.folded(at), cursor.tokens[after]
    sector = cursor.longest(cursor.lexicon.sectors, after)
    if joint == "và":
        previous = cursor.tokens[at - 1]
        if (
            sector
            and cursor.longest(cursor.lexicon.heads, after + sector[0])
            and cursor.tokens[after + sector[0]].capital
        ):
            return at
        fits = sector is not None and sectors_join and not previous.acronym
        return after + sector[0] if fits and sector else at
    if joint == "&":
        return after + (sector[0] if sector else 1) if token.capital or sector else at
    tight = cursor.tokens[at].place.start == cursor.tokens[at - 1].place.end
    if sector and sectors_join and not token.acronym:
        return after + sector[0]
    goes_on = tight or token.acronym or not is_syllable(token.text) or not cursor.person_starts(after)
    if (token.capital or not is_syllable(token.text)) and token.text[0].isalpha() and goes_on:
        return after + 1
    return at


def _bracket(cursor: Cursor, at: int) -> tuple[int, Place] | None:
    """The token after the bracket at `at`, and the place of the acronym or short name in it."""
    if cursor.folded(at) != "(":
        return None
    close = next((i for i in range(at + 1, min(at + _LONGEST_BRACKET, len(cursor.tokens)))
                  if cursor.folded(i) == ")"), None)  # fmt: skip
    if close is None or close == at + 1:
        return None
    inner = cursor.tokens[at + 1 : close]
    names = [i for i, token in enumerate(inner) if token.capital]
    if not names or any(token.folded in {":", ";"} for token in inner):
        return None
    start = at + 1 + names[0]
    lead_in = close - at - 1 - (len(inner) - names[0])
    known_place = cursor.longest(cursor.lexicon.provinces, start) or cursor.longest(cursor.lexicon.states, start)
    if (lead_in and cursor.folded(at + 1) not in {"gọi", "viết", "sau", "tên", "nay", "tắt"}) or known_place:
        return None
    if cursor.person_starts(start) or cursor.longest(cursor.lexicon.honorifics, start):
        return None
    return close + 1, cursor.place(start, close)


def _with_governed(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Ban Thường vụ Tỉnh đoàn X", the body named right after its board."""
    board = cursor.longest(cursor.lexicon.governing, at)
    if board is None or at + board[0] != end:
        return end
    body = organisation(cursor, end)
    return body[0] if body else end


def _with_branch(cursor: Cursor, at: int, end: int, acronym: Place | None) -> tuple[int, Place | None]:
    """The token after "Ngân hàng X - Chi nhánh Y (Z)", and the acronym that may stand behind the branch."""
    start = end + (cursor.folded(end) in {"-", ","})
    if cursor.longest(cursor.lexicon.branches, start) is None or cursor.longest(cursor.lexicon.branches, at):
        return end, acronym
    branch = organisation(cursor, start)
    return (branch[0], branch[1].acronym or acronym) if branch and cursor.tokens[start].capital else (end, acronym)


def _with_dashed_acronym(cursor: Cursor, start: int, end: int) -> tuple[int, int, Place | None]:
    """Where the core ends, the token after "X - ABC", and the place of "ABC", an acronym after a dash with blanks."""
    inside = end - 2 > start and _is_dashed_acronym(cursor, start, end - 1)
    if inside:
        return end - 2, end, cursor.place(end - 1, end)
    after = end + 1 < len(cursor.tokens) and end > start and _is_dashed_acronym(cursor, start, end + 1)
    if after and not (end + 2 < len(cursor.tokens) and cursor.tokens[end + 2].capital):
        return end, end + 2, cursor.place(end + 1, end + 2)
    return end, end, None


def _is_dashed_acronym(cursor: Cursor, start: int, at: int) -> bool:
    """Whether an acronym stands at `at` after a dash with blanks, with a first letter that a word of the name has."""
    token, dash = cursor.tokens[at], cursor.tokens[at - 1]
    apart = dash.folded == "-" and dash.place.start > cursor.tokens[at - 2].place.end
    initials = {cursor.folded(i)[0] for i in range(start, at - 1)}
    spelt = token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < _LONGEST_ACRONYM
    return apart and spelt and not cursor.listed_place(at) and token.folded[0] in initials


def _own_locality(cursor: Cursor, at: int) -> int:
    """How many tokens a word of locality without a name has: "Cục Thuế tỉnh" is that of the province told of."""
    prefix = cursor.locality_prefix(at)
    after = at + prefix
    if not prefix or (after < len(cursor.tokens) and (cursor.tokens[after].capital or cursor.folded(after).isdigit())):
        return 0
    return prefix if cursor.folded(at) in _OWN else 0


def _with_post(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Đại sứ quán X tại Việt Nam", where it is told with its place."""
    if cursor.longest(cursor.lexicon.posted, at) is None or cursor.folded(end) not in {"tại", "ở"}:
        return end
    for phrases in (cursor.lexicon.states, cursor.lexicon.provinces):
        found = cursor.longest(phrases, end + 1)
        if found:
            return end + 1 + found[0]
    return end


def _with_parent(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Khoa X, Trường Y" when the name ending at `end` is of a part of a body."""
    parted = cursor.longest(cursor.lexicon.parts, at)
    if parted is None or end + 1 >= len(cursor.tokens) or cursor.folded(end) not in {",", "-", "thuộc"}:
        return end
    head = cursor.longest(cursor.lexicon.heads, end + 1)
    if head is None or head[1] not in _PARENT_HEADS or not cursor.tokens[end + 1].capital:
        return end
    if cursor.longest(cursor.lexicon.parts, end + 1):
        return end
    parent = organisation(cursor, end + 1)
    return _with_grandparent(cursor, head[1], parent[0]) if parent else end


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


def bare_organisation(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """A name of capitals that is no Vietnamese word ("FLC Biscom"), and the token after it."""
    end = at
    while end < len(cursor.tokens) and cursor.tokens[end].capital and not cursor.stops_name(end):
        if end > at and cursor.gap_before(end):
            break
        end += 1
        if end + 1 < len(cursor.tokens) and cursor.folded(end) == "&" and cursor.tokens[end + 1].capital:
            end += 1
    run = cursor.tokens[at:end]
    if cursor.names_thing(at):
        return None
    if at == 0 and len(run) > 1 and is_syllable(run[0].text) and not run[0].acronym:
        at, run = at + 1, run[1:]
    if not run or not any(_foreign(token) for token in run):
        return None
    if " ".join(token.folded for token in run) in cursor.lexicon.not_names:
        return None
    if len(run) == 1 and (run[0].folded in cursor.lexicon.expansions or _too_short(run[0])):
        return None
    core_end, end, acronym = _with_dashed_acronym(cursor, at, end) if len(run) > 1 else (end, end, None)
    place = cursor.place(at, end)
    return end, Name(NameKind.ORGANISATION, place, place, "", None, cursor.place(at, core_end), acronym)


def _foreign(token: Token) -> bool:
    if len(token.text) < 2 or not token.text.replace("&", "").isalnum() or token.text[1:].isdigit():
        return False
    return token.text[0].isalpha() and not is_syllable(token.text)


def _too_short(token: Token) -> bool:
    """Whether a lone word is too short for a name: "KT", "IV", "MW"."""
    return len(token.text) < 3 or set(token.text) <= set("IVX")
