"""What a table of a web page is for: data in rows, the layout of the page, or a picture with its caption."""

from __future__ import annotations

from enum import Enum
from typing import Any

_LONGEST_CELL = 1_200
"""Cells of data are shorter; what is longer is the column of a page that was laid out by a table."""
_LONGEST_CAPTION = 500
_LEAST_CELLS = 2


class TableKind(Enum):
    """What a table holds."""

    DATA = "data"
    LAYOUT = "layout"
    PHOTO = "photo"


def kind_of_table(table: Any) -> TableKind:
    """What `table` is for, by the cells that hold text."""
    if any(inner is not table for inner in table.iter("table", "h1", "article", "form")):
        return TableKind.LAYOUT
    rows = [[len(" ".join(cell.text_content().split())) for cell in row.iterchildren("td", "th")]
            for row in table.iter("tr")]  # fmt: skip
    filled = [[cell for cell in row if cell] for row in rows]
    cells = [cell for row in filled for cell in row]
    pictures = sum(1 for _ in table.iter("img"))
    if pictures and len(cells) <= pictures and sum(cells) <= _LONGEST_CAPTION:
        return TableKind.PHOTO
    if max(cells, default=0) > _LONGEST_CELL or max(map(len, filled), default=0) < _LEAST_CELLS:
        return TableKind.LAYOUT
    return TableKind.DATA
