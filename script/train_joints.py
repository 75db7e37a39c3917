"""Learns rules/joints.yaml, the model of joints, from the items that the corpus has marked.

    .venv/bin/python script/train_joints.py

Every comma and "và" between the beginning of a marked item and the next one, or the end of the sentence, is an example: it
parts two items where the next begins right behind it, and joins what stands on both sides else. A logistic regression with
an L2 penalty is fitted to them, the same for the same corpus; weights that say nothing are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml

import camket
from camket import ingest, language
from camket.analysis import Analysis
from camket.assemble.clause_words import JOINTS, ClauseWords
from camket.assemble.joint_features import features
from camket.assemble.joint_model import FILE
from camket.document import Place
from camket.folding import fold
from camket.rulefiles import rules_dir

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
JOINED_BELOW = 0.2
PENALTY, FEWEST, LEAST = 1.0, 2, 0.02
"""Of the weights; how often a feature must be seen; and the smallest weight that is kept."""
STEPS, MOMENTUM = 1000, 0.9
ENDS = re.compile(r"[;.:!?](?=\s|$)|\n\s*\n")
BETWEEN = re.compile(r"\s*(?:(?:và|sẽ|đồng thời|cùng nhau|cùng|cũng|phải|sớm|tích cực|chủ động|thường xuyên)\s+)*")
"""What may stand between a joint and the item that it parts."""

Example = tuple[tuple[str, ...], bool]


def main() -> None:
    """The file is written anew."""
    path = rules_dir() / FILE
    model = learned(list(examples()))
    path.write_text(HEAD + yaml.safe_dump(model, allow_unicode=True, width=200, sort_keys=False), encoding="utf-8")
    sys.stdout.write(f"{path}: {len(model['weights'])} weights\n")


HEAD = """# The model of joints: whether a comma or "và" parts two items. Written by script/train_joints.py; do not edit.
# Weights are added to the bias for each feature that holds; see docs/rules.md.
"""


def examples() -> Iterator[Example]:
    """The features of each joint of the corpus, and whether it parts two items."""
    kit = camket.open_kit()
    for line in (CORPUS / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = Path(record["doc"]).name
        paths = [*(CORPUS / "gold" / "texts").rglob(f"{name}.txt"), CORPUS / f"{record['doc']}.txt"]
        path = next((one for one in paths if one.is_file()), None)
        if path is None:
            continue
        analysis = language.analyse(ingest.read(path, path.name, kit.options), kit.lexicon, kit.grammar)
        seen = ClauseWords(analysis, kit.words.commitments)
        yield from _of_document(analysis, seen, [one["text"] for one in record["commitments"]])


def _of_document(analysis: Analysis, seen: ClauseWords, texts: list[str]) -> Iterator[Example]:
    places = _places(analysis.folded, texts)
    starts = {place.start for place in places}
    for place in places:
        if any(other is not place and other.covers(place) for other in places):
            continue
        end = min([one.start() for one in [ENDS.search(analysis.folded, place.end)] if one] + [len(analysis.folded)])
        following = min((start for start in starts if place.start < start <= end), default=None)
        words = seen.words(Place(place.start, end))
        for at, word in enumerate(words[1:-1], 1):
            if word.folded not in JOINTS or (following is not None and word.place.end > following):
                continue
            parts = following is not None and BETWEEN.fullmatch(analysis.folded, word.place.end, following) is not None
            yield tuple(features(seen, words, 0, at)), parts


def _places(folded: str, texts: list[str]) -> list[Place]:
    """Where the items stand, in the order of the text."""
    found, at = set(), 0
    for text in texts:
        pattern = re.compile(r"\s+".join(map(re.escape, fold(text).split())))
        match = pattern.search(folded, at) or pattern.search(folded)
        if match:
            found.add(match.span())
            at = match.start() + 1
    return [Place(*span) for span in sorted(found)]


def learned(told: list[Example]) -> dict[str, object]:
    """The model of `told`, as it stands in the file."""
    counts = Counter(name for names, _ in told for name in set(names))
    known = sorted(name for name, count in counts.items() if count >= FEWEST)
    column = {name: at for at, name in enumerate(known)}
    matrix = np.zeros((len(told), len(known) + 1))
    matrix[:, -1] = 1  # the bias
    for row, (names, _) in enumerate(told):
        matrix[row, [column[name] for name in set(names) if name in column]] = 1
    weights = _fitted(matrix, np.array([parts for _, parts in told], dtype=float))
    kept = {name: round(float(weight), 2) for name, weight in zip(known, weights, strict=False) if abs(weight) >= LEAST}
    return {"joined_below": JOINED_BELOW, "bias": round(float(weights[-1]), 2), "weights": kept}


def _fitted(matrix: np.ndarray, parts: np.ndarray) -> np.ndarray:
    """The weights of the least penalised log-loss, by Nesterov's accelerated gradient; the bias, last, has no penalty."""
    penalty = np.full(matrix.shape[1], PENALTY)
    penalty[-1] = 0
    step = 1 / (0.25 * np.linalg.norm(matrix, 2) ** 2 + PENALTY)
    weights = ahead = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-matrix @ ahead))
        moved = ahead - step * (matrix.T @ (likely - parts) + penalty * ahead)
        ahead = moved + MOMENTUM * (moved - weights)
        weights = moved
    return weights


if __name__ == "__main__":
    main()
