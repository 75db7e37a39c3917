from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from camket import ingest
from camket.document import BlockKind, Document
from camket.errors import (
    BrokenDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitError,
    NeedsOcrError,
    UndecodableError,
    UnsupportedError,
    UsageError,
)
from camket.ingest import Limits, ReadOptions
from tests.conftest import CORPUS, needs_ocr

TEXT = "Sở Y tế Hòa Bình ký quy chế phối hợp\n\nNgày 5/3/2019, hai bên đã ký quy chế.\n"


def read(tmp_path: Path, name: str, data: bytes, **options: object) -> Document:
    (tmp_path / name).write_bytes(data)
    return ingest.read(tmp_path / name, name, ReadOptions(**options))  # type: ignore[arg-type]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.place.of(document.text)) for block in document.blocks]


def test_decomposed_text_becomes_nfc(tmp_path: Path) -> None:
    document = read(tmp_path, "a.txt", unicodedata.normalize("NFD", TEXT).encode())
    assert document.text == TEXT
    assert document.text_quality == 1.0


def tones_apart(text: str) -> str:
    """The text as windows-1258 has it: letters with their hooks whole, tone marks after them."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = ""
    for char in text:
        marks = [mark for mark in unicodedata.normalize("NFD", char) if mark in tones]
        base = "".join(mark for mark in unicodedata.normalize("NFD", char) if mark not in tones)
        out += unicodedata.normalize("NFC", base) + "".join(marks)
    return out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_old_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    text = tones_apart(TEXT) if encoding == "cp1258" else TEXT
    assert read(tmp_path, "a.txt", text.encode(encoding)).text == TEXT


def test_mojibake_is_repaired_and_told(tmp_path: Path) -> None:
    broken = "Sở Y tế và Bệnh viện ký kết chương trình".encode().decode("cp1252", "ignore").encode()
    document = read(tmp_path, "a.txt", broken)
    assert any(warning.startswith("encoding") for warning in document.warnings) or document.text_quality < 1


def test_control_characters_and_lone_surrogates_do_not_get_in() -> None:
    document = ingest.from_text("Ký\x00 kết\ud800 hợp tác")
    assert "\x00" not in document.text
    assert document.text.encode()


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyDocumentError),
        ("a.txt", b" \n\t\n", EmptyDocumentError),
        ("a.txt", bytes(range(256)) * 20, UndecodableError),
        ("a.xyz", b"abc", UnsupportedError),
        ("a", b"abc", UnsupportedError),
        ("a.pdf", b"%PDF-1.7 broken", BrokenDocumentError),
        ("a.docx", b"PK\x03\x04 broken", BrokenDocumentError),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", EncryptedDocumentError),
        ("a.png", b"\x89PNG\r\n\x1a\n broken", BrokenDocumentError),
        ("a.html", b"<html><body></body></html>", DocumentError),
    ],
)
def test_bad_input_is_refused_with_a_reason_and_a_way_out(
    name: str, data: bytes, error: type[DocumentError], tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        read(tmp_path, name, data)
    assert str(caught.value).startswith(name)
    assert caught.value.reason


def test_an_encrypted_pdf_is_told_as_such(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(100, 700, "Sealed")
    page.save()
    with pytest.raises(EncryptedDocumentError, match="password"):
        read(tmp_path, "a.pdf", buffer.getvalue())


def test_a_picture_without_ocr_is_told_and_not_taken_as_empty(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("L", (600, 800), 255).save(buffer, "PNG")
    with pytest.raises(NeedsOcrError, match="--ocr auto"):
        read(tmp_path, "a.png", buffer.getvalue(), ocr="never")


def test_limits_are_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="--limit file_bytes=96"):
        read(tmp_path, "a.txt", TEXT.encode(), limits=Limits(file_bytes=10))
    with pytest.raises(LimitError, match="over the limit pages of 0"):
        ingest.read(
            CORPUS / "agreements" / "quy-che-phoi-hop-cong-an-hai-quan.pdf",
            "a.pdf",
            ReadOptions(limits=Limits(pages=0)),
        )


@pytest.mark.parametrize("setting", ["pages", "pages=", "pages=-1", "pages=0", "sheets=5"])
def test_a_limit_that_cannot_be_set_is_told_with_those_that_can(setting: str) -> None:
    assert Limits.of(["pages=5", "nesting=2"]) == Limits(pages=5, nesting=2)
    with pytest.raises(UsageError, match="a name of file_bytes, pages, "):
        Limits.of([setting])


def test_the_parts_of_a_plain_text_are_told_apart() -> None:
    document = ingest.from_text(
        "Trang chủ > Tin tức\nThứ tư, 14/11/2012 - 09:15\n\nHai sở ký chương trình hợp tác\n\n"
        "Chiều 12/11, hai sở đã ký chương trình hợp tác tại Hội trường lớn của tỉnh.\n\nNội dung hợp tác gồm:\n"
        "- Đào tạo cán bộ;\n- Trao đổi thông tin.\n\nẢnh: Lễ ký kết\nNguồn: Sở KH&CN\nCÁC TIN KHÁC\nNghiệm thu đề tài\n"
    )
    assert [kind for kind, _ in kinds(document)] == [
        "furniture", "date_line", "headline", "paragraph", "heading", "list_item", "list_item", "caption", "byline",
        "furniture", "furniture",
    ]  # fmt: skip
    assert document.published_on == "2012-11-14"
    assert document.source == "Sở KH&CN"
    assert document.title == "Hai sở ký chương trình hợp tác"


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    line = "hai đơn vị thống nhất trao đổi thông tin về dịch bệnh ở các huyện giáp\n"
    document = ingest.from_text("Hội nghị giao ban\n\nSáng nay, " + line * 8 + "ranh của hai tỉnh trong năm.\n")
    assert [kind for kind, _ in kinds(document)] == ["headline", "paragraph"]


def test_a_wrapped_item_goes_on_in_the_next_line() -> None:
    text = "1. Bên A đầu tư ứng trước giống, phân bón và chi phí làm đất với mức không quá\n25 triệu đồng."
    wrapped = text.replace("\n25 triệu", "\nhai mươi triệu")
    assert len(ingest.from_text(wrapped).blocks) == 1
    assert len(ingest.from_text(wrapped.replace("không quá", "không quá:")).blocks) == 2


def test_a_name_cut_at_the_width_of_the_page_goes_on_in_the_next_line() -> None:
    text = """- Căn cứ Quyết định số 15/2018/QĐ-UBND ngày 07/5/2018 của Ủy ban nhân
dân tỉnh về khuyến khích liên kết;
- Theo biên bản họp ngày 02/6/2019 giữa các đơn vị tham gia và đại diện
nhân dân hai xã,
Hôm nay, ngày 05 tháng 7 năm 2019, tại nhà văn hóa xã Chiềng Mai, huyện
Mai Sơn, chúng tôi gồm:
1. Nhận tiêu thụ toàn bộ mận hậu của các hộ trong hợp tác xã trong vòng
03 năm.
"""
    assert len(ingest.from_text(text).blocks) == 4


def test_the_furniture_of_a_page_is_left_out() -> None:
    document = ingest.read(CORPUS / "articles" / "ngan-hang-phuong-nam-tinh-kon-tum.html", "a.html")
    assert document.title == "UBND tỉnh Kon Tum và Ngân hàng TMCP Phương Nam Á ký thỏa thuận hợp tác toàn diện"
    assert document.source == "Báo Mới Sáng"
    for furniture in ("Thời sự", "Giá vàng", "chúc mừng hai bên", "Tòa soạn", "quảng cáo"):
        assert furniture not in document.text


@pytest.mark.parametrize(
    "name", ["truong-dai-hoc-song-lam-tap-doan-vien-son.docx", "du-kien-ky-hop-tac-du-lich-ba-tinh.pdf"]
)
def test_word_and_pdf_files_give_back_the_words_of_their_source(name: str) -> None:
    document = ingest.read(CORPUS / "articles" / name, name)
    source = (CORPUS / "gold" / "texts" / "articles" / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert document.text.split() == source.split()


def test_a_table_in_a_word_file_is_cells() -> None:
    document = ingest.read(CORPUS / "agreements" / "thoa-thuan-truong-nghe-cong-ty-det.docx", "a.docx")
    assert (BlockKind.TABLE_CELL.value, "Bùi Thị Thanh Nhàn") in kinds(document)


@needs_ocr
def test_a_skewed_and_stamped_scan_is_read_with_few_errors_and_boxes_on_its_page() -> None:
    name = "quy-che-phoi-hop-cong-an-hai-quan"
    document = ingest.read(CORPUS / "agreements" / f"{name}.pdf", f"{name}.pdf")
    source = (CORPUS / "gold" / "texts" / "agreements" / f"{name}.txt").read_text(encoding="utf-8").split()
    assert document.ocr
    assert len(set(source) - set(document.text.split())) <= 0.05 * len(set(source))
    for word in document.word_boxes:
        page = document.pages[word.page - 1]
        assert page.width
        assert page.height
        assert -2 <= word.box[0] < word.box[2] <= page.width + 2
        assert -2 <= word.box[1] < word.box[3] <= page.height + 2


def test_the_boxes_of_a_place_are_those_of_its_words() -> None:
    document = ingest.read(CORPUS / "articles" / "du-kien-ky-hop-tac-du-lich-ba-tinh.pdf", "a.pdf")
    word = document.word_boxes[10]
    assert document.boxes_of(word.place) == (word.box,)
    assert all(one.place.of(document.text) for one in document.word_boxes)


def test_blocks_are_in_order_and_apart_in_every_document() -> None:
    for path in sorted((CORPUS / "articles").glob("*.[hdt]*")):
        document = ingest.read(path, path.name)
        ends = 0
        for block in document.blocks:
            assert ends <= block.place.start < block.place.end <= len(document.text)
            ends = block.place.end


def test_a_paragraph_of_thousands_of_wrapped_lines_is_one_and_read_at_once() -> None:
    text = "\n".join(["hai bên cùng thực hiện chương trình phối hợp trên địa bàn tỉnh"] * 5_000)
    document = ingest.from_text(text)
    assert [block.place.of(document.text) for block in document.blocks] == [text]
