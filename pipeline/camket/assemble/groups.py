"""From mentions to agreements: which mentions tell of the same agreement, and which agreements are the news."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from camket.analysis import Analysis, NameKind, Sentence
from camket.assemble.entities import Entities, Entity
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.records import AgreementKind

_PUBLIC = frozenset({"government", "forces", "state"})
_PAIR = 2
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_DAYS_OF_NEWS = 365
_ENOUGH_FOCUS = 2
_STRONG = frozenset({"signing.between", "signing.subject_with", "signing.subject", "signing.persons"})
_VAGUE_KINDS = frozenset({"", "unspecified"})


@dataclass
class Group:
    """The mentions of one agreement and its parties."""

    parties: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def shared(self, parties: tuple[Entity, ...]) -> int:
        """How many of `parties` are parties of this agreement."""
        return sum(any(same_side(one, other) for other in self.parties) for one in parties)

    def add(self, mention: Mention, parties: tuple[Entity, ...]) -> None:
        """The mention and its parties belong to this agreement from now on."""
        self.mentions.append(mention)
        for one in parties:
            at = next((i for i, other in enumerate(self.parties) if same_side(one, other)), None)
            if at is None:
                self.parties.append(one)
            elif one is not self.parties[at]:
                self.parties[at] = _fuller(one, self.parties[at])


def same_side(one: Entity, other: Entity) -> bool:
    """Whether the two are one, or one is a state or a place and the other a body of it."""
    if one is other:
        return True
    place, body = (one, other) if one.kind is not NameKind.ORGANISATION else (other, one)
    if place.kind is NameKind.ORGANISATION or body.kind is not NameKind.ORGANISATION or body.type not in _PUBLIC:
        return False
    return any(key[-len(place.key) :] == place.key for key in body.keys if len(key) > len(place.key))


def _fuller(one: Entity, other: Entity) -> Entity:
    """Of a place and a body of it the body, which the place's names then name too."""
    body, place = (one, other) if one.kind is NameKind.ORGANISATION else (other, one)
    body.forms += [form for form in place.forms if form not in body.forms]
    return body


def group(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Group]:
    """The agreements that the document reports as its news, in the order of the text."""
    told = any(mention.sentence.block.kind is BlockKind.HEADLINE and mention.told_as_news for mention in mentions)
    if _denied(mentions) or _is_affair(analysis, words, headline_only=told):
        return []
    if not told and words.reviews.search(analysis.folded, *_headline(analysis)):
        mentions = [mention for mention in mentions if mention.ceremony]
    mentions = [mention for mention in mentions if not _told_of_old(analysis, mention)]
    groups, waiting = _gathered(analysis, [mention for mention in mentions if mention.told_as_news], entities)
    halves = [one for one in groups if len(one.parties) == 1 and one.parties[0].kind is NameKind.STATE]
    if len(halves) == len(groups):
        waiting += [mention for one in halves for mention in one.mentions]
        if any(mention.focus > 1 and mention.tells_signing for mention in waiting):
            groups = _of_states(analysis, waiting, entities) or groups
    whole = _without_halves(groups)
    news = [one for one in whole if _is_news(one)]
    announced = news or any(one.focus > 1 and one.ceremony and not one.parties for one in waiting)
    return [one for one in whole if one in news or (announced and _is_told_whole(one)) or _is_told_fully(analysis, one)]


def _gathered(analysis: Analysis, told: list[Mention], entities: Entities) -> tuple[list[Group], list[Mention]]:
    """The mentions by the agreement that they tell of, and those before any agreement that name no party."""
    groups: list[Group] = []
    waiting: list[Mention] = []
    for mention in told:
        parties = mention.parties
        if mention.lists_members:
            before = [*waiting, *(other for one in groups for other in one.mentions)]
            whole = any(len(one.parties) >= _PAIR for one in groups)
            if whole or not any(other.focus > 1 and other.tells_signing for other in before):
                continue
            parties = _with_subject(analysis, mention, entities)
        elif mention.rules == ("document.members",):
            continue
        elif mention.partial:
            parties = _with_subject(analysis, mention, entities)
        elif not parties and mention.both and not groups:
            parties = _the_two(analysis, mention, entities)
        if not parties:
            if groups:
                groups[-1].add(mention, ())
            else:
                waiting.append(mention)
            continue
        home = _home(groups, mention, parties)
        if home is None:
            home = Group(mentions=[] if groups else list(waiting))
            groups.append(home)
        if _told_fuller(home, parties):
            home.parties.clear()
        home.add(mention, parties)
    return groups, waiting


def _is_affair(analysis: Analysis, words: Words, *, headline_only: bool) -> bool:
    """Whether the headline tells of a case or a quarrel, or the lead does twice where the headline tells no signing."""
    head, *rest = analysis.sentences[:LEAD_SENTENCES]
    if _affairs_in(analysis, head, words):
        return True
    told = {word for one in rest for word in _affairs_in(analysis, one, words)}
    return len(told) > 1 and not headline_only


def _told_of_old(analysis: Analysis, mention: Mention) -> bool:
    """Whether all days told with the signing are a year or more before the day of publication."""
    published = analysis.document.published_on or ""
    days = [day.edtf for day in analysis.dates_in(mention.sentence) if day.kind == "date" and _FULL_DAY.match(day.edtf)]
    if not days or not _FULL_DAY.match(published):
        return False
    return all((date.fromisoformat(published) - date.fromisoformat(day)).days > _DAYS_OF_NEWS for day in days)


def _headline(analysis: Analysis) -> tuple[int, int]:
    place = analysis.sentences[0].place
    return place.start, place.end


def _affairs_in(analysis: Analysis, sentence: Sentence, words: Words) -> set[str]:
    """The words of cases and quarrels in the sentence that are no part of a name ("Tòa án nhân dân")."""
    names = [name.place for name in analysis.names_in(sentence)]
    found = words.affairs.finditer(analysis.folded, sentence.place.start, sentence.place.end)
    return {match.group() for match in found if not any(name.overlaps(Place(*match.span())) for name in names)}


def _denied(mentions: list[Mention]) -> bool:
    """Whether the headline and the lead tell more of what is not signed, or only wished for, than of a signing."""
    lead = [mention for mention in mentions if mention.focus > 1 and mention.tells_signing]
    against = sum(bool(mention.cues & {"negated", "wished"}) for mention in lead)
    return against > 0 and 2 * against >= len(lead)


def _with_subject(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The counterparties with the body told before them in the sentence, else the one the lead tells of most."""
    before = [entities.of(name) for name in analysis.names_in(mention.sentence)
              if name.kind is NameKind.ORGANISATION and name.place.end <= mention.place.start]  # fmt: skip
    others = [entity for entity in before if not any(entity is one for one in mention.parties)]
    if others:
        return (others[0], *mention.parties)
    counts: Counter[int] = Counter()
    known: dict[int, Entity] = {}
    for name in analysis.names:
        if name.kind is NameKind.ORGANISATION and name.place.start < mention.place.start:
            entity = entities.of(name)
            if not any(entity is one for one in mention.parties):
                counts[id(entity)] += 1
                known[id(entity)] = entity
    most = counts.most_common(1)
    return (known[most[0][0]], *mention.parties) if most and most[0][1] > 1 else mention.parties


def _of_states(analysis: Analysis, waiting: list[Mention], entities: Entities) -> list[Group]:
    """One agreement between the two states that the whole document tells of most, where it names no parties.

    Only where the lead tells of both states, and of signing a document that it names.
    """
    sure = any(mention.focus > 1 and mention.tells_signing and mention.kind for mention in waiting)
    parties = _the_two(analysis, waiting[-1], entities) if sure else ()
    begun = analysis.sentences[min(2 * LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    if not all(any(name.place.end <= begun for name in party.names) for party in parties):
        return []
    return [Group(list(parties), list(waiting))] if parties else []


def _home(groups: list[Group], mention: Mention, parties: tuple[Entity, ...]) -> Group | None:
    """The agreement that the mention tells of again."""
    ranked = sorted(groups, key=lambda one: -one.shared(parties))
    if not ranked:
        return None
    best, shared = ranked[0], ranked[0].shared(parties)
    if shared >= min(_PAIR, len(parties)) and shared:
        return best
    if shared and (len(best.parties) < _PAIR or _told_fuller(best, parties)):
        return best
    if len(parties) == 1 and len(best.parties) == 1 and "signing.subject_with" not in mention.rules:
        return None
    return None


def _told_fuller(one: Group, parties: tuple[Entity, ...]) -> bool:
    """Whether only the headline told of the agreement so far, and in other, shorter names."""
    headline = all(mention.sentence.block.kind is BlockKind.HEADLINE for mention in one.mentions)
    return bool(one.mentions) and headline and len(parties) == len(one.parties) == _PAIR and one.shared(parties) == 1


def _without_halves(groups: list[Group]) -> list[Group]:
    """The groups; where one has two parties or more, those with only one are left out."""
    whole = [one for one in groups if len(one.parties) >= _PAIR]
    return whole or groups[:1]


def _is_news(one: Group) -> bool:
    focus = sum(mention.focus for mention in one.mentions)
    signings = [mention for mention in one.mentions if mention.tells_signing]
    if focus < _ENOUGH_FOCUS or not signings or not _belongs(one, signings) or not _stands_out(one, signings):
        return False
    if len(one.parties) >= _PAIR:
        return not _is_of_states(one) or _states_sign_now(one, signings)
    if not one.parties or one.parties[0].kind is NameKind.STATE:
        return False
    subject = [
        mention for mention in signings if mention.kind and "signing.subject" in mention.rules and mention.focus > 1
    ]
    headline = any(mention.sentence.block.kind is BlockKind.HEADLINE for mention in subject)
    return headline or (bool(subject) and len(signings) > 1)


def _is_of_states(one: Group) -> bool:
    return all(party.kind is NameKind.STATE for party in one.parties)


def _states_sign_now(one: Group, signings: list[Mention]) -> bool:
    """Whether the headline names the document, or the abstract tells of its signing, or the lead does with its day.

    Stories of arms, talks and quarrels between states name many of their agreements.
    """
    titled = any(mention.sentence.block.kind is BlockKind.HEADLINE for mention in one.mentions)
    several = len(one.parties) > _PAIR and any(mention.both and mention.focus > 1 for mention in signings)
    return (titled or several) or any(
        mention.sentence.index <= 1
        or (mention.focus > 1 and (mention.ceremony or mention.dated) and mention.kind not in _VAGUE_KINDS)
        for mention in signings
    )


def _stands_out(one: Group, signings: list[Mention]) -> bool:
    """Whether the document is about it: told in the lead, and a mere contract with its headline, ceremony or day."""
    if not any(mention.focus > 1 for mention in signings):
        return False
    kinds = {mention.kind for mention in signings}
    bare = all(not party.type and party.kind is NameKind.ORGANISATION for party in one.parties)
    if bare and not kinds - _VAGUE_KINDS:
        return any(mention.ceremony or mention.kind for mention in signings)
    if kinds - _VAGUE_KINDS != {AgreementKind.CONTRACT}:
        return True
    return any(mention.ceremony or mention.dated or mention.sentence.block.kind is not BlockKind.PARAGRAPH
               for mention in signings)  # fmt: skip


def _belongs(one: Group, signings: list[Mention]) -> bool:
    """Whether a signing is told of these parties, and not of something else in the same document."""
    if any(mention.parties or mention.both or mention.persons for mention in signings):
        return True
    kinds = {mention.kind for mention in signings} - _VAGUE_KINDS
    lead = any(mention.focus > 1 for mention in signings)
    named = [mention for mention in one.mentions if mention.parties]
    return any(mention.lists_members or mention.kind in kinds or (lead and mention.focus > 1) for mention in named)


def _is_told_whole(one: Group) -> bool:
    """Whether one telling outside the lead names the document, both parties and the act of signing."""
    return any(mention.kind not in _VAGUE_KINDS and len(mention.parties) >= _PAIR and mention.tells_signing
               and not mention.cues and _STRONG & set(mention.rules) for mention in one.mentions)  # fmt: skip


def _is_told_fully(analysis: Analysis, one: Group) -> bool:
    """Whether it is told late, but with its document, by the signers or at a ceremony, of parties that the lead names."""
    lead = analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    known = all(any(name.place.start < lead for name in party.names) for party in one.parties)
    by_hand = any(
        len(mention.persons) >= _PAIR or mention.ceremony for mention in one.mentions if mention.tells_signing
    )
    return len(one.parties) >= _PAIR and known and by_hand and _is_told_whole(one)


def _the_two(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The two states named most, before the mention above all, for "hai nước", "hai bên"."""
    states = _most_told(analysis, mention, entities, NameKind.STATE)
    if len(states) >= _PAIR or not mention.both:
        return tuple(states[:_PAIR]) if len(states) >= _PAIR else ()
    lead = analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    bodies = [one for one in _most_told(analysis, mention, entities, NameKind.ORGANISATION)
              if one.type and any(name.place.start < lead for name in one.names)]  # fmt: skip
    return tuple(bodies[:_PAIR]) if len(bodies) >= _PAIR and bodies[0].type == bodies[1].type else ()


def _most_told(analysis: Analysis, mention: Mention, entities: Entities, kind: NameKind) -> list[Entity]:
    """The states or bodies that the document tells of more than twice, the most told first; before `mention` counts double."""
    counts: Counter[int] = Counter()
    by_id: dict[int, Entity] = {}
    for name in analysis.names:
        if name.kind is kind:
            entity = entities.of(name)
            counts[id(entity)] += 2 if name.place.start < mention.sentence.place.end else 1
            by_id[id(entity)] = entity
    return [by_id[key] for key, count in counts.most_common() if count > _PAIR]
