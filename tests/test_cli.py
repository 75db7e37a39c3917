from __future__ import annotations

import contextlib
import csv
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from camket.errors import ExitCode
from tests.conftest import CORPUS, ROOT

RELEASE = """Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác

Ngày 5/3/2019, tại Đà Lạt, Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác giai đoạn 2019 - 2022.

Hai bên sẽ đào tạo bác sĩ tuyến huyện và chia sẻ dữ liệu bệnh án.
"""


def camket(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "camket.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, timeout=300,
                          env={**os.environ, "PYTHONWARNINGS": "ignore", "COLUMNS": "120"})  # fmt: skip


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "tin.txt"
    path.parent.mkdir()
    path.write_text(RELEASE, encoding="utf-8")
    return path


def test_help_imports_none_of_the_heavy_libraries() -> None:
    code = ("import sys, runpy; sys.argv = ['camket', '--help']\n"
            "try: runpy.run_module('camket.cli', run_name='__main__')\n"
            "except SystemExit: pass\n"
            "print([name for name in ('spacy', 'pandas', 'underthesea', 'pydantic', 'numpy') if name in sys.modules])")  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_run_writes_every_output_and_ends_with_0(release: Path, tmp_path: Path) -> None:
    done = camket("run", release.parent, "-o", tmp_path / "out", "--workers", "1")
    assert done.returncode == ExitCode.OK, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {
        "records.jsonl",
        "agreements.csv",
        "commitments.csv",
        "review.csv",
        "ledger.jsonl",
        "run.json",
        "report.html",
    } <= names
    record = json.loads((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8"))
    assert record["agreements"][0]["signed_on"] == "2019-03-05"
    assert "1 agreements, 2 commitments" in done.stdout


def test_programs_are_told_what_happens_as_json_lines(release: Path, tmp_path: Path) -> None:
    (release.parent / "empty.txt").touch()
    done = camket("run", release.parent, "-o", tmp_path / "out", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["event"] for one in events] == ["begin", "document", "document", "write", "end"]
    assert events[0]["total"] == 2
    assert {one["path"]: one["status"] for one in events[1:3]} == {"empty.txt": "failed", "tin.txt": "ok"}
    assert (events[4]["exit_code"], events[4]["counts"]) == (1, {"failed": 1, "ok": 1})
    assert done.returncode == 1
    assert done.stderr == ""


def test_people_at_a_terminal_see_a_bar_and_what_is_wrong(release: Path, tmp_path: Path) -> None:
    (release.parent / "empty.txt").touch()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "camket.cli", "run", str(release.parent), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True,
                          env={**os.environ, "TERM": "xterm", "COLUMNS": "120"}) as process:  # fmt: skip
        os.close(theirs)
        told = b""
        with contextlib.suppress(OSError):  # the terminal is closed when the run has ended
            while piece := os.read(ours, 4096):
                told += piece
        assert process.stdout is not None
        said = process.stdout.read()
    os.close(ours)
    assert "reading" in told.decode()
    assert "empty.txt: the file is empty" in told.decode()
    assert said.startswith("2 documents (1 failed, 1 ok)")


def test_a_document_that_fails_is_told_and_the_others_are_read(release: Path, tmp_path: Path) -> None:
    (release.parent / "empty.txt").touch()
    (release.parent / "strange.xyz").write_bytes(b"abc")
    (release.parent / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    done = camket("run", release.parent, "-o", tmp_path / "out", "--workers", "1")
    assert done.returncode == ExitCode.SOME_FAILED
    ledger = [json.loads(line) for line in (tmp_path / "out" / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["path"]: line["reason"] for line in ledger} == {
        "broken.pdf": "broken", "empty.txt": "empty", "strange.xyz": "unsupported", "tin.txt": "",
    }  # fmt: skip
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere", "-o", "out"], "there is no such file or folder"),
        (["run", ".", "-o", "out"], "there is no file to read here"),
        (["run", ".", "-o", "out", "--workers", "0"], "workers"),
        (["run", ".", "-o", "out", "--memory", "much"], "give it as 900M or 4G"),
        (["run", ".", "-o", "out", "--memory", "1M"], "no less than 600M"),
        (["run", ".", "-o", "out", "--engine", "spark"], "there are local, dask"),
        (["run", ".", "-o", "out", "--scheduler", "tcp://a:1"], "only --engine dask has a scheduler"),
        (["run", ".", "-o", "out", "--journal", "j"], "for an output that is a URL"),
        (["run", "khong://co", "-o", "out"], "no URL of a store"),
        (["run", ".", "--nonsense"], "nonsense"),
        (["run", "."], "output"),
        (["evaluate", "nowhere.jsonl", "nowhere.jsonl"], "cannot be read"),
        (["rules", "show", "signing.nothing"], "there is no rule 'signing.nothing'"),
        (["table", "."], "no records.jsonl"),
        (["export", ".", "--to", "sqlite"], "no records.jsonl"),
        (["export", ".", "--to", "access"], "there is no such format; there are label-studio, doccano"),
        (["run", ".", "-o", "out", "--lang", "fr"], "fr"),
        (["review", "sheet", "."], "no records.jsonl"),
        (["review", "stats", "."], "no records.jsonl"),
        (["review", "apply", "none.csv", "-o", "."], "no records.jsonl"),
    ],
)
def test_a_wrong_call_is_told_in_one_line_with_exit_code_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = camket(*arguments, cwd=tmp_path)
    assert done.returncode == ExitCode.USAGE
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("camket: ")


def test_an_output_that_cannot_be_written_ends_with_4(release: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = camket("run", release, "-o", tmp_path / "file" / "out", "--workers", "1")
    assert done.returncode == ExitCode.CANNOT_WRITE
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_broken_rule_file_ends_with_2_and_tells_file_rule_and_key(release: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    text = (rules / "signing.yaml").read_text(encoding="utf-8")
    (rules / "signing.yaml").write_text(text.replace("    about:", "    abuot:", 1), encoding="utf-8")
    done = camket("rules", "check", "--rules", rules)
    assert done.returncode == ExitCode.USAGE
    assert "signing.yaml: rule signing.between: rules.0.abuot" in done.stderr
    assert "did you mean 'about'" in done.stderr
    run = camket("run", release, "-o", tmp_path / "out", "--rules", rules, "--workers", "1")
    assert run.returncode == ExitCode.USAGE
    assert "signing.yaml" in run.stderr


def test_rules_are_checked_listed_and_shown() -> None:
    assert "hold" in camket("rules", "check").stdout
    assert "signing.between" in camket("rules", "list").stdout
    assert "finds:" in camket("rules", "show", "signing.between").stdout


def test_show_prints_the_record_and_its_json(release: Path) -> None:
    assert "Bệnh viện Hoàn Mỹ" in camket("show", release).stdout
    record = json.loads(camket("show", release, "--json").stdout)
    assert record["agreements"][0]["period"] == "2019/2022"


def test_show_of_an_unreadable_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = camket("show", tmp_path / "empty.txt")
    assert done.returncode == ExitCode.SOME_FAILED
    assert done.stderr == "camket: empty.txt: the file is empty\n"


def test_a_review_goes_from_sheet_to_stats(release: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert camket("run", release.parent, "-o", out, "--workers", "1", "--lang", "vi").returncode == ExitCode.OK
    sheet = (out / "review.csv").read_text(encoding="utf-8-sig")
    with (out / "review.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    place, period = (next(row for row in rows if row["trường"] == field) for field in ("nơi ký", "thời hạn"))
    told = f"khóa;quyết định;sửa thành\n{place['khóa']};sai;\n{period['khóa']};sửa;2019/2023\n"
    (tmp_path / "duyệt.csv").write_text(told, encoding="utf-8")
    done = camket("review", "apply", tmp_path / "duyệt.csv", "-o", out, "--reviewer", "An")
    assert (done.returncode, done.stdout) == (ExitCode.OK, "2 decisions applied, 0 stood already, 0 faults\n")
    (tmp_path / "duyệt.csv").write_text(told.replace("sai", "hmm"), encoding="utf-8")
    done = camket("review", "apply", tmp_path / "duyệt.csv", "-o", out, "--reviewer", "An")
    assert done.returncode == ExitCode.SOME_FAILED
    assert "duyệt.csv, cell B2 (decision): 'hmm' is no decision" in done.stderr
    assert "2 decided" in camket("review", "stats", out).stdout
    assert json.loads(camket("review", "stats", out, "--json").stdout)["fields"]["period"]["fix"] == 1
    assert "skips:\n- Ngày 5/3/2019" in camket("rules", "candidates", out).stdout
    assert camket("review", "sheet", out).returncode == ExitCode.OK
    assert (out / "review.csv").read_text(encoding="utf-8-sig") != sheet
    record = json.loads((out / "reviewed.jsonl").read_text(encoding="utf-8"))
    assert (record["agreements"][0]["place"], record["agreements"][0]["period"]) == (None, "2019/2023")


def test_schema_and_doctor_answer() -> None:
    assert json.loads(camket("schema").stdout)["title"] == "Record"
    assert "underthesea" in camket("doctor").stdout


def test_evaluate_tells_what_is_below_its_floor(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").touch()
    (tmp_path / "floors.json").write_text('{"f1": {"parties": 0.5}}')
    done = camket(
        "evaluate", CORPUS / "gold" / "gold.jsonl", tmp_path / "records.jsonl", "--floors", tmp_path / "floors.json"
    )
    assert done.returncode == ExitCode.SOME_FAILED
    assert "parties: F1 0.000 is below its floor of 0.5" in done.stderr
