"""Tokens of a sentence on their places: what names and rules are made of."""

from __future__ import annotations

import re

from camket.analysis import Token
from camket.document import Place
from camket.lexicon import GLUED_LOCALITY, TOKEN

_CAMEL = re.compile(r"[a-z](?=[A-Z])(?<!\w.)[A-Z][a-z]{2,}")
"""How some brands begin: "vLogix"; units such as "kWh" are shorter."""
_NUMBER = re.compile(r"(?<!\w)\d+(?:/\d+)*/[^\W\d_][\w&]*(?:-[\w&]+)*")
"""The number of a document, whose parts are no names: "12/CTPH-SYT-HND"."""


def tokenize(text: str, folded: str, place: Place) -> tuple[Token, ...]:
    """The tokens of `text` at `place`, in order."""
    numbers = [Place(*match.span()) for match in _NUMBER.finditer(text, place.start, place.end)]
    camels = {match.start() for match in _CAMEL.finditer(text, place.start, place.end)}
    spans = [match.span() for match in TOKEN.finditer(folded, place.start, place.end)]
    if GLUED_LOCALITY.search(text, place.start, place.end):
        spans = [part for span in spans for part in _apart(text, *span)]
    return tuple([
        Token(Place(start, end), folded[start:end], text[start:end],
              (text[start].isupper() or start in camels) and not any(one.start < start < one.end for one in numbers))
        for start, end in spans
    ])  # fmt: skip


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a token that is a word of locality with the name right behind its full stop: "TP.Osan", but not "TP.HCM"."""
    glued = GLUED_LOCALITY.match(text, start, end)
    if glued is None:
        return [(start, end)]
    dot = glued.end("short")
    return [(start, dot), (dot, dot + 1), (dot + 1, end)]
