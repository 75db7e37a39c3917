"""A sentence that tells of several documents in items: each item names its own parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from camket.analysis import Analysis, NameKind, Sentence
from camket.assemble.details import kinds_in
from camket.assemble.entities import Entities, Entity
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import Place

_SIGNING = re.compile(r"(?<!\w)(?:ký|kí|trao)(?!\w)")
_BETWEEN = re.compile(r"(?<!\w)giữa (?:\w+ ){0,2}$")
_WITH_BODY = re.compile(r"(?<!\w)(?:với|cùng) (?:\w+ ){0,2}$")
_SEVERAL = 2


def by_items(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions; those of a sentence whose items, after a colon, each name a document's parties, one for each item.

    "Lễ ký ba văn bản: thỏa thuận giữa A và B; hợp đồng giữa C và D", "X ký: (1) hợp đồng với A; (2) thỏa thuận với B".
    """
    kept = list(mentions)
    for sentence in analysis.sentences:
        here = [one for one in mentions if one.sentence is sentence]
        if not here or not all(one.told_as_news for one in here):
            continue
        items = list(_items(analysis, sentence, entities))
        if len(items) < _SEVERAL:
            continue
        kept = [one for one in kept if one.sentence is not sentence]
        for place, parties in items:
            kinds = kinds_in(analysis, sentence, words, place)
            kept.append(replace(here[0], place=place, parties=parties, party_names=(), persons=(), both=False, partial=False,
                                kind=kinds[0] if kinds else here[0].kind, rules=("signing.listed", "signing.subject_with")))  # fmt: skip
    return kept


def _items(analysis: Analysis, sentence: Sentence, entities: Entities) -> Iterator[tuple[Place, tuple[Entity, ...]]]:
    """Each item after the colon that tells of a signing, between semicolons, with the two bodies that it names."""
    start, end = sentence.place.start, sentence.place.end
    colon = analysis.folded.find(":", start, end)
    if colon < 0 or _SIGNING.search(analysis.folded, start, colon) is None:
        return
    bodies = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
    host = next((name for name in bodies if name.place.end <= colon), None)
    at = colon + 1
    while at < end:
        stop = analysis.folded.find(";", at, end)
        stop = stop if stop >= 0 else end
        inside = [name for name in bodies if at <= name.place.start < stop]
        before = analysis.folded[at : inside[0].place.start] if inside else ""
        if len(inside) == _SEVERAL and _BETWEEN.search(before):
            yield Place(at, stop), tuple(map(entities.of, inside))
        elif len(inside) == 1 and host is not None and _WITH_BODY.search(before):
            yield Place(at, stop), (entities.of(host), entities.of(inside[0]))
        at = stop + 1
