"""The numbers that Word writes before paragraphs by itself: "Điều 1.", "a)", "1.2."; they stand nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from camket.ingest.office.word_package import Parts, W

_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLETS = frozenset("-–—+*•")
"""Bullets that are themselves in any font; those of symbol fonts are letters or private signs there."""
_BULLET = "•"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3_999
_STEPS = 20
"""Styles are based on others by this many steps at most; a circle of styles ends there."""


def _letters(number: int) -> str:
    """A to z, then aa, bb to zz, as Word counts."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How the paragraphs of one level of a list are numbered; `text` has %1 to %9 where the levels' numbers stand."""

    format: str
    text: str
    start: int = 1
    legal: bool = False
    gap: str = "\t"
    restarts: bool = True

    def said(self, count: int) -> str:
        """The number `count` as this level writes it."""
        return _FORMATS.get(self.format, str)(count) if 0 < count <= _MOST else str(count)


class Numbering:
    """The counters of a document's lists, which go on from paragraph to paragraph in the order of the text."""

    def __init__(self, parts: Parts) -> None:
        self._styles = {one.get(f"{W}styleId"): one for one in _all(parts.styles, "style")}
        self._abstract = {one.get(f"{W}abstractNumId"): one for one in _all(parts.numbering, "abstractNum")}
        self._nums = {one.get(f"{W}numId"): one for one in _all(parts.numbering, "num")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], Level | None] = {}

    def next_label(self, paragraph: Any) -> str | None:
        """What Word writes before `paragraph`, with the gap after it; None where it is in no list."""
        found = self._list_of(paragraph)
        level = self._level(*found) if found else None
        if found is None or level is None:
            return None
        number, depth = found
        if level.format == "bullet":
            mark = level.text.strip()
            return f"{mark if mark in _BULLETS else _BULLET} "
        self._count(number, depth, level)
        said = _PLACEHOLDER.sub(lambda match: self._said(number, int(match[1]) - 1, level), level.text)
        return said + level.gap if said.strip() else ""

    def _count(self, number: str, depth: int, level: Level) -> None:
        """The counter of this level one further, and those below it back at their start."""
        counts = self._counts[self._abstract_of(number)]
        fresh = self._starts_anew(number, depth) and (number, depth) not in self._begun
        self._begun.add((number, depth))
        counts[depth] = level.start if fresh or depth not in counts else counts[depth] + 1
        for deeper in [one for one in counts if one > depth]:
            below = self._level(number, deeper)
            if below is None or below.restarts:
                del counts[deeper]

    def _said(self, number: str, depth: int, asking: Level) -> str:
        level = self._level(number, depth)
        if level is None:
            return ""
        count = self._counts[self._abstract_of(number)].get(depth, level.start)
        return str(count) if asking.legal else level.said(count)

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else those of its style."""
        own = paragraph.find(f"{W}pPr")
        style = _value(own, "pStyle")
        number, depth = _value(own, f"numPr/{W}numId"), _value(own, f"numPr/{W}ilvl")
        steps = 0
        while number is None and style in self._styles and steps < _STEPS:
            told = self._styles[style].find(f"{W}pPr")
            number = _value(told, f"numPr/{W}numId")
            depth = depth or _value(told, f"numPr/{W}ilvl")
            if number is not None:
                depth = self._depth_of_style(number, str(style)) or depth
            style, steps = _value(self._styles[style], "basedOn"), steps + 1
        if number in {None, "0"} or number not in self._nums:
            return None
        return str(number), int(depth) if depth and depth.isdecimal() else 0

    def _depth_of_style(self, number: str, style: str) -> str | None:
        """The level that a list keeps for the paragraphs of a style."""
        for level in _all(self._abstract.get(self._abstract_of(number)), "lvl"):
            if _value(level, "pStyle") == style:
                return str(level.get(f"{W}ilvl"))
        return None

    def _abstract_of(self, number: str) -> str:
        """The definition that a list follows, through the list style that it may stand for."""
        found = _value(self._nums.get(number), "abstractNumId") or ""
        linked = _value(self._abstract.get(found), "numStyleLink")
        if linked in self._styles:
            through = _value(self._styles[linked].find(f"{W}pPr"), f"numPr/{W}numId")
            return _value(self._nums.get(through), "abstractNumId") or found
        return found

    def _starts_anew(self, number: str, depth: int) -> bool:
        override = self._override(number, depth)
        return override is not None and override.find(f"{W}startOverride") is not None

    def _override(self, number: str, depth: int) -> Any:
        overrides = _all(self._nums.get(number), "lvlOverride")
        return next((one for one in overrides if one.get(f"{W}ilvl") == str(depth)), None)

    def _level(self, number: str, depth: int) -> Level | None:
        if (number, depth) not in self._levels:
            self._levels[number, depth] = self._read_level(number, depth)
        return self._levels[number, depth]

    def _read_level(self, number: str, depth: int) -> Level | None:
        override = self._override(number, depth)
        own = override.find(f"{W}lvl") if override is not None else None
        levels = _all(self._abstract.get(self._abstract_of(number)), "lvl")
        level = own if own is not None else next((one for one in levels if one.get(f"{W}ilvl") == str(depth)), None)
        if level is None:
            return None
        start = _value(override, "startOverride") or _value(level, "start") or "1"
        return Level(
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText") or "",
            int(start) if start.isdecimal() else 1,
            legal=level.find(f"{W}isLgl") is not None,
            gap={"nothing": "", "space": " "}.get(_value(level, "suff") or "tab", "\t"),
            restarts=_value(level, "lvlRestart") != "0",
        )


def _all(root: Any, tag: str) -> list[Any]:
    return list(root.iter(f"{W}{tag}")) if root is not None else []


def _value(node: Any, path: str) -> str | None:
    found = node.find(f"{W}{path}") if node is not None else None
    value = found.get(f"{W}val") if found is not None else None
    return str(value) if value is not None else None
