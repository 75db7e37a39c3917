"""Documents in a data frame: a pure function that Dask, Spark, Ray or pandas can call on each of their pieces."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import asdict
from functools import cache, partial
from typing import Any

import pandas as pd

from camket import ingest
from camket.errors import EmptyDocumentError, UnreachableError, UsageError
from camket.ingest import Contents, ReadOptions
from camket.records import Outcome, Status
from camket.run.flow import Kit, Read, process
from camket.run.inputs import Input
from camket.storage import Held, Location, located
from camket.write.columns import AGREEMENT_COLUMNS, COMMITMENT_COLUMNS, Row, agreement_rows, commitment_rows

FRAME_SCHEMA = (
    "path string, id string, status string, reason string, message string, agreements bigint, commitments bigint, "
    "record string"
)
"""The columns that extract_frame makes and their types, as Spark writes them; docs/engines.md says what each is."""
AGREEMENTS_SCHEMA = ", ".join(f"{name} string" for name in AGREEMENT_COLUMNS)
COMMITMENTS_SCHEMA = ", ".join(f"{name} string" for name in COMMITMENT_COLUMNS)
_TYPES = {"string": str, "bigint": "int64"}


def extract_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """A row for each document of the frame, and for each one inside it, by FRAME_SCHEMA; in the order of the frame.

    `path` is what a document is known by. It is read from `content` (bytes) where there is such a column, or is the
    `text` where there is that one, else what lies at `path`, which can be a URL. What cannot be read is told in its
    row. Raises UsageError where there is no column `path`.
    """
    if "path" not in frame.columns:
        raise UsageError(f"the frame has the columns {', '.join(map(str, frame.columns))}, and no path")
    held = next((name for name in ("content", "text") if name in frame.columns), "path")
    rows = (
        {name: value for name, value in asdict(outcome).items() if name in _names(FRAME_SCHEMA)}
        for path, value in zip(frame["path"], frame[held], strict=True)
        for outcome in _outcomes(str(path), value, held)
    )
    return _frame(rows, FRAME_SCHEMA)


def agreements_frame(extracted: pd.DataFrame) -> pd.DataFrame:
    """A row for each agreement of what extract_frame gave, as in agreements.csv; `document` is the path."""
    return _frame(agreement_rows(_records(extracted)), AGREEMENTS_SCHEMA)


def commitments_frame(extracted: pd.DataFrame) -> pd.DataFrame:
    """A row for each commitment of what extract_frame gave, as in commitments.csv; `document` is the path."""
    return _frame(commitment_rows(_records(extracted)), COMMITMENTS_SCHEMA)


def frame_meta(schema: str = FRAME_SCHEMA) -> pd.DataFrame:
    """A frame of this schema without rows, which is what Dask calls `meta`."""
    return _frame((), schema)


def _frame(rows: Iterable[dict[str, Any]] | Iterable[Row], schema: str) -> pd.DataFrame:
    types: dict[Hashable, Any] = {name: _TYPES[kind] for name, kind in map(str.split, schema.split(", "))}
    return pd.DataFrame(list(rows), columns=list(types)).astype(types)


def _names(schema: str) -> list[str]:
    return [one.split()[0] for one in schema.split(", ")]


def _records(extracted: pd.DataFrame) -> Iterator[dict[str, Any]]:
    return (json.loads(record) for record in extracted["record"] if record)


def _outcomes(path: str, value: object, held: str) -> Iterator[Outcome]:
    """What becomes of a document, and of those inside it."""
    kit = _kit()
    where, read = _opened(path, value, held)
    todo, members = [Input(where, path)], 0
    while todo:
        one = todo.pop()
        outcome = _outcome(one, kit, read)
        members += len(outcome.members)
        breach = kit.options.limits.breach("members", members, path)
        if breach is not None:
            yield Outcome(one.name, Status.of_reason(breach.reason), reason=breach.reason, message=str(breach))
            return
        yield outcome
        todo.extend(one.member(name) for name in reversed(outcome.members))


def _outcome(one: Input, kit: Kit, read: Read) -> Outcome:
    try:
        return process(one, kit, read=read)
    except MemoryError:
        return Outcome(one.name, Status.OUT_OF_MEMORY, reason="out_of_memory", message=f"{one.name}: no memory is left")
    except UnreachableError as error:
        return Outcome(one.name, Status.FAILED, reason="unreadable", message=str(error))


def _opened(path: str, value: object, held: str) -> tuple[Location, Read]:
    """Where a document lies, and how it is read from there."""
    if held == "path":
        return located(path), ingest.contents_of
    if isinstance(value, bytes | bytearray | memoryview):
        return Held(bytes(value)), ingest.contents_of
    return Held(b""), partial(_text, value)


def _text(value: object, _where: Location, name: str, _options: ReadOptions, _inner: tuple[str, ...]) -> Contents:
    if not isinstance(value, str) or not value.strip():
        raise EmptyDocumentError(f"{name}: there is no text")
    return Contents(ingest.from_text(value, name))


@cache
def _kit() -> Kit:
    """Opened once in each process that an engine reads in."""
    ingest.quiet()
    return Kit.open()
