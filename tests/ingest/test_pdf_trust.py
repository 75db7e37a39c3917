from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from camket.errors import BrokenDocumentError, EncryptedDocumentError, NeedsOcrError, TextSuspectError
from camket.ingest import Limits
from camket.ingest.scans import ocr
from tests.conftest import needs_ocr
from tests.ingest.pdfs import A4, hidden, pdf, picture, read, scan, together, typed

WORDS = (
    "Ngày 12 tháng 5 năm 2021, Sở Khoa học và Công nghệ và Trường Cao đẳng nghề",
    "đã ký thỏa thuận hợp tác về đào tạo nhân lực giai đoạn năm năm tới.",
    "Hai bên thống nhất trao đổi giảng viên, chia sẻ phòng thí nghiệm và cùng",
    "xây dựng chương trình học phù hợp với nhu cầu của doanh nghiệp trong tỉnh.",
)
LOST_MARKS = (
    "Ngay 12 thang 5 nam 2021, Sd Khoa hoc va Cong nghe va Trudng Cao dang nghe",
    "da ky thoa thuan hdp tac ve dao tao nhan lUc giai doan nam nam tdi.",
    "Hai ben thong nhat trao doi giang vien, chia se phong thi nghiem va cung",
    "xay dUng chudng trinh hoc phu hdp vdi nhu cau cua doanh nghiep trong tinh.",
)
ENGLISH = (
    "On 12 May 2021 the Department of Science and the College signed an agreement",
    "on the training of staff for the next five years, and both sides will share",
    "the rooms and the teachers that are needed by the companies in the province.",
)


def scanned(*lines: str) -> Image.Image:
    return scan(pdf(typed(*lines)))


@needs_ocr
def test_a_hidden_layer_that_lost_its_marks_is_read_by_ocr_instead(tmp_path: Path) -> None:
    document = read(pdf(together(picture(scanned(*WORDS)), hidden(*LOST_MARKS))), tmp_path)
    assert document.ocr
    assert "thỏa thuận hợp tác" in document.text
    assert "hdp tac" not in document.text
    assert any(warning.startswith("text layer of page 1") for warning in document.warnings)


def test_a_hidden_layer_that_lost_its_marks_is_not_taken_for_text_without_ocr(tmp_path: Path) -> None:
    with pytest.raises(TextSuspectError, match="--ocr auto"):
        read(pdf(together(picture(scanned(*WORDS)), hidden(*LOST_MARKS))), tmp_path, ocr="never")


@pytest.mark.parametrize("lines", [WORDS, ENGLISH], ids=["Vietnamese", "English"])
def test_a_good_hidden_layer_is_kept(lines: tuple[str, ...], tmp_path: Path) -> None:
    document = read(pdf(together(picture(scanned(*lines)), hidden(*lines))), tmp_path, ocr="never")
    assert not document.ocr
    assert document.text.split() == " ".join(lines).split()
    assert document.warnings == ()


@needs_ocr
def test_a_scan_under_a_visible_signature_is_read_by_ocr_and_the_signature_kept_exactly(tmp_path: Path) -> None:
    signature = (
        "Người ký: Sở Khoa học và Công nghệ",
        "Email: sokhcn@vidu.gov.vn",
        "Thời gian ký: 12.05.2021 09:41:07 +07:00",
    )
    page = together(picture(scanned(*WORDS)), typed(*signature, x=330, top=700))
    document = read(pdf(page), tmp_path)
    assert document.ocr
    assert "thỏa thuận hợp tác" in document.text
    for line in signature:
        assert line in document.text
    assert document.text.count("sokhcn") == 1


@needs_ocr
def test_text_and_scans_in_one_file_are_told_apart_page_by_page(tmp_path: Path) -> None:
    document = read(pdf(typed(*WORDS), picture(scanned(*WORDS)), typed(*ENGLISH)), tmp_path)
    assert [page.ocr for page in document.pages] == [False, True, False]
    assert document.text.count("thỏa thuận hợp tác") == 2


def test_a_scan_among_pages_of_text_is_told_where_ocr_is_off(tmp_path: Path) -> None:
    document = read(pdf(typed(*WORDS), picture(scanned(*WORDS))), tmp_path, ocr="never")
    assert document.warnings == ("page 2: it is a picture, and OCR is off",)


def test_text_pages_are_kept_where_tesseract_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise NeedsOcrError("a.pdf: this page is a picture and tesseract is not installed")

    monkeypatch.setattr(ocr, "read_page", missing)
    document = read(pdf(typed(*WORDS), picture(scanned(*WORDS))), tmp_path)
    assert document.warnings == ("page 2: this page is a picture and tesseract is not installed",)
    with pytest.raises(NeedsOcrError, match="tesseract is not installed"):
        read(pdf(picture(scanned(*WORDS))), tmp_path)


def test_a_page_of_few_words_without_pictures_is_text(tmp_path: Path) -> None:
    document = read(pdf(typed("Phụ lục I"), typed(*WORDS)), tmp_path, ocr="never")
    assert document.text.startswith("Phụ lục I\n")
    assert document.warnings == ()


def test_blank_pages_are_told_only_where_there_is_nothing_else(tmp_path: Path) -> None:
    document = read(pdf(typed(*WORDS), typed()), tmp_path)
    assert len(document.pages) == 2
    assert document.warnings == ()
    with pytest.raises(TextSuspectError, match="no text in this PDF"):
        read(pdf(typed(), typed()), tmp_path)


def test_a_font_without_a_table_of_letters_is_not_taken_for_text(tmp_path: Path) -> None:
    broken = pdf(typed(*WORDS)).replace(b"/ToUnicode", b"/NoUnicode")
    with pytest.raises(TextSuspectError, match="not to be trusted"):
        read(broken, tmp_path, ocr="never")


@needs_ocr
def test_a_font_without_a_table_of_letters_is_read_by_ocr(tmp_path: Path) -> None:
    document = read(pdf(typed(*WORDS)).replace(b"/ToUnicode", b"/NoUnicode"), tmp_path)
    assert document.ocr
    assert "thỏa thuận hợp tác" in document.text


def test_a_file_with_an_empty_password_is_read_and_one_with_a_password_told(tmp_path: Path) -> None:
    for password, error in (("", None), ("secret", EncryptedDocumentError)):
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4, encrypt=StandardEncryption(password, ownerPassword="owner", canCopy=0))
        canvas.drawString(72, 700, "Sealed agreement between the two companies")
        canvas.save()
        if error:
            with pytest.raises(error, match="password"):
                read(buffer.getvalue(), tmp_path)
        else:
            assert "Sealed agreement" in read(buffer.getvalue(), tmp_path).text


def test_what_pdfium_cannot_open_is_read_by_pdfplumber(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Data format error).")

    data = pdf(typed(*WORDS))
    monkeypatch.setattr(pypdfium2, "PdfDocument", refuses)
    document = read(data, tmp_path)
    assert document.text.split() == " ".join(WORDS).split()
    assert any("pdfplumber" in warning for warning in document.warnings)
    assert document.word_boxes[0].box[0] == pytest.approx(72, abs=1)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_truncated_file_without_its_pages_is_told_as_damaged(cut: float, tmp_path: Path) -> None:
    data = pdf(*[typed(*WORDS)] * 5)
    with pytest.raises((BrokenDocumentError, TextSuspectError), match=r"^a\.pdf: "):
        read(data[: int(len(data) * cut)], tmp_path, ocr="never")


def test_a_file_that_lost_its_end_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = pdf(*[typed(*WORDS)] * 5)
    document = read(data[: data.rindex(b"xref\n0")], tmp_path)
    assert len(document.pages) == 5
    assert document.text.count("thỏa thuận hợp tác") == 5
    assert any(warning.startswith("damaged") for warning in document.warnings)


def test_a_tree_of_pages_that_bites_its_tail_is_told_as_damaged(tmp_path: Path) -> None:
    data = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1/Kids[2 0 R]>> endobj
trailer <</Root 1 0 R/Size 3>>
"""
    with pytest.raises((BrokenDocumentError, TextSuspectError), match=r"a\.pdf: "):
        read(data, tmp_path)


def test_a_page_of_huge_size_is_not_drawn_larger_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[tuple[int, int]] = []

    def seen(image: Image.Image, name: str, dpi: float) -> None:
        sizes.append(image.size)
        raise NeedsOcrError(f"{name}: no OCR in this test")

    monkeypatch.setattr(ocr, "read_page", seen)
    huge = pdf(picture(Image.new("L", (50, 50), 0), (0, 0, 14_400, 14_400)), size=(14_400, 14_400))
    with pytest.raises(NeedsOcrError):
        read(huge, tmp_path, limits=Limits(page_pixels=1_000_000))
    with pytest.raises(NeedsOcrError):
        read(huge, tmp_path)
    assert sizes[0][0] * sizes[0][1] <= 1_010_000
    assert max(sizes[1]) <= 5_010


def test_attachments_are_told(tmp_path: Path) -> None:
    book = pypdfium2.PdfDocument(pdf(typed(*WORDS)))
    book.new_attachment("phu-luc.xlsx").set_data(b"PK")
    buffer = io.BytesIO()
    book.save(buffer)
    book.close()
    document = read(buffer.getvalue(), tmp_path)
    assert document.warnings == ("attachments: files inside this PDF are not read: phu-luc.xlsx",)
    assert "thỏa thuận hợp tác" in document.text


def test_the_values_of_form_fields_are_read(tmp_path: Path) -> None:
    def form(canvas: Canvas) -> None:
        typed(*WORDS)(canvas)
        canvas.acroForm.textfield(name="side", value="Cong ty Song Lam", x=72, y=400, width=200, height=20)

    assert "Cong ty Song Lam" in read(pdf(form), tmp_path).text


def test_a_damaged_page_that_pdfium_shows_as_blank_is_read_by_pdfplumber(tmp_path: Path) -> None:
    whole = pdf(typed("Hai bên đã ký biên bản ghi nhớ về hợp tác giáo dục."))
    content = re.search(rb"/Contents (\d+) 0 R", whole)
    assert content is not None
    damaged = whole.replace(b"\n%s 0 obj" % content[1], b"\n%s x obj" % content[1])
    document = read(damaged, tmp_path)
    assert document.text == "Hai bên đã ký biên bản ghi nhớ về hợp tác giáo dục."
    assert document.warnings == ("text of page 1: by pdfplumber, for pdfium shows it as blank",)
