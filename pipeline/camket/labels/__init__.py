"""What sheets call their columns, fields and decisions, in Vietnamese and English: a file for each language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from camket.folding import fold, normalize, without_marks
from camket.rulefiles import RuleModel, read_checked


class Language(StrEnum):
    """The languages of sheets."""

    ENGLISH = "en"
    VIETNAMESE = "vi"


class Labels(RuleModel):
    """The words of one language by what they stand for; of several for one verdict the first is written."""

    columns: dict[str, str]
    sheets: dict[str, str]
    fields: dict[str, str]
    kinds: dict[str, str]
    statuses: dict[str, str]
    states: dict[str, str]
    verdicts: dict[str, tuple[str, ...]]
    help: tuple[tuple[str, str], ...]

    @classmethod
    @cache
    def of(cls, language: Language) -> Labels:
        """The labels of a language."""
        return read_checked(Path(__file__).with_name(f"{language.value}.yaml"), cls)

    def choices(self, field: str) -> Mapping[str, str]:
        """What values of a field are called that comes from a list, by the value; nothing for other fields."""
        return {"kind": self.kinds, "status": self.statuses}.get(field, {})


def plain(text: str) -> str:
    """`text` as labels and values are compared: folded, with single blanks."""
    return " ".join(fold(normalize(text)).split())


@cache
def names(part: str) -> Mapping[str, str]:
    """What `part` of the labels calls a thing in any language, in the form of `plain`, and the thing itself.

    Vietnamese words count without their marks too, where none is the same without: "dung", "sua".
    """
    found: dict[str, str] = {}
    for language in Language:
        for thing, label in getattr(Labels.of(language), part).items():
            found.setdefault(plain(thing), thing)
            for one in (label,) if isinstance(label, str) else label:
                found.setdefault(plain(one), thing)
    bare = {without_marks(name): thing for name, thing in reversed(found.items())}
    return bare | found
