"""Runs over machines with networks of their own: whoever dies, and whatever link is cut, nothing is lost and nothing doubled.

`CAMKET_HOSTS=20` strikes twenty times of each kind, each at another moment. If nothing is said, links are cut once.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from camket.errors import ExitCode
from tests.run import readers
from tests.run.cluster import awaited
from tests.run.hosts import CLIENT, CUTS, SCHEDULER, TCP_SECONDS, WORKERS, Machines, refused

pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(refused()), reason=f"no network namespaces here: {refused()}"),
]

REPEATS = int(os.environ.get("CAMKET_HOSTS") or 0)
TEXTS, COPIES, ARCHIVES, INSIDE = 300, 9, 10, 10
DOCUMENTS = TEXTS - COPIES + ARCHIVES * (INSIDE + 1)
STRIKES = (
    "kill worker", "kill scheduler", "kill client", "cut worker", "cut scheduler", "cut client", "lose worker",
    "lose scheduler", "lose client",
)  # fmt: skip
"""What is done to whom: its processes are killed, for good or until the system starts them again; its link is cut for a
time, or for ever."""


@dataclass(frozen=True, slots=True)
class Office:
    """Machines, documents that all of them see, and the outputs of a run on one machine that nothing struck."""

    machines: Machines
    folder: Path
    whole: dict[str, object]

    def start(self, output: Path) -> subprocess.Popen[str]:
        """The run, given out by the client."""
        return self.machines.run(CLIENT, "-m", "tests.run.runner", self.folder, "-o", output, "--reader", "unhurried",
                                 "--scheduler", self.machines.scheduler, "--workers", "0")  # fmt: skip

    def ended(self, process: subprocess.Popen[str]) -> str:
        """What a run said, when it has ended, on machines whose systems start again what ends by itself."""

        def has() -> bool:
            self.machines.keep()
            return process.poll() is not None

        awaited(has)
        return process.communicate()[1]

    def read(self) -> int:
        """How many documents have been read so far, those that are read again too."""
        path = self.folder.parent / readers.READ
        return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    base = tmp_path_factory.mktemp("hosts")
    folder = base / "in"
    folder.mkdir()
    for number in range(TEXTS):
        (folder / f"{number:04}.txt").write_text(f"Văn bản số {number % (TEXTS - COPIES)}", encoding="utf-8")
    for number in range(ARCHIVES):
        with zipfile.ZipFile(folder / f"{number * 29:04}.zip", "w") as archive:
            for inside in range(INSIDE):
                archive.writestr(f"{inside}.txt", f"Phụ lục số {inside} của hồ sơ số {number}")
    with Machines.connected(base) as machines:
        local = machines.run(CLIENT, "-m", "tests.run.runner", folder, "-o", base / "whole", "--reader", "unhurried")
        assert local.communicate() == (None, "")
        yield Office(machines, folder, outputs(base / "whole"))


def outputs(output: Path) -> dict[str, object]:
    """The files of a run, the ledger without its seconds."""
    ledger = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    names = ("records.jsonl", "documents.jsonl", "agreements.csv", "review.csv")
    told = Counter(line["path"] for line in ledger)
    assert set(told.values()) == {1}
    assert len(told) == TEXTS + ARCHIVES * (INSIDE + 1)
    return {
        "ledger": [line | {"seconds": 0} for line in ledger],
        **{name: (output / name).read_bytes() for name in names},
    }


def struck(machines: Machines, strike: str, chance: random.Random) -> None:
    """The strike falls; a link that is cut for a time is whole again after a time that Dask may or may not notice."""
    how, whom = strike.split()
    host = {"worker": chance.choice(WORKERS), "scheduler": SCHEDULER, "client": CLIENT}[whom]
    if how == "kill":
        machines.kill(host)
        if host == CLIENT or chance.random() < 0.5:
            machines.revive(host)
        return
    machines.cut(host, chance.choice(CUTS))
    if how == "cut":
        time.sleep(chance.uniform(0.5, 1.5 * TCP_SECONDS))
        machines.mend(host)


@pytest.mark.parametrize("number", range(REPEATS or 1))
@pytest.mark.parametrize("strike", STRIKES if REPEATS else [one for one in STRIKES if one.startswith("cut")])
def test_nothing_is_lost_and_nothing_doubled(office: Office, tmp_path: Path, strike: str, number: int) -> None:
    chance = random.Random(f"{strike} {number}")  # noqa: S311 - to be had again
    machines = office.machines
    machines.staff()
    before, moment = office.read(), chance.randrange(DOCUMENTS)
    process = office.start(tmp_path / "out")
    awaited(lambda: office.read() - before >= moment or process.poll() is not None)
    assert process.poll() is None, process.communicate()
    struck(machines, strike, chance)
    told = office.ended(process)
    assert process.returncode in {ExitCode.OK, ExitCode.UNREACHABLE, -9}, told
    if process.returncode:
        machines.staff()
        again = office.start(tmp_path / "out")
        assert office.ended(again) == ""
        assert again.returncode == ExitCode.OK
    assert outputs(tmp_path / "out") == office.whole
