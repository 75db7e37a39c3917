from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from camket import evaluate, ingest
from camket.schema import record_schema
from tests.conftest import CORPUS, DemoRun, needs_ocr

GOLD = [json.loads(line) for line in (CORPUS / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
DOCUMENTS = sorted(path for folder in ("articles", "agreements") for path in (CORPUS / folder).iterdir())


def true_text(doc: str) -> str:
    """The text that the gold of a document was copied from."""
    source = CORPUS / "gold" / "texts" / f"{doc}.txt"
    return (source if source.is_file() else CORPUS / f"{doc}.txt").read_text(encoding="utf-8")


def evidence_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    holders = [*record["commitments"], *record["agreements"]]
    for one in record["agreements"]:
        holders += [*one["parties"], *one["signatories"], *one["participants"]]
    return [evidence for holder in holders for evidence in holder["evidence"]]


def test_the_corpus_is_as_large_and_as_mixed_as_promised() -> None:
    suffixes = {path.suffix for path in DOCUMENTS}
    assert len(DOCUMENTS) >= 40
    assert {".txt", ".html", ".docx", ".pdf", ".png", ".jpg"} <= suffixes
    assert sum(path.parent.name == "agreements" for path in DOCUMENTS) >= 6
    assert sum(not gold["agreements"] and not gold["commitments"] for gold in GOLD) >= 10


def test_every_document_has_gold_and_every_gold_a_document() -> None:
    assert {gold["doc"] for gold in GOLD} == {path.relative_to(CORPUS).with_suffix("").as_posix() for path in DOCUMENTS}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["doc"])
def test_every_gold_text_is_an_exact_substring_of_its_document(gold: dict[str, Any]) -> None:
    text = true_text(gold["doc"])
    assert unicodedata.is_normalized("NFC", text)
    said = [one[key] for one in gold["commitments"] for key in ("text", "amount") if one[key]]
    written_out = {forms[0] for agreement in gold["agreements"] for forms in agreement["parties"]}
    said += [
        actor for one in gold["commitments"] if one["actors"] != "all" for actor in one["actors"]
        if actor not in written_out
    ]  # fmt: skip
    for agreement in gold["agreements"]:
        said += [person["name"] for person in agreement["signatories"]] + [agreement["place"] or ""]
        for forms in agreement["parties"]:
            resolved = [form for form in forms if form not in text]
            assert resolved in ([], forms[:1]), "only the first form may be written out from an elided list"
            assert resolved != forms or "hai nước" in text, "bodies of two states may be told in one word"
    assert [one for one in said if one not in text] == []


def test_every_input_ends_once_in_the_ledger(demo: DemoRun) -> None:
    ledger = [json.loads(line) for line in (demo.folder / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["path"] for line in ledger] == sorted(path.relative_to(CORPUS).as_posix() for path in DOCUMENTS)


@needs_ocr
def test_the_whole_corpus_is_read(demo: DemoRun) -> None:
    assert demo.summary.counts == {"ok": len(DOCUMENTS)}


def test_every_evidence_is_the_exact_text_at_its_place(demo: DemoRun) -> None:
    for record in demo.records:
        text = demo.texts[record["document"]["path"]]
        assert unicodedata.is_normalized("NFC", text)
        for one in evidence_of(record):
            assert text[one["start"] : one["end"]] == one["text"]
            assert one["text"].strip()


def test_every_commitment_and_party_name_stands_in_its_evidence(demo: DemoRun) -> None:
    for record in demo.records:
        for one in record["commitments"]:
            assert " ".join(one["evidence"][0]["text"].split()) == one["text"]


def test_evidence_of_pages_with_boxes_has_boxes(demo: DemoRun) -> None:
    placed = [record for record in demo.records if record["document"]["path"].endswith((".pdf", ".png", ".jpg"))]
    assert placed
    for record in placed:
        for one in evidence_of(record):
            assert one["boxes"]
            assert all(x0 < x1 and y0 < y1 for x0, y0, x1, y1 in one["boxes"])


def test_every_record_satisfies_the_published_schema(demo: DemoRun) -> None:
    validator = jsonschema.Draft202012Validator(record_schema())
    for record in demo.records:
        validator.validate(record)


@needs_ocr
def test_no_field_falls_below_its_floor(demo: DemoRun) -> None:
    pinned = json.loads((CORPUS / "gold" / "floors.json").read_text(encoding="utf-8"))
    scores = evaluate.score(evaluate.load(CORPUS / "gold" / "gold.jsonl"), evaluate.load(demo.folder / "records.jsonl"))
    assert evaluate.below(scores, pinned["f1"]) == []


def test_the_floors_are_pinned_for_this_corpus() -> None:
    pinned = json.loads((CORPUS / "gold" / "floors.json").read_text(encoding="utf-8"))
    assert pinned["gold"] == ingest.content_id((CORPUS / "gold" / "gold.jsonl").read_bytes()), (
        "the gold has changed: measure again and pin the floors anew, none lower without a reason in CHANGELOG.md"
    )
    assert set(pinned["f1"]) <= set(evaluate.FIELDS)


def test_hard_negatives_hold_nothing(demo: DemoRun) -> None:
    empty = {gold["doc"] for gold in GOLD if not gold["agreements"] and not gold["commitments"]}
    found = [
        Path(record["document"]["path"]).with_suffix("").as_posix() for record in demo.records if record["agreements"]
    ]
    assert not empty & set(found)
