"""pdfplumber, the second reader of PDF: for pages whose text pdfium does not get right, and files it cannot open."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from typing import Any

from camket.ingest.sheets.words import Word
from camket.ingest.text.encodings import clean
from camket.ingest.text.fonts import charset_of_font, decode_run

_UNKNOWN = re.compile("[\x00-\x08\x0e-\x1f]")
"""What pdfplumber has for letters that the font does not tell."""


class SecondReader:
    """A PDF file as pdfplumber reads it, opened when first asked for; what it cannot read is None."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._book: Any = None
        self._tried = False

    def pages(self) -> int | None:
        """How many pages there are, or None where the file cannot be opened."""
        book = self._opened()
        try:
            return len(book.pages) if book is not None else None
        except Exception:  # noqa: BLE001 - pdfminer raises KeyError, TypeError, RecursionError and more on damaged files
            return None

    def words(self, at: int) -> tuple[list[Word], float, float] | None:
        """The words of a page and its size, or None where it cannot be read."""
        book = self._opened()
        if book is None:
            return None
        try:
            page = book.pages[at]
            found = page.extract_words(x_tolerance=1.5, keep_blank_chars=False, extra_attrs=["fontname"])
            size = float(page.width), float(page.height)
            words = [_word(one, page.bbox) for one in found]
            page.close()
        except Exception:  # noqa: BLE001 - see above
            return None
        return [word for word in words if word.text], *size

    def close(self) -> None:
        """The file is closed."""
        if self._book is not None:
            with suppress(Exception):  # closing reads the pages once more
                self._book.close()

    def _opened(self) -> Any:
        if not self._tried:
            import pdfplumber  # noqa: PLC0415 - 0.4 s to import, and few files need it

            self._tried = True
            try:
                self._book = pdfplumber.open(io.BytesIO(self._data))
            except Exception:  # noqa: BLE001 - see above
                self._book = None
        return self._book


def _word(found: dict[str, Any], page: tuple[float, float, float, float]) -> Word:
    charset = charset_of_font(str(found["fontname"]))
    text = decode_run(found["text"], charset) if charset else found["text"]
    box = (found["x0"] - page[0], found["top"] - page[1], found["x1"] - page[0], found["bottom"] - page[1])
    x0, y0, x1, y1 = (round(float(side), 2) for side in box)
    return Word("".join(clean(_UNKNOWN.sub("\ufffd", text)).split()), (x0, y0, x1, y1))
