"""What the text around names says of them: that they share a head or the word of their places, or that they stand apart."""

from __future__ import annotations

import re

from camket.analysis import Analysis, Name
from camket.assemble.forms import Forms
from camket.folding import fold
from camket.lexicon import COMPANY, SCHOOL, TOKEN, Lexicon

_FAR = 6
_CODE_REACH = 40
_JOINTS = frozenset({",", "và", "cùng", "-"})
_OF_NO_LOCALITY = frozenset({COMPANY, SCHOOL})
_JOINED_WORD = re.compile(r"(?:,| và) (?P<word>\w+(?: \w+)?)")
_STOCK_CODE = re.compile(r"[Mm]ã(?: cổ phiếu| chứng khoán| CK)?:? ([A-Z]{3}) của $")


class Surroundings:
    """Reads the text before, between and behind names."""

    def __init__(self, analysis: Analysis, forms: Forms, lexicon: Lexicon) -> None:
        self._text, self._folded = analysis.text, analysis.folded
        self._forms, self._lexicon = forms, lexicon

    def heads_all(self, holder: Name) -> bool:
        """Whether the head of the body is told once for several: "4 đồn biên phòng Bình Hải, Sa Kỳ và Lý Sơn", "các Trường THCS A, B"."""
        small = holder.head is not None and (holder.place.of(self._text)[0].islower() or holder.type == SCHOOL)
        return small and self._lexicon.several(fold(self._text[: holder.place.start]).split()[-1:])

    def shares(self, holder: Name, place: Name) -> bool:
        """Whether the text says that there are several such bodies: "Sở Y tế các tỉnh An Giang và Đồng Tháp"."""
        between = fold(self._text[holder.place.end : place.place.start])
        listed = between.strip() == ":" and self._lexicon.several(fold(self._text[: holder.place.start]).split()[-1:])
        return listed or self._lexicon.tells_several(between)

    def kind_shared(self, holder: Name, place: Name) -> str:
        """The word that the text has once for all places: "huyện" in "Công an các huyện Kim Bảng và Duy Tiên"."""
        words = self._text[holder.place.end : place.place.start].strip(" :").split()[1:]
        return " ".join(words) if self._lexicon.is_kind_of_place([fold(one) for one in words]) else ""

    def office_between(self, holder: Name, place: Name) -> bool:
        """Whether an office is told between the two: "Chủ tịch UBND tỉnh X và Thống đốc tỉnh Y" are of two bodies."""
        words = TOKEN.findall(self._folded[holder.extent.end : place.extent.start])
        return any(self._lexicon.offices.longest(words, at) for at in range(len(words)))

    def told_apart(self, holder: Name, place: Name) -> bool:
        """Whether the place signs itself: it stands, with its word, far behind the body, or is one that has no such body.

        "Sở X ký ... về ... với huyện Y"; "Sở X ký với các xã Y và Z"; "Đại học Quốc gia TP.HCM và tỉnh Bến Tre", as schools and
        companies are of no locality's kind but where that is told of both.
        """
        between = TOKEN.findall(self._folded[holder.extent.end : place.extent.start])
        said = TOKEN.findall(fold(place.place.of(self._text)))
        if self._lexicon.provincial.longest(TOKEN.findall(fold(self._forms.core(holder))), 0) and any(
            self._lexicon.below_provinces.longest([*between, *said], at) for at in range(len(between) + 1)
        ):
            return True
        word = self._lexicon.locality_words.longest(said, 0)
        if word is not None and holder.type in _OF_NO_LOCALITY:
            return said[: word[0]] != TOKEN.findall(fold(self._forms.locality(holder)))[: word[0]]
        far = len(between) > _FAR and word is not None
        return far and not self._lists_places(between)

    def _lists_places(self, between: list[str]) -> bool:
        """Whether nothing but provinces, and that there are several, is told in `between`: "Sở X (các tỉnh) A, B và | TP. C"."""
        at = next((size for size in (3, 2) if self._lexicon.tells_several(" ".join(between[:size]))), 0)
        if at:
            return True
        while at < len(between):
            place = self._lexicon.provinces.longest(between, at)
            if place is None and between[at] not in _JOINTS:
                return False
            at += place[0] if place else 1
        return True

    def is_of_any_locality(self, name: Name) -> bool:
        """Whether it is one of those of all localities of a kind, and no body told before: "ủy ban nhân dân phường, xã"."""
        said = TOKEN.findall(name.place.of(self._folded))
        after = _JOINED_WORD.match(self._folded, name.extent.end)
        words = self._lexicon.locality_words
        ends = any(
            words.longest(said[at:], 0) == (len(said) - at, "") for at in range(max(0, len(said) - 2), len(said))
        )
        return ends and after is not None and words.longest(TOKEN.findall(after["word"]), 0) is not None

    def stock_code(self, name: Name) -> list[str]:
        """The code under which a company is listed, told before its name: "mã cổ phiếu ABC của Công ty X"."""
        before = self._text[max(0, name.place.start - _CODE_REACH) : name.place.start]
        code = _STOCK_CODE.search(before) if name.type == COMPANY else None
        return [code.group(1)] if code else []
