"""A run's results in the formats of other tools: for annotation with spans and relations, and as tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from camket.errors import OutputError, UsageError
from camket.export import doccano, duckdb, label_studio, parquet, prodigy, spacy, sqlite
from camket.export.outcome import Exported
from camket.export.source import RUN_FILES, Source


@dataclass(frozen=True, slots=True)
class Target:
    """A format: what writes it, and the name of its file, or of its folder if `many`."""

    write: Callable[[Source, Path], Exported]
    name: str
    many: bool = False


TARGETS = {
    "label-studio": Target(label_studio.write, "label-studio.json"),
    "doccano": Target(doccano.write, "doccano.jsonl"),
    "prodigy": Target(prodigy.write, "prodigy.jsonl"),
    "spacy": Target(spacy.write, "spacy", many=True),
    "parquet": Target(parquet.write, "parquet", many=True),
    "sqlite": Target(sqlite.write, "camket.sqlite"),
    "duckdb": Target(duckdb.write, "camket.duckdb"),
}
FOLDER = "export"
"""Where exports stand in the run's folder if no other place is asked for."""


def export(folder: Path, to: str, output: Path | None = None, *, reviewed: bool = False) -> Exported:
    """The records of the run in `folder` stand in the format `to` at `output`: a file, or a folder if it has no ending.

    Raises UsageError (no such format, no run there), MissingToolError and OutputError (cannot write).
    """
    target = TARGETS.get(to)
    if target is None:
        raise UsageError(f"--to {to}: there is no such format; there are {', '.join(TARGETS)}")
    source = Source.of(folder, reviewed=reviewed)
    place = output or folder / FOLDER / target.name
    if not target.many and (place.is_dir() or not place.suffix):
        place /= target.name
    if place.name in RUN_FILES:
        raise UsageError(f"-o {place}: a run's own file has this name; choose another")
    try:
        (place if target.many else place.parent).mkdir(parents=True, exist_ok=True)
        return target.write(source, place)
    except OSError as error:
        raise OutputError(f"{place}: cannot write here: {error}") from error


__all__ = ["FOLDER", "TARGETS", "Exported", "Target", "export"]
