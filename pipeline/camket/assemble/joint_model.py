"""A linear model of joints, learned from the corpus: whether what follows a comma or "và" is an item of its own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from camket.assemble.clause_words import ClauseWords, Word
from camket.assemble.joint_features import features
from camket.rulefiles import RuleModel, read_checked

FILE = "joints.yaml"
"""The file of rules/ that script/train_joints.py writes."""


class JointModel(RuleModel):
    """rules/joints.yaml: what each feature adds to the log-odds that a joint parts two items.

    A logistic regression (Cox 1958); the rules part first, and where they would, the model may only keep together.
    """

    joined_below: float
    """The probability of two items below which a joint parts none."""
    bias: float
    weights: dict[str, float]

    @classmethod
    def open(cls, rules: Path) -> JointModel:
        """The model of the folder `rules`."""
        return read_checked(rules / FILE, cls)

    def parts(self, told: Iterable[str]) -> float:
        """How likely a joint with the features `told` parts two items, from 0 to 1."""
        return 1 / (1 + math.exp(-self.bias - sum(self.weights.get(one, 0.0) for one in told)))

    def closes(self, seen: ClauseWords, words: Sequence[Word], start: int, at: int) -> float | None:
        """How likely the joint at `at` in the segment `words` parts what follows from the act that begins at `start`.

        None where that is likely enough for the rules to part them.
        """
        likely = self.parts(features(seen, words, start, at))
        return likely if likely < self.joined_below else None
