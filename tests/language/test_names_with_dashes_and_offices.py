"""Names with a dash between blanks, cooperatives by what they make, offices in a row, and what is no name."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import Analysis, NameKind
from camket.folding import fold
from camket.run.flow import Kit


def analysed(text: str, kit: Kit) -> Analysis:
    return language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Tổng thống Hàn Quốc Moon Jae - in phát biểu.", "Moon Jae - in"),
        ("Bộ trưởng Thống nhất Hàn Quốc Cho Myoung - gyon phát biểu.", "Cho Myoung - gyon"),
        ("Ông Jeong Se - hyun phát biểu.", "Jeong Se - hyun"),
        ("Ông Lee Kim - em trai ông Lê Văn Tám phát biểu.", "Lee Kim"),
        ("Ông Steve Jobs - con một giáo viên - phát biểu.", "Steve Jobs"),
    ],
)
def test_a_dash_with_blanks_in_a_korean_name(said: str, name: str, kit: Kit) -> None:
    found = [one.place.of(said) for one in analysed(said, kit).names if one.kind is NameKind.PERSON]
    assert found[0] == name


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Hợp tác xã tôm Cồn Mây và HTX rau sạch Đồi Chè ký.", ["Hợp tác xã tôm Cồn Mây", "HTX rau sạch Đồi Chè"]),
        ("Hợp tác xã nuôi tôm Tân Tiến ký.", ["Hợp tác xã nuôi tôm Tân Tiến"]),
        ("Tháng 9, Sao Khuê Corp và Tập đoàn Sao Bắc sẽ ký.", ["Sao Khuê Corp", "Tập đoàn Sao Bắc"]),
        ("HĐND TP Hà Tĩnh khóa X thông qua.", ["HĐND TP Hà Tĩnh"]),
        ("Sở Y tế ký với UBND TP.HCM - Ảnh: MINH TÂM.", ["Sở Y tế", "UBND TP.HCM"]),
        ("Tập đoàn Trường Vũ đăng ký tham gia.", ["Tập đoàn Trường Vũ"]),
        ("Ban Quản lý Khu kinh tế Nghi Sơn và Cảnh sát PCCC tỉnh Hà Nam ký.",
         ["Ban Quản lý Khu kinh tế Nghi Sơn", "Cảnh sát PCCC tỉnh Hà Nam"]),
        ("Vườn quốc gia Bù Đăng và Biên phòng Cà Xi ký.", ["Vườn quốc gia Bù Đăng", "Biên phòng Cà Xi"]),
        ("Cảng Cái Lân và Hoa tiêu khu vực II ký.", ["Cảng Cái Lân", "Hoa tiêu khu vực II"]),
        ("Nhà hát Nghệ thuật truyền thống và Bưu cục Trung tâm ký.",
         ["Nhà hát Nghệ thuật truyền thống", "Bưu cục Trung tâm"]),
        ("Tiểu đoàn Cảnh sát cơ động số 2 và Nhà văn hóa Lao động ký.",
         ["Tiểu đoàn Cảnh sát cơ động số 2", "Nhà văn hóa Lao động"]),
    ],
)  # fmt: skip
def test_where_the_name_of_a_body_begins_and_ends(said: str, names: list[str], kit: Kit) -> None:
    found = [one.place.of(said) for one in analysed(said, kit).names if one.kind is NameKind.ORGANISATION]
    assert found == names


def test_offices_in_a_row_are_told_of_one_person(kit: Kit) -> None:
    said = "Đồng chí Lê Văn Tám, Ủy viên Ban Chấp hành Đảng bộ tỉnh, Bí thư Đảng ủy, Giám đốc Sở Y tế ký."
    (person,) = (one for one in analysed(said, kit).names if one.kind is NameKind.PERSON)
    assert person.extent.of(said) == said.removesuffix(" ký.")


def test_a_bracket_behind_the_state_of_a_body_is_its_own(kit: Kit) -> None:
    said = "Bảo tàng Arita, Nhật Bản (Bên B) cử 5 chuyên gia."
    (body,) = analysed(said, kit).names
    assert body.acronym is not None
    assert (body.place.of(said), body.acronym.of(said)) == ("Bảo tàng Arita", "Bên B")


@pytest.mark.parametrize(
    ("said", "folded"),
    [("vơí giưã cuả", "với giữa của"), ("hôị đâù biêủ", "hội đầu biểu"), ("quả già quạ", "quả già quạ"), ("nghiã muà", "nghĩa mùa")],
)  # fmt: skip
def test_a_tone_on_the_wrong_vowel_of_a_pair_is_folded(said: str, folded: str) -> None:
    assert fold(said) == folded


def test_two_offices_of_one_commune_in_a_row_are_two(kit: Kit) -> None:
    text = (
        "Ký quy chế\n\nSáng 5/9/2025, Trung tâm Phục vụ hành chính công xã Đồng Vân, Công an xã Đồng Vân và Phòng Kinh tế xã Đồng Vân "
        "ký quy chế phối hợp."
    )
    (agreement,) = kit.extract(text).agreements
    assert [party.name for party in agreement.parties] == [
        "Trung tâm Phục vụ hành chính công xã Đồng Vân",
        "Công an xã Đồng Vân",
        "Phòng Kinh tế xã Đồng Vân",
    ]
