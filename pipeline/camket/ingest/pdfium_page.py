"""The words of a PDF page with their boxes, as pdfium finds them.

pdfium is called through its C functions: the text of a page in one call, and the boxes of only the first and the last
letter of each word, for each call costs half a microsecond.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2.raw as pdfium

from camket.ingest.encodings import clean
from camket.ingest.fonts import charset_of_font, decode_run, legacy_in
from camket.ingest.pdf_frame import Frame
from camket.ingest.words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BROKEN_OFF = "\x02\ufffe"
"""What pdfium has for a hyphen at the end of a line, after which it goes on with the next line."""
_WORD = re.compile(rf"[^\s{_BROKEN_OFF}]+[{_BROKEN_OFF}]?|[{_BROKEN_OFF}]")
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff]"
)
_WINDOWS = re.compile("[\x80-\xff]")
_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_SYMBOLS = str.maketrans({
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▪", 0xF06C: "●", 0xF06E: "■", 0xF071: "❑", 0xF076: "❖", 0xF0D8: "»",
    0xF0FC: "✓", 0xF0E0: "→", 0xF0E8: "→", 0xF02D: "-",
})  # fmt: skip
"""Bullets of Symbol and Wingdings, which have no other code points."""
_SAMPLES = 16
_UP, _DOWN = 0.9, 0.22
"""How far letters reach above and below their line, in parts of the size of the type, where the font does not tell."""
_LONGEST_NAME = 128


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the order of its content; the share of its letters that have no known character.

    `outside` counts the words that stand outside the visible page and are left out; `charset` is the code page of old
    that the words were in.
    """

    words: list[Word]
    unmapped: float = 0.0
    outside: int = 0
    charset: str | None = None


class WordReader:
    """Reads the words of one page after the other into buffers that are made once."""

    def __init__(self) -> None:
        self._room = 0
        self._text = (c_ushort * 2)()
        self._corners: Any = None
        self._refs: list[Any] = []

    def words(self, page: Any, frame: Frame) -> PageWords:
        """The words of a page of pypdfium2."""
        text_page = pdfium.FPDFText_LoadPage(page.raw)
        if not text_page:
            return PageWords([])
        try:
            return self._words(text_page, frame)
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _words(self, text_page: Any, frame: Frame) -> PageWords:
        count = pdfium.FPDFText_CountChars(text_page)
        if count <= 0:
            return PageWords([])
        text, index = self._whole(text_page, count)
        found = [(match.group(), match.start(), match.end() - 1) for match in _WORD.finditer(text)]
        if not found:
            return PageWords([])
        first, last = [one[1] for one in found], [one[2] for one in found]
        if index is not None:
            first, last = [index(at) for at in first], [index(at) for at in last]
        boxes, inside = frame.boxes(self._boxes(text_page, first, last))
        said, charset = _readable(text_page, text, [one[0] for one in found], first)
        words = (
            list(map(Word, said, boxes))
            if all(said)
            else [Word(*one) for one in zip(said, boxes, strict=True) if one[0]]
        )
        visible = words if inside else [word for word in words if frame.shows(word.box)]
        return PageWords(visible, _unmapped(text_page, count), len(words) - len(visible), charset)

    def _whole(self, text_page: Any, count: int) -> tuple[str, Callable[[int], int] | None]:
        """The text of the page, and which letter of pdfium stands at a place of it where that is not the same number."""
        if len(self._text) < count + 2:
            self._text = (c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, self._text)
        text = bytes(self._text)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text, None
        return text, lambda at: max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at))

    def _boxes(self, text_page: Any, first: Sequence[int], last: Sequence[int]) -> NDArray[np.float64]:
        """Left, bottom, right, top of each word, from its first and its last letter."""
        size = len(first)
        if size > self._room:
            self._room = max(2 * size, 512)
            self._corners = (pdfium.FS_RECTF * (2 * self._room))()
            self._refs = [byref(corner) for corner in self._corners]
        found = list(map(pdfium.FPDFText_GetLooseCharBox, repeat(text_page), [*first, *last], self._refs))
        corners = np.frombuffer(self._corners, np.float32, 8 * size).astype(np.float64).reshape(2, size, 4)
        sides = np.sort(corners[:, :, 0::2], axis=2), np.sort(corners[:, :, 1::2], axis=2)
        flat = (np.ptp(sides[0], axis=2) < 0.01) | (np.ptp(sides[1], axis=2) < 0.01)
        flat |= ~np.asarray(found, dtype=bool).reshape(2, size)
        boxes = np.stack([sides[0][:, :, 0], sides[1][:, :, 0], sides[0][:, :, 1], sides[1][:, :, 1]], axis=2)
        for end, letters in enumerate((first, last)):
            for at in np.flatnonzero(flat[end]).tolist():
                boxes[end, at] = _turned_box(text_page, letters[at])
        return np.concatenate([boxes[:, :, :2].min(axis=0), boxes[:, :, 2:].max(axis=0)], axis=1)


def _turned_box(text_page: Any, at: int) -> tuple[float, float, float, float]:
    """The box of a letter that stands on its side, which pdfium gives no line for: its ink, as high as its type."""
    sides = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text_page, at, *[byref(side) for side in sides])
    left, right, bottom, top = (side.value for side in sides)
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, at, byref(matrix)) or abs(matrix.a) > 0.01 * abs(matrix.b):
        return left, bottom, right, top
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, at, byref(x), byref(y))
    tall = matrix.c * pdfium.FPDFText_GetFontSize(text_page, at)
    ends = x.value + _UP * tall, x.value - _DOWN * tall
    return min(ends), min(bottom, y.value), max(ends), max(top, y.value)


def _unmapped(text_page: Any, count: int) -> float:
    """The share of the letters that no character is known for, of a sample."""
    places = range(0, count, max(1, count // _SAMPLES))
    unknown = [at for at in places if pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1]
    return len(unknown) / len(places)


def _readable(text_page: Any, text: str, words: list[str], first: Sequence[int]) -> tuple[list[str], str | None]:
    """The words as NFC text, out of fonts with code pages of their own, and the code page if there was one."""
    charset = None
    if _WINDOWS.search(text):
        words, charset = _out_of_fonts(text_page, words, first)
    if (
        not _UNCLEAN.search(text)
        and charset is None
        and "\ufffe" not in text
        and unicodedata.is_normalized("NFC", text)
    ):
        return words, charset
    return [_clean(word) for word in words], charset


def _clean(word: str) -> str:
    if word[-1] in _BROKEN_OFF:
        word = word[:-1] + "-"
    elif "\xad" in word[:-1]:
        word = word[:-1].replace("\xad", "") + word[-1]
    word = word.translate(_SYMBOLS)
    return "".join(clean(word).split())


def _out_of_fonts(text_page: Any, words: list[str], first: Sequence[int]) -> tuple[list[str], str | None]:
    """The words decoded where their font's name, or failing that their letters, tell of a code page of old."""
    marked = [at for at, word in enumerate(words) if _WINDOWS.search(word)]
    sample = marked[:: max(1, len(marked) // _SAMPLES)]
    name = create_string_buffer(_LONGEST_NAME)
    names: dict[bytes, str | None] = {}
    if any(_charset(text_page, first[at], name, names) for at in sample):
        charsets = [_charset(text_page, at, name, names) for at in first]
    else:
        told = _charset_of_letters(" ".join(words))
        charsets = [told] * len(words)
    found = next((one for one in charsets if one), None)
    if found is None:
        return words, None
    return [decode_run(_soft(word), charset) if charset else word
            for word, charset in zip(words, charsets, strict=True)], found  # fmt: skip


def _soft(word: str) -> str:
    """The word with the soft hyphen, which is a letter in TCVN3, where pdfium saw the end of a line."""
    return word[:-1] + "\xad" if word[-1] in _BROKEN_OFF else word


def _charset(text_page: Any, at: int, name: Any, names: dict[bytes, str | None]) -> str | None:
    flags = c_int()
    pdfium.FPDFText_GetFontInfo(text_page, at, name, _LONGEST_NAME, byref(flags))
    told = name.value
    if told not in names:
        names[told] = charset_of_font(told.decode("utf-8", "replace"))
    return names[told]


def _charset_of_letters(text: str) -> str | None:
    """The code page of old that the page is written in by its letters; never for one that has letters of Unicode."""
    if len(_VIETNAMESE.findall(text)) * 4 > len(_WINDOWS.findall(text)):
        return None
    return legacy_in(text)
