"""One process at a time writes to an output folder."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from camket.errors import InUseError
from camket.files import write_json

_LOCK, _HOLDER = ".lock", ".lock.json"


@contextmanager
def held(output: Path) -> Iterator[None]:
    """No other process writes to `output`; the system lets go of the lock when the process ends, however it does."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who writes needs it

    holder = output / _HOLDER
    try:
        with FileLock(output / _LOCK, timeout=0):
            since = datetime.now(UTC).isoformat(timespec="seconds")
            write_json(holder, {"process": os.getpid(), "host": socket.gethostname(), "since": since})
            yield
            holder.unlink(missing_ok=True)
    except Timeout:
        told = json.loads(holder.read_text(encoding="utf-8")) if holder.is_file() else {}
        who = f" (process {told['process']} on {told['host']}, since {told['since']})" if told else ""
        raise InUseError(f"{output}: another run{who} is writing here; wait for it or give another folder") from None
