"""Vietnamese in the code pages of old, for tests: the tables of the reader, turned round."""

from __future__ import annotations

import unicodedata

from camket.ingest.text.code_pages import PAGES

TONES = "\u0300\u0301\u0303\u0309\u0323"
LETTERS = sorted({
    letter
    for base in "aăâeêioôơuưy"
    for tone in ("", *TONES)
    for letter in (unicodedata.normalize("NFC", base + tone), unicodedata.normalize("NFC", base + tone).upper())
} | {"đ", "Đ"})  # fmt: skip
SINGLE = ("viscii", "vps", "tcvn")
"""The pages that have a byte for every letter; TCVN3 has its capitals with tones as small letters."""


def in_page(text: str, page: str) -> bytes:
    """`text` in the code page; UnicodeEncodeError for what it has not."""
    if page == "cp1258":
        return "".join(map(_tones_apart, unicodedata.normalize("NFC", text))).encode("cp1258")
    table = _table(page)
    return "".join(char if char.isascii() else table.get(char, char) for char in text).encode("latin-1")


def shown_by_windows(data: bytes, codec: str = "cp1252") -> str:
    """What Windows shows for the bytes; a byte that it leaves free is a control character."""
    return "".join(bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in data)


def _tones_apart(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    base = "".join(mark for mark in parts if mark not in TONES)
    return unicodedata.normalize("NFC", base) + "".join(mark for mark in parts if mark in TONES)


def _table(page: str) -> dict[str, str]:
    table = {letter: chr(byte) for byte, letter in sorted(PAGES[page].letters.items(), reverse=True)}
    for pair, apart in PAGES[page].pairs.items():
        if pair[0].isupper() == pair[1].isupper():
            table[unicodedata.normalize("NFC", apart)] = pair
    if page == "tcvn3":
        table |= {
            small.upper(): byte for small, byte in table.items() if small.islower() and small.upper() not in table
        }
    return table
