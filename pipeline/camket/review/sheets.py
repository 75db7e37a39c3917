"""Sheets as people bring them back: .xlsx, or .csv and .tsv in any encoding and with any delimiter, row by row."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from camket.errors import UndecodableError, UsageError
from camket.folding import normalize
from camket.labels import names, plain
from camket.syllables import is_syllable
from camket.write.sheets import unsafe

NEEDED = ("key", "decision")
"""The columns without which a sheet is none of review."""
_MOST_BEFORE_HEAD = 20
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MANY_NULS = 0.2
_WORD, _MOSTLY = re.compile(r"[^\W\d_]+"), 0.9
_DELIMITERS = ",;\t"
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told of a delimiter."""
_LONGEST_CELL = 1 << 20


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet: its cells by column, and where it stands; `letters` are the columns as spreadsheets name them.

    `dates` are the columns whose cells are dates to the spreadsheet.
    """

    sheet: str
    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]
    dates: frozenset[str] = field(default=frozenset())

    def get(self, column: str) -> str:
        """What stands in a column; nothing where the sheet does not have it."""
        return self.cells.get(column, "")


def read_rows(path: Path) -> Iterator[SheetRow]:
    """The rows of a sheet below its head, blank ones left out; UsageError where it is no sheet of review."""
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file")
    with path.open("rb") as file:
        packed = file.read(4) == b"PK\x03\x04"
    if path.suffix.lower() in {".xls", ".ods"}:
        raise UsageError(f"{path.name}: save it as .xlsx or .csv, then try again")
    yield from _of_workbook(path) if packed else _of_text(path)


def _of_workbook(path: Path) -> Iterator[SheetRow]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a workbook needs it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise UsageError(f"{path.name}: it cannot be read as a workbook ({error}); save it anew as .xlsx") from error
    found = False
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            for row in _below_head(f"{path.name}, sheet {sheet.title}", sheet.iter_rows()):
                found = True
                if row is not None:
                    yield row
    finally:
        book.close()
    if not found:
        raise UsageError(_no_sheet(path))


def _of_text(path: Path) -> Iterator[SheetRow]:
    csv.field_size_limit(_LONGEST_CELL)
    for text in _texts(path):
        told = _SEPARATOR.match(text)
        lines = io.StringIO(text[told.end() :] if told else text, newline="")
        for delimiter in told[1] if told else _DELIMITERS:
            found = False
            lines.seek(0)
            try:
                for row in _below_head(path.name, csv.reader(lines, delimiter=delimiter), 2 if told else 1):
                    found = True
                    if row is not None:
                        yield row
            except csv.Error as error:
                raise UsageError(f"{path.name}: it cannot be read as CSV ({error}); save it anew") from error
            if found:
                return
    raise UsageError(_no_sheet(path))


def _no_sheet(path: Path) -> str:
    return f"{path.name}: it has no columns {' and '.join(NEEDED)}, by which rows of review are known"


def _texts(path: Path) -> Iterator[str]:
    """The text of a file as Excel or LibreOffice may have saved it; another only where no head is found in the first."""
    data = path.read_bytes()
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield normalize(data.decode(encoding, errors="replace"))
            return
    high, low = data[1:1000:2].count(0), data[:1000:2].count(0)
    if high + low > _MANY_NULS * len(data[:1000]):
        yield normalize(data.decode("utf-16-le" if high > low else "utf-16-be", errors="replace"))
        return
    try:
        yield normalize(data.decode("utf-8"))
    except UnicodeDecodeError:
        yield from _old_texts(data, path.name)


def _old_texts(data: bytes, name: str) -> Iterator[str]:
    """The text as Windows saves it in Vietnam, if its words are Vietnamese then, else in the encoding that fits them best.

    A sheet may have so few words that only knowing who saves sheets tells its encoding.
    """
    from camket.ingest.text.encodings import decode  # noqa: PLC0415 - few sheets are in an old encoding

    vietnamese = normalize(data.decode("cp1258", errors="replace"))
    marked = [word for word in _WORD.findall(vietnamese) if not word.isascii()]
    if sum(map(is_syllable, marked)) >= _MOSTLY * len(marked):
        yield vietnamese
    with contextlib.suppress(UndecodableError):
        yield decode(data, name)[0]
    yield vietnamese


def _below_head(sheet: str, rows: Iterable[Sequence[Any]], first: int = 1) -> Iterator[SheetRow | None]:
    """None for the head of a sheet of review, then its rows; nothing for another sheet. `first` numbers its rows."""
    columns: dict[int, str] = {}
    letters: dict[str, str] = {}
    for number, row in enumerate(rows, first):
        cells = [_text(cell) for cell in row]
        if not columns:
            columns = _columns([text for text, _ in cells])
            if columns:
                letters = {column: _letter(at) for at, column in columns.items()}
                yield None
            elif number > _MOST_BEFORE_HEAD:
                return
            continue
        told = {column: cells[at][0] for at, column in columns.items() if at < len(cells)}
        if any(told.values()):
            dates = frozenset(column for at, column in columns.items() if at < len(cells) and cells[at][1])
            yield SheetRow(sheet, number, told, letters, dates)


def _columns(head: Sequence[str]) -> dict[int, str]:
    """Which column stands where, by a head in any language; nothing where it is no head of review."""
    known = names("columns")
    found: dict[int, str] = {}
    for at, text in enumerate(head):
        column = known.get(plain(text))
        if column and column not in found.values():
            found[at] = column
    return found if set(NEEDED) <= set(found.values()) else {}


def _letter(at: int) -> str:
    """The name of a column: A, B, ..., Z, AA."""
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _text(cell: Any) -> tuple[str, bool]:
    """What a cell says, and whether it is a date to the spreadsheet; a date as far as its format shows it."""
    value = getattr(cell, "value", cell)
    if value is None:
        return "", False
    if isinstance(value, datetime | date):
        form = str(getattr(cell, "number_format", "d")).lower()
        told = value.strftime("%Y-%m-%d" if "d" in form else "%Y-%m" if "m" in form else "%Y")
        return told, True
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unsafe(normalize(str(value)).strip()), False
