"""Releases as offices write them: who signs, where, and what lists, aims and joint acts tell of it."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = (
    "Ký kết quy chế phối hợp\n\nNgày 3/5/2023, Sở Du lịch Hà Nam và Sở Công Thương Hà Nam ký kết kế hoạch phối hợp.\n\n"
)


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [sorted(party.name for party in one.parties) for one in kit.extract(text).agreements]


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sáng 24-2, Đội Kiểm ngư số 1 tổ chức ký kết quy chế phối hợp với 4 đồn biên phòng Bình Hải, Sa Kỳ, Đức Minh và Lý Sơn.",
            ["Đội Kiểm ngư số 1", "đồn biên phòng Bình Hải", "đồn biên phòng Lý Sơn", "đồn biên phòng Sa Kỳ", "đồn biên phòng Đức Minh"],
        ),
        (
            "Sáng 24-2-2020, Sở Y tế Đồng Nai và hai bệnh viện Chợ Rẫy, Thống Nhất ký kết thỏa thuận hợp tác.",
            ["Sở Y tế Đồng Nai", "bệnh viện Chợ Rẫy", "bệnh viện Thống Nhất"],
        ),
        (
            "Chiều 3.12, Công an 3 địa phương Sơn Tịnh, Bình Sơn và TP.Quảng Ngãi tổ chức hội nghị ký kết Quy chế phối hợp.",
            ["Công an Bình Sơn", "Công an Sơn Tịnh", "Công an TP.Quảng Ngãi"],
        ),
        (
            "Sáng 16-5, Công an thị xã Hòa Lâm ký kết quy chế phối hợp với Trung đoàn 937, Lữ đoàn 101 và Hải đội 2.",
            ["Công an thị xã Hòa Lâm", "Hải đội 2", "Lữ đoàn 101", "Trung đoàn 937"],
        ),
        (
            "Cuối tuần qua, Liên đoàn Lao động (LĐLĐ), Bảo hiểm xã hội (BHXH) và Sở Nội vụ tỉnh Hà Nam đã ký kết Kế hoạch phối hợp.",
            ["Bảo hiểm xã hội tỉnh Hà Nam", "Liên đoàn Lao động tỉnh Hà Nam", "Sở Nội vụ tỉnh Hà Nam"],
        ),
        (
            "Quảng Ninh - Huế ký kết hợp tác du lịch\n\nSáng 8/11, Sở Du lịch Quảng Ninh và Sở Du lịch thành phố Huế ký kết chương trình hợp tác.",
            ["Sở Du lịch Quảng Ninh", "Sở Du lịch thành phố Huế"],
        ),
        (
            "Sáng 28-10, Liên đoàn Lao động tỉnh Đồng Nai tổ chức lễ ký kết chương trình phối hợp năm 2025 với 8 hiệp hội và ngân hàng.",
            ["Liên đoàn Lao động tỉnh Đồng Nai"],
        ),
        (
            "BV Bình An hỗ trợ BV Đa khoa Thạnh Phú\n\nLễ ký kết hợp tác hỗ trợ chuyên môn của Bệnh viện Bình An (TP HCM) cho Bệnh viện Đa khoa Thạnh Phú (tỉnh Long An)",
            ["Bệnh viện Bình An", "Bệnh viện Đa khoa Thạnh Phú"],
        ),
        (
            "Đoàn Lào thăm\n\nNgày 5/4/2023, đoàn công tác Sở Y tế tỉnh Hủa Phăn (Lào) do ông Khăm Phong làm trưởng đoàn đã đến thăm Sở Y tế Thanh Hóa. Sau khi trao đổi, hai bên đã ký biên bản ghi nhớ hợp tác.",
            ["Sở Y tế Thanh Hóa", "Sở Y tế tỉnh Hủa Phăn"],
        ),
        (
            "Hội đàm hai ngành\n\nSáng 30/8/2020, đã diễn ra hội đàm giữa Sở Y tế tỉnh Quảng Trị và Sở Y tế tỉnh Savannakhet (Lào). Kết thúc hội đàm, hai bên ký biên bản ghi nhớ hợp tác.",
            ["Sở Y tế tỉnh Quảng Trị", "Sở Y tế tỉnh Savannakhet"],
        ),
    ],
)  # fmt: skip
def test_who_signs(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]


def test_a_host_has_two_ceremonies_each_with_its_partner(kit: Kit) -> None:
    text = "Ngày 9/1/2026, tại phường Long An, Tổng công ty Viễn thông Hoa Sen đã tổ chức hai lễ ký kết thỏa thuận hợp tác với Công an tỉnh Tây Ninh và Sở Giáo dục và Đào tạo tỉnh Tây Ninh."
    assert parties(text, kit) == [
        ["Công an tỉnh Tây Ninh", "Tổng công ty Viễn thông Hoa Sen"],
        ["Sở Giáo dục và Đào tạo tỉnh Tây Ninh", "Tổng công ty Viễn thông Hoa Sen"],
    ]


def test_documents_listed_below_the_signing_each_have_their_parties(kit: Kit) -> None:
    text = (
        "VEG ký kết 2 biên bản ghi nhớ với đối tác Lào\n\nNgày 15/8, tại Viêng Chăn, Tổng Giám đốc Tổng công ty Năng lượng Việt (VEG) Tống Duy Bắc "
        "và đại diện các doanh nghiệp Lào đã kí kết biên bản ghi nhớ.\n\n2 biên bản ghi nhớ đã ký gồm:\n\nBiên bản ghi nhớ về hợp tác nghiên cứu mua bán điện giữa VEG và "
        "Tập đoàn Phouvong.\n\nBiên bản ghi nhớ về hợp tác khảo sát đường dây 220kV giữa VEG và Công ty Lao Wind."
    )
    found = kit.extract(text)
    assert [min(party.name for party in one.parties) for one in found.agreements] == ["Tập đoàn Phouvong", "Công ty Lao Wind"]  # fmt: skip
    assert [(one.text, one.agreement) for one in found.commitments] == [
        ("nghiên cứu mua bán điện", "a1"),
        ("khảo sát đường dây 220kV", "a2"),
    ]


def test_an_ambassador_signs_for_the_embassy_that_is_told(kit: Kit) -> None:
    text = (
        "Đại sứ quán Thụy Sĩ tài trợ xây cầu\n\nChiều 21-2, tại Hà Nội, Đại sứ quán Thụy Sĩ tại Việt Nam tổ chức lễ ký kết hợp đồng tài trợ.\n\n"
        "Đại sứ Thụy Sĩ tại Việt Nam Thomas Keller và Chủ tịch UBND xã Đồng Kho Mang Văn Thới ký kết hợp đồng tài trợ dự án."
    )
    (agreement,) = kit.extract(text).agreements
    names = {party.id: party.name for party in agreement.parties}
    assert [(one.name, names[one.party]) for one in agreement.signatories] == [
        ("Thomas Keller", "Đại sứ quán Thụy Sĩ tại Việt Nam"),
        ("Mang Văn Thới", "UBND xã Đồng Kho"),
    ]


def test_an_office_glued_to_a_name_by_a_dash_is_that_of_the_person(kit: Kit) -> None:
    text = (
        "Chiều 24-10, Agribank Gia Lai tổ chức lễ ký kết thỏa thuận liên ngành với Hội Nông dân tỉnh.\n\n"
        "Tại buổi lễ, ông Phan Đình Trọng-Giám đốc Agribank Gia Lai ký thỏa thuận với bà Rơ Mah H'Bé-Chủ tịch Hội Nông dân tỉnh."
    )
    (agreement,) = kit.extract(text).agreements
    assert [one.name for one in agreement.signatories] == ["Phan Đình Trọng", "Rơ Mah H'Bé"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("tại phường Tuy Hòa, tỉnh Đắk Lắk", "phường Tuy Hòa"),
        ("tại số 5 đường Lê Lợi, phường 3, TP Cao Lãnh", "TP Cao Lãnh"),
        ("tại Hội trường UBND xã Vĩnh Chánh, huyện Thoại Sơn", "xã Vĩnh Chánh, huyện Thoại Sơn"),
        ("tại Đồng Hỷ", "Đồng Hỷ"),
        ("tại hội trường Thành ủy Phan Rang - Tháp Chàm (Ninh Thuận)", "Ninh Thuận"),
        ("tại bến Ninh Kiều", None),
    ],
)
def test_where_it_was_signed(where: str, place: str | None, kit: Kit) -> None:
    text = f"Hai sở ký kết\n\nSáng 10/10/2025, {where}, Sở Du lịch Khánh Hòa và Sở Du lịch Gia Lai ký kết chương trình hợp tác."
    (agreement,) = kit.extract(text).agreements
    assert agreement.place == place


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "Kế hoạch phối hợp tập trung vào việc trao đổi lịch sự kiện; bảo đảm an toàn hội chợ.\n\nPhối hợp đưa tin cảnh báo hàng giả.",
            ["trao đổi lịch sự kiện", "bảo đảm an toàn hội chợ", "Phối hợp đưa tin cảnh báo hàng giả"],
        ),
        (
            "Về phía Sở Du lịch, sẽ đưa tin nhanh về những vấn đề du khách quan tâm.\n\nBên cạnh đó, mở lớp bồi dưỡng viết tin cho cán bộ xã.",
            ["đưa tin nhanh về những vấn đề du khách quan tâm", "mở lớp bồi dưỡng viết tin cho cán bộ xã"],
        ),
        ("Về phía Sở Công Thương, đơn vị này sẽ ưu tiên dành gian hàng cho làng nghề.", ["ưu tiên dành gian hàng cho làng nghề"]),
        ("Hai bên cũng phối hợp niêm yết danh sách tại hội chợ; phối hợp bố trí phòng, bàn ghế.", ["phối hợp niêm yết danh sách tại hội chợ", "phối hợp bố trí phòng, bàn ghế"]),
        ("Theo biên bản, trong giai đoạn tới có 3 chương trình chính, gồm: xây mới 12 cổng chào; sửa chữa biển báo; tập huấn nghiệp vụ du lịch.", ["xây mới 12 cổng chào", "sửa chữa biển báo", "tập huấn nghiệp vụ du lịch"]),
        ("Theo đó chương trình tập trung vào bốn mục tiêu. Trong đó, nổi bật là trao học bổng, sách vở cho học sinh.", ["trao học bổng, sách vở cho học sinh"]),
        ("Trách nhiệm của Sở Công Thương là lập danh sách, xác nhận gian hàng.", ["lập danh sách", "xác nhận gian hàng"]),
        ("Hai sở đã phối hợp tổ chức 12 lớp tập huấn.", []),
        ("Vì vậy, việc ký kết kế hoạch là đòi hỏi của thực tế.", []),
    ],
)  # fmt: skip
def test_what_is_told_of_it(content: str, told: list[str], kit: Kit) -> None:
    assert items(SIGNED + content, kit) == told


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("về truyền nghề mộc, gốm, dệt cho thanh niên nông thôn", ["truyền nghề mộc, gốm, dệt cho thanh niên nông thôn"]),
        ("trong công tác quản lý người, hàng hóa qua cửa khẩu", ["quản lý người, hàng hóa qua cửa khẩu"]),
        ("thu ngân sách trên địa bàn các xã Hóa Thượng, Khe Mo", ["thu ngân sách trên địa bàn các xã Hóa Thượng, Khe Mo"]),
    ],
)  # fmt: skip
def test_what_is_listed_inside_a_subject_does_not_part_it(subject: str, told: list[str], kit: Kit) -> None:
    text = f"Hai sở ký kết\n\nNgày 3/5/2023, Sở Du lịch Hà Nam và Sở Công Thương Hà Nam ký kết chương trình phối hợp {subject}."
    assert items(text, kit) == told
