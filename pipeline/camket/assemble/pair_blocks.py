"""Pairs of parties that open paragraphs, each with its document behind a colon: "HTX X - Siêu thị Y: hợp đồng mua bán ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.details import documents_in
from camket.assemble.entities import Entities
from camket.assemble.listed_signers import BULLET, openings
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import Place

_SEVERAL, _FOCUS = 2, 2
_DASH = re.compile(r"\s*[-–—]\s*")
_COLON = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?:\s*(?:\w+ ){0,2}?")
DOCUMENTS_SIGNED = re.compile(
    r"(?<!\w)(?:hợp đồng|biên bản|thỏa thuận|bản ghi nhớ|văn kiện|văn bản)(?:,? [^.;:]{0,40}?)? (?:đã )?được (?:\w+ ){0,2}?"
    r"(?:ký|ký kết|trao|trao đổi)(?!\w)"
)
"""What tells above the pairs that documents were signed: "Tổng cộng 21 biên bản, hợp đồng đã được trao đổi"."""


def told_in_pairs(analysis: Analysis, entities: Entities, words: Words) -> Iterator[Mention]:
    """A telling for each of two paragraphs or more that open with a pair, below one that documents were signed."""
    above = next((one for one in analysis.sentences
                  if DOCUMENTS_SIGNED.search(analysis.folded, one.place.start, one.place.end)), None)  # fmt: skip
    if above is None:
        return
    pairs = [(sentence, *pair) for sentence in openings(analysis)
             if sentence.index > above.index and (pair := _pair(analysis, sentence, words)) is not None]  # fmt: skip
    for sentence, first, second, kind in pairs if len(pairs) >= _SEVERAL else ():
        told = Place(sentence.place.start, second.extent.end)
        parties = (entities.of(first), entities.of(second))
        yield Mention(sentence, told, parties, (first, second), (), kind, None, frozenset(),
                      ("signing.listed", "signing.subject_with"), both=False, focus=_FOCUS)  # fmt: skip


def _pair(analysis: Analysis, sentence: Sentence, words: Words) -> tuple[Name, Name, str] | None:
    """The two bodies that the sentence opens with, a dash between them, and the kind of the document behind their colon."""
    opening = BULLET.match(analysis.folded, sentence.place.start, sentence.place.end)
    start = opening.end() if opening else sentence.place.start
    if _DASH.search(analysis.folded, start, sentence.place.end) is None or ":" not in sentence.place.of(
        analysis.folded
    ):
        return None
    bodies = [one for one in analysis.names_in(sentence) if one.kind is NameKind.ORGANISATION][:_SEVERAL]
    if len(bodies) < _SEVERAL or bodies[0].extent.start != start:
        return None
    first, second = bodies
    joined = _DASH.fullmatch(analysis.folded, first.extent.end, second.extent.start)
    colon = _COLON.match(analysis.folded, second.extent.end, sentence.place.end)
    documents = documents_in(analysis, sentence, words) if joined and colon else []
    kind = next((kind for place, kind in documents if colon and place.start == colon.end()), None)
    return (first, second, kind) if kind else None
