"""Views of a run's records: sheets and the report. records.jsonl is the truth, every view is made from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from camket.write import columns, html, sheets
from camket.write.files import read_jsonl

Records = list[dict[str, Any]]

WRITERS: dict[str, Callable[[Path, Records], None]] = {
    "agreements.csv": lambda path, records: sheets.write_csv(
        path, columns.agreement_rows(records), columns.AGREEMENT_COLUMNS
    ),
    "commitments.csv": lambda path, records: sheets.write_csv(
        path, columns.commitment_rows(records), columns.COMMITMENT_COLUMNS
    ),
    "review.csv": lambda path, records: sheets.write_csv(path, columns.review_rows(records), columns.REVIEW_COLUMNS),
    "review.xlsx": lambda path, records: sheets.write_xlsx(path, columns.review_rows(records), columns.REVIEW_COLUMNS),
    "report.html": html.write_report,
}
"""The views by the names of their files."""


def write_views(folder: Path) -> None:
    """Every view of the records in `folder` stands beside them."""
    records = list(read_jsonl(folder / "records.jsonl"))
    for name, write in WRITERS.items():
        write(folder / name, records)
