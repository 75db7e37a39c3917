"""Organisations: a head noun, the name after it, its locality, an acronym in brackets.

The grammar reads tokens from a head on and stops where a name can no longer go on; what may stand inside a
name in lower case (fields of work, words of locality) is in rules/lexicon/organisations.yaml.
"""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.language.acronyms import bracketed, with_dashed_acronym
from camket.language.body_names import COUNCIL, foreign_council, foreign_ministry, managed_end, name_end, past_produce
from camket.language.brackets import bracket
from camket.language.cursor import Cursor
from camket.language.heads import begins_none, is_shared, is_whole, tells_any
from camket.language.legal_forms import legal_tail
from camket.language.locality_names import own_locality
from camket.language.parents import (
    body_behind_bracket,
    is_beside,
    is_part,
    ministry_follows,
    parent_kind,
    university_follows,
)
from camket.language.told_fields import told_field
from camket.lexicon import HOME, VENUE_WORDS

_OF_LOCALITIES = frozenset({"government", "forces", "association", "school", "hospital"})
_OFFICIAL = frozenset({"government", "forces", "association"})
_NUMBERED, _NUMBER = frozenset({"hospital", "school"}), "số"
_LONGEST_DESCRIPTION, _LONGEST_RUN = 6, 6
_BRANCH = "cn"


def organisation(cursor: Cursor, at: int, *, before_person: bool = False) -> tuple[int, Name] | None:
    """The organisation whose name begins at token `at`, and the token after it.

    `before_person` says that a person's name is to follow, so that a family name ends the organisation.
    """
    council = foreign_council(cursor, at)
    found = COUNCIL if council > at else cursor.longest(cursor.lexicon.heads, at)
    if found is None:
        return None
    length, kind = found
    after_head = at + length
    if begins_none(cursor, at, after_head):
        return None
    if before_person and kind in _OFFICIAL and cursor.person_starts(after_head) and not cursor.listed_place(after_head):
        return None  # "Chủ tịch UBND Đặng Văn A" names no UBND
    end, acronym = name_end(cursor, at, past_produce(cursor, at, after_head), before_person=before_person)
    end = max(end, council, foreign_ministry(cursor, at))
    if acronym is None:
        end = max(end, managed_end(cursor, at, after_head)) if cursor.folded(end) == "và" else end
        end, acronym = bracketed(cursor, at, after_head, end) or _told_in_words(cursor, at, after_head, end)
    governed = _with_governed(cursor, at, end) > end
    if end == after_head and cursor.tokens[at].capital and cursor.longest(cursor.lexicon.bare, at):
        end = _with_committee(cursor, end)
    shared = (cursor.tokens[at].capital or kind in _OFFICIAL) and is_shared(cursor, end)
    nameless = acronym is None and end == after_head and not (governed or shared or is_whole(cursor, at, end))
    nameless = nameless or (acronym is None and not shared and tells_any(cursor, at, after_head, end))
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


def _is_letter(cursor: Cursor, at: int) -> bool:
    return len(cursor.tokens[at].text) == 1 and cursor.tokens[at].text.isalpha()


def _told_in_words(cursor: Cursor, at: int, after_head: int, end: int) -> tuple[int, Place | None]:
    """The token after a head without a name that small letters tell of, and the acronym in brackets after them."""
    if end > after_head:
        return end, None
    end = max(find(cursor, at, after_head) for find in (_described, managed_end, told_field))
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


def _with_parent(cursor: Cursor, at: int, end: int) -> int:
    """The token after "Khoa X, Trường Y" when the name ending at `end` is of a part of a body."""
    if ministry_follows(cursor, at, end):
        parent = organisation(cursor, end + 1)
        return parent[0] if parent else end
    if university_follows(cursor, at, end) and (university := organisation(cursor, end + 1)):
        return university[0]
    if not is_part(cursor, at) or end + 1 >= len(cursor.tokens):
        return end
    if body_behind_bracket(cursor, end):
        parent = organisation(cursor, end)
        return parent[0] if parent else end
    kind = parent_kind(cursor, at, end)
    parent = organisation(cursor, end + 1) if kind else None
    if kind is None or parent is None or is_beside(cursor, at, end, parent[0]):
        return end
    return _with_grandparent(cursor, kind, parent[0])


def _with_grandparent(cursor: Cursor, kind: str, end: int) -> int:
    """The token after "Trường X, Đại học Y" of "Khoa Z, Trường X, Đại học Y", where the university ends the list."""
    following = cursor.longest(cursor.lexicon.universities, end + 1)
    if kind != "school" or cursor.folded(end) != "," or following is None:
        return end
    body = organisation(cursor, end + 1)
    return body[0] if body else end


def _with_branch(cursor: Cursor, at: int, end: int, acronym: Place | None) -> tuple[int, Place | None]:
    """The token after "Ngân hàng X - Chi nhánh Y (Z)", and the acronym that may stand behind the branch."""
    head = cursor.longest(cursor.lexicon.heads, at)
    joints = {"-"} if head and head[1] == "government" else {"-", ","}  # "Sở X, Chi nhánh Y" are two
    start = end + (cursor.folded(end) in joints)
    short = cursor.folded(start) == _BRANCH and start > end and cursor.tokens[start].acronym
    if short and (run := cursor.capital_run(start + 1, _LONGEST_RUN)):
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
    if cursor.folded(end) not in VENUE_WORDS or not (
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


def _behind_state(cursor: Cursor, end: int) -> tuple[int, Place | None]:
    """The token after the state at `end` and the bracket behind it, and the short form in that: "Bảo tàng X, Nhật Bản (Bên B)"."""
    state = cursor.longest(cursor.lexicon.states, end + 1) if cursor.folded(end) == "," else None
    return (bracket(cursor, end + 1 + state[0]) if state else None) or (end, None)
