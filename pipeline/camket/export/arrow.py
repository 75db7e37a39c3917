"""The tables in the types of Arrow, which Parquet and DuckDB are written from."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from camket.errors import MissingToolError
from camket.export.tables import Table, Type


def needed(package: str, target: str) -> Any:
    """The module `package`; MissingToolError, with the way to get it, where it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        raise MissingToolError(
            f"--to {target} needs {package}, which is not installed; pip install 'camket[store]' gets it"
        ) from None


def schema(table: Table, arrow: Any) -> Any:
    """The columns of `table`; its metadata names its key and what it refers to, for Parquet knows neither."""
    types = {Type.TEXT: arrow.string(), Type.INTEGER: arrow.int64(), Type.REAL: arrow.float64(),
             Type.BOOLEAN: arrow.bool_(), Type.DATE: arrow.date32()}  # fmt: skip
    fields = [arrow.field(column.name, types[column.type], nullable=not column.required) for column in table.columns]
    references = ", ".join(f"{column.name} -> {column.to}" for column in table.columns if column.to)
    return arrow.schema(fields, metadata={"primary_key": ", ".join(table.key), "foreign_keys": references})


def rows(table: Table, values: list[tuple[Any, ...]], arrow: Any) -> Any:
    """The rows of `table` as an Arrow table."""
    columns = zip(*values, strict=True) if values else ([] for _ in table.columns)
    typed = schema(table, arrow)
    return arrow.Table.from_arrays(
        [arrow.array(column, one.type) for column, one in zip(columns, typed, strict=True)], schema=typed
    )
