"""The Vietnamese stage: sentences, tokens, names, dates and amounts on exact places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from camket.analysis import Analysis, Finders
from camket.document import Document
from camket.folding import fold
from camket.language.amounts import AmountGrammar
from camket.language.dates import DateGrammar
from camket.language.misread import mended
from camket.language.names import Names
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
    """What `document` holds for the rules to match on, each found when it is first asked for."""
    folded = mended(document.text, fold(document.text))
    sentences = split(document)
    finders = Finders(
        tokens=lambda sentence: tokenize(document.text, folded, sentence.place),
        names=lambda sentence: names.of(sentence.index),
        dates=lambda: tuple(grammar.dates.find(folded, document.published_on)),
        amounts=lambda: tuple(grammar.amounts.find(folded)),
        tagger=tag,
    )
    analysis = Analysis(document, folded, sentences, finders)
    names = Names(analysis, lexicon)
    return analysis


__all__ = ["Grammar", "analyse"]
