"""Where the names of bodies and persons begin and end, in the sentences in which documents are signed."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sáng 12/5/2023, {} và Sở Y tế Lâm Đồng đã ký kết chương trình phối hợp."


@pytest.mark.parametrize(
    "body",
    [
        "Cảng vụ Hàng hải Quy Nhơn",
        "Hội Kiến trúc sư tỉnh Bình Thuận",
        "Câu lạc bộ Doanh nhân Sài Gòn",
        "Phòng Cảnh sát giao thông Công an tỉnh Bến Tre",
        "Đoàn Khối các cơ quan tỉnh Vĩnh Long",
        "Agribank Chi nhánh Tây Đô",
        "MobiFone Khu vực 9",
        "UBND huyện Lâm Bình",
        "Tổ hợp tác Dệt thổ cẩm Zơ Râm",
        "Ban Đại diện Hội Người cao tuổi tỉnh Tiền Giang",
        "Hội đồng Anh tại Việt Nam",
    ],
)
def test_a_body_is_told_with_its_whole_name(body: str, kit: Kit) -> None:
    (agreement,) = kit.extract(SIGNED.format(body)).agreements
    assert [party.name for party in agreement.parties] == [body, "Sở Y tế Lâm Đồng"]


LISTED = (
    "Sáng 12/5/2023, Sở Y tế Lâm Đồng và Bệnh viện Châu Sơn ký bản ghi nhớ hợp tác. "
    "Đại diện hai bên ký kết là bà Trần Thị Chín, Giám đốc Bệnh viện Châu Sơn và {}."
)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Chủ tịch UBND thành phố Đồng Xoài Trương Hữu Phú", "Trương Hữu Phú"),
        ("Phó Thị trưởng thành phố Port Lane (Vanuatu) Jean-Marc Bari", "Jean-Marc Bari"),
        ("Chủ tịch Ủy ban MTTQ tỉnh Ksor H'Blim", "Ksor H'Blim"),
        ("Bí thư Đảng ủy xã Trà Linh Hồ Văn Dang", "Hồ Văn Dang"),
        ("Giám đốc Minh Phát Lê Thị Tám", "Lê Thị Tám"),
        ("Tổng Giám đốc Công ty Cổ phần Gỗ An Cường Lê Đức Tám", "Lê Đức Tám"),
        ("Thiếu tướng, PGS.TS Trần Mạnh Sáu", "Trần Mạnh Sáu"),
        ("ông Phạm Văn Hải - bìa trái - Giám đốc Công ty TNHH Vạn Phúc", "Phạm Văn Hải"),
        ("Giám đốc Quốc gia ADB tại Việt Nam Shantanu Kolay", "Shantanu Kolay"),
    ],
)
def test_a_person_told_after_an_office_is_one_of_a_list(told: str, name: str, kit: Kit) -> None:
    (agreement,) = kit.extract(LISTED.format(told)).agreements
    assert [person.name for person in agreement.signatories] == ["Trần Thị Chín", name]


def test_a_name_that_only_its_office_tells_is_read_in_a_list(kit: Kit) -> None:
    text = (
        "Ban Dân tộc tỉnh Kon Tum và Báo Kon Tum ký quy chế phối hợp. Ký quy chế có các đồng chí: "
        "A Phương - Trưởng Ban Dân tộc tỉnh Kon Tum, Lê Thị Tám - Tổng Biên tập Báo Kon Tum."
    )
    (agreement,) = kit.extract(text).agreements
    assert [person.name for person in agreement.signatories] == ["A Phương", "Lê Thị Tám"]


def test_a_body_in_brackets_or_after_a_dash_is_whom_the_person_signs_for(kit: Kit) -> None:
    text = "Sáng 3/4/2022, ông Bùi Văn Sáu (Công ty Lâm nghiệp Sông Dinh) và ông Đặng Hữu Năm (Nhà máy Giấy An Hòa) đã ký hợp đồng."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Công ty Lâm nghiệp Sông Dinh", "Nhà máy Giấy An Hòa"]
    assert [person.party for person in agreement.signatories] == [party.id for party in agreement.parties]
