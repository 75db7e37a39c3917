"""Who signs: judicial offices, states and their capitals, common nouns, bodies and localities of a list, partners."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit

FARMERS, BAMBOO = "Hội Nông dân tỉnh Yên Bái", "Công ty Cổ phần Tre Vàng"


def agreements(text: str, kit: Kit) -> tuple[Agreement, ...]:
    return kit.extract(f"Tin trong tuần\n\n{text}").agreements


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in agreements(text, kit)]


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    (agreement,) = agreements(text, kit)
    names = {party.id: party.name for party in agreement.parties}
    return [(one.name, names.get(one.party or "")) for one in agreement.signatories]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ("Sở Tư pháp và Tòa án nhân dân tỉnh Yên Bái", ["Sở Tư pháp tỉnh Yên Bái", "Tòa án nhân dân tỉnh Yên Bái"]),
        (
            "Sở Tư pháp, Công an và Hội Luật gia tỉnh Yên Bái",
            ["Sở Tư pháp tỉnh Yên Bái", "Công an tỉnh Yên Bái", "Hội Luật gia tỉnh Yên Bái"],
        ),
    ],
)
def test_an_office_of_justice_is_of_the_province_and_not_of_a_state(bodies: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Sáng 4/5/2022, {bodies} ký quy chế phối hợp.", kit) == [told]


@pytest.mark.parametrize(
    ("capital", "state"), [("Viêng Chăn", "Lào"), ("Phnom Penh", "Campuchia"), ("Băng Cốc", "Thái Lan")]
)
def test_a_state_is_told_by_its_name_below_its_capital(capital: str, state: str, kit: Kit) -> None:
    text = f"Ngày 4/5/2022, tại {capital}, Việt Nam và {state} ký bản ghi nhớ về trồng rừng."
    assert parties(text, kit) == [["Việt Nam", state]]


def test_a_short_form_of_the_state_is_the_state(kit: Kit) -> None:
    text = "Ngày 6/7/2022, CHXHCN Việt Nam và CHDCND Lào ký hiệp định về trồng rừng. Việt Nam sẽ cấp 200 suất học bổng."
    (agreement,) = agreements(text, kit)
    assert (agreement.parties[0].name, agreement.parties[0].aliases) == ("CHXHCN Việt Nam", ("Việt Nam",))


def test_an_office_signs_for_the_state_in_whose_name_it_does(kit: Kit) -> None:
    text = (
        "Ngày 4/5/2022, tại Hà Nội, Việt Nam và Pháp ký hiệp định về trồng rừng.\n\nThay mặt Việt Nam, Bộ trưởng Bộ Nội vụ "
        "Đỗ Văn Khoa đã ký hiệp định. Thay mặt Pháp, Bộ trưởng Bộ Y tế Jean Moreau ký hiệp định."
    )
    assert parties(text, kit) == [["Việt Nam", "Pháp"]]
    assert signers(text, kit) == [("Đỗ Văn Khoa", "Việt Nam"), ("Jean Moreau", "Pháp")]


def test_an_office_on_the_side_of_a_state_signs_for_its_body(kit: Kit) -> None:
    text = (
        "Ngày 4/5/2022, tại Hà Nội, Bộ Công an và Bộ Nội vụ Pháp ký bản ghi nhớ. "
        "Về phía Việt Nam, Bộ trưởng Bộ Công an Đỗ Văn Khoa ký bản ghi nhớ."
    )
    assert signers(text, kit) == [("Đỗ Văn Khoa", "Bộ Công an")]


@pytest.mark.parametrize(
    ("bodies", "telling", "told"),
    [
        ("Ngân hàng Sông Mã và Hội Phụ nữ tỉnh Yên Bái", "ngân hàng ký thỏa thuận", ["Ngân hàng Sông Mã", BAMBOO]),
        ("Sở Y tế Yên Bái và Bệnh viện Tâm An", "bệnh viện đã ký biên bản ghi nhớ", ["Bệnh viện Tâm An", BAMBOO]),
        ("Học viện Lam Kinh và Sở Nội vụ Yên Bái", "học viện vừa ký kết thỏa thuận", ["Học viện Lam Kinh", BAMBOO]),
        ("Tập đoàn Hải Vân và Sở Nội vụ Yên Bái", "tập đoàn cũng ký bản ghi nhớ", ["Tập đoàn Hải Vân", BAMBOO]),
        ("Tập đoàn Hải Vân, Tập đoàn Minh Khai và Sở Nội vụ Yên Bái", "tập đoàn ký bản ghi nhớ", None),
    ],
)
def test_a_common_noun_that_signs_is_the_only_body_of_its_kind(
    bodies: str, telling: str, told: list[str] | None, kit: Kit
) -> None:
    text = f"Sáng 4/5/2022, {bodies} trao quà cho 50 hộ nghèo. Dịp này, {telling} với {BAMBOO}."
    assert parties(text, kit) == ([told] if told else [])


def test_cadres_are_no_ministry(kit: Kit) -> None:
    text = (
        f"Sáng 4/5/2022, Bộ Nội vụ ký quy chế phối hợp với {FARMERS}. Sở Y tế Yên Bái dự lễ. "
        "Cán bộ sẽ tập huấn cho 200 hội viên."
    )
    assert [one.text for one in kit.extract(f"Tin trong tuần\n\n{text}").commitments] == []


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (
            "huyện Hòa An, thành phố Cao Bằng và huyện Hà Quảng",
            ["huyện Hòa An", "thành phố Cao Bằng", "huyện Hà Quảng"],
        ),
        (
            "Đoàn Thanh niên thị xã Nghĩa Lộ, thành phố Yên Bái và huyện Lục Yên",
            [
                "Đoàn Thanh niên thị xã Nghĩa Lộ",
                "Đoàn Thanh niên thành phố Yên Bái",
                "Đoàn Thanh niên huyện Lục Yên",
            ],
        ),
        ("huyện Lục Yên, tỉnh Yên Bái và huyện Bắc Hà, tỉnh Lào Cai", ["huyện Lục Yên", "huyện Bắc Hà"]),
    ],
)
def test_a_town_named_as_its_province_is_one_of_several_districts(listed: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Sáng 4/5/2022, {listed} ký giao ước thi đua.", kit) == [told]


def test_regiments_of_a_list_are_none_of_a_command_told_with_one(kit: Kit) -> None:
    text = (
        "Sáng 4/5/2022, Trung đoàn 7, Trung đoàn 9 Quân khu 2, Trung đoàn 12 và Huyện đoàn Sốp Cộp ký giao ước thi đua."
    )
    assert parties(text, kit) == [["Trung đoàn 7", "Trung đoàn 9 Quân khu 2", "Trung đoàn 12", "Huyện đoàn Sốp Cộp"]]


@pytest.mark.parametrize(
    ("document", "partner"), [("thỏa thuận hợp tác", "Bệnh viện Tâm An"), ("chương trình", FARMERS)]
)
def test_a_partner_stands_behind_cung_voi(document: str, partner: str, kit: Kit) -> None:
    text = f"Sáng 4/5/2022, Sở Y tế Yên Bái ký {document} cùng với {partner}."
    assert parties(text, kit) == [["Sở Y tế Yên Bái", partner]]


@pytest.mark.parametrize(
    "opening", ["Sáng 4/5/2022, Trường Cao đẳng Lam Kinh", "Trong chuyến thăm, đoàn Trường Cao đẳng Lam Kinh"]
)
def test_a_partner_stands_far_behind_what_is_signed(opening: str, kit: Kit) -> None:
    text = (
        f"{opening} đã ký bản ghi nhớ về việc dạy nghề hàn cho thanh niên các xã vùng cao và đưa thợ trẻ vào làm tại các "
        "xưởng đóng tàu với Tập đoàn Hải Vân."
    )
    assert parties(text, kit) == [["Trường Cao đẳng Lam Kinh", "Tập đoàn Hải Vân"]]


def test_the_state_of_the_place_where_a_body_lies_is_no_party(kit: Kit) -> None:
    text = (
        "Ngày 4/5/2022, Trường Đại học Lam Kinh ở Thanh Hóa của Việt Nam ký biên bản ghi nhớ với Đại học Lyon của Pháp."
    )
    assert parties(text, kit) == [["Trường Đại học Lam Kinh", "Đại học Lyon"]]


def test_villages_become_friends_where_nothing_else_is_signed(kit: Kit) -> None:
    text = (
        "Sáng 4/5/2022, bản Nậm Hản (xã Mường Sại, huyện Sốp Cộp, Việt Nam) và bản Phiêng Khăm (huyện Mường Ét, Lào) "
        "tổ chức lễ kết nghĩa."
    )
    assert parties(text, kit) == [["bản Nậm Hản", "bản Phiêng Khăm"]]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        (
            "Trung tâm Y tế huyện Văn Chấn, Sở Y tế và Huyện đoàn Văn Chấn",
            ["Trung tâm Y tế huyện Văn Chấn", "Sở Y tế", "Huyện đoàn Văn Chấn"],
        ),
        ("Bộ Nông, lâm nghiệp Lào và Bộ Y tế", ["Bộ Nông, lâm nghiệp Lào", "Bộ Y tế"]),
    ],
)
def test_commas_between_bodies_and_within_one(bodies: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Sáng 4/5/2022, {bodies} ký bản ghi nhớ.", kit) == [told]


@pytest.mark.parametrize(
    ("person", "other", "told"),
    [
        (
            "Trung úy Đỗ Văn Khoa, Tiểu đoàn trưởng Tiểu đoàn 7",
            "bà Vi Thị Hoa, Bí thư Huyện đoàn Sốp Cộp",
            [("Đỗ Văn Khoa", "Tiểu đoàn 7"), ("Vi Thị Hoa", "Huyện đoàn Sốp Cộp")],
        ),
        (
            "nghệ nhân Đỗ Văn Khoa, Giám đốc Hợp tác xã Gốm Phù Yên",
            "võ sư Vi Thị Hoa, Chủ tịch Liên đoàn Võ thuật Sơn La",
            [("Đỗ Văn Khoa", "Hợp tác xã Gốm Phù Yên"), ("Vi Thị Hoa", "Liên đoàn Võ thuật Sơn La")],
        ),
    ],
)
def test_ranks_and_titles_stand_before_who_signs(
    person: str, other: str, told: list[tuple[str, str]], kit: Kit
) -> None:
    text = f"Sáng 4/5/2022, đại diện hai đơn vị là {person} và {other}, ký quy chế phối hợp."
    assert signers(text, kit) == told
