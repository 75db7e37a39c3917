"""Near-duplicate articles by hashing: a sketch of a text's shingles, and the bands by which equal sketches meet.

MinHash over shingles of words: the share of equal places in two sketches estimates the share of shingles that the texts
have in common (Broder 1997). Two places are a band: two texts that share three quarters of their shingles meet in at least
one of eight bands with a chance of 0.999, half of them 0.9. A band of one place would do with fewer, but phrases that all
texts of a kind have would then bring thousands of them together.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np

from camket.folding import fold

PLACES, BANDS = 48, 8
_SHINGLE, _BAND = 4, 8
_WORD = re.compile(r"\w+")
_CHANCE = np.random.default_rng(20250701)
_FACTORS = _CHANCE.integers(1, 1 << 63, PLACES, dtype=np.uint64) | np.uint64(1)
_SHIFTS = _CHANCE.integers(0, 1 << 63, PLACES, dtype=np.uint64)
_STEP = np.uint64(0x9E3779B97F4A7C15)

Sketch = bytes
"""The least hash of each place, four bytes each."""


def sketch(text: str) -> Sketch | None:
    """The sketch of `text`; None where it is too short to tell."""
    words = np.fromiter((crc32(word.encode()) for word in _WORD.findall(fold(text))), dtype=np.uint64)
    if len(words) < _SHINGLE * 5:
        return None
    shingles = np.zeros(len(words) - _SHINGLE + 1, dtype=np.uint64)
    for at in range(_SHINGLE):
        shingles = shingles * _STEP + words[at : at + len(shingles)]
    mixed = np.unique(shingles)[:, None] * _FACTORS + _SHIFTS
    least: Sketch = ((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(32)).min(axis=0).astype(np.uint32).tobytes()
    return least


def bands(one: Sketch) -> list[str]:
    """The keys under which near-duplicates meet."""
    return [f"f{at}:{one[at * _BAND : (at + 1) * _BAND].hex()}" for at in range(BANDS)]


def share(one: Sketch | None, other: Sketch | None) -> float:
    """The share of shingles that two texts have in common, as their sketches tell it."""
    if one is None or other is None:
        return 0.0
    return float(np.count_nonzero(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32))) / PLACES
