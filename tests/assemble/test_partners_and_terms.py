"""Partners told one by one or with their address, what is only planned or ended, and over what time documents run."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHỎA THUẬN HỢP TÁC\n\n"
SIDES = """Hôm nay, ngày 05/3/2021, tại thành phố Phủ Lý, chúng tôi gồm:
BÊN A: SỞ Y TẾ TỈNH HÀ NAM
Đại diện: Ông Lê Bảo Long        Chức vụ: Giám đốc
BÊN B: BỆNH VIỆN MINH ĐỨC
Đại diện: Bà Đỗ Thu Trang        Chức vụ: Giám đốc

Điều 1. Nội dung hợp tác
1. Đào tạo 10 bác sĩ gây mê trong giai đoạn 2021 - 2023;
2. Mở phòng khám tại huyện.
Điều 2. Hiệu lực
"""
THREE = (
    "Ngày 3/5/2023, Trường Đại học Đồng Nai đã ký kết hợp tác với "
    "Công ty May Trường Giang, Ngân hàng Đông Hải và Bệnh viện Minh Đức.\n\n"
)
WOMEN = "Ngày 15/1/2022, Công an huyện Kim Bảng và Hội LHPN huyện Kim Bảng"


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [sorted(party.name for party in one.parties) for one in kit.extract(text).agreements]


def periods(text: str, kit: Kit) -> list[str | None]:
    return [one.period for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    "below",
    [
        (
            "Với Công ty May Trường Giang, hai bên sẽ mở xưởng thực hành.\n\nVới Ngân hàng Đông Hải, hai bên sẽ lập quỹ học bổng.\n\n"
            "Với Bệnh viện Minh Đức, hai bên sẽ cử sinh viên thực tập."
        ),
        (
            "Với Công ty May Trường Giang, hai bên sẽ mở xưởng thực hành.\n\n"
            "Ngân hàng Đông Hải ký với Trường Đại học Đồng Nai hợp đồng tín dụng.\n\n"
            "Với Bệnh viện Minh Đức, hai bên sẽ cử sinh viên thực tập."
        ),
    ],
)
def test_partners_with_a_paragraph_each_sign_one_by_one(below: str, kit: Kit) -> None:
    assert sorted(parties(THREE + below, kit)) == [
        ["Bệnh viện Minh Đức", "Trường Đại học Đồng Nai"],
        ["Công ty May Trường Giang", "Trường Đại học Đồng Nai"],
        ["Ngân hàng Đông Hải", "Trường Đại học Đồng Nai"],
    ]


def test_partners_of_one_document_sign_together(kit: Kit) -> None:
    text = THREE + "Theo đó, bốn bên sẽ lập quỹ học bổng cho sinh viên nghèo."
    assert parties(text, kit) == [
        ["Bệnh viện Minh Đức", "Công ty May Trường Giang", "Ngân hàng Đông Hải", "Trường Đại học Đồng Nai"]
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ngày 3/5/2023, UBND huyện Hải Hậu ký bản ghi nhớ hợp tác với chính quyền thành phố Obama, tỉnh Fukui, Nhật Bản.",
            ["UBND huyện Hải Hậu", "chính quyền thành phố Obama"],
        ),
        (
            "Ngày 3/5/2023, phường Tân Giang, thành phố Cao Bằng và phường Đức Xuân, thành phố Bắc Kạn ký kết quy chế phối hợp.",
            ["phường Tân Giang", "phường Đức Xuân"],
        ),
        (
            "Sáng 3/5/2023, Công an huyện Ba Tri và Công an huyện Mường Khúa, tỉnh Phông Sa Lỳ, nước CHDCND Lào ký thỏa thuận hợp tác.",
            ["Công an huyện Ba Tri", "Công an huyện Mường Khúa"],
        ),
        (
            (
                "Sáng 3/5/2023, UBND tỉnh Kon Tum ký với chính quyền tỉnh Attapeu, nước Lào "
                "và chính quyền tỉnh Ratanakiri, nước Campuchia thỏa thuận hợp tác."
            ),
            ["UBND tỉnh Kon Tum", "chính quyền tỉnh Attapeu", "chính quyền tỉnh Ratanakiri"],
        ),
        (
            "Ngày 3/5/2023, huyện Ba Tri, huyện Giồng Trôm và thị xã Gò Công ký kết quy chế phối hợp.",
            ["huyện Ba Tri", "huyện Giồng Trôm", "thị xã Gò Công"],
        ),
        (
            "Sáng 3/5/2023, Bệnh viện Mắt Phú Yên tổ chức lễ ký kết hợp tác chuyên môn với Bệnh viện Mắt Sài Gòn.",
            ["Bệnh viện Mắt Phú Yên", "Bệnh viện Mắt Sài Gòn"],
        ),
    ],
)  # fmt: skip
def test_who_signs_whatever_tells_where_it_lies(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]


@pytest.mark.parametrize(
    "before",
    [
        "Chấm dứt Thỏa thuận hợp tác với nhà đầu tư dự án cảng cạn",
        "Hà Nam thu hồi biên bản ghi nhớ với doanh nghiệp chậm tiến độ",
    ],
)
def test_a_headline_tells_that_an_agreement_ends(before: str, kit: Kit) -> None:
    text = "UBND tỉnh Hà Nam ký biên bản ghi nhớ với Công ty Dược Tây Bắc về xây dựng cảng cạn."
    assert parties(f"{before}\n\nNgày 3/5/2023, {text}", kit) == []


@pytest.mark.parametrize(
    "below",
    [
        "Quy chế này thay thế Chương trình phối hợp đã ký kết giữa Sở Y tế Hà Nam với Bệnh viện Mắt Phú Yên và Hội Đông y Hà Nam.",
        "Trước Bệnh viện Minh Đức, Sở Y tế Hà Nam đã ký quy chế phối hợp với Bệnh viện Mắt Phú Yên và Hội Đông y Hà Nam.",
        "Ngày 3/5/2023, 100% trường THPT đã ký kết quy chế phối hợp với Công an huyện Kim Bảng và Hội LHPN huyện Kim Bảng.",
    ],
)
def test_an_agreement_that_is_replaced_or_of_others_is_none_of_the_news(below: str, kit: Kit) -> None:
    text = f"Ngày 3/5/2023, Sở Y tế Hà Nam và Bệnh viện Minh Đức ký kết quy chế phối hợp.\n\n{below}"
    assert parties(text, kit) == [["Bệnh viện Minh Đức", "Sở Y tế Hà Nam"]]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("UBND tỉnh Hà Nam ban hành Quyết định số 45 về việc ký kết thỏa thuận hợp tác giữa {}.", "planned"),
        ("UBND tỉnh Hà Nam đồng ý để {} ký kết thỏa thuận hợp tác.", "planned"),
        ("UBND tỉnh Hà Nam cho phép {} ký kết thỏa thuận hợp tác.", "planned"),
        ("UBND tỉnh Hà Nam dự lễ khi {} ký kết thỏa thuận hợp tác.", "signed"),
    ],
)
def test_a_permission_tells_of_a_signing_to_come(said: str, told: str, kit: Kit) -> None:
    (agreement,) = kit.extract(said.format("Sở Y tế Hà Nam và Bệnh viện Minh Đức")).agreements
    assert agreement.status == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            (
                "Sở Y tế Hà Nam sẽ ký thỏa thuận hợp tác với Bệnh viện Minh Đức, ông Lê Bảo Long cho biết ngày 4/8/2026.\n\n"
                "Lễ ký dự kiến được tổ chức vào ngày 20/9/2026."
            ),
            "2026-09-20",
        ),
        (
            (
                "Ngày 4/8/2026, Sở Y tế Hà Nam họp bàn việc chuẩn bị ký thỏa thuận với Bệnh viện Minh Đức. "
                "Hai bên sẽ ký kết, dự kiến trong tháng 9/2026."
            ),
            "2026-09",
        ),
    ],
)  # fmt: skip
def test_the_day_for_which_a_signing_is_expected(said: str, told: str, kit: Kit) -> None:
    (agreement,) = kit.extract(said).agreements
    assert agreement.signed_on == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{WOMEN} ký kết Chương trình phối hợp năm 2022.", "2022"),
        (f"{WOMEN} tổng kết Chương trình phối hợp năm 2021 và ký kết Quy chế phối hợp năm 2022.", "2022"),
        (f"{WOMEN} tổng kết Chương trình phối hợp năm 2021, ký kết chương trình mới.", None),
        ("Ngày 15/1/2022, Công ty Mía đường An Khê và Hợp tác xã Tơ Tung ký kết hợp đồng thu mua 500 tấn mía trong năm 2022.", "2022"),
        (f"{WOMEN} ký kết quy chế phối hợp.\n\nTheo Quy chế phối hợp giai đoạn 2022 - 2026, hai bên sẽ mở 20 lớp học.", "2022/2026"),
        (f"{WOMEN} ký kết quy chế phối hợp.\n\nThực hiện Quy chế phối hợp giai đoạn 2022 - 2026, hai bên sẽ mở 20 lớp học.", "2022/2026"),
        (f"{WOMEN} ký kết quy chế phối hợp.\n\nQuy chế trước đây ký năm 2016 được sửa đổi, có hiệu lực từ ngày 1/7/2022.", "2022-07-01/.."),
        (f"{HEAD}{SIDES}Thỏa thuận có thời hạn 03 năm.", "P3Y"),
    ],
)  # fmt: skip
def test_what_time_a_document_covers(text: str, told: str | None, kit: Kit) -> None:
    assert periods(text, kit) == [told]


def test_the_year_of_what_a_meeting_signs_is_that_of_each_document(kit: Kit) -> None:
    text = (
        "Sáng 15/1/2022, diễn ra hội nghị ký kết chương trình phối hợp năm 2022.\n\nTại hội nghị, Liên đoàn Lao động tỉnh Hà Nam đã ký "
        "chương trình phối hợp với Sở Y tế Hà Nam. Hội Nông dân tỉnh Hà Nam ký quy chế với Công an tỉnh Hà Nam."
    )
    assert periods(text, kit) == ["2022", "2022"]
