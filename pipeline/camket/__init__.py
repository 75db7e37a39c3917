"""camket reads Vietnamese press releases, news and agreements and says who agreed what with whom.

>>> import camket
>>> record = camket.extract("Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác.")
>>> [party.name for party in record.agreements[0].parties]
['Sở Y tế Lâm Đồng', 'Bệnh viện Hoàn Mỹ']
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from camket.errors import CamketError, DocumentError
from camket.records import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Commitment,
    CommitmentKind,
    Evidence,
    Participant,
    Party,
    Record,
    Role,
    Signatory,
)

if TYPE_CHECKING:
    from camket.run.flow import Kit
    from camket.run.frame import (
        AGREEMENTS_SCHEMA,
        COMMITMENTS_SCHEMA,
        FRAME_SCHEMA,
        agreements_frame,
        commitments_frame,
        extract_frame,
        frame_meta,
    )

__all__ = [
    "AGREEMENTS_SCHEMA", "COMMITMENTS_SCHEMA", "FRAME_SCHEMA", "Agreement", "AgreementKind", "AgreementStatus",
    "CamketError", "Commitment", "CommitmentKind", "DocumentError", "Evidence", "Kit", "Participant", "Party", "Record",
    "Role", "Signatory", "agreements_frame", "commitments_frame", "extract", "extract_frame", "frame_meta", "open_kit",
]  # fmt: skip

_LATE = {"Kit": "camket.run.flow"} | dict.fromkeys(
    ("AGREEMENTS_SCHEMA", "COMMITMENTS_SCHEMA", "FRAME_SCHEMA", "agreements_frame", "commitments_frame", "extract_frame",
     "frame_meta"), "camket.run.frame")  # fmt: skip
"""What is imported when it is first asked for, and from where: spaCy and pandas come with it."""


def extract(source: str | Path) -> Record:
    """The record of a file, or of a text: a `Path` or a string that ends like a file name is a file.

    Raises DocumentError where the file cannot be read. For many documents open a Kit: `open_kit()`.
    """
    return _shared_kit().extract(source)


def open_kit(rules: Path | None = None) -> Kit:
    """A Kit to read many documents with, by the rule files in `rules` (those that camket ships, if None)."""
    from camket.run.flow import Kit  # noqa: PLC0415 - spaCy takes 1 s to import

    return Kit.open(rules)


@cache
def _shared_kit() -> Kit:
    return open_kit()


def __getattr__(name: str) -> Any:
    """What stands in _LATE."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'camket' has no attribute {name!r}")
