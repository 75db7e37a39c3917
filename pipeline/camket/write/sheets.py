"""Sheets: CSV with BOM and XLSX, from the same columns, with no cell that a program takes for a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from camket.write.columns import Row
from camket.write.files import write_whole

if TYPE_CHECKING:
    from pandas import DataFrame

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = {"sentence": 80, "evidence": 50, "text": 60, "value": 50, "parties": 60, "title": 40, "document": 28}
_LONGEST_CELL = 32_000


def frame(rows: Iterable[Row], columns: Sequence[str]) -> DataFrame:
    """The rows as a frame of strings with `columns`."""
    from pandas import DataFrame  # noqa: PLC0415 - 0.4 s to import

    return DataFrame(
        [{key: _safe(value) for key, value in row.items()} for row in rows], columns=list(columns), dtype=str
    )


def _safe(cell: str) -> str:
    """`cell` as text for any program: an apostrophe before what would be read as a formula (CWE-1236)."""
    cell = cell.encode("utf-8", "replace").decode("utf-8")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_csv(path: Path, rows: Iterable[Row], columns: Sequence[str]) -> None:
    """`path` holds the rows as CSV: UTF-8 with BOM, so that Excel and LibreOffice read Vietnamese right."""
    text = frame(rows, columns).to_csv(index=False, lineterminator="\r\n")
    write_whole(path, b"\xef\xbb\xbf" + text.encode("utf-8"))


def write_xlsx(path: Path, rows: Iterable[Row], columns: Sequence[str]) -> None:
    """`path` holds the rows as one sheet: header kept in view, columns wide enough, every cell a string."""
    from pandas import ExcelWriter  # noqa: PLC0415

    table = frame(rows, columns).map(lambda cell: str(cell)[:_LONGEST_CELL])
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        table.to_excel(writer, sheet_name="review", index=False)
        sheet = writer.sheets["review"]
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(table)), len(columns) - 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDTHS.get(column, 16))
    write_whole(path, buffer.getvalue())
