"""A record as reviewers leave it: what they rejected is out, corrected is put right, and added is in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from camket.judgement import Judged, State
from camket.labels import plain
from camket.records import AgreementKind, AgreementStatus, CommitmentKind, Opinion, Reviewed, ReviewedValue, Role
from camket.values import JOINT, SINGLE, Json, party_names

REVIEW_RULE = "review"
"""The rule of evidence that a reviewer gave."""
_SETTLED = {State.DECIDED, State.ADDED, State.GONE}
_Told = defaultdict[str, list[Judged]]
"""The values of one agreement or commitment by their fields, in the order of the record."""


def reviewed(record: Json, judged: Sequence[Judged], text: str) -> dict[str, Any]:
    """`record` after review, with `review`, which tells of each decision; `text` is that of the document.

    What nobody decided on, or reviewers disagree on, stays as it was found. An added value, or one that is no longer
    found, is put into its agreement or commitment; where that is gone too, it is told in `review` only.
    """
    told: defaultdict[str, _Told] = defaultdict(lambda: defaultdict(list))
    for one in judged:
        if one.value:
            told[one.value.item][one.key.field].append(one)
    agreements = [_agreement(one, told[one["id"]]) for one in record["agreements"] if _stays(told[one["id"]])]
    names = party_names(record)
    parties = {one["id"]: [party["id"] for party in one["parties"]] for one in agreements}
    commitments = [
        _commitment(one, told[one["id"]], agreements, names, parties)
        for one in record["commitments"]
        if _stays(told[one["id"]])
    ]
    items = {str(one["agreement"][0].key): item for item, one in told.items() if one["agreement"]}
    items |= {str(one["commitment"][0].key): item for item, one in told.items() if one["commitment"]}
    final = {**record, "agreements": agreements, "commitments": commitments}
    _Additions(final, record, text, told, items).put(judged)
    return final | {"review": asdict(_review(judged, items))}


def _stays(told: _Told) -> bool:
    """Whether an agreement or commitment was not rejected."""
    return not told or all(one.final is not None for one in (*told["agreement"], *told["commitment"]))


def _agreement(one: Json, told: _Told) -> dict[str, Any]:
    new = dict(one)
    for field in ("title", *SINGLE):
        for value in told[field]:
            new[field] = value.final
    for value in told["kind"]:
        new["kind"] = value.final or AgreementKind.UNSPECIFIED.value
    for value in told["status"]:
        new["status"] = value.final or next(other.value for other in AgreementStatus if other.value != one["status"])
    if told["value"]:
        new["value"] = [value.final for value in told["value"] if value.final is not None]
    new["parties"] = _kept(one["parties"], told["party"])
    new["signatories"] = _kept(one["signatories"], told["signatory"])
    new["participants"] = _kept(one["participants"], told["participant"])
    left = {party["id"] for party in new["parties"]}
    new["signatories"] = [
        person if person["party"] in left else person | {"party": None} for person in new["signatories"]
    ]
    emptied = {field for field in (*SINGLE, "value") if one[field] and not new[field]}
    new["evidence"] = [said for said in one["evidence"] if said["field"] not in emptied]
    return new


def _kept(things: Sequence[Json], told: Sequence[Judged]) -> list[dict[str, Any]]:
    """Those of `things` that have names which were not rejected, by their names as corrected."""
    if not told:
        return [dict(thing) for thing in things]
    kept = []
    for thing, one in zip(things, told, strict=True):
        if one.final is None:
            continue
        new = {**thing, "name": one.final}
        if "canonical" in thing and plain(one.final) != plain(thing["name"]):
            new |= {"canonical": None, "aliases": [form for form in thing["aliases"] if form != one.final]}
        kept.append(new)
    return kept


def _commitment(
    one: Json, told: _Told, agreements: Sequence[Json], names: dict[tuple[str, str], str], parties: dict[str, list[str]]
) -> dict[str, Any]:
    new = dict(one)
    for value in told["commitment"]:
        new["text"] = value.final
    for field in ("due", "amount"):
        for value in told[field]:
            new[field] = value.final
    left = parties.get(one["agreement"] or "", [])
    if one["actors"] != "all":
        new["actors"] = [actor if actor in left else names.get((one["agreement"], actor), actor)
                         for actor in one["actors"]]  # fmt: skip
    if one["agreement"] not in parties:
        new["agreement"] = None
    for value in told["actors"]:
        if value.final is None:
            new["actors"] = "all"
        elif value.value and value.final != value.value.value:
            new["actors"] = _actors(value.final, new["agreement"], agreements)
    emptied = {field for field in ("due", "amount") if one[field] and not new[field]}
    new["evidence"] = [said for said in one["evidence"] if said["field"] not in emptied]
    return new


def _actors(text: str, agreement: str | None, agreements: Iterable[Json]) -> str | list[str]:
    """Who is named in `text`, by the ids of the parties where they are parties."""
    if plain(text) == "all":
        return "all"
    ids = {plain(form): party["id"] for one in agreements if one["id"] == agreement
           for party in one["parties"] for form in (*party["aliases"], party["name"])}  # fmt: skip
    return [ids.get(plain(name), name.strip()) for name in text.split(";") if name.strip()]


class _Additions:
    """Puts values into a record that it does not have."""

    def __init__(
        self, final: dict[str, Any], record: Json, text: str, told: dict[str, _Told], items: dict[str, str]
    ) -> None:
        self._final, self._record, self._text, self._told, self._items = final, record, text, told, items

    def put(self, judged: Iterable[Judged]) -> None:
        """The record has what reviewers added, and what they accepted and is not found any more."""
        extra = [one for one in judged if one.value is None and one.final is not None and one.state in _SETTLED]
        having_parties = {one.key.of for one in extra if one.key.field == "party"}
        for one in extra:
            if one.key.field == "agreement":
                agreement = self._make("agreements", "a", one)
                if str(one.key) not in having_parties:
                    for name in str(one.final).split(JOINT):
                        agreement["parties"].append(self._party(agreement, name.strip(), one))
        for one in extra:
            if one.key.field == "commitment":
                self._make("commitments", "c", one)
        for one in extra:
            item = self._items.get(str(one.owner.key) if one.owner else one.key.of)
            home = next((thing for thing in (*self._final["agreements"], *self._final["commitments"])
                         if thing["id"] == item), None)  # fmt: skip
            if home is not None and one.key.of:
                self._add(home, one)

    def _make(self, kind: str, letter: str, one: Judged) -> dict[str, Any]:
        """A new agreement or commitment that stands in the record."""
        known = [int(thing["id"][1:]) for thing in (*self._record[kind], *self._final[kind])]
        name = f"{letter}{max(known, default=0) + 1}"
        thing: dict[str, Any]
        if kind == "agreements":
            thing = {
                "id": name, "kind": AgreementKind.UNSPECIFIED.value, "status": AgreementStatus.SIGNED.value,
                "parties": [], "title": None, **dict.fromkeys(SINGLE), "value": [], "signatories": [],
                "participants": [], "notes": [], "confidence": 1.0, "evidence": self._evidence(one, "signing"),
            }  # fmt: skip
        else:
            agreements = self._final["agreements"]
            agreement = agreements[0]["id"] if len(agreements) == 1 else None
            thing = {
                "id": name, "kind": (CommitmentKind.AREA if agreement else CommitmentKind.PLEDGE).value,
                "text": one.final, "agreement": agreement, "actors": "all", "fields": [], "due": None, "amount": None,
                "confidence": 1.0, "evidence": self._evidence(one, "commitment"),
            }  # fmt: skip
        self._final[kind].append(thing)
        self._items[str(one.key)] = name
        return thing

    def _add(self, home: dict[str, Any], one: Judged) -> None:
        field, final = one.key.field, str(one.final)
        said = self._evidence(one, field)
        if field == "party":
            home["parties"].append(self._party(home, final, one))
        elif field == "signatory":
            home["signatories"].append(
                {"name": final, "title": None, "party": None, "confidence": 1.0, "evidence": said}
            )
        elif field == "participant":
            home["participants"].append({"name": final, "role": Role.GUEST.value, "title": None, "evidence": said})
        elif field == "value":
            home["value"] = [*home["value"], final]
            home["evidence"] = [*home["evidence"], *said]
        elif field == "actors":
            home["actors"] = _actors(final, home["agreement"], self._final["agreements"])
            home["kind"] = CommitmentKind.PLEDGE.value if not self._told[home["id"]] else home["kind"]
        elif not any(other.state is State.DECIDED for other in self._told[home["id"]][field]):
            home[field] = final
            if field not in {"kind", "status", "title"}:
                home["evidence"] = [*(old for old in home["evidence"] if old["field"] != field), *said]

    def _party(self, home: Json, name: str, one: Judged) -> dict[str, Any]:
        """A party that a reviewer added; a body that other agreements have is known by the same id."""
        every = [party for record in (self._record, self._final) for agreement in record["agreements"]
                 for party in (*agreement["parties"], *home["parties"])]  # fmt: skip
        like = next((party for party in every if plain(party["name"]) == plain(name)), None)
        taken = {party["id"] for party in home["parties"]}
        if like and like["id"] not in taken:
            number = like["id"]
        else:
            number = f"p{max((int(party['id'][1:]) for party in every), default=0) + 1}"
        return {
            "id": number, "name": name, "aliases": [], "canonical": like["canonical"] if like else None,
            "type": like["type"] if like else None, "province": like["province"] if like else None, "confidence": 1.0,
            "evidence": self._evidence(one, "party"),
        }  # fmt: skip

    def _evidence(self, one: Judged, field: str) -> list[dict[str, Any]]:
        """The words that a reviewer gave, where the text has them; their page is that of the evidence before them."""
        said = next((decision for decision in one.decisions if decision.text), None)
        if said is None:
            return []
        start = one.key.start
        if self._text[start : start + len(said.text)] != said.text:
            start = self._text.find(said.text)
        if start < 0:
            return []
        before = [(old["start"], old["page"]) for thing in (*self._record["agreements"], *self._record["commitments"])
                  for old in thing["evidence"] if old["start"] <= start]  # fmt: skip
        page = max(before, default=(0, 1))[1]
        return [{"start": start, "end": start + len(said.text), "text": said.text, "page": page, "boxes": [],
                 "rule": REVIEW_RULE, "sentence": said.sentence or said.text, "field": field}]  # fmt: skip


def _review(judged: Iterable[Judged], items: dict[str, str]) -> Reviewed:
    states: Counter[State] = Counter()
    values = []
    for one in judged:
        states[one.state] += 1
        if one.decisions:
            item = (
                one.value.item
                if one.value
                else items.get(str(one.owner.key) if one.owner else one.key.of or str(one.key), "")
            )
            opinions = tuple(Opinion(said.reviewer, said.at, said.verdict.value, said.correction, said.note)
                             for said in one.decisions)  # fmt: skip
            was = one.value.value if one.value else None
            values.append(ReviewedValue(str(one.key), item, one.key.field, one.state.value, was, one.final, opinions))
    return Reviewed(
        open=states[State.OPEN] + states[State.CHANGED],
        decided=sum(states[state] for state in _SETTLED),
        conflicts=states[State.CONFLICT],
        values=tuple(values),
    )
