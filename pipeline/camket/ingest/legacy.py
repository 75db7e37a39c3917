"""Which code page of old a text is in, told by its words: how many of those with marks are Vietnamese when read so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from camket.ingest.code_pages import PAGES, byte_chars
from camket.ingest.spelling import frequency, is_vietnamese

_TOKEN = re.compile(r"[A-Za-z\x01-\x06\x10-\x17\x19\x1c-\x1e\x80-\xff]+")
_EDGES = "\"'“”‘’„‚«»…–—•°²³™€‹›"
_INSIDE = re.compile(r"[-/’'‘“”–—…]+")
_MOST_TOKENS = 4_000
_NEUTRAL = 0.9
"""What a word counts whose only marks are quotes and dashes."""
_FREQUENCY_WEIGHT = 0.1
VIETNAMESE = ("cp1258", "tcvn3", "vni", "viscii", "vps", "tcvn")
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšž")
_LEAST_SCORE = 0.7
_MOST_AS_IT_STANDS = 0.5
_FEWEST_TOKENS = 2
_DOUBT = 0.3
"""Of the words that two pages read apart, the better must read so much more of them, or it is in doubt."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a code page fits: the share of words that it reads as Vietnamese, and the page that fits nearly as well."""

    page: str
    score: float
    rival: str | None = None


def tokens_of(chars: str) -> Counter[str]:
    """The words of `chars` that hold a byte that is no ASCII, with their counts; bytes alone are no words."""
    found = Counter(token for token in _TOKEN.findall(chars)
                    if not token.isascii() and any(char.isascii() and char.isalpha() for char in token))  # fmt: skip
    return Counter(dict(found.most_common(_MOST_TOKENS)))


def best_fit(tokens: Counter[str], pages: tuple[str, ...] = VIETNAMESE) -> Fit:
    """The page of `pages` that reads most of `tokens` as Vietnamese; its rival is one that is hardly worse."""
    if not tokens:
        return Fit(pages[0], 0.0)
    read = {page: {token: PAGES[page].read(token) for token in tokens} for page in pages}
    worth = {page: {token: _worth(word, page) for token, word in words.items()} for page, words in read.items()}
    total = sum(tokens.values())
    scores = {page: sum(worth[page][token] * count for token, count in tokens.items()) / total for page in pages}
    best = max(pages, key=lambda page: scores[page])
    rivals = [page for page in pages if page != best and _in_doubt(tokens, read, worth, (best, page))]
    rival = max(rivals, key=lambda page: scores[page], default=None)
    return Fit(best, scores[best], rival)


def _in_doubt(
    tokens: Counter[str],
    read: dict[str, dict[str, str]],
    worth: dict[str, dict[str, float]],
    pair: tuple[str, str],
) -> bool:
    """Whether the words that the two pages read apart leave it open which is right."""
    best, other = pair
    apart = [token for token in tokens if read[best][token] != read[other][token]]
    weight = sum(tokens[token] for token in apart)
    margin = sum((worth[best][token] - worth[other][token]) * tokens[token] for token in apart)
    return bool(apart) and margin < _DOUBT * weight


def _worth(read: str, page: str) -> float:
    """1 and a little for a word with marks that is Vietnamese, 0 for one that is not."""
    parts = [part for piece in read.split() for part in _INSIDE.split(piece.strip(_EDGES)) if part]
    marked = [part for part in parts if not part.isascii()]
    if not all(part.isalpha() for part in parts):
        return 0.0
    if not marked:
        return _NEUTRAL
    if PAGES[page].small_capitals:
        marked = [part.lower() if _capitals_by_font(part) else part for part in marked]
    if not all(is_vietnamese(part) for part in marked):
        return 0.0
    return 1 + _FREQUENCY_WEIGHT * sum(frequency(part) for part in marked) / len(marked)


def _capitals_by_font(word: str) -> bool:
    """Whether all plain letters of `word` are capitals: "HộI", whose ộ a font of capitals prints as one."""
    return all(char.isupper() for char in word if char.isascii())


def legacy_in(text: str) -> str | None:
    """The code page whose bytes `text` shows as Windows' characters, or None where it is what it seems to be."""
    chars = byte_chars(unicodedata.normalize("NFC", text))
    tokens = tokens_of(chars)
    if sum(tokens.values()) < _FEWEST_TOKENS:
        return None
    as_it_stands = sum(count for token, count in tokens.items() if _worth(PAGES["cp1252"].read(token), "cp1252") >= 1)
    if as_it_stands > _MOST_AS_IT_STANDS * sum(tokens.values()):
        return None
    fit = best_fit(tokens)
    return fit.page if fit.score >= _LEAST_SCORE else None
