"""The day, the period, the place and the value of an agreement, from the sentences that tell of its signing."""

from __future__ import annotations

from dataclasses import dataclass

from camket.analysis import Analysis, DateValue, Name, NameKind, Sentence
from camket.assemble.groups import Group
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.words import Words
from camket.document import BlockKind, Place

_DAY_LENGTH = len("2012-11-07")
_MONTH_LENGTH = len("2012-11")


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the place that gives it; `note` says what was resolved."""

    text: str
    place: Place
    note: str = ""


def tellings(group: Group) -> list[Mention]:
    """The mentions of an agreement, those in focus first."""
    return sorted(group.mentions, key=lambda one: (-one.focus, one.place.start))


def signed_on(analysis: Analysis, group: Group) -> Value | None:
    """The day of signing: the day told in a sentence of the signing, else the first day of the lead."""
    told = [date for mention in tellings(group) for date in _nearest_first(analysis, mention)]
    told += [date for sentence in _lead(analysis) for date in analysis.dates_in(sentence)]
    days = [date for date in told if date.kind == "date" and len(date.edtf) == _DAY_LENGTH]
    months = [date for date in told if date.kind == "date" and len(date.edtf) == _MONTH_LENGTH]
    if not days and not months:
        return None
    best = days[0] if days else months[0]
    full = _with_year(analysis, best)
    return Value(full.edtf, full.place, full.note)


def _nearest_first(analysis: Analysis, mention: Mention) -> list[DateValue]:
    middle = mention.place
    return sorted(
        analysis.dates_in(mention.sentence),
        key=lambda date: max(middle.start - date.place.end, date.place.start - middle.end, 0),
    )


def _lead(analysis: Analysis) -> list[Sentence]:
    body = [sentence for sentence in analysis.sentences if sentence.block.kind is not BlockKind.FURNITURE]
    return body[:LEAD_SENTENCES]


def _with_year(analysis: Analysis, date: DateValue) -> DateValue:
    """The same day told elsewhere with its year, where the document does."""
    if not date.edtf.startswith("XXXX"):
        return date
    same = (other for other in analysis.dates
            if other.kind == "date" and not other.edtf.startswith("XXXX") and other.edtf[4:] == date.edtf[4:])  # fmt: skip
    return next(same, date)


def period(analysis: Analysis, group: Group, words: Words) -> Value | None:
    """What the agreement covers: an interval told with it, else a term told of its validity."""
    sentences = [mention.sentence for mention in tellings(group)]
    sentences += [s for s in _lead(analysis) if s not in sentences]
    for sentence in sentences:
        for date in analysis.dates_in(sentence):
            if date.kind == "period" and not _is_visit(date):
                return Value(date.edtf, date.place, date.note)
    for sentence in [*sentences, *analysis.sentences]:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[max(sentence.place.start, date.place.start - 40) : date.place.end]
            if date.kind in {"term", "period"} and words.validity.search(before) and not _is_visit(date):
                return Value(date.edtf, date.place, date.note)
    return None


def _is_visit(date: DateValue) -> bool:
    """Whether the interval is of a few days, as a visit is, and not of years."""
    first, _, last = date.edtf.partition("/")
    return bool(last) and len(first) == _DAY_LENGTH and first[:_MONTH_LENGTH] == last[:_MONTH_LENGTH]


def place_of_signing(analysis: Analysis, group: Group, words: Words) -> Value | None:
    """Where it was signed: the locality after "tại" in a telling, else the venue."""
    for mention in tellings(group):
        found = _venue_in(analysis, mention.sentence, words)
        if found:
            return found
    return None


def _venue_in(analysis: Analysis, sentence: Sentence, words: Words) -> Value | None:
    text, names = analysis.text, analysis.names_in(sentence)
    venue: Value | None = None
    for match in words.place_words.finditer(analysis.folded, sentence.place.start, sentence.place.end):
        after = [name for name in names if match.end() <= name.place.start < match.end() + 60
                 and not _clause_between(analysis.folded[match.end() : name.place.start])]  # fmt: skip
        places = [name for name in after if name.kind in {NameKind.PLACE, NameKind.STATE}]
        if places:
            return _locality(text, places[0])
        bodies = [name for name in after if name.kind is NameKind.ORGANISATION]
        if bodies and venue is None:
            venue = Value(bodies[0].place.of(text), bodies[0].place)
    return venue


def _clause_between(folded: str) -> bool:
    return any(mark in folded for mark in (";", ":", " đã ", " giữa ")) or folded.count(",") > 1


def _locality(text: str, name: Name) -> Value:
    return Value(name.place.of(text), name.place)


def values(analysis: Analysis, group: Group, words: Words) -> list[Value]:
    """The sums that the tellings name as the agreement's worth."""
    found: dict[str, Value] = {}
    for mention in tellings(group):
        for amount in analysis.amounts_in(mention.sentence):
            before = analysis.folded[max(mention.sentence.place.start, amount.place.start - 30) : amount.place.start]
            if amount.kind == "money" and words.value_words.search(before):
                found.setdefault(amount.place.of(analysis.folded), Value(amount.place.of(analysis.text), amount.place))
    return list(found.values())
