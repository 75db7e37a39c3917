"""Items: whom one sends to tend, what is given again, idioms, tails, headings of deeper numbers, what is no item."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai ngành ký kết\n\nSáng 4/5/2022, Hội Phụ nữ tỉnh Yên Bái và Sở Y tế Yên Bái ký quy chế phối hợp. "
STATES = "Việt Nam - Lào\n\nSáng 4/5/2022, Việt Nam và Lào ký bản ghi nhớ. "


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "cử hội viên chăm sóc, giúp đỡ người già neo đơn; khám bệnh miễn phí",
            ["cử hội viên chăm sóc, giúp đỡ người già neo đơn", "khám bệnh miễn phí"],
        ),
        (
            "bố trí hội viên chăm sóc và giúp đỡ người già neo đơn, mở 12 lớp tập huấn",
            ["bố trí hội viên chăm sóc và giúp đỡ người già neo đơn", "mở 12 lớp tập huấn"],
        ),
    ],
)
def test_those_sent_to_tend_do_both_acts(said: str, told: list[str], kit: Kit) -> None:
    assert items(f"{SIGNED}Theo đó, hai bên thống nhất {said}.", kit) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "mở 12 lớp học, chia sẻ thông tin dịch bệnh và thông tin thị trường thuốc",
            ["mở 12 lớp học", "chia sẻ thông tin dịch bệnh và thông tin thị trường thuốc"],
        ),
        (
            "tổ chức tập huấn cho hội viên và tập huấn cho y tá thôn bản",
            ["tổ chức tập huấn cho hội viên và tập huấn cho y tá thôn bản"],
        ),
        (
            "gửi báo cáo quý và báo cáo năm, mở 12 lớp học",
            ["gửi báo cáo quý và báo cáo năm", "mở 12 lớp học"],
        ),
    ],
)
def test_what_is_given_again_is_no_act_of_its_own(said: str, told: list[str], kit: Kit) -> None:
    assert items(f"{SIGNED}Theo đó, hai bên sẽ {said}.", kit) == told


def test_an_idiom_stays_whole_behind_its_verb(kit: Kit) -> None:
    text = f"{SIGNED}Theo đó, hai bên sẽ tổ chức khám sức khỏe, cấp thuốc cho 300 hội viên và mở 12 lớp học."
    assert items(text, kit) == ["tổ chức khám sức khỏe, cấp thuốc cho 300 hội viên", "mở 12 lớp học"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{STATES}Văn bản tập trung vào các lĩnh vực: đường sắt, hàng không.", ["đường sắt", "hàng không"]),
        (
            f"{SIGNED}Theo đó, hai bên sẽ đào tạo nhân viên hàng không và mở 12 lớp học.",
            ["đào tạo nhân viên hàng không", "mở 12 lớp học"],
        ),
        (
            f"{SIGNED}Theo đó, Sở Y tế Yên Bái sẽ tăng mức hỗ trợ đối với:\n\n- hội viên nghèo;\n\n- hội viên neo đơn.",
            ["tăng mức hỗ trợ", "hội viên nghèo", "hội viên neo đơn"],
        ),
    ],
)
def test_small_words_at_the_end_of_an_item(text: str, told: list[str], kit: Kit) -> None:
    assert items(text, kit) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [("Về nước thải", "Về rác thải"), ("Xử lý nước thải y tế", "Thu gom rác thải")],
)
def test_an_item_that_heads_deeper_numbers_is_none(one: str, other: str, kit: Kit) -> None:
    text = (
        f"{SIGNED}Hai bên thống nhất các nội dung:\n\n1. {one}\n\n1.1. Nạo vét hồ lắng.\n\n1.2. Lắp đặt 02 trạm quan trắc.\n\n"
        f"2. {other}\n\n2.1. Phân loại pin cũ tại khoa."
    )
    assert items(text, kit) == ["Nạo vét hồ lắng", "Lắp đặt 02 trạm quan trắc", "Phân loại pin cũ tại khoa"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("chia sẻ quan điểm về tình hình khu vực và mở 12 lớp tiếng Lào", ["mở 12 lớp tiếng Lào"]),
        ("trao đổi quan điểm về thương mại, mở 12 lớp tiếng Lào", ["mở 12 lớp tiếng Lào"]),
        ("trồng 200 ha tếch, chia sẻ quan tâm về nguồn nước", ["trồng 200 ha tếch"]),
    ],
)
def test_views_that_are_shared_are_no_item(said: str, told: list[str], kit: Kit) -> None:
    assert items(f"{STATES}Hai bên nhất trí {said}.", kit) == told


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        (
            "biên bản ghi nhớ với Tập đoàn Hải Vân về dạy nghề hàn và hợp đồng đào tạo với Công ty Cổ phần Tre Vàng",
            ["dạy nghề hàn"],
        ),
        (
            "biên bản ghi nhớ về dạy nghề hàn và hợp đồng thuê xưởng với Tập đoàn Hải Vân",
            ["dạy nghề hàn", "thuê xưởng"],
        ),
    ],
)
def test_the_subject_ends_before_the_next_document(signed: str, told: list[str], kit: Kit) -> None:
    text = f"Lam Kinh mở rộng đào tạo\n\nSáng 4/5/2022, Trường Cao đẳng Lam Kinh ký {signed}."
    assert items(text, kit) == told
