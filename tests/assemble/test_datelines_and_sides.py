"""Datelines that name a paper and no place, halls before a glued comma, and signers told side by side."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Trường Đại học Cửa Lò và Công ty Cổ phần Tre Vàng ký kết chương trình hợp tác"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Báo Lào Cai, ngày 4/5/2023\n\n{SIGNED}.", None),
        (f"Thêm việc làm\n\n{SIGNED} sáng 3/5/2023.\n\nBáo Lào Cai, ngày 4/5/2023", None),
        (f"Thêm việc làm\n\nLào Cai, ngày 4/5/2023\n\n{SIGNED}.", "Lào Cai"),
    ],
)
def test_a_paper_that_a_dateline_names_is_no_place(text: str, told: str | None, kit: Kit) -> None:
    (agreement,) = kit.extract(text).agreements
    assert agreement.place == told


def test_a_venue_ends_at_a_comma_glued_to_the_next_word(kit: Kit) -> None:
    (agreement,) = kit.extract(f"Thêm việc làm\n\nSáng 4/5/2023, tại Nhà khách Hoa Sen,{SIGNED}.").agreements
    assert agreement.place == "Nhà khách Hoa Sen"


def test_signers_are_told_side_by_side(kit: Kit) -> None:
    text = "Ký chương trình về phía nhà trường có ông Đinh Quang Hải, Hiệu trưởng; về phía công ty có bà Lương Thị Mai, Giám đốc."
    (agreement,) = kit.extract(f"Thêm việc làm\n\n{SIGNED}.\n\n{text}").agreements
    names = {party.id: party.name for party in agreement.parties}
    assert [(one.name, names.get(one.party or "")) for one in agreement.signatories] == [
        ("Đinh Quang Hải", "Trường Đại học Cửa Lò"),
        ("Lương Thị Mai", "Công ty Cổ phần Tre Vàng"),
    ]
