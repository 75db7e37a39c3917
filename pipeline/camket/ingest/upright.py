"""Which way up a page lies and how far its lines lean, told from sums of ink over its rows, without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

Ink = NDArray[np.float32]
_LONG_SIDE = 1200
"""Enough pixels to tell a tenth of a degree, few enough to take 20 ms."""
_STRIPS = 64
_STEEPEST, _COARSE, _FINE = 10.0, 0.5, 0.1
_PLAIN = 3.0
"""A page whose rows are this much sharper than its columns is surely not on its side."""
_HEAD = 0.12
"""Of 90 upright pages of the benchmark none had a balance of edges over 0.04."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A way that the page may lie: quarters to turn it by, against the clock, and then degrees to level it by."""

    quarters: int
    angle: float


def stands(grey: Image) -> list[Stand]:
    """The four ways that the page may lie, most likely first; [] for a page without ink."""
    ink = _ink(grey)
    if not ink.any():
        return []
    upright, side = _level(ink), _level(np.rot90(ink))
    first, other = ((0, upright), (1, side)) if upright[1] >= side[1] else ((1, side), (0, upright))
    ways = [Stand(quarters, found[0]) for quarters, found in (first, other)]
    order = []
    for way in ways:
        heads = _balance(np.rot90(ink, way.quarters), way.angle)
        pair = [way, Stand(way.quarters + 2, way.angle)]
        order += pair[::-1] if heads > _HEAD else pair
    return order


def _ink(grey: Image) -> Ink:
    """How much darker than the paper around it each pixel of a small picture of the page is."""
    from PIL import ImageFilter  # noqa: PLC0415 - only pictures need it

    small = grey.reduce(max(1, round(max(grey.size) / _LONG_SIDE)))
    tiny = small.reduce(4).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(6))
    paper = np.asarray(tiny.resize(small.size), dtype=np.float32)
    dark = paper - np.asarray(small, dtype=np.float32)
    dark[dark < 0.15 * np.maximum(paper, 1)] = 0
    return dark


def _level(ink: Ink) -> tuple[float, float]:
    """The angle in degrees by which the page must be turned for its lines to be level, and how sharp its rows are then.

    Lines are level where the sums of ink over the rows differ most (Postl's projection profile). The rows are summed
    over strips from top to bottom, and leaning is a shift of these against each other: 60 angles take 20 ms.
    """
    height, width = ink.shape
    wide = max(1, width // _STRIPS)
    count = width // wide
    strips = ink[:, : count * wide].reshape(height, count, wide).sum(axis=2)
    middles = (np.arange(count) - (count - 1) / 2) * wide
    rows, columns = np.arange(height)[:, None], np.arange(count)[None, :]

    def sharpness(angle: float) -> float:
        shifted = rows + np.rint(np.tan(np.radians(angle)) * middles).astype(int)[None, :]
        inside = (shifted >= 0) & (shifted < height)
        sums = np.where(inside, strips[shifted.clip(0, height - 1), columns], 0).sum(axis=1)
        return float((np.diff(sums) ** 2).sum())

    best = 0.0
    for step, reach in ((_COARSE, _STEEPEST), (_FINE, _COARSE)):
        steps = round(reach / step)
        best = max((best + step * i for i in range(-steps, steps + 1)), key=sharpness)
    return round(best, 2), sharpness(best)


def _balance(ink: Ink, angle: float) -> float:
    """Below 0 where the lines stand on their feet, above 0 where on their heads, -1 to 1.

    The foot of a Vietnamese line is a sharper edge than its top, over which marks of tone stand.
    """
    from PIL import Image  # noqa: PLC0415

    level = np.asarray(Image.fromarray(ink).rotate(angle, Image.Resampling.BILINEAR), dtype=float)
    steps = np.diff(level.sum(axis=1)) ** 3
    return float(steps.sum() / max(1.0, np.abs(steps).sum()))
