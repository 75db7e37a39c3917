"""Writes the answers of docs/export.md and its chart anew, from a run over the corpus.

.venv/bin/python script/export_docs.py outputs/demo
"""

from __future__ import annotations

import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from camket.export import export

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, CHART = DOCS / "export.md", DOCS / "export-fields.svg"
ANSWERED = re.compile(r"(```sql\n(?P<query>.*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)+)", re.DOTALL)
LABELS, WIDEST, ROW = 110, 420, 26
"""Widths of the labels and of the longest bar, and the height of a row, in pixels."""


def main() -> None:
    """The page and the chart tell what the run in the folder of the first argument found."""
    with TemporaryDirectory() as folder:
        (path,) = export(Path(sys.argv[1]), "sqlite", Path(folder)).files
        with closing(sqlite3.connect(path)) as database:
            PAGE.write_text(answered(PAGE.read_text(encoding="utf-8"), database), encoding="utf-8")
            CHART.write_text(chart(database.execute(queries()[-1]).fetchall()), encoding="utf-8")


def queries() -> list[str]:
    """The queries of the page."""
    return [match["query"] for match in ANSWERED.finditer(PAGE.read_text(encoding="utf-8"))]


def answered(page: str, database: sqlite3.Connection) -> str:
    """`page` with the answer of `database` under each query."""

    def answer(match: re.Match[str]) -> str:
        cursor = database.execute(match["query"])
        lines = [[column[0] for column in cursor.description], ["---"] * len(cursor.description), *cursor]
        return match[1] + "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)

    return ANSWERED.sub(answer, page)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())


def chart(rows: list[tuple[Any, ...]]) -> str:
    """A bar for each row, of a name, a number, and how much of it the darker part stands for."""
    most = max(number for _, number, _ in rows)
    bars = []
    for at, (name, number, part) in enumerate(rows):
        y, width, dark = at * ROW + 8, WIDEST * number // most, WIDEST * part // most
        bars.append(
            f'<text x="{LABELS - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{LABELS}" y="{y}" width="{width}" height="18" fill="#9db8d2"/>'
            f'<rect x="{LABELS}" y="{y}" width="{dark}" height="18" fill="#2f6690"/>'
            f'<text x="{LABELS + width + 6}" y="{y + 14}">{number}</text>'
        )
    height = len(rows) * ROW + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABELS + WIDEST + 60} {height}" role="img" '
        'font-family="sans-serif" font-size="13" fill="#222">\n'
        f'<title>Commitments by field</title>\n<rect width="100%" height="100%" fill="#fff"/>\n'
        + "\n".join(bars) + "\n</svg>\n"
    )  # fmt: skip


if __name__ == "__main__":
    main()
