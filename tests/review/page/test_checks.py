from __future__ import annotations

import pytest

from camket.judgement import State
from camket.labels import Language
from camket.review.page.checks import CHOICES, FIELDS_OF, MANY, RefusedError, final
from camket.review.page.filters import ORDERS, SHOWN
from camket.review.page.labels import labels_of
from camket.values import AGREEMENT_FIELDS, COMMITMENT_FIELDS, FIELDS


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("signed_on", "2019-03-05", "2019-03-05"),
        ("signed_on", "5/3/2019", "2019-03-05"),
        ("signed_on", "tháng 3 năm 2019", "2019-03"),
        ("period", "2019/2022", "2019/2022"),
        ("period", " P5Y ", "P5Y"),
        ("kind", "memorandum", "memorandum"),
        ("party", " Sở  Y tế ", "Sở Y tế"),
    ],
)
def test_what_is_written_becomes_what_records_have(field: str, text: str, told: str) -> None:
    assert final("agreement", field, text) == told


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("signed_on", "hôm qua", "no_date"),
        ("period", "2022/2019", "no_date"),
        ("kind", "pledge", "no_choice"),
        ("party", "  ", "empty"),
    ],
)
def test_what_a_field_cannot_be_is_refused(field: str, text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        final("agreement", field, text)


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
    assert set(FIELDS) > MANY
    assert {*FIELDS_OF["agreement"], "agreement"} == set(AGREEMENT_FIELDS)
    assert {*FIELDS_OF["commitment"], "commitment", "kind"} == set(COMMITMENT_FIELDS)
