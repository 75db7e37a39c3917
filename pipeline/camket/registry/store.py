"""What is too much for memory: the mentions of all runs and the keys under which they meet, in an SQLite file of its own."""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Self
from zlib import compress, decompress

from camket.files import to_json
from camket.registry.mentions import Mention

_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE; PRAGMA cache_size=-65536;
CREATE TABLE mentions (number INTEGER PRIMARY KEY, key TEXT UNIQUE, look BLOB, data BLOB);
CREATE TABLE keys (key INTEGER, number INTEGER);
CREATE TABLE links (one INTEGER, other INTEGER, points REAL);
CREATE TABLE groups (number INTEGER PRIMARY KEY, root INTEGER);
CREATE TABLE earlier (mention TEXT PRIMARY KEY, id TEXT);
CREATE TABLE was (id TEXT, was TEXT);
CREATE TABLE clusters (number INTEGER PRIMARY KEY, first INTEGER);
CREATE TABLE rows (day TEXT, id TEXT, line BLOB);
"""
_KEPT = 20_000


class Store:
    """The working store of one linking; its file is gone when that ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        self.base = sqlite3.connect(path)
        self.base.executescript(_SCHEMA)
        self.look = lru_cache(maxsize=_KEPT)(self._look)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.base.close()
        self._path.unlink(missing_ok=True)

    def add(self, mention: Mention, data: dict[str, Any]) -> bool:
        """Whether the mention is new: a document that several runs have read counts once."""
        packed = compress(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
        done = self.base.execute("INSERT OR IGNORE INTO mentions (key, look, data) VALUES (?, ?, ?)",
                                 (mention.key, pickle.dumps(mention, protocol=5), packed))  # fmt: skip
        if not done.rowcount:
            return False
        self.base.executemany("INSERT INTO keys VALUES (?, ?)", ((key, done.lastrowid) for key in mention.keys))
        return True

    def _look(self, number: int) -> Mention:
        row = self.base.execute("SELECT look FROM mentions WHERE number = ?", (number,)).fetchone()
        return pickle.loads(row[0])  # type: ignore[no-any-return]  # noqa: S301 - written by `add` a moment ago

    def data(self, number: int) -> dict[str, Any]:
        """What the mention says."""
        row = self.base.execute("SELECT data FROM mentions WHERE number = ?", (number,)).fetchone()
        return json.loads(decompress(row[0]))  # type: ignore[no-any-return]

    def size(self) -> int:
        """How many mentions there are."""
        return int(self.base.execute("SELECT COUNT(*) FROM mentions").fetchone()[0])

    def index(self, most: int) -> set[int]:
        """The keys are in order; those that more than `most` mentions have are given."""
        self.base.execute("CREATE INDEX by_key ON keys (key, number)")
        rows = self.base.execute("SELECT key FROM keys GROUP BY key HAVING COUNT(*) > ?", (most,))
        return {key for (key,) in rows}

    def blocks(self) -> Iterator[tuple[int, list[int]]]:
        """Every key that more than one mention has, with the numbers of these; keys of one mention come one after another."""
        self.base.execute(
            "CREATE TABLE blocks AS SELECT key, MIN(number) AS first FROM keys GROUP BY key HAVING COUNT(*) > 1 ORDER BY first, key"
        )
        rows = self.base.execute(
            "SELECT keys.key, keys.number FROM blocks CROSS JOIN keys ON keys.key = blocks.key ORDER BY blocks.rowid, keys.number"
        )
        for key, group in groupby(rows, itemgetter(0)):
            yield key, [number for _, number in group]

    def link(self, links: Iterable[tuple[int, int, float]]) -> None:
        """The store has the links: pairs of mentions with their points."""
        self.base.executemany("INSERT INTO links VALUES (?, ?, ?)", links)

    def links(self) -> Iterator[tuple[int, int, float]]:
        """All links."""
        yield from self.base.execute("SELECT one, other, points FROM links")

    def group(self, roots: Iterable[tuple[int, int]]) -> None:
        """The store has for each mention the root of the group that links hold together."""
        self.base.executemany("INSERT INTO groups VALUES (?, ?)", roots)
        self.base.executescript("CREATE INDEX by_root ON groups (root, number); CREATE INDEX by_one ON links (one);")

    def groups(self) -> Iterator[tuple[list[int], list[tuple[int, int, float]]]]:
        """Each group: the numbers of its mentions and the links between them."""
        rows = self.base.execute("SELECT root, number FROM groups ORDER BY root, number")
        for _, group in groupby(rows, itemgetter(0)):
            numbers = [number for _, number in group]
            links: list[tuple[int, int, float]] = []
            if len(numbers) > 1:
                for number in numbers:
                    links += self.base.execute("SELECT one, other, points FROM links WHERE one = ?", (number,))
            yield numbers, links

    def cluster(self, numbers: list[int]) -> None:
        """These are the mentions of one agreement, the one that it is known by first."""
        self.base.executemany("INSERT INTO clusters VALUES (?, ?)", ((number, numbers[0]) for number in numbers))

    def clusters(self) -> Iterator[list[int]]:
        """The mentions of each agreement, the one that it is known by first."""
        rows = self.base.execute("SELECT first, number FROM clusters ORDER BY first, number != first, number")
        for _, group in groupby(rows, itemgetter(0)):
            yield [number for _, number in group]

    def row(self, day: str, id_: str, row: dict[str, Any]) -> None:
        """A row of the registry, to come in the order of days."""
        self.base.execute("INSERT INTO rows VALUES (?, ?, ?)", (day, id_, compress(to_json(row).encode(), 1)))

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of the registry in the order of their days."""
        for (line,) in self.base.execute("SELECT line FROM rows ORDER BY day, id"):
            yield json.loads(decompress(line))
