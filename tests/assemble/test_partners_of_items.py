"""Partners: those that items begin with, of one who holds a ceremony, counted as agents, in consortia; both governments."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SCHOOL, FIRM, WEAVERS, TEA = (
    "Trường Cao đẳng Lam Kinh",
    "Tập đoàn Hải Vân",
    "Công ty TNHH Dệt Thao Giang",
    "Viện Chè Phú Hộ",
)
BAMBOO, SHOP, CINNAMON = "Công ty Cổ phần Tre Vàng", "Công ty Chè Suối Giàng", "Hợp tác xã Quế Suối Bu"
BOARD, BRIDGE = "Ban Quản lý dự án Sông Mã", "Công ty Cầu Ba Lai"
HEALTH, FARMERS = "Sở Y tế Yên Bái", "Hội Nông dân tỉnh Yên Bái"


def told_of(text: str, kit: Kit) -> list[tuple[str, list[str]]]:
    return [(one.kind, [party.name for party in one.parties]) for one in kit.extract(text).agreements]


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [names for _, names in told_of(text, kit)]


@pytest.mark.parametrize(
    ("lead", "items", "told"),
    [
        (
            "ký kết các văn bản hợp tác với hai doanh nghiệp.",
            [
                f"{FIRM} ký hợp đồng đào tạo 40 thợ hàn.",
                f"{WEAVERS} cũng ký biên bản ghi nhớ về dạy nghề may.",
            ],
            [("contract", [SCHOOL, FIRM]), ("memorandum", [SCHOOL, WEAVERS])],
        ),
        (
            f"ký kết hợp tác với {FIRM}. Quà tặng dịp này:",
            [f"{WEAVERS} tặng 30 máy may.", f"{TEA} tặng 900 cây chè giống."],
            [("unspecified", [SCHOOL, FIRM])],
        ),
    ],
)
def test_the_partner_that_an_item_begins_with_signs_what_it_tells(
    lead: str, items: list[str], told: list[tuple[str, list[str]]], kit: Kit
) -> None:
    listed = "\n\n".join(f"- {item}" for item in items)
    text = f"{SCHOOL} ký kết hợp tác\n\nSáng 4/5/2022, {SCHOOL} {lead}\n\n{listed}"
    assert told_of(text, kit) == told


@pytest.mark.parametrize(
    ("held", "below"),
    [
        (
            "đã tổ chức ngày hội việc làm cho thanh niên; trong đó có lễ ký kết hợp tác",
            f"Lam Kinh đã ký bản ghi nhớ với {FIRM} về dạy nghề hàn. Trường cũng ký hợp đồng với {TEA} về giống chè.",
        ),
        (
            "tổ chức hội nghị tổng kết cho gần ba trăm học viên sắp ra nghề, trong đó có phần ký kết hợp tác",
            f"Trường ký với {FIRM} bản ghi nhớ về dạy nghề hàn. Lam Kinh ký với {TEA} hợp đồng về giống chè.",
        ),
    ],
)
def test_who_holds_what_several_sign_at_signs_with_each(held: str, below: str, kit: Kit) -> None:
    text = f"Lam Kinh có thêm đối tác\n\nSáng 4/5/2022, {SCHOOL} {held} với {FIRM} và {TEA}.\n\n{below}"
    assert told_of(text, kit) == [("memorandum", [SCHOOL, FIRM]), ("contract", [SCHOOL, TEA])]


def test_who_holds_a_ceremony_with_partners_told_by_their_noun_signs(kit: Kit) -> None:
    held = "tổ chức lễ khai giảng năm học mới và lễ ký kết hợp tác đào tạo với các doanh nghiệp."
    assert parties(f"Lam Kinh có thêm đối tác\n\nSáng 4/5/2022, {SCHOOL} {held}", kit) == [[SCHOOL]]


@pytest.mark.parametrize(
    ("signed", "below", "partners"),
    [
        (
            "ký kết hợp tác với hai nhà phân phối.",
            f" {SHOP} và {CINNAMON} sẽ trở thành hai cửa hàng trưng bày chiếu trúc ở miền Bắc.",
            [SHOP, CINNAMON],
        ),
        (
            "ký hợp đồng với 2 đại lý.",
            f"\n\n{SHOP} và {CINNAMON} đã chính thức là 2 đại lý bán chiếu trúc tại miền Bắc.",
            [SHOP, CINNAMON],
        ),
        (
            "ký hợp đồng cung ứng với 2 nhà cung cấp.",
            f" Hai nhà cung cấp lần lượt là {SHOP} và {CINNAMON}.",
            [SHOP, CINNAMON],
        ),
        ("ký hợp đồng với các nhà thầu.", f" {SHOP} và {CINNAMON} là ba đơn vị lâu năm trong vùng.", []),
    ],
)
def test_partners_counted_are_those_said_to_become_as_many(
    signed: str, below: str, partners: list[str], kit: Kit
) -> None:
    text = f"Tre Vàng mở rộng\n\nSáng 4/5/2022, {BAMBOO} {signed}{below}"
    assert parties(text, kit) == [[BAMBOO, *partners]]


@pytest.mark.parametrize(
    ("told", "partners"),
    [
        (f"{BRIDGE}, liên danh {BAMBOO} và {FIRM}", [BRIDGE, BAMBOO, FIRM]),
        (f"liên danh {BAMBOO} và {FIRM}", [BAMBOO, FIRM]),
    ],
)
def test_a_list_goes_on_with_those_of_a_consortium(told: str, partners: list[str], kit: Kit) -> None:
    text = f"Xây cầu Nậm Na\n\nSáng 4/5/2022, {BOARD} ký hợp đồng xây cầu với {told}."
    assert parties(text, kit) == [[BOARD, *partners]]


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        ("Việt Nam và Lào ký hiệp định giữa hai Chính phủ về trồng rừng.", ["Việt Nam", "Lào"]),
        (
            "Bộ Nội vụ và Bộ Nội vụ Lào ký kế hoạch hợp tác giữa hai Chính phủ về phòng cháy rừng.",
            ["Bộ Nội vụ", "Bộ Nội vụ Lào"],
        ),
        (
            (
                "Chính phủ Việt Nam và Chính phủ Lào ký hiệp định về trồng rừng. Hiệp định giữa hai Chính phủ có hiệu lực 5 năm."
            ),
            ["Chính phủ Việt Nam", "Chính phủ Lào"],
        ),
    ],
)
def test_both_governments_are_the_sides_told(telling: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Việt Nam - Lào hợp tác\n\nSáng 4/5/2022, tại Hà Nội, {telling}", kit) == [told]


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        ("tổ chức hội nghị tổng kết công tác phối hợp năm 2021 và ký kết quy chế phối hợp.", [[HEALTH, FARMERS]]),
        ("tổ chức hội nghị tổng kết quy chế phối hợp ký kết năm 2021.", []),
    ],
)
def test_the_year_of_what_is_reviewed_is_not_that_of_what_is_signed_too(
    telling: str, told: list[list[str]], kit: Kit
) -> None:
    assert parties(f"Hội nghị của ngành\n\nSáng nay, {HEALTH} và {FARMERS} {telling}", kit) == told
