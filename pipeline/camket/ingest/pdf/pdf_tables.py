"""Ruled tables of a page: a grid of lines, its cells, and the words in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.document import Box
from camket.ingest.blocks import begins_item
from camket.ingest.sheets.columns import Flow, flows_of, sheet_of_flows
from camket.ingest.sheets.words import Edges, Line, Sheet, Word, edges_of, lines_of

_NEAR = 3.0
"""Lines whose distance is less than this many points meet."""
_THIN = 3.0
_MOST_LINES = 400
_FEWEST_CELLS = 2
_MOST_BESIDE = 0.2
"""A grid with more of the words beside it than this share of those inside is part of a drawing."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A level or upright line: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: the edges of its columns and rows, and the cell (row and column of its corner) of each square."""

    xs: list[float]
    ys: list[float]
    cell: dict[tuple[int, int], tuple[int, int]]

    @property
    def box(self) -> Box:
        """The outline of the table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point of the page, None outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.cell.get((row, column))


def sheet_with_tables(words: Sequence[Word], rules: Sequence[Box], width: float, height: float) -> Sheet:
    """The sheet of the words, those in ruled tables as rows, a cell after the other."""
    tables = [table for table in tables_of(rules) if _holds(table, words)]
    flows: list[Flow] = []
    rows: dict[int, tuple[int, ...]] = {}
    rest = list(words)
    for table in sorted(tables, key=lambda one: one.ys[0]):
        inside = [word for word in rest if table.cell_at(*_middle(word)) is not None]
        if not inside:
            continue
        top = table.ys[0]
        flows += flows_of([word for word in rest if _middle(word)[1] < top], width)
        taken = set(map(id, inside))
        rest = [word for word in rest if _middle(word)[1] >= top and id(word) not in taken]
        for flow, starts in _rows(table, inside):
            if starts:
                rows[sum(len(one.lines) for one in flows)] = starts
            flows.append(flow)
    flows += flows_of(rest, width)
    sheet = sheet_of_flows(flows, width, height)
    return replace(sheet, rows=rows)


def _middle(word: Word) -> tuple[float, float]:
    x0, y0, x1, y1 = word.box
    return (x0 + x1) / 2, (y0 + y1) / 2


def _holds(table: Table, words: Sequence[Word]) -> bool:
    """Whether two cells or more hold words, and few words stand beside the table."""
    left, top, right, bottom = table.box
    beside = 0
    cells: set[tuple[int, int]] = set()
    inside = 0
    for word in words:
        x, y = _middle(word)
        cell = table.cell_at(x, y)
        if cell is not None:
            cells.add(cell)
            inside += 1
        elif top < y < bottom and not left < x < right:
            beside += 1
    return len(cells) >= _FEWEST_CELLS and beside <= _MOST_BESIDE * inside


def _rows(table: Table, words: Sequence[Word]) -> list[tuple[Flow, tuple[int, ...]]]:
    """The rows from top to bottom with the numbers of the words at which cells begin.

    A row of a single cell, and the cells of a row in which one holds a list, are text of their own, told by no numbers.
    """
    cells: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        cell = table.cell_at(*_middle(word))
        assert cell is not None
        cells[cell].append(word)
    rows: dict[int, list[list[Line]]] = defaultdict(list)
    for number, column in sorted(cells):
        rows[number].append(lines_of(cells[number, column]))
    found: list[tuple[Flow, tuple[int, ...]]] = []
    for _, row in sorted(rows.items(), key=lambda one: one[0]):
        if len(row) == 1 or any(_holds_list(lines) for lines in row):
            found += [(Flow(lines, edges_of(lines)), ()) for lines in row]
            continue
        joined: Line = []
        starts: list[int] = []
        for lines in row:
            starts.append(len(joined))
            joined += [word for line in lines for word in line]
        found.append((Flow([joined], _edges(joined)), tuple(starts)))
    return found


def _holds_list(lines: Sequence[Line]) -> bool:
    return any(begins_item(" ".join(word.text for word in line)) for line in lines[1:])


def _edges(words: Line) -> Edges:
    return min(word.box[0] for word in words), max(word.box[2] for word in words)


def tables_of(rules: Sequence[Box]) -> list[Table]:
    """The tables that the ruled lines make, of two cells or more."""
    level = _merged([_Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if y1 - y0 <= _THIN < x1 - x0])
    upright = _merged([_Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 <= _THIN < y1 - y0])
    if not 2 <= len(level) <= _MOST_LINES or not upright or len(upright) > _MOST_LINES:
        return []
    tables = [_table([level[at] for at in across], [upright[at] for at in down])
              for across, down in _groups(level, upright)]  # fmt: skip
    return [table for table in tables if table is not None]


def _merged(rules: Sequence[_Rule]) -> list[_Rule]:
    """The lines, those in one line with each other and without a gap as one."""
    merged: list[_Rule] = []
    ordered = sorted(rules, key=lambda rule: rule.at)
    groups: list[list[_Rule]] = []
    for rule in ordered:
        if groups and rule.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        for rule in sorted(group, key=lambda one: one.start):
            last = merged[-1] if merged and merged[-1].at == group[0].at else None
            if last and rule.start <= last.end + _NEAR:
                merged[-1] = _Rule(last.at, last.start, max(last.end, rule.end))
            else:
                merged.append(_Rule(group[0].at, rule.start, rule.end))
    return merged


def _groups(level: Sequence[_Rule], upright: Sequence[_Rule]) -> list[tuple[list[int], list[int]]]:
    """The level and upright lines that hang together by their crossings."""
    group = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while group[at] != at:
            at = group[at]
        return at

    for row, across in enumerate(level):
        for column, down in enumerate(upright):
            meets = across.start - _NEAR <= down.at <= across.end + _NEAR and (
                down.start - _NEAR <= across.at <= down.end + _NEAR
            )
            if meets:
                group[root(len(level) + column)] = root(row)
    together: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for row in range(len(level)):
        together[root(row)][0].append(row)
    for column in range(len(upright)):
        together[root(len(level) + column)][1].append(column)
    return list(together.values())


def _table(level: Sequence[_Rule], upright: Sequence[_Rule]) -> Table | None:
    """The table of lines that hang together; sides that are left open are where the level lines end."""
    if len(level) < 2 or not upright:
        return None
    ends = (min(rule.start for rule in level), max(rule.end for rule in level))
    xs = _apart([rule.at for rule in upright] + list(ends))
    ys = _apart([rule.at for rule in level])
    squares = (len(xs) - 1) * (len(ys) - 1)
    if squares < _FEWEST_CELLS or squares > _MOST_LINES * 10:
        return None
    return Table(xs, ys, _cells(xs, ys, level, upright))


def _apart(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _cells(
    xs: list[float], ys: list[float], level: Sequence[_Rule], upright: Sequence[_Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each square of the grid the first square of its cell: squares without a line between them are one cell."""
    cell: dict[tuple[int, int], tuple[int, int]] = {}
    rows, columns = len(ys) - 1, len(xs) - 1

    def root(square: tuple[int, int]) -> tuple[int, int]:
        while cell[square] != square:
            square = cell[square]
        return square

    for row in range(rows):
        for column in range(columns):
            square = (row, column)
            cell[square] = square
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column and not _stands(upright, xs[column], y):
                _join(cell, root(square), root((row, column - 1)))
            if row and not _stands(level, ys[row], x):
                _join(cell, root(square), root((row - 1, column)))
    return {square: root(square) for square in cell}


def _join(cell: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    cell[max(one, other)] = min(one, other)


def _stands(rules: Sequence[_Rule], at: float, along: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start - _NEAR <= along <= rule.end + _NEAR for rule in rules)


__all__ = ["Table", "sheet_with_tables", "tables_of"]
