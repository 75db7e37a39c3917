from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from camket.cli import main
from camket.errors import ExitCode, MissingToolError, OutputError, UsageError
from camket.export import TARGETS, export
from tests.export.folders import lines


@pytest.mark.parametrize("to", TARGETS)
def test_every_format_stands_in_the_runs_folder_and_leaves_nothing_behind(to: str, release: Path) -> None:
    exported = export(release, to)
    assert all(path.is_file() for path in exported.files)
    assert {path for path in (release / "export").rglob("*") if path.is_file()} == set(exported.files)
    assert exported.counts["documents"] == 2


@pytest.mark.parametrize("to", TARGETS)
def test_a_run_that_told_of_nothing_is_exported_too(to: str, tmp_path: Path) -> None:
    for name in ("records.jsonl", "documents.jsonl"):
        (tmp_path / name).touch()
    assert all(path.is_file() for path in export(tmp_path, to).files)


def test_a_file_or_a_folder_can_be_named(release: Path, tmp_path: Path) -> None:
    assert export(release, "doccano", tmp_path / "deep" / "a.jsonl").files[0] == tmp_path / "deep" / "a.jsonl"
    assert export(release, "doccano", tmp_path).files[0] == tmp_path / "doccano.jsonl"
    assert export(release, "sqlite", tmp_path / "new").files == [tmp_path / "new" / "camket.sqlite"]
    assert export(release, "spacy", tmp_path / "s").files == [tmp_path / "s" / "camket-0001.spacy"]


def test_the_runs_own_files_are_not_written_over(release: Path) -> None:
    before = (release / "records.jsonl").read_bytes()
    with pytest.raises(UsageError, match="a run's own file has this name"):
        export(release, "doccano", release / "records.jsonl")
    assert (release / "records.jsonl").read_bytes() == before


@pytest.mark.parametrize("to", TARGETS)
def test_an_export_that_breaks_off_leaves_the_one_before(to: str, release: Path) -> None:
    before = {path: path.read_bytes() for path in export(release, to).files}
    (release / "documents.jsonl").write_text(json.dumps(lines(release / "documents.jsonl")[0]) + "\n")
    with pytest.raises(UsageError, match=r"1\.txt does not stand in documents\.jsonl"):
        export(release, to)
    assert {path: path.read_bytes() for path in (release / "export").rglob("*") if path.is_file()} == before


def test_reviewed_records_are_taken_where_they_are_asked_for(release: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no reviewed\.jsonl"):
        export(release, "doccano", reviewed=True)
    told, quiet = lines(release / "records.jsonl")
    told["commitments"] = []
    (release / "reviewed.jsonl").write_text("\n".join(map(json.dumps, [told, quiet])), encoding="utf-8")
    found, kept = (lines(export(release, "doccano", reviewed=only).files[0])[0] for only in (False, True))
    assert {one["label"] for one in found["entities"]} - {one["label"] for one in kept["entities"]} == {
        "pledge", "due", "amount",
    }  # fmt: skip


def test_a_folder_without_texts_is_told(release: Path) -> None:
    (release / "documents.jsonl").unlink()
    with pytest.raises(UsageError, match=r"there is no documents\.jsonl here"):
        export(release, "sqlite")


@pytest.mark.parametrize("to", TARGETS)
def test_a_place_that_cannot_be_written_is_told(to: str, release: Path) -> None:
    (release / "file").touch()
    with pytest.raises(OutputError, match="cannot write here"):
        export(release, to, release / "file" / "out")


@pytest.mark.parametrize("to", ["sqlite", "duckdb"])
def test_what_a_database_refuses_is_told_in_one_line(to: str, release: Path) -> None:
    for name in ("records.jsonl", "documents.jsonl"):
        path = release / name
        path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(OutputError, match=rf"camket\.{to}: cannot write here: [^\n]*$"):
        export(release, to)
    assert not (release / "export" / f"camket.{to}").exists()
    assert list((release / "export").iterdir()) == []


@pytest.mark.parametrize(("to", "package"), [("parquet", "pyarrow"), ("duckdb", "duckdb"), ("duckdb", "pyarrow")])
def test_a_package_that_is_not_installed_is_told_with_the_way_to_get_it(
    to: str, package: str, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingToolError, match=rf"--to {to} needs {package}.*pip install 'camket\[store\]'"):
        export(release, to)


def test_the_command_tells_what_it_wrote_and_what_did_not_fit(
    release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["camket", "export", str(release), "--to", "prodigy"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == ExitCode.OK
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 documents, 11 spans, 11 relations"
    assert said[1].endswith("spans that overlap longer ones are in prodigy.jsonl alone, not in prodigy-relations.jsonl")
    assert said[-2:] == [str(release / "export" / name) for name in ("prodigy.jsonl", "prodigy-relations.jsonl")]
