"""Lists whose lines have lost their marks: what follows a colon, line by line, and ends with semicolons."""

from __future__ import annotations

from dataclasses import replace

from camket.document import Block, BlockKind

_LEADS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.FURNITURE})
"""What a line of such a list was taken for: "Chia sẻ dữ liệu;" reads as a button."""
_BEFORE_NEXT = (";", "; và", ";và")
_LONGEST_LAST = 400


def with_bare_items(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks; paragraphs that end with semicolons behind one that ends with a colon, and the last of them, are items."""
    found: list[Block] = []
    listed = False
    for block in blocks:
        said = block.place.of(text).rstrip()
        if listed and block.kind in _PLAIN:
            goes_on = said.endswith(_BEFORE_NEXT)
            last = block.kind is BlockKind.PARAGRAPH and found[-1].place.of(text).rstrip().endswith(_BEFORE_NEXT)
            if goes_on or (last and len(said) <= _LONGEST_LAST):
                found.append(replace(block, kind=BlockKind.LIST_ITEM))
                listed = goes_on
                continue
        listed = block.kind in _LEADS and said.endswith(":")
        found.append(block)
    return found
