"""The files of a run: its records, and the sheets and the report that are made from them, in one pass over them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from camket.files import whole
from camket.write import columns
from camket.write.html import Report
from camket.write.sheets import Csv, Workbook

RECORDS, DOCUMENTS = "records.jsonl", "documents.jsonl"


class View(Protocol):
    """A file made from records that tell of something, one after another."""

    def add(self, record: dict[str, Any], source: bytes) -> None:
        """The view has what `record` tells; `source` is the document's line of documents.jsonl."""

    def close(self, read: int) -> None:
        """The view is complete; `read` is how many documents there are in all."""


VIEWS: dict[str, Callable[[IO[bytes]], View]] = {
    "agreements.csv": lambda file: Csv(file, columns.agreement_rows, columns.AGREEMENT_COLUMNS),
    "commitments.csv": lambda file: Csv(file, columns.commitment_rows, columns.COMMITMENT_COLUMNS),
    "review.csv": lambda file: Csv(file, columns.review_rows, columns.REVIEW_COLUMNS),
    "review.xlsx": lambda file: Workbook(file, columns.review_rows, columns.REVIEW_COLUMNS),
    "report.html": Report,
}
"""The views by the names of their files. records.jsonl is the truth, every view is made from it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A document as it goes into the files: its lines of records.jsonl and documents.jsonl, and whether it tells of something."""

    record: str
    source: bytes
    telling: bool


def publish(folder: Path, documents: Iterable[Published]) -> None:
    """The files stand in `folder`, all made from `documents`; those that stood there stay until all are whole."""
    with ExitStack() as stack:
        records, sources, *files = (stack.enter_context(whole(folder / name)) for name in (RECORDS, DOCUMENTS, *VIEWS))
        views = [view(file) for view, file in zip(VIEWS.values(), files, strict=True)]
        read = 0
        for read, one in enumerate(documents, 1):  # noqa: B007 - the number of the last one
            records.write(f"{one.record}\n".encode())
            sources.write(one.source + b"\n")
            if one.telling:
                record = json.loads(one.record)
                for view in views:
                    view.add(record, one.source)
        for view in views:
            view.close(read)


__all__ = ["DOCUMENTS", "RECORDS", "VIEWS", "Published", "publish"]
