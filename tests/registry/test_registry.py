from __future__ import annotations

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from camket.errors import InUseError, UsageError
from camket.registry.build import build
from camket.registry.ids import new_id
from tests.conftest import ROOT
from tests.registry.runs import linked, person, record, rows, run_of, together

HEALTH, HOSPITAL = "Sở Y tế tỉnh Lâm Đồng", "Bệnh viện Hoàn Sơn"


def decided(field: str) -> dict[str, Any]:
    """What reviewed.jsonl tells of a decision on a field of the first agreement."""
    value = {
        "key": f"{field}@0:4/agreement@0:9",
        "item": "a1",
        "field": field,
        "state": "decided",
        "was": None,
        "final": "as it stands",
    }
    return {"open": 0, "decided": 1, "conflicts": 0, "values": [{**value, "opinions": []}]}


def test_a_conflict_is_shown_and_never_averaged_away(tmp_path: Path) -> None:
    (row,) = linked(
        tmp_path,
        record("a", HEALTH, HOSPITAL, period="2020/2025"),
        record("b", HEALTH, HOSPITAL, period="2020/2025", published="2020-05-08"),
        record("c", HEALTH, HOSPITAL, period="2020/2023", published="2020-05-09"),
        record("d", HEALTH, HOSPITAL, signed_on="2020-05-06", published="2020-05-09"),
    )
    keys = {one["path"]: one["id"] for one in row["sources"]}
    assert row["period"]["value"] == "2020/2025"
    assert row["period"]["sources"] == [keys["a.txt"], keys["b.txt"]]
    assert row["period"]["otherwise"] == [{"value": "2020/2023", "sources": [keys["c.txt"]]}]
    assert row["conflicts"] == ["signed_on", "period"]


def test_a_vaguer_day_is_no_conflict(tmp_path: Path) -> None:
    (row,) = linked(tmp_path, record("a", HEALTH, HOSPITAL), record("b", HEALTH, HOSPITAL, signed_on="2020-05"))
    assert row["signed_on"]["value"] == "2020-05-05"
    assert row["conflicts"] == []


def test_the_paper_itself_weighs_more_than_reports_of_it(tmp_path: Path) -> None:
    paper = record("a", HEALTH, HOSPITAL, period="2020/2025", rule="instrument.title", confidence=0.95)
    reports = [record(name, HEALTH, HOSPITAL, period="2020/2024") for name in "bc"]
    (row,) = linked(tmp_path, paper, *reports)
    assert row["period"]["value"] == "2020/2025"


def test_ten_reprints_are_one_voice(tmp_path: Path) -> None:
    text = " ".join(f"từ{at}" for at in range(60))
    prints = [record(f"p{at}", HEALTH, HOSPITAL, text=text, period="2020/2023") for at in range(10)]
    own = [
        record(name, HEALTH, HOSPITAL, period="2020/2025", text=f"{name} kể lại buổi lễ theo lời riêng của mình")
        for name in "ab"
    ]
    (row,) = linked(tmp_path, *prints, *own)
    assert row["period"]["value"] == "2020/2025"


def test_signers_that_sources_name_differently_are_both_shown(tmp_path: Path) -> None:
    one = record("a", HEALTH, HOSPITAL, signatories=[person("Trần Đình Lượng", "p1")])
    other = record("b", HEALTH, HOSPITAL, signatories=[person("Lê Quốc Bảo", "p1")])
    (row,) = linked(tmp_path, one, other)
    assert {one["name"]: [other["value"] for other in one["otherwise"]] for one in row["signatories"]} == {
        "Trần Đình Lượng": ["Lê Quốc Bảo"],
        "Lê Quốc Bảo": ["Trần Đình Lượng"],
    }


def test_ids_stay_when_documents_are_added_and_leave(tmp_path: Path) -> None:
    first = record("m", HEALTH, HOSPITAL)
    (before,) = linked(tmp_path, first)
    earlier = record("b", HEALTH, HOSPITAL, published="2020-05-05")
    (more,) = linked(tmp_path, earlier, first)
    assert more["id"] == before["id"]
    (less,) = linked(tmp_path, earlier)
    assert less["id"] == before["id"]


def test_a_merge_tells_which_ids_went_into_it(tmp_path: Path) -> None:
    one = record("a", HEALTH, HOSPITAL, signed_on=None, published="2020-05-06")
    other = record("b", HEALTH, HOSPITAL, signed_on=None, published="2020-06-10")
    apart = linked(tmp_path, one, other)
    assert len(apart) == 2
    signers = [person("Trần Đình Lượng"), person("Vũ Thị Mai Hân")]
    between = record(
        "c", HEALTH, HOSPITAL, signed_on="2020-05-05", published="2020-05-20", signatories=signers, number="7/TT-SYT"
    )
    for told in (one, other):
        told["agreements"][0] |= {"number": "7/TT-SYT", "signatories": signers}
    (row,) = linked(tmp_path, one, between, other)
    ids = {old["id"] for old in apart}
    assert {row["id"], *row["was"]} == ids
    (again,) = linked(tmp_path, one, between, other)
    assert (again["id"], again["was"]) == (row["id"], row["was"])


def test_what_leaves_an_agreement_gets_an_id_of_its_own(tmp_path: Path) -> None:
    told = [record(name, HEALTH, HOSPITAL) for name in "abc"]
    (whole,) = linked(tmp_path, *told)
    assert whole["id"] == new_id(f"{told[0]['document']['id']}:a1")
    told[0]["agreements"][0] |= {"signed_on": "2019-01-02"}
    told[0]["document"]["published_on"] = "2019-01-03"
    split = {row["documents"]: row["id"] for row in linked(tmp_path, *told)}
    assert split[2] == whole["id"]
    assert split[1] != whole["id"]


def test_the_order_of_folders_and_records_changes_nothing(tmp_path: Path) -> None:
    parties = [HEALTH, HOSPITAL, "Bệnh viện Mắt Đồi Thông", "Công an tỉnh Lâm Đồng"]
    chance = random.Random(7)  # noqa: S311 - an order, and no secret
    records = [
        record(f"r{at}", *chance.sample(parties, 2), signed_on=f"2020-05-{chance.randint(1, 9):02}") for at in range(60)
    ]
    groups = together(linked(tmp_path / "one", *records))
    chance.shuffle(records)
    halves = [run_of(tmp_path / "two" / name, *part) for name, part in (("x", records[:25]), ("y", records[25:]))]
    build(halves, tmp_path / "two" / "registry")
    assert together(rows(tmp_path / "two" / "registry")) == groups


def test_a_document_that_two_runs_have_read_counts_once(tmp_path: Path) -> None:
    runs = [run_of(tmp_path / name, record("a", HEALTH, HOSPITAL)) for name in ("one", "two")]
    assert build(runs, tmp_path / "registry").mentions == 1


def test_what_a_reviewer_accepted_outweighs_all_others_which_stay_shown(tmp_path: Path) -> None:
    told = [record(name, HEALTH, HOSPITAL, period="2020/2025") for name in "ab"]
    run = run_of(tmp_path / "run", *told, record("c", HEALTH, HOSPITAL, period="2020/2021"))
    corrected = record("c", HEALTH, HOSPITAL, period="2020/2023") | {"review": decided("period")}
    (run / "reviewed.jsonl").write_text(json.dumps(corrected, ensure_ascii=False) + "\n", encoding="utf-8")
    build([run], tmp_path / "registry")
    (row,) = rows(tmp_path / "registry")
    assert row["period"]["value"] == "2020/2023"
    assert row["period"]["reviewed"]
    assert [one["value"] for one in row["period"]["otherwise"]] == ["2020/2025"]


def test_a_reviewer_outweighs_only_in_what_was_decided(tmp_path: Path) -> None:
    told = [record(name, HEALTH, HOSPITAL, period="2020/2025", place="Đà Lạt") for name in "ab"]
    run = run_of(tmp_path / "run", *told, record("c", HEALTH, HOSPITAL, period="2020/2023", place="Bảo Lộc"))
    review = decided("period")
    review["values"].append({**review["values"][0], "field": "place", "state": "conflict"})
    reviewed = record("c", HEALTH, HOSPITAL, period="2020/2023", place="Bảo Lộc") | {"review": review}
    (run / "reviewed.jsonl").write_text(json.dumps(reviewed, ensure_ascii=False) + "\n", encoding="utf-8")
    build([run], tmp_path / "registry")
    (row,) = rows(tmp_path / "registry")
    assert (row["period"]["value"], row["period"]["reviewed"]) == ("2020/2023", True)
    assert (row["place"]["value"], row["place"]["reviewed"]) == ("Đà Lạt", False)


def test_the_sheet_tells_what_sources_say_otherwise(tmp_path: Path) -> None:
    linked(tmp_path, record("a", HEALTH, HOSPITAL), record("b", HEALTH, HOSPITAL, signed_on="2020-05-06"))
    with (tmp_path / "registry" / "registry.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["conflicts"] == "signed_on"
    assert row["otherwise"] in {"signed_on: 2020-05-06 (b.txt)", "signed_on: 2020-05-05 (a.txt)"}
    assert row["provinces_today"] == "Lâm Đồng"


def test_every_key_of_a_row_stands_in_the_docs(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "registry.md").read_text(encoding="utf-8")
    (row,) = linked(tmp_path, record("a", HEALTH, HOSPITAL, signatories=[person("Trần Đình Lượng", "p1")]))
    holders = [row, row["kind"], *row["parties"], *row["signatories"], *row["sources"]]
    assert [key for holder in holders for key in holder if f"`{key}`" not in page] == []


def test_a_registry_of_nothing_is_empty_and_whole(tmp_path: Path) -> None:
    empty = record("a", HEALTH, HOSPITAL) | {"agreements": []}
    assert linked(tmp_path, empty) == []
    assert "0 agreements" in (tmp_path / "registry" / "registry.html").read_text(encoding="utf-8")


def test_no_file_of_the_work_is_left(tmp_path: Path) -> None:
    linked(tmp_path, record("a", HEALTH, HOSPITAL))
    assert {path.name for path in (tmp_path / "registry").iterdir()} == {
        "registry.jsonl",
        "registry.csv",
        "registry.html",
        ".lock",
    }


def test_a_folder_without_records_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no records"):
        build([tmp_path], tmp_path / "registry")


def test_two_linkings_do_not_write_to_one_folder(tmp_path: Path) -> None:
    run, output = run_of(tmp_path / "run", record("a", HEALTH, HOSPITAL)), tmp_path / "registry"
    output.mkdir()
    with FileLock(output / ".lock"), pytest.raises(InUseError):
        build([run], output)


def test_the_page_holds_no_script_and_escapes_what_documents_say(tmp_path: Path) -> None:
    hostile = record("a", HEALTH, "Công ty <script>alert(1)</script> Sao Băng")
    hostile["document"] |= {"title": "<img src=x onerror=alert(1)>", "url": "javascript:alert(1)"}
    linked(tmp_path, hostile, record("b", HEALTH, HOSPITAL))
    page = (tmp_path / "registry" / "registry.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "default-src 'none'" in page
    assert "Who signed with whom" in page
