"""The words of a PDF page with their boxes, as pdfium finds them.

pdfium is called through its C functions: the text of a page in one call, and the boxes of only the first and the last
letter of each word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from ctypes import PYFUNCTYPE, addressof, byref, c_double, c_int, c_ushort, c_void_p, cast, sizeof
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2.raw as pdfium

from camket.ingest.pdf.pdf_frame import Frame
from camket.ingest.pdf.pdf_letters import Letters
from camket.ingest.sheets.words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

_letter_box = PYFUNCTYPE(c_int, c_void_p, c_int, c_void_p)(cast(pdfium.FPDFText_GetLooseCharBox, c_void_p).value or 0)
"""FPDFText_GetLooseCharBox with plain addresses: 0.3 instead of 0.5 microseconds a call, of which a page has 900."""
_make: Callable[[type[Word], Iterable[Any]], Word] = tuple.__new__
"""Word._make without counting: a third of its time."""
_SAMPLES = 16
_UP, _DOWN = 0.9, 0.22
"""How far letters reach above and below their line, in parts of the size of the type, where the font does not tell."""
_FLAT = 0.01


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
        self._text = (c_ushort * 2)()
        self._corners: Any = None
        self._addresses: list[int] = []

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
        letters, number = self._letters(text_page, max(0, count))
        if not letters.words:
            return PageWords([])
        first, last = letters.first, letters.last
        if number is not None:
            first, last = list(map(number, first)), list(map(number, last))
        boxes, inside = frame.boxes(self._boxes(text_page, first, last))
        said, charset = letters.readable(text_page, first)
        words = list(map(_make, repeat(Word), zip(said, boxes, repeat(None), repeat(None))))
        if not all(said):
            words = [word for word in words if word.text]
        visible = words if inside else [word for word in words if frame.shows(word.box)]
        return PageWords(visible, _unmapped(text_page, count), len(words) - len(visible), charset)

    def _letters(self, text_page: Any, count: int) -> tuple[Letters, Callable[[int], int] | None]:
        """The letters of the page, and which letter of pdfium stands at a place of the text where numbers differ."""
        if len(self._text) < count + 2:
            self._text = (c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, self._text) if count else 0
        letters = Letters.of(np.frombuffer(memoryview(self._text).cast("B"), np.uint16, max(0, int(written) - 1)))
        if len(letters.text) == count:
            return letters, None
        return letters, lambda at: max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at)))

    def _boxes(self, text_page: Any, first: Sequence[int], last: Sequence[int]) -> NDArray[np.float64]:
        """Rows of left, bottom, right, top, one for each word, from its first and its last letter."""
        size = len(first)
        if 2 * size > len(self._addresses):
            self._corners = (pdfium.FS_RECTF * max(4 * size, 2048))()
            start, step = addressof(self._corners), sizeof(pdfium.FS_RECTF)
            self._addresses = [start + step * at for at in range(len(self._corners))]
        handle = cast(text_page, c_void_p).value
        found = list(map(_letter_box, repeat(handle), first + last, self._addresses))  # type: ignore[operator]
        corners = np.frombuffer(self._corners, np.float32, 8 * size).astype(np.float64).reshape(2 * size, 4)
        left, top, right, bottom = corners.T
        flat = (right - left < _FLAT) | (top - bottom < _FLAT)
        if not all(found):
            flat |= ~np.asarray(found, dtype=bool)
        for at in np.flatnonzero(flat).tolist():
            box = _turned_box(text_page, (first[at] if at < size else last[at - size]), corners[at].tolist())
            left[at], bottom[at], right[at], top[at] = box
        low, high = slice(size), slice(size, None)
        return np.stack(
            [
                np.minimum(left[low], left[high]),
                np.minimum(bottom[low], bottom[high]),
                np.maximum(right[low], right[high]),
                np.maximum(top[low], top[high]),
            ],
            axis=1,
        )


def _turned_box(text_page: Any, at: int, corners: list[float]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a letter that pdfium tells no upright box for.

    A letter upside down has the sides of its box exchanged; one that stands on its side has its ink, as high as its type.
    """
    left, right = sorted((corners[0], corners[2]))
    bottom, top = sorted((corners[1], corners[3]))
    if right - left >= _FLAT and top - bottom >= _FLAT:
        return left, bottom, right, top
    sides = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text_page, at, *[byref(side) for side in sides])
    left, right, bottom, top = (side.value for side in sides)
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, at, byref(matrix)) or abs(matrix.a) > _FLAT * abs(matrix.b):
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
