"""Mails of Outlook (.msg) as the mails they once were, so that one reader reads both."""

from __future__ import annotations

import io
from codecs import lookup
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from camket.errors import BrokenDocumentError, DocumentError
from camket.ingest.mail.rich_text import unpacked
from camket.ingest.options import ReadOptions

if TYPE_CHECKING:
    from oxmsg.properties import Properties
    from oxmsg.storage import Storage

_BODY, _HTML, _RICH, _SUBJECT = 0x1000, 0x1013, 0x1009, 0x0037
_SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS, _REPRESENTED = 0x0C1A, 0x5D01, 0x0C1F, 0x0042
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _TYPE, _CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x3001, 0x370E, 0x3712
_UNICODE, _STRING8 = 0x001F, 0x001E
_EMBEDDED = "__substg1.0_3701000D"
_HEADER, _EMBEDDED_HEADER, _ATTACHMENT_HEADER = 32, 24, 8
"""Bytes before the properties, by MS-OXMSG 2.4: of a file, of a mail inside it, of an attachment."""
_POLICY = SMTP.clone(utf8=True)


def as_mail(data: bytes, name: str, options: ReadOptions) -> bytes:
    """The Internet mail that says what the Outlook mail in `data` says; BrokenDocumentError where it cannot be read."""
    from olefile import OleFileIO  # type: ignore[import-untyped]  # noqa: PLC0415 - only Outlook's mails need these
    from oxmsg.storage import Storage  # noqa: PLC0415

    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            told = sum(min(entry.size, len(data)) for entry in ole.direntries if entry is not None)
            options.limits.check("unpacked_bytes", told, name)
            root = Storage.from_ole(ole)
        return bytes(_mail(root, _HEADER).as_bytes(policy=_POLICY))
    except DocumentError:
        raise
    except Exception as error:  # two libraries that raise whatever a damaged file leads them to
        raise BrokenDocumentError(f"{name}: this Outlook mail is damaged; save it anew, or as .eml") from error


def _mail(storage: Storage, header: int) -> EmailMessage:
    from oxmsg.properties import Properties  # noqa: PLC0415

    told = Properties(storage, properties_header_offset=header)
    mail = EmailMessage(policy=_POLICY)
    mail["Subject"] = _line(_text(told, storage, _SUBJECT))
    mail["From"] = _sender(told, storage)
    sent = told.date_prop_value(_SUBMITTED) or told.date_prop_value(_DELIVERED)
    if sent:
        mail["Date"] = format_datetime(sent)
    told_words = _add_bodies(mail, told, storage)
    if not told_words and (rich := told.binary_prop_value(_RICH)):
        mail.add_attachment(unpacked(rich), "application", "rtf", filename="message.rtf")
    for attached in storage.iter_attachment_storages():
        _attach(mail, attached)
    return mail


def _sender(told: Properties, storage: Storage) -> str:
    name = _line(_text(told, storage, _SENDER_NAME) or _text(told, storage, _REPRESENTED))
    address = _line(_text(told, storage, _SENDER_SMTP) or _text(told, storage, _SENDER_ADDRESS))
    quoted = name.replace("\\", "").replace('"', "")
    return f'"{quoted}" <{address}>' if "@" in address and " " not in address else f'"{quoted}" <>'


def _add_bodies(mail: EmailMessage, told: Properties, storage: Storage) -> bool:
    """Whether there is plain or HTML text, put into `mail` as alternatives; where there is none, the text may be rich text.

    HTML is put in as bytes, as it came.
    """
    plain = _text(told, storage, _BODY)
    mail.set_content(plain)
    page = told.binary_prop_value(_HTML)
    text = "" if page else _text(told, storage, _HTML)
    if page:
        params = {"charset": code_page} if (code_page := _code_page(told)) else None
        mail.add_alternative(page, maintype="text", subtype="html", params=params)
    elif text:
        mail.add_alternative(text, subtype="html")
    return bool(plain.strip() or page or text)


def _attach(mail: EmailMessage, storage: Storage) -> None:
    """The attachment in `storage` added to `mail`; one that is only a link to a file comes out empty, and is told as that."""
    from oxmsg.properties import Properties  # noqa: PLC0415

    told = Properties(storage, properties_header_offset=_ATTACHMENT_HEADER)
    inner = next((one for one in storage.storages if one.name == _EMBEDDED), None)
    names = (_line(_text(told, storage, pid)) for pid in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
    name = next(filter(None, names), "attachment")
    if inner is not None and any(one.name == "__properties_version1.0" for one in inner.streams):
        mail.add_attachment(_mail(inner, _EMBEDDED_HEADER), filename=name)
        return
    main, _, sub = (_text(told, storage, _TYPE) or "application/octet-stream").partition("/")
    if main in {"text", "multipart", "message"} or not sub:
        main, sub = "application", "octet-stream"
    cid = _line(_text(told, storage, _CONTENT_ID))
    mail.add_attachment(told.binary_prop_value(_DATA) or b"", main, sub, filename=name, cid=f"<{cid}>" if cid else None)


def _text(told: Properties, storage: Storage, pid: int) -> str:
    """The words of a property; those in a code page that it does not know by the bytes themselves."""
    for kind in (one.ptyp for one in told if one.pid == pid and one.ptyp in {_UNICODE, _STRING8}):
        raw = storage.property_stream_bytes(pid, kind)
        if kind == _UNICODE:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        for encoding in ("utf-8", _code_page(told) or "cp1258"):
            try:
                return raw.decode(encoding).rstrip("\0")
            except UnicodeDecodeError:
                continue
        return raw.decode("cp1258", "replace").rstrip("\0")
    return ""


def _code_page(told: Properties) -> str | None:
    """The encoding of texts in bytes, where the mail tells one that Python knows."""
    try:
        return lookup(told.body_encoding).name
    except Exception:  # noqa: BLE001 - the library has errors of its own for code pages that it does not know
        return None


def _line(text: str) -> str:
    return " ".join(text.split())
