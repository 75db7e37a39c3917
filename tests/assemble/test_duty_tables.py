"""Tables of duties: who does what until when, a column for each party, and tables that tell of none."""

from __future__ import annotations

from pathlib import Path

import pytest

from camket.records import Record
from camket.run.flow import Kit

LEAD = (
    "Sở Y tế tỉnh Lai Châu và Bảo hiểm xã hội (BHXH) tỉnh Lai Châu ký Quy chế phối hợp\n\nSáng 23/10/2025, Sở Y tế tỉnh Lai Châu và "
    "BHXH tỉnh Lai Châu ký kết Quy chế phối hợp liên thông dữ liệu.\n\nNhiệm vụ được phân công như sau:\n\n"
)
ROWS = [
    ["STT", "Cơ quan", "Nhiệm vụ", "Thời hạn"],
    ["1", "Sở Y tế", "Bố trí máy chủ dự phòng; cấp chữ ký số cho 100 bác sĩ", "31/12/2025"],
    ["2", "BHXH tỉnh", "Tập huấn cho 300 cán bộ", "Tháng 6/2026"],
    ["3", "Hai cơ quan", "Lập tổ xử lý sự cố dữ liệu", "Hằng quý"],
]
TOLD = [
    ("Bố trí máy chủ dự phòng", ("p1",), "2025-12-31"),
    ("cấp chữ ký số cho 100 bác sĩ", ("p1",), "2025-12-31"),
    ("Tập huấn cho 300 cán bộ", ("p2",), "2026-06"),
    ("Lập tổ xử lý sự cố dữ liệu", "all", None),
]


def table(rows: list[list[str]], mark: str) -> str:
    return "\n".join(mark.join(row) for row in rows)


def duties(record: Record) -> list[tuple[str, object, str | None]]:
    told = [one for one in record.commitments if one.evidence[0].rule == "commitment.table"]
    return [(one.text, one.actors, one.due) for one in told]


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_the_rows_of_a_table_in_plain_text(mark: str, kit: Kit) -> None:
    assert duties(kit.extract(LEAD + table(ROWS, mark))) == TOLD


def test_the_rows_of_a_table_of_a_page(tmp_path: Path, kit: Kit) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    lead = "".join(f"<p>{line}</p>" for line in LEAD.split("\n") if line)
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article>{lead}<table>{rows}</table></article></body></html>", encoding="utf-8")
    assert duties(kit.extract(page)) == TOLD


def test_rows_that_share_the_doer_above(tmp_path: Path, kit: Kit) -> None:
    rows = (
        "<tr><th>Đơn vị</th><th>Nội dung</th><th>Tiến độ</th></tr><tr><td rowspan='2'>Sở Y tế</td><td>Bố trí máy chủ</td><td>2026</td>"
        "</tr><tr><td>Mua phần mềm</td><td>2028</td></tr><tr><td>BHXH tỉnh</td><td>Tập huấn cán bộ</td><td>2027</td></tr>"
    )
    lead = "".join(f"<p>{line}</p>" for line in LEAD.split("\n") if line)
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article>{lead}<table>{rows}</table></article></body></html>", encoding="utf-8")
    assert duties(kit.extract(page)) == [
        ("Bố trí máy chủ", ("p1",), "2026"), ("Mua phần mềm", ("p1",), "2028"), ("Tập huấn cán bộ", ("p2",), "2027"),
    ]  # fmt: skip


def test_each_party_may_have_a_column(kit: Kit) -> None:
    rows = [
        ["Năm", "Sở Y tế", "BHXH tỉnh"],
        ["2026", "Bố trí máy chủ", "Tập huấn cán bộ"],
        ["2027", "Mua phần mềm", "Cấp tài khoản"],
    ]
    assert duties(kit.extract(LEAD + table(rows, " | "))) == [
        ("Bố trí máy chủ", ("p1",), None), ("Tập huấn cán bộ", ("p2",), None),
        ("Mua phần mềm", ("p1",), None), ("Cấp tài khoản", ("p2",), None),
    ]  # fmt: skip


def test_a_table_without_doers_tells_of_areas(kit: Kit) -> None:
    rows = [
        ["TT", "Nội dung phối hợp", "Ghi chú"],
        ["1", "Liên thông đơn thuốc", ""],
        ["2", "Kiểm tra liên ngành", "x"],
        ["3", "Truyền thông", "x"],
    ]
    record = kit.extract(LEAD + table([[cell or "-" for cell in row] for row in rows], " | "))
    assert [(one.text, one.kind.value) for one in record.commitments if one.evidence[0].rule == "commitment.table"] == [
        ("Liên thông đơn thuốc", "area"), ("Kiểm tra liên ngành", "area"), ("Truyền thông", "area"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Năm", "Số lượt", "Số tiền"], ["2023", "4 triệu", "1.870 tỷ"], ["2024", "5 triệu", "2.100 tỷ"]],
        [
            ["Họ tên", "Chức vụ", "Đơn vị"],
            ["Lò Văn Tám", "Giám đốc", "Sở Y tế"],
            ["Hà Thị Nụ", "Giám đốc", "BHXH tỉnh"],
        ],
    ],
)
def test_other_tables_tell_of_no_duties(rows: list[list[str]], kit: Kit) -> None:
    assert duties(kit.extract(LEAD + table(rows, " | "))) == []


def test_a_table_above_the_signing_or_without_one_tells_nothing(kit: Kit) -> None:
    assert duties(kit.extract(f"Bảng phân công\n\n{table(ROWS, ' | ')}\n\nTheo Sở Y tế.")) == []
