"""What the Vietnamese stage finds in a document: sentences, words, names, dates, amounts.

All of it lies on places in `Document.text`; nothing here holds text that is not in the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from camket.document import Block, Document, Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a list item, a heading or a caption: what a rule may look at in one go."""

    index: int
    place: Place
    block: Block


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A syllable, an acronym, a number or a mark; never changed.

    `folded` is its form to match on, `capital` whether it begins as a name does, which is asked ten times of each.
    """

    place: Place
    folded: str
    text: str
    capital: bool

    @property
    def acronym(self) -> bool:
        """Whether it is two capitals or more."""
        return sum(char.isupper() for char in self.text) > 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word as segmented, one syllable or more; `tag` is its part of speech: "V" a verb, "N" a noun, "R" an adverb."""

    place: Place
    tag: str


class NameKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    `place` is the bare name, `extent` the name with all that is told in one go with it: a bracketed
    acronym, an honorific, an office. For an organisation, `type` is the type of its head noun, `head` the
    place of that noun, which stands before the name where it is told once for several, `core` the place before a bracketed acronym, `acronym` the place inside the brackets.
    For a person, `title` is the place of the office. For a state or a place, `type` is its listed name.
    """

    kind: NameKind
    place: Place
    extent: Place
    type: str = ""
    head: Place | None = None
    core: Place | None = None
    acronym: Place | None = None
    title: Place | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, period or deadline: `edtf` is a date, an interval or a duration (see docs/records.md).

    `kind` is "date", "period" (an interval), "term" (a duration) or "deadline" (an interval open before).
    `note` says what was resolved, and from what.
    """

    place: Place
    edtf: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or a quantity as written."""

    place: Place
    kind: str


@dataclass(frozen=True, slots=True)
class Gate:
    """What a document could tell of, by the words that stand in it: anything at all, a signing, a pledge."""

    anything: bool = True
    signing: bool = True
    pledge: bool = True


OPEN = Gate()
"""The gate through which every document is looked at whole."""

Placed = TypeVar("Placed", DateValue, Amount)


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: the captured places by name, and the cues that govern it.

    `fills` is the value the rule is for; `names` holds the names inside each capture; `kind` is the kind of
    agreement that the match names, if it does, and `document` the words that name one; `labels` are those of the
    captured units.
    """

    rule: str
    fills: str
    sentence: Sentence
    place: Place
    captures: dict[str, Place]
    names: dict[str, tuple[Name, ...]]
    kind: str = ""
    cues: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    document: Place | None = None


@dataclass(frozen=True, slots=True)
class Finders:
    """How tokens and names of a sentence, dates and amounts of a document are found, and the words of a text with their parts of speech."""

    tokens: Callable[[Sentence], tuple[Token, ...]]
    names: Callable[[Sentence], tuple[Name, ...]]
    dates: Callable[[], tuple[DateValue, ...]]
    amounts: Callable[[], tuple[Amount, ...]]
    tagger: Callable[[str], Sequence[Word]]


class _Tokens(dict[int, tuple[Token, ...]]):
    """The tokens of each sentence, those of one when they are first asked for."""

    def __init__(self, sentences: tuple[Sentence, ...], find: Callable[[Sentence], tuple[Token, ...]]) -> None:
        super().__init__()
        self._sentences, self._find = sentences, find

    def __missing__(self, at: int) -> tuple[Token, ...]:
        found = self[at] = self._find(self._sentences[at])
        return found


@dataclass(frozen=True)
class Analysis:
    """A document with what the Vietnamese stage finds in it: all but the sentences when it is first asked for.

    `folded` is the view rules match on. Most documents hold no word that could tell of a signing or a pledge, and are
    never asked for more; of most others only the names of a few sentences are.
    """

    document: Document
    folded: str
    sentences: tuple[Sentence, ...]
    finders: Finders
    _words: dict[int, tuple[Word, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def tokens(self) -> Mapping[int, tuple[Token, ...]]:
        """The tokens of each sentence, by its index."""
        return _Tokens(self.sentences, self.finders.tokens)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names, in order; those inside a person's office follow that person."""
        return tuple(name for sentence in self.sentences for name in self.finders.names(sentence))

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """All dates, periods, terms and deadlines, in order."""
        return self.finders.dates()

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """All amounts, in order."""
        return self.finders.amounts()

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def sentence_of(self, place: Place) -> Sentence | None:
        """The sentence in which `place` begins."""
        at = bisect_right(self.sentences, place.start, key=lambda sentence: sentence.place.start) - 1
        return self.sentences[at] if at >= 0 and place.start < self.sentences[at].place.end else None

    def words_in(self, sentence: Sentence) -> tuple[Word, ...]:
        """The words of `sentence` with their parts of speech, in order; tagged when first asked for."""
        if sentence.index not in self._words:
            start = sentence.place.start
            tagged = self.finders.tagger(sentence.place.of(self.text))
            self._words[sentence.index] = tuple(
                Word(Place(start + word.place.start, start + word.place.end), word.tag) for word in tagged
            )
        return self._words[sentence.index]

    def names_in(self, sentence: Sentence) -> tuple[Name, ...]:
        """The names that begin in `sentence`, in order."""
        return self.finders.names(sentence)

    def names_within(self, place: Place) -> Iterator[Name]:
        """The names of the sentences of which a part stands at `place`, in order."""
        at = bisect_right(self.sentences, place.start, key=lambda sentence: sentence.place.start) - 1
        for sentence in self.sentences[max(0, at) :]:
            if sentence.place.start >= place.end:
                return
            yield from self.finders.names(sentence)

    def names_near(self, words: str) -> Iterator[Name]:
        """The names of the sentences that hold the folded `words`, in order: what can be told by them is among these."""
        return (
            name
            for sentence in self.sentences
            if self.folded.find(words, sentence.place.start, sentence.place.end) >= 0
            for name in self.finders.names(sentence)
        )

    def names_before(self, at: int) -> Iterator[Name]:
        """The names that end before `at`, the last first."""
        last = bisect_right(self.sentences, at, key=lambda sentence: sentence.place.start)
        return (
            name
            for sentence in reversed(self.sentences[:last])
            for name in reversed(self.finders.names(sentence))
            if name.extent.end <= at
        )

    def dates_in(self, sentence: Sentence) -> tuple[DateValue, ...]:
        """The dates that begin in `sentence`, in order."""
        return self._dates_by_sentence.get(sentence.index, ())

    def amounts_in(self, sentence: Sentence) -> tuple[Amount, ...]:
        """The amounts that begin in `sentence`, in order."""
        return self._amounts_by_sentence.get(sentence.index, ())

    @cached_property
    def _dates_by_sentence(self) -> dict[int, tuple[DateValue, ...]]:
        return self._grouped(self.dates)

    @cached_property
    def _amounts_by_sentence(self) -> dict[int, tuple[Amount, ...]]:
        return self._grouped(self.amounts)

    def _grouped(self, found: tuple[Placed, ...]) -> dict[int, tuple[Placed, ...]]:
        groups: dict[int, list[Placed]] = {}
        for one in found:
            sentence = self.sentence_of(one.place)
            if sentence is not None:
                groups.setdefault(sentence.index, []).append(one)
        return {index: tuple(group) for index, group in groups.items()}
