"""Ceremonies of one host with several partners, who is meant by a common noun there, and on what day it was."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def told_of(text: str, kit: Kit) -> list[tuple[str, list[str]]]:
    return [(one.kind, [party.name for party in one.parties]) for one in kit.extract(text).agreements]


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [sorted(names) for _, names in told_of(text, kit)]


def test_each_partner_has_the_kind_of_document_told_with_it(kit: Kit) -> None:
    text = (
        "Hợp tác mới\n\nSáng 6/6/2023, Trường Đại học Cửa Lò ký biên bản ghi nhớ với Viện Chè Phú Hộ "
        "và hợp đồng tài trợ với Công ty Cổ phần Tre Vàng."
    )
    assert told_of(text, kit) == [
        ("memorandum", ["Trường Đại học Cửa Lò", "Viện Chè Phú Hộ"]),
        ("contract", ["Trường Đại học Cửa Lò", "Công ty Cổ phần Tre Vàng"]),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "giai đoạn 2024 - 2028 và ký hợp đồng với Bệnh viện Tâm An",
            ["2024/2028", None],
        ),
        (
            "giai đoạn 2024 - 2027 và với Bệnh viện Tâm An giai đoạn 2024 - 2030",
            ["2024/2027", "2024/2030"],
        ),
    ],
)
def test_the_years_told_before_a_partner_are_those_of_another(text: str, told: list[str | None], kit: Kit) -> None:
    text = f"Sở ký kết\n\nNgày 7/3/2024, Sở Y tế Lào Cai ký chương trình phối hợp với Hội Nông dân tỉnh {text}."
    assert [one.period for one in kit.extract(text).agreements] == told


def test_who_holds_the_ceremony_signs_with_the_partner_told_next(kit: Kit) -> None:
    text = (
        "Thêm một đối tác\n\nNgày 9/10/2024, Trường Đại học Cửa Lò tổ chức lễ ký kết. "
        "Thỏa thuận hợp tác được ký với Tập đoàn Minh Khai."
    )
    assert told_of(text, kit) == [("agreement", ["Trường Đại học Cửa Lò", "Tập đoàn Minh Khai"])]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Chiều 12/9/2023, Sở Ngoại vụ tỉnh Sơn La đón tiếp Sở Ngoại vụ tỉnh Hủa Phăn (Lào). "
            "Tại buổi tiếp, hai bên ký biên bản ghi nhớ hợp tác."
        ),
        (
            "Chiều 12/9/2023, Chủ tịch UBND tỉnh Sơn La tiếp xã giao lãnh đạo Tập đoàn Minh Khai. "
            "Nhân dịp này, Sở Công Thương Sơn La và Tập đoàn Minh Khai ký bản ghi nhớ về kho vận."
        ),
    ],
)
def test_the_day_of_a_reception_is_that_of_what_is_signed_there(text: str, kit: Kit) -> None:
    (agreement,) = kit.extract(f"Tiếp khách\n\n{text}").agreements
    assert agreement.signed_on == "2023-09-12"


def test_a_firm_told_with_its_state_is_the_one_told_without(kit: Kit) -> None:
    text = (
        "Doanh nghiệp ký kết\n\nNgày 7/3/2024, Trường Đại học Cửa Lò ký bản ghi nhớ với Công ty Cổ phần Mekong Solar.\n\n"
        "Bà Lương Thị Mai, Giám đốc Mekong Solar Việt Nam, và ông Đinh Quang Hải, Hiệu trưởng Trường Đại học Cửa Lò, ký bản ghi nhớ."
    )
    (agreement,) = kit.extract(text).agreements
    names = {party.id: party.name for party in agreement.parties}
    assert [(one.name, names.get(one.party or "")) for one in agreement.signatories] == [
        ("Lương Thị Mai", "Công ty Cổ phần Mekong Solar"),
        ("Đinh Quang Hải", "Trường Đại học Cửa Lò"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sáng 5/4/2023, Bệnh viện Tâm An khánh thành khu điều trị. Nhân dịp này, bệnh viện cùng Công ty Cổ phần Tre Vàng ký hợp đồng.",
            ["Bệnh viện Tâm An", "Công ty Cổ phần Tre Vàng"],
        ),
        (
            "Sáng 5/4/2023, Trường Đại học Cửa Lò mở ngành mới. Tại buổi lễ, nhà trường với Công ty Cổ phần Tre Vàng đã ký ghi nhớ.",
            ["Công ty Cổ phần Tre Vàng", "Trường Đại học Cửa Lò"],
        ),
        (
            "Trường Đại học Cửa Lò và Trường Cao đẳng Núi Hồng dự hội chợ. Tại đây, nhà trường và Công ty Cổ phần Tre Vàng ký ghi nhớ.",
            ["Công ty Cổ phần Tre Vàng"],
        ),
    ],
)
def test_a_common_noun_beside_a_partner_is_the_only_body_of_its_kind(text: str, told: list[str], kit: Kit) -> None:
    assert parties(f"Thêm việc làm cho thanh niên\n\n{text}", kit) == [told]


def test_the_signers_tell_the_bodies_below_a_headline_with_a_place(kit: Kit) -> None:
    text = (
        "Phụ nữ Lào Cai ký ghi nhớ về giảm rác thải nhựa\n\nSáng 5/4/2023, đông đảo hội viên dự hội nghị phát động.\n\n"
        "Ký bản ghi nhớ có bà Lương Thị Mai, Chủ tịch Hội LHPN tỉnh Lào Cai và ông Đinh Quang Hải, "
        "Giám đốc Công ty Cổ phần Tre Vàng."
    )
    (agreement,) = kit.extract(text).agreements
    names = {party.id: party.name for party in agreement.parties}
    assert sorted(names.values()) == ["Công ty Cổ phần Tre Vàng", "Hội LHPN tỉnh Lào Cai"]
    assert [(one.name, names.get(one.party or "")) for one in agreement.signatories] == [
        ("Lương Thị Mai", "Hội LHPN tỉnh Lào Cai"),
        ("Đinh Quang Hải", "Công ty Cổ phần Tre Vàng"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Sở Y tế Lào Cai và các bệnh viện ký kết quy chế phối hợp. "
                "Quy chế này thay thế thỏa thuận hợp tác giữa Sở Y tế Lào Cai và Bảo hiểm xã hội tỉnh Lào Cai."
            ),
            [["Sở Y tế Lào Cai"]],
        ),
        (
            "Cục Thuế Lào Cai ký kết quy chế phối hợp thu thuế với Kho bạc Nhà nước Lào Cai đối với Tập đoàn Minh Khai.",
            [["Cục Thuế Lào Cai", "Kho bạc Nhà nước Lào Cai"]],
        ),
    ],
)
def test_parties_of_a_replaced_document_and_those_it_is_about_do_not_sign(
    text: str, told: list[list[str]], kit: Kit
) -> None:
    assert parties(f"Hội nghị của ngành\n\nSáng 5/4/2023, {text}", kit) == told
