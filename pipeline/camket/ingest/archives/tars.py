"""Archives of tar, and what gzip, bzip2 or xz packed: an archive of tar, or one file, which is a document by itself."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Any
from weakref import finalize

from camket.errors import BrokenDocumentError, DocumentError, EmptyDocumentError
from camket.folding import normalize
from camket.ingest.archives.member_names import from_old, hidden, safe, unique
from camket.ingest.options import Limits, ReadOptions

_PIECE = 1 << 20
_PACKERS: dict[bytes, Callable[[IO[bytes]], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_PACKED = frozenset({".gz", ".bz2", ".xz"})
_FAULTS = tarfile.TarError, OSError, EOFError, zlib.error, lzma.LZMAError, ValueError, OverflowError


def members(data: bytes, name: str, options: ReadOptions) -> tuple[str, ...]:
    """The names of the documents in the archive, in its order; EmptyDocumentError where it holds none."""
    _, entries = _opened(data, name, options.limits)
    if not entries:
        raise EmptyDocumentError(f"{name}: there is no document in this archive")
    return tuple(entries)


def member(data: bytes, name: str, inner: str, options: ReadOptions) -> bytes:
    """The bytes of the document called `inner` by members()."""
    file, entries = _opened(data, name, options.limits)
    if inner not in entries:
        raise DocumentError(f"{name}/{inner}: there is no such document in this archive; list it anew")
    try:
        part = file.extractfile(entries[inner] or "") if isinstance(file, tarfile.TarFile) else file
        assert part is not None
        return b"".join(_pieces(part, f"{name}/{inner}", options.limits))
    except _FAULTS as error:
        raise _broken(f"{name}/{inner}") from error


@lru_cache(maxsize=1)
def _opened(
    data: bytes, name: str, limits: Limits
) -> tuple[tarfile.TarFile | IO[bytes], dict[str, tarfile.TarInfo | None]]:
    """The archive, and its documents by their safe names, none alike; kept for the next of its members.

    Of what is no archive but one packed file, that file.
    """
    try:
        plain = _unpacked(data, name, limits)
        try:
            file = tarfile.open(fileobj=plain, mode="r:", errors="surrogateescape")  # noqa: SIM115 - kept open
        except tarfile.ReadError:
            if isinstance(plain, io.BytesIO):
                raise
            return plain, {_name_of_packed(name): None}
        return file, _entries(file, name, limits)
    except _FAULTS as error:
        raise _broken(name) from error


def _unpacked(data: bytes, name: str, limits: Limits) -> IO[bytes]:
    """The bytes before gzip, bzip2 or xz packed them, no more than unpacked_bytes; those of a plain archive as they are."""
    packer = next((packer for mark, packer in _PACKERS.items() if data.startswith(mark)), None)
    if packer is None:
        return io.BytesIO(data)
    made = _scratch()
    with packer(io.BytesIO(data)) as packed:
        for piece in _pieces(packed, name, limits):
            made.write(piece)
    made.seek(0)
    return made


def _scratch() -> IO[bytes]:
    """A file of the system's, gone with the last that refers to it; what is unpacked may be more than memory."""
    with TemporaryFile() as file:
        number = os.dup(file.fileno())
    kept = open(number, "w+b", closefd=False)  # noqa: SIM115 - kept open, and known by number only
    finalize(kept, os.close, number)
    return kept


def _pieces(file: IO[bytes], name: str, limits: Limits) -> Iterator[bytes]:
    """What is in the file, counted as it comes; what an archive says of its sizes is not believed."""
    size = 0
    file.seek(0)
    while piece := file.read(_PIECE):
        size += len(piece)
        limits.check("unpacked_bytes", size, name)
        yield piece


def _entries(file: tarfile.TarFile, name: str, limits: Limits) -> dict[str, tarfile.TarInfo | None]:
    """The files in the archive; links, devices and folders are none."""
    found: list[tuple[str, tarfile.TarInfo | None]] = []
    for count, entry in enumerate(file, 1):
        limits.check("members", count, name)
        path = safe(_name_of(entry), "member")
        if entry.isreg() and not hidden(path):
            found.append((path, entry))
    return dict(zip(unique(path for path, _ in found), (entry for _, entry in found), strict=True))


def _name_of(entry: tarfile.TarInfo) -> str:
    """The entry's name: UTF-8, or else in the code page that makes words of it."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return from_old(entry.name.encode("utf-8", "surrogateescape"))
    return normalize(entry.name)


def _name_of_packed(name: str) -> str:
    path = PurePosixPath(name)
    return safe(path.stem if path.suffix.lower() in _PACKED else path.name, "member")


def _broken(name: str) -> BrokenDocumentError:
    return BrokenDocumentError(f"{name}: this archive is damaged; pack it again")
