"""Word documents (.docx): mammoth reads them, whole after what it would leave out was put into the body."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from camket.document import BlockKind, Document
from camket.errors import BrokenDocumentError, EncryptedDocumentError, UnsupportedError
from camket.ingest.blocks import find_blocks
from camket.ingest.build import Meta, content_id, from_pieces
from camket.ingest.office.word_fonts import in_unicode
from camket.ingest.office.word_inserts import Inserts, add_pictures, inserts_of
from camket.ingest.office.word_package import Parts, read_files, read_parts
from camket.ingest.options import ReadOptions

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OLE = b"\xd0\xcf\x11\xe0"
_STYLES = """
p.camketHeading => h1:fresh
p.camketItem => p.item:fresh
p.camketNote => p.note:fresh
p.camketHead => p.head:fresh
p.camketEdge => p.edge:fresh
p.camketCaption => p.caption:fresh
p => p:fresh
br => br
br[type='page'] => br
br[type='column'] => br
"""
_SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken at the end of a line; no part of the word."""
_KINDS = {"note": BlockKind.PARAGRAPH, "caption": BlockKind.CAPTION}
_AFTER_MARK = re.compile(r"^([-+*•–—]|[^\t]{1,9}[.)/])\s*\t\s*")
_COLUMNS = re.compile(r"[^\S\n]*\t\s*")


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a .docx file, a block for each paragraph, list item, table cell and note."""
    if data.startswith(_OLE):
        raise EncryptedDocumentError(
            f"{name}: this Word file is encrypted or damaged; open it in Word, and save it as .docx"
        )
    parts = read_parts(data, name, options.limits)
    modern, warnings = in_unicode(data, name, options)
    if warnings:
        parts = read_parts(modern, name, options.limits)
    inserts = inserts_of(data, parts, name, options, read)
    pieces = list(_pieces(_page(parts, inserts, name)))
    bare = all(kind is BlockKind.FURNITURE for kind, _ in pieces)
    if bare and parts.chunks:
        raise UnsupportedError(f"{name}: its text is merged from other files; open it in Word and save it anew")
    if bare and parts.pictures:
        return _of_pictures(data, parts, name, options)
    if parts.pictures:
        add_pictures(inserts, data, parts, name, options)
        if inserts.ocr:
            pieces = list(_pieces(_page(read_parts(modern, name, options.limits), inserts, name)))
    meta = Meta(warnings=(*warnings, *inserts.warnings))
    return replace(from_pieces(name, MEDIA_TYPE, content_id(data), pieces, meta), ocr=inserts.ocr)


def _of_pictures(data: bytes, parts: Parts, name: str, options: ReadOptions) -> Document:
    """The document of a Word file that holds scanned pages and no word of text."""
    from camket.ingest.office.word_pictures import as_pages  # noqa: PLC0415
    from camket.ingest.scans import picture  # noqa: PLC0415 - only files without text need the reader of pictures

    pictures = read_files(data, parts.pictures.values(), name, options.limits).values()
    pages = as_pages(pictures, name, options.limits)
    document = picture.read(pages, name, options)
    told = f"word: this file has no text; its pictures were read as pages: {len(document.pages)}"
    return replace(document, id=content_id(data), media_type=MEDIA_TYPE, warnings=(told, *document.warnings))


def _page(parts: Parts, inserts: Inserts, name: str) -> Any:
    """The document as mammoth gives it, in HTML."""
    import mammoth  # noqa: PLC0415
    from lxml import etree, html  # noqa: PLC0415

    from camket.ingest.office.word_edges import whole_document  # noqa: PLC0415

    try:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            package.writestr(
                "word/document.xml", etree.tostring(whole_document(parts, inserts.lines), encoding="utf-8")
            )
        page = mammoth.convert_to_html(file, style_map=_STYLES, include_default_style_map=False).value
    except (ValueError, LookupError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise BrokenDocumentError(
            f"{name}: this is no readable .docx file; open it in Word and save it again"
        ) from error
    return html.fromstring(f"<div>{page}</div>")


def _pieces(tree: Any) -> Iterator[tuple[BlockKind, str]]:
    headline = True
    told: set[Any] = set()
    for node in tree.iter("tr", "h1", "p"):
        if node.tag == "tr":
            row = _row(node)
            if row:
                told.update(node.iter("h1", "p"))
                yield BlockKind.TABLE_CELL, "\t".join(row)
            continue
        if node in told:
            continue
        style = node.get("class") or node.tag
        cell = next(node.iterancestors("td", "th"), None) is not None
        body = style in {"h1", "p"} and not cell
        for found, piece in _lines(node, headline=headline and body):
            kind = _kind(style, found, headline=headline, cell=cell)
            headline = headline and not (body and kind in {BlockKind.HEADLINE, BlockKind.PARAGRAPH})
            yield kind, piece


def _row(node: Any) -> list[str]:
    """The cells of a row with a line in each at most; none where a cell holds more, or what is no cell's text."""
    said: list[str] = []
    for cell in node.iterchildren("td", "th"):
        paragraphs = list(cell.iter("h1", "p"))
        lines = [piece for one in paragraphs for _, piece in _lines(one, headline=False)]
        if len(lines) > 1 or any(one.get("class") in {"edge", "head"} for one in paragraphs):
            return []
        said += [line.replace("\t", " ") for line in lines]
    return said


def _lines(node: Any, *, headline: bool) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of a paragraph: one, but for the lines that it was broken into by hand."""
    text = "".join(_said(node)).replace(_SOFT_HYPHEN, "")
    for block in find_blocks(text, headline=headline):
        yield block.kind, _COLUMNS.sub(_gap, _AFTER_MARK.sub(r"\1 ", block.place.of(text)))


def _said(node: Any) -> Iterator[str]:
    for one in node.iter():
        yield "\n" if one.tag == "br" else one.text or ""
        if one is not node:
            yield one.tail or ""


def _gap(tabs: re.Match[str]) -> str:
    """A blank between a label and what stands after it; between others a tab, which parts columns."""
    return " " if tabs.string[: tabs.start()].endswith(":") else "\t"


def _kind(style: str, found: BlockKind, *, headline: bool, cell: bool) -> BlockKind:
    """The kind of a block in a paragraph of that style, which its words alone make the kind `found`."""
    if style == "edge":
        return BlockKind.FURNITURE
    if cell:
        return BlockKind.TABLE_CELL
    if style == "h1" and found is not BlockKind.FURNITURE:
        return BlockKind.HEADLINE if headline else BlockKind.HEADING
    if style in _KINDS:
        return _KINDS[style]
    return BlockKind.LIST_ITEM if style == "item" and found is BlockKind.PARAGRAPH else found
