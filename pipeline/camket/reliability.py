"""How often values are right at the confidence that they carry, against gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from camket.evaluate import (
    SAME_COMMITMENT,
    SAME_NAME,
    Json,
    bare,
    forms,
    overlap,
    pairs,
    parties_alike,
    partner,
    same_name,
    tokens,
)

FIELDS = ("agreements", "parties", "signatories", "commitments")
BOUNDS = (0.0, 0.6, 0.7, 0.8, 0.9)
"""Where the bands of confidence begin; the last one ends at 1."""
RECALL = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was found: its field, its confidence, 0 to 1, and whether gold has it."""

    field: str
    confidence: float
    right: bool


@dataclass
class Reliability:
    """The values judged, and how many of each field gold has."""

    values: list[Judged] = field(default_factory=list)
    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    def band(self, name: str, at: int) -> tuple[int, int]:
        """How many values of the field are right, of how many in the band that begins at `BOUNDS[at]`."""
        upper = BOUNDS[at + 1] if at + 1 < len(BOUNDS) else 1.01
        inside = [one for one in self.values if one.field == name and BOUNDS[at] <= one.confidence < upper]
        return sum(one.right for one in inside), len(inside)

    def precision_at(self, name: str, recall: float = RECALL) -> float | None:
        """The precision of the surest values that together reach `recall`; None where all of them do not."""
        ranked = sorted((one for one in self.values if one.field == name), key=lambda one: -one.confidence)
        hits = 0
        for count, one in enumerate(ranked, 1):
            hits += one.right
            if hits >= recall * self.gold[name] > 0:
                return hits / count
        return None


def judge(gold: dict[str, Json], found: dict[str, Json]) -> Reliability:
    """Every value of the records `found` judged by `gold`, both by document as `evaluate.load` gives them."""
    reliability = Reliability()
    for name, wanted in gold.items():
        record = partner(name, found) or {}
        reliability.gold["agreements"] += len(wanted["agreements"])
        reliability.gold["commitments"] += len(wanted["commitments"])
        for one in wanted["agreements"]:
            reliability.gold["parties"] += len(one["parties"])
            reliability.gold["signatories"] += len(one.get("signatories") or [])
        reliability.values += _agreements(wanted["agreements"], record.get("agreements") or [])
        told = record.get("commitments") or []
        same = pairs([tokens(one["text"]) for one in wanted["commitments"]], [tokens(one["text"]) for one in told],
                     overlap, SAME_COMMITMENT)  # fmt: skip
        reliability.values += _judged("commitments", told, (at for _, at in same))
    return reliability


def _agreements(wanted: list[Json], told: list[Json]) -> Iterator[Judged]:
    known = {at: wanted[number] for number, at in pairs(wanted, told, parties_alike, 0.5)}
    yield from _judged("agreements", told, known)
    for at, one in enumerate(told):
        mine = known.get(at, {"parties": [], "signatories": []})
        same = pairs([forms(party) for party in mine["parties"]], [forms(party) for party in one["parties"]],
                     same_name, SAME_NAME)  # fmt: skip
        yield from _judged("parties", one["parties"], (number for _, number in same))
        signed, signers = mine.get("signatories") or [], one.get("signatories") or []
        same = pairs([bare(person["name"]) for person in signed], [bare(person["name"]) for person in signers],
                     lambda a, b: float(a == b), 1.0)  # fmt: skip
        yield from _judged("signatories", signers, (number for _, number in same))


def _judged(name: str, values: list[Json], right: Iterable[int]) -> list[Judged]:
    hits = set(right)
    return [Judged(name, one["confidence"], at in hits) for at, one in enumerate(values)]


def table(reliability: Reliability) -> list[str]:
    """The lines of a table: for each field, right of found by band of confidence, and the precision at `RECALL`."""
    ends = [f"{bound:.1f}-" for bound in BOUNDS]
    lines = [f"{'right of found':<16}" + "".join(f"{end:>10}" for end in ends) + f"{'P at R=' + str(RECALL):>12}"]
    for name in FIELDS:
        cells = ["{}/{}".format(*reliability.band(name, at)) for at in range(len(BOUNDS))]
        sure = reliability.precision_at(name)
        lines.append(f"{name:<16}" + "".join(f"{cell:>10}" for cell in cells)
                     + (f"{sure:12.2f}" if sure is not None else f"{'-':>12}"))  # fmt: skip
    return lines
