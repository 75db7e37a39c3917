"""The values of a record one by one, as reviewers decide on them: each with its place and its words.

They are read from a line of records.jsonl, so that what wrote it need not be loaded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Json = Mapping[str, Any]

SINGLE = ("number", "signed_on", "period", "place")
"""Fields that an agreement has once, each with words of its own."""
JOINT = " – "
"""Between the parties of an agreement, where it is told by them."""
DATES = ("signed_on", "period", "due")
"""Fields whose values are EDTF dates or ISO 8601 durations."""
AGREEMENT_FIELDS = (
    "agreement", "kind", "status", "title", "party", *SINGLE, "value", "signatory", "participant",
)  # fmt: skip
COMMITMENT_FIELDS = ("commitment", "kind", "actors", "due", "amount")
FIELDS = tuple(dict.fromkeys(AGREEMENT_FIELDS + COMMITMENT_FIELDS))
"""What can be decided on, in the order of a sheet; `agreement` and `commitment` have the others."""
_KEY = re.compile(r"(?P<field>\w+)@(?P<start>-?\d+):(?P<end>-?\d+)(?:#(?P<number>\d+))?(?:/(?P<of>.+))?")


class Key(NamedTuple):
    """Where a value stands in its document; with the document's content it is the value's identity.

    `of` is the key of the agreement or commitment that has the value, empty for these themselves. Values that share
    all of this are numbered from 1. `start` and `end` are -1 for a value that was added without words of the document.
    """

    of: str
    field: str
    start: int
    end: int
    number: int = 1

    def __str__(self) -> str:
        """As sheets and addresses have it: "party@0:17/agreement@0:80"."""
        number = f"#{self.number}" if self.number > 1 else ""
        return f"{self.field}@{self.start}:{self.end}{number}" + (f"/{self.of}" if self.of else "")

    @classmethod
    def parse(cls, text: str) -> Key:
        """The key that is written so; ValueError where it is none."""
        found = _KEY.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no key of a value, such as party@0:17/agreement@0:80")
        return cls(found["of"] or "", found["field"], int(found["start"]), int(found["end"]), int(found["number"] or 1))


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a record: `value` is what a decision is about, a name, an EDTF date, the text of a commitment.

    `item` is the id of the agreement or commitment that has it ("a1", "c3"); `about` tells the rest that the record has
    on it: the canonical name of a party, title and party of a signatory, who is to do a commitment. `said` is its first
    evidence, as records.jsonl has it, and `places` are those of all its evidence.
    """

    key: Key
    item: str
    value: str
    about: str
    confidence: float
    said: Json
    places: tuple[tuple[int, int], ...]

    @property
    def field(self) -> str:
        """What it is a value of."""
        return self.key.field


def values_of(record: Json) -> Iterator[Value]:
    """Every value of a record, an agreement or commitment before what it has."""
    numbers: Counter[tuple[str, str, int, int]] = Counter()
    names = party_names(record)
    for item in (*record["agreements"], *record["commitments"]):
        of, sure = "", item["confidence"]
        told = _of_agreement(item) if "parties" in item else _of_commitment(item, actors_text(item, names))
        for field, text, about, confidence, evidence in told:
            place = (of, field, evidence[0]["start"], evidence[0]["end"])
            numbers[place] += 1
            key = Key(*place, numbers[place])
            places = tuple((one["start"], one["end"]) for one in evidence)
            yield Value(key, item["id"], text, about, sure if confidence is None else confidence, evidence[0], places)
            of = of or str(key)


_Told = Iterator[tuple[str, str, str, float | None, list[Json]]]
"""Field, value, what else is known of it, its own confidence if it has one, and its evidence."""


def _of_agreement(one: Json) -> _Told:
    signing = _evidence(one, "signing")
    names = {party["id"]: party["name"] for party in one["parties"]}
    yield "agreement", JOINT.join(names.values()), one["title"] or "", None, signing
    yield "kind", one["kind"], "", None, signing
    yield "status", one["status"], "", None, signing
    if one["title"]:
        yield "title", one["title"], "", None, signing
    for party in one["parties"]:
        yield "party", party["name"], party["canonical"] or "", party["confidence"], party["evidence"]
    for field in SINGLE:
        if one[field]:
            yield field, one[field], "", None, _evidence(one, field)
    for text in one["value"]:
        said = _evidence(one, "value")
        yield "value", text, "", None, [e for e in said if " ".join(e["text"].split()) == text] or said
    for person in one["signatories"]:
        about = " → ".join(filter(None, (person["title"], names.get(person["party"]))))
        yield "signatory", person["name"], about, person["confidence"], person["evidence"]
    for person in one["participants"]:
        about = ", ".join(filter(None, (person["role"], person["title"])))
        yield "participant", person["name"], about, None, person["evidence"]


def _of_commitment(one: Json, actors: str) -> _Told:
    said = _evidence(one, "commitment")
    yield "commitment", one["text"], f"{one['kind']}: {actors}", None, said
    if one["actors"] != "all":
        yield "actors", actors, "", None, said
    for field in ("due", "amount"):
        if one[field]:
            yield field, one[field], "", None, _evidence(one, field)


def _evidence(item: Json, field: str) -> list[Json]:
    """The evidence of one field, or all that the item has where none is of that field alone."""
    found = [one for one in item["evidence"] if one["field"] == field]
    return found or list(item["evidence"])


def party_names(record: Json) -> dict[tuple[str, str], str]:
    """The name of each party, by the ids of its agreement and its own."""
    return {(one["id"], party["id"]): party["name"] for one in record["agreements"] for party in one["parties"]}


def actors_text(commitment: Json, names: dict[tuple[str, str], str]) -> str:
    """Who undertakes a commitment, by name."""
    if commitment["actors"] == "all":
        return "all"
    return "; ".join(names.get((commitment["agreement"], actor), actor) for actor in commitment["actors"])
