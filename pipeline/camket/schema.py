"""The JSON Schema of a line of records.jsonl, made from the record types."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from camket.records import SCHEMA, Record


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every record satisfies."""
    schema = TypeAdapter(Record).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}
