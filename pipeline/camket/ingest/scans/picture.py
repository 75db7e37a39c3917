"""Pictures of pages: .png, .jpg, .webp, .bmp, .gif, and .tif, which may hold several pages."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from camket.document import Document
from camket.errors import BrokenDocumentError, NeedsOcrError
from camket.ingest.build import Meta, content_id, from_sheets
from camket.ingest.options import Limits, ReadOptions
from camket.ingest.scans import ocr
from camket.ingest.sheets.words import Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "WEBP": "image/webp", "BMP": "image/bmp",
          "GIF": "image/gif", "MPO": "image/jpeg"}  # fmt: skip
_PAGED = frozenset({"TIFF"})
_PREVIEWED = frozenset({"MPO"})
"""Types in which cameras store the same picture again."""
_DAMAGE = OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, OverflowError, struct.error, zlib.error
"""What Pillow raises for damaged files, depending on where the damage is; UnidentifiedImageError is an OSError."""
_TOLD_FROM, _TOLD_TO = 90, 1300
"""A resolution outside of these is a screen's or a mistake."""
_A4_INCHES = 8.27, 11.69
_WIDEST = 17.0
"""Inches: A3 and Word's own default of 96 dpi for scans do not go together."""
_LOW = 1.6
_LEAST_DPI = 72.0


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a picture of a page or pages."""
    if options.ocr == "never":
        raise NeedsOcrError(f"{name}: this file is a picture and OCR is off; run with --ocr auto")
    with _opened(data, name) as image:
        count, told = _count(image)
        options.limits.check("pages", count, name)
        pages = [_page(image, data, at, name, options.limits) for at in range(count)]
        kind, told = _TYPES.get(image.format or "", "image/*"), (*told, *_unread(image))
    sheets = [sheet for sheet, _ in pages]
    damaged = tuple(f"page {number}: {note}" for number, (_, note) in enumerate(pages, 1) if note)
    if damaged and not any(sheet.lines for sheet in sheets):
        raise _broken(name)
    return from_sheets(name, kind, content_id(data), sheets, Meta(warnings=told + damaged))


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image]:
    """The picture, of any size: Pillow's own limit of 179 million pixels would come before `page_pixels`."""
    from PIL import Image  # noqa: PLC0415 - only pictures need it

    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        try:
            image = Image.open(io.BytesIO(data))
        except _DAMAGE as error:
            raise _broken(name) from error
        with image, warnings.catch_warnings(action="ignore"):
            yield image
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _count(image: Image) -> tuple[int, tuple[str, ...]]:
    """How many pages there are, and that the others are lost where the file does not lead to them."""
    if image.format not in _PAGED:
        return 1, ()
    try:
        return getattr(image, "n_frames", 1), ()
    except _DAMAGE:
        pass
    count = 1
    with suppress(*_DAMAGE):
        while True:
            image.seek(count)
            count += 1
    return count, (f"page {count + 1}: this file is damaged, and does not lead to its further pages; save it again",)


def _page(image: Image, data: bytes, at: int, name: str, limits: Limits) -> tuple[Sheet, str]:
    """The page `at`, counted from 0, and what is told of its damage: what was found of a damaged page is read."""
    try:
        loaded = _loaded(image, at, name, limits)
    except _DAMAGE:
        return _rest(data, at, name, limits)
    with loaded as page:
        return ocr.read_page(page, name, dpi_of(image.info.get("dpi"), page.size)), ""


def _rest(data: bytes, at: int, name: str, limits: Limits) -> tuple[Sheet, str]:
    """What is left of a damaged page."""
    from PIL import ImageFile  # noqa: PLC0415

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with _opened(data, name) as image, _loaded(image, at, name, limits) as page:
            sheet = ocr.read_page(page, name, dpi_of(image.info.get("dpi"), page.size))
    except _DAMAGE:
        sheet = Sheet([], 0.0, 0.0)
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if sheet.lines:
        return sheet, "a part of this picture is damaged or missing, and the rest of it is read; save it again"
    return sheet, "this page is damaged and could not be read; save it again"


def _loaded(image: Image, at: int, name: str, limits: Limits) -> Image:
    """The page `at` of the picture, decoded and turned as its camera noted."""
    from PIL import ImageOps  # noqa: PLC0415

    image.seek(at)
    limits.check("page_pixels", image.width * image.height, name)
    return ImageOps.exif_transpose(image)


def _broken(name: str) -> BrokenDocumentError:
    return BrokenDocumentError(f"{name}: this picture cannot be opened; save it again as PNG")


def _unread(image: Image) -> tuple[str, ...]:
    """What is told of further pictures in a file whose type has no pages."""
    count = getattr(image, "n_frames", 1)
    if image.format in _PAGED or image.format in _PREVIEWED or count == 1:
        return ()
    return (f"only the first of {count} pictures in this file is read; save them as a TIFF or PDF of {count} pages",)


def dpi_of(told: object, size: tuple[int, int]) -> float:
    """The resolution that the file tells, where it can be believed, else that of an A4 page of this size.

    A long picture of pages one under the other is as wide as one of them, and so is a low one of a part of a page.
    """
    short, long = sorted(size)
    if isinstance(told, tuple) and told and _TOLD_FROM <= float(told[0]) <= _TOLD_TO and short <= _WIDEST * told[0]:
        return float(told[0])
    if size[0] > _LOW * size[1]:
        return max(_LEAST_DPI, size[0] / _A4_INCHES[0])
    return max(_LEAST_DPI, min(short / _A4_INCHES[0], long / _A4_INCHES[1]))
