"""Whether a word is spelt as Vietnamese, strictly: one tone, where its ending allows it, and one kind of letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from camket.folding import without_tones
from camket.ingest.text import code_tables

_INITIAL = r"(?:ngh?|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?"
_RHYME = (
    r"(?:a(?:ch|nh|ng|[cmnptiouy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnpto])?|ê(?:ch|nh|[mnptu])?"
    r"|i(?:ch|nh|[amnptu])?|iê(?:ng|[cmnptu])|o(?:ng|[cmnpti])?|ô(?:ng|[cmnpti])?|ơ(?:[mnpti])?"
    r"|u(?:ng|[acmnpti])?|uô(?:ng|[cmnti])|ư(?:ng|[acimntu])?|ươ(?:ng|[cmnptiu])|y|yê(?:ng|[mntu])"
    r"|oa(?:ch|nh|ng|[cmnptioy])?|oă(?:ng|[cmnt])|oe[not]?|oo(?:ng|c)|uâ(?:ng|[nty])|uê(?:ch|nh)?|uơ"
    r"|uy(?:ch|nh|[ptu])?|uya|uyê[nt]|ynh)"
)
_SYLLABLE = re.compile(_INITIAL + _RHYME)
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_RANK = {letter: 1 - at / len(code_tables.FREQUENT) for at, letter in enumerate(code_tables.FREQUENT)}


@lru_cache(maxsize=65536)
def is_vietnamese(word: str) -> bool:
    """Whether `word` (NFC) is a Vietnamese syllable, in small letters, in capitals, or with a capital first."""
    if not (word[1:].islower() or word.isupper() or len(word) == 1):
        return False
    lowered = word.lower()
    if _SYLLABLE.fullmatch(without_tones(lowered)) is None:
        return False
    tones = [mark for mark in unicodedata.normalize("NFD", lowered) if mark in _TONES]
    if len(tones) > 1:
        return False
    stopped = _STOPPED.search(lowered) is not None
    return not stopped or (word.isascii() if not tones else tones[0] in _SHARP_OR_HEAVY)


def frequency(word: str) -> float:
    """How usual the marked letters of `word` are, 0 to 1."""
    ranks = [_RANK.get(letter, 0.0) for letter in word if not letter.isascii()]
    return sum(ranks) / len(ranks) if ranks else 1.0
