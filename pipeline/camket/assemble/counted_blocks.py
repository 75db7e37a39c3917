"""Partners that a host is told to sign with by their number, each of whom a sentence of its own opens with.

"X ký hợp đồng với ba đại lý. Đại lý Y nhận ...; Công ty Z ...", "X ký ba thỏa thuận. Thỏa thuận thứ nhất dành cho Y. Với Z, ...".
"""

from __future__ import annotations

import re

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.common_partners import counted_partners
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import Mention
from camket.assemble.words import EACH, Words
from camket.lexicon import number_of

_SEVERAL, _MOST = 2, 8
_REACH = 14
"""Sentences below the telling of the host in which its partners are looked for."""
_WITH = re.compile(r"(?:riêng |còn )?(?:đối )?với (?:\w+ ){0,2}?")
_BY_DOCUMENT = re.compile(r"(?:[^.;:]{0,60}? (?:với|dành cho|cho)|[^.;:]{0,60}:) (?:\w+ ){0,2}?")
_HEAD_OF_EACH = re.compile(rf"(?<!\w){EACH} (?P<noun>\w+(?: \w+){{0,2}})")


def counted_below(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words
) -> tuple[Sentence, list[tuple[Sentence, Name]]] | None:
    """The sentence that tells of the host alone, and those below it that open with one of its partners, as many as are counted."""
    for one in mentions:
        if len(one.parties) != 1 or not (one.tells_signing and one.told_as_news and one.focus > 1):
            continue
        told = list(_openings(analysis, one, entities, words))
        counted = _count(analysis, one, words) or _of_each(analysis, one, told)
        named = [name for name in analysis.names_in(one.sentence) if name.kind is NameKind.ORGANISATION
                 and entities.of(name) is not one.parties[0] and name.place.start > one.place.start]  # fmt: skip
        partners = [entities.of(name) for _, name in told]
        paired = any(any(party is one.parties[0] for party in other.parties)
                     and any(party is partner for party in other.parties for partner in partners) for other in mentions)  # fmt: skip
        if _SEVERAL <= counted == len(told) <= _MOST and not named and not paired:
            return one.sentence, told
    return None


def _count(analysis: Analysis, mention: Mention, words: Words) -> int:
    """How many partners, or documents, the sentence of the mention says to be signed."""
    place = mention.sentence.place
    partners = counted_partners(analysis.folded, place)
    documents = words.documents_counted.search(analysis.folded, mention.place.start, place.end)
    said = documents.group().split()[0] if documents else ""
    return partners or number_of(said)


def _of_each(analysis: Analysis, mention: Mention, told: list[tuple[Sentence, Name]]) -> int:
    """As many as are told, where each has the head that stands behind "với từng": "ký với từng hợp tác xã"."""
    place = mention.sentence.place
    each = _HEAD_OF_EACH.search(analysis.folded, place.start, place.end)
    heads = {name.head.of(analysis.folded) for _, name in told if name.head}
    acronym = analysis.folded[each.end() : each.end() + _REACH] if each else ""
    same = (
        each is not None
        and len(heads) == 1
        and any(each["noun"].startswith(head) or acronym.startswith(f" ({head})") for head in heads)
    )
    return len(told) if same else 0


def _openings(analysis: Analysis, mention: Mention, entities: Entities, words: Words) -> list[tuple[Sentence, Name]]:
    """The sentences below the mention that open with a body other than the host, each body once."""
    host = mention.parties[0]
    found: list[tuple[Sentence, Name]] = []
    known: list[Entity] = [host]
    for sentence in analysis.sentences[mention.sentence.index + 1 :][:_REACH]:
        names = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
        name = next((one for one in names if entities.of(one) is not host), None)
        if name is None or any(entities.of(name) is one for one in known):
            continue
        before = analysis.folded[sentence.place.start : name.extent.start]
        document = words.block_of_document.match(before) and _BY_DOCUMENT.fullmatch(before)
        if not before or _WITH.fullmatch(before) or document:
            known.append(entities.of(name))
            found.append((sentence, name))
    return found
