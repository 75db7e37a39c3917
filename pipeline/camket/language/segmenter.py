"""underthesea's own models of words and of parts of speech, driven faster; what they say is the same.

The model of words is a table of weights, by what its templates see: a token, its neighbours, pairs and triples of them.
The library makes 43 strings for every token and looks each up. Here the weights stand by template, those of a token are
added once for each place beside another and kept, and with two labels all that counts is by how much the one outweighs
the other: that a word goes on, against that one begins. tests/language/test_segmenter.py holds both to the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain, pairwise
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
_LAST_LETTER, _NUMBER = "ỹ", re.compile("[0-9]{1,8}")
"""What the featurizer reads as Python does."""
_BETWEEN_BLANKS = re.compile(r"\S+")
_LABELS = ("B-W", "I-W")
_BEFORE, _AFTER = "BOS", "EOS"
_ONES, _TWOS, _THREES = ("-2", "-1", "0", "1", "2"), ("-2,-1", "-1,0", "0,1", "1,2"), ("-2,0", "-1,1", "0,2")
"""The places beside a token that templates look at: single tokens, pairs and triples."""


class Segmenter:
    """Words of Vietnamese: the model of 2023 on VLSP 2013."""

    def __init__(self) -> None:
        folder = _models() / _WORDS
        self.listed: frozenset[str] = frozenset(joblib.load(folder / "dictionary.bin"))
        """The words of the dictionary that comes with the model."""
        self._featurizer = CRFFeaturizer(joblib.load(folder / "features.bin"), self.listed)
        crf = read_crf(folder / "models.bin")
        assert crf.labels == _LABELS
        self._moves = crf.transitions
        self._weights: dict[str, dict[str, float]] = {}
        for attribute, (begins, goes_on) in crf.states.items():
            template, _, value = attribute.partition("=")
            self._weights.setdefault(template, {})[value] = goes_on - begins
        self._about = lru_cache(_KEPT)(self._look)
        self._cut = lru_cache(_KEPT)(_pieces)
        self._one = lru_cache(_KEPT)(self._of_token)
        self._two = _Several(2, self._weights, _TWOS, self.listed)
        self._three = _Several(3, self._weights, _THREES, self.listed)
        self._ends = [
            ([self._of_mark(places, _BEFORE)] * 2, [self._of_mark(places, _AFTER)] * 2)
            for places in (_ONES, _TWOS, _THREES)
        ]

    def words(self, text: str) -> list[tuple[Place, str]]:
        """The words of `text` on their places, and as the library spells them: their syllables with a blank between."""
        spans, tokens = self._tokens(text)
        begins = [at for at, goes_on in enumerate(self._best(self._scores(tokens))) if not goes_on or at == 0]
        return [
            (Place(spans[at][0], spans[after - 1][1]), " ".join(tokens[at:after]))
            for at, after in pairwise([*begins, len(tokens)])
        ]

    def begins(self, text: str) -> list[int]:
        """Where the words of `text` begin."""
        spans, tokens = self._tokens(text)
        goes_on = self._best(self._scores(tokens))
        return [start for at, ((start, _), on) in enumerate(zip(spans, goes_on, strict=True)) if not on or at == 0]

    def _tokens(self, text: str) -> tuple[list[tuple[int, int]], list[str]]:
        """The tokens of `text` as the library cuts them, and their places.

        None holds a blank, so that what stands between blanks is cut by itself, and kept: its pattern takes longer than
        all that follows.
        """
        normal = normalize_characters_in_text(text)
        spans: list[tuple[int, int]] = []
        tokens: list[str] = []
        for match in _BETWEEN_BLANKS.finditer(normal):
            start, end = match.span()
            for begin, token in self._cut(match.group(), ends=normal[end:] in {"", "\n"}):
                spans.append((start + begin, start + begin + len(token)))
                tokens.append(token)
        return (spans if normal == text else _put_back(text, tokens)), tokens

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
        about = [(token, lower, title == "True") for token in tokens for lower, _, title, _ in [self._about(token)]]
        two = [*before_pairs, *self._two.of_pairs(about), *after_pairs]
        three = [*before_triples, *self._three.of_triples(about), *after_triples]
        return [
            a[0] + b[1] + c[2] + d[3] + e[4] + ab[0] + bc[1] + cd[2] + de[3] + abc[0] + bcd[1] + cde[2]
            for a, b, c, d, e, ab, bc, cd, de, abc, bcd, cde in zip(
                one, one[1:], one[2:], one[3:], one[4:], two, two[1:], two[2:], two[3:], three, three[1:], three[2:],
                strict=False,
            )
        ]  # fmt: skip

    def _look(self, token: str) -> tuple[str, str, str, str]:
        """A token in small letters, and whether it is a number, a title and a listed word, as the featurizer says."""
        if (token.isalpha() and max(token) <= _LAST_LETTER) or _NUMBER.fullmatch(token):
            lower = token.lower()  # the featurizer takes fifty times as long
            return lower, str(token[0].isdigit()), str(token[0].upper() == token[0]), str(lower in self.listed)
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


_Told = tuple[str, str, bool]
"""A token as it is and in small letters, and whether it begins with a capital."""
_Tree = dict[str, "_Tree"]
_NONE: _Tree = {}


class _Several:
    """What tokens in a row add, for each of the `places` that they can have beside the one that is scored.

    Most rows are unknown to the model, and all of these add the same. Rows that it knows are found token by token: to put
    each together and look that up would take twice as long.
    """

    def __init__(
        self, number: int, weights: dict[str, dict[str, float]], places: tuple[str, ...], listed: frozenset[str]
    ) -> None:
        names = ("", ".lower", ".istitle", ".is_in_dict")
        self._tables = [tuple(weights.get(f"T[{place}]{name}", {}) for name in names) for place in places]
        self._listed = listed
        self._words = _tree(number, (words for words, *_ in self._tables))
        self._lowers = _tree(number, (listed, *(lowers for _, lowers, *_ in self._tables)))
        self._known = lru_cache(_KEPT)(self._weighed)
        self._unknown = (self._weighed("", "", title=False), self._weighed("", "", title=True))

    def of_pairs(self, told: Sequence[_Told]) -> list[tuple[float, ...]]:
        """Of each two tokens in a row."""
        words, lowers, unknown = self._words, self._lowers, self._unknown
        return [
            self._known(f"{one} {two}", f"{low} {low2}", title=title and title2)
            if two in words.get(one, _NONE) or low2 in lowers.get(low, _NONE)
            else unknown[title and title2]
            for (one, low, title), (two, low2, title2) in pairwise(told)
        ]

    def of_triples(self, told: Sequence[_Told]) -> list[tuple[float, ...]]:
        """Of each three tokens in a row."""
        words, lowers, unknown = self._words, self._lowers, self._unknown
        return [
            self._known(f"{one} {two} {three}", f"{low} {low2} {low3}", title=title and title2 and title3)
            if three in words.get(one, _NONE).get(two, _NONE) or low3 in lowers.get(low, _NONE).get(low2, _NONE)
            else unknown[title and title2 and title3]
            for (one, low, title), (two, low2, title2), (three, low3, title3) in zip(
                told, told[1:], told[2:], strict=False
            )
        ]

    def _weighed(self, words: str, lower: str, *, title: bool) -> tuple[float, ...]:
        listed = str(lower in self._listed)
        return tuple([
            word.get(words, 0.0) + low.get(lower, 0.0) + as_title.get(str(title), 0.0) + as_listed.get(listed, 0.0)
            for word, low, as_title, as_listed in self._tables
        ])  # fmt: skip


def _tree(number: int, known: Iterable[Iterable[str]]) -> _Tree:
    """The tokens that rows of so many begin with, each with those that may follow it."""
    tree: _Tree = {}
    for row in chain.from_iterable(known):
        if row.count(" ") == number - 1:
            *first, last = row.split(" ")
            node = tree
            for token in first:
                node = node.setdefault(token, {})
            node[last] = _NONE
    return tree


def _pieces(said: str, *, ends: bool) -> tuple[tuple[int, str], ...]:
    """The tokens of what stands between blanks, and where they begin in it; `ends` says that the text ends with it."""
    return tuple((match.start(), match.group()) for match in patterns.finditer(said if ends else f"{said} "))


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
