from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from camket.decisions import Decision, Verdict
from camket.judgement import judge
from camket.run.flow import Kit
from camket.schema import record_schema
from camket.values import Key, Value, values_of
from camket.write.reviewed import reviewed
from tests.conftest import DemoRun
from tests.review.folders import NEWS

AT = "2026-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def record(kit: Kit) -> dict[str, Any]:
    return kit.extract(NEWS).to_json()


def the(record: dict[str, Any], field: str, at: int = 0) -> Value:
    return [one for one in values_of(record) if one.field == field][at]


def decide(value: Value, verdict: Verdict, correction: str = "") -> Decision:
    return Decision("d", value.key, verdict, "An", AT, value.value, correction)


def add(record: dict[str, Any], field: str, words: str, value: str = "", of: str = "agreement") -> Decision:
    start = NEWS.find(words)
    key = Key(str(the(record, of).key), field, start, start + len(words)) if start >= 0 else Key(
        str(the(record, of).key), field, -1, -1)  # fmt: skip
    return Decision("d", key, Verdict.ADD, "An", AT, value or words, text=words if start >= 0 else "", sentence=words)


def after(record: dict[str, Any], *decisions: Decision) -> dict[str, Any]:
    final: dict[str, Any] = json.loads(json.dumps(reviewed(record, judge(record, decisions), NEWS)))
    jsonschema.validate(final, record_schema())
    for item in (*final["agreements"], *final["commitments"]):
        for one in item["evidence"]:
            assert NEWS[one["start"] : one["end"]] == one["text"]
    return final


def test_a_record_on_which_nobody_decided_is_the_same_but_for_review(demo: DemoRun) -> None:
    for record in demo.records:
        final = reviewed(record, judge(record, []), "")
        review = final.pop("review")
        assert final == record
        assert review == {"open": len(list(values_of(record))), "decided": 0, "conflicts": 0, "values": ()}


def test_accepting_everything_changes_nothing(demo: DemoRun) -> None:
    for record in demo.records:
        judged = judge(record, [decide(value, Verdict.OK) for value in values_of(record)])
        final = reviewed(record, judged, "")
        assert final["review"]["open"] == 0
        assert {key: final[key] for key in record} == record


def test_rejecting_everything_leaves_nothing(demo: DemoRun) -> None:
    for record in demo.records:
        judged = judge(record, [decide(value, Verdict.WRONG) for value in values_of(record)])
        final = reviewed(record, judged, "")
        assert (final["agreements"], final["commitments"]) == ([], [])


def test_a_rejected_party_leaves_no_one_who_stands_for_it(record: dict[str, Any]) -> None:
    hospital = the(record, "party", 1)
    assert hospital.value == "Bệnh viện Hoàn Mỹ"
    final = after(record, decide(hospital, Verdict.WRONG))
    assert [party["name"] for party in final["agreements"][0]["parties"]] == ["Sở Y tế Lâm Đồng"]
    assert final["commitments"][0]["actors"] == ["Bệnh viện Hoàn Mỹ"], "who vowed it is told by name"


def test_a_corrected_party_keeps_its_id_and_loses_what_was_known_of_the_wrong_name(record: dict[str, Any]) -> None:
    final = after(record, decide(the(record, "party"), Verdict.FIX, "Sở Y tế tỉnh Lâm Đồng"))
    party = final["agreements"][0]["parties"][0]
    assert (party["id"], party["name"], party["canonical"]) == ("p1", "Sở Y tế tỉnh Lâm Đồng", None)


def test_a_rejected_agreement_leaves_its_commitments_to_those_who_vowed_them(record: dict[str, Any]) -> None:
    final = after(record, decide(the(record, "agreement"), Verdict.WRONG))
    assert final["agreements"] == []
    assert (final["commitments"][0]["agreement"], final["commitments"][0]["actors"]) == (None, ["Bệnh viện Hoàn Mỹ"])


def test_what_is_wrong_of_a_commitment_goes_and_what_is_corrected_stands(record: dict[str, Any]) -> None:
    final = after(record, decide(the(record, "due"), Verdict.WRONG), decide(the(record, "amount"), Verdict.FIX, "40 bác sĩ"),
                  decide(the(record, "actors"), Verdict.FIX, "Sở Y tế Lâm Đồng; Bộ Y tế"))  # fmt: skip
    (commitment,) = final["commitments"]
    assert (commitment["due"], commitment["amount"], commitment["actors"]) == (None, "40 bác sĩ", ["p1", "Bộ Y tế"])
    assert "due" not in {one["field"] for one in commitment["evidence"]}


@pytest.mark.parametrize(("field", "found"), [("kind", "unspecified"), ("status", "planned")])
def test_a_rejected_kind_or_status_is_what_is_left(field: str, found: str, record: dict[str, Any]) -> None:
    assert after(record, decide(the(record, field), Verdict.WRONG))["agreements"][0][field] == found


def test_added_values_stand_with_their_words(record: dict[str, Any]) -> None:
    without = record | {"agreements": [record["agreements"][0] | {"place": None}]}
    final = after(without, add(record, "place", "Đà Lạt"), add(record, "party", "Trần Văn Bình"),
                  add(record, "signatory", "Trần Văn Bình"), add(record, "value", "40 bác sĩ"),
                  add(record, "party", "nowhere", "Bộ Y tế"))  # fmt: skip
    (agreement,) = final["agreements"]
    assert agreement["place"] == "Đà Lạt"
    assert [party["id"] for party in agreement["parties"]] == ["p1", "p2", "p3", "p4"]
    assert agreement["parties"][2]["evidence"][0]["rule"] == "review"
    assert agreement["parties"][3]["evidence"] == []
    assert (agreement["signatories"][0]["name"], agreement["value"]) == ("Trần Văn Bình", ["40 bác sĩ"])


def test_a_value_that_was_accepted_and_is_no_longer_found_is_kept(record: dict[str, Any]) -> None:
    place = the(record, "place")
    said = Decision("d", place.key, Verdict.OK, "An", AT, place.value, text=place.said["text"], sentence="Đà Lạt")
    one = record["agreements"][0]
    lost = one | {"place": None, "evidence": [said for said in one["evidence"] if said["field"] != "place"]}
    assert after(record | {"agreements": [lost]}, said)["agreements"][0]["place"] == "Đà Lạt"


def test_each_decision_is_told_with_who_and_when(record: dict[str, Any]) -> None:
    final = after(record, decide(the(record, "signed_on"), Verdict.FIX, "2019-03-06"))
    (told,) = final["review"]["values"]
    assert (told["item"], told["field"], told["was"], told["final"]) == ("a1", "signed_on", "2019-03-05", "2019-03-06")
    assert told["opinions"][0] | {"note": ""} == {"reviewer": "An", "at": AT, "verdict": "fix", "correction": "2019-03-06",
                                                  "note": ""}  # fmt: skip


def test_what_reviewers_disagree_on_stays_as_it_was_found(record: dict[str, Any]) -> None:
    place = the(record, "place")
    other = Decision("d", place.key, Verdict.FIX, "Bình", AT, place.value, "Hà Nội")
    final = after(record, decide(place, Verdict.WRONG), other)
    assert final["agreements"][0]["place"] == "Đà Lạt"
    assert final["review"]["conflicts"] == 1
