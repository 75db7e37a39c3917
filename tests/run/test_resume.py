"""Runs that are killed, interrupted, or find the disk full, and what the next run makes of them."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import psutil
import pytest

from tests.conftest import ROOT
from tests.run import processes, readers

DOCUMENTS = 1_200
KILLS = int(os.environ.get("CAMKET_KILLS", "50"))
"""How often a run is killed; more at will, as CAMKET_KILLS=1000."""
IN_FLIGHT = 2 * 3
"""What two workers hold at most."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills") / "in"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:04}.txt").write_text(f"Văn bản số {number % (DOCUMENTS - 9)}", encoding="utf-8")
    return folder


def start(folder: Path, output: Path, limit: int | None = None) -> subprocess.Popen[str]:
    def bound() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    return subprocess.Popen([sys.executable, "-m", "tests.run.runner", folder, "-o", output], cwd=ROOT, text=True,
                            stderr=subprocess.PIPE, preexec_fn=bound)  # noqa: PLW1509  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code of a run, and what it said."""
    _, told = process.communicate(timeout=120)
    return process.returncode, told


def outputs(output: Path) -> dict[str, list[str]]:
    """The lines of the files of a run, the ledger without its seconds.

    A run that was whole when it was killed, but for its last milliseconds, is followed by one that has nothing to do.
    """
    ledger = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    files = {
        name: (output / name).read_text(encoding="utf-8").splitlines()
        for name in ("records.jsonl", "documents.jsonl", "review.csv")
    }
    told = [line | {"seconds": 0, "status": line["was"] or line["status"], "was": "", "cause": ""} for line in ledger]
    return {"ledger": [json.dumps(line) for line in told], **files}


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> dict[str, list[str]]:
    assert ended(start(folder, folder.parent / "whole")) == (0, "")
    return outputs(folder.parent / "whole")


def test_an_undisturbed_run_has_every_input_once(undisturbed: dict[str, list[str]]) -> None:
    ledger = [json.loads(line) for line in undisturbed["ledger"]]
    assert [line["path"] for line in ledger] == [f"{number:04}.txt" for number in range(DOCUMENTS)]
    assert Counter(line["status"] for line in ledger) == {"ok": DOCUMENTS - 9, "duplicate_of": 9}


def test_a_run_killed_at_any_moment_ends_as_an_undisturbed_one(folder: Path, undisturbed: dict[str, list[str]]) -> None:
    chance = random.Random(20261128)  # noqa: S311 - the same moments in each run of the tests
    killed = 0
    for number in range(KILLS):
        output, read, here = folder.parent / f"out{number}", folder.parent / readers.READ, 0
        read.unlink(missing_ok=True)
        while True:
            process = start(folder, output)
            try:
                process.wait(timeout=chance.uniform(0.5, 3.5))
            except subprocess.TimeoutExpired:
                process.kill()
                ended(process)
                killed, here = killed + 1, here + 1
            else:
                break
        assert ended(process) == (0, "")
        assert outputs(output) == undisturbed
        times = Counter(read.read_text(encoding="utf-8").splitlines())
        assert len(times) == DOCUMENTS - 9
        assert times.total() <= DOCUMENTS - 9 + here * IN_FLIGHT
        if killed >= KILLS:
            return


def test_no_worker_outlives_a_killed_run(folder: Path) -> None:
    process = start(folder, folder.parent / "alone")
    workers: list[psutil.Process] = []
    while not workers:
        time.sleep(0.2)
        workers = processes.children(process.pid, "spawn_main")
    time.sleep(2)
    process.kill()
    ended(process)
    _, left = psutil.wait_procs(workers, timeout=30)
    assert all(processes.ended(one.pid) for one in left)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_asked_to_stop_finishes_what_is_in_flight_and_can_go_on(
    folder: Path, undisturbed: dict[str, list[str]], sign: signal.Signals
) -> None:
    output, read = folder.parent / sign.name, folder.parent / readers.READ
    read.unlink(missing_ok=True)
    process = start(folder, output)
    while not read.exists() or len(read.read_text(encoding="utf-8").splitlines()) < DOCUMENTS // 4:
        time.sleep(0.05)
    process.send_signal(sign)
    code, told = ended(process)
    assert code == 130
    assert "the same command goes on" in told
    assert not (output / "ledger.jsonl").exists()
    assert ended(start(folder, output)) == (0, "")
    assert outputs(output) == undisturbed
    times = Counter(read.read_text(encoding="utf-8").splitlines())
    assert times.total() == DOCUMENTS - 9, "nothing is read twice"


def test_a_full_disk_ends_the_run_cleanly_and_loses_nothing(folder: Path, undisturbed: dict[str, list[str]]) -> None:
    output, read = folder.parent / "full", folder.parent / readers.READ
    read.unlink(missing_ok=True)
    code, told = ended(start(folder, output, limit=2_000_000))
    assert code == 4
    assert told.count("\n") == 1
    assert "cannot write here" in told
    before = len(read.read_text(encoding="utf-8").splitlines())
    assert ended(start(folder, output)) == (0, "")
    assert outputs(output) == undisturbed
    assert before > 10
    times = Counter(read.read_text(encoding="utf-8").splitlines())
    assert times.total() <= DOCUMENTS - 9 + IN_FLIGHT + 1


def test_a_second_run_is_refused_at_once_and_told_of_the_first(folder: Path) -> None:
    output = folder.parent / "held"
    first = start(folder, output)
    while not (output / ".lock.json").exists():
        time.sleep(0.05)
    code, told = ended(start(folder, output))
    assert code == 5
    assert f"process {first.pid} on" in told
    first.kill()
    ended(first)
    assert ended(start(folder, output)) == (0, ""), "who was killed leaves no lock behind"
