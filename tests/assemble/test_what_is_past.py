"""What is told of an earlier day, of a decision or of an end, and what is news beside a review or at an event."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SCHOOL, FIRM = "Trường Đại học Nam Định", "Tập đoàn Sao Bắc"
LEAD = f"Sáng 7/6/2023, {SCHOOL} làm việc với {FIRM} về chuyển đổi số."


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    "text",
    [
        f"Nhà trường gặp doanh nghiệp\n\n{LEAD}\n\nNhà trường có 20 khoa. Cuối tháng 12/2022, {SCHOOL} và {FIRM} đã ký kết biên bản ghi nhớ hợp tác.",
        f"Nhà trường gặp doanh nghiệp\n\n{LEAD}\n\nNhà trường có 20 khoa. {SCHOOL} và {FIRM} đã ký kết biên bản ghi nhớ hợp tác từ năm 2016.",
        (
            f"Nhà trường gặp doanh nghiệp\n\n{LEAD}\n\nNhà trường có 20 khoa. Theo thỏa thuận do ông Lê Văn Tám, Hiệu trưởng {SCHOOL} và "
            f"bà Trần Thị Chín, Giám đốc {FIRM} ký kết hồi đầu năm nay, sinh viên được thực tập."
        ),
        (
            "Quyết định 22/2019/QĐ-UBND ban hành Quy chế phối hợp\n\nBan hành kèm theo Quyết định này Quy chế phối hợp giữa Sở Xây dựng tỉnh "
            "Hà Nam và Công an tỉnh Hà Nam, có hiệu lực từ ngày 20/7/2019."
        ),
        (
            "Cuộc hôn nhân tan vỡ\n\nHai ngân hàng đường ai nấy đi. Ông Lê Văn Tám cho biết hợp đồng sáp nhập giữa hai bên đã chấm dứt hiệu lực. "
            "Theo hợp đồng, Ngân hàng Sao Mai và Ngân hàng Tiên Sa ký ngày 8/5/2015, hai bên sẽ góp vốn."
        ),
        (
            "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 22/2019/QĐ-UBND\n\nQUYẾT ĐỊNH\n\n"
            "BAN HÀNH QUY CHẾ PHỐI HỢP QUẢN LÝ BẾN THỦY\n\nĐiều 1. Ban hành Quy chế phối hợp giữa Sở Xây dựng và Công an tỉnh.\n\n"
            "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n\nĐiều 3. Các sở chịu trách nhiệm thi hành."
        ),
    ],
)
def test_what_was_signed_before_or_is_decided_by_one_is_no_news(text: str, kit: Kit) -> None:
    assert parties(text, kit) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ("Thêm một chặng đường 5 năm\n\nChiều 27/5/2021, UBND tỉnh Hà Nam tổ chức hội nghị tổng kết chương trình hợp tác với "
            f"{SCHOOL} giai đoạn 2016-2020 và ký kết hợp tác giai đoạn 2021-2025."),
            [["UBND tỉnh Hà Nam", SCHOOL]],
        ),
        (
            ("Doanh nghiệp góp hơn 9 tỉ đồng\n\nChiều 29/10/2020, Hội Chữ thập đỏ tỉnh Hà Nam tiếp nhận hỗ trợ.\n\nNhiều người đến dự. Ai cũng vui. "
            "Có người góp gạo. Có người góp áo.\n\nCũng chiều 29/10, Hội Chữ thập đỏ tỉnh Hà Nam và Bưu điện tỉnh Hà Nam ký kế hoạch phối hợp vận chuyển hàng."),
            [["Hội Chữ thập đỏ tỉnh Hà Nam", "Bưu điện tỉnh Hà Nam"]],
        ),
        (
            ("Hội nghị xúc tiến đầu tư\n\nHội nghị do UBND tỉnh Hà Nam phối hợp với Bộ Công Thương tổ chức sáng 21/9/2019. UBND tỉnh Hà Nam cũng ký kết 3 "
            f"biên bản ghi nhớ. Đáng chú ý là biên bản ghi nhớ giữa UBND tỉnh Hà Nam và {FIRM} về điện mặt trời; biên bản ghi nhớ với Công ty Gỗ Trường Sinh "
            "về chế biến gỗ; biên bản ghi nhớ với Công ty Gà Đồi về chăn nuôi."),
            [["UBND tỉnh Hà Nam", FIRM], ["UBND tỉnh Hà Nam", "Công ty Gỗ Trường Sinh"], ["UBND tỉnh Hà Nam", "Công ty Gà Đồi"]],
        ),
        (
            ("Thêm vốn ODA\n\nCông hàm trao đổi về khoản vay đã được ký ngày 5/2. Đặt bút ký phía Chính phủ Việt Nam là Bộ trưởng Lê Văn Tám, phía "
            "Chính phủ Nhật Bản là Đại sứ Nakahara Yoshio."),
            [["Chính phủ Việt Nam", "Chính phủ Nhật Bản"]],
        ),
    ],
)  # fmt: skip
def test_what_is_signed_beside_something_else_is_news(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ("Chiều 3/4/2022, tại Hà Nội, Bảo tàng Gốm Bình Đàn và các cơ quan liên quan của Việt Nam đã ký hợp đồng trưng bày với Bảo tàng Arita, "
            "Nhật Bản.\n\nTheo hợp đồng, Bảo tàng Gốm Bình Đàn (Bên A) và Bảo tàng Arita, Nhật Bản (Bên B) cùng nhau tổ chức trưng bày. Bên B đảm nhiệm "
            "việc thiết kế gian hàng."),
            [["Bảo tàng Gốm Bình Đàn", "Bảo tàng Arita"]],
        ),
        (
            ("Ngày 26/10/2022, Trường Đại học Nam Định và Tập đoàn Sao Bắc ký thỏa thuận hợp tác. Nhân dịp này, Khoa Nông học của trường và Viện Lúa "
            "Nam Ô cũng ký biên bản hợp tác chi tiết."),
            [[SCHOOL, FIRM], ["Khoa Nông học", "Viện Lúa Nam Ô"]],
        ),
        (
            ("Sáng 19/3/2024, Công an tỉnh Yên Bái và Sở Y tế đã ký kết quy chế phối hợp.\n\nĐại tá Lê Văn Tám, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc "
            "Công an tỉnh Yên Bái và bác sĩ Trần Thị Chín, Giám đốc Sở Y tế ký quy chế."),
            [["Công an tỉnh Yên Bái", "Sở Y tế"]],
        ),
        (
            "Sáng 24/11/2023, Công ty Kyosei Seafoods ký hợp đồng bao tiêu 3.000 tấn tôm với Hợp tác xã tôm Cồn Mây.",
            [["Công ty Kyosei Seafoods", "Hợp tác xã tôm Cồn Mây"]],
        ),
        (
            "Chiều 8/1/2018, Bưu điện tỉnh Hà Nam và UBND TP.HCM ký thỏa thuận.\n\nBưu điện tỉnh Hà Nam ký thỏa thuận với UBND TP.HCM - Ảnh: MINH TÂM.",
            [["Bưu điện tỉnh Hà Nam", "UBND TP.HCM"]],
        ),
        (
            "Công ty Hàng hải Sao Mai vưà ký kết hợp đồng vơí Công ty Đại Phong mua 3 tàu.",
            [["Công ty Hàng hải Sao Mai", "Công ty Đại Phong"]],
        ),
    ],
)  # fmt: skip
def test_who_the_parties_are(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(f"Tin trong ngày\n\n{text}", kit) == expected


def test_who_signs_with_several_is_told_last(kit: Kit) -> None:
    text = (
        "Lễ ký kết hợp đồng\n\nNgày 6/12/2023, Viện Lúa Mekong tổ chức lễ ký các hợp đồng chuyển giao giống với Công ty Hạt Vàng, Công ty Đồng Xanh "
        "và Công ty Bông Sen.\n\nÔng Lê Văn Tám, Giám đốc Công ty Hạt Vàng, ông Phó Đức Năm, Phó Giám đốc Công ty Đồng Xanh và bà Lý Thị Sáu, Giám đốc "
        "Công ty Bông Sen cùng với ông Đặng Minh Bảy, Viện trưởng Viện Lúa Mekong, đã ký kết các hợp đồng."
    )
    signed = [[one.name for one in agreement.signatories] for agreement in kit.extract(text).agreements]
    last = "Đặng Minh Bảy"
    assert signed == [["Lê Văn Tám", last], ["Phó Đức Năm", last], ["Lý Thị Sáu", last]]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ('ký kết Chương trình "Mái ấm người lính" giai đoạn 2023-2025.', "programme"),
        ("tổ chức Chương trình ký kết thỏa thuận hợp tác chuyển đổi số.", "agreement"),
    ],
)
def test_a_programme_that_is_signed_and_one_of_a_ceremony(said: str, kind: str, kit: Kit) -> None:
    (agreement,) = kit.extract(
        f"Tin trong ngày\n\nNgày 16/4/2023, Hội Cựu chiến binh tỉnh Hà Nam phối hợp với {SCHOOL} {said}"
    ).agreements
    assert agreement.kind == kind


@pytest.mark.parametrize(
    ("said", "period"),
    [
        (
            "Bản ghi nhớ lần này dài 2 năm tính từ ngày ký, nếu không bên nào có ý kiến thì mặc nhiên kéo dài thêm 1 năm.",
            "P2Y",
        ),
        (f"Đây là bản ghi nhớ lớn nhất của {FIRM} trong 20 năm hoạt động tại Việt Nam.", None),
    ],
)
def test_terms_that_are_those_of_the_document(said: str, period: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(
        f"Tin trong ngày\n\nNgày 16/4/2023, {SCHOOL} và {FIRM} ký bản ghi nhớ hợp tác. {said}"
    ).agreements
    assert agreement.period == period


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            f"Con số được công bố tại Hội nghị Xúc tiến đầu tư tỉnh Hà Nam do {SCHOOL} tổ chức sáng 21/9/2019 tại thị xã Duy Tiên. {SCHOOL} và {FIRM} ký bản ghi nhớ.",
            "thị xã Duy Tiên",
        ),
        (
            f"Ngày 12/6/2019 tại Hà Nội, {SCHOOL} và {FIRM} ký bản ghi nhớ, theo đó {FIRM} cử một nhóm thợ thường trú tại thị xã Duy Tiên.",
            "Hà Nội",
        ),
        (f"Chiều 3/7/2021, tại Nhà thi đấu Kỳ Bá (TP Thái Bình), {SCHOOL} và {FIRM} ký bản ghi nhớ.", "TP Thái Bình"),
        (
            f"Chiều 3/7/2021, {SCHOOL} và {FIRM} ký bản ghi nhớ. Tại buổi lễ, ông Lê Văn Tám nhắc đến những bản làng ở Nam Trà My.",
            None,
        ),
        (
            f"Chiều 3/7/2021, {SCHOOL} và {FIRM} ký bản ghi nhớ. Hai bên từng ký thỏa thuận ngày 7/6/2017 tại Hải Phòng.",
            None,
        ),
    ],
)
def test_places_of_the_signing_and_of_something_else(text: str, place: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Tin trong ngày\n\n{text}").agreements
    assert agreement.place == place
