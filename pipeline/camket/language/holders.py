"""Where an office ends and the name of who holds it begins, by the names that the document tells elsewhere.

"Chủ tịch UBND huyện Lâm Hà Nguyễn Văn Tám" has a Hà Nguyễn Văn Tám unless it is known that there is a huyện Lâm Hà.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.folding import fold
from camket.syllables import is_foreign

_WORD = re.compile(r"\S+")
_MOST_MOVED, _MOST_BEFORE = 4, 3
_FEWEST_KEPT, _FEWEST_KNOWN = 2, 2

Told = Callable[[Sequence[str]], Iterable[tuple[Name, str]]]
"""Finds the names, with what they read folded, in the sentences that hold some folded words."""


def with_holders(text: str, found: list[Name], told: Told) -> list[Name]:
    """The names; a person's name gives its first words to the body or place of the office that ends with them elsewhere."""
    names = list(found)
    for person in found:
        known = _known_end(text, person, told)
        if known is None or person.title is None:
            continue
        start, end, kind = known
        body = Place(start, end)
        kept = Place(next(_WORD.finditer(text, end, person.place.end)).start(), person.place.end)
        names[names.index(person)] = replace(person, place=kept, title=Place(person.title.start, end))
        names = list(_with_body(names, body, person, kind))
    return sorted(names, key=lambda name: (name.extent.start, -name.extent.end))


def _known_end(text: str, person: Name, told: Told) -> tuple[int, int, NameKind] | None:
    """Where a name told elsewhere begins and ends whose last words are the first of the person's, and its kind."""
    if person.kind is not NameKind.PERSON or person.title is None or person.title.end > person.place.start:
        return None
    if text[person.title.end : person.place.start].strip():
        return None
    own = list(_WORD.finditer(text, person.place.start, person.place.end))
    before = list(_WORD.finditer(text, person.title.start, person.title.end))[-_MOST_BEFORE:]
    for moved in range(min(_MOST_MOVED, len(own) - _FEWEST_KEPT), 0, -1):
        for size in range(len(before) + 1):
            words = [*before[len(before) - size :], *own[:moved]]
            said = [fold(word.group()) for word in words]
            if not words[0].group()[0].isupper():
                continue
            if len(said) < _FEWEST_KNOWN:
                kind = _kind_of(said[0], told) if is_foreign(words[0].group()) else None
                if kind is not None:
                    return words[0].start(), words[0].end(), kind
                continue
            for name, reads in told(said):
                if name.kind is not NameKind.PERSON and f" {reads}".endswith(f" {' '.join(said)}"):
                    return words[0].start(), words[-1].end(), name.kind
    return None


def _kind_of(said: str, told: Told) -> NameKind | None:
    """The kind of what the foreign word names elsewhere, a body or a place and no person: "Tổng Giám đốc Acme Ito Ken" of "Công ty Acme"."""
    names = list(told([said]))
    if any(name.kind is NameKind.PERSON and said in reads.split() for name, reads in names):
        return None
    if any(name.kind is NameKind.ORGANISATION and name.type and said in reads.split() for name, reads in names):
        return NameKind.ORGANISATION
    kinds = [name.kind for name, reads in names if reads.split()[-1:] == [said]]
    alone = [kind for kind in kinds if kind in {NameKind.PLACE, NameKind.ORGANISATION}]
    return alone[0] if alone and len(set(alone)) == 1 else None


def _with_body(names: Iterable[Name], body: Place, person: Name, kind: NameKind) -> Iterator[Name]:
    """The names; the one inside the office that `body` goes on with ends where that does, else `body` is a name."""
    within = False
    for name in names:
        inside = name.kind is not NameKind.PERSON and person.extent.covers(name.extent)
        if inside and name.place.start <= body.start < name.place.end:
            place = Place(name.place.start, body.end)
            within = True
            yield replace(name, place=place, extent=place, core=place if name.core else None)
        elif not (inside and name.extent.overlaps(body)):
            yield name
    if not within:
        yield Name(kind, body, body, "", None, body if kind is NameKind.ORGANISATION else None)
