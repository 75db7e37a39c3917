"""One process at a time writes to an output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from camket.run.lease import Lease, leased, note_of, refusal

_LOCK, _NOTE = ".lock", ".lock.json"


@contextmanager
def held(output: Path) -> Iterator[Lease]:
    """No other process writes to `output`; the system lets go of the lock when the process ends, however it does.

    Where the folder is shared and its locks do not reach other machines, the note of who holds it does.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who writes needs it

    try:
        with FileLock(output / _LOCK, timeout=0), leased(output / _NOTE, output, output) as lease:
            yield lease
    except Timeout:
        raise refusal(output, note_of(output / _NOTE)) from None
