"""One run at a time writes to a place, also where the store or file system has no locks that other machines see.

Who writes leaves a note there, whose time it renews; whoever comes while it is fresh is refused. All times are those that
the store tells of its files, so that clocks of machines need not agree. A note that is not renewed any more, because its
run was killed, counts for nothing: at once for who writes from the same folder of the same machine, where the lock of the
system tells that nobody else does, and after EXPIRY_SECONDS for everybody else.
"""

from __future__ import annotations

import json
import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

from camket.errors import CamketError, InUseError, OutputError
from camket.files import to_json
from camket.storage import Remote, create, overwrite

EXPIRY_SECONDS = 120.0
"""For how long a note holds off others after it was last renewed."""
_RENEWALS = 6
"""How often it is renewed within that time."""
_LOOKS, _LOOK_SECONDS = 3, 0.1
_SETTLE_SECONDS = 1.0
"""After what time the last of several who wrote a note at once is known, in a store that cannot refuse all but the first."""


class Lease:
    """A note that holds off others, as long as it is renewed."""

    def __init__(self, place: Path | Remote, folder: Path, told_as: Path | Remote) -> None:
        self._place, self._told_as = place, told_as
        since = datetime.now(UTC).isoformat(timespec="seconds")
        self._note = {
            "process": os.getpid(), "host": socket.gethostname(), "since": since,
            "owner": f"{socket.gethostname()} {uuid.getnode():012x} {folder.resolve()}", "token": uuid.uuid4().hex,
        }  # fmt: skip
        self._data = to_json(self._note).encode()
        self._ended = Event()
        self._thread = Thread(target=self._renew, daemon=True)

    def take(self) -> None:
        """The note stands there; InUseError names who holds the place."""
        if not create(self._place, self._data):
            told = note_of(self._place)
            if told.get("owner") != self._note["owner"] and self._fresh():
                raise self._refused(told)
            overwrite(self._place, self._data)
        if isinstance(self._place, Remote):
            time.sleep(_SETTLE_SECONDS)
            self.check()
        self._thread.start()

    def check(self) -> None:
        """InUseError where the place has been taken by another run, because this one could not renew its note."""
        told = note_of(self._place)
        if told.get("token", self._note["token"]) != self._note["token"]:
            raise self._refused(told)

    def release(self) -> None:
        """The place is free, unless another run holds it by now."""
        self._ended.set()
        self._thread.join()
        with suppress(OSError, CamketError):
            if note_of(self._place).get("token") == self._note["token"]:
                self._place.unlink()

    def _renew(self) -> None:
        while not self._ended.wait(EXPIRY_SECONDS / _RENEWALS):
            with suppress(OSError, CamketError):  # a store that does not answer now is asked again
                self.check()
                overwrite(self._place, self._data)

    def _fresh(self) -> bool:
        """Whether the note has been renewed lately, by the clock of where it stands."""
        probe = self._place.with_name(f"{self._place.name}.{self._note['token']}")
        probe.write_bytes(b"")
        try:
            return probe.stat().st_mtime_ns - self._place.stat().st_mtime_ns < EXPIRY_SECONDS * 1e9
        except FileNotFoundError:  # who held the place has just let go of it
            return False
        finally:
            probe.unlink()

    def _refused(self, told: dict[str, Any]) -> InUseError:
        return refusal(self._told_as, told, f", which takes {EXPIRY_SECONDS:.0f} seconds to be known if it was killed,")


def note_of(place: Path | Remote) -> dict[str, Any]:
    """What the note at this place says; nothing where there is none."""
    for _ in range(_LOOKS):
        with suppress(ValueError):  # it is just being written
            told: dict[str, Any] = json.loads(place.read_bytes()) if place.exists() else {}
            return told
        time.sleep(_LOOK_SECONDS)
    return {}


def refusal(place: Path | Remote, told: dict[str, Any], after: str = "") -> InUseError:
    """The error for who comes second; `told` is what the note says."""
    who = f" (process {told['process']} on {told['host']}, since {told['since']})" if told else ""
    return InUseError(
        f"{place}: another run{who} is writing here; wait until it has ended{after} or give another folder"
    )


@contextmanager
def leased(place: Path | Remote, folder: Path, told_as: Path | Remote) -> Iterator[Lease]:
    """No other run writes to the place of the note, which says that it is held from `folder` of this machine."""
    lease = Lease(place, folder, told_as)
    try:
        lease.take()
    except OSError as error:
        raise OutputError(f"{told_as}: cannot write here: {error.strerror or error}") from error
    try:
        yield lease
    finally:
        lease.release()
