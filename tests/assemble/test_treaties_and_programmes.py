"""Treaties of states beside programmes of their ministries, and who of those present signs which."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit


def told_of(text: str, kit: Kit) -> list[tuple[str, list[str]]]:
    return [(one.kind, [party.name for party in one.parties]) for one in kit.extract(text).agreements]


def signers(text: str, kit: Kit) -> list[list[tuple[str, str | None]]]:
    found = []
    for one in kit.extract(text).agreements:
        names = {party.id: party.name for party in one.parties}
        found.append([(person.name, names.get(person.party or "")) for person in one.signatories])
    return found


TREATY_AND_PROGRAMME = (
    "Ký hiệp định\n\nNgày 6/7/2022, tại Hà Nội, Bộ trưởng Bộ Giao thông Vận tải Đinh Quang Hải và Bộ trưởng Bộ Giao thông "
    "Mông Cổ Bat Erdene đã ký Hiệp định vận tải đường sắt giữa Việt Nam và Mông Cổ. Bộ trưởng Bộ Y tế Lương Thị Mai và "
    "Đại sứ Mông Cổ Tumur Dorj ký Chương trình hợp tác giữa Bộ Y tế Việt Nam và Bộ Y tế Mông Cổ."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Việt Nam và Lào ký hiệp định\n\nNgày 6/7/2022, tại Hà Nội, Việt Nam và Lào ký Hiệp định hợp tác về lao động.\n\n"
                "Cùng ngày, Bộ Y tế Việt Nam và Bộ Y tế Lào ký Chương trình hợp tác về phòng chống sốt rét."
            ),
            [("treaty", ["Việt Nam", "Lào"]), ("programme", ["Bộ Y tế Việt Nam", "Bộ Y tế Lào"])],
        ),
        (
            TREATY_AND_PROGRAMME,
            [("treaty", ["Việt Nam", "Mông Cổ"]), ("programme", ["Bộ Y tế Việt Nam", "Bộ Y tế Mông Cổ"])],
        ),
    ],
)
def test_ministries_sign_another_document_than_their_states(
    text: str, told: list[tuple[str, list[str]]], kit: Kit
) -> None:
    assert told_of(text, kit) == told


def test_what_each_document_is_about_is_told_of_it_alone(kit: Kit) -> None:
    text = (
        "Việt Nam và Lào ký hiệp định\n\nNgày 6/7/2022, tại Hà Nội, Việt Nam và Lào ký Hiệp định hợp tác về lao động.\n\n"
        "Cùng ngày, Bộ Y tế Việt Nam và Bộ Y tế Lào ký Chương trình hợp tác về phòng chống sốt rét."
    )
    found = kit.extract(text)
    kinds = {one.id: one.kind for one in found.agreements}
    assert [(kinds[one.agreement or ""], one.text) for one in found.commitments] == [
        ("treaty", "lao động"),
        ("programme", "phòng chống sốt rét"),
    ]


def test_the_signers_told_with_a_document_sign_that_alone(kit: Kit) -> None:
    assert signers(TREATY_AND_PROGRAMME, kit) == [
        [("Đinh Quang Hải", "Việt Nam"), ("Bat Erdene", "Mông Cổ")],
        [("Lương Thị Mai", "Bộ Y tế Việt Nam"), ("Tumur Dorj", "Bộ Y tế Mông Cổ")],
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Bộ trưởng Bộ Giao thông Vận tải Đinh Quang Hải và Bộ trưởng Bộ Giao thông Mông Cổ Bat Erdene "
                "đã ký Hiệp định vận tải đường sắt giữa Chính phủ Việt Nam và Chính phủ Mông Cổ."
            ),
            [("Đinh Quang Hải", "Chính phủ Việt Nam"), ("Bat Erdene", "Chính phủ Mông Cổ")],
        ),
        (
            (
                "Giám đốc Sở Du lịch Lào Cai Đinh Quang Hải và Giám đốc Sở Du lịch Sơn La Lương Thị Mai "
                "ký thỏa thuận hợp tác du lịch giữa tỉnh Lào Cai và tỉnh Sơn La."
            ),
            [("Đinh Quang Hải", "tỉnh Lào Cai"), ("Lương Thị Mai", "tỉnh Sơn La")],
        ),
        (
            "Giám đốc Sở Du lịch Lào Cai Đinh Quang Hải và Giám đốc Sở Du lịch Sơn La Lương Thị Mai ký thỏa thuận hợp tác du lịch.",
            [("Đinh Quang Hải", "Sở Du lịch Lào Cai"), ("Lương Thị Mai", "Sở Du lịch Sơn La")],
        ),
    ],
)
def test_the_parties_are_those_that_the_document_is_between(text: str, told: list[tuple[str, str]], kit: Kit) -> None:
    text = f"Tăng cường quan hệ\n\nNgày 6/7/2022, tại Hà Nội, {text}"
    assert signers(text, kit) == [told]
    assert [sorted(names) for _, names in told_of(text, kit)] == [sorted(body for _, body in told)]


def test_a_ministry_of_justice_is_of_no_foreign_state(kit: Kit) -> None:
    text = (
        "Ký hiệp định\n\nNgày 6/7/2022, tại Hà Nội, Việt Nam và Lào đã ký Hiệp định tương trợ. "
        "Bộ trưởng Bộ Tư pháp Đinh Quang Hải và Bộ trưởng Bộ Tư pháp Lào Khăm Phong ký hiệp định."
    )
    (told,) = signers(text, kit)
    assert [name for name, _ in told] == ["Đinh Quang Hải", "Khăm Phong"]


@pytest.mark.parametrize(
    ("documents", "told"),
    [
        (
            "các bản ghi nhớ hợp tác",
            [["Bệnh viện Tâm An", "Sở Y tế Lào Cai"], ["Bệnh viện Hoa Ban", "Sở Y tế Lào Cai"]],
        ),
        ("bản ghi nhớ hợp tác ba bên", [["Bệnh viện Hoa Ban", "Bệnh viện Tâm An", "Sở Y tế Lào Cai"]]),
    ],
)
def test_one_who_signs_with_several_signs_with_each_where_documents_are(
    documents: str, told: list[list[str]], kit: Kit
) -> None:
    text = (
        f"Sở ký kết\n\nNgày 8/8/2023, Sở Y tế Lào Cai tổ chức lễ ký {documents}.\n\nBà Lương Thị Mai, Giám đốc Sở Y tế Lào Cai, "
        "ký bản ghi nhớ với ông Hồ Văn Năm, Giám đốc Bệnh viện Tâm An và ông Đinh Quang Hải, Giám đốc Bệnh viện Hoa Ban."
    )
    assert [sorted(names) for _, names in told_of(text, kit)] == told
