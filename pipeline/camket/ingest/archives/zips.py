"""Entries of zip files, counted while they are unpacked: what a zip says of its sizes is not believed."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from camket.errors import BrokenDocumentError, EncryptedDocumentError, UnsupportedError
from camket.ingest.options import Limits

_PIECE = 1 << 20
_ENCRYPTED = 0x1
FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    KeyError, IndexError,
)  # fmt: skip
"""What the standard library raises over damaged zip files."""


def open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """The zip file in `data`; BrokenDocumentError where its directory cannot be read."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        raise BrokenDocumentError(f"{name}: this zip file is damaged; pack or save it again") from error


def read_entry(file: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits, limit: str) -> bytes:
    """The bytes of an entry, known as `name`; LimitError as soon as they are more than the limit called `limit`."""
    if info.flag_bits & _ENCRYPTED:
        raise EncryptedDocumentError(f"{name}: this file is protected by the password of its zip; pack it without one")
    pieces: list[bytes] = []
    size = 0
    try:
        with file.open(info) as part:
            while piece := part.read(_PIECE):
                size += len(piece)
                limits.check(limit, size, name)
                pieces.append(piece)
    except NotImplementedError as error:
        raise UnsupportedError(
            f"{name}: this file is packed by a method of old; unpack the zip and pack it anew"
        ) from error
    except FAULTS as error:
        raise BrokenDocumentError(f"{name}: this file inside the zip is damaged; pack or save it again") from error
    return b"".join(pieces)
