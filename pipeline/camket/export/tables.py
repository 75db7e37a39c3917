"""Records as tables: what columns each has, which refer to which, and the rows that a record gives.

Ids are those of the record behind that of its document, as "ed8196214b18d222:a1:p1", so that they stay from run to run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from camket.edtf import bounds
from camket.export.source import Source
from camket.folding import fold, without_marks

Row = dict[str, Any]
Batch = dict[str, list[tuple[Any, ...]]]
"""Rows by the names of their tables, values in the order of the columns."""

_DOCUMENTS_A_BATCH, _LETTERS_A_BATCH = 500, 10_000_000


class Type(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `to` is the table whose key it holds, and only columns that are not `required` can be empty."""

    name: str
    type: Type = Type.TEXT
    to: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table and its key; the words of the column `searched` are in `folded` too, in small letters without marks."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    searched: str = ""


def _day(name: str, stem: str) -> tuple[Column, ...]:
    """An EDTF string, the days between which it lies, and how precise it is."""
    return (Column(name), Column(f"{stem}_from", Type.DATE), Column(f"{stem}_to", Type.DATE),
            Column(f"{stem}_precision"))  # fmt: skip


def _given(*names: str, of: Type = Type.TEXT) -> tuple[Column, ...]:
    return tuple(Column(name, of, required=True) for name in names)


def _told(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


_ID, _POSITION = Column("id", required=True), Column("position", Type.INTEGER, required=True)
_CONFIDENCE, _FOLDED = Column("confidence", Type.REAL, required=True), Column("folded", required=True)
_DOCUMENT = Column("document_id", to="documents", required=True)
_AGREEMENT = Column("agreement_id", to="agreements", required=True)
_COMMITMENT = Column("commitment_id", to="commitments", required=True)
_HOLDERS = ("agreement_id", "party_id", "signatory_id", "participant_id", "commitment_id")
_TABLE_OF = {"agreement_id": "agreements", "party_id": "parties", "signatory_id": "signatories",
             "participant_id": "participants", "commitment_id": "commitments"}  # fmt: skip


def _maybe(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, to=_TABLE_OF[name]) for name in names)


TABLES = (
    Table("documents", (
        _ID, *_given("path", "media_type"), *_told("title", "source", "author", "url"),
        *_day("published_on", "published"), *_given("pages", of=Type.INTEGER), *_given("ocr", of=Type.BOOLEAN),
        *_given("text_quality", of=Type.REAL), *_told("review"))),
    Table("texts", (_DOCUMENT, *_given("text"), _FOLDED), key=("document_id",), searched="text"),
    Table("warnings", (_DOCUMENT, _POSITION, *_given("warning")), key=("document_id", "position")),
    Table("agreements", (
        _ID, _DOCUMENT, *_given("kind", "status"), *_told("title", "number"), *_day("signed_on", "signed"),
        *_day("period", "period"), *_told("place"), _CONFIDENCE)),
    Table("agreement_values", (_AGREEMENT, _POSITION, *_given("value")), key=("agreement_id", "position")),
    Table("agreement_notes", (_AGREEMENT, _POSITION, *_given("note")), key=("agreement_id", "position")),
    Table("parties", (
        _ID, _AGREEMENT, *_given("body", "name"), _FOLDED, *_told("canonical", "type", "province"), _CONFIDENCE),
        searched="name"),
    Table("aliases", (*(Column("party_id", to="parties", required=True), _POSITION), *_given("alias")),
          key=("party_id", "position")),
    Table("signatories", (
        _ID, _AGREEMENT, *_maybe("party_id"), *_given("name"), _FOLDED, *_told("title"), _CONFIDENCE), searched="name"),
    Table("participants", (_ID, _AGREEMENT, *_given("role", "name"), _FOLDED, *_told("title")), searched="name"),
    Table("commitments", (
        _ID, _DOCUMENT, *_maybe("agreement_id"), *_given("kind", "text"), _FOLDED, *_given("by_all", of=Type.BOOLEAN),
        *_day("due", "due"), *_told("amount"), _CONFIDENCE), searched="text"),
    Table("commitment_fields", (_COMMITMENT, *_given("field")), key=("commitment_id", "field")),
    Table("actors", (_COMMITMENT, _POSITION, *_maybe("party_id"), *_given("name")), key=("commitment_id", "position")),
    Table("evidence", (
        _ID, _DOCUMENT, *_maybe(*_HOLDERS), *_given("field"), *_given("start_char", "end_char", of=Type.INTEGER),
        *_given("text"), *_given("page", of=Type.INTEGER), *_given("rule", "sentence"))),
    Table("boxes", (
        Column("evidence_id", to="evidence", required=True), _POSITION, *_given("x0", "y0", "x1", "y1", of=Type.REAL)),
        key=("evidence_id", "position")),
)  # fmt: skip
"""The tables, those that others refer to before them."""
_COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}
_SEARCHED = {table.name: table.searched for table in TABLES if table.searched}
_KEYS = {table.name: table.key for table in TABLES}


def definition(table: Table, types: Mapping[Type, str]) -> str:
    """The SQL that makes `table`, with its key and what it refers to; `types` are the names of the database."""
    lines = [
        f'  "{column.name}" {types[column.type]}'
        + (" NOT NULL" if column.required else "")
        + (f' REFERENCES "{column.to}"("{_KEYS[column.to][0]}")' if column.to else "")
        for column in table.columns
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" (\n' + ",\n".join([*lines, f"  PRIMARY KEY ({key})"]) + "\n)"


def batches(source: Source) -> Iterator[Batch]:
    """The rows of all documents, those of some hundred documents at a time."""
    batch: Batch = {table.name: [] for table in TABLES}
    letters = 0
    for record, text in source.documents():
        for name, row in rows_of(record, text):
            batch[name].append(tuple(row[column] for column in _COLUMNS[name]))
        letters += len(text)
        if len(batch["documents"]) == _DOCUMENTS_A_BATCH or letters > _LETTERS_A_BATCH:
            yield batch
            batch, letters = {table.name: [] for table in TABLES}, 0
    yield batch


def rows_of(record: dict[str, Any], text: str) -> Iterator[tuple[str, Row]]:
    """The rows that `record` gives, each with the name of its table, those that others refer to before them."""
    for name, row in _Rows(record["document"]["id"]).of(record, text):
        searched = _SEARCHED.get(name)
        yield name, row | {"folded": without_marks(fold(row[searched]))} if searched else row


@dataclass(slots=True)
class _Rows:
    """Makes the rows of one document; `parties` are the ids and names of its parties by agreement and own id."""

    document: str
    parties: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    evidence_so_far: int = 0

    def of(self, record: dict[str, Any], text: str) -> Iterator[tuple[str, Row]]:
        info = record["document"]
        review = json.dumps(record["review"], ensure_ascii=False) if "review" in record else None
        yield "documents", info | _days("published_on", "published", info) | {"review": review}
        yield "texts", {"document_id": self.document, "text": text}
        yield from _listed("warnings", "document_id", self.document, "warning", info["warnings"])
        for agreement in record["agreements"]:
            yield from self._agreement(agreement, f"{self.document}:{agreement['id']}")
        known = {agreement["id"] for agreement in record["agreements"]}
        for commitment in record["commitments"]:
            yield from self._commitment(commitment, f"{self.document}:{commitment['id']}", known)

    def _agreement(self, agreement: dict[str, Any], name: str) -> Iterator[tuple[str, Row]]:
        days = _days("signed_on", "signed", agreement) | _days("period", "period", agreement)
        yield "agreements", agreement | days | {"id": name, "document_id": self.document}
        yield from self._evidence("agreement_id", name, agreement)
        yield from _listed("agreement_values", "agreement_id", name, "value", agreement["value"])
        yield from _listed("agreement_notes", "agreement_id", name, "note", agreement["notes"])
        for party in agreement["parties"]:
            party_name = f"{name}:{party['id']}"
            self.parties[agreement["id"], party["id"]] = party_name, party["name"]
            yield "parties", party | {"id": party_name, "agreement_id": name, "body": f"{self.document}:{party['id']}"}
            yield from _listed("aliases", "party_id", party_name, "alias", party["aliases"])
            yield from self._evidence("party_id", party_name, party)
        for number, person in enumerate(agreement["signatories"], 1):
            party_id, _ = self.parties.get((agreement["id"], person["party"]), (None, ""))
            person_name = f"{name}:s{number}"
            yield "signatories", person | {"id": person_name, "agreement_id": name, "party_id": party_id}
            yield from self._evidence("signatory_id", person_name, person)
        for number, person in enumerate(agreement["participants"], 1):
            person_name = f"{name}:t{number}"
            yield "participants", person | {"id": person_name, "agreement_id": name}
            yield from self._evidence("participant_id", person_name, person)

    def _commitment(self, commitment: dict[str, Any], name: str, known: set[str]) -> Iterator[tuple[str, Row]]:
        agreement, actors = commitment["agreement"], commitment["actors"]
        row = {"id": name, "document_id": self.document, "by_all": actors == "all",
               "agreement_id": f"{self.document}:{agreement}" if agreement in known else None}  # fmt: skip
        yield "commitments", commitment | _days("due", "due", commitment) | row
        for one in dict.fromkeys(commitment["fields"]):
            yield "commitment_fields", {"commitment_id": name, "field": one}
        if actors == "all":
            actors = [party for of, party in self.parties if of == agreement]
        for position, actor in enumerate(actors, 1):
            party_id, told = self.parties.get((agreement, actor), (None, actor))
            yield "actors", {"commitment_id": name, "position": position, "party_id": party_id, "name": told}
        yield from self._evidence("commitment_id", name, commitment)

    def _evidence(self, column: str, holder: str, told: dict[str, Any]) -> Iterator[tuple[str, Row]]:
        for one in told["evidence"]:
            self.evidence_so_far += 1
            name = f"{self.document}:e{self.evidence_so_far}"
            places = {"start_char": one["start"], "end_char": one["end"]}
            holders = dict.fromkeys(_HOLDERS) | {column: holder}
            yield "evidence", one | places | holders | {"id": name, "document_id": self.document}
            for position, (x0, y0, x1, y1) in enumerate(one["boxes"], 1):
                yield "boxes", {"evidence_id": name, "position": position, "x0": x0, "y0": y0, "x1": x1, "y1": y1}


def _days(name: str, stem: str, told: dict[str, Any]) -> Row:
    between = bounds(told[name] or "")
    return {f"{stem}_from": between.first, f"{stem}_to": between.last, f"{stem}_precision": between.precision or None}


def _listed(table: str, column: str, holder: str, name: str, values: Iterable[str]) -> Iterator[tuple[str, Row]]:
    """A row for each of `values`, in their order."""
    for position, value in enumerate(values, 1):
        yield table, {column: holder, "position": position, name: value}
