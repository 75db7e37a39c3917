"""The Vietnamese stage: sentences, tokens, names, dates and amounts on exact places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from camket.analysis import Analysis, Finders, Name, Token
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
    """What `document` holds for the rules to match on, each found when it is first asked for."""
    folded = fold(document.text)
    sentences = split(document)

    def tokens() -> tuple[tuple[Token, ...], ...]:
        return tuple(tokenize(document.text, folded, sentence.place) for sentence in sentences)

    def names() -> tuple[Name, ...]:
        return find_names(document.text, analysis.tokens, lexicon)

    finders = Finders(
        tokens,
        names,
        dates=lambda: tuple(grammar.dates.find(folded, document.published_on)),
        amounts=lambda: tuple(grammar.amounts.find(folded)),
        tagger=tag,
    )
    analysis = Analysis(document, folded, sentences, finders)
    return analysis


__all__ = ["Grammar", "analyse"]
