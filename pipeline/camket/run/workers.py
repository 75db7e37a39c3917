"""Documents through worker processes; a crash or a hang costs one document, never the run."""

from __future__ import annotations

import gc
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from camket.ingest import ReadOptions, quiet
from camket.records import Outcome, Status
from camket.run.flow import Kit, process
from camket.run.inputs import Input

_AHEAD = 4
_RENEWED_AFTER = 2_000
_COLLECT_AFTER = 20_000
"""Objects made before the collector looks for cycles; 700 is the default, and a page of PDF makes 4,000."""
_kit: list[Kit] = []
"""The kit of a worker process, opened once when it starts."""


def outcomes(
    inputs: Iterable[Input], rules: Path, options: ReadOptions, workers: int, timeout: float
) -> Iterator[tuple[Input, Outcome]]:
    """Each input with its outcome, then the documents inside it; `timeout` is in seconds for one document.

    Every process reads by a copy of the rules as they are now: who edits them during a run changes the next one.
    """
    from pebble import ProcessPool  # noqa: PLC0415 - only whole runs need it

    with TemporaryDirectory(prefix="camket-") as folder, ProcessPool(
        workers, _RENEWED_AFTER, _open, (copytree(rules, Path(folder) / "rules"), options),
        context=get_context("spawn"),
    ) as pool:  # fmt: skip
        waiting: deque[tuple[Input, object]] = deque()
        found: deque[Input] = deque()
        inside: Counter[Path] = Counter()
        coming = iter(inputs)
        while True:
            one = found.popleft() if found else next(coming, None)
            if one is not None:
                waiting.append((one, pool.schedule(_process, (one,), timeout=timeout)))
                if len(waiting) < workers * _AHEAD:
                    continue
            if not waiting:
                return
            read, future = waiting.popleft()
            outcome = _collect(read, future, timeout)
            inside[read.path] += len(outcome.members)
            breach = options.limits.breach("members", inside[read.path], read.name)
            if breach is not None and outcome.members:
                outcome = Outcome(read.name, Status.of_reason(breach.reason), "", breach.reason, str(breach))
            found.extend(read.member(name) for name in outcome.members)
            yield read, outcome


def _open(rules: Path, options: ReadOptions) -> None:
    quiet()
    _kit.append(Kit.open(rules, options))
    gc.freeze()  # what the kit holds lives as long as the process; to look through it again and again takes time
    gc.set_threshold(_COLLECT_AFTER)


def _process(one: Input) -> Outcome:
    return process(one, _kit[0])


def _collect(one: Input, future: object, timeout: float) -> Outcome:
    from pebble import ProcessExpired, ProcessFuture  # noqa: PLC0415

    assert isinstance(future, ProcessFuture)
    try:
        outcome = future.result()
    except FutureTimeoutError:
        return _failed(one, "timeout", f"reading took more than {timeout:g} seconds; raise --timeout to try again")
    except ProcessExpired as error:
        return _failed(one, "crashed", f"its reader crashed (exit code {error.exitcode}); open the file to check it")
    except Exception as error:  # noqa: BLE001 - a bug of ours costs this document, not the run
        return _failed(one, "internal", f"{type(error).__name__}: {error}; please report this with the file")
    assert isinstance(outcome, Outcome)
    return outcome


def _failed(one: Input, reason: str, message: str) -> Outcome:
    return Outcome(one.name, Status.of_reason(reason), reason=reason, message=f"{one.name}: {message}")
