"""The words that assembly reads by: the lexicon and rules/details.yaml, commitments.yaml, instrument.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from camket.lexicon import Lexicon, any_of
from camket.rulefiles import RuleModel, read_checked


class DetailWords(RuleModel):
    """rules/details.yaml."""

    validity: tuple[str, ...]
    place_words: tuple[str, ...]
    value_words: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All word lists of assembly."""

    lexicon: Lexicon
    validity: re.Pattern[str]
    place_words: re.Pattern[str]
    value_words: re.Pattern[str]

    @classmethod
    def open(cls, rules: Path, lexicon: Lexicon) -> Words:
        """The words of the folder `rules`."""
        details = read_checked(rules / "details.yaml", DetailWords)
        return cls(lexicon, any_of(details.validity), any_of(details.place_words), any_of(details.value_words))
