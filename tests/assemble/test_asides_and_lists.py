"""Lists numbered "1-", acts behind an adverb, asides between dashes, and where an item ends."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai đơn vị ký kết quy chế phối hợp\n\nNgày 3/5/2023, Sở Du lịch Hà Nam và Sở Công Thương Hà Nam ký kết quy chế phối hợp"


def told(text: str, kit: Kit) -> list[tuple[str, str]]:
    """Who acts, by name, and what each item says."""
    found = kit.extract(text)
    names = {party.id: party.name for one in found.agreements for party in one.parties}
    return [
        ("all" if one.actors == "all" else names.get(one.actors[0], one.actors[0]), one.text)
        for one in found.commitments
    ]


@pytest.mark.parametrize(
    ("listed", "items"),
    [
        (
            "1-Tăng cường kiểm tra giá phòng nghỉ.\n\n2-Lập đường dây nóng tiếp nhận phản ánh của du khách.",
            [
                ("all", "Tăng cường kiểm tra giá phòng nghỉ"),
                ("all", "Lập đường dây nóng tiếp nhận phản ánh của du khách"),
            ],
        ),
        (
            "1- Sở Công Thương bố trí gian hàng đặc sản tại bến xe.\n\n2- Các bên cung cấp lịch lễ hội cho nhau.",
            [
                ("Sở Công Thương Hà Nam", "bố trí gian hàng đặc sản tại bến xe"),
                ("all", "cung cấp lịch lễ hội cho nhau"),
            ],
        ),
        (
            "1/ Hai bên trao đổi danh sách nhà hàng.\n\n2/ Sở Du lịch lắp biển chỉ đường ra chợ.",
            [("all", "trao đổi danh sách nhà hàng"), ("Sở Du lịch Hà Nam", "lắp biển chỉ đường ra chợ")],
        ),
    ],
)
def test_items_and_who_acts_behind_their_numbers(listed: str, items: list[tuple[str, str]], kit: Kit) -> None:
    assert told(f"{SIGNED} với các nội dung sau:\n\n{listed}", kit) == items


@pytest.mark.parametrize(
    ("content", "items"),
    [
        (
            "Theo quy chế, hai bên thường xuyên cung cấp lịch lễ hội cho nhau; Sở Công Thương kịp thời thông báo giá cả.",
            [("all", "cung cấp lịch lễ hội cho nhau"), ("Sở Công Thương Hà Nam", "thông báo giá cả")],
        ),
        ("Hai bên thường xuyên cung cấp lịch lễ hội cho nhau trong những năm qua.", []),
        (
            "Theo quy chế, Sở Công Thương bố trí chỗ ở bảo đảm vệ sinh cho tiểu thương.",
            [("Sở Công Thương Hà Nam", "bố trí chỗ ở bảo đảm vệ sinh cho tiểu thương")],
        ),
        (
            "Theo quy chế, Sở Công Thương bảo đảm an toàn cho tiểu thương.",
            [("Sở Công Thương Hà Nam", "bảo đảm an toàn cho tiểu thương")],
        ),
        (
            "Theo quy chế, Sở Du lịch hỗ trợ 60% chi phí thuê gian hàng, phần còn lại do làng nghề chi trả.",
            [("Sở Du lịch Hà Nam", "hỗ trợ 60% chi phí thuê gian hàng")],
        ),
        (
            "Trong đó có các điểm: mở tuyến xe buýt du lịch; lắp biển chỉ dẫn bằng hai thứ tiếng.",
            [("all", "mở tuyến xe buýt du lịch"), ("all", "lắp biển chỉ dẫn bằng hai thứ tiếng")],
        ),
        (
            "Hai bên sẽ tập huấn nghiệp vụ cho cán bộ cấp xã, cấp thôn, cấp phường.",
            [("all", "tập huấn nghiệp vụ cho cán bộ cấp xã, cấp thôn, cấp phường")],
        ),
        (
            "Hai bên sẽ mở lớp thuyết minh viên, cấp thẻ hành nghề.",
            [("all", "mở lớp thuyết minh viên"), ("all", "cấp thẻ hành nghề")],
        ),
    ],
)
def test_where_an_act_begins_and_ends(content: str, items: list[tuple[str, str]], kit: Kit) -> None:
    assert told(f"{SIGNED}. {content}", kit) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Công ty Cổ phần Dừa Bến Thạnh - doanh nghiệp chế biến dừa ở Giồng Trôm - cam kết thu mua 2.000 tấn cơm dừa của nông dân.",
            [("Công ty Cổ phần Dừa Bến Thạnh", "thu mua 2.000 tấn cơm dừa của nông dân")],
        ),
        (
            "Ngân hàng TMCP Hải Đăng - ngân hàng thương mại đầu tiên ở Rạch Giá - cam kết cho vay 300 tỷ đồng.",
            [("Ngân hàng TMCP Hải Đăng", "cho vay 300 tỷ đồng")],
        ),
    ],
)
def test_who_undertakes_behind_an_aside(text: str, items: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == items


def test_who_signs_behind_an_aside(kit: Kit) -> None:
    text = (
        "Sáng 3/4/2023, Công ty TNHH Mây tre Chàng Sơn - doanh nghiệp xuất khẩu mây tre - và Trường Trung cấp Nghề Thạch Hòa "
        "ký kết hợp đồng đào tạo."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [
        "Công ty TNHH Mây tre Chàng Sơn",
        "Trường Trung cấp Nghề Thạch Hòa",
    ]
