"""Localities of one kind told together: "Công an các huyện Kim Bảng, Duy Tiên (tỉnh Hà Nam) và Ứng Hòa"."""

from __future__ import annotations

from camket.analysis import Name, NameKind
from camket.language.cursor import Cursor
from camket.lexicon import COUNTS
from camket.syllables import is_syllable

_JOINTS = frozenset({",", "và", "cùng"})
_PLURAL, _AND = "các", "và"
_DISTRICTS = frozenset({"huyện", "quận", "xã", "phường"})
_OF_DISTRICTS = frozenset({"government", "forces", "hospital", "school", "association"})
"""The types of bodies that a district has its own of."""
_ANY_KIND = ("địa", "phương")
_LONGEST, _FEWEST = 3, 2
_LONGEST_BRACKET = 8


def listed_localities(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with each of several localities told as a place, whatever the grammar took it for."""
    names = list(found)
    for at in range(1, len(cursor.tokens)):
        if not tells_several(cursor, at - 1):
            continue
        listed = [cursor.place(start, end) for start, end in _places(cursor, at + _kind(cursor, at))]
        known = [name for name in names if name.kind is NameKind.STATE or (name.kind is NameKind.PLACE and name.type)]
        listed = [place for place in listed if not any(place.overlaps(name.place) for name in known)]
        names = [name for name in names if not any(place.overlaps(name.place) for place in listed)]
        names += [Name(NameKind.PLACE, place, place, "") for place in listed]
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def beside_locality(cursor: Cursor, found: list[Name]) -> list[Name]:
    """The names with a place that has its head and its word from the body before it: "Công an huyện Đồi Cọ và Ba Vành".

    So it has behind a public body's district or commune, where it is no person or firm by its words.
    """
    if _AND not in cursor.words or not any(name.type in _OF_DISTRICTS for name in found):
        return found
    starts = {token.place.start: at for at, token in enumerate(cursor.tokens)}
    names = list(found)
    for name in found:
        begin = starts.get(name.place.start)
        if name.kind is not NameKind.ORGANISATION or name.type not in _OF_DISTRICTS or begin is None:
            continue
        at = begin + sum(name.place.covers(token.place) for token in cursor.tokens[begin:])
        if not _ends_with_district(cursor, begin, at) or at + 1 >= len(cursor.tokens) or cursor.folded(at) != _AND:
            continue
        end = _hyphened_end(cursor, at + 1)
        place = cursor.place(at + 1, end)
        taken = [one for one in names if one.extent.overlaps(place)]
        plain = all(is_syllable(token.text) and not token.acronym for token in cursor.tokens[at + 1 : end])
        plain = plain and _FEWEST <= end - at - 1 <= _LONGEST and not cursor.person_starts(at + 1)
        hyphened = any(token.text == "-" for token in cursor.tokens[at + 1 : end])
        headed = cursor.longest(cursor.lexicon.heads, at + 1) or cursor.longest(cursor.lexicon.bare, at + 1)
        if (plain or hyphened) and not headed and all(not one.type and one.place == place for one in taken):
            names = [one for one in names if one not in taken] + [Name(NameKind.PLACE, place, place, "")]
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _ends_with_district(cursor: Cursor, begin: int, end: int) -> bool:
    """Whether the name with the tokens from `begin` up to `end` ends with a district, commune or town, by its word."""
    for at in range(end - 2, begin, -1):
        if cursor.folded(at) in _DISTRICTS:
            return all(token.capital for token in cursor.tokens[at + 1 : end])
    return False


def _hyphened_end(cursor: Cursor, at: int) -> int:
    """The token after the capitals at `at`, with what hyphens join to them: "Xa-vi-lay"."""
    end = at + cursor.capital_run(at, _LONGEST + 1)
    while end > at and cursor.folded(end) == "-" and end + 1 < len(cursor.tokens) and (
        cursor.tokens[end].place.start == cursor.tokens[end - 1].place.end
    ):  # fmt: skip
        end += 2
    return end


def tells_several(cursor: Cursor, at: int) -> bool:
    """Whether "các huyện" or "3 xã" stands at `at` in small letters, with names after it."""
    several = cursor.folded(at) in {_PLURAL, *COUNTS} or cursor.folded(at).isdigit()
    prefix = _kind(cursor, at + 1) if several and at + 1 < len(cursor.tokens) else 0
    if not prefix or cursor.tokens[at + 1].capital:
        return False
    return len(_places(cursor, at + 1 + prefix)) >= _FEWEST


def _kind(cursor: Cursor, at: int) -> int:
    """How many tokens the word has that tells of what kind the localities are: "huyện", "địa phương"."""
    return len(_ANY_KIND) if tuple(cursor.words[at : at + len(_ANY_KIND)]) == _ANY_KIND else cursor.locality_prefix(at)


def _places(cursor: Cursor, at: int) -> list[tuple[int, int]]:
    """The token ranges of the names listed from `at` on, brackets after them left out."""
    at += cursor.folded(at) == ":"
    found: list[tuple[int, int]] = []
    while at < len(cursor.tokens):
        size = cursor.capital_run(at, _LONGEST)
        plain = size and cursor.tokens[at].text.replace("'", "").replace("’", "").isalpha()  # "M'Đrắk"
        if not plain or cursor.longest(cursor.lexicon.heads, at):
            break
        found.append((at, at + size))
        at = _after_bracket(cursor, at + size)
        if at >= len(cursor.tokens) or cursor.folded(at) not in _JOINTS:
            break
        at += 1
    return found


def _after_bracket(cursor: Cursor, at: int) -> int:
    if at >= len(cursor.tokens) or cursor.folded(at) != "(":
        return at
    ends = (end + 1 for end in range(at, min(at + _LONGEST_BRACKET, len(cursor.tokens))) if cursor.folded(end) == ")")
    return next(ends, at)
