"""Sheets: CSV with BOM and XLSX, from the same columns, with no cell that a program takes for a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

from camket.files import writable
from camket.write.columns import Row

if TYPE_CHECKING:
    from pandas import DataFrame

Rows = Callable[[Iterable[dict[str, Any]]], Iterator[Row]]
"""The rows that records make."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = {"sentence": 80, "evidence": 50, "text": 60, "value": 50, "parties": 60, "title": 40, "document": 28}
_LONGEST_CELL = 32_000
_MOST_ROWS = 1_000_000
"""A sheet of Excel holds 1,048,576."""
_PIECE = 5_000


def frame(rows: Iterable[Row], columns: Sequence[str]) -> DataFrame:
    """The rows as a frame of strings with `columns`."""
    from pandas import DataFrame  # noqa: PLC0415 - 0.4 s to import

    return DataFrame(
        [{key: _safe(value) for key, value in row.items()} for row in rows], columns=list(columns), dtype=str
    )


def _safe(cell: str) -> str:
    """`cell` as text for any program: an apostrophe before what would be read as a formula (CWE-1236)."""
    cell = writable(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


class Csv:
    """A sheet as CSV: UTF-8 with BOM, so that Excel and LibreOffice read Vietnamese right; written piece by piece."""

    def __init__(self, file: IO[bytes], rows: Rows, columns: Sequence[str]) -> None:
        self._file, self._rows, self._columns = file, rows, columns
        self._waiting: list[Row] = []
        file.write(b"\xef\xbb\xbf" + ",".join(columns).encode() + b"\r\n")

    def add(self, record: dict[str, Any], _source: bytes) -> None:
        """The sheet has the rows of `record`."""
        self._waiting += self._rows([record])
        if len(self._waiting) >= _PIECE:
            self._write()

    def close(self, _read: int) -> None:
        """The sheet is complete."""
        self._write()

    def _write(self) -> None:
        if self._waiting:
            text = frame(self._waiting, self._columns).to_csv(index=False, header=False, lineterminator="\r\n")
            self._file.write(text.encode("utf-8"))
        self._waiting.clear()


class Workbook:
    """A sheet as XLSX: header kept in view, columns wide enough, every cell a string; it goes on in a second where one is full."""

    def __init__(self, file: IO[bytes], rows: Rows, columns: Sequence[str]) -> None:
        from xlsxwriter import Workbook as Book  # noqa: PLC0415

        self._book = Book(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                 "strings_to_numbers": False})  # fmt: skip
        self._rows, self._columns = rows, columns
        self._head = self._book.add_format({"bold": True})
        self._sheet, self._at = self._begin("review"), 1

    def _begin(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(self._columns):
            sheet.set_column(at, at, _WIDTHS.get(column, 16))
            sheet.write_string(0, at, column, self._head)
        return sheet

    def add(self, record: dict[str, Any], _source: bytes) -> None:
        """The sheet has the rows of `record`."""
        for row in self._rows([record]):
            if self._at > _MOST_ROWS:
                self._end_sheet()
                self._sheet, self._at = self._begin(f"review {len(self._book.worksheets()) + 1}"), 1
            for at, column in enumerate(self._columns):
                self._sheet.write_string(self._at, at, _safe(row[column])[:_LONGEST_CELL])
            self._at += 1

    def close(self, _read: int) -> None:
        """The workbook is complete."""
        self._end_sheet()
        self._book.close()

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._at - 1), len(self._columns) - 1)
