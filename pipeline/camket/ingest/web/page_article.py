"""Where the article of a page stands: the element that holds it, and its headline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from camket.folding import fold
from camket.ingest.layout import layout
from camket.ingest.web.page_dates import day_of_line
from camket.ingest.web.page_lines import Line, class_words
from camket.ingest.web.page_meta import parts_of_title

_HOLDERS = frozenset({"div", "article", "section", "main", "td", "body", "form", "html"})
_MOST_OF_IT = 0.8
"""The article's element holds this share of the article's letters; a lead often stands before it, on its own."""
_PROSE, _TEXT = 60, 30
"""A line longer than the first that is no link is prose; shorter than the second are labels, menus and dates."""
_LEAST_OF_PAGE = 0.25
"""An extraction with less than this share of the page's prose has found something else than the article."""
_LONGEST_HEADLINE, _SHORTEST_HEADLINE = 250, 8
_NEAR, _FEWEST_WORDS, _FEWEST_IN_TITLE = 4, 6, 4
_SQUEEZE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Article:
    """The article among the lines of its page: `core` is its element, lines `first` to `last` stand in it.

    `headline` is the number of the line with its headline, and `title` the headline's words, if they are known.
    """

    core: Any
    first: int
    last: int
    told: frozenset[int]
    headline: int | None
    title: str | None
    guessed: bool


def squeezed(text: str) -> str:
    """`text` without blanks, to compare what was set apart differently."""
    return _SQUEEZE.sub("", text)


def find_article(lines: list[Line], extracted: list[str], titles: tuple[str, ...], site: str | None) -> Article | None:
    """The article of the page: where the lines that were `extracted` stand, else where most of its prose stands.

    None for a page without any line that could be of one. `guessed` tells that the extraction was of no help.
    """
    prose = {
        at for at, line in enumerate(lines) if not line.asides and not line.mostly_link and len(line.text) > _PROSE
    }
    told = _extracted(lines, extracted)
    letters = sum(len(lines[at].text) for at in told)
    guessed = not told or letters < _LEAST_OF_PAGE * sum(len(lines[at].text) for at in prose)
    chosen = (
        told
        if not guessed
        else prose or {at for at, line in enumerate(lines) if not line.asides and not line.mostly_link}
    )
    if not chosen:
        return None
    texts = [
        line
        for at in sorted(chosen)
        if len((line := lines[at]).text) > _TEXT and not line.mostly_link and line.level != 1
    ]
    core = _core(texts or [lines[at] for at in sorted(chosen)])
    inside = [at for at, line in enumerate(lines) if line.node is core or core in line.node.iterancestors()]
    begins = next((at for at in inside if at in chosen and _is_sentence(lines[at])), inside[0])
    headline, title = _headline(lines, begins, inside, titles, site)
    return Article(core, inside[0], inside[-1], frozenset(chosen), headline, title, guessed)


def _extracted(lines: list[Line], extracted: list[str]) -> set[int]:
    """The lines that stand in what was extracted: short ones as whole pieces, long ones as part of one."""
    pieces = {squeezed(part) for piece in extracted for part in piece.split("\n")}
    whole = "\n".join(squeezed(piece) for piece in extracted)
    found: set[int] = set()
    for at, line in enumerate(lines):
        said = squeezed(line.text)
        if said in pieces or (len(said) > _PROSE // 2 and said in whole):
            found.add(at)
    return found


def _core(lines: list[Line]) -> Any:
    """The innermost holder that has most of the letters of `lines`."""
    weights: Counter[Any] = Counter()
    for line in lines:
        for node in (line.node, *line.node.iterancestors()):
            weights[node] += len(line.text)
    most = _MOST_OF_IT * sum(len(line.text) for line in lines)
    core = max(
        (node for node, weight in weights.items() if weight >= most),
        key=lambda node: sum(1 for _ in node.iterancestors()),
    )
    while core.tag not in _HOLDERS and core.getparent() is not None:
        core = core.getparent()
    return core


def _headline(
    lines: list[Line], begins: int, inside: list[int], titles: tuple[str, ...], site: str | None
) -> tuple[int | None, str | None]:
    """The line of the headline and its words.

    A line above the text that the head of the page also names comes first; then the h1 above it; then a line whose
    element is named a title, stands in bold, or reads like one right above the text; then the words of the head alone,
    where they are not the site's name.
    """
    named = {fold(part): part for title in titles for part in parts_of_title(title) if len(part) >= _SHORTEST_HEADLINE}
    if site:
        named.pop(fold(site), None)
    above = [at for at in range(min(begins + 2, len(lines))) if _may_be_headline(lines[at], site)]
    chosen = max(
        (at for at in above if fold(lines[at].text) in named),
        key=lambda at: (len(lines[at].text), lines[at].level > 0, at), default=None,
    )  # fmt: skip
    if chosen is None:
        by_level = [at for at in above if lines[at].level and not lines[at].mostly_link]
        best = min((lines[at].level for at in by_level), default=0)
        chosen = next((at for at in reversed(by_level) if lines[at].level == best), None)
    if chosen is None:
        chosen = next((at for at in reversed(above) if _is_named_title(lines[at])), None)
    if chosen is None:
        chosen = _first_of_text(lines, begins, inside, above)
    if chosen is not None:
        return chosen, " ".join(lines[chosen].text.split())
    return None, next((part for part in _without_site(titles, site)), None)


def _first_of_text(lines: list[Line], begins: int, inside: list[int], above: list[int]) -> int | None:
    """The first line of the article's element, or one right above it, where it reads like a headline or is bold.

    A line further down is none: an agreement begins with the name of the state and its motto.
    """
    first = next((at for at in inside if not lines[at].asides and day_of_line(lines[at].text) is None), begins)
    if (
        first in above
        and first < begins
        and (_reads_as_headline(lines[first]) or (lines[first].bold and not _ends(lines[first].text)))
    ):
        return first
    near = (at for at in reversed(above) if begins - _NEAR <= at < inside[0])
    return next((at for at in near if _reads_as_headline(lines[at])), None)


def _may_be_headline(line: Line, site: str | None) -> bool:
    fits = _SHORTEST_HEADLINE <= len(line.text) <= _LONGEST_HEADLINE and line.node.tag not in {"nav", "footer", "label"}
    words = layout()
    folded = fold(line.text)
    other = words.furniture.search(folded) or words.related.search(folded) or words.motto.search(folded)
    return fits and not other and not (site and folded == fold(site))


def _reads_as_headline(line: Line) -> bool:
    wordy = len(line.text.split()) >= _FEWEST_WORDS
    return (
        wordy and not line.asides and not line.mostly_link and not _ends(line.text) and day_of_line(line.text) is None
    )


def _is_sentence(line: Line) -> bool:
    return len(line.text) > _PROSE and _ends(line.text) and not line.mostly_link and not line.level


def _is_named_title(line: Line) -> bool:
    nodes = (line.node, *line.node)
    return not line.asides and any(
        layout().title_class.search(class_words(node)) for node in nodes if isinstance(node.tag, str)
    )


def _ends(text: str) -> bool:
    return text.endswith((".", ";", ":", ","))


def _without_site(titles: tuple[str, ...], site: str | None) -> list[str]:
    """The titles of the head without the site's name behind them; none that only names a site or a kind of page."""
    kept = []
    for title in titles:
        parts = parts_of_title(title)
        shorter = next((part for part in parts[1:] if site and fold(title).endswith(fold(site))), title)
        told = len(shorter.split()) >= _FEWEST_IN_TITLE and not layout().site_title.search(fold(shorter))
        if told and not (site and fold(shorter) == fold(site)):
            kept.append(shorter)
    return kept
