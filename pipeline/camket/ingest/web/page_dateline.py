"""The line by which a page tells the day of publication, where a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.document import BlockKind
from camket.folding import fold
from camket.ingest.blocks import find_blocks
from camket.ingest.layout import layout
from camket.ingest.web.page_article import Article
from camket.ingest.web.page_dates import Dated, day_of_line
from camket.ingest.web.page_lines import Line

_PARTED = re.compile(r"\s*[|•·]\s*")
SENTENCE = re.compile(r"[.!?…][\"”’)\]]*$")
"""The end of a sentence."""
LONGEST_DATE_LINE = 90
_ABOVE_HEADLINE = 4
_HEADS, FEET = 4, 3
"""So many lines at the beginning and the end of a text may tell its day or its writer."""


def visible_date(lines: Sequence[Line], article: Article) -> tuple[int | None, bool]:
    """The line that tells the day of publication, and whether it is sure: below the headline, or at the text's ends.

    One above the headline may be the clock of the site ("Thứ 3, ngày 16/07/2024" on a release of 8 July), so it counts
    only where none stands below.
    """
    head = article.headline if article.headline is not None else article.first
    body = [at for at in range(article.first, article.last + 1) if lines[at].text and at != article.headline]
    below = [at for at in range(head + 1, article.first) if is_dated(lines[at])]
    starts = [at for at in body if at > head][:_HEADS]
    below += [at for at in starts if _is_date_line(lines[at])]
    below += [at for at in body[-FEET:] if at not in starts and _is_date_line(lines[at])]
    below += [
        at for at in range(article.last + 1, min(article.last + 1 + _HEADS, len(lines))) if _is_date_line(lines[at])
    ]
    if below:
        return below[0], True
    above = [at for at in range(head - 1, max(-1, head - 1 - _ABOVE_HEADLINE), -1) if is_dated(lines[at])]
    return (above[0] if above else None), False


def is_dated(line: Line) -> bool:
    """Whether the line is short, no sentence, and tells a full day."""
    text = without_counters(line.text)
    return (len(text) < LONGEST_DATE_LINE and not line.mostly_link and not SENTENCE.search(text)
            and day_of_line(text) is not None)  # fmt: skip


def _is_date_line(line: Line) -> bool:
    if not is_dated(line):
        return False
    text = without_counters(line.text)
    return bool(layout().published.search(fold(text))) or kind_of_text(text) is BlockKind.DATE_LINE


def without_counters(text: str) -> str:
    """`text` without the numbers of readers and the buttons that portals put beside the day; empty for only such."""
    counted = layout().counter.sub(lambda match: "\0" * len(match.group()), fold(text))
    kept = "".join(char for char, mark in zip(text, counted, strict=True) if mark != "\0")
    parts = [part.strip() for part in _PARTED.split(kept)]
    said = [part for part in parts if part and not (len(parts) > 1 and layout().furniture.search(fold(part)))]
    return text if "\0" not in counted and len(said) == len(parts) else " | ".join(said).strip("-–— ")


def kind_of_text(text: str) -> BlockKind:
    """What a line is by its words alone."""
    return next((block.kind for block in find_blocks(text, headline=False)), BlockKind.PARAGRAPH)


def dated(lines: Sequence[Line], at: int | None) -> Dated | None:
    """What the line tells of the day of publication."""
    day = day_of_line(without_counters(lines[at].text)) if at is not None else None
    return Dated(day, "the page's date line") if day else None
