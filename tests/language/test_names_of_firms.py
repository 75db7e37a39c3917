"""Firms and houses as news writes them: by their last word, by who manages them, with a head of their own, and in their place."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    found = kit.extract(f"Tin vắn trong ngày\n\nSáng 4/9/2022, {text}").agreements
    return [[party.name for party in one.parties] for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "lãnh đạo Hưng Thái Land và lãnh đạo Minh Đạt Realty đã ký thỏa thuận hợp tác.",
            ["Hưng Thái Land", "Minh Đạt Realty"],
        ),
        (
            "Chuỗi rạp Hoa Mận và Trường Đại học Tây Sơn ký thỏa thuận hợp tác.",
            ["Chuỗi rạp Hoa Mận", "Trường Đại học Tây Sơn"],
        ),
        (
            "Sàn giao dịch bất động sản Hoa Mận và Hãng đĩa Sao Mai ký thỏa thuận hợp tác.",
            ["Sàn giao dịch bất động sản Hoa Mận", "Hãng đĩa Sao Mai"],
        ),
        (
            "Khu nghỉ dưỡng Hoa Mận và Khu du lịch sinh thái Suối Mây ký thỏa thuận hợp tác.",
            ["Khu nghỉ dưỡng Hoa Mận", "Khu du lịch sinh thái Suối Mây"],
        ),
        (
            "Bảo hiểm xã hội cơ sở Pa Tần và UBND xã Pa Tần ký quy chế phối hợp.",
            ["Bảo hiểm xã hội cơ sở Pa Tần", "UBND xã Pa Tần"],
        ),
        (
            "Hội Phụ nữ tỉnh phối hợp với Sở Y tế tổ chức lễ ký kết quy chế phối hợp.",
            ["Hội Phụ nữ tỉnh", "Sở Y tế"],
        ),
        (
            "Sở Công Thương Lai Châu và Tổng Lãnh sự quán Đức tại TP Hồ Chí Minh ký biên bản ghi nhớ.",
            ["Sở Công Thương Lai Châu", "Tổng Lãnh sự quán Đức tại TP Hồ Chí Minh"],
        ),
        (
            "Hội Chữ thập đỏ Đức tại Lào Cai và Sở Y tế Lào Cai ký biên bản ghi nhớ.",
            ["Hội Chữ thập đỏ Đức tại Lào Cai", "Sở Y tế Lào Cai"],
        ),
    ],
)
def test_a_firm_or_office_has_its_whole_name(text: str, told: list[str], kit: Kit) -> None:
    assert parties(text, kit) == [told]


def test_who_manages_a_firm_of_one_foreign_word_signs_for_it(kit: Kit) -> None:
    text = (
        "Phân phối pin\n\nSáng 4/9/2022, Giám đốc Petrosun, ông Đinh Quang Hải và Hiệu trưởng Trường Đại học Tây Sơn, "
        "bà Lò Thị Xuân đã ký bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    names = {party.id: party.name for party in agreement.parties}
    assert [(one.name, names.get(one.party or "")) for one in agreement.signatories] == [
        ("Đinh Quang Hải", "Petrosun"),
        ("Lò Thị Xuân", "Trường Đại học Tây Sơn"),
    ]
