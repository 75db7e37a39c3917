"""Evidence of a place: its words, page, boxes and sentence."""

from __future__ import annotations

from camket.analysis import Analysis
from camket.document import Place
from camket.records import Evidence


def evidence(analysis: Analysis, place: Place, field: str, rule: str) -> Evidence:
    """The evidence that the words at `place` give for `field`, found by `rule`."""
    document = analysis.document
    sentence = analysis.sentence_of(place)
    return Evidence(
        place.start,
        place.end,
        place.of(document.text),
        document.page_of(place),
        document.boxes_of(place),
        rule,
        sentence.place.of(document.text) if sentence else place.of(document.text),
        field,
    )
