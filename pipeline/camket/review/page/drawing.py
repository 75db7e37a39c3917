"""The pages of PDF files and pictures drawn as PNG, in a process that holds nothing else and may end at any time."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from camket.errors import BrokenDocumentError, CamketError, DocumentError, UnsupportedError
from camket.ingest import Limits, ReadOptions, content_id, quiet
from camket.ingest.archives.chain import bytes_of
from camket.ingest.kinds import kind_of
from camket.run.processes import stand_apart

if TYPE_CHECKING:
    from PIL.Image import Image

Size = tuple[float, float]
"""Width and height in points."""
_POINTS = 72
_DPI = 110
"""Print of 8 points is read well on a screen, and an A4 page is a picture of 1.2 million pixels."""
_MOST_PIXELS = 4_000_000
_MEMORY = 3 << 30
_PAGED = "TIFF"
_FAST = 1
"""zlib packs a scan as small in a third of the time, for it has no runs."""


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a document, with the way to the document inside it; `identity` is the id of its content."""

    path: Path
    name: str
    identity: str
    inner: tuple[str, ...] = ()


def draw(pipe: Connection) -> None:
    """Answers what is asked, function and arguments, by what it gives or by a DocumentError, until nobody asks."""
    stand_apart()
    quiet()
    _limited()
    while True:
        try:
            work, given = pipe.recv()
        except EOFError:
            return
        try:
            answer = work(*given)
        except CamketError as error:
            answer = DocumentError(str(error))
        except (OSError, ValueError, SyntaxError, MemoryError, ArithmeticError, RuntimeError, LookupError) as error:
            answer = BrokenDocumentError(f"{type(error).__name__}: {error}")
        pipe.send(answer)


def sizes(original: Original) -> list[Size]:
    """The sizes of all pages in points."""
    data, kind = _opened(original)
    if kind == ".pdf":
        with _book(data) as book:
            return [tuple(book.get_page_size(at)) for at in range(len(book))]
    with _picture(data) as image:
        return [_size(_frame(image, at)) for at in range(_frames(image))]


def page(original: Original, number: int) -> bytes:
    """The page, from 1 on, as PNG."""
    data, kind = _opened(original)
    if kind == ".pdf":
        from camket.ingest.pdf.pdf_frame import opened  # noqa: PLC0415 - needs pdfium

        with _book(data) as book, opened(book, number - 1) as sheet:
            return _png(sheet.render(scale=_scale(sheet.get_size())).to_pil())
    with _picture(data) as image:
        shown = _frame(image, number - 1)
        width, height = _size(shown)
        scale = min(_scale((width, height)), shown.width / width)
        return _png(shown.convert("RGB").resize((max(1, round(width * scale)), max(1, round(height * scale)))))


def _opened(original: Original) -> tuple[bytes, str]:
    """The document's bytes and kind; DocumentError where they are no longer those that were read."""
    data = bytes_of(original.path, original.name, ReadOptions(), original.inner)
    if content_id(data) != original.identity:
        raise DocumentError(f"{original.name}: the file is another now")
    return data, kind_of(data, original.name)


@contextmanager
def _book(data: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - the server itself opens no document

    book = pypdfium2.PdfDocument(data)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def _picture(data: bytes) -> Iterator[Image]:
    from PIL import Image  # noqa: PLC0415

    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(data)) as image:
        if image.width * image.height > Limits().page_pixels:
            raise UnsupportedError("this picture is too large to be shown")
        yield image


def _frames(image: Image) -> int:
    return getattr(image, "n_frames", 1) if image.format == _PAGED else 1


def _frame(image: Image, at: int) -> Image:
    """A page of the picture the right way up; it still knows its resolution."""
    from PIL import ImageOps  # noqa: PLC0415

    image.seek(at)
    upright = ImageOps.exif_transpose(image)
    upright.info.setdefault("dpi", image.info.get("dpi"))
    return upright


def _size(image: Image) -> Size:
    from camket.ingest.scans.picture import dpi_of  # noqa: PLC0415

    scale = _POINTS / dpi_of(image.info.get("dpi"), image.size)
    return image.width * scale, image.height * scale


def _scale(size: Size) -> float:
    """Pixels a point: as on a good screen, fewer for very large pages."""
    return min(_DPI / _POINTS, math.sqrt(_MOST_PIXELS / max(1.0, size[0] * size[1])))


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", compress_level=_FAST)
    return out.getvalue()


def _limited() -> None:
    """The process may hold no more than so much, where the system knows such limits."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
