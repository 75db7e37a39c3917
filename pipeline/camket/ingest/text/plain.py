"""Plain text and Markdown."""

from __future__ import annotations

from camket.document import Document
from camket.ingest.build import Meta, content_id, from_plain
from camket.ingest.options import ReadOptions
from camket.ingest.text.encodings import decode


def read(data: bytes, name: str, options: ReadOptions) -> Document:  # noqa: ARG001 - all readers take the same
    """The document of a plain text file."""
    text, warnings = decode(data, name, markup=False)
    return from_plain(name, "text/plain", content_id(data), text, Meta(warnings=warnings))
