"""Pictures of pages: .png, .jpg and .tif, which may hold several pages."""

from __future__ import annotations

import io

from camket.document import Document
from camket.errors import BrokenDocumentError, NeedsOcrError
from camket.ingest import ocr
from camket.ingest.build import Meta, content_id, from_sheets
from camket.ingest.options import ReadOptions

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
_LEAST_DPI = 150
_A4_INCHES = 11.7


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a picture of a page or pages."""
    from PIL import Image, ImageSequence, UnidentifiedImageError  # noqa: PLC0415 - only pictures need it

    if options.ocr == "never":
        raise NeedsOcrError(f"{name}: this file is a picture and OCR is off; run with --ocr auto")
    try:
        with Image.open(io.BytesIO(data)) as image:
            options.limits.check("page_pixels", image.width * image.height, name)
            sheets = []
            for frame in ImageSequence.Iterator(image):
                page = frame.copy()
                sheets.append(ocr.read_page(page, name, _dpi(page.info.get("dpi"), page.height)))
            kind = _TYPES.get(image.format or "", "image/*")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenDocumentError(f"{name}: this picture cannot be opened; save it again as PNG") from error
    return from_sheets(name, kind, content_id(data), sheets, Meta())


def _dpi(told: tuple[float, float] | None, height: int) -> float:
    """The resolution that the file tells, else that of an A4 page of this height."""
    if told and float(told[0]) >= _LEAST_DPI:
        return float(told[0])
    return max(float(_LEAST_DPI), height / _A4_INCHES)
