"""The words of a mail's parts: headers and bodies in whatever encoding they came, and the text of an HTML body."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import Any

from camket.errors import UndecodableError
from camket.ingest.encodings import clean, decode

_OFTEN_FALSE = ("ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252", "unknown-8bit")
"""Charsets that mail programs write over bytes of any other."""
_LINES = frozenset(["address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"])  # fmt: skip
_UNSEEN = frozenset({"head", "script", "style", "title", "template"})
_QUOTED = re.compile(r"^(?:>[ >]*)", re.MULTILINE)


def header(message: Message, name: str) -> str:
    """The words of a header, on one line; nothing where there is none."""
    return words_of(str(message.get(name, "")))


def words_of(raw: str) -> str:
    """The words of a header's raw value: encoded words and bare bytes decoded."""
    if any("\ud800" <= char <= "\udfff" for char in raw):
        raw = _decoded(raw.encode("utf-8", "surrogateescape"), None)
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return " ".join("".join(_piece(piece, charset) for piece, charset in pieces).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return clean(piece.decode("raw-unicode-escape")) if charset is None else _decoded(piece, charset)


def text_of(part: Message) -> str:
    """The text of a text part, its soft line ends joined where it is marked as flowed."""
    payload: Any = part.get_payload(decode=True)
    text = _decoded(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_subtype() == "html":
        return html_text(text)
    text = _QUOTED.sub("", text)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<=[^\s-]) \n(?=\S)", " ", text)
    return text


def _decoded(data: bytes, charset: str | None) -> str:
    """The text of `data`: as `charset` says where that is to be believed, else by its bytes."""
    if charset and charset.lower() not in _OFTEN_FALSE:
        try:
            return clean(data.decode(charset))
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return decode(data, "")[0]
    except UndecodableError:
        return clean(data.decode("cp1252", "replace"))


def html_text(page: str) -> str:
    """The text of an HTML body, a line for each block.

    A mail is no article: trafilatura takes its greeting, short lines and signature for the furniture of a page.
    """
    from lxml import etree, html  # noqa: PLC0415 - only mails in HTML need it

    try:
        tree: Any = html.fromstring(page.split("?>", 1)[-1] if page.lstrip().startswith("<?xml") else page)
    except (etree.ParserError, ValueError):
        return ""
    said: list[str] = []
    unseen = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        named = isinstance(node.tag, str)
        if event == "start" and named:
            unseen += node.tag in _UNSEEN
            said += ["\n"] if node.tag in _LINES else []
            said += [_flat(node.text)] if not unseen else []
        elif event == "end" and named:
            unseen -= node.tag in _UNSEEN
            said += ["\n"] if node.tag in _LINES else []
            said += [_flat(node.tail)] if not unseen and node is not tree else []
        elif not named and not unseen and node.getparent() is not None:
            said.append(_flat(node.tail))
    lines = (" ".join(line.split()) for line in "".join(said).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _flat(text: str | None) -> str:
    return " ".join(f"|{text or ''}|".split())[1:-1] if text else ""
