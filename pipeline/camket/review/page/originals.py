"""The original files of a run's documents: where they lie, and their pages as pictures, made by a process of their own.

Originals are strangers' files. They are opened only in a child process with limits, and only pictures that it drew leave it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_ident
from typing import TypeVar

from camket.errors import DocumentError, UsageError
from camket.review.page import drawing
from camket.review.page.drawing import Original
from camket.run.inputs import Sources
from camket.run.processes import end_session
from camket.storage import located

Answer = TypeVar("Answer")
_RUN = "run.json"
_DRAWN = frozenset({"application/pdf"})
_PATIENCE = 30.0
"""Seconds that a page may take to be drawn."""


class Originals:
    """The originals of an output folder, looked for in `given`, or where the run found them."""

    def __init__(self, folder: Path, given: Path | None) -> None:
        self._sources = _sources([given] if given else _inputs(folder))
        self._shelf = TemporaryDirectory(prefix="camket-pages-")
        self._painter = Painter()
        self._sizes: dict[str, list[drawing.Size]] = {}

    def close(self) -> None:
        """The child process is ended, and its pictures are gone."""
        self._painter.close()
        self._shelf.cleanup()

    def sizes(self, identity: str, name: str, media: str) -> list[drawing.Size]:
        """The sizes of the document's pages in points; none where they cannot be shown."""
        if media not in _DRAWN and not media.startswith("image/"):
            return []
        if identity not in self._sizes:
            original = self._find(identity, name)
            found = self._painter.ask(drawing.sizes, original) if original else None
            if found is None:
                return []
            self._sizes[identity] = found
        return self._sizes[identity]

    def picture(self, identity: str, name: str, number: int) -> Path | None:
        """The PNG file of a page, from 1 on; None where there is none."""
        if not 0 < number <= len(self._sizes.get(identity, ())):
            return None
        path = Path(self._shelf.name) / f"{identity}-{number}.png"
        if not path.is_file():
            original = self._find(identity, name)
            drawn = self._painter.ask(drawing.page, original, number) if original else None
            if drawn is None:
                return None
            part = path.with_suffix(f".{get_ident()}")
            part.write_bytes(drawn)
            part.replace(path)
        return path

    def _find(self, identity: str, name: str) -> Original | None:
        """Where the document called `name` lies: a file, or a member of the file that its name leads through."""
        for label, source in self._sources:
            if source.is_file():
                if name == (label or source.name):
                    return Original(source, name, identity)
                continue
            if label and not name.startswith(f"{label}/"):
                continue
            rest = name.removeprefix(f"{label}/") if label else name
            for file in (source / rest, *(source / rest).parents):
                if not file.resolve().is_relative_to(source.resolve()):
                    break
                if file.is_file():
                    inner = rest.removeprefix(file.relative_to(source).as_posix()).removeprefix("/")
                    return Original(file, name, identity, (inner,) if inner else ())
        return None


class Painter:
    """Draws in a child process, one page at a time; one that dies or takes too long costs its page only.

    The child is asked by a thread of its own: the system ends it with the thread that started it, and those of the
    server come and go.
    """

    def __init__(self) -> None:
        self._hand = ThreadPoolExecutor(1, "painter")
        self._child: tuple[SpawnProcess, Connection] | None = None

    def ask(self, work: Callable[..., Answer], *given: object) -> Answer | None:
        """What `work` gives in the child; None where it cannot do it."""
        return self._hand.submit(self._ask, work, *given).result()

    def close(self) -> None:
        """The child is ended."""
        self._hand.submit(self._end).result()
        self._hand.shutdown()

    def _ask(self, work: Callable[..., Answer], *given: object) -> Answer | None:
        if self._child and not self._child[0].is_alive():
            self._end()
        self._child = self._child or _started()
        pipe = self._child[1]
        try:
            pipe.send((work, given))
            if pipe.poll(_PATIENCE):
                answer: Answer | DocumentError = pipe.recv()
                return None if isinstance(answer, DocumentError) else answer
        except (EOFError, OSError):
            pass
        self._end()
        return None

    def _end(self) -> None:
        if self._child:
            child, pipe = self._child
            self._child = None
            pipe.close()
            if child.pid is not None:
                end_session(child.pid)
            child.join()


def _started() -> tuple[SpawnProcess, Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=drawing.draw, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    return child, ours


def _inputs(folder: Path) -> list[Path]:
    """The inputs of the run on this machine, as run.json tells them."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((folder / _RUN).read_text(encoding="utf-8"))
        return [path for one in told["options"]["inputs"] if isinstance(path := located(one), Path)]
    return []


def _sources(paths: list[Path]) -> tuple[tuple[str, Path], ...]:
    """The folders and files at `paths`, each with what the names of its files begin with; none where one is gone."""
    try:
        labelled = Sources.of(paths).labelled if paths else ()
    except UsageError:
        return ()
    return tuple((label, path) for label, path in labelled if isinstance(path, Path))
