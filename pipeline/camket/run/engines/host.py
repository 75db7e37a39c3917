"""A process that reads documents for a worker of a cluster, with a supervisor of its own.

A Dask worker may have no children that multiprocessing knows of, and a fault in one of its threads is a fault of the
worker. So it keeps a host, which is ended by the end of their connection, whoever ends first.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread

from camket.errors import CamketError
from camket.records import Outcome
from camket.run.engines.parcel import Parcel
from camket.run.inputs import Input
from camket.run.supervisor import Supervisor

_IDLE_SECONDS = 120.0
"""A host that hears of no document for so long ends: the run may be gone."""

Answer = list[tuple[Input, Outcome]]


def opened(sealed: bytes) -> Answer:
    """What a host has told, which those between hand on as it is; raises the CamketError by which nothing can be read."""
    told: Answer | CamketError = pickle.loads(sealed)  # noqa: S301 - of a worker of the cluster, whose code we run
    if isinstance(told, CamketError):
        raise told
    return told


class Host:
    """A host as the worker of the cluster sees it."""

    def __init__(self, parcel: Parcel) -> None:
        self._pipe, theirs = Pipe()
        self._process = subprocess.Popen(  # noqa: S603 - this Python, and this module
            [sys.executable, "-c", f"from {__name__} import main; main({theirs.fileno()})"],
            pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._pipe.send(parcel)

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def read(self, batch: list[Input]) -> bytes:
        """Every document of the batch with its outcome, sealed; EOFError or OSError where the host has ended."""
        self._pipe.send(batch)
        return self._pipe.recv_bytes()

    def end(self) -> None:
        """It ends with its workers, in its own time."""
        self._pipe.close()
        Thread(target=self._process.wait, daemon=True).start()  # so that it leaves no zombie


def main(descriptor: int) -> None:
    """Answers each batch that is heard, until nothing is for a while or the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(descriptor)
    heard: SimpleQueue[list[Input]] = SimpleQueue()
    parcel: Parcel = pipe.recv()
    with TemporaryDirectory(prefix="camket-") as folder:
        supervisor = Supervisor(parcel.unpack(Path(folder)), parcel.bounds)
        Thread(target=_listen, args=(pipe, heard, partial(_leave, supervisor, folder)), daemon=True).start()
        with suppress(Empty, OSError):
            while True:
                pipe.send_bytes(
                    pickle.dumps(_answer(supervisor, heard.get(timeout=_IDLE_SECONDS)), pickle.HIGHEST_PROTOCOL)
                )
        supervisor.end()


def _answer(supervisor: Supervisor, batch: list[Input]) -> Answer | CamketError:
    try:
        return list(supervisor.read(batch))
    except CamketError as error:
        return error


def _listen(pipe: Connection, heard: SimpleQueue[list[Input]], leave: Callable[[], None]) -> None:
    """What comes is put into `heard`; when nothing more can come, this process ends whatever it does."""
    try:
        while True:
            heard.put(pipe.recv())
    except (EOFError, OSError):
        leave()


def _leave(supervisor: Supervisor, folder: str) -> None:
    with suppress(OSError, ValueError):  # the other thread may be at work with them
        supervisor.end()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
