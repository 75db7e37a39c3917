"""Tesseract in this process, with Debian's model `vie`: words with boxes and confidences, by their lines."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from camket.ingest.sheets.lines import Word

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "vie"
WAY_OUT = "install Debian's tesseract-ocr and tesseract-ocr-vie, or run with --ocr never"
SECOND = "eng"
"""The model that reads digits again; Debian's tesseract-ocr brings it."""
PAGE, LINE, WORD = 3, 7, 8
"""Tesseract's modes: a page of unknown layout, one line, one word."""
_WORD_LEVEL = "5"
_USUAL = (
    "/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata",
)  # fmt: skip


def tessdata() -> Path | None:
    """The folder with Tesseract's Vietnamese model, the one that TESSDATA_PREFIX names first; None without one."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named) / "tessdata"] if named else []
    for usual in _USUAL:
        folders += sorted(Path("/").glob(usual.lstrip("/")), reverse=True)
    return next((folder for folder in folders if (folder / f"{LANGUAGE}.traineddata").is_file()), None)


def available() -> str | None:
    """Why OCR cannot run here, or None where it can."""
    try:
        import tesserocr  # noqa: F401, PLC0415 - only pictures need it
    except ImportError:
        return "the package tesserocr is not installed; install camket again, or run with --ocr never"
    return None if tessdata() else f"Tesseract's Vietnamese model ({LANGUAGE}.traineddata) is not installed; {WAY_OUT}"


def version() -> str:
    """The version of Tesseract in use and the folder of its model."""
    import tesserocr  # noqa: PLC0415

    return f"{tesserocr.tesseract_version().split()[1]}, {LANGUAGE} in {tessdata()}"


@cache
def _open(folder: Path, language: str) -> Any:
    """Tesseract with a model, opened once for each process."""
    # Threads of Tesseract's own make a page 3 to 6 times slower where every core has its process.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr  # noqa: PLC0415

    api = tesserocr.PyTessBaseAPI(path=str(folder), lang=language, oem=tesserocr.OEM.LSTM_ONLY)
    api.SetVariable("debug_file", os.devnull)
    # Leptonica tells of every empty box on stderr; 6 is its "none", and the extension's handle finds its function.
    ctypes.CDLL(sys.modules[type(api).__module__].__file__).setMsgSeverity(6)
    return api


def words_of(grey: Image, dpi: float, mode: int = PAGE, language: str = LANGUAGE) -> list[list[Word]]:
    """The words of the picture in pixels of it, in the lines that Tesseract tells; ask `available` first.

    Where there is no model for `language` the Vietnamese one reads.
    """
    folder = tessdata()
    assert folder is not None
    api = _open(folder, language if (folder / f"{language}.traineddata").is_file() else LANGUAGE)
    api.SetPageSegMode(mode)
    api.SetImageBytes(grey.tobytes(), grey.width, grey.height, 1, grey.width)
    api.SetSourceResolution(round(dpi))
    try:
        return _lines(api.GetTSVText(0))
    finally:
        api.Clear()


def _lines(table: str) -> list[list[Word]]:
    """The lines of Tesseract's table of words."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in table.splitlines():
        level, _, block, paragraph, line, _, *numbers, text = row.split("\t", 11)
        if level == _WORD_LEVEL and text.strip():
            left, top, width, height = (float(number) for number in numbers[:4])
            word = Word(text, (left, top, left + width, top + height), round(float(numbers[4]) / 100, 3))
            lines.setdefault((block, paragraph, line), []).append(word)
    return list(lines.values())
