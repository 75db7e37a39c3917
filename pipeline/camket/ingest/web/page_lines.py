"""The lines of a web page as a reader sees them: what stands in one block, with how it is set and what it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from camket.ingest.layout import layout
from camket.ingest.web.page_tables import TableKind, kind_of_table

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "select", "datalist", "button",
    "textarea", "input", "canvas", "audio", "video", "map", "head", "title", "link", "meta", "applet", "rp", "rt",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "st1:place", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog"})
_ASIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
_BOLD, _SLANTED = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ALIGNED = re.compile(r"text-align\s*:\s*(\w+)")
_NAME_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
_COLUMNS = re.compile(r"\xa0(?:[ \n]*\xa0){4,}")
"""What stands between two columns that were set with blanks: "Số: 5/QC-UBND      Hà Nội, ngày 3 tháng 4 năm 2012"."""
_AFTER_STAMP = " - "
"""Papers have their style sheet put this after the place that a lead begins with."""
_MOST_IN_NAME, _LONGEST_NAMES = 12, 1_000
_SMALL_PICTURE = 60
"""Icons are narrower than this; the pictures of articles are wider."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, its columns apart by tabs; `asides` are the elements around it that are named as furniture, the outermost first.

    `writer` is what of it stands in an element that is named an author; `cell` the cell of a table of data it is in.
    """

    text: str
    node: Any
    linked: int = 0
    bold: bool = False
    slanted: bool = False
    align: str = ""
    caption: bool = False
    item: bool = False
    after_picture: bool = False
    cell: Any = None
    asides: tuple[Any, ...] = ()
    writer: str = ""

    @property
    def level(self) -> int:
        """1 to 6 for a heading, else 0."""
        tag = self.node.tag
        return int(tag[1]) if len(tag) == len("h1") and tag[0] == "h" and tag[1] in "123456" else 0

    @property
    def mostly_link(self) -> bool:
        """Whether four fifths of the line are links."""
        return self.linked >= 0.8 * len("".join(self.text.split()))


@dataclass(slots=True)
class _Open:
    """What is open at a point of the walk."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0
    slanted_letters: int = 0
    linked: int = 0
    bold: int = 0
    slanted: int = 0
    link: int = 0
    caption: int = 0
    writer: int = 0
    stamp: int = 0
    written: list[str] = field(default_factory=list)
    picture: bool = False
    blocks: list[Any] = field(default_factory=list)
    asides: list[Any] = field(default_factory=list)
    cells: list[Any] = field(default_factory=list)
    items: list[Any] = field(default_factory=list)


def page_lines(tree: Any) -> list[Line]:
    """The lines of the page, in order; a break ends a line, and what a browser does not show is left out."""
    from lxml import etree  # noqa: PLC0415 - only pages need it

    lines: list[Line] = []
    now = _Open()
    marks: dict[Any, tuple[str, ...]] = {}
    tables: dict[Any, TableKind] = {}
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        tag = node.tag
        if event in {"comment", "pi"} or tag in _UNSEEN:
            if event == "start":
                walk.skip_subtree()
            if event != "start":
                _add(now, node.tail)
            continue
        if event == "start":
            if tag not in _INLINE:
                lines += _flushed(now)
            marks[node] = tuple(_opened(now, node, tables))
            _add(now, node.text)
        else:
            if tag not in _INLINE:
                lines += _flushed(now)
            _closed(now, marks.pop(node))
            _add(now, node.tail)
    return _with_true_asides(lines + list(_flushed(now)))


def _with_true_asides(lines: list[Line]) -> list[Line]:
    """The lines; what is only named an aside but holds the page's h1, or is a form around most of it, is none.

    ASP.NET puts a form around the whole page; papers call the column of the article "sidebar-1", or give it its tags
    as classes.
    """
    letters = sum(len(line.text) for line in lines)
    held: Counter[Any] = Counter()
    for line in lines:
        held.update({node: len(line.text) for node in line.asides if node.tag == "form"})
    whole = {node for node, count in held.items() if count * 2 > letters}
    whole |= {node for line in lines if line.level == 1 and not line.mostly_link
              for node in line.asides if node.tag not in _ASIDE_TAGS}  # fmt: skip
    if not whole:
        return lines
    return [replace(line, asides=tuple(node for node in line.asides if node not in whole)) for line in lines]


def _opened(now: _Open, node: Any, tables: dict[Any, TableKind]) -> Iterator[str]:
    """What `node` opens, by the name of its field; `now` is as it is inside the node."""
    tag, style = node.tag, (node.get("style") or "").lower()
    named = class_words(node)
    if tag == "img":
        now.picture = now.picture or not _is_small(node)
    if tag not in _INLINE:
        now.blocks.append(node)
        yield "blocks"
    if tag == "table":
        tables[node] = kind_of_table(node)
    if tag in {"td", "th"} and tables.get(next(node.iterancestors("table"), None)) is TableKind.DATA:
        now.cells.append(node)
        yield "cells"
    if tag in {"li", "dd", "dt"}:
        now.items.append(node)
        yield "items"
    if _is_aside(node, style, named):
        now.asides.append(node)
        yield "asides"
    photo = tag == "table" and tables[node] is TableKind.PHOTO
    for name, opens in (
        ("bold", tag in _BOLD or "font-weight:bold" in style.replace(" ", "")),
        ("slanted", tag in _SLANTED or "italic" in style),
        ("link", tag == "a" and node.get("href") is not None),
        ("caption", tag in {"figcaption", "caption"} or photo or bool(layout().caption_class.search(named))),
        ("writer", _is_writer(node, named)),
        ("stamp", bool(layout().stamp_class.search(named))),
    ):
        if opens:
            setattr(now, name, getattr(now, name) + 1)
            yield name


def _closed(now: _Open, opened: tuple[str, ...]) -> None:
    for name in opened:
        held = getattr(now, name)
        if isinstance(held, list):
            held.pop()
        else:
            setattr(now, name, held - 1)
    if "stamp" in opened:
        now.parts.append(_AFTER_STAMP)


def _add(now: _Open, text: str | None) -> None:
    """`text` goes on with the open line."""
    if not text:
        return
    now.parts.append(text)
    count = len("".join(text.split()))
    now.letters += count
    now.bold_letters += count if now.bold else 0
    now.slanted_letters += count if now.slanted else 0
    now.linked += count if now.link else 0
    if now.writer:
        now.written.append(text)


def _flushed(now: _Open) -> Iterator[Line]:
    """The line that ends here, if it holds any text."""
    text = "\t".join(filter(None, (" ".join(column.split()) for column in _COLUMNS.split("".join(now.parts)))))
    if text:
        node = now.blocks[-1]
        yield Line(
            text, node, now.linked, now.letters == now.bold_letters, now.letters == now.slanted_letters, _align(node),
            now.caption > 0, bool(now.items), now.picture, now.cells[-1] if now.cells else None, tuple(now.asides),
            " ".join("".join(now.written).split()),
        )  # fmt: skip
        now.picture = False
    now.parts.clear()
    now.written.clear()
    now.letters = now.bold_letters = now.slanted_letters = now.linked = 0


def _align(node: Any) -> str:
    """How the block's own text is set: "center", "right", "" where it does not say."""
    told = _ALIGNED.search((node.get("style") or "").lower())
    named = next((side for side in ("center", "right") if f"-{side}-" in class_words(node)), "")
    return told[1] if told else (node.get("align") or named or ("center" if node.tag == "center" else "")).lower()


def _is_small(node: Any) -> bool:
    sizes = [size for key in ("width", "height") if (size := (node.get(key) or "").removesuffix("px")).isdecimal()]
    return any(int(size) < _SMALL_PICTURE for size in sizes)


def class_words(node: Any) -> str:
    """The words in the class, id and type of `node`, between dashes: "-article-body-"."""
    if not node.attrib:
        return ""
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('type') or ''}"[:_LONGEST_NAMES]
    return f"-{_NAME_BORDER.sub('-', names).strip('-').lower()}-"


def _is_aside(node: Any, style: str, named: str) -> bool:
    """Whether `node` is set aside from a page's article by its tag, role or class, or is hidden."""
    if node.tag in _ASIDE_TAGS or node.get("role") in _ASIDE_ROLES or node.get("hidden") is not None:
        return True
    return bool((style and _HIDDEN.search(style)) or layout().furniture_class.search(named))


def _is_writer(node: Any, named: str) -> bool:
    """Whether `node` is called an author, and is no box that holds more than a name."""
    called = "author" in {node.get("itemprop"), node.get("rel"), node.get("data-role")}
    if not called and not layout().author_class.search(named):
        return False
    return next(islice(node.iterdescendants(), _MOST_IN_NAME, None), None) is None
