"""Where documents and results lie: on this machine, in a store that a URL names (s3://, gs://, hdfs://), or in memory.

The only place that knows fsspec, which reaches the stores. What a store needs, its keys and its address, is told by its
own variables or in fsspec's configuration, on every machine that reads from it.
"""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from camket.errors import KEPT, MissingToolError, UnreachableError, UsageError
from camket.files import whole

_VERSION = ("ETag", "etag", "md5Hash", "LastModified", "last_modified", "mtime", "modified")
"""What stores tell of an object that is another one when its content is."""
_MODIFIED = ("LastModified", "last_modified", "mtime", "modified")


class State(Protocol):
    """What is told of a file before it is read."""

    @property
    def st_size(self) -> int:
        """Its bytes."""

    @property
    def st_mtime_ns(self) -> int:
        """When it was written."""


class Location(Protocol):
    """Where a document lies, as `Path` is one."""

    def __hash__(self) -> int:
        """Where it lies is known by this."""

    def stat(self) -> State:
        """Its size, and when it was written."""

    def exists(self) -> bool:
        """Whether it is there."""

    def read_bytes(self) -> bytes:
        """All that it holds."""

    def open(self, mode: str, buffering: int = -1) -> AbstractContextManager[IO[bytes]]:
        """It as a stream."""


class Told(NamedTuple):
    """The state of what is no file of this machine."""

    st_size: int
    st_mtime_ns: int = 0


class Entry(NamedTuple):
    """What lies in a folder: its name there, with "/" at the end of a folder's, its path or URL, and its version.

    `version` is another one when the content is; nothing where that is not told.
    """

    name: str
    path: str
    version: str = ""


@dataclass(frozen=True, eq=False)
class Held:
    """A document in memory."""

    data: bytes

    def stat(self) -> Told:
        """Its size."""
        return Told(len(self.data))

    def exists(self) -> bool:
        """It is there."""
        return True

    def read_bytes(self) -> bytes:
        """All that it holds."""
        return self.data

    def open(self, mode: str, buffering: int = -1) -> IO[bytes]:  # noqa: ARG002 - as a path's
        """It as a stream."""
        return BytesIO(self.data)


@dataclass(frozen=True, slots=True)
class Remote:
    """A file or folder of a store, known by its URL.

    A store that does not answer is told by UnreachableError; what cannot be read while it does, by OSError.
    """

    url: str
    version: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.url

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the URL, its scheme with the bucket or host first."""
        scheme, _, path = self.url.partition("://")
        first, *rest = path.split("/")
        return f"{scheme}://{first}", *(one for one in rest if one)

    @property
    def name(self) -> str:
        """The last part of the URL."""
        return self.parts[-1]

    def as_posix(self) -> str:
        """The URL, as run.json has it."""
        return self.url

    def resolve(self) -> Remote:
        """Itself."""
        return self

    def child(self, name: str) -> Remote:
        """What is called `name` in this folder."""
        return Remote(f"{self.url}/{name}")

    def with_name(self, name: str) -> Remote:
        """What is called `name` beside this."""
        return Remote(f"{self.url.rpartition('/')[0]}/{name}")

    def exists(self) -> bool:
        """Whether there is a file or a folder."""
        return self._info() is not None

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        info = self._info()
        return info is not None and info["type"] == "directory"

    def stat(self) -> Told:
        """Its size, and when it was written if the store tells."""
        info = self._info()
        if info is None:
            raise FileNotFoundError(errno.ENOENT, "there is no such file", self.url)
        return Told(int(info.get("size") or 0), _nanoseconds(info))

    def read_bytes(self) -> bytes:
        """All that it holds."""
        with self._asked() as (system, path):
            data: bytes = system.cat_file(path)
            return data

    @contextmanager
    def open(self, mode: str, buffering: int = -1) -> Iterator[IO[bytes]]:  # noqa: ARG002 - as a path's
        """It as a stream."""
        with self._asked() as (system, path), system.open(path, mode) as file:
            yield file

    def listed(self) -> list[Entry]:
        """What lies in this folder, by name; the store's own listing is not kept."""
        with self._asked() as (system, path):
            system.invalidate_cache()
            found = [_entry(system, one) for one in system.ls(path, detail=True) if one["name"].rstrip("/") != path]
            system.invalidate_cache()
            return sorted(found)

    def put(self, source: Path) -> None:
        """It holds what `source` does."""
        with self._asked() as (system, path):
            system.makedirs(system._parent(path), exist_ok=True)  # noqa: SLF001 - fsspec's word for it
            system.put_file(str(source), path)

    def write_bytes(self, data: bytes) -> None:
        """It holds `data`; stores of objects show all of it or nothing."""
        with self._asked() as (system, path):
            system.makedirs(system._parent(path), exist_ok=True)  # noqa: SLF001
            system.pipe_file(path, data)

    def create(self, data: bytes) -> bool:
        """It holds `data` if there was nothing, which is told; two who ask at once both may, where a store knows no better."""
        try:
            with self._asked() as (system, path):
                system.makedirs(system._parent(path), exist_ok=True)  # noqa: SLF001
                system.pipe_file(path, data, mode="create")
        except FileExistsError:
            return False
        except OSError:  # a store that knows no such request, or two at once
            if self.exists():
                return False
            self.write_bytes(data)
        return True

    def unlink(self) -> None:
        """There is no such file any more."""
        with self._asked() as (system, path):
            system.rm_file(path)

    def _info(self) -> dict[str, Any] | None:
        try:
            with self._asked() as (system, path):
                info: dict[str, Any] = system.info(path)
                return info
        except FileNotFoundError:
            return None

    @contextmanager
    def _asked(self) -> Iterator[tuple[Any, str]]:
        """The file system of the store, and what the file is called in it; what goes wrong is told as of a file here."""
        system, path = _system(self.url)
        try:
            yield system, path
        except (FileNotFoundError, FileExistsError, PermissionError, IsADirectoryError, NotADirectoryError):
            raise
        except Exception as error:
            told = " ".join(str(getattr(error, "strerror", None) or error).split()) or type(error).__name__
            if not _answers(system, path):
                raise UnreachableError(f"{self.url}: the store does not answer: {told}; {KEPT}") from error
            raise OSError(errno.EIO, told, self.url) from error


def located(text: str) -> Path | Remote:
    """The place that a path or a URL names; file:// is a path."""
    scheme, separator, _ = text.partition("://")
    if not separator:
        return Path(text)
    return Path(unquote(urlsplit(text).path)) if scheme == "file" else Remote(text.rstrip("/"))


def create(place: Path | Remote, data: bytes) -> bool:
    """The file at `place` holds `data` if there was none, which is told; never a part of it, also after a kill."""
    if isinstance(place, Remote):
        return place.create(data)
    part = place.with_name(f".{place.name}.{uuid.getnode():012x}.part")
    part.write_bytes(data)
    try:
        os.link(part, place)
    except FileExistsError:
        return False
    except OSError:  # a file system that has no links
        return _create_in_place(place, data)
    finally:
        part.unlink(missing_ok=True)
    return True


def overwrite(place: Path | Remote, data: bytes) -> None:
    """The file at `place` holds `data`; a reader sees what it held before or all of this."""
    if isinstance(place, Remote):
        place.write_bytes(data)
        return
    with whole(place) as file:
        file.write(data)


def _create_in_place(place: Path, data: bytes) -> bool:
    try:
        with place.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True


def _system(url: str) -> tuple[Any, str]:
    import fsspec  # noqa: PLC0415 - only runs with URLs need it

    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        extra = "camket[s3]" if url.startswith("s3") else "the package that is named"
        raise MissingToolError(f"{url}: {error}; install {extra}") from error
    except ValueError as error:
        raise UsageError(f"{url}: no URL of a store: {error}") from error
    return system, path.rstrip("/")


def _answers(system: Any, path: str) -> bool:
    """Whether the store tells of the folder of `path`, be it that there is none."""
    try:
        system.info(system._parent(path) or path)  # noqa: SLF001
    except (FileNotFoundError, PermissionError):
        return True
    except Exception:  # noqa: BLE001 - each store fails by errors of its own
        return False
    return True


def _entry(system: Any, info: dict[str, Any]) -> Entry:
    name, folder = info["name"].rstrip("/"), info["type"] == "directory"
    told = [str(info[key]) for key in _VERSION if info.get(key)]
    version = " ".join((*told, str(info.get("size")))) if told else ""
    return Entry(name.rpartition("/")[2] + ("/" if folder else ""), system.unstrip_protocol(name), version)


def _nanoseconds(info: dict[str, Any]) -> int:
    when = next((info[key] for key in _MODIFIED if info.get(key)), 0)
    seconds = when.timestamp() if hasattr(when, "timestamp") else when
    return int(seconds * 1e9) if isinstance(seconds, int | float) else 0
