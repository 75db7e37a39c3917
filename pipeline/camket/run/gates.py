"""The gates: what is known of a document before it is analysed, so that most need not be.

A document that reports no agreement has no telling of a signing in headline, lead or captions, none elsewhere that names
its document and two parties, and no list of partners or signers (assemble/news.py). Where the words that the rules for
these need are missing, or do not match when the names of their own sentences are read, nothing else of it is read for
agreements. tests/run/test_gates.py holds that no record is another one for want of a look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from camket.analysis import Analysis, Gate, Match, NameKind, Sentence
from camket.assemble import Words
from camket.assemble.listed_signers import ON_BEHALF, SIGNERS
from camket.assemble.mentions import IN_FOCUS, lead_of, tells_signing
from camket.assemble.news import STRONG
from camket.assemble.pair_blocks import DOCUMENTS_SIGNED
from camket.document import BlockKind
from camket.lexicon import Lexicon, any_of
from camket.match import Rulebook, find_in
from camket.match.needs import held_by

HINTS = ("sign", "ceremony", "signers", "renew", "hand_over", "draw_up", "clinch", "no_signing")
"""The classes of words.yaml of which every rule for a signing or its signers needs one."""
_SIGNATORY, _BOTH = "people.signatory", "signing.both"
_PAIR = 2
_IN_ITEMS = frozenset({"ký", "kí", "trao"})


@dataclass(frozen=True, slots=True)
class Gates:
    """The words without which a document holds nothing, tells of no signing, or of no pledge outside of one."""

    triggers: re.Pattern[str]
    pledges: re.Pattern[str]
    hints: re.Pattern[str]
    rules: tuple[str, ...]
    rulebook: Rulebook
    words: Words

    @classmethod
    def of(cls, lexicon: Lexicon, rulebook: Rulebook, words: Words) -> Self:
        """The gates by the rules and their word lists."""
        hints = (*(word for name in HINTS for word in rulebook.words[name]), *words.several_hints, "tm")
        return cls(
            lexicon.triggers,
            words.commitments.pledges,
            any_of(hints, blanks=True),
            tuple(rule.id for rule in rulebook.rules if tells_signing(rule.id) or rule.id == _SIGNATORY),
            rulebook,
            words,
        )

    def look(self, analysis: Analysis) -> Gate:
        """What the document could tell of."""
        signing = self._may_report(analysis)
        pledge = self.pledges.search(analysis.folded) is not None or self._teams_up(analysis)
        return Gate(signing or pledge or self.triggers.search(analysis.folded) is not None, signing, pledge)

    def _teams_up(self, analysis: Analysis) -> bool:
        """Whether the headline has a word by which two bodies team up."""
        return any(
            one.block.kind is BlockKind.HEADLINE
            and self.words.commitments.teaming.search(analysis.folded, one.place.start, one.place.end)
            for one in analysis.sentences
        )

    def _may_report(self, analysis: Analysis) -> bool:
        """Whether the document could report an agreement as its news."""
        if self.hints.search(analysis.folded) is None:
            return False
        lead = lead_of(analysis)
        return any(
            self._may_tell(analysis, one, focus=one.index in lead or one.block.kind in IN_FOCUS)
            for one in analysis.sentences
            if self.hints.search(analysis.folded, one.place.start, one.place.end)
        )

    def _may_tell(self, analysis: Analysis, sentence: Sentence, *, focus: bool) -> bool:
        """Whether the sentence could tell of an agreement that is news."""
        start, end = sentence.place.start, sentence.place.end
        if ON_BEHALF.match(analysis.folded, start, end) or self.words.several_signed.search(
            analysis.folded, start, end
        ):
            return True
        held = held_by(analysis.tokens[sentence.index], self.rulebook.classes, self.rulebook.lexicon)
        rules = self.rulebook.needs.met(held, self.rules)
        signing = {rule for rule in rules if rule != _SIGNATORY}
        if analysis.folded[end - 1] == ":" and (signing or SIGNERS.search(analysis.folded, start, end)):
            return True  # the parties or the signers may stand in the lines below
        if DOCUMENTS_SIGNED.search(analysis.folded, start, end):
            return True  # pairs of parties may open the paragraphs below
        if {":", ";"} <= held and held & _IN_ITEMS:
            return True  # items that each name a document and its parties
        both = _BOTH in signing and "<ceremony>" in held and self.words.at_the_event.match(analysis.folded, start)
        if not ((focus and signing) or both or ("<doc>" in held and signing & STRONG) or _SIGNATORY in rules):
            return False
        return _tells(find_in(analysis, sentence, self.rulebook, rules), focus=focus, both=bool(both))


def _tells(matches: list[Match], *, focus: bool, both: bool) -> bool:
    """Whether the matches of one sentence tell of a signing in focus, of one with its parties, of signers, or of `both` sides."""
    if focus and any(tells_signing(match.rule) for match in matches):
        return True
    names = {name.place: name.kind for match in matches for found in match.names.values() for name in found}
    persons = sum(kind is NameKind.PERSON for kind in names.values())
    if persons >= _PAIR and any(match.rule == _SIGNATORY for match in matches):
        return True
    if both and any(match.rule == _BOTH for match in matches):
        return True
    told = persons > 0 or len(names) >= _PAIR or any("leaders" in match.labels for match in matches)
    return told and any(match.rule in STRONG for match in matches)
