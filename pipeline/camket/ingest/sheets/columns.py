"""The order in which a page is read: columns one after the other, side-by-side blocks of few lines as they stand.

Columns of running text are told from letterheads and signature blocks by their lines: there are many of them on both
sides of a gutter that no word crosses, and most reach from one edge of their column to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from camket.ingest.sheets.words import Edges, Line, Sheet, Word, edges_of, lines_of

_GAP = 0.9
"""A blank wider than this many heights of a line may be a gutter."""
_FEWEST_LINES = 5
_FEWEST_WORDS = 2.5
_NARROWEST = 0.18
"""A column is at least this share of the page wide."""
_FULL, _MOSTLY = 0.75, 0.5
_APART = 3.0
"""Columns that end at the same height end there for good where nothing follows for this many line heights."""
_BUCKET = 4.0
_DEEPEST = 3


Rows = Callable[[Sequence[Word]], list[Line]]


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that are read one after the other; `column` are its edges where it is a column, else None."""

    lines: list[Line]
    column: Edges | None = None


class _Segment(NamedTuple):
    """A part of a line without a wide gap."""

    words: Line
    x0: float
    x1: float
    top: float
    bottom: float


def sheet_of(words: Sequence[Word], width: float, height: float, *, ocr: bool = False) -> Sheet:
    """The sheet of the words of a page, its lines in the order in which they are read."""
    return sheet_of_flows(flows_of(words, width), width, height, ocr=ocr)


def sheet_of_flows(flows: Sequence[Flow], width: float, height: float, *, ocr: bool = False) -> Sheet:
    """The sheet of flows that follow each other."""
    flows = [flow for flow in flows if flow.lines]
    lines = [line for flow in flows for line in flow.lines]
    if len(flows) <= 1:
        return Sheet(lines, width, height, ocr=ocr)
    whole = edges_of(lines)
    breaks: dict[int, Edges] = {}
    at = 0
    for flow in flows:
        breaks[at] = flow.column or whole
        at += len(flow.lines)
    return Sheet(lines, width, height, ocr=ocr, breaks=breaks)


def flows_of(words: Sequence[Word], width: float, rows: Rows = lines_of, *, depth: int = 0) -> list[Flow]:
    """The flows of the words, each from top to bottom; one only where there are no columns.

    `rows` puts words in lines, from top to bottom, each line from left to right.
    """
    lines = rows(words)
    if len(lines) < _FEWEST_LINES:
        return [Flow(lines)]
    segments = [segment for line in lines for segment in _segments(line)]
    for gutter in _gutters(segments, width):
        zones = _zones(segments, gutter, width)
        if any(isinstance(zone, _Columns) for zone in zones):
            return [flow for zone in zones for flow in _flows(zone, width, rows, depth)]
    return [Flow(lines)]


@dataclass(frozen=True, slots=True)
class _Columns:
    left: list[_Segment]
    right: list[_Segment]


_Zone = _Columns | list[_Segment]


def _segments(line: Line) -> list[_Segment]:
    """The line cut at its wide gaps."""
    cuts = [0]
    before = line[0].box
    for at, word in enumerate(line):
        box = word.box
        gap = box[0] - before[2]
        if gap > _GAP * (before[3] - before[1]) and gap > _GAP * max([one.box[3] - one.box[1] for one in line]):
            cuts.append(at)
        before = box
    return [_segment(line[start:end]) for start, end in pairwise([*cuts, len(line)])]


def _segment(words: Line) -> _Segment:
    first = words[0].box
    return _Segment(words, first[0], words[-1].box[2], first[1], first[3])


def _gutters(segments: Sequence[_Segment], width: float) -> list[float]:
    """Where a right column may begin: the left edges that many segments share, away from that of the page."""
    starts = Counter(int(segment.x0 / _BUCKET) for segment in segments)
    leftmost = min(segment.x0 for segment in segments)
    often = [
        (starts[bucket] + starts[bucket + 1], bucket) for bucket in starts
        if starts[bucket] + starts[bucket + 1] >= _FEWEST_LINES and bucket * _BUCKET > leftmost + _NARROWEST * width
    ]  # fmt: skip
    return [bucket * _BUCKET for _, bucket in sorted(often, key=lambda one: (-one[0], one[1]))[:4]]


def _zones(segments: Sequence[_Segment], gutter: float, width: float) -> list[_Zone]:
    """The page cut into zones from top to bottom: columns on both sides of the gutter, and what crosses it."""
    zones: list[_Zone] = []
    run: list[_Segment] = []
    bottom = 0.0
    for segment in sorted(segments, key=lambda one: one.top):
        crosses = segment.x0 < gutter - 1 and segment.x1 > gutter
        far = bool(run) and segment.top - bottom > _APART * (segment.bottom - segment.top)
        if run and (crosses or far):
            _put(zones, _divided(run, gutter, width))
            run = []
        if crosses:
            _put(zones, [segment])
        else:
            run.append(segment)
        bottom = max(bottom, segment.bottom)
    if run:
        _put(zones, _divided(run, gutter, width))
    return zones


def _put(zones: list[_Zone], zone: _Zone) -> None:
    """The zone stands after the others; lines that are not in columns are one zone with those above."""
    last = zones[-1] if zones else None
    if isinstance(last, list) and isinstance(zone, list):
        last += zone
    else:
        zones.append(zone)


def _divided(run: list[_Segment], gutter: float, width: float) -> _Zone:
    """The run as columns, if both sides of the gutter are columns of text, else as it stands."""
    left = [segment for segment in run if segment.x1 <= gutter]
    right = [segment for segment in run if segment.x1 > gutter]
    if not _is_column(left, width) or not _is_column(right, width):
        return run
    return _Columns(left, right)


def _is_column(side: Sequence[_Segment], width: float) -> bool:
    """Whether the side is running text: many lines, wide, most of them full."""
    if len(side) < _FEWEST_LINES:
        return False
    left, right = min(one.x0 for one in side), max(one.x1 for one in side)
    lines = lines_of([word for segment in side for word in segment.words])
    if len(lines) < _FEWEST_LINES or right - left < _NARROWEST * width:
        return False
    full = sum(line[-1].box[2] - line[0].box[0] >= _FULL * (right - left) for line in lines)
    words = sum(map(len, lines))
    return full >= _MOSTLY * len(lines) and words >= _FEWEST_WORDS * len(lines)


def _flows(zone: _Zone, width: float, rows: Rows, depth: int) -> list[Flow]:
    if not isinstance(zone, _Columns):
        return [Flow(rows([word for segment in zone for word in segment.words]))]
    flows: list[Flow] = []
    for side in (zone.left, zone.right):
        words = [word for segment in side for word in segment.words]
        inner = flows_of(words, width, rows, depth=depth + 1) if depth < _DEEPEST else [Flow(rows(words))]
        column = edges_of([line for flow in inner for line in flow.lines])
        flows += [flow if flow.column else Flow(flow.lines, column) for flow in inner]
    return flows
