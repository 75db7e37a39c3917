"""Old Word files (.doc), rich text (.rtf) and LibreOffice's texts (.odt): turned into .docx, and read as that."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import replace

from camket.document import Document
from camket.errors import BrokenDocumentError, EmptyDocumentError, EncryptedDocumentError
from camket.ingest.archives.zips import open_zip, read_entry
from camket.ingest.build import content_id
from camket.ingest.kinds import kind_of
from camket.ingest.office import word
from camket.ingest.office.converter import to_docx
from camket.ingest.options import Limits, ReadOptions

_OLE = b"\xd0\xcf\x11\xe0"
_TYPES = {".doc": "application/msword", ".rtf": "application/rtf", ".odt": "application/vnd.oasis.opendocument.text"}
_WORD_8 = 0xA5EC
_FLAGS_AT = 0x0A
_ENCRYPTED = 0x0100
"""The bit fEncrypted of the FIB, by MS-DOC 2.5.2."""
_RICH = b"{\\rtf"
_ESCAPED = re.compile(rb"\\[\\{}]")
_MANIFEST = "META-INF/manifest.xml"


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of what LibreOffice makes of the file; EncryptedDocumentError where it asks for a password."""
    kind = kind_of(data, name)
    if kind == ".odt":
        _check_odt(data, name, options.limits)
    elif data.startswith(_OLE):
        _check_doc(data, name)
    try:
        made, told = _converted(data, kind, name, options.limits)
        document = word.read(made, name, options)
    except EmptyDocumentError:
        raise EmptyDocumentError(f"{name}: there is no text in this file") from None
    media_type = _TYPES.get(kind, _TYPES[".doc"])
    return replace(document, id=content_id(data), media_type=media_type, warnings=(*told, *document.warnings))


def _converted(data: bytes, kind: str, name: str, limits: Limits) -> tuple[bytes, tuple[str, ...]]:
    """The .docx file that LibreOffice makes of the file, of a damaged .rtf once it is mended, and what is told of that."""
    try:
        return to_docx(data, kind, name, limits), ()
    except BrokenDocumentError:
        mended = _closed(data) if data.startswith(_RICH) else data
        if mended == data:
            raise
    return to_docx(mended, kind, name, limits), ("damaged: a part of this file is lost; what was found of it is read",)


def _closed(data: bytes) -> bytes:
    """A file of rich text with its groups closed where it was cut, and without bytes that nothing was written to."""
    written = data.replace(b"\0", b"")
    plain = _ESCAPED.sub(b"", written)
    return written + b"}" * (plain.count(b"{") - plain.count(b"}"))


def _check_doc(data: bytes, name: str) -> None:
    """Nothing, where the file is a Word file without a password."""
    import olefile  # type: ignore[import-untyped]  # noqa: PLC0415 - only old Word files need it

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole, ole.openstream("WordDocument") as stream:
            mark, flags = struct.unpack_from(f"<H{_FLAGS_AT - 2}xH", stream.read(_FLAGS_AT + 2))
    except Exception as error:  # olefile raises what its parsing meets: OSError, IndexError, struct.error
        raise BrokenDocumentError(
            f"{name}: this Word file is damaged; open it in Word, and save it as .docx"
        ) from error
    if mark == _WORD_8 and flags & _ENCRYPTED:
        raise EncryptedDocumentError(f"{name}: this Word file is protected by a password; save it without one")


def _check_odt(data: bytes, name: str, limits: Limits) -> None:
    """Nothing, where the file is sealed by no password and unpacks to no more than the limit."""
    unpacked = 0
    with open_zip(data, name) as file:
        for info in file.infolist():
            part = read_entry(file, info, name, limits, "unpacked_bytes")
            unpacked += len(part)
            limits.check("unpacked_bytes", unpacked, name)
            if info.filename == _MANIFEST and b"encryption-data" in part:
                raise EncryptedDocumentError(f"{name}: this file is protected by a password; save it without one")
