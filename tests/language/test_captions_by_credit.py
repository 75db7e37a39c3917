"""Lines that end with who took the picture are its captions, wherever they stand; longer or shorter ones are not."""

from __future__ import annotations

import pytest

from camket import ingest

TITLE = "Hai trường bắt tay"
LEAD = "Ngày 2/7/2019, Trường Đại học Tây Sơn và Công ty Cổ phần Tre Vàng ký biên bản ghi nhớ."


def kinds(*lines: str) -> list[str]:
    return [str(block.kind.value) for block in ingest.from_text("\n\n".join(lines)).blocks]


@pytest.mark.parametrize(
    "credit",
    ["Ảnh: Minh Hạnh", "Ảnh: Minh Hạnh.", "(Ảnh: Hà My)", "Ảnh minh họa: Báo Gia Lai", "Nguồn ảnh: Lê Minh", "Photo: An Bình"],
)  # fmt: skip
def test_a_line_that_ends_with_its_credit_is_a_caption(credit: str) -> None:
    line = f"Lãnh đạo hai đơn vị trao bản ghi nhớ tại hội trường. {credit}"
    assert kinds(TITLE, LEAD, line, "Hai bên sẽ mở 3 lớp học.") == ["headline", "paragraph", "caption", "paragraph"]


def test_a_caption_may_stand_before_the_lead_and_behind_the_last_line() -> None:
    line = "Quang Hải và Thu Mai trao bản ghi nhớ. Ảnh: Minh Hạnh"
    assert kinds(TITLE, line, LEAD, line) == ["headline", "caption", "paragraph", "caption"]


def test_who_wrote_and_took_pictures_is_a_byline() -> None:
    assert kinds(TITLE, LEAD, "Tin, ảnh: Minh Hạnh", "Bài, ảnh: Lê Minh")[2:] == ["byline", "byline"]


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh chụp hai lãnh đạo có ở phòng truyền thống của nhà trường.",
        (
            "Mọi người mang theo ảnh: ai cũng vui, cười nói cả buổi sáng, kể lại biết bao chuyện cũ của những ngày "
            "đầu dựng trường bên bờ suối."
        ),
        f"{LEAD[:-1]} {'về đào tạo, nghiên cứu, thực tập, việc làm, học bổng ' * 4}cho sinh viên. Ảnh: Minh Hạnh",
    ],
)
def test_what_goes_on_behind_the_word_or_is_too_long_is_a_paragraph(line: str) -> None:
    assert kinds(TITLE, LEAD, line)[2] == "paragraph"
