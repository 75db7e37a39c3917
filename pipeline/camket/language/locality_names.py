"""How far the name of a locality goes, and whether a name ends with a place."""

from __future__ import annotations

from camket.language.cursor import JOINTS, Cursor

LONGEST_PLACE = 3
NEVER_NUMBERED = frozenset({"xã", "huyện", "tỉnh"})
_OWN = frozenset({"tỉnh", "huyện", "thành", "thị", "quận", "xã", "phường"})
_COMMUNES, _DIRECTIONS = frozenset({"xã", "phường"}), frozenset({"bắc", "nam", "đông", "tây", "trung"})


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


def _goes_on(cursor: Cursor, at: int) -> bool:
    token = cursor.tokens[at]
    joins = cursor.shouts and token.folded in JOINTS
    return (token.capital or token.folded.isdigit()) and not (cursor.stops_name(at) or cursor.ends_shouted(at) or joins)


def goes_on_small(cursor: Cursor, start: int, at: int) -> bool:
    """Whether the small syllable at `at` ends the word that a locality has before its name: "thị trấn Nông trường Mộc Châu"."""
    inside = at == start + 1 and at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].capital
    return inside and not cursor.tokens[at].capital and at in cursor.joined and not cursor.stops_name(at + 1)


def direction_after(cursor: Cursor, at: int, end: int) -> bool:
    """Whether the commune at `at` has the name of a town, up to `end`, and a direction after it: "phường Quy Nhơn Bắc"."""
    return cursor.folded(at) in _COMMUNES and cursor.folded(end) in _DIRECTIONS and cursor.tokens[end].capital


def own_locality(cursor: Cursor, at: int) -> int:
    """How many tokens a word of locality without a name has: "Cục Thuế tỉnh" is that of the province told of."""
    prefix = cursor.locality_prefix(at)
    after = at + prefix
    if not prefix or (after < len(cursor.tokens) and (cursor.tokens[after].capital or cursor.folded(after).isdigit())):
        return 0
    return prefix if cursor.folded(at) in _OWN else 0


def ends_with_place(cursor: Cursor, start: int, end: int) -> bool:
    """Whether a listed state or province ends right before the token `end`."""
    return any((found := cursor.longest(phrases, at)) and at + found[0] == end
               for at in range(start, end) for phrases in (cursor.lexicon.states, cursor.lexicon.provinces))  # fmt: skip


def ends_with_province(cursor: Cursor, end: int) -> bool:
    """Whether a province ends right before `end`, so that another body follows "và": "Sở X Gia Lai và Viễn thông Y"."""
    return any((found := cursor.longest(cursor.lexicon.provinces, at)) and at + found[0] == end
               for at in range(max(0, end - LONGEST_PLACE), end))  # fmt: skip
