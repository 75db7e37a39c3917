"""The processes that a process has started, seen from outside."""

from __future__ import annotations

from contextlib import suppress

import psutil


def children(pid: int, words: str, *, recursive: bool = False) -> list[psutil.Process]:
    """Its living children, and theirs where asked for, that have these words in their command."""
    found = []
    with suppress(psutil.NoSuchProcess):
        for one in psutil.Process(pid).children(recursive=recursive):
            with suppress(psutil.Error):  # it ends, or has ended and nobody has asked how
                if words in " ".join(one.cmdline()):
                    found.append(one)
    return found


def ended(pid: int) -> bool:
    """Whether it has, though nobody may have asked how."""
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    return True
