"""A body or state that a document names, with all its names."""

from __future__ import annotations

from dataclasses import dataclass, field

from camket.analysis import Name, NameKind


@dataclass
class Entity:
    """A body or a state: its names in the text, the fullest form first when asked."""

    kind: NameKind
    key: tuple[str, ...]
    type: str = ""
    names: list[Name] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    resolved: str | None = None
    keys: set[tuple[str, ...]] = field(default_factory=set)
    at_home: bool = False
    """Whether it is a body that names the home state, or no state."""
    committee: bool = False
    """Whether it is a body of a place that does not stand for it, as a party committee."""

    def note(self, form: str) -> None:
        """The form is among those of the entity, once."""
        if form not in self.forms:
            self.forms.append(form)
