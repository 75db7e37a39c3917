"""SQLite: the tables with their keys and references, an index for each, and the words to search by as Datasette does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from camket.errors import OutputError
from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.tables import TABLES, Table, Type, batches, definition
from camket.files import whole_at

_TYPES = {one: one.value.upper() for one in Type}


def write(source: Source, output: Path) -> Exported:
    """The file `output` is a database in which every reference leads somewhere."""
    exported = Exported([output])
    try:
        with whole_at(output) as part, closing(sqlite3.connect(part, isolation_level=None)) as database:
            _fill(database, source, exported)
    except sqlite3.Error as error:
        raise OutputError(f"{output}: cannot write here: {error}") from error
    return exported


def _fill(database: sqlite3.Connection, source: Source, exported: Exported) -> None:
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = ON"):
        database.execute(f"PRAGMA {pragma}")
    for table in TABLES:
        database.execute(definition(table, _TYPES))
    for batch in batches(source):
        database.execute("BEGIN")
        for table in TABLES:
            _insert(database, table, batch[table.name])
            exported.counts[table.name] += len(batch[table.name])
        database.execute("COMMIT")
    for table in TABLES:
        _index(database, table)
    database.execute("ANALYZE")


def _insert(database: sqlite3.Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    values = ", ".join("?" * len(table.columns))
    plain = (tuple(value.isoformat() if isinstance(value, date) else value for value in row) for row in rows)
    database.executemany(f'INSERT INTO "{table.name}" VALUES ({values})', plain)  # noqa: S608 - names of our own


def _index(database: sqlite3.Connection, table: Table) -> None:
    """An index for each reference, and the words of the searched column, as they are written and without any marks.

    `remove_diacritics` makes "da nang" of "Đà Nẵng" no more than "đa nang": đ has no marks for Unicode.
    """
    for column in table.columns:
        if column.to and column.name != table.key[0]:
            name = f"{table.name}_{column.name}"
            database.execute(f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")')
    if table.searched:
        name = f"{table.name}_fts"
        database.execute(f'CREATE VIRTUAL TABLE "{name}" USING FTS5 ("{table.searched}", "folded", '
                         f"""tokenize="unicode61 remove_diacritics 2", content="{table.name}")""")  # fmt: skip
        database.execute(f"""INSERT INTO "{name}" ("{name}") VALUES ('rebuild')""")  # noqa: S608 - names of our own
