"""From the lines of a page and its article to pieces: headline, date line, lead, body with captions, lists and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from camket.document import BlockKind
from camket.folding import fold
from camket.ingest.blocks import begins_item, find_blocks
from camket.ingest.layout import layout
from camket.ingest.web.page_article import Article, squeezed
from camket.ingest.web.page_dateline import FEET, LONGEST_DATE_LINE, SENTENCE, is_dated, kind_of_text, without_counters
from camket.ingest.web.page_lines import Line

Piece = tuple[BlockKind, str]

_ENDED = re.compile(r"[.!?;:…][\"”’)\]]*$")
_LONGEST_LINK, _LONGEST_CAPTION, _LONGEST_SIGNED = 160, 300, 40
_SURE_PROSE = 120
_LEAST_LEAD = 60
_FIRST, _LONGEST_END = 6, 8


def pieces_of(lines: Sequence[Line], article: Article, dated: int | None) -> Iterator[Piece]:
    """The pieces of the article in the order of the page, the headline first; what only leads elsewhere is furniture."""
    body = range(article.first, article.last + 1)
    head = article.headline if article.headline is not None else -1
    yield from _above_headline(lines, [at for at in body if at < head], article)
    if article.title:
        yield BlockKind.HEADLINE, article.title
    if dated is not None and not (dated in body and dated > head):
        yield BlockKind.DATE_LINE, without_counters(lines[dated].text)
    kept = [at for at in body if at > head and not _is_aside(lines[at], article)]
    said = {squeezed(lines[at].text) for at in kept} | {squeezed(article.title or "")}
    for at in range(max(head + 1, 0), article.first):
        if _leads(at, lines[at], article) and at != dated and squeezed(lines[at].text) not in said:
            yield _kind(lines[at]), lines[at].text
    whole, headline = True, _first_headline(lines, kept) if article.title is None else None
    for kind, text in _body(lines, kept, article, dated):
        whole = kind is not BlockKind.FURNITURE
        is_headline = text == headline and whole
        yield (BlockKind.HEADLINE if is_headline else kind), text
        headline = None if is_headline else headline
    if not whole:
        return
    for at in range(article.last + 1, len(lines)):
        line = lines[at]
        if layout().end.search(fold(line.text)) or layout().related.search(fold(line.text)):
            return
        told = at in article.told and not article.guessed and not _is_aside(line, article) and not line.mostly_link
        kind = _kind(line, signed=True)
        fits = len(line.text) >= _LEAST_LEAD or kind in {BlockKind.BYLINE, BlockKind.CAPTION}
        if told and fits and at != dated and squeezed(line.text) not in said:
            yield kind, line.text


def _first_headline(lines: Sequence[Line], kept: list[int]) -> str | None:
    """The line among the first that reads as a headline, as in plain text, for a page that names none."""
    text = "\n\n".join(lines[at].text for at in kept[:_FIRST])
    return next((one.place.of(text) for one in find_blocks(text) if one.kind is BlockKind.HEADLINE), None)


def _above_headline(lines: Sequence[Line], above: list[int], article: Article) -> Iterator[Piece]:
    """What of the text stands above its headline: the heads of letters and agreements, no clock and no path of links."""
    for at in above:
        line = lines[at]
        other = _is_aside(line, article) or line.mostly_link or is_dated(line)
        kind = _kind(line)
        if (
            at in article.told
            and not other
            and (kind is not BlockKind.FURNITURE or layout().motto.search(fold(line.text)))
        ):
            yield kind, line.text


def _is_aside(line: Line, article: Article) -> bool:
    """Whether the line stands in an element that is set aside and does not hold the article itself."""
    return any(node is not article.core and node not in article.core.iterancestors() for node in line.asides)


def _leads(at: int, line: Line, article: Article) -> bool:
    """Whether a line between headline and text is the article's lead or by-line."""
    if _is_aside(line, article) or line.mostly_link or kind_of_text(line.text) is BlockKind.FURNITURE:
        return False
    prose = len(line.text) >= _LEAST_LEAD and article.headline is not None
    return at in article.told or prose or line.caption or _kind(line) is BlockKind.BYLINE


def _body(lines: Sequence[Line], kept: list[int], article: Article, dated: int | None) -> Iterator[Piece]:
    related = False
    surely = _SURE_PROSE if article.guessed else _LEAST_LEAD
    feet = [at for at in kept if lines[at].cell is None and not lines[at].mostly_link][-FEET:]
    for row, group in groupby(kept, key=lambda at: _row(lines[at])):
        members = list(group)
        if row is not None:
            yield from _table_row([lines[at] for at in members])
            continue
        for at, line in _whole(lines, members):
            folded = fold(line.text)
            if squeezed(line.text) == squeezed(article.title or ""):
                continue
            if layout().end.search(folded):
                return
            if layout().related.search(folded):
                related = True
            elif (
                related
                and at in article.told
                and SENTENCE.search(line.text)
                and len(line.text) >= surely
                and not line.linked
            ):
                related = False
            short = len(line.text) < _LONGEST_LINK
            if (related and short) or (line.mostly_link and short and not SENTENCE.search(line.text)):
                yield BlockKind.FURNITURE, line.text
            elif at == dated:
                yield BlockKind.DATE_LINE, without_counters(line.text)
            elif without_counters(line.text):
                yield _kind(line, signed=at in feet), line.text


def _row(line: Line) -> object:
    return line.cell.getparent() if line.cell is not None else None


def _table_row(cells: list[Line]) -> Iterator[Piece]:
    """A row as one piece with tabs between its cells; a row with several lines in a cell as a piece for each line."""
    by_cell = [list(group) for _, group in groupby(cells, key=lambda line: line.cell)]
    if sum(line.linked for line in cells) >= 0.8 * sum(len(squeezed(line.text)) for line in cells):
        for line in cells:
            yield BlockKind.FURNITURE, line.text
    elif all(len(group) == 1 for group in by_cell):
        yield BlockKind.TABLE_CELL, "\t".join(group[0].text for group in by_cell)
    else:
        for line in cells:
            yield BlockKind.TABLE_CELL, line.text


def _whole(lines: Sequence[Line], members: list[int]) -> Iterator[tuple[int, Line]]:
    """The lines; one that a break cut off in the middle of a sentence is put together again."""
    held: list[int] = []
    for at in members:
        if held and not _goes_on(lines[held[-1]], lines[at]):
            yield held[0], _joined([lines[one] for one in held])
            held = []
        held.append(at)
    if held:
        yield held[0], _joined([lines[one] for one in held])


def _goes_on(before: Line, line: Line) -> bool:
    """Whether `line` is of the same element and goes on in small letters where the one before did not end."""
    same = before.node is line.node and line.text[0].islower()
    return same and not _ENDED.search(before.text[-_LONGEST_END:]) and not begins_item(line.text)


def _joined(parts: list[Line]) -> Line:
    if len(parts) == 1:
        return parts[0]
    return replace(
        parts[0],
        text=" ".join(part.text for part in parts),
        linked=sum(part.linked for part in parts),
        bold=all(part.bold for part in parts),
        slanted=all(part.slanted for part in parts),
    )


def _kind(line: Line, *, signed: bool = False) -> BlockKind:
    if is_caption(line):
        return BlockKind.CAPTION
    if (signed and is_signature(line)) or (len(line.text) < LONGEST_DATE_LINE and is_by(line)):
        return BlockKind.BYLINE
    kind = kind_of_text(line.text)
    if line.item and kind is BlockKind.PARAGRAPH:
        return BlockKind.LIST_ITEM
    short = len(line.text) < LONGEST_DATE_LINE and not SENTENCE.search(line.text)
    return BlockKind.HEADING if line.level and short and kind is BlockKind.PARAGRAPH else kind


def is_caption(line: Line) -> bool:
    """Whether the line is named a caption, or stands under a picture as captions are set."""
    credited = layout().credit.search(fold(line.text)) is not None
    set_so = line.slanted or line.align == "center" or credited
    return line.caption or (line.after_picture and set_so and len(line.text) < _LONGEST_CAPTION)


def is_signature(line: Line) -> bool:
    """Whether a line at the end of a text is the name of its writer, by how it is set: on the right or in bold."""
    words = line.text.split()
    names = len(line.text) <= _LONGEST_SIGNED and all(word[0].isupper() or not word[0].isalpha() for word in words)
    return names and len(words) > 1 and not _ENDED.search(line.text) and line.align == "right"


def is_by(line: Line) -> bool:
    """Whether the line only says by whom the text was written, by its words or in an element that is called so."""
    if line.writer and squeezed(line.writer) == squeezed(line.text):
        return True
    label = layout().written_by.match(fold(line.text))
    return label is not None and line.text[label.end()].isupper() and not _ENDED.search(line.text)
