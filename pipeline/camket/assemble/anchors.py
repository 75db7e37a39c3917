"""Anchors of undertakings: a subject with the word by which it undertakes what follows, and where clauses begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.analysis import Sentence
from camket.assemble.tellings import Actors, Story
from camket.document import Place

_MARKS = ' -+*•▪●○◦–—»>→✓✔"“'
SIDE_WORDS = frozenset({"phần", "phía", "về phía", "riêng", "riêng phía", "đồng thời", "và", "còn"})
PASSIVE = (" được", " bị")
_CUE_REACH = 30


@dataclass(frozen=True, slots=True)
class Anchor:
    """A subject with the word by which it undertakes what follows."""

    start: int
    content: int
    actors: Actors
    agreement: str | None
    firm: bool
    sure: bool = False


_NUMBER = re.compile(r"^\d{1,2}[/)-]?$")


def opens_clause(story: Story, sentence: Sentence, subject: Place) -> bool:
    """Whether nothing but "theo đó" and the like stands before the subject in its clause."""
    before = re.split(r"[,;:.]", story.folded[sentence.place.start : subject.start])[-1].strip(_MARKS)
    before = _NUMBER.sub("", before)
    return (
        not before
        or story.lists.times.match(before) is not None
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
