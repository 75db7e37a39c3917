"""A name as a line of an instrument gives it, with what is said there to stand for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.analysis import Analysis
from camket.assemble.instrument_lists import InstrumentLists
from camket.document import Place
from camket.folding import fold

_BRACKET = re.compile(r"\(([^()]*)\)")
_OPENED = re.compile(r"\(")
_MIDDLE = re.compile(
    r"\s\((?P<short>[A-ZĐ][A-ZĐ&-]+)\)\s+(?=(?:tỉnh|huyện|quận|thành phố|thị xã|thị trấn|xã|phường|khu vực)(?!\w))"
)
"""An acronym within a name: "Liên đoàn Lao động (LĐLĐ) tỉnh X"."""
_QUOTED = re.compile(r"[\"“”'‘’]")
_ALTERNATIVES = re.compile(r"\s+[-–/]\s+|\s*[;/]\s*")
_GAP = re.compile(r"\s{3,}|\t|\s*\|\s*")
_LONGEST_SHORT = 8
_PERSON_AFTER = re.compile(r"(?<=\w)\s*:\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a line gives it: its place, its short names, and the roles that stand for it."""

    place: Place
    shorts: list[str]
    roles: list[str]

    @classmethod
    def read(cls, analysis: Analysis, place: Place, lists: InstrumentLists) -> Named | None:
        """The name that `place` begins with, None where no letters stand there."""
        text, folded = place.of(analysis.text), place.of(analysis.folded)
        called = lists.called.search(folded)
        middle = _MIDDLE.search(text)
        told = (
            called,
            _OPENED.search(text, middle.end() if middle else 0),
            lists.represented.search(folded),
            lists.address.search(folded),
        )
        apposed = next((one for one in lists.apposed.finditer(folded) if text[one.start("noun")].islower()), None)
        ends = [found.start() for found in (*told, apposed, _PERSON_AFTER.search(text)) if found]
        gap = _GAP.search(text.strip())
        end = min([*ends, len(text)])
        core = text[:end]
        if gap:
            core = _GAP.split(core.strip())[0]
        core = core.strip().strip(" (,;.:–-")
        if not any(map(str.isalpha, core)):
            return None
        start = place.start + text.find(core)
        shorts, roles = cls.short(text[end:], lists)
        if middle and middle.end() < start - place.start + len(core):  # "Liên đoàn Lao động (LĐLĐ) tỉnh"
            rest = core[core.index(")") + 1 :].strip()
            shorts += [f"{core[: core.index('(')].strip()} {rest}", f"{middle['short']} {rest}"]
        return cls(Place(start, start + len(core)), shorts, roles)

    @staticmethod
    def short(rest: str, lists: InstrumentLists) -> tuple[list[str], list[str]]:
        """The short names and roles that brackets or "gọi tắt là" give."""
        told = [" ".join(one.split()) for one in _BRACKET.findall(rest)] or (
            [rest] if lists.called.search(fold(rest)) else []
        )
        shorts: list[str] = []
        roles: list[str] = []
        for one in told:
            found = lists.called.search(fold(one))
            said = _QUOTED.sub("", one[found.end() :] if found else one).strip(" :,.;")
            for short in _ALTERNATIVES.split(said):
                if lists.together.fullmatch(fold(short)):
                    continue
                if lists.role.fullmatch(fold(short)):
                    roles.append(fold(short))
                elif short[:1].isupper() and len(short.split()) <= _LONGEST_SHORT:
                    shorts.append(short)
        return shorts, roles
