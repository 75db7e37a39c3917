from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from camket import ingest
from camket.errors import LimitError
from camket.ingest import ReadOptions
from camket.ingest.office.word_pictures import is_page
from camket.ingest.scans.picture import dpi_of
from tests.conftest import needs_ocr
from tests.ingest.office import blocks, docx, p, packed, read
from tests.ingest.test_scans import FONT, LINES, page

OPENING = "Hai đơn vị thống nhất ký kết thỏa thuận hợp tác toàn diện trong năm năm tới."
CLOSING = "Bản ghi nhớ trên đây có hiệu lực kể từ ngày ký."
pytestmark = pytest.mark.skipif(not Path(FONT).is_file(), reason="Debian's fonts-dejavu-core is not installed")


def hall() -> Image.Image:
    """What a photograph of people is to a reader: no paper."""
    tones = np.random.default_rng(7).normal(120, 60, (30, 40)).clip(0, 255).astype(np.uint8)
    return Image.fromarray(tones).resize((1200, 900), Image.Resampling.BICUBIC)


def with_pictures(*pictures: Image.Image) -> bytes:
    """A Word file with a paragraph, the pictures in one, and a paragraph."""
    shown = "".join(f'<w:drawing><w:blip r:embed="image{at}"/></w:drawing>' for at in range(len(pictures)))
    made = docx(p(OPENING) + p(f"<w:r>{shown}</w:r>") + p(CLOSING), **{f"image{at}": "" for at in range(len(pictures))})
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        files: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    for at, picture in enumerate(pictures):
        buffer = io.BytesIO()
        picture.save(buffer, "PNG")
        files[f"word/image{at}.xml"] = buffer.getvalue()
    return packed(files)


@needs_ocr
def test_a_scanned_page_between_paragraphs_is_read_where_it_stands(tmp_path: Path) -> None:
    document = read(tmp_path, "a.docx", with_pictures(hall(), page(), Image.new("L", (180, 180), "white")))
    texts = [text for _, text in blocks(document)]
    assert (texts[0], texts[-1]) == (OPENING, CLOSING)
    assert " ".join(texts[1:-1]).split() == " ".join(LINES).split()
    assert document.ocr
    assert document.warnings == ("word: pictures in it were read as scanned pages: 1",)


def test_pages_that_are_not_read_are_told_and_those_over_a_limit_refused(tmp_path: Path) -> None:
    data = with_pictures(hall(), page(), page())
    (tmp_path / "a.docx").write_bytes(data)
    document = ingest.read(tmp_path / "a.docx", "a.docx", ReadOptions(ocr="never"))
    assert document.text.split("\n") == [OPENING, CLOSING]
    (told,) = document.warnings
    assert told.startswith("page 1: pictures that may be scanned pages are not read: 2; OCR is off")
    with pytest.raises(LimitError, match="over the limit page_pixels"):
        read(tmp_path, "a.docx", data, page_pixels=1_000_000)


def test_a_page_is_mostly_paper_in_whatever_light() -> None:
    dim = Image.fromarray((np.asarray(page(), dtype=float) * np.linspace(1, 0.5, 1300)).astype(np.uint8))
    assert is_page(page())
    assert is_page(dim)
    assert not is_page(hall())


def test_a_part_of_a_page_is_as_wide_as_a_page() -> None:
    assert dpi_of(None, (1654, 400)) == pytest.approx(200, abs=1)
    assert dpi_of((96, 96), (1654, 2339)) == pytest.approx(200, abs=1)
