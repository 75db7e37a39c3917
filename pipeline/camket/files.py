"""Files written whole or not at all, and JSON as camket writes it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write in that becomes `path` at the end; a reader sees the old file or the new one, never a part."""
    with whole_at(path) as part, part.open("wb") as file:
        yield file


@contextmanager
def whole_at(path: Path) -> Iterator[Path]:
    """A place for a file, free at first, that becomes `path` at the end: for libraries that open files themselves."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def writable(text: str) -> str:
    """`text` as any file can hold it: lone surrogates, which no reader should leave, are replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def to_json(value: Any) -> str:
    """`value` as one line of JSON, Vietnamese left readable."""
    return writable(json.dumps(value, ensure_ascii=False))


def write_jsonl(path: Path, values: Iterable[Any]) -> None:
    """`path` holds `values`, one a line."""
    with whole(path) as file:
        file.writelines(f"{to_json(value)}\n".encode() for value in values)


def write_json(path: Path, value: Any) -> None:
    """`path` holds `value`, indented."""
    with whole(path) as file:
        file.write((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The values of `path`, none if it does not exist; a last line that was cut off is left out."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                return
