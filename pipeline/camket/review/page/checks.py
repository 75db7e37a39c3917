"""What a correction or an added value has to be: one of a list, a date that exists, not empty."""

from __future__ import annotations

import re
from collections.abc import Mapping

from camket.errors import CamketError
from camket.records import AgreementKind, AgreementStatus
from camket.review.dates import to_edtf
from camket.values import DATES, JOINT

CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("agreement", "kind"): tuple(AgreementKind),
    ("agreement", "status"): tuple(AgreementStatus),
}
"""The values to choose from, by who has the field and the field."""
FIELDS_OF = {
    "": ("agreement", "commitment"),
    "agreement": (
        "party", "signatory", "participant", "signed_on", "period", "place", "value", "number", "title", "kind", "status",
    ),
    "commitment": ("actors", "due", "amount"),
}  # fmt: skip
"""What can be added to whom, the likeliest first; an agreement or a commitment by itself."""
MANY = frozenset({"party", "signatory", "participant", "value"})
"""The fields of which one can have several; of the others it has one, which is corrected."""
_DASH = re.compile(r"\s+[-–—]\s+")


class RefusedError(CamketError):
    """A decision was not kept; `why` is a word of labels.yaml, `status` that of HTTP."""

    status = 422

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def final(owner: str, field: str, text: str) -> str:
    """What was written for `field` of `owner`, as records have it. Raises RefusedError."""
    text = " ".join(text.split())
    if not text:
        raise RefusedError("empty")
    choices = CHOICES.get((owner, field))
    if choices is not None and text not in choices:
        raise RefusedError("no_choice")
    if field in DATES:
        try:
            return to_edtf(text, field)
        except ValueError:
            raise RefusedError("no_date") from None
    return _DASH.sub(JOINT, text) if field == "agreement" else text
