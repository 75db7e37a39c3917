"""Tables that tell who does what until when: "Cơ quan | Nhiệm vụ | Thời hạn", or a column for each party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from camket.analysis import DateValue
from camket.assemble.tellings import Actors, Holder, Story, Telling
from camket.document import Block, BlockKind
from camket.records import CommitmentKind

_RULE, _CONFIDENCE = "commitment.table", 0.85
_FEWEST_ROWS, _PAIR = 2, 2
_YEAR, _SHORTEST = re.compile(r"(?:19|20)\d\d"), len("2012")
_MARKS = " .:*()"

Row = list[Block]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row tells what is done, and which who does it and until when; `parties` those of a column each."""

    count: int
    what: int | None
    who: int | None
    when: int | None
    parties: dict[int, Holder]


def duty_tables(story: Story) -> tuple[list[Telling], frozenset[int]]:
    """The tellings of the document's tables of duties, below the signing, and the sentences that these hold."""
    told: list[Telling] = []
    inside: set[int] = set()
    for table in _tables(story) if story.agreements else ():
        columns = _columns(story, table[0])
        if columns is None:
            continue
        told += _rows(story, table[1:], columns)
        cells = {cell.place for row in table for cell in row}
        inside |= {one.index for one in story.analysis.sentences if one.block.place in cells}
    return told, frozenset(inside)


def _tables(story: Story) -> Iterator[list[Row]]:
    """Runs of rows, the cells of a row on one line; a row may have fewer cells than the first, which the one above it shares."""
    blocks = story.analysis.document.blocks
    for is_cell, run in groupby(blocks, key=lambda block: block.kind is BlockKind.TABLE_CELL):
        cells = list(run) if is_cell else []
        rows: list[Row] = [cells[:1]] if cells else []
        for before, cell in pairwise(cells):
            between = story.analysis.text[before.place.end : cell.place.start]
            if "\n" in between:
                rows.append([cell])
            else:
                rows[-1].append(cell)
        heads = [at for at, row in enumerate(rows) if len(row) >= _PAIR and (at == 0 or len(row) > len(rows[at - 1]))]
        for at in heads:
            size = len(rows[at])
            table = rows[
                at : next((end for end in range(at, len(rows)) if not _PAIR <= len(rows[end]) <= size), len(rows))
            ]
            if len(table) >= _FEWEST_ROWS and table[0][0].place.start > story.first_told:
                yield table


def _columns(story: Story, heads: Row) -> _Columns | None:
    """What the columns tell by their heads; None where they tell of no duties."""
    said = [cell.place.of(story.folded).strip(_MARKS) for cell in heads]
    lists = story.lists
    what, who, when = (
        next((at for at, one in enumerate(said) if one in heads), None)
        for heads in (lists.table_what, lists.table_who, lists.table_when)
    )
    parties = {at: known for at, cell in enumerate(heads) if (known := _party_in(story, cell)) is not None}
    if len(parties) >= _PAIR:
        return _Columns(len(heads), None, None, None, parties)
    return _Columns(len(heads), what, who, when, {}) if what is not None else None


def _party_in(story: Story, cell: Block) -> Holder | None:
    """The one party that the cell names."""
    known = {one[1].id: one for name in story.analysis.names_within(cell.place) if cell.place.covers(name.place)
             and (one := story.party_of(name)) is not None}  # fmt: skip
    return next(iter(known.values())) if len(known) == 1 else None


def _rows(story: Story, rows: Sequence[Row], columns: _Columns) -> Iterator[Telling]:
    actors: Actors | None = None
    agreement: str | None = None
    for row in rows:
        lacks = columns.count - len(row)
        for at, (held, party) in columns.parties.items() if not lacks else ():
            yield Telling(
                CommitmentKind.PLEDGE, row[at].place, (party.id,), held.id, _RULE, _CONFIDENCE, needs_act=False
            )
        if columns.what is None or not 0 <= columns.what - lacks < len(row):
            continue
        if columns.who is not None and not lacks:
            actors, agreement = _doers(story, row[columns.who])
        place = row[columns.what - lacks].place
        due = _due(story, row[columns.when - lacks]) if columns.when is not None and columns.when >= lacks else None
        kind = CommitmentKind.AREA if columns.who is None else CommitmentKind.PLEDGE
        yield Telling(kind, place, actors or "all", agreement or story.agreement_at(place), _RULE, _CONFIDENCE,
                      needs_act=False, due=due)  # fmt: skip


def _doers(story: Story, cell: Block) -> tuple[Actors, str | None]:
    """Who the cell names, and of which agreement: all parties, some of them, or another body by its name."""
    said = " ".join(cell.place.of(story.analysis.text).split())
    if story.lists.everyone.fullmatch(cell.place.of(story.folded).strip(_MARKS)):
        return "all", None
    names = [name for name in story.analysis.names_within(cell.place) if cell.place.covers(name.place)]
    known = {one[1].id: one for name in names if (one := story.party_of(name)) is not None}
    called = None if known else story.called(said)
    if called is not None:
        known = {called[1].id: called}
    if known:
        return tuple(known), next(iter(known.values()))[0].id
    return (said,), None


def _due(story: Story, cell: Block) -> DateValue | None:
    """The day, month or year that the cell tells."""
    if _YEAR.fullmatch(cell.place.of(story.folded)):
        return DateValue(cell.place, cell.place.of(story.folded), "date")
    inside = (date for date in story.analysis.dates if cell.place.covers(date.place))
    return next((date for date in inside if date.kind != "term" and len(date.edtf) >= _SHORTEST), None)
