"""What runs on a Dask worker: it hands documents to hosts, one for each thread that reads for a run."""

from __future__ import annotations

import socket
from collections import defaultdict, deque

from camket.run.engines.host import Host
from camket.run.engines.parcel import Parcel
from camket.run.inputs import Input

_TRIES = 2

_parcels: dict[str, Parcel] = {}
_idle: defaultdict[str, deque[Host]] = defaultdict(deque)


class LostHostError(Exception):
    """The host of these documents has ended while it read them, each time."""


def read(key: str, batch: list[Input], parcel: Parcel | None = None) -> bytes | None:
    """Every document of the batch with its outcome, sealed (host.opened), read as the parcel called `key` says.

    None where that parcel is not known here. Raises LostHostError, and MissingToolError for other versions here.
    """
    if parcel is not None and key not in _parcels:
        parcel.check(f"the Dask worker on {socket.gethostname()}")
        _parcels[key] = parcel
    if key not in _parcels:
        return None
    for _ in range(_TRIES):
        host = _taken(key)
        try:
            answer = host.read(batch)
        except (EOFError, OSError):
            host.end()
            continue
        except BaseException:
            host.end()
            raise
        _idle[key].append(host)
        return answer
    raise LostHostError(", ".join(one.name for one in batch))


def _taken(key: str) -> Host:
    while True:
        try:
            host = _idle[key].pop()
        except IndexError:
            return Host(_parcels[key])
        if host.alive:
            return host


def dismiss(key: str) -> None:
    """The run is over: its parcel is forgotten, and its hosts that do nothing have ended."""
    _parcels.pop(key, None)
    for host in _idle.pop(key, ()):
        host.end()
