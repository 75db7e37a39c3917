"""How much of a text is words: Vietnamese syllables, or plain ASCII words such as foreign names."""

from __future__ import annotations

import re

from camket.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_MOST_KNOWN = 65_536


class _Counts(dict[str, complex]):
    """The words in what stands between two blanks, real, and the good ones of them, imaginary: both add up in one go.

    Most pieces come again in other texts.
    """

    def __missing__(self, piece: str) -> complex:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        words = _WORD.findall(piece)
        self[piece] = count = complex(len(words), sum(word.isascii() or is_syllable(word) for word in words))
        return count


_counts = _Counts()


def text_quality(text: str) -> float:
    """The share of the words of `text` that are Vietnamese syllables or plain ASCII, 0 to 1; 1 for no words."""
    total = sum(map(_counts.__getitem__, text.split()))
    return round(total.imag / total.real, 3) if total.real else 1.0
