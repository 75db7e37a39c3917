"""EDTF (ISO 8601-2) strings of dates: how much of a day they tell."""

from __future__ import annotations

_DAY_LENGTH = len("2012-11-07")


def is_day(edtf: str) -> bool:
    """Whether it is a day, with its year or without: "2012-11-07", "XXXX-11-07"."""
    return len(edtf) == _DAY_LENGTH


def is_full_day(edtf: str) -> bool:
    """Whether it is a day with its year: "2012-11-07"."""
    return is_day(edtf) and not edtf.startswith("X")
