"""A run: folders of documents to a folder of results, which can be taken up again where it stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from camket.errors import KEPT, ExitCode, InterruptedRunError, InUseError, OutputError
from camket.files import write_json, write_jsonl
from camket.ingest import ReadOptions
from camket.records import Outcome, Status
from camket.rulefiles import rules_dir, rules_hash
from camket.run.commit import check, commit
from camket.run.engines import Engine, Executor
from camket.run.engines.parcel import LIBRARIES, version_of
from camket.run.inputs import Input, Sources, hashed
from camket.run.journal import Journal, Recipe
from camket.run.supervisor import Bounds, Setup, Supervisor
from camket.run.worker import open_reader
from camket.storage import Remote
from camket.write import DOCUMENTS, RECORDS, VIEWS, Published, publish

LEDGER, INFO = "ledger.jsonl", "run.json"
_LOCK, _HOLDER = ".lock", ".lock.json"
_SLOWEST = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What `camket run` is asked to do; unless `gated`, documents are looked at whole whatever words stand in them.

    Where there is a `target`, the results are put there from `output`, a folder of this machine that has the journal.
    """

    inputs: tuple[Path | Remote, ...]
    output: Path
    bounds: Bounds = field(default_factory=Bounds)
    options: ReadOptions = field(default_factory=ReadOptions)
    rules: Path | None = None
    gated: bool = True
    target: Remote | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended.

    `counts` has the number of inputs in each status, `causes` of those that were read because they are new or changed,
    or because the rules, the options or camket are; `gone` is how many inputs of the run before are no more;
    `slowest` are the documents that took longest, with their seconds.
    """

    counts: dict[str, int]
    causes: dict[str, int]
    gone: int
    agreements: int
    commitments: int
    seconds: float
    slowest: list[tuple[str, float]]
    output: Path | Remote

    @property
    def exit_code(self) -> ExitCode:
        """0 where every document was read, else 1."""
        return ExitCode.OK if all(Status(status).read for status in self.counts) else ExitCode.SOME_FAILED


class Watcher:
    """Hears how a run goes; this one tells nothing."""

    def begin(self, total: int) -> None:
        """There are `total` files."""

    def passed(self, files: int) -> None:
        """So many files have been looked at by now: read, given to a worker, or known from before."""

    def done(self, outcome: Outcome) -> None:
        """A document was read, or could not be."""

    def write(self) -> None:
        """All is read; the files are being written."""


def run(job: Job, watcher: Watcher | None = None, executor: Engine = Supervisor) -> Summary:
    """Every input of `job` ends once in the ledger, and the results stand in its output folder.

    Ctrl-C (SIGINT) or SIGTERM lets the documents in flight be finished and raises InterruptedRunError; a second one
    stops at once. Raises UsageError (no input), RuleError (rules with faults), OutputError (cannot write) and InUseError
    (another run writes there).
    """
    start = time.perf_counter()
    watcher = watcher or Watcher()
    sources = Sources.of(job.inputs, apart=job.target or job.output)
    if job.target is not None:
        check(job.target)
    try:
        job.output.mkdir(parents=True, exist_ok=True)
        with _held(job.output), _copied(job.rules or rules_dir()) as rules:
            recipe = Recipe(version_of("camket"), rules_hash(rules), f"{job.options}, gated={job.gated}")
            setup = Setup(rules, job.options, partial(open_reader, gated=job.gated))
            with Journal(job.output, recipe) as journal:
                _read(job, sources, journal, executor(setup, job.bounds), watcher)
                watcher.write()
                summary = _write(job, journal, start)
                write_json(job.output / INFO, _run_info(job, summary, recipe))
                if job.target is not None:
                    commit(job.output, job.target, (LEDGER, INFO))
                journal.finish()
                return summary
    except sqlite3.Error as error:
        raise OutputError(f"{job.output}: cannot write here: {error}; what was done is kept") from error
    except OSError as error:
        raise OutputError(
            f"{job.output}: cannot write here: {error.strerror or error}; what was done is kept"
        ) from error


@contextmanager
def _copied(rules: Path) -> Iterator[Path]:
    """A copy of the rules as they are now, by which every process reads: who edits them changes the next run."""
    with TemporaryDirectory(prefix="camket-") as folder:
        yield Path(shutil.copytree(rules, Path(folder) / "rules"))


@contextmanager
def _held(output: Path) -> Iterator[None]:
    """No other process writes to `output`; the system lets go of the lock when the process ends, however it does."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only whole runs need it

    holder = output / _HOLDER
    try:
        with FileLock(output / _LOCK, timeout=0):
            since = datetime.now(UTC).isoformat(timespec="seconds")
            write_json(holder, {"process": os.getpid(), "host": socket.gethostname(), "since": since})
            yield
            holder.unlink(missing_ok=True)
    except Timeout:
        told = json.loads(holder.read_text(encoding="utf-8")) if holder.is_file() else {}
        who = f" (process {told['process']} on {told['host']}, since {told['since']})" if told else ""
        raise InUseError(f"{output}: another run{who} is writing here; wait for it or give another folder") from None


def _read(job: Job, sources: Sources, journal: Journal, executor: Executor, watcher: Watcher) -> None:
    """The journal knows what became of every input."""
    limits = job.options.limits
    watcher.begin(sum(1 for _ in sources))
    with closing(_todo(sources, journal, watcher)) as todo, _stopping(executor.stop):
        for one, outcome in executor.outcomes(todo):
            told = outcome
            if outcome.members:
                breach = limits.breach("members", journal.members_of(one) + len(outcome.members), one.name)
                if breach is not None:
                    told = Outcome(one.name, Status.of_reason(breach.reason), reason=breach.reason, message=str(breach))
                executor.add(one.member(name) for name in told.members)
            journal.add(one, told)
            watcher.done(told)
    if executor.stopped:
        raise InterruptedRunError(f"{job.target or job.output}: stopped; {KEPT}")


def _todo(sources: Sources, journal: Journal, watcher: Watcher) -> Generator[Input, None, None]:
    def known(one: Input) -> str:
        return journal.content_of(one.name, one.version)

    for number, one in enumerate(hashed(sources, known), 1):
        journal.saw(one.name, one.version, one.content)
        yield from journal.todo(one)
        watcher.passed(number)


@contextmanager
def _stopping(stop: Callable[[], None]) -> Iterator[None]:
    """The first SIGINT or SIGTERM calls `stop`, the next one interrupts; only the main thread may hear them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def heard(*_: object) -> None:
        stop()
        for one in before:
            signal.signal(one, signal.default_int_handler)

    before = {one: signal.signal(one, heard) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _write(job: Job, journal: Journal, start: float) -> Summary:
    """The outputs stand in their folder; records and views are left as they are where nothing in them has changed."""
    counts: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    found: Counter[str] = Counter()

    def ledger() -> Iterator[dict[str, Any]]:
        for line in journal.lines():
            told = line.ledger
            counts[told["status"]] += 1
            causes[told["cause"]] += 1
            found.update({"agreements": told["agreements"], "commitments": told["commitments"]})
            yield told

    write_jsonl(job.output / LEDGER, ledger())
    fingerprint = journal.fingerprint()
    if not journal.published(job.output, fingerprint):
        publish(job.output, _published(journal))
        journal.remember(job.output, fingerprint, (RECORDS, DOCUMENTS, *VIEWS))
    causes.pop("", None)
    seconds = round(time.perf_counter() - start, 1)
    return Summary(dict(counts), dict(causes), journal.gone(), found["agreements"], found["commitments"], seconds,
                   journal.slowest(_SLOWEST), job.target or job.output)  # fmt: skip


def _published(journal: Journal) -> Iterator[Published]:
    for line in journal.lines():
        if line.key is not None:
            record, source = journal.payload(line.key)
            yield Published(record, source, bool(line.ledger["agreements"] or line.ledger["commitments"]))


def _run_info(job: Job, summary: Summary, recipe: Recipe) -> dict[str, Any]:
    return {
        "camket": recipe.version,
        "rules": recipe.rules,
        "libraries": {name: version_of(name) for name in LIBRARIES},
        "options": {"inputs": [path.as_posix() for path in job.inputs], **asdict(job.bounds), **asdict(job.options)},
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        **{key: value for key, value in asdict(summary).items() if key != "output"},
    }
