"""What the Vietnamese stage finds in a document: sentences, words, names, dates, amounts.

All of it lies on places in `Document.text`; nothing here holds text that is not in the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from camket.document import Block, Document, Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a list item, a heading or a caption: what a rule may look at in one go."""

    index: int
    place: Place
    block: Block


class NameKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text.

    For an organisation, `head` is the folded head noun ("so", "tap doan", with its marks) and `core` the
    place without a bracketed acronym, `acronym` the place inside the brackets. For a person, `title` is the
    place of the office or honorific told with the name, and `place` the bare name.
    """

    kind: NameKind
    place: Place
    head: str = ""
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


@dataclass(frozen=True)
class Analysis:
    """A document with all that the Vietnamese stage found in it; `folded` is the view rules match on."""

    document: Document
    folded: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    dates: tuple[DateValue, ...] = ()
    amounts: tuple[Amount, ...] = ()

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def sentence_of(self, place: Place) -> Sentence | None:
        """The sentence in which `place` begins."""
        for sentence in self.sentences:
            if sentence.place.start <= place.start < sentence.place.end:
                return sentence
        return None
