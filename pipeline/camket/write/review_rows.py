"""The rows of review: one for each value, with what was found, where, how sure it is, and what was decided so far."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from camket.decisions import Decision, Verdict
from camket.files import to_json
from camket.judgement import Judged, State
from camket.labels import Labels
from camket.values import DATES, Json
from camket.write.columns import Row

REVIEW_COLUMNS = (
    "document", "page", "item", "field", "value", "normalised", "decision", "correction", "sentence", "about", "evidence",
    "confidence", "state", "reviewer", "note", "so_far", "rule", "id", "key",
)  # fmt: skip
ASKED = {State.OPEN, State.CHANGED, State.CONFLICT}
"""States in which a value is to be decided; in others what stands is filled in."""
_BLANKS = re.compile(r"\s+")


class ReviewRow(NamedTuple):
    """A row by its columns; `parts` are what stands before, in and after the evidence in its sentence.

    `link` is the place of the evidence in report.html. Rows are in the order of `asked` (0 if it is to be decided, 1 if
    nothing is) and `confidence`.
    """

    asked: int
    confidence: float
    cells: Row
    parts: tuple[str, str, str]
    link: str


def review_rows(final: Json, judged: list[Judged], text: str, labels: Labels, anchor: str) -> Iterator[ReviewRow]:
    """A row for each value of a record, and for each that reviewers added; `text` is that of the document.

    `final` is the record, or how it is after review, which tells where added values are; `anchor` is how the document's places in report.html begin, empty where it is not shown there.
    """
    about = final["document"]
    items = {value["key"]: value["item"] for value in final.get("review", {}).get("values", ())}
    for one in judged:
        said = _said(one)
        parts = _parts(said, text)
        confidence = one.value.confidence if one.value else 1.0
        cells = {
            "document": about["path"],
            "page": str(said["page"] or ""),
            "item": one.value.item if one.value else items.get(str(one.key), ""),
            "field": labels.fields[one.key.field],
            **_value(one, said, labels),
            "evidence": _line(said["text"]),
            "sentence": "".join(parts),
            "confidence": f"{confidence:.2f}",
            "state": labels.states[one.state.value],
            **_decided(one, labels),
            "rule": said["rule"],
            "id": about["id"],
            "key": f"{about['id']} {one.key}",
        }
        link = f"{anchor}-{said['start']}-{said['end']}" if anchor and one.value else ""
        yield ReviewRow(int(one.state not in ASKED), confidence, cells, parts, link)


def _said(one: Judged) -> Json:
    """The evidence of a value, or what the decision tells of it where it was not found."""
    if one.value:
        return one.value.said
    last = one.decisions[-1]
    return {"start": last.key.start, "end": last.key.end, "text": last.text, "sentence": last.sentence,
            "rule": last.rule, "page": None, "field": last.key.field}  # fmt: skip


def shown(field: str, value: str, said: Json | None, labels: Labels) -> str:
    """A value as sheets show it: a date in the words of the document, what comes from a list by its label."""
    if field in DATES and said and said["field"] == field and said["text"]:
        return _line(said["text"])
    return labels.choices(field).get(value, value)


def _value(one: Judged, said: Json, labels: Labels) -> Row:
    field = one.key.field
    value = one.value.value if one.value else one.final or one.decisions[-1].value
    about = one.value.about if one.value else ""
    canonical = about if field == "party" else ""
    return {
        "value": shown(field, value, said, labels),
        "normalised": value if field in DATES or labels.choices(field) else canonical,
        "about": "" if field == "party" else about,
    }


def _decided(one: Judged, labels: Labels) -> Row:
    """What stands is filled in; where there is nothing to fill in, `so_far` still tells what each reviewer said."""
    told = {"decision": "", "correction": "", "reviewer": "", "note": ""}
    if one.state not in ASKED and all(bool(said.key.of) == bool(one.key.of) for said in one.decisions):
        last = one.decisions[-1]
        told = {
            "decision": labels.verdicts[last.verdict.value][0],
            "correction": labels.choices(one.key.field).get(last.correction, last.correction),
            "reviewer": "; ".join(said.reviewer for said in one.decisions),
            "note": last.note,
        }
    stale = one.state is State.CHANGED
    return told | {"so_far": "; ".join(_told(said, labels, stale=stale) for said in one.decisions)}


def _told(said: Decision, labels: Labels, *, stale: bool) -> str:
    told = f"{said.reviewer}: {labels.verdicts[said.verdict.value][0]}"
    if stale:
        told += f" ({said.value})"
    return f"{told} → {said.correction}" if said.verdict is Verdict.FIX else told


def _parts(said: Json, text: str) -> tuple[str, str, str]:
    """The sentence of an evidence, in one line, cut where the evidence begins and ends."""
    sentence, words, start = said["sentence"], said["text"], said["start"]
    at = text.rfind(sentence, 0, start + len(sentence)) if sentence and start >= 0 else -1
    left = start - at if 0 <= at <= start else -1
    if left < 0 or left >= len(sentence) or sentence[left : left + 1] != words[:1]:
        return _line(sentence), "", ""
    right = min(left + len(words), len(sentence))
    before, inside, after = (
        _BLANKS.sub(" ", part) for part in (sentence[:left], sentence[left:right], sentence[right:])
    )
    return before.lstrip(), inside, after.rstrip()


def _line(text: str) -> str:
    return " ".join(text.split())


class SortedRows:
    """Rows that are added in any number, and given back least certain first; they wait on disk."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE row "
                                 "(number INTEGER PRIMARY KEY, asked INTEGER, confidence REAL, told TEXT); BEGIN")  # fmt: skip

    def add(self, row: ReviewRow) -> None:
        """The row is kept."""
        self._base.execute("INSERT INTO row (asked, confidence, told) VALUES (?, ?, ?)",
                           (row.asked, row.confidence, to_json(row[2:])))  # fmt: skip

    def __iter__(self) -> Iterator[ReviewRow]:
        """The rows: what is to be decided first, the least certain of it before the others."""
        self._base.execute("CREATE INDEX IF NOT EXISTS sure ON row (asked, confidence, number)")
        query = "SELECT asked, confidence, told FROM row INDEXED BY sure ORDER BY asked, confidence, number"
        for asked, confidence, told in self._base.execute(query):
            cells, parts, link = json.loads(told)
            yield ReviewRow(asked, confidence, cells, tuple(parts), link)

    def close(self) -> None:
        """The rows are forgotten."""
        self._base.close()


def text_of(source: bytes) -> str:
    """The text of a line of documents.jsonl."""
    told: dict[str, Any] = json.loads(source)
    return str(told["text"])
