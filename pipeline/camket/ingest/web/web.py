"""HTML pages: the article, told apart from the furniture of its page.

trafilatura tells where the article is; what stands there is then read from the page itself, so that captions, rows of
tables, list items and short paragraphs, which an extraction drops, are kept in the order of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from camket.document import BlockKind, Document
from camket.errors import BrokenDocumentError, EmptyDocumentError, TextSuspectError, UnsupportedError
from camket.folding import fold
from camket.ingest.build import Meta, content_id, from_pieces
from camket.ingest.layout import layout
from camket.ingest.options import ReadOptions
from camket.ingest.text.encodings import clean, decode
from camket.ingest.web.page_article import Article, find_article
from camket.ingest.web.page_authors import visible_author
from camket.ingest.web.page_dateline import dated, visible_date
from camket.ingest.web.page_dates import Dated, choose, day_of_stamp
from camket.ingest.web.page_lines import Line, page_lines
from camket.ingest.web.page_meta import PageMeta, page_meta, site_in_title
from camket.ingest.web.page_pieces import pieces_of

_DEEPEST = 250
"""Pages nest less than 60 deep; from 256 on the parser of libxml2 drops what is inside."""
_MOST_FOR_EXTRACTION = 40_000
"""Elements; an extraction of as many takes 5 s, and the longest article that was seen has 3,000."""
_LEAST_TEXT, _SCRIPTED = 200, 40
_LATEST = "2099-12-31"  # htmldate else refuses days after today
_ROOT = re.compile(r"(?:app|root|__next|__nuxt|react-root|main-app)$")
_LAYOUT_TAG = re.compile(
    r"</?(?:div|section|article|main|center|table|tbody|thead|tr|td|th|ul|ol|dl|blockquote|form|fieldset)\b[^<>]*>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"</?(?!script\b|style\b|title\b|meta\b|link\b)[a-z][^<>]*>", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|frameset|div|table|p|br|h[1-6]|article|span|font)\b", re.IGNORECASE
)
_SERVED = (".asp", ".aspx", ".php", ".jsp", ".shtml")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Saved:
    """What is known of a page before it is read: its id, its type and where it was saved from."""

    identity: str
    media_type: str = "text/html"
    address: str | None = None


def read(data: bytes, name: str, options: ReadOptions) -> Document:  # noqa: ARG001 - all readers take the same
    """The document of a page of HTML."""
    return read_page(data, name, Saved(content_id(data)))


def read_page(data: bytes, name: str, saved: Saved) -> Document:
    """The document of a page: its headline, day, lead and text, with what only belongs to the page left out."""
    text, warnings = decode(data, name)
    if name.lower().endswith(_SERVED) and not _PAGE.search(text):
        raise UnsupportedError(f"{name}: this file holds no HTML page; leave it out, or give it the name of its type")
    tree, flat = parsed(text, name)
    if flat:
        warnings += ("page: its elements are nested too deep; it was read without its layout",)
    meta = page_meta(tree, saved.address)
    lines = page_lines(tree)
    _refuse_empty(tree, lines, name)
    article = find_article(lines, _extracted(tree), meta.titles, meta.site)
    pieces, told = _told(tree, lines, article, meta) if article is not None else ([], Meta())
    if article is None or all(kind is BlockKind.FURNITURE for kind, _ in pieces):
        raise BrokenDocumentError(f"{name}: no article was found in this page; save the page of the article itself")
    if article.guessed:
        warnings += ("page: no article was told apart; the part with most text was read",)
    return from_pieces(name, saved.media_type, saved.identity, pieces,
                       replace(told, warnings=warnings + told.warnings))  # fmt: skip


def parsed(text: str, name: str) -> tuple[Any, bool]:
    """The tree of the page, and whether its layout had to be left out because it is nested too deep."""
    from lxml import etree, html  # noqa: PLC0415 - only pages need it

    bare = _DECLARATION.sub("", text)
    for attempt in (bare, None, ""):
        source = (
            bare
            if attempt is not None and attempt
            else (_LAYOUT_TAG if attempt is None else _ANY_TAG).sub("<br>", bare)
        )
        try:
            tree = html.document_fromstring(source, parser=html.HTMLParser(huge_tree=True))
        except (etree.ParserError, ValueError) as error:
            raise BrokenDocumentError(
                f"{name}: no HTML could be read in this file; open it in a browser to check"
            ) from error
        if not _is_deep(tree):
            return tree, source is not bare
    raise BrokenDocumentError(f"{name}: the elements of this page are nested too deep; save its text as .txt")


def _is_deep(tree: Any) -> bool:
    from lxml import etree  # noqa: PLC0415

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _extracted(tree: Any) -> list[str]:
    """The pieces of text that trafilatura takes for the article; none where it finds none, or the page is too large."""
    import trafilatura  # noqa: PLC0415 - 1 s to import, and only pages need it

    if sum(1 for _ in islice(tree.iter(), _MOST_FOR_EXTRACTION)) == _MOST_FOR_EXTRACTION:
        return []
    found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True,
                                        with_metadata=False)  # fmt: skip
    if found is None or found.body is None:
        return []
    return [clean("".join(_text(node))) for node in found.body.iter("p", "head", "item", "cell", "quote", "lb")]


def _text(node: Any) -> Iterator[str]:
    """The text of a node, with a line end for each break in it."""
    yield node.text or ""
    for child in node:
        yield "\n" if child.tag in {"lb", "p", "item", "list"} else ""
        yield from _text(child)
        yield child.tail or ""


def _told(tree: Any, lines: list[Line], article: Article, meta: PageMeta) -> tuple[list[tuple[BlockKind, str]], Meta]:
    """The pieces of the article, and what the page tells of it."""
    at, sure = visible_date(lines, article)
    seen = dated(lines, at)
    changed = not sure or (at is not None and layout().updated.search(fold(lines[at].text)) is not None)
    day, doubts = choose([*meta.dates, seen, _time_element(tree)], seen, updated=changed)
    shown = at if sure or (seen is not None and day == seen.day) else None
    site = meta.site or next(
        (site for title in meta.titles if (site := site_in_title(title, article.title or ""))), None
    )
    author = meta.author or visible_author(lines, article, site) or meta.meta_author
    pieces = list(pieces_of(lines, article, shown))
    return pieces, Meta(
        article.title, site or _host(meta.url), meta.url, day or _day_by_name(tree, meta.url), doubts, author
    )


def _time_element(tree: Any) -> Dated | None:
    stamps = (node.get("datetime") for node in tree.iter("time"))
    return next((Dated(day, "a time element") for stamp in stamps if stamp and (day := day_of_stamp(stamp))), None)


def _day_by_name(tree: Any, url: str | None) -> str | None:
    """What htmldate takes from an address or from elements named as dates, where the page itself tells no day."""
    import htmldate  # noqa: PLC0415 - only pages without a date need it

    found: str | None = htmldate.find_date(deepcopy(tree), extensive_search=False, original_date=True, url=url,
                                           max_date=_LATEST)  # fmt: skip
    return found


def _host(url: str | None) -> str | None:
    return urlsplit(url).netloc.removeprefix("www.") or None if url else None


def _refuse_empty(tree: Any, lines: list[Line], name: str) -> None:
    """DocumentError for a page whose text is elsewhere: in frames, in a script, or nowhere."""
    letters = sum(len(line.text) for line in lines)
    if letters >= _LEAST_TEXT:
        return
    if next(tree.iter("frameset", "frame"), None) is not None or (
        not letters and next(tree.iter("iframe"), None) is not None
    ):
        raise TextSuspectError(
            f"{name}: this page only holds frames; open the frame with the text by itself and save that"
        )
    hints = " ".join([node.text_content() for node in tree.iter("noscript")] + [line.text for line in lines])
    scripted = layout().script_needed.search(fold(clean(hints))) or (
        letters < _SCRIPTED
        and next(tree.iter("script"), None) is not None
        and any(_ROOT.match(node.get("id") or "") for node in tree.iter("div"))
    )
    if scripted:
        raise TextSuspectError(f"{name}: the text of this page is filled in by a script and is not in the file; "
                               "open it in a browser and save it from there as .mhtml or PDF")  # fmt: skip
    if not letters:
        raise EmptyDocumentError(f"{name}: there is no text in this page")
