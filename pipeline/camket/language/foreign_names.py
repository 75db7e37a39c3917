"""How far a foreign name goes whose words are joined by dashes or small words: "Bun-ga-ri", "Friends of the Sea"."""

from __future__ import annotations

from camket.language.cursor import Cursor
from camket.syllables import is_syllable

_MOST_LINKS = 2


def glued(cursor: Cursor, at: int) -> bool:
    """Whether the dash at `at` joins the syllables of a foreign name: "Bun-ga-ri"."""
    if cursor.folded(at) != "-" or at + 1 >= len(cursor.tokens):
        return False
    before, dash, after = cursor.tokens[at - 1], cursor.tokens[at], cursor.tokens[at + 1]
    return before.place.end == dash.place.start and dash.place.end == after.place.start and after.text.isalpha()


def hyphened(cursor: Cursor, end: int) -> int:
    """The token after the syllables that dashes join to the foreign name that ends at `end`: "huyện Sa-nuôn"."""
    while end > 0 and glued(cursor, end):
        end += 2
    return end


def foreign_links(cursor: Cursor, at: int) -> int | None:
    """The token after the small words at `at` that join the words of a foreign name: "Friends of the Sea"."""
    end = at
    while end < len(cursor.tokens) and cursor.folded(end) in cursor.lexicon.foreign_links:
        end += 1
    if not 0 < end - at <= _MOST_LINKS or at == 0 or end >= len(cursor.tokens):
        return None
    sides = cursor.tokens[at - 1], cursor.tokens[end]
    capitals = all(token.capital and token.text.isalpha() for token in sides)
    foreign = not all(is_syllable(token.text) for token in sides)
    return end if capitals and foreign and not cursor.stops_name(end) else None
