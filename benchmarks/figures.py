"""docs/performance.md: a section for each benchmark, which writes its own anew and leaves those of others."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def put(heading: str, told: str) -> None:
    """The section with this heading says what is `told`, in its place, or at the end where there was none."""
    first, *sections = re.split(r"^(?=## )", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    section = f"## {heading}\n{told.strip()}\n\n"
    at = next((at for at, one in enumerate(sections) if one.startswith(f"## {heading}\n")), len(sections))
    sections[at : at + 1] = [section]
    PAGE.write_text((first + "".join(sections)).rstrip() + "\n", encoding="utf-8")
