"""The subjects of documents: by their names, behind "để" and quotation marks, up to a place, a state or a short name; parts taken on."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai hãng hợp tác\n\nNgày 5/1/2019, Tập đoàn Sao Nam và Công ty Ricona ký thỏa thuận hợp tác. "
STATES = "Hai nước ký kết\n\nSáng 4/5/2022, Việt Nam và Lào ký thỏa thuận. "


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        (
            "Hiệp định thương mại tự do (VLFTA) và Hiệp định Bảo hộ Đầu tư Việt Nam - Lào",
            ["thương mại tự do", "Bảo hộ Đầu tư"],
        ),
        ("Thỏa thuận khung Phát triển dự án và Hợp đồng bán khí Biển Xanh", ["Phát triển dự án", "bán khí Biển Xanh"]),
        ("hợp đồng số 27/HĐKT để chuyển nhượng một phần dự án ven sông", ["chuyển nhượng một phần dự án ven sông"]),
        ("thỏa thuận bán tên lửa tại triển lãm hàng không quốc tế", ["bán tên lửa"]),
        ("hợp đồng bán tàu và dự kiến bàn giao sau năm 2023", ["bán tàu"]),
        ('"Biên bản ghi nhớ hợp tác xây dựng cảng cạn"', ["xây dựng cảng cạn"]),
        ("hiệp định thương mại", []),
        ("hợp đồng mua bán", []),
    ],
)
def test_what_a_document_is_about(signed: str, told: list[str], kit: Kit) -> None:
    assert items(f"Hai nước ký kết\n\nSáng 4/5/2022, Việt Nam và Lào ký {signed}.", kit) == told


@pytest.mark.parametrize(
    "told",
    [
        "Hai nước đang chuẩn bị ký hiệp định vận tải hàng không.",
        "Bên cạnh việc ký hợp đồng thu mua bắp, Lào đã giúp các hộ dân.",
        "Việc ký kết này có ý nghĩa quan trọng, làm cơ sở để nhà thầu xây dựng cầu.",
    ],
)
def test_what_is_told_beside_an_agreement_is_no_subject_of_it(told: str, kit: Kit) -> None:
    assert items(STATES + told, kit) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Công ty Ricona sẽ là nhà thầu chính của dự án", "là nhà thầu chính của dự án"),
        ("Công ty Ricona sẽ trở thành nhà cung cấp thép cho dự án", "trở thành nhà cung cấp thép cho dự án"),
        ("Công ty Ricona có quyền mở các trạm bán hàng ở miền núi", "mở các trạm bán hàng ở miền núi"),
        ("Công ty Ricona được phép neo đậu cùng lúc 11 tàu chở hàng", "neo đậu cùng lúc 11 tàu chở hàng"),
        (
            "Công ty Ricona sẽ tạo mọi thuận lợi để kết nối các doanh nghiệp",
            "tạo mọi thuận lợi để kết nối các doanh nghiệp",
        ),
        (
            "Công ty Ricona sẽ góp thêm 8 triệu USD cho quỹ, song thỏa thuận này chỉ có hiệu lực trong một năm",
            "góp thêm 8 triệu USD cho quỹ",
        ),
        ("Công ty Ricona sẽ in 300 cuốn sổ tay song ngữ", "in 300 cuốn sổ tay song ngữ"),
    ],
)
def test_parts_and_rights_that_are_taken_on(said: str, told: str, kit: Kit) -> None:
    assert items(f"{SIGNED}Theo thỏa thuận, {said}.", kit) == [told]


@pytest.mark.parametrize("said", ["Công ty Ricona sẽ là doanh nghiệp hàng đầu", "hàng Việt Nam xuất khẩu sang Lào"])
def test_praise_and_goods_are_no_part(said: str, kit: Kit) -> None:
    assert items(f"{SIGNED}Theo thỏa thuận, {said}.", kit) == []


def test_an_office_of_two_states_binds_both(kit: Kit) -> None:
    told = "Bộ trưởng Quốc phòng Việt Nam và Canada đã thống nhất tiếp tục đào tạo sĩ quan."
    assert [one.actors for one in kit.extract(told).commitments] == [("Việt Nam", "Canada")]
