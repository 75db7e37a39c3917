"""Sheets applied: their decisions are in decisions.jsonl, and reviewed.jsonl is made anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from camket.decisions import Decision, DecisionLog, Verdict
from camket.errors import ExitCode, UsageError
from camket.files import whole
from camket.judgement import Judged
from camket.labels import Labels, names, plain
from camket.review.check import WHOLE, Asked, Case, RowFaultError, asked
from camket.review.dates import is_month_first
from camket.review.sheets import SheetRow, read_rows
from camket.run.held import held
from camket.write import RECORDS, handwork, published, write_reviewed
from camket.write.review_rows import REVIEW_COLUMNS
from camket.write.sheets import Csv

FAULTS = "review-faults.csv"
"""The rows that could not be applied, to be put right and applied themselves."""


class Fault(NamedTuple):
    """A row that could not be applied, and why."""

    row: SheetRow
    column: str
    message: str

    def __str__(self) -> str:
        """Where it stands, as a spreadsheet names it, and what is wrong."""
        letter = self.row.letters.get(self.column)
        cell = f"cell {letter}{self.row.number}" if letter else f"row {self.row.number}"
        return f"{self.row.sheet}, {cell} ({self.column}): {self.message}"


@dataclass
class Applied:
    """What became of the rows of sheets: decisions that were added, rows that said what stood already, and faults.

    `read` are dates that a spreadsheet had made its own, as they were understood; `conflicts` the values in the documents
    concerned on which reviewers disagree, with the paths of these.
    """

    decisions: list[Decision] = field(default_factory=list)
    standing: int = 0
    faults: list[Fault] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, Judged]] = field(default_factory=list)

    @property
    def exit_code(self) -> ExitCode:
        """1 where a row could not be applied."""
        return ExitCode.SOME_FAILED if self.faults else ExitCode.OK


def apply(sheets: Sequence[Path], folder: Path, reviewer: str = "") -> Applied:
    """What `sheets` decide on the records of `folder` is decided; rows with faults are told, the others count.

    Raises UsageError (no records, no sheet of review), InUseError (a run is writing there) and OSError.
    """
    if not (folder / RECORDS).is_file():
        raise UsageError(f"{folder}: there is no {RECORDS} here; run `camket run INPUT -o {folder}` first")
    applied = Applied()
    rows: list[Asked] = []
    for sheet in sheets:
        rows += _asked(sheet, applied)
    with held(folder):
        log = DecisionLog(folder)
        _decide(folder, log, rows, reviewer, applied)
        if applied.decisions:
            log.add(applied.decisions)
        index = log.index()
        if index:
            write_reviewed(folder, index)
        _write_faults(folder, applied.faults)
        if not applied.faults:
            for sheet in sheets:
                handwork.remember_applied(folder, sheet)
    return applied


def _asked(sheet: Path, applied: Applied) -> list[Asked]:
    """The rows of a sheet that ask for something."""
    found = []
    month_first = False
    for row in read_rows(sheet):
        month_first = month_first or is_month_first(row.get("normalised"))
        try:
            one = asked(row)
        except RowFaultError as error:
            applied.faults.append(Fault(row, error.column, str(error)))
            continue
        if one is not None:
            found.append(one)
    return [one._replace(month_first=month_first) for one in found]


def _decide(folder: Path, log: DecisionLog, rows: Sequence[Asked], reviewer: str, applied: Applied) -> None:
    """`applied` has what `rows` decide, in their order."""
    index = log.index()
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(rows):
        waiting[one.document or one.path].append(number)
    told: dict[int, list[Decision]] = {}
    for line in published(folder):
        if not waiting:
            break
        record = json.loads(line.record)
        about = record["document"]
        numbers = sorted([*waiting.pop(about["id"], ()), *waiting.pop(about["path"], ())])
        if not numbers:
            continue
        case = Case(record, line.source, index.of(about["id"]), reviewer, at)
        made = _of_document(case, [(number, rows[number]) for number in numbers], applied)
        told |= made
        new = [decision for number in sorted(made) for decision in made[number]]
        applied.conflicts += [(about["path"], one) for one in case.conflicts(new)]
    for numbers in waiting.values():
        for number in numbers:
            column = "key" if rows[number].document else "document"
            applied.faults.append(Fault(rows[number].row, column, "the results have no such document"))
    applied.decisions += [decision for number in sorted(told) for decision in told[number]]
    places = {id(one.row): number for number, one in enumerate(rows)}
    applied.faults.sort(key=lambda fault: (fault.row.sheet, fault.row.number, places.get(id(fault.row), 0)))


def _of_document(case: Case, rows: Iterable[tuple[int, Asked]], applied: Applied) -> dict[int, list[Decision]]:
    """The decisions of each row; agreements and commitments are added before what belongs to them."""
    made: dict[int, list[Decision]] = {}
    said: dict[tuple[str, str], tuple[SheetRow, Decision]] = {}
    for number, one in sorted(rows, key=lambda pair: (_turn(pair[1]), pair[0])):
        try:
            decisions = case.decide(one)
        except RowFaultError as error:
            applied.faults.append(Fault(one.row, error.column, str(error)))
            continue
        before = [
            said.setdefault((str(decision.key), decision.reviewer), (one.row, decision)) for decision in decisions
        ]
        clash = next((row for (row, old), new in zip(before, decisions, strict=True) if old.result != new.result), None)
        if clash:
            told = f"{clash.sheet}, row {clash.number} decides otherwise on the same value"
            applied.faults.append(Fault(one.row, "decision", told))
            continue
        fresh = [new for (_, old), new in zip(before, decisions, strict=True) if old is new]
        applied.standing += not fresh
        made[number] = fresh
        if fresh and "correction" in one.row.dates and one.verdict in {Verdict.FIX, Verdict.ADD}:
            cell = f"{one.row.sheet}, cell {one.row.letters['correction']}{one.row.number}"
            applied.read.append(f"{cell}: a date of the spreadsheet, read as {fresh[0].correction or fresh[0].value}")
    return made


def _turn(one: Asked) -> int:
    """When a row is looked at: agreements and commitments are added before what belongs to them."""
    if one.verdict is not Verdict.ADD:
        return 0
    return 1 if names("fields").get(plain(one.row.get("field"))) in WHOLE else 2


def _write_faults(folder: Path, faults: Sequence[Fault]) -> None:
    """The rows with faults stand in a sheet of their own, with what is wrong with each."""
    if not faults:
        return
    handwork.keep_edited(folder, [FAULTS])
    labels = Labels.of(handwork.language_of(folder))
    columns = ("fault", *REVIEW_COLUMNS)
    with whole(folder / FAULTS) as file:
        sheet = Csv(file, columns, [labels.columns[one] for one in columns])
        sheet.add({**dict.fromkeys(columns, ""), **one.row.cells, "fault": str(one)} for one in faults)
        sheet.close()
    handwork.remember(folder, [FAULTS], handwork.language_of(folder))
