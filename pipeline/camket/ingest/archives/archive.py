"""Archives (.zip): the documents inside, each read for itself; an archive has no text of its own."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from functools import lru_cache

from camket.errors import DocumentError, EmptyDocumentError
from camket.folding import normalize
from camket.ingest.archives.member_names import from_old, hidden, safe, unique
from camket.ingest.archives.zips import open_zip, read_entry
from camket.ingest.options import ReadOptions

_UTF8 = 0x800
_UNICODE_PATH = 0x7075


def members(data: bytes, name: str, options: ReadOptions) -> tuple[str, ...]:
    """The names of the documents in a zip file, in its order; EmptyDocumentError where it holds none."""
    file, entries = _opened(data, name)
    options.limits.check("members", len(file.infolist()), name)
    if not entries:
        raise EmptyDocumentError(f"{name}: there is no document in this archive")
    return tuple(entries)


def member(data: bytes, name: str, inner: str, options: ReadOptions) -> bytes:
    """The bytes of the document called `inner` by members()."""
    file, entries = _opened(data, name)
    options.limits.check("members", len(file.infolist()), name)
    if inner not in entries:
        raise DocumentError(f"{name}/{inner}: there is no such document in this archive; list it anew")
    return read_entry(file, entries[inner], f"{name}/{inner}", options.limits, "unpacked_bytes")


@lru_cache(maxsize=1)
def _opened(data: bytes, name: str) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """The zip file, and its documents by their safe names, none alike; kept for the next of its members."""
    file = open_zip(data, name)
    files = [(safe(_name_of(info), "member"), info) for info in file.infolist()
             if not info.filename.endswith("/") and not stat.S_ISLNK(info.external_attr >> 16)]  # fmt: skip
    shown = [(path, info) for path, info in files if not hidden(path)]
    return file, dict(zip(unique(path for path, _ in shown), (info for _, info in shown), strict=True))


def _name_of(info: zipfile.ZipInfo) -> str:
    """The entry's name: UTF-8 where it says so or can be it, else in the code page that makes words of it."""
    if info.flag_bits & _UTF8 or info.orig_filename.isascii():
        return normalize(info.orig_filename)
    raw = info.orig_filename.encode("cp437", "replace")
    told = _told_in_extra(info.extra, raw)
    if told:
        return normalize(told)
    try:
        return normalize(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return from_old(raw)


def _told_in_extra(extra: bytes, raw: bytes) -> str | None:
    """The name in the "Unicode Path" field of Info-ZIP, if it is of this entry's name."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
    return None
