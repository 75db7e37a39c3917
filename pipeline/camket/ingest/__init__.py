"""Readers by type of file: bytes in, one Document out, or a DocumentError that says why not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from camket.document import Document
from camket.errors import EmptyDocumentError, UnsupportedError
from camket.ingest.archives.chain import bytes_of
from camket.ingest.archives.members import CONTAINERS
from camket.ingest.archives.members import members as names_inside
from camket.ingest.build import Meta, content_id, from_plain
from camket.ingest.kinds import kind_of
from camket.ingest.options import Limits, ReadOptions
from camket.ingest.text.encodings import clean
from camket.storage import Location

Reader = Callable[[bytes, str, ReadOptions], Document]

READERS: dict[str, str] = {
    ".txt": "text.plain", ".md": "text.plain", ".text": "text.plain",
    ".html": "web.web", ".htm": "web.web", ".xhtml": "web.web", ".shtml": "web.web", ".aspx": "web.web", ".asp": "web.web", ".php": "web.web",
    ".mhtml": "web.mhtml", ".mht": "web.mhtml",
    ".docx": "office.word",
    ".doc": "office.old_word", ".rtf": "office.old_word", ".odt": "office.old_word",
    ".eml": "mail.mail", ".msg": "mail.mail",
    ".pdf": "pdf.pdf",
    ".png": "scans.picture", ".jpg": "scans.picture", ".jpeg": "scans.picture", ".tif": "scans.picture", ".tiff": "scans.picture",
    ".webp": "scans.picture", ".bmp": "scans.picture", ".gif": "scans.picture",
}  # fmt: skip
"""The module that reads each type of file; modules are imported when first needed, for their libraries are heavy."""


_LOGGERS = ("pdfminer", "pypdfium2", "pypdf", "trafilatura", "htmldate", "PIL", "mammoth", "fontTools")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: the document that it is, None for an archive, and the names of the documents inside it."""

    document: Document | None
    members: tuple[str, ...] = ()


def supports(path: Path) -> bool:
    """Whether there is a reader for the type of `path`, by its name."""
    return path.suffix.lower() in READERS or path.suffix.lower() in CONTAINERS


def read(path: Location, name: str, options: ReadOptions | None = None, inner: tuple[str, ...] = ()) -> Document:
    """The document at `path`, or the one inside it that the names `inner` lead to; DocumentError says why it could not be read.

    `name` is what it is known by: of a document inside others, all their names with "/" between them.
    """
    options = options or ReadOptions()
    data, kind = _opened(path, name, options, inner)
    return _reader_for(kind, name)(data, name, options)


def members_of(
    path: Location, name: str, options: ReadOptions | None = None, inner: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The names of the documents directly inside the file or member; each can be led to by one more name in `inner`."""
    options = options or ReadOptions()
    data, kind = _opened(path, name, options, inner)
    return names_inside(data, name, kind, options)


def contents_of(path: Location, name: str, options: ReadOptions | None = None, inner: tuple[str, ...] = ()) -> Contents:
    """The document of the file or member, and the names of those inside it, for which it is opened once.

    An archive is no document, and neither is a mail without a word of its own that has attachments.
    """
    options = options or ReadOptions()
    data, kind = _opened(path, name, options, inner)
    names = names_inside(data, name, kind, options)
    if kind not in READERS and kind in CONTAINERS:
        return Contents(None, names)
    try:
        return Contents(_reader_for(kind, name)(data, name, options), names)
    except EmptyDocumentError:
        if not names:
            raise
        return Contents(None, names)


def quiet() -> None:
    """Libraries that log what is damaged in a file are silent: camket tells it by its own errors and warnings."""
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _opened(path: Location, name: str, options: ReadOptions, inner: tuple[str, ...]) -> tuple[bytes, str]:
    """The bytes at the end of the chain `inner`, and their kind."""
    data = bytes_of(path, name, options, inner)
    if not data.strip():
        raise EmptyDocumentError(f"{name}: the file is empty")
    return data, kind_of(data, name)


def _reader_for(kind: str, name: str) -> Reader:
    """The reader of a kind; UnsupportedError where there is none."""
    if kind in READERS:
        reader: Reader = import_module(f"camket.ingest.{READERS[kind]}").read
        return reader
    if kind in CONTAINERS:
        raise UnsupportedError(f"{name}: this is an archive; unpack it, or let `camket run` read all that is in it")
    raise UnsupportedError(f"{name}: no reader for {kind or 'a file without a type'}; "
                           f"there are readers for {', '.join(sorted({*READERS, *CONTAINERS}))}")  # fmt: skip


def from_text(text: str, name: str = "text") -> Document:
    """The document of a string."""
    return from_plain(name, "text/plain", content_id(text.encode("utf-8", "replace")), clean(text), Meta())


__all__ = [
    "CONTAINERS", "READERS", "Contents", "Limits", "ReadOptions", "content_id", "contents_of", "from_text", "members_of",
    "quiet", "read", "supports",
]  # fmt: skip
