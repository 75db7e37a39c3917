"""One host that signs with several: each partner's document told in a block or a telling of its own.

"... lần lượt ký với ba đối tác", then "Với Công ty X: Thỏa thuận ...", "Trường A - Công ty X.", "2. Hợp đồng với Công ty X".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.common_partners import counted_partners
from camket.assemble.counted_blocks import counted_below
from camket.assemble.details import SIGN, kinds_in
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.listed_signers import openings
from camket.assemble.mentions import Mention
from camket.assemble.partner_blocks import partner_of
from camket.assemble.told_each import BY_DOCUMENT, ONLY_WITH, told_each
from camket.assemble.words import Words
from camket.document import BlockKind, Place

_SEVERAL, _FOCUS = 2, 2


def with_partners(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions, with one for each block that opens with a partner, below a telling that several documents are signed.

    A mention above that names the host with several of the partners then tells of the host alone.
    """
    lead = _lead(analysis, mentions, words)
    told = _with_blocks(analysis, mentions, entities, words, lead, []) if lead is not None else None
    if told is None and (each := told_each(analysis, mentions, entities, words)):
        told = _with_blocks(analysis, mentions, entities, words, *each)
    counted = counted_below(analysis, mentions, entities, words)
    if counted and (told is None or _joins_fewer(told, counted[1], entities)):
        told = _joined(analysis, mentions, entities, words, counted[0], counted[1], [])
    return mentions if told is None else told


def _joins_fewer(told: list[Mention], counted: list[tuple[Sentence, Name]], entities: Entities) -> bool:
    """Whether one of the counted partners is told to sign with nobody."""
    pairs = [one.parties for one in told if len(one.parties) > 1]
    return any(not any(entities.of(name) in parties for parties in pairs) for _, name in counted)


def _with_blocks(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words, lead: Sentence, each: list[Entity]
) -> list[Mention] | None:
    """The mentions with the partners of the blocks below `lead`, and those of `each` that later tellings name; None without several."""
    listed = any(
        analysis.text[one.place.end - 1] == ":"
        and words.several_signed.search(analysis.folded, one.place.start, one.place.end)
        for one in analysis.sentences[lead.index :]
    )
    counted = counted_partners(analysis.folded, lead.place) > 0
    blocks = [(sentence, name) for sentence in openings(analysis) if sentence.index > lead.index
              and (name := partner_of(analysis, sentence, words, listed=listed or (counted and _is_item(sentence)))) is not None]  # fmt: skip
    hosts = [one.parties[0] for one in mentions if one.sentence is lead and len(one.parties) == 1 and one.tells_signing]
    blocks = [(one, name) for one, name in blocks if not any(entities.of(name) is host for host in hosts)]
    return _joined(analysis, mentions, entities, words, lead, blocks, each)


def _is_item(sentence: Sentence) -> bool:
    return sentence.block.kind is BlockKind.LIST_ITEM


def _joined(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words, lead: Sentence,
    blocks: list[tuple[Sentence, Name]], each: list[Entity],
) -> list[Mention] | None:  # fmt: skip
    """The mentions with one for each of `blocks`, a sentence and the partner that it opens with, and those of `each`."""
    partners = [entities.of(name) for _, name in blocks]
    partners += each
    host = _host(analysis, lead, mentions, entities, partners)
    if host is None or len({id(one) for one in partners} - {id(host)}) < _SEVERAL:
        return None
    first = blocks[0][0].index if blocks else len(analysis.sentences)
    above = [lead, *(analysis.sentences[lead.index + 1 : first] if blocks else ())]
    kind = next((kind for one in above for kind in kinds_in(analysis, one, words)), "unspecified")
    kept = [_of_host(one, host, partners) if one.sentence.index < first else one for one in mentions]
    kept = [_with_own_document(one, host, each) for one in kept] if each else kept
    leading = [
        one for one in mentions if one.sentence.index < first and one.sentence.block.kind is not BlockKind.HEADLINE
    ]
    planned = bool(leading) and all("planned" in one.cues for one in leading)
    told = [_telling(analysis, sentence, name, (host, entities.of(name)), kind, words) for sentence, name in blocks]
    told = [replace(one, cues=one.cues | {"planned"}) for one in told] if planned else told
    own = {one.sentence.index for one in told}
    kept = [one for one in kept if one.sentence.index not in own or one.tells_signing]
    return sorted([*kept, *told], key=lambda one: (one.sentence.index, one.place.start))


def _with_own_document(mention: Mention, host: Entity, partners: list[Entity]) -> Mention:
    """The telling of the host with one of its partners, or of their document, as one of what they are told to have signed."""
    pair = len(mention.parties) == _SEVERAL and mention.parties[0] is host
    if not (pair and any(mention.parties[1] is one for one in partners)):
        return mention
    if set(mention.rules) <= BY_DOCUMENT:
        return replace(mention, rules=(*mention.rules, "signing.listed", "signing.subject_with"), focus=_FOCUS)
    return replace(mention, focus=_FOCUS) if mention.tells_signing and mention.told_as_news else mention


def _lead(analysis: Analysis, mentions: list[Mention], words: Words) -> Sentence | None:
    """The first sentence that says that several documents are signed, or one with several partners."""
    against = {one.sentence.index for one in mentions if not one.told_as_news}
    return next((sentence for sentence in analysis.sentences if sentence.index not in against
                 and words.several_signed.search(analysis.folded, sentence.place.start, sentence.place.end)), None)  # fmt: skip


def _host(
    analysis: Analysis, lead: Sentence, mentions: list[Mention], entities: Entities, partners: list[Entity]
) -> Entity | None:
    """The body that signs: that of the telling, else the one told most that is none of the partners."""
    named = [one for one in mentions if one.sentence.index >= lead.index and one.parties]
    told = [party for one in named if one.sentence is named[0].sentence for party in one.parties]
    partners = [*partners, *(party for one in mentions if set(one.rules) <= ONLY_WITH and not _is_pair(one, partners)
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
    planned = any(
        words.planned.search(analysis.folded, one.place.start, one.place.end)
        and SIGN.search(analysis.folded, one.place.start, one.place.end)
        for one in inside
    )  # "tổng vốn dự kiến 900 tỷ đồng" tells of no signing to come
    cues = frozenset({"planned"}) if planned else frozenset()
    told = Place(sentence.place.start, partner.place.end)
    return Mention(sentence, told, parties, (partner,), (), kinds[0] if kinds else kind,
                   None, cues, ("signing.listed", "signing.subject_with"), both=False, focus=_FOCUS)  # fmt: skip
