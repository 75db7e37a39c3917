"""A record as annotation tools have it: labelled spans of the text, and relations between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket.records import CommitmentKind, Role

DETAILS = ("signed_on", "period", "place", "value", "number")
CLAUSES = ("signing", *CommitmentKind)
LABELS = ("signing", "party", "signatory", *Role, *DETAILS, *CommitmentKind, "due", "amount")
"""The labels of spans; those of CLAUSES stand for acts, which have names, days and sums inside them."""
RELATIONS = {
    "party_of": "a party to the signing",
    "signs": "a signatory to the signing",
    "signs_for": "a signatory to the party signed for",
    "takes_part": "a witness, speaker, chair or guest to the signing",
    "detail_of": "a day, period, place, value or number to the signing; a deadline or amount to the commitment",
    "commitment_of": "a commitment to the signing",
    "undertaken_by": "a commitment to the party that undertakes it, where the text names it",
    "same_as": "a further mention to the first",
}
"""The labels of relations, and what each leads from and to."""


@dataclass(frozen=True, slots=True)
class Span:
    """Labelled words: half-open, in code points, without blanks at its ends."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Relation:
    """From the span with the number `head` to the one with the number `child`."""

    head: int
    child: int
    label: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its spans in the order of the text; `placeless` counts values that have no place in it.

    `confidence` is that of the least certain agreement or commitment, None where there is none.
    """

    info: dict[str, Any]
    text: str
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]
    placeless: int
    confidence: float | None


def annotate(record: dict[str, Any], text: str) -> Annotated:
    """The spans and relations of `record`."""
    marker = _Marker(text)
    signings: dict[str, Span | None] = {}
    parties: dict[tuple[str, str], list[Span]] = {}
    for agreement in record["agreements"]:
        name = agreement["id"]
        signings[name] = _agreement(marker, agreement, parties)
    for commitment in record["commitments"]:
        signing = signings.get(commitment["agreement"])
        _commitment(marker, commitment, signing, parties)
    spans = sorted(marker.spans, key=lambda span: (span.start, -span.end, span.label))
    numbers = {span: number for number, span in enumerate(spans)}
    relations = dict.fromkeys(Relation(numbers[head], numbers[child], label) for head, child, label in marker.relations)
    sure = [one["confidence"] for one in (*record["agreements"], *record["commitments"])]
    return Annotated(
        record["document"], text, tuple(spans), tuple(relations), marker.placeless, min(sure, default=None)
    )


def apart(spans: Iterable[Span], *, names_first: bool = False) -> list[Span]:
    """Those of `spans` that overlap none of the others taken: longer before shorter, if asked for names before clauses."""

    def rank(span: Span) -> tuple[bool, int, int]:
        return names_first and span.label in CLAUSES, span.start - span.end, span.start

    starts: list[int] = []
    taken: list[Span] = []
    for span in sorted(spans, key=rank):
        at = bisect_left(starts, span.end)
        if at == 0 or taken[at - 1].end <= span.start:
            starts.insert(at, span.start)
            taken.insert(at, span)
    return taken


@dataclass(slots=True)
class _Marker:
    """Puts evidence on its place in `text`."""

    text: str
    spans: dict[Span, None] = field(default_factory=dict)
    relations: list[tuple[Span, Span, str]] = field(default_factory=list)
    placeless: int = 0

    def mark(self, evidence: Sequence[dict[str, Any]], label: str) -> list[Span]:
        """The spans of `evidence`, of which those after the first are further mentions."""
        spans = [span for one in evidence if (span := self._span(one, label))]
        self.placeless += len(evidence) - len(spans) or not evidence
        self.spans |= dict.fromkeys(spans)
        for span in spans[1:]:
            self.relate(span, spans[0], "same_as")
        return spans

    def _span(self, evidence: dict[str, Any], label: str) -> Span | None:
        start, end = evidence["start"], evidence["end"]
        words = self.text[start:end]
        if not words.strip() or words != evidence["text"]:
            return None
        return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()), label)

    def relate(self, head: Span | None, child: Span | None, label: str) -> None:
        """There is a relation between the two, if both have a place and are not one."""
        if head and child and head != child:
            self.relations.append((head, child, label))


def _agreement(marker: _Marker, agreement: dict[str, Any], parties: dict[tuple[str, str], list[Span]]) -> Span | None:
    """The span that stands for the agreement: the first words that tell of its signing."""
    signings = marker.mark(_of(agreement, "signing"), "signing")
    signing = signings[0] if signings else None
    for party in agreement["parties"]:
        mentions = parties[agreement["id"], party["id"]] = marker.mark(party["evidence"], "party")
        marker.relate(_nearest(mentions, signing), signing, "party_of")
    for person in agreement["signatories"]:
        names = marker.mark(person["evidence"], "signatory")
        for name in names[:1]:
            marker.relate(name, signing, "signs")
            marker.relate(name, _nearest(parties.get((agreement["id"], person["party"]), []), name), "signs_for")
    for person in agreement["participants"]:
        for name in marker.mark(person["evidence"], person["role"])[:1]:
            marker.relate(name, signing, "takes_part")
    for detail in DETAILS:
        if agreement[detail]:
            _details(marker, agreement, detail, signing)
    return signing


def _commitment(
    marker: _Marker, commitment: dict[str, Any], signing: Span | None, parties: dict[tuple[str, str], list[Span]]
) -> None:
    items = marker.mark(_of(commitment, "commitment"), commitment["kind"])
    item = items[0] if items else None
    marker.relate(item, signing, "commitment_of")
    if commitment["actors"] != "all":
        for actor in commitment["actors"]:
            mentions = parties.get((commitment["agreement"], actor), [])
            marker.placeless += not mentions
            marker.relate(item, _nearest(mentions, item), "undertaken_by")
    for detail in ("due", "amount"):
        if commitment[detail]:
            _details(marker, commitment, detail, item)


def _details(marker: _Marker, holder: dict[str, Any], detail: str, whole: Span | None) -> None:
    values = _of(holder, detail)
    marker.placeless += not values
    for value in values:
        for span in marker.mark([value], detail):
            marker.relate(span, whole, "detail_of")


def _of(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [one for one in holder["evidence"] if one["field"] == name]


def _nearest(spans: Sequence[Span], to: Span | None) -> Span | None:
    """Of the mentions of a body the one that stands nearest to `to`."""
    if to is None:
        return spans[0] if spans else None
    return min(spans, key=lambda span: max(to.start - span.end, span.start - to.end), default=None)
