"""Whether a word is a Vietnamese syllable: initial, rhyme and tone as the spelling allows them."""

from __future__ import annotations

import re
from functools import lru_cache

from camket.folding import without_tones

_INITIAL = r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?"
_RHYME = (
    r"(?:"
    r"[aăâeêioôơuưy](?:ch|nh|ng|[cmnptiouy])?"
    r"|oa(?:ch|nh|ng|[cmnptioy])?|oă(?:ng|[cmnt])|oe(?:n|o|t)?|uâ(?:ng|[nty])|uê(?:ch|nh|u)?|uy(?:ch|nh|[ptu])?"
    r"|uya|uyê[nt]|iê(?:ng|[cmnptu])|ia|yê(?:ng|[mntu])|ya|uô(?:ng|[cmnti])|ua|uơ|ươ(?:ng|[cmnptiu])|ưa|oo(?:ng|c)"
    r")"
)
_SYLLABLE = re.compile(_INITIAL + _RHYME)


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether `word` (NFC, any case) is spelt as a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(without_tones(word.lower())) is not None


def is_foreign(word: str) -> bool:
    """Whether it is a word of letters, digits or "&", begun by a letter, that is no Vietnamese syllable: "Viettel", "M&A"."""
    if len(word) < 2 or not word.replace("&", "").isalnum() or word[1:].isdigit():
        return False
    return word[0].isalpha() and not is_syllable(word)
