"""A worker process: reads the documents that it is given, one after another, until it is given no more."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from ctypes import c_int
from multiprocessing.connection import Connection
from pathlib import Path

from camket.errors import CamketError, UnreachableError
from camket.ingest import ReadOptions, quiet
from camket.records import Outcome, Stage, Status
from camket.run.inputs import Input
from camket.run.processes import stand_apart

STAGES = tuple(Stage)
Reader = Callable[[Input, Callable[[Stage], None]], Outcome]
"""What a worker does with a document; it tells each stage when it begins."""
Opener = Callable[[Path, ReadOptions], Reader]
"""Opens what a reader needs, once for many documents: rules and options."""
_COLLECT_AFTER = 20_000
"""Objects made before the collector looks for cycles; 700 is the default, and a page of PDF makes 4,000."""


def open_reader(rules: Path, options: ReadOptions, *, gated: bool = True) -> Reader:
    """The reader that finds agreements; RuleError where the rules have faults. `gated` as in Kit.open."""
    from camket.run.flow import Kit, process  # noqa: PLC0415 - only workers wait for spaCy and underthesea

    kit = Kit.open(rules, options, gated=gated)
    gc.freeze()  # what the kit holds lives as long as the process; to look through it again and again takes time
    return lambda one, tell: process(one, kit, tell)


def work(pipe: Connection, stage: c_int, opener: Opener, rules: Path, options: ReadOptions) -> None:
    """Says None when it is ready, or which error kept it from it; then an outcome for each input that it hears.

    A store that does not answer is told as the error that it is: no fault of the document.
    `stage` holds the place in STAGES of what it is doing, which tells where it stood if it dies.
    """
    stand_apart()
    own = os.getpid()
    quiet()
    try:
        reader = opener(rules, options)
    except CamketError as error:
        pipe.send(error)
        return
    gc.set_threshold(_COLLECT_AFTER)

    def tell(now: Stage) -> None:
        stage.value = STAGES.index(now)

    pipe.send(None)
    while (one := _heard(pipe)) is not None:
        try:
            outcome: Outcome | CamketError = reader(one, tell)
        except MemoryError:
            outcome = Outcome(one.name, Status.OUT_OF_MEMORY)
        except UnreachableError as error:
            outcome = error
        if os.getpid() != own:  # a copy of this process that a reader left running
            os._exit(0)
        pipe.send(outcome)


def _heard(pipe: Connection) -> Input | None:
    try:
        one: Input = pipe.recv()
    except (EOFError, ConnectionResetError):
        return None
    return one
