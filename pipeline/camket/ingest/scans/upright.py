"""Which way up a page lies and how far its lines lean, told from sums of ink over its rows, without reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

Ink = NDArray[np.float32]
_LONG_SIDE = 1200
"""Enough pixels to tell a tenth of a degree, few enough to take 10 ms."""
_STRIPS = 64
_STEEPEST, _COARSE, _FINE = 10.0, 0.5, 0.1
_HEAD = 0.2
"""Of 90 upright pages of the benchmark none had a balance of edges over 0.04, of those on their heads all but ten this."""


_SPECKS = 0.001
_DARKER = 0.15
"""What is darker than the paper by no more than this share is grain."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A way that the page may lie: quarters to turn it by, against the clock, and then degrees to level it by."""

    quarters: int
    angle: float


def stands(grey: Image) -> Iterator[Stand]:
    """The four ways that the page may lie, most likely first; none for a page without ink."""
    ink = _ink(grey)
    if not ink.any():
        return
    faces = {quarters: _Rows.of(np.rot90(ink, quarters)) for quarters in (0, 1)}
    for quarters in sorted(faces, key=lambda quarters: -faces[quarters].halved().sharpest()[1]):
        angle = faces[quarters].level()
        on_its_head = faces[quarters].balance(angle) > _HEAD
        for half in (2, 0) if on_its_head else (0, 2):
            yield Stand(quarters + half, angle)


def is_blank(grey: Image) -> bool:
    """Whether there is no more on the page than specks: less ink than a line of print of 30 letters has."""
    return float((_ink(grey) > 0).mean()) < _SPECKS


def _ink(grey: Image) -> Ink:
    """How much darker than the paper around it each pixel of a small picture of the page is."""
    from PIL import ImageChops, ImageFilter  # noqa: PLC0415 - only pictures need it

    small = grey.reduce(max(1, round(max(grey.size) / _LONG_SIDE)))
    tiny = small.reduce(4).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(6))
    paper = tiny.resize(small.size)
    dark = ImageChops.subtract(paper, small)
    enough = ImageChops.subtract(dark, paper.point(lambda value: int(_DARKER * value))).point(
        lambda value: 255 * bool(value)
    )
    return np.asarray(ImageChops.multiply(dark, enough), dtype=np.float32)


@dataclass(frozen=True)
class _Rows:
    """Ink summed over strips from top to bottom: leaning lines are a shift of these against each other."""

    strips: Ink
    wide: int

    @classmethod
    def of(cls, ink: Ink) -> Self:
        """The strips of a page of ink."""
        height, width = ink.shape
        wide = max(1, width // _STRIPS)
        count = width // wide
        return cls(ink[:, : count * wide].reshape(height, count, wide).sum(axis=2), wide)

    def halved(self) -> _Rows:
        """Half as many rows and strips, a quarter of the work."""
        height, count = (size // 2 * 2 for size in self.strips.shape)
        pairs = self.strips[:height, :count].reshape(height // 2, 2, count // 2, 2)
        return _Rows(pairs.sum(axis=(1, 3)), self.wide)

    def level(self) -> float:
        """The angle in degrees by which the page must be turned for its lines to be level."""
        rough = self.halved().sharpest()[0]
        steps = round(_COARSE / _FINE)
        best: float = max((rough + _FINE * i for i in range(-steps, steps + 1)), key=self._sharpness)
        return round(best, 2)

    def sharpest(self) -> tuple[float, float]:
        """Of angles half a degree apart the one at which rows differ most (Postl's projection profile), and how much."""
        steps = round(_STEEPEST / _COARSE)
        best = max((_COARSE * i for i in range(-steps, steps + 1)), key=self._sharpness)
        return best, self._sharpness(best)

    def balance(self, angle: float) -> float:
        """Below 0 where the lines stand on their feet, above 0 where on their heads, -1 to 1.

        The foot of a Vietnamese line is a sharper edge than its top, over which marks of tone stand.
        """
        steps = np.diff(self._sums(angle).astype(np.float64)) ** 3
        return float(steps.sum() / max(1.0, np.abs(steps).sum()))

    def _sharpness(self, angle: float) -> float:
        return float((np.diff(self._sums(angle)) ** 2).sum())

    def _sums(self, angle: float) -> Ink:
        height, count = self.strips.shape
        middles = (np.arange(count) - (count - 1) / 2) * self.wide
        shifts = np.rint(np.tan(np.radians(angle)) * middles).astype(int)
        reach = int(np.abs(shifts).max(initial=0))
        sums = np.zeros(height + 2 * reach, dtype=np.float32)
        for strip, shift in zip(self.strips.T, shifts, strict=True):
            sums[reach - shift : reach - shift + height] += strip
        return sums
