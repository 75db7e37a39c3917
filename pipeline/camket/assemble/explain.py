"""Why a document's record is what it is: each telling of a signing, what became of it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from camket.analysis import Analysis, Match
from camket.assemble.clauses import Clauses
from camket.assemble.entities import Entities
from camket.assemble.history import why_not_told
from camket.assemble.mentions import Mention
from camket.assemble.news import verdicts
from camket.assemble.partners import told_of
from camket.assemble.words import Words
from camket.document import Place


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling of a signing: the sentence's number, the rules that found it, what it names, and what became of it.

    `outcome` is "agreement a1", or the reason why it gives none.
    """

    sentence: int
    words: str
    rules: tuple[str, ...]
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    kind: str
    cues: tuple[str, ...]
    outcome: str


def explained(analysis: Analysis, matches: tuple[Match, ...], words: Words) -> list[Telling]:
    """The tellings of signings in a report, in the order of the text."""
    entities = Entities(analysis, words.lexicon)
    mentions = told_of(analysis, matches, entities, words)
    outcomes: dict[Place, str] = {}
    number = 0
    for verdict in verdicts(analysis, mentions, entities, words):
        number += not verdict.reason
        for mention in verdict.group.mentions:
            outcomes.setdefault(mention.place, verdict.reason or f"agreement a{number}")
    return [_telling(analysis, mention, _outcome(analysis, mention, outcomes, words, mentions)) for mention in mentions]


def closed_joints(analysis: Analysis, item: Place, words: Words) -> list[tuple[Place, float]]:
    """The joints in `item` at which the rules would part it and the model of joints does not, with how likely it holds two."""
    clauses = Clauses(analysis, words)
    clauses.items(item)
    return sorted((place, likely) for place, likely in clauses.closed.items() if item.covers(place))


def _outcome(
    analysis: Analysis, mention: Mention, outcomes: dict[Place, str], words: Words, mentions: list[Mention]
) -> str:
    left_out = why_not_told(analysis, mention, words, mentions)
    if left_out:
        return left_out
    return outcomes.get(mention.place) or "no party in the clause, and no agreement before it that it could tell of"


def _telling(analysis: Analysis, mention: Mention, outcome: str) -> Telling:
    text = analysis.text
    return Telling(
        mention.sentence.index,
        " ".join(mention.place.of(text).split()),
        mention.rules,
        tuple(entity.resolved or max(entity.forms, key=len) for entity in mention.parties),
        tuple(person.place.of(text) for person in mention.persons),
        mention.kind,
        tuple(sorted(mention.cues)),
        outcome,
    )
