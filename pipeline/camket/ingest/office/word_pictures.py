"""The pictures of a Word file as pages, for files into which somebody pasted scans and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from camket.errors import EmptyDocumentError
from camket.ingest.options import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST_SIDE = 500
"""Pixels: below that a picture is a logo or an ornament, and at A4 no letter on it could be read."""


def as_pages(pictures: list[bytes], name: str, limits: Limits) -> bytes:
    """One TIFF file, a page for each picture that could be one; EmptyDocumentError where none could."""
    pages = [page for data in pictures for page in _page(data, name, limits)]
    if not pages:
        raise EmptyDocumentError(f"{name}: there is no text in this file, and no picture that could be a page")
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    return buffer.getvalue()


def _page(data: bytes, name: str, limits: Limits) -> Iterator[Image]:
    """The picture, where it can be opened and is large enough; drawings (EMF, WMF) cannot be opened here."""
    from PIL import Image  # noqa: PLC0415 - only files of pictures need it

    try:
        with Image.open(io.BytesIO(data)) as image:
            limits.check("page_pixels", image.width * image.height, name)
            if min(image.size) >= _LEAST_SIDE:
                yield image.convert("L" if image.mode in {"1", "L"} else "RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return
