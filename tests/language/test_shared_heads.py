"""Offices listed behind one head, by their fields or their places, and stations told without a name."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def parties(text: str, kit: Kit) -> list[str]:
    return [party.name for one in kit.extract(text).agreements for party in one.parties]


@pytest.mark.parametrize(
    ("told", "offices"),
    [
        ("các sở: Y tế, Nội vụ, Tài chính", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("các sở Y tế, Nội vụ, Tài chính", ["sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("3 sở: Công Thương, Xây dựng và Du lịch", ["Sở Công Thương", "Sở Xây dựng", "Sở Du lịch"]),
        (
            "các Sở Văn hóa, Thể thao và Du lịch, Giáo dục và Đào tạo, GTVT",
            ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở GTVT"],
        ),
        (
            "các sở: Lao động - Thương binh và Xã hội, Tư pháp; Tỉnh đoàn",
            ["Sở Lao động - Thương binh và Xã hội", "Sở Tư pháp", "Tỉnh đoàn"],
        ),
        (
            "các sở Y tế, Nội vụ và Ngoại vụ tỉnh Nam Định",
            ["sở Y tế tỉnh Nam Định", "Sở Nội vụ tỉnh Nam Định", "Sở Ngoại vụ tỉnh Nam Định"],
        ),
        ("các bộ: Nội vụ, Công an, Quốc phòng", ["Bộ Nội vụ", "Bộ Công an", "Bộ Quốc phòng"]),
        ("Sở Xây dựng, Y tế và Hội Luật gia", ["Sở Xây dựng", "Sở Y tế", "Hội Luật gia"]),
    ],
)
def test_offices_told_by_their_fields_behind_one_head_are_each_a_party(told: str, offices: list[str], kit: Kit) -> None:
    text = f"Hội Nhà báo Kẻ Bàng ký kết chương trình phối hợp với {told}."
    assert parties(text, kit) == ["Hội Nhà báo Kẻ Bàng", *offices]


def test_offices_told_by_their_fields_sign_as_subjects_too(kit: Kit) -> None:
    text = "Ba sở: Y tế, Nội vụ và Tài chính tỉnh Nam Định vừa ký kết quy chế phối hợp."
    assert parties(text, kit) == [
        "Sở Y tế tỉnh Nam Định", "Sở Nội vụ tỉnh Nam Định", "Sở Tài chính tỉnh Nam Định",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Nam Định", "Sở Văn hóa, Thể thao và Du lịch tỉnh Nam Định"),
        ("Sở Lao động, Thương binh và Xã hội tỉnh Nam Định", "Sở Lao động, Thương binh và Xã hội tỉnh Nam Định"),
        ("Sở Nông nghiệp và Môi trường tỉnh Nam Định", "Sở Nông nghiệp và Môi trường tỉnh Nam Định"),
    ],
)
def test_one_office_of_several_fields_stays_one(told: str, one: str, kit: Kit) -> None:
    assert parties(f"Hội Nhà báo Kẻ Bàng ký kết chương trình phối hợp với {told}.", kit)[1:] == [one]


def test_a_body_of_its_own_behind_an_office_keeps_its_name(kit: Kit) -> None:
    text = "Hội Nhà báo Kẻ Bàng ký kết chương trình phối hợp với Sở Y tế, Công an tỉnh Nam Định."
    assert parties(text, kit)[1:] == ["Sở Y tế tỉnh Nam Định", "Công an tỉnh Nam Định"]


@pytest.mark.parametrize("head", ["công an", "sở du lịch", "hội nông dân"])
def test_bodies_of_several_provinces_share_a_head_in_small_letters(head: str, kit: Kit) -> None:
    text = f"Công an tỉnh Phú Yên ký quy chế phối hợp với {head} các tỉnh Hà Nam, Nam Định và Thái Bình."
    assert parties(text, kit)[1:] == [f"{head} tỉnh Hà Nam", f"{head} Nam Định", f"{head} Thái Bình"]


@pytest.mark.parametrize(
    "station",
    [
        "Đài Phát thanh - Truyền hình",
        "Đài PT-TH",
        "Đài Phát thanh và Truyền hình",
        "Báo và Đài Phát thanh, truyền hình",
    ],
)
def test_a_station_beside_others_needs_no_name(station: str, kit: Kit) -> None:
    text = f"Hội Nông dân tỉnh Hà Nam, {station} và Tỉnh đoàn ký kết chương trình phối hợp."
    assert parties(text, kit)[1] == station
