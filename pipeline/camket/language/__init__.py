"""The Vietnamese stage: sentences, tokens, names, dates and amounts on exact places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from camket.analysis import Analysis
from camket.document import Document
from camket.folding import fold
from camket.language.amounts import AmountGrammar
from camket.language.dates import DateGrammar
from camket.language.names import find_names
from camket.language.sentences import split
from camket.language.tokens import tokenize
from camket.language.words import tag
from camket.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """What dates and amounts look like: rules/dates.yaml and rules/amounts.yaml."""

    dates: DateGrammar
    amounts: AmountGrammar

    @classmethod
    def open(cls, rules: Path) -> Grammar:
        """The grammar of the folder `rules`."""
        return cls(DateGrammar.open(rules), AmountGrammar.open(rules))


def analyse(document: Document, lexicon: Lexicon, grammar: Grammar) -> Analysis:
    """All that `document` holds for the rules to match on; only sentences where no trigger word stands."""
    folded = fold(document.text)
    sentences = split(document)
    if not lexicon.triggers.search(folded):
        return Analysis(document, folded, sentences)
    tokens = tuple(tokenize(document.text, folded, sentence.place) for sentence in sentences)
    return Analysis(
        document,
        folded,
        sentences,
        tokens,
        find_names(document.text, tokens, lexicon),
        tuple(grammar.dates.find(folded, document.published_on)),
        tuple(grammar.amounts.find(folded)),
        tag,
    )


__all__ = ["Grammar", "analyse"]
