"""Foreign ministries of several fields, bodies between "hay" and "hoặc", firms behind "lãnh đạo", fields of public works."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def names(text: str, kind: NameKind, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is kind]


@pytest.mark.parametrize(
    "told",
    [
        ["Bộ Phát triển số, Đổi mới và Truyền thông Mông Cổ", "Bộ Y tế"],
        ["Bộ Nghề cá, Đất đai và Rừng ngập mặn Fiji", "Bộ Nước, Vệ sinh và Thủy lợi Kenya"],
        ["Bộ Y tế", "Bộ Nội vụ Lào", "Bộ Công an"],
    ],
)
def test_the_fields_of_a_foreign_ministry_end_with_its_state(told: list[str], kit: Kit) -> None:
    text = f"Sáng 4/5/2022, {', '.join(told[:-1])} và {told[-1]} ký bản ghi nhớ."
    assert names(text, NameKind.ORGANISATION, kit) == told


def test_a_state_beside_a_ministry_is_one_more_party(kit: Kit) -> None:
    text = "Sáng 4/5/2022, Bộ Y tế, Bộ Nội vụ và Thái Lan ký bản ghi nhớ."
    assert names(text, NameKind.ORGANISATION, kit) == ["Bộ Y tế", "Bộ Nội vụ"]
    assert names(text, NameKind.STATE, kit) == ["Thái Lan"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Nông dân có thể bán quế cho Hợp tác xã Quế Suối Bu hay Tập đoàn Hải Vân.",
            ["Hợp tác xã Quế Suối Bu", "Tập đoàn Hải Vân"],
        ),
        (
            "Học viên nộp hồ sơ tại Trường Cao đẳng Lam Kinh hoặc Công ty Cổ phần Tre Vàng.",
            ["Trường Cao đẳng Lam Kinh", "Công ty Cổ phần Tre Vàng"],
        ),
        ("Học viên thực tập tại Tập đoàn Hải Vân hay về quê.", ["Tập đoàn Hải Vân"]),
    ],
)
def test_hay_and_hoac_stand_in_no_name(text: str, told: list[str], kit: Kit) -> None:
    assert names(f"Tin\n\n{text}", NameKind.ORGANISATION, kit) == told


@pytest.mark.parametrize(
    ("text", "bodies", "persons"),
    [
        ("lãnh đạo Vinamilk và lãnh đạo Hội Nông dân tỉnh dự lễ ký", ["Vinamilk", "Hội Nông dân tỉnh"], []),
        ("lãnh đạo Petrosun, ông Đỗ Văn Khoa, ký thỏa thuận", ["Petrosun"], ["Đỗ Văn Khoa"]),
        ("lãnh đạo Đỗ Văn Khoa phát biểu", [], ["Đỗ Văn Khoa"]),
    ],
)
def test_a_firm_and_no_person_stands_behind_its_leaders(
    text: str, bodies: list[str], persons: list[str], kit: Kit
) -> None:
    text = f"Sáng 4/5/2022, {text}."
    assert (names(text, NameKind.ORGANISATION, kit), names(text, NameKind.PERSON, kit)) == (bodies, persons)


@pytest.mark.parametrize(
    "told",
    [
        ["Sở Giao thông và công chính Viêng Chăn", "Sở Y tế"],
        ["Tổng cục Biên phòng và bảo vệ biên giới Campuchia", "Cục công chính Viêng Chăn"],
    ],
)
def test_public_works_and_the_guard_of_borders_are_fields(told: list[str], kit: Kit) -> None:
    text = f"Sáng 4/5/2022, {told[0]}, {told[1]} dự hội nghị."
    assert names(text, NameKind.ORGANISATION, kit) == told


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Sở Y tế ký với 3 doanh nghiệp: Sao Bắc, Minh Phúc và Hoa Ban.",
            ["Sở Y tế", "Sao Bắc", "Minh Phúc", "Hoa Ban"],
        ),
        ("Sở Y tế ký với ba công ty gồm Sao Bắc, An Việt và Lê Gia.", ["Sở Y tế", "Sao Bắc", "An Việt", "Lê Gia"]),
        ("Sở Y tế ký với hai hợp tác xã là Chè Xanh và Rau Sạch.", ["Sở Y tế", "Chè Xanh", "Rau Sạch"]),
        ("Sở Y tế thăm 3 doanh nghiệp: Hà Nội, Hải Phòng và Cần Thơ mỗi nơi một.", ["Sở Y tế"]),
        ("Sở Y tế cử hai công ty gồm ông Lê Văn Tám và bà Vũ Thị Hoa.", ["Sở Y tế"]),
    ],
)
def test_bodies_behind_the_noun_that_counts_them(said: str, names: list[str], kit: Kit) -> None:
    analysis = language.analyse(ingest.from_text(said), kit.lexicon, kit.grammar)
    assert [one.place.of(said) for one in analysis.names if one.kind is NameKind.ORGANISATION] == names
