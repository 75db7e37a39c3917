from __future__ import annotations

import json
from pathlib import Path

import pytest

from camket.decisions import Decision, DecisionLog, Verdict
from camket.review.stats import candidates, lines, stats
from camket.run.flow import Kit
from camket.values import values_of
from tests.review.folders import NEWS, folder_of


@pytest.fixture
def folder(kit: Kit, tmp_path: Path) -> Path:
    return folder_of(tmp_path / "out", kit, NEWS)


def say(folder: Path, reviewer: str, *verdicts: tuple[str, Verdict, str]) -> None:
    """A reviewer decides on the first values of these fields."""
    record = json.loads((folder / "records.jsonl").read_text(encoding="utf-8"))
    by_field = {value.field: value for value in reversed(list(values_of(record)))}
    DecisionLog(folder).add(
        Decision(record["document"]["id"], by_field[field].key, verdict, reviewer, "2026-01-01T00:00:00Z",
                 by_field[field].value, correction, path="a.txt", text=by_field[field].said["text"],
                 sentence=by_field[field].said["sentence"], rule=by_field[field].said["rule"])
        for field, verdict, correction in verdicts
    )  # fmt: skip


def test_precision_is_told_for_rules_and_fields(folder: Path) -> None:
    say(folder, "An", ("place", Verdict.OK, ""), ("period", Verdict.WRONG, ""), ("due", Verdict.FIX, "2022"),
        ("commitment", Verdict.OK, ""), ("actors", Verdict.WRONG, ""))  # fmt: skip
    found = stats(folder)
    assert (found.fields["place"].precision, found.fields["period"].precision, found.fields["due"].precision) == (
        1,
        0,
        0,
    )
    rule = next(name for name in found.rules if name.startswith("commitment."))
    assert found.rules[rule].precision == 0.5
    assert (found.documents_open, found.states["decided"]) == (1, 5)


def test_reviewers_are_compared_on_what_both_decided(folder: Path) -> None:
    fields = ("place", "period", "due", "commitment")
    say(
        folder,
        "An",
        *[(field, Verdict.OK, "") for field in fields[:2]],
        *[(field, Verdict.WRONG, "") for field in fields[2:]],
    )
    say(folder, "Bình", ("place", Verdict.OK, ""), ("period", Verdict.WRONG, ""), ("due", Verdict.WRONG, ""),
        ("commitment", Verdict.WRONG, ""), ("status", Verdict.OK, ""))  # fmt: skip
    found = stats(folder)
    (pair,) = found.pairs
    assert (pair.reviewers, pair.values, pair.equal, pair.kappa) == (("An", "Bình"), 4, 0.75, 0.5)
    (conflict,) = found.conflicts
    assert (conflict.field, conflict.said) == ("period", {"An": "ok", "Bình": "wrong"})
    assert "period" in found.fields or found.fields["period"].precision is None
    told = "\n".join(lines(found))
    assert "An and Bình" in told
    assert "An: ok; Bình: wrong" in told
    assert json.loads(json.dumps(found.to_json()))["pairs"][0]["kappa"] == 0.5


def test_reviewers_who_always_say_the_same_have_no_kappa(folder: Path) -> None:
    for reviewer in ("An", "Bình"):
        say(folder, reviewer, ("place", Verdict.OK, ""))
    (pair,) = stats(folder).pairs
    assert (pair.equal, pair.kappa) == (1.0, None)


def test_rejected_values_are_told_with_their_sentences_by_rule(folder: Path) -> None:
    say(folder, "An", ("place", Verdict.WRONG, ""), ("commitment", Verdict.WRONG, ""), ("period", Verdict.OK, ""))
    say(folder, "Bình", ("commitment", Verdict.OK, ""))
    found = candidates(folder)
    assert {rule: [one.sentence for one in ones] for rule, ones in found.items()} == {
        "detail.place": [NEWS.splitlines()[2]]
    }


def test_a_decision_that_was_taken_back_counts_no_more(folder: Path) -> None:
    say(folder, "An", ("place", Verdict.WRONG, ""))
    say(folder, "An", ("place", Verdict.OPEN, ""))
    assert not stats(folder).fields
    assert not candidates(folder)
