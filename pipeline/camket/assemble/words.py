"""The words that assembly reads by: the lexicon, rules/details.yaml and rules/commitments.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from camket.folding import fold
from camket.lexicon import TOKEN, Lexicon, Phrases, any_of
from camket.rulefiles import RuleModel, read_checked


class DetailWords(RuleModel):
    """rules/details.yaml."""

    validity: tuple[str, ...]
    place_words: tuple[str, ...]
    value_words: tuple[str, ...]


class CommitmentWords(RuleModel):
    """rules/commitments.yaml."""

    firm: tuple[str, ...]
    plain: tuple[str, ...]
    not_after_firm: tuple[str, ...]
    hopes: tuple[str, ...]
    leads: tuple[str, ...]
    lead_ends: tuple[str, ...]
    openers: tuple[str, ...]
    cooperate: tuple[str, ...]
    dropped: tuple[str, ...]
    per: tuple[str, ...]
    subject_ends: tuple[str, ...]
    empty_subjects: tuple[str, ...]
    field_leads: tuple[str, ...]
    adverbs: tuple[str, ...]
    breaks: tuple[str, ...]
    purposes: tuple[str, ...]
    tails: tuple[str, ...]
    everyone: tuple[str, ...]
    sides: dict[str, tuple[str, ...]]
    background: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True)
class CommitmentLists:
    """The word lists of commitments, indexed for looking up and for searching."""

    firm: re.Pattern[str]
    plain: re.Pattern[str]
    not_after_firm: Phrases
    hopes: re.Pattern[str]
    leads: re.Pattern[str]
    lead_ends: re.Pattern[str]
    openers: Phrases
    cooperate: Phrases
    dropped: Phrases
    per: re.Pattern[str]
    subject_ends: re.Pattern[str]
    empty_subjects: re.Pattern[str]
    field_leads: re.Pattern[str]
    adverbs: Phrases
    breaks: re.Pattern[str]
    purposes: Phrases
    purpose_starts: frozenset[str]
    tails: Phrases
    tail_starts: frozenset[str]
    everyone: re.Pattern[str]
    sides: dict[str, re.Pattern[str]]
    background: re.Pattern[str]
    acts: Phrases

    @classmethod
    def of(cls, words: CommitmentWords) -> CommitmentLists:
        """The lists of the file, compiled."""
        return cls(
            firm=any_of(words.firm),
            plain=any_of(words.plain),
            not_after_firm=_phrases(words.not_after_firm),
            hopes=any_of(words.hopes),
            leads=any_of(words.leads),
            lead_ends=any_of(words.lead_ends),
            openers=_phrases(words.openers),
            cooperate=_phrases(words.cooperate),
            dropped=_phrases(words.dropped),
            per=any_of(words.per),
            subject_ends=any_of(words.subject_ends),
            empty_subjects=any_of(words.empty_subjects),
            field_leads=any_of(words.field_leads),
            adverbs=_phrases(words.adverbs),
            breaks=any_of(words.breaks),
            purposes=_phrases(words.purposes),
            purpose_starts=_firsts(words.purposes),
            tails=_phrases(words.tails),
            tail_starts=_firsts(words.tails + words.purposes),
            everyone=any_of(words.everyone),
            sides={kind: any_of(names) for kind, names in words.sides.items()},
            background=any_of(words.background),
            acts=_phrases(words.acts),
        )


@dataclass(frozen=True)
class Words:
    """All word lists of assembly."""

    lexicon: Lexicon
    validity: re.Pattern[str]
    place_words: re.Pattern[str]
    value_words: re.Pattern[str]
    commitments: CommitmentLists

    @classmethod
    def open(cls, rules: Path, lexicon: Lexicon) -> Words:
        """The words of the folder `rules`."""
        details = read_checked(rules / "details.yaml", DetailWords)
        commitments = read_checked(rules / "commitments.yaml", CommitmentWords)
        return cls(lexicon, any_of(details.validity), any_of(details.place_words), any_of(details.value_words),
                   CommitmentLists.of(commitments))  # fmt: skip


def _phrases(words: tuple[str, ...]) -> Phrases:
    phrases = Phrases()
    for word in words:
        phrases.add(word, word)
    return phrases


def _firsts(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(TOKEN.findall(fold(word))[0] for word in words)
