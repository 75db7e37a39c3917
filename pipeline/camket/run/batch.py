"""A run: a folder of documents to a folder of results, which can be taken up again where it stopped."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from camket.errors import ExitCode, InUseError, OutputError
from camket.ingest import ReadOptions
from camket.records import Outcome, Status
from camket.rulefiles import rules_dir, rules_hash
from camket.run.flow import Kit
from camket.run.inputs import Input, content_hash, find_inputs
from camket.run.journal import Journal
from camket.run.workers import outcomes
from camket.write import write_views
from camket.write.files import write_json

_LIBRARIES = ("underthesea", "spacy", "pdfplumber", "pypdfium2", "pandas", "trafilatura", "mammoth", "tesserocr")


@dataclass(frozen=True, slots=True)
class Job:
    """What `camket run` is asked to do; `timeout` is in seconds for one document."""

    inputs: tuple[Path, ...]
    output: Path
    workers: int = 1
    timeout: float = 300.0
    options: ReadOptions = field(default_factory=ReadOptions)
    rules: Path | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended: how many inputs in each status, how many agreements and commitments, seconds."""

    counts: dict[str, int]
    agreements: int
    commitments: int
    seconds: float
    output: Path

    @property
    def exit_code(self) -> ExitCode:
        """0 where every document was read, else 1."""
        return ExitCode.OK if all(Status(status).read for status in self.counts) else ExitCode.SOME_FAILED


def run(job: Job, progress: Callable[[Outcome], None] = lambda _: None) -> Summary:
    """Every input of `job` ends once in the ledger, and the results stand in its output folder.

    Raises UsageError (no input), RuleError (rules of the user's own), OutputError (cannot write) and InUseError (another run writes there).
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only whole runs need it

    start = time.perf_counter()
    inputs = [replace(one, content=content_hash(one.path)) for one in find_inputs(job.inputs)]
    if job.rules is not None:
        Kit.open(job.rules)
    try:
        job.output.mkdir(parents=True, exist_ok=True)
        lock = FileLock(job.output / ".lock", timeout=0)
        with lock:
            return _run(job, inputs, start, progress)
    except Timeout:
        raise InUseError(f"{job.output}: another run is writing here; wait for it or give another folder") from None
    except OSError as error:
        raise OutputError(f"{job.output}: cannot write here: {error.strerror or error}") from error


def _run(job: Job, inputs: list[Input], start: float, progress: Callable[[Outcome], None]) -> Summary:
    rules = job.rules or rules_dir()
    made_with = f"{_version('camket')} {rules_hash(rules)} {job.options}"
    originals = _originals(inputs)
    with Journal.open(job.output, made_with) as journal:
        todo = [missing for one in originals for missing in journal.missing(one)]
        for one, outcome in outcomes(todo, rules, job.options, job.workers, job.timeout):
            told = outcome if outcome.id or one.inner else replace(outcome, id=one.content)
            journal.add(one, told)
            progress(told)
    ledger = journal.settle(inputs, originals)
    write_views(job.output)
    counts = Counter(line["status"] for line in ledger)
    summary = Summary(dict(counts), sum(line["agreements"] for line in ledger),
                      sum(line["commitments"] for line in ledger), round(time.perf_counter() - start, 1), job.output)  # fmt: skip
    write_json(job.output / "run.json", _run_info(job, summary, rules))
    return summary


def _originals(inputs: Iterable[Input]) -> list[Input]:
    """The first input of each content; those that are empty or cannot be read are no copies of each other."""
    first: dict[str, Input] = {}
    for one in inputs:
        first.setdefault(one.content or one.name, one)
    return list(first.values())


def _run_info(job: Job, summary: Summary, rules: Path) -> dict[str, Any]:
    return {
        "camket": _version("camket"),
        "rules": rules_hash(rules),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "options": {"inputs": [path.as_posix() for path in job.inputs], "workers": job.workers,
                    "timeout": job.timeout, **asdict(job.options)},
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": summary.seconds,
        "counts": summary.counts,
        "agreements": summary.agreements,
        "commitments": summary.commitments,
    }  # fmt: skip


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
