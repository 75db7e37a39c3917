"""What a scan lost or took for another letter, read in the folded text as it was written: "trách nhiêm", "phối hơp", "chlến".

The dot below is the smallest of marks and the first that a picture loses, then the tone over a vowel that has a mark of its
own. Where it is lost from a syllable that ends with c, ch, p or t, none is left that Vietnamese has: such syllables have a
tone. A text with several of these is read again by the words of underthesea's dictionary; every other text stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations

from camket.folding import fold
from camket.syllables import is_syllable

_FEWEST = 3
"""So many misread syllables tell a scan; names of the highlands and typists' slips have one or two."""
_MISREAD = re.compile(r"[âăêôơư](?:ch?|p|t)(?!\w)|l(?![aeiouylbcdghkmnpqrstvx\W\d_])(?<=[bcdđghkmnpqrstvx]l)")
"""A stop behind a vowel with a mark of its own and no tone; an "l" between a consonant and a vowel with a mark. Texts are looked
through ten times as fast for what begins with letters as for what stands behind some."""
_BEHIND_CONSONANT = re.compile(r"[^\W\daeiouyăâêôơư]{1,3}l[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_DOT, _TONES, _HATS = "\u0323", "\u0300\u0301\u0303\u0309\u0323", "\u0302\u0306\u031b"
"""The dot below; all tones; the marks of â, ă and ơ."""
_LONGEST = 3
_Index = dict[tuple[str, ...], tuple[str, ...]]


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
    for at, one in enumerate(_mended_words(folded, [start for start, _ in words], said)):
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


def _mended_words(folded: str, starts: Sequence[int], said: Sequence[str]) -> list[str]:
    """The words; where the dictionary has none that they are, but one with the marks that were lost, as that has them."""
    words = list(said)
    *several, single = _indices()
    for index in several:
        at = 0
        while at < len(words):
            at += _mend(folded, starts, words, at, index)
    return [single.get((word,), (word,))[0] if _lacks_tone(word) else word for word in words]


def _mend(folded: str, starts: Sequence[int], words: list[str], at: int, index: _Index) -> int:
    """Mends the longest word of several syllables that begins at `at`; how many it has, else 1."""
    for size in range(min(_LONGEST, len(words) - at), 1, -1):
        run = tuple(words[at : at + size])
        ends = (starts[k] + len(words[k]) for k in range(at, at + size - 1))
        if run in index and all(folded[end : starts[k]].isspace() for k, end in enumerate(ends, at + 1)):
            words[at : at + size] = index[run]
            return size
    return 1


@cache
def _indices() -> tuple[_Index, _Index, _Index]:
    """The words of the dictionary by what is left of them where dots below are lost, where tones are, and those of one syllable.

    Only what one word alone can be is told; dots are the first to be lost.
    """
    from camket.language.segmenter import segmenter  # noqa: PLC0415 - opens models, which few documents ask for

    listed = {tuple(fold(word).split()) for word in segmenter().listed}
    words = [word for word in listed if len(word) <= _LONGEST and all(map(str.isalpha, word))]
    single = [word for word in words if len(word) == 1]
    several = [word for word in words if len(word) > 1]
    return (
        _by_what_is_left(several, listed, _without_dot),
        _by_what_is_left(several, listed, _without_tone),
        _by_what_is_left(single, listed, _without_tone),
    )


def _by_what_is_left(
    words: Iterable[tuple[str, ...]], listed: set[tuple[str, ...]], without: Callable[[str], str]
) -> _Index:
    """The words by what is left of each where `without` takes marks from some of its syllables, if that is no word and of no other."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for word in words:
        bare = [without(syllable) for syllable in word]
        marked = [at for at, syllable in enumerate(word) if bare[at] != syllable]
        for count in range(1, len(marked) + 1):
            for lost in combinations(marked, count):
                left = tuple(bare[at] if at in lost else one for at, one in enumerate(word))
                if left not in listed:
                    found.setdefault(left, set()).add(word)
    return {left: next(iter(told)) for left, told in found.items() if len(told) == 1}


@cache
def _without_dot(syllable: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).replace(_DOT, ""))


@cache
def _without_tone(syllable: str) -> str:
    """The syllable without the tone over a vowel that has a mark of its own, or the dot below: "quyêt", "hop"."""
    letters = unicodedata.normalize("NFD", syllable)
    tones = _TONES if any(mark in letters for mark in _HATS) else _DOT
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in tones))
