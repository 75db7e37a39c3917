"""What happens to a page between the printer and the file: skew, grain, shadow, stamps, ink, a camera, JPEG.

Each condition of `CONDITIONS` takes a clean page in colour, its dpi and a source of chance, and gives back the page as
a scanner or a camera would. Used by benchmarks/scans.py.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import numpy as np
from make_corpus import stamp
from PIL import Image, ImageDraw, ImageFilter

Degrade = Callable[[Image.Image, int, random.Random], Image.Image]
_PAPER = (252, 251, 247)
_DESK = (74, 58, 46)
_BLUE = (28, 52, 168, 215)


def clean(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page as it was printed, in grey."""
    return page.convert("L")


def skewed(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page turned by one to five degrees."""
    angle = chance.uniform(1, 5) * chance.choice((-1, 1))
    return jpeg(page.convert("L").rotate(angle, Image.Resampling.BICUBIC, fillcolor=250), 80)


def noisy(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page with grain and a little skew."""
    turned = page.convert("L").rotate(chance.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=250)
    grain = np.random.default_rng(chance.randint(0, 2**31)).normal(0, 16, turned.size[::-1])
    return jpeg(Image.fromarray(np.clip(np.asarray(turned, dtype=float) + grain, 0, 255).astype("uint8")), 75)


def jpeg40(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page through JPEG of quality 40, a little out of focus."""
    return jpeg(page.convert("L").filter(ImageFilter.GaussianBlur(dpi / 400)), 40)


def faint(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page in pale grey ink on grey paper."""
    return jpeg(page.convert("L").point(lambda value: 150 + value * 45 // 255), 80)


def shadowed(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page with a dark gutter on one side and an uneven light."""
    width, height = page.size
    x = np.linspace(0, 1, width)
    gutter = 1 - 0.65 * np.exp(-x / 0.12)
    fall = 1 - 0.35 * np.linspace(0, 1, height)[:, None] * x[None, :]
    light = (gutter[::-1] if chance.random() < 0.5 else gutter)[None, :] * fall
    return jpeg(Image.fromarray((np.asarray(page.convert("L"), dtype=float) * light).astype("uint8")), 75)


def stamped(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page with red stamps over its last lines and blue strokes over words, slightly skewed, in colour."""
    inked = page.convert("RGB")
    stamp(inked, dpi, chance)
    signed(inked, dpi, chance)
    return jpeg(inked.rotate(chance.uniform(-1, 1), Image.Resampling.BICUBIC, fillcolor=_PAPER), 75)


def rotated(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page lying on its side or on its head."""
    return jpeg(page.convert("L").rotate(chance.choice((90, 180, 270)), expand=True), 80)


def photographed(page: Image.Image, dpi: int, chance: random.Random) -> Image.Image:
    """The page on a dark desk, seen by a camera from slightly aside, with a shadow."""
    width, height = page.size
    rim = int(0.06 * width)
    size = (width + 2 * rim, height + 2 * rim)
    lean = [chance.uniform(0.0, 0.8) * rim for _ in range(8)]
    corners = [(rim - lean[0], rim - lean[1]), (rim + width + lean[2], rim - lean[3]),
               (rim + width - lean[4], rim + height + lean[5]), (rim + lean[6], rim + height - lean[7])]  # fmt: skip
    seen = page.convert("RGB").transform(
        size, Image.Transform.PERSPECTIVE, perspective(corners, (width, height)), Image.Resampling.BICUBIC,
        fillcolor=_DESK,
    )  # fmt: skip
    light = np.linspace(1.0, chance.uniform(0.55, 0.75), size[0])[None, :, None]
    return jpeg(Image.fromarray((np.asarray(seen, dtype=float) * light).astype("uint8")), 80)


CONDITIONS: dict[str, Degrade] = {
    "clean": clean, "skewed": skewed, "noisy": noisy, "jpeg40": jpeg40, "faint": faint, "shadowed": shadowed,
    "stamped": stamped, "rotated": rotated, "photographed": photographed,
}  # fmt: skip


def signed(page: Image.Image, dpi: int, chance: random.Random) -> None:
    """Blue strokes of a pen run through some lines of the page; print under the ink stays darker than the ink."""
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for _ in range(3):
        x, y = chance.uniform(1.2, 5) * dpi, chance.uniform(1.5, 9) * dpi
        points = [(x, y)]
        for _ in range(7):
            x, y = x + chance.uniform(0.1, 0.3) * dpi, y + chance.uniform(-0.15, 0.15) * dpi
            points.append((x, y))
        draw.line(points, fill=_BLUE, width=max(2, dpi // 60), joint="curve")
    ink = np.asarray(layer)
    alpha = ink[..., 3:] / 255
    under = np.asarray(page, dtype=float)
    page.paste(
        Image.fromarray((under * (1 - alpha) + ink[..., :3] * alpha * np.minimum(1, under / 255)).astype("uint8"))
    )


def jpeg(page: Image.Image, quality: int) -> Image.Image:
    """The page as a JPEG file of this quality gives it back."""
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer)


def perspective(corners: list[tuple[float, float]], size: tuple[int, int]) -> tuple[float, ...]:
    """The eight numbers by which Pillow puts a picture of `size` between the four `corners`, from the top left on."""
    width, height = size
    rows, wanted = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return tuple(np.linalg.solve(np.array(rows, dtype=float), np.array(wanted, dtype=float)))
