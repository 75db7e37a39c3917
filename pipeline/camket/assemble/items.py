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
from camket.lexicon import TOKEN

_SIGNING = re.compile(r"(?<!\w)(?:ký|kí|trao)(?!\w)")
_BETWEEN = re.compile(r"(?<!\w)giữa (?:\w+ ){0,2}$")
_WITH_BODY = re.compile(r"(?<!\w)(?:với|cùng) (?:\w+ ){0,2}$")
_JOINT = re.compile(r"[;,]| và (?=\w)")
_SEVERAL, _LONGEST_KIND = 2, 8


def by_items(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions; those of a sentence whose items, after a colon, each name a document's parties, one for each item.

    "Lễ ký ba văn bản: thỏa thuận giữa A và B; hợp đồng giữa C và D", "X ký: (1) hợp đồng với A; (2) thỏa thuận với B".
    """
    kept = list(mentions)
    for sentence in analysis.sentences:
        here = [one for one in mentions if one.sentence is sentence]
        if not here or not all(one.told_as_news for one in here):
            continue
        items = list(_items(analysis, sentence, entities, words))
        if len(items) < _SEVERAL:
            continue
        kept = [one for one in kept if one.sentence is not sentence]
        for place, parties in items:
            kinds = kinds_in(analysis, sentence, words, place)
            kept.append(replace(here[0], place=place, parties=parties, party_names=(), persons=(), both=False, partial=False,
                                kind=kinds[0] if kinds else here[0].kind, rules=("signing.listed", "signing.subject_with")))  # fmt: skip
    return kept


def _items(
    analysis: Analysis, sentence: Sentence, entities: Entities, words: Words
) -> Iterator[tuple[Place, tuple[Entity, ...]]]:
    """Each item after the colon that tells of a signing, with the two bodies that it names, or the host and the one."""
    start, end = sentence.place.start, sentence.place.end
    colon = analysis.folded.find(":", start, end)
    if colon < 0 or _SIGNING.search(analysis.folded, start, colon) is None:
        return
    bodies = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
    host = next((name for name in bodies if name.place.end <= colon), None)
    for item in _parts(analysis, Place(colon + 1, end), words):
        inside = [name for name in bodies if item.start <= name.place.start < item.end]
        before = analysis.folded[item.start : inside[0].place.start] if inside else ""
        if len(inside) == _SEVERAL and _BETWEEN.search(before):
            yield item, tuple(map(entities.of, inside))
        elif len(inside) == 1 and host is not None and _WITH_BODY.search(before):
            yield item, (entities.of(host), entities.of(inside[0]))


def _parts(analysis: Analysis, place: Place, words: Words) -> Iterator[Place]:
    """The place cut at semicolons, and at a comma or "và" before the name of a document."""
    start = place.start
    for joint in _JOINT.finditer(analysis.folded, place.start, place.end):
        following = TOKEN.findall(analysis.folded[joint.end() : place.end])[:_LONGEST_KIND]
        if joint.group().strip() == ";" or words.lexicon.kinds.longest(following or [""], 0):
            yield Place(start, joint.start())
            start = joint.end()
    yield Place(start, place.end)
