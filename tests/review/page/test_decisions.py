from __future__ import annotations

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from camket.decisions import Decision, DecisionLog, Verdict
from camket.judgement import State, judge
from camket.values import Key
from tests.review.page.conftest import PDF, Output, Served, command, served_by

NEWS = "hop-tac-y-te.txt"


def value(served: Served, document: str, field: str) -> dict[str, str]:
    return next(one for one in served.values(document) if one["key"].startswith(f"{field}@"))


def ok(one: dict[str, str], **more: object) -> dict[str, object]:
    return {"verdict": "ok", "key": one["key"], "version": one["version"], **more}


def states(output: Output, name: str) -> dict[str, State]:
    decisions = DecisionLog(output.folder).by_document().get(output.id(name), [])
    return {one.key.field: one.state for one in judge(output.records[name], decisions)}


def test_a_decision_is_kept_with_what_its_reviewer_saw(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "place")
    answer = served.decide(output.id(NEWS), **ok(one, note="như trên ảnh"))
    assert answer.status == 200
    (kept,) = output.decisions()
    assert kept["at"].endswith("Z")
    assert {**kept, "at": "", "sentence": ""} == {
        "document": output.id(NEWS), "key": one["key"], "verdict": "ok", "reviewer": "An", "at": "", "value": "Đà Lạt",
        "correction": "", "note": "như trên ảnh", "path": NEWS, "text": "Đà Lạt", "sentence": "", "rule": kept["rule"],
        "via": "page",
    }  # fmt: skip
    assert kept["rule"]
    assert states(output, NEWS)["place"] is State.DECIDED
    assert 'data-mine="ok"' in answer.json["values"]


def test_a_correction_is_checked_before_it_is_kept(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "signed_on")
    asked = {"verdict": "fix", "key": one["key"], "version": one["version"]}
    answer = served.decide(output.id(NEWS), **asked, correction="hôm qua")
    assert (answer.status, output.decisions()) == (422, [])
    assert "2019-03-05" in answer.json["why"]
    assert served.decide(output.id(NEWS), **asked, correction="6/3/2019").status == 200
    assert output.decisions()[0]["correction"] == "2019-03-06"


def test_a_correction_to_the_same_is_an_acceptance(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "place")
    served.decide(output.id(NEWS), **ok(one) | {"verdict": "fix", "correction": " Đà Lạt "})
    assert output.decisions()[0]["verdict"] == "ok"


def test_who_did_not_see_what_others_decided_is_shown_it_and_nothing_is_kept(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "place")
    assert served.decide(output.id(NEWS), "B%C3%ACnh", **ok(one) | {"verdict": "wrong"}).status == 200
    stale = served.decide(output.id(NEWS), **ok(one))
    assert stale.status == 409
    assert "Bình" in stale.json["values"]
    assert len(output.decisions()) == 1
    again = value(served, output.id(NEWS), "place")
    assert served.decide(output.id(NEWS), **ok(again)).status == 200
    assert states(output, NEWS)["place"] is State.CONFLICT


def test_decisions_on_other_values_do_not_make_a_page_stale(output: Output, served: Served) -> None:
    values = served.values(output.id(NEWS))
    for one in values:
        assert served.decide(output.id(NEWS), **ok(one)).status == 200
    assert len(output.decisions()) == len(values)
    assert set(states(output, NEWS).values()) == {State.DECIDED}


def test_what_a_sheet_or_another_server_decided_meanwhile_is_seen(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "place")
    said = Decision(output.id(NEWS), Key.parse(one["key"]), Verdict.OK, "Chi", "2026-01-01T00:00:00Z", one["final"])
    DecisionLog(output.folder).add([said])
    assert served.decide(output.id(NEWS), **ok(one)).status == 409


@pytest.mark.parametrize("before", [[], ["ok"], ["wrong", "fix"]])
def test_undo_restores_what_the_same_reviewer_said_before(output: Output, served: Served, before: list[str]) -> None:
    document = output.id(NEWS)
    for verdict in before:
        one = value(served, document, "place")
        served.decide(document, **ok(one) | {"verdict": verdict, "correction": "Bảo Lộc" if verdict == "fix" else ""})
    as_it_was = [(one.verdict, one.correction) for one in last(output)]
    answer = served.decide(document, **ok(value(served, document, "place")) | {"verdict": "wrong"}).json
    assert served.decide(document, **answer["undo"], version=answer["version"]).status == 200
    assert [(one.verdict, one.correction) for one in last(output)] == as_it_was


def last(output: Output) -> list[Any]:
    judged = judge(output.records[NEWS], DecisionLog(output.folder).by_document().get(output.id(NEWS), []))
    return next(one.decisions for one in judged if one.key.field == "place")


def test_a_missed_value_is_added_with_its_words(output: Output, served: Served) -> None:
    document, text = output.id(NEWS), output.texts[NEWS]
    start = text.index("tỉnh" if "tỉnh" in text else "Bệnh viện")
    of = value(served, document, "agreement")["key"]
    asked = {
        "verdict": "add",
        "of": of,
        "field": "participant",
        "start": start,
        "end": start + 9,
        "value": "Nguyễn Văn A",
    }
    answer = served.decide(document, **asked)
    assert answer.status == 200
    (kept,) = output.decisions()
    assert kept["text"] == text[start : start + 9]
    assert kept["key"] == f"participant@{start}:{start + 9}/{of}"
    assert "Nguyễn Văn A" in answer.json["values"]
    assert served.decide(document, **asked).status == 409
    undone = served.decide(document, **answer.json["undo"], version=answer.json["version"])
    assert undone.status == 200
    assert "Nguyễn Văn A" not in undone.json["values"]
    again = served.decide(document, **undone.json["undo"], version=undone.json["version"])
    assert "Nguyễn Văn A" in again.json["values"]


def test_an_added_value_can_be_corrected_and_undone(output: Output, served: Served) -> None:
    document = output.id(NEWS)
    of = value(served, document, "agreement")["key"]
    added = served.decide(document, verdict="add", of=of, field="participant", value="Nguyễn Văn A").json
    fixed = served.decide(
        document, verdict="fix", key=added["key"], version=added["version"], correction="Nguyễn Văn B"
    ).json
    assert "Nguyễn Văn B" in fixed["values"]
    undone = served.decide(document, **fixed["undo"], version=fixed["version"]).json
    assert "Nguyễn Văn A" in undone["values"]
    assert "Nguyễn Văn B" not in undone["values"]


def test_an_agreement_is_right_or_wrong_as_a_whole(output: Output, served: Served) -> None:
    one = value(served, output.id(NEWS), "agreement")
    answer = served.decide(output.id(NEWS), **ok(one) | {"verdict": "fix", "correction": "A – B"})
    assert (answer.status, output.decisions()) == (422, [])


def test_of_some_fields_there_is_one(output: Output, served: Served) -> None:
    of = value(served, output.id(NEWS), "agreement")["key"]
    assert served.decide(output.id(NEWS), verdict="add", of=of, field="period", value="2030").status == 422
    assert served.decide(output.id(NEWS), verdict="add", of=of, field="place", value="đà lạt").status == 409


def test_a_whole_agreement_can_be_added_where_nothing_was_found(output: Output, served: Served) -> None:
    document = output.id("thoi-tiet.txt")
    answer = served.decide(document, verdict="add", field="agreement", value="A – B", start=0, end=4)
    assert answer.status == 200
    more = served.decide(document, verdict="add", of=answer.json["key"], field="signed_on", value="2020-01-02")
    assert more.status == 200
    assert "2020-01-02" in more.json["values"]


@pytest.mark.parametrize(
    "asked",
    [
        {"verdict": "add", "field": "party", "value": "x"},
        {"verdict": "add", "field": "nonsense", "value": "x"},
        {"verdict": "add", "of": "agreement@0:9999", "field": "party", "value": "x"},
        {"verdict": "add", "field": "agreement", "value": "x", "start": 5, "end": 10**7},
        {"verdict": "add", "field": "agreement", "value": "x", "start": 9, "end": 3},
        {"verdict": "ok", "key": "place@0:1"},
        {"verdict": "ok", "key": "no key"},
        {"verdict": "maybe", "key": "place@0:1"},
        {"verdict": "ok", "key": "place@0:1", "document": "another"},
        {"verdict": "ok", "key": 7},
        {"verdict": "add", "field": "agreement", "value": "x" * 30_000},
        [],
    ],
)
def test_what_makes_no_sense_is_refused(output: Output, served: Served, asked: object) -> None:
    answer = served.ask(f"/d/{output.id(NEWS)}/decisions", "POST", asked)
    assert answer.status == 422
    assert answer.json["why"]
    assert output.decisions() == []


def test_a_disk_that_is_full_is_told_and_nothing_is_acknowledged(
    output: Output, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    one = value(served, output.id(NEWS), "place")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        answer = served.decide(output.id(NEWS), **ok(one))
    assert (answer.status, output.decisions()) == (507, [])


def test_many_people_at_once_lose_nothing(output: Output, served: Served) -> None:
    document = output.id(NEWS)
    values = served.values(document)

    def review(reviewer: str) -> int:
        order = values[:]
        random.Random(reviewer).shuffle(order)  # noqa: S311
        kept = 0
        for one in order:
            while True:
                now = next(new for new in served.values(document) if new["key"] == one["key"])
                if served.decide(document, reviewer, **ok(now)).status == 200:
                    break
            kept += 1
        return kept

    with ThreadPoolExecutor(4) as people:
        kept = sum(people.map(review, ["An", "Bo", "Chi", "Dung"]))
    assert kept == len(output.decisions()) == 4 * len(values)


@pytest.mark.slow
def test_killing_the_server_during_200_saves_loses_no_acknowledged_decision(output: Output) -> None:
    document = output.id(f"agreements/{PDF.name}")
    chance = random.Random(7)  # noqa: S311
    acknowledged: set[str] = set()
    for turn in range(5):
        process = command(output.folder)
        served = served_by(process)
        values = served.values(document)
        deadline = chance.randrange(20, 40)
        with ThreadPoolExecutor(4) as people:
            asked = [people.submit(save, served, document, one, f"n{turn}-{at}") for at, one in enumerate(values)]
            while sum(one.done() for one in asked) < min(deadline, len(asked) - 4):
                time.sleep(0.002)
            os.kill(process.pid, signal.SIGKILL)
            acknowledged |= {note for one in asked if (note := one.result())}
        process.wait()
        assert process.stdout
        process.stdout.close()
    kept = {one["note"] for one in output.decisions()}
    assert len(acknowledged) >= 100
    assert acknowledged <= kept
    assert len(DecisionLog(output.folder).read()[0]) == len(output.decisions())


def save(served: Served, document: str, one: dict[str, str], note: str) -> str:
    """The note of a decision that was acknowledged, nothing where the server was gone."""
    try:
        return note if served.decide(document, **ok(one, note=note)).status == 200 else ""
    except OSError:
        return ""
