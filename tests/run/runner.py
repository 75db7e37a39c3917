"""A run in a process of its own, that tests can kill: `python -m tests.run.runner INPUT OUTPUT [WORKERS]`.

Its documents are read by a fake that notes each reading beside the input, and finds nothing in most of them.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zlib import compress

from camket.errors import CamketError
from camket.ingest import ReadOptions
from camket.records import Outcome, Stage, Status
from camket.run.batch import Job, run
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup, Supervisor
from camket.run.worker import Reader

READ = "read.txt"
SECONDS = 0.004


def noting(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader whose records hold nothing but the text, after a while."""
    return noted


def noted(one: Input, _tell: Callable[[Stage], None]) -> Outcome:
    """The document is read, and noted as such."""
    time.sleep(SECONDS)
    note = os.open(one.path.parent.parent / READ, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(note, f"{one.name}\n".encode())
    os.close(note)
    record = {"document": {"path": one.name}, "agreements": [], "commitments": []}
    source = {"path": one.name, "text": one.path.read_text(encoding="utf-8"), "blocks": []}
    return Outcome(
        one.name, Status.OK, one.content, record=json.dumps(record), source=compress(json.dumps(source).encode())
    )


def supervised(setup: Setup, bounds: Bounds) -> Supervisor:
    """A supervisor whose workers note what they read."""
    return Supervisor(replace(setup, opener=noting), bounds)


if __name__ == "__main__":
    source, output, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 2
    try:
        run(Job((source,), output, Bounds(workers=workers)), executor=supervised)
    except CamketError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(int(error.exit_code))
