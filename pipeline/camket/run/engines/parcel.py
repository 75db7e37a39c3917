"""What a worker on another machine needs to read documents as this one does: rules, options, bounds and versions."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Self

from camket.errors import MissingToolError
from camket.run.supervisor import Bounds, Setup

LIBRARIES = ("underthesea", "spacy", "pdfplumber", "pypdfium2", "pandas", "trafilatura", "mammoth", "tesserocr")
"""What results depend on beside camket itself, in their versions."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A setup that can travel: the rule files by their names, and the versions that are to be found where it is opened."""

    rules: dict[str, bytes]
    setup: Setup
    bounds: Bounds
    versions: dict[str, str]

    @classmethod
    def of(cls, setup: Setup, bounds: Bounds) -> Self:
        """The parcel of what a run reads with, one document at a time."""
        rules = {
            path.relative_to(setup.rules).as_posix(): path.read_bytes()
            for path in sorted(setup.rules.rglob("*"))
            if path.is_file()
        }
        return cls(rules, replace(setup, rules=Path()), replace(bounds, workers=1), versions())

    @property
    def key(self) -> str:
        """What it is known by: another one where anything in it is."""
        return hashlib.sha256(pickle.dumps(self)).hexdigest()[:16]

    def unpack(self, folder: Path) -> Setup:
        """The setup, its rules in `folder`."""
        for name, data in self.rules.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return replace(self.setup, rules=folder)

    def check(self, where: str) -> None:
        """MissingToolError where camket or a library is of another version here than where the run was begun."""
        here = versions()
        other = [f"{name} {here[name]} (the run has {one})" for name, one in self.versions.items() if here[name] != one]
        if other:
            raise MissingToolError(f"{where}: {', '.join(other)}; install the same versions everywhere")


def versions() -> dict[str, str]:
    """The versions of camket and of LIBRARIES here."""
    return {name: version_of(name) for name in ("camket", *LIBRARIES)}


def version_of(name: str) -> str:
    """The version of a package here."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
