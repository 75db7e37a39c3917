"""registry.html: the agreements with the timeline of their documents, who signed with whom, and plots, in one file.

The page holds no script and loads nothing; all text goes through the template's escaping.
"""

from __future__ import annotations

import heapq
from collections import Counter
from itertools import combinations
from typing import IO, Any

from camket.registry import drawing

MOST_AGREEMENTS, MOST_BODIES, MOST_BARS = 500, 36, 20
"""A page of more is too heavy for a browser or for the eye; registry.csv holds all."""
_MOST_PAIRS = 200_000
_MOST_PARTIES = 8
_YEAR = 4


class Page:
    """The page of a registry: all of its agreements counted, those that most documents tell of shown."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._shown: list[tuple[int, int, dict[str, Any]]] = []
        self._number = self._documents = self._shared = self._differ = 0
        self._years: Counter[int] = Counter()
        self._provinces: Counter[str] = Counter()
        self._fields: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._names: dict[str, tuple[str, str]] = {}

    def add(self, row: dict[str, Any]) -> None:
        """The page counts the agreement, and shows it where there is room."""
        self._number += 1
        self._documents += len(row["sources"])
        self._shared += row["documents"] > 1
        self._differ += bool(row["conflicts"])
        entry = (row["documents"], -self._number, row)
        if len(self._shown) < MOST_AGREEMENTS:
            heapq.heappush(self._shown, entry)
        else:
            heapq.heappushpop(self._shown, entry)
        day = row["signed_on"]["value"][:_YEAR] if row["signed_on"] else ""
        if day.isdigit():
            self._years[int(day)] += 1
        self._provinces.update({one for party in row["parties"] for one in party["province_today"]})
        self._fields.update(row["fields"])
        self._count_pairs(row)

    def _count_pairs(self, row: dict[str, Any]) -> None:
        parties = {party["id"]: party for party in row["parties"][:_MOST_PARTIES]}
        self._names.update({id_: (party["name"], party["type"] or "other") for id_, party in parties.items()})
        self._pairs.update(combinations(sorted(parties), 2))
        if len(self._pairs) > _MOST_PAIRS:
            self._pairs = Counter(dict(self._pairs.most_common(_MOST_PAIRS // 2)))
            kept = {body for pair in self._pairs for body in pair}
            self._names = {body: name for body, name in self._names.items() if body in kept}

    def close(self) -> None:
        """The page is complete."""
        from jinja2 import Environment, PackageLoader, select_autoescape  # noqa: PLC0415 - only pages need it

        environment = Environment(loader=PackageLoader("camket.registry"), autoescape=select_autoescape(default=True),
                                  trim_blocks=True, lstrip_blocks=True)  # fmt: skip
        graph = drawing.graph(self._pairs, self._names, MOST_BODIES)
        shown = [row for _, _, row in sorted(self._shown, key=lambda entry: -entry[1])]
        page = environment.get_template("registry.html.jinja").generate(
            agreements=[_agreement(row) for row in shown], number=self._number, documents=self._documents,
            shared=self._shared, differ=self._differ, years=drawing.years(self._years), graph=graph,
            provinces=drawing.bars(self._provinces, MOST_BARS), provinces_more=max(0, len(self._provinces) - MOST_BARS),
            fields=drawing.bars(self._fields), width=drawing.WIDTH,
            types=sorted({node.type for node in graph.nodes}),
        )  # fmt: skip
        self._file.writelines(piece.encode("utf-8", "replace") for piece in page)


def _agreement(row: dict[str, Any]) -> dict[str, Any]:
    """What the template shows of one agreement: sources by number, in the order of their days."""
    number = {one["id"]: at for at, one in enumerate(row["sources"], 1)}
    return {
        **row,
        "number_of": number,
        "timeline": [{**one, "at": number[one["id"]], "link": _web(one["url"])} for one in row["sources"]],
    }


def _web(url: str | None) -> str | None:
    """The address if it is one of the web; nothing else becomes a link."""
    return url if url and url.startswith(("http://", "https://")) else None
