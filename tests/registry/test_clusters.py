from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from camket.cli import app
from camket.errors import UsageError
from camket.registry.build import build
from camket.registry.measure import measure
from camket.run.batch import Job, run
from camket.run.supervisor import Bounds
from tests.conftest import CORPUS, needs_ocr
from tests.registry.runs import record, rows, run_of

CLUSTERS = CORPUS / "clusters"
GOLD: dict[str, Any] = json.loads((CLUSTERS / "clusters.json").read_text(encoding="utf-8"))
DOCUMENTS = {path.relative_to(CLUSTERS).as_posix() for path in CLUSTERS.glob("*/*.*") if path.parent.name != "texts"}


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clusters")
    run(Job((CLUSTERS,), folder / "run", bounds=Bounds(workers=2)))
    build([folder / "run"], folder / "registry")
    return folder / "registry"


def test_there_are_as_many_clusters_and_look_alikes_as_promised() -> None:
    assert sum(2 <= len(documents) <= 6 for documents in GOLD["clusters"].values()) >= 25
    assert len(GOLD["apart"]) >= 12
    assert sum(path.endswith(".pdf") for path in DOCUMENTS) >= 3


def test_the_gold_tells_of_every_document() -> None:
    told = {document for documents in GOLD["clusters"].values() for document in documents}
    assert told | set(GOLD["background"]) == DOCUMENTS


@needs_ocr
def test_documents_of_one_agreement_are_linked_and_no_look_alikes_merged(registry: Path) -> None:
    linking = measure(CLUSTERS / "clusters.json", registry / "registry.jsonl")
    assert linking.merged == ()
    assert linking.wrong == ()
    assert linking.pairs.f1 >= 0.95


@needs_ocr
def test_a_scan_of_the_paper_stands_first_among_its_sources(registry: Path) -> None:
    (row,) = [
        row
        for row in rows(registry)
        if any(one["path"] == "cong-doan-sieu-thi-2019/van-ban.pdf" for one in row["sources"])
    ]
    assert row["documents"] == 4
    assert row["sources"][0]["instrument"]
    assert row["number"]["value"] == "18/TTHT-LĐLĐ-SH"
    assert row["signed_on"]["value"] == "2019-12-06"
    assert [one["value"] for one in row["signed_on"]["otherwise"]] == ["2019-12-07"]


def test_the_commands_link_and_measure(tmp_path: Path) -> None:
    told = run_of(
        tmp_path / "run",
        record("a", "Sở Y tế Lâm Đồng", "Bệnh viện Hoàn Sơn"),
        record("b", "Sở Y tế Lâm Đồng", "Bệnh viện Hoàn Sơn"),
    )
    done = CliRunner().invoke(app, ["registry", str(told), "-o", str(tmp_path / "registry")])
    assert done.exit_code == 0
    assert "1 agreements from 2 mentions in 2 documents; 1 told by several" in done.output
    gold = tmp_path / "gold.json"
    gold.write_text(
        json.dumps(
            {"clusters": {"one": ["a.txt"], "two": ["b.txt"]}, "apart": [{"clusters": ["one", "two"], "why": "a test"}]}
        )
    )
    done = CliRunner().invoke(app, ["evaluate", "--registry", str(gold), str(tmp_path / "registry" / "registry.jsonl")])
    assert done.exit_code == 1
    assert "wrong: a.txt - b.txt" in done.output
    assert "merged: one and two: a test" in done.output


def test_a_gold_that_names_no_cluster_is_told(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text('{"clusters": {}, "apart": [{"clusters": ["one"], "why": ""}]}')
    with pytest.raises(UsageError, match="does not exist"):
        measure(gold, tmp_path / "registry.jsonl")
