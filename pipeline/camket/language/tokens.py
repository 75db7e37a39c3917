"""Tokens of a sentence on their places: what names and rules are made of."""

from __future__ import annotations

from camket.analysis import Token
from camket.document import Place
from camket.lexicon import TOKEN


def tokenize(text: str, folded: str, place: Place) -> tuple[Token, ...]:
    """The tokens of `text` at `place`, in order."""
    return tuple([
        Token(Place(start, end), folded[start:end], text[start:end], text[start].isupper())
        for start, end in [match.span() for match in TOKEN.finditer(folded, place.start, place.end)]
    ])  # fmt: skip
