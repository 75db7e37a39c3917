"""The parties of an instrument and every word or name that stands for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from camket.analysis import Analysis, NameKind
from camket.assemble.words import Words
from camket.folding import fold
from camket.lexicon import GOVERNMENT, TOKEN, Lexicon
from camket.records import Party

_FEWEST = 2


@dataclass
class Sides:
    """The parties, and `calls`: each word or name that stands for one party, folded, with the id of the party."""

    parties: list[Party] = field(default_factory=list)
    calls: dict[str, str] = field(default_factory=dict)

    def told(self, said: str) -> list[tuple[int, int, str]]:
        """Start, end and party of each call in the folded text `said`, the longest at a place, in order."""
        found: list[tuple[int, int, str]] = []
        for call in sorted(self.calls, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(call)}(?!\w)", said):
                if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                    found.append((match.start(), match.end(), self.calls[call]))
        return sorted(found)

    def ending_with(self, said: str) -> list[str]:
        """The only party whose name ends with all of `said`: "Kon Tum" for "TỈNH KON TUM"."""
        ended = [party.id for party in self.parties if fold(party.name).endswith(f" {said.strip()}")]
        return ended if len(ended) == 1 else []

    def only(self, said: str) -> str | None:
        """The one party that `said` names; None for none or more."""
        named = {party for _, _, party in self.told(said)}
        return named.pop() if len(named) == 1 else None


def share_short_calls(sides: Sides, lexicon: Lexicon) -> None:
    """The beginnings of a name that no other party's name has stand for it too, abbreviated or written out."""
    beginnings = {party.id: set(_beginnings(party, lexicon)) for party in sides.parties}
    for party, calls in beginnings.items():
        others = set().union(*(beginnings[other] for other in beginnings if other != party))
        for call in calls - others:
            sides.calls.setdefault(call, party)


def call_by_place(analysis: Analysis, sides: Sides, words: Words) -> None:
    """The state or the province in the name of one party only stands for it after "phía": "phía Lào".

    With what it is it stands for its government by itself: "Tỉnh Attapư sẽ ...".
    """
    places = {" ".join(name.place.of(analysis.folded).split()) for name in analysis.names
              if name.kind in {NameKind.STATE, NameKind.PLACE}}  # fmt: skip
    for place in places:
        held = [party for party in sides.parties if re.search(rf" {re.escape(place)}(?:,|$)", fold(party.name))]
        if len(held) != 1:
            continue
        governs = (
            held[0].type == GOVERNMENT and words.lexicon.locality_words.longest(TOKEN.findall(place), 0) is not None
        )
        for call in (*(f"{side} {place}" for side in words.instrument.side_words), *([place] if governs else ())):
            sides.calls.setdefault(call, held[0].id)
    _call_by_bare_place(sides, words)


def _call_by_bare_place(sides: Sides, words: Words) -> None:
    """The place whose government a party is stands for it alone too, where it is that of no other: "X sẽ tiếp nhận ..." for "Chính quyền thành phố X"."""
    ends: dict[str, list[str]] = {}
    for party in sides.parties if all(one.type == GOVERNMENT for one in sides.parties) else ():
        tokens = TOKEN.findall(fold(party.name))
        at = next(
            (at for at in range(len(tokens) - 1, 0, -1) if words.lexicon.locality_words.longest(tokens, at)), None
        )
        word = words.lexicon.locality_words.longest(tokens, at) if at else None
        if at and word and at + word[0] < len(tokens):
            for call in (" ".join(tokens[at:]), " ".join(tokens[at + word[0] :])):
                ends.setdefault(call, []).append(party.id)
    for call, parties in ends.items():
        if len(set(parties)) == 1:
            sides.calls.setdefault(call, parties[0])


def _beginnings(party: Party, lexicon: Lexicon) -> Iterable[str]:
    for form in (party.name, *party.aliases):
        tokens = TOKEN.findall(fold(form))
        own = _without_board(tokens, lexicon)
        written = (" ".join(lexicon.expansions.get(token, token) for token in one) for one in (tokens, own))
        for base in dict.fromkeys((" ".join(tokens), " ".join(own), *map(fold, written))):
            parts = base.split()
            for count in range(_FEWEST, len(parts) + 1):
                if parts[count - 1] not in {"và", "-", ","}:
                    start = " ".join(parts[:count])
                    yield start
                    yield from _abbreviated(start, lexicon)


def _without_board(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """The words of a name without the board that acts for the body: "Ban Thường vụ Tỉnh Đoàn X"."""
    for lead in (lexicon.boards, lexicon.governing):
        found = lead.longest(tokens, 0)
        if found and lexicon.heads.longest(tokens, found[0]):
            return tokens[found[0] :]
    return tokens


def _abbreviated(name: str, lexicon: Lexicon) -> Iterator[str]:
    for short, full in lexicon.expansions.items():
        if fold(full) in name:
            yield name.replace(fold(full), short)


def with_forms(analysis: Analysis, party: Party, sides: Sides, lexicon: Lexicon) -> Party:
    """The party with the forms in which its name stands elsewhere in the document, and without the board that acts for it.

    So are those that add its locality, where no other party begins so: "CÔNG AN TỈNH X" for "Công an tỉnh".
    """
    mine = {call for call, owner in sides.calls.items() if owner == party.id}
    found = {" ".join(name.place.of(analysis.text).split()) for name in analysis.names
             if name.kind is NameKind.ORGANISATION and name.type}  # fmt: skip
    own = f"{fold(party.name)} "
    shared = any(fold(one.name).startswith(own) for one in sides.parties if one.id != party.id)
    wider = not shared and len(own.split()) >= _FEWEST
    forms = {form for form in found if fold(form) in mine or (wider and _adds_place(analysis, form, own))}
    body = _without_board(TOKEN.findall(fold(party.name)), lexicon)
    words = party.name.split()
    if len(body) < len(words) and fold(" ".join(words[-len(body) :])) == " ".join(body):
        forms.add(" ".join(words[-len(body) :]))
    told = sorted(form for form in forms if form not in (party.name, *party.aliases))
    return Party(party.id, party.name, (*party.aliases, *told), party.canonical, party.type, party.province,
                 party.confidence, party.evidence)  # fmt: skip


def _adds_place(analysis: Analysis, form: str, own: str) -> bool:
    """Whether `form` has nothing behind `own` but a place that the document names: "CÔNG AN TỈNH QUẢNG BÌNH"."""
    rest = fold(form).removeprefix(own)
    placed = any(fold(name.place.of(analysis.text)) == rest for name in analysis.names if name.kind is NameKind.PLACE)
    return placed and rest != fold(form)
