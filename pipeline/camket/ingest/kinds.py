"""What a file is: by its content first, then by its name; a kind is the suffix that its reader is known by."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from camket.errors import EncryptedDocumentError, UnsupportedError

_PDF_WITHIN = 1024
"""Readers of PDF take "%PDF-" within the first 1,024 bytes, behind what mail gateways and scanners put before it."""
_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MARKS = (
    (b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"II*\x00", ".tif"), (b"MM\x00*", ".tif"),
    (b"GIF87a", ".gif"), (b"GIF89a", ".gif"), (b"{\\rtf", ".rtf"), (b"From: <Saved by ", ".mhtml"),
    (b"\x1f\x8b\x08", ".gz"), (b"\xfd7zXZ\x00", ".xz"),
)  # fmt: skip
_FOREIGN = (
    (b"Rar!\x1a\x07", "a RAR archive; unpack it, and read what was in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it, and read what was in it"),
    (b"\x78\x9f\x3e\x22", "Outlook's winmail.dat; ask for the attachments by a mail without rich text"),
)
_PI = b"1AY&SY"
"""What each block of bzip2 begins with, the digits of pi."""
_TAR_AT = 257
_OLE_KINDS = (("WordDocument", ".doc"), ("__properties_version1.0", ".msg"))
_OFFICE = (
    (re.compile(r"xl/"), "an Excel sheet; save it as PDF"),
    (re.compile(r"ppt/"), "slides of PowerPoint; save them as PDF"),
)
_OLE_FOREIGN = (("Workbook", "an Excel sheet; save it as PDF"), ("Book", "an Excel sheet; save it as PDF"),
                ("PowerPoint Document", "slides of PowerPoint; save them as PDF"))  # fmt: skip
_ODT = "application/vnd.oasis.opendocument.text"
_ODF = "application/vnd.oasis.opendocument."
_WORD_XML = re.compile(rb"<\?mso-application\s+progid=\"Word\.Document\"|<w:wordDocument\b")
_HTML = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*(?:<!doctype\s+html\b|<html\b)", re.IGNORECASE | re.DOTALL)
_MAIL_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]|From ")
_MAIL_SURE = re.compile(rb"^(?:MIME-Version|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_WORD_NAMES = (".doc", ".docx", ".dot")
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".eml")
"""Names under which text that begins like a page is what its name says."""


def kind_of(data: bytes, name: str) -> str:
    """The suffix of what `data` is, known as `name`; UnsupportedError or EncryptedDocumentError for what is known and not read."""
    suffix = PurePosixPath(name).suffix.lower()
    head = data[:_HEAD]
    for mark, what in _FOREIGN:
        if head.startswith(mark):
            raise UnsupportedError(f"{name}: this is {what}")
    kind = next((kind for mark, kind in _MARKS if head.startswith(mark)), None) or _by_more(head)
    if kind:
        return kind
    if head.startswith(_OLE[:4]):
        return _ole_kind(data, name) or suffix
    if head.startswith(_ZIPS):
        return _zip_kind(data, name) or suffix
    if head.lstrip().startswith(b"%PDF-") or (suffix in {".pdf", ""} and b"%PDF-" in head[:_PDF_WITHIN]):
        return ".pdf"
    return _text_kind(head, suffix)


def _by_more(head: bytes) -> str | None:
    """The kind of a file whose signature has a gap, stands further in, or has too few letters to be sure by themselves."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return ".webp"
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return ".bmp"
    if head.startswith(b"BZh") and head[4:10] == _PI:
        return ".bz2"
    if head[_TAR_AT:].startswith(b"ustar"):
        return ".tar"
    return None


def _text_kind(head: bytes, suffix: str) -> str:
    """The kind of what begins as text: pages, mails and Word's XML are often saved under the names of others."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if _WORD_XML.search(text):
        return ".doc"
    if suffix not in _PAGE_NAMES and _HTML.match(text):
        return ".html"
    if suffix in _WORD_NAMES and text.startswith(b"MIME-Version:"):
        return ".mhtml" if _SAVED_PAGE.search(text) else ".eml"
    if suffix:
        return ".txt" if suffix == ".doc" and _is_text(text) else suffix
    return ".eml" if _MAIL_HEADER.match(text) and _MAIL_SURE.search(text) else suffix


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head)


def _ole_kind(data: bytes, name: str) -> str | None:
    """The kind of an OLE file by its streams; None where it holds no directory that could be read."""
    import olefile  # type: ignore[import-untyped]  # noqa: PLC0415 - only old Office files and Outlook's mails need it

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {entry[0] for entry in ole.listdir()}
    except Exception:  # noqa: BLE001 - olefile raises what its parsing meets: OSError, IndexError, struct.error
        return None
    if "EncryptedPackage" in names:
        raise EncryptedDocumentError(f"{name}: this file is protected by a password; save it without one")
    for stream, what in _OLE_FOREIGN:
        if stream in names:
            raise UnsupportedError(f"{name}: this is {what}")
    return next((kind for stream, kind in _OLE_KINDS if stream in names), None)


def _zip_kind(data: bytes, name: str) -> str | None:
    """The kind of a zip file by the names in it; None where its directory could not be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = file.namelist()
            media = _media_type(file) if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    if media.startswith(_ODF):
        if media == _ODT:
            return ".odt"
        raise UnsupportedError(f"{name}: this is a file of LibreOffice that is no text; save it as PDF")
    if "word/document.xml" in names:
        return ".docx"
    if "[Content_Types].xml" in names:
        if any(one.startswith("word/") for one in names):
            return ".docx"
        for pattern, what in _OFFICE:
            if any(pattern.match(one) for one in names):
                raise UnsupportedError(f"{name}: this is {what}")
    return ".zip"


def _media_type(file: zipfile.ZipFile) -> str:
    """What an OpenDocument file says it is; its first 100 bytes at most."""
    with file.open("mimetype") as part:
        return part.read(100).decode("ascii", "replace").strip()
