"""Readers by type of file: bytes in, one Document out, or a DocumentError that says why not."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from camket.document import Document
from camket.errors import DocumentError, EmptyDocumentError, UnsupportedError
from camket.ingest.build import Meta, content_id, from_plain
from camket.ingest.encodings import clean
from camket.ingest.options import Limits, ReadOptions

Reader = Callable[[bytes, str, ReadOptions], Document]

READERS: dict[str, str] = {
    ".txt": "plain", ".md": "plain", ".text": "plain",
    ".html": "web", ".htm": "web", ".xhtml": "web", ".shtml": "web", ".aspx": "web", ".asp": "web", ".php": "web",
    ".mhtml": "mhtml", ".mht": "mhtml",
    ".docx": "word",
    ".pdf": "pdf",
    ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".tif": "picture", ".tiff": "picture",
}  # fmt: skip
"""The module that reads each type of file; modules are imported when first needed, for their libraries are heavy."""

_SIGNATURES = (
    (b"%PDF-", ".pdf"), (b"\x89PNG\r\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"II*\x00", ".tif"), (b"MM\x00*", ".tif"),
    (b"From: <Saved by ", ".mhtml"),
)  # fmt: skip


def supports(path: Path) -> bool:
    """Whether there is a reader for the type of `path`, by its name."""
    return path.suffix.lower() in READERS


def read(path: Path, name: str, options: ReadOptions | None = None) -> Document:
    """The document at `path`, known as `name`; DocumentError says why it could not be read."""
    options = options or ReadOptions()
    try:
        options.limits.check("file_bytes", path.stat().st_size, name)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{name}: the file cannot be read: {error.strerror}") from error
    if not data.strip():
        raise EmptyDocumentError(f"{name}: the file is empty")
    return reader_for(path, data)(data, name, options)


def reader_for(path: Path, data: bytes) -> Reader:
    """The reader of the type that the content shows, else of the type that the name says."""
    suffix = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), path.suffix.lower())
    if suffix not in READERS:
        raise UnsupportedError(f"{path.name}: no reader for {suffix or 'a file without a type'}; "
                               f"there are readers for {', '.join(sorted(READERS))}")  # fmt: skip
    reader: Reader = import_module(f"camket.ingest.{READERS[suffix]}").read
    return reader


def from_text(text: str, name: str = "text") -> Document:
    """The document of a string."""
    return from_plain(name, "text/plain", content_id(text.encode("utf-8", "replace")), clean(text), Meta())


__all__ = ["READERS", "Limits", "ReadOptions", "content_id", "from_text", "read", "supports"]
