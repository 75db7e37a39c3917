"""A run in a process of its own, that tests can kill: `python -m tests.run.runner INPUT -o OUTPUT`.

Its documents are read by a fake: one that notes each reading beside the input and finds nothing, or another one.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from camket.errors import CamketError
from camket.run import worker
from camket.run.batch import Job, run
from camket.run.commit import placed
from camket.run.engines import Executor, dask, engine
from camket.run.supervisor import Bounds, Setup
from camket.storage import located
from tests.run import faults, readers

READERS: dict[str, worker.Opener] = {
    "noting": readers.noting, "plain": readers.plain, "unhurried": readers.unhurried, "elsewhere": readers.elsewhere, "faulty": faults.faulty, "once": faults.once, "real": worker.open_reader,
}  # fmt: skip


def main() -> int:
    """The exit code of the run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=located)
    parser.add_argument("-o", dest="output")
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=300.0)
    parser.add_argument("--memory", type=int, default=2 << 30)
    parser.add_argument("--reader", choices=READERS, default="noting")
    parser.add_argument("--scheduler", default="")
    told = parser.parse_args()
    make = engine("dask" if told.scheduler else "local", told.scheduler)
    dask.CONNECT_SECONDS = float(os.environ.get("CAMKET_CONNECT_SECONDS", dask.CONNECT_SECONDS))

    def executor(setup: Setup, bounds: Bounds) -> Executor:
        return make(replace(setup, opener=READERS[told.reader]), bounds)

    output, target = placed(told.output, told.journal)
    bounds = Bounds(told.workers, told.timeout, told.memory)
    try:
        return int(run(Job((told.source,), output, bounds, target=target), executor=executor).exit_code)
    except CamketError as error:
        sys.stderr.write(f"{error}\n")
        return int(error.exit_code)


if __name__ == "__main__":
    sys.exit(main())
