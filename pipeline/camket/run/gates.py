"""The gates: by a few words it is known of most documents that they tell of no signing, and of no pledge.

A rule that fills a signing needs a word of one of these classes (tests/run/test_gates.py), so that no record is another
one for want of a look; two of three news articles are let go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from camket.analysis import Analysis, Gate
from camket.assemble import Words
from camket.lexicon import Lexicon, any_of
from camket.match import Rulebook

SIGNING = ("sign", "ceremony", "signers", "team_up", "renew")
"""The classes of words.yaml that tell of a signing by themselves,"""
WITH_DOCUMENT = ("reach", "hand_over", "draw_up")
"""and those that do where a kind of document is named in the same sentence."""


@dataclass(frozen=True, slots=True)
class Gates:
    """The words without which a document holds nothing, tells of no signing, or of no pledge outside of one."""

    triggers: re.Pattern[str]
    signing: tuple[re.Pattern[str], ...]
    with_document: re.Pattern[str]
    documents: re.Pattern[str]
    pledges: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, lexicon: Lexicon, rulebook: Rulebook, words: Words) -> Self:
        """The gates by the word lists of the rules."""

        def of_classes(names: tuple[str, ...]) -> re.Pattern[str]:
            return any_of(tuple(word for name in names for word in rulebook.words[name]))

        lists = words.commitments
        return cls(
            lexicon.triggers,
            (of_classes(SIGNING), words.several_signed),
            of_classes(WITH_DOCUMENT),
            lexicon.documents,
            (lists.firm, lists.vows),
        )

    def look(self, analysis: Analysis) -> Gate:
        """What the document could tell of."""
        folded = analysis.folded
        signing = any(pattern.search(folded) for pattern in self.signing) or any(
            self.with_document.search(folded, one.place.start, one.place.end)
            and self.documents.search(folded, one.place.start, one.place.end)
            for one in analysis.sentences
        )
        pledge = any(pattern.search(folded) for pattern in self.pledges)
        return Gate(signing or pledge or self.triggers.search(folded) is not None, signing, pledge)
