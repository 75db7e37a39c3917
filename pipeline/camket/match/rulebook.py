"""The rulebook: all rule files read, checked and compiled. Every fault is told, by file, rule and key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field
from spacy.matcher import Matcher
from spacy.vocab import Vocab

from camket.errors import RuleError
from camket.folding import fold
from camket.lexicon import Lexicon, Phrases
from camket.match.needs import Needs
from camket.match.patterns import Compiled, PatternError, compile_pattern
from camket.match.unit import UNIT_LABELS
from camket.rulefiles import RuleModel, read_checked

FILLS = frozenset({"signing", "mention", "signatory", "witness", "speaker", "chair", "guest", "sponsor"})
RULE_FILES = ("signing.yaml", "people.yaml")


class RuleText(RuleModel):
    """A rule as its file has it."""

    id: str = Field(pattern=r"^[a-z]+(\.[a-z_]+)+$")
    fills: str
    about: str
    patterns: tuple[str, ...] = Field(min_length=1)
    finds: tuple[str, ...] = Field(min_length=1)
    skips: tuple[str, ...] = Field(min_length=1)


class RuleFile(RuleModel):
    """A file of rules."""

    rules: tuple[RuleText, ...]


class Cue(RuleModel):
    """Words that change what a match after them means, and how far they reach, in units.

    Not where one of `unless` stands right before the match: "sau khi A và B chính thức ký". One of `reviews` tells what
    is done besides the signing, where "và" stands right before that: "đánh giá kết quả và ký kết quy chế mới". Of `recent`
    ones the first sentences of a report tell their news: "Bộ X tuần trước ký hợp đồng". Right behind one of `not_after` a
    word is no cue: "ký với từng đơn vị". One of `ends` between them ends its reach: "điều mà X hướng tới khi ký với Y".
    """

    words: tuple[str, ...]
    before: int = Field(gt=0)
    clause: bool
    unless: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class WordFile(RuleModel):
    """rules/words.yaml."""

    classes: dict[str, tuple[str, ...]]
    cues: dict[str, Cue]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to match: see docs/rules.md."""

    id: str
    fills: str
    about: str
    file: str
    patterns: tuple[str, ...]
    finds: tuple[str, ...]
    skips: tuple[str, ...]


@dataclass(frozen=True)
class Rulebook:
    """All rules, the classes of words they name, and the matcher that they compile to."""

    rules: tuple[Rule, ...]
    classes: Phrases
    cues: dict[str, Cue]
    cue_words: Phrases
    lexicon: Lexicon
    vocab: Vocab
    matchers: dict[str, Matcher]
    """One for each rule: what a matcher takes grows with its patterns, and most rules cannot match in a sentence."""
    needs: Needs
    compiled: dict[str, tuple[Rule, Compiled]]
    words: dict[str, tuple[str, ...]]

    @classmethod
    def open(cls, rules: Path, lexicon: Lexicon) -> Rulebook:
        """The rulebook of the folder `rules`; RuleError lists all faults of all files."""
        faults: list[str] = []
        words = read_checked(rules / "words.yaml", WordFile)
        faults += _doubled(words)
        texts = _read_all(rules, faults)
        labels = UNIT_LABELS | set(words.classes)
        vocab = Vocab()
        compiled: dict[str, tuple[Rule, Compiled]] = {}
        loaded = tuple(rule for file, text in texts if (rule := _rule(file, text, labels, compiled, faults)))
        if faults:
            raise RuleError(faults)
        matchers = {rule.id: Matcher(vocab) for rule in loaded}
        for key, (rule, one) in compiled.items():
            matchers[rule.id].add(key, [[dict(token) for token in one.tokens]])
        needs = Needs.of((rule.id, one) for rule, one in compiled.values())
        return cls(loaded, _phrases(words.classes), words.cues,
                   _phrases({name: cue.words for name, cue in words.cues.items()}),
                   lexicon, vocab, matchers, needs, compiled, words.classes)  # fmt: skip

    def rule(self, name: str) -> Rule | None:
        """The rule with the id `name`."""
        return next((rule for rule in self.rules if rule.id == name), None)


def _read_all(rules: Path, faults: list[str]) -> list[tuple[str, RuleText]]:
    texts: list[tuple[str, RuleText]] = []
    for file in RULE_FILES:
        try:
            texts += [(file, text) for text in read_checked(rules / file, RuleFile).rules]
        except RuleError as error:
            faults += error.faults
    seen: set[str] = set()
    for file, text in texts:
        if text.id in seen:
            faults.append(f"{file}: rule {text.id}: id: there is another rule with this id")
        seen.add(text.id)
    return texts


def _rule(
    file: str, text: RuleText, labels: frozenset[str], compiled: dict[str, tuple[Rule, Compiled]], faults: list[str]
) -> Rule | None:
    if text.fills not in FILLS:
        faults.append(f"{file}: rule {text.id}: fills: no value {text.fills!r} (there are {', '.join(sorted(FILLS))})")
        return None
    rule = Rule(text.id, text.fills, text.about, file, text.patterns, text.finds, text.skips)
    for number, pattern in enumerate(text.patterns):
        try:
            for variant, one in enumerate(compile_pattern(pattern, labels)):
                compiled[f"{text.id}/{number}.{variant}"] = (rule, one)
        except PatternError as error:
            faults.append(f"{file}: rule {text.id}: patterns.{number}: {error}")
    return rule


def _doubled(words: WordFile) -> list[str]:
    seen: dict[str, str] = {}
    faults = []
    for name, members in words.classes.items():
        for word in members:
            other = seen.setdefault(fold(word), name)
            if other != name:
                faults.append(f"words.yaml: classes.{name}: {word!r} is in class {other} too")
    return faults


def _phrases(classes: dict[str, tuple[str, ...]]) -> Phrases:
    phrases = Phrases()
    for name, members in classes.items():
        for word in members:
            phrases.add(word, name)
    return phrases
