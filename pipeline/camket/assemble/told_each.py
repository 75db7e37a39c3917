"""A host with several partners, each of which is told further on: "X ký với A, B và C", then "Riêng B ký với X hợp đồng ..."."""

from __future__ import annotations

import re
from collections import Counter

from camket.analysis import Analysis, NameKind, Sentence
from camket.assemble.common_partners import counted_partners
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.listed_signers import openings
from camket.assemble.mentions import HOLDS, Mention
from camket.assemble.partner_blocks import partner_of
from camket.assemble.words import Words
from camket.document import Place

ONLY_WITH = frozenset({"signing.with", "document.with", "document.between", "signing.act"})
"""Rules by which only the partners are told, and no host."""
BY_DOCUMENT = frozenset({"document.with", "document.between"})
"""Tellings of a document by its partner, which does not tell of the signing: "Hợp đồng với X có thời hạn ..."."""
_HOST_WITH = re.compile(r"(?<!\w)giữa [^,;]{2,80}? (?:với|cùng) ")
_ONLY_PARTNER = frozenset({"signing.with"})
_SIGNS_ALONE = frozenset({"signing.act", "signing.subject"})
_COUNT_REACH = 60
_SEVERAL = 2


def told_each(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words
) -> tuple[Sentence, list[Entity]] | None:
    """The sentence that tells of a host with several partners, each of which has a block or a telling of its own below it.

    "X ký kết hợp tác với A, B và C", then "Với A, hai bên ...", "Riêng B ký với X hợp đồng ...".
    """
    for one in mentions:
        host, others = _host_with_several(analysis, one, mentions, entities)
        most = len(others) if host is not None else _count_of_partners(analysis, one, mentions)
        host = one.parties[0] if host is None and most else host
        if host is None:
            continue
        own = _told_alone(analysis, one, mentions, entities, words, host)
        if not others:
            own += [other.parties[0] for other in mentions if other.sentence.index > one.sentence.index
                    and set(other.rules) >= _SIGNS_ALONE and len(other.parties) == 1
                    and other.told_as_news]  # fmt: skip
        told = list({id(party): party for party in own if party is not host
                     and (not others or any(party is other for other in others))}.values())  # fmt: skip
        if max(_SEVERAL, len(others) - 1) <= len(told) <= most:
            return one.sentence, told
    return None


def _told_alone(
    analysis: Analysis, mention: Mention, mentions: list[Mention], entities: Entities, words: Words, host: Entity
) -> list[Entity]:
    """The bodies that have a block or a telling of their own below the mention, with the host or as the partner of a document."""
    later = [one for one in mentions if one.sentence.index > mention.sentence.index]
    below = [sentence for sentence in openings(analysis) if sentence.index > mention.sentence.index]
    own = [entities.of(name) for sentence in below if (name := partner_of(analysis, sentence, words, listed=False))]
    own += [party for one in later if one.tells_signing and one.told_as_news
            and len(one.parties) == _SEVERAL and any(host is party for party in one.parties)
            for party in one.parties if party is not host]  # fmt: skip
    own += [one.parties[0] for one in later if len(one.parties) == 1 and one.told_as_news
            and (set(one.rules) <= BY_DOCUMENT or _ONLY_PARTNER <= set(one.rules) <= ONLY_WITH)]  # fmt: skip
    return own + _by_shared_signer(analysis, later)


def _count_of_partners(analysis: Analysis, mention: Mention, mentions: list[Mention]) -> int:
    """With how many partners, which no sentence names together, the only party of a telling of news signs: "X ký với ba đơn vị"; else 0."""
    told = Counter(one.sentence.index for one in mentions if "signing.subject_with" in one.rules)
    if any(number > 1 for number in told.values()):
        return 0
    alone = len(mention.parties) == 1 and "signing.subject" in mention.rules and mention.focus > 1
    reach = Place(mention.place.start, min(mention.sentence.place.end, mention.place.end + _COUNT_REACH))
    return counted_partners(analysis.folded, reach) if alone and mention.told_as_news else 0


def _host_with_several(
    analysis: Analysis, mention: Mention, mentions: list[Mention], entities: Entities
) -> tuple[Entity | None, tuple[Entity, ...]]:
    """Who signs with several partners by the telling, and those; the headline may tell the host, or who holds the ceremony."""
    if not mention.told_as_news:
        return None, ()
    if len(mention.parties) > _SEVERAL and (
        "signing.subject_with" in mention.rules or _between_one_and(analysis, mention)
    ):
        return mention.parties[0], mention.parties[1:]
    alone = [one.parties[0] for one in mentions
             if one.focus > 1 and one.sentence.index < mention.sentence.index and len(one.parties) == 1
             and "signing.subject" in one.rules and not any(one.parties[0] is party for party in mention.parties)]  # fmt: skip
    named = (
        "signing.with" in mention.rules and "signing.subject" not in mention.rules and len(mention.parties) >= _SEVERAL
    )
    holds = [entities.of(name) for name in analysis.names_in(mention.sentence) if name.kind is NameKind.ORGANISATION
             and name.extent.end <= mention.place.start and HOLDS.match(analysis.folded, name.extent.end)]  # fmt: skip
    hosts = [*alone, *(body for body in holds if not any(body is party for party in mention.parties))]
    return (hosts[0], mention.parties) if hosts and named else (None, ())


def _between_one_and(analysis: Analysis, mention: Mention) -> bool:
    """Whether what is signed is between one side and, after "với", all others: "bản ghi nhớ giữa Nhà trường với A và B"."""
    told = _HOST_WITH.search(analysis.folded, mention.sentence.place.start, mention.sentence.place.end)
    if told is None:
        return False
    after = {id(party) for party in mention.parties for name in party.names
             if told.end() <= name.place.start < mention.sentence.place.end}  # fmt: skip
    return len(after) == len(mention.parties) - 1 and id(mention.parties[0]) not in after


def _by_shared_signer(analysis: Analysis, mentions: list[Mention]) -> list[Entity]:
    """The bodies of those with whom one person signs in turn: "bà A ký biên bản với ông B", then "bà A và ông C ký thỏa thuận"."""
    pairs = [one for one in mentions if one.tells_signing and one.told_as_news
             and len(one.persons) == _SEVERAL and len(one.parties) == 1]  # fmt: skip
    told = Counter(person for one in pairs for person in {name.place.of(analysis.folded) for name in one.persons})
    shared = {person for person, count in told.items() if count > 1}
    return [one.parties[0] for one in pairs if any(name.place.of(analysis.folded) in shared for name in one.persons)]
