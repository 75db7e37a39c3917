"""The words of rules/layout.yaml, by which the parts of a page are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from camket.folding import fold
from camket.lexicon import branches_of
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
    hanging: tuple[str, ...]
    mottos: tuple[str, ...]
    ordinals: tuple[str, ...]
    numbered: tuple[str, ...]
    answered: tuple[str, ...]
    ends: tuple[str, ...]
    counters: tuple[str, ...]
    authors: tuple[str, ...]
    written_by: tuple[str, ...]
    credits: tuple[str, ...]
    updated: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    site_titles: tuple[str, ...]
    script_needed: tuple[str, ...]
    furniture_classes: tuple[str, ...]
    caption_classes: tuple[str, ...]
    author_classes: tuple[str, ...]
    title_classes: tuple[str, ...]
    stamp_classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a line begins with, by the part of the page that it then is; `*_class` is what its element is named by."""

    furniture: re.Pattern[str]
    related: re.Pattern[str]
    link: re.Pattern[str]
    caption: re.Pattern[str]
    byline: re.Pattern[str]
    source: re.Pattern[str]
    published: re.Pattern[str]
    form: re.Pattern[str]
    hanging: re.Pattern[str]
    motto: re.Pattern[str]
    ordinal: re.Pattern[str]
    answered: re.Pattern[str]
    end: re.Pattern[str]
    counter: re.Pattern[str]
    author: re.Pattern[str]
    written_by: re.Pattern[str]
    credit: re.Pattern[str]
    updated: re.Pattern[str]
    month_number: dict[str, int]
    site_title: re.Pattern[str]
    script_needed: re.Pattern[str]
    furniture_class: re.Pattern[str]
    caption_class: re.Pattern[str]
    author_class: re.Pattern[str]
    title_class: re.Pattern[str]
    stamp_class: re.Pattern[str]


_COUNTED = r"(?:\s+là)?\s*[,:](?!\s*(?:ngày\s*)?\d)"
_NUMBERED = r"\s+\d{1,2}\s*[-–—:]\s"


@cache
def layout() -> Layout:
    """The words of layout, compiled."""
    file = read_checked(rules_dir() / "layout.yaml", LayoutFile)
    return Layout(
        _starts(file.furniture, r"(?!\w)"),
        _starts(file.related, r"\W*$"),
        _starts(file.links, r"\s*[:>»]"),
        _starts(file.captions, r"\s*[:.]"),
        _starts(file.bylines, r"\s*:"),
        _starts(file.source, r"\s*:\s*"),
        _starts(file.published, r"(?!\w)"),
        _starts(file.forms, r"\s*:"),
        re.compile(rf"(?:,|\s(?:{branches_of(file.hanging)}))$"),
        _starts(file.mottos, r"\W*$"),
        re.compile(rf"{_starts(file.ordinals, _COUNTED).pattern}|{_starts(file.numbered, _NUMBERED).pattern}"),
        _starts(file.answered, r"\s*:"),
        _starts(file.ends, r"\W*(?:\d+\W*)?$"),
        re.compile(
            rf"[\W_]*(?<!\w)(?:{branches_of(file.counters)})\s*:?\s*\(?\d[\d.,]*\)?(?!\w|[/:-]\d)(?:\s*(?:{branches_of(file.counters)})(?!\w))?"
            rf"|^\W*(?:{branches_of(file.counters)})\s*:?\W*$|\W*(?<![\w/.-])\d[\d.,]*\s*(?:{branches_of(file.counters)})(?!\w)"
        ),
        _starts(file.authors, r"\s*:\s*"),
        _starts(file.written_by, r"\s*:?\s+(?=\w)"),
        re.compile(rf"(?:^|[-(.;,/]|\s)\s*(?:{branches_of(file.credits)})\s*:\s*[^:.]{{2,60}}\W*$"),
        re.compile(rf"(?<!\w)(?:{branches_of(file.updated)})(?!\w)"),
        {fold(form): number for number, forms in enumerate(file.months, 1) for form in forms},
        _starts(file.site_titles, r"(?!\w)"),
        re.compile(branches_of(file.script_needed)),
        *(
            re.compile(rf"-(?:{'|'.join(names)})-")
            for names in (
                file.furniture_classes,
                file.caption_classes,
                file.author_classes,
                file.title_classes,
                file.stamp_classes,
            )
        ),
    )


def _starts(words: tuple[str, ...], after: str) -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,4}}(?:{branches_of(words)}){after}")
