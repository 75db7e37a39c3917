"""Fonts that carry a code page of their own: .VnTime, VNI-Times, VPS Times; their text comes out as Windows' letters."""

from __future__ import annotations

import re
import unicodedata

from camket.ingest.text.code_pages import PAGES, byte_chars
from camket.ingest.text.legacy import bare, is_unicode, legacy_in, unicode_rather
from camket.ingest.text.spelling import is_vietnamese

CAPITALS = "tcvn3-capitals"
"""TCVN3 printed by a font of capitals, such as .VnTimeH."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLES = re.compile(r"(?:[\s,_-]*(?:bold|italic|oblique|regular|normal|roman|mt|ps))+$", re.IGNORECASE)
_WORDS = re.compile(r"\S+")


def charset_of_font(name: str) -> str | None:
    """The code page that text in the font `name` is in, or None: "tcvn3", "tcvn3-capitals", "vni" or "vps"."""
    plain = _SUBSET.sub("", name.strip().strip('"').replace("#2E", ".").replace("#20", " "))
    lowered = plain.lower()
    if lowered.startswith(("vni-", "vni ", "vni_")) or plain.startswith("VNI"):
        return "vni"
    if lowered.startswith(("vps ", "vps-", "vps_")) or plain.startswith("VPS"):
        return "vps"
    if not (lowered.startswith(".vn") or (plain.startswith("Vn") and plain[2:3].isupper())):
        return None
    return CAPITALS if _STYLES.sub("", plain).endswith("H") else "tcvn3"


def page_of_charset(charset: str) -> str:
    """The name of the code page of `charset`: that of .VnTimeH is that of .VnTime."""
    return "tcvn3" if charset == CAPITALS else charset


def decode_run(text: str, charset: str) -> str:
    """The Vietnamese of `text`, NFC, which a font of `charset` shows and whose characters are the page's bytes in Windows.

    Words that are Vietnamese as they stand, typed in Unicode under such a font, stay as they are.
    """
    if unicode_rather(text, page_of_charset(charset)) > 0:
        return unicodedata.normalize("NFC", text)
    return _WORDS.sub(lambda word: _decode_word(word.group(), charset), text)


def _decode_word(word: str, charset: str) -> str:
    plain = unicodedata.normalize("NFC", word)
    page = PAGES[page_of_charset(charset)]
    chars = byte_chars(word)
    read = page.read(chars)
    if page.name == "tcvn3" and "-" in word:
        read = _with_hyphens_read(chars, read)
    if not plain.isascii() and is_unicode(plain, read):
        read = plain
    return read.upper() if charset == CAPITALS else read


def _with_hyphens_read(chars: str, read: str) -> str:
    """`read`, or what `chars` reads with its hyphens taken as ư: PDF and some editors show the byte 0xAD as a hyphen."""
    letters = PAGES["tcvn3"].read(chars.replace("-", "\xad"))
    word = bare(letters)
    is_code = len(word) == 2 and word[0].isupper()
    return letters if len(word) > 1 and is_vietnamese(word) and not is_code else read


__all__ = ["CAPITALS", "charset_of_font", "decode_run", "legacy_in", "page_of_charset"]
