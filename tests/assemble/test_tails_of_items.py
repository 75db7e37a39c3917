"""Where an item ends: how often, for how long and how much each is left out, and what goes on after a comma stays."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

SIGNED = "Hai đơn vị ký kết\n\nNgày 3/5/2023, Trường Cao đẳng Cửa Lò và Công ty Cổ phần Tre Vàng ký kết thỏa thuận hợp tác.\n\n"


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(SIGNED + text).commitments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hai bên sẽ rà soát chương trình học 03 tháng 1 lần.", "rà soát chương trình học"),
        ("Công ty sẽ khảo sát nhu cầu tuyển dụng vào cuối mỗi học kỳ.", "khảo sát nhu cầu tuyển dụng"),
        ("Nhà trường sẽ gửi danh sách sinh viên trước 15 ngày.", "gửi danh sách sinh viên"),
    ],
)
def test_how_often_or_how_long_before_is_left_out(text: str, told: str, kit: Kit) -> None:
    assert items(text, kit) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Công ty sẽ trả phụ cấp ăn trưa cho sinh viên trong thời gian thực tập.", "trả phụ cấp ăn trưa cho sinh viên"),
        ("Công ty sẽ bảo mật dữ liệu của sinh viên trong toàn bộ thời gian hợp tác.", "bảo mật dữ liệu của sinh viên"),
        ("Nhà trường sẽ kiểm tra máy móc trước mỗi đợt thực tập.", "kiểm tra máy móc"),
    ],
)
def test_the_time_over_which_it_is_done_is_left_out(text: str, told: str, kit: Kit) -> None:
    assert items(text, kit) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mở 5 lớp hàn cho lao động trẻ, mỗi lớp 25 học viên", ["mở 5 lớp hàn cho lao động trẻ"]),
        ("tuyển dụng 30 kỹ sư cơ khí, mức lương khởi điểm 12 triệu đồng", ["tuyển dụng 30 kỹ sư cơ khí"]),
        ("cung cấp giống lúa cho nông dân, trừ vào tiền bán lúa cuối vụ", ["cung cấp giống lúa cho nông dân"]),
        (
            "hỗ trợ mỗi nhóm sinh viên 5 triệu đồng; trao cho mỗi lớp 2 máy tính",
            ["hỗ trợ mỗi nhóm sinh viên 5 triệu đồng", "trao cho mỗi lớp 2 máy tính"],
        ),
    ],
)
def test_how_much_each_has_is_left_out_after_a_comma(text: str, told: list[str], kit: Kit) -> None:
    assert items(f"Công ty sẽ {text}.", kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "cử giảng viên theo dõi, quản lý sinh viên tại xưởng",
            ["cử giảng viên theo dõi, quản lý sinh viên tại xưởng"],
        ),
        ("cử kỹ sư sang trường, hỗ trợ kinh phí làm đồ án", ["cử kỹ sư sang trường", "hỗ trợ kinh phí làm đồ án"]),
    ],
)
def test_who_is_sent_does_all_that_is_told_of_looking_after(text: str, told: list[str], kit: Kit) -> None:
    assert items(f"Công ty sẽ {text}.", kit) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gửi báo cáo tiến độ, báo cáo tài chính cho công ty", ["gửi báo cáo tiến độ, báo cáo tài chính cho công ty"]),
        (
            "cung cấp giáo trình, thông tin tuyển sinh cho công ty",
            ["cung cấp giáo trình, thông tin tuyển sinh cho công ty"],
        ),
        (
            "lập danh sách học viên, báo cáo kết quả cho công ty",
            ["lập danh sách học viên", "báo cáo kết quả cho công ty"],
        ),
        ("tập huấn kỹ năng số cho cán bộ cấp huyện, cấp xã", ["tập huấn kỹ năng số cho cán bộ cấp huyện, cấp xã"]),
        ("đưa bác sĩ về khám bệnh, cấp thuốc cho 200 cụ già", ["đưa bác sĩ về khám bệnh, cấp thuốc cho 200 cụ già"]),
    ],
)
def test_a_noun_that_could_be_a_verb_goes_on_with_what_is_given(text: str, told: list[str], kit: Kit) -> None:
    assert items(f"Nhà trường sẽ {text}.", kit) == told
