"""Where it was signed, as communes, events and papers tell it: a ward with its town, an event held in a town, no seat of a party."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Liên đoàn Lao động tỉnh Quảng Nam và Công ty May Trường Giang ký kết quy chế phối hợp"
HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHỎA THUẬN HỢP TÁC\n\n"
SIDES = """
BÊN A: SỞ Y TẾ TỈNH HÀ NAM
Đại diện: Ông Lê Bảo Long        Chức vụ: Giám đốc
BÊN B: BỆNH VIỆN MINH ĐỨC
Đại diện: Bà Đỗ Thu Trang        Chức vụ: Giám đốc

Điều 1. Nội dung hợp tác
1. Đào tạo 10 bác sĩ gây mê;
2. Mở phòng khám tại huyện.
Điều 2. Hiệu lực
Thỏa thuận có thời hạn 03 năm.
"""


def place(text: str, kit: Kit) -> str | None:
    (agreement,) = kit.extract(text).agreements
    return agreement.place


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("tại xã Tân Lập, huyện Bắc Quang", "xã Tân Lập, huyện Bắc Quang"),
        ("tại phường Trung Đô, thành phố Vinh, tỉnh Nghệ An", "phường Trung Đô, thành phố Vinh"),
        ("tại trụ sở UBND xã Kim Bình, huyện Kim Bảng, tỉnh Hà Nam", "xã Kim Bình, huyện Kim Bảng"),
        ("tại phường Nghĩa Lộ, tỉnh Quảng Ngãi", "phường Nghĩa Lộ"),
        ("tại Phòng Y tế huyện Ba Tri, tỉnh Bến Tre", "huyện Ba Tri"),
        ("tại Mỹ Lộc, huyện Can Lộc", "Mỹ Lộc"),
        ("tại Hoa Biển Palace, thành phố Vinh", "thành phố Vinh"),
    ],
)
def test_a_commune_is_told_with_its_district(where: str, told: str, kit: Kit) -> None:
    assert place(f"Sáng 10/10/2021, {where}, {SIGNED}.", kit) == told


def test_a_town_with_a_small_word_in_its_name_is_told_whole(kit: Kit) -> None:
    text = f"Sáng 10/10/2021, tại thị trấn Nông trường Trần Phú, {SIGNED}."
    assert place(text, kit) == "thị trấn Nông trường Trần Phú"


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("thị trấn Quế, huyện Kim Bảng", "thị trấn Quế, huyện Kim Bảng"),
        ("trụ sở UBND xã Kim Bình, huyện Kim Bảng, tỉnh Hà Nam", "xã Kim Bình, huyện Kim Bảng"),
        ("trụ sở UBND phường Lê Hồng Phong, tỉnh Hà Nam", "phường Lê Hồng Phong"),
        ("Phòng Giáo dục huyện Kim Bảng, tỉnh Hà Nam", "huyện Kim Bảng"),
    ],
)
def test_an_agreement_as_a_document_is_made_in_a_commune_with_its_district(where: str, told: str, kit: Kit) -> None:
    assert place(f"{HEAD}Hôm nay, ngày 05/3/2021, tại {where}, chúng tôi gồm:{SIDES}", kit) == told


def test_an_event_is_held_elsewhere_than_the_news_is_written(kit: Kit) -> None:
    text = (
        "Tam Kỳ, ngày 12/4/2022\n\n"
        "Công ty Ô tô Sông Tiên và Sở Công Thương tỉnh Quảng Nam đã ký biên bản ghi nhớ tại Diễn đàn doanh nghiệp tổ chức ở Hội An."
    )
    assert place(text, kit) == "Hội An"


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("tại Hội nghị kết nối cung cầu, Hợp tác xã Rau Minh Thành (huyện Tân Châu)", None),
        ("tại Hội nghị kết nối tổ chức ở thị xã Bình Long (tỉnh Bình Phước), Hợp tác xã Rau Minh Thành", "thị xã Bình Long"),
    ],
)  # fmt: skip
def test_where_a_party_sits_is_no_place_of_the_event(lead: str, told: str | None, kit: Kit) -> None:
    text = f"Sáng 12/4/2022, {lead} và Công ty Thực phẩm Sao Biển ký kết hợp đồng tiêu thụ rau."
    assert place(text, kit) == told


@pytest.mark.parametrize(
    "ground",
    [
        "theo ý kiến của Tỉnh ủy tại Thông báo số 12",
        "theo ý kiến của Tỉnh ủy tại Kết luận số 12",
    ],
)
def test_a_paper_is_no_place(ground: str, kit: Kit) -> None:
    assert place(f"Sáng 12/4/2022, {SIGNED} {ground}.", kit) is None
