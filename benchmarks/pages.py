"""Pages made from the corpus's own texts, each with the words that stand on it."""

from __future__ import annotations

import io
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "script"))

from degrade import CONDITIONS  # noqa: E402 - it uses script/make_corpus.py
from make_corpus import pdf  # noqa: E402

from camket.ingest.quality import text_quality  # noqa: E402
from camket.ingest.sheets.lines import Sheet, Word, compose, lines_of  # noqa: E402

if TYPE_CHECKING:
    from PIL import Image

POINTS = 72
FONTS = {
    "FreeSerif": "freefont/FreeSerif.ttf",
    "DejaVuSerif": "dejavu/DejaVuSerif.ttf",
    "NotoSans": "noto/NotoSans-Regular.ttf",
}
_TYPES = Path("/usr/share/fonts/truetype")
_SIZES = (10, 11, 12, 13)
_LEAST, _MOST = 900, 9000
_MISPRINT = re.compile(r"[A-ZĐÀ-Ỹ]l[A-ZĐÀ-Ỹ]|[■|]")
"""Texts of the corpus that already hold errors of an OCR are no truth to measure by."""
DPIS = (150, 200, 300)


@dataclass(frozen=True)
class Printed:
    """A page, the words on it and how it was printed."""

    name: str
    image: Image.Image
    text: str
    font: str
    size: int
    condition: str
    dpi: int


def register() -> None:
    """The fonts can be used; SystemExit tells which package has a missing one."""
    for name, file in FONTS.items():
        if not (_TYPES / file).is_file():
            sys.exit(
                f"{_TYPES / file} is missing: install Debian's fonts-dejavu-core, fonts-freefont-ttf, fonts-noto-core"
            )
        pdfmetrics.registerFont(TTFont(name, _TYPES / file))


def texts() -> list[tuple[str, str]]:
    """Name and text of the corpus's documents that fill a page or more, agreements and articles in turn."""
    corpus = ROOT / "corpus"
    files = sorted(corpus.glob("agreements/*.txt")) + sorted(corpus.glob("gold/texts/agreements/*.txt"))
    news = sorted(corpus.glob("articles/*.txt"))
    mixed = [path for pair in zip(files, news[:: max(1, len(news) // len(files))], strict=False) for path in pair]
    told = [(str(path.relative_to(corpus).with_suffix("")), path.read_text(encoding="utf-8")) for path in mixed]
    return [(name, _print(text)) for name, text in told if _LEAST <= len(text) <= _MOST and text_quality(text) == 1.0
            and not _MISPRINT.search(text)]  # fmt: skip


def _print(text: str) -> str:
    """The text without lines that are ornaments only: the corpus has some for the sake of reading text files."""
    return "\n".join(
        line
        for line in text.split("\n")
        if not line.strip() or (sum(map(str.isalnum, line)) > 3 and not set(line) & set("|~=_*"))
    )


def printed(each: int, conditions: list[str], dpis: list[int]) -> Iterator[Printed]:
    """`each` pages for every condition and resolution, in fonts and sizes that go round."""
    register()
    sources = texts()
    at = 0
    for condition in conditions:
        for dpi in dpis:
            for _ in range(each):
                name, text = sources[at % len(sources)]
                font, size = list(FONTS)[at % len(FONTS)], _SIZES[(at // len(FONTS)) % len(_SIZES)]
                at += 1
                said, picture = first_page(pdf(text, font, size), dpi)
                chance = random.Random(f"{name} {condition} {dpi}")
                yield Printed(name, CONDITIONS[condition](picture, dpi, chance), said, font, size, condition, dpi)


def first_page(data: bytes, dpi: int) -> tuple[str, Image.Image]:
    """The text of the first page of a PDF file, and its picture."""
    with pdfplumber.open(io.BytesIO(data)) as book:
        page = book.pages[0]
        words = [Word(one["text"], (one["x0"], one["top"], one["x1"], one["bottom"]))
                 for one in page.extract_words(x_tolerance=1.5)]  # fmt: skip
        said = text_of(Sheet(lines_of(words), float(page.width), float(page.height)))
    return said, pypdfium2.PdfDocument(data)[0].render(scale=dpi / POINTS).to_pil().convert("RGB")


def text_of(sheet: Sheet) -> str:
    """The text of a page, its blanks single."""
    return " ".join(compose([sheet]).text.split())


def errors(wanted: str, got: str) -> int:
    """The least number of letters to add, leave out or change that makes one of the other (Myers 1999, Hyyrö 2003)."""
    if not wanted:
        return len(got)
    masks: dict[str, int] = {}
    for at, letter in enumerate(wanted):
        masks[letter] = masks.get(letter, 0) | 1 << at
    last, full = 1 << len(wanted) - 1, (1 << len(wanted)) - 1
    more, less, distance = full, 0, len(wanted)
    for letter in got:
        same = masks.get(letter, 0)
        across = ((same & more) + more ^ more) | same | less
        up, down = less | ~(across | more) & full, more & across
        distance += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & full, down << 1 & full
        more, less = down | ~((same | less) | up) & full, up & (same | less)
    return distance
