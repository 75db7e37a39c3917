"""Sheets as CSV with BOM, with no cell that a program takes for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

from camket.files import writable
from camket.write.columns import Row

if TYPE_CHECKING:
    from pandas import DataFrame

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PIECE = 5_000


def frame(rows: Iterable[Row], columns: Sequence[str]) -> DataFrame:
    """The rows as a frame of strings with `columns`."""
    from pandas import DataFrame  # noqa: PLC0415 - 0.4 s to import

    return DataFrame(
        [{key: safe(value) for key, value in row.items()} for row in rows], columns=list(columns), dtype=str
    )


def safe(cell: str) -> str:
    """`cell` as text for any program: an apostrophe before what would be read as a formula (CWE-1236)."""
    cell = writable(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unsafe(cell: str) -> str:
    """What `cell` was before `safe`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


class Csv:
    """A sheet as CSV: UTF-8 with BOM, so that Excel and LibreOffice read Vietnamese right; written piece by piece."""

    def __init__(self, file: IO[bytes], columns: Sequence[str], heads: Sequence[str] = ()) -> None:
        self._file, self._columns = file, columns
        self._waiting: list[Row] = []
        file.write(b"\xef\xbb\xbf" + ",".join(heads or columns).encode() + b"\r\n")

    def add(self, rows: Iterable[Row]) -> None:
        """The sheet has the rows."""
        for row in rows:
            self._waiting.append(row)
            if len(self._waiting) >= _PIECE:
                self._write()

    def close(self) -> None:
        """The sheet is complete."""
        self._write()

    def _write(self) -> None:
        if self._waiting:
            text = frame(self._waiting, self._columns).to_csv(index=False, header=False, lineterminator="\r\n")
            self._file.write(text.encode("utf-8"))
        self._waiting.clear()
