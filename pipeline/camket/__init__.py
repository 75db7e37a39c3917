"""camket reads Vietnamese press releases, news and agreements and says who agreed what with whom.

>>> import camket
>>> record = camket.extract("Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác.")
>>> [party.name for party in record.agreements[0].parties]
['Sở Y tế Lâm Đồng', 'Bệnh viện Hoàn Mỹ']
"""

from __future__ import annotations

from functools import cache
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

__all__ = [
    "Agreement", "AgreementKind", "AgreementStatus", "CamketError", "Commitment", "CommitmentKind", "DocumentError",
    "Evidence", "Kit", "Participant", "Party", "Record", "Role", "Signatory", "extract", "open_kit",
]  # fmt: skip


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
    """`Kit`, imported when first asked for, for spaCy comes with it."""
    if name == "Kit":
        from camket.run.flow import Kit  # noqa: PLC0415

        return Kit
    raise AttributeError(f"module 'camket' has no attribute {name!r}")
