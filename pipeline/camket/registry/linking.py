"""Whether two mentions are of one agreement: points for what agrees, against what does not, and what parts them for good.

The parties must pair up. Then something must tell that it is the same occasion (the day, the number of the paper, the
same text printed twice, the same persons and subject close in time), for the same parties sign again.
"""

from __future__ import annotations

from dataclasses import dataclass

from camket.records import AgreementKind as Kind
from camket.registry import days
from camket.registry.canonical import SAME, Identity, likeness
from camket.registry.fingerprints import share
from camket.registry.mentions import Mention

LINK = 3.0
"""Points from which two mentions are of one agreement."""
REPRINT = 0.5
"""Texts that share so much are one text printed twice."""
_NEAR, _LATE, _FAR = 3, 12, 45
_PLANNED_AHEAD = 120
_OTHER_SUBJECT, _OTHER_END = -6.0, -0.5
_TELLING = 0.5
_DAYS_TOLD = {8: 3.0, 6: 1.0, 4: 1.5}
"""Points for the same day, by the digits that both tell: a day, a month, a day of no year; two of the last are the same by a chance of one in 365."""
_LOOSE_KINDS = frozenset(
    {Kind.UNSPECIFIED, Kind.AGREEMENT, Kind.PROGRAMME, Kind.COORDINATION, Kind.MEMORANDUM, Kind.MINUTES}
)
"""Kinds that reports take one for another: "thỏa thuận hợp tác" is what they call most papers."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The points for two mentions being of one agreement, each with its reason; `apart` is why they cannot be.

    `same_occasion` says that something tells it is one signing, and not only one pair of parties and one matter.
    """

    points: float
    reasons: tuple[tuple[str, float], ...] = ()
    apart: str | None = None
    same_occasion: bool = False

    @property
    def linked(self) -> bool:
        """Whether the two are of one agreement, as far as they alone tell."""
        return self.apart is None and self.same_occasion and self.points >= LINK


def judge(one: Mention, other: Mention) -> Judgement:
    """What tells for and against `one` and `other` being of one agreement."""
    apart = _apart(one, other) or (_other_term(one, other) if share(one.sketch, other.sketch) < REPRINT else None)
    parties, alone = _parties(one, other) if not apart else (0.0, False)
    if parties == 0:
        return Judgement(0.0, apart=apart or "parties")
    reprint = share(one.sketch, other.sketch)
    if alone and reprint < REPRINT and not _same_number(one, other):
        return Judgement(0.0)
    occasion = _occasion(one, other)
    if reprint >= REPRINT:
        occasion.append(("the same text", 4 * reprint + 1))
    reasons = [("parties", 2 * parties - 1), *occasion, *_matter(one, other)]
    told = tuple((reason, round(points, 2)) for reason, points in reasons if points)
    return Judgement(
        sum(points for _, points in told), told, same_occasion=any(points >= _TELLING for _, points in occasion)
    )


def _apart(one: Mention, other: Mention) -> str | None:
    """Why the two cannot be of one agreement, whatever else they have in common."""
    if one.document == other.document and not _retold(one, other):
        return "one document tells them apart"
    if one.number and other.number and not _same_number(one, other):
        return "number"
    if not _kinds_agree(one.kind, other.kind):
        return "kind"
    return "planned after it was signed" if _signed_before_planned(one, other) else None


def _other_term(one: Mention, other: Mention) -> str | None:
    """Why two texts of their own words tell of two agreements: the same parties sign again at another time."""
    if one.period and other.period and _other_period(one.period, other.period):
        return "period"
    if not (one.signed_on and other.signed_on) or days.day_agrees(one.signed_on, other.signed_on):
        return None
    left, right = days.exact(one.signed_on), days.exact(other.signed_on)
    if left is None or right is None:
        return "day"
    near = _PLANNED_AHEAD if one.planned or other.planned else _NEAR
    return "day" if abs(left - right) > near else None


def _retold(one: Mention, other: Mention) -> bool:
    """Whether one document tells of the same signing again, by its signers for instance, and not of another one."""
    if one.signed_on is None or one.signed_on != other.signed_on or one.kind != other.kind:
        return False
    another = bool(one.subject and other.subject) and _subject(one, other) < 0
    return len(one.parties) == len(other.parties) and not another


def _signed_before_planned(one: Mention, other: Mention) -> bool:
    """Whether one tells, some days after the other was signed, that it is yet to be."""
    if one.planned == other.planned:
        return False
    planned, signed = (one, other) if one.planned else (other, one)
    told, done = days.exact(planned.published_on), days.exact(signed.signed_on) or days.exact(signed.published_on)
    return told is not None and done is not None and told > done + 1


def _other_period(one: str, other: str) -> bool:
    """Whether the periods tell of two terms: neither begin nor end is the same, or one follows on the other."""
    left, right = days.ends(one), days.ends(other)
    told = [days.same_span(a, b) for a, b in zip(left, right, strict=True) if a and b]
    return len(told) > 1 and not any(told)


def _kinds_agree(one: str, other: str) -> bool:
    if one == other or Kind.UNSPECIFIED in (one, other):
        return True
    loose = one in _LOOSE_KINDS, other in _LOOSE_KINDS
    return any(loose) if Kind.AGREEMENT in (one, other) or Kind.INTENT in (one, other) else all(loose)


def _parties(one: Mention, other: Mention) -> tuple[float, bool]:
    """How alike the parties are that pair up, 0 where some do not; whether it is one pair only."""
    left, right = sorted((one.parties, other.parties), key=len)
    found = _pairs(left, right)
    if not left or len(found) < len(left) or len(right) > 2 * len(left) + 1:
        return 0.0, False
    missing = len(right) - len(left)
    mean = sum(found) / len(found)
    return max(0.0, mean - 0.15 * missing / len(right)) if missing else mean, len(left) == 1


def _pairs(left: tuple[Identity, ...], right: tuple[Identity, ...]) -> list[float]:
    """The likenesses of parties that pair up, most alike first, each party once."""
    ranked = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for alike, i, j in ranked:
        if alike >= SAME and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append(alike)
    return chosen


def _same_number(one: Mention, other: Mention) -> bool:
    return bool(one.number and other.number and (one.number == other.number or _part(one.number, other.number)))


def _part(one: str, other: str) -> bool:
    """Whether one number is the other cut short: "15" of "15/2014/HĐ"."""
    return one.startswith(other) or other.startswith(one)


def _occasion(one: Mention, other: Mention) -> list[tuple[str, float]]:
    """What tells that it is one signing: its day, its number, the days of the documents, its period, who signed, what it is worth."""
    reasons = []
    if _same_number(one, other):
        reasons.append(("number", 3.0))
    reasons.append(_time(one, other))
    if one.period and other.period:
        agree = days.period_agrees(one.period, other.period)
        exact = "/" in one.period and "/" in other.period
        reasons.append(("period", (1.5 if exact else 0.5) if agree else _OTHER_END))
    shared = len(one.signers & other.signers)
    if shared:
        reasons.append(("signers", min(2.0, 1.0 * shared)))
    elif len(one.signers) > 1 and len(other.signers) > 1:
        reasons.append(("signers", -0.5))
    if one.sums and other.sums:
        reasons.append(("value", 0.5 if one.sums & other.sums else -0.3))
    return reasons


def _time(one: Mention, other: Mention) -> tuple[str, float]:
    """Points for the days: of signing where both tell it, else how far the documents are apart."""
    left, right = days.exact(one.signed_on), days.exact(other.signed_on)
    if left is not None and right is not None and left != right:
        gap = abs(left - right)
        if one.planned or other.planned:
            return "a day put off", 1.5 if gap <= _LATE else 1.0 if gap <= _FAR else 0.0
        return "day", 1.5 if gap <= 1 else 0.0 if gap <= _NEAR else -0.5
    if one.signed_on and other.signed_on and days.day_agrees(one.signed_on, other.signed_on):
        told = min(days.precision(one.signed_on), days.precision(other.signed_on))
        return "day", max(_DAYS_TOLD.get(told, 0.4), _documents_days(one, other))
    return "days of the documents", _documents_days(one, other)


def _documents_days(one: Mention, other: Mention) -> float:
    """Points for how near the documents are in time, each by its day of signing or its own."""
    if one.about is None or other.about is None:
        return 0.0
    gap = abs(one.about - other.about)
    return 2.5 if gap <= _NEAR else 1.5 if gap <= _LATE else 0.0 if gap <= _FAR else -2.0


def _matter(one: Mention, other: Mention) -> list[tuple[str, float]]:
    """What tells that it is one paper: its kind, what it is about, where it was signed."""
    reasons = []
    if one.kind != other.kind and Kind.UNSPECIFIED not in (one.kind, other.kind):
        reasons.append(("kind", -0.5))
    elif one.kind == other.kind and one.kind != Kind.UNSPECIFIED:
        reasons.append(("kind", 0.5))
    reasons.append(("subject", _subject(one, other)))
    if one.place and other.place:
        reasons.append(("place", 0.3 if one.place & other.place else -0.3))
    return reasons


def _subject(one: Mention, other: Mention) -> float:
    """Points for what they are about: how much of the subject of one is in what is told of the other."""
    told = [
        (mine.subject, theirs.subject | theirs.context) for mine, theirs in ((one, other), (other, one)) if mine.subject
    ]
    if not told:
        return 0.0
    common = max(len(subject & context) / len(subject) for subject, context in told)
    if common == 0:
        return _OTHER_SUBJECT if len(told) > 1 else -1.0
    return 1.5 if common >= 0.5 else 0.0 if common >= 0.2 else -2.0
