"""What a run has done so far, kept line by line so that nothing done is lost when it stops."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from camket.records import Outcome, Status
from camket.write.files import read_jsonl, to_json, write_jsonl

_LEDGER, _RECORDS, _DOCUMENTS, _JOURNAL = "ledger.jsonl", "records.jsonl", "documents.jsonl", "journal.jsonl"


@dataclass
class Journal:
    """The journal of an output folder: one line for each finished input, with all that was found."""

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

    def known(self, hashes: dict[str, str]) -> set[str]:
        """The names of the inputs that were read before with the same content, and well."""
        return {name for name, line in self.done.items()
                if line["ledger"]["id"] == hashes.get(name) and Status(line["ledger"]["status"]).read}  # fmt: skip

    def add(self, outcome: Outcome) -> None:
        """The outcome is done, and on disk."""
        line = {"made_with": self.made_with, "ledger": outcome.ledger_line(), "record": outcome.record,
                "text": outcome.text, "blocks": outcome.blocks}  # fmt: skip
        self.done[outcome.path] = json.loads(json.dumps(line))
        assert self._file is not None
        self._file.write(to_json(line) + "\n")
        self._file.flush()

    def settle(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """The ledger, the records and the documents of this run stand in their files, in the order of `names`."""
        lines = [self.done[name] for name in names]
        ledger = [line["ledger"] for line in lines]
        write_jsonl(self.folder / _LEDGER, ledger)
        write_jsonl(self.folder / _RECORDS, [line["record"] for line in lines if line["record"]])
        write_jsonl(self.folder / _DOCUMENTS,
                    [{"path": line["ledger"]["path"], "text": line["text"], "blocks": line["blocks"]}
                     for line in lines if line["record"]])  # fmt: skip
        write_jsonl(self.folder / _JOURNAL, lines)
        return ledger
