from __future__ import annotations

from pathlib import Path

from tests.registry.runs import linked, person, record, together

HEALTH, HOSPITAL = "Sở Y tế tỉnh Lâm Đồng", "Bệnh viện Hoàn Sơn"


def test_two_reports_of_one_signing_are_one_agreement(tmp_path: Path) -> None:
    rows = linked(
        tmp_path, record("a", HEALTH, HOSPITAL), record("b", HOSPITAL, "Sở Y tế Lâm Đồng", published="2020-05-07")
    )
    assert together(rows) == [["a.txt", "b.txt"]]


def test_the_same_parties_a_year_later_are_another(tmp_path: Path) -> None:
    later = record("b", HEALTH, HOSPITAL, signed_on="2021-05-05", published="2021-05-06")
    assert together(linked(tmp_path, record("a", HEALTH, HOSPITAL), later)) == [["a.txt"], ["b.txt"]]


def test_a_chain_of_look_alikes_does_not_join_its_ends(tmp_path: Path) -> None:
    first = record("a", HEALTH, HOSPITAL, published="2020-05-06")
    vague = record("b", HEALTH, HOSPITAL, signed_on=None, published="2020-05-14")
    second = record("c", HEALTH, HOSPITAL, signed_on="2020-05-20", published="2020-05-21")
    assert not [group for group in together(linked(tmp_path, first, vague, second)) if {"a.txt", "c.txt"} <= set(group)]


def test_two_programmes_of_one_day_stay_apart(tmp_path: Path) -> None:
    drugs = record(
        "a",
        HEALTH,
        HOSPITAL,
        text="Sở Y tế và Bệnh viện ký chương trình phối hợp phòng chống ma túy giai đoạn 2020 - 2025",
    )
    roads = record(
        "b",
        HEALTH,
        HOSPITAL,
        text="Bệnh viện và Sở Y tế ký chương trình phối hợp cấp cứu đường bộ giai đoạn 2020 - 2025",
    )
    assert together(linked(tmp_path, drugs, roads)) == [["a.txt"], ["b.txt"]]


def test_a_contract_and_a_memorandum_of_one_day_stay_apart(tmp_path: Path) -> None:
    contract = record("b", HEALTH, HOSPITAL, kind="contract")
    assert together(linked(tmp_path, record("a", HEALTH, HOSPITAL, kind="memorandum"), contract)) == [
        ["a.txt"],
        ["b.txt"],
    ]


def test_what_was_planned_and_then_signed_is_one(tmp_path: Path) -> None:
    planned = record("a", HEALTH, HOSPITAL, status="planned", signed_on="2020-05-01", published="2020-04-20")
    (row,) = linked(tmp_path, planned, record("b", HEALTH, HOSPITAL))
    assert row["status"]["value"] == "signed"
    assert row["signed_on"]["value"] == "2020-05-05"
    assert [one["value"] for one in row["signed_on"]["otherwise"]] == ["2020-05-01"]


def test_what_is_still_planned_after_a_signing_is_another(tmp_path: Path) -> None:
    planned = record("a", HEALTH, HOSPITAL, status="planned", signed_on="2020-06-01", published="2020-05-20")
    assert together(linked(tmp_path, planned, record("b", HEALTH, HOSPITAL))) == [["a.txt"], ["b.txt"]]


def test_a_host_has_an_agreement_with_each_partner(tmp_path: Path) -> None:
    one, other = record("a", HEALTH, HOSPITAL), record("b", HEALTH, "Bệnh viện Mắt Đồi Thông")
    assert together(linked(tmp_path, one, other)) == [["a.txt"], ["b.txt"]]


def test_a_number_parts_what_all_else_joins(tmp_path: Path) -> None:
    one, other = record("a", HEALTH, HOSPITAL, number="12/TT-SYT"), record("b", HEALTH, HOSPITAL, number="13/TT-SYT")
    assert together(linked(tmp_path, one, other)) == [["a.txt"], ["b.txt"]]


def test_a_reprint_is_known_by_its_text(tmp_path: Path) -> None:
    text = (f"{HEALTH} và {HOSPITAL} ký kết thỏa thuận hợp tác khám mắt cho học sinh các xã vùng sâu, đào tạo điều dưỡng, tặng kính "
            "cho trẻ em và mở ba điểm khám lưu động tại các huyện trong những năm tới, theo lời giám đốc bệnh viện.")  # fmt: skip
    one = record("a", HEALTH, HOSPITAL, text=text, signed_on=None, published="2020-05-06")
    other = record("b", HEALTH, HOSPITAL, text=f"{text} (Theo cổng tin)", signed_on=None, published="2020-06-30")
    (row,) = linked(tmp_path, one, other)
    assert [source["reprint_of"] for source in row["sources"]] == [None, row["sources"][0]["id"]]


def test_who_signed_tells_that_it_is_one_where_no_day_is_told(tmp_path: Path) -> None:
    signers = [person("Trần Đình Lượng"), person("Vũ Thị Mai Hân")]
    one = record("a", HEALTH, HOSPITAL, signed_on=None, published="2020-05-06", signatories=signers)
    other = record("b", HEALTH, HOSPITAL, signed_on=None, published="2020-05-20", signatories=signers)
    assert together(linked(tmp_path, one, other)) == [["a.txt", "b.txt"]]


def test_all_that_two_states_sign_is_compared_with_neighbours_in_time_only(tmp_path: Path) -> None:
    days = [f"20{year:02}-{month:02}-11" for year in range(10, 20) for month in range(1, 13)]
    records = [
        record(f"s{at}", "Việt Nam", "Lào", signed_on=day, published=day, type1="state", type2="state")
        for at, day in enumerate(days)
    ]
    again = record("again", "Lào", "Việt Nam", signed_on=days[60], published=days[60], type1="state", type2="state")
    groups = together(linked(tmp_path, *records, again))
    assert len(groups) == len(days)
    assert ["again.txt", "s60.txt"] in groups


def test_a_signing_told_twice_in_one_document_is_one(tmp_path: Path) -> None:
    told = record("a", HEALTH, HOSPITAL, text="Sở Y tế và Bệnh viện ký thỏa thuận khám mắt học đường")
    again = {
        **told["agreements"][0],
        "id": "a2",
        "evidence": [{**told["agreements"][0]["evidence"][0], "sentence": "Hai giám đốc ký thỏa thuận."}],
    }
    told["agreements"].append(again)
    (row,) = linked(tmp_path, told)
    assert row["documents"] == 1
    assert len(row["sources"]) == 2


def test_two_agreements_of_one_document_stay_apart(tmp_path: Path) -> None:
    told = record("a", HEALTH, HOSPITAL, text="Sở Y tế và Bệnh viện ký thỏa thuận khám mắt học đường")
    other = {**told["agreements"][0]["evidence"][0], "sentence": "Hai bên ký thỏa thuận đào tạo điều dưỡng trưởng."}
    told["agreements"].append({**told["agreements"][0], "id": "a2", "evidence": [other]})
    assert together(linked(tmp_path, told)) == [["a.txt"], ["a.txt"]]
