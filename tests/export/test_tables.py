from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet
import pytest

from camket.export import export, tables
from camket.export.source import Source
from camket.export.tables import TABLES, batches
from tests.conftest import DemoRun
from tests.export.folders import lines, written

NAMES = {"sqlite": "a.sqlite", "duckdb": "a.duckdb", "parquet": "parquet"}


@pytest.fixture
def database(release: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(export(release, "sqlite").files[0])) as connection:
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[Any]:
    return connection.execute(query).fetchall()


def test_a_record_is_in_its_tables_under_ids_that_lead_from_one_to_the_other(database: sqlite3.Connection) -> None:
    document = "0" * 16
    assert rows(
        database, "SELECT id, signed_on, signed_from, period, period_from, period_to, place FROM agreements"
    ) == [(f"{document}:a1", "2019-03-05", "2019-03-05", "2019/2022", "2019-01-01", "2022-12-31", "Đà Nẵng")]
    assert rows(database, "SELECT id, body, name, folded FROM parties WHERE type = 'hospital'") == [
        (f"{document}:a1:p2", f"{document}:p2", "Bệnh viện Hoàn Mỹ (HMC)", "benh vien hoan my (hmc)")
    ]
    assert rows(database, "SELECT alias FROM aliases") == [("Bệnh viện Hoàn Mỹ",), ("HMC",)]
    assert rows(database, """
        SELECT c.id, c.due, c.due_to, c.due_precision, c.by_all, a.name, a.party_id
        FROM commitments AS c JOIN actors AS a ON a.commitment_id = c.id ORDER BY c.id, a.position
    """) == [
        (f"{document}:c1", "2020-06", "2020-06-30", "month", 0, "Bệnh viện Hoàn Mỹ (HMC)", f"{document}:a1:p2"),
        (f"{document}:c2", None, None, None, 1, "Sở Y tế Lâm Đồng", f"{document}:a1:p1"),
        (f"{document}:c2", None, None, None, 1, "Bệnh viện Hoàn Mỹ (HMC)", f"{document}:a1:p2"),
    ]  # fmt: skip
    assert rows(database, "SELECT count(*) FROM documents") == [(2,)]


def test_evidence_stands_in_its_text_and_belongs_to_one_value(database: sqlite3.Connection) -> None:
    assert rows(database, """
        SELECT count(*), count(agreement_id) + count(party_id) + count(signatory_id) + count(participant_id)
               + count(commitment_id), sum(substr(t.text, start_char + 1, end_char - start_char) = e.text)
        FROM evidence AS e JOIN texts AS t USING (document_id)
    """) == [(11, 11, 11)]  # fmt: skip


@pytest.mark.parametrize("words", ["da nang", "Đà Nẵng", "đà nẵng", "benh vien hoan my"])
def test_words_are_found_with_and_without_their_marks(words: str, database: sqlite3.Connection) -> None:
    query = "SELECT document_id FROM texts WHERE rowid IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?)"
    assert database.execute(query, [words]).fetchall() == [("0" * 16,)]


def test_every_reference_has_an_index(database: sqlite3.Connection) -> None:
    for table in TABLES:
        indexed = {
            columns[0][2]
            for _, name, *_ in rows(database, f"PRAGMA index_list('{table.name}')")
            if (columns := rows(database, f"PRAGMA index_info('{name}')"))
        }
        assert {column.name for column in table.columns if column.to} <= indexed


def test_the_corpus_is_the_same_in_all_three(demo: DemoRun, tmp_path: Path) -> None:
    files = {to: export(demo.folder, to, tmp_path / name) for to, name in NAMES.items()}
    assert files["sqlite"].counts == files["duckdb"].counts == files["parquet"].counts
    with (
        closing(sqlite3.connect(tmp_path / NAMES["sqlite"])) as lite,
        closing(duckdb.connect(str(tmp_path / NAMES["duckdb"]), read_only=True)) as duck,
    ):
        assert rows(lite, "PRAGMA foreign_key_check") == []
        assert rows(lite, "PRAGMA integrity_check") == [("ok",)]
        for table in TABLES:
            stored = pyarrow.parquet.read_table(tmp_path / NAMES["parquet"] / f"{table.name}.parquet")
            assert stored.column_names == [column.name for column in table.columns]
            packed = sorted(map(repr, (tuple(row.values()) for row in stored.to_pylist())))
            query = f'SELECT * FROM "{table.name}"'  # noqa: S608 - names of our own
            assert sorted(map(repr, duck.execute(query).fetchall())) == packed
            assert len(rows(lite, query)) == len(packed)


def test_every_value_of_the_corpus_is_a_row(demo: DemoRun, tmp_path: Path) -> None:
    counts = export(demo.folder, "sqlite", tmp_path / "camket.sqlite").counts
    agreements = [one for record in demo.records for one in record["agreements"]]
    commitments = [one for record in demo.records for one in record["commitments"]]
    people = [person for one in agreements for person in (*one["signatories"], *one["participants"])]
    parties = [party for one in agreements for party in one["parties"]]
    assert counts["documents"] == len(demo.records)
    assert counts["agreements"] == len(agreements)
    assert counts["parties"] == len(parties)
    assert counts["signatories"] + counts["participants"] == len(people)
    assert counts["commitments"] == len(commitments)
    assert counts["evidence"] == sum(len(one["evidence"]) for one in (*agreements, *parties, *people, *commitments))
    assert counts["boxes"] == sum(
        len(said["boxes"]) for one in (*agreements, *parties, *people, *commitments) for said in one["evidence"]
    )  # fmt: skip


def test_dates_are_dates_and_keys_are_told_in_parquet(release: Path) -> None:
    folder = export(release, "parquet").files[0].parent
    stored = pyarrow.parquet.read_table(folder / "agreements.parquet")
    assert stored["signed_from"].to_pylist() == [date(2019, 3, 5)]
    assert stored.schema.metadata == {b"primary_key": b"id", b"foreign_keys": b"document_id -> documents"}


def test_rows_come_in_batches_of_whole_documents(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_DOCUMENTS_A_BATCH", 1)
    assert [[row[0] for row in batch["documents"]] for batch in batches(Source.of(release))] == [
        ["0" * 16], ["0" * 15 + "1"], [],
    ]  # fmt: skip
    with closing(sqlite3.connect(export(release, "sqlite").files[0])) as connection:
        assert rows(connection, "SELECT count(*) FROM documents") == [(2,)]
    assert export(release, "duckdb").counts["documents"] == export(release, "parquet").counts["documents"] == 2


def test_what_a_review_added_and_left_without_a_home_is_no_error(release: Path, tmp_path: Path) -> None:
    records = lines(release / "records.jsonl")
    agreement = records[0]["agreements"][0]
    agreement["signatories"] = [
        {"name": "Trần Thị Hạ", "title": None, "party": "p9", "confidence": 1.0, "evidence": []}
    ]
    records[0]["commitments"][0]["agreement"] = "a9"
    records[0]["review"] = {"reviewer": "Hà"}
    folder = written(tmp_path / "edited", records, lines(release / "documents.jsonl"))
    with closing(sqlite3.connect(export(folder, "sqlite").files[0])) as connection:
        assert rows(connection, "SELECT name, folded, party_id FROM signatories") == [
            ("Trần Thị Hạ", "tran thi ha", None)
        ]
        assert rows(connection, "SELECT agreement_id FROM commitments ORDER BY id LIMIT 1") == [(None,)]
        (review, none), *_ = zip(*rows(connection, "SELECT review FROM documents ORDER BY id"), strict=True)
    assert (json.loads(review), none) == ({"reviewer": "Hà"}, None)
