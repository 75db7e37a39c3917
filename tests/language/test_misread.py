"""What a scan lost, read in the folded text as it was written."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.folding import fold
from camket.language.misread import mended
from camket.run.flow import Kit

SCAN = "Đôc lâp - Tự do - Hanh phúc. Hai bên thông nhât viêc phối hơp. "


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Trách nhiêm của Hôi viên", "trách nhiệm của hội viên"),
        ("NGHỊ QUYẾT LIÊN TICH", "nghị quyết liên tịch"),
        ("HỘl CỰU CHlẾN BINH", "hội cựu chiến binh"),
        ("Đlều 2. Nôi\ndung", "điều 2. nội\ndung"),
        ("Có hiêu lưc", "có hiệu lực"),
        ("theo luât", "theo luật"),
        ("Cung câp kêt quả, điêu kiện", "cung cấp kết quả, điều kiện"),
        ("Vân động phu nữ", "vận động phụ nữ"),
    ],
)
def test_a_scan_is_read_as_it_was_written(said: str, written: str) -> None:
    assert mended(SCAN + said, fold(SCAN + said)).endswith(written)


def test_only_what_no_word_is_changes_and_every_place_stays() -> None:
    text = SCAN + "xã Ia Mlah, Ea Nuôl, thôn Klơng, công ty Alpha, thông báo chung, nhân dân, cổ đông"
    folded = fold(text)
    read = mended(text, folded)
    assert len(read) == len(folded)
    assert read.endswith("xã ia mlah, ea nuôl, thôn klơng, công ty alpha, thông báo chung, nhân dân, cổ đông")


def test_a_text_with_a_slip_or_two_stays_as_it_is() -> None:
    text = "Nghệ sĩ NSƯT thống nhât viêc phối hợp ở Ea Nuôl."
    assert mended(text, fold(text)) == fold(text)


def test_the_text_of_the_document_stays_as_it_is(kit: Kit) -> None:
    analysis = language.analyse(ingest.from_text(SCAN), kit.lexicon, kit.grammar)
    assert analysis.text == SCAN
    assert "việc phối hợp" in analysis.folded
