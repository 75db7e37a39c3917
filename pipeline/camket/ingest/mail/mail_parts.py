"""The parts of a mail: its words, and the documents that are attached to it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from typing import Any

from camket.errors import BrokenDocumentError
from camket.ingest.archives.member_names import safe, unique
from camket.ingest.mail.mail_text import header, parameter, text_of
from camket.ingest.text.repairs import Told

_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_NO_DOCUMENTS = (
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/pgp-keys", *_SEALED,
)  # fmt: skip
_MANY_WORDS_MORE = 2
_FEW_WORDS = 60
_DEEPEST = 100


class _AsItCame(Compat32):
    """Headers as they came: the default policy raises on bent ones, and loses bytes that no header should hold."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        del name
        return value


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document inside a mail."""

    name: str
    part: Message

    def content(self, name: str) -> bytes:
        """The document's bytes; `name` is what it is known by in messages."""
        if self.part.get_content_type() == "message/rfc822":
            try:
                return b"".join(bytes(one) for one in _children(self.part)) or _bytes(self.part)
            except (ValueError, LookupError, KeyError, TypeError, AttributeError) as error:
                raise BrokenDocumentError(f"{name}: this mail inside a mail is damaged; save it by itself") from error
        return _bytes(self.part)


def parse(data: bytes, name: str) -> Message:
    """The mail in `data`, which may come out empty; BrokenDocumentError where its parts nest without an end."""
    try:
        mail = message_from_bytes(data, policy=_AsItCame())
    except RecursionError as error:
        raise BrokenDocumentError(f"{name}: the parts of this mail nest too deep; save it anew") from error
    level, depth = [mail], 0
    while level:
        level, depth = [child for part in level for child in _children(part)], depth + 1
        if depth > _DEEPEST:
            raise BrokenDocumentError(f"{name}: the parts of this mail nest too deep; save it anew")
    return mail


def body_of(mail: Message) -> Told:
    """The mail's words, with doubts of their encoding: plain text, or HTML where that is none or only stands in for it."""
    bodies = [told for _, told in _bodies(mail) if told[0].strip()]
    return "\n\n".join(text for text, _ in bodies), tuple(dict.fromkeys(one for _, told in bodies for one in told))


def is_sealed(mail: Message) -> bool:
    """Whether the mail is encrypted, or so signed that its text lies inside the signature."""
    return any(part.get_content_type() in _SEALED for part in mail.walk())


def attachments(mail: Message) -> tuple[Attachment, ...]:
    """The documents attached, forwarded mails among them; pictures that its HTML shows in the text are none."""
    shown = _shown_pictures(mail)
    parts = [part for part in _leaves(mail) if _is_document(part) and part not in shown]
    names = unique(_name(part, number) for number, part in enumerate(parts, 1))
    return tuple(Attachment(name, part) for name, part in zip(names, parts, strict=True))


def pictures_in_text(mail: Message) -> int:
    """How many pictures its HTML shows in the text: logos, mostly, which are not read."""
    return len(_shown_pictures(mail))


def _bodies(part: Message) -> list[tuple[str, Told]]:
    """The texts of a part in order, each with its subtype; of alternatives one."""
    kind = part.get_content_type()
    if kind == "message/rfc822" or _is_attached(part):
        return []
    if part.is_multipart():
        inner = [text for child in _children(part) for text in _bodies(child)]
        return _chosen(inner) if kind == "multipart/alternative" else inner
    return [(part.get_content_subtype(), text_of(part))] if kind in {"text/plain", "text/html"} else []


def _chosen(texts: list[tuple[str, Told]]) -> list[tuple[str, Told]]:
    """The plain one of alternatives, unless it is much shorter than the HTML: "your program cannot show this"."""
    plain = [one for one in texts if one[0] == "plain"]
    rich = [one for one in texts if one[0] == "html"]
    said, more = (sum(len(text.split()) for _, (text, _) in some) for some in (plain, rich))
    stub = not said or (said < _FEW_WORDS and said * _MANY_WORDS_MORE < more)
    return rich if stub and rich else plain or rich


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that hold no others; a mail inside a mail is one."""
    if part.is_multipart() and part.get_content_maintype() != "message":
        for child in _children(part):
            yield from _leaves(child)
    else:
        yield part


def _children(part: Message) -> list[Message]:
    inner: Any = part.get_payload() if part.is_multipart() else []
    return [child for child in inner if isinstance(child, Message)]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_filename(part))


def _is_document(part: Message) -> bool:
    """Whether the part is a document of its own: any but texts of the mail, signatures and reports of delivery."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return True
    if kind in _NO_DOCUMENTS or part.get_content_maintype() == "message":
        return False
    return part.get_content_maintype() != "text" or _is_attached(part)


def _shown_pictures(mail: Message) -> list[Message]:
    pictures = [part for part in _leaves(mail) if part.get_content_maintype() == "image" and part.get("Content-ID")]
    if not pictures:
        return []
    pages = b"".join(_bytes(part) for part in _leaves(mail) if part.get_content_type() == "text/html")
    return [part for part in pictures
            if b"cid:" + str(part.get("Content-ID")).strip(" <>").encode("utf-8", "surrogateescape") in pages]  # fmt: skip


def _bytes(part: Message) -> bytes:
    payload: Any = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _filename(part: Message) -> str:
    """The part's file name, decoded; nothing where it has none."""
    return parameter(part, "filename", "content-disposition") or parameter(part, "name", "content-type")


def _name(part: Message, number: int) -> str:
    if part.get_content_type() == "message/rfc822":
        inner = _children(part)
        subject = _filename(part).removesuffix(".eml") or (header(inner[0], "Subject") if inner else "")
        return safe(subject.replace("/", "-"), f"mail-{number}") + ".eml"
    suffix = mimetypes.guess_extension(part.get_content_type()) or ".bin"
    return safe(_filename(part), f"attachment-{number}{suffix}").replace("/", "-")
