"""Where a person's name begins, behind other names too, and how far it goes."""

from __future__ import annotations

from camket.language.cursor import Cursor
from camket.language.foreign_names import glued
from camket.language.locality_names import LONGEST_PLACE
from camket.syllables import is_syllable

LONGEST_NAME = 5
_LONGEST_HYPHENATED = 9
_BEFORE_DASH = 2
_FEWEST_NAMES, _FOREIGN_RUN = 2, 3


def is_family_name(cursor: Cursor, at: int) -> bool:
    """Whether a capital family name stands at `at`, with a name after it, though it may be an honorific too."""
    return cursor.tokens[at].capital and cursor.folded(at) in cursor.lexicon.family_names and cursor.person_starts(at)


def foreign_person(cursor: Cursor, at: int) -> bool:
    """Whether two words or more in capitals stand at `at`, no Vietnamese ones, as in a foreign person's name."""
    length = cursor.capital_run(at, LONGEST_NAME)
    run = cursor.tokens[at : at + length]
    if length and glued(cursor, at + length):
        return not cursor.longest(cursor.lexicon.heads, at) and not cursor.listed_place(
            at
        )  # "Jean-Marc X", "Phết Phôm-phi"
    if length < _FEWEST_NAMES or cursor.longest(cursor.lexicon.heads, at) or any(token.acronym for token in run):
        return False
    return not all(is_syllable(token.text) for token in run)


def person_after(cursor: Cursor, at: int) -> bool:
    """Whether a person's name, and no listed place, begins at token `at`."""
    return not cursor.listed_place(at) and (cursor.person_starts(at) or (
        foreign_person(cursor, at) and (glued(cursor, at + cursor.capital_run(at, LONGEST_NAME))
                                        or cursor.capital_run(at, LONGEST_NAME) == _FEWEST_NAMES)))  # fmt: skip


def locality_before_person(cursor: Cursor, at: int, prefix: int) -> int | None:
    """The token after "xã" or "xã X" at `at`, whose word has `prefix` tokens, where a person's name follows."""
    start = at + prefix
    if person_after(cursor, start):
        return start
    known = cursor.longest(cursor.lexicon.provinces, start)
    run = cursor.capital_run(start, LONGEST_PLACE + LONGEST_NAME)
    for end in range(start + (known[0] if known else 1), min(start + run, start + LONGEST_PLACE + 1)):
        foreign = (
            run == _FOREIGN_RUN and end == start + 1 and foreign_person(cursor, start) and foreign_person(cursor, end)
        )
        if foreign:
            return end  # "thành phố Furano Kitagawa Saburo"
        if cursor.person_starts(end) and run - (end - start) >= _FEWEST_NAMES + 1:
            return end
    return None


def name_length(cursor: Cursor, at: int, *, honoured: bool, given: bool) -> int:
    """How many tokens the name at `at` has; `honoured` says an honorific, `given` that any title stands before."""
    if at >= len(cursor.tokens):
        return 0
    if cursor.person_starts(at):
        return _hyphenated(cursor, at, cursor.capital_run(at, LONGEST_NAME))
    if not given:
        return 0
    head = cursor.longest(cursor.lexicon.heads, at)
    town = cursor.longest(cursor.lexicon.places, at) == (1, "") and not cursor.longest(cursor.lexicon.states, at)
    placed = cursor.listed_place(at) and not (honoured and town and foreign_person(cursor, at))  # "bà Sofia Lindqvist"
    if (head and (head[0] > 1 or not honoured)) or placed or cursor.locality_prefix(at):
        return 0
    length = cursor.capital_run(at, LONGEST_NAME)
    if length == 1 and cursor.tokens[at].text.isupper() and len(cursor.tokens[at].text) > 1:
        return 0  # "Phó Viện trưởng IAHM"
    foreign = any(not is_syllable(token.text) and len(token.text) > 1 for token in cursor.tokens[at : at + length])
    foreign = foreign or (length > 0 and glued_dash(cursor, at + length) and at + length + 1 < len(cursor.tokens))
    initial = length == 1 and len(cursor.tokens[at].text) == 1 and cursor.folded(at + 1) == "."  # "T. Enkhbold"
    foreign = foreign or (initial and at + 2 < len(cursor.tokens) and cursor.tokens[at + 2].capital)
    return _hyphenated(cursor, at, length) if length and (honoured or foreign) else 0


def _hyphenated(cursor: Cursor, at: int, length: int) -> int:
    """The length with "-thoong" of "Bun-thoong", initials' full stops, and capitals after them."""
    end = at + length
    while end + 1 < len(cursor.tokens):
        glued = cursor.tokens[end].place.start == cursor.tokens[end - 1].place.end
        dash = (
            cursor.folded(end) == "-" and glued and cursor.tokens[end + 1].place.start == cursor.tokens[end].place.end
        )
        if dash and cursor.longest(cursor.lexicon.offices, end + 1):
            break  # "ông Phan Đình Trọng-Giám đốc Sở X"
        dash = dash or _korean(cursor, at, end)
        initial = cursor.folded(end) == "." and len(cursor.tokens[end - 1].text) == 1
        particle = cursor.folded(end) in cursor.lexicon.particles
        if dash or ((initial or particle) and cursor.tokens[end + 1].capital):
            end += 2
        elif (
            cursor.tokens[end].capital
            and not cursor.gap_before(end)
            and (not is_syllable(cursor.tokens[end].text) or glued_dash(cursor, end + 1))
            and end - at < _LONGEST_HYPHENATED
        ):
            end += 1
        else:
            break
    return end - at


def _korean(cursor: Cursor, at: int, dash: int) -> bool:
    """Whether a dash between blanks stands at `dash` in the given name of a Korean, which begins at `at`: "Moon Jae - in", "Cho Myoung - gyon"."""
    before, after = cursor.tokens[dash - 1].text, cursor.tokens[dash + 1].text
    if (
        cursor.folded(dash) != "-"
        or dash - at != _BEFORE_DASH
        or not (after.isascii() and after.isalpha() and after.islower())
    ):
        return False
    foreign = any(not is_syllable(cursor.tokens[one].text) for one in (at, dash - 1))
    if is_syllable(after):
        return not is_syllable(before) and after in cursor.lexicon.second_syllables
    return foreign or not is_syllable(after)


def glued_dash(cursor: Cursor, at: int) -> bool:
    """Whether a dash stands at `at` right after a word, without a blank."""
    return cursor.folded(at) == "-" and cursor.tokens[at].place.start == cursor.tokens[at - 1].place.end
