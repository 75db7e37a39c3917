"""Whether a line goes on in the next one, and with what between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from camket.ingest.blocks import LABEL, begins_item, is_ended
from camket.syllables import is_syllable

_FULL = 0.9
"""A line that reaches this far into the text's width goes on in the next one."""
_HALF = 0.5
_APART = 1.25
"""Lines further apart than this many times the leading are of two paragraphs."""
_INDENT = 1.2
"""So many line heights further in, the first line of a paragraph begins."""
_HYPHENS = "-\u2010\u00ad"
_BROKEN_WORD = re.compile(rf"(?P<stem>[^\W\d_]+)[{_HYPHENS}]$")


class Measure(NamedTuple):
    """A line as it is set: its words and extent, the width of its first word, its column and the leading in it."""

    text: str
    x0: float
    x1: float
    middle: float
    height: float
    first: float
    left: float
    right: float
    leading: float
    far: Sequence[int] = ()
    """The numbers of the words that stand far from the one before, as in another column."""


class Joint(Enum):
    """What stands between two lines of one paragraph."""

    BLANK = " "
    GLUE = ""
    UNHYPHEN = "-"
    """Nothing, and the hyphen at the end of the first line is gone."""


class Turn(Enum):
    """What lies between two lines that follow each other."""

    LINE = "line"
    COLUMN = "column"
    PAGE = "page"


def joint(above: Measure, below: Measure, turn: Turn) -> Joint | None:
    """How the two lines are one paragraph; None where a new one begins."""
    if turn is Turn.LINE and (below.middle - above.middle > _APART * below.leading or _indented(above, below)):
        return None
    if above.far and (below.far or above.text.isupper()):
        return None
    if not _is_full(above, below) or not _goes_on(above.text, below.text):
        return None
    if turn is Turn.COLUMN and (is_ended(above.text) or not below.text[:1].islower()):
        return None
    return _between(above.text, below.text)


def _is_full(above: Measure, below: Measure) -> bool:
    """Whether the line reaches the edge of its column, or the next word would not have fitted in."""
    width = above.right - above.left
    reach = above.x1 - above.left
    if reach >= _FULL * width:
        return True
    fitted = above.x1 + 0.3 * above.height + below.first <= above.right
    return not fitted and reach > _HALF * width and not is_ended(above.text)


def _indented(above: Measure, below: Measure) -> bool:
    """Whether the line begins a paragraph by standing further in than its column; items hang and titles are centred."""
    inset = below.x0 - below.left
    if inset < _INDENT * below.height or begins_item(above.text):
        return False
    centred = abs(inset - (below.right - below.x1)) < 0.5 * inset
    return not centred and abs(above.x0 - below.x0) > 0.5 * below.height


def _goes_on(above: str, below: str) -> bool:
    """Whether `below` goes on with the paragraph whose full line was `above`."""
    if begins_item(below) or LABEL.match(below) or (above.isupper() != below.isupper()):
        return False
    return not is_ended(above) or below[:1].islower() or not above.endswith((";", ":"))


def _between(above: str, below: str) -> Joint:
    """What joins the lines: a word cut at a hyphen is whole again; numbers and compounds keep theirs."""
    if above[-1:] not in _HYPHENS or not above[-2:-1].isalnum() or not below[:1].isalnum():
        return Joint.BLANK
    if above.endswith("\u00ad"):
        return Joint.UNHYPHEN
    cut = _BROKEN_WORD.search(above)
    word = above.rsplit(None, 1)[-1]
    if cut is None or not below[0].islower() or word.rstrip(_HYPHENS) != cut["stem"]:
        return Joint.GLUE
    stem, rest = cut["stem"], re.match(r"[^\W\d_]*", below)
    assert rest is not None
    marked = not (stem + rest.group()).isascii()
    compound = is_syllable(stem) and (marked or stem[0].isupper())
    return Joint.GLUE if compound else Joint.UNHYPHEN
