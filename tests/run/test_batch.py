from __future__ import annotations

import io
import json
import os
import pickle
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from camket.errors import InUseError, RuleError, UsageError
from camket.ingest import Limits, ReadOptions
from camket.records import Outcome
from camket.rulefiles import rules_dir
from camket.run.batch import Job, Watcher, run
from camket.run.inputs import Sources
from camket.run.supervisor import Bounds, Setup, Supervisor
from tests.run import faults

TEXT = "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác số {}."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        path = tmp_path / "in" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.format(number), encoding="utf-8")
    return tmp_path / "in"


class Heard(Watcher):
    """Keeps the names of what was read; stops the run as Ctrl-C does when it hears of `last`."""

    def __init__(self, last: str = "") -> None:
        self.read: list[str] = []
        self._last = last

    def done(self, outcome: Outcome) -> None:
        self.read.append(outcome.path)
        if outcome.path == self._last:
            raise KeyboardInterrupt


def records(output: Path) -> list[str]:
    lines = (output / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["document"]["path"] for line in lines]


def statuses(output: Path) -> dict[str, str]:
    return {path: line["status"] for path, line in ledger(output).items()}


def ledger(output: Path) -> dict[str, dict[str, Any]]:
    lines = [json.loads(line) for line in (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["path"]: line for line in lines}


def test_a_second_run_reads_only_what_is_new_or_changed_and_says_why(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "out"))
    (folder / "1.txt").write_text(TEXT.format("mới"), encoding="utf-8")
    (folder / "3.txt").write_text(TEXT.format(3), encoding="utf-8")
    (folder / "2.txt").unlink()
    heard = Heard()
    summary = run(Job((folder,), tmp_path / "out"), heard)
    assert heard.read == ["1.txt", "3.txt"]
    assert summary.counts == {"ok": 2, "unchanged": 1}
    assert (summary.causes, summary.gone) == ({"changed": 1, "new": 1}, 1)
    told = ledger(tmp_path / "out")
    assert (told["0.txt"]["status"], told["0.txt"]["was"], told["0.txt"]["agreements"]) == ("unchanged", "ok", 1)
    assert (told["1.txt"]["cause"], told["3.txt"]["cause"]) == ("changed", "new")
    assert records(tmp_path / "out") == ["0.txt", "1.txt", "3.txt"]


def test_what_was_done_before_a_stop_is_not_done_again_and_the_outputs_are_the_same(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(Job((folder,), tmp_path / "out"), Heard("1.txt"))
    heard = Heard()
    run(Job((folder,), tmp_path / "out"), heard)
    assert heard.read == ["2.txt"]
    run(Job((folder,), tmp_path / "whole"))
    assert same_outputs(tmp_path / "out", tmp_path / "whole")


def same_outputs(one: Path, other: Path) -> bool:
    """Whether two runs have left the same files, but for the seconds that each document took."""

    def told(output: Path) -> list[dict[str, Any]]:
        return [line | {"seconds": 0} for line in ledger(output).values()]

    names = ("records.jsonl", "documents.jsonl", "agreements.csv", "commitments.csv", "review.csv", "report.html")
    return told(one) == told(other) and all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def test_other_options_and_other_rules_read_everything_anew_and_say_so(folder: Path, tmp_path: Path) -> None:
    rules = Path(shutil.copytree(rules_dir(), tmp_path / "rules"))
    run(Job((folder,), tmp_path / "out", rules=rules))
    never = ReadOptions(ocr="never")
    assert run(Job((folder,), tmp_path / "out", options=never, rules=rules)).causes == {"options": 3}
    (rules / "amounts.yaml").write_text(
        (rules / "amounts.yaml").read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8"
    )
    assert run(Job((folder,), tmp_path / "out", options=never, rules=rules)).causes == {"rules": 3}


def test_a_renamed_file_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "out"))
    (folder / "0.txt").rename(folder / "9.txt")
    heard = Heard()
    summary = run(Job((folder,), tmp_path / "out"), heard)
    assert heard.read == []
    assert summary.counts == {"unchanged": 3}
    assert records(tmp_path / "out") == ["1.txt", "2.txt", "9.txt"]
    run(Job((folder,), tmp_path / "whole"))
    assert (tmp_path / "out" / "report.html").read_bytes() == (tmp_path / "whole" / "report.html").read_bytes()


def test_outputs_of_an_unchanged_run_stay_as_they_are_unless_one_was_lost(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(Job((folder,), out))
    before = (out / "records.jsonl").stat().st_mtime_ns
    run(Job((folder,), out))
    assert (out / "records.jsonl").stat().st_mtime_ns == before
    (out / "records.jsonl").write_text("torn", encoding="utf-8")
    (out / "report.html").unlink()
    run(Job((folder,), out))
    assert records(out) == ["0.txt", "1.txt", "2.txt"]
    assert (out / "report.html").is_file()


def test_a_copy_is_told_as_such_and_read_once(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
    heard = Heard()
    summary = run(Job((folder,), tmp_path / "out"), heard)
    assert summary.counts == {"ok": 3, "duplicate_of": 1}
    assert "copy.txt" not in heard.read
    told = ledger(tmp_path / "out")["copy.txt"]
    assert (told["original"], told["message"]) == ("0.txt", "the same content as 0.txt")


def test_a_link_that_leads_nowhere_and_a_folder_that_cannot_be_listed_are_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    (folder / "closed").mkdir()
    real = os.scandir

    def listed(path: str | int) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", listed)
    summary = run(Job((folder,), tmp_path / "out"))
    told = ledger(tmp_path / "out")
    assert told["link.txt"]["status"] == "vanished"
    assert (told["closed"]["status"], told["closed"]["reason"]) == ("failed", "unreadable")
    assert summary.exit_code == 1


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
        "pack.zip/copy.txt": "duplicate_of",
        "pack.zip/more.zip": "ok",
        "pack.zip/more.zip/4.txt": "ok",
        "pack.zip/more.zip/odd.xyz": "unsupported",
        "pack.zip/new/5.txt": "ok",
    }
    assert ledger(tmp_path / "out")["pack.zip"]["reason"] == "container"
    assert summary.exit_code == 1
    assert records(tmp_path / "out") == [
        path for path, status in told.items() if status == "ok" and path.endswith(".txt")
    ]


def test_a_second_run_reads_of_an_archive_only_what_was_not_read(nested: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(Job((nested,), tmp_path / "out"), Heard("pack.zip"))
    heard, again = Heard(), Heard()
    run(Job((nested,), tmp_path / "out"), heard)
    assert sorted(heard.read) == sorted(path for path in ledger(tmp_path / "out") if path.startswith("pack.zip/"))
    run(Job((nested,), tmp_path / "out"), again)
    assert again.read == ["pack.zip/more.zip/odd.xyz"]


def test_a_copy_whose_original_is_gone_stands_for_itself(nested: Path, tmp_path: Path) -> None:
    run(Job((nested,), tmp_path / "out"))
    (nested / "1.txt").unlink()
    run(Job((nested,), tmp_path / "out"))
    told = ledger(tmp_path / "out")["pack.zip/copy.txt"]
    assert (told["status"], told["was"], told["original"]) == ("unchanged", "ok", "")
    assert "pack.zip/copy.txt" in records(tmp_path / "out")


def test_the_documents_of_one_file_are_limited_over_all_levels(nested: Path, tmp_path: Path) -> None:
    run(Job((nested,), tmp_path / "out", options=ReadOptions(limits=Limits(members=4))))
    told = ledger(tmp_path / "out")
    assert told["pack.zip/new/5.txt"]["status"] == "ok"
    assert told["pack.zip/more.zip"]["status"] == "too_large"
    assert "--limit members=5" in told["pack.zip/more.zip"]["message"]


def test_a_folder_in_use_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".lock.json").write_text('{"process": 4711, "host": "here", "since": "2026-11-28"}')
    with FileLock(tmp_path / "out" / ".lock"), pytest.raises(InUseError, match="process 4711 on here"):
        run(Job((folder,), tmp_path / "out"))
    with pytest.raises(InUseError, match=r"process 4711 on here.*120 seconds"):  # as if its lock did not reach us
        run(Job((folder,), tmp_path / "out"))
    os.utime(tmp_path / "out" / ".lock.json", (1, 1))
    run(Job((folder,), tmp_path / "out"))
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".lock.")]


def test_the_same_input_gives_the_same_records_with_any_number_of_workers(folder: Path, tmp_path: Path) -> None:
    run(Job((folder,), tmp_path / "one", Bounds(workers=1)))
    run(Job((folder,), tmp_path / "two", Bounds(workers=2)))
    assert same_outputs(tmp_path / "one", tmp_path / "two")


def test_ignored_and_hidden_files_are_no_inputs(folder: Path) -> None:
    (folder / ".camketignore").write_text("drafts/\n*.bak\n", encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text("x")
    (folder / "b.bak").write_text("x")
    (folder / ".hidden.txt").write_text("x")
    assert [one.name for one in Sources.of([folder])] == ["0.txt", "1.txt", "2.txt"]


def test_several_folders_keep_their_names_apart(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "0.txt").write_text("x")
    assert [one.name for one in Sources.of([folder, tmp_path / "other"])] == [
        "in/0.txt",
        "in/1.txt",
        "in/2.txt",
        "other/0.txt",
    ]


def test_files_come_in_the_order_of_their_names_each_once(tmp_path: Path) -> None:
    names = ["a-b.txt", "a.txt", "a/b.txt", "a/b/c.txt", "ab.txt", "ă.txt"]
    for name in names:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("x") if not (tmp_path / "in" / name).is_dir() else None
    folder = tmp_path / "in"
    found = [one.name for one in Sources.of([folder])]
    assert found == sorted(names)
    assert [one.name for one in Sources.of([folder, folder / "../in"])] == found
    assert [one.name for one in Sources.of([folder / "a.txt", folder / "ab.txt"])] == ["a.txt", "ab.txt"]


def test_folders_of_the_same_name_are_told_apart_by_where_they_lie(tmp_path: Path) -> None:
    for year in ("2020", "2021"):
        (tmp_path / year / "in").mkdir(parents=True)
        (tmp_path / year / "in" / "1.txt").write_text("x")
    found = [one.name for one in Sources.of([tmp_path / "2020" / "in", tmp_path / "2021" / "in"])]
    assert found == ["2020/in/1.txt", "2021/in/1.txt"]


def test_names_and_words_that_are_no_unicode_break_no_file(folder: Path, tmp_path: Path) -> None:
    def supervised(setup: Setup, bounds: Bounds) -> Supervisor:
        return Supervisor(replace(setup, opener=faults.broken_text), bounds)

    (folder / os.fsdecode(b"\xff.txt")).write_text("x")
    run(Job((folder,), tmp_path / "out"), executor=supervised)
    told = ledger(tmp_path / "out")
    assert {line["message"] for line in told.values() if line["status"] == "ok"} == {"hỏng ?"}
    assert "\\udcff.txt" in told
    assert "0.txt/\\udcff\\ud800.txt" in told


def test_the_output_folder_is_no_input(folder: Path) -> None:
    run(Job((folder,), folder / "out"))
    assert run(Job((folder,), folder / "out")).counts == {"unchanged": 3}


def test_no_input_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file to read"):
        Sources.of([tmp_path])


def test_faults_of_rules_keep_their_lines_across_a_process_border() -> None:
    told = pickle.loads(pickle.dumps(RuleError(["a.yaml: first", "b.yaml: second"])))  # noqa: S301
    assert told.faults == ["a.yaml: first", "b.yaml: second"]
    assert str(told) == "a.yaml: first\nb.yaml: second"
