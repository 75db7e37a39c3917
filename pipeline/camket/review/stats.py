"""What decisions tell: how often each rule and field is right, what is open, and how far reviewers agree."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from camket.decisions import Decision, DecisionLog, Verdict, standing
from camket.errors import UsageError
from camket.judgement import State, judge
from camket.labels import plain
from camket.write import RECORDS, published


@dataclass(slots=True)
class Tally:
    """Values that were decided on: right as they were, wrong, corrected, and such as were missing."""

    ok: int = 0
    wrong: int = 0
    fix: int = 0
    add: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that was right as it was; None where nothing was decided."""
        found = self.ok + self.wrong + self.fix
        return self.ok / found if found else None

    def to_json(self) -> dict[str, Any]:
        """The tally with its precision."""
        return {**asdict(self), "precision": self.precision}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers: how many values both decided, the share that they decided alike, and Cohen's kappa.

    `kappa` is None where chance alone would have them agree on all.
    """

    reviewers: tuple[str, str]
    values: int
    equal: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that reviewers disagree on, with what each said."""

    path: str
    field: str
    value: str
    said: dict[str, str]


@dataclass(slots=True)
class Stats:
    """What an output folder's decisions tell; `states` counts the values of its records."""

    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    states: Counter[State] = field(default_factory=Counter)
    documents_open: int = 0
    pairs: list[Pair] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    reviewers: Counter[str] = field(default_factory=Counter)

    def to_json(self) -> dict[str, Any]:
        """The stats as plain JSON values."""
        return {
            "states": {state.value: self.states[state] for state in State},
            "documents_open": self.documents_open,
            "reviewers": dict(self.reviewers),
            "fields": {name: one.to_json() for name, one in sorted(self.fields.items())},
            "rules": {name: one.to_json() for name, one in sorted(self.rules.items())},
            "pairs": [asdict(one) for one in self.pairs],
            "conflicts": [asdict(one) for one in self.conflicts],
        }


def stats(folder: Path) -> Stats:
    """What the decisions of `folder` tell. Raises UsageError where it has no records."""
    if not (folder / RECORDS).is_file():
        raise UsageError(f"{folder}: there is no {RECORDS} here; run `camket run INPUT -o {folder}` first")
    found = Stats()
    index = DecisionLog(folder).index()
    said: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for document in index:
        for decisions in _by_value(index.of(document)):
            _count(decisions, found)
            for one, other in combinations(sorted(decisions, key=lambda each: each.reviewer), 2):
                said[one.reviewer, other.reviewer].append((_told(one), _told(other)))
    found.pairs = [_pair(reviewers, both) for reviewers, both in sorted(said.items())]
    for line in published(folder):
        record = json.loads(line.record)
        judged = judge(record, index.of(record["document"]["id"]))
        states = Counter(one.state for one in judged)
        found.states.update(states)
        found.documents_open += bool(states[State.OPEN] + states[State.CHANGED] + states[State.CONFLICT])
        found.conflicts += [
            Conflict(record["document"]["path"], one.key.field, one.value.value if one.value else one.decisions[0].value,
                     {decision.reviewer: _told(decision) for decision in one.decisions})
            for one in judged if one.state is State.CONFLICT
        ]  # fmt: skip
    return found


def _by_value(decisions: Iterable[Decision]) -> Iterator[list[Decision]]:
    """The last decision of each reviewer, for each value that they saw in one place."""
    for _, said in standing(decisions):
        values: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in said:
            values[plain(one.value)].append(one)
        yield from values.values()


def _count(decisions: list[Decision], found: Stats) -> None:
    """A value counts once, by what its reviewers agree on; where they do not, it is in conflict and counts nowhere."""
    found.reviewers.update(one.reviewer for one in decisions)
    verdicts = {one.verdict for one in decisions}
    if Verdict.ADD in verdicts:
        found.fields[decisions[0].key.field].add += 1
        return
    if len({_told(one) for one in decisions}) > 1:
        return
    (verdict,) = verdicts
    tallies = [found.fields[decisions[0].key.field]]
    if decisions[0].rule:
        tallies.append(found.rules[decisions[0].rule])
    for tally in tallies:
        setattr(tally, verdict.value, getattr(tally, verdict.value) + 1)


def _told(one: Decision) -> str:
    """What a reviewer said, as another would have to say it to agree."""
    return f"{one.verdict.value} → {one.correction}" if one.verdict is Verdict.FIX else one.verdict.value


def _pair(reviewers: tuple[str, str], both: list[tuple[str, str]]) -> Pair:
    """How far two reviewers agree on the values that both decided."""
    total = len(both)
    equal = sum(one == other for one, other in both) / total
    first, second = (Counter(pair[at] for pair in both) for at in (0, 1))
    chance = sum(first[said] * second[said] for said in first) / total**2
    return Pair(reviewers, total, equal, None if chance == 1 else (equal - chance) / (1 - chance))


def lines(found: Stats) -> Iterator[str]:
    """The stats as people read them."""
    total = found.states.total()
    asked = found.states[State.OPEN] + found.states[State.CHANGED] + found.states[State.CONFLICT]
    yield f"{total:,} values, {total - asked:,} decided, {asked:,} to decide in {found.documents_open:,} documents"
    yield "  " + ", ".join(f"{found.states[state]:,} {state.value}" for state in State)
    if found.reviewers:
        yield "by " + ", ".join(f"{name} ({number:,})" for name, number in found.reviewers.most_common())
    for title, tallies in (("field", found.fields), ("rule", found.rules)):
        if tallies:
            yield f"\n{title:<26}{'ok':>7}{'wrong':>7}{'fix':>7}{'add':>7}  precision"
            for name, one in sorted(tallies.items()):
                share = "" if one.precision is None else f"{one.precision:.2f}"
                yield f"{name:<26}{one.ok:>7}{one.wrong:>7}{one.fix:>7}{one.add:>7}  {share:>9}"
    if found.pairs:
        yield f"\n{'reviewers':<40}{'both':>7}{'equal':>8}{'kappa':>8}"
        for pair in found.pairs:
            kappa = "" if pair.kappa is None else f"{pair.kappa:.2f}"
            yield f"{' and '.join(pair.reviewers):<40}{pair.values:>7}{pair.equal:>8.2f}{kappa:>8}"
    if found.conflicts:
        yield f"\n{len(found.conflicts):,} conflicts"
        for conflict in found.conflicts:
            said = "; ".join(f"{name}: {told}" for name, told in conflict.said.items())
            yield f"  {conflict.path}: {conflict.field} {conflict.value!r}: {said}"


def candidates(folder: Path) -> dict[str, list[Decision]]:
    """The values that reviewers rejected, by the rule that found them, one for each sentence."""
    found: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    index = DecisionLog(folder).index()
    for document in index:
        for decisions in _by_value(index.of(document)):
            one = decisions[0]
            if one.rule and {said.verdict for said in decisions} == {Verdict.WRONG}:
                found[one.rule].setdefault(" ".join(one.sentence.split()), one)
    return {rule: list(found[rule].values()) for rule in sorted(found)}
