"""Measures what a second worker of a Dask cluster gains, and what client and scheduler cost beside the reading.

    .venv/bin/python benchmarks/engines.py [--documents 5000] [--pairs 3] [--write]

A pair is a run by one worker with one thread and the same by two, one after the other, each from cold; what is told is the
median of the pairs. The gain is in time on the clock, from the first document that was read to the last, so it wants a
machine with two processors that does nothing else; costs are processor time, which other work changes little. `--write`
puts the figures into docs/performance.md.
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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: seconds on the clock, and seconds of processor time of its parts."""

    clock: float
    client: float
    scheduler: float
    workers: float
    readers: float
    memory: float


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
    options.add_argument("--documents", type=int, default=5_000)
    options.add_argument("--pairs", type=int, default=3)
    options.add_argument("--write", action="store_true")
    options.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        return child(*asked.child)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        articles(base / "in", asked.documents)
        pairs = [(measured(base, 1), measured(base, 2)) for _ in range(asked.pairs)]
    gain = statistics.median(one.clock / two.clock for one, two in pairs)
    told = section(pairs, asked.documents, gain)
    print(told)
    if asked.write:
        put("A Dask cluster", told)
    return int(gain < GAIN)


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
        readers = sum(_spent(child) for one in processes for child in one.children(recursive=True))
        return Measured(clock, spent, scheduler, sum(others), readers, memory)


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[psutil.Process]]]:
    """The address of a scheduler, with its process and those of its workers."""
    told = folder / "scheduler.json"
    here = [*_command("scheduler"), "--host", "127.0.0.1", "--port", "0", "--scheduler-file", told]
    own = [*_command("worker"), "--nthreads", "1", "--no-nanny", "--scheduler-file", told, "--local-directory", folder]
    processes = [psutil.Popen(command, stderr=subprocess.DEVNULL) for command in (here, *[own] * workers)]
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
    """Processor time of a process; one that has ended has that of its own children too."""
    times = process.cpu_times()
    ended = process.status() == psutil.STATUS_ZOMBIE
    return float(times.user + times.system + (times.children_user + times.children_system if ended else 0.0))


def section(pairs: list[tuple[Measured, Measured]], number: int, gain: float) -> str:
    """What docs/performance.md says of a Dask cluster."""
    runs = [one for pair in pairs for one in pair]

    def each(name: str) -> str:
        return f"{statistics.median(getattr(one, name) for one in runs) / number * 1000:.2f} ms"

    clocks = ", ".join(f"{one.clock:.0f} s and {two.clock:.0f} s" for one, two in pairs)
    return f"""Measured by `benchmarks/engines.py` over {number:,} articles, one worker with one thread and two, scheduler, workers and
client on one machine with {os.cpu_count()} processors, whose load was {os.getloadavg()[2]:.1f}.

| what | measured | goal |
|---|---|---|
| two workers, times one, median of {len(pairs)} pairs | {gain:.2f} | {GAIN} |
| processor time of a document: reading it | {each("readers")} | |
| the Dask workers that hand it on | {each("workers")} | |
| the scheduler | {each("scheduler")} | |
| the client, its journal and outputs | {each("client")} | |
| memory of the client | {max(one.memory for one in runs):.0f} MB | |

The pairs took {clocks}.
"""


if __name__ == "__main__":
    sys.exit(main())
