"""The words of a text for tools that count in tokens: syllables and marks, cut also where a span begins or ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from camket.export.spans import Span
from camket.lexicon import TOKEN


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text, which with the single spaces between them are the text, letter for letter.

    `starts` and `ends` are their places. Longer runs of blanks and ends of lines are tokens of their own, as in spaCy.
    `cut` counts the tokens that had to be cut for a span.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cut: int

    @classmethod
    def of(cls, text: str, spans: Sequence[Span]) -> Words:
        """The tokens of `text`, such that each of `spans` begins and ends with one."""
        borders = sorted({border for span in spans for border in (span.start, span.end)})
        places: list[tuple[int, int]] = []
        cut = last = 0
        for match in TOKEN.finditer(text):
            start, end = match.span()
            inside = borders[bisect_left(borders, start + 1) : bisect_left(borders, end)]
            places += [*_blanks(text, last, start), *pairwise([start, *inside, end])]
            cut += bool(inside)
            last = end
        places += _blanks(text, last, len(text))
        return cls(text, tuple(start for start, _ in places), tuple(end for _, end in places), cut)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def words(self) -> list[str]:
        """The tokens as they are written."""
        return [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @property
    def spaces(self) -> list[bool]:
        """Of each token whether a space stands after it that belongs to no token."""
        following = (*self.starts, len(self.text))[1:]
        return [end < start for end, start in zip(self.ends, following, strict=True)]

    def of_span(self, span: Span) -> tuple[int, int]:
        """The numbers of the first and of the last token of `span`."""
        return bisect_left(self.starts, span.start), bisect_left(self.ends, span.end)


def _blanks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The blanks from `start` to `end` that are a token: all but a single space after a word."""
    if start and text.startswith(" ", start, end):
        start += 1
    if start < end:
        yield start, end
