"""The commands `camket review ...`: values are checked in sheets, and what was decided counts for ever after.

Heavy imports are inside the commands, as in cli.py.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from camket.errors import OutputError

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


FolderArgument = Annotated[Path, typer.Argument(help="Folder of a run's results.", metavar="DIR")]


@review_app.command()
def sheet(folder: FolderArgument, lang: LangOption = None) -> None:
    """Write the sheets anew, with what was decided so far filled in."""
    from camket.review.sheet import write  # noqa: PLC0415

    try:
        kept = write(folder, language_named(lang))
    except OSError as error:
        raise OutputError(f"{folder}: cannot write here: {error.strerror or error}") from error
    for name in kept:
        typer.echo(f"someone wrote in a sheet: it is kept as {name}; `camket review apply` reads it")
    typer.echo(f"{folder / 'review.xlsx'} and review.csv hold what is to be decided first")


@review_app.command()
def apply(
    sheets: Annotated[list[Path], typer.Argument(help="Sheets of review, .xlsx or .csv.", metavar="SHEET...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder of the run's results.", metavar="DIR")],
    reviewer: Annotated[str, typer.Option(help="Who decided, where a row does not say.", metavar="NAME")] = "",
) -> None:
    """Read sheets back: decisions are kept, and reviewed.jsonl is made anew; rows with faults are told."""
    from camket.review.apply import FAULTS  # noqa: PLC0415
    from camket.review.apply import apply as apply_sheets  # noqa: PLC0415

    try:
        done = apply_sheets(sheets, output, " ".join(reviewer.split()))
    except OSError as error:
        raise OutputError(f"{output}: cannot write here: {error.strerror or error}") from error
    for fault in done.faults:
        typer.echo(str(fault), err=True)
    for told in done.read:
        typer.echo(told)
    for path, one in done.conflicts:
        said = "; ".join(f"{decision.reviewer}: {decision.verdict.value}" for decision in one.decisions)
        typer.echo(f"conflict: {path}: {one.key.field} {one.decisions[0].value!r}: {said}")
    typer.echo(
        f"{len(done.decisions):,} decisions applied, {done.standing:,} stood already, {len(done.faults):,} faults"
    )
    if done.faults:
        typer.echo(f"put the rows in {output / FAULTS} right and apply it, or apply the sheet again", err=True)
    raise typer.Exit(done.exit_code)


@review_app.command()
def stats(
    folder: FolderArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,  # noqa: FBT002
) -> None:
    """Tell how often rules and fields are right by all decisions, what is open, and how far reviewers agree."""
    from camket.review import stats as measure  # noqa: PLC0415

    found = measure.stats(folder)
    told = json.dumps(found.to_json(), ensure_ascii=False, indent=1) if as_json else "\n".join(measure.lines(found))
    typer.echo(told)


@review_app.command()
def serve(
    folder: FolderArgument,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes any free one.")] = 8765,
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    allow_remote: Annotated[  # noqa: FBT002
        bool, typer.Option("--allow-remote", help="Listen at a --host that others in the network can reach.")
    ] = False,
    reviewer: Annotated[str, typer.Option(help="Whose decisions they are, unless the page is told.")] = "",
    lang: Annotated[Lang, typer.Option(help="Language of the page at first.")] = Lang.EN,
    originals: Annotated[
        Path | None, typer.Option(help="Folder of the original files, where they have moved since the run.")
    ] = None,
) -> None:
    """Serve a page on this machine on which people decide on the values of DIR, until Ctrl-C."""
    from camket.review.page import need  # noqa: PLC0415

    need()
    from camket.labels import Language  # noqa: PLC0415
    from camket.review.page.app import Settings  # noqa: PLC0415
    from camket.review.page.server import serve as serve_page  # noqa: PLC0415

    settings = Settings(folder, reviewer, language_named(lang) or Language.ENGLISH, originals)
    serve_page(settings, host, port, remote=allow_remote, ready=lambda address: typer.echo(f"review at {address}"))
