"""What is told of an agreement: the sentences and documents that tell it, and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.analysis import Analysis, DateValue, NameKind, Sentence
from camket.assemble.entity import Entity
from camket.assemble.groups import Group
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day
from camket.folding import fold
from camket.records import AgreementKind

SIGN = re.compile(r"(?<!\w)ký(?: kết)?(?!\w)")
_LONGEST_KIND = 8
_DONE = re.compile(r"(?<!\w)đã ký")
_JUST_BEFORE = 24
_SOON_AFTER = 3
_IN_FORCE = "có hiệu lực"


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the place that gives it; `note` says what was resolved."""

    text: str
    place: Place
    note: str = ""


def tellings(group: Group) -> list[Mention]:
    """The mentions of an agreement, those in focus first; where they tell of what is done, no late one of what is planned."""
    done = any("planned" not in one.cues and one.tells_signing and one.focus > 1 for one in group.mentions)
    told = [one for one in group.mentions if not done or one.focus > 1 or "planned" not in one.cues]
    return sorted(told, key=lambda one: (-one.focus, one.place.start))


def told_with_all(analysis: Analysis, group: Group, others: Sequence[Group]) -> list[Mention]:
    """The tellings of other agreements, before those of this one, whose sentence names its parties too: "A ký kết với X, Y và Z"."""
    first = min(mention.sentence.index for mention in group.mentions)
    earlier = [one for other in others for one in tellings(other) if one.sentence.index < first and one.tells_signing]
    return [one for one in earlier if all(_names(analysis, one.sentence, party) for party in group.parties)]


def _names(analysis: Analysis, sentence: Sentence, party: Entity) -> bool:
    said = sentence.place.of(analysis.folded)
    return any(fold(form) in said for form in party.forms)


def lead(analysis: Analysis) -> list[Sentence]:
    """The first sentences of the document, headline and captions among them."""
    body = [sentence for sentence in analysis.sentences if sentence.block.kind is not BlockKind.DATE_LINE]
    return body[:LEAD_SENTENCES]


def around(analysis: Analysis, group: Group) -> list[Sentence]:
    """The lead, then the sentences right after the first telling in the body."""
    told = min(mention.sentence.index for mention in group.mentions)
    after = [sentence for sentence in analysis.sentences if told < sentence.index <= told + _SOON_AFTER]
    return [*lead(analysis), *(sentence for sentence in after if sentence not in lead(analysis))]


def said_before(analysis: Analysis, date: DateValue, reach: int = _JUST_BEFORE) -> str:
    """The folded words right before the date, in its sentence."""
    sentence = analysis.sentence_of(date.place)
    start = max(sentence.place.start if sentence else 0, date.place.start - reach)
    return analysis.folded[start : date.place.start]


def form_lines(analysis: Analysis, labels: re.Pattern[str]) -> list[Sentence]:
    """The lines and sentences of an invitation that begin with one of `labels` and a colon: "Thời gian: 8h30, ngày 7/11/2024"."""
    return [one for one in analysis.sentences if labels.match(analysis.folded, one.place.start)]


def documents_in(analysis: Analysis, sentence: Sentence, words: Words) -> list[tuple[Place, str]]:
    """Where the sentence names documents, with their kinds, in order; "Tổ chức Hiệp ước X" names none."""
    tokens = analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens]
    bodies = [name.place for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION and name.type]
    found: list[tuple[Place, str]] = []
    for at, token in enumerate(tokens):
        kind = words.lexicon.kinds.longest(folded[at : at + _LONGEST_KIND], 0)
        inside = any(body.covers(token.place) for body in bodies) or (found and token.place.start < found[-1][0].end)
        if kind and kind[1] != AgreementKind.UNSPECIFIED and not inside:
            found.append((Place(token.place.start, tokens[at + kind[0] - 1].place.end), kind[1]))
    return found


def kinds_in(analysis: Analysis, sentence: Sentence, words: Words, inside: Place | None = None) -> list[str]:
    """The kinds of document that the sentence, or what of it begins `inside`, names, in order."""
    documents = documents_in(analysis, sentence, words)
    return [kind for place, kind in documents if inside is None or inside.start <= place.start < inside.end]


def kinds_told(analysis: Analysis, group: Group, words: Words) -> set[str]:
    """The kinds of document that the sentences from the first telling on name, background left out."""
    first = min(mention.sentence.index for mention in group.mentions)
    return {kind for sentence in of_document(analysis, first, words) if not _of_old(analysis, sentence)
            for kind in kinds_in(analysis, sentence, words)}  # fmt: skip


def of_document(analysis: Analysis, first: int, words: Words) -> Iterator[Sentence]:
    """The sentences from `first` on that name a document, and no other than this."""
    for sentence in analysis.sentences[first:]:
        terms = [date.place.end for date in analysis.dates_in(sentence) if date.kind != "date"]
        past = words.commitments.background.search(
            analysis.folded, sentence.place.start, min(terms, default=sentence.place.end)
        )  # "có hiệu lực từ ngày 15/9/2018, thay cho quy chế ký hồi tháng 4/2013"
        named = words.documents.search(analysis.folded, sentence.place.start, sentence.place.end)
        named = named or words.validity_told.search(analysis.folded, sentence.place.start, sentence.place.end)
        goes_on = any(analysis.folded.startswith(_IN_FORCE, date.place.start) and analysis.folded.endswith(", ", 0, date.place.start)
                      for date in analysis.dates_in(sentence))  # fmt: skip
        if (goes_on or not past) and (named or kinds_in(analysis, sentence, words)):
            yield sentence


def _of_old(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence tells only of the month or year of a signing, as of one before."""
    if not _DONE.search(sentence.place.of(analysis.folded)):
        return False
    days = [date for date in analysis.dates_in(sentence) if date.kind == "date"]
    return bool(days) and all(not is_day(date.edtf) and not date.edtf.startswith("X") for date in days)


def values(analysis: Analysis, group: Group, words: Words) -> list[Value]:
    """The sums that the tellings name as the agreement's worth."""
    found: dict[str, Value] = {}
    for mention in tellings(group):
        for amount in analysis.amounts_in(mention.sentence):
            before = analysis.folded[max(mention.sentence.place.start, amount.place.start - 30) : amount.place.start]
            told = words.value_words.search(before) if amount.kind == "money" else None
            if told and not words.apiece.search(before[: told.start()]):
                found.setdefault(amount.place.of(analysis.folded), Value(amount.place.of(analysis.text), amount.place))
    return list(found.values())
