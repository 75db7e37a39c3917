"""The columns of all sheets and pages: from records to rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from camket.values import actors_text, party_names

Row = dict[str, str]

AGREEMENT_COLUMNS = (
    "document", "agreement", "kind", "status", "title", "number", "parties", "signed_on", "period", "place", "value",
    "signatories", "participants", "confidence", "evidence", "published_on", "source",
)  # fmt: skip
COMMITMENT_COLUMNS = (
    "document", "commitment", "kind", "agreement", "actors", "text", "fields", "due", "amount", "confidence", "page",
    "sentence",
)  # fmt: skip
REVIEW_COLUMNS = (
    "document", "item", "field", "value", "evidence", "sentence", "page", "rule", "confidence", "decision",
    "correction", "comment",
)  # fmt: skip
_SINGLE = ("signed_on", "period", "place", "number")


def agreement_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each agreement."""
    for record in records:
        for one in record["agreements"]:
            names = {party["id"]: party["name"] for party in one["parties"]}
            yield {
                "document": record["document"]["path"],
                "agreement": one["id"],
                **{
                    key: _text(one[key])
                    for key in ("kind", "status", "title", "number", "signed_on", "period", "place")
                },
                "parties": "; ".join(names.values()),
                "value": "; ".join(one["value"]),
                "signatories": "; ".join(_signatory(person, names) for person in one["signatories"]),
                "participants": "; ".join(f"{person['name']} ({person['role']})" for person in one["participants"]),
                "confidence": _text(one["confidence"]),
                "evidence": " … ".join(dict.fromkeys(" ".join(e["sentence"].split()) for e in one["evidence"][:2])),
                "published_on": _text(record["document"]["published_on"]),
                "source": _text(record["document"]["source"]),
            }


def _signatory(person: dict[str, Any], names: dict[str, str]) -> str:
    return f"{person['name']} → {names[person['party']]}" if person["party"] in names else person["name"]


def commitment_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each commitment."""
    for record in records:
        names = party_names(record)
        for one in record["commitments"]:
            said = one["evidence"][0]
            yield {
                "document": record["document"]["path"],
                "commitment": one["id"],
                **{key: _text(one[key]) for key in ("kind", "agreement", "text", "due", "amount", "confidence")},
                "actors": actors_text(one, names),
                "fields": "; ".join(one["fields"]),
                "page": _text(said["page"]),
                "sentence": " ".join(said["sentence"].split()),
            }


def review_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each value that an analyst is to check."""
    for record in records:
        names = party_names(record)
        for item, field, value, confidence, said in _values(record, names):
            yield {
                "document": record["document"]["path"], "item": item, "field": field, "value": value,
                "evidence": " ".join(said["text"].split()) if said else "",
                "sentence": " ".join(said["sentence"].split()) if said else "",
                "page": _text(said["page"]) if said else "", "rule": said["rule"] if said else "",
                "confidence": _text(confidence), "decision": "", "correction": "", "comment": "",
            }  # fmt: skip


def _values(
    record: dict[str, Any], names: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str, str, float, dict[str, Any] | None]]:
    """Every value of a record: item, field, value, confidence, and its first evidence."""
    for one in record["agreements"]:
        sure = one["confidence"]
        first = _first(one, "signing")
        yield one["id"], "agreement", f"{one['kind']}, {one['status']}", sure, first
        for party in one["parties"]:
            yield one["id"], f"party {party['id']}", party["name"], party["confidence"], party["evidence"][0]
        for field in _SINGLE:
            if one[field]:
                yield one["id"], field, one[field], sure, _first(one, field)
        for value in one["value"]:
            yield one["id"], "value", value, sure, _first(one, "value")
        for person in one["signatories"]:
            yield one["id"], "signatory", person["name"], person["confidence"], person["evidence"][0]
        for person in one["participants"]:
            yield one["id"], f"participant ({person['role']})", person["name"], sure, person["evidence"][0]
    for one in record["commitments"]:
        value = f"{actors_text(one, names)}: {one['text']}"
        yield one["id"], one["kind"], value, one["confidence"], one["evidence"][0]


def _first(agreement: dict[str, Any], field: str) -> dict[str, Any] | None:
    return next((one for one in agreement["evidence"] if one["field"] == field), None)


def _text(value: object) -> str:
    return "" if value is None else str(value)
