"""An agreement as a document: its parts in their fixed places, and the commitments of its articles."""

from __future__ import annotations

from camket.analysis import Analysis
from camket.assemble.duty_tables import Parties, TableReader
from camket.assemble.evidence import evidence
from camket.assemble.instrument.articles import article_tellings
from camket.assemble.instrument.calls import Sides
from camket.assemble.instrument.outline import Line, Outline, outline_of
from camket.assemble.instrument.preamble import day_in, number_in, open_term_in, place_in, span_in, term_in, year_in
from camket.assemble.instrument.sides import sides_of
from camket.assemble.instrument.signing import signatories
from camket.assemble.instrument.title import title_of
from camket.assemble.tellings import Telling
from camket.assemble.words import Words
from camket.document import Place
from camket.records import Agreement, AgreementStatus

_ID = "a1"
_FEWEST, _TITLE_LINES = 2, 2
_SUBTITLE_LINES, _MOST_TITLE_LINES = 3, 9
_CLOSING = 4
_CONFIDENCE, _CONFIDENCE_ONE_PARTY = 0.95, 0.7


def read_instrument(analysis: Analysis, words: Words) -> tuple[Agreement, list[Telling]] | None:
    """The agreement that the document is, and the tellings of its articles; None for a report."""
    outline = outline_of(analysis, words)
    if outline is None:
        return None
    sides = sides_of(analysis, outline, words)
    if not sides.parties:
        return None
    vow = words.lexicon.vows.search(outline.lines[outline.title].folded) is not None
    tables, cells = _duty_tables(analysis, outline, sides, words)
    body = [line for line in outline.body if line.block.place not in cells]
    told = tables + article_tellings(analysis, body, _ID, sides, words, vow=vow)
    return _agreement(analysis, outline, sides, words), sorted(told, key=lambda one: one.place.start)


def _title_lines(outline: Outline) -> list[Line]:
    """The title and what stands under it in capitals, the first lines in any case."""
    told = outline.lines[outline.title : outline.body_start]
    shouted = next((at for at, line in enumerate(told) if not line.shouts), len(told))
    return list(told[: max(_SUBTITLE_LINES, min(shouted, _MOST_TITLE_LINES))])


def _duty_tables(
    analysis: Analysis, outline: Outline, sides: Sides, words: Words
) -> tuple[list[Telling], frozenset[Place]]:
    """The tellings of its tables of duties, and their cells."""

    def named(place: Place) -> tuple[tuple[str, str], ...]:
        said = place.of(analysis.folded)
        told = [party for _, _, party in sides.told(said)] or sides.ending_with(said)
        return tuple(dict.fromkeys((party, _ID) for party in told))

    if not outline.body:
        return [], frozenset()
    reader = TableReader(analysis, words.commitments, Parties(named, lambda _: _ID))
    starts, ends = outline.body[0].block.place.start, outline.body[-1].block.place.end
    return reader.read(Place(starts, ends))  # below stand the columns of those who sign


def _agreement(analysis: Analysis, outline: Outline, sides: Sides, words: Words) -> Agreement:
    lists, head = words.instrument, outline.preamble
    title = outline.lines[outline.title].block.place
    around = [*head, *outline.body[-_CLOSING:], *outline.signatures]
    day, where = day_in(analysis, around, lists), place_in(analysis, around, words)
    covers = term_in(analysis, [*head, *outline.body], day, lists)
    if covers is None and words.lexicon.vows.search(title.of(analysis.folded)):
        covers = year_in(analysis, outline.lines[outline.title : outline.title + _TITLE_LINES])
    covers = covers or span_in(analysis, _title_lines(outline))
    covers = covers or open_term_in([*head, *outline.body], day, lists)
    number = number_in(analysis, head, lists)
    said = [evidence(analysis, title, "signing", "instrument.title")]
    for value, name in ((day, "signed_on"), (covers, "period"), (where, "place")):
        said += [evidence(analysis, value.place, name, f"instrument.{name}")] if value else []
    said += [evidence(analysis, number, "number", "instrument.number")] if number else []
    return Agreement(
        id=_ID,
        kind=outline.kind,
        status=AgreementStatus.SIGNED,
        parties=tuple(sides.parties),
        title=title_of(analysis, outline, words),
        number=number.of(analysis.text) if number else None,
        signed_on=day.text if day else None,
        period=covers.text if covers else None,
        place=where.text if where else None,
        signatories=signatories(analysis, outline, sides, words),
        confidence=_CONFIDENCE if len(sides.parties) >= _FEWEST else _CONFIDENCE_ONE_PARTY,
        evidence=tuple(said),
    )


__all__ = ["read_instrument"]
