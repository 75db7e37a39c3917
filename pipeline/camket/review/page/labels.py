"""The words of the page in Vietnamese and English, from labels.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from camket.labels import Language


class _Label(BaseModel):
    """What something is called in each language."""

    model_config = ConfigDict(extra="forbid")

    en: str
    vi: str


@cache
def labels_of(language: Language) -> Mapping[str, str]:
    """The words of a language by their keys."""
    told = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8"))
    labels = TypeAdapter(dict[str, _Label]).validate_python(told)
    return {key: getattr(label, language.value) for key, label in labels.items()}
