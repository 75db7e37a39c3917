from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from camket.decisions import DecisionLog, Verdict
from camket.errors import UsageError
from camket.labels import Language
from camket.review.apply import FAULTS, Applied, apply
from camket.review.dates import to_edtf
from camket.run.flow import Kit
from tests.review.folders import CLOUDS, NEWS, folder_of, reviewed_of, row_of, rows_of, sheet_of
from tests.review.ways import encoded_as


@pytest.fixture
def folder(kit: Kit, tmp_path: Path) -> Path:
    return folder_of(tmp_path / "out", kit, NEWS, CLOUDS)


def applied(folder: Path, *rows: dict[str, str], reviewer: str = "An") -> Applied:
    return apply([sheet_of(folder.parent / "sheet.csv", rows)], folder, reviewer)


def fault(folder: Path, row: dict[str, str], reviewer: str = "An") -> str:
    """The one fault of a sheet of one row, of which nothing is applied."""
    done = applied(folder, row, reviewer=reviewer)
    (told,) = done.faults
    assert not done.decisions
    return str(told)


def test_decisions_are_in_the_log_and_in_the_reviewed_record(folder: Path) -> None:
    done = applied(
        folder,
        row_of(folder, "place") | {"decision": "loai"},
        row_of(folder, "signed on") | {"decision": "FIX ", "correction": "6/3/2019", "note": "xem ảnh"},
        row_of(folder, "party") | {"decision": "đúng", "reviewer": "Bình"},
        row_of(folder, "kind") | {"decision": "sửa", "correction": "Bản ghi nhớ"},
    )
    assert (len(done.decisions), done.faults, done.exit_code) == (4, [], 0)
    (agreement,) = reviewed_of(folder)["agreements"]
    assert (agreement["place"], agreement["signed_on"], agreement["kind"]) == (None, "2019-03-06", "memorandum")
    assert "place" not in {one["field"] for one in agreement["evidence"]}
    said = {one.key.field: one for one in DecisionLog(folder).read()[0]}
    assert (said["signed_on"].value, said["signed_on"].note, said["party"].reviewer) == (
        "2019-03-05",
        "xem ảnh",
        "Bình",
    )
    assert said["place"].sentence.startswith("Ngày 5/3/2019")
    assert reviewed_of(folder)["review"]["decided"] == 4


def test_a_sheet_applied_twice_adds_nothing_the_second_time(folder: Path) -> None:
    rows = [row_of(folder, "place") | {"decision": "wrong"},
            {"document": "a.txt", "field": "participant", "value": "bác sĩ tuyến huyện", "decision": "add"}]  # fmt: skip
    assert len(applied(folder, *rows).decisions) == 2
    before = (folder / "decisions.jsonl").read_bytes()
    again = applied(folder, *rows)
    assert (again.decisions, again.standing) == ([], 2)
    assert (folder / "decisions.jsonl").read_bytes() == before


def test_only_key_and_decision_are_needed(folder: Path) -> None:
    row = row_of(folder, "period") | {"decision": "wrong"}
    sheet = sheet_of(folder.parent / "sheet.csv", [row], ["decision", "key"])
    assert apply([sheet], folder, "An").faults == []
    assert reviewed_of(folder)["agreements"][0]["period"] is None


@pytest.mark.parametrize(
    ("field", "change", "said"),
    [
        ("place", {"decision": "perhaps"}, "'perhaps' is no decision; there are ok, đúng"),
        ("place", {"decision": "fix"}, "fix needs a correction"),
        ("place", {"correction": "Hà Nội"}, "there is a correction and no decision"),
        ("place", {"decision": "ok", "correction": "Hà Nội"}, "ok takes no correction"),
        ("kind", {"decision": "fix", "correction": "treaties"}, "'treaties' is no kind; there are programme"),
        ("status", {"decision": "fix", "correction": "maybe"}, "is no status"),
        ("signed on", {"decision": "fix", "correction": "11/7/12"}, "can be read in several ways"),
        ("signed on", {"decision": "fix", "correction": "11/17/2019"}, "no day of the calendar"),
        ("signed on", {"decision": "fix", "correction": "hôm kia"}, "is no date"),
        ("agreement", {"decision": "fix", "correction": "X – Y"}, "right or wrong as a whole"),
        ("place", {"decision": "ok", "key": "place"}, "'place' is no key"),
        ("place", {"decision": "ok", "key": ""}, "the key is missing"),
        ("place", {"decision": "ok", "value": "Đà Nẵng"}, "the sheet says 'Đà Nẵng', and the record 'Đà Lạt'"),
        ("place", {"decision": "ok", "key": "0123 place@1:2/agreement@0:4"}, "no such document"),
        ("signed on", {"decision": "ok", "normalised": "2019-03-06"}, "the sheet says '2019-03-06'"),
        ("place", {"decision": "fix", "correction": "#NAME?"}, "took the words for a formula"),
    ],
)
def test_a_fault_is_told_with_its_cell_and_not_applied(
    field: str, change: dict[str, str], said: str, folder: Path
) -> None:
    told = fault(folder, row_of(folder, field) | change)
    assert said in told
    assert told.startswith("sheet.csv, cell ")
    assert told.split(" ")[2][1:] == "2"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"document": "a.txt", "value": "Đà Lạt", "decision": "add"}, "say what is added: agreement"),
        ({"document": "a.txt", "field": "colour", "value": "Đà Lạt", "decision": "add"}, "no field of a value"),
        ({"document": "a.txt", "field": "party", "decision": "add"}, "say what is added"),
        ({"document": "z.txt", "field": "party", "value": "X", "decision": "add"}, "no such document"),
        ({"field": "party", "value": "X", "decision": "add"}, "say in which document"),
        ({"document": "a.txt", "field": "party", "value": "X"}, "a row without a key is a new value"),
        ({"document": "a.txt", "field": "place", "value": "Hà Nội", "decision": "add"}, "has a place already"),
        ({"document": "a.txt", "item": "a7", "field": "party", "value": "X", "decision": "add"}, "there is a1"),
        ({"document": "b.txt", "field": "party", "value": "Sở Du lịch", "decision": "add"}, "there is none yet"),
    ],
)
def test_an_addition_that_lacks_something_is_told(row: dict[str, str], said: str, folder: Path) -> None:
    assert said in fault(folder, row)


def test_good_rows_count_beside_faulty_ones_which_stand_in_a_sheet_of_their_own(folder: Path) -> None:
    done = applied(folder, row_of(folder, "place") | {"decision": "ok"}, row_of(folder, "period") | {"decision": "?"})
    assert (len(done.decisions), len(done.faults), done.exit_code) == (1, 1, 1)
    text = (folder / FAULTS).read_text(encoding="utf-8-sig").replace(",?,", ",wrong,")
    (folder / FAULTS).write_text(text, encoding="utf-8-sig")
    assert [one.key.field for one in apply([folder / FAULTS], folder, "An").decisions] == ["period"]


def test_who_decided_must_be_told(folder: Path) -> None:
    assert "say who decided" in fault(folder, row_of(folder, "place") | {"decision": "ok"}, reviewer="")


def test_added_words_are_found_in_the_text_rather_where_the_agreement_is_told(folder: Path) -> None:
    done = applied(
        folder,
        {
            "document": "a.txt",
            "item": "a1",
            "field": "người tham dự",
            "value": "BÁC SĨ  tuyến huyện",
            "decision": "thêm",
        },
        {"document": "a.txt", "item": "a1", "field": "value", "value": "40 bác sĩ", "decision": "add"},
        {"document": "a.txt", "item": "a1", "field": "party", "value": "Bộ Y tế", "decision": "add"},
    )
    guest, worth, party = done.decisions
    assert NEWS[guest.key.start : guest.key.end] == guest.text == "bác sĩ tuyến huyện"
    assert guest.sentence == "Bệnh viện Hoàn Mỹ sẽ đào tạo 40 bác sĩ tuyến huyện trước năm 2021."
    assert worth.text == "40 bác sĩ"
    assert (party.key.start, party.text) == (-1, "")
    (agreement,) = reviewed_of(folder)["agreements"]
    assert agreement["participants"][-1]["name"] == "BÁC SĨ tuyến huyện"
    assert agreement["value"] == ["40 bác sĩ"]
    (new,) = [one for one in agreement["parties"] if one["name"] == "Bộ Y tế"]
    assert (new["evidence"], new["id"]) == ([], "p3")


def test_an_agreement_can_be_added_where_none_was_found(folder: Path) -> None:
    done = applied(
        folder,
        {"document": "b.txt", "item": "a5", "field": "kind", "value": "memorandum", "decision": "add"},
        {"document": "b.txt", "item": "a5", "field": "agreement", "value": "Công ty Sao Mai - Sở Du lịch Phú Yên",
         "decision": "add"},
        {"document": "b.txt", "item": "c1", "field": "commitment", "value": "bàn việc chung", "decision": "add"},
        {"document": "b.txt", "item": "c1", "field": "actors", "value": "Công ty Sao Mai", "decision": "add"},
    )  # fmt: skip
    assert done.faults == []
    record = reviewed_of(folder, 1)
    (agreement,), (commitment,) = record["agreements"], record["commitments"]
    assert [party["name"] for party in agreement["parties"]] == ["Công ty Sao Mai", "Sở Du lịch Phú Yên"]
    assert (agreement["id"], agreement["kind"]) == ("a1", "memorandum")
    assert (commitment["agreement"], commitment["actors"], commitment["kind"]) == ("a1", ["p1"], "pledge")


def test_a_row_that_was_copied_adds_what_its_correction_says(folder: Path) -> None:
    row = row_of(folder, "party") | {"decision": "add", "correction": "Bộ Y tế"}
    (one,) = applied(folder, row).decisions
    assert (one.verdict, one.value, one.key.field) == (Verdict.ADD, "Bộ Y tế", "party")


def test_what_is_there_already_is_not_added(folder: Path) -> None:
    row = {"document": "a.txt", "field": "party", "value": "Sở Y tế  Lâm Đồng", "decision": "add"}
    assert applied(folder, row).decisions == []


def test_a_decision_can_be_taken_back(folder: Path) -> None:
    applied(folder, row_of(folder, "place") | {"decision": "wrong"})
    assert applied(folder, row_of(folder, "place") | {"decision": "mở lại"}).decisions[0].verdict is Verdict.OPEN
    assert reviewed_of(folder)["agreements"][0]["place"] == "Đà Lạt"
    assert applied(folder, row_of(folder, "place") | {"decision": "open"}).decisions == []


def test_two_reviewers_who_disagree_are_told_and_nothing_is_overwritten(folder: Path) -> None:
    applied(folder, row_of(folder, "place") | {"decision": "wrong"})
    done = applied(folder, row_of(folder, "place") | {"decision": "ok"}, reviewer="Bình")
    ((path, one),) = done.conflicts
    assert (path, one.key.field, len(one.decisions)) == ("a.txt", "place", 2)
    assert reviewed_of(folder)["agreements"][0]["place"] == "Đà Lạt"
    assert reviewed_of(folder)["review"]["conflicts"] == 1


def test_one_reviewer_who_decides_in_two_ways_is_told(folder: Path) -> None:
    row = row_of(folder, "place")
    done = applied(folder, row | {"decision": "ok"}, row | {"decision": "wrong"}, row | {"decision": "ok"})
    assert [one.verdict for one in done.decisions] == [Verdict.OK]
    assert "row 2 decides otherwise" in str(done.faults[0])


def test_letters_that_were_lost_in_saving_do_not_become_a_correction(folder: Path) -> None:
    row = row_of(folder, "party")
    lossy = {"value": "S? Y t? Lâm ??ng", "sentence": "?", "evidence": "?"}
    assert len(applied(folder, row | lossy | {"decision": "ok"}).decisions) == 1
    told = fault(folder, row | lossy | {"decision": "fix", "correction": "S? Y t? t?nh"})
    assert "letters were lost" in told


def test_dates_that_a_spreadsheet_typed_anew_are_known_again(folder: Path) -> None:
    row = row_of(folder, "signed on")
    typed = {"normalised": "3/5/2019", "value": "Ngày 5/3/2019"}
    assert len(applied(folder, row | typed | {"decision": "ok"}).decisions) == 1
    other = {"document": "z", "normalised": "3/17/2019"}
    done = applied(folder, row | {"decision": "fix", "correction": "4/6/2019"}, other)
    assert "dates with the month first" in str(done.faults[0])


def test_dates_of_a_workbook_are_taken_as_they_are_shown_and_told(folder: Path) -> None:
    path = folder / "review.xlsx"
    book: Any = openpyxl.load_workbook(path)
    sheet = book["review"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    shown = {"signed on": (dt.datetime(2019, 3, 6), "dd/mm/yyyy"), "due": (dt.datetime(2021, 5, 1), "mmm-yy"),  # noqa: DTZ001
             "period": (2019, "General")}  # fmt: skip
    for row in range(2, sheet.max_row + 1):
        field = sheet.cell(row, columns["field"]).value
        if field in shown:
            sheet.cell(row, columns["decision"]).value = "fix"
            cell = sheet.cell(row, columns["correction"])
            cell.value, cell.number_format = shown[field]
    book.save(path)
    done = apply([path], folder, "An")
    assert {one.key.field: one.correction for one in done.decisions} == {
        "signed_on": "2019-03-06", "due": "2021-05", "period": "2019",
    }  # fmt: skip
    assert len(done.read) == 2
    assert "sheet review, cell H" in done.read[0]


@pytest.mark.parametrize(("text", "edtf"), [
    ("2012-11-07 00:00:00", "2012-11-07"), ("07/11/2012", "2012-11-07"), ("11/2012", "2012-11"), ("2012", "2012"),
    ("tháng 11 năm 2012", "2012-11"), ("2019 - 2022", "2019/2022"), ("5 năm", "P5Y"), ("trước năm 2021", "2021"),
    ("../2030", "../2030"), ("ngày 5/3", "XXXX-03-05"),
])  # fmt: skip
def test_dates_are_read_as_people_write_them(text: str, edtf: str) -> None:
    assert to_edtf(text, "due") == edtf


@pytest.mark.parametrize(("name", "data", "said"), [
    ("a.csv", b"one,two\n1,2\n", "it has no columns key and decision"),
    ("a.csv", b"", "it has no columns key and decision"),
    ("a.xlsx", b"PK\x03\x04 no workbook", "it cannot be read as a workbook"),
    ("a.ods", b"PK\x03\x04", "save it as .xlsx or .csv"),
    ("none.csv", None, "there is no such file"),
])  # fmt: skip
def test_what_is_no_sheet_of_review_is_told(name: str, data: bytes | None, said: str, folder: Path) -> None:
    path = folder.parent / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=said):
        apply([path], folder, "An")
    assert not (folder / "decisions.jsonl").exists()


def test_excels_line_of_the_delimiter_is_no_head(folder: Path) -> None:
    row = row_of(folder, "place")
    path = folder.parent / "sheet.csv"
    path.write_text(f"sep=;\r\nkey;decision\r\n{row['key']};wrong\r\n", encoding="utf-8")
    assert len(apply([path], folder, "An").decisions) == 1


def test_a_sheet_of_an_earlier_run_counts_where_the_value_is_the_same(kit: Kit, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "out", kit, NEWS)
    place, party = row_of(folder, "place"), row_of(folder, "party")
    key = place["key"].replace("place@", "place@1")
    lines = (folder / "records.jsonl").read_text(encoding="utf-8")
    record = json.loads(lines)
    for evidence in record["agreements"][0]["evidence"]:
        if evidence["field"] == "place":
            evidence["start"] += 1
    (folder / "records.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    done = applied(folder, place | {"decision": "ok"}, party | {"decision": "ok"})
    assert {str(one.key.field): one.key.start for one in done.decisions}["place"] == int(
        place["key"].split("@")[1].split(":")[0]
    ) + 1
    assert "the record has no such value any more" in fault(
        folder, place | {"decision": "ok", "key": key, "value": "X"}
    )


def test_sheets_in_vietnamese_come_back_the_same(kit: Kit, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "out", kit, NEWS, language=Language.VIETNAMESE)
    row = next(one for one in rows_of(folder) if one["field"] == "loại")
    assert (row["value"], row["normalised"], row["state"]) == ("thỏa thuận", "agreement", "chưa duyệt")
    assert applied(folder, row | {"decision": "Đúng"}).faults == []


def test_a_sheet_of_few_words_is_read_as_windows_saves_it(folder: Path) -> None:
    key = row_of(folder, "party")["key"]
    for encoded in (encoded_as(f"key;decision;correction\r\n{key};SỬA;Sở Đường sắt tỉnh Nghĩa Lộ\r\n", "cp1258"),
                    f"khóa\tquyết định\tsửa thành\r\n{key}\tsửa\tĐê điều\r\n".encode("utf-16-le")):  # fmt: skip
        path = folder.parent / "sheet.csv"
        path.write_bytes(encoded)
        (one,) = apply([path], folder, "An").decisions
        assert one.correction in {"Sở Đường sắt tỉnh Nghĩa Lộ", "Đê điều"}
