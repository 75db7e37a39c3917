from __future__ import annotations

from typing import Any

from camket import evaluate
from camket.reliability import judge, table
from tests.conftest import CORPUS, DemoRun

GOLD: dict[str, Any] = {
    "doc": "x/1",
    "agreements": [
        {"parties": [["Sở Y tế An Giang"], ["Bệnh viện Chợ Rẫy"]], "signatories": [{"name": "Trần Văn A", "for": 0}]}
    ],
    "commitments": [{"text": "đào tạo bác sĩ"}, {"text": "chia sẻ dữ liệu bệnh án"}],
}


def named(name: str, confidence: float) -> dict[str, Any]:
    return {"id": name, "name": name, "aliases": [], "confidence": confidence}


RECORD = {
    "document": {"path": "x/1.txt"},
    "agreements": [
        {
            "confidence": 0.95,
            "parties": [named("Sở Y tế An Giang", 0.92), named("Bệnh viện Chợ Rẫy", 0.92), named("Bộ Y tế", 0.86)],
            "signatories": [named("Trần Văn A", 0.93), named("Lê Văn B", 0.8)],
        }
    ],
    "commitments": [
        {"text": "đào tạo bác sĩ", "confidence": 0.85},
        {"text": "xây dựng trụ sở mới", "confidence": 0.75},
    ],
}


def test_values_are_right_by_band_of_their_confidence() -> None:
    reliability = judge({"x/1": GOLD}, {"x/1": RECORD})
    assert reliability.band("agreements", 4) == (1, 1)
    assert (reliability.band("parties", 4), reliability.band("parties", 3)) == ((2, 2), (0, 1))
    assert (reliability.band("signatories", 4), reliability.band("signatories", 3)) == ((1, 1), (0, 1))
    assert (reliability.band("commitments", 3), reliability.band("commitments", 2)) == ((1, 1), (0, 1))


def test_the_precision_of_the_surest_is_told_where_they_reach_the_recall() -> None:
    reliability = judge({"x/1": GOLD}, {"x/1": RECORD})
    assert reliability.precision_at("parties") == 1.0
    assert reliability.precision_at("commitments") is None
    assert reliability.precision_at("commitments", recall=0.5) == 1.0
    assert table(reliability)[-1].split() == ["commitments", "0/0", "0/0", "0/1", "1/1", "0/0", "-"]


def test_values_of_the_corpus_with_a_confidence_of_nine_tenths_are_right(demo: DemoRun) -> None:
    reliability = judge(evaluate.load(CORPUS / "gold" / "gold.jsonl"), evaluate.load(demo.folder / "records.jsonl"))
    for name in ("agreements", "parties", "signatories"):
        right, found = reliability.band(name, 4)
        assert right >= 0.95 * found > 0
