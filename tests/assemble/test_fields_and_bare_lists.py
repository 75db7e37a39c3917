"""Commitments: fields that are verbs too, lists that have lost their marks, purposes that are all there is, times that are none."""

from __future__ import annotations

import pytest

from camket.run.flow import Kit

PARTIES = "Sáng 5/3, Công ty Cổ phần Sao Khuê và Trường Đại học Ba Khe"
SIGNED = f"{PARTIES} ký thỏa thuận hợp tác."


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(text).commitments]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("ký bản ghi nhớ hợp tác trong lĩnh vực giáo dục", ["giáo dục"]),
        ("ký bản ghi nhớ hợp tác trong lĩnh vực giao thông", ["giao thông"]),
        ("ký bản ghi nhớ hợp tác trong lĩnh vực xây dựng và y tế", ["xây dựng", "y tế"]),
        ("ký bản ghi nhớ hợp tác trong lĩnh vực xây dựng và vận hành nhà máy", ["xây dựng và vận hành nhà máy"]),
        ("ký thỏa thuận hợp tác về xuất khẩu lao động", ["xuất khẩu lao động"]),
        ("ký bản ghi nhớ về hợp tác trong lĩnh vực thương mại, văn hóa và hải quan", ["thương mại", "văn hóa", "hải quan"]),
        ("ký bản ghi nhớ về hợp tác thương mại", ["thương mại"]),
        ("ký thỏa thuận thương mại", []),
        ("ký hợp đồng tiêu thụ sản phẩm của làng nghề Ba Khe", ["tiêu thụ sản phẩm của làng nghề Ba Khe"]),
        ("ký bản ghi nhớ về tăng cường kết nối giữa sản xuất với tiêu thụ", ["tăng cường kết nối giữa sản xuất với tiêu thụ"]),
        ("ký bản ghi nhớ về hợp tác giữa hai bên trong lĩnh vực du lịch", ["du lịch"]),
    ],
)  # fmt: skip
def test_fields_behind_the_name_of_the_document(subject: str, told: list[str], kit: Kit) -> None:
    assert items(f"{PARTIES} {subject}.", kit) == told


@pytest.mark.parametrize("end", [";", ",", ".", ""])
def test_lines_behind_a_colon_are_items_without_marks(end: str, kit: Kit) -> None:
    lines = ["Đào tạo 30 kỹ sư", "Nghiên cứu giống lúa mới", "Tổ chức năm hội thảo"]
    after = "Phát biểu tại buổi lễ, bà Trần Thị Chín cảm ơn nhà trường."
    told = f"\n{SIGNED}\nNội dung hợp tác gồm:\n" + f"{end}\n".join(lines) + f".\n{after}"
    assert items(told, kit) == lines


def test_a_line_with_a_semicolon_behind_a_colon_is_no_button(kit: Kit) -> None:
    told = f"{SIGNED}\nNội dung hợp tác gồm:\nĐào tạo 30 kỹ sư;\nChia sẻ dữ liệu khí tượng;\nCông tác xã hội."
    assert items(told, kit) == ["Đào tạo 30 kỹ sư", "Chia sẻ dữ liệu khí tượng", "xã hội"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hai bên thống nhất sẽ phối hợp chặt chẽ hơn nữa để đưa dịch vụ y tế về xã.", ["phối hợp chặt chẽ hơn nữa để đưa dịch vụ y tế về xã"]),
        ("Công ty Cổ phần Sao Khuê sẽ làm việc với tỉnh để mở 3 trạm y tế, tổ chức hai lớp tập huấn.", ["làm việc với tỉnh để mở 3 trạm y tế", "tổ chức hai lớp tập huấn"]),
        ("Công ty Cổ phần Sao Khuê sẽ huy động nguồn lực không chỉ của công ty mà còn của các đối tác.", ["huy động nguồn lực không chỉ của công ty mà còn của các đối tác"]),
        ("Công ty Cổ phần Sao Khuê sẽ không chỉ trồng rừng mà còn xây trường học.", ["trồng rừng", "xây trường học"]),
        ('Thỏa thuận khẳng định hai bên sẽ "đào tạo 30 kỹ sư, mở 3 phòng thí nghiệm".', ["đào tạo 30 kỹ sư", "mở 3 phòng thí nghiệm"]),
        ("Dự án của đôi bên gồm 3 cấu phần chính: xây dựng vườn ươm; chuyển giao kỹ thuật; tiêu thụ gỗ.", ["xây dựng vườn ươm", "chuyển giao kỹ thuật", "tiêu thụ gỗ"]),
        ("Theo đó, hai bên sẽ hợp tác trong 5 năm.", []),
        ("Theo đó, hai bên sẽ đào tạo 30 kỹ sư trong 5 năm tới.", ["đào tạo 30 kỹ sư"]),
        ("Theo đó, hai bên sẽ đào tạo 30 kỹ sư ngay sau lễ ký.", ["đào tạo 30 kỹ sư"]),
        ("Theo đó, hai bên sẽ đào tạo 30 kỹ sư, mở 3 phòng thí nghiệm, v.v.", ["đào tạo 30 kỹ sư", "mở 3 phòng thí nghiệm"]),
        ("Theo đó, hai bên sẽ đào tạo kỹ sư, nhất là kỹ sư phần mềm, tặng 20 suất học bổng.", ["đào tạo kỹ sư", "tặng 20 suất học bổng"]),
        ("Theo đó, nhà trường đào tạo kỹ sư, công ty tuyển dụng 100 sinh viên.", ["đào tạo kỹ sư", "tuyển dụng 100 sinh viên"]),
    ],
)  # fmt: skip
def test_where_items_begin_and_end(text: str, told: list[str], kit: Kit) -> None:
    assert items(f"{SIGNED}\n\n{text}", kit) == told


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("Theo đó, từ năm 2025 đến năm 2030, hai bên sẽ đào tạo kỹ sư.", "2025/2030"),
        ("Theo đó, trong 5 năm tới, hai bên sẽ đào tạo kỹ sư.", "P5Y"),
        ("Trong 5 năm qua, hai bên đã đào tạo nhiều kỹ sư.", None),
        ("Trong giai đoạn 2020-2024, hai bên đã đào tạo nhiều kỹ sư.", None),
        ("Trong giai đoạn 2025-2030, hai bên sẽ đào tạo kỹ sư.", "2025/2030"),
        ("Trong giai đoạn 2025-2030, hai bên sẽ mở rộng các lớp nghề đã thí điểm.", "2025/2030"),
    ],
)
def test_the_time_in_which_all_parties_act_is_the_period(text: str, covers: str | None, kit: Kit) -> None:
    assert kit.extract(f"{SIGNED}\n\n{text}").agreements[0].period == covers
