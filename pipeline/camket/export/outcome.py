"""What an export made, as its summary tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from camket.export.spans import Annotated


@dataclass(slots=True)
class Exported:
    """The files that were made, how many of what they hold, and how many of what did not fit, and where it is instead."""

    files: list[Path] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, document: Annotated) -> None:
        """Counts what is exported of `document`."""
        self.counts.update(documents=1, spans=len(document.spans), relations=len(document.relations))
        self.note("values have no place in the text and are in no span", document.placeless)

    def note(self, what: str, number: int) -> None:
        """`number` more of what `what` tells."""
        if number:
            self.notes[what] += number
