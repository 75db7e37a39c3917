"""Pages as pictures: straightened, stamps removed, read by Tesseract with the model `vie`."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

from camket.document import Box
from camket.errors import NeedsOcrError
from camket.ingest.lines import Line, Sheet, Word, lines_of

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
"""Below 200 dpi Tesseract's error rate rises from 0.001 to 0.02 and more on Vietnamese pages."""
_POINTS = 72
_LANGUAGE = "vie"
_STEEPEST, _COARSE, _FINE = 6.0, 0.5, 0.1
_SMALL = 1000
_LEAST_SKEW = 0.15
_WORST_WORD = 0.2
_WAY_OUT = "install Debian's tesseract-ocr and tesseract-ocr-vie, or run with --ocr never"


def available() -> str | None:
    """Why OCR cannot run here, or None where it can."""
    import pytesseract  # noqa: PLC0415 - only pictures need it

    try:
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, OSError):
        return f"tesseract is not installed; {_WAY_OUT}"
    return None if _LANGUAGE in languages else f"tesseract has no Vietnamese model; {_WAY_OUT}"


def read_page(image: Image, name: str, dpi: float = DPI) -> Sheet:
    """The page in `image`, its boxes in PDF points of the unstraightened page; NeedsOcrError without Tesseract."""
    import pytesseract  # noqa: PLC0415
    from PIL.Image import Resampling  # noqa: PLC0415

    reason = available()
    if reason:
        raise NeedsOcrError(f"{name}: this page is a picture and {reason}")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    grey = _without_stamps(image)
    angle = skew_of(grey)
    level = (
        grey.rotate(angle, resample=Resampling.BICUBIC, expand=False, fillcolor=255)
        if abs(angle) >= _LEAST_SKEW
        else grey
    )
    data = pytesseract.image_to_data(
        level, lang=_LANGUAGE, config=f"--psm 3 --dpi {round(dpi)}", output_type=pytesseract.Output.DICT
    )
    scale = _POINTS / dpi
    straight = _words(data)
    lines = [_turned(line, angle, level.size, scale) for line in lines_of(straight)]
    known = [word.confidence for word in straight if word.confidence is not None]
    confidence = round(sum(known) / len(known), 3) if known else None
    return Sheet(lines, image.width * scale, image.height * scale, ocr=True, confidence=confidence)


def _without_stamps(image: Image) -> Image:
    """The picture in grey as red light shows it, in which a red stamp is nearly white."""
    return image.convert("RGB").getchannel("R") if image.mode not in {"L", "1"} else image.convert("L")


def skew_of(grey: Image) -> float:
    """The angle in degrees by which the page must be turned for its lines to be level.

    Lines are level where the sums of ink over the rows differ most (Postl's projection profile).
    """
    import numpy as np  # noqa: PLC0415

    small = grey.copy()
    small.thumbnail((_SMALL, _SMALL))

    def sharpness(angle: float) -> float:
        turned = np.asarray(small.rotate(angle, fillcolor=255), dtype=float)
        rows = (255.0 - turned).sum(axis=1)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    best = 0.0
    for step, reach in ((_COARSE, _STEEPEST), (_FINE, _COARSE)):
        steps = round(reach / step)
        best = max((best + step * i for i in range(-steps, steps + 1)), key=sharpness)
    return best


def _words(data: dict[str, list[Any]]) -> list[Word]:
    words: list[Word] = []
    for text, left, top, width, height, confidence in zip(
        data["text"], data["left"], data["top"], data["width"], data["height"], data["conf"], strict=True
    ):
        sure = float(confidence) / 100
        if str(text).strip() and sure >= _WORST_WORD:
            words.append(Word(str(text), (left, top, left + width, top + height), round(sure, 3)))
    return words


def _turned(line: Line, angle: float, size: tuple[int, int], scale: float) -> Line:
    """The line with its boxes where the words stand on the page as it was, in PDF points."""
    return [Word(word.text, _back(word.box, angle, size, scale), word.confidence) for word in line]


def _back(box: Box, angle: float, size: tuple[int, int], scale: float) -> Box:
    turn = math.radians(angle) if abs(angle) >= _LEAST_SKEW else 0.0
    middle_x, middle_y = size[0] / 2, size[1] / 2
    x, y = (box[0] + box[2]) / 2 - middle_x, (box[1] + box[3]) / 2 - middle_y
    at_x = x * math.cos(turn) - y * math.sin(turn) + middle_x
    at_y = x * math.sin(turn) + y * math.cos(turn) + middle_y
    half_width, half_height = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    edges = (at_x - half_width, at_y - half_height, at_x + half_width, at_y + half_height)
    return (
        round(edges[0] * scale, 2),
        round(edges[1] * scale, 2),
        round(edges[2] * scale, 2),
        round(edges[3] * scale, 2),
    )
