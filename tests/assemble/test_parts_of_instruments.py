"""Full agreements: tables of duties, headings of duties without a colon, sides called in turn, and what is handed on."""

from __future__ import annotations

import pytest

from camket.records import Record
from camket.run.flow import Kit

BETWEEN = """CHƯƠNG TRÌNH HỢP TÁC
GIỮA THÀNH PHỐ ĐÀ NẴNG VÀ TỈNH KON TUM
GIAI ĐOẠN 2024 - 2028

Thực hiện chủ trương liên kết vùng, ngày 9 tháng 5 năm 2024, tại thành phố Kon Tum, Ủy ban nhân dân thành phố Đà Nẵng, do ông Lê Quang Tám, Phó Chủ tịch, làm đại diện và Ủy ban nhân dân tỉnh Kon Tum, do bà Y Mai Hoa, Chủ tịch, làm đại diện, cùng thống nhất ký kết Chương trình hợp tác với nội dung như sau:

I. NỘI DUNG HỢP TÁC
1. Xây dựng tuyến du lịch biển - rừng.
2. Tiêu thụ nông sản sạch.

II. PHÂN CÔNG NHIỆM VỤ

STT | Nhiệm vụ | Bên thực hiện | Thời gian hoàn thành
1 | Dựng 12 trạm dừng chân | Kon Tum | Năm 2025
2 | Mở 3 cửa hàng nông sản | Đà Nẵng | Tháng 6/2026
3 | Lập trang thông tin chung | Hai bên | 31/12/2024

III. ĐIỀU KHOẢN THI HÀNH
1. Chương trình lập thành 04 bản.

TM. ỦY BAN NHÂN DÂN TỈNH KON TUM
CHỦ TỊCH
Y Mai Hoa

TM. ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG
PHÓ CHỦ TỊCH
Lê Quang Tám
"""

MEMORANDUM = """BẢN GHI NHỚ
GIỮA
SỞ VĂN HÓA TỈNH SƠN LA
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VÀ
SỞ THÔNG TIN TỈNH HỦA PHĂN
NƯỚC CỘNG HÒA DÂN CHỦ NHÂN DÂN LÀO
NIÊN KHÓA 2024 - 2027

Sở Văn hóa tỉnh Sơn La, nước Cộng hòa xã hội chủ nghĩa Việt Nam và Sở Thông tin tỉnh Hủa Phăn, nước Cộng hòa dân chủ nhân dân Lào (sau đây gọi riêng là "Bên Việt Nam", "Bên Lào" và gọi chung là "hai Bên");

Ghi nhận kết quả của Bản ghi nhớ ký tại Hủa Phăn ngày 3 tháng 4 năm 2019;

Đã thỏa thuận như sau:

ĐOẠN 1
LĨNH VỰC HỢP TÁC

(i) Trao đổi đoàn nghệ thuật;
(ii) Phục dựng lễ hội.

ĐOẠN 2
CAM KẾT CỦA BÊN VIỆT NAM

1. Bên Việt Nam sẽ tặng 2 bộ loa cho các bản biên giới.

ĐOẠN 3
CAM KẾT CỦA BÊN LÀO

1. Bên Lào sẽ đón 20 diễn viên.

Làm tại thành phố Sơn La, ngày ..... tháng 8 năm 2024.

THAY MẶT                         THAY MẶT
SỞ VĂN HÓA                       SỞ THÔNG TIN
TỈNH SƠN LA                      TỈNH HỦA PHĂN
Quàng Văn Panh                   Khăm-bay Phôm-ma
Giám đốc                         Giám đốc
"""

SIDES = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN THỎA THUẬN

Hôm nay, ngày 7 tháng 1 năm 2023, tại xã Mường Giôn, hai bên gồm:

BÊN A: ỦY BAN NHÂN DÂN XÃ MƯỜNG GIÔN
BÊN B: HỢP TÁC XÃ NẬM CHIẾN

1. Nội dung thỏa thuận
a) Nạo vét kênh chính.

2. Bên A có trách nhiệm
+ Thay 2 cánh cống;
+ Lập dự toán, gửi Bên B trước ngày 5/2/2023.

3. Bên B có trách nhiệm
+ Thu phí của các hộ và nộp về quỹ chung;
+ Tặng Bên A 30 cây giống.

4. Hai bên cùng
- Lập tổ quản lý nước.

ĐẠI DIỆN BÊN A                   ĐẠI DIỆN BÊN B
TRƯỞNG PHÒNG ĐÀO TẠO             GIÁM ĐỐC
Lò Văn Pâng                      Cầm Thị Hà
"""


@pytest.fixture
def sides(kit: Kit) -> Record:
    return kit.extract(SIDES)


def pledged(record: Record) -> list[tuple[str, str, str | None]]:
    names = {party.id: party.name for agreement in record.agreements for party in agreement.parties}
    return [(one.text, "all" if one.actors == "all" else names[one.actors[0]], one.due)
            for one in record.commitments if one.kind == "pledge"]  # fmt: skip


def test_a_table_tells_who_does_what_until_when(kit: Kit) -> None:
    danang, kontum = "Ủy ban nhân dân thành phố Đà Nẵng", "Ủy ban nhân dân tỉnh Kon Tum"
    told = kit.extract(BETWEEN)
    assert pledged(told) == [
        ("Dựng 12 trạm dừng chân", kontum, "2025"),
        ("Mở 3 cửa hàng nông sản", danang, "2026-06"),
        ("Lập trang thông tin chung", "all", "2024-12-31"),
    ]
    assert [one.text for one in told.commitments if one.kind == "area"] == [
        "Xây dựng tuyến du lịch biển - rừng",
        "Tiêu thụ nông sản sạch",
    ]


def test_the_columns_of_those_who_sign_are_no_table_of_duties(kit: Kit) -> None:
    columns = "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG | ỦY BAN NHÂN DÂN TỈNH KON TUM\nPHÓ CHỦ TỊCH | CHỦ TỊCH\nLê Quang Tám | Y Mai Hoa\n"
    text = BETWEEN[: BETWEEN.index("TM. ỦY BAN")] + columns
    assert pledged(kit.extract(text)) == pledged(kit.extract(BETWEEN))


def test_the_day_before_the_parties_agree_is_that_of_signing(kit: Kit) -> None:
    (agreement,) = kit.extract(BETWEEN).agreements
    assert (agreement.signed_on, agreement.place, agreement.period) == (
        "2024-05-09",
        "thành phố Kon Tum",
        "2024/2028",
    )


def test_parties_of_two_states_are_called_in_turn(kit: Kit) -> None:
    record = kit.extract(MEMORANDUM)
    (agreement,) = record.agreements
    vietnam, laos = "Sở Văn hóa tỉnh Sơn La", "Sở Thông tin tỉnh Hủa Phăn"
    assert [party.name.casefold() for party in agreement.parties] == [vietnam.casefold(), laos.casefold()]
    assert (agreement.signed_on, agreement.place, agreement.period) == ("2024-08", "thành phố Sơn La", "2024/2027")
    assert [(text, who.casefold()) for text, who, _ in pledged(record)] == [
        ("tặng 2 bộ loa cho các bản biên giới", vietnam.casefold()),
        ("đón 20 diễn viên", laos.casefold()),
    ]


def test_a_heading_of_duties_needs_no_colon(sides: Record) -> None:
    commune, cooperative = "ỦY BAN NHÂN DÂN XÃ MƯỜNG GIÔN", "HỢP TÁC XÃ NẬM CHIẾN"
    assert pledged(sides) == [
        ("Thay 2 cánh cống", commune, None),
        ("Lập dự toán, gửi Bên B", commune, "2023-02-05"),
        ("Thu phí của các hộ và nộp về quỹ chung", cooperative, None),
        ("Tặng Bên A 30 cây giống", cooperative, None),
        ("Lập tổ quản lý nước", "all", None),
    ]


def test_a_field_of_an_office_signs_nothing(sides: Record) -> None:
    assert [one.name for one in sides.agreements[0].signatories] == ["Lò Văn Pâng", "Cầm Thị Hà"]


@pytest.mark.parametrize("called", ["sau đây viết tắt là", "dưới đây viết tắt là", "từ đây gọi tắt là"])
def test_bodies_may_be_shortened_in_any_words(called: str, kit: Kit) -> None:
    record = kit.extract(
        "QUY CHẾ PHỐI HỢP\n\n"
        f"Kho bạc Nhà nước tỉnh Phú Yên ({called} KBNN tỉnh) và Hội Nông dân tỉnh Phú Yên ({called} HND tỉnh) "
        "thống nhất ban hành Quy chế phối hợp với những nội dung sau:\n\n"
        "Điều 1. Trách nhiệm của KBNN tỉnh\n\n1. Mở sổ theo dõi vốn vay.\n\n"
        "Điều 2. Trách nhiệm của HND tỉnh\n\n1. Lập danh sách hộ vay.\n"
    )
    (agreement,) = record.agreements
    names = {party.id: party.name for party in agreement.parties}
    assert [(one.text, [names[id_] for id_ in one.actors]) for one in record.commitments] == [
        ("Mở sổ theo dõi vốn vay", ["Kho bạc Nhà nước tỉnh Phú Yên"]),
        ("Lập danh sách hộ vay", ["Hội Nông dân tỉnh Phú Yên"]),
    ]
