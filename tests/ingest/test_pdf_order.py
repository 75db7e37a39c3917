from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

from camket.document import BlockKind, Document
from tests.ingest.pdfs import A4, between_letterheads_and_signatures, font, pdf, read, together, typed

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LEFT = (
    "Sở Giáo dục và Đào tạo tỉnh cho biết",
    "năm học mới sẽ có thêm mười trường",
    "được nối mạng tốc độ cao nhờ chương",
    "trình hợp tác với Tập đoàn Viễn thông,",
    "trong đó ba trường ở vùng cao được",
    "trang bị phòng máy tính miễn phí.",
    "Các trường còn lại sẽ được nối mạng",
)
RIGHT = (
    "trước tháng mười hai năm nay. Ngoài",
    "ra hai bên còn thống nhất mở lớp tập",
    "huấn cho giáo viên tin học của toàn",
    "tỉnh trong hai năm liền, mỗi năm ba",
    "lớp, mỗi lớp bốn mươi người, kinh",
    "phí do Tập đoàn chi trả toàn bộ và",
    "không thu của các trường khoản nào.",
)


def texts(document: Document, *, furniture: bool = False) -> list[str]:
    return [block.place.of(document.text) for block in document.blocks
            if furniture or block.kind is not BlockKind.FURNITURE]  # fmt: skip


def table(
    rows: list[list[str]], widths: list[float], *style: tuple[object, ...], top: float = 200
) -> Callable[[Canvas], None]:
    """Draws a ruled table."""
    plain = ParagraphStyle("plain", fontName=font(), fontSize=10, leading=13)
    ruled = Table([[Paragraph(cell, plain) for cell in row] for row in rows], colWidths=widths,
                  style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *style])  # fmt: skip

    def draw(canvas: Canvas) -> None:
        _, height = ruled.wrapOn(canvas, *A4)
        ruled.drawOn(canvas, 72, A4[1] - top - height)

    return draw


def test_two_columns_are_read_one_after_the_other_and_as_one_paragraph(tmp_path: Path) -> None:
    page = together(
        typed("Mười trường vùng cao được nối mạng theo chương trình hợp tác mới ký", top=80),
        typed(*LEFT, top=110), typed(*RIGHT, x=310, top=110),
    )  # fmt: skip
    document = read(pdf(page), tmp_path)
    assert " ".join((*LEFT, *RIGHT)) in " ".join(document.text.split())
    assert texts(document)[0].startswith("Mười trường vùng cao")
    assert any("nối mạng trước tháng mười hai" in text for text in texts(document))


def test_columns_whose_lines_do_not_stand_level_are_read_one_after_the_other(tmp_path: Path) -> None:
    document = read(pdf(together(typed(*LEFT, top=110), typed(*RIGHT, x=310, top=117, leading=14))), tmp_path)
    assert " ".join((*LEFT, *RIGHT)) == " ".join(document.text.split())


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    lines = textwrap.wrap(" ".join((*LEFT, *RIGHT) * 2), 26)
    parts = lines[:12], lines[12:24], lines[24:]
    page = together(*[typed(*part, x=50 + 170 * at, top=110) for at, part in enumerate(parts)])
    assert read(pdf(page), tmp_path).text.split() == " ".join(lines).split()


def test_letterheads_and_signatures_stay_side_by_side(tmp_path: Path) -> None:
    page = between_letterheads_and_signatures([" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)])
    document = read(pdf(page), tmp_path)
    for line in (
        "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẠI DIỆN BÊN A    ĐẠI DIỆN BÊN B",
        "GIÁM ĐỐC    HIỆU TRƯỞNG", "Nguyễn Văn An    Trần Thị Bình",
    ):  # fmt: skip
        assert line in document.text.split("\n")


def test_the_cells_of_a_ruled_table_are_not_mixed_with_their_neighbours(tmp_path: Path) -> None:
    rows = [
        ["STT", "Nội dung", "Đơn vị thực hiện"],
        ["1", "Đào tạo nghề cho lao động nông thôn ở các xã vùng cao của tỉnh", "Trường Cao đẳng nghề phối hợp với Sở Lao động"],
        ["2", "Hỗ trợ thiết bị", "Công ty Cơ khí Miền Đông và các đơn vị trực thuộc công ty"],
    ]  # fmt: skip
    page = together(typed(*LEFT, top=80), table(rows, [40, 170, 150]), typed(*RIGHT, top=400))
    document = read(pdf(page), tmp_path)
    lines = document.text.split("\n")
    for row in rows:
        assert "    ".join(row) in lines
    cells = [block.place.of(document.text) for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert cells == [cell for row in rows for cell in row]
    assert document.text.index(LEFT[-1]) < document.text.index("STT") < document.text.index(RIGHT[0])


def test_a_cell_over_several_columns_or_rows_is_one(tmp_path: Path) -> None:
    rows = [["Kế hoạch năm 2021", "", ""], ["Quý I", "Khảo sát", "Sở"], ["", "Tập huấn", "Trường"]]
    spans = (("SPAN", (0, 0), (-1, 0)), ("SPAN", (0, 1), (0, 2)))
    document = read(pdf(table(rows, [100, 120, 100], *spans)), tmp_path)
    assert "Kế hoạch năm 2021" in document.text.split("\n")
    cells = [block.place.of(document.text) for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert sorted(cells) == sorted(["Quý I", "Khảo sát", "Sở", "Tập huấn", "Trường"]) or cells.count("Quý I") == 1


def test_a_frame_around_a_page_and_lines_under_a_heading_are_no_table(tmp_path: Path) -> None:
    def framed(canvas: Canvas) -> None:
        canvas.rect(40, 40, A4[0] - 80, A4[1] - 80)
        canvas.line(72, 735, 300, 735)
        typed(*LEFT)(canvas)

    document = read(pdf(framed), tmp_path)
    assert document.text.split() == " ".join(LEFT).split()
    assert not any(block.kind is BlockKind.TABLE_CELL for block in document.blocks)


def test_running_heads_and_page_numbers_stand_apart_and_do_not_cut_a_paragraph(tmp_path: Path) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        return together(
            typed(f"Bản tin Hợp tác số 5 - Trang {number}", top=40),
            typed(*LEFT, top=150),
            typed(f"- {number} -", x=280, top=810),
        )

    document = read(pdf(*map(page, (1, 2, 3, 4))), tmp_path)
    apart = [block.place.of(document.text) for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert sorted(apart) == sorted(
        text for n in (1, 2, 3, 4) for text in (f"Bản tin Hợp tác số 5 - Trang {n}", f"- {n} -")
    )
    assert document.text.count("nối mạng Sở Giáo dục") == 3
    for word in document.word_boxes:
        assert document.pages[word.page - 1].number == word.page


def test_a_number_that_ends_a_paragraph_is_no_page_number(tmp_path: Path) -> None:
    document = read(pdf(typed(*LEFT, "2021"), typed(*RIGHT)), tmp_path)
    assert "nối mạng 2021" in document.text


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Hai bên thống nhất thực hiện chương trình phối hợp giai đoạn 2012-", "2015 trên địa bàn tỉnh.", "giai đoạn 2012-2015 trên"),
        ("Hai bên thống nhất thực hiện chương trình phối hợp mang tên coopera-", "tion trên địa bàn tỉnh.", "tên cooperation trên"),
        ("Hai bên thống nhất thực hiện chương trình phối hợp với nước In-đô-", "nê-xi-a trong năm tới.", "nước In-đô-nê-xi-a trong"),
        ("Hai bên thống nhất thực hiện chương trình phối hợp về văn hóa Việt-", "Pháp trong năm tới đây.", "hóa Việt-Pháp trong"),
        ("Hai bên thống nhất thực hiện chương trình phối hợp về văn hóa Việt -", "Pháp trong năm tới đây.", "Việt - Pháp trong"),
    ],
)  # fmt: skip
def test_words_cut_at_the_end_of_a_line_are_whole_again(above: str, below: str, whole: str, tmp_path: Path) -> None:
    document = read(pdf(typed(above, below)), tmp_path)
    assert whole in document.text
    for word in document.word_boxes:
        assert word.place.of(document.text).strip()


def test_an_indented_line_begins_a_paragraph(tmp_path: Path) -> None:
    page = together(
        typed(*LEFT, top=100), typed("Cũng trong dịp này, hai bên đã trao", x=102, top=205), typed(*RIGHT, top=220)
    )
    assert any(text.startswith("Cũng trong dịp này") for text in texts(read(pdf(page), tmp_path)))


@pytest.mark.parametrize("count", [3, 5])
def test_of_copies_of_one_page_the_first_and_last_lines_are_no_running_heads(count: int, tmp_path: Path) -> None:
    head, foot = "BẢN TIN NGÀNH Y TẾ", "Số 12 năm 2019"
    page = together(typed(head, top=40), typed(*LEFT, top=80), typed(foot, top=810))
    document = read(pdf(*[page] * count), tmp_path)
    assert " ".join(texts(document)).split() == " ".join(LEFT * count).split()
    apart = [block.place.of(document.text) for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert sorted(apart) == sorted([head, foot] * count)
