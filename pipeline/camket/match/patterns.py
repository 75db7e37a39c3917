"""The readable form of a pattern, compiled to token patterns of spaCy's Matcher.

    <parties:a> ...6 <sign> [chương trình] với|cùng <parties:b>

`<label>` is a unit with that label (`<label:name>` captures it as `name`, `<a|b:name>` takes either); a plain
word is that word in folded form, "với" also "cùng với", `a|b` either; `[x y]` may be left out; `...N` is up to N units, none of
which is a semicolon (`...` alone: up to 12); `..N` is a gap without names in it
and without words of speaking, attending or witnessing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from camket.folding import fold

ALIASES: dict[str, tuple[str, ...]] = {
    "parties": ("party", "parties", "place"),
    "pair": ("parties",),
    "persons": ("person", "persons"),
    "paper": ("doc", "deal"),
    "place": ("place", "venue"),
    "date": ("date", "deadline"),
}
"""Labels that stand for several: `<parties>` is one party or a list of them."""

_WIDEST_GAP = 12
_WITH, _TOGETHER_WITH = "với", "cùng với"
_MAY_BE = "?"
"""Stands before the piece that alone is in brackets."""
_NEAR_ENDS = ["party", "parties", "person", "persons", "both", "leaders", "speak", "witness", "attend", "chair"]
_PIECE = re.compile(r"<[^<>\s]+>|\.\.\.?\d*|[\[\]]|[^\s\[\]<>]+")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says which piece."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern for spaCy's Matcher, the name that each token is captured as, and the widths of its gaps.

    A gap is a starred token, whose width is checked on the match: `{0,25}` would be 25 optional tokens, and
    Matcher's time doubles with each.
    """

    tokens: tuple[dict[str, Any], ...]
    captures: tuple[str, ...]
    widths: tuple[int, ...]

    def fits(self, alignment: list[int]) -> bool:
        """Whether no gap of a match took more units than its width allows."""
        counts = Counter(alignment)
        return all(counts[token] <= width for token, width in enumerate(self.widths) if width)


def compile_pattern(pattern: str, labels: frozenset[str]) -> list[Compiled]:
    """`pattern` with and without each of its optional parts; PatternError where it cannot be read."""
    pieces = _PIECE.findall(pattern)
    return [_compiled(variant, labels) for variant in _variants(pieces)]


def _variants(pieces: list[str]) -> list[list[str]]:
    if "[" not in pieces:
        if "]" in pieces:
            raise PatternError("a closing bracket without an opening one")
        return [pieces]
    start = pieces.index("[")
    if "]" not in pieces[start:]:
        raise PatternError("an opening bracket without a closing one")
    end = pieces.index("]", start)
    if "[" in pieces[start + 1 : end]:
        raise PatternError("a bracket inside a bracket")
    beside = (*pieces[max(0, start - 1) : start], *pieces[end + 1 : end + 2], *pieces[start + 1 : end])
    if end == start + 2 and not any(piece.startswith("..") for piece in beside):
        # of one unit variants would double; beside a gap they must, for its width is checked in one reading only
        return [[*pieces[:start], _MAY_BE + pieces[start + 1], *rest] for rest in _variants(pieces[end + 1 :])]
    return [
        pieces[:start] + inner + rest
        for inner in (pieces[start + 1 : end], [])
        for rest in _variants(pieces[end + 1 :])
    ]


def _compiled(pieces: list[str], labels: frozenset[str]) -> Compiled:
    tokens: list[dict[str, Any]] = []
    captures: list[str] = []
    widths: list[int] = []
    for piece in pieces:
        token, capture = _token(piece, labels)
        tokens.append(token)
        captures.append(capture)
        widths.append(_width(piece))
    if not any("OP" not in token for token in tokens):
        raise PatternError("a pattern needs at least one unit that is not a gap")
    return Compiled(tuple(tokens), tuple(captures), tuple(widths))


def _width(piece: str) -> int:
    """How many units a gap may be wide; 0 for a piece that is no gap."""
    return int(piece.lstrip(".") or _WIDEST_GAP) if piece.startswith("..") else 0


def _token(piece: str, labels: frozenset[str]) -> tuple[dict[str, Any], str]:
    if piece.startswith(_MAY_BE):
        token, capture = _token(piece.removeprefix(_MAY_BE), labels)
        return {**token, "OP": "?"}, capture
    if piece.startswith(".."):
        near = not piece.startswith("...")
        names = {"ENT_TYPE": {"NOT_IN": _NEAR_ENDS}} if near else {}
        return {"NORM": {"NOT_IN": [";", ":"] if near else [";"]}, **names, "OP": "*"}, ""
    if not piece.startswith("<"):
        words = [fold(word) for word in piece.split("|")]
        return {"NORM": {"IN": [*words, *([_TOGETHER_WITH] if _WITH in words else [])]}}, ""
    label, _, capture = piece[1:-1].partition(":")
    wanted = [one for given in label.split("|") for one in ALIASES.get(given, (given,))]
    unknown = sorted(set(wanted) - labels)
    if unknown:
        raise PatternError(f"no label {unknown[0]!r} (there are {', '.join(sorted(labels | set(ALIASES)))})")
    return {"ENT_TYPE": {"IN": wanted}}, capture or label.split("|")[0]
