"""How a run goes, told to people in a terminal, to a log, or to a program."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from camket.files import to_json
from camket.records import Outcome, Status
from camket.run.batch import Summary, Watcher

if TYPE_CHECKING:
    from rich.progress import Progress

_SLOW = 1.0
"""Seconds from which a document is told as a slow one."""
CAUSES = {
    "new": "new", "changed": "changed", "again": "not read before", "rules": "by other rules",
    "options": "by other options", "version": "by another camket",
}  # fmt: skip
"""Why documents are read by a run, as people read it."""


def _worth_telling(outcome: Outcome) -> bool:
    return outcome.status is Status.PARTIAL or not outcome.status.read


class Lines(Watcher):
    """A line for each document that could not be read whole: what a log should hold."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def done(self, outcome: Outcome) -> None:
        """A document is told if something is wrong with it."""
        if _worth_telling(outcome):
            self._stream.write(f"{outcome.status.value}: {outcome.message}\n")
            self._stream.flush()


class Bar(Watcher):
    """A bar with documents per second, time left and failures so far, and above it a line for each that failed."""

    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only terminals need it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._failed = 0
        self._progress: Progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
            console=Console(stderr=True, highlight=False, markup=False), transient=True,
        )  # fmt: skip
        self._task = self._progress.add_task("reading", total=None, rate="", failed="")

    def begin(self, total: int) -> None:
        """The bar shows."""
        self._progress.update(self._task, total=total)
        self._progress.start()

    def passed(self, files: int) -> None:
        """The bar stands at `files`."""
        speed = self._progress.tasks[0].speed
        self._progress.update(self._task, completed=files, rate=f"{speed:.0f}/s" if speed else "")

    def done(self, outcome: Outcome) -> None:
        """A document is told if something is wrong with it."""
        if _worth_telling(outcome):
            self._progress.console.print(f"{outcome.status.value}: {outcome.message}")
        if not outcome.status.read:
            self._failed += 1
            self._progress.update(self._task, failed=f"{self._failed} failed")

    def write(self) -> None:
        """The bar says that the files are being written."""
        self._progress.update(self._task, description="writing")

    def end(self) -> None:
        """The bar is gone."""
        self._progress.stop()


class Events(Watcher):
    """A JSON object a line for each thing that happens: `event` is begin, document, write or end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self, total: int) -> None:
        """How many files there are."""
        self._tell("begin", {"total": total})

    def done(self, outcome: Outcome) -> None:
        """What became of a document."""
        self._tell("document", {
            "path": outcome.path, "status": outcome.status.value, "stage": str(outcome.stage), "reason": outcome.reason,
            "message": outcome.message, "seconds": outcome.seconds, "agreements": outcome.agreements,
            "commitments": outcome.commitments,
        })  # fmt: skip

    def write(self) -> None:
        """All is read."""
        self._tell("write", {})

    def end(self, summary: Summary) -> None:
        """How the run ended."""
        told = asdict(summary) | {"output": str(summary.output), "exit_code": int(summary.exit_code)}
        self._tell("end", told)

    def _tell(self, event: str, told: dict[str, Any]) -> None:
        self._stream.write(f"{to_json({'event': event, **told})}\n")
        self._stream.flush()


def summary_lines(summary: Summary) -> list[str]:
    """What a person wants to know at the end."""
    counts = ", ".join(f"{number:,} {status}" for status, number in sorted(summary.counts.items()))
    found = f"{summary.agreements:,} agreements, {summary.commitments:,} commitments"
    lines = [f"{sum(summary.counts.values()):,} documents ({counts}) in {summary.seconds:.0f} s: {found}"]
    if "unchanged" in summary.counts and summary.causes:
        lines.append(
            "read in this run: " + ", ".join(f"{number:,} {CAUSES[one]}" for one, number in summary.causes.items())
        )
    if summary.gone:
        lines.append(f"{summary.gone:,} files of the run before are no more, and their results neither")
    lines += [
        f"someone wrote in a sheet: it is kept as {name}; `camket review apply` reads it" for name in summary.kept
    ]
    slow = [f"{name} {seconds:.1f} s" for name, seconds in summary.slowest if seconds >= _SLOW]
    if slow:
        lines.append(f"slowest: {', '.join(slow)}")
    lines.append(
        f"results in {summary.output}: report.html, agreements.csv, commitments.csv, review.xlsx, records.jsonl"
    )
    return lines
