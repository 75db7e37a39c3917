"""How documents are to be read, and the limits of reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Literal, Self

from camket.errors import LimitError, UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one document may hold, or cost to open; a breach is told with the name of its limit here."""

    file_bytes: int = 200_000_000
    pages: int = 2_000
    page_pixels: int = 120_000_000
    unpacked_bytes: int = 1_000_000_000
    part_bytes: int = 100_000_000
    members: int = 10_000
    nesting: int = 4
    convert_seconds: int = 120

    @classmethod
    def of(cls, settings: Iterable[str]) -> Self:
        """The limits, some set as in `pages=5000`; UsageError for an unknown name or no whole number above 0."""
        names = [one.name for one in fields(cls)]
        chosen: dict[str, int] = {}
        for setting in settings:
            name, _, value = setting.partition("=")
            if name not in names or not value.isdecimal() or int(value) == 0:
                raise UsageError(f"--limit {setting}: give NAME=NUMBER with a name of {', '.join(names)}")
            chosen[name] = int(value)
        return cls(**chosen)

    def check(self, limit: str, found: int, name: str) -> None:
        """LimitError where `found` is over the limit called `limit`, for the document `name`."""
        breach = self.breach(limit, found, name)
        if breach is not None:
            raise breach

    def breach(self, limit: str, found: int, name: str) -> LimitError | None:
        """The error that tells of `found` over the limit called `limit`, for the document `name`; None where it is not."""
        most: int = getattr(self, limit)
        if found <= most:
            return None
        return LimitError(
            f"{name}: {found:,} is over the limit {limit} of {most:,}; raise it with --limit {limit}={found}"
        )


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`ocr` says when to read pages as pictures."""

    ocr: Literal["auto", "always", "never"] = "auto"
    limits: Limits = field(default_factory=Limits)
