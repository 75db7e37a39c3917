"""Words that a reviewer added, found in the text of their document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from camket.folding import fold, normalize
from camket.values import Json


class Found(NamedTuple):
    """Where words stand, as the document has them, and the sentence around them."""

    start: int
    end: int
    text: str
    sentence: str


def find_words(words: str, text: str, sentences: Iterable[str], blocks: Iterable[tuple[str, int, int]]) -> Found | None:
    """The place of `words` in `text`, exactly or folded; rather one in `sentences` than another, the first of these."""
    words = normalize(words)
    places = _places(words, text) or _places(fold(words), fold(text))
    if not places:
        return None
    near = [(at, at + len(sentence)) for sentence in sentences if (at := text.find(sentence)) >= 0]
    start, end = min(places, key=lambda one: (not any(a <= one[0] and one[1] <= b for a, b in near), one[0]))
    around = [text[a:b] for a, b in near if a <= start and end <= b]
    around += [text[a:b] for _, a, b in blocks if a <= start and end <= b]
    return Found(start, end, text[start:end], min(around, key=len) if around else text[start:end])


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Where `words` stand whole in `text`, whatever white space is between them."""
    pieces = words.split()
    if not pieces:
        return []
    pattern = r"\s+".join(map(re.escape, pieces))
    return [one.span() for one in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def sentences_of(item: Json) -> list[str]:
    """The sentences in which an agreement or commitment is told."""
    holders = [item, *item.get("parties", ()), *item.get("signatories", ()), *item.get("participants", ())]
    return list(dict.fromkeys(said["sentence"] for one in holders for said in one["evidence"] if said["sentence"]))
