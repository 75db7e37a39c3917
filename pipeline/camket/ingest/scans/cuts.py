"""Words cut out of the picture of a page, to be read again by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from camket.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

_RIM, _LEAST_RIM = 0.15, 3.0


def cut_out(grey: Image, box: Box, enlarged: float, *, sharp: bool = False) -> Image:
    """What is in the box with a narrow rim, `enlarged` so many times, its paper white."""
    from PIL import ImageFilter, ImageOps  # noqa: PLC0415 - only pictures need it
    from PIL.Image import Resampling  # noqa: PLC0415

    x0, y0, x1, y1 = box
    rim = max(_LEAST_RIM, _RIM * (y1 - y0))
    cut = grey.crop((
        max(0, int(x0 - rim)), max(0, int(y0 - rim)), min(grey.width, int(x1 + rim)), min(grey.height, int(y1 + rim))
    ))  # fmt: skip
    size = max(1, round(cut.width * enlarged)), max(1, round(cut.height * enlarged))
    large = ImageOps.autocontrast(cut.resize(size, Resampling.LANCZOS), cutoff=(0.5, 10))
    return large.filter(ImageFilter.UnsharpMask(2, 150, 0)) if sharp else large
