from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from camket.ingest.scans.ocr import read_page
from camket.ingest.sheets.lines import compose
from tests.conftest import needs_ocr
from tests.ingest.pdfs import between_letterheads_and_signatures, pdf, scan, together, typed
from tests.ingest.test_pdf_order import LEFT, RIGHT
from tests.ingest.test_scans import FONT

pytestmark = [
    needs_ocr,
    pytest.mark.skipif(not Path(FONT).is_file(), reason="Debian's fonts-dejavu-core is not installed"),
]
TITLE = "Mười trường vùng cao được nối mạng theo chương trình hợp tác mới ký"


def text_of(data: bytes) -> str:
    return compose([read_page(scan(data, dpi=200), "a.png", 200)]).text


def test_columns_of_a_scan_are_read_one_after_the_other_below_what_stands_over_them() -> None:
    said = text_of(pdf(together(typed(TITLE, top=80), typed(*LEFT, top=120), typed(*RIGHT, x=310, top=120))))
    assert " ".join(said.split()) == " ".join((TITLE, *LEFT, *RIGHT))
    assert "nối mạng trước tháng mười hai" in said


def test_three_columns_of_a_scan_are_read_one_after_the_other() -> None:
    lines = textwrap.wrap(" ".join((*LEFT, *RIGHT)), 26)
    columns = [typed(*lines[at * 7 : at * 7 + 7], x=50 + 170 * at, top=110) for at in range(3)]
    assert text_of(pdf(together(*columns))).split() == " ".join(lines[:21]).split()


def test_letterheads_and_signatures_of_a_scan_stay_side_by_side() -> None:
    page = between_letterheads_and_signatures([" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)])
    lines = text_of(pdf(page)).split("\n")
    for line in ("ĐẠI DIỆN BÊN A    ĐẠI DIỆN BÊN B", "GIÁM ĐỐC    HIỆU TRƯỞNG", "Nguyễn Văn An    Trần Thị Bình"):
        assert line in lines
