"""What a correction or an added value has to be: one of a list, a date that exists, not empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from camket.records import AgreementKind, AgreementStatus, CommitmentKind
from camket.values import DATES

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("agreement", "kind"): tuple(AgreementKind),
    ("agreement", "status"): tuple(AgreementStatus),
    ("commitment", "kind"): tuple(CommitmentKind),
}
"""The values to choose from, by who has the field and the field."""
HEADS = ("agreement", "commitment")
"""The fields that have the others."""
FIELDS_OF = {
    "": HEADS,
    "agreement": (
        "party",
        "signatory",
        "participant",
        "signed_on",
        "period",
        "place",
        "value",
        "number",
        "title",
        "kind",
        "status",
    ),
    "commitment": ("actors", "due", "amount", "kind"),
}
"""What can be added to whom, the likeliest first; an agreement or a commitment by itself."""
_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")
_DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
_LEAP_YEAR = 2024


def problem(owner: str, field: str, text: str) -> str:
    """What is wrong with `text` as a value of `field` of `owner`, as a word of labels.yaml; nothing where it is right."""
    if not text.strip():
        return "empty"
    choices = CHOICES.get((owner, field))
    if choices is not None and text not in choices:
        return "no_choice"
    return "no_date" if field in DATES and not is_edtf(text) else ""


def is_edtf(text: str) -> bool:
    """Whether `text` is a date, an interval ("2019/2022", "../2030") in EDTF, or a duration in ISO 8601 ("P5Y")."""
    parts = text.split("/")
    if len(parts) == 1:
        return bool(_DURATION.fullmatch(text)) or _is_point(text)
    return len(parts) == 2 and parts != ["..", ".."] and all(part == ".." or _is_point(part) for part in parts)


def _is_point(text: str) -> bool:
    found = _POINT.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part) if part and part != "XX" * (len(part) // 2) else None for part in found.groups())
    try:
        date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return False
    return True
