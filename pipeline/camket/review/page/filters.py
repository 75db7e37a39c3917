"""What is asked of the list of documents, as it stands in an address and as SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self
from urllib.parse import urlencode

from camket.folding import fold, normalize, without_marks
from camket.judgement import State
from camket.values import FIELDS

UNDECIDED = (State.OPEN, State.CHANGED, State.CONFLICT)
"""The states of values that somebody has still to decide on."""
SHOWN = ("todo", State.OPEN, State.CHANGED, State.CONFLICT, "done", "nothing", "all")
"""Which documents: with values to decide on, with values of one state, with none left, without values, all."""
ORDERS = ("path", "least")
"""By the names of their files, or those with the least certain open value first."""
DOUBTS = (0.5, 0.7, 0.9)
"""Confidences below which values can be asked for."""
_MOST_LETTERS = 200
_LEAST_BEGINNING = 2
"""Letters of the last word from which words are found that begin with it: of one letter there are too many."""
_WISH = re.compile(r'"([^"]*)"|(\S+)')
_STATES = ", ".join(f"'{state}'" for state in UNDECIDED)
_SHOWN_SQL = {
    "todo": "open + changed + conflict > 0",
    State.OPEN: "open > 0",
    State.CHANGED: "changed > 0",
    State.CONFLICT: "conflict > 0",
    "done": "total > 0 AND open + changed + conflict = 0",
    "nothing": "total = 0",
    "all": "1",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which documents are listed, in which order; `field` and `below` ask for a value that is still undecided.

    Where all documents or those that are done are asked for, the value may be decided.
    """

    shown: str = "todo"
    field: str = ""
    below: float = 0.0
    words: str = ""
    order: str = "path"
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """The filter of an address; what makes no sense in it is as if it were not there."""
        shown, field, order = query.get("shown", ""), query.get("field", ""), query.get("order", "")
        below = next((one for one in DOUBTS if str(one) == query.get("below")), 0.0)
        page = query.get("page", "")
        return cls(
            shown if shown in SHOWN else "todo", field if field in FIELDS else "", below,
            normalize(query.get("words", ""))[:_MOST_LETTERS].strip(), order if order in ORDERS else "path",
            int(page) if page.isdecimal() and 0 < int(page[:9]) < 10**6 else 1,
        )  # fmt: skip

    def query(self, **other: str | int) -> str:
        """The filter as an address has it, with "?", empty where nothing is asked; `other` replaces parts of it."""
        standard = asdict(type(self)())
        asked = {key: value for key, value in (asdict(self) | other).items() if value != standard[key]}
        return f"?{urlencode(asked)}" if asked else ""

    def where(self) -> tuple[str, list[str | float]]:
        """The condition in SQL on a row of `document`, and its parameters."""
        parts: list[str] = [_SHOWN_SQL[self.shown]]
        given: list[str | float] = []
        if self.below and not self.field and self.shown not in {"done", "all"}:
            parts.append("least < ?")
            given.append(self.below)
        elif self.field or self.below:
            inner = [] if self.shown in {"done", "all"} else [f"state IN ({_STATES})"]
            if self.field:
                inner.append("field = ?")
                given.append(self.field)
            if self.below:
                inner.append("confidence < ?")
                given.append(self.below)
            parts.append(f"row IN (SELECT document FROM value WHERE {' AND '.join(inner)})")  # noqa: S608 - parts of our own
        match = matching(self.words)
        if match:
            parts.append("row IN (SELECT rowid FROM words WHERE words MATCH ?)")
            given.append(match)
        return " AND ".join(f"({part})" for part in parts), given

    @property
    def order_by(self) -> str:
        """The order in SQL."""
        return "least, row" if self.order == "least" else "row"


def matching(words: str) -> str:
    """What the full-text index is asked for: every word, the last one by its beginning, "..." as they stand.

    A word with marks is meant with these marks; one without is found whatever marks it has ("da lat" in "Đà Lạt").
    """
    asked = []
    for quoted, word in _WISH.findall(fold(normalize(words))):
        tokens = re.findall(r"\w+", quoted or word)
        if tokens:
            text = " ".join(tokens)
            column = "plain" if text == without_marks(text) else "marked"
            begins = " *" if not quoted and len(tokens[-1]) >= _LEAST_BEGINNING else ""
            asked.append(f'{column} : "{text}"{begins}')
    return " AND ".join([one.removesuffix(" *") for one in asked[:-1]] + asked[-1:])
