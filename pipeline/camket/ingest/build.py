"""From text or pieces of it to a Document, with places that hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from camket.document import Block, BlockKind, Document, Page, Place
from camket.errors import EmptyDocumentError
from camket.ingest.bare_lists import with_bare_items
from camket.ingest.blocks import author_of, day_in, find_blocks, published_on, source_of, with_dateline
from camket.ingest.quality import text_quality
from camket.ingest.sheets.lines import COLUMNS, Sheet, compose
from camket.ingest.text.encodings import clean

_LOW_QUALITY = 0.7
_UNSURE_PAGE = 0.7


@dataclass(frozen=True, slots=True)
class Meta:
    """What a reader knows of a document beside its text."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published_on: str | None = None
    warnings: tuple[str, ...] = ()
    author: str | None = None


def content_id(data: bytes) -> str:
    """The document's id: the first 16 hex digits of the SHA-256 of its content."""
    return hashlib.sha256(data).hexdigest()[:16]


def from_plain(name: str, media_type: str, identity: str, text: str, meta: Meta) -> Document:
    """The document of clean plain text."""
    blocks = find_blocks(text)
    return finish(name, media_type, identity, text, blocks, (Page(1, Place(0, len(text))),), meta)


def from_pieces(
    name: str, media_type: str, identity: str, pieces: Iterable[tuple[BlockKind, str]], meta: Meta
) -> Document:
    """The document of pieces that a reader has told apart, one block and line each; a tab in one parts columns.

    A piece of table cells with tabs between them is a row: a block for each cell, all on one line.
    """
    parts: list[str] = []
    blocks, at = [], 0
    for kind, raw in pieces:
        columns = [piece for part in clean(raw).split("\t") if (piece := " ".join(part.split()))]
        between = "\n"
        for piece in columns if kind is BlockKind.TABLE_CELL else filter(None, [COLUMNS.join(columns)]):
            if parts:
                parts.append(between)
                at += len(between)
            blocks.append(Block(kind, Place(at, at + len(piece))))
            parts.append(piece)
            at += len(piece)
            between = COLUMNS
    text = "".join(parts)
    return finish(name, media_type, identity, text, blocks, (Page(1, Place(0, len(text))),), meta)


def from_sheets(name: str, media_type: str, identity: str, sheets: Sequence[Sheet], meta: Meta) -> Document:
    """The document of pages with boxes."""
    made = compose(sheets)
    document = finish(name, media_type, identity, made.text, made.blocks, made.pages, meta)
    poor = tuple(f"page {page.number}: OCR is unsure of a tenth of this page or more ({page.confidence:.0%})"
                 for page in made.pages if page.confidence is not None and page.confidence < _UNSURE_PAGE)  # fmt: skip
    poor += tuple(f"page {number}: {doubt}" for number, sheet in enumerate(sheets, 1) for doubt in sheet.doubts)
    ocr = any(page.ocr for page in made.pages)
    return replace(document, word_boxes=made.word_boxes, ocr=ocr, warnings=document.warnings + poor)


def finish(
    name: str, media_type: str, identity: str, text: str, blocks: list[Block], pages: tuple[Page, ...], meta: Meta
) -> Document:
    """The document with what its own text says of title, day and source where the reader knew none."""
    if not text.strip():
        raise EmptyDocumentError(f"{name}: there is no text in this file")
    blocks = with_bare_items(text, with_dateline(text, blocks))
    quality = text_quality(text)
    warnings = meta.warnings
    if quality < _LOW_QUALITY:
        warnings += (f"text quality: only {quality:.0%} of the words are Vietnamese or plain words",)
    headline = next((block.place.of(text) for block in blocks if block.kind is BlockKind.HEADLINE), None)
    return Document(
        identity, name, media_type, text, tuple(blocks), pages,
        title=meta.title or headline,
        source=meta.source or source_of(text, blocks),
        url=meta.url,
        published_on=day_in(meta.published_on or "") or meta.published_on or published_on(text, blocks),
        text_quality=quality,
        warnings=warnings,
        author=meta.author or author_of(text, blocks),
    )  # fmt: skip
