"""Pins the floors of corpus/gold/floors.json from a run over the corpus: two points under what it reaches.

    .venv/bin/python script/pin_floors.py outputs/demo/records.jsonl

A floor is only raised; to lower one, edit the file and say why in CHANGELOG.md.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from camket import evaluate, ingest

GOLD = Path(__file__).resolve().parents[1] / "corpus" / "gold"
SLACK = 0.02


def main() -> None:
    """The floors stand in their file, and are told."""
    scores = evaluate.score(evaluate.load(GOLD / "gold.jsonl"), evaluate.load(Path(sys.argv[1])))
    path = GOLD / "floors.json"
    old = json.loads(path.read_text(encoding="utf-8"))["f1"] if path.is_file() else {}
    floors = {name: max(old.get(name, 0.0), round(score.f1 - SLACK, 3)) for name, score in scores.fields.items()}
    pinned = {"gold": ingest.content_id((GOLD / "gold.jsonl").read_bytes()), "f1": floors}
    path.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
