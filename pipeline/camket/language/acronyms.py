"""The short form that ends a name: in brackets, or after a dash with blanks."""

from __future__ import annotations

from camket.document import Place
from camket.language.brackets import bracket
from camket.language.cursor import ANDS, Cursor
from camket.language.joined_pieces import begins_firm
from camket.language.locality_names import ends_with_place
from camket.syllables import is_syllable

_LONGEST_BRACKETED = 14
_JOINTS_INSIDE = frozenset({"-", "&", "."})
_LONGEST_ACRONYM = 9


def bracketed(cursor: Cursor, at: int, after_head: int, end: int) -> tuple[int, Place] | None:
    """The token after "Quỹ hỗ trợ du học Hoa Sen (HSF)", and the acronym: a bracket in capitals ends a long name.

    All words up to it are of the name, whatever they are, but those that tell a tense or join clauses, or begin another name.
    """
    if not cursor.tokens[at].capital:
        return None
    for close in range(end, min(after_head + _LONGEST_BRACKETED, len(cursor.tokens))):
        token = cursor.tokens[close]
        if token.folded == "(":
            told = bracket(cursor, close)
            return told if told and close > max(end, after_head + 1) and _is_short(cursor, told[1]) else None
        named = token.text.isalnum() or token.folded in _JOINTS_INSIDE
        starts = token.capital and (cursor.begins_name(close) and not cursor.longest(cursor.lexicon.states, close))
        starts = starts or (
            token.capital and cursor.folded(close - 1) == "và" and ends_with_place(cursor, at, close - 1)
        )
        if (
            not named
            or starts
            or _begins_other(cursor, close)
            or begins_firm(cursor, close - 1)
            or token.folded in cursor.lexicon.clause_words
            or cursor.honorific(close)
        ):
            return None
    return None


def _begins_other(cursor: Cursor, at: int) -> bool:
    """Whether another body begins after "và", its head in small letters: "UBND tỉnh X và tổ chức Small Hearts (SH)"."""
    head = cursor.longest(cursor.lexicon.heads, at) if cursor.folded(at - 1) in ANDS else None
    return head is not None and at + head[0] < len(cursor.tokens) and cursor.tokens[at + head[0]].capital


def _is_short(cursor: Cursor, acronym: Place) -> bool:
    """Whether the bracket holds one word in capitals or a foreign one, with a number at most."""
    inside = [token.text for token in cursor.tokens if acronym.covers(token.place)]
    short = len(inside[0]) > 1 and (inside[0].isupper() or not is_syllable(inside[0]))
    return short and all(text.isdigit() for text in inside[1:])


def spells(cursor: Cursor, at: int, short: str) -> bool:
    """Whether the letters of the bracketed `short` are the first ones of all words from `at` up to the bracket."""
    opening = next((i for i in range(at, len(cursor.tokens)) if cursor.folded(i) == "("), at)
    letters = "".join(cursor.folded(i)[0] for i in range(at, opening) if cursor.folded(i).isalpha())
    return len(short) > 1 and short == letters


def with_dashed_acronym(cursor: Cursor, start: int, end: int) -> tuple[int, int, Place | None]:
    """Where the core ends, the token after "X - ABC", and the place of "ABC", an acronym after a dash with blanks."""
    inside = end - 2 > start and _is_dashed_acronym(cursor, start, end - 1)
    if inside:
        return end - 2, end, cursor.place(end - 1, end)
    after = end + 1 < len(cursor.tokens) and end > start and _is_dashed_acronym(cursor, start, end + 1)
    if after and not (end + 2 < len(cursor.tokens) and cursor.tokens[end + 2].capital):
        return end, end + 2, cursor.place(end + 1, end + 2)
    return end, end, None


def _is_dashed_acronym(cursor: Cursor, start: int, at: int) -> bool:
    """Whether an acronym stands at `at` after a dash with blanks, with a first letter that a word of the name has."""
    token, dash = cursor.tokens[at], cursor.tokens[at - 1]
    apart = dash.folded == "-" and dash.place.start > cursor.tokens[at - 2].place.end
    initials = {cursor.folded(i)[0] for i in range(start, at - 1)}
    spelt = token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < _LONGEST_ACRONYM
    return apart and spelt and not cursor.listed_place(at) and token.folded[0] in initials
