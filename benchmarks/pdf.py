"""Measures the reading of text PDFs: ours whole, pdfplumber's extract_text and pdfium's bare text, on the same files.

    .venv/bin/python benchmarks/pdf.py

Makes its own files of about 200 pages from the texts of corpus/, reads them with each reader in turn, three times, in
one process on one core, and tells the best of each in pages a second of processor time. Ours is `ingest.read`: text,
lines, paragraphs, blocks, and a box for each word.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from camket import ingest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
PAGES, FILES, ROUNDS = 200, 8, 3
RATIO = 15.0
"""Ours is to be so many times as fast as pdfplumber."""


def main() -> int:
    """The figures are printed; 1 where ours is less than RATIO times as fast as pdfplumber."""
    with tempfile.TemporaryDirectory() as folder:
        paths = make(Path(folder))
        pages = sum(map(bare, paths))
        print(f"{pages} pages in {len(paths)} files, best of {ROUNDS} rounds, pages a second of processor time")
        best: dict[str, float] = {}
        readers: dict[str, Callable[[Path], int]] = {"ours": ours, "pdfium": bare, "pdfplumber": plumber}
        ours(paths[0])
        for _ in range(ROUNDS):
            for name, reader in readers.items():
                start = time.process_time()
                for path in paths:
                    reader(path)
                best[name] = max(best.get(name, 0.0), pages / (time.process_time() - start))
    for name, speed in best.items():
        print(f"{name:10} {speed:8.1f}   {speed / best['pdfplumber']:6.1f} times pdfplumber")
    print(f"highest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(best["ours"] < RATIO * best["pdfplumber"])


def ours(path: Path) -> int:
    """Reads the file as camket does."""
    return len(ingest.read(path, path.name).pages)


def bare(path: Path) -> int:
    """Reads the text of each page by pdfium and does nothing with it."""
    book = pypdfium2.PdfDocument(path)
    count = len(book)
    for page in book:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    book.close()
    return count


def plumber(path: Path) -> int:
    """Reads the text of each page by pdfplumber and does nothing with it."""
    with pdfplumber.open(path) as book:
        for page in book.pages:
            page.extract_text()
            page.close()
        return len(book.pages)


def make(folder: Path) -> list[Path]:
    """Files of about PAGES pages in all, of the texts of the corpus again and again."""
    pdfmetrics.registerFont(TTFont("Serif", FONT))
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("a*/*.txt"))]
    paths: list[Path] = []
    pages = 0
    for at in range(FILES):
        path = folder / f"{at}.pdf"
        template = SimpleDocTemplate(str(path), pagesize=A4, invariant=1)
        template.build(list(flowables(texts[at::FILES])))
        paths.append(path)
        pages += template.page
        if pages >= PAGES:
            break
    return paths


def flowables(texts: list[str]) -> Iterator[Flowable]:
    """The lines of the texts as paragraphs."""
    plain = ParagraphStyle("plain", fontName="Serif", fontSize=11, leading=15, spaceAfter=5)
    for text in texts:
        for line in text.split("\n"):
            if line.strip():
                said = line.strip().replace("&", "&amp;").replace("<", "&lt;")
                yield Paragraph(said, plain)
        yield Spacer(1, 20)


if __name__ == "__main__":
    sys.exit(main())
