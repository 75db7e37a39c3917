"""What a scan lost or took for another letter, read in the folded text as it was written: "trách nhiêm", "phối hơp", "chlến".

The dot below is the smallest of marks and the first that a picture loses. Where it is lost from a syllable that ends with
c, ch, p or t, none is left that Vietnamese has: such syllables have a tone. A text with several of these is read again by
the words of underthesea's dictionary; every other text stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from camket.folding import fold
from camket.syllables import is_syllable

_FEWEST = 3
"""So many misread syllables tell a scan; names of the highlands and typists' slips have one or two."""
_MISREAD = re.compile(r"[âăêôơư](?:ch?|p|t)(?!\w)|(?<=[^\W\d_])l(?=[^\W\d_])(?<![aeiouyn]l)")
_BEHIND_CONSONANT = re.compile(r"[^\W\daeiouyăâêôơư]{1,3}l[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_DOT, _ACUTE = "\u0323", "\u0301"
_LONGEST = 3


def mended(text: str, folded: str) -> str:
    """`folded`, the text folded, with the misread letters of a scan as they were written; every place stays."""
    if _MISREAD.search(folded) is None:
        return folded
    words = [(match.start(), match.group()) for match in _WORD.finditer(folded)]
    said = [_with_i(word, text[start : start + len(word)]) for start, word in words]
    misread = sum(one != word or _lacks_tone(one) for one, (_, word) in zip(said, words, strict=True))
    if misread < _FEWEST:
        return folded
    letters = list(folded)
    for at, one in enumerate(_dotted(folded, [start for start, _ in words], said)):
        start = words[at][0]
        letters[start : start + len(one)] = one
    return "".join(letters)


def _with_i(word: str, text: str) -> str:
    """The word with "i" for an "l" behind a consonant or among capitals, where that makes a syllable of it: "Đlều", "HỘl"."""
    if "l" not in word[1:] or word.isascii() or is_syllable(word):
        return word
    if not (_BEHIND_CONSONANT.match(word) or ("l" in text and text.replace("l", "").isupper())):
        return word  # "Ea Nuôl"
    other = word[0] + word[1:].replace("l", "i")
    return other if is_syllable(other) else word


def _lacks_tone(word: str) -> bool:
    """Whether it is a syllable that ends with a stop and has no tone: "viêc"."""
    found = _MISREAD.search(word)
    return found is not None and found.group() != "l" and is_syllable(word)


def _dotted(folded: str, starts: Sequence[int], said: Sequence[str]) -> list[str]:
    """The words; where the dictionary has none that they are, but one with dots below, as that has them."""
    index, single = _index()
    mended: list[str] = list(said)
    at = 0
    while at < len(said):
        for size in range(min(_LONGEST, len(said) - at), 1, -1):
            run = tuple(said[at : at + size])
            joined = all(folded[starts[k] + len(said[k]) : starts[k + 1]].isspace() for k in range(at, at + size - 1))
            if joined and run in index:
                mended[at : at + size] = index[run]
                at += size - 1
                break
        else:
            if _lacks_tone(said[at]):
                mended[at] = single.get(said[at], said[at])
        at += 1
    return mended


@cache
def _index() -> tuple[dict[tuple[str, ...], tuple[str, ...]], dict[str, str]]:
    """The words of the dictionary by what is left of them where dots are lost, and single syllables that only a dot makes."""
    from camket.language.segmenter import segmenter  # noqa: PLC0415 - opens models, which few documents ask for

    listed = {tuple(fold(word).split()) for word in segmenter().listed}
    several = [word for word in listed if 1 < len(word) <= _LONGEST and all(map(str.isalpha, word))]
    index: dict[tuple[str, ...], tuple[str, ...]] = {}
    for word in several:
        dotted = [at for at, syllable in enumerate(word) if _DOT in unicodedata.normalize("NFD", syllable)]
        for count in range(1, len(dotted) + 1):
            for lost in combinations(dotted, count):
                left = tuple(_marked(one, "") if at in lost else one for at, one in enumerate(word))
                if left not in listed:
                    index.setdefault(left, word)
    alone = {word[0] for word in listed if len(word) == 1}
    single = {
        bare: word for word in alone if (bare := _marked(word, "")) != word and _marked(word, _ACUTE) not in alone
    }
    return index, single


def _marked(syllable: str, mark: str) -> str:
    """The syllable with another mark for its dot below."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).replace(_DOT, mark))
