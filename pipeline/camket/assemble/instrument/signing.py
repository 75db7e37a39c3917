"""Who signed an instrument: the persons of its signature block, known again from the preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from camket.analysis import Analysis, NameKind
from camket.assemble.evidence import evidence
from camket.assemble.instrument.calls import Sides
from camket.assemble.instrument.outline import Line, Outline, cells_of
from camket.assemble.instrument_lists import InstrumentLists
from camket.assemble.words import Words
from camket.document import Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import Signatory

_FEWEST, _MOST, _MOST_HYPHENED = 2, 6, 10
_SHORTEST, _LONGEST = 3, 4
_LITTLE, _LONGEST_HONOUR = 3, 5
_HEADS = {"hiệu trưởng": "school", "trưởng công an": "forces", "đồn trưởng": "forces", "chỉ huy trưởng": "forces"}
_OFFICE_LABEL = re.compile(r"[^:]{3,40}:\s+(?=\w)")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_HIGHLAND = re.compile(r"[^\W\d_]['’](?=\w)")
"""What names of the highlands begin with: "H'Nguyệt"."""
_CONFIDENCE, _CONFIDENCE_UNREAD = 0.95, 0.75


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
    persons = _completed(persons, sides)
    unread = list(_unread(sides, persons, known)) if persons or (outline.signatures and analysis.document.ocr) else []
    found: dict[str, Signatory] = {}
    for one in (*persons, *unread):
        text = " ".join(one.place.of(analysis.text).split())
        office = one.office.of(analysis.text) if one.office else None
        said = (evidence(analysis, one.place, "signatory", "instrument.signature"),)
        confidence = _CONFIDENCE_UNREAD if one in unread else _CONFIDENCE
        found.setdefault(fold(text), Signatory(text, office, one.party, confidence, said))
    return tuple(found.values())


def _representatives(analysis: Analysis, outline: Outline, sides: Sides, words: Words) -> Iterator[_Person]:
    """Who represents each party, from the lines under its name: "Đại diện: Bà X", "Do ông: Y, Giám đốc, làm đại diện"."""
    lines = outline.preamble[outline.title :]
    for at, line in enumerate(lines):
        below = lines[at : at + _FEWEST]
        columns = [_represents(analysis, cell, below, sides, words) for cell in cells_of(line)]
        if len(columns) == len(sides.parties) > 1 and all(columns):  # a block of each party beside the other
            yield from (
                _Person(one.place, one.office, party.id)
                for one, party in zip(columns, sides.parties, strict=True)
                if one
            )
            continue
        for part in _parts_of(line, words.instrument):
            if (one := _represents(analysis, part, below, sides, words)) is not None:
                # in one paragraph with the party's short name
                before = sides.told(analysis.folded[line.place.start : one.place.start])
                yield _Person(one.place, one.office, before[-1][2] if before else _owner(line, sides))


def _parts_of(line: Line, lists: InstrumentLists) -> Iterator[Place]:
    """The line, cut before each further word that tells a representative: "X, do bà A làm đại diện và Y, do ông B ..."."""
    cuts = [line.place.start + one.start() for one in lists.represented.finditer(line.folded)][1:]
    for start, end in pairwise([line.place.start, *cuts, line.place.end]):
        yield Place(start, end)


def _represents(analysis: Analysis, place: Place, lines: Sequence[Line], sides: Sides, words: Words) -> _Person | None:
    """The person that `place`, the first of `lines` or a column of it, tells to represent a party."""
    lists, folded = words.instrument, place.of(analysis.folded)
    label = lists.represents.search(folded) or lists.represented.search(folded)
    told_office = lists.office.match(folded.lstrip())
    if told_office or (label is None and lists.address.match(folded)):
        return None
    named = _name_at(analysis, Place(place.start + label.end(), place.end), words) if label else None
    grammar = [one for one in analysis.names if one.kind is NameKind.PERSON and place.covers(one.place)
               and not any(party.evidence[0].start <= one.place.start < party.evidence[0].end for party in sides.parties)]  # fmt: skip
    told = next((one for one in grammar if named is None or one.place.overlaps(named)), None)
    if named is None and told is None:
        return None
    whole = named if named and (told is None or len(named) > len(told.place)) else None
    return _Person(
        whole or (told.place if told else place), _office(lines, lists) or (told.title if told else None), None
    )


def _completed(persons: Sequence[_Person], sides: Sides) -> list[_Person]:
    """The persons; the only one without a party signed for the only party without a person."""
    left = [party.id for party in sides.parties if all(one.party != party.id for one in persons)]
    alone = [one for one in persons if one.party is None]
    fits = len(left) == len(alone) == 1 and len(persons) == len(sides.parties)
    return [_Person(one.place, one.office, left[0]) if fits and one.party is None else one for one in persons]


def _unread(sides: Sides, signed: Sequence[_Person], known: Sequence[_Person]) -> Iterator[_Person]:
    """The representatives of parties whose place in the signature block has no name that could be read.

    A party with several told before, as in minutes, has none.
    """
    for party in sides.parties if len(signed) < len(sides.parties) and all(one.party for one in signed) else ():
        own = [one for one in known if one.party == party.id]
        if len(own) == 1 and all(one.party != party.id for one in signed):
            yield own[0]


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
    waiting: list[tuple[int, str]] = []
    above: list[str] = []
    confirming = False
    unsigned = {party.id for party in sides.parties}
    for line in lines:
        if words.instrument.copies.match(line.folded):
            return
        if not unsigned and words.instrument.witnesses.match(line.folded):
            return  # who stands below watched them sign
        if words.instrument.distribution.match(line.folded):
            waiting.clear()
        cells = cells_of(line)
        told = [cell.of(analysis.folded) for cell in cells]
        above = [f"{over} {said}" for over, said in zip(above, told, strict=True)] if len(above) == len(told) else told
        heads = [sides.only(said) or sides.only(over) for said, over in zip(told, above, strict=True)]
        heads = [party or (_by_office(said, sides) if len(cells) > 1 else None)
                 for party, said in zip(heads, told, strict=True)]  # fmt: skip
        columns = [party for _, party in sorted(waiting, key=itemgetter(0))] if len(waiting) == len(cells) else []
        persons = [_person_in(analysis, cell, known, words, waited=bool(waiting)) for cell in cells]
        if columns and any(persons):
            persons = [
                person or _beside(analysis, cell, words.instrument) for person, cell in zip(persons, cells, strict=True)
            ]
        for at, (cell, person) in enumerate(zip(cells, persons, strict=True)):
            said = cell.of(analysis.folded)
            confirming = confirming or words.instrument.witnesses.search(said) is not None
            if person is not None and not _in_party(analysis, person, sides):
                above = []
                served = [columns[at]] if columns else [party for _, party in waiting[:1]]
                waiting = [one for one in waiting if one[1] not in (columns or served)]
                unsigned -= {person.party, *served}
                if not confirming or person.party:
                    yield _Person(person.place, person.office, person.party or next(iter(served), None))
                continue
            party = heads[at] or _left_over(heads, sides)
            confirming = confirming and party is None
            if party is not None and all(one != party for _, one in waiting):
                waiting.append((_column(analysis, cell), party))


def _by_office(said: str, sides: Sides) -> str | None:
    """The only party of the type that has such an office at its head: "HIỆU TRƯỞNG" signs for a school."""
    kind = next((kind for office, kind in _HEADS.items() if said.strip().startswith(office)), None)
    held = [party.id for party in sides.parties if party.type == kind]
    return held[0] if kind and len(held) == 1 else None


def _column(analysis: Analysis, cell: Place) -> int:
    """How far from the margin the cell begins: heads of columns may stand in lines of their own."""
    return cell.start - analysis.text.rfind("\n", 0, cell.start) - 1


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
    analysis: Analysis, cell: Place, known: Sequence[_Person], words: Words, *, waited: bool
) -> _Person | None:
    """The person whose name the cell holds: a representative, or one that the grammar sees and nothing else."""
    lists = words.instrument
    cell = _without_label(analysis, cell, lists)
    said = cell.of(analysis.folded)
    for one in known:
        wanted = " ".join(one.place.of(analysis.folded).split())
        at = said.find(wanted)
        if at >= 0:
            return _Person(Place(cell.start + at, cell.start + at + len(wanted)), one.office, one.party)
    for name in analysis.names if not lists.signatures.match(said) else ():
        if name.kind is NameKind.PERSON and cell.covers(name.place) and _fills(analysis, name.place, cell):
            whole = name.place.start == cell.start and _is_titled(cell.of(analysis.text).split())
            return _Person(cell if whole else name.place, name.title, None)
    if _reads_as_name(analysis, cell, lists, waited=waited):
        return _Person(cell, None, None)
    named = _name_at(analysis, cell, words) if waited else None
    honoured = named is not None and cell.start < named.start and named.end == cell.end
    return _Person(named, None, None) if named and honoured else None


def _without_label(analysis: Analysis, cell: Place, lists: InstrumentLists) -> Place:
    """The cell without the office and its colon before the name, and "(đã ký)" behind it: "Giám đốc: Lò Văn Ún (đã ký)"."""
    said = cell.of(analysis.folded)
    label = _OFFICE_LABEL.match(said) if lists.signatures.match(said) else None
    aside = _ASIDE.search(said)
    end = cell.start + aside.start() if aside and lists.signed.search(aside.group()) else cell.end
    return Place(min(cell.start + label.end(), end), end) if label else cell


def _reads_as_name(analysis: Analysis, cell: Place, lists: InstrumentLists, *, waited: bool) -> bool:
    """Whether the cell holds three words or four, each with a capital, and no body: a name that no list knows ("A Xuân Điền").

    Where a party waits for who signs, a name that only its capitals make one of a body is that person's.
    """
    return _is_titled(cell.of(analysis.text).split()) and not lists.signatures.match(cell.of(analysis.folded)) and not any(
        name.place.overlaps(cell) and (name.type or name.kind is not NameKind.ORGANISATION or not waited)
        for name in analysis.names)  # fmt: skip


def _beside(analysis: Analysis, cell: Place, lists: InstrumentLists) -> _Person | None:
    """The person that two words in capitals are in the column beside one with a person: "Sato Kenichiro"."""
    titled = _is_titled(cell.of(analysis.text).split(), fewest=_FEWEST)
    return _Person(cell, None, None) if titled and not lists.signatures.match(cell.of(analysis.folded)) else None


def _is_titled(words: Sequence[str], *, fewest: int = _SHORTEST) -> bool:
    """Whether the words have a capital each and are as many as those of a name; a hyphen parts syllables."""
    syllables = sum(word.count("-") + word.count("'") + word.count("’") + 1 for word in words)
    plain = [_HIGHLAND.sub("", word) for word in words]
    most = _MOST_HYPHENED if any("-" in word for word in words) else _MOST  # "An-tô-ni-ô Ma-sam-ba"
    return _FEWEST <= len(words) <= _LONGEST and fewest <= syllables <= most and all(
        word.replace("-", "").isalpha() and word[0].isupper() and word[1:] == word[1:].lower() for word in plain)  # fmt: skip


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
