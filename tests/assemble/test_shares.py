"""Whose share of the work is whose: parties told to act one after the other, labels, and common nouns for parties."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNING = (
    "CLB bóng đá Sông Thao, Trường THPT Hòa Sơn và Bệnh viện Châu Sơn ký thỏa thuận hợp tác\n\n"
    "Ngày 3/4/2019, CLB bóng đá Sông Thao, Trường THPT Hòa Sơn và Bệnh viện Châu Sơn đã ký thỏa thuận hợp tác.\n"
)


def pledges(text: str, kit: Kit) -> list[tuple[str, str]]:
    """Who undertakes what, parties by their names."""
    record = kit.extract(text)
    names = {party.id: party.name for agreement in record.agreements for party in agreement.parties}
    return [("all" if one.actors == "all" else ", ".join(names.get(actor, actor) for actor in one.actors), one.text)
            for one in record.commitments]  # fmt: skip


def test_parties_that_are_told_to_act_one_after_the_other_each_have_their_share(kit: Kit) -> None:
    told = (
        "> Nhà trường mở lớp riêng cho 40 cầu thủ trẻ.\n"
        "> CLB trả học phí, thưởng 2 triệu đồng cho em học giỏi.\n"
        "> Bệnh viện khám sức khỏe miễn phí cho đội trẻ.\n"
    )
    assert pledges(SIGNING + told, kit) == [
        ("Trường THPT Hòa Sơn", "mở lớp riêng cho 40 cầu thủ trẻ"),
        ("CLB bóng đá Sông Thao", "trả học phí"),
        ("CLB bóng đá Sông Thao", "thưởng 2 triệu đồng cho em học giỏi"),
        ("Bệnh viện Châu Sơn", "khám sức khỏe miễn phí cho đội trẻ"),
    ]


def test_what_is_handed_over_in_numbers_and_what_a_party_is_bound_to_do_are_shares(kit: Kit) -> None:
    told = "Mỗi năm, nhà trường trao 30 suất học bổng; Bệnh viện có trách nhiệm khám sức khỏe cho đội trẻ.\n"
    assert pledges(SIGNING + told, kit) == [
        ("Trường THPT Hòa Sơn", "trao 30 suất học bổng"),
        ("Bệnh viện Châu Sơn", "khám sức khỏe cho đội trẻ"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Nhà trường mở 40 lớp học thêm.",
        "Năm qua, nhà trường mở 40 lớp. Trước đó, Bệnh viện khám cho 300 em.",
        "Nhà trường tuyển 300 em, đạt 95% kế hoạch. Bệnh viện khám cho dân, vượt 12% chỉ tiêu.",
        "Nhà trường tổ chức hội nghị cán bộ. Bệnh viện tổ chức họp báo.",
    ],
)
def test_one_party_alone_results_and_meetings_are_no_shares(told: str, kit: Kit) -> None:
    assert pledges(SIGNING + told, kit) == []


def test_a_head_by_itself_stands_for_the_party_that_begins_with_it(kit: Kit) -> None:
    text = (
        "Đài Phát thanh và Truyền hình Hà Nam và Công ty Điện lực Sông Dinh ký hợp đồng hợp tác.\n\n"
        "Theo đó, Đài phát bản tin tiết kiệm điện mỗi tuần; Công ty tài trợ 12 chương trình.\n\n"
        "Hợp đồng do Giám đốc Đài Lê Văn Tám và Phó Giám đốc Công ty Trần Thị Chín ký."
    )
    assert [who for who, _ in pledges(text, kit)] == [
        "Đài Phát thanh và Truyền hình Hà Nam",
        "Công ty Điện lực Sông Dinh",
    ]
    agreement = kit.extract(text).agreements[0]
    assert [(one.name, one.party) for one in agreement.signatories] == [
        ("Lê Văn Tám", agreement.parties[0].id),
        ("Trần Thị Chín", agreement.parties[1].id),
    ]


def test_a_counted_head_stands_for_the_parties_that_begin_with_it(kit: Kit) -> None:
    text = (
        "Nhà hát Chèo Hà Nam ký biên bản ghi nhớ với Phòng Giáo dục và Đào tạo huyện Lý Nhân và "
        "Phòng Giáo dục và Đào tạo huyện Bình Lục.\n\n"
        "Hai Phòng Giáo dục và Đào tạo có trách nhiệm sắp xếp thời khóa biểu."
    )
    record = kit.extract(text)
    assert [party.name.partition(" huyện")[2] for party in record.agreements[0].parties] == [
        "",
        " Lý Nhân",
        " Bình Lục",
    ]
    (duty,) = record.commitments
    assert duty.actors == tuple(party.id for party in record.agreements[0].parties[1:])


def test_labels_of_a_list_tell_whose_duties_they_are_even_of_a_body_that_is_no_party(kit: Kit) -> None:
    text = (
        "Hội Nông dân huyện Lý Nhân và Hội Cựu chiến binh huyện Lý Nhân ký nghị quyết liên tịch.\n\n"
        "Nghị quyết nêu rõ trách nhiệm của từng ngành:\n"
        "1/ Hội Nông dân: vận động hội viên góp giống.\n"
        "2/ Hội Cựu chiến binh: tham gia tuần tra ban đêm.\n"
        "3/ Công an huyện: lập danh sách hộ vi phạm.\n"
    )
    assert pledges(text, kit) == [
        ("Hội Nông dân huyện Lý Nhân", "vận động hội viên góp giống"),
        ("Hội Cựu chiến binh huyện Lý Nhân", "tham gia tuần tra ban đêm"),
        ("Công an huyện", "lập danh sách hộ vi phạm"),
    ]


def test_what_stands_after_a_partner_and_a_colon_is_agreed_with_it(kit: Kit) -> None:
    text = (
        "Trường Cao đẳng Hòa Sơn ký biên bản ghi nhớ với Bệnh viện Châu Sơn và Công ty Sao Khuê.\n\n"
        "1. Với Bệnh viện Châu Sơn: trao đổi giảng viên, mở khóa đào tạo hộ lý.\n"
        "2. Với Công ty Sao Khuê: xây dựng xưởng thực hành. Sao Khuê tài trợ 4 máy phay.\n"
    )
    assert pledges(text, kit) == [
        ("all", "trao đổi giảng viên"),
        ("all", "mở khóa đào tạo hộ lý"),
        ("all", "xây dựng xưởng thực hành"),
        ("Công ty Sao Khuê", "tài trợ 4 máy phay"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Hai bên sẽ làm gì cùng nhau?",
        "Tuyên bố nêu các lĩnh vực hai bên cùng quan tâm:",
        "Hai đơn vị dự định hợp tác ở các mảng:",
        "Các bên phối hợp thực hiện những việc sau:",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "» ", "(i) ", "I. ", "Điểm 1 - "])
def test_lists_are_led_in_and_counted_in_many_ways(lead: str, mark: str, kit: Kit) -> None:
    signing = "Sở Y tế Hà Nam và Bệnh viện Châu Sơn ký kết thỏa thuận hợp tác.\n\n"
    listed = "\n".join(mark + item for item in ("Trao đổi bác sĩ nội trú", "Hội chẩn từ xa các ca nặng"))
    said = [one.text for one in kit.extract(f"{signing}{lead}\n{listed}\n").commitments]
    assert said == ["Trao đổi bác sĩ nội trú", "Hội chẩn từ xa các ca nặng"]
