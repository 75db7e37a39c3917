"""One host that signs with several: each partner's document told in a block or a telling of its own.

"... lần lượt ký với ba đối tác", then "Với Công ty X: Thỏa thuận ...", "Trường A - Công ty X.", "2. Hợp đồng với Công ty X".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.common_partners import counted_partners
from camket.assemble.details import kinds_in
from camket.assemble.entities import Entities, Entity
from camket.assemble.listed_signers import BULLET, openings
from camket.assemble.mentions import HOLDS, Mention
from camket.assemble.words import Words
from camket.document import BlockKind, Place

_WITH = re.compile(r"(?:theo [\w ]{4,30} |riêng |còn |đối )?với (?:\w+ ){0,2}?$")
_LEADS_TO = re.compile(r"(?:[^.;:]|\.(?=\d)){0,90}?(?<!\w)với (?:\w+ ){0,2}?")
_HOST_WITH = re.compile(r"(?<!\w)giữa [^,;]{2,80}? (?:với|cùng) ")
_NEXT_IS = re.compile(r"(?:,| là|:)* (?:\w+ ){0,2}?")
_DASH = re.compile(r"\s*(?:[-–—&]|và)\s*$")
_ENDS = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[:.\-–—,]|$)")
_ONLY_WITH = frozenset({"signing.with", "document.with", "document.between", "signing.act"})
"""Rules by which only the partners are told, and no host."""
_BY_DOCUMENT = frozenset({"document.with", "document.between"})
"""Tellings of a document by its partner, which does not tell of the signing: "Hợp đồng với X có thời hạn ..."."""
_ONLY_PARTNER = frozenset({"signing.with"})
_SIGNS_ALONE = frozenset({"signing.act", "signing.subject"})
_COUNT_REACH = 60
_SIGNS_TOO = re.compile(r" (?:(?:cũng|đã|cùng) ){0,2}(?:ký|ký kết) (?!với )")
"""Behind the partner that an item of a list begins with: "- Công ty X ký hợp đồng đào tạo"."""
_SEVERAL, _FOCUS = 2, 2


def with_partners(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions, with one for each block that opens with a partner, below a telling that several documents are signed.

    A mention above that names the host with several of the partners then tells of the host alone.
    """
    lead = _lead(analysis, mentions, words)
    told = _with_blocks(analysis, mentions, entities, words, lead, []) if lead is not None else None
    if told is None and (each := _told_each(analysis, mentions, entities, words)):
        told = _with_blocks(analysis, mentions, entities, words, *each)
    return mentions if told is None else told


def _with_blocks(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words, lead: Sentence, each: list[Entity]
) -> list[Mention] | None:
    """The mentions with the partners of the blocks below `lead`, and those of `each` that later tellings name; None without several."""
    listed = any(
        analysis.text[one.place.end - 1] == ":"
        and words.several_signed.search(analysis.folded, one.place.start, one.place.end)
        for one in analysis.sentences[lead.index :]
    )
    blocks = [(sentence, name) for sentence in openings(analysis) if sentence.index > lead.index
              and (name := _partner(analysis, sentence, words, listed=listed)) is not None]  # fmt: skip
    partners = [entities.of(name) for _, name in blocks]
    partners += each
    host = _host(analysis, lead, mentions, entities, partners)
    if host is None or len({id(one) for one in partners} - {id(host)}) < _SEVERAL:
        return None
    kind = next(iter(kinds_in(analysis, lead, words)), "unspecified")
    first = blocks[0][0].index if blocks else len(analysis.sentences)
    kept = [_of_host(one, host, partners) if one.sentence.index < first else one for one in mentions]
    kept = [_with_own_document(one, host, each) for one in kept] if each else kept
    told = [_telling(analysis, sentence, name, (host, entities.of(name)), kind, words) for sentence, name in blocks]
    own = {one.sentence.index for one in told}
    kept = [one for one in kept if one.sentence.index not in own or one.tells_signing]
    return sorted([*kept, *told], key=lambda one: (one.sentence.index, one.place.start))


def _with_own_document(mention: Mention, host: Entity, partners: list[Entity]) -> Mention:
    """The telling of the host with one of its partners, or of their document, as one of what they are told to have signed."""
    pair = len(mention.parties) == _SEVERAL and mention.parties[0] is host
    if not (pair and any(mention.parties[1] is one for one in partners)):
        return mention
    if set(mention.rules) <= _BY_DOCUMENT:
        return replace(mention, rules=(*mention.rules, "signing.listed", "signing.subject_with"), focus=_FOCUS)
    return replace(mention, focus=_FOCUS) if mention.tells_signing and mention.told_as_news else mention


def _lead(analysis: Analysis, mentions: list[Mention], words: Words) -> Sentence | None:
    """The first sentence that says that several documents are signed, or one with several partners."""
    against = {one.sentence.index for one in mentions if not one.told_as_news}
    return next((sentence for sentence in analysis.sentences if sentence.index not in against
                 and words.several_signed.search(analysis.folded, sentence.place.start, sentence.place.end)), None)  # fmt: skip


def _told_each(
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
    own = [entities.of(name) for sentence in below if (name := _partner(analysis, sentence, words, listed=False))]
    own += [party for one in later if one.tells_signing and one.told_as_news
            and len(one.parties) == _SEVERAL and any(host is party for party in one.parties)
            for party in one.parties if party is not host]  # fmt: skip
    own += [one.parties[0] for one in later if len(one.parties) == 1 and one.told_as_news
            and (set(one.rules) <= _BY_DOCUMENT or _ONLY_PARTNER <= set(one.rules) <= _ONLY_WITH)]  # fmt: skip
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


def _after_document(analysis: Analysis, sentence: Sentence, start: int, words: Words) -> Name | None:
    """The first body of a block that begins with the document or an ordinal: "Văn bản thứ hai là hợp đồng với X", "Đầu tiên là X"."""
    begun = words.block_of_document.match(analysis.folded, start, sentence.place.end)
    bodies = [one for one in analysis.names_in(sentence) if one.kind is NameKind.ORGANISATION]
    if begun is None or not bodies:
        return None
    before = analysis.folded[begun.end() : bodies[0].place.start]
    by_number = begun["ordinal"] and _NEXT_IS.fullmatch(before)
    return bodies[0] if by_number or _LEADS_TO.fullmatch(before) else None


def _partner(analysis: Analysis, sentence: Sentence, words: Words, *, listed: bool) -> Name | None:
    """The body that the block opens with, after "với" or the host and a dash, before a colon, a full stop or its end.

    `listed` says that the partners are listed under "với từng đơn vị như sau:", each by its name and a colon.
    """
    start = sentence.place.start
    opening = BULLET.match(analysis.folded, start, sentence.place.end)
    body = opening.end() if opening else start
    named = _after_document(analysis, sentence, body, words)
    if named is not None:
        return named
    for at, name in enumerate(
        names := [one for one in analysis.names_in(sentence) if one.kind is NameKind.ORGANISATION]
    ):
        before = analysis.folded[body : name.place.start]
        paired = at == 1 and names[0].place.start == body and _DASH.fullmatch(analysis.folded[names[0].extent.end : name.place.start])  # fmt: skip
        ends = _ENDS.match(analysis.folded, name.extent.end, sentence.place.end) is not None
        alone = listed and not before and analysis.text[name.extent.end : name.extent.end + 1] == ":"
        item = not before and sentence.block.kind is BlockKind.LIST_ITEM
        if item and _SIGNS_TOO.match(analysis.folded, name.extent.end, sentence.place.end):
            return name
        if ends and (_WITH.fullmatch(before) or paired or alone):
            return name
        if at >= 1:
            return None
    return None


def _host(
    analysis: Analysis, lead: Sentence, mentions: list[Mention], entities: Entities, partners: list[Entity]
) -> Entity | None:
    """The body that signs: that of the telling, else the one told most that is none of the partners."""
    named = [one for one in mentions if one.sentence.index >= lead.index and one.parties]
    told = [party for one in named if one.sentence is named[0].sentence for party in one.parties]
    partners = [*partners, *(party for one in mentions if set(one.rules) <= _ONLY_WITH and not _is_pair(one, partners)
                             for party in one.parties)]  # fmt: skip
    own = [party for party in told if party.kind is NameKind.ORGANISATION and not any(party is one for one in partners)]
    if own and (len(own) == 1 or own[0] is told[0]):  # "X lần lượt ký với A, B và C"
        return own[0]
    bodies = [entities.of(name) for name in analysis.names if name.kind is NameKind.ORGANISATION]
    by_id = {id(entity): entity for entity in bodies if not any(entity is one for one in partners)}
    most = Counter(id(entity) for entity in bodies if id(entity) in by_id).most_common(1)
    return by_id[most[0][0]] if most and most[0][1] > 1 else None


def _is_pair(mention: Mention, partners: list[Entity]) -> bool:
    """Whether the mention tells of one of the partners and one other body, the host."""
    known = [any(party is one for one in partners) for party in mention.parties]
    return len(known) == _SEVERAL and sum(known) == 1


def _of_host(mention: Mention, host: Entity, partners: list[Entity]) -> Mention:
    several = sum(any(party is one for one in partners) for party in mention.parties) >= _SEVERAL
    alone = len(mention.parties) == 1 and not several and any(mention.parties[0] is one for one in partners)
    if alone and mention.parties[0] is not host and mention.sentence.block.kind is not BlockKind.HEADLINE:
        return replace(mention, parties=(host, *mention.parties), partial=False)
    others = [party for party in mention.parties if party is not host and not any(party is one for one in partners)]
    return replace(mention, parties=(host, *others), partial=False) if several else mention


def _telling(
    analysis: Analysis, sentence: Sentence, partner: Name, parties: tuple[Entity, ...], kind: str, words: Words
) -> Mention:
    """The signing of the host with the partner, whose block begins with `sentence`; of `kind` where it names none."""
    inside = [one for one in analysis.sentences if one.block is sentence.block]
    kinds = [told for one in inside for told in kinds_in(analysis, one, words)]
    planned = any(words.planned.search(analysis.folded, one.place.start, one.place.end) for one in inside)
    cues = frozenset({"planned"}) if planned else frozenset()
    told = Place(sentence.place.start, partner.place.end)
    return Mention(sentence, told, parties, (partner,), (), kinds[0] if kinds else kind,
                   None, cues, ("signing.listed", "signing.subject_with"), both=False, focus=_FOCUS)  # fmt: skip
