"""Units: what patterns are matched on. A name, a list of names, a date, a word of a class is one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from camket.analysis import Analysis, Name, NameKind, Sentence, Token
from camket.document import Place
from camket.lexicon import Lexicon, Phrases

_LIST_JOINTS = frozenset({",", "và", "với", "cùng", ";", "&", "-", "/"})
_VENUE_WORDS = frozenset({"tại", "ở", "từ", "thuộc", "trên", "ra", "vào", "đến", "sang", "về", "thăm", "khắp", "qua"})
_FEWEST_IN_LIST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence with the label that patterns name; `members` are the names in a list."""

    place: Place
    label: str
    folded: str
    value: str = ""
    members: tuple[Name, ...] = ()


def units_of(analysis: Analysis, sentence: Sentence, classes: Phrases, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The units of `sentence`, in order and without overlap."""
    tokens = analysis.tokens[sentence.index]
    found = _named(analysis, sentence)
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        named = found.get(token.place.start)
        if named is not None:
            units.append(named)
            at = _after(tokens, at, named.place.end)
            continue
        at, unit = _worded(analysis.folded, tokens, at, classes, lexicon)
        units.append(unit)
    return tuple(_listed(units, analysis.folded))


def _named(analysis: Analysis, sentence: Sentence) -> dict[int, Unit]:
    """The units of the sentence's names, dates and amounts, by where they start; names win."""
    units: dict[int, Unit] = {}
    taken: list[Place] = []
    for name in analysis.names_in(sentence):
        if any(place.overlaps(name.extent) for place in taken):
            continue
        label = {NameKind.PERSON: "person", NameKind.PLACE: "place"}.get(name.kind, "party")
        units[name.extent.start] = Unit(name.extent, label, name.extent.of(analysis.folded), name.type, (name,))
        taken.append(name.extent)
    for date in analysis.dates_in(sentence):
        if not any(place.overlaps(date.place) for place in taken):
            units[date.place.start] = Unit(date.place, date.kind, date.place.of(analysis.folded), date.edtf)
            taken.append(date.place)
    for amount in analysis.amounts_in(sentence):
        if not any(place.overlaps(amount.place) for place in taken):
            units[amount.place.start] = Unit(amount.place, amount.kind, amount.place.of(analysis.folded))
            taken.append(amount.place)
    return units


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].place.start < end:
        at += 1
    return at


def _worded(
    folded: str, tokens: Sequence[Token], at: int, classes: Phrases, lexicon: Lexicon
) -> tuple[int, Unit]:
    """The unit of a word of a class, a kind of agreement, or a plain word, and the token after it."""
    words = [token.folded for token in tokens[at : at + 10]]
    kind = lexicon.kinds.longest(words, 0)
    word = classes.longest(words, 0)
    if kind and (word is None or kind[0] >= word[0]):
        length, label, value = kind[0], "doc", kind[1]
    elif word:
        length, label, value = word[0], word[1], ""
    else:
        length, label, value = 1, "word" if words[0][0].isalnum() else "mark", ""
    place = Place(tokens[at].place.start, tokens[at + length - 1].place.end)
    return at + length, Unit(place, label, " ".join(words[:length]) if length > 1 else words[0], value)


def _listed(units: list[Unit], folded: str) -> list[Unit]:
    """The units with coordinated names made one: "A, B và C" is a list of three."""
    listed: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        family = _family(unit)
        if family is None or (unit.label == "place" and _is_venue(units, at)):
            listed.append(_venue(unit) if unit.label == "place" and _is_venue(units, at) else unit)
            at += 1
            continue
        members, end = list(unit.members), at + 1
        while (step := _next_member(units, end, family)) is not None:
            members += units[step].members
            end = step + 1
        if len(members) < _FEWEST_IN_LIST:
            listed.append(unit)
            at += 1
            continue
        place = Place(unit.place.start, units[end - 1].place.end)
        label = "persons" if family == "person" else "parties"
        listed.append(Unit(place, label, place.of(folded), "", tuple(members)))
        at = end
    return listed


def _family(unit: Unit) -> str | None:
    return {"person": "person", "party": "party", "place": "party"}.get(unit.label)


def _next_member(units: list[Unit], at: int, family: str) -> int | None:
    """Where the next member of a list stands whose last one ends before `at`."""
    at = _skip_bracket(units, at)
    joints = 0
    while at < len(units) and units[at].folded in _LIST_JOINTS and joints < _FEWEST_IN_LIST:
        at, joints = at + 1, joints + 1
    if joints and at < len(units) and _family(units[at]) == family:
        return at
    return None


def _skip_bracket(units: list[Unit], at: int) -> int:
    if at < len(units) and units[at].folded == "(":
        for end in range(at + 1, min(at + 16, len(units))):
            if units[end].folded == ")":
                return end + 1
    return at


def _is_venue(units: list[Unit], at: int) -> bool:
    return at > 0 and units[at - 1].folded in _VENUE_WORDS


def _venue(unit: Unit) -> Unit:
    return Unit(unit.place, "venue", unit.folded, unit.value, unit.members)
