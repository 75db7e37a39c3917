"""The commands `camket review ...`: values are checked in sheets, and what was decided counts for ever after.

Heavy imports are inside the commands, as in cli.py.
"""

from __future__ import annotations

import typer

review_app = typer.Typer(help="Check what was found, and keep every decision.", rich_markup_mode=None,
                         no_args_is_help=True)  # fmt: skip


@review_app.callback()
def review() -> None:
    """Check what was found, and keep every decision."""
