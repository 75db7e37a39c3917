"""The record: what a document says was agreed or promised, each value with its evidence.

`to_json` gives the shape of a line of records.jsonl (schema `camket/1`); docs/records.md describes it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Literal

from camket.document import Box

SCHEMA = "camket/1"


class AgreementKind(StrEnum):
    """Kinds of agreement (art. 6 of the Law on International Agreements 2020, and offices' own)."""

    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    CONTRACT = "contract"
    COORDINATION = "coordination"
    TREATY = "treaty"
    STATEMENT = "statement"
    INTENT = "intent"
    MINUTES = "minutes"
    UNSPECIFIED = "unspecified"


class AgreementStatus(StrEnum):
    """Whether the text says it has been signed, or is to be."""

    SIGNED = "signed"
    PLANNED = "planned"


class Role(StrEnum):
    """What a person did at the signing, other than sign."""

    WITNESS = "witness"
    SPEAKER = "speaker"
    CHAIR = "chair"
    GUEST = "guest"


class CommitmentKind(StrEnum):
    """An item of what an agreement covers, or a named actor's own undertaking."""

    AREA = "area"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that say so: `document.text[start:end] == text`.

    `boxes` are PDF points on `page`, for documents that have pages; `field` names the value that these
    words support; `rule` is the id of the rule that took them; `sentence` the sentence they stand in.
    """

    start: int
    end: int
    text: str
    page: int = 1
    boxes: tuple[Box, ...] = ()
    rule: str = ""
    sentence: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A body bound by an agreement; `name` is the fullest mention, `aliases` the other forms."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    canonical: str | None = None
    type: str | None = None
    province: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who the text says signed or is to sign, for the party with id `party`."""

    name: str
    title: str | None = None
    party: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part without being said to sign."""

    name: str
    role: Role
    title: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that the document reports; dates are EDTF, a bare term an ISO 8601 duration."""

    id: str
    kind: AgreementKind
    status: AgreementStatus
    parties: tuple[Party, ...]
    title: str | None = None
    number: str | None = None
    signed_on: str | None = None
    period: str | None = None
    place: str | None = None
    value: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    participants: tuple[Participant, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something undertaken; `actors` is `"all"` or party ids or names, `due` EDTF, `amount` as written."""

    id: str
    kind: CommitmentKind
    text: str
    agreement: str | None = None
    actors: Literal["all"] | tuple[str, ...] = "all"
    fields: tuple[str, ...] = ()
    due: str | None = None
    amount: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the record says of the document itself."""

    id: str
    path: str
    media_type: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published_on: str | None = None
    pages: int = 1
    ocr: bool = False
    text_quality: float = 1.0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document says: a line of records.jsonl."""

    document: DocumentInfo
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    schema: str = field(default=SCHEMA)

    def to_json(self) -> dict[str, Any]:
        """The record as plain JSON values, keys in the documented order."""
        return {"schema": self.schema, **{key: value for key, value in asdict(self).items() if key != "schema"}}

    def evidence(self) -> list[Evidence]:
        """Every evidence of the record, in the order of the document."""
        holders: list[Agreement | Party | Signatory | Participant | Commitment] = [*self.commitments]
        for agreement in self.agreements:
            holders += [agreement, *agreement.parties, *agreement.signatories, *agreement.participants]
        return sorted((one for holder in holders for one in holder.evidence), key=lambda one: (one.start, one.end))


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer said of a value: `verdict` is ok, wrong, fix or add, `at` the moment in UTC (ISO 8601)."""

    reviewer: str
    at: str
    verdict: str
    correction: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedValue:
    """A value on which someone decided: `was` it was found as, null if it was not, `final` it stands as, null if rejected.

    `item` is the id of the agreement or commitment that has it; `state` is decided, changed, conflict, added or gone.
    """

    key: str
    item: str
    field: str
    state: str
    was: str | None
    final: str | None
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`review` of a record in reviewed.jsonl: how many values are open, decided, in conflict, and each decision."""

    open: int
    decided: int
    conflicts: int
    values: tuple[ReviewedValue, ...] = ()


class Status(StrEnum):
    """How the reading of one input ended; every input ends once in the ledger."""

    OK = "ok"
    PARTIAL = "partial"
    UNCHANGED = "unchanged"
    DUPLICATE_OF = "duplicate_of"
    VANISHED = "vanished"
    TEXT_SUSPECT = "text_suspect"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    FAILED = "failed"

    @classmethod
    def of_reason(cls, reason: str) -> Status:
        """The status of a document that could not be read for `reason`: one of its own, or failed."""
        return next((one for one in cls if one.value == reason), cls.FAILED)

    @property
    def read(self) -> bool:
        """Whether the input was read, now or before, by itself or as a copy of another."""
        return self in {Status.OK, Status.PARTIAL, Status.UNCHANGED, Status.DUPLICATE_OF}


class Stage(StrEnum):
    """Where the work on one input stands."""

    READ = "read"
    EXTRACT = "extract"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input, as it crosses the process border: its record, or why there is none.

    `id` is that of its content; `stage` is where it ended if it was not read; `members` are the names of the documents
    inside it, which are read as documents of their own. `record` is its line of records.jsonl, and `source` its line of
    documents.jsonl, compressed: what pages show evidence in.
    """

    path: str
    status: Status
    id: str = ""
    stage: str = ""
    reason: str = ""
    message: str = ""
    seconds: float = 0.0
    agreements: int = 0
    commitments: int = 0
    members: tuple[str, ...] = ()
    record: str = ""
    source: bytes = b""
