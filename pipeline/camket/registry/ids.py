"""Ids of agreements that stay: from one linking to the next an agreement keeps its id as long as one of its mentions is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from camket.registry.store import Store


@dataclass(frozen=True, slots=True)
class Name:
    """The id of an agreement; `was` are those that went into it, `merged` of them just now; `kept` whether it had it before."""

    id: str
    was: tuple[str, ...]
    kept: bool
    merged: int


class Ids:
    """The ids of an earlier registry, given out again."""

    def __init__(self, store: Store, earlier: Iterable[dict[str, object]]) -> None:
        self._base = store.base
        for row in earlier:
            sources = row["sources"]
            assert isinstance(sources, list)
            self._base.executemany(
                "INSERT OR IGNORE INTO earlier VALUES (?, ?)", ((one["id"], row["id"]) for one in sources)
            )
            was = row.get("was")
            assert isinstance(was, list)
            self._base.executemany("INSERT INTO was VALUES (?, ?)", ((row["id"], one) for one in was))
        self._base.execute("CREATE INDEX was_of ON was (id)")
        self._base.execute("CREATE TABLE claims (id TEXT, root TEXT, mentions INTEGER)")

    def claim(self, mentions: list[str]) -> None:
        """An agreement has these mentions, some of which had an id before; it is known by the first until all is settled."""
        found: Counter[str] = Counter()
        for mention in mentions:
            row = self._base.execute("SELECT id FROM earlier WHERE mention = ?", (mention,)).fetchone()
            if row:
                found[row[0]] += 1
        self._base.executemany(
            "INSERT INTO claims VALUES (?, ?, ?)", ((id_, mentions[0], number) for id_, number in found.items())
        )

    def settle(self) -> None:
        """Every claim is settled: an id goes to the agreement that has most of its mentions, an agreement has the id of most."""
        self._base.execute("CREATE TABLE given (root TEXT PRIMARY KEY, id TEXT UNIQUE)")
        self._base.execute("CREATE INDEX by_claim ON claims (root)")
        self._base.execute("INSERT OR IGNORE INTO given SELECT root, id FROM claims ORDER BY mentions DESC, id, root")

    def of(self, root: str) -> Name:
        """The id of the agreement that claimed as `root`, and the ids of those that have become one with it."""
        row = self._base.execute("SELECT id FROM given WHERE root = ?", (root,)).fetchone()
        id_ = row[0] if row else self._new(root)
        claimed = [one for (one,) in self._base.execute("SELECT id FROM claims WHERE root = ?", (root,))]
        gone = [one for one in claimed if not self._given(one)]
        was = set(gone)
        for one in (id_, *gone):
            was |= {old for (old,) in self._base.execute("SELECT was FROM was WHERE id = ?", (one,))}
        return Name(id_, tuple(sorted(was - {id_})), row is not None, len(gone))

    def _given(self, id_: str) -> bool:
        return self._base.execute("SELECT 1 FROM given WHERE id = ?", (id_,)).fetchone() is not None

    def _new(self, mention: str) -> str:
        """An id for the agreement that is first told by `mention`; another one where a part of it left with that id."""
        id_, turn = new_id(mention), 0
        while self._given(id_):
            turn += 1
            id_ = new_id(f"{mention} {turn}")
        return id_


def new_id(mention: str) -> str:
    """The id of an agreement that is first told by `mention`."""
    return "A" + blake2b(mention.encode(), digest_size=6).hexdigest()
