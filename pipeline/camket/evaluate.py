"""Gold against records: precision, recall and F1 per field, as docs/gold.md defines them, and floors.

Two names are the same from a token F1 of 0.8 on, two commitment texts from 0.6 on; pairs are made greedily, most
alike first, so that each item is used once.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from camket.errors import UsageError
from camket.folding import normalize

SAME_NAME = 0.8
SAME_COMMITMENT = 0.6
SAME_PLACE = 0.5
FIELDS = (
    "document has one", "agreement", "kind", "status", "parties", "signatories", "signed_on", "period", "place",
    "commitments", "commitment kind", "commitment actors", "commitment words",
)  # fmt: skip
_DETAILS = ("signed_on", "period", "place")
# Words of the measure, fixed with it, and no rule: a name is the same with and without its honorific.
_HONORIFICS = re.compile(
    r"^(?:(?:ông|bà|anh|chị|đồng chí|đ/c|gs|pgs|ts|ths|bs|gs\.?ts|pgs\.?ts|tiến sĩ|thạc sĩ|giáo sư|phó giáo sư|luật sư|"
    r"bác sĩ|đại tá|thượng tá|trung tá|thiếu tá|trung tướng|thiếu tướng|thượng tướng|đại tướng|mr|ms|mrs|dr)\.?\s+)+",
    re.IGNORECASE,
)
_TONES = dict(zip(["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
                  ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"], strict=True))  # fmt: skip
Item = TypeVar("Item")
Json = dict[str, Any]


@dataclass
class Score:
    """What was hit, found and wanted of one field."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right, 0 to 1."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found, 0 to 1."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Scores:
    """The scores of all fields."""

    fields: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    documents: int = 0
    known: int = 0

    def add(self, name: str, hit: int, found: int, gold: int) -> None:
        """Counts of one document count in."""
        score = self.fields[name]
        score.hit += hit
        score.found += found
        score.gold += gold


def load(path: Path) -> dict[str, Json]:
    """The records or gold of a JSONL file by the document's name without its type; UsageError tells the faulty line."""
    documents: dict[str, Json] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                name = record.get("doc") or record["document"]["path"]
            except (json.JSONDecodeError, KeyError, AttributeError) as error:
                raise UsageError(f"{path}: line {number} is no record and no gold: {error}") from error
            documents[str(PurePosixPath(name.replace("\\", "/")).with_suffix(""))] = record
    return documents


def score(gold: dict[str, Json], found: dict[str, Json]) -> Scores:
    """The scores of the records `found` against `gold`; a gold document without a record has found nothing."""
    scores = Scores(documents=len(gold))
    for name in sorted(gold):
        record = partner(name, found)
        scores.known += record is not None
        _score_agreements(scores, gold[name]["agreements"], (record or {}).get("agreements") or [])
        _score_commitments(scores, gold[name]["commitments"], record or {})
    return scores


def below(scores: Scores, floors: dict[str, float]) -> list[str]:
    """What is below its floor, a line each; UsageError for a field that does not exist."""
    unknown = sorted(set(floors) - set(FIELDS))
    if unknown:
        raise UsageError(f"floors: there is no field {unknown[0]!r}; there are {', '.join(FIELDS)}")
    return [f"{name}: F1 {scores.fields[name].f1:.3f} is below its floor of {floor}"
            for name, floor in floors.items() if scores.fields[name].f1 < floor]  # fmt: skip


def _score_agreements(scores: Scores, gold: list[Json], found: list[Json]) -> None:
    paired = pairs(gold, found, parties_alike, 0.5)
    scores.add("agreement", len(paired), len(found), len(gold))
    scores.add("document has one", bool(gold and found), bool(found), bool(gold))
    told = dict(paired)
    for i, wanted in enumerate(gold):
        _score_one(scores, wanted, found[told[i]] if i in told else None)
    for j, extra in enumerate(found):
        if j not in told.values():
            scores.add("parties", 0, len(extra["parties"]), 0)
            scores.add("signatories", 0, len(extra.get("signatories") or []), 0)
            for name in _DETAILS:
                scores.add(name, 0, bool(extra.get(name)), 0)


def _score_one(scores: Scores, wanted: Json, got: Json | None) -> None:
    left = [forms(party) for party in wanted["parties"]]
    right = [forms(party) for party in got["parties"]] if got else []
    scores.add("parties", len(pairs(left, right, same_name, SAME_NAME)), len(right), len(left))
    signed = [bare(person["name"]) for person in wanted.get("signatories") or []]
    told = [bare(person["name"]) for person in (got or {}).get("signatories") or []]
    scores.add("signatories", len(pairs(signed, told, lambda a, b: float(a == b), 1.0)), len(told), len(signed))
    for name in _DETAILS:
        one, other = wanted.get(name) or "", (got or {}).get(name) or ""
        hit = bool(one and other) and (overlap(tokens(one), tokens(other)) >= SAME_PLACE if name == "place"
                                       else _same_date(one, other))  # fmt: skip
        scores.add(name, hit, bool(other), bool(one))
    if got is not None:
        for name in ("kind", "status"):
            scores.add(name, wanted.get(name) == got.get(name), 1, 1)


def _score_commitments(scores: Scores, gold: list[Json], record: Json) -> None:
    found = record.get("commitments") or []
    wanted, got = [tokens(one["text"]) for one in gold], [tokens(one["text"]) for one in found]
    paired = pairs(wanted, got, overlap, SAME_COMMITMENT)
    scores.add("commitments", len(paired), len(found), len(gold))
    for i, j in paired:
        scores.add("commitment kind", gold[i]["kind"] == found[j]["kind"], 1, 1)
        scores.add("commitment actors", _same_actors(gold[i], found[j], record), 1, 1)
    left, right = Counter(word for text in wanted for word in text), Counter(word for text in got for word in text)
    scores.add("commitment words", sum((left & right).values()), sum(right.values()), sum(left.values()))


def partner(name: str, documents: dict[str, Json]) -> Json | None:
    """The record of the same document, whichever of the two names has more folders in front."""
    same = [other for other in documents if f"/{other}".endswith(f"/{name}") or f"/{name}".endswith(f"/{other}")]
    return documents[max(same, key=len)] if same else None


def pairs(
    left: Sequence[Item], right: Sequence[Item], likeness: Callable[[Item, Item], float], floor: float
) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs of positions, most alike first."""
    ranked = sorted(((likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
                    key=lambda row: (-row[0], row[1], row[2]))  # fmt: skip
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for alike, i, j in ranked:
        if alike >= floor and alike > 0 and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            chosen.append((i, j))
    return chosen


def tokens(text: str) -> list[str]:
    """The words to compare by: lower case, one tone placement, full stops left out."""
    lowered = normalize(text).casefold()
    for new, old in _TONES.items():
        lowered = lowered.replace(new, old)
    return re.findall(r"[\w&]+", lowered.replace(".", ""))


def overlap(left: list[str], right: list[str]) -> float:
    """The token F1 of two texts."""
    shared = sum((Counter(left) & Counter(right)).values())
    return 2 * shared / (len(left) + len(right)) if shared else 0.0


def forms(party: Json | list[str]) -> list[str]:
    """All names of a party, of gold or of a record."""
    return [party["name"], *(party.get("aliases") or [])] if isinstance(party, dict) else list(party)


def same_name(left: Iterable[str], right: Iterable[str]) -> float:
    """The likeness of the two names that are most alike."""
    return max((overlap(tokens(a), tokens(b)) for a in left for b in right), default=0.0)


def parties_alike(left: Json, right: Json) -> float:
    """The F1 of the parties of two agreements."""
    ours, theirs = [forms(party) for party in left["parties"]], [forms(party) for party in right["parties"]]
    both = len(ours) + len(theirs)
    return 2 * len(pairs(ours, theirs, same_name, SAME_NAME)) / both if both else 0.0


def bare(name: str) -> list[str]:
    """The words of a person's name, honorifics left out."""
    return tokens(_HONORIFICS.sub("", name))


def _same_date(gold: str, found: str) -> bool:
    """Whether the dates are the same; an X in the gold stands for any digit."""
    return re.fullmatch(re.escape(gold).replace("X", r"[\dX]"), found or "") is not None


def _same_actors(gold: Json, found: Json, record: Json) -> bool:
    wanted, got = gold.get("actors"), found.get("actors")
    if "all" in (wanted, got):
        return bool(wanted == got)
    parties = {party.get("id"): forms(party) for one in record.get("agreements") or [] for party in one["parties"]
               if isinstance(party, dict)}  # fmt: skip
    theirs = [parties.get(name, [name]) for name in got or []]
    ours = [[name] for name in wanted or []]
    return len(pairs(ours, theirs, same_name, SAME_NAME)) == len(ours) == len(theirs)
