"""What all parties do together, behind a colon; items that go on, are counted, or end where costs and days are told."""

from __future__ import annotations

import pytest

from camket.records import CommitmentKind
from camket.run.flow import Kit

SIGNED = "Ngày 07/9/2017, Trường Đại học Tây Sơn và Công ty Cổ phần Sao Khuê ký kết quy chế phối hợp.\n\n"
AREA, PLEDGE = CommitmentKind.AREA, CommitmentKind.PLEDGE


@pytest.mark.parametrize(
    ("said", "kind", "expected"),
    [
        ("Ngoài ra, hai bên phối hợp:\n\n(a) mở lớp dạy nghề ban đêm;\n(b) in sổ tay an toàn;", AREA, ["mở lớp dạy nghề ban đêm", "in sổ tay an toàn"]),
        ("Hai bên cùng tập trung: chấm lại các lô vườn; tập huấn cho tổ trưởng.", AREA, ["chấm lại các lô vườn", "tập huấn cho tổ trưởng"]),
        ("Theo đó, hai bên sẽ phối hợp thực hiện: trồng 2 ha rừng; mở lớp dạy nghề.", PLEDGE, ["trồng 2 ha rừng", "mở lớp dạy nghề"]),
        ("Hai bên phối hợp: anh em như một.", AREA, []),
        ("Theo tuyên bố chung, hai bên khuyến khích mở tuyến xe khách.", PLEDGE, ["khuyến khích mở tuyến xe khách"]),
    ],
)  # fmt: skip
def test_what_is_done_together_follows_a_colon(said: str, kind: CommitmentKind, expected: list[str], kit: Kit) -> None:
    found = kit.extract(SIGNED + said).commitments
    assert [(one.kind, one.actors, one.text) for one in found] == [(kind, "all", text) for text in expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("cử 02 chuyên gia sang dạy, mọi chi phí do công ty chi trả.", ["cử 02 chuyên gia sang dạy"]),
        ("xây một nhà xưởng, dự kiến hoàn thành vào năm 2019.", ["xây một nhà xưởng"]),
        ("bố trí chỗ ngồi cho nhân viên luân phiên, mua 12 máy in.", ["bố trí chỗ ngồi cho nhân viên luân phiên", "mua 12 máy in"]),
        ("nối mạng các trạm đo gió, tiếp tục vận hành và bảo trì đèn biển.", ["nối mạng các trạm đo gió", "tiếp tục vận hành và bảo trì đèn biển"]),
    ],
)  # fmt: skip
def test_an_item_ends_before_what_it_costs_and_what_is_counted_next(said: str, expected: list[str], kit: Kit) -> None:
    found = kit.extract(f"{SIGNED}Theo đó, công ty sẽ {said}").commitments
    assert [one.text for one in found] == expected


@pytest.mark.parametrize(
    ("said", "actor", "expected"),
    [
        ("Viettel Lai Châu cam kết trước ngày 30/6/2015 lắp 12 trạm ở vùng biên.", "Viettel Lai Châu", ["lắp 12 trạm ở vùng biên"]),
        ("Viettel Lai Châu cam kết: trước tháng 6/2015 lắp xong 12 trạm; tặng 200 thuê bao.", "Viettel Lai Châu", ["lắp xong 12 trạm", "tặng 200 thuê bao"]),
        ("Viettel Lai Châu cam kết trước Quốc hội: kéo cáp quang tới 12 xã.", "Viettel Lai Châu", ["kéo cáp quang tới 12 xã"]),
        ("Ông Lò Văn Tám, Giám đốc Công ty Sao Mai, cam kết: tặng 200 thuê bao cho hộ nghèo.", "Công ty Sao Mai", ["tặng 200 thuê bao cho hộ nghèo"]),
    ],
)  # fmt: skip
def test_when_and_before_whom_it_is_promised_is_no_part_of_it(
    said: str, actor: str, expected: list[str], kit: Kit
) -> None:
    found = kit.extract(f"Tin trong tỉnh\n\n{said}").commitments
    assert [(one.actors, one.text) for one in found] == [((actor,), text) for text in expected]
