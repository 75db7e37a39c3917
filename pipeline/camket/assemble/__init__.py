"""From matches to the record: agreements with their parties and details, and commitments."""

from __future__ import annotations

from camket.analysis import OPEN, Analysis, Gate, Match
from camket.assemble.agreements import find_agreements
from camket.assemble.commitments import commitments_of, report_tellings
from camket.assemble.explain import Telling, closed_joints, explained
from camket.assemble.instrument import read_instrument
from camket.assemble.words import Words
from camket.document import Document
from camket.records import DocumentInfo, Record


def record(analysis: Analysis, matches: tuple[Match, ...], words: Words, gate: Gate = OPEN) -> Record:
    """All that the document says, each value with its evidence; nothing is looked for that `gate` rules out."""
    instrument = read_instrument(analysis, words) if gate.anything else None
    if instrument is not None:
        agreement, told = instrument
        return Record(_info(analysis.document, agreement.title), (agreement,), commitments_of(analysis, told, words))
    agreements = find_agreements(analysis, matches, words) if gate.signing else ()
    tellings = report_tellings(analysis, agreements, words) if agreements or gate.pledge else []
    return Record(_info(analysis.document), agreements, commitments_of(analysis, tellings, words))


def _info(document: Document, title: str | None = None) -> DocumentInfo:
    return DocumentInfo(
        document.id, document.path, document.media_type, title or document.title, document.source, document.author,
        document.url, document.published_on, len(document.pages), document.ocr, document.text_quality, document.warnings,
    )  # fmt: skip


__all__ = ["Telling", "Words", "closed_joints", "explained", "record"]
