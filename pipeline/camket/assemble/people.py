"""The persons of an agreement: who signs for whom, and who took part without signing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camket.analysis import Analysis, Match, Name, NameKind
from camket.assemble.entities import Entities
from camket.assemble.evidence import evidence
from camket.assemble.groups import Group
from camket.assemble.mentions import bodies_of
from camket.folding import fold
from camket.records import Participant, Party, Role, Signatory

_ROLES = ("witness", "chair", "speaker", "guest")
_NOT_SIGNED = frozenset({"negated", "wished", "past"})
_SURE, _LIKELY = 0.93, 0.8


def signatories(
    analysis: Analysis, group: Group, parties: dict[int, Party], entities: Entities, matches: Iterable[Match]
) -> tuple[Signatory, ...]:
    """The persons whom a telling says signed, or who are told to be those that sign, each once, in order."""
    found: dict[str, Signatory] = {}
    for persons, rule in _signers(group, matches):
        for person in persons:
            name = person.place.of(analysis.text)
            if _known(name, found):
                continue
            party = _party_of(analysis, person, parties, entities)
            title = person.title.of(analysis.text) if person.title else None
            said = evidence(analysis, person.place, "signatory", rule)
            found[name] = Signatory(name, title, party, _SURE if party else _LIKELY, (said,))
    return tuple(found.values())


def _signers(group: Group, matches: Iterable[Match]) -> Iterator[tuple[Iterable[Name], str]]:
    """The persons of the tellings, then those that a sentence after one of them names as the signers."""
    for mention in group.mentions:
        yield mention.persons, "signing.persons"
    first = min(mention.sentence.index for mention in group.mentions)
    for match in matches:
        if match.fills == "signatory" and match.sentence.index >= first and not match.cues & _NOT_SIGNED:
            yield [name for names in match.names.values() for name in names if name.kind is NameKind.PERSON], match.rule


def _known(name: str, names: Iterable[str]) -> bool:
    """Whether `name`, or a fuller form of it, is among `names`."""
    words = fold(name).split()
    return any(fold(other).split()[-len(words) :] == words for other in names)


def _party_of(analysis: Analysis, person: Name, parties: dict[int, Party], entities: Entities) -> str | None:
    for body in bodies_of(analysis, person, entities):
        if id(body) in parties:
            return parties[id(body)].id
    return None


def participants(analysis: Analysis, matches: Iterable[Match], signed: Iterable[str]) -> tuple[Participant, ...]:
    """The persons whom the text says witnessed, presided, spoke or were there, in their foremost role."""
    by_role: dict[str, list[Name]] = {role: [] for role in _ROLES}
    for match in matches:
        if match.fills in by_role:
            by_role[match.fills] += match.names.get("person", ())
    found: dict[str, Participant] = {}
    for role in _ROLES:
        for person in by_role[role]:
            name = person.place.of(analysis.text)
            if _known(name, found) or _known(name, signed):
                continue
            title = person.title.of(analysis.text) if person.title else None
            said = evidence(analysis, person.place, "participant", f"people.{role}")
            found[name] = Participant(name, Role(role), title, (said,))
    return tuple(found.values())
