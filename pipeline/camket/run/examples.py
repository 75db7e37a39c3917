"""The rules' own examples, run: what each must find and must skip."""

from __future__ import annotations

from camket import ingest, language, match
from camket.match import Rule
from camket.run.flow import Kit


def faults_of(kit: Kit) -> list[str]:
    """A line for each example of a rule, a date or an amount that does not hold."""
    return [fault for rule in kit.rulebook.rules for fault in _faults_of_rule(rule, kit)] + _faults_of_grammar(kit)


def _faults_of_rule(rule: Rule, kit: Kit) -> list[str]:
    faults = [f"{rule.file}: rule {rule.id}: finds: nothing is found in {text!r}"
              for text in rule.finds if not found_by(rule, text, kit)]  # fmt: skip
    return faults + [f"{rule.file}: rule {rule.id}: skips: something is found in {text!r}"
                     for text in rule.skips if found_by(rule, text, kit)]  # fmt: skip


def found_by(rule: Rule, text: str, kit: Kit) -> bool:
    """Whether the rule finds anything in `text`."""
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    return any(one.rule == rule.id for one in match.find(analysis, kit.rulebook))


def _faults_of_grammar(kit: Kit) -> list[str]:
    return [*kit.grammar.dates.faults(), *kit.grammar.amounts.faults()]
