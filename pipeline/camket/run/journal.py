"""What a run has done so far, kept line by line so that nothing done is lost when it stops."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from camket.records import Outcome, Status
from camket.run.inputs import Input
from camket.write.files import read_jsonl, to_json, write_jsonl

_LEDGER, _RECORDS, _DOCUMENTS, _JOURNAL = "ledger.jsonl", "records.jsonl", "documents.jsonl", "journal.jsonl"


@dataclass
class Journal:
    """The journal of an output folder: one line for each finished document, with all that was found."""

    folder: Path
    made_with: str
    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    _file: IO[str] | None = None

    @classmethod
    def open(cls, folder: Path, made_with: str) -> Self:
        """The journal in `folder`; lines made with other rules or options count as not done."""
        journal = cls(folder, made_with)
        for line in read_jsonl(folder / _JOURNAL):
            if line.get("made_with") == made_with:
                journal.done[line["ledger"]["path"]] = line
        return journal

    def __enter__(self) -> Self:
        """Lines can be added."""
        self._file = (self.folder / _JOURNAL).open("a", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """All lines are on disk."""
        if self._file is not None:
            self._file.close()

    def missing(self, one: Input) -> Iterator[Input]:
        """What is still to be read of an input: itself, or those documents inside it that were not read before."""
        line = self._line(one)
        if line is None or not Status(line["ledger"]["status"]).read:
            yield one
            return
        for member in line["members"]:
            yield from self.missing(one.member(member))

    def _line(self, one: Input) -> dict[str, Any] | None:
        line = self.done.get(one.name)
        return line if line and line["content"] == one.content else None

    def add(self, one: Input, outcome: Outcome) -> None:
        """The outcome of `one` is done, and on disk."""
        line = {"made_with": self.made_with, "content": one.content, "ledger": outcome.ledger_line(),
                "record": outcome.record, "text": outcome.text, "blocks": outcome.blocks,
                "members": outcome.members}  # fmt: skip
        self.done[one.name] = json.loads(json.dumps(line))
        assert self._file is not None
        self._file.write(to_json(line) + "\n")
        self._file.flush()

    def settle(self, inputs: Sequence[Input], originals: Iterable[Input]) -> list[dict[str, Any]]:
        """The ledger, the records and the documents of this run stand in their files, in the order of their names.

        `inputs` are all files, `originals` those of them that were read; whatever has the content of an earlier
        document is told as its copy, and has no record.
        """
        own = {one.content: one for one in originals}
        read = set(own.values())
        ledger: list[dict[str, Any]] = []
        kept: list[dict[str, Any]] = []
        first: dict[str, str] = {}
        for one in inputs:
            if one not in read:
                ledger.append(_copy(one.name, one.content, own[one.content].name))
                continue
            for line in self._lines(one):
                kept.append(line)
                told = line["ledger"]
                original = first.setdefault(told["id"], told["path"]) if line["record"] else told["path"]
                ledger.append(told if original == told["path"] else _copy(told["path"], told["id"], original))
        write_jsonl(self.folder / _LEDGER, ledger)
        records = {line["path"] for line in ledger if line["status"] != Status.DUPLICATE}
        shown = [line for line in kept if line["record"] and line["ledger"]["path"] in records]
        write_jsonl(self.folder / _RECORDS, [line["record"] for line in shown])
        write_jsonl(self.folder / _DOCUMENTS,
                    [{"path": line["ledger"]["path"], "text": line["text"], "blocks": line["blocks"]}
                     for line in shown])  # fmt: skip
        write_jsonl(self.folder / _JOURNAL, kept)
        return ledger

    def _lines(self, one: Input) -> Iterator[dict[str, Any]]:
        """The line of a document, then those of the documents inside it."""
        line = self.done[one.name]
        yield line
        for member in sorted(line["members"]):
            yield from self._lines(one.member(member))


def _copy(name: str, content: str, original: str) -> dict[str, Any]:
    """The ledger line of a document whose content is that of `original`."""
    return Outcome(name, Status.DUPLICATE, content, "duplicate", f"the same content as {original}").ledger_line()
