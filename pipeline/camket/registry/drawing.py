"""Plots and a graph as shapes with places, which the page draws as SVG: no script, nothing loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

WIDTH = 1120
_COLUMNS, _MOST_IN_COLUMN = 3, 9
_ROUNDS, _EDGE, _LINE = 300, 16, 17
_LABEL, _LABEL_WIDTH = 30, 200
_YEARS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: how long it is, as a share of the longest."""

    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the graph."""

    name: str
    label: str
    type: str
    x: float
    y: float
    radius: float
    degree: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two bodies that signed together, by their nodes."""

    one: Node
    other: Node
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Bodies and who signed with whom, on a sheet of `height`."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    height: int


def bars(counts: Mapping[str, int], most: int | None = None) -> list[Bar]:
    """The largest counts first, `most` of them."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return [Bar(label, count, count / ranked[0][1]) for label, count in ranked]


def years(counts: Mapping[int, int]) -> list[Bar]:
    """A bar for each year from the first to the last, also those without any; of more than thirty, the last thirty."""
    if not counts:
        return []
    last, largest = max(counts), max(counts.values())
    first = max(min(counts), last - _YEARS_SHOWN + 1)
    return [Bar(str(year), counts.get(year, 0), counts.get(year, 0) / largest) for year in range(first, last + 1)]


def graph(pairs: Counter[tuple[str, str]], names: Mapping[str, tuple[str, str]], most: int) -> Graph:
    """The bodies that sign most, with their partners, `most` in all; `names` gives each its name and type."""
    chosen = _chosen(pairs, most)
    kept = {pair: count for pair, count in sorted(pairs.items()) if set(pair) <= set(chosen)}
    if not kept:
        return Graph([], [], 0)
    degree = Counter(body for pair, count in kept.items() for body in pair for _ in range(count))
    shown = [body for body in chosen if degree[body]]
    places, height = _packed(_groups(shown, kept), kept)
    nodes = {
        body: Node(names[body][0], _short(names[body][0]), names[body][1], *places[body], 5 + 2.2 * degree[body] ** 0.5, degree[body])
        for body in shown
    }  # fmt: skip
    edges = [Edge(nodes[one], nodes[other], count, min(1 + count * 0.8, 7)) for (one, other), count in kept.items()]
    return Graph(list(nodes.values()), edges, height)


def _chosen(pairs: Counter[tuple[str, str]], most: int) -> list[str]:
    """The bodies to show: those with most agreements, each followed by those that it signed with."""
    partners: dict[str, Counter[str]] = {}
    for (one, other), count in pairs.items():
        partners.setdefault(one, Counter())[other] += count
        partners.setdefault(other, Counter())[one] += count
    chosen: dict[str, None] = {}
    for body in sorted(partners, key=lambda body: (-partners[body].total(), body)):
        group = [body, *(one for one, _ in sorted(partners[body].items(), key=lambda item: (-item[1], item[0])))]
        if len(chosen) + 2 > most:
            break
        for one in group[: most - len(chosen)]:
            chosen.setdefault(one)
    return list(chosen)


def _groups(bodies: Sequence[str], pairs: Mapping[tuple[str, str], int]) -> list[list[str]]:
    """The bodies that signing holds together, the largest group first."""
    group = {body: [body] for body in bodies}
    for one, other in pairs:
        left, right = group[one], group[other]
        if left is not right:
            left += right
            group.update(dict.fromkeys(right, left))
    return sorted(
        {id(members): members for members in group.values()}.values(), key=lambda members: (-len(members), members)
    )


def _packed(
    groups: Sequence[list[str]], pairs: Mapping[tuple[str, str], int]
) -> tuple[dict[str, tuple[float, float]], int]:
    """Places for all bodies, each group in a cell of its own, and the height of the whole: large groups over the whole width."""
    places: dict[str, tuple[float, float]] = {}
    filled = [0.0] * _COLUMNS
    for members in groups:
        whole = len(members) > _MOST_IN_COLUMN
        column = filled.index(min(filled))
        left, top = (0.0, max(filled)) if whole else (column * WIDTH / _COLUMNS, filled[column])
        wide, high = (
            (WIDTH if whole else WIDTH / _COLUMNS) - _LABEL_WIDTH - 2 * _EDGE,
            len(members) * (_LINE if whole else _LINE * 1.3),
        )
        inner = [
            (left + _EDGE + x * wide, top + _EDGE + y * high)
            for x, y in _springs(
                len(members), [(members.index(one), members.index(other)) for one, other in pairs if one in members]
            )
        ]
        places.update(zip(members, _apart(inner), strict=True))
        bottom = max(places[body][1] for body in members) + _EDGE
        filled = [bottom] * _COLUMNS if whole else [*filled[:column], bottom, *filled[column + 1 :]]
    return places, int(max(filled)) + _EDGE


def _apart(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The places moved down where labels would stand on one another."""
    moved: dict[int, tuple[float, float]] = {}
    for number, (x, y) in sorted(enumerate(places), key=lambda item: item[1][1]):
        near = [other for a, other in moved.values() if abs(a - x) < _LABEL_WIDTH + 20]
        moved[number] = x, max([y, *(other + _LINE for other in near)])
    return [moved[number] for number in range(len(places))]


def _springs(number: int, edges: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Places from 0 to 1 by springs along the edges and repulsion between all (Fruchterman and Reingold 1991)."""
    angle = np.arange(number) * 2.399963
    place = np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.sqrt(np.arange(number) + 1)[:, None] / number**0.5
    ideal = 1.1 / number**0.5
    left, right = np.array([one for one, _ in edges]), np.array([other for _, other in edges])
    for turn in range(_ROUNDS):
        apart = place[:, None] - place[None]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        push = (apart / distance[..., None] ** 2).sum(axis=1) * ideal**2
        along = place[left] - place[right]
        pull = along * np.linalg.norm(along, axis=1)[:, None] / ideal
        np.add.at(push, left, -pull)
        np.add.at(push, right, pull)
        length = np.maximum(np.linalg.norm(push, axis=1), 1e-9)
        place += push / length[:, None] * np.minimum(length, 0.12 * (1 - turn / _ROUNDS))[:, None]
    low, high = place.min(axis=0), place.max(axis=0)
    return [(float(x), float(y)) for x, y in (place - low) / np.maximum(high - low, 1e-9)]


def _short(name: str) -> str:
    """The name with its middle left out where it is long: what it is stands at the beginning, of where at the end."""
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 14].rstrip()}…{name[-13:].lstrip()}"
