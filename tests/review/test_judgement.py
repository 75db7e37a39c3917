from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from camket.decisions import Decision, DecisionLog, Verdict
from camket.errors import UsageError
from camket.judgement import Judged, State, judge
from camket.run.flow import Kit
from camket.values import FIELDS, Key, Value, values_of
from tests.conftest import DemoRun

NEWS = """Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác

Ngày 5/3/2019, tại Đà Lạt, Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác giai đoạn 2019 - 2022.
Bệnh viện Hoàn Mỹ sẽ đào tạo 40 bác sĩ tuyến huyện trước năm 2021.
"""


@pytest.fixture(scope="module")
def record(kit: Kit) -> dict[str, Any]:
    return kit.extract(NEWS).to_json()


def decide(value: Value, verdict: Verdict, reviewer: str = "An", at: int = 1, **more: str) -> Decision:
    return Decision("d", value.key, verdict, reviewer, f"2026-01-01T00:00:{at:02}Z", value.value, **more)


def the(record: dict[str, Any], field: str, at: int = 0) -> Value:
    return [one for one in values_of(record) if one.field == field][at]


def judged(record: dict[str, Any], field: str, *decisions: Decision) -> Judged:
    return next(one for one in judge(record, decisions) if one.key.field == field)


def moved(record: dict[str, Any], field: str, by: int) -> dict[str, Any]:
    """The record with the evidence of one field beginning later."""
    (one,) = record["agreements"]
    evidence = [e | {"start": e["start"] + by} if e["field"] == field else e for e in one["evidence"]]
    return record | {"agreements": [one | {"evidence": evidence}]}


def told(record: dict[str, Any], **values: object) -> dict[str, Any]:
    """The record with other values of its agreement."""
    return record | {"agreements": [record["agreements"][0] | values]}


def test_every_value_of_the_corpus_has_a_key_of_its_own(demo: DemoRun) -> None:
    for record in demo.records:
        keys = [one.key for one in values_of(record)]
        assert len(keys) == len(set(keys))
        assert all(Key.parse(str(key)) == key for key in keys)
        assert {key.field for key in keys} <= set(FIELDS)
        assert {key.of for key in keys} - {""} <= {str(key) for key in keys}


def test_a_value_has_its_place_and_what_else_is_known_of_it(record: dict[str, Any]) -> None:
    party = the(record, "party")
    assert NEWS[party.key.start : party.key.end] == party.value == "Sở Y tế Lâm Đồng"
    assert the(record, "actors").value == "Bệnh viện Hoàn Mỹ"
    assert the(record, "commitment").about == "pledge: Bệnh viện Hoàn Mỹ"


def test_what_nobody_decided_is_open(record: dict[str, Any]) -> None:
    assert {one.state for one in judge(record, [])} == {State.OPEN}


@pytest.mark.parametrize(("verdict", "final"), [(Verdict.OK, "2019-03-05"), (Verdict.WRONG, None),
                                                (Verdict.FIX, "2019-03-06")])  # fmt: skip
def test_a_decision_settles_its_value(record: dict[str, Any], verdict: Verdict, final: str | None) -> None:
    one = judged(record, "signed_on", decide(the(record, "signed_on"), verdict, correction="2019-03-06"))
    assert (one.state, one.final) == (State.DECIDED, final)


def test_a_reviewer_can_change_and_take_back_a_decision(record: dict[str, Any]) -> None:
    place = the(record, "place")
    first, second = decide(place, Verdict.WRONG), decide(place, Verdict.OK, at=2)
    assert judged(record, "place", first, second).final == "Đà Lạt"
    assert judged(record, "place", first, decide(place, Verdict.OPEN, at=3)).state is State.OPEN


def test_reviewers_who_disagree_are_a_conflict_and_nothing_is_overwritten(record: dict[str, Any]) -> None:
    place = the(record, "place")
    one = judged(record, "place", decide(place, Verdict.OK), decide(place, Verdict.WRONG, "Bình"))
    assert (one.state, one.final, len(one.decisions)) == (State.CONFLICT, "Đà Lạt", 2)
    one = judged(record, "place", decide(place, Verdict.OK), decide(place, Verdict.OK, "Bình"))
    assert one.state is State.DECIDED


def test_a_decision_survives_another_beginning_of_the_evidence(record: dict[str, Any]) -> None:
    decision = decide(the(record, "signed_on"), Verdict.OK)
    assert judged(moved(record, "signed_on", 2), "signed_on", decision).state is State.DECIDED


def test_another_value_in_the_place_is_asked_again(record: dict[str, Any]) -> None:
    decision = decide(the(record, "period"), Verdict.OK)
    now = told(record, period="2019/2023")
    one = judged(now, "period", decision)
    assert (one.state, one.final, one.decisions) == (State.CHANGED, "2019/2023", [decision])
    again = decide(the(now, "period"), Verdict.OK, at=2)
    assert judged(now, "period", decision, again).state is State.DECIDED


def test_a_value_that_became_what_the_reviewer_said_is_settled(record: dict[str, Any]) -> None:
    decision = decide(the(record, "period"), Verdict.FIX, correction="2019/2023")
    one = judged(told(record, period="2019/2023"), "period", decision)
    assert (one.state, one.final) == (State.DECIDED, "2019/2023")


def test_what_was_accepted_and_is_no_longer_found_is_kept(record: dict[str, Any]) -> None:
    place = the(record, "place")
    (one,) = [one for one in judge(told(record, place=None), [decide(place, Verdict.OK)]) if one.value is None]
    assert (one.state, one.final, one.owner and one.owner.field) == (State.GONE, "Đà Lạt", "agreement")
    assert all(one.value for one in judge(told(record, place=None), [decide(place, Verdict.WRONG)]))


def test_an_added_value_stands_until_it_is_found(record: dict[str, Any]) -> None:
    place = the(record, "place")
    without = told(record, place=None)
    added = decide(place, Verdict.ADD)
    (one,) = [one for one in judge(without, [added]) if one.value is None]
    assert (one.state, one.final) == (State.ADDED, "Đà Lạt")
    assert judged(record, "place", added).state is State.DECIDED
    wordless = replace(added, key=added.key._replace(start=-1, end=-1))
    assert judged(record, "place", wordless).state is State.DECIDED


def test_what_belongs_to_a_rejected_agreement_is_rejected_with_it(record: dict[str, Any]) -> None:
    of = str(the(record, "agreement").key)
    all_of_it = judge(
        record, [decide(the(record, "agreement"), Verdict.WRONG), decide(the(record, "place"), Verdict.OK)]
    )
    assert {one.final for one in all_of_it if of in {one.key.of, str(one.key)}} == {None}
    assert {one.state for one in all_of_it if one.key.field == "commitment"} == {State.OPEN}


def test_decisions_on_one_of_two_agreements_leave_the_other_open(record: dict[str, Any]) -> None:
    (one,) = record["agreements"]
    twin = one | {"id": "a2", "parties": [one["parties"][0], one["parties"][1] | {"name": "Bệnh viện Khác"}]}
    two = record | {"agreements": [one, twin]}
    keys = [value.key for value in values_of(two)]
    assert len(keys) == len(set(keys))
    states = {(j.owner.item, j.state) for j in judge(two, [decide(the(two, "party"), Verdict.WRONG)])
              if j.owner and j.key.field == "party"}  # fmt: skip
    assert states == {("a1", State.DECIDED), ("a1", State.OPEN), ("a2", State.OPEN)}


def test_the_log_gives_back_what_was_added(record: dict[str, Any], tmp_path: Path) -> None:
    log = DecisionLog(tmp_path)
    assert log.read() == ([], 0)
    first = decide(the(record, "party"), Verdict.FIX, correction="Sở Y tế tỉnh Lâm Đồng \ud800", note="a\nb")
    log.add([first])
    (read,), end = log.read()
    assert read == replace(first, correction="Sở Y tế tỉnh Lâm Đồng ?")
    log.add([decide(the(record, "place"), Verdict.OK)])
    assert [one.verdict for one in log.read(end)[0]] == [Verdict.OK]
    assert len(log.by_document()["d"]) == 2


def test_a_torn_line_is_passed_over_and_spoils_nothing_after_it(record: dict[str, Any], tmp_path: Path) -> None:
    log = DecisionLog(tmp_path)
    log.add([decide(the(record, "place"), Verdict.OK)])
    with log.path.open("ab") as file:
        file.write(b'{"document": "d", "key": "pl')
    assert len(log.read()[0]) == 1
    log.add([decide(the(record, "party"), Verdict.OK)])
    assert [one.key.field for one in log.read()[0]] == ["place", "party"]


def test_a_line_that_is_no_decision_is_told(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path)
    log.path.write_text('{"document": "d", "key": "nonsense", "verdict": "ok"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="is no decision"):
        log.read()


def test_who_holds_the_log_adds_to_it_and_others_wait(record: dict[str, Any], tmp_path: Path) -> None:
    log, other = DecisionLog(tmp_path), DecisionLog(tmp_path)
    place, party = the(record, "place"), the(record, "party")
    adding = Thread(target=lambda: other.add([decide(party, Verdict.OK)]))
    with log.held():
        adding.start()
        adding.join(0.2)
        log.add([decide(place, Verdict.OK)])
        assert [one.key.field for one in log.read()[0]] == ["place"]
    adding.join()
    assert [one.key.field for one in log.read()[0]] == ["place", "party"]
