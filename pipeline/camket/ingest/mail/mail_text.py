"""The words of a mail's parts: headers and bodies in whatever encoding they came, and the text of an HTML body."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from html.parser import HTMLParser
from typing import Any

from camket.errors import UndecodableError
from camket.ingest.text.encodings import clean, decode
from camket.ingest.text.repairs import Told

_OFTEN_FALSE = (
    "ascii",
    "us-ascii",
    "iso-8859-1",
    "latin-1",
    "latin1",
    "windows-1252",
    "cp1252",
    "unknown-8bit",
    "utf-8",
    "utf8",
)
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
        raw = _decoded(raw.encode("utf-8", "surrogateescape"), None)[0]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return " ".join("".join(_piece(piece, charset) for piece, charset in pieces).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return clean(piece.decode("raw-unicode-escape")) if charset is None else _decoded(piece, charset)[0]


def parameter(part: Message, name: str, field: str) -> str:
    """The words of a parameter of a header, such as a file name; nothing where there is none."""
    told: Any = part.get_param(name, "", field)
    if isinstance(told, tuple):  # RFC 2231: charset, language, and the bytes as letters
        charset, _, text = told
        return _decoded(str(text).encode("latin-1", "replace"), charset)[0]
    return words_of(str(told))


def text_of(part: Message) -> Told:
    """The text of a text part, its soft line ends joined where it is marked as flowed, and doubts of its encoding."""
    payload: Any = part.get_payload(decode=True)
    text, told = _decoded(payload if isinstance(payload, bytes) else b"", parameter(part, "charset", "content-type"))
    if part.get_content_subtype() == "html":
        return html_text(text), told
    text = _QUOTED.sub("", text)
    if parameter(part, "format", "content-type").lower() == "flowed":
        text = re.sub(r"(?<=[^\s-]) \n(?=\S)", " ", text)
    return text, told


def _decoded(data: bytes, charset: str | None) -> Told:
    """The text of `data`, and doubts of its encoding: as `charset` says where that is to be believed, else by its bytes."""
    if charset and charset.lower() not in _OFTEN_FALSE:
        try:
            return clean(data.decode(charset)), ()
        except (ValueError, LookupError):  # a charset may be any string, and a NUL in it is a ValueError
            pass
    try:
        return decode(data, "")
    except UndecodableError:
        text = clean(data.decode("cp1252", "replace"))
        return text, ("encoding: that of this mail could not be told; it is read as windows-1252",)


def html_text(page: str) -> str:
    """The text of an HTML body, a line for each block.

    A mail is no article: trafilatura takes its greeting, short lines and signature for the furniture of a page.
    """
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\n"))
    return "\n\n".join(line for line in lines if line)


class _PageReader(HTMLParser):
    """What a page says, as events, so that no depth of its elements matters."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        if tag == "body":
            self._unseen = 0
        if tag in _LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data.replace("\r", " ").replace("\n", " "))
