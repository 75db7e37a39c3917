from __future__ import annotations

import io
import json
import os
import pickle
import shutil
import signal
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from camket.errors import InUseError, RuleError, UsageError
from camket.ingest import Limits, ReadOptions
from camket.records import Outcome, Status
from camket.rulefiles import rules_dir
from camket.run import workers
from camket.run.batch import Job, run
from camket.run.inputs import Input, find_inputs

TEXT = "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác số {}."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        path = tmp_path / "in" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.format(number), encoding="utf-8")
    return tmp_path / "in"


def ledger(output: Path) -> dict[str, dict[str, Any]]:
    lines = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["path"]: line for line in lines}


def test_a_second_run_reads_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "out"))
    (folder / "1.txt").write_text(TEXT.format("mới"), encoding="utf-8")
    (folder / "3.txt").write_text(TEXT.format(3), encoding="utf-8")
    read: list[Outcome] = []
    summary = run(Job((folder,), tmp_path / "out"), read.append)
    assert [outcome.path for outcome in read] == ["1.txt", "3.txt"]
    assert summary.counts == {"ok": 4}
    assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 4


def test_what_was_done_before_a_stop_is_not_done_again(folder: Path, tmp_path: Path) -> None:
    def stop(outcome: Outcome) -> None:
        if outcome.path == "1.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Job((folder,), tmp_path / "out"), stop)
    read: list[Outcome] = []
    run(Job((folder,), tmp_path / "out"), read.append)
    assert [outcome.path for outcome in read] == ["2.txt"]
    assert set(ledger(tmp_path / "out")) == {"0.txt", "1.txt", "2.txt"}


def test_other_options_read_everything_anew(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "out"))
    read: list[Outcome] = []
    run(Job((folder,), tmp_path / "out", options=ReadOptions(ocr="never")), read.append)
    assert len(read) == 3


def test_a_copy_is_told_as_duplicate_and_read_once(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
    summary = run(Job((folder,), tmp_path / "out"))
    assert summary.counts == {"ok": 3, "duplicate": 1}
    assert ledger(tmp_path / "out")["copy.txt"]["message"] == "the same content as 0.txt"


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.fixture
def nested(folder: Path) -> Path:
    """The folder with an archive of two documents, one of them a copy, and of an archive with a third."""
    inner = zipped({"4.txt": TEXT.format(4).encode(), "odd.xyz": b"?"})
    members = {"new/5.txt": TEXT.format(5).encode(), "copy.txt": TEXT.format(1).encode(), "more.zip": inner}
    (folder / "pack.zip").write_bytes(zipped(members))
    return folder


def test_each_document_of_an_archive_has_a_line_and_a_record_of_its_own(nested: Path, tmp_path: Path) -> None:
    summary = run(Job((nested,), tmp_path / "out"))
    told = {path: line["status"] for path, line in ledger(tmp_path / "out").items()}
    assert told == {
        "0.txt": "ok",
        "1.txt": "ok",
        "2.txt": "ok",
        "pack.zip": "ok",
        "pack.zip/copy.txt": "duplicate",
        "pack.zip/more.zip": "ok",
        "pack.zip/more.zip/4.txt": "ok",
        "pack.zip/more.zip/odd.xyz": "unsupported",
        "pack.zip/new/5.txt": "ok",
    }
    assert ledger(tmp_path / "out")["pack.zip"]["reason"] == "container"
    assert summary.exit_code == 1
    records = (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["document"]["path"] for line in records] == [
        path for path, status in told.items() if status == "ok" and path.endswith(".txt")
    ]


def test_a_second_run_reads_of_an_archive_only_what_was_not_read(nested: Path, tmp_path: Path) -> None:
    def stop(outcome: Outcome) -> None:
        if outcome.path == "pack.zip":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Job((nested,), tmp_path / "out"), stop)
    read: list[str] = []
    run(Job((nested,), tmp_path / "out"), lambda outcome: read.append(outcome.path))
    assert sorted(read) == sorted(path for path in ledger(tmp_path / "out") if path.startswith("pack.zip/"))
    again: list[str] = []
    run(Job((nested,), tmp_path / "out"), lambda outcome: again.append(outcome.path))
    assert again == ["pack.zip/more.zip/odd.xyz"]


def test_a_copy_whose_original_is_gone_is_read(nested: Path, tmp_path: Path) -> None:
    run(Job((nested,), tmp_path / "out"))
    (nested / "1.txt").unlink()
    run(Job((nested,), tmp_path / "out"))
    assert ledger(tmp_path / "out")["pack.zip/copy.txt"]["status"] == "ok"


def test_the_documents_of_one_file_are_limited_over_all_levels(nested: Path, tmp_path: Path) -> None:
    run(Job((nested,), tmp_path / "out", options=ReadOptions(limits=Limits(members=4))))
    told = ledger(tmp_path / "out")
    assert told["pack.zip/new/5.txt"]["status"] == "ok"
    assert told["pack.zip/more.zip"]["status"] == "too_large"
    assert "--limit members=5" in told["pack.zip/more.zip"]["message"]


def test_a_folder_in_use_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with FileLock(tmp_path / "out" / ".lock"), pytest.raises(InUseError, match="another run"):
        run(Job((folder,), tmp_path / "out"))


def test_the_same_input_gives_the_same_records_with_any_number_of_workers(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "one", workers=1))
    run(Job((folder,), tmp_path / "two", workers=2))
    assert (tmp_path / "one" / "records.jsonl").read_bytes() == (tmp_path / "two" / "records.jsonl").read_bytes()


def test_ignored_and_hidden_files_are_no_inputs(folder: Path) -> None:
    (folder / ".camketignore").write_text("drafts/\n*.bak\n", encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text("x")
    (folder / "b.bak").write_text("x")
    (folder / ".hidden.txt").write_text("x")
    assert [one.name for one in find_inputs([folder])] == ["0.txt", "1.txt", "2.txt"]


def test_several_folders_keep_their_names_apart(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "0.txt").write_text("x")
    assert [one.name for one in find_inputs([folder, tmp_path / "other"])] == [
        "in/0.txt",
        "in/1.txt",
        "in/2.txt",
        "other/0.txt",
    ]


def test_no_input_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file to read"):
        find_inputs([tmp_path])


def crash(one: Input) -> Outcome:
    """A reader that dies on one file, hangs on another, has a bug on a third."""
    if one.name == "0.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    if one.name == "1.txt":
        time.sleep(60)
    raise ZeroDivisionError("bug")


def ready(rules: Path, options: ReadOptions) -> None:
    """A worker that opens no kit."""


def test_a_crash_a_hang_and_a_bug_cost_one_document_each(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_process", crash)
    monkeypatch.setattr(workers, "_open", ready)
    inputs = [Input(folder / f"{number}.txt", f"{number}.txt") for number in range(3)]
    found = list(workers.outcomes(inputs, folder, ReadOptions(), workers=2, timeout=3.0))
    assert [(one.path, one.reason) for _, one in found] == [
        ("0.txt", "crashed"),
        ("1.txt", "timeout"),
        ("2.txt", "internal"),
    ]
    assert all(one.message.startswith(one.path) for _, one in found)


def test_rules_edited_during_a_run_change_the_next_one_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = Path(shutil.copytree(rules_dir(), tmp_path / "rules"))
    monkeypatch.setattr(workers, "_RENEWED_AFTER", 1)
    inputs = [Input(folder / f"{number % 3}.txt", f"{number}.txt") for number in range(6)]
    found = workers.outcomes(inputs, rules, ReadOptions(), workers=1, timeout=60.0)
    _, first = next(found)
    (rules / "words.yaml").write_text("classes: [", encoding="utf-8")
    assert {one.status for one in (first, *(outcome for _, outcome in found))} == {Status.OK}


def test_faults_of_rules_keep_their_lines_across_a_process_border() -> None:
    told = pickle.loads(pickle.dumps(RuleError(["a.yaml: first", "b.yaml: second"])))  # noqa: S301
    assert told.faults == ["a.yaml: first", "b.yaml: second"]
    assert str(told) == "a.yaml: first\nb.yaml: second"
