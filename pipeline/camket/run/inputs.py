"""The files of a run, each with the name that it is known by; listed as a stream, in the order of their names."""

from __future__ import annotations

import hashlib
import heapq
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from camket.errors import UsageError
from camket.storage import Entry, Location, Remote

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".camketignore"
_PIECE = 1 << 20
_STREAMS = 16
"""How many files of a store are read at a time for their hashes."""


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read; `name` is the path of its file relative to the input folder, with "/".

    `inner` leads to one that lies inside its file, a name for each container ("hoso.zip", "mail.eml"), and is part of
    `name`; `content` is the hash of the file; `cause` says why it is read in this run.
    """

    path: Location
    name: str
    inner: tuple[str, ...] = ()
    content: str = ""
    cause: str = ""

    @property
    def version(self) -> str:
        """What a store tells of it that is another one when its content is; nothing of a file here."""
        return self.path.version if isinstance(self.path, Remote) else ""

    @property
    def file(self) -> str:
        """The name of the file that it is, or lies inside of."""
        return self.name[: len(self.name) - sum(len(_printable(one)) + 1 for one in self.inner)]

    def member(self, name: str) -> Input:
        """The document called `name` inside this one."""
        return replace(self, name=f"{self.name}/{_printable(name)}", inner=(*self.inner, name))


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a run's files lie: files and folders by the names that their files begin with; `apart` is left out."""

    labelled: tuple[tuple[str, Path | Remote], ...]
    apart: str = ""

    @classmethod
    def of(cls, paths: Sequence[Path | Remote], apart: Path | Remote | None = None) -> Self:
        """The sources at `paths`; the files of one folder are named from it, those of several by their folders too.

        Raises UsageError where a source does not exist, or none holds a file.
        """
        for path in paths:
            try:
                there = path.exists()
            except PermissionError as error:
                raise UsageError(f"{path}: it may not be read: {error.strerror or error}") from error
            if not there:
                raise UsageError(f"{path}: there is no such file or folder")
        found = cls(tuple(_labelled(paths)), str(apart.resolve()) if apart else "")
        if next(iter(found), None) is None:
            raise UsageError(f"{', '.join(map(str, paths))}: there is no file to read here")
        return found

    def __iter__(self) -> Iterator[Input]:
        """The files, ordered by name; hidden ones and those of a .camketignore are left out.

        A folder that cannot be listed stands for its files, so that it is told.
        """
        streams = [self._files(label, source) for label, source in self.labelled]
        last = None
        for name, path in heapq.merge(*streams, key=itemgetter(0)):
            if name != last:
                yield Input(path, name)
            last = name

    def _files(self, label: str, source: Path | Remote) -> Iterator[tuple[str, Path | Remote]]:
        if not source.is_dir():
            yield label or _printable(source.name), source
            return
        prefix = f"{label}/" if label else ""
        ignored = _ignored(source)
        listed, locate = (_listed_there, Remote) if isinstance(source, Remote) else (_listed, _path)
        stack = [iter(listed(str(source), ""))]
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
                continue
            name, path, version = entry
            if ignored is not None and ignored.match_file(name):
                continue
            if not name.endswith("/"):
                yield prefix + name, locate(path, version)
            elif not self.apart or str(locate(path, "").resolve()) != self.apart:
                stack.append(iter(listed(path, name)))


def _path(path: str, _version: str) -> Path:
    return Path(path)


def _labelled(paths: Sequence[Path | Remote]) -> Iterator[tuple[str, Path | Remote]]:
    """Each source once, with as many of the last parts of its path as tell it from the others; none if it is alone."""
    sources = list({path.resolve(): path for path in paths}.items())
    if len(sources) == 1:
        yield "", sources[0][1]
        return
    sizes = dict.fromkeys((full for full, _ in sources), 1)
    while True:
        labels = {full: "/".join(full.parts[-size:]) for full, size in sizes.items()}
        often = Counter(labels.values())
        same = [full for full, label in labels.items() if often[label] > 1 and sizes[full] < len(full.parts)]
        if not same:
            break
        sizes.update({full: sizes[full] + 1 for full in same})
    yield from ((_printable(labels[full]), path) for full, path in sources)


def _listed(folder: str, prefix: str) -> list[Entry]:
    """What lies in `folder`, with names that begin with `prefix` and end with "/" for folders, ordered by them."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                Entry(prefix + _printable(one.name) + ("/" if one.is_dir(follow_symlinks=False) else ""), one.path)
                for one in entries
                if not one.name.startswith(".") and _holds_text(one)
            )
    except OSError:
        return [Entry(prefix.removesuffix("/"), folder)] if prefix else []


def _listed_there(folder: str, prefix: str) -> list[Entry]:
    """As `_listed`, of a folder of a store."""
    try:
        found = Remote(folder).listed()
    except OSError:
        return [Entry(prefix.removesuffix("/"), folder)] if prefix else []
    return [one._replace(name=prefix + _printable(one.name)) for one in found if not one.name.startswith(".")]


def _holds_text(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, a folder, or a link that leads nowhere: not a folder by a link, a device or a socket."""
    return entry.is_file() or entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and not entry.is_dir())


def _ignored(source: Path | Remote) -> GitIgnoreSpec | None:
    rules = source.child(IGNORE_FILE) if isinstance(source, Remote) else source / IGNORE_FILE
    if not rules.exists() or rules.is_dir():
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only folders with such a file need it

    return GitIgnoreSpec.from_lines(rules.read_bytes().decode("utf-8").splitlines())


def _printable(name: str) -> str:
    r"""`name` as text that any file can hold: a byte that is no UTF-8 stands as \udcff."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def hashed(inputs: Iterable[Input], known: Callable[[Input], str]) -> Iterator[Input]:
    """The inputs with the hashes of their contents, in their order.

    Of a store several are read at a time, and only those whose hash `known` does not tell.
    """
    pool = ThreadPoolExecutor(_STREAMS)
    ahead = deque[tuple[Input, Callable[[], str]]]()
    try:
        for one in inputs:
            content = known(one) if isinstance(one.path, Remote) else ""
            if content:
                ahead.append((one, partial(str, content)))
            elif isinstance(one.path, Remote):
                ahead.append((one, pool.submit(content_hash, one.path).result))
            else:
                ahead.append((one, partial(content_hash, one.path)))
            if len(ahead) > 2 * _STREAMS:
                yield _told(ahead)
        while ahead:
            yield _told(ahead)
    finally:
        pool.shutdown(cancel_futures=True)


def _told(ahead: deque[tuple[Input, Callable[[], str]]]) -> Input:
    one, content = ahead.popleft()
    return replace(one, content=content())


def content_hash(path: Location) -> str:
    """The first 16 hex digits of the SHA-256 of the file, or nothing where it is empty or cannot be read."""
    digest = hashlib.sha256()
    empty = True
    try:
        with path.open("rb", buffering=0) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                empty = False
    except OSError:
        return ""
    return "" if empty else digest.hexdigest()[:16]
