"""Who wrote the article of a page, where the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from camket.folding import fold
from camket.ingest.layout import layout
from camket.ingest.page_article import Article
from camket.ingest.page_lines import Line, class_words
from camket.ingest.page_meta import is_author

_ABOVE, _BELOW = 6, 6
_REST = re.compile(r"\s*(?:[|•·(,;]|\s[-–—]\s|\d).*$")
_UP, _LONGEST = 2, 80


def visible_author(lines: Sequence[Line], article: Article, site: str | None) -> str | None:
    """The writer named in an element that is called so, next to the article and not among its comments."""
    head = article.headline if article.headline is not None else article.first
    near = range(max(0, min(head, article.first) - _ABOVE), min(len(lines), article.last + 1 + _BELOW))
    for at in near:
        for said in _named(lines[at], article):
            name = _bare(said)
            if is_author(name, site):
                return name
    return None


def _named(line: Line, article: Article) -> Iterator[str]:
    """What is called an author in the line: the line itself, or a part of it."""
    if any(not _is_author_element(node) and node not in article.core.iterancestors() for node in line.asides):
        return
    inner = [node for node in line.node.iterdescendants() if isinstance(node.tag, str)]
    yield from (" ".join(node.text_content().split()) for node in inner if _is_author_element(node))
    around = [line.node, *line.node.iterancestors()][: _UP + 1]
    short = len(line.text) < _LONGEST and layout().written_by.match(fold(line.text))
    if short or any(_is_author_element(node) for node in around if node is not article.core):
        yield line.text


def _is_author_element(node: Any) -> bool:
    called = {node.get("itemprop"), node.get("rel"), node.get("data-role")} & {"author", "creator"}
    return bool(called) or layout().author_class.search(class_words(node)) is not None


def _bare(said: str) -> str:
    """The name without a label before it, and without a day, place or paper behind it."""
    label = layout().author.match(fold(said)) or layout().written_by.match(fold(said))
    return _REST.sub("", said[label.end() :] if label else said).strip(" :,-–—|")
