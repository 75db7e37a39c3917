"""What is exported: the records of a run's folder, as found or as reviewed, each with its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from camket.errors import UsageError
from camket.files import read_jsonl
from camket.write import DOCUMENTS, RECORDS

REVIEWED = "reviewed.jsonl"
RUN_FILES = frozenset({RECORDS, DOCUMENTS, REVIEWED})
"""What exports are made from, and must not be written over."""


@dataclass(frozen=True, slots=True)
class Source:
    """A run's folder, and the file of records in it that counts."""

    folder: Path
    records: Path

    @classmethod
    def of(cls, folder: Path, *, reviewed: bool = False) -> Source:
        """The source in `folder`; UsageError, with the way out, where it does not hold what is needed."""
        records = records_of(folder)
        if not (folder / DOCUMENTS).is_file():
            raise UsageError(f"{folder}: there is no {DOCUMENTS} here, which has the texts; run `camket run` again")
        if reviewed and not (folder / REVIEWED).is_file():
            raise UsageError(f"{folder}: there is no {REVIEWED} here; leave --reviewed out, or apply a review first")
        return cls(folder, folder / REVIEWED if reviewed else records)

    @property
    def made_by(self) -> str:
        """What made the records, as far as run.json tells: "camket 0.1.0"."""
        run = self.folder / "run.json"
        told = json.loads(run.read_text(encoding="utf-8")) if run.is_file() else {}
        return f"camket {told.get('camket', '')}".strip()

    def documents(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Each record with the text of its document, one after another."""
        sources = read_jsonl(self.folder / DOCUMENTS)
        for record in read_jsonl(self.records):
            path = record["document"]["path"]
            text = next((source["text"] for source in sources if source["path"] == path), None)
            if text is None:
                raise UsageError(f"{self.records}: {path} does not stand in {DOCUMENTS}, or not in the same order; "
                                 f"run `camket run` again")  # fmt: skip
            yield record, text


def records_of(folder: Path) -> Path:
    """The records of the run in `folder`; UsageError where there are none."""
    path = folder / RECORDS
    if not path.is_file():
        raise UsageError(f"{folder}: there is no {RECORDS} here; run `camket run INPUT -o {folder}` first")
    return path
