"""What the words on both sides of a joint tell of it: the features that the model of joints is learned from and reads by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from camket.assemble.clause_words import JOINTS, ClauseWords, Word

_KINDS = (
    "acts",
    "cooperate",
    "giving",
    "transitive",
    "fields",
    "nouns",
    "results",
    "adverbs",
    "tails",
    "causing",
    "field_like",
)
"""The phrases of commitments.yaml that tell what begins behind a joint, and at the act before it."""
_PARTICLES = frozenset({"về", "trong", "cho", "tại", "với", "của", "từ", "đến", "vào", "để", "như", "gồm", "nhằm", "trên", "theo", "bằng",
                        "các", "những", "việc", "cùng", "là", "được", "có"})  # fmt: skip
"""Words that open a phrase, with which what follows the joint may go on."""
_FEW, _LENGTHS, _NEAR, _AHEAD = (
    (3, 6, 10, 16),
    (1, 2, 3, 4, 5, 7, 9, 12, 16, 20),
    (1, 2, 3, 5, 8),
    (1, 2, 3, 4, 6, 8, 11),
)
"""The lengths, in words, at which counts are parted into classes."""
_LONGEST_ACT, _MOST_BARE, _MOST = 4, 4, 3
_QUOTES = frozenset('"“”()')


def features(seen: ClauseWords, words: Sequence[Word], start: int, at: int) -> Iterator[str]:
    """The features of the joint at `at` in `words`, a segment up to its semicolon or end; the act before it begins at `start`.

    Each is a name, such as "right=đào tạo", that holds or does not.
    """
    left, right, joint = list(words[start:at]), list(words[at + 1 :]), words[at].folded
    if not left or not right:
        return
    ahead = next((i for i, word in enumerate(right) if word.folded in JOINTS), len(right))
    act = seen.act(right, 0)
    size = bisect_left(_FEW, len(left))
    yield f"joint={joint}"
    yield f"left.length={bisect_left(_LENGTHS, len(left))}"
    yield f"left.size={size},{joint}"
    yield f"sizes={size},{bisect_left((2, 4, 8), ahead)},{act > 0}"
    yield from _right(seen, right, act, ahead)
    yield from _left(seen, left, act, right[0])
    yield from _row(seen, left, right, ahead, joint)
    if words[at].named:
        yield "named"


def _right(seen: ClauseWords, right: list[Word], act: int, ahead: int) -> Iterator[str]:
    """What follows the joint: its first words, what kind of act begins there, and how much stands up to the next joint."""
    first = right[0]
    yield f"right={first.folded}"
    yield f"right={_said(right[:2])}"
    for kind in _KINDS:
        if length := seen.longest(right, 0, kind):
            yield f"right.kind={kind}"
            yield f"right.kind={kind},{length}"
    if seen.purpose(right, 0):
        yield "right.kind=purpose"
    yield f"act={_said(right[:act])}"
    yield f"act.rest={act > 0},{min(ahead - act, _MOST_BARE)}"
    yield f"right.length={bisect_left(_AHEAD, ahead)}"
    if 0 < act < len(right):
        yield f"object={right[act].folded}"
    if seen.wording.verb(first.place.start):
        yield f"verb.rest={min(ahead - act, _MOST)}"
    for told, holds in (
        ("capital", first.capital),
        ("inner", first.inner),
        ("noun", first.noun),
        ("number", first.folded[0].isdigit()),
    ):
        if holds:
            yield f"right.{told}"


def _left(seen: ClauseWords, left: list[Word], act: int, first: Word) -> Iterator[str]:
    """What stands before the joint: how it begins and ends, and with what the words behind the joint could go on."""
    yield f"begins={left[0].folded}"
    yield f"begins={_said(left[:2])}"
    yield f"left={left[-1].folded}"
    yield f"left={_said(left[-2:])}"
    for kind in _KINDS:
        if seen.longest(left, 0, kind):
            yield f"begins.kind={kind}"
    acts = [at for at in range(1, len(left)) if seen.longest(left, at, "acts")]
    yield f"acts={min(len(acts), _MOST)}"
    bare = next(
        (at for at in acts if len(left) - at <= _LONGEST_ACT and seen.longest(left, at, "acts") == len(left) - at), None
    )
    if bare is not None:
        yield f"bare.act={act > 0}"
        yield f"bare.before={left[bare - 1].folded}"
    if acts:
        last = acts[-1]
        yield f"act.back={bisect_left(_NEAR, len(left) - last)}"
        yield f"act.before={left[last - 1].folded}"
        if left[last].folded == first.folded:
            yield "act.again"
    particle = max((at for at in range(1, len(left)) if left[at].folded in _PARTICLES), default=0)
    if particle:
        yield f"particle={left[particle].folded},{bisect_left(_NEAR, len(left) - particle)}"
        yield f"particle={left[particle].folded},{act > 0}"
    for told, holds in (
        ("again", left[0].folded == first.folded),
        ("capital", left[-1].capital),
        ("number", left[-1].folded[0].isdigit()),
        ("time", left[-1].place.end in seen.times),
        ("quotes", any(word.folded in _QUOTES for word in left)),
    ):
        if holds:
            yield f"left.{told}"


def _row(seen: ClauseWords, left: list[Word], right: list[Word], ahead: int, joint: str) -> Iterator[str]:
    """The joints before and behind it: whether it is one of a row, and whether an act follows the next."""
    before = [word.folded for word in left if word.folded in JOINTS]
    yield f"before={before[-1] if before else '-'},{joint}"
    yield f"before.count={min(len(before), _MOST)},{joint}"
    after = right[ahead].folded if ahead < len(right) else "-"
    yield f"after={after},{joint}"
    yield f"after={after},{joint},{seen.act(right, ahead + 1) > 0}"


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.folded for word in words)
