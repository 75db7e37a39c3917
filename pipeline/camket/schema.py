"""The JSON Schema of a line of records.jsonl or reviewed.jsonl, made from the record types."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from camket.records import SCHEMA, Record, Reviewed


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every record satisfies; `review` stands in those of reviewed.jsonl only."""
    schema = TypeAdapter(Record).json_schema(mode="serialization")
    review = TypeAdapter(Reviewed).json_schema(mode="serialization")
    schema["$defs"] |= review.pop("$defs")
    schema["properties"]["review"] = review
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}
