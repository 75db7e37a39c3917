"""Print told apart from what lies over it and under it: stamps, signatures, shadows, pale toner, grey paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

_COLOURED = 60
"""A pixel whose channels differ by this much is of coloured ink; JPEG alone gives black print up to 40."""
_ENOUGH_COLOUR = 0.0005
_LIFT = 1.5
_PRINT, _BETWEEN = 125, 50
"""Print under ink is darker than this in all channels, and no part of it is taken for ink; 50 above, all of it is."""
_UNEVEN = 0.9
"""Where the paper is darker than this share of its lightest, there is a shadow on it."""
_PALE = 160
_WHITE = 250


@dataclass(frozen=True, slots=True)
class Inks:
    """A picture parted: the print in grey, and the coloured ink dark on white, None where there is none to speak of."""

    print: Image
    colour: Image | None = None


def parted(image: Image) -> Inks:
    """The picture with transparent parts white and 16 bits as 8, its coloured ink parted from its print.

    Print is dark in all three channels, coloured ink in one or two of them: the lightest channel of a pixel shows the
    print, under a stamp or a signature too, and the ink the lighter the more colour it has. A headline in red or blue
    becomes as light as a stamp: it has to be read by itself.
    """
    from PIL import Image as Pictures  # noqa: PLC0415 - only pictures need it
    from PIL import ImageChops  # noqa: PLC0415

    if image.mode in {"1", "L"}:
        return Inks(image.convert("L"))
    if image.mode.startswith(("I", "F")):
        return Inks(_eight_bits(image))
    if image.mode in {"LA", "La", "PA", "RGBA", "RGBa"} or "transparency" in image.info:
        whole = image.convert("RGBA")
        image = Pictures.alpha_composite(Pictures.new("RGBA", whole.size, "white"), whole)
    colours = image.convert("RGB")
    if not _has_colour(colours):
        return Inks(colours.convert("L"))
    red, green, blue = colours.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    colour = ImageChops.subtract(lightest, darkest)
    lift = colour.point(lambda value: min(255, int(_LIFT * max(0, value - _COLOURED))))
    inked = lightest.point(lambda value: max(0, min(255, int((value - _PRINT) * 255 / _BETWEEN))))
    grey = ImageChops.add(lightest, ImageChops.multiply(lift, inked))
    return Inks(grey, colour.point(lambda value: 255 - min(255, int(1.5 * value))))


def _eight_bits(image: Image) -> Image:
    from PIL import Image as Pictures  # noqa: PLC0415

    values = np.asarray(image, dtype=np.float32)
    most = float(values.max(initial=0.0))
    full = next((top for top in (1.0, 255.0, 65535.0) if most <= top), max(most, 1.0))
    return Pictures.fromarray((values.clip(0, None) * (255.0 / full)).astype(np.uint8))


def _has_colour(colours: Image) -> bool:
    """Whether more than a speck of the picture is of another colour than its paper."""
    small = colours.reduce(max(1, round(max(colours.size) / 800)))
    tint = np.asarray(small, dtype=np.int16) - np.array(_medians(small), dtype=np.int16)
    lightest, darkest = np.maximum.reduce(tint, axis=2), np.minimum.reduce(tint, axis=2)
    return float((lightest - darkest > _COLOURED).mean()) > _ENOUGH_COLOUR


def _medians(colours: Image) -> list[int]:
    """The median of each channel, from how often each tone is there."""
    counts = np.cumsum(np.array(colours.histogram()).reshape(-1, 256), axis=1)
    return [int(np.searchsorted(channel, channel[-1] / 2)) for channel in counts]


def evened(grey: Image) -> Image:
    """The picture as an even light shows it: its paper near white where it has a shadow or is pale, else as it was."""
    from PIL import Image as Pictures  # noqa: PLC0415
    from PIL import ImageFilter  # noqa: PLC0415

    factor = max(1, round(max(grey.size) / 300))
    tiny = grey.reduce(factor).filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(4))
    paper = np.asarray(tiny, dtype=np.float32)
    light, dim = float(np.percentile(paper, 95)), float(np.percentile(paper, 4))
    if dim < _UNEVEN * light:
        spread = tiny.resize(grey.size, Pictures.Resampling.BILINEAR)
        paper = np.maximum(np.asarray(spread), 24)
        flat = np.asarray(grey, dtype=np.uint16) * _WHITE // paper
        grey = Pictures.fromarray(np.minimum(flat, 255).astype(np.uint8))
        light = _WHITE
    return _stretched(grey, light)


def _stretched(grey: Image, paper: float) -> Image:
    """The picture with the darkest thousandth of it black and its paper white, where print is pale; else as it was."""
    counts = np.cumsum(grey.histogram())
    black = int(np.searchsorted(counts, counts[-1] / 1000))
    if paper - black >= _PALE or paper - black < 10:
        return grey
    return grey.point(lambda value: int(min(255.0, max(0.0, (value - black) * 255.0 / (paper - black)))))
