"""The sheet of paper on a photograph: its four corners, where it lies on something darker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from camket.ingest.scans.view import Corner, View

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_LONG_SIDE = 300
_LEAST, _MOST = 0.25, 0.97
"""The share of the picture that a sheet on a desk covers."""
_DARK_RIM = 0.7
_FILLED = 0.93
"""Four corners are those of a sheet where it fills so much of the four-sided figure between them."""


def unfolded(view: View) -> View:
    """The sheet of paper alone and flat where the picture shows it on a darker ground, else the picture as it was."""
    corners = _corners(view.image)
    if corners is None:
        return view
    top_left, top_right, bottom_right, bottom_left = (np.array(corner) for corner in corners)
    width = max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left))
    height = max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right))
    return view.flattened(corners, (round(float(width)), round(float(height))))


def _corners(grey: Image) -> list[Corner] | None:
    """The corners of the sheet from the top left on with the clock, or None where no sheet can be told."""
    factor = max(1, round(max(grey.size) / _LONG_SIDE))
    sheet = _sheet(grey.reduce(factor))
    if sheet is None:
        return None
    rows, columns = np.nonzero(sheet)
    spots = np.stack([columns, rows], axis=1).astype(float)
    found = [spots[np.argmax(spots @ np.array(way))] for way in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    if sheet.sum() < _FILLED * _area(found) or _area(found) < _LEAST * sheet.size:
        return None
    rims = ((0, 0), (1, 0), (1, 1), (0, 1))
    return [
        (float((x + right) * factor), float((y + low) * factor))
        for (x, y), (right, low) in zip(found, rims, strict=True)
    ]


def _sheet(small: Image) -> NDArray[np.bool_] | None:
    """The pixels of the light area, print and all, specks left out, where three sides of the rim are darker."""
    from PIL import Image as Pictures  # noqa: PLC0415 - only pictures need it
    from PIL import ImageFilter  # noqa: PLC0415

    smooth = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.MinFilter(7))
    tones = np.asarray(smooth)
    limit = _between_tones(tones)
    light = tones > limit
    rim = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    if not _LEAST < light.mean() < _MOST or (~rim).mean() < _DARK_RIM:
        return None
    mask = Pictures.fromarray(light.astype(np.uint8) * 255)
    return np.asarray(mask.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.MaxFilter(5))) > 0


def _between_tones(tones: NDArray[np.uint8]) -> float:
    """The tone that parts dark from light best (Otsu)."""
    counts = np.bincount(tones.ravel(), minlength=256).astype(float)
    below = np.cumsum(counts)
    weighed = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (weighed / below - (weighed[-1] - weighed) / above) ** 2
    return float(np.nanargmax(np.where(np.isfinite(apart), apart, -1)))


def _area(corners: list[NDArray[np.float64]]) -> float:
    """The area of the figure between the corners (shoelace)."""
    x, y = np.array(corners).T
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)
