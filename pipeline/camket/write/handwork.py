"""Sheets that people wrote in are never overwritten: .sheets.json knows how each was written, and which were applied."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from camket.files import write_json
from camket.labels import Language

FILE = ".sheets.json"


def remember(folder: Path, names: Iterable[str], language: Language) -> None:
    """The sheets in `folder` are as camket wrote them, in this language."""
    told = _told(folder)
    written = {name: _stamp(folder / name) for name in names}
    write_json(folder / FILE, told | {"language": language.value, "written": told.get("written", {}) | written})


def remember_applied(folder: Path, sheet: Path) -> None:
    """All that stands in `sheet` is among the decisions, so that it may be overwritten."""
    told = _told(folder)
    digests = dict.fromkeys([*told.get("applied", ()), _digest(sheet)])
    write_json(folder / FILE, told | {"applied": list(digests)})


def language_of(folder: Path) -> Language:
    """The language in which the sheets of `folder` were last written."""
    return Language(_told(folder).get("language", Language.ENGLISH))


def keep_edited(folder: Path, names: Iterable[str]) -> list[str]:
    """Sheets that someone wrote in, and that were not applied, have other names; these are given back."""
    told = _told(folder)
    kept = []
    for name in names:
        path = folder / name
        if path.is_file() and not _is_ours(path, told.get("written", {}).get(name), told.get("applied", ())):
            free = next(new for number in count(1)
                        if not (new := path.with_name(f"{path.stem}-edited-{number}{path.suffix}")).exists())  # fmt: skip
            path.rename(free)
            kept.append(free.name)
    return kept


def _is_ours(path: Path, written: dict[str, Any] | None, applied: Iterable[str]) -> bool:
    told = path.stat()
    if written and (told.st_size, told.st_mtime_ns) == (written["size"], written["written"]):
        return True
    digest = _digest(path)
    return digest in applied or bool(written and digest == written["digest"])


def _stamp(path: Path) -> dict[str, Any]:
    told = path.stat()
    return {"size": told.st_size, "written": told.st_mtime_ns, "digest": _digest(path)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _told(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
