"""The outline of an instrument: numbers and their levels, its title, where its articles and its signatures begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from camket.analysis import Analysis, NameKind
from camket.assemble.instrument_lists import InstrumentLists
from camket.assemble.words import Words
from camket.document import Block, BlockKind, Place
from camket.folding import without_marks
from camket.lexicon import TOKEN
from camket.records import AgreementKind
from camket.syllables import is_syllable

_LEVELS: tuple[tuple[float, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (level, re.compile(rf"\W*?{pattern}[\s.:)/*–-]*"), re.compile(rf"\W*?{without_marks(pattern)}[\s.:)/*–-]*"))
    for level, pattern in (
        (0, r"phần\s+(?:\d+|[ivx]+|thứ\s+\w+)\b"),
        (1, r"chương\s+(?:\d+|[ivx]+)\b"),
        (2, r"mục\s+(?:\d+|[ivx]+)\b"),
        (3, r"(?:[ivx]{1,5}|[il]{2,3})\s?[.)/–-]{1,2}(?=\s)"),
        (3, r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là\s?[,:](?=\s)"),
        (3, r"thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s?[.:](?=\s)"),
        (4, r"(?:điều|đoạn)\s+(?:\d+|[ivx]{1,5})\b(?:\W{1,3}article\s+\d+\b)?"),
        (5, r"(?:\d{1,2}|l)[.)/–-][.)–-]?(?=\s)"),
        (6, r"\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s)"),
        (7, r"(?:[a-zđ]|[il1¡]{2,3}|[il1]v|vi{1,3})[.)/][.)–-]?(?=\s)"),
        (8, r"[-–—](?=\s)"),
        (9, r"[+*•▪●○](?=\s)"),
    )
)
ARTICLE = 4
_ITEM = 5
PLAIN = 10.0
_HEAD_LENGTH = 900
_LONGEST_TITLE, LONGEST_HEADING = 160, 130
_FEWEST = 2
_FEW_LINES = 8
_BARE = 2
_SHORT_TITLE = 3
_STOPS = ".;:!?…"
_LONG_LINE = 40
_ROMAN, _LETTER, _PART = 3, 7, 2
_ENGLISH = 5
"""English has one of its small words at least among so many."""
_MISREAD_NUMERAL = re.compile(r"(?:[IVX]{2,4}|(?=[1l|]*[IVXLH])[IVXLH1l|]{2,4}[.,:])\s+(?=\S+\s+\S)")
"""A Roman number of a heading in capitals, where the picture of a page lost its full stop, or made "1L." of "I."."""
_COUNT = re.compile(r"\d{1,2}(?=\W)")
_CELL = re.compile(r"[^\s|]+(?:[^\S\n\t]{1,2}[^\s|]+)*")
_COLUMNS = re.compile(r"\S(?:\s{3,}|\t+)\S")

_PAGE_NUMBER = re.compile(r"\W*(?:[Tt]rang )?\d{1,3}(?:/\d{1,3})?\W*")
_STAMP = re.compile(r"\*\W*M\.?S\.?(?:D\.?N|T)\b|^\W*CÔNG VĂN ĐẾN\W*$|(?<!\w)ĐẾN ?: ?\d")
"""The number of the firm in its round stamp, and what the square one of the registry says: "CÔNG VĂN ĐẾN"."""
_DECIDES = re.compile(r"quyết định ?:?")
_DECISION_NUMBER = re.compile(r"\d/(?:\d{4}/)?qđ-")
"""The mark of a decision in a document's number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the instrument: the level of its number (PLAIN for none), and the words after the number."""

    block: Block
    level: float
    place: Place
    folded: str
    text: str

    @property
    def shouts(self) -> bool:
        """Whether its words are all in capitals, an "I" that a scan took for an "l" with them: "BlÊN BẢN"."""
        return self.text.replace("l", "I").isupper()


@dataclass(frozen=True)
class Outline:
    """The lines of an instrument, cut in preamble, body and signatures."""

    lines: tuple[Line, ...]
    title: int
    kind: AgreementKind
    body_start: int
    body_end: int

    @cached_property
    def preamble(self) -> tuple[Line, ...]:
        """All lines before the first article, those above the title included."""
        return self.lines[: self.body_start]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the articles."""
        return self.lines[self.body_start : self.body_end]

    @cached_property
    def signatures(self) -> tuple[Line, ...]:
        """The lines after the articles."""
        return self.lines[self.body_end :]


def cells_of(line: Line) -> list[Place]:
    """The columns of a line: wide gaps or strokes part them."""
    return [
        Place(line.place.start + found.start(), line.place.start + found.end()) for found in _CELL.finditer(line.text)
    ]


def outline_of(analysis: Analysis, words: Words) -> Outline | None:
    """The outline of the document, if it is an instrument: a title and two articles, and a motto or a bare title."""
    blocks = [one for one in analysis.document.blocks if one.kind is not BlockKind.FURNITURE]
    motto = words.instrument.mottos.search(without_marks(analysis.folded[:_HEAD_LENGTH])) is not None
    if not motto and not any(_ends_in_capitals(one.place.of(analysis.text)) for one in blocks):
        return None  # without a motto the title stands in capitals, and the levels of all lines take long
    told = [one for one in _without_english(analysis, blocks, words) if not _is_added(one.place.of(analysis.text))]
    lines = _titled(_unwrapped(analysis, [line_of(analysis, one) for one in told]))
    title = _title(lines, words)
    if title is None:
        return None
    if not motto and not _stands_bare(lines, title[0], words.instrument):
        return None
    if _is_decision(lines, title[0]):
        return None
    formal = motto or words.lexicon.vows.search(lines[title[0]].folded) is not None
    articles = _articles(analysis, lines, title[0], words)
    if sum(formal or _classed(lines[at], words.instrument) for at in articles) >= _FEWEST:
        end = _signature_start(lines, articles[-1], words.instrument)
        return Outline(tuple(lines), title[0], title[1], articles[0], end)
    lead = _lead_of_items(lines, title[0], words.instrument)
    end = _signature_start(lines, lead + _FEWEST, words.instrument) if lead else len(lines)
    return Outline(tuple(lines), title[0], title[1], lead, end) if lead and end < len(lines) else None


def _without_english(analysis: Analysis, blocks: Sequence[Block], words: Words) -> list[Block]:
    """The blocks; of an agreement in two languages, without those that say in English what others say in Vietnamese."""
    foreign = [one for one in blocks if _in_english(one.place.of(analysis.folded), words.instrument)]
    if len(foreign) < _FEW_LINES:
        return list(blocks)
    return [one for one in blocks if one not in foreign and not _without_syllables(one.place.of(analysis.folded))]


def _is_added(said: str) -> bool:
    """Whether the line is no part of the text but the number of a page, or what a round stamp or that of the registry says."""
    round_stamp = said.isupper() and said.count("*") >= _FEWEST
    return round_stamp or _PAGE_NUMBER.fullmatch(said) is not None or _STAMP.search(said) is not None


def _in_english(said: str, lists: InstrumentLists) -> bool:
    tokens = TOKEN.findall(said) if said.isascii() else []
    return len(tokens) > _BARE and len(lists.english.findall(said)) * _ENGLISH >= len(tokens)


def _without_syllables(said: str) -> bool:
    """Whether the folded line has no marks of Vietnamese, and words that are none of its syllables."""
    tokens = [token for token in TOKEN.findall(said) if token.isalpha()] if said.isascii() else []
    return len(tokens) > _BARE and sum(map(is_syllable, tokens)) * 2 < len(tokens)


def _lead_of_items(lines: Sequence[Line], title: int, lists: InstrumentLists) -> int | None:
    """The line that leads in the only list of a short document: "... cùng ký giao ước với các nội dung sau:"."""
    for at, line in enumerate(lines[title + 1 :], title + 1):
        told = line.level == PLAIN and line.text.endswith(":") and lists.leading.search(line.folded)
        listed = lines[at + 1 : at + 1 + _FEWEST]
        if told and len(listed) == _FEWEST and all(ARTICLE < one.level < PLAIN for one in listed):
            return at
    return None


def _unwrapped(analysis: Analysis, lines: Sequence[Line]) -> list[Line]:
    """The lines; one that goes on with a sentence in small letters is joined to the one before it."""
    joined: list[Line] = []
    for one in lines:
        last = joined[-1] if joined else None
        goes_on = one.level == PLAIN and one.text[:1].islower() and len(one.folded.split()) >= _FEWEST
        if last is None or not goes_on or not _breaks_off(last):
            joined.append(one)
            continue
        place = Place(last.block.place.start, one.block.place.end)
        whole = Place(last.place.start, one.place.end)
        joined[-1] = Line(Block(last.block.kind, place, last.block.page), last.level, whole,
                          _in_one_line(analysis, whole), whole.of(analysis.text).strip())  # fmt: skip
    return joined


def _breaks_off(line: Line) -> bool:
    """Whether the line stops within a sentence, and is no heading in capitals."""
    return bool(line.text) and line.text[-1] not in _STOPS and not line.shouts and (
        line.level != PLAIN or len(line.text) >= _LONG_LINE)  # fmt: skip


def _ends_in_capitals(said: str) -> bool:
    return next((char for char in reversed(said) if char.isalpha()), "").isupper()


def _is_decision(lines: Sequence[Line], title: int) -> bool:
    """Whether one body decides what stands below it, and nobody agrees: "QUYẾT ĐỊNH" on a line with a number as "22/2019/QĐ-UBND"."""
    above = lines[: title + 1]
    decided = any(_DECIDES.fullmatch(line.folded) for line in above)
    return decided and any(_DECISION_NUMBER.search(line.folded) for line in above)


def _stands_bare(lines: Sequence[Line], title: int, lists: InstrumentLists) -> bool:
    """Whether the title stands in capitals with nothing but a letterhead and a number above it, or grounds or "Hôm nay" under it."""
    if not lines[title].shouts:
        return False
    numbered = any(lists.number_line.match(line.folded) for line in lines[:title])
    grounded = any(told.match(line.folded) for line in lines[title + 1 : title + _FEW_LINES]
                   for told in (lists.grounds, lists.today))  # fmt: skip
    return title < _FEWEST or (title < _FEW_LINES and (numbered or grounded))


def line_of(analysis: Analysis, block: Block) -> Line:
    """The block with the level of its number."""
    folded = block.place.of(analysis.folded)
    bare = without_marks(folded)  # "Điêu 4", where the picture of a page lost a mark
    level, start = PLAIN, 0
    for one, pattern, unmarked in _LEVELS:
        found = pattern.match(folded) or (unmarked.match(bare) if one <= ARTICLE else None)
        if found:
            level, start = one, found.end()
            break
    numeral = _MISREAD_NUMERAL.match(block.place.of(analysis.text)) if level == PLAIN else None
    if numeral and analysis.text[block.place.start + numeral.end() : block.place.end].isupper():
        level, start = _ROMAN, numeral.end()
    if level == _LETTER and block.place.end - block.place.start > start and analysis.text[block.place.start].isupper():
        level = _PART  # "A. NỘI DUNG" heads what stands under it, "a) ..." is an item
    if level == _ROMAN and analysis.text[block.place.start] == "(":
        level = _LETTER  # "(i) ..." is an item
    place = Place(block.place.start + start, block.place.end)
    return Line(block, level, place, _in_one_line(analysis, place), place.of(analysis.text).strip())


def _in_one_line(analysis: Analysis, place: Place) -> str:
    """What stands there, folded, as one line."""
    return place.of(analysis.folded).replace("\n", " ").strip()


def _titled(lines: Sequence[Line]) -> list[Line]:
    """The lines; a number that stands alone ("Chương II") is of the line under it, and stays where that has one: "Điều 2", "1. ..."."""
    joined: list[Line] = []
    number: Line | None = None
    for one in lines:
        level = number.level if number is not None and one.level == PLAIN else one.level
        line = Line(one.block, level, one.place, one.folded, one.text)
        if number is not None and ARTICLE < one.level < PLAIN:
            joined.append(number)
        number = line if not line.text and line.level <= ARTICLE else None
        if line.text:
            joined.append(line)
    return joined


def _title(lines: Sequence[Line], words: Words) -> tuple[int, AgreementKind] | None:
    """The first line that begins with the name of a kind of agreement."""
    for at, line in enumerate(lines):
        tokens = _without_addition(TOKEN.findall(line.folded)[:12], words)
        if line.shouts and len(tokens) <= _SHORT_TITLE and at + 1 < len(lines):
            # "CHƯƠNG TRÌNH" / "Phối hợp hoạt động"
            tokens = [*tokens, *TOKEN.findall(lines[at + 1].folded)[:_SHORT_TITLE]]
        kind = words.lexicon.kinds.longest(tokens, 0) if tokens else None
        if kind is None and line.shouts:
            kind = words.lexicon.kinds.longest(_with_marks(tokens, words.instrument), 0)
        if kind and len(line.text) < _LONGEST_TITLE:
            return at, AgreementKind(kind[1])
    return None


def _without_addition(tokens: list[str], words: Words) -> list[str]:
    """The tokens without those of an addition to the document, and its number: "phụ lục số 02 hợp đồng"."""
    addition = words.lexicon.additions.longest(tokens, 0) if tokens else None
    rest = tokens[addition[0] :] if addition else tokens
    if addition and rest and words.instrument.number_line.match(" ".join(rest)):
        rest = rest[_FEWEST:]
    return rest


def _with_marks(tokens: list[str], lists: InstrumentLists) -> list[str]:
    """The tokens of a title in capitals, the noun that it begins with as it is written: "hợp đông" is "hợp đồng"."""
    said = without_marks(" ".join(tokens))
    for noun in lists.titles:
        if f"{said} ".startswith(f"{without_marks(noun)} "):
            return [*noun.split(), *tokens[len(noun.split()) :]]
    return tokens


def _articles(analysis: Analysis, lines: Sequence[Line], title: int, words: Words) -> list[int]:
    """The lines that head the articles: numbered by article or section, or with a number and capitals."""
    found: list[int] = []
    for at, line in enumerate(lines[title + 1 :], title + 1):
        sectioned = line.level <= ARTICLE
        numbered = (
            line.level == _ITEM
            and heads(lines, at)
            and (line.shouts or _classed(line, words.instrument) or _gives_duties(line, words.instrument))
        )
        if (sectioned or numbered) and (
            found or line.level == ARTICLE or not _names_party(analysis, line, words.instrument)
        ):
            found.append(at)
    found = [*_counted_before(analysis, lines, found[0], title, words.instrument), *found] if found else found
    attended = bool(found) and words.instrument.attendance.match(lines[found[0]].folded) is not None
    return found[1:] if attended else found


def _counted_before(
    analysis: Analysis, lines: Sequence[Line], first: int, title: int, lists: InstrumentLists
) -> list[int]:
    """The headings above the one at `first` that are counted with it: "1. Về ...", "2. Về ..." above "3. Hoạt động chung"."""
    number = _number_of(analysis, lines[first])
    if lines[first].level != _ITEM or number is None:
        return []
    counted: list[int] = []
    for at in range(first - 1, title, -1):
        line = lines[at]
        if line.level != _ITEM or _number_of(analysis, line) != number - len(counted) - 1:
            continue
        if not heads(lines, at) or _names_party(analysis, line, lists):
            return []
        counted.insert(0, at)
    return counted if number == len(counted) + 1 else []


def _number_of(analysis: Analysis, line: Line) -> int | None:
    """The number that the line begins with."""
    told = _COUNT.match(line.block.place.of(analysis.text))
    return int(told.group()) if told else None


def heads(lines: Sequence[Line], at: int) -> bool:
    """Whether the line stands over others: the next one has a lower number, or none."""
    return (
        at + 1 < len(lines)
        and lines[at + 1].level > lines[at].level
        and len(lines[at].text) < LONGEST_HEADING
        and not lines[at].text.endswith((".", ";", ","))
    )


def _classed(line: Line, lists: InstrumentLists) -> bool:
    return any(pattern.match(line.folded) for pattern in (lists.content, lists.duties, lists.general))


def _gives_duties(line: Line, lists: InstrumentLists) -> bool:
    """Whether the line leads in what a party has to do, and ends with that: "1. Sở Y tế có trách nhiệm:"."""
    duty = lists.duties.search(line.folded)
    return duty is not None and (line.text.endswith(":") or not line.folded[duty.end() :].strip())


def _names_party(analysis: Analysis, line: Line, lists: InstrumentLists) -> bool:
    """Whether the line is the name of a body, or of who represents it, as those are that list the parties."""
    if any(told.match(line.folded) for told in (lists.role_line, lists.role_called)) or lists.role_aside.search(
        line.folded
    ):
        return True
    label = lists.name_label.match(line.folded)
    starts = {line.place.start, line.place.start + label.end() if label else line.place.start}
    return any(
        name.kind is NameKind.ORGANISATION and any(name.place.start - start in range(_BARE + 1) for start in starts)
        for name in analysis.names
    )


def _signature_start(lines: Sequence[Line], last: int, lists: InstrumentLists) -> int:
    """Where the signature block begins: the first line after the last article that begins as one."""
    for at in range(last + 1, len(lines)):
        line = lines[at]
        first = " ".join(line.text.partition("\n")[0].split())
        if len(first) >= _LONGEST_TITLE or line.text.endswith((".", ";")) or line.level != PLAIN:
            continue
        if lists.signatures.match(line.folded) or (_COLUMNS.search(line.text) and line.shouts):
            return next(
                (above + 1 for above in range(at - 1, last, -1) if not _may_sign(lines[above], lists)), last + 1
            )
    return len(lines)


def _may_sign(line: Line, lists: InstrumentLists) -> bool:
    """Whether the line is a name or an office in capitals, or says that it was signed."""
    return line.level == PLAIN and (line.shouts or lists.signed.match(line.folded) is not None)
