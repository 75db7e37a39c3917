"""A run: folders of documents to a folder of results, which can be taken up again where it stopped."""

from __future__ import annotations

import shutil
import signal
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
from typing import Any

from camket.decisions import DecisionLog
from camket.errors import KEPT, ExitCode, InterruptedRunError, OutputError
from camket.files import write_json, write_jsonl
from camket.ingest import ReadOptions
from camket.labels import Language
from camket.records import Outcome, Status
from camket.rulefiles import rules_dir, rules_hash
from camket.run.commit import NOTE, check, commit
from camket.run.engines import Engine, Executor
from camket.run.engines.parcel import LIBRARIES, version_of
from camket.run.held import held
from camket.run.inputs import Input, Sources, hashed
from camket.run.journal import Journal, Recipe
from camket.run.lease import leased
from camket.run.supervisor import Bounds, Setup, Supervisor
from camket.run.worker import open_reader
from camket.storage import Remote
from camket.write import REVIEWED, SHEETS, Published, Review, handwork, outputs, publish

LEDGER, INFO, _RULES = "ledger.jsonl", "run.json", ".rules"
_SLOWEST = 5


@dataclass(frozen=True, slots=True)
class Job:
    """What `camket run` is asked to do; unless `gated`, documents are looked at whole whatever words stand in them.

    `language` is that of the sheets; without one they stay in that of the run before. Where there is a `target`, the
    results are put there from `output`, a folder of this machine that has the journal.
    """

    inputs: tuple[Path | Remote, ...]
    output: Path
    bounds: Bounds = field(default_factory=Bounds)
    options: ReadOptions = field(default_factory=ReadOptions)
    rules: Path | None = None
    gated: bool = True
    language: Language | None = None
    target: Remote | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended.

    `counts` has the number of inputs in each status, `causes` of those that were read because they are new or changed,
    or because the rules, the options or camket are; `gone` is how many inputs of the run before are no more;
    `slowest` are the documents that took longest, with their seconds; `kept` the names under which sheets stand now that
    someone wrote in.
    """

    counts: dict[str, int]
    causes: dict[str, int]
    gone: int
    agreements: int
    commitments: int
    seconds: float
    slowest: list[tuple[str, float]]
    output: Path | Remote
    kept: list[str] = field(default_factory=list)

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
    stops at once. Raises UsageError (no input, a broken decisions.jsonl), RuleError (rules with faults), OutputError (cannot write) and InUseError
    (another run writes there).
    """
    start = time.perf_counter()
    watcher = watcher or Watcher()
    sources = Sources.of(job.inputs, apart=job.target or job.output)
    if job.target is not None:
        check(job.target)
    try:
        job.output.mkdir(parents=True, exist_ok=True)
        with _alone(job) as check_alone, _copied(job.rules or rules_dir(), job.output) as rules:
            DecisionLog(job.output).index()  # what is wrong with it is told before anything is read
            recipe = Recipe(version_of("camket"), rules_hash(rules), f"{job.options}, gated={job.gated}")
            setup = Setup(rules, job.options, partial(open_reader, gated=job.gated))
            with Journal(job.output, recipe) as journal:
                _read(job, sources, journal, executor(setup, job.bounds), watcher)
                check_alone()
                watcher.write()
                review = Review(DecisionLog(job.output).index(), job.language or handwork.language_of(job.output))
                summary = _write(job, journal, review, start)
                write_json(job.output / INFO, _run_info(job, summary, recipe))
                if job.target is not None:
                    commit(job.output, job.target, (*outputs(review), LEDGER, INFO), check_alone)
                journal.finish()
                return summary
    except sqlite3.Error as error:
        raise OutputError(f"{job.output}: cannot write here: {error}; what was done is kept") from error
    except OSError as error:
        raise OutputError(
            f"{job.output}: cannot write here: {error.strerror or error}; what was done is kept"
        ) from error


@contextmanager
def _alone(job: Job) -> Iterator[Callable[[], None]]:
    """No other run writes where this one does; what is given raises InUseError where one does all the same."""
    with held(job.output) as folder:
        if job.target is None:
            yield folder.check
            return
        with leased(job.target.child(NOTE), job.output, job.target) as store:
            yield store.check


@contextmanager
def _copied(rules: Path, output: Path) -> Iterator[Path]:
    """A copy of the rules as they are now, by which every process reads: who edits them changes the next run.

    It stands in the output folder, so that the next run there clears away what a killed one left.
    """
    copy = output / _RULES
    shutil.rmtree(copy, ignore_errors=True)
    try:
        yield Path(shutil.copytree(rules, copy))
    finally:
        shutil.rmtree(copy, ignore_errors=True)


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


def _write(job: Job, journal: Journal, review: Review, start: float) -> Summary:
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
    fingerprint = f"{journal.fingerprint()} {review.decisions.digest} {review.language.value}"
    kept = []
    if not review.decisions:
        (job.output / REVIEWED).unlink(missing_ok=True)
    if not journal.published(job.output, fingerprint, SHEETS):
        kept = handwork.keep_edited(job.output, SHEETS)
        publish(job.output, _published(journal), review)
        handwork.remember(job.output, SHEETS, review.language)
        journal.remember(job.output, fingerprint, outputs(review))
    causes.pop("", None)
    seconds = round(time.perf_counter() - start, 1)
    return Summary(dict(counts), dict(causes), journal.gone(), found["agreements"], found["commitments"], seconds,
                   journal.slowest(_SLOWEST), job.target or job.output, kept)  # fmt: skip


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
