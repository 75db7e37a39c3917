"""The pictures of a Word file: scanned pages that somebody pasted into it, told from logos and photographs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from camket.document import BlockKind
from camket.errors import EmptyDocumentError
from camket.ingest.options import Limits, ReadOptions
from camket.ingest.scans import ocr
from camket.ingest.scans.picture import dpi_of
from camket.ingest.sheets.lines import COLUMNS, Sheet, compose

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST_SIDE, _LEAST_OTHER = 500, 200
"""Pixels: below that a picture is a logo or an ornament, and at A4 no letter on it could be read. A part of a page is
as wide as one, and may be low."""
_SEEN = 300
_PAPER, _NEAR_PAPER = 0.65, 0.6
"""So much of a page is about as light as its paper, also in an uneven light; of people in a hall less is as light as that."""
_FEWEST_WORDS, _READABLE = 8, 0.5
"""What has fewer words, or is read with less confidence, is a map, a chart or the banner of a photograph."""


def as_pages(pictures: Iterable[bytes], name: str, limits: Limits) -> bytes:
    """One TIFF file, a page for each picture that could be one; EmptyDocumentError where none could."""
    pages = [page for data in pictures for page in opened(data, name, limits) if min(page.size) >= _LEAST_SIDE]
    if not pages:
        raise EmptyDocumentError(f"{name}: there is no text in this file, and no picture that could be a page")
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def opened(data: bytes, name: str, limits: Limits) -> Iterator[Image]:
    """The picture, where it can be opened and is no logo; drawings (EMF, WMF) cannot be opened here."""
    from PIL import Image  # noqa: PLC0415 - only files of pictures need it

    with (
        suppress(OSError, SyntaxError, ValueError, Image.DecompressionBombError),
        Image.open(io.BytesIO(data)) as image,
    ):
        limits.check("page_pixels", image.width * image.height, name)
        if max(image.size) >= _LEAST_SIDE and min(image.size) >= _LEAST_OTHER:
            made = image.convert("L" if image.mode in {"1", "L"} else "RGB")
            made.info = {"dpi": image.info["dpi"]} if "dpi" in image.info else {}
            yield made


def no_ocr(options: ReadOptions) -> str | None:
    """Why no picture can be read, or None."""
    return "OCR is off; run with --ocr auto" if options.ocr == "never" else ocr.available()


def is_page(image: Image) -> bool:
    """Whether most of the picture is paper."""
    tones = np.asarray(image.convert("L").reduce(max(1, min(image.size) // _SEEN)))
    return float((tones > _NEAR_PAPER * np.percentile(tones, 90)).mean()) >= _PAPER


def read_page(image: Image, name: str) -> Sheet | None:
    """The picture as OCR reads it; None where hardly a word is on it."""
    sheet = ocr.read_page(image, name, dpi_of(image.info.get("dpi"), image.size))
    readable = sum(map(len, sheet.lines)) >= _FEWEST_WORDS and (sheet.confidence or 0.0) >= _READABLE
    return sheet if readable else None


def said_on(sheet: Sheet) -> list[str]:
    """The paragraphs of the page, a tab between columns, without its number."""
    made = compose([sheet])
    return [
        block.place.of(made.text).replace(COLUMNS, "\t")
        for block in made.blocks
        if block.kind is not BlockKind.FURNITURE
    ]
