"""A telling: a run of words that holds commitments, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from camket.analysis import Analysis, Name
from camket.document import Place
from camket.folding import fold
from camket.records import Agreement, CommitmentKind, Party

Actors = Literal["all"] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Words at `place` that tell commitments of `actors`.

    `fields` says that they list fields of cooperation; `needs_act` that only items that begin with an act count,
    `sure` that the first one counts in any case.
    """

    kind: CommitmentKind
    place: Place
    actors: Actors
    agreement: str | None
    rule: str
    confidence: float
    fields: bool = False
    needs_act: bool = True
    sure: bool = False


def party_of(name: Name, agreements: Sequence[Agreement], analysis: Analysis) -> tuple[Agreement, Party] | None:
    """The agreement and its party that `name` names."""
    forms = {fold(" ".join(place.of(analysis.text).split())) for place in (name.place, name.core) if place}
    for agreement in agreements:
        for party in agreement.parties:
            if forms & {fold(form) for form in (party.name, *party.aliases)}:
                return agreement, party
    return None


def agreement_at(place: Place, agreements: Sequence[Agreement]) -> str | None:
    """The agreement told last before `place`, else the first."""
    if not agreements:
        return None
    told = [(max((e.start for e in one.evidence if e.field == "signing" and e.start <= place.start), default=-1), one.id)
            for one in agreements]  # fmt: skip
    best = max(told, key=lambda pair: pair[0])
    return best[1] if best[0] >= 0 else agreements[0].id
