"""A sentence that tells of several documents: in items that each name their parties, or by their pairs of parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.details import documents_in, kinds_in
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import Place
from camket.lexicon import TOKEN

_SIGNING = re.compile(r"(?<!\w)(?:ký|kí|trao)(?!\w)")
_BETWEEN = re.compile(r"(?<!\w)giữa (?:\w+ ){0,2}$")
_WITH_BODY = re.compile(r"(?<!\w)(?:với|cùng) (?:\w+ ){0,2}$")
_SIGNS_WITH = re.compile(r"(?<!\w)ký(?: \w+){1,10} với (?:\w+ ){0,2}$")
_WITH_SEVERAL = re.compile(r"(?<!\w)(?:với|cùng)(?: \w+){2,5} ?$")
_PAIRING = frozenset({"với", "và", "-", "–"})
_PARTNERS = re.compile(r"(?<!\w)(?:giữa|với|cùng) ")
_JOINT = re.compile(r"[;,]| và (?=\w)")
_PAIRED = re.compile(r"(?<!\w)giữa (?!hai |các |ba )")
_AND, _COMMA, _WITH = " và ", ", ", " với "
_RUN = {_AND: _AND, _COMMA: _COMMA, "; ": _COMMA, _WITH: _WITH, " cùng ": _WITH}
_SEVERAL, _LONGEST_KIND = 2, 8


def by_items(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions; those of a sentence whose items, after a colon, each name a document's parties, one for each item.

    "Lễ ký ba văn bản: thỏa thuận giữa A và B; hợp đồng giữa C và D", "X ký: (1) hợp đồng với A; (2) thỏa thuận với B".
    """
    kept = [*mentions, *_in_rows(analysis, mentions, entities, words)]
    for sentence in analysis.sentences:
        here = sorted((one for one in mentions if one.sentence is sentence), key=lambda one: one.place.start)
        if not here or not here[0].told_as_news:
            continue  # what opens the list says for all its items that they are signed
        items = list(_items(analysis, sentence, entities, words))
        items = items if len(items) >= _SEVERAL else _pairs(analysis, sentence, entities, words)
        if len(items) < _SEVERAL:
            continue
        kept = [one for one in kept if one.sentence is not sentence]
        after = sentence.place.start
        for place, parties in items:
            named = _document_of(analysis, sentence, place, words)
            named = named or _document_of(analysis, sentence, Place(after, place.start), words)
            document, kind = named or (here[0].document, here[0].kind)
            after = place.end
            kept.append(replace(here[0], place=place, parties=parties, party_names=(), persons=(), both=False, partial=False,
                                kind=kind, document=document, rules=("signing.listed", "signing.subject_with")))  # fmt: skip
    return kept


def _document_of(analysis: Analysis, sentence: Sentence, place: Place, words: Words) -> tuple[Place, str] | None:
    """The document that is named first at `place`, with its kind."""
    documents = documents_in(analysis, sentence, words)
    return next((one for one in documents if place.start <= one[0].start < place.end), None)


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
    led = _WITH_SEVERAL.search(analysis.folded[start:colon])
    for item in _parts(analysis, Place(colon + 1, end), words):
        inside = [name for name in bodies if item.start <= name.place.start < item.end]
        before = analysis.folded[item.start : inside[0].place.start] if inside else ""
        between = analysis.folded[inside[0].extent.end : inside[1].extent.start] if len(inside) == _SEVERAL else ""
        paired = host is None and not before.strip(" -–+") and between.strip() in _PAIRING  # "gồm: A với B; C với D"
        if len(inside) == _SEVERAL and (_BETWEEN.search(before) or _SIGNS_WITH.search(between) or paired):
            yield item, tuple(map(entities.of, inside))
        elif (
            len(inside) == 1
            and host is not None
            and (_WITH_BODY.search(before) or (led and not before.strip() and _tells_more(analysis, inside[0], item)))
        ):
            yield item, (entities.of(host), entities.of(inside[0]))


def _in_rows(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> Iterator[Mention]:
    """A mention for each document that a sentence tells in a row, right after one that counts those a host signs.

    "UBND tỉnh X ký 3 biên bản ghi nhớ. Đáng chú ý là biên bản giữa UBND tỉnh và Công ty A về ...; biên bản với Công ty B về ...".
    """
    for sentence in analysis.sentences[1:]:
        before = [
            one for one in mentions if one.sentence is analysis.sentences[sentence.index - 1] and one.told_as_news
        ]
        host = next((one for one in before if one.tells_signing and len(one.parties) == 1), None)
        parts = list(_documents(analysis, sentence, words)) if host else []
        if host is None or len(parts) < _SEVERAL:
            continue
        for place in parts:
            bodies = [entities.of(name) for name in analysis.names_in(sentence)
                      if name.kind is NameKind.ORGANISATION and place.covers(name.place)]  # fmt: skip
            kinds = kinds_in(analysis, sentence, words, place)
            partner = next((one for one in bodies if one is not host.parties[0]), None)
            if partner is not None and kinds:
                yield replace(host, sentence=sentence, place=place, parties=(host.parties[0], partner), party_names=(), persons=(),
                              both=False, partial=False, kind=kinds[0], document=None, rules=("signing.listed", "signing.subject_with"))  # fmt: skip


def _documents(analysis: Analysis, sentence: Sentence, words: Words) -> Iterator[Place]:
    """The parts between semicolons, if each tells of a document and with whom it is."""
    ends = [match.start() for match in re.finditer(";", analysis.folded[sentence.place.start : sentence.place.end])]
    starts = [sentence.place.start, *(sentence.place.start + end + 1 for end in ends)]
    parts = [_without_spaces(analysis, start, end) for start, end in
             zip(starts, [*(start - 1 for start in starts[1:]), sentence.place.end], strict=True)]  # fmt: skip
    for part in parts:
        said = TOKEN.findall(part.of(analysis.folded))
        document = next(
            (at for at in range(min(len(said), _LONGEST_KIND)) if words.lexicon.kinds.longest(said, at)), None
        )
        if document is None or not _PARTNERS.search(part.of(analysis.folded)):
            return
    yield from parts


def _tells_more(analysis: Analysis, partner: Name, item: Place) -> bool:
    """Whether the item tells what its partner signs: "Công ty A về điện gió; ..."."""
    return len(analysis.folded[partner.extent.end : item.end].split()) >= _SEVERAL


def _pairs(
    analysis: Analysis, sentence: Sentence, entities: Entities, words: Words
) -> list[tuple[Place, tuple[Entity, ...]]]:
    """The pairs of parties between which several documents are: "giữa A với B; giữa A với C", "các biên bản giữa A và B, C và D"."""
    marks = list(_PAIRED.finditer(analysis.folded, sentence.place.start, sentence.place.end))
    counted = marks and words.documents_counted.search(analysis.folded, sentence.place.start, marks[0].start())
    ends = [*(one.start() for one in marks[1:]), sentence.place.end]
    runs = [_run(analysis, Place(mark.end(), end), sentence) for mark, end in zip(marks, ends, strict=False)]
    runs = (
        [run for run in runs if run[0]] if counted else runs
    )  # "bản ghi nhớ giữa A và B về kết nối giữa các hành lang"
    if not (counted or len(marks) >= _SEVERAL or (runs and _in_twos(*runs[0]))):
        return []
    found = [list(_paired(names, joints)) for names, joints in runs]
    pairs = [pair for one in found if all(found) for pair in one]
    told = {frozenset((id(entities.of(one)), id(entities.of(other)))) for one, other in pairs}
    return [(Place(one.place.start, max(one.place.end, other.place.end)), (entities.of(one), entities.of(other)))
            for one, other in pairs if len(told) >= _SEVERAL]  # fmt: skip


def _run(analysis: Analysis, place: Place, sentence: Sentence) -> tuple[list[Name], list[str]]:
    """The bodies that the place begins with, one after another, and what joins each to the next."""
    names: list[Name] = []
    joints: list[str] = []
    for name in analysis.names_in(sentence):
        if name.kind is NameKind.PERSON or not place.start <= name.place.start < place.end:
            continue
        between = analysis.folded[names[-1].extent.end if names else place.start : name.extent.start]
        if (names and between not in _RUN) or (not names and len(between.split()) > _SEVERAL):
            break
        joints += [_RUN[between]] if names else []
        names.append(name)
    return names, joints


def _paired(names: list[Name], joints: list[str]) -> Iterator[tuple[Name, Name]]:
    """The names two by two: each side of "A với B, C", "A và B với C" with each of the other, else "A và B, C và D"."""
    if joints.count(_WITH) == 1:
        split = joints.index(_WITH) + 1
        yield from product(names[:split], names[split:])
    elif _in_twos(names, joints):
        yield from zip(names[::2], names[1::2], strict=True)


def _in_twos(names: list[Name], joints: list[str]) -> bool:
    """Whether the names are told two by two: "A và B, C và D"; "A với B, C và D" is one with three."""
    return len(names) % _SEVERAL == 0 and set(joints[::2]) in ({_AND}, {_WITH}) and set(joints[1::2]) <= {_COMMA}


def _parts(analysis: Analysis, place: Place, words: Words) -> Iterator[Place]:
    """The place cut at semicolons, and at a comma or "và" before the name of a document."""
    start = place.start
    for joint in _JOINT.finditer(analysis.folded, place.start, place.end):
        following = TOKEN.findall(analysis.folded[joint.end() : place.end])[:_LONGEST_KIND]
        if joint.group().strip() == ";" or words.lexicon.kinds.longest(following or [""], 0):
            yield _without_spaces(analysis, start, joint.start())
            start = joint.end()
    yield _without_spaces(analysis, start, place.end)


def _without_spaces(analysis: Analysis, start: int, end: int) -> Place:
    said = analysis.text[start:end]
    start += len(said) - len(said.lstrip())
    return Place(start, start + len(said.strip()))
