"""HTML pages: main text by trafilatura, without menus, related links, counters and comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from camket.document import BlockKind, Document
from camket.errors import BrokenDocumentError
from camket.folding import fold
from camket.ingest.blocks import day_in, find_blocks
from camket.ingest.build import Meta, content_id, from_pieces
from camket.ingest.encodings import clean, decode
from camket.ingest.layout import layout
from camket.ingest.options import ReadOptions

_KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "cell": BlockKind.TABLE_CELL}
_CAPTIONS = "figcaption", "caption"
_LONGEST_DATE_LINE = 60
_LATEST = "2099-12-31"  # trafilatura 2.0 wants an end; a page's own date is taken as it stands


def read(data: bytes, name: str, options: ReadOptions) -> Document:  # noqa: ARG001 - all readers take the same
    """The document of a saved page: its article, told apart from the page's furniture."""
    import trafilatura  # noqa: PLC0415 - 1 s to import, and only pages need it
    from lxml import etree, html  # noqa: PLC0415

    text, warnings = decode(data, name)
    try:
        tree: Any = html.fromstring(_undeclared(text))
    except (etree.ParserError, ValueError) as error:
        raise BrokenDocumentError(
            f"{name}: no HTML could be read in this file; open it in a browser to check"
        ) from error
    captions = [" ".join(node.text_content().split()) for node in tree.iter(*_CAPTIONS)]
    dates = _date_lines(tree)
    body = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LATEST},
    )  # fmt: skip
    if body is None or body.body is None:
        raise BrokenDocumentError(f"{name}: no article was found in this page; save the page of the article itself")
    title = clean(body.title) if body.title else None
    pieces = list(_pieces(body.body, title, captions))
    published = next((day for line in dates if (day := day_in(line))), None) or body.date
    known = {fold(piece) for _, piece in pieces}
    pieces[1:1] = [(BlockKind.DATE_LINE, line) for line in dates[:1] if fold(line) not in known]
    meta = Meta(title, clean(body.sitename) if body.sitename else None, body.url, published, warnings)
    return from_pieces(name, "text/html", content_id(data), pieces, meta)


def _undeclared(text: str) -> str:
    """`text` without an XML declaration, whose encoding no longer holds."""
    return text.split("?>", 1)[1] if text.lstrip().startswith("<?xml") and "?>" in text else text


def _date_lines(tree: Any) -> list[str]:
    """The short lines outside the article's text that hold a full day."""
    lines: list[str] = []
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag not in {"script", "style", "a", "title"} and node.text:
            line = " ".join(node.text.split())
            if line and len(line) < _LONGEST_DATE_LINE and day_in(line) and not line.endswith("."):
                lines.append(line)
    return lines


def _pieces(body: Any, title: str | None, captions: list[str]) -> Iterator[tuple[BlockKind, str]]:
    """The headline, then the pieces of the article in order, up to its related links."""
    if title:
        yield BlockKind.HEADLINE, title
    folded_captions = {fold(caption) for caption in captions}
    for node in body.iter():
        if node.tag not in {"p", "head", "item", "cell", "quote", "lb"}:
            continue
        if node.tag in {"item", "cell", "quote"} and any(
            child.tag in {"p", "item"} for child in node.iter() if child is not node
        ):
            continue
        for line in "".join(_text(node)).split("\n"):
            piece = " ".join(line.split())
            if not piece or (title and fold(piece) == fold(title)):
                continue
            if layout().related.search(fold(piece)):
                return
            yield _kind(node, piece, folded_captions), piece


def _text(node: Any) -> Iterator[str]:
    """The text of a node, with a line end for each break in it."""
    yield node.text or ""
    for child in node:
        if child.tag == "lb":
            yield "\n"
        elif child.tag not in {"p", "item", "list"}:
            yield from _text(child)
        yield child.tail or ""


def _kind(node: Any, piece: str, captions: set[str]) -> BlockKind:
    if fold(piece) in captions:
        return BlockKind.CAPTION
    if node.tag in _KINDS:
        return _KINDS[node.tag]
    return find_blocks(piece, headline=False)[0].kind if piece else BlockKind.PARAGRAPH
