"""Signers told only by their number, right behind their names: "Phía X có ông A; ông B. Ông C đại diện Y. Cả ba vị cùng đặt bút ký"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.lexicon import number_of

_SEVERAL, _MOST = 2, 8
_ALL_SIGN = re.compile(
    r"(?:cả )?(?P<count>\d|hai|ba|bốn|năm|sáu|bảy|tám) (?:vị|ông|bà|người|đồng chí|ông bà|đại diện|vị lãnh đạo|vị đại diện)"
    r"(?: này| trên| nói trên| kể trên)?(?: (?:đã|cùng|cùng nhau|lần lượt|trực tiếp|sẽ))* (?:đặt bút ký|đặt bút|ký kết|ký)(?!\w)"
)


def counted_signers(analysis: Analysis) -> Iterator[tuple[Sentence, tuple[Name, ...]]]:
    """Each sentence that begins with how many sign, with the persons told last before it in its paragraph, as many as it counts."""
    for sentence in analysis.sentences:
        counted = _ALL_SIGN.match(analysis.folded, sentence.place.start, sentence.place.end)
        count = number_of(counted["count"]) if counted else 0
        if not _SEVERAL <= count <= _MOST:
            continue
        before = [one for one in analysis.sentences[: sentence.index] if one.block is sentence.block]
        told = [name for one in before for name in analysis.names_in(one) if name.kind is NameKind.PERSON]
        if len(told) >= count:
            yield sentence, tuple(told[-count:])
