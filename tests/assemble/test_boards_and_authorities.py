"""Boards of projects, authorities and their committee, legal forms, cities abroad; asides with "nơi", what one of the parties does."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai ngành ký kết\n\nNgày 3/5/2023, Công an tỉnh Hà Nam và Sở Công Thương Hà Nam ký kết quy chế phối hợp bảo vệ chợ đêm."


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ban Quản lý dự án 57", "Công ty Cổ phần Hầm Đèo Ngang"),
        ("Ban Quản lý dự án đầu tư xây dựng tỉnh Kon Tum", "Công ty Cổ phần Hầm Đèo Ngang"),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn tỉnh Hòa Bình",
            "Công ty Cổ phần Hầm Đèo Ngang",
        ),
        ("Ban QLDA các công trình thủy lợi huyện Krông Bông", "Công ty Cổ phần Hầm Đèo Ngang"),
        ("Ban Quản lý dự án điện mặt trời", "Tổng công ty Cơ khí Đông Anh"),
        ("CĐ ngành Giáo dục tỉnh Sóc Trăng", "CĐ Viên chức tỉnh Sóc Trăng"),
    ],
)
def test_boards_and_unions_have_their_whole_name(first: str, second: str, kit: Kit) -> None:
    text = f"Chiều 8/4/2024, {first} và {second} ký kết hợp đồng thuê trụ sở."
    assert parties(text, kit) == [[first, second]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chính quyền tỉnh Lâm Đồng", "UBND tỉnh Lâm Đồng"),
        ("Novalund", "Công ty Novalund A/S"),
        ("Cục Hải quan Lào Cai", "Hải quan tỉnh Lào Cai"),
        ("Cục Thuế tỉnh Lào Cai", "Thuế tỉnh Lào Cai"),
    ],
)
def test_two_names_of_one_party_by_which_it_undertakes(one: str, other: str, kit: Kit) -> None:
    text = f"Ngày 3/3/2023, {one} và Tập đoàn Hoa Ban ký bản ghi nhớ. {other} cam kết bố trí 20 ha đất."
    found = kit.extract(text)
    (agreement,), (item,) = found.agreements, found.commitments
    (actor,) = [party for party in agreement.parties if party.id in item.actors]
    assert item.agreement == agreement.id
    assert {actor.name, *actor.aliases} == {one, other}


def test_a_firm_with_its_brand_behind_a_dash_is_known_by_both(kit: Kit) -> None:
    firm, other = "Công ty Cổ phần Sữa Sông Gâm – Sogamilk", "Công ty Cổ phần Dược Hậu Giang – HG Pharma"
    text = (
        f"Ngày 2/3/2018, {firm} và {other} ký kết hợp tác chiến lược. Theo đó, Dược Hậu Giang và Sogamilk ký hợp tác về"
        " nguồn sữa. Bà Lê Chín – Tổng Giám đốc Công ty Cổ phần Sữa Sông Gâm và ông Lê Tám – Giám đốc HG Pharma cùng ký."
    )
    assert parties(text, kit) == [[firm, other]]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (", tại Aberdeen (Anh), Sở Du lịch Hà Nam và Tập đoàn Gió Bắc Hải", "Aberdeen"),
        (", Sở Du lịch Hà Nam và Tập đoàn Gió Bắc Hải (Anh)", "Hà Nội"),
    ],
)
def test_a_city_with_its_state_in_brackets_is_the_place(told: str, place: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Hà Nội (TTXVN) - Ngày 4/11/2022{told} ký bản ghi nhớ.").agreements
    assert agreement.place == place


def test_the_year_up_to_which_a_contract_lasts_is_not_that_of_its_day(kit: Kit) -> None:
    text = "Ngày 14/2, CLB Bóng đá Sông Lam và Công ty Cổ phần Nước khoáng Suối Mơ ký hợp đồng tài trợ đến hết mùa giải 2026."
    (agreement,) = kit.extract(text).agreements
    assert agreement.signed_on == "XXXX-02-14"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sáng 7/9/2021, Bộ Công Thương và Bộ Năng lượng Lào ký bản ghi nhớ trực tuyến giữa hai điểm cầu Hà Nội và Viêng Chăn.",
            ["Bộ Công Thương", "Bộ Năng lượng Lào"],
        ),
        (
            "Sáng 7/9/2021, lễ ký kết được tổ chức giữa hai đầu cầu Hà Nội và Tokyo. Tập đoàn Lam Hồng và Công ty Nước Xanh ký ghi nhớ.",
            ["Tập đoàn Lam Hồng", "Công ty Nước Xanh"],
        ),
        (
            "Sáng 7/9/2021, Bệnh viện Đông y Hà Giang, nơi lương y Phàn A Sính cố vấn, và Trường Cao đẳng Dược Na Hang ký thỏa thuận.",
            ["Bệnh viện Đông y Hà Giang", "Trường Cao đẳng Dược Na Hang"],
        ),
        (
            "Ngày 4/11/2022, Viện Lúa Sông Hậu, nơi Quỹ Khuyến học An Cư đặt văn phòng, đã ký kết thỏa thuận với Công ty Giống Cửu Long.",
            ["Viện Lúa Sông Hậu", "Công ty Giống Cửu Long"],
        ),
    ],
)  # fmt: skip
def test_bridges_and_asides_are_no_parties(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Hai bên thống nhất việc Sở Công Thương lập danh sách tiểu thương.", [("Sở Công Thương Hà Nam", "lập danh sách tiểu thương")]),
        ("Hai bên nhất trí về việc Công an tỉnh lắp 12 camera tại chợ.", [("Công an tỉnh Hà Nam", "lắp 12 camera tại chợ")]),
        ("Hai ngành cũng thỏa thuận về việc mở chốt gác chung.", [("all", "mở chốt gác chung")]),
        ("Theo quy chế, khi nhận được tin, Công an tỉnh cử tổ công tác đến chợ.", [("Công an tỉnh Hà Nam", "cử tổ công tác đến chợ")]),
        ("Theo đó, lãnh đạo tỉnh tin tưởng hai bên cử cán bộ xác minh.", []),
    ],
)  # fmt: skip
def test_what_parties_agree_that_one_or_all_do(content: str, told: list[tuple[str, str]], kit: Kit) -> None:
    found = kit.extract(f"{SIGNED} {content}")
    names = {party.id: party.name for one in found.agreements for party in one.parties}
    pledges = [one for one in found.commitments if one.kind == "pledge"]
    assert [("all" if one.actors == "all" else names[one.actors[0]], one.text) for one in pledges] == told


def test_a_vow_of_emulation_tells_its_term(kit: Kit) -> None:
    text = "Sáng 4/5/2023, UBND xã Nậm Cắn và Đồn Biên phòng Nậm Cắn ký kết giao ước. Bản giao ước kéo dài 3 năm."
    (agreement,) = kit.extract(text).agreements
    assert agreement.period == "P3Y"
