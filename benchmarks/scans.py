"""How well and how fast scans are read, on pages made from the corpus's own texts; the same pages in each run.

    .venv/bin/python benchmarks/scans.py                  character error rate for each condition and resolution
    .venv/bin/python benchmarks/scans.py --speed 12       pages a second, beside bare tesserocr and a naive script
    .venv/bin/python benchmarks/scans.py --extract 20     F1 of scans, beside the same documents as text

Dashes, quotation marks and bullets count as the same as their like. Needs Debian's fonts-dejavu-core, fonts-freefont-ttf
and fonts-noto-core, whose faces have all Vietnamese letters; `--speed` also pytesseract and Debian's tesseract-ocr.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pages
import pypdfium2
from degrade import CONDITIONS
from make_corpus import pdf

from camket import evaluate
from camket.ingest.scans import ocr
from camket.ingest.scans.digits import digits_of
from camket.run.batch import Job, run
from camket.run.supervisor import Bounds

if TYPE_CHECKING:
    from PIL import Image

_ALIKE = str.maketrans("–—“”‘’•▪", "--\"\"''--")
_MILD = ("skewed", "noisy", "jpeg40", "shadowed", "stamped", "rotated")


def main() -> None:
    """The figures that were asked for stand on the terminal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=3, help="pages for each condition and resolution")
    parser.add_argument("--conditions", nargs="*", default=list(CONDITIONS), choices=list(CONDITIONS))
    parser.add_argument("--dpi", nargs="*", type=int, default=list(pages.DPIS))
    parser.add_argument("--speed", type=int, metavar="PAGES")
    parser.add_argument("--extract", type=int, metavar="DOCUMENTS")
    parser.add_argument("--workers", type=int, default=2, help="processes for --extract")
    asked = parser.parse_args()
    if ocr.available():
        sys.exit(str(ocr.available()))
    if asked.speed:
        speed(asked.speed)
    elif asked.extract:
        extract(asked.extract, asked.workers)
    else:
        accuracy(asked.each, asked.conditions, asked.dpi)


def accuracy(each: int, conditions: list[str], dpis: list[int]) -> None:
    """Error rates of letters by condition and resolution, and how the doubts about digits do."""
    wrong: dict[tuple[str, int], int] = defaultdict(int)
    letters: dict[tuple[str, int], int] = defaultdict(int)
    numbers = doubted = count = 0
    for page in pages.printed(each, conditions, dpis):
        sheet = ocr.read_page(page.image, page.name, page.dpi)
        said, got = page.text.translate(_ALIKE), pages.text_of(sheet).translate(_ALIKE)
        wrong[page.condition, page.dpi] += pages.errors(said, got)
        letters[page.condition, page.dpi] += len(said)
        count += 1
        numbers += sum(bool(digits_of(word.text)) for line in sheet.lines for word in line)
        doubted += len(sheet.doubts)
    print(f"{count} pages, {sum(letters.values())} letters: errors per letter")
    print(f"{'':14}" + "".join(f"{dpi:>9}" for dpi in dpis))
    for condition in conditions:
        print(f"{condition:14}" + "".join(f"{wrong[condition, dpi] / letters[condition, dpi]:9.4f}" for dpi in dpis))
    print(f"{numbers} words with digits, {doubted} doubted ({doubted / max(1, numbers):.1%})")


def speed(count: int) -> None:
    """Pages a second of camket, of tesserocr alone and of pytesseract as one installs it, in turn on the same pages."""
    each = max(1, count // 12)
    made = [(page.image.copy(), page.dpi) for page in pages.printed(each, ["clean", *_MILD[:5]], [200, 300])]
    ways: dict[str, Callable[[list[tuple[Image.Image, int]]], float]] = {
        "camket, 2 processes": lambda some: _shared(_camket, some),
        "tesserocr alone, 2 processes": lambda some: _shared(_bare, some),
        "camket, 1 process": lambda some: _timed(_camket, some),
        "tesserocr alone, 1 process": lambda some: _timed(_bare, some),
        "pytesseract as installed, 1 process": lambda some: _timed(_naive, some),
        "pytesseract as installed, 2 processes": lambda some: _shared(_naive, some),
    }
    spent: dict[str, float] = defaultdict(float)
    worked: dict[str, float] = defaultdict(float)
    _camket(made[0])
    _bare(made[0])
    for at in range(0, len(made), 6):
        for name, way in ways.items():
            before = _work()
            spent[name] += way(made[at : at + 6])
            worked[name] += _work() - before
    print(f"{'':40}pages a second   seconds of work a page")
    for name, seconds in spent.items():
        work = f"{worked[name] / len(made):16.2f}" if name.endswith("1 process") else ""
        print(f"{name:40}{len(made) / seconds:14.3f}{work}")
    for what, told in (("pages a second", spent), ("work a page", worked)):
        for other in ("tesserocr alone, 1 process", "pytesseract as installed, 1 process"):
            print(
                f"{what}: camket, 1 process, is {told[other] / told['camket, 1 process']:.2f} times as fast as {other}"
            )
    print(f"pages a second: camket, 2 processes, is "
          f"{spent['pytesseract as installed, 1 process'] / spent['camket, 2 processes']:.2f} times as fast as pytesseract "
          f"as installed, 1 process, and {spent['tesserocr alone, 2 processes'] / spent['camket, 2 processes']:.2f} times "
          "as tesserocr alone, 2 processes")  # fmt: skip
    print(f"most memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, "
          f"with {len(made)} pages in it")  # fmt: skip


def _work() -> float:
    """The seconds of work of this process and of those that it has waited for; unlike the clock's, they tell no wait."""
    return sum(os.times()[:4])


def _timed(read: Callable[[tuple[Image.Image, int]], Any], some: list[tuple[Image.Image, int]]) -> float:
    start = time.perf_counter()
    for page in some:
        read(page)
    return time.perf_counter() - start


def _shared(read: Callable[[tuple[Image.Image, int]], Any], some: list[tuple[Image.Image, int]]) -> float:
    """The time that two processes take, each having opened its Tesseract before."""
    with get_context("fork").Pool(2) as pool:
        pool.map(read, some[:2], chunksize=1)
        start = time.perf_counter()
        pool.map(read, some, chunksize=1)
        return time.perf_counter() - start


def _camket(page: tuple[Image.Image, int]) -> int:
    return len(ocr.read_page(page[0], "page", page[1]).lines)


_opened: list[Any] = []


def _bare(page: tuple[Image.Image, int]) -> int:
    """The page as tesserocr reads it without any preparation: its table of words."""
    import tesserocr  # noqa: PLC0415 - for this mode only

    if not _opened:
        _opened.append(tesserocr.PyTessBaseAPI(path=str(ocr.tessdata()), lang="vie"))
    _opened[0].SetImage(page[0])
    return len(_opened[0].GetTSVText(0))


def _naive(page: tuple[Image.Image, int]) -> int:
    """The page as the documentation of pytesseract shows it, with Tesseract's threads as they are."""
    import pytesseract  # noqa: PLC0415 - for this mode only

    os.environ.pop("OMP_THREAD_LIMIT", None)
    return len(pytesseract.image_to_string(page[0], lang="vie"))


def extract(count: int, workers: int) -> None:
    """F1 of each field on `count` documents of the corpus as degraded scans, and on the same as text."""
    pages.register()
    gold = evaluate.load(pages.ROOT / "corpus" / "gold" / "gold.jsonl")
    held = [
        name for name, _ in pages.texts() if gold.get(name) and (gold[name]["agreements"] or gold[name]["commitments"])
    ]
    chosen = held[:: max(1, len(held) // count)][:count]
    with TemporaryDirectory() as folder:
        scanned, plain = (_extracted(Path(folder), chosen, gold, workers, scans=scans) for scans in (True, False))
    print(f"{len(chosen)} documents: F1 of scans, of text")
    for name in evaluate.FIELDS:
        print(f"{name:20}{scanned.fields[name].f1:8.3f}{plain.fields[name].f1:8.3f}"
              f"{scanned.fields[name].f1 - plain.fields[name].f1:+8.3f}")  # fmt: skip
    hit, found, wanted = (tuple(sum(getattr(score, part) for score in one.fields.values()) for one in (scanned, plain))
                          for part in ("hit", "found", "gold"))  # fmt: skip
    print(f"{'all fields':20}" + "".join(f"{2 * hit[i] / (found[i] + wanted[i]):8.3f}" for i in (0, 1)))


def _extracted(folder: Path, names: list[str], gold: dict[str, Any], workers: int, *, scans: bool) -> evaluate.Scores:
    """The scores of these documents, read as scans or as text."""
    files, out = folder / f"in-{scans}", folder / f"out-{scans}"
    texts = dict(pages.texts())
    for at, name in enumerate(names):
        file = files / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if scans:
            first, *rest = _scanned(texts[name], at)
            first.save(file.with_suffix(".tif"), save_all=True, append_images=rest, compression="jpeg", dpi=(200, 200))
        else:
            file.with_suffix(".txt").write_text(texts[name], encoding="utf-8")
    run(Job((files,), out, bounds=Bounds(workers=workers)))
    return evaluate.score({name: gold[name] for name in names}, evaluate.load(out / "records.jsonl"))


def _scanned(text: str, at: int) -> list[Image.Image]:
    book = pypdfium2.PdfDocument(pdf(text, list(pages.FONTS)[at % len(pages.FONTS)], 11 + at % 3))
    chance = random.Random(at)
    return [CONDITIONS[_MILD[at % len(_MILD)]](sheet.render(scale=200 / pages.POINTS).to_pil().convert("RGB"), 200, chance)
            for sheet in book]  # fmt: skip


if __name__ == "__main__":
    main()
