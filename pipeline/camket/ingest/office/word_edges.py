"""What stands beside the body of a Word file: headers, footers, footnotes and endnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from camket.folding import fold
from camket.ingest.blocks import find_blocks, published_on
from camket.ingest.layout import layout
from camket.ingest.office.word_package import Parts, R, W
from camket.ingest.office.word_xml import EDGE, HEAD, NOTE, lead_in, make_plain, set_numbers, set_style, text_of

_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def whole_document(parts: Parts, inserts: Mapping[str, Sequence[str]]) -> Any:
    """The document with all its text in the body: the first page's header, the body, the notes, all other headers and footers.

    `inserts` are the lines of pictures and of other files that stand in the body, by their ids.
    """
    root = parts.document
    body = root.find(f"{W}body")
    if body is None:
        return root
    make_plain(root, inserts)
    set_numbers(body, parts)
    known = {fold(text_of(one)) for one in body.iter(f"{W}p")}
    top, others, own_first = _edges(body, parts)
    above = list(_header_blocks(top, known, letterhead=own_first)) if top is not None else []
    for notes, tag in ((parts.footnotes, "footnote"), (parts.endnotes, "endnote")):
        body.extend(_note_blocks(notes, tag))
    for edge in others:
        body.extend(_edge_blocks(edge, known))
    for at, block in enumerate(above):
        body.insert(at, block)
    return root


def _edges(body: Any, parts: Parts) -> tuple[Any, list[Any], bool]:
    """The header of the first page, the other headers and footers, and whether that first page has a header of its own."""
    shown: dict[str, tuple[bool, str]] = {}
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        own_first = section.find(f"{W}titlePg") is not None
        for one in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            kind = str(one.get(f"{W}type", "default"))
            is_top = number == 0 and one.tag == f"{W}headerReference" and kind == ("first" if own_first else "default")
            if kind != "first" or own_first:
                shown.setdefault(str(one.get(f"{R}id")), (is_top, kind))
    top = next((one for one, (is_top, _) in shown.items() if is_top), None)
    others = [parts.edges[one] for one in shown if one != top and one in parts.edges]
    return parts.edges.get(top or ""), others, bool(top and shown[top][1] == "first")


def _header_blocks(header: Any, known: set[str], *, letterhead: bool) -> Iterator[Any]:
    """The first page's header: as the body's text where it is a letterhead, else only lines with a day or a number.

    A header of all pages is a running head; what the body says again, and the rest of a running head, is furniture.
    """
    make_plain(header)
    for paragraph in header.iter(f"{W}p"):
        line = text_of(paragraph)
        new = fold(line) not in known
        set_style(paragraph, HEAD if new and (letterhead or _tells(line)) else EDGE)
        known.add(fold(line))
    yield from list(header)


def _tells(line: str) -> bool:
    """Whether the line holds the day or the number of a document."""
    return bool(line) and (
        published_on(line, find_blocks(line, headline=False)) is not None or layout().form.match(fold(line)) is not None
    )


def _edge_blocks(edge: Any, known: set[str]) -> Iterator[Any]:
    """A header or footer as furniture; nothing of one whose lines are all known."""
    make_plain(edge)
    lines = {fold(text_of(one)) for one in edge.iter(f"{W}p")}
    if lines - known:
        known |= lines
        for paragraph in edge.iter(f"{W}p"):
            set_style(paragraph, EDGE)
        yield from list(edge)


def _note_blocks(root: Any, tag: str) -> Iterator[Any]:
    """The foot- or endnotes, each led in by its number in brackets."""
    notes = [one for one in root.iter(f"{W}{tag}") if one.get(f"{W}type") not in _NO_NOTES] if root is not None else []
    for number, note in enumerate(notes, 1):
        make_plain(note)
        for paragraph in note.iter(f"{W}p"):
            set_style(paragraph, NOTE)
        first = next((one for one in note.iter(f"{W}p") if text_of(one)), None)
        if first is not None:
            lead_in(first, f"[{number}] ")
        yield from list(note)
