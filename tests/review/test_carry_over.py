"""Decisions outlive runs: other rules, other names, other workers, sheets that someone wrote in."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from camket.decisions import DecisionLog
from camket.errors import UsageError
from camket.judgement import State, judge
from camket.labels import Language
from camket.progress import summary_lines
from camket.review import sheet
from camket.review.apply import apply
from camket.run.batch import Job, Summary, run
from camket.run.supervisor import Bounds
from camket.write import handwork
from tests.conftest import ROOT
from tests.review.folders import NEWS, reviewed_of, row_of, rows_of, sheet_of

OTHER = """Công ty Gốm Sông Bé và Trường Đại học Sao Biển ký kết bản ghi nhớ

Ngày 7/8/2020, tại Vũng Tàu, Công ty Gốm Sông Bé và Trường Đại học Sao Biển ký kết bản ghi nhớ hợp tác.
"""


def run_over(folder: Path, output: Path, workers: int = 1, **more: object) -> Summary:
    return run(Job((folder,), output, Bounds(workers=workers), **more))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over two documents, on which nothing was decided."""
    base = tmp_path_factory.mktemp("carry")
    (base / "in").mkdir()
    (base / "in" / "a.txt").write_text(NEWS, encoding="utf-8")
    (base / "in" / "b.txt").write_text(OTHER, encoding="utf-8")
    run_over(base / "in", base / "out")
    return base


@pytest.fixture
def base(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read, tmp_path / "base"))


def decide(base: Path) -> None:
    """The place of a.txt is wrong, its day corrected, its first party right."""
    out = base / "out"
    rows = [row for row in rows_of(out) if row["document"] == "a.txt"]
    by_field = {row["field"]: row for row in reversed(rows)}
    changed = [by_field["place"] | {"decision": "wrong"},
               by_field["signed on"] | {"decision": "fix", "correction": "2019-03-06", "note": "theo ảnh"},
               by_field["party"] | {"decision": "ok"}]  # fmt: skip
    done = apply([sheet_of(base / "sheet.csv", changed)], out, "An")
    assert len(done.decisions) == 3


def test_a_run_without_decisions_has_no_reviewed_records(base: Path) -> None:
    assert not (base / "out" / "reviewed.jsonl").exists()
    assert {row["state"] for row in rows_of(base / "out")} == {"open"}


def test_the_next_run_fills_in_what_stands_and_asks_for_it_last(base: Path) -> None:
    decide(base)
    (base / "out" / "reviewed.jsonl").unlink()
    run_over(base / "in", base / "out")
    rows = rows_of(base / "out")
    filled = {row["field"]: (row["decision"], row["correction"], row["reviewer"], row["note"], row["so_far"])
              for row in rows[-3:]}  # fmt: skip
    assert filled == {
        "place": ("wrong", "", "An", "", "An: wrong"),
        "signed on": ("fix", "2019-03-06", "An", "theo ảnh", "An: fix → 2019-03-06"),
        "party": ("ok", "", "An", "", "An: ok"),
    }
    assert all(row["state"] == "open" and not row["decision"] for row in rows[:-3])
    assert reviewed_of(base / "out")["agreements"][0]["signed_on"] == "2019-03-06"
    assert apply([base / "out" / "review.csv"], base / "out", "Bình").decisions == [], (
        "what stands is not decided again"
    )


def test_a_changed_row_that_was_filled_in_is_by_who_applies_it(base: Path) -> None:
    decide(base)
    run_over(base / "in", base / "out")
    row = row_of(base / "out", "place", -1) | {"decision": "ok"}
    assert row["reviewer"] == "An"
    (one,) = apply([sheet_of(base / "sheet.csv", [row])], base / "out", "Bình").decisions
    assert one.reviewer == "Bình"


def test_nothing_is_written_anew_where_nothing_was_decided_since(base: Path) -> None:
    decide(base)
    run_over(base / "in", base / "out")
    before = (base / "out" / "records.jsonl").stat().st_mtime_ns
    run_over(base / "in", base / "out")
    assert (base / "out" / "records.jsonl").stat().st_mtime_ns == before


def test_decisions_survive_another_name(base: Path) -> None:
    decide(base)
    (base / "in" / "a.txt").rename(base / "in" / "z.txt")
    run_over(base / "in", base / "out")
    rows = [row for row in rows_of(base / "out") if row["document"] == "z.txt"]
    assert sum(row["state"] == "decided" for row in rows) == 3


def test_decisions_survive_changed_rules_and_only_what_changed_is_asked_again(base: Path) -> None:
    decide(base)
    rules = Path(shutil.copytree(ROOT / "rules", base / "rules"))
    text = (rules / "signing.yaml").read_text(encoding="utf-8")
    (rules / "signing.yaml").write_text(text.replace("about: ", "about: Also. ", 1), encoding="utf-8")
    log = DecisionLog(base / "out")
    place = next(one for one in log.read()[0] if one.key.field == "place")
    log.add([place.__class__(**{**place.to_json(), "key": place.key, "verdict": place.verdict, "value": "Hà Nội",
                                "reviewer": "Bình"})])  # fmt: skip
    party = next(one for one in log.read()[0] if one.key.field == "party")
    log.add([party.__class__(**{**party.to_json(), "key": party.key, "verdict": party.verdict, "value": "Sở Y tế Cũ"})])
    summary = run_over(base / "in", base / "out", rules=rules)
    assert summary.causes == {"rules": 2}
    states = {row["field"]: row["state"] for row in rows_of(base / "out") if row["so_far"]}
    assert states == {"place": "decided", "signed on": "decided", "party": "changed"}
    (changed,) = [row for row in rows_of(base / "out") if row["state"] == "changed"]
    assert (changed["decision"], changed["so_far"]) == ("", "An: ok (Sở Y tế Cũ)")
    assert rows_of(base / "out")[0]["state"] in {"open", "changed"}


def test_reviewed_records_are_the_same_bytes_whatever_the_workers(base: Path) -> None:
    decide(base)
    run_over(base / "in", base / "out")
    for workers in (1, 2):
        other = base / f"out{workers}"
        other.mkdir()
        shutil.copy(base / "out" / "decisions.jsonl", other)
        run_over(base / "in", other, workers)
        assert (other / "reviewed.jsonl").read_bytes() == (base / "out" / "reviewed.jsonl").read_bytes()


def test_without_decisions_reviewed_records_are_gone(base: Path) -> None:
    decide(base)
    (base / "out" / "decisions.jsonl").unlink()
    run_over(base / "in", base / "out")
    assert not (base / "out" / "reviewed.jsonl").exists()


def write_in(path: Path) -> None:
    """Someone decides on the first row of a workbook."""
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(2, 7).value = "ok"
    book.save(path)


def test_a_sheet_that_someone_wrote_in_is_kept_and_told(base: Path) -> None:
    out = base / "out"
    write_in(out / "review.xlsx")
    written = (out / "review.xlsx").read_bytes()
    run_over(base / "in", out)
    assert (out / "review.xlsx").read_bytes() == written, "where nothing changed, it stays where it is"
    decide(base)
    summary = run_over(base / "in", out)
    assert summary.kept == ["review-edited-1.xlsx"]
    assert (out / "review-edited-1.xlsx").read_bytes() == written
    assert "kept as review-edited-1.xlsx" in "\n".join(summary_lines(summary))
    assert len(apply([out / "review-edited-1.xlsx"], out, "An").decisions) == 1
    write_in(out / "review.xlsx")
    assert sheet.write(out) == ["review-edited-2.xlsx"]


def test_a_sheet_that_was_applied_may_be_overwritten(base: Path) -> None:
    out = base / "out"
    write_in(out / "review.xlsx")
    assert len(apply([out / "review.xlsx"], out, "An").decisions) == 1
    assert run_over(base / "in", out).kept == []
    assert rows_of(out)[-1]["state"] == "decided"


def test_a_copied_folder_is_not_taken_for_edited(base: Path) -> None:
    copied = base / "copy"
    copied.mkdir()
    for name in ("review.csv", "review.xlsx", handwork.FILE):
        (copied / name).write_bytes((base / "out" / name).read_bytes())
    assert handwork.keep_edited(copied, ["review.csv", "review.xlsx"]) == []


def test_the_sheets_stay_in_their_language(base: Path) -> None:
    out = base / "out"
    run_over(base / "in", out, language=Language.VIETNAMESE)
    assert rows_of(out)[0]["state"] == "chưa duyệt"
    decide_row = rows_of(out)[0] | {"decision": "đúng"}
    apply([sheet_of(base / "sheet.csv", [decide_row])], out, "An")
    run_over(base / "in", out)
    assert rows_of(out)[-1]["decision"] == "đúng"
    sheet.write(out, Language.ENGLISH)
    assert rows_of(out)[-1]["decision"] == "ok"


def test_sheets_written_anew_are_those_of_a_run(base: Path) -> None:
    decide(base)
    out = base / "out"
    sheet.write(out)
    anew = (out / "review.csv").read_bytes(), (out / "reviewed.jsonl").read_bytes()
    run_over(base / "in", out)
    assert ((out / "review.csv").read_bytes(), (out / "reviewed.jsonl").read_bytes()) == anew


def test_what_was_added_keeps_its_item(base: Path) -> None:
    out = base / "out"
    rows = [{"document": "b.txt", "item": "a8", "field": "agreement", "value": "Công ty Gốm – Sở Du lịch", "decision": "add"},
            {"document": "b.txt", "item": "a8", "field": "period", "value": "2019 - 2022", "decision": "add"}]  # fmt: skip
    assert len(apply([sheet_of(base / "sheet.csv", rows)], out, "An").decisions) == 2
    sheet.write(out)
    added = [row for row in rows_of(out) if row["state"] == "added"]
    assert [(row["field"], row["item"], row["decision"]) for row in added] == [
        ("agreement", "a2", "add"), ("period", "a2", "add"),
    ]  # fmt: skip
    assert apply([out / "review.csv"], out, "An").decisions == []
    more = {"document": "b.txt", "item": "a2", "field": "place", "value": "Vũng Tàu", "decision": "add"}
    apply([sheet_of(base / "sheet.csv", [more])], out, "An")
    assert reviewed_of(out, 1)["agreements"][1]["place"] == "Vũng Tàu"
    records = [json.loads(line) for line in (out / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    index = DecisionLog(out).index()
    assert sum(one.state is State.ADDED for one in judge(records[1], index.of(records[1]["document"]["id"]))) == 3


def test_a_broken_log_is_told_before_anything_is_read(base: Path) -> None:
    (base / "out" / "decisions.jsonl").write_text(
        '{"document": "d", "key": "nonsense", "verdict": "ok"}\n', encoding="utf-8"
    )
    (base / "in" / "c.txt").write_text(OTHER + "Hết.", encoding="utf-8")
    with pytest.raises(UsageError, match="is no decision"):
        run_over(base / "in", base / "out")
    (base / "out" / "decisions.jsonl").unlink()
    assert run_over(base / "in", base / "out").causes == {"new": 1}
