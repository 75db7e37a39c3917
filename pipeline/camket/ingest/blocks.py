"""Blocks of plain text: headline, date line, paragraphs, list items, captions, headings, furniture."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from camket.document import Block, BlockKind, Place
from camket.folding import fold
from camket.ingest.layout import layout

_ITEM = re.compile(
    r"^\s*(?:[-+*•▪●○◦–—»>→✓✔✅☑▶➡➢➤❖✦◆■□▪👉🔹🔸📌🔰💠]️?\s+|\(?\d{1,2}[.)/]\s|\d{1,2}[-–]\s?(?=[^\W\d])|\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[a-zđ]\)\s"
    r"|(?:I{1,3}|I?[VX]|[VX]I{1,3})[.)]\s(?=[^.]{3,90}:?$))"
)
_ARTICLE = re.compile(r"^\s*(?:điều|chương|mục|phần)\s+(?:\d+|[ivx]+)\b")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_PLACE_AND_DAY = re.compile(r"^[^,]{2,40},\s*ngày\s.{0,12}tháng.{0,12}năm\s*\d{4}$")
_PLACE_AND_NUMBERS = re.compile(r"^[^.;:]{2,40}[,-]\s*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\W*$")
_LONG_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)")
_BRACKETED_DAY = re.compile(r"^\(\s*ngày\s.{0,12}tháng.{0,12}năm\s*\d{4}\s*\)$")
_SPOT = r"[^\W\d_](?:[^,.:;()\n]|(?<=TP)\.|(?<=Tp)\.){1,40}?"
_SHORT_DAY = r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-](?:19|20)\d\d)?"
_FULL_DAY = rf"(?:{_SHORT_DAY}|ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+(?:19|20)\d\d)"
_DATELINE = re.compile(
    rf"(?:{_SPOT},\s*{_FULL_DAY}(?:\s*\([^()]{{2,30}}\))?\s*[-–—:]\s"
    rf"|{_SPOT}\s*\([^()]{{2,30}}\),?\s*{_FULL_DAY}\s*[-–—:.]\s"
    rf"|{_SPOT}\s*\([^()]{{2,30}}\)\s*[-–—]\s"
    rf"|\((?:{_SPOT})(?:,\s*{_SHORT_DAY})?\)\s*[-–—.]?\s+(?=[^\W\d_]))"
)
_PICTURE = re.compile(r"^\[[^\]]*\.(?:jpe?g|png|gif|webp)\]$", re.IGNORECASE)
_NUMBERED_PICTURE = re.compile(r" [-–] (?:(?:ảnh|hình) )?\d{1,2}\.?$")
_ORNAMENT = re.compile(r"^[\W_]*[oO0xX]{1,3}[\W_]*$")
LABEL = re.compile(r"^[^\W\d_][^.,;:]{1,28}:\s")
"""A line of a form: "Chức vụ: Giám đốc"."""
_ENDS = (".", "!", "?", ";", ":", "…")
_AFTER_END = '"”’)]'
_COLUMNS = re.compile(r"\S(?:\s{3,}|\t+|\s*\|\s*)\S")
_CELL_MARKS = (re.compile(r"[^|\s](?:[^|]*[^|\s])?"), re.compile(r"[^\t ](?:[^\t]*[^\t ])?"))
"""What stands between strokes, or between tabs."""
_FEWEST_CELLS, _FEWEST_ROWS = 3, 3
_CUT = re.compile(r"(?<!\w)(?:TP|Tp|TX)\.$")
_AND, _PERSON = " và", re.compile(r"(?:ông|bà) ")
_WRAPPED_FROM, _WRAPPED_TO = 50, 100
_FEWEST_WRAPPED, _FULL = 4, 0.85
_LONGEST_LEAD = 60
_LONGEST_CAPTION, _LONGEST_CREDIT, _FEWEST_CREDITED = 250, 90, 4
_FOLDED = 160
"""What a line is told by stands in so many of its first letters; to fold them all takes a tenth of reading a PDF."""
_DATELINED = 2
_LINES_ABOVE = 6
_FEWEST_AFTER_LABEL = 7
_LONGEST_NAME = 8
_LONGEST_HEADLINE, _LONGEST_HEADING, _LONGEST_DATE_LINE, _LONGEST_RELATED = 200, 90, 90, 160


class _Line(NamedTuple):
    """A line without the blanks around it; `edge` is the column in which it ends."""

    place: Place
    folded: str
    text: str
    after_blank: bool
    edge: int


def find_blocks(text: str, *, page: int = 1, headline: bool = True) -> list[Block]:
    """The blocks of `text` (NFC), in order and apart; the first line is the headline if it reads like one."""
    plain = _lines(text)
    rows = _table_rows(plain)
    lines = _joined([line for line in plain if line.place not in rows], text)
    blocks = [Block(BlockKind.TABLE_CELL, cell, page) for cells in rows.values() for cell in cells]
    related = False
    body_seen = not headline
    for line in lines:
        if layout().related.match(line.folded):
            related = True
        kind = _kind(line, related=related, body_seen=body_seen)
        if kind is BlockKind.HEADLINE:
            body_seen = True
        body_seen = body_seen or kind is BlockKind.PARAGRAPH
        blocks.append(Block(kind, line.place, page))
    return sorted(blocks, key=lambda block: block.place.start)


def _table_rows(lines: list[_Line]) -> dict[Place, list[Place]]:
    """The lines that are rows of a table, with their cells: three or more in a row with as many cells, three or more, as the first."""
    rows: dict[Place, list[Place]] = {}
    for mark in _CELL_MARKS:
        cells = [[Place(line.place.start + one.start(), line.place.start + one.end()) for one in mark.finditer(line.text)]
                 for line in lines]  # fmt: skip
        for count, run in groupby(range(len(lines)), key=lambda at: len(cells[at])):
            table = list(run)
            if count >= _FEWEST_CELLS and len(table) >= _FEWEST_ROWS:
                rows |= {lines[at].place: cells[at] for at in table}
    return rows


def is_ended(line: str) -> bool:
    """Whether `line` ends as a sentence, an item or a lead-in does, a quotation mark or a bracket after it or not."""
    return line.rstrip(_AFTER_END).endswith(_ENDS)


@lru_cache(maxsize=1024)
def begins_item(line: str) -> bool:
    """Whether `line` begins a list item or an article."""
    if _ITEM.match(line):
        return True
    start = fold(line[:_LONGEST_LEAD])
    return bool(_ARTICLE.match(start) or layout().ordinal.match(start))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at, blank = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            edge = start + len(stripped) - at
            lines.append(_Line(Place(start, start + len(stripped)), fold(stripped[:_FOLDED]), stripped, blank, edge))
        blank = not stripped
        at += len(raw) + 1
    return lines


def _joined(lines: list[_Line], text: str) -> list[_Line]:
    """The lines, those of a hard-wrapped paragraph made one."""
    bodies = [line for line in lines if not _ITEM.match(line.text)]
    inner = [line for line, after in pairwise(bodies) if not after.after_blank]
    wrapped = [line for line in inner if _WRAPPED_FROM <= len(line.text) <= _WRAPPED_TO and not is_ended(line.text)]
    going_on = sum(after.text[0].islower() for _, after in pairwise(bodies) if not after.after_blank)
    if len(wrapped) < _FEWEST_WRAPPED or len(wrapped) * 2 < len(inner) or going_on * 2 < len(wrapped):
        return _joined_small(lines, text)
    runs: list[list[_Line]] = []
    for line in lines:
        above = runs[-1][-1].text if runs else ""
        goes_on = not line.after_blank and len(above) >= _WRAPPED_FROM and not _ITEM.match(line.text)
        if goes_on and not LABEL.match(line.text) and not _ARTICLE.match(line.folded) and not above.isupper():
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_whole(run, text) for run in runs]


def _whole(run: list[_Line], text: str) -> _Line:
    """The lines as one."""
    if len(run) == 1:
        return run[0]
    place = Place(run[0].place.start, run[-1].place.end)
    said = place.of(text)
    return _Line(place, fold(said[:_FOLDED]), said, run[0].after_blank, run[-1].edge)


def _joined_small(lines: list[_Line], text: str) -> list[_Line]:
    """The lines; one that begins in small letters goes on with the long line right above it that ends open.

    So does any line below one that ends with "huyện", "và" or a comma, or with "TP.", before the name of the city; and in a
    text whose lines are all of the width of a page, one whose first word would not have fitted in the line above. A caption of
    two persons goes on behind a blank line too: "Ông A, Giám đốc Công ty X và", "Ông B, Hiệu trưởng ... ký kết".
    """
    runs: list[list[_Line]] = []
    width = _page_width(lines)
    for line in lines:
        above = runs[-1][-1].text if runs else ""
        open_ = _WRAPPED_FROM <= len(above) <= _WRAPPED_TO and not is_ended(above)
        goes_on = open_ and (line.text[0].islower() or _hangs(runs[-1][-1]) or _goes_over(runs[-1][-1], line, width))
        goes_on = goes_on or _CUT.search(above[-4:]) is not None
        pair = above.endswith(_AND) and _PERSON.match(line.folded) is not None
        if ((goes_on and not line.after_blank) or pair) and not _ITEM.match(line.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_whole(run, text) for run in runs]


def _hangs(line: _Line) -> bool:
    """Whether the line ends with a word or mark that needs what comes after it, and is no row of columns."""
    return (
        not line.text.isupper()
        and not _COLUMNS.search(line.text)
        and layout().hanging.search(fold(line.text[-_LONGEST_LEAD:])) is not None
    )


def _page_width(lines: list[_Line]) -> int:
    """The last column of the longest line, rows of columns left out, where lines are cut at the width of a page; 0 where they are not."""
    width = max((line.edge for line in lines if not _COLUMNS.search(line.text)), default=0)
    cut = [line for line in lines if line.edge >= _FULL * width and not is_ended(line.text)]
    return width if _WRAPPED_FROM <= width <= _WRAPPED_TO and len(cut) >= _FEWEST_WRAPPED else 0


def _goes_over(above: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of `below` would not have fitted in the line above it; rows of columns stand alone."""
    full = above.edge + 1 + len(below.text.split()[0]) > width > 0
    own = LABEL.match(below.text) or _ARTICLE.match(below.folded) or _COLUMNS.search(above.text + below.text)
    return full and not own and above.text.isupper() == below.text.isupper()


def _kind(line: _Line, *, related: bool, body_seen: bool) -> BlockKind:
    words = layout()
    if (related or words.link.match(line.folded)) and len(line.text) < _LONGEST_RELATED:
        return BlockKind.FURNITURE
    if (
        words.motto.match(line.folded)
        or _PICTURE.match(line.text)
        or (words.furniture.match(line.folded) and not _tells(line.text))
        or _ORNAMENT.match(line.text)
        or not any(map(str.isalnum, line.text))
    ):
        return BlockKind.FURNITURE
    if _is_date_line(line):
        return BlockKind.DATE_LINE
    if words.byline.match(line.folded) and len(line.text) < _LONGEST_HEADING:
        return BlockKind.BYLINE
    if words.caption.match(line.folded) or _NUMBERED_PICTURE.search(line.folded) or _is_credited(line):
        return BlockKind.CAPTION
    if _ARTICLE.match(line.folded):
        return BlockKind.HEADING if len(line.text) < _LONGEST_HEADLINE else BlockKind.PARAGRAPH
    if _ITEM.match(line.text) or words.ordinal.match(line.folded):
        return BlockKind.LIST_ITEM
    if not body_seen and len(line.text) < _LONGEST_HEADLINE and _reads_as_headline(line):
        return BlockKind.HEADLINE
    if len(line.text) < _LONGEST_HEADING and (line.text.isupper() or (line.after_blank and line.text.endswith(":"))):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _tells(text: str) -> bool:
    """Whether a line is too long for a button or label, or a whole sentence: "Chia sẻ tại buổi lễ, ông A nói ..."."""
    return len(text) >= _LONGEST_RELATED or (is_ended(text) and len(text.split()) >= _FEWEST_AFTER_LABEL)


def _is_credited(line: _Line) -> bool:
    """Whether the line says at its end who took the picture that it tells of: "Hai bên ký kết. Ảnh: Lê Văn Tám"."""
    if len(line.text) >= _LONGEST_CAPTION:
        return False
    start = max(0, len(line.text) - _LONGEST_CREDIT)
    credit = layout().credit.search(fold(line.text[start:]))
    return credit is not None and len(line.text[: start + credit.start()].split()) >= _FEWEST_CREDITED


def _is_date_line(line: _Line) -> bool:
    """Whether the line tells the day of publication: "Thứ ba, 27/6/2023", "Hà Nội, 05/10/2017"."""
    if len(line.text) >= _LONGEST_DATE_LINE:
        return False
    lead = layout().published.match(line.folded) or line.text[0] in "(*" or line.text[0].isdigit()
    dated = lead and _DAY.search(line.text) and not is_ended(line.text.rstrip(")"))
    return bool(dated or _PLACE_AND_NUMBERS.match(line.folded) or _BRACKETED_DAY.match(line.folded))


def _reads_as_headline(line: _Line) -> bool:
    """Whether the line may be a headline: no sentence, no place and day, no line of a form ("Số: 5"), as "Hà Nội: ..." may."""
    ends = line.text.endswith((".", ";", ":"))
    label = LABEL.match(line.text) is not None and (
        len(line.text.split()) < _FEWEST_AFTER_LABEL or layout().form.match(line.folded) is not None
    )
    return not ends and not label and not _PLACE_AND_DAY.match(line.folded)


def with_dateline(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks; a dateline that the first paragraphs begin with ("Hà Nội, 22/9/2012 - ") is a block of its own."""
    parted: list[Block] = []
    paragraphs = 0
    for block in blocks:
        paragraphs += block.kind is BlockKind.PARAGRAPH
        line = block.place.of(text)
        found = _DATELINE.match(line) if block.kind is BlockKind.PARAGRAPH and paragraphs <= _DATELINED else None
        if found and line[0 if line[0] != "(" else 1].isupper() and found.end() * 2 < len(line):
            cut = block.place.start + found.end()
            said = found.group().rstrip()
            parted.append(
                Block(BlockKind.DATE_LINE, Place(block.place.start, block.place.start + len(said)), block.page)
            )
            parted.append(Block(block.kind, Place(cut, block.place.end), block.page))
        else:
            parted.append(block)
    return parted


def published_on(text: str, blocks: list[Block]) -> str | None:
    """The day in the document's date line, as EDTF; else that of a short line above the text, as portals have it."""
    above = [block for block in blocks[:_LINES_ABOVE] if len(block.place) < _LONGEST_DATE_LINE
             and block.kind is not BlockKind.HEADLINE and not is_ended(block.place.of(text))]  # fmt: skip
    dated = [block for block in blocks
             if block.kind is BlockKind.DATE_LINE
             or (len(block.place) < _LONGEST_DATE_LINE and _is_place_and_day(block.place.of(text)))]  # fmt: skip
    return next((day for block in [*dated, *above] if (day := day_in(block.place.of(text)))), None)


def _is_place_and_day(line: str) -> bool:
    return line[-4:].isdecimal() and _PLACE_AND_DAY.match(fold(line)) is not None


def day_in(text: str) -> str | None:
    """The first full day in `text`, day before month, as EDTF."""
    match = _DAY.search(text) or _LONG_DAY.search(fold(text))
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= 31):
        return None
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"


def source_of(text: str, blocks: list[Block]) -> str | None:
    """What stands after "Nguồn:" in a by-line."""
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            line = block.place.of(text)
            match = layout().source.match(fold(line))
            if match:
                return line[match.end() :].strip() or None
    return None


def author_of(text: str, blocks: list[Block]) -> str | None:
    """Who signed the text: what stands after "Tác giả:" in a by-line, or a by-line that is only a name."""
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            line = block.place.of(text)
            match = layout().author.search(fold(line))
            name = line[match.end() :] if match else "" if ":" in line else line
            if name.strip(" .") and len(name.split()) <= _LONGEST_NAME:
                return name.strip(" .")
    return None
