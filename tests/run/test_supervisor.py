from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from camket.errors import RuleError
from camket.ingest import ReadOptions
from camket.records import Outcome
from camket.rulefiles import rules_dir
from camket.run import supervisor as supervising
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup, Supervisor
from camket.run.worker import Opener
from tests.run import faults
from tests.run.processes import children, ended

BOUNDS = Bounds(workers=2, timeout=2.0, memory=700 << 20)


def inputs(folder: Path, names: Iterable[str]) -> list[Input]:
    (folder / "in").mkdir(exist_ok=True)
    return [Input(folder / "in" / f"{name}.txt", f"{name}.txt") for name in names]


def read(given: list[Input], opener: Opener = faults.faulty, bounds: Bounds = BOUNDS) -> list[Outcome]:
    supervisor = Supervisor(Setup(rules_dir(), ReadOptions(), opener), bounds)
    return [outcome for _, outcome in supervisor.outcomes(given)]


def test_whatever_one_document_does_costs_itself_only(tmp_path: Path) -> None:
    bad = ["hang", "segfault", "kill", "leave", "sysexit", "eat", "ask", "fork", "shout"]
    good = [f"good-{number}" for number in range(40)]
    names = [*good[:20], *bad, *good[20:]]
    found = read(inputs(tmp_path, names))
    assert Counter(one.path for one in found) == Counter(f"{name}.txt" for name in names), "each once"
    told = {Path(one.path).stem: one for one in found}
    assert {told[name].status.value for name in [*good, "fork", "shout"]} == {"ok"}
    assert {name: told[name].status.value for name in bad[:7]} == {
        "hang": "timeout",
        "segfault": "crashed",
        "kill": "crashed",
        "leave": "crashed",
        "sysexit": "crashed",
        "eat": "out_of_memory",
        "ask": "out_of_memory",
    }
    assert told["segfault"].message == (
        "segfault.txt: its reader crashed (signal SIGSEGV); open the file to check it (stage: read; tried twice)"
    )
    assert "exit code 7" in told["leave"].message
    assert "--timeout" in told["hang"].message
    assert "--memory" in told["eat"].message
    assert all(one.stage == "read" for name, one in told.items() if name in bad[:7])


def test_the_children_of_a_reader_end_with_it(tmp_path: Path) -> None:
    found = read(inputs(tmp_path, ["child", "good", "orphan"]))
    assert {one.path: one.status.value for one in found} == {
        "child.txt": "timeout",
        "good.txt": "ok",
        "orphan.txt": "crashed",
    }
    left = [int(line) for line in (tmp_path / faults.PIDS).read_text(encoding="ascii").split()]
    assert len(left) == 4, "each was tried twice"
    for _ in range(100):  # what was killed takes a moment to be gone on a busy machine
        if all(ended(pid) for pid in left):
            break
        time.sleep(0.05)
    assert all(ended(pid) for pid in left)


def test_a_document_that_fails_once_is_read_the_second_time(tmp_path: Path) -> None:
    found = read(inputs(tmp_path, ["a", "weak", "b"]), faults.once)
    assert {one.path: one.status.value for one in found} == {"a.txt": "ok", "b.txt": "ok", "weak.txt": "ok"}


def test_a_worker_that_has_grown_is_replaced_when_it_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervising, "_WORN", 0.01)
    found = read(inputs(tmp_path, ["a", "b", "c"]), faults.slow, replace(BOUNDS, workers=1))
    assert sorted(one.path for one in found) == ["a.txt", "b.txt", "c.txt"]
    assert len({one.message for one in found}) == 3, "each by a process of its own"


def test_faults_of_rules_stop_the_run_with_all_their_lines(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    supervisor = Supervisor(Setup(tmp_path / "rules", ReadOptions()), BOUNDS)
    with pytest.raises(RuleError, match=r"\.yaml"):
        list(supervisor.outcomes(inputs(tmp_path, ["a"])))


def test_a_stop_finishes_what_is_in_flight_and_begins_nothing_else(tmp_path: Path) -> None:
    supervisor = Supervisor(Setup(rules_dir(), ReadOptions(), faults.faulty), replace(BOUNDS, workers=1))
    found = []
    for _, outcome in supervisor.outcomes(inputs(tmp_path, [f"good-{number}" for number in range(50)])):
        found.append(outcome.path)
        supervisor.stop()
    assert 1 <= len(found) <= 3


def test_no_worker_outlives_whoever_stops_listening(tmp_path: Path) -> None:
    supervisor = Supervisor(Setup(rules_dir(), ReadOptions(), faults.faulty), BOUNDS)
    outcomes = supervisor.outcomes(inputs(tmp_path, ["good", "hang"]))
    next(outcomes)
    workers = children(os.getpid(), "spawn_main")
    assert workers
    outcomes.close()
    assert all(ended(child.pid) for child in workers)
