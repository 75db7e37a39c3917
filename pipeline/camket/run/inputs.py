"""The files of a run, each with the name that it is known by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from camket.errors import UsageError

IGNORE_FILE = ".camketignore"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read; `name` is the path of its file relative to the input folder, with "/".

    `inner` leads to one that lies inside its file, a name for each container ("hoso.zip", "mail.eml"), and is part of
    `name`; `content` is the hash of the file.
    """

    path: Path
    name: str
    inner: tuple[str, ...] = ()
    content: str = ""

    def member(self, name: str) -> Input:
        """The document called `name` inside this one."""
        return replace(self, name=f"{self.name}/{name}", inner=(*self.inner, name))


def find_inputs(sources: Sequence[Path]) -> list[Input]:
    """The files under `sources`, ordered by name; hidden ones and those of a .camketignore are left out.

    Raises UsageError where a source does not exist, or none holds a file.
    """
    found: list[Input] = []
    for source in sources:
        if not source.exists():
            raise UsageError(f"{source}: there is no such file or folder")
        prefix = f"{source.name}/" if len(sources) > 1 and source.is_dir() else ""
        found += [Input(path, prefix + name) for path, name in _files(source)]
    if not found:
        raise UsageError(f"{', '.join(map(str, sources))}: there is no file to read here")
    return sorted(found, key=lambda one: one.name)


def _files(source: Path) -> Iterator[tuple[Path, str]]:
    if source.is_file():
        yield source, source.name
        return
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only folders need it

    ignore = source / IGNORE_FILE
    spec = GitIgnoreSpec.from_lines(ignore.read_text(encoding="utf-8").splitlines() if ignore.is_file() else [])
    for path in source.rglob("*"):
        name = path.relative_to(source).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
        if not hidden and path.is_file() and not spec.match_file(name):
            yield path, name


def content_hash(path: Path) -> str:
    """The first 16 hex digits of the SHA-256 of the file, or nothing where it is empty or cannot be read."""
    digest = hashlib.sha256()
    empty = digest.hexdigest()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    found = digest.hexdigest()
    return "" if found == empty else found[:16]
