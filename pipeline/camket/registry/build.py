"""The registry of run folders: read, compare, gather, name, write. The order of the work is told here."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from camket.errors import InUseError, OutputError
from camket.files import read_jsonl
from camket.lexicon import Lexicon
from camket.registry import folders
from camket.registry.authority import Authority
from camket.registry.candidates import pairs
from camket.registry.clusters import gather
from camket.registry.ids import Ids
from camket.registry.linking import judge
from camket.registry.mentions import Reader
from camket.registry.merge import merge
from camket.registry.store import Store
from camket.registry.write import REGISTRY, publish
from camket.rulefiles import rules_dir

_STORE, _LOCK = ".registry.sqlite", ".lock"
_BATCH = 5_000
_LAST = "XXXX"
"""Agreements of no day stand at the end."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a linking: how many mentions in how many documents, compared how often, became how many agreements."""

    mentions: int
    documents: int
    compared: int
    agreements: int
    shared: int
    conflicts: int
    kept: int
    merged: int


def build(runs: Sequence[Path], output: Path, rules: Path | None = None) -> Summary:
    """The registry of the folders `runs` stands in `output`; an earlier one there gives agreements their ids."""
    for folder in runs:
        folders.check(folder)
    rules = rules or rules_dir()
    reader = Reader(Authority.open(rules, Lexicon.open(rules)))
    try:
        output.mkdir(parents=True, exist_ok=True)
        with FileLock(output / _LOCK, timeout=0), Store(output / _STORE) as store:
            return _Linking(store, output).run(reader, runs)
    except Timeout as error:
        raise InUseError(f"{output}: another run is writing here; wait for it, or give another folder") from error
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error}") from error


@dataclass
class _Linking:
    """One linking, step by step."""

    store: Store
    output: Path

    def run(self, reader: Reader, runs: Sequence[Path]) -> Summary:
        """The steps one after another."""
        documents = self._read(reader, runs)
        mentions = self.store.size()
        compared = self._compare()
        self._group(mentions)
        ids = Ids(self.store, read_jsonl(self.output / REGISTRY))
        self._gather(ids)
        kept, merged = self._merge(ids)
        told = publish(self.output, self.store.rows())
        return Summary(mentions, documents, compared, told.agreements, told.shared, told.conflicts, kept, merged)

    def _read(self, reader: Reader, runs: Sequence[Path]) -> int:
        """The mentions of all runs are in the store; how many documents have any."""
        documents = 0
        for folder in runs:
            for record, text in folders.records(folder):
                new = [
                    self.store.add(mention, data) for mention, data in reader.mentions(record, text, folder.as_posix())
                ]
                documents += any(new)
        return documents

    def _compare(self) -> int:
        """The links are in the store; how many pairs were compared."""
        compared = 0
        links: list[tuple[int, int, float]] = []
        for one, other, mine, theirs in pairs(self.store):
            compared += 1
            judgement = judge(mine, theirs)
            if judgement.linked:
                links.append((one, other, judgement.points))
            if len(links) >= _BATCH:
                self.store.link(links)
                links.clear()
        self.store.link(links)
        return compared

    def _group(self, mentions: int) -> None:
        """Each mention is in the group that links hold together."""
        root = array("q", range(mentions + 1))

        def find(number: int) -> int:
            while root[number] != number:
                root[number] = root[root[number]]
                number = root[number]
            return number

        for one, other, _ in self.store.links():
            root[max(find(one), find(other))] = min(find(one), find(other))
        self.store.group((number, find(number)) for number in range(1, mentions + 1))

    def _gather(self, ids: Ids) -> None:
        """The mentions of each agreement are in the store, and every id is given out."""
        for numbers, links in self.store.groups():
            mentions = [self.store.look(number) for number in numbers]
            at = {number: place for place, number in enumerate(numbers)}
            for members in gather(mentions, [(at[one], at[other], points) for one, other, points in links]):
                ordered = sorted(members, key=lambda place: mentions[place].key)
                self.store.cluster([numbers[place] for place in ordered])
                ids.claim([mentions[place].key for place in ordered])
        ids.settle()

    def _merge(self, ids: Ids) -> tuple[int, int]:
        """The rows are in the store; how many agreements kept an id, and how many ids went into others."""
        kept = merged = 0
        for numbers in self.store.clusters():
            told = [(self.store.look(number), self.store.data(number)) for number in numbers]
            name = ids.of(told[0][0].key)
            kept += name.kept
            merged += name.merged
            row = merge(name.id, name.was, told)
            day = row["signed_on"]["value"] if row["signed_on"] else row["sources"][0]["published_on"]
            self.store.row(day or _LAST, name.id, row)
        return kept, merged
