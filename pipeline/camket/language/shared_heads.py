"""Offices listed by their fields behind one head: "các sở: Y tế, Nội vụ và Tài chính", "Sở Y tế, Nội vụ tỉnh X"."""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.language.cursor import Cursor
from camket.language.locality_names import locality_end, own_locality
from camket.lexicon import GOVERNMENT, SEVERAL

_HEADS = frozenset({"sở", "bộ"})
_JOINTS = frozenset({",", ";", "và"})
_NO_POLICE, _FORCES = "sở", "forces"
_FEWEST = 2


def with_fields(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with the offices of such lists each told by its own; those that are told without the head have it outside of their place."""
    if _HEADS.isdisjoint(cursor.words):
        return found
    names = list(found)
    for at, word in enumerate(cursor.words):
        members = _members(cursor, at) if word in _HEADS else []
        if len(members) < _FEWEST:
            continue
        run = Place(members[0].extent.start, members[-1].extent.end)
        names = [name for name in names if not name.extent.overlaps(run) and not name.place.overlaps(run)] + members
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _members(cursor: Cursor, at: int) -> list[Name]:
    """The offices of the list that the head at `at` opens; none where the head is no noun of offices there.

    Where nothing says that there are several, a field that is a head too begins a body of its own: "Sở Y tế, Công an tỉnh".
    """
    before = cursor.folded(at - 1) if at else ""
    several = before in SEVERAL or before.isdigit()
    listed = several and cursor.folded(at + 1) == ":"
    if not several and (cursor.inside_word(at, 1) or not cursor.tokens[at].capital):
        return []
    members: list[Name] = []
    start = at + 1 + listed
    while end := _field_end(cursor, start, several=several or not members, police=cursor.folded(at) != _NO_POLICE):
        first = not members
        begin = at if first and not listed else start
        place, head = cursor.place(begin, end), cursor.place(at, at + 1)
        extent = cursor.place(at, end) if first else place
        members.append(Name(NameKind.ORGANISATION, place, extent, GOVERNMENT, head, place))
        if cursor.folded(end) not in _JOINTS:
            break
        start = end + 1
        start += cursor.folded(start) == "và"  # ", và Tài chính"
    return members


def _field_end(cursor: Cursor, at: int, *, several: bool, police: bool) -> int:
    """The token after the field of an office at `at`, and after its locality; 0 where none stands there.

    `police` says that the police may be such an office: there is a Bộ Công an, and no "Sở Công an".
    """
    if at >= len(cursor.tokens) or not cursor.tokens[at].capital:
        return 0
    field = cursor.longest(cursor.lexicon.office_fields, at)
    head = cursor.longest(cursor.lexicon.heads, at)
    if field is None or (head and (not several or (not police and head[1] == _FORCES))):
        return 0
    end = at + field[0]
    joined = cursor.folded(end) in {"-", "&"} or (end < len(cursor.tokens) and cursor.tokens[end].capital)
    province = cursor.longest(cursor.lexicon.provinces, end)
    if province:
        return end + province[0]
    return 0 if joined else locality_end(cursor, end) or end + own_locality(cursor, end)
