"""Documents through the workers of a Dask cluster; the only place that knows Dask on this side.

Documents travel in batches of about a second's work, a window of them at a time. Each Dask thread has a host, a process
with a supervisor of its own (host.py), so that time and memory are bounded, and what one document does costs itself
only, as on one machine. The journal of the run that gives the documents out makes it resumable.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from camket.errors import KEPT, CamketError, MissingToolError, UnreachableError, UsageError
from camket.records import Outcome, Stage, Status
from camket.run.engines import pool
from camket.run.engines.host import opened
from camket.run.engines.parcel import Parcel
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup

_BATCH_SECONDS, _BATCH = 1.0, 128
"""How long a batch should take, and the most documents in one."""
_WINDOW = 2
"""Batches in flight for each thread of the cluster: one is read, one waits there."""
_LOOK_SECONDS, _GATHER_SECONDS, _CLOSE_SECONDS = 2.0, 10.0, 5.0
"""How often the cluster is asked how many threads it has; how long an answer may take to come, and a client to close."""
_LEARN = 0.3
"""How much the last batch counts in what is expected of a document."""
CONNECT_SECONDS, WORKERLESS_SECONDS = 30.0, 300.0
"""How long a scheduler may not answer, and a cluster be without workers."""
_LOGGERS = ("distributed", "distributed.client", "tornado.application", "asyncio")
"""They tell at length of what is told here in a line."""


class _LostError(Exception):
    """The scheduler is gone, and all that it knew."""


class DaskEngine:
    """Gives documents to a Dask cluster and takes their outcomes, which come in no order."""

    def __init__(self, scheduler: str, setup: Setup, bounds: Bounds) -> None:
        self.scheduler = scheduler
        self.bounds = bounds
        self.stopped = False
        self._parcel = Parcel.of(setup, bounds)
        self._key = self._parcel.key
        self._first: deque[Input] = deque()
        self._alone: deque[Input] = deque()
        self._coming: Iterator[Input] = iter(())
        self._flight: dict[str, tuple[Any, list[Input]]] = {}
        self._done: SimpleQueue[str] = SimpleQueue()
        self._seconds = _BATCH_SECONDS
        self._threads = 0
        self._looked, self._staffed = 0.0, time.monotonic()

    def stop(self) -> None:
        """No document is given away any more; those in flight are finished."""
        self.stopped = True

    def add(self, found: Iterable[Input]) -> None:
        """`found` are read before what else is to come: documents inside one that was read."""
        self._first.extend(found)

    def outcomes(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Every input with its outcome.

        Documents whose worker has died are read by another one; where the scheduler has, they are given to the one that
        answers at its address, if one does in time. Raises UnreachableError where none does or no worker comes,
        MissingToolError for other versions there, and UsageError for a file that is not seen from there.
        """
        self._coming = iter(inputs)
        while True:
            with suppress(_LostError), self._connected() as client:
                yield from self._work(client)
                return
            self._first.extendleft(one for _, batch in self._flight.values() for one in batch)
            self._flight.clear()

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """A client of the scheduler, whose workers have our versions."""
        try:
            from distributed import Client  # noqa: PLC0415 - only runs with this engine need it
        except ImportError as error:
            raise MissingToolError(f"--engine dask: {error}; install camket[dask]") from error
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            client = Client(self.scheduler, timeout=CONNECT_SECONDS, set_as_default=False, name="camket")
        except ValueError as error:
            raise UsageError(f"--scheduler {self.scheduler}: {error}") from error
        except OSError as error:
            raise UnreachableError(f"{self.scheduler}: no Dask scheduler answers there; {KEPT}") from error
        try:
            self._check_versions(client)
            yield client
        finally:
            self._leave(client)

    def _check_versions(self, client: Any) -> None:
        """MissingToolError where another camket or none is; the scheduler needs it too, for it opens what it hands on."""
        try:
            told = {"scheduler": client.run_on_scheduler(version, "camket")}
            told |= {f"worker {one}": found for one, found in client.run(version, "camket", on_error="return").items()}
        except PackageNotFoundError as error:
            told = {"scheduler": error}
        except OSError as error:
            raise _LostError from error
        ours = self._parcel.versions["camket"]
        for name, found in told.items():
            missing = isinstance(found, PackageNotFoundError)
            if missing or (isinstance(found, str) and found != ours):
                raise MissingToolError(f"the Dask {name}: camket {'is not installed' if missing else found} "
                                       f"(the run has {ours}); install the same versions everywhere")  # fmt: skip

    def _leave(self, client: Any) -> None:
        """Nothing of the run is left on the cluster; what cannot be told to end does so by itself."""
        with suppress(Exception):
            if client.status == "running":
                client.cancel([future for future, _ in self._flight.values()])
                client.run(pool.dismiss, self._key, on_error="ignore")
        with suppress(Exception):
            client.close(timeout=_CLOSE_SECONDS)

    def _work(self, client: Any) -> Iterator[tuple[Input, Outcome]]:
        while self._fill(client):
            try:
                key = self._done.get(timeout=_LOOK_SECONDS)
            except Empty:
                continue
            future, batch = self._flight.pop(key, (None, []))
            if future is not None:
                yield from self._settled(client, future, batch)

    def _fill(self, client: Any) -> bool:
        """As many batches are in flight as there is room for; False where all is done."""
        room = self._room(client)
        while len(self._flight) < room and (batch := self._next()):
            self._submit(client, batch)
        return bool(self._flight)

    def _room(self, client: Any) -> int:
        """How many batches may be in flight."""
        now = time.monotonic()
        if now - self._looked > _LOOK_SECONDS:
            self._look(client)
            self._looked = now
        most = self._threads * _WINDOW or 1
        return min(most, self.bounds.workers) if self.bounds.workers else most

    def _look(self, client: Any) -> None:
        """How many threads there are is known; told as an error are a scheduler that is gone, and no worker for long."""
        try:
            self._threads = sum(client.nthreads().values())
        except Exception as error:
            raise _LostError from error
        if client.status != "running":
            raise _LostError
        now = time.monotonic()
        if self._threads:
            self._staffed = now
        if now - self._staffed > WORKERLESS_SECONDS:
            raise UnreachableError(f"{self.scheduler}: no worker for {WORKERLESS_SECONDS:.0f} seconds; {KEPT}")

    def _next(self) -> list[Input]:
        """The next batch; none where nothing is left to begin."""
        if self.stopped:
            return []
        if self._alone:
            return [self._alone.popleft()]
        size = min(_BATCH, max(1, int(_BATCH_SECONDS / self._seconds)))
        batch = [self._first.popleft() for _ in range(min(size, len(self._first)))]
        return batch + list(islice(self._coming, size - len(batch)))

    def _submit(self, client: Any, batch: list[Input], parcel: Parcel | None = None) -> None:
        try:
            future = client.submit(pool.read, self._key, batch, parcel, pure=False)
        except Exception as error:
            self._first.extend(batch)
            raise _LostError from error
        self._flight[future.key] = future, batch
        self._told_when_done(future)

    def _told_when_done(self, future: Any) -> None:
        future.add_done_callback(lambda done: self._done.put(done.key))

    def _settled(self, client: Any, future: Any, batch: list[Input]) -> Iterator[tuple[Input, Outcome]]:
        """The outcomes of a batch, or what is to be done with it again."""
        if future.status == "error":
            yield from self._failed(future.exception(), batch)
            return
        try:
            sealed = future.result(timeout=_GATHER_SECONDS)
        except TimeoutError:  # its worker died with the answer: it is read again
            self._flight[future.key] = future, batch
            self._told_when_done(future)
            return
        except (CancelledError, OSError) as error:
            self._first.extend(batch)
            raise _LostError from error
        if sealed is None:  # a worker that has not seen the parcel yet
            self._submit(client, batch, self._parcel)
            return
        answer = opened(sealed)
        self._pace([outcome for _, outcome in answer])
        for one, outcome in answer:
            if outcome.status is Status.VANISHED and one.path.exists():
                raise UsageError(f"{one.path}: it is here, and not where the Dask workers are; put it on storage that all "
                                 "machines see under this path, or give the URL of a store")  # fmt: skip
            yield one, outcome

    def _failed(self, error: BaseException, batch: list[Input]) -> Iterator[tuple[Input, Outcome]]:
        from distributed import KilledWorker  # noqa: PLC0415

        if isinstance(error, CamketError):
            raise error
        if not isinstance(error, KilledWorker | pool.LostHostError):
            raise UnreachableError(f"a Dask worker cannot read: {type(error).__name__}: {error}") from error
        if len(batch) > 1:
            self._alone.extend(batch)
        else:
            told = (
                f"{batch[0].name}: its reader crashed with the Dask workers that it ran on; open the file to check it"
            )
            yield batch[0], Outcome(batch[0].name, Status.CRASHED, stage=Stage.READ, reason="crashed", message=told)

    def _pace(self, outcomes: list[Outcome]) -> None:
        """Batches are made to take as long as they should."""
        mean = min(_BATCH_SECONDS, sum(one.seconds for one in outcomes) / len(outcomes))
        self._seconds = max(self._seconds + _LEARN * (mean - self._seconds), _BATCH_SECONDS / _BATCH)
