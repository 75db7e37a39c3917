"""The words of rules/layout.yaml, by which the parts of a page are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from camket.folding import fold
from camket.rulefiles import RuleModel, read_checked, rules_dir


class LayoutFile(RuleModel):
    """rules/layout.yaml."""

    furniture: tuple[str, ...]
    related: tuple[str, ...]
    links: tuple[str, ...]
    captions: tuple[str, ...]
    bylines: tuple[str, ...]
    source: tuple[str, ...]
    published: tuple[str, ...]
    forms: tuple[str, ...]
    mottos: tuple[str, ...]
    ordinals: tuple[str, ...]
    numbered: tuple[str, ...]
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a line begins with, by the part of the page that it then is."""

    furniture: re.Pattern[str]
    related: re.Pattern[str]
    link: re.Pattern[str]
    caption: re.Pattern[str]
    byline: re.Pattern[str]
    source: re.Pattern[str]
    published: re.Pattern[str]
    form: re.Pattern[str]
    motto: re.Pattern[str]
    ordinal: re.Pattern[str]
    answered: re.Pattern[str]


_COUNTED = r"(?:\s+là)?\s*[,:](?!\s*(?:ngày\s*)?\d)"
_NUMBERED = r"\s+\d{1,2}\s*[-–—:]\s"


@cache
def layout() -> Layout:
    """The words of layout, compiled."""
    file = read_checked(rules_dir() / "layout.yaml", LayoutFile)
    return Layout(
        _starts(file.furniture, r"(?!\w)"),
        _starts(file.related, r"\W*$"),
        _starts(file.links, r"\s*:"),
        _starts(file.captions, r"\s*[:.]"),
        _starts(file.bylines, r"\s*:"),
        _starts(file.source, r"\s*:\s*"),
        _starts(file.published, r"(?!\w)"),
        _starts(file.forms, r"\s*:"),
        _starts(file.mottos, r"\W*$"),
        re.compile(rf"{_starts(file.ordinals, _COUNTED).pattern}|{_starts(file.numbered, _NUMBERED).pattern}"),
        _starts(file.answered, r"\s*:"),
    )


def _starts(words: tuple[str, ...], after: str) -> re.Pattern[str]:
    longest_first = sorted((re.escape(fold(word)) for word in words), key=len, reverse=True)
    return re.compile(rf"^\W{{0,4}}(?:{'|'.join(longest_first)}){after}")
