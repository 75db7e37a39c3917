"""Bodies listed behind the noun that counts them: "ba công ty gồm Sao Bắc, Minh Phúc và Hoa Ban"."""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.language.cursor import Cursor
from camket.lexicon import SCHOOL, SEVERAL

_OPENINGS = (("bao", "gồm"), ("gồm", "có"), ("gồm",), ("đó", "là"), ("là",))
_LEADS = frozenset({":", *(one[-1] for one in _OPENINGS)})
"""A sentence without one of these opens no such list."""
_JOINTS = frozenset({",", ";", "và"})
_TYPES = frozenset({"company", SCHOOL, "hospital", "association"})
_LONGEST_NAME, _SHORTEST_NAME, _FEWEST = 6, 2, 2


def with_counted(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with the capital runs of lists that a counted noun of bodies opens told as organisations."""
    if _LEADS.isdisjoint(cursor.words):
        return found
    names = list(found)
    for at, word in enumerate(cursor.words):
        start = _list_start(cursor, at) if word in SEVERAL or word.isdigit() else None
        members = _members(cursor, start) if start else []
        places = [cursor.place(*member) for member in members]
        taken = [name for name in names if any(name.extent.overlaps(place) for place in places)]
        plain = all(name.kind is NameKind.PERSON and not name.title for name in taken)
        if len(members) >= _FEWEST and plain:
            names = [name for name in names if name not in taken]
            names += [Name(NameKind.ORGANISATION, place, place, "", None, place) for place in places]
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _list_start(cursor: Cursor, at: int) -> int | None:
    """The token at which a list of bodies begins whose noun the number at `at` counts."""
    noun = cursor.longest(cursor.lexicon.heads, at + 1)
    if noun is None or noun[1] not in _TYPES or cursor.tokens[at + 1].capital:
        return None
    after = at + 1 + noun[0]
    opening = next((one for one in _OPENINGS if tuple(cursor.words[after : after + len(one)]) == one), ())
    after += len(opening)
    colon = cursor.folded(after) == ":"
    return after + colon if opening or colon else None


def _members(cursor: Cursor, start: int) -> list[tuple[int, int]]:
    """The capital runs of the list that begins at `start`; none where one of them is told in full or is a place."""
    members: list[tuple[int, int]] = []
    at = start
    while True:
        length = cursor.capital_run(at, _LONGEST_NAME)
        if length < _SHORTEST_NAME or cursor.listed_place(at) or cursor.longest(cursor.lexicon.heads, at):
            return members
        members.append((at, at + length))
        at += length
        if cursor.folded(at) not in _JOINTS:
            return members
        at += 1
