from __future__ import annotations

import pytest

from camket.judgement import State
from camket.labels import Language
from camket.review.page.checks import CHOICES, FIELDS_OF, is_edtf, problem
from camket.review.page.filters import ORDERS, SHOWN
from camket.review.page.labels import labels_of
from camket.values import AGREEMENT_FIELDS, COMMITMENT_FIELDS, FIELDS


@pytest.mark.parametrize(
    "text",
    ["2019-03-05", "2019-03", "2019", "XXXX-03-14", "2012/2015", "2020/..", "../2030", "P5Y", "P1Y6M", "2024-02-29"],
)
def test_dates_periods_and_terms_are_taken(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text", ["5/3/2019", "2019-13", "2019-02-30", "năm 2019", "P", "../..", "2019/", "2019/2020/2021", "2023-02-29", ""]
)
def test_what_is_no_date_is_not(text: str) -> None:
    assert not is_edtf(text)


def test_a_correction_is_checked_by_its_field() -> None:
    assert problem("agreement", "signed_on", "5/3/2019") == "no_date"
    assert problem("agreement", "kind", "pledge") == "no_choice"
    assert problem("commitment", "kind", "pledge") == ""
    assert problem("agreement", "party", "  ") == "empty"


@pytest.mark.parametrize("language", Language)
def test_everything_that_is_shown_has_a_word_in_each_language(language: Language) -> None:
    labels = labels_of(language)
    states = [*State, "rejected", "corrected"]
    wanted = {
        *(f"field_{one}" for one in FIELDS), *(f"state_{one}" for one in states), *(f"shown_{one}" for one in SHOWN),
        *(f"order_{one}" for one in ORDERS), *(f"choice_{one}" for choices in CHOICES.values() for one in choices),
        *(f"said_{one}" for one in ("ok", "wrong", "fix", "add")),
    }  # fmt: skip
    assert wanted <= set(labels)
    assert all(labels.values())


def test_every_field_can_be_added_to_somebody() -> None:
    assert {field for fields in FIELDS_OF.values() for field in fields} == set(FIELDS)
    assert {*FIELDS_OF["agreement"], "agreement"} == set(AGREEMENT_FIELDS)
    assert {*FIELDS_OF["commitment"], "commitment"} == set(COMMITMENT_FIELDS)
