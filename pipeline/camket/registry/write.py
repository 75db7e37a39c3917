"""The files of a registry: registry.jsonl is the truth, the sheet and the page are views of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from camket.files import to_json, whole
from camket.registry.page import Page
from camket.write.columns import Row
from camket.write.sheets import Csv

REGISTRY, SHEET, PAGE = "registry.jsonl", "registry.csv", "registry.html"
COLUMNS = (
    "id", "kind", "status", "title", "number", "parties", "provinces", "provinces_today", "signed_on", "period", "place",
    "value", "signatories", "fields", "commitments", "documents", "conflicts", "otherwise", "sources", "was",
)  # fmt: skip
_SINGLE = ("kind", "status", "title", "number", "signed_on", "period", "place")


@dataclass(slots=True)
class Told:
    """What a registry has in all: agreements, those that several documents tell of, those that sources differ on."""

    agreements: int = 0
    shared: int = 0
    conflicts: int = 0


def publish(folder: Path, rows: Iterable[dict[str, Any]]) -> Told:
    """The files stand in `folder`, all made from `rows` in one pass; those that stood there stay until all are whole."""
    told = Told()
    with ExitStack() as stack:
        registry, sheet, page = (stack.enter_context(whole(folder / name)) for name in (REGISTRY, SHEET, PAGE))
        csv, html = Csv(sheet, COLUMNS), Page(page)
        for row in rows:
            registry.write(f"{to_json(row)}\n".encode())
            csv.add([sheet_row(row)])
            html.add(row)
            told.agreements += 1
            told.shared += row["documents"] > 1
            told.conflicts += bool(row["conflicts"])
        csv.close()
        html.close()
    return told


def sheet_row(row: dict[str, Any]) -> Row:
    """The row of the sheet for an agreement."""
    provinces = dict.fromkeys(party["province"] for party in row["parties"] if party["province"])
    today = dict.fromkeys(one for party in row["parties"] for one in party["province_today"])
    return {
        "id": row["id"],
        **{field: row[field]["value"] if row[field] else "" for field in _SINGLE},
        "parties": "; ".join(party["name"] for party in row["parties"]),
        "provinces": "; ".join(provinces),
        "provinces_today": "; ".join(today),
        "value": "; ".join(one["value"] for one in row["value"]),
        "signatories": "; ".join(one["name"] for one in row["signatories"]),
        "fields": "; ".join(row["fields"]),
        "commitments": str(len(row["commitments"])),
        "documents": str(row["documents"]),
        "conflicts": "; ".join(row["conflicts"]),
        "otherwise": "; ".join(otherwise(row)),
        "sources": "; ".join(one["path"] for one in row["sources"]),
        "was": "; ".join(row["was"]),
    }


def otherwise(row: dict[str, Any]) -> Iterator[str]:
    """What sources say otherwise, a text each: "signed_on: 2012-11-08 (tin/b.txt)"."""
    paths = {one["id"]: one["path"] for one in row["sources"]}
    for field in _SINGLE:
        for other in row[field]["otherwise"] if row[field] else ():
            yield f"{field}: {other['value']} ({', '.join(paths[one] for one in other['sources'])})"
    for signer in row["signatories"]:
        for other in signer["otherwise"]:
            yield f"signatory: {other['value']} ({', '.join(paths[one] for one in other['sources'])})"
