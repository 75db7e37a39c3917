"""A document's text cut into runs where evidence begins or ends, so that pages can mark evidence that overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A place that is to be seen, for a value of `field`; `anchor` is what the page knows it by."""

    start: int
    end: int
    field: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text that begins at `start`, with the fields and anchors of the marks over it, the shortest first.

    `begins` are the anchors of those that begin here.
    """

    start: int
    text: str
    fields: tuple[str, ...]
    anchors: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a document as runs of text."""

    kind: str
    runs: tuple[Run, ...]


def blocks_of(text: str, blocks: Iterable[tuple[str, int, int]], marks: Sequence[Mark]) -> Iterator[Shown]:
    """The blocks of a document, each cut into runs where marks begin or end; an anchor begins once."""
    waiting = {mark.anchor for mark in marks}
    for kind, start, end in blocks:
        inside = [mark for mark in marks if mark.start < end and start < mark.end]
        cuts = sorted({start, end, *(cut for mark in inside for cut in mark[:2] if start < cut < end)})
        runs = []
        for left, right in pairwise(cuts):
            over = [mark for mark in inside if mark.start <= left and right <= mark.end]
            over.sort(key=lambda mark: mark.end - mark.start)
            fields = tuple(dict.fromkeys(mark.field for mark in over))
            anchors = tuple(dict.fromkeys(mark.anchor for mark in over))
            begins = tuple(anchor for anchor in anchors if anchor in waiting)
            waiting.difference_update(begins)
            runs.append(Run(left, text[left:right], fields, anchors, begins))
        yield Shown(kind, tuple(runs))
