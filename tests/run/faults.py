"""Readers that do what real ones have done on bad files, by the name of the document; each opened as the real one is."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zlib import compress

from camket.ingest import ReadOptions
from camket.records import Outcome, Stage, Status
from camket.run.inputs import Input
from camket.run.worker import Reader

PIDS = "pids"
"""Beside the documents: the processes that readers have left behind, one a line."""


Tell = Callable[[Stage], None]


def faulty(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader that reads a document, unless its name says what it does instead."""

    def read(one: Input, tell: Tell) -> Outcome:
        tell(Stage.READ)
        fault = FAULTS.get(Path(one.name).stem.partition("-")[0])
        if fault is not None:
            fault(one)
        return told(one)

    return read


def told(one: Input) -> Outcome:
    """What every good document is told to be here; nothing is looked for in it."""
    return Outcome(one.name, Status.OK, one.content, record="{}", source=compress(b"{}"))


def hang(_one: Input) -> None:
    """It waits for ever, and does not hear that it should end."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(60)


def segfault(_one: Input) -> None:
    """It reads where no memory is."""
    ctypes.string_at(0)


def kill(_one: Input) -> None:
    """The system kills it."""
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_one: Input) -> None:
    """It ends its process, as a library does that finds its state broken."""
    os._exit(7)


def sysexit(_one: Input) -> None:
    """It ends its process the polite way."""
    sys.exit(3)


def eat(_one: Input) -> None:
    """It takes memory, and holds it, without end."""
    held = []
    while True:
        held.append(b"x" * (32 << 20))
        time.sleep(0.01)


def ask(_one: Input) -> None:
    """It asks for more memory than there can be."""
    bytearray(1 << 62)


def leave_child(one: Input) -> None:
    """It starts a process that goes on when it has hung itself."""
    _child(one)
    hang(one)


def crash_with_child(one: Input) -> None:
    """It starts a process that goes on, holds all that it had open, and crashes."""
    _child(one)
    segfault(one)


def _child(one: Input) -> None:
    pid = os.fork()
    if pid == 0:
        time.sleep(600)
        os._exit(0)
    with (one.path.parent.parent / PIDS).open("a", encoding="ascii") as file:
        file.write(f"{pid}\n")


def kill_parent(_one: Input) -> None:
    """It takes down whoever started its process."""
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)


def fork(_one: Input) -> None:
    """It goes on twice, in its process and in a copy of it."""
    os.fork()


def shout(_one: Input) -> None:
    """It prints what is no business of anybody's."""
    os.write(1, b"\xff noise on standard output\n" * 1000)
    print("more noise")  # noqa: T201 - that is what it does


FAULTS: dict[str, Callable[[Input], None]] = {
    "hang": hang, "segfault": segfault, "kill": kill, "leave": leave, "sysexit": sysexit, "eat": eat, "ask": ask,
    "child": leave_child, "orphan": crash_with_child, "fork": fork, "parent": kill_parent, "shout": shout,
}  # fmt: skip


def once(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader that crashes the first time that it sees a document called "weak"."""

    def read(one: Input, _tell: Tell) -> Outcome:
        seen = one.path.parent.parent / f"{one.path.name}.seen"
        if one.path.stem == "weak" and not seen.exists():
            seen.touch()
            segfault(one)
        return told(one)

    return read


def slow(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader that takes its time, and says in which process."""

    def read(one: Input, _tell: Tell) -> Outcome:
        time.sleep(0.3)
        return Outcome(one.name, Status.OK, message=str(os.getpid()))

    return read


def broken_text(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader that finds one document in each, and gives all of them names and words that are no Unicode."""

    def read(one: Input, _tell: Tell) -> Outcome:
        inside = () if one.inner else ("\udcff\ud800.txt",)
        return Outcome(one.name, Status.OK, one.name, message="hỏng \ud800", members=inside,
                       record=json.dumps({"document": {"path": one.name}}), source=compress(b"{}"))  # fmt: skip

    return read
