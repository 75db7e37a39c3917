"""Agreements that are told as reached, and partners with whom a host joins hands beside what it signs."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in kit.extract(text).agreements]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Công ty Cổ phần Sao Khuê đã đạt được thỏa thuận với Tập đoàn Ba Khe về cung ứng than.", [["Công ty Cổ phần Sao Khuê", "Tập đoàn Ba Khe"]]),
        ("Công ty Cổ phần Sao Khuê và Tập đoàn Ba Khe đạt thỏa thuận hợp tác về cung ứng than.", [["Công ty Cổ phần Sao Khuê", "Tập đoàn Ba Khe"]]),
        ("Công ty Cổ phần Sao Khuê đã đạt được thỏa thuận mua ba tàu của Tập đoàn Ba Khe.", [["Công ty Cổ phần Sao Khuê", "Tập đoàn Ba Khe"]]),
        ("Công ty Cổ phần Sao Khuê vẫn chưa đạt được thỏa thuận với Tập đoàn Ba Khe.", []),
        ("Công ty Cổ phần Sao Khuê hy vọng đạt thỏa thuận với Tập đoàn Ba Khe.", []),
        ("Công ty Cổ phần Sao Khuê bác tin ký hợp đồng với Tập đoàn Ba Khe.", []),
        ("Công ty Cổ phần Sao Khuê phủ nhận việc ký hợp đồng với Tập đoàn Ba Khe.", []),
        ("Sau Lào, Thái Lan cũng ký thỏa thuận mua 30 hệ thống phòng không của Nga.", [["Thái Lan", "Nga"]]),
        ("Bên cạnh Công ty Cổ phần Sao Khuê, Tập đoàn Ba Khe cũng ký thỏa thuận với UBND tỉnh Cao Bằng.", [["Tập đoàn Ba Khe", "UBND tỉnh Cao Bằng"]]),
    ],
)  # fmt: skip
def test_what_is_reached_is_an_agreement(text: str, told: list[list[str]], kit: Kit) -> None:
    assert parties(text, kit) == told


SIGNED = "Sáng 5/3, Công ty Cổ phần Sao Khuê và UBND tỉnh Cao Bằng ký thỏa thuận trồng rừng."


def test_a_host_joins_hands_with_one_more(kit: Kit) -> None:
    record = kit.extract(
        f"{SIGNED}\n\nCông ty Cổ phần Sao Khuê cũng bắt tay với Học viện Ba Khe (Pháp) mở 3 trường nghề."
    )
    assert [party.name for party in record.agreements[1].parties] == ["Công ty Cổ phần Sao Khuê", "Học viện Ba Khe"]
    assert [one.text for one in record.commitments if one.agreement == "a2"] == ["mở 3 trường nghề"]


@pytest.mark.parametrize(
    "text",
    [
        "Trước đó, Công ty Cổ phần Sao Khuê bắt tay với Học viện Ba Khe mở 3 trường nghề.",
        "Tập đoàn Hòa Sơn bắt tay với Học viện Ba Khe mở 3 trường nghề.",
    ],
)
def test_others_or_earlier_ones_do_not(text: str, kit: Kit) -> None:
    assert len(parties(f"{SIGNED}\n\n{text}", kit)) == 1


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ("Sở Công Thương các tỉnh Lào Cai, Yên Bái và TP. Hải Phòng", ["Lào Cai", "Yên Bái", "TP. Hải Phòng"]),
        ("Sở Công Thương Lào Cai, Yên Bái, Sơn La và thành phố Hải Phòng", ["Lào Cai", "Yên Bái", "Sơn La", "thành phố Hải Phòng"]),
        ("Sở Công Thương các tỉnh, thành phố Lào Cai, Yên Bái, Hải Phòng", ["Lào Cai", "Yên Bái", "Hải Phòng"]),
    ],
)  # fmt: skip
def test_the_head_is_shared_with_the_city_at_the_end(bodies: str, told: list[str], kit: Kit) -> None:
    found = parties(f"{bodies} ký kết chương trình hợp tác.", kit)[0]
    assert len(found) == len(told)
    assert all(
        name.startswith("Sở Công Thương") and name.endswith(place) for name, place in zip(found, told, strict=True)
    )
