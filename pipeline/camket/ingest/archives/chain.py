"""The bytes of a file, or of a document inside others, which a chain of names leads to."""

from __future__ import annotations

from functools import lru_cache

from camket.errors import DocumentError
from camket.ingest.archives.members import member
from camket.ingest.kinds import kind_of
from camket.ingest.options import ReadOptions
from camket.storage import Location


def bytes_of(path: Location, name: str, options: ReadOptions, inner: tuple[str, ...]) -> bytes:
    """The bytes of the file at `path`, or of the document inside it that `inner` leads to; `name` is its whole name."""
    options.limits.check("nesting", len(inner), name)
    outer = name.removesuffix("".join(f"/{one}" for one in inner))
    try:
        state = path.stat()
        options.limits.check("file_bytes", state.st_size, outer)
        if not inner:
            return path.read_bytes()
        return _inside(path, (state.st_size, state.st_mtime_ns), outer, options, inner)
    except OSError as error:
        raise DocumentError(f"{name}: the file cannot be read: {error.strerror or error}") from error


def _inside(path: Location, state: tuple[int, int], outer: str, options: ReadOptions, inner: tuple[str, ...]) -> bytes:
    container, kind = _container(path, state, outer, options, inner[:-1])
    name = "/".join((outer, *inner[:-1]))
    return member(container, name, kind, inner[-1], options)


@lru_cache(maxsize=1)
def _container(
    path: Location, state: tuple[int, int], outer: str, options: ReadOptions, inner: tuple[str, ...]
) -> tuple[bytes, str]:
    """A container and its kind, kept for its next member: an archive of 10,000 would be read 10,000 times.

    `state` is the file's size and time of change, so that a file that was changed is read anew.
    """
    data = _inside(path, state, outer, options, inner) if inner else path.read_bytes()
    return data, kind_of(data, "/".join((outer, *inner)))
