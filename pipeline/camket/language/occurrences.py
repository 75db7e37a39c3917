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
_LONGEST_BRAND = 100
_LISTS, _JOINTS = (",", "và"), frozenset({"-", "&", "."})
_WORD = re.compile(r"\w")


class Occurrences:
    """The sentences of a document by the words that stand in them, looked for when they are asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._text, self._folded = analysis.text, analysis.folded
        self._starts = [sentence.place.start for sentence in analysis.sentences]
        self._found: dict[str, list[int]] = {}

    def of_words(self, words: Sequence[str]) -> set[int]:
        """The sentences in which the folded `words` stand in a row."""
        return {self._sentence(place) for place in self.of_word(words[0]) if self._in_row(words, place) == len(words)}

    def of_short_forms(self, at: int, cursor: Cursor) -> list[int]:
        """The sentence number `at` and those that hold words of it that could be the short form of a name, in order.

        Such a form begins with a capital in both.
        """
        found = {at}
        for number, token in enumerate(cursor.tokens):
            if not token.capital:
                continue
            words = cursor.words[number : number + _LONGEST_FORM]
            for place in self.of_word(token.folded):
                other = self._sentence(place)
                if (
                    other not in found
                    and self._text[place].isupper()
                    and self._may_be_short(words, place, other, cursor.lexicon)
                ):
                    found.add(other)
        return sorted(found)

    def _may_be_short(self, words: Sequence[str], place: int, other: int, lexicon: Lexicon) -> bool:
        """Whether what `words` and the words at `place` have in common could be the short form of a name told there."""
        first = self._text[place : place + len(words[0])]
        plain = is_syllable(first) and sum(char.isupper() for char in first) < _ACRONYM
        common = range(_SHORTEST if plain else 1, self._in_row(words, place) + 1)
        if all(" ".join(words[:size]) in lexicon.never_short for size in common):
            return False
        before = self._text[self._starts[other] : place]
        return (
            before.rfind("(") > before.rfind(")")  # an acronym
            or before.rstrip().endswith("-")
            or lexicon.companies.search(self._folded, self._starts[other], place) is not None
            or (is_syllable(first) and self._may_be_brand(before, place))
        )

    def _may_be_brand(self, before: str, place: int) -> bool:
        """Whether a name without a head could begin at `place`: one with a foreign word, or one told in a list."""
        if before.rstrip().lower().endswith(_LISTS):
            return True
        for said in self._text[place : place + _LONGEST_BRAND].split():
            if said in _LISTS:
                return True
            if not (said[0].isupper() or said[0].isdigit() or said in _JOINTS):
                return False
            if not is_syllable(said):  # or one with a comma after it
                return True
        return False

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def of_word(self, word: str) -> list[int]:
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
