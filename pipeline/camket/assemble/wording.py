"""Cues by whole words: "nhận" is no cue in "nhận định", and "do" none in "tự do"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Analysis, Sentence
from camket.document import Place
from camket.lexicon import TOKEN

_NOUN, _VERB = "N", "V"
_NAMED = 2
"""So many capitals before a syllable in small letters may end a name: "Công ty Hà Lâm hứa ...", not "Bộ Ngoại giao"."""


class Wording:
    """Where the words of a document begin and which of them are nouns, as they are segmented and tagged."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._seen: set[int] = set()
        self._inner: set[int] = set()
        self._nouns: dict[int, str] = {}
        self._begun: set[int] = set()
        self._verbs: set[int] = set()

    def inside(self, at: int) -> bool:
        """Whether the syllable that begins at `at` goes on with a word."""
        self._look(at)
        return at in self._inner

    def noun(self, at: int) -> bool:
        """Whether a common noun begins at `at`."""
        self._look(at)
        return at in self._begun

    def verb(self, at: int) -> bool:
        """Whether a verb begins at `at`."""
        self._look(at)
        return at in self._verbs

    def noun_before(self, at: int) -> str | None:
        """The common noun that ends right before `at` in the folded text, with nothing but a blank between."""
        if self._analysis.folded[at - 1 : at] == "\n":
            return None  # what ends the line above is told of nobody here
        self._look(at)
        noun = self._nouns.get(at - 1)
        return noun if noun and noun[0].isalnum() else None  # a bullet is none, whatever the tagger says

    def search(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """The first match of `pattern` in the folded text from `start` to `end` that cuts no word."""
        return next(self.finditer(pattern, start, end), None)

    def finditer(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of `pattern` in the folded text from `start` to `end` that cut no word."""
        return (match for match in pattern.finditer(self._analysis.folded, start, end) if self.cuts_none(match))

    def cuts_none(self, match: re.Match[str]) -> bool:
        """Whether `match` in the folded text cuts no word where it begins and ends.

        Only a match of one syllable can: words that are too long are what segmentation errs in, where two verbs meet.
        """
        if " " in match.group():
            return True
        following = TOKEN.search(self._analysis.folded, match.end())
        return not self.inside(match.start()) and not (following and self.inside(following.start()))

    def _look(self, at: int) -> None:
        """The words of the sentence at `at` are known from now on."""
        analysis = self._analysis
        sentence = analysis.sentence_of(Place(at, at))
        if sentence is None or sentence.index in self._seen:
            return
        self._seen.add(sentence.index)
        words = analysis.words_in(sentence)
        begins = {word.place.start for word in words}
        inner = [(at, token) for at, token in enumerate(analysis.tokens[sentence.index])
                 if words and token.place.start not in begins and token.text[0].isalnum()]  # fmt: skip
        self._inner |= {token.place.start for at, token in inner if not self._follows_name(sentence, at)}
        nouns = [word.place for word in words if word.tag == _NOUN]
        self._verbs |= {word.place.start for word in words if word.tag == _VERB}
        self._begun |= {place.start for place in nouns}
        self._nouns |= {place.end: place.of(analysis.folded) for place in nouns}

    def _follows_name(self, sentence: Sentence, at: int) -> bool:
        """Whether the token number `at`, in small letters, stands right behind a name, with which it is no word."""
        tokens = self._analysis.tokens[sentence.index]
        named = at >= _NAMED and all(one.capital for one in tokens[at - _NAMED : at]) and tokens[at].text.islower()
        return named and any(name.extent.end == tokens[at - 1].place.end for name in self._analysis.names_in(sentence))
