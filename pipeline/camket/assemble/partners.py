"""The tellings of signings of a document, those of one host with several partners told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from camket.analysis import Analysis, Match, Name
from camket.assemble.common_partners import with_common_hosts, with_common_partners, with_listed_partners
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.host_blocks import with_partners
from camket.assemble.items import by_items
from camket.assemble.listed_signers import by_listed_signers
from camket.assemble.mentions import LEAD_SENTENCES, OF_TWO, WITH, Mention, mentions_of
from camket.assemble.offices import bodies_of
from camket.assemble.pair_blocks import told_in_pairs
from camket.assemble.signers import told_by_sides, told_by_signers, with_offices
from camket.assemble.words import Words

_SEVERAL = 2
_WITH_HOST = re.compile(r",? (?:đã )?(?:cùng với|cùng|với) (?:\w+ )?")


def told_of(analysis: Analysis, matches: Iterable[Match], entities: Entities, words: Words) -> list[Mention]:
    """The tellings of signings, in the order of the text, those in blocks of partners among them."""
    mentions = [*mentions_of(analysis, matches, entities, words), *by_listed_signers(analysis, entities, words)]
    mentions = by_items(analysis, mentions, entities, words)
    mentions = with_listed_partners(analysis, with_common_partners(analysis, mentions, entities, words), entities)
    mentions = with_offices(analysis, mentions, entities)
    mentions += told_by_sides(analysis, entities, words)
    mentions += told_in_pairs(analysis, entities, words)
    mentions += told_by_signers(analysis, matches, mentions, entities, words)
    mentions = _told_apart(sorted(mentions, key=lambda one: one.place.start))
    mentions = _signed_in_turn(analysis, mentions, entities, words)
    return with_common_hosts(analysis, with_partners(analysis, mentions, entities, words), entities, words)


def _signed_in_turn(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions, one for each partner where a person signs with several in turn.

    "Ông A, Hiệu trưởng Trường X lần lượt ký với ông B, Giám đốc Công ty Y và bà C, Giám đốc Công ty Z": what names X, Y
    and Z before it tells of two documents too.
    """
    turn = next((one for one in mentions if one.told_as_news and len(one.persons) > _SEVERAL
                 and _signs_each(analysis, one, words)), None)  # fmt: skip
    if turn is None:
        return mentions
    host, *signers = _host_first(analysis, turn.persons)
    first = next(iter(bodies_of(analysis, host, entities)), None)
    others = [body for person in signers for body in bodies_of(analysis, person, entities)[:1]]
    partners = [party for party in turn.parties if party is not first and any(party is one for one in others)]
    if len(partners) < _SEVERAL:
        return mentions
    split: list[Mention] = []
    for one in mentions:
        here = [party for party in one.parties if any(party is other for other in partners)]
        hosts = [party for party in one.parties if not any(party is other for other in partners)]
        if len(here) < _SEVERAL or len(hosts) > 1:
            split.append(one)
        else:
            split += [replace(one, parties=(*hosts, party), partial=not hosts) for party in here]
    return split


def _host_first(analysis: Analysis, persons: Sequence[Name]) -> list[Name]:
    """The persons, first of them who signs with all the others: "ông A, Giám đốc X, và bà B, Giám đốc Y cùng với ông C ký"."""
    gaps = [analysis.folded[one.extent.end : other.extent.start] for one, other in pairwise(persons)]
    led = [_WITH_HOST.fullmatch(gap) is not None for gap in gaps]
    return [persons[-1], *persons[:-1]] if led[-1] and not any(led[:-1]) else list(persons)


def _told_apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions; where a sentence tells of a host with each of several partners, those of all of them are apart as well."""
    by_sentence: dict[int, list[Mention]] = {}
    for one in mentions:
        if one.told_as_news and len(one.parties) == _SEVERAL and one.tells_signing:
            by_sentence.setdefault(one.sentence.index, []).append(one)
    for same in by_sentence.values():
        host = same[0].parties[0]
        partners = [one.parties[1] for one in same if one.parties[0] is host]
        if len(partners) < _SEVERAL or len(partners) < len(same):
            continue
        mentions = [each for one in mentions for each in _each_partner(one, host, partners)]
    return mentions


def _each_partner(mention: Mention, host: Entity, partners: list[Entity]) -> list[Mention]:
    """The mention of several of the partners, with the host or without, once for each; else as it is."""
    others = [party for party in mention.parties if party is not host]
    if len(others) < _SEVERAL or not all(any(party is one for one in partners) for party in others):
        return [mention]
    return [replace(mention, parties=(host, party)) for party in others]


def _signs_each(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether the first of the persons signs with each of the others, in turn or one of the documents that the lead counts."""
    place = mention.sentence.place
    if "signing.subject_with" in mention.rules and words.in_turn.search(
        analysis.folded, place.start, mention.place.end
    ):
        return True
    lead = [one.place for one in analysis.sentences[: LEAD_SENTENCES + 1]]
    counted = any(WITH in told.group() for one in lead
                  for told in words.several_signed.finditer(analysis.folded, one.start, one.end))  # fmt: skip
    plural = any(words.all_of_them.search(analysis.folded, one.start, one.end) for one in lead)  # "ký kết các Hợp đồng"
    counted = counted or (plural and "signing.subject_with" in mention.rules)
    whole = len(mention.parties) == len(mention.persons)
    return counted and whole and mention.kind in OF_TWO and "signing.persons" in mention.rules
