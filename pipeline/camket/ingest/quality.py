"""How much of a text is words: Vietnamese syllables, or plain ASCII words such as foreign names."""

from __future__ import annotations

import re
from collections import Counter

from camket.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")


def text_quality(text: str) -> float:
    """The share of the words of `text` that are Vietnamese syllables or plain ASCII, 0 to 1; 1 for no words."""
    counts: Counter[str] = Counter()
    for piece, count in Counter(text.split()).items():
        for word in _WORD.findall(piece):
            counts[word] += count
    if not counts:
        return 1.0
    good = sum([count for word, count in counts.items() if word.isascii() or is_syllable(word)])
    return round(good / counts.total(), 3)
