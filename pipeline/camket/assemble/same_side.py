"""Whether two are one side of an agreement: a state, its government or a place, and a body of it."""

from __future__ import annotations

from camket.analysis import NameKind
from camket.assemble.entity import Entity
from camket.folding import fold
from camket.lexicon import HOME

PUBLIC = frozenset({"government", "forces", "state"})
CABINET = ("chính", "phủ")
_EMBASSY = ("đại", "sứ", "quán")
_GOVERNING = ("ủy", "ban", "nhân", "dân")
_FIELDED = frozenset({"sở", "cục", "phòng", "ban", "hội", "trường"})
"""Heads that a field of work follows."""


def same_side(one: Entity, other: Entity) -> bool:
    """Whether the two are one, or one is a state, its government or a place and the other a body of it."""
    if one is other:
        return True
    cabinets = [body for body in (one, other) if body.key[: len(CABINET)] == CABINET and body.at_home]
    if cabinets and all(body.kind is NameKind.ORGANISATION and body.type in PUBLIC for body in (one, other)):
        return all(body.at_home for body in (one, other))
    if _acts_for(one, other) or _acts_for(other, one):
        return True
    if _is_head_of(one, other) or _is_head_of(other, one):
        return True
    place, body = (one, other) if one.kind is not NameKind.ORGANISATION else (other, one)
    if place.kind is NameKind.ORGANISATION or body.kind is not NameKind.ORGANISATION or body.type not in PUBLIC:
        return False
    if body.committee:
        return False
    if place.kind is NameKind.STATE and place.type == HOME and body.at_home:
        return True
    said = _as_place(place)
    return any(key[-len(words) :] == words for key in body.keys for words in said if len(key) > len(words))


def _acts_for(body: Entity, cabinet: Entity) -> bool:
    """Whether `body` is the embassy of the state whose government `cabinet` is: "Đại sứ quán Áo tại Việt Nam"."""
    state = cabinet.key[len(CABINET) :]
    if not state or cabinet.key[: len(CABINET)] != CABINET:
        return False
    told = (*_EMBASSY, *state)
    return any(key[: len(told)] == told for key in body.keys)


def _as_place(one: Entity) -> list[tuple[str, ...]]:
    """The words by which bodies of the place are told to be of it, for its government those of its place: "Huế", "Thừa Thiên Huế"."""
    if one.key[: len(_GOVERNING)] == _GOVERNING:
        return [one.key[len(_GOVERNING) :]]
    return [one.key, *(tuple(fold(form).split()) for form in one.forms if one.kind is NameKind.PLACE)]


def _is_head_of(short: Entity, full: Entity) -> bool:
    """Whether `short` is but the head and the place of `full`: "Sở Quảng Ninh" of "Sở Du lịch Quảng Ninh"."""
    head, *place = short.key
    bodies = short.kind is full.kind is NameKind.ORGANISATION and short.type == full.type
    told = bodies and head in _FIELDED and bool(place) and short.resolved is not None
    return told and any(
        key[0] == head and len(key) > len(short.key) and key[-len(place) :] == tuple(place) for key in full.keys
    )


def fuller(one: Entity, other: Entity) -> Entity:
    """Of a place and a body of it the body, which the place's names then name too."""
    if one.kind is other.kind is NameKind.ORGANISATION:
        return other
    body, place = (one, other) if one.kind is NameKind.ORGANISATION else (other, one)
    body.forms += [form for form in place.forms if form not in body.forms]
    return body


def are_their_places(told: list[Entity], parties: tuple[Entity, ...]) -> bool:
    """Whether the headline tells of the provinces whose bodies `parties` are: "Quảng Ninh và Huế", "Sở X Quảng Ninh", "Sở X Huế"."""
    named = [one.kind is NameKind.PLACE or one.key[: len(_GOVERNING)] == _GOVERNING for one in told]
    bodies = all(party.kind is NameKind.ORGANISATION for party in parties)

    def ends(party: Entity, place: Entity) -> bool:
        return any(key[-len(words) :] == words for key in party.keys for words in _as_place(place) if words)

    pairs = [told, told[::-1]]
    return bodies and all(named) and any(all(map(ends, parties, pair)) for pair in pairs)
