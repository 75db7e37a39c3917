"""Whom and where a telling means: rooms and their owners, bodies told by a place alone, heads told once, the news and the rumour."""

from __future__ import annotations

import pytest

from camket.records import Agreement
from camket.run.flow import Kit


def agreements(text: str, kit: Kit) -> tuple[Agreement, ...]:
    return kit.extract(text).agreements


def parties(text: str, kit: Kit) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in agreements(text, kit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 12/5/2021, tại phòng họp số 2, UBND huyện Sơn Khê, Sở Tư pháp và Hội Luật gia tỉnh Bình Lâm đã ký kết chương trình phối hợp.",
         [["Sở Tư pháp", "Hội Luật gia tỉnh Bình Lâm"]]),
        ("Ngày 12/5/2021, tại Hội trường lớn, UBND huyện Sơn Khê, Hội Nông dân và Tỉnh Đoàn Bình Lâm ký kết quy chế phối hợp.",
         [["UBND huyện Sơn Khê", "Hội Nông dân", "Tỉnh Đoàn Bình Lâm"]]),
        ("Bệnh viện Đa khoa Sông Lam ký kết hợp đồng chuyển giao kỹ thuật với Trung tâm Y tế huyện Cái Tàu và Mỹ Phước.",
         [["Bệnh viện Đa khoa Sông Lam", "Trung tâm Y tế huyện Cái Tàu", "Trung tâm Y tế huyện Mỹ Phước"]]),
        ("Công an huyện Đồng Văn và Xa-vi-lay ký kế hoạch phối hợp.", [["Công an huyện Đồng Văn", "Công an huyện Xa-vi-lay"]]),
        ("UBND huyện Ba Tri và Sun Group ký bản ghi nhớ.", [["UBND huyện Ba Tri", "Sun Group"]]),
        ("Hợp tác xã Quyết Thắng đã có đầu ra cho lúa. Hôm 25/1/2025, HTX và Công ty Hòa Phát Ngọc đã ký hợp đồng tiêu thụ lúa.",
         [["Hợp tác xã Quyết Thắng", "Công ty Hòa Phát Ngọc"]]),
        ("Sáng 7/6, lễ ký kết hợp tác phát triển du lịch Lạng Sơn - Ninh Thuận đã diễn ra tại Phan Rang.", [["Lạng Sơn", "Ninh Thuận"]]),
        ("Sáng 7/6/2005, các doanh nghiệp TPHCM đã ký biên bản ghi nhớ đầu tư trên 6 lĩnh vực.", []),
    ],
)  # fmt: skip
def test_who_signs(text: str, expected: list[list[str]], kit: Kit) -> None:
    assert parties(f"Tin trong ngày\n\n{text}", kit) == expected


def test_a_cooperative_told_in_short_does_what_it_is_told_to(kit: Kit) -> None:
    told = (
        "Hợp tác xã Quyết Thắng có đầu ra\n\nHôm 25/1/2025, HTX và Công ty Hòa Phát Ngọc đã ký hợp đồng tiêu thụ lúa. Theo hợp đồng, công ty "
        "cử 2 kỹ sư cùng ra đồng. Đổi lại, HTX ghi nhật ký đồng ruộng."
    )
    record = kit.extract(told)
    names = {party.id: party.name for one in record.agreements for party in one.parties}
    acts = {one.text: [names[actor] for actor in one.actors] for one in record.commitments if one.actors != "all"}
    assert acts == {
        "cử 2 kỹ sư cùng ra đồng": ["Công ty Hòa Phát Ngọc"],
        "ghi nhật ký đồng ruộng": ["Hợp tác xã Quyết Thắng"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Công trình là kết quả của thỏa thuận tài trợ mà Hội Chữ thập đỏ tỉnh Hà Nam và Công ty Thép Đại Hưng ký hồi tháng 3 năm ngoái.",
        "Trên mạng lan truyền bài viết có nội dung Công ty Sao Mai đã ký thỏa thuận hợp tác với Quỹ đầu tư Hòa Bình.",
        "Gần đây xuất hiện thông tin cho rằng Công ty Sao Mai vừa ký hợp đồng bán nhà máy cho Tập đoàn Hòa Bình.",
    ],
)
def test_what_led_to_the_news_and_what_is_rumoured_is_no_agreement(text: str, kit: Kit) -> None:
    assert parties(f"Tin trong ngày\n\n{text}", kit) == []


def test_partners_told_by_ordinals_and_a_comma_sign_when_the_host_does(kit: Kit) -> None:
    told = (
        "Báo Lao Động Trẻ ký với hai đối tác\n\nTối 18/11/2022, Báo Lao Động Trẻ sẽ ký kết hợp tác với hai đối tác.\n\nĐối tác thứ nhất, "
        "Trường Đại học Sông Lam. Hai bên sẽ đào tạo báo chí dữ liệu.\n\nThứ hai là Tập đoàn Viễn thông Sao Việt. Hai bên sẽ xây dựng tòa "
        "soạn hội tụ."
    )
    assert [(one.status.value, one.parties[-1].name) for one in agreements(told, kit)] == [
        ("planned", "Trường Đại học Sông Lam"),
        ("planned", "Tập đoàn Viễn thông Sao Việt"),
    ]


def test_where_the_lead_begins_is_where_those_sign_who_meet_there(kit: Kit) -> None:
    told = (
        "Trường Đại học Sông Lam bồi dưỡng giáo viên\n\nChiều 17/10/2023, tại Hội trường A2, Trường Đại học Sông Lam đón đoàn công tác của Sở "
        "Giáo dục và Đào tạo tỉnh Hà Nam do bà Phan Thị Chín, Phó Giám đốc Sở, dẫn đầu.\n\nPGS.TS. Lương Văn Tám, Hiệu trưởng Trường Đại học "
        "Sông Lam, và bà Phan Thị Chín đã ký Bản ghi nhớ về bồi dưỡng giáo viên."
    )
    assert [one.place for one in agreements(told, kit)] == ["Hội trường A2"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Người ký của hai bên: ông Lê Văn Tám, bà Trần Thị Chín.", ["Lê Văn Tám", "Trần Thị Chín"]),
        (
            "Ảnh: Hai đồng chí Lê Văn Tám và Khăm-phủi Xi-xu-lát ký biên bản ghi nhớ.",
            ["Lê Văn Tám", "Khăm-phủi Xi-xu-lát"],
        ),
    ],
)
def test_signers_of_a_line(line: str, expected: list[str], kit: Kit) -> None:
    told = f"Hai huyện ký kết\n\nNgày 11/12/2022, huyện Đồng Văn và huyện Sầm Nưa ký Biên bản ghi nhớ hợp tác.\n{line}"
    assert [[person.name for person in one.signatories] for one in agreements(told, kit)] == [expected]


def test_a_line_without_a_full_stop_and_a_sentence_make_a_late_signing_news(kit: Kit) -> None:
    before = "\n\n".join(
        f"Hoạt động thứ {number} của ngày hội đã thu hút nhiều sinh viên."
        for number in ("nhất", "hai", "ba", "tư", "năm", "sáu")
    )
    told = "Trong buổi Hội thảo sáng 6/4/2024, Trường Đại học Sông Lam đã ký kết hợp tác với Nhà máy SX Dược liệu Mộc Hoa Tràm."
    line = "Ký kết hợp tác giữa Trường Đại học Sông Lam và Nhà máy Sản xuất Dược liệu Mộc Hoa Tràm"
    names = [["Trường Đại học Sông Lam", "Nhà máy Sản xuất Dược liệu Mộc Hoa Tràm"]]
    assert parties(f"Ngày hội sáng tạo\n\n{before}\n\n{told}\n\n{line}\n\nNgày hội đã kết thúc.", kit) == names
    assert parties(f"Ngày hội sáng tạo\n\n{before}\n\n{told}\n\nNgày hội đã kết thúc.", kit) == []


def test_the_day_on_which_a_plan_was_passed_is_none_of_signing(kit: Kit) -> None:
    told = (
        "Báo Lao Động Trẻ ký với hai đối tác\n\nTheo kế hoạch được Ban Biên tập thông qua hôm 3-10, trong lễ kỷ niệm 30 năm (tối 18-11-2022), Báo "
        "Lao Động Trẻ sẽ ký kết hợp tác với hai đối tác.\n\nĐối tác thứ nhất, Trường Đại học Sông Lam. Hai bên sẽ đào tạo báo chí dữ liệu.\n\nThứ "
        "hai là Tập đoàn Viễn thông Sao Việt. Hai bên sẽ xây dựng tòa soạn hội tụ."
    )
    assert [one.signed_on for one in agreements(told, kit)] == ["2022-11-18", "2022-11-18"]
