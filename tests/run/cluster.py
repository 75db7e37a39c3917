"""A Dask cluster of real processes on this machine, whose parts tests can kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self, TypeVar

import psutil

from tests.conftest import ROOT
from tests.run.processes import children

T = TypeVar("T")
_PATIENCE = 400.0
"""Seconds after which a test does not wait any longer."""


class Cluster:
    """A scheduler, and workers that each have a nanny and one thread; their output stands in `folder`."""

    def __init__(self, folder: Path, port: int = 0, environment: dict[str, str] | None = None) -> None:
        self.folder = folder
        self._file = folder / "scheduler.json"
        self._environment = {**os.environ, "PYTHONWARNINGS": "ignore", **(environment or {})}
        folder.mkdir(exist_ok=True)
        self._file.unlink(missing_ok=True)
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port))
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address: str = awaited(self._address)

    @classmethod
    @contextmanager
    def of(cls, folder: Path, workers: int = 2, environment: dict[str, str] | None = None) -> Iterator[Self]:
        """A cluster with workers, gone at the end."""
        cluster = cls(folder, environment=environment)
        try:
            for _ in range(workers):
                cluster.add_worker()
            yield cluster
        finally:
            cluster.end()

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log.txt").open("ab") as log:
            return subprocess.Popen([sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", self._file,
                                     "--no-dashboard", *arguments],
                                    cwd=ROOT, env=self._environment, stdout=log, stderr=log)  # fmt: skip

    def _address(self) -> str:
        with suppress(FileNotFoundError, json.JSONDecodeError):
            told: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]
            return told
        return ""

    def add_worker(self) -> None:
        """One more worker comes, in its own time."""
        self.workers.append(self._start("dask_worker", "--nthreads", "1", "--local-directory", str(self.folder)))

    def processes(self, words: str) -> list[psutil.Process]:
        """The processes of the workers that have these words in their command."""
        found = []
        for worker in self.workers:
            found += children(worker.pid, words, recursive=True)
        return found

    def kill_worker(self, number: int) -> None:
        """A worker is gone with its nanny, as if its machine were."""
        with suppress(psutil.NoSuchProcess):
            worker = psutil.Process(self.workers[number].pid)
            for one in (worker, *worker.children(recursive=True)):
                with suppress(psutil.NoSuchProcess):
                    one.kill()
        self.workers[number].wait()

    def kill_scheduler(self) -> None:
        """The scheduler is gone."""
        self.scheduler.kill()
        self.scheduler.wait()

    def end(self) -> None:
        """All processes have ended."""
        for number in range(len(self.workers)):
            self.kill_worker(number)
        self.kill_scheduler()


def awaited(told: Callable[[], T]) -> T:
    """What is told at last, when it is something."""
    began = time.monotonic()
    while not (now := told()):
        assert time.monotonic() - began < _PATIENCE, "it does not come"
        time.sleep(0.05)
    return now
