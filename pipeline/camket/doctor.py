"""What is installed, and how to get what is not."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from camket.errors import MissingToolError
from camket.ingest.office import converter
from camket.review.page import need
from camket.rulefiles import rules_dir, rules_hash

_NEEDED = (
    "underthesea",
    "spacy",
    "pdfplumber",
    "pypdfium2",
    "pandas",
    "pydantic",
    "trafilatura",
    "mammoth",
    "tesserocr",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that camket needs: whether it is there, and what to do if not."""

    name: str
    good: bool
    told: str


def examine() -> Iterator[Finding]:
    """What camket finds on this machine."""
    yield Finding("Python", good=True, told=platform.python_version())
    for name in ("camket", *_NEEDED):
        try:
            yield Finding(name, good=True, told=version(name))
        except PackageNotFoundError:
            yield Finding(name, good=False, told="not installed; run script/run, or pip install camket again")
    yield _ocr()
    yield _converter()
    yield _page()
    yield Finding("rules", good=True, told=f"{rules_hash(rules_dir())} in {rules_dir()}")


def _converter() -> Finding:
    program = converter.program()
    missing = "not installed; install Debian's libreoffice-writer-nogui"
    return Finding(
        "LibreOffice", good=program is not None, told=f"{program} (.doc, .rtf, .odt)" if program else missing
    )


def _page() -> Finding:
    try:
        need()
    except MissingToolError as error:
        return Finding("review page", good=False, told=str(error))
    return Finding("review page", good=True, told=f"starlette {version('starlette')}, uvicorn {version('uvicorn')}")


def _ocr() -> Finding:
    from camket.ingest.scans import ocr  # noqa: PLC0415 - imports the OCR binding

    reason = ocr.available()
    if reason:
        return Finding("OCR (tesseract, vie)", good=False, told=reason)
    return Finding("OCR (tesseract, vie)", good=True, told=ocr.version())
