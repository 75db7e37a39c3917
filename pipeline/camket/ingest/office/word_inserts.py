"""What stands in a Word file as a file of its own: scanned pages, drawings of SmartArt, and files merged into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from camket.document import BlockKind, Document
from camket.errors import DocumentError
from camket.ingest.kinds import kind_of
from camket.ingest.office.word_package import Parts, read_files
from camket.ingest.options import ReadOptions
from camket.ingest.sheets.lines import COLUMNS
from camket.ingest.text.encodings import decode

if TYPE_CHECKING:
    from camket.ingest.sheets.words import Sheet

Read = Callable[[bytes, str, ReadOptions], Document]
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNSURE = 0.7
_WEB = frozenset({".html", ".htm", ".xhtml"})


@dataclass(slots=True)
class Inserts:
    """The lines of each by its id in the file, what is to be told of them, and whether any was read by OCR."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    ocr: bool = False


def inserts_of(data: bytes, parts: Parts, name: str, options: ReadOptions, read: Read) -> Inserts:
    """The text of the drawings of SmartArt and of the files merged into it, by `read` where they are Word files too."""
    found = Inserts({one: list(_of_diagram(tree)) for one, tree in parts.diagrams.items()})
    files = read_files(data, parts.chunks.values(), name, options.limits) if parts.chunks else {}
    for one, path in parts.chunks.items():
        found.lines[one] = list(_of_file(files.get(path, b""), f"{name}/{path}", options, read))
    lost = sum(not found.lines[one] for one in parts.chunks)
    if lost:
        found.warnings.append(f"word: files merged into it by reference are not read: {lost}; save it anew in Word")
    return found


def add_pictures(found: Inserts, data: bytes, parts: Parts, name: str, options: ReadOptions) -> None:
    """`found` has the text of those pictures that are pages too."""
    from camket.ingest.office import word_pictures  # noqa: PLC0415 - only files with pictures need it

    files = read_files(data, parts.pictures.values(), name, options.limits)
    reason = word_pictures.no_ocr(options)
    pages = unread = 0
    for one, path in parts.pictures.items():
        for image in word_pictures.opened(files.pop(path, b""), name, options.limits):
            if not word_pictures.is_page(image):
                continue
            options.limits.check("pages", pages + 1, name)
            sheet = None if reason else word_pictures.read_page(image, name)
            unread += bool(reason)
            if sheet is not None:
                pages += 1
                found.lines[one] = word_pictures.said_on(sheet)
                found.warnings += _doubts(sheet, pages)
    found.ocr = pages > 0
    if pages:
        found.warnings.append(f"word: pictures in it were read as scanned pages: {pages}")
    if unread:
        found.warnings.append(f"page 1: pictures that may be scanned pages are not read: {unread}; {reason}")


def _doubts(sheet: Sheet, number: int) -> Iterator[str]:
    if sheet.confidence is not None and sheet.confidence < _UNSURE:
        yield f"page 1: picture {number}: OCR is unsure of a tenth of it or more ({sheet.confidence:.0%})"
    for doubt in sheet.doubts:
        yield f"page 1: picture {number}: {doubt}"


def _of_diagram(tree: Any) -> Iterator[str]:
    """The paragraphs in the boxes of a drawing of SmartArt."""
    for paragraph in tree.iterfind(f".//{_DIAGRAM}t/{_DRAWING}p"):
        said = " ".join("".join(text.text or "" for text in paragraph.iter(f"{_DRAWING}t")).split())
        if said:
            yield said


def _of_file(data: bytes, name: str, options: ReadOptions, read: Read) -> Iterator[str]:
    """The lines of a file merged into the Word file: another one, a web page or text; none of what cannot be read."""
    limits = options.limits
    if not data.strip() or limits.nesting <= 1:
        return
    try:
        kind = kind_of(data, name)
        if kind == ".docx":
            inner = read(data, name, replace(options, limits=replace(limits, nesting=limits.nesting - 1)))
            told = [block.place.of(inner.text) for block in inner.blocks if block.kind is not BlockKind.FURNITURE]
            yield from (line.replace(COLUMNS, "\t") for line in told)
        elif kind in _WEB:
            yield from _of_page(data, name)
        elif kind == ".txt":
            yield from decode(data, name, markup=False)[0].splitlines()
    except DocumentError:
        return


def _of_page(data: bytes, name: str) -> Iterator[str]:
    """The lines of a web page, all of which is text where a program made it for Word."""
    from camket.ingest.web.page_lines import page_lines  # noqa: PLC0415 - few Word files need it
    from camket.ingest.web.web import parsed  # noqa: PLC0415

    for line in page_lines(parsed(decode(data, name, markup=True)[0], name)[0]):
        yield line.text
