"""Who signed an instrument: the persons of its signature block, known again from the preamble."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.analysis import Analysis, NameKind
from camket.assemble.evidence import evidence
from camket.assemble.instrument.outline import Line, Outline, cells_of
from camket.assemble.instrument.sides import Sides
from camket.assemble.instrument_lists import InstrumentLists
from camket.assemble.words import Words
from camket.document import Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import Signatory

_FEWEST, _MOST = 2, 6
_SHORTEST, _LONGEST = 3, 4
_LITTLE, _LONGEST_HONOUR = 3, 5
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class _Person:
    """A person at `place`, with the place of the office and the party, where told."""

    place: Place
    office: Place | None
    party: str | None


def signatories(analysis: Analysis, outline: Outline, sides: Sides, words: Words) -> tuple[Signatory, ...]:
    """The persons of the signature block, each for the party of its column or of its representative."""
    known = list(_representatives(analysis, outline, sides, words))
    persons = list(_signed(analysis, outline.signatures, sides, known, words))
    if len(persons) == len(sides.parties) and not any(one.party for one in persons):
        persons = [_Person(one.place, one.office, party.id) for one, party in zip(persons, sides.parties, strict=True)]
    found: dict[str, Signatory] = {}
    for one in persons:
        text = " ".join(one.place.of(analysis.text).split())
        office = one.office.of(analysis.text) if one.office else None
        said = (evidence(analysis, one.place, "signatory", "instrument.signature"),)
        found.setdefault(fold(text), Signatory(text, office, one.party, _CONFIDENCE, said))
    return tuple(found.values())


def _representatives(analysis: Analysis, outline: Outline, sides: Sides, words: Words) -> Iterator[_Person]:
    """Who represents each party, from the lines under its name: "Đại diện: Bà X", "Do ông: Y, Giám đốc, làm đại diện"."""
    lists, lines = words.instrument, outline.preamble[outline.title :]
    for at, line in enumerate(lines):
        label = lists.represents.search(line.folded)
        start = line.place.start + label.end() if label else line.place.start
        place = _name_at(analysis, Place(start, line.place.end), words) if label else None
        grammar = [one for one in analysis.names if one.kind is NameKind.PERSON and line.place.covers(one.place)]
        told = next((one for one in grammar if place is None or one.place.overlaps(place)), None)
        if place is None and told is None:
            continue
        whole = place if place and (told is None or len(place) > len(told.place)) else None
        office = _office(lines[at : at + 2], lists) or (told.title if told else None)
        yield _Person(whole or (told.place if told else line.place), office, _owner(line, sides))


def _office(lines: Sequence[Line], lists: InstrumentLists) -> Place | None:
    """The office after "Chức vụ:", in the line of the person or the next."""
    for line in lines:
        found = lists.office.search(line.folded)
        if found:
            return Place(line.place.start + found.start("office"), line.place.start + found.end("office"))
    return None


def _owner(line: Line, sides: Sides) -> str | None:
    """The party whose block the line stands in: the last one named before."""
    before = [party for party in sides.parties if party.evidence[0].start < line.place.end]
    return max(before, key=lambda party: party.evidence[0].start).id if before else None


def _signed(
    analysis: Analysis, lines: Sequence[Line], sides: Sides, known: Sequence[_Person], words: Words
) -> Iterator[_Person]:
    """The persons of the signature block in order; the heads of columns wait for the persons under them."""
    waiting: list[str | None] = []
    above: list[str] = []
    confirming = False
    for line in lines:
        if words.instrument.distribution.match(line.folded):
            waiting.clear()
        cells = cells_of(line)
        told = [cell.of(analysis.folded) for cell in cells]
        above = [f"{over} {said}" for over, said in zip(above, told, strict=True)] if len(above) == len(told) else told
        heads = [sides.only(said) or sides.only(over) for said, over in zip(told, above, strict=True)]
        for at, cell in enumerate(cells):
            said = cell.of(analysis.folded)
            person = _person_in(analysis, cell, known, words.instrument, waited=bool(waiting))
            confirming = confirming or words.instrument.witnesses.search(said) is not None
            if person is not None and not _in_party(analysis, person, sides):
                above = []
                party = waiting.pop(0) if waiting else None
                if not confirming or person.party:
                    yield _Person(person.place, person.office, person.party or party)
                continue
            party = heads[at] or _left_over(heads, sides)
            confirming = confirming and party is None
            if party is not None and party not in waiting:
                waiting.append(party)


def _in_party(analysis: Analysis, person: _Person, sides: Sides) -> bool:
    """Whether what reads as a person is a piece of a party's name, broken over the lines of its column."""
    said = " ".join(person.place.of(analysis.folded).split())
    return person.party is None and any(
        said in fold(form) for one in sides.parties for form in (one.name, *one.aliases)
    )


def _left_over(heads: Sequence[str | None], sides: Sides) -> str | None:
    """The only party that no other column of the line names, where there are as many columns as parties."""
    left = [party.id for party in sides.parties if party.id not in heads]
    return left[0] if len(heads) == len(sides.parties) > 1 and len(left) == 1 else None


def _person_in(
    analysis: Analysis, cell: Place, known: Sequence[_Person], lists: InstrumentLists, *, waited: bool
) -> _Person | None:
    """The person whose name the cell holds: a representative, or one that the grammar sees and nothing else."""
    said = cell.of(analysis.folded)
    for one in known:
        wanted = " ".join(one.place.of(analysis.folded).split())
        at = said.find(wanted)
        if at >= 0:
            return _Person(Place(cell.start + at, cell.start + at + len(wanted)), one.office, one.party)
    for name in analysis.names if not lists.signatures.match(said) else ():
        if name.kind is NameKind.PERSON and cell.covers(name.place) and _fills(analysis, name.place, cell):
            return _Person(name.place, name.title, None)
    return _Person(cell, None, None) if _reads_as_name(analysis, cell, lists, waited=waited) else None


def _reads_as_name(analysis: Analysis, cell: Place, lists: InstrumentLists, *, waited: bool) -> bool:
    """Whether the cell holds three words or four, each with a capital, and no body: a name that no list knows ("A Xuân Điền").

    Where a party waits for who signs, a name that only its capitals make one of a body is that person's.
    """
    words = cell.of(analysis.text).split()
    syllables = sum(word.count("-") + 1 for word in words)
    titled = _FEWEST <= len(words) <= _LONGEST and _SHORTEST <= syllables <= _MOST and all(
        word.replace("-", "").isalpha() and word[0].isupper() and word[1:] == word[1:].lower() for word in words)  # fmt: skip
    return titled and not lists.signatures.match(cell.of(analysis.folded)) and not any(
        name.place.overlaps(cell) and (name.type or name.kind is not NameKind.ORGANISATION or not waited)
        for name in analysis.names)  # fmt: skip


def _fills(analysis: Analysis, name: Place, cell: Place) -> bool:
    """Whether the cell holds little but the name; before it a rank or an honour may stand."""
    more = _LONGEST_HONOUR if name.end == cell.end else _LITTLE
    return len(TOKEN.findall(cell.of(analysis.text))) <= len(TOKEN.findall(name.of(analysis.text))) + more


def _name_at(analysis: Analysis, place: Place, words: Words) -> Place | None:
    """The run of capitalised words at the beginning of `place`, forms of address and ranks left out."""
    tokens = [(found.group(), Place(place.start + found.start(), place.start + found.end()))
              for found in TOKEN.finditer(place.of(analysis.text))]  # fmt: skip
    folded = [fold(word) for word, _ in tokens]
    at = 0
    while at < len(tokens) and (folded[at] in {":", ".", "-"} or words.lexicon.honorifics.longest(folded, at)):
        found = words.lexicon.honorifics.longest(folded, at)
        at += found[0] if found else 1
    run: list[Place] = []
    for word, where in tokens[at:]:
        gap = run and len(analysis.text[run[-1].end : where.start]) > _FEWEST
        if gap or not (word[0].isupper() or (run and fold(word) in words.lexicon.particles)):
            break
        run.append(where)
    return Place(run[0].start, run[-1].end) if _FEWEST <= len(run) <= _MOST else None
