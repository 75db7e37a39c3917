from __future__ import annotations

from camket import ingest
from camket.run.explain import explanation
from camket.run.flow import Kit


def explain(text: str, kit: Kit) -> str:
    return explanation(ingest.from_text(text, "a.txt"), kit)


def test_each_value_is_told_with_its_rule_and_place(kit: Kit) -> None:
    told = explain("Ngày 5/3/2019, Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.", kit)
    assert "-> agreement a1" in told
    assert "signed_on: Ngày 5/3/2019  (detail.signed_on, 0-13)" in told


def test_a_signing_that_gave_no_agreement_says_what_was_missing(kit: Kit) -> None:
    told = explain("Sở Y tế Hà Nam mong muốn ký thỏa thuận với Bệnh viện Châu Sơn.\nÔng Tám nói: ký thì dễ.", kit)
    assert "-> told as wished" in told
    assert "'ký' found, no party in the clause" in told
    assert told.endswith("values:\n  none\n")


def test_a_document_without_a_trigger_says_so(kit: Kit) -> None:
    assert "no word of rules/triggers.yaml" in explain("Trời hôm nay nắng đẹp.", kit)
