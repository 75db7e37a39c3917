"""Who signs for whom: in captions, lists and clauses that name one side only."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

PAIR = "Ngày 27/11/2020, HTX Nông sản Tả Phời và Công ty CP Siêu thị Sông Hồng ký hợp đồng."


def signers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    return [(one.name, one.party) for one in kit.extract(text).agreements[0].signatories]


@pytest.mark.parametrize(
    "told",
    [
        "Người đặt bút ký cho HTX Nông sản Tả Phời là Giám đốc Phan Đình Cẩn; bà Tôn Nữ Bảo Quyên được ủy quyền ký cho phía siêu thị.",
        "Giám đốc Phan Đình Cẩn của HTX Nông sản Tả Phời và bà Tôn Nữ Bảo Quyên ký vào văn bản.",
        "Sau khi thông qua dự thảo, ông Phan Đình Cẩn, Giám đốc HTX Nông sản Tả Phời và bà Tôn Nữ Bảo Quyên đã ký hợp đồng.",
    ],
)
def test_of_two_who_sign_the_one_of_no_known_body_signs_for_the_other_side(told: str, kit: Kit) -> None:
    assert signers(f"Lễ ký\n\n{PAIR} {told}", kit) == [("Phan Đình Cẩn", "p1"), ("Tôn Nữ Bảo Quyên", "p2")]


def test_a_representative_in_a_state_is_not_of_the_state(kit: Kit) -> None:
    text = """Lễ ký

Ngày 23/9/2021, UBND tỉnh Kon Tum và tổ chức Small Hearts International (SHI, Vương quốc Đan Mạch) ký Bản ghi nhớ.

Bản ghi nhớ do bà Y Hạnh Lê, Phó Chủ tịch UBND tỉnh, ký; phía SHI, Trưởng Văn phòng đại diện tại Việt Nam Nguyễn Ngọc Bảo \
Trân được ủy quyền ký."""
    assert signers(text, kit) == [("Y Hạnh Lê", "p1"), ("Nguyễn Ngọc Bảo Trân", "p2")]


def test_those_whom_a_caption_tells_in_brackets_sign(kit: Kit) -> None:
    text = f"""Lễ ký

{PAIR}

Ảnh: Lãnh đạo hai đơn vị ký hợp đồng (từ trái qua: ông Phan Đình Cẩn và bà Tôn Nữ Bảo Quyên)"""
    assert [name for name, _ in signers(text, kit)] == ["Phan Đình Cẩn", "Tôn Nữ Bảo Quyên"]


def test_signers_are_listed_each_behind_the_body(kit: Kit) -> None:
    text = f"""Lễ ký

{PAIR}

Đại diện ký kết:
- HTX Nông sản Tả Phời: ThS. Phan Đình Cẩn, Giám đốc
- Công ty CP Siêu thị Sông Hồng: bà Tôn Nữ Bảo Quyên, Phó Giám đốc"""
    assert signers(text, kit) == [("Phan Đình Cẩn", "p1"), ("Tôn Nữ Bảo Quyên", "p2")]


FULLER = "Lễ ký\n\nNgày 27/11/2020, Bộ trưởng Ngoại giao Peru Perez và Bộ trưởng Ngoại giao Chile Gomez ký hiệp định nghề cá. "


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ông Juan Perez phát biểu. Ông Pablo Gomez phát biểu.", ["Juan Perez", "Pablo Gomez"]),
        ("Ông Juan Perez phát biểu. Bà Rosa Perez phát biểu.", ["Perez", "Gomez"]),
    ],
)
def test_who_signs_is_told_by_the_only_fuller_name(said: str, names: list[str], kit: Kit) -> None:
    assert [name for name, _ in signers(FULLER + said, kit)] == names


def test_given_names_of_signers_are_filled_up_from_the_sentence_before(kit: Kit) -> None:
    text = (
        f"Lễ ký\n\n{PAIR} Ông Phan Đình Cẩn, Giám đốc HTX Nông sản Tả Phời và bà Tôn Nữ Bảo Quyên, Giám đốc Công ty CP Siêu thị "
        "Sông Hồng phát biểu. Ông Cẩn và bà Quyên đã ký hợp đồng."
    )
    assert signers(text, kit) == [("Phan Đình Cẩn", "p1"), ("Tôn Nữ Bảo Quyên", "p2")]


@pytest.mark.parametrize("attended", ["đoàn tháp tùng", "các doanh nghiệp hộ tống"])
def test_who_is_attended_does_not_sign(attended: str, kit: Kit) -> None:
    text = f"Lễ ký\n\nNgày 27/11/2020, {attended} Tổng thống Peru Juan Perez ký hợp đồng với Công ty Cảng Lạch Bạng."
    assert kit.extract(text).agreements == ()
    text = "Lễ ký\n\nNgày 27/11/2020, Tổng thống Peru Juan Perez ký hợp đồng với Công ty Cảng Lạch Bạng."
    assert [name for name, _ in signers(text, kit)] == ["Juan Perez"]


def test_who_wrote_the_document_does_not_sign_it(kit: Kit) -> None:
    text = f"Lễ ký\n\n{PAIR[:-1]} do luật sư Juan Perez soạn."
    assert signers(text, kit) == []


def test_two_persons_told_before_it_sign_and_not_those_told_after(kit: Kit) -> None:
    text = (
        "Lễ ký\n\nThứ trưởng Bộ Y tế Trần Văn Tuấn và Giám đốc Bệnh viện Châu Sơn Lê Thị Ngọc gặp nhau. Ngày 27/11/2020, hai vị "
        "đã ký bản ghi nhớ. Chủ tịch tỉnh Hồ Văn Năm và Bí thư Lý Văn Sáu cùng dự."
    )
    assert [name for name, _ in signers(text, kit)] == ["Trần Văn Tuấn", "Lê Thị Ngọc"]
