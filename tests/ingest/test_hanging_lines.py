"""Lines of plain text that hang: what ends with "huyện", "và" or a comma goes on below, rows of columns do not."""

from __future__ import annotations

import pytest

from camket import ingest

HEAD = "Thỏa thuận của hai ngành\n\n"


def lines(text: str) -> list[str]:
    document = ingest.from_text(f"{HEAD}{text}\n")
    return [block.place.of(document.text) for block in document.blocks[1:]]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Sáng qua, tại hội trường lớn của huyện, Hội Nông dân huyện",
            "Văn Chấn và Hạt Kiểm lâm đã ký quy chế phối hợp.",
        ),
        (
            "Lễ ký kết có mặt đông đủ lãnh đạo Sở Y tế tỉnh Yên Bái và",
            "Trường Cao đẳng Lam Kinh cùng đại diện các khoa.",
        ),
        ("Lễ ký kết có mặt đông đủ lãnh đạo của Sở Y tế Yên Bái,", "Trường Cao đẳng Lam Kinh cùng đại diện các khoa."),
    ],
)
def test_a_line_that_hangs_goes_on_in_the_next(above: str, below: str) -> None:
    assert lines(f"{above}\n{below}") == [f"{above}\n{below}"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Hội Nông dân huyện", "Văn Chấn và Hạt Kiểm lâm đã ký quy chế phối hợp."),
        ("ĐẠI DIỆN LÃNH ĐẠO CỦA HỘI NÔNG DÂN VÀ HẠT KIỂM LÂM HUYỆN", "Đỗ Văn Khoa"),
        ("Chủ tịch Hội Nông dân huyện          Hạt trưởng Hạt Kiểm lâm huyện", "Đỗ Văn Khoa          Vi Thị Hoa"),
        ("Lễ ký kết có mặt đông đủ lãnh đạo Sở Y tế tỉnh Yên Bái và", "- Trường Cao đẳng Lam Kinh cùng các khoa."),
    ],
)
def test_short_lines_capitals_columns_and_items_stand_alone(above: str, below: str) -> None:
    assert lines(f"{above}\n{below}") == [above, below]


def test_a_row_of_columns_does_not_tell_the_width_of_the_page() -> None:
    page = [
        "Sáng qua, tại hội trường lớn của thị trấn Sơn Thịnh, bà con ở khắp các bản thuộc",
        "Văn Chấn đã có mặt từ rất sớm để dự buổi ký kết quy chế giữ rừng đầu nguồn do",
        "Hạt Kiểm lâm soạn ra sau khi hỏi ý kiến các hộ sống bên dòng suối chảy từ núi",
        "Phu Song Sung xuống, nơi năm nào cũng cháy vào mùa hanh khô, theo lời già làng",
        "Lò Văn Ún, người đã hơn bốn mươi năm đi tuần rừng cùng các kiểm lâm viên trẻ.",
    ]
    columns = f"{'Đại diện Hội Nông dân huyện Văn Chấn':60}Đại diện Hạt Kiểm lâm huyện Văn Chấn và các bản"
    assert lines("\n".join([*page, columns])) == ["\n".join(page), columns]
