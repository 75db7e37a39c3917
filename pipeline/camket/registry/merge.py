"""One agreement from all its mentions: each value with the sources that say so and those that say otherwise.

Sources are weighed, never averaged: the paper itself before reports of it, a reprint hardly at all beside what it repeats,
what a reviewer accepted before all. What loses is kept as `otherwise`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket.folding import fold
from camket.registry import days
from camket.registry.canonical import SAME, Identity, likeness
from camket.registry.fingerprints import share
from camket.registry.linking import REPRINT
from camket.registry.mentions import Mention

SCHEMA = "camket-registry/1"
SINGLE = ("kind", "status", "title", "number", "signed_on", "period", "place")
_INSTRUMENT, _REPRINT, _REVIEWED, _PLANNED = 3.0, 0.05, 1_000.0, 0.3
_SAME_TEXT = 0.75
_MOST_COMMITMENTS = 300
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Voice:
    """A mention with what it says and how much it weighs; `reprint_of` is the mention whose text it repeats."""

    mention: Mention
    data: Json
    weight: float
    reprint_of: str | None

    @property
    def key(self) -> str:
        """The id of the source."""
        return self.mention.key

    def says(self, field: str) -> Any:
        """Its value of a field of the agreement."""
        return self.data["agreement"][field]

    def weighs(self, field: str) -> float:
        """How much it weighs in what it says of `field`."""
        reviewed = field in self.data["reviewed"]
        return self.weight * (_PLANNED if self.mention.planned and field == "signed_on" else 1.0) + _REVIEWED * reviewed


def merge(id_: str, was: Sequence[str], told: Sequence[tuple[Mention, Json]]) -> Json:
    """The row of the registry for the agreement with these mentions."""
    voices = _voices(told)
    groups = _party_groups(voices)
    singles = {field: _single(voices, field) for field in SINGLE}
    commitments = _commitments(voices)
    signatories = _signatories(voices, groups, id_)
    parties = [_party(group, id_) for group in groups]
    differ = {field for field, one in singles.items() if one and one["otherwise"]}
    conflicts = [field for field in SINGLE if field in differ and field != "status"]
    conflicts += ["signatories"] * any(one["otherwise"] for one in signatories)
    _in_order([*parties, *signatories, *commitments], [voice.key for voice in voices])
    return {
        "schema": SCHEMA, "id": id_, "was": list(was), **singles,
        "value": _listed(voices, lambda voice: voice.says("value")),
        "parties": parties,
        "signatories": signatories,
        "commitments": commitments,
        "fields": sorted({field for one in commitments for field in one["fields"]}),
        "conflicts": conflicts,
        "documents": len({voice.mention.document for voice in voices}),
        "sources": [_source(voice) for voice in voices],
    }  # fmt: skip


def _in_order(items: Sequence[Json], keys: Sequence[str]) -> None:
    """The sources of every item stand in the order of their days."""
    place = {key: at for at, key in enumerate(keys)}
    for item in items:
        item["sources"].sort(key=place.__getitem__)


def _voices(told: Sequence[tuple[Mention, Json]]) -> list[Voice]:
    """The mentions in the order of their days, each weighed."""
    ordered = sorted(told, key=lambda one: (one[0].published_on or one[0].signed_on or "9", one[0].key))
    voices: list[Voice] = []
    for mention, data in ordered:
        first = next(
            (one for one in voices if not one.reprint_of and share(one.mention.sketch, mention.sketch) >= REPRINT), None
        )
        weight = (
            data["agreement"]["confidence"]
            * (_INSTRUMENT if mention.instrument else 1.0)
            * (_REPRINT if first else 1.0)
        )
        voices.append(Voice(mention, data, weight, first.key if first else None))
    return voices


def _source(voice: Voice) -> Json:
    """What the registry tells of a source."""
    document = voice.data["document"]
    return {
        "id": voice.key, "document": document["id"], "agreement": voice.data["agreement"]["id"], "folder": voice.data["folder"],
        **{key: document[key] for key in ("path", "title", "source", "url", "published_on")},
        "status": voice.says("status"), "instrument": voice.mention.instrument, "reprint_of": voice.reprint_of,
        "reviewed": bool(voice.data["reviewed"]), "confidence": voice.says("confidence"),
    }  # fmt: skip


def _single(voices: Sequence[Voice], field: str) -> Json | None:
    """The value of a field, with who says so and who says otherwise."""
    told = [(voice, voice.says(field)) for voice in voices if voice.says(field)]
    if not told:
        return None
    words = {voice.says("place"): voice.mention.place for voice, _ in told}
    agrees = (
        _AGREES.get(field, _same)
        if field != "place"
        else lambda one, other: words[one] <= words[other] or words[other] <= words[one]
    )
    values = list(dict.fromkeys(value for _, value in told))
    weight = {value: sum(voice.weighs(field) for voice, said in told if agrees(value, said)) for value in values}
    exact = {value: sum(voice.weighs(field) for voice, said in told if said == value) for value in values}
    best = max(values, key=lambda value: (_final(field, value), weight[value], _tells(field, value), exact[value]))
    otherwise: dict[str, list[str]] = {}
    for voice, said in told:
        if not agrees(best, said):
            otherwise.setdefault(said, []).append(voice.key)
    return {
        "value": best,
        "sources": [voice.key for voice, said in told if agrees(best, said)],
        "otherwise": [{"value": value, "sources": sources} for value, sources in otherwise.items()],
        "reviewed": any(voice.weighs(field) >= _REVIEWED for voice, said in told if said == best),
    }


def _final(field: str, value: str) -> bool:
    """What was planned has been signed where one source says so."""
    return field == "status" and value == "signed"


def _tells(field: str, value: str) -> tuple[int, int]:
    """How much a value tells: the digits of a date, the words of a title; one that is all capitals less."""
    if field in {"signed_on", "period"}:
        return days.precision(value), 0
    return (0 if value.isupper() else 1), len(value.split()) if field in {"title", "place"} else 0


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _kinds(one: str, other: str) -> bool:
    return other in {one, "unspecified"}


def _within(one: str, other: str) -> bool:
    """Whether the words of the shorter are among those of the longer."""
    left, right = set(fold(one).split()), set(fold(other).split())
    return left <= right or right <= left


def _numbers(one: str, other: str) -> bool:
    return fold(one).startswith(fold(other)) or fold(other).startswith(fold(one))


_AGREES: dict[str, Callable[[str, str], bool]] = {
    "kind": _kinds, "title": _within, "number": _numbers,
    "signed_on": days.day_agrees, "period": days.period_agrees,
}  # fmt: skip


def _listed(voices: Sequence[Voice], values: Callable[[Voice], Sequence[str]]) -> list[Json]:
    """Each of the values that any source tells, with the sources that do."""
    told: dict[str, Json] = {}
    for voice in voices:
        for value in values(voice):
            told.setdefault(fold(value), {"value": value, "sources": []})["sources"].append(voice.key)
    return list(told.values())


@dataclass(slots=True)
class Group:
    """The parties of several sources that are one body."""

    members: list[tuple[Voice, Json, Identity]] = field(default_factory=list)
    known_as: dict[tuple[object, ...], Identity] = field(default_factory=dict)

    def alike(self, identity: Identity) -> float:
        """How alike the body and `identity` are."""
        return max(likeness(one, identity) for one in self.known_as.values())

    def add(self, voice: Voice, party: Json, identity: Identity) -> None:
        """The body has one more member."""
        self.members.append((voice, party, identity))
        self.known_as.setdefault((identity.core, identity.province, identity.forms), identity)


def _party_groups(voices: Sequence[Voice]) -> list[Group]:
    """The bodies that sources name as parties, in the order of the source that weighs most."""
    groups: list[Group] = []
    for voice in sorted(voices, key=lambda one: (-one.weighs("parties"), -len(one.mention.parties), one.key)):
        pairs = list(zip(voice.says("parties"), voice.mention.parties, strict=True))
        ranked = sorted(((group.alike(identity), at, number) for number, group in enumerate(groups) for at, (_, identity) in enumerate(pairs)),
                        key=lambda row: (-row[0], row[1], row[2]))  # fmt: skip
        taken: dict[int, int] = {}
        for alike, at, number in ranked:
            if alike >= SAME and at not in taken and number not in taken.values():
                taken[at] = number
        for at, (party, identity) in enumerate(pairs):
            if at not in taken:
                groups.append(Group())
            groups[taken.get(at, -1)].add(voice, party, identity)
    return groups


def _party(group: Group, agreement: str) -> Json:
    """The body as the registry names it: by the fullest name that a source has, with all others.

    One whose place nobody tells is a body of this agreement alone.
    """
    _, _, fullest = max(group.members, key=lambda one: _fullness(one[0], one[2]))
    names = list(dict.fromkeys(name for _, party, _ in group.members for name in (party["name"], *party["aliases"])))
    became = fullest.became.name if fullest.became else fullest.successor
    return {
        "id": f"{fullest.key} | ? {agreement}" if fullest.elided else fullest.key, "name": fullest.name, "names": names,
        "type": next((party["type"] for _, party, _ in group.members if party["type"]), None),
        "known": fullest.known, "province": fullest.province, "province_today": list(fullest.today), "became": became,
        "sources": list(dict.fromkeys(voice.key for voice, _, _ in group.members)),
    }  # fmt: skip


def _fullness(voice: Voice, identity: Identity) -> tuple[bool, bool, bool, bool, int, int]:
    """How good a name for the body it is: a known one, one that tells the province, not in capitals, reviewed, in full."""
    placed = identity.province is not None and fold(identity.province) in fold(identity.name)
    known = identity.known is not None and len(identity.core) == 1
    reviewed = voice.weighs("parties") >= _REVIEWED
    return known, placed, not identity.name.isupper(), reviewed, len(identity.core), -len(identity.name)


def _signatories(voices: Sequence[Voice], groups: Sequence[Group], id_: str) -> list[Json]:
    """Who signed, each with the sources; `otherwise` where other sources name someone else for the same party."""
    group_of = {
        (voice.key, party["id"]): number for number, group in enumerate(groups) for voice, party, _ in group.members
    }
    told: dict[str, Json] = {}
    for voice in sorted(voices, key=lambda one: -one.weighs("signatories")):
        for person in voice.says("signatories"):
            number = group_of.get((voice.key, person["party"]))
            one = told.setdefault(
                fold(person["name"]),
                {"name": person["name"], "title": person["title"], "party": number, "sources": [], "otherwise": []},
            )
            one["sources"].append(voice.key)
            one["title"] = one["title"] or person["title"]
            one["party"] = number if one["party"] is None else one["party"]
    signers = list(told.values())
    for one in signers:
        one["otherwise"] = [{"value": other["name"], "sources": other["sources"]} for other in signers
                            if other is not one and one["party"] is not None and other["party"] == one["party"]
                            and not set(other["sources"]) & set(one["sources"])]  # fmt: skip
    for one in signers:
        one["party"] = _party(groups[one["party"]], id_)["id"] if one["party"] is not None else None
    return signers


def _commitments(voices: Sequence[Voice]) -> list[Json]:
    """What is undertaken, told alike by several sources once, by the words of the one that weighs most."""
    found: list[tuple[set[str], Json]] = []
    for voice in sorted(voices, key=lambda one: -one.weighs("commitments")):
        names = {party["id"]: party["name"] for party in voice.says("parties")}
        for one in voice.data["commitments"]:
            words = set(fold(one["text"]).split())
            same = next(
                (
                    known
                    for told, known in found
                    if known["kind"] == one["kind"] and _overlap(told, words) >= _SAME_TEXT
                ),
                None,
            )
            if same is not None:
                same["sources"] += [voice.key] * (voice.key not in same["sources"])
                same["due"], same["amount"] = same["due"] or one["due"], same["amount"] or one["amount"]
            elif len(found) < _MOST_COMMITMENTS:
                actors = (
                    one["actors"] if one["actors"] == "all" else [names.get(actor, actor) for actor in one["actors"]]
                )
                found.append(
                    (
                        words,
                        {
                            **{key: one[key] for key in ("kind", "text", "fields", "due", "amount")},
                            "actors": actors,
                            "sources": [voice.key],
                        },
                    )
                )
    return [one for _, one in found]


def _overlap(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
