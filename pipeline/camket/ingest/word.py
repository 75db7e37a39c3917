"""Word documents (.docx): mammoth keeps tracked insertions, tables and text boxes, and drops deletions."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from camket.document import BlockKind, Document
from camket.errors import BrokenDocumentError, EncryptedDocumentError
from camket.ingest.blocks import find_blocks
from camket.ingest.build import Meta, content_id, from_pieces
from camket.ingest.options import ReadOptions
from camket.ingest.word_fonts import in_unicode

_OLE = b"\xd0\xcf\x11\xe0"
_BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th"}


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """The document of a .docx file, a block for each paragraph, list item and table cell."""
    import mammoth  # noqa: PLC0415 - only Word documents need it
    from lxml import html  # noqa: PLC0415

    if data.startswith(_OLE):
        raise EncryptedDocumentError(f"{name}: this Word file is encrypted or in the old .doc format; save it as .docx")
    modern, warnings = in_unicode(data, name, options)
    try:
        page = mammoth.convert_to_html(io.BytesIO(modern), convert_image=mammoth.images.img_element(_no_image)).value
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError) as error:
        raise BrokenDocumentError(
            f"{name}: this is no readable .docx file; open it in Word and save it again"
        ) from error
    tree = html.fromstring(f"<div>{page}</div>")
    return from_pieces(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       content_id(data), _pieces(tree), Meta(warnings=warnings))  # fmt: skip


def _no_image(image: Any) -> dict[str, str]:  # noqa: ARG001 - mammoth's signature
    return {"src": ""}


def _pieces(tree: Any) -> Iterator[tuple[BlockKind, str]]:
    headline = True
    for node in tree.iter():
        if node.tag not in _BLOCKS or any(child.tag in _BLOCKS for child in node.iterdescendants()):
            continue
        for line in node.text_content().split("\n"):
            piece = " ".join(line.split())
            if not piece:
                continue
            in_table = any(above.tag in {"td", "th"} for above in node.iterancestors())
            kind = BlockKind.TABLE_CELL if in_table else _kind(node.tag, piece, headline=headline)
            headline = headline and kind not in {BlockKind.HEADLINE, BlockKind.PARAGRAPH}
            yield kind, piece


def _kind(tag: str, piece: str, *, headline: bool) -> BlockKind:
    if tag.startswith("h"):
        return BlockKind.HEADLINE if headline else BlockKind.HEADING
    if tag == "li":
        return BlockKind.LIST_ITEM
    return find_blocks(piece, headline=headline)[0].kind
