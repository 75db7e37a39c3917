"""Documents through worker processes: whatever one document does costs itself only.

pebble, the pool that we used, keeps the results of others and has time limits, but it bounds no memory, leaves the
children of a killed worker running, has no second try, and cannot finish what is in flight and stop.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ctypes import c_int
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from camket.errors import CamketError
from camket.ingest import ReadOptions
from camket.records import Outcome, Status
from camket.run.inputs import Input
from camket.run.processes import end_session, memory_of
from camket.run.worker import STAGES, Opener, open_reader, work

_TICK, _WIDE_TICK = 0.05, 1.0
"""Seconds between two looks at the workers, and between two at their children too."""
_AHEAD, _QUICK = 3, 0.1
"""How many documents a worker holds while it reads them within so many seconds: it need not wait for the next."""
_START_SECONDS, _FAILED_STARTS = 120.0, 3
_WORN = 0.5
"""The share of its memory that a worker may hold when it rests; one that holds more is replaced."""
_SPAWN = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many documents are read at a time, and what one may take: seconds, and bytes of memory of its worker.

    No `workers` means as many as the engine has room for.
    """

    workers: int = 1
    timeout: float = 300.0
    memory: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Setup:
    """What every worker opens when it starts, and with what."""

    rules: Path
    options: ReadOptions
    opener: Opener = open_reader


@dataclass
class Worker:
    """A worker process as its supervisor sees it: what it was given and has not answered, and since when it is busy."""

    handle: SpawnProcess
    pipe: Connection
    stage: c_int
    given: deque[Input] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)
    counted: float = field(default_factory=time.monotonic)
    ready: bool = False
    quick: bool = False
    worn: bool = False
    alone: bool = False

    @classmethod
    def start(cls, setup: Setup) -> Worker:
        """A new process; it is ready when it says so."""
        ours, theirs = _SPAWN.Pipe()
        stage = _SPAWN.Value("i", 0, lock=False)  # whoever is killed leaves no lock behind
        handle = _SPAWN.Process(target=work, args=(theirs, stage, setup.opener, setup.rules, setup.options))
        handle.start()
        theirs.close()
        return cls(handle, ours, stage)

    @property
    def room(self) -> int:
        """How many more documents it can be given."""
        if self.worn or self.alone:
            return 0
        return (_AHEAD if self.quick and self.ready else 1) - len(self.given)

    def give(self, one: Input) -> None:
        """It reads `one` after all that it was given before."""
        if not self.given and self.ready:
            self.since = time.monotonic()
        self.given.append(one)
        with suppress(BrokenPipeError):  # it has died: seen at the next look
            self.pipe.send(one)

    def answered(self) -> Input:
        """What it has just read; it is busy with the next one from now on."""
        now = time.monotonic()
        self.quick = now - self.since < _QUICK
        self.since = now
        return self.given.popleft()

    def end(self) -> int:
        """Its exit code, when it and all its children have ended."""
        pid = self.handle.pid
        died = self.handle.exitcode is not None
        if pid is not None:
            end_session(pid)
        self.handle.join()
        self.pipe.close()
        return self.handle.exitcode or 0 if died else 0


class Supervisor:
    """Gives documents to workers and takes their outcomes, which come in no order."""

    def __init__(self, setup: Setup, bounds: Bounds) -> None:
        self.setup = setup
        self.bounds = replace(bounds, workers=bounds.workers or os.cpu_count() or 1)
        self.stopped = False
        self._workers: list[Worker] = []
        self._first: deque[Input] = deque()
        self._again: deque[Input] = deque()
        self._coming: Iterator[Input] = iter(())
        self._failed_starts = 0

    def stop(self) -> None:
        """No document is given to a worker any more; those in flight are finished."""
        self.stopped = True

    def add(self, found: Iterable[Input]) -> None:
        """`found` are read before what else is to come: documents inside one that was read."""
        self._first.extend(found)

    def outcomes(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Every input with its outcome. One that took its worker down is tried once more, in a fresh one, after the others.

        Raises CamketError where workers cannot start, or where a store that holds documents does not answer.
        """
        try:
            yield from self.read(inputs)
        finally:
            self.end()

    def read(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """As `outcomes`; the workers stay, for what is to be read later."""
        self._coming = iter(inputs)
        looked = time.monotonic()
        while self._give():
            busy = [worker for worker in self._workers if worker.given]
            wait([worker.pipe for worker in busy], timeout=_TICK)
            for worker in busy:
                yield from self._answers(worker)
            if time.monotonic() - looked > _TICK:
                for worker in busy:
                    yield from self._look(worker)
                looked = time.monotonic()

    def end(self) -> None:
        """All workers have ended, with their children."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _give(self) -> bool:
        """Every worker has what it can be given; False where all is done."""
        for worker in [one for one in self._workers if one.worn and not one.given]:
            worker.end()
            self._workers.remove(worker)
        for depth in range(_AHEAD):
            for worker in self._workers:
                if worker.room > 0 and len(worker.given) == depth and (one := self._next()) is not None:
                    worker.give(one)
            while depth == 0 and len(self._workers) < self.bounds.workers and (one := self._next()) is not None:
                self._workers.append(Worker.start(self.setup))
                self._workers[-1].give(one)
        self._try_again()
        return any(worker.given for worker in self._workers)

    def _next(self) -> Input | None:
        if self.stopped:
            return None
        return self._first.popleft() if self._first else next(self._coming, None)

    def _try_again(self) -> None:
        """Where nothing else is left to begin, what took a worker down is tried once more, each in a fresh process."""
        for worker in [one for one in self._workers if not one.given][: len(self._again)]:
            worker.end()
            self._workers.remove(worker)
        while self._again and len(self._workers) < self.bounds.workers and not self.stopped:
            self._workers.append(Worker.start(self.setup))
            self._workers[-1].give(self._again.popleft())
            self._workers[-1].alone = True

    def _replace(self, worker: Worker) -> Worker:
        worker.end()
        fresh = Worker.start(self.setup)
        self._workers[self._workers.index(worker)] = fresh
        return fresh

    def _answers(self, worker: Worker) -> Iterator[tuple[Input, Outcome]]:
        """What a worker has said since the last look."""
        while worker.pipe.poll():
            try:
                told = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                return
            if isinstance(told, CamketError):
                raise told
            if not worker.ready:
                worker.ready, worker.since, self._failed_starts = True, time.monotonic(), 0
                continue
            one = worker.answered()
            if told.status is Status.OUT_OF_MEMORY:
                yield from self._lose(worker, one, "out_of_memory", told.seconds)
                return
            worker.alone = False
            yield one, told

    def _look(self, worker: Worker) -> Iterator[tuple[Input, Outcome]]:
        """A worker that is dead, late or too large is replaced, at the cost of the document that it was reading."""
        if worker not in self._workers or not worker.given:
            return
        seconds = time.monotonic() - worker.since
        if not worker.ready:
            if worker.handle.exitcode is not None or seconds > _START_SECONDS:
                self._start_again(worker)
            return
        held = self._held(worker)
        worker.worn = held > self.bounds.memory * _WORN
        if worker.handle.exitcode is not None:
            yield from self._answers(worker)
            reason = "crashed"
        elif seconds > self.bounds.timeout:
            reason = "timeout"
        elif held > self.bounds.memory:
            reason = "out_of_memory"
        else:
            return
        if worker.given:
            yield from self._lose(worker, worker.given.popleft(), reason, seconds)

    def _held(self, worker: Worker) -> int:
        now = time.monotonic()
        wide = now - worker.counted > _WIDE_TICK
        if wide:
            worker.counted = now
        return memory_of(worker.handle.pid or 0, children=wide)

    def _start_again(self, worker: Worker) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _FAILED_STARTS:
            raise CamketError("the worker processes cannot start: run `camket doctor`, and see that memory is left")
        given = worker.given
        fresh = self._replace(worker)
        fresh.alone = worker.alone
        for one in given:
            fresh.give(one)

    def _lose(self, worker: Worker, one: Input, reason: str, seconds: float) -> Iterator[tuple[Input, Outcome]]:
        """`one` has taken its worker down: it is tried again if that was its first time, else told."""
        stage = STAGES[worker.stage.value]
        alone, waiting = worker.alone, worker.given
        at = self._workers.index(worker)
        code = worker.end()
        del self._workers[at]
        self._first.extendleft(reversed(waiting))
        if not alone:
            self._again.append(one)
            return
        told = f"{one.name}: {self._told(reason, code)} (stage: {stage}; tried twice)"
        yield one, Outcome(one.name, Status.of_reason(reason), stage=stage, reason=reason, message=told,
                           seconds=round(seconds, 3))  # fmt: skip

    def _told(self, reason: str, code: int) -> str:
        if reason == "timeout":
            return f"it took more than {self.bounds.timeout:g} seconds; raise --timeout to try again"
        if reason == "out_of_memory":
            return f"it needed more than {self.bounds.memory >> 20} MB of memory; raise --memory to try again"
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return f"its reader crashed ({how}); open the file to check it"
