"""One agreement, many documents: the agreements of all records of runs linked into one registry."""

from camket.registry.build import Summary, build

__all__ = ["Summary", "build"]
