"""Which text of a PDF page is to be trusted: what is there, what another reader finds, or only a picture's OCR."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from camket.ingest.pdf.pdf_objects import Objects
from camket.ingest.pdf.pdfium_page import PageWords
from camket.ingest.sheets.words import Word
from camket.syllables import is_syllable

_FEWEST_LETTERS = 20
"""A page with a picture or drawings and fewer letters than this is taken as a picture."""
_PICTURE, _LITTLE = 0.5, 0.06
"""A picture over so much of the page is a scan, where visible words cover less than the second share."""
_FEW = 600
TRUSTED = 0.6
"""What the text of a page must be worth. Vietnamese in any font with a right table is over 0.95, in a wrong one below 0.5."""
_MARKED = 0.5
"""Of the words of Vietnamese pages 0.75 to 0.93 have marks; of a layer by an English OCR hardly any."""
_ENGLISH_WEIGHT = 4.0
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "by",
        "is",
        "with",
        "that",
        "on",
        "as",
        "at",
        "this",
        "are",
        "be",
        "or",
        "from",
    ]
)
"""14 to 38 % of the words of English texts, below 3 % of Vietnamese without its marks."""
_SAMPLE = 80
"""So many words of a page at least are looked at."""
_FEWEST_WORDS = 8
_FEW_ODD, _ODD_WEIGHT, _SAME = 0.02, 3.0, 0.95
_LONG = 6
"""A page of more drawings may have its letters drawn."""
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")


class Judgement(Enum):
    """How a page is to be read."""

    TEXT = "text"
    BLANK = "blank"
    SCAN = "scan"
    """OCR, and the visible words as they are."""
    HIDDEN = "hidden"
    """OCR instead of an invisible layer of text that is not to be trusted."""
    SUSPECT = "suspect"
    """The text is to be compared with that of another reader."""
    UNMARKED = "unmarked"
    """So is this, for it is neither Vietnamese with its marks nor English; but it may well be another language."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a page that are visible, and those of an invisible layer."""

    visible: list[Word]
    hidden: list[Word]


def parts_of(page: PageWords, objects: Objects) -> Parts:
    """The words of the page parted; all are visible on a page without a large picture."""
    if objects.seen is None:
        return Parts(page.words, [])
    visible: list[Word] = []
    hidden: list[Word] = []
    for word in page.words:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        seen = any(x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1 for x0, y0, x1, y1 in objects.seen)
        (visible if seen else hidden).append(word)
    return Parts(visible, hidden)


def judge(page: PageWords, objects: Objects, parts: Parts, area: float) -> Judgement:
    """How the page of `area` square points is to be read."""
    if not page.words and not objects.texts and not objects.pictures and objects.drawings <= _LONG:
        return Judgement.BLANK
    shown = letters_of(parts.visible, _FEW + objects.texts)
    if letters_of(parts.hidden) >= _FEWEST_LETTERS:
        return Judgement.TEXT if trusts_layer(said(parts.hidden)) else Judgement.HIDDEN
    few = shown < _FEW and _covered(parts.visible) < _LITTLE * area
    if objects.pictures > _PICTURE and few:
        return Judgement.SCAN
    if shown < _FEWEST_LETTERS and (objects.pictures or objects.drawings > _LONG):
        return Judgement.SCAN
    if 2 * shown < objects.texts - _FEWEST_LETTERS:
        return Judgement.SUSPECT
    sample = said(page.words[:: 1 + len(page.words) // _SAMPLE])
    if worth(sample, page.unmapped) < TRUSTED:
        return Judgement.SUSPECT
    return Judgement.UNMARKED if _lacks_marks(sample) else Judgement.TEXT


def letters_of(words: Sequence[Word], enough: int = _FEW) -> int:
    """How many letters and digits the words have, counted no further than `enough` of them."""
    letters = 0
    for word in words:
        letters += len(word.text) if word.text.isalnum() else sum(map(str.isalnum, word.text))
        if letters >= enough:
            break
    return letters


def said(words: Sequence[Word]) -> str:
    """The words with a blank between two."""
    return " ".join([word.text for word in words])


def _covered(words: Sequence[Word]) -> float:
    return sum((word.box[2] - word.box[0]) * (word.box[3] - word.box[1]) for word in words)


def better(mine: str, unmapped: float, other: str) -> tuple[float, float]:
    """What pdfium's text and pdfplumber's are worth.

    Where both find the same letters, it does not matter that the font tells nothing of them. pdfium leaves out letters
    that it knows nothing of, which pdfplumber shows as such: where it does, it is worth no more than the other.
    """
    theirs = worth(other)
    plain = Counter(_ODD.sub("\ufffd", other))
    ours = Counter(mine)
    same = sum((plain & ours).values()) >= _SAME * max(1, plain.total(), ours.total())
    value = worth(mine, 0.0 if same else unmapped)
    nothing, blank = plain["\ufffd"], " "
    left_out = (plain.total() - plain[blank]) - (ours.total() - ours[blank])
    dropped = nothing > _FEW_ODD * len(other) and 2 * left_out > nothing
    return (min(value, theirs) if dropped else value), theirs


def worth(text: str, unmapped: float = 0.0) -> float:
    """What a text is worth, 0 to 1: how much of it is words, and how little are letters that nothing is known of."""
    if not text:
        return 0.0
    words = [word for word in _WORD.findall(text) if _is_latin(word)]
    good = len([word for word in words if word.isascii() or is_syllable(word)])
    quality = good / len(words) if words else 1.0
    return max(0.0, quality * (1 - _ODD_WEIGHT * _odd(text)) * (1 - unmapped))


def trusts_layer(text: str) -> bool:
    """Whether an invisible layer is Vietnamese with its marks, or English."""
    return any(map(str.isalpha, text)) and not _lacks_marks(text) and worth(text) >= TRUSTED


def _odd(text: str) -> float:
    """The share of letters that nothing is known of."""
    return sum(len(match.group()) for match in _ODD.finditer(text)) / max(1, len(text))


def _lacks_marks(text: str) -> bool:
    """Whether the text is in Latin letters, but neither Vietnamese with its marks nor English."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    latin = [word for word in words if _is_latin(word)]
    if len(latin) < _FEWEST_WORDS or 2 * len(latin) < len(words):
        return False
    marked = len([word for word in latin if not word.isascii()])
    english = len([word for word in latin if word.lower() in _ENGLISH])
    return marked + _ENGLISH_WEIGHT * english < _MARKED * len(latin)


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250" or "\u1e00" <= word[0] <= "\u1eff"


def beside(read: Sequence[Word], known: Sequence[Word]) -> list[Word]:
    """Of the words that OCR read, those that do not stand where one is known exactly."""
    boxes = [word.box for word in known]

    def is_known(word: Word) -> bool:
        left, top, right, bottom = word.seen or word.box
        x, y = (left + right) / 2, (top + bottom) / 2
        return any(x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1 for x0, y0, x1, y1 in boxes)

    return [word for word in read if not is_known(word)]
