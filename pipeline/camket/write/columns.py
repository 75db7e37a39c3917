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
PARTY_COLUMNS = (
    "document", "agreement", "party", "name", "canonical", "aliases", "type", "province", "confidence", "sentence",
)  # fmt: skip
SIGNATORY_COLUMNS = ("document", "agreement", "name", "office", "party", "confidence", "sentence")
PARTICIPANT_COLUMNS = ("document", "agreement", "name", "role", "office", "sentence")
DOCUMENT_COLUMNS = (
    "document", "title", "source", "published_on", "agreements", "commitments", "pages", "ocr", "warnings", "id",
)  # fmt: skip


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
            yield {
                "document": record["document"]["path"],
                "commitment": one["id"],
                **{key: _text(one[key]) for key in ("kind", "agreement", "text", "due", "amount", "confidence")},
                "actors": actors_text(one, names),
                "fields": "; ".join(one["fields"]),
                "page": _text(one["evidence"][0]["page"]) if one["evidence"] else "",
                "sentence": _sentence(one),
            }


def party_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each party of an agreement."""
    for record in records:
        for one in record["agreements"]:
            for party in one["parties"]:
                yield {
                    "document": record["document"]["path"], "agreement": one["id"], "party": party["id"],
                    **{key: _text(party[key]) for key in ("name", "canonical", "type", "province", "confidence")},
                    "aliases": "; ".join(party["aliases"]),
                    "sentence": _sentence(party),
                }  # fmt: skip


def signatory_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each person who signed."""
    for record in records:
        for one in record["agreements"]:
            names = {party["id"]: party["name"] for party in one["parties"]}
            for person in one["signatories"]:
                yield {
                    "document": record["document"]["path"], "agreement": one["id"], "name": person["name"],
                    "office": _text(person["title"]), "party": names.get(person["party"], ""),
                    "confidence": _text(person["confidence"]), "sentence": _sentence(person),
                }  # fmt: skip


def participant_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each person who took part without signing."""
    for record in records:
        for one in record["agreements"]:
            for person in one["participants"]:
                yield {
                    "document": record["document"]["path"], "agreement": one["id"],
                    **{key: _text(person[key]) for key in ("name", "role")}, "office": _text(person["title"]), "sentence": _sentence(person),
                }  # fmt: skip


def document_rows(records: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row for each document."""
    for record in records:
        about = record["document"]
        yield {
            "document": about["path"],
            **{key: _text(about[key]) for key in ("title", "source", "published_on", "pages")},
            "agreements": str(len(record["agreements"])), "commitments": str(len(record["commitments"])),
            "ocr": "OCR" if about["ocr"] else "", "warnings": "; ".join(about["warnings"]), "id": about["id"],
        }  # fmt: skip


def _sentence(one: dict[str, Any]) -> str:
    """The sentence of the first evidence."""
    return " ".join(one["evidence"][0]["sentence"].split()) if one["evidence"] else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)
