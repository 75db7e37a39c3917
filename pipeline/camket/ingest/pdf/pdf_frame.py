"""A PDF page as it is shown: opened with its notes and form fields, its visible part, how it is turned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2.raw as pdfium

from camket.document import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARGIN = 2.0

_LEAST_SIDE = 1.0
_SHOWN_NOTES = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in its own coordinates, how far it is turned, and its size as shown."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int
    width: float
    height: float

    @classmethod
    def of(cls, page: Any) -> Frame:
        """The frame of a page of pypdfium2."""
        box = pdfium.FS_RECTF()
        width, height = page.get_size()
        if not pdfium.FPDF_GetPageBoundingBox(page.raw, byref(box)) or box.right <= box.left or box.top <= box.bottom:
            return cls(0.0, 0.0, max(width, _LEAST_SIDE), max(height, _LEAST_SIDE), 0, width, height)
        return cls(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page.raw) % 4, width, height)

    def shown(self, left: Any, bottom: Any, right: Any, top: Any) -> tuple[Any, Any, Any, Any]:
        """x0, y0, x1, y1 in points from the top left of the page as shown; numbers or arrays of them."""
        if self.quarter_turns == 1:
            sides = bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        elif self.quarter_turns == 2:
            sides = self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        elif self.quarter_turns == 3:
            sides = self.top - top, self.right - right, self.top - bottom, self.right - left
        else:
            sides = left - self.left, self.top - top, right - self.left, self.top - bottom
        wide, high = self.right - self.left, self.top - self.bottom
        if self.quarter_turns % 2:
            wide, high = high, wide
        scale_x, scale_y = self.width / wide, self.height / high
        return sides[0] * scale_x, sides[1] * scale_y, sides[2] * scale_x, sides[3] * scale_y

    def boxes(self, sides: NDArray[np.float64]) -> tuple[list[Box], bool]:
        """The boxes as shown of rows of left, bottom, right, top; and whether all are wholly on the visible page."""
        shown = np.stack(self.shown(sides[:, 0], sides[:, 1], sides[:, 2], sides[:, 3])).round(2)
        x0, y0, x1, y1 = shown
        inside = x0.min() >= 0 and y0.min() >= 0 and x1.max() <= self.width and y1.max() <= self.height
        return list(zip(*shown.tolist(), strict=True)), bool(inside)

    def shows(self, box: Box) -> bool:
        """Whether the middle of the box is on the visible page."""
        return -_MARGIN <= (box[0] + box[2]) / 2 <= self.width + _MARGIN and (
            -_MARGIN <= (box[1] + box[3]) / 2 <= self.height + _MARGIN
        )


@contextmanager
def opened(book: Any, at: int) -> Iterator[Any]:
    """The page of the pypdfium2 document, with what is shown of its form fields and notes as part of its content."""
    page = book[at]
    if (
        _has_shown_notes(page)
        and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    ):
        page.close()
        page = book[at]
    try:
        yield page
    finally:
        page.close()


def _has_shown_notes(page: Any) -> bool:
    for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, at)
        if note:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            pdfium.FPDFPage_CloseAnnot(note)
            if kind in _SHOWN_NOTES:
                return True
    return False
