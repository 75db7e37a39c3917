"""registry.html, for now: nothing."""

from __future__ import annotations

from typing import IO, Any


class Page:
    """The page of a registry."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, row: dict[str, Any], _source: bytes) -> None:
        """The page has the agreement."""

    def close(self, read: int) -> None:
        """The page is complete."""
