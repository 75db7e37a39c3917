"""The commands `camket review ...`: values are checked in sheets, and what was decided counts for ever after.

Heavy imports are inside the commands, as in cli.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from camket.labels import Language

review_app = typer.Typer(help="Check what was found, and keep every decision.", rich_markup_mode=None,
                         no_args_is_help=True)  # fmt: skip


class Lang(StrEnum):
    """The languages of sheets, as options have them."""

    EN = "en"
    VI = "vi"


LangOption = Annotated[
    Lang | None, typer.Option("--lang", help="Language of the sheets; without it, that of the run before.")
]


def language_named(lang: Lang | None) -> Language | None:
    """The language of an option."""
    from camket.labels import Language  # noqa: PLC0415

    return None if lang is None else Language(lang.value)


@review_app.callback()
def review() -> None:
    """Check what was found, and keep every decision."""
