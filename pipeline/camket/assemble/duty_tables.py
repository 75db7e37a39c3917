"""Tables that tell who does what until when: "Cơ quan | Nhiệm vụ | Thời hạn", or a column for each party."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from camket.analysis import Analysis, DateValue
from camket.assemble.commitment_lists import CommitmentLists
from camket.assemble.tellings import Actors, Story, Telling
from camket.document import Block, BlockKind, Place
from camket.records import CommitmentKind

_RULE, _CONFIDENCE = "commitment.table", 0.85
_FEWEST_ROWS, _PAIR = 2, 2
_YEAR, _SHORTEST = re.compile(r"(?:trong )?(?:năm )?((?:19|20)\d\d)"), len("2012")
_MARKS = " .:*()"

Row = list[Block]
Party = tuple[str, str | None]
"""The id of a party, and of its agreement."""


@dataclass(frozen=True)
class Parties:
    """How a table's cells find the parties: `named` at a place, and the agreement that a place tells of."""

    named: Callable[[Place], tuple[Party, ...]]
    agreement_at: Callable[[Place], str | None]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row tells what is done, and which who does it and until when; `parties` those of a column each."""

    count: int
    what: int | None
    who: int | None
    when: int | None
    parties: dict[int, Party]


def duty_tables(story: Story) -> tuple[list[Telling], frozenset[int]]:
    """The tellings of a report's tables of duties, below the signing, and the sentences that these hold."""

    def named(place: Place) -> tuple[Party, ...]:
        names = [name for name in story.analysis.names_within(place) if place.covers(name.place)]
        known = {one[1].id: one for name in names if (one := story.party_of(name)) is not None}
        if not known and (called := story.called(" ".join(place.of(story.analysis.text).split()))) is not None:
            known = {called[1].id: called}
        return tuple((party, held.id) for party, (held, _) in known.items())

    if not story.agreements:
        return [], frozenset()
    reader = TableReader(story.analysis, story.lists, Parties(named, story.agreement_at))
    told, cells = reader.read(Place(story.first_told, len(story.analysis.text)))
    inside = {one.index for one in story.analysis.sentences if one.block.place in cells}
    return told, frozenset(inside)


@dataclass(frozen=True)
class TableReader:
    """Reads the tables of duties of a document whose parties are known."""

    analysis: Analysis
    lists: CommitmentLists
    parties: Parties

    def read(self, inside: Place) -> tuple[list[Telling], frozenset[Place]]:
        """The tellings of the tables that begin in `inside`, and the places of all their cells."""
        told: list[Telling] = []
        cells: set[Place] = set()
        for table in self._tables(inside):
            columns = self._columns(table[0])
            if columns is not None:
                told += self._rows(table[1:], columns)
                cells |= {cell.place for row in table for cell in row}
        return told, frozenset(cells)

    def _tables(self, inside: Place) -> Iterator[list[Row]]:
        """Runs of rows, the cells of a row on one line; a row may have fewer cells than the first, which the one above it shares."""
        for is_cell, run in groupby(
            self.analysis.document.blocks, key=lambda block: block.kind is BlockKind.TABLE_CELL
        ):
            cells = list(run) if is_cell else []
            rows: list[Row] = [cells[:1]] if cells else []
            for before, cell in pairwise(cells):
                if "\n" in self.analysis.text[before.place.end : cell.place.start]:
                    rows.append([cell])
                else:
                    rows[-1].append(cell)
            heads = [
                at for at, row in enumerate(rows) if len(row) >= _PAIR and (at == 0 or len(row) > len(rows[at - 1]))
            ]
            for at in heads:
                size = len(rows[at])
                ends = (end for end in range(at, len(rows)) if not _PAIR <= len(rows[end]) <= size)
                table = rows[at : next(ends, len(rows))]
                if len(table) >= _FEWEST_ROWS and inside.start < table[0][0].place.start < inside.end:
                    yield table

    def _columns(self, heads: Row) -> _Columns | None:
        """What the columns tell by their heads; None where they tell of no duties."""
        said = [self._said(cell) for cell in heads]
        what, who, when = (
            next((at for at, one in enumerate(said) if one in words), None)
            for words in (self.lists.table_what, self.lists.table_who, self.lists.table_when)
        )
        parties = {at: named[0] for at, cell in enumerate(heads) if len(named := self.parties.named(cell.place)) == 1}
        if len(parties) >= _PAIR:
            return _Columns(len(heads), None, None, None, parties)
        return _Columns(len(heads), what, who, when, {}) if what is not None else None

    def _rows(self, rows: Sequence[Row], columns: _Columns) -> Iterator[Telling]:
        doers: Actors | None = None
        agreement: str | None = None
        for row in rows:
            lacks = columns.count - len(row)
            for at, (party, held) in columns.parties.items() if not lacks else ():
                yield replace(_telling(CommitmentKind.PLEDGE, row[at].place, (party,), held), needs_act=True)
            if columns.what is None or not 0 <= columns.what - lacks < len(row):
                continue
            if columns.who is not None and not lacks:
                doers, agreement = self._doers(row[columns.who])
            place = row[columns.what - lacks].place
            due = self._due(row[columns.when - lacks]) if columns.when is not None and columns.when >= lacks else None
            kind = CommitmentKind.AREA if columns.who is None else CommitmentKind.PLEDGE
            yield _telling(kind, place, doers or "all", agreement or self.parties.agreement_at(place), due)

    def _doers(self, cell: Block) -> tuple[Actors, str | None]:
        """Who the cell names, and of which agreement: all parties, some of them, or another body by its name."""
        if self.lists.everyone.fullmatch(self._said(cell)):
            return "all", None
        named = self.parties.named(cell.place)
        if named:
            return tuple(party for party, _ in named), named[0][1]
        return (" ".join(cell.place.of(self.analysis.text).split()),), None

    def _due(self, cell: Block) -> DateValue | None:
        """The day, month or year that the cell tells."""
        year = _YEAR.fullmatch(self._said(cell))
        if year:
            return DateValue(cell.place, year[1], "date")
        inside = (date for date in self.analysis.dates if cell.place.covers(date.place))
        return next((date for date in inside if date.kind != "term" and len(date.edtf) >= _SHORTEST), None)

    def _said(self, cell: Block) -> str:
        return cell.place.of(self.analysis.folded).strip(_MARKS)


def _telling(
    kind: CommitmentKind, place: Place, actors: Actors, agreement: str | None, due: DateValue | None = None
) -> Telling:
    return Telling(kind, place, actors, agreement, _RULE, _CONFIDENCE, needs_act=False, due=due)
