"""Saved pages (.mhtml, .mht): a web page in one file, as browsers save it."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from camket.document import Document
from camket.errors import BrokenDocumentError
from camket.ingest.build import content_id
from camket.ingest.options import ReadOptions
from camket.ingest.web.web import Saved, read_page

_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of the page that was saved; pictures and frames around it are let be."""
    try:
        message = message_from_bytes(data.lstrip())
        parts = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
        options.limits.check("members", len(parts), name)
        page = _main(message, parts)
        held = page.get_payload(decode=True) if page is not None else None
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise BrokenDocumentError(f"{name}: this saved page cannot be taken apart; save the page anew") from error
    if page is None or not isinstance(held, bytes) or not held.strip():
        raise BrokenDocumentError(f"{name}: there is no HTML in this saved page; save the page anew, or as .html")
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location")
    return read_page(held, name, Saved(content_id(data), "multipart/related", address))


def _main(message: Message, parts: list[Message]) -> Message | None:
    """The part that the saved page is: the one at its address or of its root, else the first; of frames the longest."""
    address, root = message.get("Snapshot-Content-Location"), message.get_param("start")
    chosen = next((part for part in parts if address and part.get("Content-Location") == address), None)
    chosen = chosen or next((part for part in parts if root and part.get("Content-ID") == root), None)
    chosen = chosen or next(iter(parts), None)
    held = chosen.get_payload(decode=True) if chosen is not None else None
    if isinstance(held, bytes) and _FRAMES.search(held):
        others = [part for part in parts if part is not chosen]
        return max(others, key=lambda part: len(str(part.get_payload())), default=chosen)
    return chosen
