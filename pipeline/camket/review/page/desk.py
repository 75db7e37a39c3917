"""The desk at which decisions are made: one document's values with their versions, and what is said of them, kept.

Everybody who decides says which version of a value was looked at. Where others decided since, nothing is kept, and the
reviewer is shown what they said.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from camket.decisions import Decision, DecisionLog, Verdict
from camket.files import to_json, writable
from camket.folding import normalize
from camket.judgement import Judged, judge
from camket.labels import plain
from camket.review.page.checks import FIELDS_OF, MANY, RefusedError, final
from camket.review.page.index import Entry, Index
from camket.values import Key

MOST_LETTERS = 20_000
_VIA = "page"


class StaleError(RefusedError):
    """Others decided since the reviewer looked."""

    status = 409


class Ask(BaseModel):
    """What a page sends: a verdict on the value with `key`, or a value to add.

    What is added belongs to `of`, an agreement or commitment, or to none; it stands at `start` to `end`, or nowhere.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Literal["ok", "wrong", "fix", "add", "open"]
    key: str = Field("", max_length=1_000)
    version: str = Field("", max_length=64)
    correction: str = Field("", max_length=MOST_LETTERS)
    note: str = Field("", max_length=MOST_LETTERS)
    of: str = Field("", max_length=1_000)
    field: str = Field("", max_length=40)
    start: int = Field(-1, ge=-1)
    end: int = Field(-1, ge=-1)
    value: str = Field("", max_length=MOST_LETTERS)

    @classmethod
    def read(cls, data: bytes) -> Ask:
        """What the page sent; RefusedError where it is something else."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            raise RefusedError("no_sense") from error


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document on the desk: its record, and its values as they are judged."""

    entry: Entry
    record: dict[str, Any]
    judged: list[Judged]

    def the(self, key: Key) -> Judged | None:
        """The value with this key."""
        return next((one for one in self.judged if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept: the document now, the key of the value, and what restores it as the reviewer had it before."""

    sheet: Sheet
    key: Key
    undo: dict[str, Any]


class Desk:
    """The desk of an output folder."""

    def __init__(self, folder: Path) -> None:
        self.index = Index(folder)
        self._log = DecisionLog(folder)

    def sheet(self, identity: str) -> Sheet | None:
        """The document with this id, as it is judged now."""
        entry = self.index.entry(identity)
        if entry is None:
            return None
        record = self.index.record(entry)
        return Sheet(entry, record, judge(record, self.index.decisions(identity)))

    def decide(self, identity: str, ask: Ask, reviewer: str) -> Kept:
        """The decision is on disk. RefusedError where it makes no sense, StaleError where others decided meanwhile."""
        if not reviewer:
            raise RefusedError("no_reviewer")
        with self._log.held():
            self.index.refresh()
            sheet = self.sheet(identity)
            if sheet is None:
                raise RefusedError("no_document")
            decision = self._added(sheet, ask) if ask.verdict == "add" else _on_value(sheet, ask)
            decision = replace(
                decision, reviewer=reviewer, document=identity, path=sheet.entry.path, via=_VIA, at=_now()
            )
            before = self.index.decisions(identity)
            self._log.add([decision, *_opened_too(sheet, decision)])
            self.index.refresh()
            now = self.sheet(identity)
        assert now is not None
        return Kept(now, decision.key, _undo(now, decision, before))

    def _added(self, sheet: Sheet, ask: Ask) -> Decision:
        """The decision that adds a value."""
        owner = next(
            (one.key.field for one in sheet.judged if ask.of and str(one.key) == ask.of and not one.key.of), ""
        )
        if bool(ask.of) != bool(owner) or ask.field not in FIELDS_OF[owner]:
            raise RefusedError("no_sense")
        value = final(owner, ask.field, _clean(ask.value))
        there = [
            one.final
            for one in sheet.judged
            if (one.key.of, one.key.field) == (ask.of, ask.field) and one.final is not None
        ]
        if plain(value) in map(plain, there):
            raise StaleError("already_there")
        if there and owner and ask.field not in MANY:
            raise RefusedError("has_one")
        text = sentence = ""
        if ask.start >= 0:
            source = self.index.source(sheet.entry)
            if not ask.start < ask.end <= len(source["text"]):
                raise RefusedError("no_sense")
            text = source["text"][ask.start : ask.end]
            sentence = next(
                (source["text"][start:end] for _, start, end in source["blocks"] if start <= ask.start < end), ""
            )
        start, end = (ask.start, ask.end) if text else (-1, -1)
        key = Key(ask.of, ask.field, start, end)
        while sheet.the(key):
            key = key._replace(number=key.number + 1)
        return Decision("", key, Verdict.ADD, "", "", value, note=_clean(ask.note), text=text, sentence=sentence)


def version_of(one: Judged | None) -> str:
    """The version of a value: another one whenever the record or somebody says something else of it."""
    if one is None:
        return ""
    told = [one.value.value if one.value else None, [decision.to_json() for decision in one.decisions]]
    return hashlib.sha256(to_json(told).encode()).hexdigest()[:16]


def _on_value(sheet: Sheet, ask: Ask) -> Decision:
    """The decision on a value that is there; what was corrected and the record does not have is added as corrected."""
    try:
        key = Key.parse(ask.key)
    except ValueError as error:
        raise RefusedError("no_sense") from error
    one = sheet.the(key)
    if version_of(one) != ask.version:
        raise StaleError("stale")
    if one is None:
        raise RefusedError("no_value")
    verdict, correction = Verdict(ask.verdict), _clean(ask.correction)
    said = one.value.said if one.value else {}
    value = one.value.value if one.value else one.decisions[-1].final or one.decisions[-1].value
    if verdict is Verdict.FIX:
        if key.field == "agreement":
            raise RefusedError("whole")
        correction = final(Key.parse(key.of).field if key.of else "", key.field, correction)
        if one.value is None:
            verdict, value = Verdict.ADD, correction
        elif correction == value:
            verdict = Verdict.OK
    elif verdict is Verdict.OK and one.value is None and any(told.verdict is Verdict.ADD for told in one.decisions):
        verdict = Verdict.ADD
    return Decision("", key, verdict, "", "", value, correction if verdict is Verdict.FIX else "", _clean(ask.note),
                    text=said.get("text", ""), sentence=said.get("sentence", ""), rule=said.get("rule", ""))  # fmt: skip


def _opened_too(sheet: Sheet, decision: Decision) -> list[Decision]:
    """What the reviewer said of the value when it had another key is taken back with it."""
    one = sheet.the(decision.key)
    if one is None or decision.verdict is not Verdict.OPEN:
        return []
    return [replace(decision, key=said.key) for said in one.decisions
            if said.reviewer == decision.reviewer and said.key.field == decision.key.field and said.key != decision.key]  # fmt: skip


def _undo(now: Sheet, decision: Decision, before: list[Decision]) -> dict[str, Any]:
    """What to ask for to have the value again as its reviewer left it before `decision`."""
    key = decision.key
    last = next((one for one in reversed(before) if (one.key, one.reviewer) == (key, decision.reviewer)), None)
    if last is None or last.verdict is Verdict.OPEN:
        return {"verdict": "open", "key": str(key)}
    if last.verdict is not Verdict.ADD:
        return {"verdict": last.verdict.value, "key": str(key), "correction": last.correction, "note": last.note}
    if now.the(key):
        return {"verdict": "fix", "key": str(key), "correction": last.value, "note": last.note}
    return {"verdict": "add", "of": key.of, "field": key.field, "start": key.start, "end": key.end,
            "value": last.value, "note": last.note}  # fmt: skip


def _now() -> str:
    """The moment in UTC, as 2026-03-01T09:30:00.000Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _clean(text: str) -> str:
    """`text` in NFC, without blanks around it and without what no file can hold."""
    return writable(normalize(text)).replace("\0", "").strip()
