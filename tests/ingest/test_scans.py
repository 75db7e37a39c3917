from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen import canvas

from camket import ingest
from camket.document import Document
from camket.errors import BrokenDocumentError, EmptyDocumentError, LimitError, NeedsOcrError
from camket.ingest import Limits, ReadOptions
from camket.ingest.scans import digits, engine, ink, ocr, picture, upright
from camket.ingest.scans.digits import doubts
from camket.ingest.scans.paper import unfolded
from camket.ingest.scans.view import View
from camket.ingest.sheets.lines import Sheet, Word
from tests.conftest import needs_ocr

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
DPI = 200
LINES = (
    "BIÊN BẢN GHI NHỚ",
    "Hôm nay, ngày 17/05/2019, tại thành phố Huế,",
    "Trường Trung học Phú Lộc và Công ty Sao Biển",
    "cùng ký bản ghi nhớ về hướng nghiệp cho học sinh",
    "với kinh phí 350 triệu đồng trong ba năm học.",
    "Hai bên cử cán bộ phụ trách và gặp nhau mỗi quý.",
)
WORDS = [word for line in LINES for word in line.split()]
pytestmark = pytest.mark.skipif(not Path(FONT).is_file(), reason="Debian's fonts-dejavu-core is not installed")


def page(lines: tuple[str, ...] = LINES, mode: str = "L", paper: str = "white", ink: str = "black") -> Image.Image:
    """A page of half A4 at 200 dpi."""
    image = Image.new(mode, (1300, 900), paper)
    font = ImageFont.truetype(FONT, 34)
    for at, line in enumerate(lines):
        ImageDraw.Draw(image).text((110, 120 + 100 * at), line, ink, font=font)
    return image


def read(image: Image.Image, dpi: float = DPI) -> Sheet:
    return ocr.read_page(image, "a.png", dpi)


def words(sheet: Sheet) -> list[str]:
    return [word.text for line in sheet.lines for word in line]


def seen(sheet: Sheet, text: str) -> tuple[float, float, float, float]:
    """Where a word stands on the picture as handed in, in its pixels."""
    box = next(word.seen or word.box for line in sheet.lines for word in line if word.text == text)
    return tuple(edge * DPI / 72 for edge in box)  # type: ignore[return-value]


def shaded(image: Image.Image) -> Image.Image:
    light = np.linspace(1.0, 0.3, image.width)[None, :]
    return Image.fromarray((np.asarray(image, dtype=float) * light).astype("uint8"))


def pale(image: Image.Image) -> Image.Image:
    return image.point(lambda value: 165 + value * 30 // 255)


def inked(image: Image.Image) -> Image.Image:
    """A red ring and blue strokes lie over the words; print under them stays dark."""
    coloured = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(coloured)
    draw.ellipse((350, 250, 750, 650), outline=(214, 40, 48), width=14)
    draw.line([(500, 330), (700, 480), (820, 400), (1000, 560)], fill=(40, 60, 190), width=9)
    return Image.fromarray((np.asarray(coloured, dtype=float) * np.asarray(image)[..., None] / 255).astype("uint8"))


def signed(image: Image.Image) -> Image.Image:
    """A thin pen ran through the words, and JPEG has taken most of the colour out of it."""
    coloured = Image.new("RGB", image.size, "white")
    for top in range(140, 700, 100):
        points = [(300, top), (420, top - 20), (560, top + 15), (700, top - 10), (900, top + 20)]
        ImageDraw.Draw(coloured).line(points, fill=(64, 84, 182), width=3)
    whole = Image.fromarray((np.asarray(coloured, dtype=float) * np.asarray(image)[..., None] / 255).astype("uint8"))
    file = io.BytesIO()
    whole.save(file, "JPEG", quality=75)
    return Image.open(file)


def on_a_desk(image: Image.Image) -> Image.Image:
    """The page as a camera sees it from aside, on something dark."""
    desk = Image.new("L", (1600, 1150), 60)
    corners = [(150.0, 110.0), (1440.0, 90.0), (1470.0, 1040.0), (130.0, 1020.0)]
    to_page = np.linalg.inv(View.of(desk).flattened(corners, image.size).back)
    numbers = tuple(float(number) for number in (to_page / to_page[2, 2]).ravel()[:8])
    return image.transform(desk.size, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC, fillcolor=60)


HOW: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as printed": lambda image: image,
    "bilevel": lambda image: image.convert("1"),
    "sixteen bits": lambda image: Image.fromarray(np.asarray(image, dtype=np.uint16) * 257),
    "transparent": lambda image: Image.merge("LA", (Image.new("L", image.size, 0), image.point(lambda v: 255 - v))),
    "leaning to the left": lambda image: image.rotate(4.2, Image.Resampling.BICUBIC, fillcolor=255),
    "leaning to the right": lambda image: image.rotate(-7.3, Image.Resampling.BICUBIC, fillcolor=255, expand=True),
    "on its left side": lambda image: image.rotate(90, expand=True),
    "on its head": lambda image: image.rotate(180),
    "on its right side": lambda image: image.rotate(270, expand=True),
    "in the shadow": shaded,
    "pale": pale,
    "stamped and signed": inked,
    "signed with a thin pen": signed,
    "on a desk": on_a_desk,
}


@needs_ocr
@pytest.mark.parametrize("how", HOW)
def test_a_page_is_read_however_it_came(how: str) -> None:
    sheet = read(HOW[how](page()))
    missed = [word for word in WORDS if word not in words(sheet)]
    assert not missed
    assert sheet.confidence is not None
    assert sheet.confidence > 0.8


@needs_ocr
@pytest.mark.parametrize(("quarters", "corner"), [(1, "bottom left"), (2, "bottom right"), (3, "top right")])
def test_boxes_stand_on_the_page_as_it_came(quarters: int, corner: str) -> None:
    image = page().rotate(90 * quarters, expand=True)
    x0, y0, x1, y1 = seen(read(image), "BIÊN")
    assert (x0 > image.width / 2) == ("right" in corner)
    assert (y0 > image.height / 2) == ("bottom" in corner)
    inside = np.asarray(image.crop((int(x0), int(y0), int(x1) + 1, int(y1) + 1)))
    assert (inside < 128).sum() > 300
    assert (y1 - y0 > x1 - x0) == (quarters in {1, 3})


@needs_ocr
def test_boxes_of_a_leaning_page_lie_on_its_ink() -> None:
    image = page().rotate(5, Image.Resampling.BICUBIC, fillcolor=255)
    sheet = read(image)
    dark = np.asarray(image) < 128
    covered = np.zeros_like(dark)
    for line in sheet.lines:
        for word in line:
            x0, y0, x1, y1 = (edge * DPI / 72 for edge in word.seen or word.box)
            covered[int(y0) - 2 : int(y1) + 3, int(x0) - 2 : int(x1) + 3] = True
    assert (dark & covered).sum() > 0.99 * dark.sum()


@needs_ocr
def test_lines_in_colour_are_read_and_those_of_a_stamp_are_not() -> None:
    image = inked(page(LINES[:5]))
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, 34)
    draw.text((110, 40), "HỌC SINH HUẾ ĐƯỢC HƯỚNG NGHIỆP", (190, 20, 30), font=font)
    draw.text((110, 700), "Tin và ảnh của báo Sông Hương", (20, 30, 180), font=font)
    draw.text((480, 430), "MẪU", (214, 40, 48), font=font)
    said = [" ".join(word.text for word in line) for line in read(image).lines]
    assert said[0] == "HỌC SINH HUẾ ĐƯỢC HƯỚNG NGHIỆP"
    assert said[-1] == "Tin và ảnh của báo Sông Hương"
    assert not any("MẪU" in line for line in said)


@needs_ocr
@pytest.mark.parametrize(("paper", "print_"), [("white", "blue"), ("darkred", "white")])
def test_a_page_all_in_colour_is_read(paper: str, print_: str) -> None:
    assert " ".join(words(read(page(LINES[:3], "RGB", paper, print_)))) == " ".join(LINES[:3])


@needs_ocr
def test_two_columns_of_signatures_stand_side_by_side() -> None:
    image = page(LINES[:4])
    font = ImageFont.truetype(FONT, 30)
    for x, name in ((120, "Nguyễn Văn Hòa"), (850, "Lê Thị Mai")):
        ImageDraw.Draw(image).text((x, 640), name, 0, font=font)
    assert " ".join(word.text for word in read(image).lines[-1]) == "Nguyễn Văn Hòa Lê Thị Mai"


@needs_ocr
def test_the_words_of_a_ruled_table_are_read() -> None:
    image = page(())
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, 30)
    cells = (("Nội dung", "Kinh phí"), ("Đào tạo nghề", "120 triệu"), ("Học bổng", "80 triệu"))
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            x, y = 100 + 500 * column, 120 + 90 * row
            draw.rectangle((x, y, x + 500, y + 90), outline=0, width=3)
            draw.text((x + 24, y + 24), text, 0, font=font)
    assert words(read(image)) == " ".join(" ".join(row) for row in cells).split()


@needs_ocr
@pytest.mark.parametrize("dpi", [100, 400])
def test_coarse_and_fine_scans_are_read_at_their_own_size(dpi: int) -> None:
    image = page().resize((1300 * dpi // DPI, 900 * dpi // DPI), Image.Resampling.BICUBIC)
    sheet = read(image, dpi)
    assert [word for word in WORDS if word not in words(sheet)] == []
    assert (sheet.width, sheet.height) == pytest.approx((1300 * 72 / DPI, 900 * 72 / DPI), abs=0.5)


@needs_ocr
def test_a_blank_page_is_a_page_without_lines() -> None:
    sheet = read(Image.new("L", (800, 600), 240))
    assert sheet.lines == []
    assert sheet.confidence is None


@needs_ocr
def test_a_page_with_ink_on_which_nothing_can_be_read_is_told(tmp_path: Path) -> None:
    smeared = page().filter(ImageFilter.GaussianBlur(30)).point(lambda value: 255 - 3 * (255 - value))
    document = saved(tmp_path, "a.tif", "TIFF", page(LINES[:2]), smeared)
    assert len(document.pages) == 2
    assert document.warnings == ("page 2: OCR is unsure of a tenth of this page or more (0%)",)


def test_the_grade_of_a_page_is_not_hidden_by_its_easy_words() -> None:
    easy = [Word("abcdefghi", (0, 0, 1, 1), 0.97)] * 8
    hard = [Word("abcdefghi", (0, 0, 1, 1), 0.3)] * 2
    assert ocr.grade_of([easy, hard]) == 0.3
    assert ocr.grade_of([easy]) == 0.97
    assert ocr.grade_of([]) == 0.0


def test_a_page_that_ocr_is_unsure_of_is_told_with_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    poor = Sheet([[Word("Ký", (10, 10, 30, 20), 0.4)]], 100, 100, ocr=True, confidence=0.4, doubts=("'1' or '7'",))
    monkeypatch.setattr(ocr, "read_page", lambda *_: poor)
    document = saved(tmp_path, "a.png", "PNG", page())
    assert document.warnings == ("page 1: OCR is unsure of a tenth of this page or more (40%)", "page 1: '1' or '7'")


@needs_ocr
def test_clear_digits_are_not_doubted() -> None:
    assert read(page()).doubts == ()


@needs_ocr
def test_digits_that_stand_otherwise_in_the_picture_are_doubted_once_with_both_readings() -> None:
    found = engine.words_of(page(), DPI)
    misread = [[Word(one.text.replace("17/05", "11/05"), one.box, one.confidence) for one in line] for line in found]
    told = doubts(page(), misread, DPI)
    assert [(doubt.word.text, digits.digits_of(doubt.other)) for doubt in told] == [("11/05/2019,", "17052019")]


def test_lines_are_levelled_and_pages_stood_up_without_being_read() -> None:
    for quarters in range(4):
        lying = page().rotate(-90 * quarters, expand=True)
        assert next(upright.stands(lying)) == upright.Stand(quarters, pytest.approx(0.0, abs=0.2))
    leaning = page().rotate(-3, Image.Resampling.BICUBIC, fillcolor=255)
    assert next(upright.stands(leaning)).angle == pytest.approx(3.0, abs=0.2)
    assert list(upright.stands(Image.new("L", (500, 500), 250))) == []


def test_each_step_of_a_view_leads_back_to_the_pixel_it_came_from() -> None:
    image = Image.new("L", (400, 300), 255)
    ImageDraw.Draw(image).rectangle((290, 60, 297, 67), fill=0)
    corners = [(20.0, 10.0), (390.0, 25.0), (380.0, 290.0), (5.0, 280.0)]
    view = View.of(image).flattened(corners, (500, 400)).scaled(1.7).quartered(3).turned(6.5)
    rows, columns = np.nonzero(np.asarray(view.image) < 100)
    box = view.placed((columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))
    assert box == pytest.approx((290, 60, 298, 68), abs=3)


def test_a_page_that_fills_its_picture_is_no_photograph() -> None:
    for image in (page(), shaded(page()), pale(page())):
        view = View.of(image)
        assert unfolded(view) is view


def test_coloured_ink_is_lighter_than_print_under_it() -> None:
    image = Image.new("RGB", (200, 100), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 90, 80), fill=(210, 40, 45))
    draw.rectangle((110, 20, 180, 80), fill=(40, 60, 190))
    draw.rectangle((50, 40, 60, 60), fill=(60, 8, 10))
    draw.rectangle((140, 40, 150, 60), fill=(8, 10, 60))
    grey = np.asarray(ink.parted(image).print)
    assert grey[30, 30] > 230
    assert grey[30, 120] > 230
    assert grey[50, 55] < 100
    assert grey[50, 145] < 100


def saved(
    tmp_path: Path, name: str, kind: str, *images: Image.Image, limits: Limits | None = None, **how: object
) -> Document:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(buffer, kind, **more, **how)
    (tmp_path / name).write_bytes(buffer.getvalue())
    return ingest.read(tmp_path / name, name, ReadOptions(limits=limits or Limits()))


@needs_ocr
def test_pages_in_are_pages_out(tmp_path: Path) -> None:
    blank = Image.new("L", (1300, 900), 255)
    document = saved(tmp_path, "a.tif", "TIFF", page(LINES[:2]), blank, page(LINES[3:]).rotate(180), dpi=(DPI, DPI))
    assert len(document.pages) == 3
    first, empty, last = (one.place.of(document.text) for one in document.pages)
    assert "17/05/2019" in first
    assert empty.strip() == ""
    assert "350 triệu đồng" in last


@needs_ocr
@pytest.mark.parametrize(("suffix", "kind"), [("webp", "WEBP"), ("bmp", "BMP"), ("gif", "GIF")])
def test_other_pictures_are_read_too(suffix: str, kind: str, tmp_path: Path) -> None:
    document = saved(tmp_path, f"a.{suffix}", kind, page(LINES[:3]))
    assert "Trường Trung học Phú Lộc" in document.text
    assert document.media_type == f"image/{suffix}"


@needs_ocr
def test_the_turn_that_a_camera_notes_is_honoured(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    document = saved(tmp_path, "a.jpg", "JPEG", page(LINES[:3]).rotate(90, expand=True), exif=exif, dpi=(DPI, DPI))
    sheet = document.pages[0]
    assert (sheet.width, sheet.height) == pytest.approx((1300 * 72 / DPI, 900 * 72 / DPI), abs=0.5)
    x0, y0, _, _ = document.word_boxes[0].box
    assert (x0, y0) == pytest.approx((110 * 72 / DPI, 125 * 72 / DPI), abs=8)


def test_further_pictures_that_are_no_pages_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet([[Word("Ký", (10, 10, 30, 20), 0.9)]], 100, 100, ocr=True, confidence=0.9)
    monkeypatch.setattr(ocr, "read_page", lambda *_: sheet)
    document = saved(tmp_path, "a.gif", "GIF", page(), page(LINES[:2]))
    assert document.warnings == (
        "only the first of 2 pictures in this file is read; save them as a TIFF or PDF of 2 pages",
    )


def chunk(body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def test_a_picture_over_a_limit_is_told_before_it_is_decoded(tmp_path: Path) -> None:
    head = b"IHDR" + (20_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    huge = b"\x89PNG\r\n\x1a\n" + chunk(head) + chunk(b"IDAT" + zlib.compress(b"")) + chunk(b"IEND")
    (tmp_path / "a.png").write_bytes(huge)
    with pytest.raises(LimitError, match=re.escape("--limit page_pixels=400000000")):
        ingest.read(tmp_path / "a.png", "a.png")
    with pytest.raises(LimitError, match="limit pages of 1"):
        saved(tmp_path, "a.tif", "TIFF", page(), page(), limits=Limits(pages=1))


def test_a_damaged_picture_is_told_with_a_way_out(tmp_path: Path) -> None:
    for kind, suffix in (("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif"), ("WEBP", "webp"), ("BMP", "bmp")):
        buffer = io.BytesIO()
        page().save(buffer, kind)
        (tmp_path / f"a.{suffix}").write_bytes(buffer.getvalue()[:200])
        with pytest.raises(BrokenDocumentError, match="save it again as PNG"):
            ingest.read(tmp_path / f"a.{suffix}", f"a.{suffix}")


@needs_ocr
@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("bmp", "BMP")])
def test_what_there_is_of_a_cut_picture_is_read_and_told(suffix: str, kind: str, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    page(LINES[:1]).save(buffer, kind)
    cut = buffer.getvalue()[: len(buffer.getvalue()) * 9 // 10]
    (tmp_path / f"a.{suffix}").write_bytes(cut)
    document = ingest.read(tmp_path / f"a.{suffix}", f"a.{suffix}")
    assert LINES[0] in document.text
    assert document.warnings[0].startswith("page 1: a part of this picture is damaged or missing")


@needs_ocr
def test_a_damaged_page_of_several_costs_itself_only(tmp_path: Path) -> None:
    pages = [page(LINES[:2]), page(LINES[2:4]), page(LINES[4:])]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    data = bytearray(buffer.getvalue())
    middle = len(data) // 2
    data[middle - 50 : middle + 50] = b"\xff" * 100
    (tmp_path / "a.tif").write_bytes(data)
    document = ingest.read(tmp_path / "a.tif", "a.tif")
    first, second, third = (one.place.of(document.text) for one in document.pages)
    assert ("17/05/2019" in first, second.strip(), "350 triệu" in third) == (True, "", True)
    assert document.warnings == ("page 2: this page is damaged and could not be read; save it again",)
    (tmp_path / "b.tif").write_bytes(buffer.getvalue()[: len(data) * 2 // 3])
    cut = ingest.read(tmp_path / "b.tif", "b.tif")
    assert len(cut.pages) == 2
    assert cut.warnings[0].startswith("page 3: this file is damaged")


@needs_ocr
def test_a_picture_without_any_text_is_told_as_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocumentError):
        saved(tmp_path, "a.png", "PNG", Image.new("L", (600, 800), 255))


def test_without_a_model_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "tessdata", lambda: None)
    with pytest.raises(NeedsOcrError, match=r"^a\.png: .*install Debian's tesseract-ocr and tesseract-ocr-vie"):
        read(page())


def test_the_folder_that_the_environment_names_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / "vie.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert engine.tessdata() == tmp_path / "tessdata"


def test_the_resolution_is_that_of_the_file_or_of_a_sheet_of_a4() -> None:
    assert picture.dpi_of((300, 300), (100, 100)) == 300
    assert picture.dpi_of((72, 72), (1654, 2339)) == pytest.approx(200, abs=1)
    assert picture.dpi_of(None, (2339, 1654)) == pytest.approx(200, abs=1)
    assert picture.dpi_of(None, (1654, 7017)) == pytest.approx(200, abs=1)


@needs_ocr
def test_a_scanned_pdf_page_on_its_side_is_read_with_boxes_on_it(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    book = canvas.Canvas(buffer, pagesize=(900 * 72 / DPI, 1300 * 72 / DPI))
    book.drawInlineImage(page().rotate(90, expand=True), 0, 0, 900 * 72 / DPI, 1300 * 72 / DPI)
    book.save()
    (tmp_path / "a.pdf").write_bytes(buffer.getvalue())
    document = ingest.read(tmp_path / "a.pdf", "a.pdf")
    assert [word for word in WORDS if word not in document.text.split()] == []
    first = document.word_boxes[0].box
    assert first[0] < 900 * 36 / DPI
    assert first[1] > 1300 * 36 / DPI
