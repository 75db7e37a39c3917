"""The rules: read, checked, compiled to spaCy matchers, and run over the sentences of an analysis."""

from __future__ import annotations

from camket.match.finder import find, find_in
from camket.match.rulebook import Rule, Rulebook
from camket.match.units import units_of

__all__ = ["Rule", "Rulebook", "find", "find_in", "units_of"]
