"""Lists of what is agreed or undertaken: what their items tell, and what stands behind a label."""

from __future__ import annotations

import re
from dataclasses import replace

from camket.analysis import Sentence
from camket.assemble.anchors import tellings_of
from camket.assemble.carry import Carry
from camket.assemble.labels import labelled, other_body, tells_whose, with_partner
from camket.assemble.list_heads import heads_part, heads_vows
from camket.assemble.subjects import without_act
from camket.assemble.tellings import Actors, Story, Telling
from camket.assemble.undertaken import tells_act
from camket.assemble.undertakings import anchors
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_RULE, _CONFIDENCE = "commitment.list", 0.85
_PAIR = 2
_LONGEST_KIND, _ABOUT = 10, 4
_BULLET = re.compile(
    r"\W*(?:[IVX]{1,4}[.)]\s|\d{1,2}(?:\.\d{1,2})*[.)/]?\s|\d{1,2}[-–]\s?(?=[^\W\d])|(?:[a-zđ]|[ivx]{1,4})\)\s)?[-+*•▪●○◦–—»>→✓✔✅☑▶➡➢➤❖✦◆■□▪👉🔹🔸📌🔰💠\s]*"
)
_FIELDS = ("lĩnh vực ", "các lĩnh vực ")
_LABEL = re.compile(r"^[^:]{3,90}:\s*")


def in_list(
    story: Story, sentence: Sentence, listed: Telling,
    *, goes_on: bool,
) -> tuple[list[Telling], Carry]:  # fmt: skip
    """The tellings of an item of the list that `listed` leads in; a party with a colon leads in those after it."""
    place = _without_bullet(story, sentence)
    if heads_part(story, sentence, place) or heads_vows(story, sentence, listed):
        return [], Carry(listed, content=True)
    found = anchors(story, sentence, place, listed=True, goes_on=goes_on)
    own, rest = listed, place
    party = labelled(story, sentence, place) or other_body(story, place)
    if party is not None:
        rest, actors, agreement = party
        own = replace(listed, kind=CommitmentKind.PLEDGE, actors=actors, agreement=agreement or listed.agreement)
        if not rest.of(story.analysis.text).strip(" .:"):
            return [], Carry(own, content=True)
    told = tellings_of(story, found, place)
    heading = _heading(story, place, listed) if found and party is None else None
    if heading is not None and heading.place.end <= found[0].start:
        told.insert(0, heading)  # "(1) Tài trợ nghiên cứu: Công ty X sẽ lập quỹ ..."
    return told or _listed(story, rest, own), Carry(listed, content=True)


def under_label(story: Story, sentence: Sentence) -> tuple[list[Telling], Carry] | None:
    """What a sentence tells that begins with whose duties follow: those behind the label, else a list to come; else None."""
    label = labelled(story, sentence, sentence.place) or _party_line(story, sentence)
    if label is None:
        return None
    rest, actors, agreement = label
    if not rest.of(story.analysis.text).strip(" .:"):
        return [], Carry(Telling(CommitmentKind.PLEDGE, sentence.place, actors, agreement, _RULE, _CONFIDENCE,
                                 needs_act=False), content=True)  # fmt: skip
    if sentence.block.kind is not BlockKind.LIST_ITEM and not tells_whose(story, sentence.place):
        return None
    item = Telling(CommitmentKind.PLEDGE, rest, actors, agreement, _RULE, _CONFIDENCE)
    return in_list(story, sentence, item, goes_on=True)


def _party_line(story: Story, sentence: Sentence) -> tuple[Place, Actors, str | None] | None:
    """The party whose name is a line of its own, above one that begins with an act; what is left of the line is nothing."""
    after = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    alone = sentence.place == sentence.block.place and sentence.place.start > story.first_told
    if not story.holders or not alone or not after or after[0].block is sentence.block:
        return None
    whole = (name for name in story.analysis.names_in(sentence) if name.extent == sentence.place)
    known = next(filter(None, map(story.party_of, whole)), None)
    if known is None or not tells_act(story, after[0].place.start):
        return None
    return Place(sentence.place.end, sentence.place.end), (known[1].id,), known[0].id


def of_partner(story: Story, sentence: Sentence) -> tuple[list[Telling], Carry] | None:
    """What a sentence tells that begins with one of several partners, "Với Trường X:": its content, and then acts of the two; else None."""
    partner = with_partner(story, sentence, _without_bullet(story, sentence))
    if partner is None:
        return None
    rest, agreement = partner
    told = tellings_of(story, anchors(story, sentence, rest, listed=False, goes_on=True), rest)
    rest = _after_document(story, rest)
    end = story.folded.rfind(";", rest.start, told[0].place.start) if told else rest.end
    area = Telling(CommitmentKind.AREA, Place(rest.start, max(end, rest.start)), "all", agreement, _RULE, _CONFIDENCE,
                   needs_act=not story.folded.startswith(_FIELDS, rest.start))  # fmt: skip
    return [area, *told], Carry(content=True)


def content_at(story: Story, place: Place) -> Telling:
    """The telling of an item of an agreement's content at `place`."""
    return Telling(CommitmentKind.AREA, place, "all", story.agreement_at(place), _RULE, _CONFIDENCE,
                   needs_act=False)  # fmt: skip


def _listed(story: Story, place: Place, listed: Telling) -> list[Telling]:
    """An item of a content list: itself, or the field before its colon and the acts after it."""
    place = _after_document(story, place)
    heading = _heading(story, place, listed)
    tellings = [heading] if heading else []
    if heading is not None:
        place = Place(heading.place.end + 1, place.end)
    tellings.append(Telling(listed.kind, place, listed.actors, listed.agreement, listed.rule, listed.confidence,
                            needs_act=False))  # fmt: skip
    return tellings


def _heading(story: Story, place: Place, listed: Telling) -> Telling | None:
    """The field or act before the colon with which an item begins, and which those after it tell of; None where there is none."""
    said = place.of(story.analysis.text)
    label = _LABEL.match(said)
    if label is None or label.end() >= len(said):
        return None
    end = place.start + label.group().index(":")
    words = TOKEN.findall(story.folded[place.start : end])
    act = story.lists.acts.longest(words, 0)
    only_act = act is not None and act[0] == len(words)  # "Tuyển dụng: ..." heads as a field does
    return Telling(listed.kind, Place(place.start, end), listed.actors, listed.agreement, listed.rule, listed.confidence,
                   needs_act=not only_act, fields=act is None or act[0] < _PAIR)  # fmt: skip


def _after_document(story: Story, place: Place) -> Place:
    """The item without the document's name that it begins with: "Bản ghi nhớ về hợp tác cung cấp khí đốt"."""
    start = place.start
    while True:
        words = list(TOKEN.finditer(story.folded, start, place.end))[:_LONGEST_KIND]
        said = [word.group() for word in words]
        kind = story.words.lexicon.kinds.longest(said, 0) if words else None
        act = story.lists.acts.longest(said, 0) if kind else None
        if kind is None or kind[0] >= len(words) or (act and act[0] >= kind[0]):  # "Tài trợ vốn" is done
            return Place(start, place.end)
        about = next((word.end() for word in words[kind[0] : kind[0] + _ABOUT] if word.group() == "về"), None)
        own = without_act(said[: kind[0]], story.lists)  # "hợp đồng mua bán 600 tấn mận" tells what is done too
        start = about or (words[own].start() if own < kind[0] else words[kind[0] - 1].end())
        if own < kind[0] and about is None:
            return Place(start, place.end)


def _without_bullet(story: Story, sentence: Sentence) -> Place:
    start, end = sentence.place.start, sentence.place.end
    match = story.lists.numbered.match(story.folded, start, end) or _BULLET.match(story.analysis.text[:end], start)
    return Place(match.end() if match else start, end)
