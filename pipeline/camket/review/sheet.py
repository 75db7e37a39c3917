"""The sheets of a run written anew, with what was decided so far."""

from __future__ import annotations

from pathlib import Path

from camket.decisions import DecisionLog
from camket.errors import UsageError
from camket.labels import Language
from camket.run.held import held
from camket.write import RECORDS, SHEETS, Review, handwork, write_sheets


def write(folder: Path, language: Language | None = None) -> list[str]:
    """The sheets of `folder` are new; those that someone wrote in have the names that are given back.

    Without a language they stay in the one that they were in. Raises UsageError (no records) and InUseError (a run is
    writing there).
    """
    if not (folder / RECORDS).is_file():
        raise UsageError(f"{folder}: there is no {RECORDS} here; run `camket run INPUT -o {folder}` first")
    language = language or handwork.language_of(folder)
    with held(folder):
        kept = handwork.keep_edited(folder, SHEETS)
        write_sheets(folder, Review(DecisionLog(folder).index(), language))
        handwork.remember(folder, SHEETS, language)
    return kept
