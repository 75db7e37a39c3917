"""What runs have done with the inputs of an output folder: a database beside the outputs, from which they are made.

Each outcome is written when it comes, so that whoever kills a run loses only what was being read. SQLite's log in front
of the database (WAL) makes that cheap, and mends what a killed run left half written.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Self
from zlib import compress, decompress

from camket.files import to_json, writable
from camket.records import Outcome, Status
from camket.run.inputs import Input

FILE = "journal.sqlite"
_SETTINGS = (
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
)
_TABLES = """
CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, recipe TEXT NOT NULL, finished INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS output (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, size INTEGER NOT NULL,
  written INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS result (
  key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL, inside INTEGER NOT NULL,
  recipe TEXT NOT NULL, cause TEXT NOT NULL, made INTEGER NOT NULL, kept INTEGER NOT NULL, original TEXT NOT NULL,
  id TEXT NOT NULL, status TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL,
  seconds REAL NOT NULL, agreements INTEGER NOT NULL, commitments INTEGER NOT NULL, members TEXT NOT NULL,
  recorded INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS result_content ON result (content) WHERE NOT inside;
CREATE TABLE IF NOT EXISTS payload (key INTEGER PRIMARY KEY, record TEXT NOT NULL, source BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS seen (name TEXT PRIMARY KEY, version TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE original (content TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE first (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""
"""`seen` are the contents of files of stores, by the versions that the stores tell; `made` is the run in which a result was read, `kept` the last one that had its input, `original` what it is a copy of;
`inside` is whether it lies inside a file, `recorded` whether it has a record."""
_COLUMNS = (
    "name", "content", "inside", "recipe", "cause", "made", "kept", "original", "id", "status", "stage", "reason",
    "message", "seconds", "agreements", "commitments", "members", "recorded",
)  # fmt: skip
_UPSERT = (
    f"INSERT INTO result ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) "  # noqa: S608 - no input in it
    f"ON CONFLICT (name) DO UPDATE SET {', '.join(f'{one} = excluded.{one}' for one in _COLUMNS[1:])} RETURNING key"
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What results depend on beside the content: a result made by another one is made anew."""

    version: str
    rules: str
    options: str

    def difference(self, other: Recipe) -> str:
        """The first of its parts that is another in `other`."""
        theirs = asdict(other)
        return next((key for key, value in asdict(self).items() if theirs[key] != value), "")


@dataclass(frozen=True, slots=True)
class Line:
    """An input as it stands in the outputs: its ledger line, and the key of its record where it has one there."""

    ledger: dict[str, Any]
    key: int | None


class Journal:
    """The journal of an output folder, open for one run by one recipe."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.recipe = recipe
        self._recipe = to_json(asdict(recipe))
        self._base = sqlite3.connect(folder / FILE, isolation_level=None)
        self._base.row_factory = sqlite3.Row
        self._base.executescript(_SETTINGS + _TABLES)
        self.run = self._begin()
        self._base.execute("BEGIN")

    def __enter__(self) -> Self:
        """Outcomes can be added."""
        return self

    def __exit__(self, *_: object) -> None:
        """All outcomes are on disk."""
        self._base.close()

    def _begin(self) -> int:
        """The number of this run: a new one, or that of a run by the same recipe that was stopped."""
        last = self._one("SELECT number, recipe, finished FROM run ORDER BY number DESC LIMIT 1")
        if last and not last["finished"] and last["recipe"] == self._recipe:
            return int(last["number"])
        number = last["number"] + 1 if last else 1
        self._base.execute("INSERT INTO run (number, recipe) VALUES (?, ?)", (number, self._recipe))
        return int(number)

    def _one(self, query: str, *values: object) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._base.execute(query, values).fetchone()
        return row

    def todo(self, one: Input) -> Iterator[Input]:
        """What is still to be read of an input: itself, or those documents inside it that were not read before."""
        if self._is_copy(one):
            return
        known = self._one("SELECT * FROM result WHERE name = ?", one.name) or self._renamed(one)
        cause = self._cause(one, known)
        if cause:
            yield replace(one, cause=cause)
        elif known is not None:
            self._base.execute("UPDATE result SET kept = ? WHERE key = ?", (self.run, known["key"]))
            for member in json.loads(known["members"]):
                yield from self.todo(one.member(member))

    def content_of(self, name: str, version: str) -> str:
        """The content of a file of a store that had this version when it was last read; nothing if it was not."""
        row = self._one("SELECT content FROM seen WHERE name = ? AND version = ?", name, version) if version else None
        return row["content"] if row else ""

    def saw(self, name: str, version: str, content: str) -> None:
        """The content of a file of a store, by the version that the store tells."""
        if version and content:
            self._base.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (name, version, content))

    def _is_copy(self, one: Input) -> bool:
        """Whether an earlier file of this run has the same content; if so it is told as its copy."""
        if one.inner or not one.content:
            return False
        original = self._one("SELECT name FROM original WHERE content = ?", one.content)
        if original is None:
            self._base.execute("INSERT INTO original VALUES (?, ?)", (one.content, one.name))
            return False
        self._write(one, Outcome(one.name, Status.DUPLICATE_OF, one.content), original["name"])
        return True

    def _cause(self, one: Input, known: sqlite3.Row | None) -> str:
        """Why an input is to be read; nothing where what is known of it holds."""
        if known is None:
            return "new"
        if known["content"] != one.content:
            return "changed"
        if known["recipe"] != self._recipe:
            return Recipe(**json.loads(known["recipe"])).difference(self.recipe)
        status = Status(known["status"])
        unread = status is Status.DUPLICATE_OF or not status.read
        return "again" if unread and known["made"] != self.run else ""

    def _renamed(self, one: Input) -> sqlite3.Row | None:
        """What an earlier run made of the same content under another name, now under this one."""
        known = self._one("SELECT * FROM result WHERE content = ? AND NOT inside AND recorded", one.content)
        if known is None or known["recipe"] != self._recipe or known["members"] != "[]" or one.inner:
            return None
        if PurePosixPath(known["name"]).suffix != PurePosixPath(one.name).suffix:
            return None
        payload = self._one("SELECT record, source FROM payload WHERE key = ?", known["key"])
        assert payload is not None
        record, source = json.loads(payload["record"]), json.loads(decompress(payload["source"]))
        record["document"]["path"] = source["path"] = one.name
        message = known["message"].replace(known["name"], one.name)
        values = {**dict(known), "name": one.name, "message": message}
        self._put([values[column] for column in _COLUMNS], to_json(record), compress(to_json(source).encode(), level=1))
        return self._one("SELECT * FROM result WHERE name = ?", one.name)

    def add(self, one: Input, outcome: Outcome) -> None:
        """The outcome of `one` is done, and on disk."""
        self._write(one, outcome)

    def members_of(self, one: Input) -> int:
        """How many documents inside the file of `one` are known by now."""
        rows = self._base.execute("SELECT members FROM result WHERE kept = ? AND (name = ? OR name > ? AND name < ?)",
                                  (self.run, one.file, f"{one.file}/", f"{one.file}0"))  # fmt: skip
        return sum(len(json.loads(row["members"])) for row in rows)

    def _write(self, one: Input, outcome: Outcome, original: str = "") -> None:
        self._put(
            [one.name, one.content, bool(one.inner), self._recipe, one.cause, self.run, self.run, original, outcome.id,
             outcome.status.value, str(outcome.stage), outcome.reason, writable(outcome.message), outcome.seconds,
             outcome.agreements, outcome.commitments, to_json(outcome.members), bool(outcome.record)],
            outcome.record, outcome.source,
        )  # fmt: skip

    def _put(self, values: list[Any], record: str, source: bytes) -> None:
        """A row of the result and, where there is a record, one of its payload are on disk, with what went before."""
        ((key,),) = self._base.execute(_UPSERT, values).fetchall()
        if record:
            self._base.execute("INSERT OR REPLACE INTO payload VALUES (?, ?, ?)", (key, record, source))
        else:
            self._base.execute("DELETE FROM payload WHERE key = ?", (key,))
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def lines(self) -> Iterator[Line]:
        """Every input of this run in the order of names; a document with the content of an earlier one is its copy."""
        self._base.execute("DELETE FROM first")
        self._base.execute("INSERT OR IGNORE INTO first SELECT id, name FROM result WHERE kept = ? AND recorded "
                           "ORDER BY name", (self.run,))  # fmt: skip
        rows = self._base.execute("SELECT result.*, first.name AS first FROM result LEFT JOIN first USING (id) "
                                  "WHERE kept = ? ORDER BY result.name", (self.run,))  # fmt: skip
        for row in rows:
            original = row["original"] or (row["first"] if row["recorded"] and row["first"] != row["name"] else "")
            yield Line(self._ledger(row, original), row["key"] if row["recorded"] and not original else None)

    def _ledger(self, row: sqlite3.Row, original: str) -> dict[str, Any]:
        told = {
            "path": row["name"], "status": row["status"], "was": "", "original": original, "cause": row["cause"],
            "id": row["id"] or ("" if row["inside"] else row["content"]), "stage": row["stage"], "reason": row["reason"],
            "message": row["message"], "seconds": row["seconds"], "agreements": row["agreements"],
            "commitments": row["commitments"],
        }  # fmt: skip
        if original:
            message = f"the same content as {original}"
            return told | {"status": Status.DUPLICATE_OF.value, "cause": "", "stage": "", "reason": "duplicate_of",
                           "message": message, "seconds": 0.0, "agreements": 0, "commitments": 0}  # fmt: skip
        if row["made"] != self.run:
            return told | {"status": Status.UNCHANGED.value, "was": row["status"], "cause": ""}
        return told

    def payload(self, key: int) -> tuple[str, bytes]:
        """The line of records.jsonl of a result, and its line of documents.jsonl."""
        row = self._one("SELECT record, source FROM payload WHERE key = ?", key)
        assert row is not None
        return row["record"], decompress(row["source"])

    def slowest(self, number: int) -> list[tuple[str, float]]:
        """The documents of this run that took longest, with their seconds."""
        rows = self._base.execute("SELECT name, seconds FROM result WHERE made = ? ORDER BY seconds DESC LIMIT ?",
                                  (self.run, number))  # fmt: skip
        return [(row["name"], row["seconds"]) for row in rows]

    def gone(self) -> int:
        """How many files earlier runs had that are not among the inputs any more."""
        row = self._one("SELECT count(*) AS number FROM result WHERE kept < ? AND NOT inside", self.run)
        assert row is not None
        return int(row["number"])

    def fingerprint(self) -> str:
        """The hash of what the outputs are made of: which results, and when each was made."""
        digest = hashlib.sha256()
        for row in self._base.execute(
            "SELECT key, name, made FROM result WHERE kept = ? AND recorded ORDER BY name", (self.run,)
        ):
            digest.update(f"{row['key']} {row['name']} {row['made']}\n".encode())
        return digest.hexdigest()

    def published(self, folder: Path, fingerprint: str, editable: Collection[str] = ()) -> bool:
        """Whether the outputs in `folder` are those of `fingerprint`, and as they were written or may be edited."""
        rows = self._base.execute("SELECT * FROM output").fetchall()
        return bool(rows) and all(
            row["fingerprint"] == fingerprint
            and (
                (folder / row["name"]).exists()
                if row["name"] in editable
                else _stat(folder / row["name"]) == (row["size"], row["written"])
            )
            for row in rows
        )

    def remember(self, folder: Path, fingerprint: str, names: Iterable[str]) -> None:
        """The outputs in `folder` are those of `fingerprint`."""
        self._base.execute("DELETE FROM output")
        self._base.executemany("INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?)",
                               [(name, fingerprint, *_stat(folder / name)) for name in names])  # fmt: skip

    def finish(self) -> None:
        """The run is whole: what belonged to inputs that are gone is forgotten."""
        self._base.execute("DELETE FROM payload WHERE key IN (SELECT key FROM result WHERE kept < ?)", (self.run,))
        self._base.execute("DELETE FROM result WHERE kept < ?", (self.run,))
        self._base.execute("DELETE FROM seen WHERE name NOT IN (SELECT name FROM result)")
        self._base.execute("DELETE FROM run WHERE number < ?", (self.run,))
        self._base.execute("COMMIT")
        self._base.execute(
            "PRAGMA wal_checkpoint(TRUNCATE)"
        )  # what takes long is done when the run says that it is whole
        self._base.execute("UPDATE run SET finished = 1 WHERE number = ?", (self.run,))


def _stat(path: Path) -> tuple[int, int]:
    """The size of a file, and when it was written in nanoseconds; -1 where there is none."""
    try:
        told = path.stat()
    except FileNotFoundError:
        return -1, -1
    return told.st_size, told.st_mtime_ns
