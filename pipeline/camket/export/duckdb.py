"""DuckDB: the tables with their keys and references in one file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from camket.errors import OutputError
from camket.export import arrow
from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.tables import TABLES, Type, batches, definition
from camket.files import whole_at

_MEMORY = "1GB"
"""What it may hold before it writes to disk; it would take four fifths of the machine."""
_TYPES = {Type.TEXT: "VARCHAR", Type.INTEGER: "BIGINT", Type.REAL: "DOUBLE", Type.BOOLEAN: "BOOLEAN",
          Type.DATE: "DATE"}  # fmt: skip


def write(source: Source, output: Path) -> Exported:
    """The file `output` is a database in which every reference leads somewhere."""
    duckdb, pyarrow = arrow.needed("duckdb", "duckdb"), arrow.needed("pyarrow", "duckdb")
    exported = Exported([output])
    try:
        with whole_at(output) as part, closing(duckdb.connect(str(part), config={"memory_limit": _MEMORY})) as database:
            for table in TABLES:
                database.execute(definition(table, _TYPES))
            for batch in batches(source):
                for table in TABLES:
                    database.register("batch", arrow.rows(table, batch[table.name], pyarrow))
                    database.execute(f'INSERT INTO "{table.name}" SELECT * FROM batch')  # noqa: S608 - names of our own
                    exported.counts[table.name] += len(batch[table.name])
    except duckdb.Error as error:
        raise OutputError(f"{output}: cannot write here: {str(error).splitlines()[0]}") from error
    return exported
