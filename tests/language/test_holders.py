"""Where an office ends and the name of who holds it begins, by names that the document tells elsewhere."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


@pytest.mark.parametrize(
    ("before", "told", "signers"),
    [
        (
            "huyện Lâm Hà và quận Long Thành ký thỏa thuận kết nghĩa",
            "Chủ tịch UBND huyện Lâm Hà Nguyễn Bá Thược và Chủ tịch UBND quận Long Thành Vũ Thị Ngọc Oanh",
            ["Nguyễn Bá Thược", "Vũ Thị Ngọc Oanh"],
        ),
        (
            "Sở Du lịch Gia Lai và Công ty Cổ phần Hòa Sơn ký thỏa thuận",
            "Giám đốc Sở Du lịch Lê Cảnh Dương và Tổng Giám đốc Hòa Sơn Mai Xuân Triều",
            ["Lê Cảnh Dương", "Mai Xuân Triều"],
        ),
        (
            "Hãng hàng không Sao Nam ký thỏa thuận với hãng Kaveri Air của Ấn Độ",
            "Tổng giám đốc Sao Nam Nguyễn Khắc Duy và Chủ tịch Kaveri Air Anil Deshpande",
            ["Nguyễn Khắc Duy", "Anil Deshpande"],
        ),
    ],
)
def test_a_body_told_elsewhere_is_no_part_of_a_persons_name(
    before: str, told: str, signers: list[str], kit: Kit
) -> None:
    found = kit.extract(f"Lễ ký kết\n\nNgày 15/6/2018, {before}. {told} ký thỏa thuận.").agreements
    assert [one.name for one in found[0].signatories] == signers
    assert [one.party for one in found[0].signatories] == ["p1", "p2"]


def test_a_family_name_that_no_body_ends_with_stays_with_the_person(kit: Kit) -> None:
    text = "Ngày 15/6/2018, Giám đốc Sở Du lịch Gia Lai Sơn Mai Triều và ông Lê Văn Tám, Giám đốc Bảo tàng Gia Lai ký thỏa thuận."
    found = kit.extract(text).agreements
    assert [one.name for one in found[0].signatories] == ["Sơn Mai Triều", "Lê Văn Tám"]
