"""A Word file's text made whole before mammoth reads it, which knows no text boxes of today, no numbers and no headers.

Everything that stands beside the body is put into it, each paragraph under a style of ours that tells what it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lxml import etree

from camket.ingest.office.word_numbers import Numbering
from camket.ingest.office.word_package import Parts, R, W

HEADING, ITEM, NOTE, HEAD, EDGE = "camketHeading", "camketItem", "camketNote", "camketHead", "camketEdge"
"""Styles of ours: a heading, a numbered paragraph, a note, a line above the body, a running head or foot."""
CAPTION = "camketCaption"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNWRAPPED = (f"{W}fldSimple", f"{W}hyperlink", f"{W}dir", f"{W}bdo", f"{W}ruby", f"{W}rubyBase")
"""What mammoth drops with all that is in it, and links, whose targets the text does not need."""
_DROPPED = (
    f"{W}drawing", f"{W}pict", f"{W}object", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference",
    f"{W}rt", f"{W}rubyPr",
)  # fmt: skip
_TAKEN_AWAY = (f"{W}del", f"{W}moveFrom")
_PROPERTIES = (f"{W}rPr", f"{W}trPr", f"{W}numPr")
"""Where a deletion marks the end of a paragraph or a row, and holds no text."""
_OURS = (
    (re.compile(r"title|heading [1-6]"), HEADING),
    (re.compile(r"toc [1-9]|table of figures"), EDGE),
    (re.compile(r"caption"), CAPTION),
)
"""Word's own styles, whose names are English in every language; lines of a table of contents say again what stands below."""


def make_plain(root: Any, inserts: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
    """The text of `root` where mammoth finds it: text boxes after their paragraphs, fields and formulas as text.

    `inserts` are the lines of what stands in it as a file of its own, by its id, which come where it stands.
    """
    for node in list(root.iter(*_TAKEN_AWAY)):
        if node.getparent().tag not in _PROPERTIES:
            _replace(node, [])
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        _replace(choice, _better(choice))
    for node in list(root.iter(f"{_MATH}oMathPara", f"{_MATH}oMath")):
        _replace(node, [run("".join(text.text or "" for text in node.iter(f"{_MATH}t")))])
    for node in list(root.iter(*_UNWRAPPED)):
        _replace(node, list(node))
    _insert(root, inserts)
    for box in list(root.iter(f"{W}txbxContent")):
        _lift(box)
    for node in list(root.iter(*_DROPPED)):
        _replace(node, [])


def _better(choice: Any) -> list[Any]:
    """The content of one branch: of several that say the same, the first with text in it, else the one for old programs."""
    branches = [*choice.findall(f"{_MC}Choice"), *choice.findall(f"{_MC}Fallback")]
    told = next((one for one in branches if one.find(f".//{W}t") is not None), branches[-1] if branches else None)
    return list(told) if told is not None else []


def _insert(root: Any, inserts: Mapping[str, Sequence[str]]) -> None:
    """The lines of each insert as paragraphs after the one that it is anchored in, or in its own place; each once."""
    placed: dict[str, Any] = {}
    for told in root.xpath("//@r:embed | //@r:id | //@r:dm", namespaces={"r": R[1:-1]}) if inserts else ():
        if str(told) in inserts:
            placed.setdefault(str(told), told.getparent())
    for one, node in reversed(placed.items()):
        anchor: Any = next(node.iterancestors(f"{W}p"), node)
        for line in reversed(inserts[one]):
            paragraph = etree.Element(f"{W}p")
            paragraph.append(run(line))
            anchor.addnext(paragraph)


def _lift(box: Any) -> None:
    """The paragraphs of a text box put after the paragraph that it is anchored in."""
    anchor: Any = next(box.iterancestors(f"{W}p"), None)
    for block in reversed(list(box)) if anchor is not None else ():
        anchor.addnext(block)


def _replace(node: Any, others: list[Any]) -> None:
    """`node` gone, with `others` in its place."""
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent[at : at + 1] = others


def run(text: str) -> Any:
    """A run of text."""
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def set_numbers(body: Any, parts: Parts) -> None:
    """The numbers that Word writes before paragraphs set into their text; headings and items under our styles."""
    ours = _our_styles(parts.styles)
    numbers = Numbering(parts)
    for paragraph in list(body.iter(f"{W}p")):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is not None and any(marks.find(tag) is not None for tag in _TAKEN_AWAY):
            continue
        label = numbers.next_label(paragraph)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        told = ours.get(str(style.get(f"{W}val"))) if style is not None else None
        set_style(paragraph, told or (ITEM if label else None))
        if label and text_of(paragraph):
            lead_in(paragraph, label)


def lead_in(paragraph: Any, text: str) -> None:
    """`text` set before the words of the paragraph."""
    begin = next((at for at, one in enumerate(paragraph) if one.tag != f"{W}pPr"), len(paragraph))
    paragraph.insert(begin, run(text))


def _our_styles(styles: Any) -> dict[str, str]:
    """The style of ours that each style of the document stands for, by its id."""
    found: dict[str, str] = {}
    for one in styles.iter(f"{W}style") if styles is not None else ():
        name = one.find(f"{W}name")
        said = str(name.get(f"{W}val")).lower() if name is not None else ""
        found |= {str(one.get(f"{W}styleId")): ours for pattern, ours in _OURS if pattern.fullmatch(said)}
    return found


def set_style(paragraph: Any, style: str | None) -> None:
    """The paragraph under that style only, and in no list by itself any more."""
    told = paragraph.find(f"{W}pPr")
    if told is None:
        told = etree.Element(f"{W}pPr")
        paragraph.insert(0, told)
    for one in [*told.findall(f"{W}pStyle"), *told.findall(f"{W}numPr")]:
        told.remove(one)
    if style:
        told.insert(0, etree.Element(f"{W}pStyle", {f"{W}val": style}))


def text_of(node: Any) -> str:
    """The words under `node`, on one line."""
    return " ".join("".join(one.text or "" for one in node.iter(f"{W}t")).split())
