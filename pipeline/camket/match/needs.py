"""What rules need: the words and classes of words without which none of their patterns can match, read off the patterns.

By them it is known of most sentences, before any name in them is looked for, that no rule of a kind matches there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

from camket.analysis import Token
from camket.lexicon import COUNTS, Lexicon, Phrases
from camket.match.patterns import Compiled
from camket.match.unit import UNIT_LABELS
from camket.match.units import INCLUDING
from camket.records import AgreementKind

Need = frozenset[str]
"""Of these one must stand in the sentence: words, and classes of words in angle brackets."""
_DOCUMENTS = frozenset({"doc", "deal"})
_COUNT_REACH = 5
_NUMBERS = frozenset({*COUNTS, "một", "hàng"})
_BEFORE_NUMBERS = frozenset({"trong", "vào", "từ", "đến", "tới", "trước", "trên", "thêm"})
"""With these at its end a word of a class may run into a date or an amount."""


@dataclass(frozen=True, slots=True)
class Needs:
    """For each rule, what each of its patterns needs."""

    by_rule: dict[str, tuple[frozenset[Need], ...]]

    @classmethod
    def of(cls, patterns: Iterable[tuple[str, Compiled]]) -> Self:
        """The needs of the patterns, each with the name of its rule."""
        by_rule: dict[str, set[frozenset[Need]]] = {}
        for rule, compiled in patterns:
            by_rule.setdefault(rule, set()).add(needs_of(compiled))
        return cls({rule: _least(needs) for rule, needs in by_rule.items()})

    def met(self, held: set[str], rules: Collection[str] | None = None) -> list[str]:
        """The rules, of `rules` or of all, of which a pattern has all that it needs in what a sentence holds."""
        return [
            rule
            for rule in (self.by_rule if rules is None else rules)
            if any(not any(need.isdisjoint(held) for need in pattern) for pattern in self.by_rule[rule])
        ]


def needs_of(compiled: Compiled) -> frozenset[Need]:
    """What a pattern needs: names, dates and amounts may be anywhere, and gaps need nothing."""
    needs: set[Need] = set()
    for token in compiled.tokens:
        if "OP" in token:
            continue
        if "NORM" in token:
            needs.add(frozenset(token["NORM"]["IN"]))
        elif not (set(token["ENT_TYPE"]["IN"]) & (UNIT_LABELS - _DOCUMENTS)):
            needs.add(frozenset(f"<{label}>" for label in token["ENT_TYPE"]["IN"]))
    return frozenset(needs)


def _least(patterns: Iterable[frozenset[Need]]) -> tuple[frozenset[Need], ...]:
    """The patterns without those that need all that another one does."""
    found = set(patterns)
    return tuple(one for one in found if not any(other < one for other in found))


def held_by(tokens: Sequence[Token], classes: Phrases, lexicon: Lexicon) -> set[str]:
    """The words of a sentence, and the classes in angle brackets that its units may have.

    The longest word at a place counts, as for units ("đăng ký" is no signing), but where a name, a date or an amount may
    begin or end within it.
    """
    words = [token.folded for token in tokens]
    held = set(words)
    if ":" in held:
        held.add(INCLUDING)
    at = 0
    while at < len(words):
        kind, word = lexicon.kinds.longest(words, at), classes.longest(words, at)
        if kind:
            held.add("<deal>" if kind[1] == AgreementKind.UNSPECIFIED else "<doc>")
        if word and (kind is None or word[0] >= kind[0]):
            held.add(f"<{word[1]}>")
        length = max(kind[0] if kind else 1, word[0] if word else 1)
        if length > 1 and _may_part(tokens, at, length, lexicon):
            for size in range(1, length):
                parts = words[at : at + size]
                held |= {f"<{found[1]}>" for found in [classes.longest(parts, 0)] if found}
                held |= {"<doc>", "<deal>"} if lexicon.kinds.longest(parts, 0) else set()
            length = 1
        at += length
    return held


def _may_part(tokens: Sequence[Token], at: int, length: int, lexicon: Lexicon) -> bool:
    """Whether a name, a date or an amount may begin or end within the word at `at`."""
    around = tokens[max(0, at - 1) : at + length]
    inside = tokens[at + 1 : at + length]
    counted = any(
        token.text[0].isdigit() or token.folded in _NUMBERS for token in tokens[max(0, at - _COUNT_REACH) : at + length]
    )  # "là hai người ký" counts two that sign
    return (
        counted
        or inside[-1].folded in _BEFORE_NUMBERS
        or any(map(str.isupper, chain.from_iterable(token.text for token in around)))
        or any(token.folded in lexicon.openers for token in inside)
    )
