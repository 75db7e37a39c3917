"""Values and what reviewers decided on them, brought together: what stands, what has changed since, what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from camket.decisions import Decision, Verdict, standing
from camket.folding import fold
from camket.values import JOINT, Json, Key, Value, values_of


class State(StrEnum):
    """How far the review of a value is.

    OPEN: nobody decided. DECIDED: all who did agree. CHANGED: what was decided was another value in this place, so it is
    asked again. CONFLICT: reviewers disagree, and the value stays as it was found until one gives way. ADDED: a
    reviewer added it. GONE: it was accepted or corrected, and the record does not have it any more; it is kept.
    """

    OPEN = "open"
    DECIDED = "decided"
    CHANGED = "changed"
    CONFLICT = "conflict"
    ADDED = "added"
    GONE = "gone"


@dataclass(slots=True)
class Judged:
    """A value with the last decision of each reviewer on it; `value` is None where the record does not have it.

    `owner` is the value of the agreement or commitment that has it, where there is one.
    """

    value: Value | None
    owner: Value | None = None
    decisions: list[Decision] = field(default_factory=list)
    state: State = State.OPEN

    @property
    def key(self) -> Key:
        """The place of the value, or of the decision on one that the record does not have."""
        return self.value.key if self.value else self.decisions[-1].key

    @property
    def final(self) -> str | None:
        """The value as it stands after review; None where it was rejected."""
        if self.state in {State.DECIDED, State.ADDED, State.GONE}:
            return self.decisions[-1].final
        return self.value.value if self.value else None


def judge(record: Json, decisions: Iterable[Decision]) -> list[Judged]:
    """Every value of `record` with what was decided on it, and then what was decided and the record does not have.

    A decision belongs to the value with its key; failing that, to the value of the same field that overlaps its place
    and says the same. What overlaps and says something else has changed. What belongs to a rejected agreement or
    commitment is rejected with it.
    """
    values = list(values_of(record))
    found = {value.key: Judged(value) for value in values}
    owners = {str(value.key): value for value in values if not value.key.of}
    for one in found.values():
        one.owner = owners.get(one.key.of)
    left = []
    for key, said in standing(decisions):
        if key in found and said[0].verdict is not Verdict.ADD:
            found[key].decisions += said
        else:
            left.append((key, said))
    lost: list[tuple[Key, list[Decision]]] = []
    alone: set[str] = set()
    for key, said in sorted(left, key=lambda one: bool(one[0].of)):
        if key.of in alone or not _placed(key, said, found):
            lost.append((key, said))
            if not key.of:
                alone.add(str(key))
    for one in found.values():
        _settle(one)
    rejected = {str(key): one for key, one in found.items() if not key.of and one.final is None}
    for one in found.values():
        if one.key.of in rejected:
            one.decisions, one.state = rejected[one.key.of].decisions, State.DECIDED
    return [*found.values(), *_without_value(lost, owners, rejected, alone)]


def _placed(key: Key, said: list[Decision], found: dict[Key, Judged]) -> bool:
    """Whether the record has the value that was decided on under another key; its decisions are then with it."""
    near = [
        one for one in found.values() if one.value and one.key.field == key.field and _near(key, said[-1], one.value)
    ]
    near.sort(key=lambda one: (not _owns(key.of, one.owner), bool(one.decisions)))
    same = _same_agreement if key.field == "agreement" and said[0].verdict is Verdict.ADD else _same
    for one in near:
        free = not one.decisions or _owns(key.of, one.owner)
        if one.value and free and any(same(decision, one.value) for decision in said):
            one.decisions = _latest([*one.decisions, *said])
            return True
    stale = next((one for one in near if not one.decisions and _owns(key.of, one.owner)), None)
    if stale is None or said[0].verdict is Verdict.ADD:
        return False
    stale.decisions += said
    return True


def _near(key: Key, decision: Decision, value: Value) -> bool:
    """Whether a place of `value` overlaps the place decided on; what was added without words is near its like."""
    if key.start < 0:
        return _same(decision, value)
    return any(start < key.end and key.start < end for start, end in value.places)


def _owns(of: str, owner: Value | None) -> bool:
    """Whether `owner` is the agreement or commitment that had the key `of`."""
    if owner is None or not of:
        return owner is None and not of
    key = Key.parse(of)
    return owner.field == key.field and any(start < key.end and key.start < end for start, end in owner.places)


def _same(decision: Decision, value: Value) -> bool:
    """Whether `value` is what was decided on, or what the reviewer made of it."""
    if value.field == "agreement":
        return True
    return _plain(value.value) in {_plain(decision.value), _plain(decision.final or decision.value)}


def _same_agreement(decision: Decision, value: Value) -> bool:
    """Whether an agreement that a reviewer added is `value`: each of its parties is one of its parties."""
    found = {_plain(name) for name in value.value.split(JOINT)}
    return all(
        any(name in other or other in name for other in found) for name in map(_plain, decision.value.split(JOINT))
    )


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _latest(decisions: list[Decision]) -> list[Decision]:
    """The last decision of each reviewer."""
    return list({one.reviewer: one for one in sorted(decisions, key=lambda one: one.at)}.values())


def _settle(one: Judged) -> None:
    """The state of a value is that of its decisions; those on another value count only where there are no others."""
    assert one.value is not None
    fresh = [decision for decision in one.decisions if _same(decision, one.value)]
    if fresh:
        one.decisions = fresh
        one.state = _agreement_of(fresh, State.DECIDED)
    elif one.decisions:
        one.state = State.CHANGED


def _agreement_of(decisions: list[Decision], agreed: State) -> State:
    finals = {None if one.final is None else _plain(one.final) for one in decisions}
    return agreed if len(finals) == 1 else State.CONFLICT


def _without_value(
    lost: list[tuple[Key, list[Decision]]], owners: dict[str, Value], rejected: dict[str, Judged], alone: set[str]
) -> Iterator[Judged]:
    """What was added, or accepted and is no longer found; what was rejected and is not found is done with.

    `alone` are the keys of agreements and commitments that the record does not have: what they have is with them.
    """
    for key, said in lost:
        of = "" if key.of in alone else key.of
        owner = next((one for one in owners.values() if of and _owns(of, one)), None)
        if all(one.final is None for one in said) or (owner and str(owner.key) in rejected):
            continue
        added = any(one.verdict is Verdict.ADD for one in said)
        yield Judged(None, owner, said, _agreement_of(said, State.ADDED if added else State.GONE))
