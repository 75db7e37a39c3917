"""Bytes to text: which encoding, mojibake repaired, what cannot be text refused."""

from __future__ import annotations

import re

from camket.errors import UndecodableError
from camket.folding import normalize
from camket.ingest.quality import text_quality

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_MOJIBAKE = re.compile(r"[ÃÂÄÆ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]|á[º»]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FEWEST_VALID = 0.5
_MANY_NULS = 0.02


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """`data` as clean NFC text, and warnings; UndecodableError where it is text in no known encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return clean(data.decode(encoding, errors="replace")), ()
    if data.count(0) > _MANY_NULS * len(data):
        raise UndecodableError(f"{name}: these bytes are not text; save it as UTF-8 text or under its right type")
    try:
        return _repaired(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    text = data.decode("cp1258", errors="replace")
    if text_quality(normalize(text)) < _FEWEST_VALID or text.count("�") > len(text) * _MANY_NULS:
        raise UndecodableError(f"{name}: the encoding of this text could not be told; save it as UTF-8")
    return clean(text), ("encoding: read as windows-1258",)


def _repaired(text: str) -> tuple[str, tuple[str, ...]]:
    if not _MOJIBAKE.search(text):
        return clean(text), ()
    from ftfy import TextFixerConfig, fix_text  # noqa: PLC0415 - only for text that looks broken

    fixed = fix_text(text, TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False))
    if text_quality(normalize(fixed)) > text_quality(normalize(text)):
        return clean(fixed), ("encoding: UTF-8 read as another encoding was repaired",)
    return clean(text), ()


def clean(text: str) -> str:
    """`text` in NFC, with one kind of line end and without control characters or lone surrogates."""
    return _CONTROL.sub(lambda match: "" if match.group() in "\ufeff\u200b" else " ", normalize(text))
