"""One policy for overlapping matches."""

from __future__ import annotations

from camket.analysis import Match


def keep_longest(matches: list[Match]) -> list[Match]:
    """Of the matches of one rule that overlap, the longest (the first of equals); in the order of the text."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda one: (-len(one.place), one.place.start)):
        if not any(other.rule == match.rule and other.place.overlaps(match.place) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: (one.place.start, -one.place.end, one.rule))
