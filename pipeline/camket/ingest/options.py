"""How documents are to be read, and the limits of reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`ocr` says when to read pages as pictures; limits are in bytes, pages and pixels."""

    ocr: Literal["auto", "always", "never"] = "auto"
    max_bytes: int = 200_000_000
    max_pages: int = 2_000
    max_pixels: int = 120_000_000
