"""Where it was signed: localities, venues, datelines, closing lines and visits."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Sở Y tế Hà Nam và Bệnh viện Châu Sơn đã ký kết thỏa thuận hợp tác."
TALKS = "Bộ Y tế Việt Nam và Bộ Y tế Hungary ký biên bản ghi nhớ hợp tác"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Sáng 5/3/2019, tại hội trường UBND huyện, {SIGNED}", "hội trường UBND huyện"),
        (f"Sáng 5/3/2019, tại phòng họp B3, {SIGNED}", "phòng họp B3"),
        (f"Sáng 5/3/2019, tại Hội trường Sở Y tế và Dân số (số 9 đường Biên Hòa, TP. Phủ Lý), {SIGNED}", "TP. Phủ Lý"),
        (f"Sáng 5/3/2019, tại phường Sông Châu, {SIGNED}", "phường Sông Châu"),
        (f"SÔNG CHÂU (TTX) - {SIGNED}", "SÔNG CHÂU"),
        (f"Việt Nam - Hungary làm y tế\n\n{TALKS}.", None),
        (f"{TALKS} trong khuôn khổ cuộc họp về y tế tại Đà Nẵng.", "Đà Nẵng"),
        (f"{TALKS} trong chuyến thăm chính thức của Bộ trưởng tới Budapest.", "Budapest"),
        (f"{TALKS} trong chuyến công tác của Thứ trưởng tới nước Áo.", "Áo"),
        (f"{SIGNED}\n\nHai bên sẽ mở lớp tập huấn.\n\nPhủ Lý, tháng 3 năm 2019", "Phủ Lý"),
        (f"{SIGNED[:-1]} về khám bệnh, cấp thuốc tại huyện Lý Nhân.", None),
        (f"Phủ Lý, Việt Nam - 12/3/2021 - {SIGNED}", "Phủ Lý"),
        (f"Phủ Lý, Việt Nam – Ngày 12/3/2021, {SIGNED}", "Phủ Lý"),
        (f"{TALKS} với công ty thăm dò dầu khí tại Budapest.", None),
        (f"Ngày 12/3/2021, tại Trường Cao đẳng Sông Châu, {SIGNED}", "Trường Cao đẳng Sông Châu"),
        (f"Ngày 12/3/2021, tại buổi làm việc với Trường Cao đẳng Sông Châu, {SIGNED}", None),
        (f"Ngày 12/3/2021, tại bờ hồ Tam Chúc, {SIGNED}", "bờ hồ Tam Chúc"),
        (f"{SIGNED}\n\nHai bên gặp nhau tại Đà Nẵng.", "Đà Nẵng"),
        (f"{SIGNED}\n\nTrước đó, hai bên gặp nhau tại Đà Nẵng.", None),
        (f"{SIGNED}\n\nBệnh viện sẽ phát thuốc tại trụ sở UBND xã mỗi tháng một lần.", None),
    ],
)  # fmt: skip
def test_the_place_is_told_in_many_ways(kit: Kit, text: str, place: str | None) -> None:
    (agreement,) = kit.extract(text).agreements
    assert agreement.place == place


def test_a_ceremony_is_held_where_it_takes_place_whatever_the_document_is_about(kit: Kit) -> None:
    text = (
        "Ngày 3/4/2019, Công ty Sao Khuê và Ngân hàng Đông Hải ký biên bản ghi nhớ.\n\n"
        "Lễ ký kết thỏa thuận trao đổi dữ liệu diễn ra tại phường Sông Châu."
    )
    assert kit.extract(text).agreements[0].place == "phường Sông Châu"


def test_a_place_that_only_tells_which_ones_are_meant_is_not_where_it_was_signed(kit: Kit) -> None:
    text = (
        "Khách mua vé ở Đà Nẵng sẽ được giảm giá theo thỏa thuận vừa ký hôm 2/8.\n\n"
        "Sáng 2/8, tại phường Sông Châu, Công ty Sao Khuê và Ngân hàng Đông Hải ký thỏa thuận hợp tác."
    )
    assert kit.extract(text).agreements[0].place == "phường Sông Châu"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Theo bản ghi nhớ ký ngày 9/9 giữa Sở Y tế Hà Nam và Quỹ Hạt Gạo, quỹ xây trạm xá tại Châu Sơn.", None),
        ("Sở Y tế Hà Nam và Quỹ Hạt Gạo ký bản ghi nhớ, trong đó hai bên khảo sát tại Châu Sơn.", None),
        ("Sở Y tế Hà Nam và Quỹ Hạt Gạo ký bản ghi nhớ tại Phủ Lý, hai bên khảo sát tại Châu Sơn.", "Phủ Lý"),
        ("Theo kế hoạch, Sở Y tế Hà Nam và Quỹ Hạt Gạo sẽ ký bản ghi nhớ, ngày 9/9 tại Phủ Lý.", "Phủ Lý"),
    ],
)
def test_where_something_is_to_be_done_is_not_where_it_was_signed(text: str, place: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert agreement.place == place
