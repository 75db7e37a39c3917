"""Sheets go out, come back edited in random ways, and every decision lands on its value."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
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
"""In how many ways the sheets are edited; more at will, as CAMKET_WAYS=200."""
CALC_FORMS = ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv:Text - txt - csv (StarCalc):59,34,65535,1")
"""A workbook, CSV in UTF-8 with commas, and in UTF-16 with semicolons, as LibreOffice calls them."""
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


def documents(demo: DemoRun, base: Path) -> Iterator[tuple[Path, list[dict[str, str]]]]:
    """A folder of results for each document that has values, and the rows of its sheet."""
    by_document: dict[str, list[dict[str, str]]] = {}
    for row in rows_of(demo.folder):
        by_document.setdefault(row["document"], []).append(row)
    lines = zip((demo.folder / RECORDS).read_text(encoding="utf-8").splitlines(),
                (demo.folder / DOCUMENTS).read_text(encoding="utf-8").splitlines(), strict=True)  # fmt: skip
    for number, (record, source) in enumerate(lines):
        path = json.loads(record)["document"]["path"]
        if path in by_document:
            folder = base / str(number)
            folder.mkdir()
            (folder / RECORDS).write_text(f"{record}\n", encoding="utf-8")
            (folder / DOCUMENTS).write_text(f"{source}\n", encoding="utf-8")
            yield folder, by_document[path]


def landed(sheet: Path, folder: Path, decided: Decided) -> int:
    """How many decisions of the sheet are kept, each on its value; a second time adds nothing."""
    (folder / "decisions.jsonl").unlink(missing_ok=True)
    assert [str(fault) for fault in apply([sheet], folder, "An").faults] == []
    number = check(folder, decided)
    assert apply([sheet], folder, "An").decisions == []
    return number


def saved_by_libreoffice(sheet: Path, form: str, folder: Path, profile: Path) -> None:
    """The sheet, saved once more in `form` into `folder`."""
    subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", form,
                    "--outdir", folder, sheet], check=True, capture_output=True)  # fmt: skip


@pytest.mark.slow
def test_every_decision_lands_on_its_value_however_the_sheet_was_edited(demo: DemoRun, tmp_path: Path) -> None:
    chance = random.Random(6)  # noqa: S311 - the same ways in each run of the tests
    number = 0
    for folder, rows in documents(demo, tmp_path):
        for way in range(WAYS):
            decided = decide(rows, demo.texts, chance)
            number += landed(save(decided, folder / f"way{way}", chance.choice(FORMS), chance), folder, decided)
    assert number > 5 * len(demo.records)


@pytest.mark.slow
@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
def test_every_decision_lands_on_its_value_when_libreoffice_has_saved_a_sheet_of_all_documents(
    demo: DemoRun, tmp_path: Path
) -> None:
    chance = random.Random(8)  # noqa: S311
    folder = tmp_path / "out"
    shutil.copytree(demo.folder, folder)
    rows = rows_of(folder)
    number = 0
    for way in range(WAYS):
        decided = decide(rows, demo.texts, chance)
        sheet = save(decided, tmp_path / f"way{way}", "xlsx", chance)
        form = chance.choice(CALC_FORMS)
        saved_by_libreoffice(sheet, form, tmp_path / "saved", tmp_path / "profile")
        number += landed((tmp_path / "saved" / sheet.name).with_suffix(f".{form.partition(':')[0]}"), folder, decided)
        shutil.rmtree(tmp_path / "saved")
    assert number > 1000 * WAYS


@pytest.mark.slow
@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
@pytest.mark.parametrize("form", CALC_FORMS)
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
    saved_by_libreoffice(tmp_path / "edited.xlsx", form, tmp_path / "saved", tmp_path / "profile")
    done = apply(list((tmp_path / "saved").iterdir()), folder, "An")
    assert [str(fault) for fault in done.faults] == []
    assert check(folder, decided) > 1000
    open_values = sum(one.state is State.OPEN for record in demo.records for one in judge(record, []))
    assert open_values > 5000
