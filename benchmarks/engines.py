"""Measures what a second worker of a Dask cluster gains, and what client and scheduler cost beside the reading.

    .venv/bin/python benchmarks/engines.py [--of articles agreements scans] [--pairs 3] [--write]

Each kind of document by itself: articles, full agreements as text, and pages that were scanned. A pair is a run by one
worker with one thread and the same by two, one after the other, each from cold; what is told is the median of the pairs.
The cluster has the settings of docs/dask.yaml. The gain is in time on the clock, from the first document that was read to
the last, so it wants a machine with two processors that does nothing else; costs are processor time, which other work
changes little. `--write` puts the figures into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pages
import psutil
from distributed import Client
from figures import put
from runs import articles

from camket.records import Outcome
from camket.run.batch import Job, Watcher, run
from camket.run.engines import engine
from camket.run.supervisor import Bounds

GAIN = 1.8
_LINGER_SECONDS = 3.0
"""Within this time the processes that read have ended, and told their times."""
_SETTINGS = pages.ROOT / "docs" / "dask.yaml"


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: seconds on the clock, and seconds of processor time of its parts."""

    clock: float
    client: float
    scheduler: float
    workers: float
    readers: float
    memory: float


@dataclass(frozen=True, slots=True)
class Gained:
    """Pairs of runs, by one worker and by two, over so many documents."""

    number: int
    pairs: list[tuple[Measured, Measured]]

    @property
    def runs(self) -> list[Measured]:
        """All runs of the pairs."""
        return [one for pair in self.pairs for one in pair]

    @property
    def gain(self) -> float:
        """How many times as fast two workers are as one."""
        return statistics.median(one.clock / two.clock for one, two in self.pairs)

    def each(self, part: str) -> str:
        """Processor time of a part, for a document."""
        return f"{statistics.median(getattr(one, part) for one in self.runs) / self.number * 1000:.2f} ms"


class Clock(Watcher):
    """Knows when the first document was read, and the last."""

    first = last = 0.0

    def done(self, outcome: Outcome) -> None:  # noqa: ARG002 - a watcher hears it
        """A document was read."""
        self.last = time.perf_counter()
        self.first = self.first or self.last


def main() -> int:
    """The figures are printed; 1 where the gain misses its goal."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--of", nargs="+", choices=list(KINDS), default=list(KINDS))
    options.add_argument("--pairs", type=int, default=3)
    options.add_argument("--write", action="store_true")
    options.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        return child(*asked.child)
    found = {kind: gained(kind, asked.pairs) for kind in asked.of}
    told = section(found)
    print(told)
    if asked.write:
        put("A Dask cluster", told)
    return int(any(one.gain < GAIN for one in found.values()))


def gained(kind: str, pairs: int) -> Gained:
    """Pairs of runs over documents of this kind."""
    make, number = KINDS[kind]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        make(base / "in", number)
        return Gained(number, [(measured(base, 1), measured(base, 2)) for _ in range(pairs)])


def agreements(folder: Path, number: int) -> None:
    """So many full agreements stand in `folder`, those of the corpus with other numbers in them."""
    folder.mkdir()
    own = [path.read_text(encoding="utf-8") for path in sorted((pages.ROOT / "corpus" / "agreements").glob("*.txt"))]
    for at in range(number):
        (folder / f"{at:06}.txt").write_text(f"{own[at % len(own)]}\n\nBản số {at}\n", encoding="utf-8")


def scans(folder: Path, number: int) -> None:
    """So many pages of the corpus stand in `folder`, printed and scanned."""
    folder.mkdir()
    conditions = ["skewed", "noisy", "jpeg40", "shadowed"]
    for at, page in enumerate(pages.printed(number // len(conditions), conditions, [200])):
        page.image.save(folder / f"{at:04}.png", dpi=(page.dpi, page.dpi))


def child(source: str, output: str, scheduler: str) -> int:
    """The client of a run; its time on the clock and its costs as JSON."""
    clock, before = Clock(), time.process_time()
    run(Job((Path(source),), Path(output), Bounds(0)), clock, engine("dask", scheduler))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([clock.last - clock.first, time.process_time() - before, held]))
    return 0


def measured(base: Path, workers: int) -> Measured:
    """A run over the documents in `base`/in by so many workers."""
    with tempfile.TemporaryDirectory(dir=base) as output, cluster(Path(output), workers) as (address, processes):
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(workers)
        begun = [_spent(one) for one in processes]
        done = subprocess.run([sys.executable, __file__, "--child", base / "in", Path(output) / "out", address],  # noqa: S603
                              check=True, stdout=subprocess.PIPE, text=True)  # fmt: skip
        clock, spent, memory = json.loads(done.stdout)
        time.sleep(_LINGER_SECONDS)
        scheduler, *others = (_spent(one) - before for one, before in zip(processes, begun, strict=True))
        readers = sum(_of_children(one) for one in processes)
        return Measured(clock, spent, scheduler, sum(others), readers, memory)


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[psutil.Process]]]:
    """The address of a scheduler, with its process and those of its workers."""
    told = folder / "scheduler.json"
    here = [*_command("scheduler"), "--host", "127.0.0.1", "--port", "0", "--scheduler-file", told]
    own = [*_command("worker"), "--nthreads", "1", "--memory-limit", "0", "--no-nanny",
           "--scheduler-file", told, "--local-directory", folder]  # fmt: skip
    settings = {**os.environ, "DASK_CONFIG": str(_SETTINGS)}
    processes = [psutil.Popen(command, env=settings, stderr=subprocess.DEVNULL) for command in (here, *[own] * workers)]
    try:
        yield _address(told), processes
    finally:
        for one in processes:
            one.terminate()
        for one in psutil.wait_procs(processes, timeout=_LINGER_SECONDS)[1]:  # a worker waits for its scheduler
            one.kill()


def _command(part: str) -> list[str]:
    return [sys.executable, "-m", f"distributed.cli.dask_{part}", "--no-dashboard"]


def _address(told: Path) -> str:
    while True:
        with suppress(FileNotFoundError, json.JSONDecodeError):
            address: str = json.loads(told.read_text(encoding="utf-8"))["address"]
            return address
        time.sleep(0.1)


def _spent(process: psutil.Process) -> float:
    """Processor time of a process, in seconds."""
    times = process.cpu_times()
    return float(times.user + times.system)


def _of_children(process: psutil.Process) -> float:
    """Processor time of its children that have ended, with all of theirs."""
    times = process.cpu_times()
    return float(times.children_user + times.children_system)


def section(found: dict[str, Gained]) -> str:
    """What docs/performance.md says of a Dask cluster."""

    def row(name: str, tell: Callable[[Gained], str], goal: str = "") -> str:
        return f"| {name} | {' | '.join(tell(one) for one in found.values())} | {goal} |"

    rows = (
        row("documents", lambda one: f"{one.number:,}"),
        row("two workers, times one", lambda one: f"{one.gain:.2f}", str(GAIN)),
        row("processor time of a document: reading it", lambda one: one.each("readers")),
        row("the Dask workers that hand it on", lambda one: one.each("workers")),
        row("the scheduler", lambda one: one.each("scheduler")),
        row("the client, its journal and outputs", lambda one: one.each("client")),
        row("memory of the client", lambda one: f"{max(run.memory for run in one.runs):.0f} MB"),
        row("seconds of the pairs", lambda one: ", ".join(f"{a.clock:.0f} and {b.clock:.0f}" for a, b in one.pairs)),
    )
    lines = "\n".join(rows)
    return f"""Measured by `benchmarks/engines.py`, one worker with one thread and two, scheduler, workers and client on one machine with
{os.cpu_count()} processors, whose load was {os.getloadavg()[2]:.1f}, the settings of docs/dask.yaml; medians.

| what | {" | ".join(found)} | goal |
|---{"|---" * len(found)}|---|
{lines}
"""


KINDS: dict[str, tuple[Callable[[Path, int], object], int]] = {
    "articles": (articles, 15_000), "agreements": (agreements, 1_000), "scans": (scans, 60),
}  # fmt: skip
"""How documents of each kind are made, and how many."""


if __name__ == "__main__":
    sys.exit(main())
