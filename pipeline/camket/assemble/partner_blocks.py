"""The partner that a block opens with: "Với Công ty X: Thỏa thuận ...", "Trường A - Công ty X.", "2. Hợp đồng với Công ty X"."""

from __future__ import annotations

import re

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.listed_signers import BULLET
from camket.assemble.words import Words
from camket.document import BlockKind

_WITH = re.compile(r"(?:theo [\w ]{4,30} |riêng |còn |đối )?với (?:\w+ ){0,2}?$")
_LEADS_TO = re.compile(r"(?:[^.;:]|\.(?=\d)){0,90}?(?<!\w)(?:với|dành cho) (?:\w+ ){0,2}?")
_NEXT_IS = re.compile(r"(?:,| là|:)* (?:\w+ ){0,2}?")
_COMMA = ","
_DASH = re.compile(r"\s*(?:[-–—&]|và)\s*$")
_ENDS = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[:.\-–—,]|$)")
_COLON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?:")
_IS = re.compile(r" là (?=\w)")
"""Behind a partner, before what is signed with it: "Với Công ty X là hợp đồng đào tạo"."""
_SIGNS_TOO = re.compile(r" (?:(?:cũng|đã|cùng) ){0,2}(?:ký|ký kết) (?!với )")
"""Behind the partner that an item of a list begins with: "- Công ty X ký hợp đồng đào tạo"."""


def partner_of(analysis: Analysis, sentence: Sentence, words: Words, *, listed: bool) -> Name | None:
    """The body that the block opens with, after "với" or the host and a dash, before a colon, a full stop or its end.

    `listed` says that the partners are listed, as under "với từng đơn vị như sau:", each by its name and a colon.
    """
    start = sentence.place.start
    opening = BULLET.match(analysis.folded, start, sentence.place.end)
    body = opening.end() if opening else start
    named = _after_document(analysis, sentence, body, words)
    if named is not None:
        return named
    for at, name in enumerate(
        names := [one for one in analysis.names_in(sentence) if one.kind is NameKind.ORGANISATION]
    ):
        before = analysis.folded[body : name.place.start]
        paired = at == 1 and names[0].place.start == body and _DASH.fullmatch(analysis.folded[names[0].extent.end : name.place.start])  # fmt: skip
        ends = _ENDS.match(analysis.folded, name.extent.end, sentence.place.end) is not None
        alone = listed and not before and _COLON.match(analysis.text, name.extent.end) is not None
        item = not before and sentence.block.kind is BlockKind.LIST_ITEM
        if item and _SIGNS_TOO.match(analysis.folded, name.extent.end, sentence.place.end):
            return name
        with_it = _WITH.fullmatch(before) is not None
        if (ends and (with_it or paired or alone)) or (with_it and _IS.match(analysis.folded, name.extent.end)):
            return name
        if at >= 1:
            return None
    return None


def _after_document(analysis: Analysis, sentence: Sentence, start: int, words: Words) -> Name | None:
    """The first body of a block that begins with the document or an ordinal: "Văn bản thứ hai là hợp đồng với X", "Đầu tiên là X"."""
    begun = words.block_of_document.match(analysis.folded, start, sentence.place.end)
    bodies = [one for one in analysis.names_in(sentence) if one.kind is NameKind.ORGANISATION]
    if begun is None or not bodies:
        return None
    before = analysis.folded[begun.end() : bodies[0].place.start]
    counted = begun["ordinal"] or (begun["numbered"] and before.startswith(_COMMA))  # "Đối tác thứ nhất, Trường X."
    by_number = counted and _NEXT_IS.fullmatch(before)
    return bodies[0] if by_number or _LEADS_TO.fullmatch(before) else None
