"""Where else in a document the words of a sentence stand, by which names are told again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from camket.analysis import Analysis, Name, NameKind, Token
from camket.language.cursor import Cursor
from camket.lexicon import Lexicon
from camket.syllables import is_syllable

_SHORTEST, _LONGEST_FORM = 2, 12
"""The tokens of a short form that begins with a plain word."""
_ACRONYM = 2
_LONGEST_BRAND, _BEFORE = 100, 4
_LISTS, _JOINTS = (",", "và"), frozenset({"-", "&", "."})


class Occurrences:
    """The sentences of a document by the words that stand in them, looked for when they are asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._text, self._folded = analysis.text, analysis.folded
        self._starts = [sentence.place.start for sentence in analysis.sentences]
        self._found: dict[str, list[tuple[int, int]]] = {}
        self._leads: dict[int, tuple[int, int]] = {}

    def of_words(self, words: Sequence[str]) -> set[int]:
        """The sentences in which the folded `words` stand in a row."""
        return {at for place, at in self.of_word(words[0]) if self._in_row(words, place) == len(words)}

    def of_short_forms(self, at: int, cursor: Cursor, names: Sequence[Name]) -> list[int]:
        """The sentence number `at` and those that hold words of it that could be the short form of a name, in order.

        Such a form begins with a capital in both, and takes the place of `names` of the sentence only where it is longer.
        """
        found = {at}
        for number, token in enumerate(cursor.tokens):
            least = _least(cursor.tokens, number, names) if token.capital else 0
            if not least:
                continue
            words = cursor.words[number : number + _LONGEST_FORM]
            for place, other in self.of_word(token.folded):
                if (
                    other not in found
                    and self._text[place].isupper()
                    and self._may_be_short(words, place, other, least, cursor.lexicon)
                ):
                    found.add(other)
        return sorted(found)

    def _may_be_short(self, words: Sequence[str], place: int, other: int, least: int, lexicon: Lexicon) -> bool:
        """Whether `least` or more of what `words` and the words at `place` have in common could be the short form of a name there."""
        first = self._text[place : place + len(words[0])]
        spelt = is_syllable(first)
        if spelt and sum(map(str.isupper, first)) < _ACRONYM:
            least = max(least, _SHORTEST)
        common = self._in_row(words, place)
        if common < least or all(" ".join(words[:size]) in lexicon.never_short for size in range(least, common + 1)):
            return False
        bracket, company = self._led_by(other, lexicon)
        before = self._text[max(0, place - _BEFORE) : place].rstrip().lower()
        return (
            bracket < place  # an acronym
            or company < place
            or before.endswith("-")
            or (spelt and (before.endswith(_LISTS) or self._may_be_brand(place)))
        )

    def _led_by(self, at: int, lexicon: Lexicon) -> tuple[int, int]:
        """Where the first bracket and the first head of a company stand in the sentence, else where the text ends."""
        if at not in self._leads:
            start = self._starts[at]
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
            bracket = self._text.find("(", start, end)
            company = lexicon.companies.search(self._folded, start, end)
            self._leads[at] = (
                bracket if bracket >= 0 else len(self._text),
                company.start() if company else len(self._text),
            )
        return self._leads[at]

    def _may_be_brand(self, place: int) -> bool:
        """Whether a name without a head could begin at `place`: one with a foreign word, or the first of a list."""
        for said in self._text[place : place + _LONGEST_BRAND].split():
            if said in _LISTS:
                return True
            if not (said[0].isupper() or said[0].isdigit() or said in _JOINTS):
                return False
            if not is_syllable(said):  # or one with a comma after it
                return True
        return False

    def of_word(self, word: str) -> list[tuple[int, int]]:
        """The places in sentences at which the folded word stands whole, each with the number of its sentence."""
        if word not in self._found:
            self._found[word] = [(place, bisect_right(self._starts, place) - 1) for place in self._whole(word)]
        return self._found[word]

    def _whole(self, word: str) -> Iterator[int]:
        folded, size = self._folded, len(word)
        place = folded.find(word, self._starts[0])
        while place >= 0:
            before, after = folded[place - 1 : place], folded[place + size : place + size + 1]
            if not (before.isalnum() or after.isalnum() or before == "_" or after == "_"):
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


def _least(tokens: Sequence[Token], at: int, names: Sequence[Name]) -> int:
    """How many tokens a short form at `at` has at least, to take the place of the names that begin there; 0 inside one."""
    start, least = tokens[at].place.start, 1
    for name in names:
        if name.extent.start < start < name.extent.end:
            return 0
        if name.extent.start == start:
            end = next((i for i in range(at, len(tokens)) if tokens[i].place.start >= name.extent.end), len(tokens))
            plain = name.kind is NameKind.PERSON and name.extent == name.place
            least = max(least, end - at + (not plain))
    return least
