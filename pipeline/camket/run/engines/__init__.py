"""Who executes a run: worker processes of this machine, or those of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol

from camket.errors import UsageError
from camket.records import Outcome
from camket.run.engines.dask import DaskEngine
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup, Supervisor


class Executor(Protocol):
    """Takes documents to wherever they are read; what one document does costs itself only."""

    stopped: bool

    def outcomes(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Outcome]]:
        """Every input with its outcome, in no order, each when it comes."""

    def add(self, found: Iterable[Input]) -> None:
        """`found` are read before what else is to come."""

    def stop(self) -> None:
        """What is in flight is finished, and nothing else begun; `stopped` says so."""


Engine = Callable[[Setup, Bounds], Executor]
"""Makes the executor of a run."""


def _local(scheduler: str) -> Engine:
    if scheduler:
        raise UsageError(f"--scheduler {scheduler}: only --engine dask has a scheduler")
    return Supervisor


def _dask(scheduler: str) -> Engine:
    if not scheduler:
        raise UsageError("--engine dask: give the address of its scheduler, as --scheduler tcp://HOST:8786")
    return partial(DaskEngine, scheduler)


ENGINES: dict[str, Callable[[str], Engine]] = {"local": _local, "dask": _dask}
"""The engines by name, each made from the address of its scheduler."""


def engine(name: str, scheduler: str = "") -> Engine:
    """The engine of this name; UsageError where there is none, or its scheduler is not told."""
    if name not in ENGINES:
        raise UsageError(f"--engine {name}: there are {', '.join(ENGINES)}")
    return ENGINES[name](scheduler)


__all__ = ["ENGINES", "Engine", "Executor", "engine"]
