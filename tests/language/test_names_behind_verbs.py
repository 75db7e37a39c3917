"""Names beside verbs, goods and numbers: where a body ends that gives, or is given, something, and whose delegation comes."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def told_of(text: str, kit: Kit, *kinds: NameKind) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind in kinds]


def bodies(text: str, kit: Kit) -> list[str]:
    return told_of(f"Tin trong huyện\n\n{text}", kit, NameKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "UBND phường Ngọc Hà tặng Trường Mầm non Hoa Mận nhiều đồ chơi.",
            ["UBND phường Ngọc Hà", "Trường Mầm non Hoa Mận"],
        ),
        (
            "Câu lạc bộ Tình Thương tặng Trạm Y tế xã Pa Tần, Trường Tiểu học Pa Tần hai tủ thuốc.",
            ["Câu lạc bộ Tình Thương", "Trạm Y tế xã Pa Tần", "Trường Tiểu học Pa Tần"],
        ),
        (
            "UBND phường Ngọc Hà giao Trường Mầm non Hoa Mận đón trẻ sớm.",
            ["UBND phường Ngọc Hà", "Trường Mầm non Hoa Mận"],
        ),
    ],
)
def test_a_verb_before_a_body_is_no_part_of_the_name_before_it(text: str, told: list[str], kit: Kit) -> None:
    assert bodies(text, kit) == told


@pytest.mark.parametrize(
    "goods",
    [
        "máy tính, máy in",
        "thuốc men, xe đạp",
        "thuốc chữa bệnh và quà Tết",
        "phần mềm kế toán và giấy in",
    ],
)
def test_goods_behind_a_commune_are_no_field_of_its_school(goods: str, kit: Kit) -> None:
    assert bodies(f"Đoàn trao cho Trường Tiểu học xã Ea Pô {goods}.", kit) == ["Trường Tiểu học xã Ea Pô"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hội Phụ nữ xã Xá Nhè giúp Trạm Y tế xã 12 tủ thuốc.", "Trạm Y tế xã 12"),
        ("Đoàn thiện nguyện tới Hội Chữ thập đỏ huyện 3 lần.", "Hội Chữ thập đỏ huyện 3"),
    ],
)
def test_communes_and_districts_in_the_country_have_no_number(text: str, told: str, kit: Kit) -> None:
    assert told not in bodies(text, kit)


def test_wards_and_districts_of_a_city_have_one(kit: Kit) -> None:
    assert bodies("Công an phường 12 và UBND quận 3 họp bàn.", kit) == ["Công an phường 12", "UBND quận 3"]


@pytest.mark.parametrize(
    "told",
    [
        ["Trạm Y tế phường Vĩnh Long Đông", "Trường Mầm non phường Hà Tĩnh Bắc"],
        ["UBND phường Hải Dương Tây", "Công an xã Lai Châu Nam"],
        ["Sở Y tế Hà Tĩnh", "Công an thành phố Vinh"],
    ],
)
def test_wards_named_for_a_town_keep_their_direction(told: list[str], kit: Kit) -> None:
    assert bodies(f"Sáng qua, {told[0]} và {told[1]} họp bàn việc tiêm phòng.", kit) == told


@pytest.mark.parametrize(
    "told",
    ["Công an tỉnh Lào Cai", "Bộ đội Biên phòng Lai Châu", "Hội đồng nhân dân tỉnh Sơn La"],
)
def test_the_delegation_of_a_body_is_no_person_of_that_family_name(told: str, kit: Kit) -> None:
    text = f"Đoàn {told} thăm Lữ đoàn 82."
    assert bodies(text, kit) == [told, "Lữ đoàn 82"]
    assert told_of(text, kit, NameKind.PERSON) == []


@pytest.mark.parametrize("name", ["Đoàn Công Minh", "Đoàn Thị Hương"])
def test_a_person_of_that_family_name_stays_one(name: str, kit: Kit) -> None:
    assert told_of(f"Tin\n\nSáng qua, {name} và Công an tỉnh Lào Cai gặp nhau.", kit, NameKind.PERSON) == [name]


def test_ty_is_the_head_of_a_body_and_its_leader_an_office(kit: Kit) -> None:
    text = "Ty Giáo dục Lai Châu và Ty Nông lâm thủy lợi tỉnh Hủa Phăn gặp nhau."
    assert bodies(text, kit) == ["Ty Giáo dục Lai Châu", "Ty Nông lâm thủy lợi tỉnh Hủa Phăn"]
    text = "Tin tức\n\nTrưởng Ty Y tế Sơn La Lò Văn Hặc gặp dân."
    assert told_of(text, kit, NameKind.ORGANISATION, NameKind.PERSON) == ["Lò Văn Hặc", "Ty Y tế Sơn La"]


def test_offices_of_banks_are_bodies_with_or_without_a_bracket(kit: Kit) -> None:
    text = "Phòng giao dịch Tủa Chùa và Agribank Phòng giao dịch (PGD) Tam Đường mở cửa."
    assert bodies(text, kit) == ["Phòng giao dịch Tủa Chùa", "Agribank Phòng giao dịch (PGD) Tam Đường"]


def test_a_bracket_that_shortens_a_head_inside_the_name_does_not_end_it(kit: Kit) -> None:
    text = "Bộ đội Biên phòng Đồn Biên phòng (ĐBP) Pa Tần tuần tra."
    assert bodies(text, kit) == ["Bộ đội Biên phòng Đồn Biên phòng (ĐBP) Pa Tần"]


@pytest.mark.parametrize("firm", ["Golden Coral Marine Lines", "Silver Wind Energy"])
def test_a_person_does_not_take_the_words_of_a_foreign_firm(firm: str, kit: Kit) -> None:
    text = f"Tin\n\nTập đoàn {firm} mở văn phòng. Phó Chủ tịch {firm} Takeshi Mori phát biểu."
    assert told_of(text, kit, NameKind.PERSON) == ["Takeshi Mori"]
