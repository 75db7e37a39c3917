"""How much of a text is words: Vietnamese syllables, or plain ASCII words such as foreign names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from camket.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")


def text_quality(text: str) -> float:
    """The share of the words of `text` that are Vietnamese syllables or plain ASCII, 0 to 1; 1 for no words."""
    words = good = 0
    for piece, count in Counter(text.split()).items():
        inside, known = _words_in(piece)
        words += inside * count
        good += known * count
    return round(good / words, 3) if words else 1.0


@lru_cache(maxsize=65536)
def _words_in(piece: str) -> tuple[int, int]:
    """How many words stand between two blanks, and how many of them are good; most pieces come again in other texts."""
    words = _WORD.findall(piece)
    return len(words), sum(word.isascii() or is_syllable(word) for word in words)
