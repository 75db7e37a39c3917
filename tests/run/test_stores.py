"""Documents and results in a store: a real S3 server, which fails at times."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from camket.errors import ExitCode, InUseError, MissingToolError, UsageError
from camket.run import commit, lease
from camket.run.inputs import Sources
from camket.storage import Remote, located
from tests.conftest import ROOT
from tests.run.cluster import Cluster, awaited
from tests.run.store import BUCKET, Store

pytest.importorskip("s3fs")
pytest.importorskip("moto")

pytestmark = pytest.mark.slow

TEXT = "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác số {}."
IN, OUT = f"s3://{BUCKET}/vào", f"s3://{BUCKET}/ra"
PARTED = ("records.jsonl", "documents.jsonl")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store"))
    yield store
    store.stop()


@pytest.fixture
def store(server: Store) -> Store:
    """The server, without faults and empty."""
    server.fail({})
    server.forget()
    for prefix in ("vào", "ra"):
        for name in server.names(prefix):
            server.client.delete_object(Bucket=BUCKET, Key=f"{prefix}/{name}")
    shutil.rmtree(server.environment["XDG_CACHE_HOME"], ignore_errors=True)
    return server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents on this machine."""
    folder = tmp_path / "in"
    (folder / "tin tức").mkdir(parents=True)
    for number in range(4):
        (folder / f"tin-{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    (folder / "tin tức" / "một.txt").write_text(TEXT.format("một"), encoding="utf-8")
    (folder / "tin tức" / "bản sao.txt").write_text(TEXT.format(1), encoding="utf-8")
    (folder / ".ẩn.txt").write_text("ẩn", encoding="utf-8")
    (folder / "rỗng.txt").write_text("", encoding="utf-8")
    (folder / "bỏ.txt").write_text("bỏ", encoding="utf-8")
    (folder / ".camketignore").write_text("bỏ.txt\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "ho-so.zip", "w") as archive:
        archive.writestr("trong.txt", TEXT.format("trong"))
    return folder


def start(store: Store, *arguments: str | Path) -> subprocess.Popen[str]:
    """A run whose records hold the texts."""
    return _started(store, "tests.run.runner", *arguments, "--workers", "1", "--reader", "plain")


def _started(store: Store, module: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = {**os.environ, **store.environment, "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stderr=subprocess.PIPE)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code of a run, and what it said."""
    _, told = process.communicate(timeout=400)
    return process.returncode, told


def run(store: Store, *arguments: str | Path) -> tuple[int, str]:
    return ended(start(store, *arguments))


def camket(store: Store, *arguments: str | Path) -> tuple[int, str]:
    """The command itself."""
    return ended(_started(store, "camket.cli", "run", *arguments, "--quiet"))


def statuses(output: Path) -> dict[str, str]:
    lines = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["path"]: line["status"] for line in lines}


def manifest(store: Store) -> dict[str, list[dict[str, Any]]]:
    """What the manifest of the results names, all of it being there as it says."""
    told: dict[str, list[dict[str, Any]]] = json.loads(store.bytes_of("ra/_SUCCESS"))["files"]
    for one in (part for parts in told.values() for part in parts):
        data = store.bytes_of(f"ra/{one['name']}")
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one["bytes"], one["sha256"]), one["name"]
    assert {"_SUCCESS", *(one["name"] for parts in told.values() for one in parts)} == set(store.names("ra"))
    return told


def put_together(store: Store, name: str) -> bytes:
    return b"".join(store.bytes_of(f"ra/{one['name']}") for one in manifest(store)[name])


def test_a_second_machine_is_refused_at_once_and_told_of_the_first(store: Store, tmp_path: Path, folder: Path) -> None:
    for number in range(100):
        (folder / f"văn bản {number}.txt").write_text(TEXT.format(f"văn bản {number}"), encoding="utf-8")
    store.upload(folder, "vào")
    store.fail({"GET bản": 0.2})
    ours, theirs = ("--journal", tmp_path / "ours"), ("--journal", tmp_path / "theirs")
    first = start(store, IN, "-o", OUT, *ours)
    awaited(lambda: store.requests("GET /kho/vào/văn bản"))
    code, told = run(store, IN, "-o", OUT, *theirs)
    assert code == ExitCode.IN_USE
    assert told.startswith(f"{OUT}: another run (process {first.pid} on {socket.gethostname()}, since 20")
    first.kill()
    ended(first)
    store.fail({})
    assert run(store, IN, "-o", OUT, *theirs)[0] == ExitCode.IN_USE, "it is not known yet that the first one is dead"
    assert run(store, folder, "-o", OUT, *ours)[0] == ExitCode.SOME_FAILED, "the same machine knows that it is"
    assert manifest(store)["records.jsonl"]
    assert run(store, IN, "-o", OUT, *theirs)[0] == ExitCode.SOME_FAILED, "who has ended leaves nothing behind"


def note(store: Store, token: str) -> dict[str, Any]:
    """The note of a run on another machine stands in the store."""
    told = {"process": 4711, "host": "away", "since": "2026-11-28", "owner": "away", "token": token}
    store.client.put_object(Bucket=BUCKET, Key="ra/_lock.json", Body=json.dumps(told).encode())
    return told


@pytest.fixture
def within(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store as this process reaches it; notes in it expire in two seconds."""
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(lease, "EXPIRY_SECONDS", 2.0)
    return store


def test_the_note_of_a_machine_that_is_gone_holds_nobody_off_for_long(within: Store, tmp_path: Path) -> None:
    place = Remote(f"{OUT}/_lock.json")
    note(within, "theirs")
    with pytest.raises(InUseError, match="process 4711 on away"), lease.leased(place, tmp_path, Remote(OUT)):
        pass
    assert within.names("ra") == ["_lock.json"]
    time.sleep(3.0)
    with lease.leased(place, tmp_path, Remote(OUT)) as ours:
        ours.check()
        time.sleep(4.0)
        with pytest.raises(InUseError), lease.leased(place, tmp_path / "other", Remote(OUT)):
            pass
    assert not within.names("ra")


def test_a_run_whose_place_was_taken_meanwhile_puts_nothing(within: Store, tmp_path: Path, folder: Path) -> None:
    run(within, folder, "-o", tmp_path / "out")
    with lease.leased(Remote(f"{OUT}/_lock.json"), tmp_path, Remote(OUT)) as ours:
        note(within, "theirs")
        with pytest.raises(InUseError, match="process 4711 on away"):
            commit.commit(tmp_path / "out", Remote(OUT), ("ledger.jsonl",), ours.check)
    assert within.names("ra") == ["_lock.json"], "nor does it take their note away"


def test_of_two_that_come_at_once_one_is_refused_where_the_store_cannot(
    within: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def create(place: Remote, data: bytes) -> bool:
        place.write_bytes(data)
        return True

    monkeypatch.setattr(lease, "create", create)
    place = Remote(f"{OUT}/_lock.json")
    answers: list[str] = []

    def take(number: int) -> None:
        try:
            with lease.leased(place, tmp_path / str(number), Remote(OUT)):
                answers.append("held")
                time.sleep(1.0)
        except InUseError:
            answers.append("refused")

    threads = [Thread(target=take, args=(number,)) for number in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(answers) == ["held", "refused", "refused"]


def test_documents_of_a_store_give_the_records_that_they_give_here(store: Store, tmp_path: Path, folder: Path) -> None:
    store.upload(folder, "vào")
    assert camket(store, folder, "-o", tmp_path / "here")[0] == ExitCode.SOME_FAILED
    assert camket(store, IN, "-o", tmp_path / "there")[0] == ExitCode.SOME_FAILED
    assert statuses(tmp_path / "there") == statuses(tmp_path / "here")
    assert statuses(tmp_path / "there")["tin-1.txt"] == "duplicate_of"
    assert statuses(tmp_path / "there")["rỗng.txt"] == "failed"
    assert len(statuses(tmp_path / "there")) == 9
    for name in PARTED:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_what_a_store_tells_to_be_unchanged_is_not_asked_for_again(store: Store, tmp_path: Path, folder: Path) -> None:
    (folder / "rỗng.txt").unlink()
    store.upload(folder, "vào")
    assert run(store, IN, "-o", tmp_path / "out") == (0, "")
    store.forget()
    (folder / "tin-1.txt").write_text(TEXT.format("mới"), encoding="utf-8")
    store.client.upload_file(str(folder / "tin-1.txt"), BUCKET, "vào/tin-1.txt")
    assert run(store, IN, "-o", tmp_path / "out") == (0, "")
    assert {line.strip() for line in store.requests("GET") if ".txt" in line} == {"GET /kho/vào/tin-1.txt"}
    told = statuses(tmp_path / "out")
    assert {name for name, status in told.items() if status != "unchanged"} == {"tin-1.txt"}


def test_results_in_a_store_are_those_of_a_folder_and_count_when_they_are_all_there(
    store: Store, tmp_path: Path, folder: Path
) -> None:
    run(store, folder, "-o", tmp_path / "here")
    run(store, folder, "-o", OUT)
    for name in PARTED:
        assert put_together(store, name) == (tmp_path / "here" / name).read_bytes()
    first = manifest(store)
    assert set(first) >= {"agreements.csv", "report.html", "ledger.jsonl", "run.json"}
    assert store.bytes_of("ra/agreements.csv") == (tmp_path / "here" / "agreements.csv").read_bytes()
    store.forget()
    run(store, folder, "-o", OUT)
    assert not store.requests("PUT /kho/ra/records/"), "what is there is not written again"
    (folder / "tin-3.txt").unlink()
    run(store, folder, "-o", OUT)
    assert manifest(store)["records.jsonl"] != first["records.jsonl"]


def test_parts_are_cut_between_lines_and_named_by_what_they_hold(
    store: Store, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, folder, "-o", tmp_path / "out")
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(commit, "_PART_BYTES", 400)
    commit.commit(tmp_path / "out", Remote(OUT), ("ledger.jsonl",), lambda: None)
    parts = manifest(store)["records.jsonl"]
    assert len(parts) > 2
    assert [one["name"].partition("-")[2][:5] for one in parts] == [f"{number:05}" for number in range(len(parts))]
    assert all(store.bytes_of(f"ra/{one['name']}").endswith(b"}\n") for one in parts)
    assert put_together(store, "records.jsonl") == (tmp_path / "out" / "records.jsonl").read_bytes()


def test_an_object_that_cannot_be_read_costs_itself_only_and_is_read_later(
    store: Store, tmp_path: Path, folder: Path
) -> None:
    (folder / "rỗng.txt").unlink()
    store.upload(folder, "vào")
    store.fail({"tin-2": 500, "tin-0": 0.3})
    assert run(store, IN, "-o", tmp_path / "out")[0] == ExitCode.SOME_FAILED
    told = statuses(tmp_path / "out")
    assert {name for name, status in told.items() if status not in {"ok", "duplicate_of"}} == {"tin-2.txt"}
    store.fail({})
    assert run(store, IN, "-o", tmp_path / "out") == (0, "")
    assert statuses(tmp_path / "out")["tin-2.txt"] == "ok"
    run(store, folder, "-o", tmp_path / "here")
    assert (tmp_path / "out" / "records.jsonl").read_bytes() == (tmp_path / "here" / "records.jsonl").read_bytes()


def test_a_store_that_stops_ends_the_run_which_can_go_on(store: Store, tmp_path: Path, folder: Path) -> None:
    (folder / "rỗng.txt").unlink()
    for number in range(100):
        (folder / f"văn bản {number}.txt").write_text(TEXT.format(f"văn bản {number}"), encoding="utf-8")
    store.upload(folder, "vào")
    store.fail({"GET bản": 0.2})
    process = start(store, IN, "-o", tmp_path / "out")
    awaited(lambda: len([line for line in store.requests("GET") if ".txt" in line]) > 60)
    store.stop()
    code, told = ended(process)
    assert code == ExitCode.UNREACHABLE
    assert "the store does not answer" in told
    assert told.endswith("what was done is kept, and the same command goes on from there\n")
    assert told.count("\n") == 1
    store.fail({})
    store.start()
    store.upload(folder, "vào")
    assert run(store, IN, "-o", tmp_path / "out") == (0, "")
    run(store, folder, "-o", tmp_path / "here")
    assert (tmp_path / "out" / "records.jsonl").read_bytes() == (tmp_path / "here" / "records.jsonl").read_bytes()
    assert set(statuses(tmp_path / "out").values()) == {"ok", "duplicate_of"}


def test_results_that_cannot_be_put_leave_the_old_ones_and_are_put_later(store: Store, folder: Path) -> None:
    run(store, folder, "-o", OUT)
    before = put_together(store, "records.jsonl")
    (folder / "tin-3.txt").unlink()
    store.fail({"PUT documents": 500})
    code, told = run(store, folder, "-o", OUT)
    assert code == ExitCode.CANNOT_WRITE
    assert told.startswith(f"{OUT}: cannot write here:")
    assert "the results are in" in told
    assert b"".join(
        store.bytes_of(f"ra/{one['name']}")
        for one in json.loads(store.bytes_of("ra/_SUCCESS"))["files"]["records.jsonl"]
    ) == before  # fmt: skip
    store.fail({})
    store.forget()
    run(store, folder, "-o", OUT)
    assert put_together(store, "records.jsonl") != before
    assert not store.requests("PUT /kho/ra/records/"), "the part that had been put is not put again"


def test_a_run_that_is_killed_while_it_puts_its_results_is_taken_up(store: Store, tmp_path: Path, folder: Path) -> None:
    store.fail({"PUT report": 60})
    process = start(store, folder, "-o", OUT, "--journal", tmp_path / "journal")
    awaited(lambda: store.requests("PUT /kho/ra/report"))
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=400)
    assert "_SUCCESS" not in store.names("ra")
    store.fail({})
    run(store, folder, "-o", OUT, "--journal", tmp_path / "journal")
    assert put_together(store, "records.jsonl") == (tmp_path / "journal" / "records.jsonl").read_bytes()
    assert "unchanged" not in statuses(tmp_path / "journal").values(), "as if it had never been killed"


def test_a_store_that_is_not_there_is_told_before_anything_is_read(store: Store, tmp_path: Path, folder: Path) -> None:
    away = {**store.environment, "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}
    store.environment, kept = away, store.environment
    try:
        assert run(store, folder, "-o", OUT)[0] == ExitCode.CANNOT_WRITE
        assert run(store, IN, "-o", tmp_path / "out")[0] == ExitCode.UNREACHABLE
    finally:
        store.environment = kept
    code, told = run(store, f"{IN}/không có", "-o", tmp_path / "out")
    assert (code, told) == (ExitCode.USAGE, f"{IN}/không có: there is no such file or folder\n")


def test_dask_workers_read_from_the_store_and_the_results_go_there(store: Store, tmp_path: Path, folder: Path) -> None:
    pytest.importorskip("distributed")
    store.upload(folder, "vào")
    camket(store, folder, "-o", tmp_path / "here")
    with Cluster.of(tmp_path / "cluster", environment=store.environment) as cluster:
        code, _ = camket(store, IN, "-o", OUT, "--engine", "dask", "--scheduler", cluster.address)
    assert code == ExitCode.SOME_FAILED
    assert put_together(store, "records.jsonl") == (tmp_path / "here" / "records.jsonl").read_bytes()


def test_the_output_among_the_inputs_is_left_out(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in store.environment.items():
        monkeypatch.setenv(name, value)
    store.upload(folder, "vào")
    store.client.put_object(Bucket=BUCKET, Key="vào/ra/records/part-00000.jsonl", Body=b"{}")
    names = [one.name for one in Sources.of([Remote(IN)], apart=Remote(f"{IN}/ra"))]
    assert len(names) == 8
    assert not [name for name in names if name.startswith("ra/")]
    assert [one.name for one in Sources.of([Remote(f"{IN}/tin-1.txt")])] == ["tin-1.txt"]
    several = [one.name for one in Sources.of([Remote(f"{IN}/tin tức"), folder / "tin tức"])]
    assert len(several) == 4


def test_urls_that_are_none_and_stores_without_their_package_are_told() -> None:
    assert located("file:///du%20lieu/tin") == Path("/du lieu/tin")
    assert located("du lieu/tin") == Path("du lieu/tin")
    with pytest.raises(UsageError, match="no URL of a store"):
        located("khong://co").exists()
    with pytest.raises(MissingToolError, match="gcsfs"):
        located("gs://kho/tin").exists()
