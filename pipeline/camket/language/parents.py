"""The body behind the name of another one that is a part of it."""

from __future__ import annotations

from camket.document import Place
from camket.language.cursor import ANDS, Cursor
from camket.language.locality_names import ends_with_place
from camket.lexicon import VENUE_WORDS

_MINISTRIES = frozenset({"bộ", "bộ công an", "bộ quốc phòng", "tổng cục"})
_PARENT_HEADS = frozenset({"school", "hospital", "government", "company", "forces", "association"})
_OF_PARTS = frozenset({"school", "hospital"})


def ministry_follows(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the ministry of the office from `at` up to `end` is told after a comma: "Cục X, Tổng cục Y, Bộ Z"."""
    office = cursor.longest(cursor.lexicon.ministerial, at)
    above = cursor.longest(cursor.lexicon.heads, end + 1) if office and cursor.folded(end) == "," else None
    if above is None or not cursor.tokens[end + 1].capital:
        return False
    return " ".join(cursor.words[end + 1 : end + 1 + above[0]]) in _MINISTRIES


def university_follows(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the school from `at` up to `end` is told as a member of a university behind it: "Trường X - Đại học Y".

    After a comma it may be another one, unless it is one of those that consist of schools: "Trường X, Đại học Huế".
    """
    head, joint = cursor.longest(cursor.lexicon.heads, at), cursor.folded(end)
    consists = cursor.longest(cursor.lexicon.of_schools, end + 1) is not None  # of universities too
    alone = cursor.longest(cursor.lexicon.universities, at) is not None and not (consists and joint == "-")
    of_school = head is not None and head[1] == "school" and not alone
    if not of_school or end + 1 >= len(cursor.tokens) or not cursor.tokens[end + 1].capital:
        return False
    phrases = {"-": cursor.lexicon.universities, ",": cursor.lexicon.of_schools}.get(joint)
    return phrases is not None and cursor.longest(phrases, end + 1) is not None


def is_part(cursor: Cursor, at: int) -> bool:
    """Whether the body at `at` is by its kind a part of another, and no board."""
    parted = cursor.longest(cursor.lexicon.parts, at)
    managing = cursor.longest(cursor.lexicon.managing, at) or cursor.longest(cursor.lexicon.governing, at)
    return parted is not None and not managing


def body_behind_bracket(cursor: Cursor, end: int) -> bool:
    """Whether a body begins at `end`, right behind a bracket: "Phòng X (PA04) Công an tỉnh"."""
    closed = cursor.folded(end - 1) == ")" and cursor.longest(cursor.lexicon.heads, end)
    return bool(closed) and cursor.tokens[end].capital


def parent_kind(cursor: Cursor, at: int, end: int) -> str | None:
    """The kind of the body that the part from `at` up to `end` belongs to, where it is told behind a comma, a dash or "thuộc"."""
    head = cursor.longest(cursor.lexicon.heads, end + 1) if cursor.folded(end) in {",", "-", "thuộc"} else None
    if head is None or head[1] not in _PARENT_HEADS or not cursor.tokens[end + 1].capital:
        return None
    if cursor.folded(at - 1) in VENUE_WORDS and head[1] not in _OF_PARTS:
        return None  # "tại Trung tâm Văn hóa huyện X, UBND huyện X tổ chức ..."
    own = any(cursor.longest(cursor.lexicon.committees, inside) for inside in range(at, end))
    own = own or cursor.longest(cursor.lexicon.parts, end + 1) is not None or _parent_in_bracket(cursor, at, end)
    own = own or (cursor.folded(end) == "-" and ends_with_place(cursor, at, end))  # "Công đoàn X tỉnh Y - Công ty Z"
    if own or cursor.longest(cursor.lexicon.apart, at) or cursor.longest(cursor.lexicon.no_parents, end + 1):
        return None  # "Ban Tuyên giáo Tỉnh ủy, Sở X" are two
    return head[1]


def is_beside(cursor: Cursor, at: int, end: int, after: int) -> bool:
    """Whether the body behind the one from `at` up to `end`, which ends at `after`, is another one in a list and no parent."""
    if cursor.folded(end - 1) == ")" and _listed_on(cursor, after):
        return True  # "Viện X (VX), Trường Y và Công ty Z" are three
    return cursor.folded(end) == "," and _of_one_locality(cursor, Place(at, end), Place(end + 1, after))


def _of_one_locality(cursor: Cursor, one: Place, other: Place) -> bool:
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
