"""A picture of a page that is turned, scaled and made flat, and still knows where each pixel was when it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from camket.document import Box

if TYPE_CHECKING:
    from PIL.Image import Image

Matrix = NDArray[np.float64]
"""Three by three: takes (x, y, 1) of one picture to the place of the same spot in another, up to a factor."""
Corner = tuple[float, float]


@dataclass(frozen=True)
class View:
    """A picture of the page as it is read; `back` takes its pixels to those of the picture that was handed in."""

    image: Image
    back: Matrix

    @classmethod
    def of(cls, image: Image) -> View:
        """The picture as it was handed in."""
        return cls(image, np.eye(3))

    @cached_property
    def paper(self) -> int:
        """The grey of the paper, 0 to 255: that which a tenth of the page is lighter than."""
        small = self.image.reduce(max(1, round(max(self.image.size) / 400)))
        return int(np.percentile(np.asarray(small), 90))

    @property
    def grain(self) -> float:
        """How many pixels of the picture that was handed in one pixel in the middle of this one is."""
        x, y = self.image.width / 2, self.image.height / 2
        here, there = self.placed((x, y, x, y)), self.placed((x + 1, y, x + 1, y))
        return float(np.hypot(there[0] - here[0], there[1] - here[1]))

    def shows(self, image: Image) -> View:
        """The same page in another tone."""
        return View(image, self.back)

    def same_of(self, image: Image) -> Image:
        """What this view shows of another picture of the page, of the size of the one that was handed in."""
        from PIL.Image import Resampling, Transform  # noqa: PLC0415

        numbers = tuple(float(number) for number in (self.back / self.back[2, 2]).ravel()[:8])
        return image.transform(self.image.size, Transform.PERSPECTIVE, numbers, Resampling.BILINEAR, fillcolor=255)

    def quartered(self, quarters: int) -> View:
        """The page turned by so many quarters against the clock."""
        from PIL.Image import Transpose  # noqa: PLC0415 - only pictures need it

        width, height = self.image.size
        turns: dict[int, tuple[Transpose, list[list[float]]]] = {
            1: (Transpose.ROTATE_90, [[0, -1, width], [1, 0, 0], [0, 0, 1]]),
            2: (Transpose.ROTATE_180, [[-1, 0, width], [0, -1, height], [0, 0, 1]]),
            3: (Transpose.ROTATE_270, [[0, 1, 0], [-1, 0, height], [0, 0, 1]]),
        }
        if quarters % 4 == 0:
            return self
        how, back = turns[quarters % 4]
        return View(self.image.transpose(how), self.back @ np.array(back, dtype=float))

    def turned(self, angle: float) -> View:
        """The page turned by `angle` degrees against the clock, on a canvas that holds all of it."""
        from PIL.Image import Resampling  # noqa: PLC0415

        image = self.image.rotate(angle, resample=Resampling.BILINEAR, expand=True, fillcolor=self.paper)
        turn = np.radians(angle)
        around = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
        back = _shift(*self.image.size) @ around @ np.linalg.inv(_shift(*image.size))
        return View(image, self.back @ back)

    def scaled(self, factor: float) -> View:
        """The page `factor` times as large."""
        from PIL.Image import Resampling  # noqa: PLC0415

        width, height = self.image.size
        size = max(1, round(width * factor)), max(1, round(height * factor))
        image = self.image.resize(size, Resampling.BICUBIC if factor > 1 else Resampling.HAMMING, reducing_gap=2.0)
        return View(image, self.back @ np.diag([width / size[0], height / size[1], 1.0]))

    def flattened(self, corners: Sequence[Corner], size: tuple[int, int]) -> View:
        """The part between the four `corners`, from the top left on with the clock, as a picture of `size`."""
        from PIL.Image import Resampling, Transform  # noqa: PLC0415

        back = _between(corners, size)
        numbers = tuple(float(number) for number in (back / back[2, 2]).ravel()[:8])
        image = self.image.transform(size, Transform.PERSPECTIVE, numbers, Resampling.BICUBIC, fillcolor=self.paper)
        return View(image, self.back @ back)

    def placed(self, box: Box) -> Box:
        """The box of this picture where it stands on the picture that was handed in, in pixels of that."""
        spots = np.array([[box[0], box[2], box[2], box[0]], [box[1], box[1], box[3], box[3]], [1.0] * 4])
        x, y, depth = self.back @ spots
        x, y = x / depth, y / depth
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _shift(width: int, height: int) -> Matrix:
    """From the middle of a picture to its top left corner."""
    return np.array([[1, 0, width / 2], [0, 1, height / 2], [0, 0, 1]], dtype=float)


def _between(corners: Sequence[Corner], size: tuple[int, int]) -> Matrix:
    """The matrix that takes the corners of a picture of `size` to these four corners."""
    width, height = size
    rows, wanted = [], []
    for (x, y), (to_x, to_y) in zip(((0, 0), (width, 0), (width, height), (0, height)), corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -to_x * x, -to_x * y], [0, 0, 0, x, y, 1, -to_y * x, -to_y * y]]
        wanted += [to_x, to_y]
    found = np.linalg.solve(np.array(rows, dtype=float), np.array(wanted, dtype=float))
    return np.append(found, 1.0).reshape(3, 3)
