"""Anchors of undertakings: a subject with the word by which it undertakes what follows, what it tells, and where clauses begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.analysis import NameKind, Sentence
from camket.assemble.tellings import MARKS, Actors, Story, Telling
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

SIDE_WORDS = frozenset({"phần", "phía", "về phía", "riêng", "riêng phía", "đồng thời", "và", "còn"})
PASSIVE = (" được", " bị")
_CUE_REACH = 30
_BODIES = frozenset({NameKind.ORGANISATION, NameKind.PERSON})
_GOODS = "hàng"
"""Alone it tells of goods, and not how often: "hàng Việt Nam xuất khẩu sang ..."."""
_THEN = " thì"
_NUMBER = re.compile(r"^\d{1,2}[/)-]?$")
_IS = re.compile(r" là (?=\w)")
_CLOSES = re.compile('["”]')


@dataclass(frozen=True, slots=True)
class Anchor:
    """A subject with the word by which it undertakes what follows."""

    start: int
    content: int
    actors: Actors
    agreement: str | None
    firm: bool
    sure: bool = False


def opens_clause(story: Story, sentence: Sentence, subject: Place) -> bool:
    """Whether nothing but "theo đó" and the like stands before the subject in its clause."""
    before = re.split(r"[,;:.]", story.folded[sentence.place.start : subject.start])[-1].strip(MARKS)
    before = _NUMBER.sub("", before).removesuffix(_THEN)  # "Theo hợp đồng thì công ty ..."
    return (
        not before
        or (before != _GOODS and story.lists.times.match(before) is not None)
        or before in SIDE_WORDS
        or _stands_in(story, before, subject)
        or before in story.lists.adverbs
        or _is_frequency(story, before.split())
        or any(per.end() == len(before) for per in story.lists.per.finditer(before))
    )


def _is_frequency(story: Story, words: list[str]) -> bool:
    """Whether the words are all of how often: "mỗi năm"."""
    often = story.lists.frequencies.longest(words, 0)
    return often is not None and often[0] == len(words)


def _stands_in(story: Story, before: str, subject: Place) -> bool:
    """Whether `before` stands for the body after it; "tổ chức" before a common noun is the verb: "tổ chức hội thi"."""
    verb = story.lists.acts.longest(before.split(), 0) is not None and story.analysis.text[subject.start].islower()
    return before in story.lists.stand_ins and not verb


def words_before(story: Story, sentence: Sentence, at: int) -> str:
    """The folded words of the sentence right before `at`."""
    return story.folded[max(sentence.place.start, at - _CUE_REACH) : at]


def tellings_of(story: Story, found: Sequence[Anchor], place: Place) -> list[Telling]:
    """What the anchors in `place` tell, each up to the next."""
    ends = [*(anchor.start for anchor in found[1:]), place.end][: len(found)]
    told = (_told(story, anchor, end) for anchor, end in zip(found, ends, strict=True))
    return [one for telling in told for one in _in_turn(story, telling)]


def _in_turn(story: Story, telling: Telling) -> list[Telling]:
    """The telling, and those of further bodies that do the same in it: "X đăng ký đỡ đầu 10 cháu, Hội Y đỡ đầu 8 cháu"."""
    place = telling.place
    said = TOKEN.findall(place.of(story.folded)[:_CUE_REACH])
    act = story.lists.acts.longest(said, 0) if said and telling.actors != "all" else None
    if act is None:
        return [telling]
    verb = f" {' '.join(said[: act[0]])} "
    turns = [name for name in story.analysis.names_within(place)
             if name.kind in _BODIES and story.folded.startswith(verb, name.extent.end)
             and story.folded.endswith((", ", " và "), place.start, name.extent.start)]  # fmt: skip
    if not turns:
        return [telling]
    told = [replace(telling, place=Place(place.start, turns[0].extent.start - 1))]
    for number, name in enumerate(turns, 1):
        known = story.party_of(name)
        actors = (known[1].id,) if known else ((name.core or name.place).of(story.analysis.text),)
        end = turns[number].extent.start - 1 if number < len(turns) else place.end
        told.append(replace(telling, place=Place(name.extent.end, end), actors=actors))
    return told


def _told(story: Story, anchor: Anchor, end: int) -> Telling:
    rule, confidence = ("commitment.firm", 0.85) if anchor.firm else ("commitment.will", 0.75)
    turn = story.lists.turns.search(story.folded, anchor.content, end)
    place = Place(anchor.content, min(turn.start() if turn else end, _closing(story, anchor, end)))
    place = Place(place.start, _role_told(story, place))
    if anchor.agreement and _entitles(story, anchor):
        return Telling(CommitmentKind.AREA, place, "all", anchor.agreement, rule, confidence, sure=True)
    return Telling(CommitmentKind.PLEDGE, place, anchor.actors, anchor.agreement, rule, confidence, sure=anchor.sure)


def _entitles(story: Story, anchor: Anchor) -> bool:
    """Whether the agreement lets a party do or get something: "Theo thỏa thuận, X được phép ...", "X sẽ nhận được ..."."""
    allowed = story.lists.entitled.search(story.folded, anchor.start, anchor.content) is not None
    return not anchor.firm and (allowed or story.lists.entitled.match(story.folded, anchor.content + 1) is not None)


def _role_told(story: Story, place: Place) -> int:
    """Where, behind a comma, it is told what a body is: "họp mỗi quý, Tỉnh đoàn là cơ quan thường trực"; else the end."""
    told = (
        name.extent.start
        for name in story.analysis.names_within(place)
        if name.kind is NameKind.ORGANISATION
        and place.start < name.extent.start < place.end
        and story.folded.endswith(", ", 0, name.extent.start)
        and _IS.match(story.folded, name.extent.end)
    )
    return next(told, place.end + 2) - 2


def _closing(story: Story, anchor: Anchor, end: int) -> int:
    """Where the quotation ends in which the anchor stands; else `end`."""
    sentence = story.analysis.sentence_of(Place(anchor.start, anchor.content))
    if sentence is None or not story.quoted(sentence, anchor.start):
        return end
    mark = _CLOSES.search(story.analysis.text, anchor.content, end)
    return mark.start() if mark else end
