"""What is no body and no part of one: workers, measures, zones and towns in brackets; places of leaders are no persons."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def named(text: str, kind: NameKind, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sở Y tế Hà Nam khám sức khỏe cho NLĐ và ĐVTN.", ["Sở Y tế Hà Nam"]),
        ("Cảng Cửa Việt đón tàu 50.000 DWT.", ["Cảng Cửa Việt"]),
        (
            "Tập đoàn Hoa Ban vận hành Nhà máy Điện mặt trời Ea Súp 600 MW.",
            ["Tập đoàn Hoa Ban", "Nhà máy Điện mặt trời Ea Súp"],
        ),
        ("Công ty Cổ phần Điện Hướng Phùng 3 trồng rừng.", ["Công ty Cổ phần Điện Hướng Phùng 3"]),
        ("Công ty Cổ phần Nhựa Lạc Hồng (Nam Sách, Hải Dương) ký kết.", ["Công ty Cổ phần Nhựa Lạc Hồng"]),
        ("Chủ tịch UBND xã Thạch Sơn phát biểu.", ["UBND xã Thạch Sơn"]),
    ],
)
def test_each_body_without_what_is_none(text: str, told: list[str], kit: Kit) -> None:
    assert named(text, NameKind.ORGANISATION, kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CN Cty Hoa Sen đã trở lại làm việc.", []),
        ("Chủ tịch UBND xã Thạch Sơn phát biểu.", []),
        ("Phó Chủ tịch UBND huyện Trần Văn Bảy phát biểu.", ["Trần Văn Bảy"]),
    ],
)
def test_no_person_is_a_firm_or_a_place(text: str, told: list[str], kit: Kit) -> None:
    assert named(text, NameKind.PERSON, kit) == told


@pytest.mark.parametrize("where", ["KCN Bàu Sen", "CCN Đông Phú", "Lyon, Pháp"])
def test_a_zone_or_town_in_brackets_is_no_name_of_a_party(where: str, kit: Kit) -> None:
    text = (
        f"Ngày 6/6/2023, Công ty TNHH Dệt Phước Hải ({where}) và Trường Cao đẳng Nghề Ninh Sơn ký kết hợp tác đào tạo."
    )
    (agreement,) = kit.extract(text).agreements
    told = {name for party in agreement.parties for name in (party.name, *party.aliases)}
    assert told == {"Công ty TNHH Dệt Phước Hải", "Trường Cao đẳng Nghề Ninh Sơn"}


def test_leaders_of_a_small_place_sign_for_it(kit: Kit) -> None:
    text = "Ngày 6/6/2023, lãnh đạo huyện Sơn Tịnh và Công ty TNHH Dệt Phước Hải ký kết biên bản ghi nhớ."
    (agreement,) = kit.extract(text).agreements
    assert [one.name for one in agreement.parties] == ["huyện Sơn Tịnh", "Công ty TNHH Dệt Phước Hải"]
    assert agreement.signatories == ()


def test_a_firm_behind_what_a_plant_yields_is_a_party(kit: Kit) -> None:
    text = "Ngày 6/6/2023, Tập đoàn Hoa Ban ký hợp đồng xây Nhà máy Điện gió Hướng Phùng 48 MW với Công ty Cổ phần Xây lắp Trường An."
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Tập đoàn Hoa Ban", "Công ty Cổ phần Xây lắp Trường An"]
