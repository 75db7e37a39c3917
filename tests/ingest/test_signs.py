from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageDraw, ImageFont

from camket.ingest.scans.signs import mended
from camket.ingest.sheets.words import Word
from tests.conftest import needs_ocr
from tests.ingest.test_scans import DPI, FONT, page, read

pytestmark = pytest.mark.skipif(not Path(FONT).is_file(), reason="Debian's fonts-dejavu-core is not installed")


@pytest.mark.parametrize("taken_for", ["s", "»", "+", "-", "e"])
def test_a_small_full_disc_at_the_head_of_a_line_is_a_bullet(taken_for: str) -> None:
    image = page(("", "Hai bên cùng thực hiện"))
    ImageDraw.Draw(image).ellipse((112, 235, 123, 246), fill="black")
    line = [Word(taken_for, (112, 235, 124, 247), 0.0), Word("Hai", (140, 222, 200, 258), 0.96)]
    assert mended(image, [line], DPI)[0] == [Word("•", (112, 235, 124, 247), 0.96), line[1]]


@pytest.mark.parametrize(("lone", "box"), [("-", (112, 240, 126, 243)), ("I", (112, 222, 118, 258))])
def test_strokes_and_letters_at_the_head_of_a_line_are_what_they_were_read_as(
    lone: str, box: tuple[int, int, int, int]
) -> None:
    image = page(("", "Hai bên cùng thực hiện"))
    ImageDraw.Draw(image).rectangle(box, fill="black")
    line = [Word(lone, box, 0.9), Word("Hai", (140, 222, 200, 258), 0.96)]
    assert mended(image, [line], DPI)[0] == line


@needs_ocr
@pytest.mark.parametrize(("printed", "read_as", "confidence", "meant"), [
    ("Chi", "Chỉ", 0.8, "Chi"), ("tinh", "tỉnh", 0.9, "tinh"), ("tỉnh", "tỉnh", 0.9, "tỉnh"), ("Chi", "Chỉ", 0.96, "Chỉ"),
])  # fmt: skip
def test_a_hook_that_ocr_is_unsure_of_is_looked_at_again(
    printed: str, read_as: str, confidence: float, meant: str
) -> None:
    image = page(("", printed))
    box = ImageDraw.Draw(image).textbbox((110, 220), printed, font=ImageFont.truetype(FONT, 34))
    assert mended(image, [[Word(read_as, box, confidence)]], DPI)[0][0].text == meant


@needs_ocr
def test_the_items_of_a_scanned_list_begin_with_bullets() -> None:
    items = ("• Chi cục Kiểm lâm cử cán bộ phụ trách", "• Báo cáo hằng quý của mỗi bên", "• Sơ kết vào tháng sáu")
    assert [" ".join(word.text for word in line) for line in read(page(items)).lines] == list(items)
