"""Readers that find nothing, for runs whose documents do not matter."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from zlib import compress

from camket import ingest
from camket.errors import DocumentError
from camket.ingest import ReadOptions
from camket.records import Outcome, Stage, Status
from camket.run.inputs import Input
from camket.run.worker import Reader

READ = "read.txt"
SECONDS, UNHURRIED = 0.004, 0.015


def noting(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader whose records hold nothing but the text, after a while."""
    return noted


def noted(one: Input, _tell: Callable[[Stage], None]) -> Outcome:
    """The document is read, and noted as such."""
    _note(one, SECONDS)
    record = {"document": {"path": one.name}, "agreements": [], "commitments": []}
    source = {"path": one.name, "text": one.path.read_text(encoding="utf-8"), "blocks": []}
    return Outcome(
        one.name, Status.OK, one.content, record=json.dumps(record), source=compress(json.dumps(source).encode())
    )


def _note(one: Input, seconds: float) -> None:
    time.sleep(seconds)
    note = os.open(Path(str(one.path)).parent.parent / READ, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(note, f"{one.name}\n".encode())
    os.close(note)


def unhurried(rules: Path, options: ReadOptions) -> Reader:
    """A plain reader that takes its time over each document, and notes it."""
    read = plain(rules, options)

    def slowly(one: Input, tell: Callable[[Stage], None]) -> Outcome:
        _note(one, UNHURRIED)
        return read(one, tell)

    return slowly


def plain(_rules: Path, options: ReadOptions) -> Reader:
    """A reader of any document whose record holds nothing but its text."""

    def read(one: Input, _tell: Callable[[Stage], None]) -> Outcome:
        try:
            contents = ingest.contents_of(one.path, one.name, options, one.inner)
        except DocumentError as error:
            return Outcome(one.name, Status.FAILED, reason=error.reason, message=str(error))
        text, content = (contents.document.text, contents.document.id) if contents.document else ("", one.content)
        record = {"document": {"path": one.name}, "agreements": [], "commitments": [], "text": text}
        return Outcome(one.name, Status.OK, content, members=contents.members,
                       record=json.dumps(record) if text else "", source=compress(b"{}"))  # fmt: skip

    return read


def elsewhere(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader on a machine that does not have the files."""
    return lambda one, _tell: Outcome(one.name, Status.VANISHED, reason="vanished", message=f"{one.name}: it was gone")
