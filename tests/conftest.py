"""What many tests share: the kit, a run over the corpus, and the shared gold where it is there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from camket.ingest.scans import ocr
from camket.run.batch import Job, Summary, run
from camket.run.flow import Kit
from camket.run.supervisor import Bounds

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"

needs_ocr = pytest.mark.skipif(ocr.available() is not None, reason="Tesseract with Vietnamese is not installed")
needs_shared = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold is not here")


@dataclass(frozen=True)
class DemoRun:
    """A run over the whole corpus."""

    folder: Path
    summary: Summary
    records: list[dict[str, Any]]
    texts: dict[str, str]


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit.open()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    folder = tmp_path_factory.mktemp("demo")
    summary = run(Job((CORPUS,), folder, bounds=Bounds(workers=2)))
    lines = [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    records = [json.loads(line) for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    return DemoRun(folder, summary, records, {line["path"]: line["text"] for line in lines})
