"""Print told apart from what lies over it and under it: stamps, signatures, shadows, pale toner, grey paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_COLOURED = 60
"""A pixel whose channels differ by this much is of coloured ink; JPEG alone gives black print up to 40."""
_ENOUGH_COLOUR = 0.0005
_TINGED, _LIFT = 45, 10
"""Ink is where a pixel this much coloured is near, and is lifted by so much for each shade above it."""
_PRINT, _BARE = 0.65, 1.0
"""What is darker than this share of the ink's own tone is print under it, and what has that tone is ink alone."""
_FEW, _PEN = 50, 90.0
"""The tone of an ink of fewer pixels is taken to be a blue pen's."""
_UNEVEN = 0.9
"""Where the paper is darker than this share of its lightest, there is a shadow on it."""
_PALE = 160
_DARK = 110
_WHITE = 250


@dataclass(frozen=True, slots=True)
class Inks:
    """A picture parted: the print in grey, and the coloured ink dark on white, None where there is none to speak of."""

    print: Image
    colour: Image | None = None


def parted(image: Image) -> Inks:
    """The picture with transparent parts white and 16 bits as 8, its coloured ink parted from its print.

    Print is dark in all three channels, coloured ink in one or two of them: the lightest channel of a pixel shows the
    print. JPEG keeps tones by the pixel and colours by fours, so that a thin stroke of a pen has lost most of its colour
    in the middle: near colour, what is not darker than the ink by itself is made light. A headline in red or blue
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
    lift = _spread(colour).point(lambda value: min(255, _LIFT * max(0, value - _TINGED)))
    grey = ImageChops.add(lightest, ImageChops.multiply(lift, _bare(colours, colour)))
    return Inks(grey, colour.point(lambda value: 255 - min(255, int(1.5 * value))))


def _spread(colour: Image) -> Image:
    """Each pixel the most of those within two of it."""
    from PIL import ImageChops  # noqa: PLC0415

    for x, y in ((1, 0), (1, 0), (0, 1), (0, 1)):
        sides = ImageChops.lighter(ImageChops.offset(colour, x, y), ImageChops.offset(colour, -x, -y))
        colour = ImageChops.lighter(colour, sides)
    return colour


def _bare(colours: Image, colour: Image) -> Image:
    """White where a pixel would be ink alone, black where it would be print under ink, red and blue inks each by itself."""
    from PIL import Image as Pictures  # noqa: PLC0415
    from PIL import ImageChops  # noqa: PLC0415

    red, _, blue = colours.split()
    warm = ImageChops.subtract(red, blue).point(lambda value: 255 if value else 0)
    luma = colours.convert("L")
    full, tone, is_warm = (np.asarray(one)[::2, ::2] for one in (colour, luma, warm))
    parts = []
    for part in (is_warm > 0, is_warm == 0):
        own = _tone(tone[part], full[part])
        low, high = _PRINT * own, _BARE * own
        parts.append(luma.point([max(0, min(255, round((value - low) * 255 / (high - low)))) for value in range(256)]))
    return Pictures.composite(parts[0], parts[1], warm)


def _tone(tones: NDArray[np.uint8], colour: NDArray[np.uint8]) -> float:
    """The tone of the ink by itself, by the most coloured quarter of it; as of a blue pen where there is next to none."""
    inked = colour > _COLOURED
    if np.count_nonzero(inked) < _FEW:
        return _PEN
    fullest = inked & (colour >= np.percentile(colour[inked], 75))
    return max(1.0, float(np.median(tones[fullest])))


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


def dark_on_light(image: Image) -> Image:
    """The picture in grey with all its inks; light print on dark paper the other way round, as it is read best."""
    from PIL import ImageOps  # noqa: PLC0415

    grey = image.convert("RGB").convert("L")
    counts = np.cumsum(grey.histogram())
    return ImageOps.invert(grey) if int(np.searchsorted(counts, counts[-1] / 2)) < _DARK else grey


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
