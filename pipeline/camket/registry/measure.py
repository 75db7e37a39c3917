"""A registry against gold clusters: of all pairs of documents that tell of one agreement, how many are together.

Gold is an object with `clusters` (a name and its documents each), `apart` (pairs of clusters that must not be one) and
`background` (documents that only look back, and count neither way).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from camket.errors import UsageError
from camket.evaluate import Score
from camket.files import read_jsonl

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Linking:
    """The score of the pairs, the pairs that are wrong or missing, and look-alikes that have become one."""

    pairs: Score
    wrong: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]
    merged: tuple[str, ...]


def measure(gold: Path, registry: Path) -> Linking:
    """How well the registry links the documents of the gold."""
    wanted, rows = _gold(gold), list(read_jsonl(registry))
    if not registry.is_file():
        raise UsageError(f"{registry}: there is no such registry")
    known = {document for documents in wanted["clusters"].values() for document in documents}
    together = [sorted({one["path"] for one in row["sources"]} & known) for row in rows]
    right, found = _pairs(wanted["clusters"].values()), _pairs(together)
    return Linking(
        Score(len(right & found), len(found), len(right)),
        _sorted(found - right),
        _sorted(right - found),
        tuple(_merged(wanted, found)),
    )


def _gold(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        if not all(one in gold["clusters"] for pair in gold["apart"] for one in pair["clusters"]):
            raise UsageError(f"{path}: `apart` names a cluster that does not exist")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: is no gold of clusters: {error}") from error
    return gold  # type: ignore[no-any-return]


def _pairs(groups: Iterable[list[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def _sorted(pairs: set[Pair]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))


def _merged(gold: dict[str, Any], found: set[Pair]) -> Iterable[str]:
    """The look-alikes of which a document of the one is together with one of the other."""
    for pair in gold["apart"]:
        left, right = (set(gold["clusters"][one]) for one in pair["clusters"])
        if any(frozenset(two) in found for two in product(left - right, right - left)):
            yield f"{' and '.join(pair['clusters'])}: {pair['why']}"
