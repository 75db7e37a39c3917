"""Mentions gathered into agreements: the surest links first, and no cluster that holds two that cannot be one.

A chain of look-alikes does not join its ends: a cluster is joined with another only if no mention of the one is apart from
one of the other, and if more pairs across speak for it than not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from camket.registry.linking import Judgement, judge
from camket.registry.mentions import Mention

_MOST_ACROSS = 100
"""Pairs that are judged between two clusters: all in all but the largest, a sample spread over both in these."""


def gather(mentions: Sequence[Mention], links: Sequence[tuple[int, int, float]]) -> list[list[int]]:
    """The clusters, as positions in `mentions`; `links` are pairs of positions with their points."""
    known: dict[tuple[int, int], Judgement] = {}

    def between(one: int, other: int) -> Judgement:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            known[pair] = judge(mentions[pair[0]], mentions[pair[1]])
        return known[pair]

    cluster = {at: [at] for at in range(len(mentions))}
    surest = sorted(links, key=lambda link: (-link[2], *sorted((mentions[link[0]].key, mentions[link[1]].key))))
    for one, other, _ in surest:
        left, right = cluster[one], cluster[other]
        if left is not right and _joins(left, right, between):
            left += right
            for at in right:
                cluster[at] = left
    return list({id(members): sorted(members) for members in cluster.values()}.values())


def _joins(left: list[int], right: list[int], between: Callable[[int, int], Judgement]) -> bool:
    """Whether nothing between the two clusters speaks against joining them."""
    across = [(one, other) for one in left for other in right]
    step = max(1, len(across) // _MOST_ACROSS)
    judged = [between(one, other) for one, other in across[::step]]
    if any(one.apart for one in judged):
        return False
    return sum(one.points > 0 for one in judged) * 2 > len(judged)
