"""The persons of an agreement: who signs for whom, and who took part without signing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from camket.analysis import Analysis, Match, Name, NameKind, Sentence
from camket.assemble.counted_signers import counted_signers
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.evidence import evidence
from camket.assemble.groups import Group
from camket.assemble.heads import heads_body
from camket.assemble.mentions import Mention, tells_signing
from camket.assemble.offices import bodies_of, full_name, offices_of
from camket.assemble.same_side import same_side
from camket.assemble.words import Words
from camket.folding import fold
from camket.lexicon import HOME
from camket.records import AgreementKind, Participant, Party, Role, Signatory
from camket.syllables import is_syllable

_ROLES = ("witness", "chair", "speaker", "guest")
_NOT_SIGNED = frozenset({"negated", "wished", "past", "after"})
_SURE, _TOLD, _LIKELY = 0.93, 0.88, 0.8
_COUNTED = "people.counted"
_PERSONS_SIGN, _EXCHANGES, _ACT, _BOTH = "signing.persons", "signing.exchanges", "signing.act", "signing.both"
_FEWEST_TO_MISSPELL, _MISSPELT = 2, 0.9
_PAIR = 2
_FOR_NOUN = re.compile(
    r"(?<!\w)(?:(?:phía|bên|đại diện|thay mặt) (?:của )?|ký (?:kết )?của )([^\d\W][^,;:.]{1,30}?)(?: ký(?: kết)?)?(?: là| có| gồm|:) ?$"
)
_BRACKET = re.compile(r" \(([^()]{2,40})\)")


@dataclass(frozen=True, slots=True)
class _Signing:
    """Persons told together as signing, in `sentence`; `mention` is the telling, if they are told in one."""

    persons: tuple[Name, ...]
    sentence: Sentence
    rule: str
    mention: Mention | None = None


_WATCHED = re.compile(r"(?:với|dưới|trước) sự chứng kiến của ")
_THEN_SIGNED = re.compile(r", (?:ngày|sáng|trưa|chiều|tối|hai|các|đại diện|lễ) ")


class Signers:
    """Who signs which of a document's agreements, each a group of tellings."""

    def __init__(
        self, analysis: Analysis, groups: Sequence[Group], entities: Entities, matches: Iterable[Match], words: Words
    ) -> None:
        self.analysis, self.groups, self.entities, self.words = analysis, groups, entities, words
        self._of_group: list[list[tuple[Name, str]]] = [[] for _ in groups]
        told = _signings(analysis, groups, matches) if groups else ()
        for signing in sorted(told, key=lambda one: one.sentence.index):
            for person, homes in self._homes(signing):
                if self._watched(signing, person):
                    continue
                for at in homes:
                    self._of_group[at].append((person, signing.rule))

    def _watched(self, signing: _Signing, person: Name) -> bool:
        """Whether those told only watch: "hai chủ tịch chứng kiến lễ ký", "Với sự chứng kiến của ông A và ông B, ngày 7/5, hai nước ký"."""
        folded, sentence, mention = self.analysis.folded, signing.sentence, signing.mention
        if mention is not None and _BOTH in mention.rules and person.extent.end <= mention.place.start:
            return self.words.witnessing.search(folded, mention.place.start, mention.place.end) is not None
        watched = _WATCHED.match(folded, sentence.place.start, person.extent.start) is not None
        return watched and _THEN_SIGNED.match(folded, person.extent.end, sentence.place.end) is not None

    def of(self, at: int, parties: dict[int, Party]) -> tuple[Signatory, ...]:
        """The signatories of the agreement with the number `at`, each once, in order; `parties` are its by entity."""
        found: dict[str, Signatory] = {}
        for person, rule in self._of_group[at]:
            name = full_name(self.analysis, person)
            if _known(name, found):
                continue
            party = self._party(at, person, parties)
            title = person.title.of(self.analysis.text) if person.title else None
            said = evidence(self.analysis, person.place, "signatory", rule)
            sure = _TOLD if rule == _PERSONS_SIGN else _SURE
            found[name] = Signatory(name, title, party, sure if party else _LIKELY, (said,))
        signers = self._by_nation(at, list(found.values()), parties)
        return _with_other_side(signers, [party.id for party in parties.values()])

    def _by_nation(self, at: int, signers: list[Signatory], parties: dict[int, Party]) -> list[Signatory]:
        """The signatories; between a body of the home state and one abroad the names tell for whom each of them signs."""
        sides = [one for one in self.groups[at].parties if id(one) in parties]
        home = [one for one in sides if one.type == HOME or (one.at_home and _is_of_home(" ".join(one.key)))]
        abroad = [one for one in sides if one not in home]
        if len(home) != 1 or len(abroad) != 1 or not self.words.lexicon.names_state(abroad[0].forms[0]):
            return signers
        own, other = parties[id(home[0])].id, parties[id(abroad[0])].id
        return [one if one.party else replace(one, party=own if _is_of_home(one.name) else other) for one in signers]

    def _party(self, at: int, person: Name, parties: dict[int, Party]) -> str | None:
        """The party that the person signs for: the body of the office, else the state or place whose body it is."""
        bodies = bodies_of(self.analysis, person, self.entities) or self._in_bracket(at, person)
        own = next((parties[id(body)].id for body in bodies if id(body) in parties), None)
        side = (parties[id(one)].id for one in self.groups[at].parties for body in bodies if same_side(one, body))
        branch = (parties[id(one)].id for one in self.groups[at].parties for body in bodies
                  if self.entities.is_branch_of(body, one))  # fmt: skip
        known = own or next(side, None) or next(branch, None) or self._by_head(person, parties.values())
        return known or self._by_noun(person, parties.values())

    def _by_noun(self, person: Name, parties: Iterable[Party]) -> str | None:
        """The only party that a common noun before the person tells: "Người ký phía công ty: bà A"."""
        sentence = self.analysis.sentence_of(person.place)
        before = self.analysis.folded[sentence.place.start : person.extent.start] if sentence else ""
        said = _FOR_NOUN.search(before)
        held = [party.id for party in parties if said and heads_body(said[1], party.name, self.words.lexicon)]
        return held[0] if len(held) == 1 else None

    def _in_bracket(self, at: int, person: Name) -> list[Entity]:
        """The only party whose name ends with what stands in brackets behind the person: "ông A (Bắc Sơn)"."""
        told = _BRACKET.match(self.analysis.folded, person.place.end)
        ends = [party for party in self.groups[at].parties
                if told and any(fold(form).endswith(f" {told[1]}") for form in (*party.forms, party.resolved or ""))]  # fmt: skip
        return ends if len(ends) == 1 else []

    def _by_head(self, person: Name, parties: Iterable[Party]) -> str | None:
        """The only party that the person's office is one of, told here or elsewhere: "Giám đốc Đài", "Hiệu trưởng"."""
        known = list(parties)
        for office in offices_of(self.analysis, person):
            held = [party.id for party in known if heads_body(office, party.name, self.words.lexicon)]
            if len(held) == 1:
                return held[0]
        return None

    def _homes(self, signing: _Signing) -> list[tuple[Name, list[int]]]:
        """Each person with the agreements signed: those of the partner told with them, or of the sentence, or all."""
        everywhere = [at for at in range(len(self.groups)) if not self._is_to_come(at, signing)]
        if len(everywhere) == 1:
            return [(person, everywhere) for person in signing.persons]
        if (told := self._told_with(signing)) is not None and told in everywhere:
            return [(person, [told]) for person in signing.persons]
        own = [[at for at in self._with_body(person) if at in everywhere] for person in signing.persons]
        partial = [homes for homes in own if homes and len(homes) < len(everywhere)]
        hosts = {person.place for person, homes in zip(signing.persons, own, strict=True)
                 if homes == everywhere or (not homes and self._heads_host(person))}  # fmt: skip
        each = [
            (person, homes) for person, homes in zip(signing.persons, own, strict=True) if person.place not in hosts
        ]
        ordered = sorted(everywhere, key=self._first_told)
        agree = all(at in homes for at, (_, homes) in zip(ordered, each, strict=False) if homes)
        if agree and len(each) == len(everywhere) and self._in_turn(signing):
            turns = {person.place: [at] for at, (person, _) in zip(ordered, each, strict=True)}
            return [(person, turns.get(person.place, everywhere)) for person in signing.persons]
        near = sorted({at for homes in partial for at in homes}) or [
            at for at in self._near(signing) if at in everywhere
        ]
        return [(person, homes if homes and len(homes) < len(everywhere) else near if len(signing.persons) > 1 or not homes
                 else homes) for person, homes in zip(signing.persons, own, strict=True)]  # fmt: skip

    def _first_told(self, at: int) -> int:
        """Where the text first names a partner of the agreement, who is no party of all."""
        own = [party for party in self.groups[at].parties if not self._is_host(party)]
        return min((name.place.start for party in own for name in party.names), default=0)

    def _told_with(self, signing: _Signing) -> int | None:
        """The agreement whose parties the telling itself names, of that one alone: "A và B ký Hiệp định giữa X và Y"."""
        mention = signing.mention
        if mention is None or len(mention.parties) < _PAIR or self._of_several(signing):
            return None
        held = [at for at, one in enumerate(self.groups)
                if any(other.place.start == mention.place.start for other in one.mentions)]  # fmt: skip
        return held[0] if len(held) == 1 else None

    def _is_to_come(self, at: int, signing: _Signing) -> bool:
        """Whether the agreement is only told after `signing`, and as one to be signed, beside another that is not."""
        told, others = self.groups[at].mentions, [one for one in self.groups if one is not self.groups[at]]
        planned = all("planned" in mention.cues and mention.sentence.index > signing.sentence.index for mention in told)
        return planned and any("planned" not in mention.cues for one in others for mention in one.mentions)

    def _with_body(self, person: Name) -> list[int]:
        """The agreements that the person's body is a party of."""
        bodies = bodies_of(self.analysis, person, self.entities)
        told = [
            at for at, one in enumerate(self.groups) if any(body is party for body in bodies for party in one.parties)
        ]
        told = told or [at for at in range(len(self.groups)) if self._in_bracket(at, person)]
        return told or self._by_office(person)

    def _by_office(self, person: Name) -> list[int]:
        """The one agreement with a partner whose office the person holds; none where there are several."""
        office = person.title.of(self.analysis.folded) if person.title else ""
        if not office or self._heads_host(person):
            return []
        held = [at for at, one in enumerate(self.groups) if any(self._held_in(office, party) for party in one.parties)]
        return held if len(held) == 1 else []

    def _heads_host(self, person: Name) -> bool:
        """Whether the person holds an office of a body that is a party of all agreements."""
        office = person.title.of(self.analysis.folded) if person.title else ""
        hosts = [party for one in self.groups for party in one.parties if self._is_host(party)]
        return bool(office) and any(self._held_in(office, host) for host in hosts)

    def _held_in(self, office: str, party: Entity) -> bool:
        return any(heads_body(office, form, self.words.lexicon) for form in party.forms)

    def _near(self, signing: _Signing) -> list[int]:
        """The agreements whose partner the sentence names; all where it says so; else the one told last before."""
        if self._of_several(signing):
            return list(range(len(self.groups)))
        named = [
            self.entities.of(name)
            for name in self.analysis.names_in(signing.sentence)
            if name.kind is not NameKind.PERSON
        ]
        told = [at for at, one in enumerate(self.groups)
                if any(entity is party and not self._is_host(party) for entity in named for party in one.parties)]  # fmt: skip
        holders = [at for at, one in enumerate(self.groups) if signing.mention is not None
                   and signing.mention.parties and any(signing.mention is other for other in one.mentions)]  # fmt: skip
        before = [at for at, one in enumerate(self.groups)
                  if any(other.parties and other.sentence.index <= signing.sentence.index for other in one.mentions)]  # fmt: skip
        return told or holders or self._of_kind(signing) or before[-1:] or [0]

    def _of_several(self, signing: _Signing) -> bool:
        """Whether the sentence says that several documents are signed, or all of them."""
        place = signing.sentence.place
        return any(pattern.search(self.analysis.folded, place.start, place.end)
                   for pattern in (self.words.all_of_them, self.words.several_signed))  # fmt: skip

    def _of_kind(self, signing: _Signing) -> list[int]:
        """The one agreement of the kind that the telling names: "A và B ký bản ghi nhớ"."""
        kind = signing.mention.kind if signing.mention else ""
        held = [at for at, one in enumerate(self.groups)
                if kind and kind != "unspecified" and any(other.kind == kind and other.parties for other in one.mentions)]  # fmt: skip
        return held if len(held) == 1 else []

    def _is_host(self, party: Entity) -> bool:
        return all(any(party is other for other in one.parties) for one in self.groups)

    def _in_turn(self, signing: _Signing) -> bool:
        place = signing.sentence.place
        return self.words.in_turn.search(self.analysis.folded, place.start, place.end) is not None


def _with_other_side(signers: list[Signatory], parties: list[str]) -> tuple[Signatory, ...]:
    """The signatories; of two who sign between two parties the one of no known party signs for the other's."""
    known = [one.party for one in signers if one.party]
    if len(signers) != _PAIR or len(parties) != _PAIR or len(known) != 1:
        return tuple(signers)
    other = next(party for party in parties if party != known[0])
    return tuple(one if one.party else replace(one, party=other) for one in signers)


def _is_of_home(name: str) -> bool:
    """Whether the name reads as a Vietnamese one."""
    return all(is_syllable(word) for word in name.split())


def _signings(analysis: Analysis, groups: Sequence[Group], matches: Iterable[Match]) -> Iterator[_Signing]:
    """The persons of the tellings, and those that a sentence after the first one names or counts as the signers."""
    seen: set[int] = set()
    for group in groups:
        for mention in group.mentions:
            if mention.persons and mention.place.start not in seen and not _only_hand_over(mention):
                seen.add(mention.place.start)
                yield _Signing(mention.persons, mention.sentence, _PERSONS_SIGN, mention)
    first = min((mention.sentence.index for group in groups for mention in group.mentions), default=0)
    for match in matches:
        if match.fills == "signatory" and match.sentence.index >= first and not match.cues & _NOT_SIGNED:
            persons = tuple(name for names in match.names.values() for name in names if name.kind is NameKind.PERSON)
            yield _Signing(persons, match.sentence, match.rule)
    for sentence, counted in counted_signers(analysis):
        if sentence.index >= first:
            yield _Signing(counted, sentence, _COUNTED)


def _only_hand_over(mention: Mention) -> bool:
    """Whether the persons are told to hand each other what was signed, and not to sign; notes are signed so."""
    rules = {rule for rule in mention.rules if tells_signing(rule)}
    return rules - {_ACT} == {_EXCHANGES} and mention.kind != AgreementKind.TREATY


def _known(name: str, names: Iterable[str]) -> bool:
    """Whether `name`, a fuller form of it, or a misspelling of it is among `names`."""
    words = fold(name).split()
    return any(fold(other).split()[-len(words) :] == words or _misspelt(words, fold(other).split()) for other in names)


def _misspelt(words: list[str], others: list[str]) -> bool:
    """Whether two names of as many words differ in one longer word, and in that by little: "Feldmann", "Felmann"."""
    if len(words) != len(others) or len(words) < _FEWEST_TO_MISSPELL:
        return False
    unlike = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    return len(unlike) == 1 and SequenceMatcher(None, *unlike[0]).ratio() >= _MISSPELT


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
