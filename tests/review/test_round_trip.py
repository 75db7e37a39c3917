"""Sheets go out, come back edited in random ways, and every decision lands on its value."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from camket.decisions import DecisionLog
from camket.judgement import State, judge
from camket.labels import names, plain
from camket.review.apply import apply
from camket.write import DOCUMENTS, RECORDS
from tests.conftest import DemoRun
from tests.review.ways import FORMS, Decided, decide, save

WAYS = int(os.environ.get("CAMKET_WAYS", "1"))
"""In how many ways the sheet of each document is edited; more at will, as CAMKET_WAYS=200."""
SOFFICE = Path(os.environ.get("CAMKET_SOFFICE", shutil.which("soffice") or "soffice")).resolve()


def has_calc() -> bool:
    places = (SOFFICE.parent, SOFFICE.parent / "libreoffice" / "program")
    return any((place / "libsclo.so").is_file() for place in places)


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "review.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [{key.replace(" ", "_"): cell for key, cell in row.items()} for row in csv.DictReader(file)]
    return [row | {"field": names("fields")[plain(row["field"])]} for row in rows]


def check(folder: Path, decided: Decided) -> int:
    """Every decision stands on its value, and there is no other; gives their number."""
    found = {}
    added = []
    for one in DecisionLog(folder).read()[0]:
        if one.verdict.value == "add":
            added.append((one.document, one.key.field, one.value))
            assert one.text.split() == one.value.split()
        else:
            found[one.document, str(one.key)] = (one.verdict.value, one.correction)
    assert found == decided.expected
    assert sorted(set(added)) == sorted(set(decided.added))
    return len(found) + len(added)


@pytest.mark.slow
def test_every_decision_lands_on_its_value_however_the_sheet_was_edited(demo: DemoRun, tmp_path: Path) -> None:
    chance = random.Random(6)  # noqa: S311 - the same ways in each run of the tests
    by_document: dict[str, list[dict[str, str]]] = {}
    for row in rows_of(demo.folder):
        by_document.setdefault(row["document"], []).append(row)
    lines = zip((demo.folder / RECORDS).read_text(encoding="utf-8").splitlines(),
                (demo.folder / DOCUMENTS).read_text(encoding="utf-8").splitlines(), strict=True)  # fmt: skip
    landed = 0
    for number, (record, source) in enumerate(lines):
        path = json.loads(record)["document"]["path"]
        if path not in by_document:
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / RECORDS).write_text(f"{record}\n", encoding="utf-8")
        (folder / DOCUMENTS).write_text(f"{source}\n", encoding="utf-8")
        for way in range(WAYS):
            (folder / "decisions.jsonl").unlink(missing_ok=True)
            decided = decide(by_document[path], demo.texts, chance)
            sheet = save(decided, folder / f"way{way}", chance.choice(FORMS), chance)
            done = apply([sheet], folder, "An")
            assert [str(fault) for fault in done.faults] == []
            landed += check(folder, decided)
            assert apply([sheet], folder, "An").decisions == [], "a second time adds nothing"
    assert landed > 5 * len(demo.records)


@pytest.mark.slow
@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
@pytest.mark.parametrize(
    "form", ["xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv:Text - txt - csv (StarCalc):59,34,65535,1"]
)
def test_every_decision_lands_on_its_value_when_libreoffice_has_saved_the_workbook(
    form: str, demo: DemoRun, tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311
    folder = tmp_path / "out"
    shutil.copytree(demo.folder, folder)
    decided = decide(rows_of(folder), demo.texts, chance)
    new = {row["key"]: row for row in decided.rows if "key" in row}
    book = openpyxl.load_workbook(folder / "review.xlsx", rich_text=True)
    sheet = book.worksheets[0]
    columns = {str(cell.value).replace(" ", "_"): cell.column for cell in sheet[1]}
    for line in range(2, sheet.max_row + 1):
        key = sheet.cell(line, columns["key"]).value
        for column in ("decision", "correction"):
            cell = sheet.cell(line, columns[column])
            cell.value = new[key].get(column) or None
            cell.data_type = "s" if cell.value else "n"
    for row in decided.rows:
        if "key" not in row:
            line = sheet.max_row + 1
            for column, cell in row.items():
                sheet.cell(line, columns[column]).value = cell
    book.save(tmp_path / "edited.xlsx")
    subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", form,
                    "--outdir", tmp_path / "saved", tmp_path / "edited.xlsx"], check=True, capture_output=True)  # fmt: skip
    done = apply(list((tmp_path / "saved").iterdir()), folder, "An")
    assert [str(fault) for fault in done.faults] == []
    assert check(folder, decided) > 1000
    open_values = sum(one.state is State.OPEN for record in demo.records for one in judge(record, []))
    assert open_values > 5000
