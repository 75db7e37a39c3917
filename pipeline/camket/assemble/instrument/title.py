"""What an instrument is called: the line of its kind with the lines under it that say what it is about."""

from __future__ import annotations

import re

from camket.analysis import Analysis, NameKind
from camket.assemble.instrument.outline import PLAIN, Line, Outline
from camket.assemble.words import Words

_MOST_LINES, _LONGEST = 4, 220
_BETWEEN = re.compile(r"\W*giữa(?!\w)")
_ABOUT = re.compile(r"\W*(?:về|trong|để)(?= )")
_NUMBER = re.compile(r"\W*số(?: hợp đồng)? ?[:/\d]")
_PERIOD = re.compile(r",? giai đoạn(?=:? ?\d)|[\s,(]*giai đoạn(?!\w)|[\s,(]*năm \d{4}(?: ?[-–] ?\d{4})?$| giữa(?!\w)")
_BRACKETS = "() \t\n"


def title_of(analysis: Analysis, outline: Outline, words: Words) -> str:
    """The title with its subtitle: "CHƯƠNG TRÌNH PHỐI HỢP Về bảo vệ môi trường"; without parties, number and period."""
    title = outline.lines[outline.title]
    told = [" ".join(title.block.place.of(analysis.text).split())]
    above = title
    for line in outline.lines[outline.title + 1 : min(outline.title + _MOST_LINES, outline.body_start)]:
        if _NUMBER.match(line.folded) and above is title:
            continue
        said, whole = _matter(analysis, line, words)
        goes_on = above is title or line.text[:1].islower() or (above.shouts and line.shouts)
        told += [said] if said and goes_on else []
        if not (said and goes_on and whole):
            break
        above = line
    return " ".join(told)


def _matter(analysis: Analysis, line: Line, words: Words) -> tuple[str, bool]:
    """What the line says the document is about, empty where it says something else, and whether it says no more."""
    lists = words.instrument
    ends = line.text.endswith((".", ":", ";")) or len(line.text) > _LONGEST
    other = any(pattern.match(line.folded) for pattern in (lists.grounds, lists.number_line, lists.role_line))
    if line.level != PLAIN or ends or other or line.folded.isascii() or lists.today.match(line.folded):
        return "", False
    bodies = [one.extent for one in analysis.names if one.kind is not NameKind.PERSON and line.place.covers(one.place)]
    start = line.place.start
    if _BETWEEN.match(line.folded):
        start = max((one.end for one in bodies), default=start)
        if _ABOUT.match(analysis.folded, start, line.place.end) is None:
            return "", False
    elif any(one.start - start in range(2) for one in bodies):
        return "", False
    said = analysis.text[start : line.place.end].replace("\n", " ")
    ended = _PERIOD.search(analysis.folded[start : line.place.end].replace("\n", " "))
    return " ".join(said[: ended.start() if ended else len(said)].strip(_BRACKETS).split()), ended is None
