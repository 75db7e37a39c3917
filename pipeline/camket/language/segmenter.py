"""underthesea's own models of words and of parts of speech, driven faster; what they say is the same.

The model of words is a table of weights, by what its templates see: a token, its neighbours, pairs and triples of them.
The library makes 43 strings for every token and looks each up. Here the weights stand by template, those of a token are
added once for each place beside another and kept, and with two labels all that counts is by how much the one outweighs
the other: that a word goes on, against that one begins. tests/language/test_segmenter.py holds both to the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import joblib
from underthesea.pipeline.word_tokenize.regex_tokenize import normalize_characters_in_text, patterns
from underthesea_core import CRFFeaturizer, CRFTagger

from camket.document import Place
from camket.language.crf import read_crf

_WORDS = Path("word_tokenize/models/ws_crf_vlsp2013_20230727")
_TAGS = Path("pos_tag/pos_crf_2017_10_11.bin")
_KEPT = 100_000
"""Tokens whose weights are kept: a language has fewer, names and numbers come and go."""
_LABELS = ("B-W", "I-W")
_BEFORE, _AFTER = "BOS", "EOS"
_ONES, _TWOS, _THREES = ("-2", "-1", "0", "1", "2"), ("-2,-1", "-1,0", "0,1", "1,2"), ("-2,0", "-1,1", "0,2")
"""The places beside a token that templates look at: single tokens, pairs and triples."""


class Segmenter:
    """Words of Vietnamese: the model of 2023 on VLSP 2013."""

    def __init__(self) -> None:
        folder = _models() / _WORDS
        self._listed = joblib.load(folder / "dictionary.bin")
        self._featurizer = CRFFeaturizer(joblib.load(folder / "features.bin"), self._listed)
        crf = read_crf(folder / "models.bin")
        assert crf.labels == _LABELS
        self._moves = crf.transitions
        self._weights: dict[str, dict[str, float]] = {}
        for attribute, (begins, goes_on) in crf.states.items():
            template, _, value = attribute.partition("=")
            self._weights.setdefault(template, {})[value] = goes_on - begins
        self._about = lru_cache(_KEPT)(self._look)
        self._one = lru_cache(_KEPT)(self._of_token)
        self._two = _Several(self._weights, _TWOS, self._listed)
        self._three = _Several(self._weights, _THREES, self._listed)
        self._ends = [
            ([self._of_mark(places, _BEFORE)] * 2, [self._of_mark(places, _AFTER)] * 2)
            for places in (_ONES, _TWOS, _THREES)
        ]

    def words(self, text: str) -> list[tuple[Place, str]]:
        """The words of `text` on their places, and as the library spells them: their syllables with a blank between."""
        normal = normalize_characters_in_text(text)
        matches = list(patterns.finditer(normal))
        tokens = [match.group() for match in matches]
        spans = [match.span() for match in matches] if normal == text else _put_back(text, tokens)
        words: list[tuple[Place, str]] = []
        for (start, end), token, goes_on in zip(spans, tokens, self._best(self._scores(tokens)), strict=True):
            if goes_on and words:
                begun, said = words[-1]
                words[-1] = Place(begun.start, end), f"{said} {token}"
            else:
                words.append((Place(start, end), token))
        return words

    def _best(self, scores: list[float]) -> list[bool]:
        """For each token whether it goes on with a word, in the best sequence (Viterbi)."""
        (begin_begin, begin_on), (on_begin, on_on) = self._moves
        begins, goes_on = 0.0, scores[0] if scores else 0.0
        before: list[tuple[bool, bool]] = []
        for score in scores[1:]:
            to_begin = goes_on + on_begin > begins + begin_begin
            to_on = goes_on + on_on > begins + begin_on
            before.append((to_begin, to_on))
            begins, goes_on = (
                goes_on + on_begin if to_begin else begins + begin_begin,
                (goes_on + on_on if to_on else begins + begin_on) + score,
            )
        told = [goes_on > begins]
        for step in reversed(before):
            told.append(step[told[-1]])
        return told[::-1][: len(scores)]

    def _scores(self, tokens: list[str]) -> list[float]:
        """By how much each token rather goes on with a word than begins one."""
        (before, after), (before_pairs, after_pairs), (before_triples, after_triples) = self._ends
        one = [*before, *map(self._one, tokens), *after]
        two = [*before_pairs, *map(self._of_pair, tokens, tokens[1:]), *after_pairs]
        three = [*before_triples, *map(self._of_triple, tokens, tokens[1:], tokens[2:]), *after_triples]
        return [
            one[i][0] + one[i + 1][1] + one[i + 2][2] + one[i + 3][3] + one[i + 4][4]
            + two[i][0] + two[i + 1][1] + two[i + 2][2] + two[i + 3][3]
            + three[i][0] + three[i + 1][1] + three[i + 2][2]
            for i in range(len(tokens))
        ]  # fmt: skip

    def _look(self, token: str) -> tuple[str, str, str, str]:
        """A token in small letters, and whether it is a number, a title and a listed word, as the featurizer says."""
        said: dict[str, str] = dict(one.split("=", 1) for one in self._featurizer.process([[[token]]])[0][0])
        return said["T[0].lower"], said["T[0].isdigit"], said["T[0].istitle"], said["T[0].is_in_dict"]

    def _weight(self, template: str, value: str) -> float:
        return self._weights.get(template, {}).get(value, 0.0)

    def _of_token(self, token: str) -> tuple[float, ...]:
        """What a token adds, for each place beside the one that is scored."""
        lower, digit, title, listed = self._about(token)
        return tuple(
            self._weight(f"T[{place}]", token) + self._weight(f"T[{place}].lower", lower)
            + self._weight(f"T[{place}].isdigit", digit) + self._weight(f"T[{place}].istitle", title)
            + self._weight(f"T[{place}].is_in_dict", listed)
            for place in _ONES
        )  # fmt: skip

    def _of_mark(self, places: tuple[str, ...], mark: str) -> tuple[float, ...]:
        """What the end of the sentence adds, for each place beside the one that is scored."""
        functions = ("", ".lower", ".isdigit", ".istitle", ".is_in_dict")
        return tuple(sum(self._weight(f"T[{place}]{name}", mark) for name in functions) for place in places)

    def _of_pair(self, first: str, second: str) -> tuple[float, ...]:
        (low, _, title, _), (low2, _, title2, _) = self._about(first), self._about(second)
        return self._two.of(f"{first} {second}", f"{low} {low2}", str(title == title2 == "True"))

    def _of_triple(self, first: str, second: str, third: str) -> tuple[float, ...]:
        about = self._about
        (low, _, title, _), (low2, _, title2, _), (low3, _, title3, _) = about(first), about(second), about(third)
        titles = str(title == title2 == title3 == "True")
        return self._three.of(f"{first} {second} {third}", f"{low} {low2} {low3}", titles)


class _Several:
    """What tokens in a row add, for each of the `places` that they can have beside the one that is scored."""

    def __init__(self, weights: dict[str, dict[str, float]], places: tuple[str, ...], listed: set[str]) -> None:
        names = ("", ".lower", ".istitle", ".is_in_dict")
        self._tables = [tuple(weights.get(f"T[{place}]{name}", {}) for name in names) for place in places]
        self._listed = listed
        self._words = frozenset(word for words, *_ in self._tables for word in words)
        self._lowers = listed.union(*(lowers for _, lowers, *_ in self._tables))
        self._unknown = {title: self._weighed("", "", title) for title in ("True", "False")}

    def of(self, words: str, lower: str, title: str) -> tuple[float, ...]:
        """`lower` is `words` in small letters, `title` whether each of them begins with a capital. Most are unknown."""
        if words not in self._words and lower not in self._lowers:
            return self._unknown[title]
        return self._weighed(words, lower, title)

    def _weighed(self, words: str, lower: str, title: str) -> tuple[float, ...]:
        listed = str(lower in self._listed)
        return tuple([
            word.get(words, 0.0) + low.get(lower, 0.0) + as_title.get(title, 0.0) + as_listed.get(listed, 0.0)
            for word, low, as_title, as_listed in self._tables
        ])  # fmt: skip


def _put_back(text: str, tokens: list[str]) -> list[tuple[int, int]]:
    """The places of `tokens` in `text`, which spells some letters in another way, by walking it beside them."""
    spans: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        while at < len(text) and text[at].isspace():
            at += 1
        start, letters = at, sum(not char.isspace() for char in token)
        while letters and at < len(text):
            letters -= not text[at].isspace()
            at += 1
        spans.append((start, at))
    return spans


class Tagger:
    """Parts of speech of Vietnamese: the model of 2017 on VLSP 2013."""

    def __init__(self) -> None:
        self._model = CRFTagger()
        self._model.load(str(_models() / _TAGS))

    def tags(self, words: Sequence[str]) -> list[str]:
        """The tag of each of the words of a sentence."""
        if not words:
            return []
        tags: list[str] = self._model.tag([list(_tag_features(words, i)) for i in range(len(words))])
        return tags


def _tag_features(words: Sequence[str], i: int) -> Iterator[str]:
    """The features of the word at `i`, in the order of the model's templates; all tags that it is given are "X"."""
    number = len(words)

    def word(back: int, more: int = 0) -> str:
        at = i + back
        return _BEFORE if at < 0 else _AFTER if at + more >= number else " ".join(words[at : at + more + 1])

    for back in (-2, -1, 0, 1, 2):
        inside = 0 <= i + back < number
        yield f"T[{back}].lower={words[i + back].lower() if inside else word(back)}"
    for back in (0, -1, 1):
        inside = 0 <= i + back < number
        yield f"T[{back}].istitle={_is_title(words[i + back]) if inside else word(back)}"
    for back in (-2, -1, 0, 1, 2):
        yield f"T[{back}]={word(back)}"
    for back in (-2, -1, 0, 1):
        yield f"T[{back},{back + 1}]={word(back, 1)}"
    for back in (-3, -2, -1):
        yield f"T[{back}][1]={'X' if i + back >= 0 else _BEFORE}"
    for back in (-3, -2):
        yield f"T[{back},{back + 1}][1]={'X X' if i + back >= 0 else _BEFORE}"


@lru_cache(_KEPT)
def _is_title(word: str) -> bool:
    return all(syllable[0].istitle() for syllable in word.split(" "))


def _models() -> Path:
    spec = find_spec("underthesea.pipeline")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])


@cache
def segmenter() -> Segmenter:
    """The segmenter, opened once a process."""
    return Segmenter()


@cache
def tagger() -> Tagger:
    """The tagger, opened once a process."""
    return Tagger()
