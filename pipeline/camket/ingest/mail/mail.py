"""Mails (.eml, and .msg of Outlook): subject, day, sender and words; what is attached are documents of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from camket.document import BlockKind, Document
from camket.errors import DocumentError, EncryptedDocumentError
from camket.folding import fold
from camket.ingest.blocks import find_blocks
from camket.ingest.build import Meta, content_id, from_pieces
from camket.ingest.layout import layout
from camket.ingest.mail.mail_parts import attachments, body_of, is_sealed, parse, pictures_in_text
from camket.ingest.mail.mail_text import header
from camket.ingest.options import ReadOptions

_OLE = b"\xd0\xcf\x11\xe0"
_HERE = timezone(timedelta(hours=7))
"""A mail's day is its day in Vietnam, wherever it was sent from."""


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a mail's own words, its subject as headline; EncryptedDocumentError where they are sealed."""
    mail = _opened(data, name, options)
    subject, (body, told) = _subject(mail), body_of(mail)
    if not body and is_sealed(mail):
        raise EncryptedDocumentError(f"{name}: this mail is encrypted or sealed; save its text without that")
    pieces = [(BlockKind.HEADLINE, subject)] if subject else []
    pieces += [(block.kind, block.place.of(body)) for block in find_blocks(body, headline=not subject)]
    shown = pictures_in_text(mail)
    unread = (f"mail: pictures shown in its text are not read: {shown}",) if shown else ()
    kind = "application/vnd.ms-outlook" if data.startswith(_OLE) else "message/rfc822"
    meta = Meta(subject or None, _sender(mail), None, _day(mail), (*told, *unread))
    return from_pieces(name, kind, content_id(data), pieces, meta)


def members(data: bytes, name: str, options: ReadOptions) -> tuple[str, ...]:
    """The names of the documents attached to a mail."""
    names = tuple(one.name for one in attachments(_opened(data, name, options)))
    options.limits.check("members", len(names), name)
    return names


def member(data: bytes, name: str, inner: str, options: ReadOptions) -> bytes:
    """The bytes of the attachment called `inner` by members()."""
    found = next((one for one in attachments(_opened(data, name, options)) if one.name == inner), None)
    if found is None:
        raise DocumentError(f"{name}/{inner}: there is no such attachment in this mail; list it anew")
    content = found.content(f"{name}/{inner}")
    options.limits.check("unpacked_bytes", len(content), f"{name}/{inner}")
    return content


def _opened(data: bytes, name: str, options: ReadOptions) -> Message:
    if data.startswith(_OLE):
        from camket.ingest.mail.outlook import as_mail  # noqa: PLC0415 - only Outlook's mails need its library

        return parse(as_mail(data, name, options), name)
    return parse(data, name)


def _subject(mail: Message) -> str:
    """The subject without what programs put before that of an answered or forwarded mail."""
    subject = header(mail, "Subject")
    while match := layout().answered.search(fold(subject)):
        subject = subject[match.end() :].lstrip()
    return subject


def _sender(mail: Message) -> str | None:
    """The sender's name, else the address."""
    name, address = parseaddr(header(mail, "From"))
    return name or address or None


def _day(mail: Message) -> str | None:
    """The day in Vietnam on which the mail was sent, as EDTF."""
    try:
        sent: datetime = parsedate_to_datetime(header(mail, "Date"))
        return sent.replace(tzinfo=sent.tzinfo or UTC).astimezone(_HERE).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
