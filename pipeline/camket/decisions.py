"""What reviewers decided: decisions.jsonl of an output folder, a line each, never changed, only added to.

Decisions belong to values by the content of the document, the field and the place (camket.values.Key), so that they hold
for renamed files and for later runs.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout

from camket.errors import InUseError, UsageError
from camket.files import to_json
from camket.values import Key

FILE = "decisions.jsonl"
_LOCK = ".decisions.lock"
_PATIENCE = 30.0
"""Seconds to wait for another process that is adding decisions; adding takes milliseconds."""


class Verdict(StrEnum):
    """What a reviewer says of a value; OPEN takes back what the same reviewer said before."""

    OK = "ok"
    WRONG = "wrong"
    FIX = "fix"
    ADD = "add"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on a value, with what its reviewer saw: a line of decisions.jsonl.

    `document` is the id of the document's content, `path` where it lay then; `value` is the value as it was, or the one
    that is added, `correction` what it should be; `text`, `sentence` and `rule` are those of its evidence. `at` is the
    moment in UTC (ISO 8601), `via` the sheet's name or "page".
    """

    document: str
    key: Key
    verdict: Verdict
    reviewer: str
    at: str
    value: str = ""
    correction: str = ""
    note: str = ""
    path: str = ""
    text: str = ""
    sentence: str = ""
    rule: str = ""
    via: str = ""

    @property
    def result(self) -> tuple[Verdict, str]:
        """What two reviewers who agree have in common."""
        return self.verdict, self.correction if self.verdict is Verdict.FIX else ""

    @property
    def final(self) -> str | None:
        """The value as the reviewer would have it; None where there should be none."""
        if self.verdict is Verdict.FIX:
            return self.correction
        return None if self.verdict is Verdict.WRONG else self.value

    def to_json(self) -> dict[str, Any]:
        """The decision as plain JSON values."""
        return {**asdict(self), "key": str(self.key)}

    @classmethod
    def of_json(cls, told: dict[str, Any]) -> Self:
        """The decision of a line; keys of later versions are passed over. ValueError or KeyError where it is none."""
        known = {one.name: told[one.name] for one in fields(cls) if one.name in told}
        return cls(**known | {"key": Key.parse(told["key"]), "verdict": Verdict(told["verdict"])})


class DecisionLog:
    """decisions.jsonl of an output folder; several processes may add to it.

    A line that was cut off by a crash was never acknowledged, and is passed over.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._lock = FileLock(self.path.with_name(_LOCK), timeout=_PATIENCE)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else adds meanwhile; who holds the log may add to it. Raises InUseError after half a minute."""
        try:
            with self._lock:
                yield
        except Timeout:
            raise InUseError(f"{self.path}: another process has been adding decisions for {_PATIENCE:.0f} s; "
                             "see that it ends, then try again") from None  # fmt: skip

    def add(self, decisions: Iterable[Decision]) -> None:
        """`decisions` are on disk, after those of other processes. Raises OSError where they cannot be written."""
        lines = "".join(f"{to_json(one.to_json())}\n" for one in decisions).encode()
        with self.held(), self.path.open("a+b") as file:
            size = file.seek(0, os.SEEK_END)
            try:
                file.write((b"\n" if self._is_torn(file) else b"") + lines)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(size)
                raise

    @staticmethod
    def _is_torn(file: Any) -> bool:
        """Whether the last line was cut off."""
        if not file.tell():
            return False
        file.seek(-1, os.SEEK_END)
        return bool(file.read(1) != b"\n")

    def read(self, start: int = 0) -> tuple[list[Decision], int]:
        """The decisions from byte `start` on, in the order in which they were made, and where the next one will begin.

        Raises UsageError for a whole line that is no decision.
        """
        if not self.path.is_file():
            return [], 0
        with self.path.open("rb") as file:
            file.seek(start)
            data = file.read()
        whole, end = data.rpartition(b"\n")[0::2]
        lines = whole.split(b"\n") if whole else []
        return [one for line in lines if (one := self.decision(line)) is not None], start + len(data) - len(end)

    def lines(self) -> Iterator[bytes]:
        """The whole lines of the log."""
        if self.path.is_file():
            with self.path.open("rb") as file:
                yield from (line for line in file if line.endswith(b"\n"))

    def decision(self, line: bytes) -> Decision | None:
        """The decision of a line; None where it was cut off. Raises UsageError where it is something else."""
        try:
            told = json.loads(line)
        except ValueError:
            return None
        try:
            return Decision.of_json(told)
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{self.path}: {line[:80]!r} is no decision ({error}); restore or remove this line"
            ) from error

    def by_document(self) -> dict[str, list[Decision]]:
        """All decisions, by the id of the document's content."""
        found: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in self.read()[0]:
            found[one.document].append(one)
        return dict(found)

    def index(self) -> DecisionIndex:
        """All decisions, to be read document by document."""
        return DecisionIndex(self)


class DecisionIndex:
    """The decisions of a log as it is now, read from disk when they are asked for: memory holds their places only.

    `digest` is another whenever there are other decisions.
    """

    def __init__(self, log: DecisionLog) -> None:
        self._log = log
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        digest = sha256()
        start = 0
        for line in log.lines():
            digest.update(line)
            decision = log.decision(line)
            if decision is not None:
                self._places[decision.document].append((start, len(line)))
            start += len(line)
        self.digest = digest.hexdigest() if self._places else ""

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self._places)

    def __iter__(self) -> Iterator[str]:
        """The ids of the documents on which something was decided."""
        return iter(list(self._places))

    def of(self, document: str) -> list[Decision]:
        """The decisions on a document, in the order in which they were made."""
        if document not in self._places:
            return []
        found = []
        with self._log.path.open("rb") as file:
            for start, length in self._places[document]:
                file.seek(start)
                found.append(self._log.decision(file.read(length)))
        return [one for one in found if one is not None]


def standing(decisions: Iterable[Decision]) -> Iterator[tuple[Key, list[Decision]]]:
    """For each key the last decision of each reviewer that was not taken back, in the order of time."""
    last: dict[tuple[Key, str], Decision] = {}
    for one in decisions:
        last.pop((one.key, one.reviewer), None)
        last[one.key, one.reviewer] = one
    by_key: defaultdict[Key, list[Decision]] = defaultdict(list)
    for (key, _), one in last.items():
        if one.verdict is not Verdict.OPEN:
            by_key[key].append(one)
    yield from by_key.items()
