"""Where else in a document the words of a sentence stand, by which names are told again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from camket.analysis import Analysis
from camket.language.cursor import Cursor
from camket.lexicon import Lexicon
from camket.syllables import is_syllable

_SHORTEST, _LONGEST_FORM = 2, 12
"""The tokens of a short form that begins with a plain word."""
_ACRONYM = 2
_WORD = re.compile(r"\w")


class Occurrences:
    """The sentences of a document by the words that stand in them, looked for when they are asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._text, self._folded = analysis.text, analysis.folded
        self._starts = [sentence.place.start for sentence in analysis.sentences]
        self._found: dict[str, list[int]] = {}

    def of_words(self, words: Sequence[str]) -> set[int]:
        """The sentences in which the folded `words` stand in a row."""
        return {self._sentence(place) for place in self._of_word(words[0]) if self._in_row(words, place) == len(words)}

    def of_short_forms(self, at: int, cursor: Cursor) -> list[int]:
        """The sentence number `at` and those that hold words of it that could be the short form of a name, in order.

        Such a form begins with a capital in both.
        """
        found = {at}
        for number, token in enumerate(cursor.tokens):
            if not token.capital:
                continue
            words = cursor.words[number : number + _LONGEST_FORM]
            for place in self._of_word(token.folded):
                other = self._sentence(place)
                if (
                    other not in found
                    and self._text[place].isupper()
                    and self._may_be_short(words, place, cursor.lexicon)
                ):
                    found.add(other)
        return sorted(found)

    def _may_be_short(self, words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
        """Whether what `words` and the words at `place` have in common could be the short form of a name."""
        first = self._text[place : place + len(words[0])]
        plain = is_syllable(first) and sum(char.isupper() for char in first) < _ACRONYM
        if not plain and words[0] not in lexicon.never_short:
            return True
        sizes = range(_SHORTEST, self._in_row(words, place) + 1)
        return any(" ".join(words[:size]) not in lexicon.never_short for size in sizes)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _of_word(self, word: str) -> list[int]:
        """The places in sentences at which the folded word stands whole."""
        if word not in self._found:
            self._found[word] = list(self._whole(word))
        return self._found[word]

    def _whole(self, word: str) -> Iterator[int]:
        folded, size = self._folded, len(word)
        place = folded.find(word, self._starts[0])
        while place >= 0:
            cut = _WORD.match(folded, place - 1) if place else None
            if not (cut or _WORD.match(folded, place + size)):
                yield place
            place = folded.find(word, place + size)

    def _in_row(self, words: Sequence[str], place: int) -> int:
        """How many of `words` stand in a row from `place` on."""
        for number, word in enumerate(words):
            while self._folded[place : place + 1].isspace():
                place += 1
            if not self._folded.startswith(word, place):
                return number
            place += len(word)
        return len(words)
