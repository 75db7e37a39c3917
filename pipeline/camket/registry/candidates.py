"""Which mentions are compared at all: those that meet under a key, each pair once, and in crowded keys only neighbours in time."""

from __future__ import annotations

from collections.abc import Iterator

from camket.registry.mentions import Mention
from camket.registry.store import Store

_CROWD = 40
"""Of a key that more mentions have, as all that two states signed, each is compared with the next `_NEXT` in time only."""
_NEXT = 12


def pairs(store: Store) -> Iterator[tuple[int, int, Mention, Mention]]:
    """The pairs to compare, by numbers and mentions; a pair that meets under several keys comes once."""
    crowded = store.index(_CROWD)
    for key, numbers in store.blocks():
        members = [(number, store.look(number)) for number in numbers]
        reach = len(members)
        if key in crowded:
            members.sort(key=lambda member: (member[1].about or 0, member[1].key))
            reach = _NEXT
        for at, (number, one) in enumerate(members):
            mine = set(one.keys)
            for other_number, other in members[at + 1 : at + 1 + reach]:
                shared = mine.intersection(other.keys)
                first = min((each for each in shared if each not in crowded), default=None)
                if first == key or (first is None and key == min(shared)):
                    yield number, other_number, one, other
