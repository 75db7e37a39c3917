"""Parquet: a folder with a file for each table."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from camket.export import arrow
from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.tables import TABLES, batches
from camket.files import whole


def write(source: Source, output: Path) -> Exported:
    """The folder `output` holds `<table>.parquet` for every table, also for those without rows."""
    pyarrow, parquet = arrow.needed("pyarrow", "parquet"), arrow.needed("pyarrow.parquet", "parquet")
    exported = Exported([output / f"{table.name}.parquet" for table in TABLES])
    with ExitStack() as files:
        opened = [files.enter_context(whole(path)) for path in exported.files]
        with ExitStack() as stack:
            writers = [
                stack.enter_context(parquet.ParquetWriter(file, arrow.schema(table, pyarrow)))
                for file, table in zip(opened, TABLES, strict=True)
            ]
            for batch in batches(source):
                for table, writer in zip(TABLES, writers, strict=True):
                    if batch[table.name]:
                        writer.write_table(arrow.rows(table, batch[table.name], pyarrow))
                    exported.counts[table.name] += len(batch[table.name])
    return exported
