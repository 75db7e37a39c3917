"""Heads of names by themselves: "Đài" for "Đài Khí tượng Thủy văn khu vực Tây Nguyên"."""

from __future__ import annotations

from camket.folding import fold
from camket.lexicon import Lexicon


def bare_heads(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that begin `name` and are a head by themselves, folded, the shortest first."""
    words = fold(name).split()
    whole = lexicon.heads.longest(words, 0)
    counts = range(1, whole[0] + 1) if whole else ()
    return tuple(" ".join(words[:count]) for count in counts
                 if (alone := lexicon.heads.longest(words[:count], 0)) and alone[0] == count)  # fmt: skip
