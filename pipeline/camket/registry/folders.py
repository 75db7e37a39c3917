"""The records of run folders with the texts of their documents, those that were reviewed in their reviewed form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import Any

from camket.errors import UsageError
from camket.write import DOCUMENTS, RECORDS

REVIEWED = "reviewed.jsonl"
_NOTHING = '"agreements": []'


def check(folder: Path) -> None:
    """UsageError tells what is missing where `folder` is not that of a run."""
    if not (folder / RECORDS).is_file():
        raise UsageError(f"{folder}: there is no {RECORDS} here; run `camket run INPUT -o {folder}` first")


def records(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The records of a run that tell of agreements, each with the text of its document."""
    reviewed = _Reviewed(folder / REVIEWED)
    with ExitStack() as stack:
        lines = stack.enter_context((folder / RECORDS).open(encoding="utf-8"))
        texts = (
            stack.enter_context((folder / DOCUMENTS).open(encoding="utf-8")) if (folder / DOCUMENTS).is_file() else ()
        )
        for line, source in zip_longest(lines, texts, fillvalue=""):
            if not line or (_NOTHING in line and not reviewed):
                continue
            record = json.loads(line)
            record = reviewed.get(record["document"]["id"]) or record
            if record["agreements"]:
                yield record, _text(source, record)


class _Reviewed:
    """The records of reviewed.jsonl by the id of their document; in memory is only where each stands."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._at: dict[str, int] = {}
        if path.is_file():
            with path.open("rb") as file:
                while line := file.readline():
                    self._at[json.loads(line)["document"]["id"]] = file.tell() - len(line)

    def __bool__(self) -> bool:
        return bool(self._at)

    def get(self, document: str) -> dict[str, Any] | None:
        """The reviewed record of a document, if it has one."""
        if document not in self._at:
            return None
        with self._path.open("rb") as file:
            file.seek(self._at[document])
            return json.loads(file.readline())  # type: ignore[no-any-return]


def _text(source: str, record: dict[str, Any]) -> str:
    """The text of the document; where documents.jsonl has none for it, the sentences of its evidence."""
    document = json.loads(source) if source else {}
    if document.get("path") == record["document"]["path"]:
        return str(document["text"])
    return "\n".join(dict.fromkeys(one["sentence"] for item in record["agreements"] for one in item["evidence"]))
