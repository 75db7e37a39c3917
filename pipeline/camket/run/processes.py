"""Processes as the system sees them: how a worker stands apart from the run, and how it ends with all its children."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

import psutil

_PR_SET_PDEATHSIG = 1
"""linux/prctl.h: the signal that a process gets when its parent dies."""


def stand_apart() -> None:
    """The worker leads a session of its own, prints nowhere, is not stopped by Ctrl-C, and does not outlive the run."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        end_session(os.getpid())


def end_session(leader: int) -> None:
    """Every process of the session that `leader` leads is killed, its own last."""
    others = [pid for pid in psutil.pids() if pid != leader and _session_of(pid) == leader]
    for pid in (*others, leader):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except (ProcessLookupError, PermissionError):
        return None


def memory_of(pid: int, *, children: bool) -> int:
    """The bytes of memory that a process holds now, with its children if asked for; 0 where it is gone.

    To find children takes a look at every process of the system: some milliseconds.
    """
    held = 0
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        for one in (process, *(process.children(recursive=True) if children else ())):
            with contextlib.suppress(psutil.Error):
                held += int(one.memory_info().rss)
    return held
