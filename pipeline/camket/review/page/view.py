"""What the page of a document shows: its text with marks, its pages with boxes, its values in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from camket.decisions import Decision
from camket.judgement import Judged, State
from camket.review.page.checks import CHOICES, FIELDS_OF
from camket.review.page.desk import Sheet, version_of
from camket.review.page.filters import UNDECIDED
from camket.values import Json, Key
from camket.write.runs import Mark, Shown, blocks_of

LITTLE, SOME = 0.5, 0.7
"""Confidences below which a value is shown as doubtful, and as not quite sure."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value as it is shown; `number` is its place among all of the document, by which marks and boxes know it.

    `final` is what stands now, None where it was rejected; `choices` names the list that a correction is chosen from;
    `with_owner` is whether it was rejected with the agreement or commitment that has it; `mine` is what the reviewer said
    who looks at it.
    """

    number: int
    key: str
    version: str
    field: str
    found: str | None
    final: str | None
    about: str
    state: State
    undecided: bool
    with_owner: bool
    confidence: float | None
    rule: str
    page: int
    sentence: str
    choices: str
    said: tuple[Decision, ...]
    mine: Decision | None

    @property
    def looks(self) -> str:
        """What became of the value, in one word of labels.yaml ("state_rejected")."""
        if self.undecided or self.found is None or self.final == self.found:
            return self.state.value
        return "rejected" if self.final is None else "corrected"

    @property
    def text(self) -> str:
        """The value that stands, or the one that was rejected."""
        return self.final if self.final is not None else self.found or ""

    @property
    def doubt(self) -> str:
        """How doubtful the value is: "much", "some" or nothing."""
        if self.confidence is None or self.confidence >= SOME:
            return ""
        return "much" if self.confidence < LITTLE else "some"


@dataclass(frozen=True, slots=True)
class Group:
    """An agreement or a commitment with what it has; `item` is its id in the record, `kind` its field."""

    key: str
    kind: str
    item: str
    name: str
    values: tuple[ValueView, ...]

    @property
    def left(self) -> int:
        """How many values are still to be decided."""
        return sum(one.undecided for one in self.values)


@dataclass(frozen=True, slots=True)
class BoxView:
    """A box on a page, in points from the top left, with the numbers of its values."""

    x: float
    y: float
    width: float
    height: float
    field: str
    numbers: str


def groups_of(sheet: Sheet, reviewer: str) -> list[Group]:
    """The values of a document by agreement and commitment, an agreement's commitments after it, as `reviewer` sees them."""
    found: dict[str, list[tuple[int, Judged]]] = {}
    for number, one in enumerate(sheet.judged):
        owner = str(one.owner.key) if one.owner else one.key.of or str(one.key)
        found.setdefault(owner, []).append((number, one))
    rejected = {str(one.key) for one in sheet.judged if not one.key.of and one.final is None}
    groups = [
        _group(key, [_value(*one, Key.parse(key).field, rejected, reviewer) for one in members], members[0][1])
        for key, members in found.items()
    ]
    places = {item: at for at, item in enumerate(dict.fromkeys(_order(sheet.record)))}
    return sorted(groups, key=lambda group: places.get(group.item, len(places)))


def _group(key: str, values: list[ValueView], head: Judged) -> Group:
    owner = head.value if head.value and not head.key.of else head.owner
    return Group(key, Key.parse(key).field, owner.item if owner else "", owner.value if owner else head.final or "",
                 tuple(values))  # fmt: skip


def _order(record: Json) -> Iterator[str]:
    """The ids of agreements, each followed by its commitments, then those of the other commitments."""
    for agreement in record["agreements"]:
        yield agreement["id"]
        yield from (one["id"] for one in record["commitments"] if one["agreement"] == agreement["id"])
    yield from (one["id"] for one in record["commitments"])


def _value(number: int, one: Judged, kind: str, rejected: set[str], reviewer: str) -> ValueView:
    value = one.value
    said: dict[str, Any] = dict(value.said) if value else {}
    last = one.decisions[-1] if one.decisions else None
    owner = kind if one.key.of else ""
    with_owner = one.key.of in rejected
    mine = next((said for said in one.decisions if said.reviewer == reviewer), None)
    return ValueView(
        number=number, key=str(one.key), version=version_of(one), field=one.key.field,
        found=value.value if value else None, final=one.final, about=value.about if value else "", state=one.state,
        undecided=one.state in UNDECIDED, with_owner=with_owner,
        confidence=value.confidence if value else None, rule=said.get("rule", last.rule if last else ""),
        page=said.get("page", 0), sentence=said.get("sentence", last.sentence if last else ""),
        choices=f"{owner}-{one.key.field}" if (owner, one.key.field) in CHOICES else "",
        said=() if with_owner else tuple(one.decisions), mine=None if with_owner else mine,
    )  # fmt: skip


def text_of(sheet: Sheet, source: Json) -> list[Shown]:
    """The blocks of a document's text, cut into runs that know the numbers of their values."""
    marks = [
        Mark(start, end, one.key.field, str(number))
        for number, one in enumerate(sheet.judged)
        for start, end in (one.value.places if one.value else ((one.key.start, one.key.end),))
        if start >= 0
    ]
    return list(blocks_of(source["text"], source["blocks"], marks))


def boxes_of(sheet: Sheet) -> dict[int, list[BoxView]]:
    """The boxes of the values by page, the smallest last, so that it lies on top."""
    evidence = {(one["start"], one["end"]): one for one in _evidence(sheet.record)}
    numbers: dict[tuple[int, tuple[float, ...]], list[int]] = {}
    for number, one in enumerate(sheet.judged):
        for place in one.value.places if one.value else ():
            for box in evidence[place]["boxes"] if place in evidence else ():
                numbers.setdefault((evidence[place]["page"], tuple(box)), []).append(number)
    found: dict[int, list[BoxView]] = {}
    by_size = sorted(numbers.items(), key=lambda one: -_area(one[0][1]))
    for (page, (x0, y0, x1, y1)), over in by_size:
        narrow = min(over, key=lambda number: _breadth(sheet.judged[number]))
        ordered = [narrow, *(number for number in over if number != narrow)]
        found.setdefault(page, []).append(
            BoxView(x0, y0, x1 - x0, y1 - y0, sheet.judged[narrow].key.field, " ".join(map(str, ordered)))
        )
    return found


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _breadth(one: Judged) -> int:
    return one.key.end - one.key.start


def _evidence(record: Json) -> Iterable[Json]:
    """All evidence of a record."""
    for agreement in record["agreements"]:
        yield from agreement["evidence"]
        for part in ("parties", "signatories", "participants"):
            for one in agreement[part]:
                yield from one["evidence"]
    for commitment in record["commitments"]:
        yield from commitment["evidence"]


def owners_of(groups: Iterable[Group]) -> list[tuple[str, str, str]]:
    """Who a value can be added to: key, field and name."""
    return [(group.key, group.kind, group.name) for group in groups if group.kind in FIELDS_OF]
