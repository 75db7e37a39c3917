"""The letters of a PDF page by their kinds: where words are, and what they say in fonts with code pages of their own."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2.raw as pdfium

from camket.ingest.text.encodings import clean
from camket.ingest.text.fonts import charset_of_font, decode_run, legacy_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SPACE, _BROKEN, _UNCLEAN, _WINDOWS, _VIETNAMESE, _SURROGATE = 1, 2, 4, 8, 16, 32
_BROKEN_OFF = "\x02\ufffe"
"""What pdfium has for a hyphen at the end of a line, after which it goes on with the next line."""
_WORD = re.compile(rf"[^\s{_BROKEN_OFF}]+[{_BROKEN_OFF}]?|[{_BROKEN_OFF}]")
_RANGES = (
    (_BROKEN | _UNCLEAN, ((0x02, 0x02), (0xFFFE, 0xFFFE))),
    (_UNCLEAN, ((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x200B, 0x200F),
                (0x202A, 0x202E), (0x2060, 0x2069), (0xE000, 0xF8FF), (0xFEFF, 0xFEFF))),
    (_WINDOWS, ((0x80, 0xFF),)),
    (_VIETNAMESE, ((0x102, 0x103), (0x110, 0x111), (0x128, 0x129), (0x168, 0x169), (0x1A0, 0x1A1), (0x1AF, 0x1B0),
                   (0x1EA0, 0x1EF9))),
    (_SURROGATE, ((0xD800, 0xDFFF),)),
)  # fmt: skip
_SYMBOLS = str.maketrans({
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▪", 0xF06C: "●", 0xF06E: "■", 0xF071: "❑", 0xF076: "❖", 0xF0D8: "»",
    0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "→", 0xF02D: "-",
})  # fmt: skip
"""Bullets of Symbol and Wingdings, which have no other code points."""
_SAMPLES = 8
_MOST_UNICODE, _FEWEST_MARKED = 0.25, 0.3
"""Vietnamese has marks on 0.75 to 0.93 of its words, in old code pages too; French on about 0.15."""
_OF_FONTS = frozenset({"tcvn3", "vni", "vps"})
"""The code pages that fonts carry."""
_LONGEST_NAME = 128


def _table() -> NDArray[np.uint8]:
    table = np.zeros(0x10000, np.uint8)
    table[[code for code in range(0x3001) if chr(code).isspace()]] |= _SPACE
    for kind, ranges in _RANGES:
        for first, last in ranges:
            table[first : last + 1] |= kind
    return table


_TABLE = _table()


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a page, the kinds of its letters and all kinds `found`, its words, their first and last letters."""

    text: str
    kinds: NDArray[np.uint8]
    found: int
    words: list[str]
    first: list[int]
    last: list[int]

    @classmethod
    def of(cls, utf16: NDArray[np.uint16]) -> Letters:
        """The letters of text in UTF-16."""
        text = utf16.tobytes().decode("utf-16-le", "surrogatepass")
        kinds = _TABLE[utf16]
        found = int(np.bitwise_or.reduce(kinds, initial=0))
        if found & _SURROGATE:
            kinds = _TABLE[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).clip(max=0xFFFF)]
        if found & _BROKEN:
            spans = [match.span() for match in _WORD.finditer(text)]
            words = [text[start:end] for start, end in spans]
            return cls(text, kinds, found, words, [start for start, _ in spans], [end - 1 for _, end in spans])
        blank = np.ones(len(kinds) + 2, np.uint8)
        blank[1:-1] = kinds & _SPACE
        edges = np.flatnonzero(blank[1:] != blank[:-1])
        return cls(text, kinds, found, text.split(), edges[::2].tolist(), (edges[1::2] - 1).tolist())

    def readable(self, text_page: Any, first: Sequence[int]) -> tuple[list[str], str | None]:
        """The words as NFC text, out of fonts with code pages of their own, and the code page if there was one.

        `first` are the numbers that pdfium has for the first letters of the words.
        """
        words, charset = self.words, None
        if self.found & _WINDOWS:
            words, charset = self._out_of_fonts(text_page, first)
        plain = charset is None and not self.found & _UNCLEAN
        if plain and (self.text.isascii() or unicodedata.is_normalized("NFC", self.text)):
            return words, charset
        return [_clean(word) for word in words], charset

    def _out_of_fonts(self, text_page: Any, first: Sequence[int]) -> tuple[list[str], str | None]:
        """The words decoded where their font's name, or failing that their letters, tell of a code page of old."""
        fonts = _Fonts(text_page)
        marked = np.flatnonzero(self.kinds & _WINDOWS)
        sample = {bisect_right(self.first, at) - 1 for at in marked[:: 1 + marked.size // _SAMPLES].tolist()}
        if any(fonts.charset(first[at]) for at in sample):
            charsets = [fonts.charset(at) for at in first]
        elif self._may_be_of_old(marked):
            told = legacy_in(self.text)
            charsets = [told if told in _OF_FONTS else None] * len(first)
        else:
            return self.words, None
        found = next((one for one in charsets if one), None)
        if found is None:
            return self.words, None
        return [decode_run(_soft(word), charset) if charset else word
                for word, charset in zip(self.words, charsets, strict=True)], found  # fmt: skip

    def _may_be_of_old(self, marked: NDArray[np.intp]) -> bool:
        """Whether many words have letters of Windows' code page, and few those of Unicode that Vietnamese has."""
        unicode = np.count_nonzero(self.kinds & _VIETNAMESE)
        words = len(set(np.searchsorted(self.first, marked, side="right").tolist()))
        return bool(unicode <= _MOST_UNICODE * marked.size and words >= _FEWEST_MARKED * len(self.words))


class _Fonts:
    """The code pages of the fonts of a page, by the names of the fonts."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._name = create_string_buffer(_LONGEST_NAME)
        self._flags = c_int()
        self._known: dict[bytes, str | None] = {}

    def charset(self, at: int) -> str | None:
        """The code page of the letter with the number `at`."""
        self._name.value = b""
        pdfium.FPDFText_GetFontInfo(self._page, at, self._name, _LONGEST_NAME, byref(self._flags))
        told = self._name.value
        if told not in self._known:
            self._known[told] = charset_of_font(told.decode("utf-8", "replace"))
        return self._known[told]


def _clean(word: str) -> str:
    if word[-1] in _BROKEN_OFF:
        word = word[:-1] + "-"
    elif "\xad" in word[:-1]:
        word = word[:-1].replace("\xad", "") + word[-1]
    return "".join(clean(word.translate(_SYMBOLS)).split())


def _soft(word: str) -> str:
    """The word with the soft hyphen, which is a letter in TCVN3, where pdfium saw the end of a line."""
    return word[:-1] + "\xad" if word[-1] in _BROKEN_OFF else word
