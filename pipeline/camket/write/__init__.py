"""The files of a run: its records, and the sheets and the report that are made from them, in one pass over them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from camket.decisions import DecisionIndex
from camket.files import to_json, whole
from camket.judgement import judge
from camket.labels import Labels, Language
from camket.write import columns
from camket.write.html import Report
from camket.write.review_rows import REVIEW_COLUMNS, SortedRows, review_rows, text_of
from camket.write.reviewed import reviewed
from camket.write.sheets import Csv
from camket.write.workbook import Workbook

RECORDS, DOCUMENTS, REVIEWED = "records.jsonl", "documents.jsonl", "reviewed.jsonl"
AGREEMENTS, COMMITMENTS, REPORT = "agreements.csv", "commitments.csv", "report.html"
REVIEW_CSV, REVIEW_BOOK = "review.csv", "review.xlsx"
SHEETS = (REVIEW_CSV, REVIEW_BOOK)
"""The files that reviewers write in."""


@dataclass(frozen=True, slots=True)
class Published:
    """A document as it goes into the files: its lines of records.jsonl and documents.jsonl, and whether it tells of something."""

    record: str
    source: bytes
    telling: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What the files tell of review: what was decided, and the language of the sheets."""

    decisions: DecisionIndex
    language: Language = Language.ENGLISH


def outputs(review: Review) -> tuple[str, ...]:
    """The names of the files that `publish` writes; reviewed.jsonl is one where something was decided."""
    return (RECORDS, DOCUMENTS, AGREEMENTS, COMMITMENTS, REPORT, *SHEETS, *([REVIEWED] if review.decisions else []))


class Desk:
    """review.csv, review.xlsx and reviewed.jsonl, from records that come one after another."""

    def __init__(self, sheets: IO[bytes], book: IO[bytes], reviewed: IO[bytes] | None, review: Review) -> None:
        self._reviewed, self._decisions = reviewed, review.decisions
        self._labels = Labels.of(review.language)
        self._csv = Csv(sheets, REVIEW_COLUMNS, [self._labels.columns[one] for one in REVIEW_COLUMNS])
        self._book = Workbook(book, self._labels)
        self._rows = SortedRows()

    def add(self, record: dict[str, Any], source: bytes, anchor: str) -> None:
        """The files have what `record` tells, as it stands after review; `anchor` as in review_rows."""
        decisions = self._decisions.of(record["document"]["id"])
        text = text_of(source)
        judged = judge(record, decisions)
        final = reviewed(record, judged, text) if self._reviewed else record
        if record["agreements"] or record["commitments"] or judged:
            for row in review_rows(final, judged, text, self._labels, anchor):
                self._rows.add(row)
            self._book.add(final)
        if self._reviewed:
            self._reviewed.write(f"{to_json(final)}\n".encode())

    def close(self) -> None:
        """The files are complete."""
        with closing(self._rows):
            self._csv.add(row.cells for row in self._rows)
            self._csv.close()
            for row in self._rows:
                self._book.add_review(row)
            self._book.close()


def publish(folder: Path, documents: Iterable[Published], review: Review) -> None:
    """The files stand in `folder`, all made from `documents`; those that stood there stay until all are whole."""
    with ExitStack() as stack:
        files = {name: stack.enter_context(whole(folder / name)) for name in outputs(review)}
        agreements = Csv(files[AGREEMENTS], columns.AGREEMENT_COLUMNS)
        commitments = Csv(files[COMMITMENTS], columns.COMMITMENT_COLUMNS)
        report = Report(files[REPORT])
        desk = Desk(files[REVIEW_CSV], files[REVIEW_BOOK], files.get(REVIEWED), review)
        read = 0
        for read, one in enumerate(documents, 1):  # noqa: B007 - the number of the last one
            files[RECORDS].write(f"{one.record}\n".encode())
            files[DOCUMENTS].write(one.source + b"\n")
            if not (one.telling or review.decisions):
                continue
            record = json.loads(one.record)
            if one.telling:
                agreements.add(columns.agreement_rows([record]))
                commitments.add(columns.commitment_rows([record]))
                report.add(record, one.source)
            desk.add(record, one.source, report.anchor(record))
        for view in (agreements, commitments, desk):
            view.close()
        report.close(read)


def published(folder: Path) -> Iterator[Published]:
    """The documents of an output folder, as its files have them."""
    with (folder / RECORDS).open(encoding="utf-8") as records, (folder / DOCUMENTS).open("rb") as sources:
        for record, source in zip(records, sources, strict=True):
            told = json.loads(record)
            yield Published(record.rstrip("\n"), source.rstrip(b"\n"), bool(told["agreements"] or told["commitments"]))


def write_sheets(folder: Path, review: Review) -> None:
    """The sheets of review, and reviewed.jsonl where something was decided, stand in `folder`, made from its records."""
    with ExitStack() as stack:
        names = (*SHEETS, *([REVIEWED] if review.decisions else []))
        files = {name: stack.enter_context(whole(folder / name)) for name in names}
        report = Report(BytesIO())
        desk = Desk(files[REVIEW_CSV], files[REVIEW_BOOK], files.get(REVIEWED), review)
        for one in published(folder):
            record = json.loads(one.record)
            if one.telling:
                report.add(record, one.source)
            desk.add(record, one.source, report.anchor(record))
        desk.close()


def write_reviewed(folder: Path, decisions: DecisionIndex) -> None:
    """reviewed.jsonl stands in `folder`: its records as they are after review."""
    with whole(folder / REVIEWED) as file:
        for one in published(folder):
            record = json.loads(one.record)
            judged = judge(record, decisions.of(record["document"]["id"]))
            file.write(f"{to_json(reviewed(record, judged, text_of(one.source)))}\n".encode())


__all__ = [
    "DOCUMENTS", "RECORDS", "REVIEWED", "SHEETS", "Published", "Review", "outputs", "publish", "published",
    "write_reviewed", "write_sheets",
]  # fmt: skip
