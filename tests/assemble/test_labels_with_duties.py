"""Items: under labels that tell duties, what people are urged not to do, where it is held, acts and documents alike."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

WOMEN, HEALTH = "Hội Phụ nữ tỉnh Yên Bái", "Sở Y tế Yên Bái"
SIGNED = f"Hai ngành ký kết\n\nSáng 4/5/2022, {WOMEN} và {HEALTH} ký quy chế phối hợp"


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("có trách nhiệm", " chịu trách nhiệm"),
        ("(đơn vị chủ trì) có nhiệm vụ", ""),
    ],
)
def test_what_a_label_with_a_duty_heads_is_of_its_party(one: str, other: str, kit: Kit) -> None:
    text = (
        f"{SIGNED} với các nội dung:\n\n1. {WOMEN} {one}:\n\n- Vận động 200 hộ.\n\n- Cử 50 tình nguyện viên.\n\n"
        f"2. {HEALTH}{other}:\n\n- Tập huấn cho tình nguyện viên.\n\n- Cấp 300 túi thuốc."
    )
    assert [(one.text, one.actors) for one in kit.extract(text).commitments] == [
        ("Vận động 200 hộ", ("p1",)),
        ("Cử 50 tình nguyện viên", ("p1",)),
        ("Tập huấn cho tình nguyện viên", ("p2",)),
        ("Cấp 300 túi thuốc", ("p2",)),
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "tuyên truyền chủ hàng quán ghi rõ nguồn gốc thịt, không dùng phẩm màu, mở 12 lớp tập huấn",
            ["tuyên truyền chủ hàng quán ghi rõ nguồn gốc thịt, không dùng phẩm màu", "mở 12 lớp tập huấn"],
        ),
        (
            "vận động người bán hàng che đậy thức ăn, mở 12 lớp tập huấn",
            ["vận động người bán hàng che đậy thức ăn", "mở 12 lớp tập huấn"],
        ),
    ],
)
def test_what_people_are_urged_not_to_do_is_of_the_urging(said: str, told: list[str], kit: Kit) -> None:
    assert items(f"{SIGNED}. Theo đó, hai bên sẽ {said}.", kit) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "mở 12 lớp tập huấn, địa điểm tại các trạm xá và khám bệnh cho 300 hội viên",
            ["mở 12 lớp tập huấn", "khám bệnh cho 300 hội viên"],
        ),
        (
            "giải thích quyền lợi bảo hiểm cho hội viên, mở 12 lớp tập huấn",
            ["giải thích quyền lợi bảo hiểm cho hội viên", "mở 12 lớp tập huấn"],
        ),
        (
            "lắp 12 máy chủ, tra cứu sổ tiêm chủng cho trẻ",
            ["lắp 12 máy chủ", "tra cứu sổ tiêm chủng cho trẻ"],
        ),
        (
            "chấm 200 bài thi, nhận xét tay nghề của học viên",
            ["chấm 200 bài thi", "nhận xét tay nghề của học viên"],
        ),
    ],
)
def test_where_it_is_held_is_told_behind_an_item_and_acts_are_items(said: str, told: list[str], kit: Kit) -> None:
    assert items(f"{SIGNED}. Theo đó, hai bên sẽ {said}.", kit) == told


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("Tài trợ vốn cho hội viên khởi nghiệp", "Tài trợ vốn cho hội viên khởi nghiệp"),
        ("Thỏa thuận về tuyển dụng hộ lý", "tuyển dụng hộ lý"),
    ],
)
def test_an_act_that_may_name_a_document_is_done(listed: str, told: str, kit: Kit) -> None:
    text = f"{SIGNED}. Nội dung phối hợp gồm:\n\n- {listed}.\n\n- Mở 12 lớp tập huấn."
    assert items(text, kit) == [told, "Mở 12 lớp tập huấn"]


def test_an_invitation_that_is_accepted_is_no_item(kit: Kit) -> None:
    text = (
        "Việt Nam - Lào\n\nSáng 4/5/2022, Việt Nam và Lào ký bản ghi nhớ. Hai bên nhất trí nhận lời dự hội chợ sách trong năm nay, "
        "cấp 200 suất học bổng."
    )
    assert items(text, kit) == ["cấp 200 suất học bổng"]
