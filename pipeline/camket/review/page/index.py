"""The index of an output folder: where its documents lie in its files, what is decided on them, and their words.

It is a cache in SQLite, made anew when the records change, and brought up to date when decisions come in. Texts stay in
documents.jsonl: the index knows at which byte each one begins.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from threading import RLock
from typing import IO, Any
from zlib import crc32

from camket.decisions import Decision, DecisionLog
from camket.errors import OutputError, UsageError
from camket.files import to_json
from camket.folding import fold, without_marks
from camket.judgement import State, judge
from camket.review.page.filters import UNDECIDED, Filter
from camket.write import DOCUMENTS, RECORDS

FILE = ".review.sqlite"
PAGE = 50
"""Documents on one page of the list."""
_PATIENCE = 60.0
_SETTLED = 2.0
"""The least confidence of a document without open values, by which it is behind all others."""
_TAIL = 64
"""So many bytes before the place up to which decisions are known must be as they were."""
_TABLES = """
CREATE TABLE known (name TEXT PRIMARY KEY, told TEXT);
CREATE TABLE document (
  row INTEGER PRIMARY KEY, id TEXT UNIQUE, path TEXT, title TEXT, parties TEXT, day TEXT, media TEXT, pages INTEGER,
  record_at INTEGER, record_size INTEGER, source_at INTEGER, source_size INTEGER, agreements INTEGER, commitments INTEGER,
  total INTEGER, open INTEGER, changed INTEGER, conflict INTEGER, least REAL
);
CREATE TABLE value (document INTEGER, field TEXT, state TEXT, confidence REAL);
CREATE INDEX value_document ON value (document);
CREATE INDEX value_field ON value (field, confidence, state, document);
CREATE TABLE decision (document TEXT, told TEXT);
CREATE INDEX decision_document ON decision (document);
CREATE VIRTUAL TABLE words USING fts5(marked, plain, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 0");
"""
_LAYOUT = f"{version('camket')} {crc32(_TABLES.encode())}"
"""Another one makes the index anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the list shows it; `parties` are those of its agreements, `open`, `changed` and `conflict` are how many of its values are so."""

    row: int
    id: str
    path: str
    title: str
    parties: str
    day: str
    media: str
    pages: int
    record_at: int
    record_size: int
    source_at: int
    source_size: int
    agreements: int
    commitments: int
    total: int
    open: int
    changed: int
    conflict: int
    least: float

    @property
    def left(self) -> int:
        """How many values are still to be decided."""
        return self.open + self.changed + self.conflict


@dataclass(frozen=True, slots=True)
class Progress:
    """How many values and documents there are, and how many of them are done."""

    values: int
    decided: int
    documents: int
    finished: int


class Index:
    """The index of `folder`; threads may share it. Raises UsageError where there are no records."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = DecisionLog(folder)
        self._lock = RLock()
        self._files: tuple[IO[bytes], IO[bytes]] | None = None
        self._progress: tuple[tuple[str | None, ...], Progress] | None = None
        try:
            self._base = sqlite3.connect(
                folder / FILE, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error as error:
            raise OutputError(f"{folder}: cannot write {FILE} here: {error}") from error
        try:
            self.refresh()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Its files are closed."""
        self._base.close()
        self._close_files()

    def refresh(self) -> None:
        """The index tells of the records and decisions as they are now."""
        with self._lock:
            stamp = self._open_files()
            if self._known("stamp") != stamp:
                with self._changing():
                    if self._known("stamp") != stamp:
                        self._build(stamp)
            if self._unread():
                with self._changing():
                    self._hear()

    def listed(self, asked: Filter) -> tuple[list[Entry], int]:
        """The documents of a page of the list, and how many there are on all pages."""
        where, given = asked.where()
        with self._lock:
            (count,) = self._base.execute(f"SELECT count(*) FROM document WHERE {where}", given).fetchone()  # noqa: S608
            rows = self._base.execute(
                f"SELECT * FROM document WHERE {where} ORDER BY {asked.order_by} LIMIT ? OFFSET ?",  # noqa: S608
                [*given, PAGE, (asked.page - 1) * PAGE],
            )
            return [Entry(*row) for row in rows], count

    def following(self, row: int, asked: Filter) -> str | None:
        """The id of the next document after `row` that has open values, of those asked for, round to the first one."""
        where, given = asked.where()
        query = (f"SELECT id FROM document WHERE {where} AND open + changed + conflict > 0 AND row != ? "  # noqa: S608
                 f"ORDER BY {'least, row' if asked.order == 'least' else 'row <= ?, row'} LIMIT 1")  # fmt: skip
        rows = [row] if asked.order == "least" else [row, row]
        with self._lock:
            found = self._base.execute(query, [*given, *rows]).fetchone()
        return found[0] if found else None

    def entry(self, identity: str) -> Entry | None:
        """The document with this id."""
        with self._lock:
            row = self._base.execute("SELECT * FROM document WHERE id = ?", [identity]).fetchone()
        return Entry(*row) if row else None

    def record(self, one: Entry) -> dict[str, Any]:
        """The document's line of records.jsonl."""
        return self._line(0, one.record_at, one.record_size)

    def source(self, one: Entry) -> dict[str, Any]:
        """The document's line of documents.jsonl: its text and blocks."""
        return self._line(1, one.source_at, one.source_size)

    def decisions(self, identity: str) -> list[Decision]:
        """All decisions on the document with this id, in the order in which they were made."""
        with self._lock:
            rows = self._base.execute("SELECT told FROM decision WHERE document = ? ORDER BY rowid", [identity])
            return [Decision.of_json(json.loads(told)) for (told,) in rows]

    def progress(self) -> Progress:
        """How far the review of all documents is."""
        with self._lock:
            now = self._known("stamp"), self._known("heard"), self._known("tail")
            if not self._progress or self._progress[0] != now:
                row = self._base.execute(
                    "SELECT total(total), total(total - open - changed - conflict), total(total > 0), "
                    "total(total > 0 AND open + changed + conflict = 0) FROM document"
                ).fetchone()
                self._progress = now, Progress(*map(int, row))
            return self._progress[1]

    def _open_files(self) -> str:
        """Records and documents as they are now are open; what tells them from earlier and later ones."""
        paths = [self._folder / name for name in (RECORDS, DOCUMENTS)]
        missing = next((path for path in paths if not path.is_file()), None)
        if missing:
            raise UsageError(f"{self._folder}: there is no {missing.name} here; "
                             f"run `camket run INPUT -o {self._folder}` first")  # fmt: skip
        stamp = to_json([_LAYOUT, *(_stamp(path.stat()) for path in paths)])
        if not self._files or to_json([_LAYOUT, *(_stamp(os.fstat(one.fileno())) for one in self._files)]) != stamp:
            self._close_files()
            self._files = (paths[0].open("rb"), paths[1].open("rb"))
        return stamp

    def _close_files(self) -> None:
        for file in self._files or ():
            file.close()
        self._files = None

    def _line(self, which: int, start: int, size: int) -> dict[str, Any]:
        with self._lock:
            assert self._files
            told: dict[str, Any] = json.loads(os.pread(self._files[which].fileno(), size, start))
        return told

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """What is changed is changed wholly or not at all, by one process at a time."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def _known(self, name: str) -> str | None:
        if not self._base.execute("SELECT 1 FROM sqlite_master WHERE name = 'known'").fetchone():
            return None
        row = self._base.execute("SELECT told FROM known WHERE name = ?", [name]).fetchone()
        return row[0] if row else None

    def _know(self, name: str, told: str) -> None:
        self._base.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", [name, told])

    def _build(self, stamp: str) -> None:
        """The index is made anew from the files that are open."""
        assert self._files
        for (name,) in self._base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('known', 'document', 'value', 'decision', 'words')"
        ).fetchall():
            self._base.execute(f"DROP TABLE {name}")
        for statement in _TABLES.split(";\n"):
            self._base.execute(statement)
        decisions, heard = self._log.read()
        by_document = self._keep(decisions)
        for row, ((at, line), (source_at, source_line)) in enumerate(zip(*map(_lines, self._files), strict=True), 1):
            record, source = json.loads(line), json.loads(source_line)
            told = record["document"]
            if told["path"] != source["path"]:
                raise UsageError(f"{self._folder}: {RECORDS} and {DOCUMENTS} are of two runs; run camket again")
            if self.entry(told["id"]):
                continue
            counts = self._judge(row, record, by_document.get(told["id"], []))
            cells = [
                row, told["id"], told["path"], told["title"] or "", _parties(record), told["published_on"] or "",
                told["media_type"], told["pages"], at, len(line), source_at, len(source_line), len(record["agreements"]),
                len(record["commitments"]), *counts,
            ]  # fmt: skip
            self._base.execute(f"INSERT INTO document VALUES ({_marks(cells)})", cells)  # noqa: S608
            folded = fold("\n".join((told["title"] or "", told["path"], source["text"])))
            self._base.execute("INSERT INTO words (rowid, marked, plain) VALUES (?, ?, ?)",
                               [row, folded, without_marks(folded)])  # fmt: skip
        self._hold(heard)
        self._know("stamp", stamp)

    def _judge(self, row: int, record: dict[str, Any], decisions: list[Decision]) -> tuple[int, int, int, int, float]:
        """The values of a document are in the index as they are judged; how many there are, in which states."""
        judged = [(one.key.field, one.state, one.value.confidence if one.value else 1.0)
                  for one in judge(record, decisions)]  # fmt: skip
        self._base.execute("DELETE FROM value WHERE document = ?", [row])
        self._base.executemany("INSERT INTO value VALUES (?, ?, ?, ?)", [(row, *one) for one in judged])
        states = Counter(state for _, state, _ in judged)
        least = min((sure for _, state, sure in judged if state in UNDECIDED), default=_SETTLED)
        return len(judged), states[State.OPEN], states[State.CHANGED], states[State.CONFLICT], least

    def _keep(self, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for one in decisions:
            self._base.execute("INSERT INTO decision VALUES (?, ?)", [one.document, to_json(one.to_json())])
            found.setdefault(one.document, []).append(one)
        return found

    def _unread(self) -> bool:
        """Whether decisions.jsonl is not as the index knows it."""
        size = self._log.path.stat().st_size if self._log.path.is_file() else 0
        return size != int(self._known("heard") or 0) or self._tail(size) != self._known("tail")

    def _hear(self) -> None:
        """The index knows the decisions that came in; all of them anew where the file is not a longer one."""
        heard = int(self._known("heard") or 0)
        if self._tail(heard) != self._known("tail"):
            heard = 0
            changed = {identity for (identity,) in self._base.execute("SELECT DISTINCT document FROM decision")}
            self._base.execute("DELETE FROM decision")
        else:
            changed = set()
        decisions, heard = self._log.read(heard)
        for identity in changed | set(self._keep(decisions)):
            one = self.entry(identity)
            if one:
                counts = self._judge(one.row, self.record(one), self.decisions(identity))
                self._base.execute(
                    "UPDATE document SET total = ?, open = ?, changed = ?, conflict = ?, least = ? WHERE row = ?",
                    [*counts, one.row],
                )
        self._hold(heard)

    def _hold(self, heard: int) -> None:
        self._know("heard", str(heard))
        self._know("tail", self._tail(heard))

    def _tail(self, end: int) -> str:
        """The bytes of decisions.jsonl before byte `end`."""
        if not self._log.path.is_file():
            return ""
        with self._log.path.open("rb") as file:
            start = file.seek(max(0, end - _TAIL))
            return file.read(end - start).hex()


def _marks(cells: list[Any]) -> str:
    """A place in SQL for each cell."""
    return ", ".join("?" * len(cells))


def _parties(record: dict[str, Any]) -> str:
    """Who has agreed, of each agreement."""
    return "; ".join(" – ".join(party["name"] for party in one["parties"]) for one in record["agreements"])


def _stamp(state: os.stat_result) -> list[int]:
    return [state.st_ino, state.st_size, state.st_mtime_ns]


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with the bytes at which they begin."""
    at = file.seek(0)
    for line in file:
        yield at, line
        at += len(line)
