from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from camket import evaluate
from camket.errors import UsageError
from tests.conftest import CORPUS, SHARED, DemoRun, needs_shared

PARTIES = [["Sở Y tế An Giang"], ["Bệnh viện Chợ Rẫy"]]


def gold(**changes: object) -> dict[str, object]:
    agreement = {"kind": "programme", "status": "signed", "parties": PARTIES, "signed_on": "XXXX-03-14", "period": None,
                 "place": None, "signatories": [{"name": "Trần Văn A", "for": 0}], **changes}  # fmt: skip
    return {"doc": "x/1", "agreements": [agreement], "commitments": []}


def test_gold_against_itself_is_perfect() -> None:
    documents = evaluate.load(CORPUS / "gold" / "gold.jsonl")
    scores = evaluate.score(documents, documents)
    assert all(score.f1 == 1.0 for score in scores.fields.values())


def test_an_x_in_the_gold_stands_for_any_digit() -> None:
    found = {"x/1": gold(signed_on="2019-03-14")}
    assert evaluate.score({"x/1": gold()}, found).fields["signed_on"].hit == 1


def test_an_honorific_makes_no_other_name() -> None:
    found = {"x/1": gold(signatories=[{"name": "ông Trần Văn A"}])}
    assert evaluate.score({"x/1": gold()}, found).fields["signatories"].f1 == 1.0


def test_a_document_without_a_record_has_found_nothing() -> None:
    score = evaluate.score({"x/1": gold()}, {}).fields["parties"]
    assert (score.hit, score.found, score.gold) == (0, 0, 2)


def test_a_line_that_is_no_record_is_told_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"doc": "a", "agreements": [], "commitments": []}\n[1]\n')
    with pytest.raises(UsageError, match="line 2"):
        evaluate.load(tmp_path / "gold.jsonl")


def test_a_floor_for_an_unknown_field_is_told() -> None:
    with pytest.raises(UsageError, match="no field 'party'"):
        evaluate.below(evaluate.Scores(), {"party": 0.5})


@needs_shared
def test_the_figures_are_those_of_the_shared_scorer(demo: DemoRun) -> None:
    records = demo.folder / "records.jsonl"
    command = [sys.executable, SHARED / "gold" / "score.py", CORPUS / "gold" / "gold.jsonl", records, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = evaluate.score(evaluate.load(CORPUS / "gold" / "gold.jsonl"), evaluate.load(records))
    assert set(theirs) == set(ours.fields)
    for name, row in theirs.items():
        score = ours.fields[name]
        assert (score.hit, score.found, score.gold) == (row["hit"], row["found"], row["gold"]), name
        assert score.f1 == pytest.approx(row["f1"])
