"""The host, told elsewhere, of those with whom a mention tells that someone signs."""

from __future__ import annotations

import re
from collections import Counter

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.groups import Group
from camket.assemble.mentions import AT, HOLDS, Mention
from camket.assemble.same_side import CABINET
from camket.lexicon import JOINING

_PAIR = 2
_OWNED = " của "
_THIS_STATE = re.compile(r"(?<!\w)nước này(?!\w)")
_DATED = re.compile(r"(?:\W*(?:\w+ ){0,3}[\d/.-]+(?: \w+){0,3},? )?")
"""Before the subject of a sentence, when something was: "Trong tháng 4/2023, "."""
_REPORTS = re.compile(r"(?: (?:hôm|ngày) \S+)? (?:đã )?(?:đưa tin|dẫn lời|dẫn nguồn|dẫn thông báo|loan tin)(?!\w)")
_FRONTED = re.compile(r"\W*(?:sau|trước|qua|thông qua|nhờ|theo)(?!\w)[^,]*,")


def this_state(analysis: Analysis, mention: Mention, entities: Entities) -> Entity | None:
    """The state told last before "nước này", where that is who signs: "Bộ trưởng X của Canada cho biết nước này đã ký với ..."."""
    sentence = mention.sentence.place
    told = list(_THIS_STATE.finditer(analysis.folded, sentence.start, mention.place.start))
    near = told and len(analysis.folded[told[-1].end() : mention.place.start].split()) <= _PAIR
    states = [name for name in analysis.names if name.kind is NameKind.STATE
              and told and name.place.end <= told[-1].start()]  # fmt: skip
    return entities.of(states[-1]) if near and states else None


def first_named(told: Mention) -> Entity:
    """The party that the sentence of the telling names first, as its subject."""
    place = told.sentence.place
    return min(told.parties, key=lambda party: min(
        (name.place.start for name in party.names if place.covers(name.place)), default=place.end))  # fmt: skip


def lone_host(groups: list[Group]) -> Entity | None:
    """The body that the lead tells to have signed, without its partners, before "thỏa thuận với X" names them."""
    hosts = [
        one.parties[0]
        for one in groups
        if len(one.parties) == 1 and any(told.focus > 1 and told.tells_signing for told in one.mentions)
    ]
    return hosts[0] if len(hosts) == 1 and hosts[0].kind is NameKind.ORGANISATION else None


def shared_host(groups: list[Group]) -> Entity | None:
    """The body that all agreements told so far, two or more, have in common."""
    pairs = [one.parties for one in groups if len(one.parties) == _PAIR]
    shared = [
        one
        for one in (pairs[0] if len(pairs) > 1 else [])
        if all(any(one is other for other in pair) for pair in pairs)
    ]
    return shared[0] if len(shared) == 1 and shared[0].kind is NameKind.ORGANISATION else None


def who_holds(analysis: Analysis, mention: Mention, waiting: list[Mention], entities: Entities) -> Entity | None:
    """Who is told right before to hold the ceremony: "X tổ chức lễ ký kết. Hai văn bản được ký là A với Y và B với Z"."""
    held = next((one for one in reversed(waiting) if one.ceremony and not one.parties
                 and one.sentence.index == mention.sentence.index - 1), None)  # fmt: skip
    names = [name for name in analysis.names_in(held.sentence) if name.kind is NameKind.ORGANISATION
             and HOLDS.match(analysis.folded, name.extent.end)] if held else []  # fmt: skip
    return entities.of(names[0]) if len(names) == 1 else None


def with_subject(analysis: Analysis, mention: Mention, entities: Entities, groups: list[Group]) -> tuple[Entity, ...]:
    """The counterparties with the body told before them in the sentence, else the one the lead tells of most.

    Of several in the sentence it is the one that is known to sign with them, else the first.
    """
    before = [entities.of(name) for name in analysis.names_in(mention.sentence)
              if name.kind is NameKind.ORGANISATION and name.place.end <= mention.place.start
              and not analysis.text.startswith(":", name.extent.end) and not _opens_news(analysis, mention, name)
              and not analysis.folded[: name.extent.start].endswith(AT)]  # fmt: skip
    if len(before) > 1 and _FRONTED.match(analysis.folded, mention.sentence.place.start):
        before = before[1:]  # "Thông qua trường X, Tập đoàn Y đã tổ chức lễ ký với Z"
    free = [entity for entity in before if not any(entity is one for one in mention.parties)]
    others = [entity for entity in free if not _only_owns(analysis, mention, entity)] or free
    if others:
        known_with = [one for one in groups if one.shared(mention.parties)]
        paired = [entity for entity in others if any(one.shared((entity,)) for one in known_with)]
        return ((paired or others)[0], *mention.parties)
    counts: Counter[int] = Counter()
    known: dict[int, Entity] = {}
    of_states = all(party.kind is NameKind.STATE for party in mention.parties)
    for name in analysis.names:
        if name.kind is not NameKind.PERSON and name.place.start < mention.place.start:
            entity = entities.of(name)
            if not (_stands_for_state(entity) if of_states else name.kind is NameKind.ORGANISATION):
                continue
            if not any(entity is one for one in mention.parties):
                counts[id(entity)] += 1
                known[id(entity)] = entity
    most = counts.most_common(1)
    if most and most[0][1] > 1:
        return (known[most[0][0]], *mention.parties)
    subject = _subject_before(analysis, mention, entities)
    return (subject, *mention.parties) if subject is not None and id(subject) in known else mention.parties


def _stands_for_state(entity: Entity) -> bool:
    """Whether it is a state or a cabinet, which alone are the partner of a state where none is told beside it: "thỏa thuận với Mỹ"."""
    return entity.kind is NameKind.STATE or entity.key[: len(CABINET)] == CABINET


def _subject_before(analysis: Analysis, mention: Mention, entities: Entities) -> Entity | None:
    """The body with which the sentence right before begins, in the same paragraph: "Công ty X làm việc với khách hàng. Kết quả là thỏa thuận ký với Y"."""
    index = mention.sentence.index
    before = analysis.sentences[index - 1] if index else mention.sentence
    names = [name for name in analysis.names_in(before) if name.kind is NameKind.ORGANISATION and name.type]
    same = before is not mention.sentence and before.block is mention.sentence.block
    begins = same and names and _DATED.fullmatch(analysis.folded[before.place.start : names[0].extent.start])
    joined = len(names) > 1 and analysis.folded[names[0].extent.end : names[1].extent.start].strip() in {",", *JOINING}
    return entities.of(names[0]) if begins and not joined else None


def _opens_news(analysis: Analysis, mention: Mention, name: Name) -> bool:
    """Whether it is who tells the news: the acronym before a dash, "BQN - Sáng nay, ...", or one that reports, "X đưa tin ..."."""
    if _REPORTS.match(analysis.folded, name.extent.end):
        return True
    opens = name.place.start == mention.sentence.place.start and not name.type
    return opens and name.place.of(analysis.text).isupper() and analysis.folded.startswith(" - ", name.place.end)


def _only_owns(analysis: Analysis, mention: Mention, entity: Entity) -> bool:
    """Whether the sentence tells of the body only whose something is: "theo Quyết định 12 của Bộ X, Bệnh viện Y ký"."""
    here = [name for name in entity.names if mention.sentence.place.covers(name.extent)]
    return all(analysis.folded[: name.extent.start].endswith(_OWNED) for name in here)
