"""Reading the code pages of code_tables: text whose characters are bytes (U+0000 to U+00FF) to Vietnamese in NFC."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from camket.ingest.text import code_tables

_SEQUENCES = "\u0300\u0301\u0303\u0309\u0323"


def _windows(codec: str) -> dict[int, str]:
    """What a code page of Windows has for each byte from 0x80 on; a byte that it leaves free stays a control character."""
    return {byte: bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in range(0x80, 0x100)}


_CP1252, _CP1258 = _windows("cp1252"), _windows("cp1258")
_BYTES = {
    **{0xF000 + byte: byte for byte in range(0x20, 0x100)},  # Word's place for the characters of symbol fonts
    **{ord(char): byte for byte, char in _CP1258.items()},
    **{ord(char): byte for byte, char in _CP1252.items()},
}
_VNI_MARKS = "".join(chr(byte) + chr(byte - 0x20) for table in (code_tables.VNI_TONES, code_tables.VNI_HATS,
                                                               code_tables.VNI_BREVES) for byte in table)  # fmt: skip
_VNI_PAIR = re.compile(f"[AEOUYaeouy\xd4\xd6\xf4\xf6][{_VNI_MARKS}]")


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code page; `spoken` is its name in messages, `small_capitals` whether its capitals with tones are small letters."""

    name: str
    spoken: str
    letters: Mapping[int, str]
    pairs: Mapping[str, str]
    small_capitals: bool = False

    def read(self, chars: str) -> str:
        """The text of `chars`, whose characters are bytes; other characters, and bytes that are no letter, stay."""
        if self.pairs:
            chars = _VNI_PAIR.sub(lambda pair: self.pairs.get(pair.group(), pair.group()), chars)
        text = unicodedata.normalize("NFC", chars.translate(self.letters))
        return self._without_loose_marks(text) if self.name.startswith("tcvn") else text

    def _without_loose_marks(self, text: str) -> str:
        """`text` with each mark that went with no letter before it put back to what Windows has there: m², 30°."""
        if not any(mark in text for mark in _SEQUENCES):
            return text
        return text.translate({ord(code_tables.TCVN[byte - 0x80]): _CP1252[byte] for byte in range(0xB0, 0xB5)})


def _single(rows: str, controls: Mapping[int, str] | None = None) -> dict[int, str]:
    """A page of one byte a letter, by byte."""
    given = {0x80 + at: letter for at, letter in enumerate(rows) if letter != " "}
    return {**_CP1252, **given, **(controls or {})}


def _vni() -> tuple[dict[int, str], dict[str, str]]:
    """VNI's letters by byte, and by pairs of bytes, taken apart so that no part of them is read as a byte again.

    After a capital, too, a mark may be that of small letters.
    """
    pairs: dict[str, str] = {}
    vowels = {**{ord(letter): letter for letter in "aeouy"}, 0xF4: "ơ", 0xF6: "ư"}
    families = (
        ("aeouyơư", "", code_tables.VNI_TONES),
        ("aeo", "\u0302", code_tables.VNI_HATS),
        ("a", "\u0306", code_tables.VNI_BREVES),
    )
    for letters, shape, marks in families:
        for base, letter in vowels.items():
            for mark, tone in marks.items():
                if letter not in letters or (letter == "y" and mark == 0xEF):
                    continue
                whole = unicodedata.normalize("NFD", letter + shape + tone)
                for after in (mark, mark - 0x20):
                    pairs[chr(base) + chr(after)] = whole
                    pairs[chr(base - 0x20) + chr(after)] = whole.upper()
    return {**_CP1252, **code_tables.VNI_LETTERS}, pairs


PAGES: dict[str, CodePage] = {page.name: page for page in (
    CodePage("cp1258", "windows-1258", _CP1258, {}),
    CodePage("tcvn3", "TCVN3 (ABC)", _single(code_tables.TCVN3), {}, small_capitals=True),
    CodePage("vni", "VNI", *_vni()),
    CodePage("viscii", "VISCII", _single(code_tables.VISCII, code_tables.VISCII_CONTROLS), {}),
    CodePage("vps", "VPS", _single(code_tables.VPS, code_tables.VPS_CONTROLS), {}, small_capitals=True),
    CodePage("tcvn", "TCVN 5712", _single(code_tables.TCVN, code_tables.TCVN_CONTROLS), {}),
    CodePage("cp1252", "windows-1252", _CP1252, {}),
)}  # fmt: skip
"""The code pages by name; of two that read a text alike, the first is told."""


def byte_chars(text: str) -> str:
    """`text` with each character that Windows shows for a byte made that byte (U+0080 to U+00FF); others stay."""
    return text.translate(_BYTES)
