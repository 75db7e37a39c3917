"""Who wrote the article of a page, where the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from camket.folding import fold
from camket.ingest.layout import layout
from camket.ingest.web.page_article import Article
from camket.ingest.web.page_lines import Line, class_words
from camket.ingest.web.page_meta import is_author

_ABOVE, _IN, _BELOW = 6, 6, 7
_REST = re.compile(r"\s*(?:[|•·(,;]|\s[-–—]\s|\d).*$")
_LONGEST = 80


def visible_author(lines: Sequence[Line], article: Article, site: str | None) -> str | None:
    """The writer named in an element that is called so, next to the article and not among its comments."""
    head = article.headline if article.headline is not None else article.first
    begin = max(0, min(head, article.first) - _ABOVE)
    near = [
        *range(begin, min(article.first + _IN, article.last)),
        *range(max(article.last - _IN, begin), min(len(lines), article.last + _BELOW)),
    ]
    for at in near:
        for said in _named(lines[at], article):
            name = _bare(said)
            if is_author(name, site):
                return name
    return None


def _named(line: Line, article: Article) -> Iterator[str]:
    """What of the line is called an author, or says so itself."""
    if any(not is_writer_box(node) and node not in article.core.iterancestors() for node in line.asides):
        return
    if line.writer:
        yield line.writer
    if len(line.text) < _LONGEST and layout().written_by.match(fold(line.text)):
        yield line.text


def is_writer_box(node: Any) -> bool:
    """Whether an element that is set aside is so as the box of a writer."""
    return layout().author_class.search(class_words(node)) is not None


def _bare(said: str) -> str:
    """The name without a label before it, and without a day, place or paper behind it."""
    label = layout().author.match(fold(said)) or layout().written_by.match(fold(said))
    return _REST.sub("", said[label.end() :] if label else said).strip(" :,-–—|")
