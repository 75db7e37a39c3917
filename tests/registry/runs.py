"""Runs for tests of linking: records of a few words, in the shape that `camket run` writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from camket.registry.build import build
from camket.registry.write import REGISTRY

Json = dict[str, Any]


def record(name: str, *parties: str, text: str = "", published: str | None = "2020-05-06", **values: Any) -> Json:
    """A record of a document that tells of one agreement; `values` are those of the agreement."""
    said = text or f"{' và '.join(parties)} ký kết thỏa thuận hợp tác"
    signing = {"start": 0, "end": len(said), "text": said, "page": 1, "boxes": [], "rule": values.pop("rule", "signing.act"),
               "sentence": said, "field": "signing"}  # fmt: skip
    sides = [{"id": f"p{at}", "name": party, "aliases": [], "canonical": party, "type": values.pop(f"type{at}", "government"),
              "province": None, "confidence": 0.92, "evidence": [signing]} for at, party in enumerate(parties, 1)]  # fmt: skip
    agreement = {
        "id": "a1", "kind": "agreement", "status": "signed", "title": None, "number": None, "parties": sides,
        "signed_on": "2020-05-05", "period": None, "place": None, "value": [], "signatories": [], "participants": [],
        "notes": [], "confidence": 0.8, "evidence": [signing], **values,
    }  # fmt: skip
    document = {"id": f"{name:0>16}"[-16:], "path": f"{name}.txt", "media_type": "text/plain", "title": None, "source": None, "author": None,
                "url": None, "published_on": published, "pages": 1, "ocr": False, "text_quality": 1.0, "warnings": []}  # fmt: skip
    return {"schema": "camket/1", "document": document, "agreements": [agreement], "commitments": [], "text": said}


def person(name: str, party: str | None = None) -> Json:
    """Someone who signed."""
    return {"name": name, "title": None, "party": party, "confidence": 0.9, "evidence": []}


def run_of(folder: Path, *records: Json) -> Path:
    """A run with these records stands in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [json.dumps({"path": one["document"]["path"], "text": one["text"]}, ensure_ascii=False) for one in records]
    lines = [
        json.dumps({key: value for key, value in one.items() if key != "text"}, ensure_ascii=False) for one in records
    ]
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "documents.jsonl").write_text("\n".join(texts) + "\n", encoding="utf-8")
    return folder


def linked(folder: Path, *records: Json) -> list[Json]:
    """The rows of the registry of a run with these records; one that stands there gives ids."""
    build([run_of(folder / "run", *records)], folder / "registry")
    return rows(folder / "registry")


def rows(folder: Path) -> list[Json]:
    """The rows of a registry."""
    return [json.loads(line) for line in (folder / REGISTRY).read_text(encoding="utf-8").splitlines()]


def together(registry: list[Json]) -> list[list[str]]:
    """The documents of each agreement."""
    return sorted(sorted(one["path"] for one in row["sources"]) for row in registry)
