"""review.xlsx: the rows of review with all that makes deciding quick, and a sheet for each table; no cell is a formula."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import ceil
from typing import IO, Any, NamedTuple

from camket.labels import Labels
from camket.write import columns
from camket.write.columns import Row
from camket.write.review_rows import REVIEW_COLUMNS, ReviewRow
from camket.write.sheets import safe

_WIDTHS = {
    "document": 22, "page": 6, "item": 6, "field": 13, "value": 32, "normalised": 13, "about": 26, "evidence": 18,
    "sentence": 64, "confidence": 9, "state": 11, "decision": 11, "correction": 26, "reviewer": 14, "note": 22,
    "so_far": 24, "rule": 18, "id": 18, "key": 18, "text": 60, "parties": 60, "title": 40, "name": 40, "canonical": 40,
    "aliases": 40, "signatories": 40, "participants": 40, "warnings": 40, "party": 30, "office": 40, "source": 24,
}  # fmt: skip
_WIDTH, _HELP_WIDTH = 14, 110
_CLIPPED = {"document", "evidence", "rule", "id", "key"}
"""Columns whose cells are shown in one line, however long."""
_NUMBERS = {"page", "pages", "confidence", "agreements", "commitments"}
_LONGEST_CELL = 32_000
_MOST_ROWS = 1_000_000
"""A sheet of Excel holds 1,048,576."""
_MOST_LINKS = 65_000
"""And 65,530 links."""
_ADDED = 500
"""Rows below the last one that have the lists of the others, for values to add."""
_MOST_HEIGHTS = 20_000
"""Rows whose height is set, which is held in memory; Excel fits the others itself."""
_LINE, _MOST_LINES = 15, 20
_UNSURE = (("#F9D9D3", 0.5), ("#FDF0CC", 0.8))
"""The colour of rows that nobody decided, by the confidence that they are below."""
_SETTLED, _HEAD, _LINK, _RULED = "#E3F1E0", "#DCE3EE", "#0B4FB3", "#D7D9DE"
_Rows = Callable[[Iterable[dict[str, Any]]], Iterator[Row]]
TABLES: dict[str, tuple[_Rows, Sequence[str]]] = {
    "agreements": (columns.agreement_rows, columns.AGREEMENT_COLUMNS),
    "commitments": (columns.commitment_rows, columns.COMMITMENT_COLUMNS),
    "parties": (columns.party_rows, columns.PARTY_COLUMNS),
    "signatories": (columns.signatory_rows, columns.SIGNATORY_COLUMNS),
    "participants": (columns.participant_rows, columns.PARTICIPANT_COLUMNS),
    "documents": (columns.document_rows, columns.DOCUMENT_COLUMNS),
}
"""The tables of a workbook by their names, each with its rows and columns."""


class _Styles(NamedTuple):
    """The formats of cells."""

    head: Any
    cell: Any
    clipped: Any
    bold: Any
    link: Any
    text: Any
    input: Any


class _Tab:
    """A sheet with a head that stays in view, which goes on in a second one where it is full."""

    def __init__(self, book: Any, name: str, columns: Sequence[str], labels: Labels, styles: _Styles) -> None:
        self._book, self._name, self.columns, self._labels, self._styles = book, name, columns, labels, styles
        self._full: list[tuple[Any, int]] = []
        self._begin(name)

    def _begin(self, name: str) -> None:
        self.sheet, self.at = self._book.add_worksheet(name), 1
        self.sheet.freeze_panes(1, 1)
        self.sheet.set_row(0, 30)
        _print_wide(self.sheet)
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for at, column in enumerate(self.columns):
            hidden = {"hidden": True} if column in {"id", "key"} and "key" in self.columns else {}
            form = self._styles.input if column in {"correction", "value", "note", "decision"} else self._styles.cell
            self.sheet.set_column(at, at, _WIDTHS.get(column, _WIDTH), form, hidden)
            self.sheet.write_string(0, at, self._labels.columns[column], self._styles.head)

    def _next(self) -> int:
        if self.at > _MOST_ROWS:
            self._full.append((self.sheet, self.at))
            self._begin(f"{self._name} {len(self._full) + 1}")
        self.at += 1
        return self.at - 1

    def add(self, cells: Row, apart: Collection[str] = ()) -> int:
        """A row is written but for the columns `apart`, and gives its number."""
        row = self._next()
        if row <= _MOST_HEIGHTS:
            lines = max(ceil(len(cell) / _WIDTHS.get(column, _WIDTH)) for column, cell in cells.items()
                        if column not in _CLIPPED)  # fmt: skip
            if lines > 1:
                self.sheet.set_row(row, _LINE * min(lines, _MOST_LINES))
        for column, cell in cells.items():
            if column not in apart:
                self.write(row, column, cell)
        return row

    def write(self, row: int, column: str, cell: str) -> None:
        """The cell is written: as a number where it is one, else as text."""
        at = self.columns.index(column)
        if column in _NUMBERS and cell:
            self.sheet.write_number(row, at, float(cell), self._styles.cell)
        elif cell:
            form = self._styles.clipped if column in _CLIPPED else self._styles.cell
            self.sheet.write_string(row, at, safe(cell)[:_LONGEST_CELL], form)

    def close(self) -> list[tuple[Any, int]]:
        """The sheets with the number of their rows; each can be filtered."""
        self._full.append((self.sheet, self.at))
        for sheet, rows in self._full:
            sheet.autofilter(0, 0, max(1, rows - 1), len(self.columns) - 1)
        return self._full


def _print_wide(sheet: Any) -> None:
    """The sheet is printed on A3 across, its columns on one page."""
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


class Workbook:
    """A workbook whose tables are written as records come; the rows of review come at its end, in their order."""

    def __init__(self, file: IO[bytes], labels: Labels) -> None:
        from xlsxwriter import Workbook as Book  # noqa: PLC0415

        self._book = Book(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                 "strings_to_numbers": False})  # fmt: skip
        self._labels = labels
        top: dict[str, Any] = {"valign": "top", "bottom": 1, "bottom_color": _RULED}
        wrapped = top | {"text_wrap": True}
        self._styles = _Styles(
            head=self._book.add_format(
                {"bold": True, "bg_color": _HEAD, "bottom": 1, "text_wrap": True, "valign": "vcenter"}
            ),
            cell=self._book.add_format(wrapped),
            clipped=self._book.add_format(top),
            bold=self._book.add_format({"bold": True}),
            link=self._book.add_format(top | {"font_color": _LINK, "underline": 1}),
            text=self._book.add_format(wrapped | {"bold": True}),
            input=self._book.add_format(wrapped | {"num_format": "@"}),
        )
        self._links = 0
        self._review = self._tab("review", REVIEW_COLUMNS)
        self._write_help()
        self._tables = {name: self._tab(name, columns) for name, (_, columns) in TABLES.items()}
        self._lists = self._write_lists()

    def _tab(self, name: str, columns: Sequence[str]) -> _Tab:
        return _Tab(self._book, self._labels.sheets[name], columns, self._labels, self._styles)

    def add(self, record: dict[str, Any]) -> None:
        """The tables have the rows of `record`."""
        for name, (rows, _) in TABLES.items():
            tab = self._tables[name]
            for cells in rows([record]):
                tab.add(cells)

    def add_review(self, one: ReviewRow) -> None:
        """The sheet of review has the row."""
        tab, words = self._review, safe(one.cells["evidence"])[:_LONGEST_CELL]
        row = tab.add(one.cells, apart={"sentence", "evidence"})
        self._write_sentence(row, one.parts)
        at = tab.columns.index("evidence")
        if one.link and words and self._links < _MOST_LINKS:
            self._links += 1
            tab.sheet.write_url(row, at, f"external:report.html#{one.link}", self._styles.link, words)
        elif words:
            tab.sheet.write_string(row, at, words, self._styles.clipped)

    def _write_sentence(self, row: int, parts: tuple[str, str, str]) -> None:
        """The sentence with its evidence in bold."""
        before, inside, after = parts
        whole = "".join(parts)
        at = self._review.columns.index("sentence")
        if len(whole) > _LONGEST_CELL or safe(whole) != whole or not inside:
            self._review.write(row, "sentence", whole)
        elif before or after:
            pieces = [*([before] if before else []), self._styles.bold, inside, *([after] if after else [])]
            self._review.sheet.write_rich_string(row, at, *pieces, self._styles.cell)
        else:
            self._review.sheet.write_string(row, at, inside, self._styles.text)

    def _write_help(self) -> None:
        sheet = self._book.add_worksheet(self._labels.sheets["help"])
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, _HELP_WIDTH)
        sheet.hide_gridlines(2)
        _print_wide(sheet)
        for row, (name, text) in enumerate(self._labels.help):
            if name:
                sheet.write_string(row, 0, name, self._styles.head if not text else self._styles.text)
            if len(text) > _HELP_WIDTH:
                sheet.set_row(row, _LINE * ceil(len(text) / _HELP_WIDTH))
            sheet.write_string(row, 1, text, self._styles.cell)

    def _write_lists(self) -> dict[str, str]:
        """What cells can be chosen from, in a sheet that is not shown; where each list stands there."""
        name = self._labels.sheets["lists"]
        sheet = self._book.add_worksheet(name)
        sheet.hide()
        lists = {
            "decision": [words[0] for words in self._labels.verdicts.values()],
            "field": list(self._labels.fields.values()),
            "kind": list(self._labels.kinds.values()),
            "status": list(self._labels.statuses.values()),
        }
        for row in range(max(map(len, lists.values()))):
            for at, items in enumerate(lists.values()):
                if row < len(items):
                    sheet.write_string(row, at, items[row])
        return {
            key: f"'{name}'!${letter}$1:${letter}${len(items)}"
            for (key, items), letter in zip(lists.items(), "ABCD", strict=True)
        }

    def close(self) -> None:
        """The workbook is complete."""
        for sheet, rows in self._review.close():
            self._make_quick(sheet, rows)
        for tab in self._tables.values():
            tab.close()
        self._book.close()

    def _make_quick(self, sheet: Any, rows: int) -> None:
        """Cells of a sheet of review have their lists, and rows their colours."""
        last = rows - 1 + _ADDED
        letters = {column: chr(ord("A") + at) for at, column in enumerate(REVIEW_COLUMNS)}
        fields, lists = self._labels.fields, self._lists
        chosen = (f'=IF(${letters["field"]}2="{fields["kind"]}",{lists["kind"]},'
                  f'IF(${letters["field"]}2="{fields["status"]}",{lists["status"]},{letters["correction"]}2))')  # fmt: skip
        for column, source in (
            ("decision", f"={lists['decision']}"), ("field", f"={lists['field']}"), ("correction", chosen),
        ):  # fmt: skip
            at = REVIEW_COLUMNS.index(column)
            free = column != "field"
            sheet.data_validation(1, at, last, at, {"validate": "list", "source": source, "show_error": not free})
        decision, confidence = letters["decision"], letters["confidence"]
        whole = (1, 0, last, len(REVIEW_COLUMNS) - 1)
        rules = [(_SETTLED, f'=${decision}2<>""')] + [
            (colour, f'=AND(${confidence}2<>"",${confidence}2<{below})') for colour, below in _UNSURE
        ]
        for colour, criteria in rules:
            form = self._book.add_format({"bg_color": colour})
            sheet.conditional_format(*whole, {"type": "formula", "criteria": criteria, "format": form,
                                              "stop_if_true": True})  # fmt: skip
