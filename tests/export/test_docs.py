from __future__ import annotations

import re
import runpy
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from camket.export import TARGETS, export
from camket.export.spans import LABELS, RELATIONS
from camket.export.tables import TABLES
from tests.conftest import ROOT, DemoRun, needs_ocr

SCRIPT = runpy.run_path(str(ROOT / "script" / "export_docs.py"))
PAGE: str = SCRIPT["PAGE"].read_text(encoding="utf-8")
AGAIN = "run `camket run corpus -o outputs/demo`, then script/export_docs.py outputs/demo"


@needs_ocr
def test_the_answers_and_the_chart_are_those_of_the_corpus(demo: DemoRun, tmp_path: Path) -> None:
    with closing(sqlite3.connect(export(demo.folder, "sqlite", tmp_path).files[0])) as database:
        assert SCRIPT["answered"](PAGE, database) == PAGE, AGAIN
        chart = SCRIPT["chart"](database.execute(SCRIPT["queries"]()[-1]).fetchall())
    assert SCRIPT["CHART"].read_text(encoding="utf-8") == chart, AGAIN


def test_the_questions_have_the_same_answers_in_duckdb(demo: DemoRun, tmp_path: Path) -> None:
    def plain(rows: list[Any]) -> list[list[str]]:
        return [[str(value) for value in row] for row in rows]

    with (
        closing(sqlite3.connect(export(demo.folder, "sqlite", tmp_path).files[0])) as lite,
        closing(duckdb.connect(str(export(demo.folder, "duckdb", tmp_path).files[0]))) as duck,
    ):
        assert len(SCRIPT["queries"]()) == 3
        for query in SCRIPT["queries"]():
            answers = plain(lite.execute(query).fetchall())
            assert answers
            assert plain(duck.execute(query).fetchall()) == answers


def test_every_table_and_column_stands_in_the_page() -> None:
    told = {match[1]: match[2] for match in re.finditer(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", PAGE, re.MULTILINE)}
    for table in TABLES:
        columns = re.sub(r"\([^)]*\)", "", told[table.name])
        names = re.findall(r"\w+", columns.replace("one of", ""))
        assert names == [column.name for column in table.columns], table.name
        assert re.findall(r"\*\*(\w+)\*\*", columns) == list(table.key), table.name


@pytest.mark.parametrize("name", [*TARGETS, *LABELS, *RELATIONS])
def test_every_format_label_and_relation_stands_in_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE
