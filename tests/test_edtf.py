from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.edtf import Bounds, bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2012-11-07", date(2012, 11, 7), date(2012, 11, 7), "day"),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29), "month"),
        ("2012", date(2012, 1, 1), date(2012, 12, 31), "year"),
        ("2024-33", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("2020-36", date(2020, 10, 1), date(2020, 12, 31), "quarter"),
        ("2012/2015", date(2012, 1, 1), date(2015, 12, 31), "year"),
        ("2012-03-05/2015", date(2012, 3, 5), date(2015, 12, 31), "year"),
        ("2025-09/2027-03", date(2025, 9, 1), date(2027, 3, 31), "month"),
        ("../2030", None, date(2030, 12, 31), "year"),
        ("2010-04-15/..", date(2010, 4, 15), None, "day"),
        ("../XXXX-07-15", None, None, "day"),
        ("XXXX-10-04", None, None, "day"),
        ("XXXX-07", None, None, "month"),
        ("P5Y", None, None, "term"),
        ("2012-02-31", None, None, ""),
        ("2012-13", None, None, ""),
        ("năm ngoái", None, None, ""),
        ("", None, None, ""),
    ],
)
def test_between_which_days_a_date_lies(edtf: str, first: date | None, last: date | None, precision: str) -> None:
    assert bounds(edtf) == Bounds(first, last, precision)


@given(st.dates(), st.dates())
def test_an_interval_of_days_is_bounded_by_them(one: date, other: date) -> None:
    assert bounds(f"{one.isoformat()}/{other.isoformat()}") == Bounds(one, other, "day")


@given(st.text(alphabet="0123456789X-/.P", max_size=22))
def test_no_string_is_an_error(edtf: str) -> None:
    assert bounds(edtf).precision in {"", "day", "month", "quarter", "year", "term"}
