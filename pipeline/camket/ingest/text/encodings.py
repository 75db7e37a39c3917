"""Bytes to text: which encoding, what was broken on the way repaired, what cannot be text refused, doubts told."""

from __future__ import annotations

import codecs
import re

from camket.errors import UndecodableError
from camket.folding import normalize
from camket.ingest.text import repairs
from camket.ingest.text.code_pages import PAGES
from camket.ingest.text.legacy import LEAST_MARKED, LEAST_SCORE, Fit, best_fit, is_western, tokens_of
from camket.ingest.text.repairs import Told

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_CUT = re.compile(rb"\A[\x80-\xbf]{1,3}|(?:[\xc3-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
"""Parts of a letter of UTF-8 at the ends of a text that was cut."""
_FREE = re.compile(r"[\x80-\x9f]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_READABLE = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u024f\u0300-\u0323\u1ea0-\u1ef9\u2010-\u203a\u20ab\u20ac]")
_LEAST_READABLE = 0.95
_MANY_NULS = 0.02
_FEW_BROKEN = 0.02
"""More unreadable bytes than this are no text."""
_MOSTLY_UTF8 = 4
"""With so many whole letters of UTF-8 to a byte that is none, a text is UTF-8 that was cut or mixed."""
_MARKS = {bytes([byte]): bytes([byte]).decode("cp1252") for byte in (0x82, 0x84, 0x85, *range(0x91, 0x98))}
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_HEAD = 2048
_DECLARED = {
    "windows-1258": "cp1258", "cp1258": "cp1258", "viscii": "viscii", "x-viet-vps": "vps", "vps": "vps",
    "x-viet-tcvn": "tcvn", "x-viet-tcvn5712": "tcvn", "tcvn": "tcvn", "tcvn3": "tcvn3", "x-viet-vni": "vni", "vni": "vni",
}  # fmt: skip
_SOME_LINES = 0.2


def decode(data: bytes, name: str, declared: str | None = None, *, markup: bool = True) -> Told:
    """`data` as clean NFC text, and warnings; UndecodableError where it is text in no encoding that can be told.

    `declared` is what the document says of its encoding, else what a page's head says: it is often wrong, and settles only
    what the words leave open. In `markup`, whose reader knows entities, they stay; elsewhere they become letters.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _finished(data.decode(encoding, errors="replace"), (), markup=markup)
    text = _utf8(data)
    if data.count(0) > _MANY_NULS * len(data):
        return _finished(*_wide(data, name), markup=markup)
    if text is not None:
        return _finished(text, (), markup=markup)
    return _finished(*_of_bytes(data, name, declared), markup=markup)


def clean(text: str) -> str:
    """`text` in NFC, with one kind of line end and without control characters or lone surrogates."""
    return _CONTROL.sub(lambda match: "" if match.group() in "\ufeff\u200b" else " ", normalize(text))


def _finished(text: str, warnings: tuple[str, ...], *, markup: bool) -> Told:
    """The text repaired and clean, with a warning of what could not be read."""
    repaired, told = repairs.repair(text, markup=markup)
    cleaned = clean(repaired)
    warnings += told
    if "\ufffd" in cleaned:
        count, first = cleaned.count("\ufffd"), cleaned.index("\ufffd") + 1
        warnings += (
            f"encoding: unreadable characters, which stand as U+FFFD: {count}, the first is character {first}",
        )
    return cleaned, warnings


def _wide(data: bytes, name: str) -> Told:
    """The text of UTF-16 without its mark, told by where its zero bytes stand."""
    encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    text = data.decode(encoding, errors="replace")
    if len(_READABLE.findall(text)) < _LEAST_READABLE * len(text):
        raise UndecodableError(f"{name}: these bytes are not text; save it as UTF-8 text or under its right type")
    return text, (f"encoding: read as {encoding.upper()}, without a mark that says so",)


def _of_bytes(data: bytes, name: str, declared: str | None) -> Told:
    """The text of bytes that are not all UTF-8: broken UTF-8, a Vietnamese code page, or a western one."""
    broken = data.decode("utf-8", errors="replace")
    bad = broken.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = sum(not char.isascii() for char in broken) - bad
    if whole >= _MOSTLY_UTF8 * bad or (whole and _utf8(_CUT.sub(b"", data)) is not None) or _has_utf8_lines(data):
        return _mixed(data)
    said = _CHARSET.search(data[:_HEAD])
    declared = (declared or (said[1].decode() if said else "")).lower().strip()
    told = _by_code_page(data, declared) or _as_declared(data, declared)
    if told is not None:
        return told
    if bad <= _FEW_BROKEN * len(data):
        return broken, ("encoding: neither UTF-8 nor a known code page",)
    raise UndecodableError(f"{name}: the encoding of this text could not be told; save it as UTF-8")


def _by_code_page(data: bytes, declared: str) -> Told | None:
    """The text of `data` in the code page that fits best, or None if none does."""
    chars = data.decode("latin-1")
    tokens = tokens_of(chars, alone=True)
    fit = best_fit(tokens)
    hint = _DECLARED.get(declared)
    if hint and hint in fit.rivals:
        fit = Fit(hint, fit.score)
    sparse = sum(tokens.values()) < LEAST_MARKED * len(chars.split())
    if fit.score < LEAST_SCORE or (sparse and (is_western(chars) or not tokens_of(chars))):
        if not is_western(chars):
            return None
        fit = Fit("cp1252", 1.0)
    page = PAGES[fit.page]
    text = _FREE.sub("\ufffd", page.read(chars))
    if len(_CONTROL.findall(text)) > _FEW_BROKEN * len(text):
        return None
    if page.small_capitals:
        text = repairs.restore_capitals(text)
    doubt = f"; {PAGES[fit.rivals[0]].spoken} fits nearly as well, so check its names" if fit.rivals else ""
    return text, (f"encoding: read as {page.spoken}{doubt}",)


def _as_declared(data: bytes, declared: str) -> Told | None:
    """The text of `data` in the encoding that the document declares, where every byte fits it."""
    try:
        text = data.decode(declared) if declared else ""
    except (LookupError, UnicodeError, ValueError):
        return None
    if not text or len(_CONTROL.findall(text)) > _FEW_BROKEN * len(text):
        return None
    return text, (f"encoding: read as {declared}, as it is declared; its words are not Vietnamese",)


def _mixed(data: bytes) -> Told:
    """The text of UTF-8 with other bytes in it: lines of another encoding, quotes of Windows, letters cut in two."""
    lines = data.split(b"\n")
    strange = [at for at, line in enumerate(lines) if _utf8(line) is None]
    other = [at for at in strange if _is_of_another(lines[at])]
    told = _by_code_page(b"\n".join(lines[at] for at in other), "") if other else None
    read = dict(zip(other, told[0].split("\n"), strict=True)) if told else {}
    texts = [read.get(at) or line.decode("utf-8", errors="windows-marks") for at, line in enumerate(lines)]
    also = "; " + told[1][0].removeprefix("encoding: ") if told else ""
    if any(mark in texts[at] for at in strange if at not in read for mark in _MARKS.values()):
        also += "; quotes and dashes of Windows were read as such"
    warning = f"encoding: lines that are not UTF-8: {len(strange)}, the first is line {strange[0] + 1}{also}"
    return "\n".join(texts), (warning,)


def _utf8(data: bytes) -> str | None:
    """The text of `data`, or None where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _has_utf8_lines(data: bytes) -> bool:
    """Whether of the lines with letters that are no ASCII a fifth are UTF-8 of letters that Vietnamese texts have.

    Of text in a code page hardly one is: the bytes of a letter or two may make one of Cyrillic or Syriac.
    """
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    texts = [_utf8(line) for line in lines]
    usual = sum(text is not None and len(_READABLE.findall(text)) == len(text) for text in texts)
    return len(lines) > 1 and usual > _SOME_LINES * len(lines)


def _is_of_another(line: bytes) -> bool:
    """Whether more of the letters in `line` are no UTF-8 than are."""
    text = line.decode("utf-8", errors="windows-marks")
    broken = text.count("\ufffd")
    return 2 * broken >= sum(not char.isascii() for char in text) and broken > 0


def _windows_marks(error: UnicodeError) -> tuple[str, int]:
    """A quote or dash of Windows for a byte that is no UTF-8, U+FFFD for part of a letter: an error handler of codecs."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start : error.end]
    before, after = error.object[max(0, error.start - 4) : error.start], error.object[error.end : error.end + 1]
    whole = not before or any(_utf8(before[-size:]) is not None for size in range(1, len(before) + 1))
    goes_on = b"\x80" <= after < b"\xc0"
    return (_MARKS.get(byte, "\ufffd") if whole and not goes_on else "\ufffd"), error.end


codecs.register_error("windows-marks", _windows_marks)
