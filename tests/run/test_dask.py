"""Runs by a Dask cluster of real processes: the same results as here, whoever dies on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from camket.errors import ExitCode, MissingToolError, UsageError
from camket.ingest import ReadOptions
from camket.rulefiles import rules_dir, rules_hash
from camket.run.engines import engine, pool
from camket.run.engines.host import opened
from camket.run.engines.parcel import Parcel
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup
from tests.conftest import CORPUS, ROOT
from tests.run import faults, processes, readers
from tests.run.cluster import Cluster, awaited

pytest.importorskip("distributed")

pytestmark = pytest.mark.slow

DOCUMENTS = 600
COPIES = 9
SOON, IN_TIME = "10", "100"
"""Seconds in which a scheduler is to answer: where it does not, and where it does, on a machine that does more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:04}.txt").write_text(f"Văn bản số {number % (DOCUMENTS - COPIES)}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """For tests that leave its processes alone."""
    with Cluster.of(tmp_path_factory.mktemp("cluster")) as one:
        yield one


def start(folder: Path, output: Path, *options: str, patience: str = IN_TIME) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "CAMKET_CONNECT_SECONDS": patience}
    command = [sys.executable, "-m", "tests.run.runner", str(folder), "-o", str(output), *options]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stderr=subprocess.PIPE)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code of a run, and what it said."""
    _, told = process.communicate(timeout=400)
    return process.returncode, told


def by(cluster: Cluster) -> tuple[str, ...]:
    return "--scheduler", cluster.address, "--workers", "0"


def outputs(output: Path) -> dict[str, Any]:
    """The files of a run, the ledger without its seconds."""
    ledger = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    names = ("records.jsonl", "documents.jsonl", "agreements.csv", "review.csv")
    return {
        "ledger": [line | {"seconds": 0} for line in ledger],
        **{name: (output / name).read_bytes() for name in names},
    }


def notes(folder: Path) -> Counter[str]:
    """How often each document was read."""
    path = folder.parent / readers.READ
    return Counter(path.read_text(encoding="utf-8").splitlines() if path.exists() else ())


def undisturbed(folder: Path) -> dict[str, Any]:
    """The outputs of a run on this machine."""
    assert ended(start(folder, folder.parent / "whole")) == (0, "")
    (folder.parent / readers.READ).unlink()
    return outputs(folder.parent / "whole")


def wait_for(folder: Path, read: int) -> None:
    awaited(lambda: notes(folder).total() >= read)


def test_the_records_are_those_of_a_local_run(tmp_path: Path, cluster: Cluster) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted((CORPUS / "articles").glob("*.html"))[:12] + sorted((CORPUS / "articles").glob("*.txt"))[:12]:
        shutil.copy(path, folder)
    with zipfile.ZipFile(folder / "ho-so.zip", "w") as archive:
        for path in [
            *sorted((CORPUS / "agreements").glob("*.txt"))[:12],
            *sorted((CORPUS / "agreements").glob("*.pdf"))[:2],
        ]:
            archive.write(path, path.name)
    (folder / "hong.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert ended(start(folder, tmp_path / "here", "--reader", "real")) == (1, "")
    assert ended(start(folder, tmp_path / "there", "--reader", "real", *by(cluster))) == (1, "")
    told = outputs(tmp_path / "there")
    assert told == outputs(tmp_path / "here")
    assert len(told["ledger"]) > 30
    awaited(lambda: not cluster.processes("engines.host"))


def test_whatever_one_document_does_costs_itself_only_on_a_dask_worker_too(tmp_path: Path, cluster: Cluster) -> None:
    (tmp_path / "in").mkdir()
    bad = ["hang", "segfault", "kill", "leave", "eat", "ask", "orphan", "fork", "shout", "parent"]
    for name in (*bad, *(f"good-{number}" for number in range(40))):
        (tmp_path / "in" / f"{name}.txt").write_text(name, encoding="utf-8")
    options = ("--reader", "faulty", "--timeout", "8", "--memory", str(700 << 20))
    assert ended(start(tmp_path / "in", tmp_path / "there", *options, *by(cluster))) == (1, "")
    ledger = outputs(tmp_path / "there")["ledger"]
    assert {line["path"][:-4]: line["status"] for line in ledger if line["status"] != "ok"} == {
        "hang": "timeout", "segfault": "crashed", "kill": "crashed", "leave": "crashed", "orphan": "crashed", "parent": "crashed",
        "eat": "out_of_memory", "ask": "out_of_memory",
    }  # fmt: skip
    assert len(ledger) == len(bad) + 40


def test_a_worker_that_is_killed_costs_no_document(tmp_path: Path, folder: Path) -> None:
    whole = undisturbed(folder)
    with Cluster.of(tmp_path / "cluster") as cluster:
        process = start(folder, tmp_path / "out", *by(cluster))
        wait_for(folder, DOCUMENTS // 6)
        cluster.kill_worker(0)
        wait_for(folder, DOCUMENTS // 3)
        for one in cluster.processes("spawn_main"):  # of the other one its nanny is left, and starts it anew
            one.kill()
        assert ended(process) == (0, "")
    assert outputs(tmp_path / "out") == whole
    assert len(notes(folder)) == DOCUMENTS - COPIES


def test_a_scheduler_that_is_killed_ends_the_run_which_can_go_on(tmp_path: Path, folder: Path) -> None:
    whole = undisturbed(folder)
    with Cluster.of(tmp_path / "first") as cluster:
        process = start(folder, tmp_path / "out", *by(cluster), patience=SOON)
        wait_for(folder, DOCUMENTS // 3)
        cluster.kill_scheduler()
        code, told = ended(process)
    assert code == ExitCode.UNREACHABLE
    assert told == (f"{cluster.address}: no Dask scheduler answers there; what was done is kept, and the same command goes "
                    "on from there\n")  # fmt: skip
    assert not (tmp_path / "out" / "ledger.jsonl").exists()
    before = notes(folder).total()
    with Cluster.of(tmp_path / "second") as cluster:
        assert ended(start(folder, tmp_path / "out", *by(cluster))) == (0, "")
    assert outputs(tmp_path / "out") == whole
    assert 0 < before < notes(folder).total() < 2 * DOCUMENTS


def test_a_scheduler_that_comes_back_in_time_is_given_the_rest(tmp_path: Path, folder: Path) -> None:
    whole = undisturbed(folder)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    first = Cluster(tmp_path / "first", port)
    first.add_worker()
    process = start(folder, tmp_path / "out", *by(first))
    wait_for(folder, DOCUMENTS // 3)
    first.kill_scheduler()
    second = Cluster(tmp_path / "second", port)
    second.add_worker()
    try:
        assert ended(process) == (0, "")
    finally:
        first.end()
        second.end()
    assert outputs(tmp_path / "out") == whole


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_or_killed_goes_on_from_there(
    cluster: Cluster, tmp_path: Path, folder: Path, sign: signal.Signals
) -> None:
    whole = undisturbed(folder)
    process = start(folder, tmp_path / "out", *by(cluster))
    wait_for(folder, DOCUMENTS // 3)
    process.send_signal(sign)
    code, told = ended(process)
    assert code == (ExitCode.INTERRUPTED if sign == signal.SIGINT else -sign)
    assert told.endswith("goes on from there\n") or sign == signal.SIGKILL
    assert ended(start(folder, tmp_path / "out", *by(cluster))) == (0, "")
    assert outputs(tmp_path / "out") == whole
    if sign == signal.SIGINT:
        assert notes(folder).total() == DOCUMENTS - COPIES, "nothing is read twice"


def test_what_is_found_by_the_run_is_not_lost_where_workers_come_late(tmp_path: Path, folder: Path) -> None:
    whole = undisturbed(folder)
    with Cluster.of(tmp_path / "cluster", workers=0) as cluster:
        process = start(folder, tmp_path / "out", *by(cluster))
        awaited((tmp_path / "out" / ".lock.json").exists)
        cluster.add_worker()
        wait_for(folder, DOCUMENTS // 6)
        cluster.add_worker()
        assert ended(process) == (0, "")
    assert outputs(tmp_path / "out") == whole


def test_another_camket_on_a_worker_is_told(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other" / "camket-99.0.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: camket\nVersion: 99.0\n", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "other"), os.environ.get("PYTHONPATH", "")))
    with Cluster.of(tmp_path / "cluster", 0, {"PYTHONPATH": path}) as cluster:
        code, told = ended(start(folder, tmp_path / "out", *by(cluster)))
    assert code == ExitCode.MISSING_TOOL
    assert "the Dask scheduler: camket 99.0 (the run has" in told


def test_a_file_that_the_workers_do_not_see_is_told(cluster: Cluster, tmp_path: Path, folder: Path) -> None:
    code, told = ended(start(folder, tmp_path / "out", "--reader", "elsewhere", *by(cluster)))
    assert code == ExitCode.USAGE
    assert ".txt: it is here, and not where the Dask workers are" in told


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    code, told = ended(start(folder, tmp_path / "out", "--scheduler", f"tcp://127.0.0.1:{port}", patience=SOON))
    assert code == ExitCode.UNREACHABLE
    assert "no Dask scheduler answers there" in told


def test_a_host_that_has_ended_meanwhile_is_replaced(tmp_path: Path) -> None:
    parcel = Parcel.of(Setup(rules_dir(), ReadOptions(), faults.faulty), Bounds())
    batch = [Input(tmp_path / "good.txt", "good.txt")]
    for _ in range(2):
        told = pool.read(parcel.key, batch, parcel)
        assert told is not None
        assert [outcome.status.value for _, outcome in opened(told)] == ["ok"]
        for host in processes.children(os.getpid(), "engines.host"):
            host.kill()
            awaited(lambda host=host: processes.ended(host.pid))
    pool.dismiss(parcel.key)
    assert pool.read(parcel.key, batch) is None


def test_a_parcel_is_not_opened_by_other_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    parcel = Parcel.of(Setup(rules_dir(), ReadOptions()), Bounds())
    parcel.check("here")
    monkeypatch.setattr(
        "camket.run.engines.parcel.version_of", lambda name: "0" if name == "spacy" else parcel.versions[name]
    )
    with pytest.raises(MissingToolError, match=r"there: spacy 0 \(the run has \d"):
        parcel.check("there")


def test_rules_travel_as_they_are(tmp_path: Path) -> None:
    parcel = Parcel.of(Setup(rules_dir(), ReadOptions()), Bounds())
    assert rules_hash(parcel.unpack(tmp_path / "rules").rules) == rules_hash(rules_dir())


def test_engines_are_asked_for_by_name_and_with_their_scheduler() -> None:
    with pytest.raises(UsageError, match="there are local, dask"):
        engine("spark")
    with pytest.raises(UsageError, match="--scheduler tcp://HOST:8786"):
        engine("dask")
    with pytest.raises(UsageError, match="only --engine dask"):
        engine("local", "tcp://1.2.3.4:8786")
