"""Rows of sheets checked against the values of their document: each is a decision, or a fault that is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from camket.decisions import Decision, Verdict, standing
from camket.folding import normalize
from camket.judgement import Judged, judge
from camket.labels import Labels, Language, names, plain
from camket.review.dates import readings, to_edtf
from camket.review.finding import Found, find_words, sentences_of
from camket.review.sheets import SheetRow
from camket.values import AGREEMENT_FIELDS, COMMITMENT_FIELDS, DATES, FIELDS, JOINT, Json, Key, Value
from camket.write.review_rows import ASKED, shown
from camket.write.reviewed import reviewed

_CHOICES = {"kind": "kinds", "status": "statuses"}
"""Fields whose values come from a list, and what labels call that list."""
WHOLE = ("agreement", "commitment")
"""Fields that have the others."""
_MANY = ("party", "value", "signatory", "participant")
"""Fields that an agreement has several values of."""
_KEY = re.compile(r"(?P<document>\w+) (?P<key>\S+)")
_ERRORS = {"#VALUE!", "#NAME?", "#REF!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"}
"""What spreadsheets show for a formula that they cannot work out, such as "- Bưu điện"."""
_DASH = re.compile(r"\s+[-–—]\s+")
_CUT = 31_000
"""A cell of so many letters may have been cut off."""


class RowFaultError(Exception):
    """A row cannot be applied: the column that is at fault, and why."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        super().__init__(message)


class Asked(NamedTuple):
    """A row with its verdict, and the document that it is about: its id, or its path where no id is told.

    `month_first` is whether its sheet was seen to write months before days.
    """

    row: SheetRow
    verdict: Verdict
    document: str
    path: str
    month_first: bool = False


def asked(row: SheetRow) -> Asked | None:
    """What a row asks for; None where it decides nothing. Raises RowFaultError."""
    word, correction = row.get("decision"), row.get("correction")
    if not word:
        if correction:
            raise RowFaultError("decision", "there is a correction and no decision; write fix, or add for a new value")
        if not row.get("key") and row.get("value"):
            raise RowFaultError("decision", "a row without a key is a new value; write add")
        return None
    verdict = names("verdicts").get(plain(word))
    if verdict is None:
        known = ", ".join(Labels.of(language).verdicts[one][0] for one in Verdict for language in Language)
        raise RowFaultError("decision", f"{word!r} is no decision; there are {known}")
    found = _KEY.fullmatch(row.get("key"))
    if verdict != Verdict.ADD and found is None:
        told = f"{row.get('key')!r} is no key" if row.get("key") else "the key is missing"
        raise RowFaultError(
            "key", f"{told}; copy the row from the sheet as it was written, or write add for a new value"
        )
    document = found["document"] if found else row.get("id")
    if not document and not row.get("document"):
        raise RowFaultError("document", "say in which document: its path, or its id")
    return Asked(row, Verdict(verdict), document, row.get("document"))


@dataclass
class Case:
    """A document on which rows decide: its record, its line of documents.jsonl and what was decided so far.

    `reviewer` is who decides where a row does not say, `at` the moment.
    """

    record: Json
    source: bytes
    decisions: list[Decision]
    reviewer: str
    at: str

    def __post_init__(self) -> None:
        """Its values are at hand."""
        self.judged = judge(self.record, self.decisions)
        self._by_key = {one.key: one for one in self.judged}
        self._standing = dict(standing(self.decisions))
        self._new_items: dict[str, Key] = {}
        self._added: dict[Key, Decision] = {}

    @cached_property
    def _told(self) -> Json:
        told: Json = json.loads(self.source)
        return told

    @cached_property
    def _items(self) -> dict[str, Key]:
        """The key of each agreement and commitment, by its id; also of those that reviewers added."""
        final = reviewed(self.record, self.judged, self._told["text"])
        return {one["item"]: Key.parse(one["key"]) for one in final["review"]["values"] if one["field"] in WHOLE} | {
            one.value.item: one.key for one in self.judged if one.value and one.key.field in WHOLE
        }

    def conflicts(self, new: Iterable[Decision]) -> list[Judged]:
        """The values that reviewers disagree on once `new` is decided."""
        return [one for one in judge(self.record, [*self.decisions, *new]) if one.state.value == "conflict"]

    def decide(self, one: Asked) -> list[Decision]:
        """The decisions of a row, none where it says what stands already. Raises RowFaultError."""
        if one.verdict is Verdict.ADD and not self._is_addition_that_stands(one):
            return self._add(one)
        return self._judge(one)

    def _is_addition_that_stands(self, one: Asked) -> bool:
        """Whether the row is that of a value which was added before, as sheets show it."""
        found = _KEY.fullmatch(one.row.get("key"))
        known = self._by_key.get(self._key(one.row)) if found else None
        return bool(known and any(said.verdict is Verdict.ADD for said in known.decisions)
                    and not one.row.get("correction") and self._differing(one.row, known) is None)  # fmt: skip

    def _key(self, row: SheetRow) -> Key:
        found = _KEY.fullmatch(row.get("key"))
        try:
            return Key.parse(found["key"] if found else row.get("key"))
        except ValueError:
            raise RowFaultError(
                "key", f"{row.get('key')!r} is no key; copy the row from the sheet as it was written"
            ) from None

    def _judge(self, one: Asked) -> list[Decision]:
        """What a row says of a value that the record has, or that a reviewer added."""
        value = self._value(one)
        field = value.key.field
        correction = self._correction(one, value)
        if one.verdict is Verdict.FIX and field == "agreement":
            raise RowFaultError("decision", "an agreement is right or wrong as a whole; correct its parties, kind, dates "
                                            "in their own rows")  # fmt: skip
        reviewer = self._reviewer(one, value, correction)
        said_here = {id(said): said for said in (*value.decisions, *self._standing.get(value.key, ()))}.values()
        own = [said for said in said_here if said.reviewer == reviewer and said.key.field == field]
        if one.verdict is Verdict.OPEN:
            return [self._decision(one, said.key, reviewer, value, "") for said in own]
        note = one.row.get("note")
        if any((said.verdict, said.correction, said.note) == (one.verdict, correction, note)
               and plain(said.value) == plain(_current(value)) for said in own):  # fmt: skip
            return []
        return [self._decision(one, value.key, reviewer, value, correction)]

    def _decision(self, one: Asked, key: Key, reviewer: str, value: Judged, correction: str) -> Decision:
        said = value.value.said if value.value else value.decisions[-1].to_json()
        return Decision(
            self.record["document"]["id"], key, one.verdict, reviewer, self.at, _current(value), correction,
            one.row.get("note"), self.record["document"]["path"], said["text"], said["sentence"], said["rule"],
            one.row.sheet,
        )  # fmt: skip

    def _value(self, one: Asked) -> Judged:
        """The value that a row is about: by its key, or, where that has moved, by place and value."""
        key = self._key(one.row)
        known = self._by_key.get(key)
        column = self._differing(one.row, known) if known else None
        if known and column is None:
            return known
        moved = self._moved(one.row, key)
        if moved is not None:
            return moved
        if known is None or column is None:
            raise RowFaultError("key", "the record has no such value any more; the sheet is of an earlier run: write a new "
                                       "one with `camket review sheet`")  # fmt: skip
        raise RowFaultError(column, f"the sheet says {one.row.get(column)!r}, and the record "
                                    f"{self._shown(known)!r}: write what is right into correction; or the sheet is of an "
                                    "earlier run")  # fmt: skip

    def _moved(self, row: SheetRow, key: Key) -> Judged | None:
        """The value near the key that is what the sheet shows."""
        if key.field not in FIELDS or not row.get("value"):
            return None
        near = [one for one in self.judged if one.value and one.key.field == key.field
                and any(start < key.end and key.start < end for start, end in one.value.places)]  # fmt: skip
        return next((one for one in near if self._differing(row, one) is None), None)

    def _differing(self, row: SheetRow, one: Judged) -> str | None:
        """The column in which a row shows another value than `one`; what a spreadsheet made of a value is no other."""
        field, current = one.key.field, _current(one)
        value, normalised = row.get("value"), row.get("normalised")
        if field in _CHOICES:
            told = names(_CHOICES[field]).get(plain(value))
            return "value" if value and told != current and not _like(value, self._shown(one)) else None
        if field in DATES:
            if normalised and current not in readings(normalised):
                return "normalised"
            same = _like(value, self._shown(one)) or readings(value) & readings(self._shown(one))
            return "value" if value and not same else None
        return "value" if value and not _like(value, current) else None

    @staticmethod
    def _shown(one: Judged) -> str:
        said = one.value.said if one.value else one.decisions[-1].to_json() | {"field": one.key.field}
        return shown(one.key.field, _current(one), said, Labels.of(Language.ENGLISH))

    def _correction(self, one: Asked, value: Judged) -> str:
        told = one.row.get("correction")
        if one.verdict is not Verdict.FIX:
            if told and one.verdict is not Verdict.OPEN and plain(told) != plain(_current(value)):
                raise RowFaultError(
                    "decision", f"{one.verdict.value} takes no correction; write fix, or leave it empty"
                )
            return ""
        if not told:
            raise RowFaultError("correction", "fix needs a correction")
        final = _final(told, value.key.field, "correction", month_first=one.month_first)
        if "?" in final and _is_lossy(one.row, value):
            raise RowFaultError("correction", f"letters were lost when the sheet was saved ({final!r}); save it as .xlsx or "
                                              "in UTF-8")  # fmt: skip
        return final

    def _reviewer(self, one: Asked, value: Judged, correction: str) -> str:
        """Who decides: who stands in the row, unless that was filled in for what was decided before."""
        told = one.row.get("reviewer")
        stood = "" if value.state in ASKED else "; ".join(said.reviewer for said in value.decisions)
        if told and told == stood:
            if any(said.result == (one.verdict, correction) for said in value.decisions):
                return value.decisions[-1].reviewer
            told = self.reviewer or (told if len(value.decisions) == 1 else "")
        name = told or self.reviewer
        if not name:
            raise RowFaultError("reviewer", "say who decided: here, or by --reviewer")
        return name

    def _add(self, one: Asked) -> list[Decision]:
        """What a row adds."""
        row = one.row
        field = names("fields").get(plain(row.get("field")))
        if field is None:
            raise RowFaultError("field", f"say what is added: {', '.join(Labels.of(Language.ENGLISH).fields.values())}"
                                if not row.get("field") else f"{row.get('field')!r} is no field of a value")  # fmt: skip
        words, told = self._words(one)
        final = _final(told, field, "correction" if row.get("correction") else "value", month_first=one.month_first)
        reviewer = row.get("reviewer") or self.reviewer
        if not reviewer:
            raise RowFaultError("reviewer", "say who decided: here, or by --reviewer")
        owner = "" if field in WHOLE else str(self._owner(one, field))
        like = [value for value in self.judged if value.key.field == field and value.key.of == owner]
        same = next((value for value in like if plain(_current(value)) == plain(final)), None)
        if same is not None:
            return self._add_again(one, same, reviewer, final)
        if owner and field not in _MANY and any(value.final is not None for value in like):
            raise RowFaultError("field", f"{row.get('item') or 'it'} has a {field} already; correct it in its own row")
        found = self._find(_DASH.split(words)[0] if field == "agreement" else words, owner)
        key = self._free_key(owner, field, found, final)
        if field in WHOLE:
            self._register(row.get("item"), key)
        before = [said for said in self._standing.get(key, ()) if said.verdict is Verdict.ADD]
        if key in self._added or any(said.reviewer == reviewer for said in before):
            return []
        decision = Decision(
            self.record["document"]["id"], key, Verdict.ADD, reviewer, self.at, final, "", row.get("note"),
            self.record["document"]["path"], found.text if found else "", found.sentence if found else "", "", row.sheet,
        )  # fmt: skip
        self._added[key] = decision
        return [decision]

    def _add_again(self, one: Asked, same: Judged, reviewer: str, final: str) -> list[Decision]:
        """What is there already is not added again, but a second reviewer can say the same."""
        if same.key.field in WHOLE:
            self._register(one.row.get("item"), same.key)
        if same.final is None:
            raise RowFaultError("decision", f"{final!r} was found and rejected; decide on it in its own row")
        if same.value or any(said.reviewer == reviewer for said in same.decisions):
            return []
        return [self._decision(one, same.key, reviewer, same, "")]

    def _register(self, item: str, key: Key) -> None:
        """Rows that name `item` belong to the new agreement or commitment."""
        if item and item not in self._items:
            self._new_items[item] = key

    def _words(self, one: Asked) -> tuple[str, str]:
        """The words to look for, and what is added: a correction that stands beside the words of the document counts."""
        row = one.row
        value, correction = row.get("value"), row.get("correction")
        known = self._by_key.get(self._key(row)) if _KEY.fullmatch(row.get("key")) else None
        if known and value and self._differing(row, known) is None:
            value = ""  # a row that was copied, or that tells what is missing beside its own value
        told = correction or value
        if not told:
            raise RowFaultError("value", "say what is added")
        return value or correction, told

    def _owner(self, one: Asked, field: str) -> Key:
        """The agreement or commitment that an added value belongs to."""
        told = one.row.get("item")
        items = self._items | self._new_items
        kinds = [
            kind for kind, fields in zip(WHOLE, (AGREEMENT_FIELDS, COMMITMENT_FIELDS), strict=True) if field in fields
        ]
        fitting = {item: key for item, key in items.items() if key.field in kinds}
        if told in fitting:
            return fitting[told]
        if not told and len(fitting) == 1:
            return next(iter(fitting.values()))
        there = ", ".join(fitting) or "none yet; add it first, with the same item"
        raise RowFaultError("item", f"say which {' or '.join(kinds)} has it; there is {there}")

    def _find(self, words: str, owner: str) -> Found | None:
        item = next((name for name, key in self._items.items() if str(key) == owner), None)
        home = next((thing for thing in (*self.record["agreements"], *self.record["commitments"])
                     if thing["id"] == item), None)  # fmt: skip
        return find_words(words, self._told["text"], sentences_of(home) if home else (), self._told["blocks"])

    def _free_key(self, owner: str, field: str, found: Found | None, final: str) -> Key:
        """The key of an added value: its place, with a number where another value stands there."""
        key = Key(owner, field, found.start if found else -1, found.end if found else -1)
        taken = {one: said[-1].value for one, said in self._standing.items()}
        taken |= {one.key: _current(one) for one in self.judged}
        taken |= {one: said.value for one, said in self._added.items()}
        while key in taken and plain(taken[key]) != plain(final):
            key = key._replace(number=key.number + 1)
        return key


def _current(one: Judged) -> str:
    """The value that sheets show: as it was found, or as reviewers left what was not found."""
    return one.value.value if one.value else one.final or one.decisions[-1].value


def _final(told: str, field: str, column: str, *, month_first: bool) -> str:
    """What was written for a field, as records have it."""
    told = " ".join(normalize(told).split())
    if told in _ERRORS:
        raise RowFaultError(
            column, f"{told}: the spreadsheet took the words for a formula; begin the cell with an apostrophe"
        )
    if field in _CHOICES:
        code = names(_CHOICES[field]).get(plain(told))
        if code is None:
            choices = getattr(Labels.of(Language.ENGLISH), _CHOICES[field])
            raise RowFaultError(column, f"{told!r} is no {field}; there are {', '.join(choices)}")
        return code
    if field in DATES:
        try:
            return to_edtf(told, field, month_first=month_first)
        except ValueError as error:
            raise RowFaultError(column, str(error)) from None
    return _DASH.sub(JOINT, told) if field == "agreement" else told


def _like(cell: str, text: str) -> bool:
    """Whether a cell shows `text`, although it was cut off, or saved without Vietnamese letters."""
    cell, text = plain(cell), plain(text)
    if cell == text or (len(cell) > _CUT and text.startswith(cell)):
        return True
    if "?" not in cell or len(cell) != len(text):
        return False
    return all(one in {other, "?"} for one, other in zip(cell, text, strict=True))


def _is_lossy(row: SheetRow, value: Judged) -> bool:
    """Whether letters of the row were lost when it was saved."""
    said: Value | None = value.value
    return any("?" in row.get(column) for column in ("value", "sentence", "evidence")) and not (
        said and "?" in f"{said.value}{said.said['sentence']}"
    )
