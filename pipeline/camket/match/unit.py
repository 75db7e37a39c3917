"""A unit: a name, a list of names, a date, a word of a class."""

from __future__ import annotations

from dataclasses import dataclass

from camket.analysis import Name, NameKind
from camket.document import Place

UNIT_LABELS = frozenset(
    {"party", "parties", "place", "venue", "person", "persons", "observer", "doc", "deal", "aside",
     "date", "period", "term", "deadline", "money", "quantity"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence with the label that patterns name; `members` are the names in a list."""

    place: Place
    label: str
    folded: str
    value: str = ""
    members: tuple[Name, ...] = ()


def is_body(unit: Unit) -> bool:
    """Whether it names an organisation alone."""
    return bool(unit.members) and unit.members[0].kind is NameKind.ORGANISATION
