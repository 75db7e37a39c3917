"""The words of the page in Vietnamese and English: its own from labels.yaml, and those that sheets have too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from camket.labels import Labels, Language
from camket.rulefiles import RuleModel, read_checked


class _Label(RuleModel):
    """What something is called in each language."""

    en: str
    vi: str


class _Words(RuleModel):
    """labels.yaml."""

    words: dict[str, _Label]


@cache
def labels_of(language: Language) -> Mapping[str, str]:
    """The words of a language by their keys; "field_party", "choice_memorandum" and "state_open" are those of sheets."""
    own = read_checked(Path(__file__).with_name("labels.yaml"), _Words).words
    shared = Labels.of(language)
    return {
        **{f"field_{key}": word for key, word in shared.fields.items()},
        **{f"choice_{key}": word for key, word in (shared.kinds | shared.statuses).items()},
        **{f"state_{key}": word for key, word in shared.states.items()},
        **{key: getattr(label, language.value) for key, label in own.items()},
    }
