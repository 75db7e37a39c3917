"""Parties that only a common noun tells where it is signed: "X ký bản ghi nhớ với nhà trường"."""

from __future__ import annotations

from dataclasses import replace

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entities import Entities, Entity
from camket.assemble.mentions import Mention
from camket.assemble.words import Words

_BETWEEN = ("giữa ", "giữa phía ")
_WITH = ("với ", "với phía ", "cùng ", "cùng với ", *_BETWEEN)
_REACH = 12
_AND = frozenset({" và ", " cùng ", " với "})
_NEAR = range(4, 8)


def with_common_partners(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words
) -> list[Mention]:
    """The mentions; a telling with one party has the body that a noun after "với" stands for as well."""
    return [_with_partner(analysis, one, entities, words) if len(one.parties) == 1 and one.tells_signing else one
            for one in mentions]  # fmt: skip


def _with_partner(analysis: Analysis, mention: Mention, entities: Entities, words: Words) -> Mention:
    place = mention.sentence.place
    for kind, nouns in words.commitments.sides.items():
        for noun in nouns.finditer(analysis.folded, place.start, place.end):
            before = analysis.folded[max(place.start, noun.start() - _REACH) : noun.start()]
            named = any(
                name.extent.start <= noun.start() < name.extent.end for name in analysis.names_in(mention.sentence)
            )
            body = _only_body(analysis, kind, noun.start(), mention.parties[0], entities)
            beside = any(name.extent.start - noun.end() in _NEAR and analysis.folded[noun.end() : name.extent.start] in _AND
                         for party in mention.parties for name in party.names)  # fmt: skip
            if (before.endswith(_WITH) or beside) and not named and body is not None:
                first = beside or before.endswith(_BETWEEN)
                return replace(mention, parties=(body, *mention.parties) if first else (*mention.parties, body))
    return mention


def _only_body(analysis: Analysis, kind: str, before: int, party: Entity, entities: Entities) -> Entity | None:
    """The only body of the kind, other than `party`, that the document names before."""
    told: list[Name] = [name for name in analysis.names if name.kind is NameKind.ORGANISATION
                        and name.type == kind and name.extent.end <= before]  # fmt: skip
    bodies = {id(body): body for body in map(entities.of, told) if body is not party}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
