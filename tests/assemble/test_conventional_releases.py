"""What conventional releases are full of: decrees in the lead, numbered notices, quoted titles, partners told one by one."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit


def names(agreement: Agreement) -> list[str]:
    return [party.name for party in agreement.parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Thực hiện Nghị định số 55/2015/NĐ-CP, ngày 5/11/2015, Trường Cao đẳng Nông Lâm và Hội Luật gia Hà Nam ký quy chế phối hợp.",
            ["Trường Cao đẳng Nông Lâm", "Hội Luật gia Hà Nam"],
        ),
        (
            "Theo Quyết định số 774 của Bộ Y tế, sáng 11/4/2014, Bệnh viện Tân Hưng tổ chức lễ ký kết hợp đồng đào tạo với Bệnh viện Kim Bảng.",
            ["Bệnh viện Tân Hưng", "Bệnh viện Kim Bảng"],
        ),
        (
            'Ngày 16/5/2019, Hội Luật gia Hà Nam tổ chức lễ ký kết thỏa thuận thực hiện "Chương trình phúc lợi cho hội viên và người lao động" với Bệnh viện Kim Bảng.',
            ["Hội Luật gia Hà Nam", "Bệnh viện Kim Bảng"],
        ),
        (
            "Chiều 22/9/2021, Sở Y tế Gia Lai và Viễn thông Gia Lai (VNPT Gia Lai) ký thỏa thuận hợp tác. Dịp này VNPT Gia Lai tặng Sở Y tế Gia Lai máy tính.",
            ["Sở Y tế Gia Lai", "Viễn thông Gia Lai (VNPT Gia Lai)"],
        ),
    ],
)
def test_who_signs_is_told_from_what_stands_beside(text: str, parties: list[str], kit: Kit) -> None:
    found = kit.extract(text).agreements
    assert [names(one) for one in found] in ([parties], [parties[:1]])
    assert all(name in parties for one in found for name in names(one))


def test_an_office_of_the_country_lends_no_half_of_its_name(kit: Kit) -> None:
    text = "Sáng 12/4/2011, Sở Tài nguyên và Môi trường, Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Giang đã ký nghị quyết liên tịch."
    (agreement,) = kit.extract(text).agreements
    assert agreement.parties[0].name == "Sở Tài nguyên và Môi trường tỉnh Hà Giang"


@pytest.mark.parametrize(
    "listed",
    [
        "Mỗi bệnh viện ký một hợp đồng riêng. Cụ thể:\n\n1. Với Bệnh viện Hà An: chuyển giao 4 gói kỹ thuật.\n\n2. Với Bệnh viện Kim Bảng: đào tạo 12 bác sĩ.",
        "Nội dung với từng đơn vị như sau:\n\n- Bệnh viện Hà An: chuyển giao 4 gói kỹ thuật.\n\n- Bệnh viện Kim Bảng: đào tạo 12 bác sĩ.",
    ],
)
def test_a_host_has_an_agreement_with_each_partner_told_one_by_one(listed: str, kit: Kit) -> None:
    text = (
        "BỆNH VIỆN TÂN HƯNG KÝ HỢP ĐỒNG CHUYỂN GIAO KỸ THUẬT VỚI HAI BỆNH VIỆN VỆ TINH\n\n"
        "Sáng 11/4/2014, Bệnh viện Tân Hưng đã tổ chức lễ ký kết hợp đồng đào tạo với Bệnh viện Hà An và Bệnh viện Kim Bảng.\n\n"
    )
    told = [[name.lower() for name in names(one)] for one in kit.extract(text + listed).agreements]
    assert told == [["bệnh viện tân hưng", "bệnh viện hà an"], ["bệnh viện tân hưng", "bệnh viện kim bảng"]]


def test_who_signs_in_a_picture_signs_for_the_body_whose_office_is_told_elsewhere(kit: Kit) -> None:
    text = (
        "Sáng 10/10/2018, Trường Cao đẳng Nông Lâm và Công ty Cổ phần Hòa Phú đã ký kết bản ghi nhớ.\n\n"
        "Về phía nhà trường có TS. Lê Văn Tám, Hiệu trưởng. Về phía công ty có bà Trần Thị Chín - Tổng Giám đốc.\n\n"
        "Ảnh: TS. Lê Văn Tám và bà Trần Thị Chín ký kết bản ghi nhớ"
    )
    (agreement,) = kit.extract(text).agreements
    by_id = {party.id: party.name for party in agreement.parties}
    assert {person.name: by_id.get(person.party or "") for person in agreement.signatories} == {
        "Lê Văn Tám": "Trường Cao đẳng Nông Lâm",
        "Trần Thị Chín": "Công ty Cổ phần Hòa Phú",
    }


def test_a_numbered_notice_tells_when_and_where(kit: Kit) -> None:
    text = (
        "Thông cáo báo chí\n\nUBND thành phố Huế và Công ty Cổ phần Hòa Phú sẽ tổ chức lễ ký kết biên bản ghi nhớ. Thông tin cụ thể:\n\n"
        "1. Thời gian: 14 giờ 30, thứ Sáu ngày 12/9/2025.\n\n2. Địa điểm: thành phố Huế.\n"
    )
    (agreement,) = kit.extract(text).agreements
    assert (agreement.signed_on, agreement.place) == ("2025-09-12", "thành phố Huế")
