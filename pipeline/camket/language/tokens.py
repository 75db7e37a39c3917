"""Tokens of a sentence on their places: what names and rules are made of."""

from __future__ import annotations

import re

from camket.analysis import Token
from camket.document import Place
from camket.lexicon import TOKEN

_NUMBER = re.compile(r"(?<!\w)\d+(?:/\d+)*/[^\W\d_][\w&]*(?:-[\w&]+)*")
"""The number of a document, whose parts are no names: "12/CTPH-SYT-HND"."""


def tokenize(text: str, folded: str, place: Place) -> tuple[Token, ...]:
    """The tokens of `text` at `place`, in order."""
    numbers = [Place(*match.span()) for match in _NUMBER.finditer(text, place.start, place.end)]
    return tuple([
        Token(Place(start, end), folded[start:end], text[start:end],
              text[start].isupper() and not any(one.start < start < one.end for one in numbers))
        for start, end in [match.span() for match in TOKEN.finditer(folded, place.start, place.end)]
    ])  # fmt: skip
