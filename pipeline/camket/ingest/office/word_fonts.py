"""Word files whose text is in fonts with a code page of their own (.VnTime, VNI-Times): the same file in Unicode.

The parts of the file are rewritten before any reader sees them, so that body, tables, boxes, notes and headers are all read
alike. The font of a run is its own, or that of its style, of its paragraph's style, or of the file, with themes resolved.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from camket.ingest.office.word_styles import Fonts, W, fonts_of
from camket.ingest.options import ReadOptions
from camket.ingest.text.code_pages import PAGES
from camket.ingest.text.fonts import charset_of_font, decode_run, page_of_charset
from camket.ingest.text.legacy import has_look_alikes, read_words, right_letters, unicode_rather
from camket.ingest.text.repairs import LOOK_ALIKES_READ, has_old_signs, is_unicode_line, page_of_old

_PARTS = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_HINT = re.compile(rb'"(?:\.vn|vni|vps|vn[a-z])', re.IGNORECASE)
_BREAKS = {W + name for name in ("tab", "br", "cr", "p", "footnoteReference", "endnoteReference", "drawing", "pict")}
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What a damaged or encrypted file is told by; the reader of the file says which."""
_SOFT_HYPHEN = re.compile(rb"<w:softHyphen\s*/>")
"""What LibreOffice makes of the byte 0xAD, which is a letter of TCVN3: "ư"."""
_WORD_OR_BLANK = re.compile(r"\S+|\s")


@dataclass(slots=True)
class _Stretch:
    """Pieces of text that follow each other in one paragraph and one code page, None for Unicode."""

    charset: str | None
    pieces: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text or "" for piece in self.pieces)


def in_unicode(data: bytes, name: str, options: ReadOptions) -> tuple[bytes, tuple[str, ...]]:
    """The Word file `data` with all text in Unicode, and warnings of what was read so; a file that is no zip as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            options.limits.check("unpacked_bytes", sum(info.file_size for info in box.infolist()), name)
            parts = {part: _SOFT_HYPHEN.sub(b"<w:t>\xc2\xad</w:t>", box.read(part))
                     for part in box.namelist() if _PARTS.fullmatch(part)}  # fmt: skip
            fonts = fonts_of(box) if any(map(_HINT.search, [*parts.values(), *_style_parts(box)])) else None
            if fonts is None and not any(_is_strange(xml.decode("utf-8", "replace")) for xml in parts.values()):
                return data, ()
            changed, warnings = _changed(parts, fonts)
            if not changed:
                return data, ()
            rewritten = io.BytesIO()
            with zipfile.ZipFile(rewritten, "w") as copy:
                for info in box.infolist():
                    copy.writestr(info.filename, changed.get(info.filename) or box.read(info))
    except _UNREADABLE:
        return data, ()
    return rewritten.getvalue(), warnings


def _is_strange(xml: str) -> bool:
    return has_old_signs(xml) or has_look_alikes(xml)


def _style_parts(box: zipfile.ZipFile) -> list[bytes]:
    return [box.read(part) for part in box.namelist() if part.startswith(("word/styles", "word/theme/"))]


def _changed(parts: dict[str, bytes], fonts: Fonts | None) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts that hold text of an old code page, rewritten, and a warning for each page that was found."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    trees = {part: etree.fromstring(xml, parser) for part, xml in parts.items()}
    stretches = {part: list(_stretches(tree, fonts)) for part, tree in trees.items()}
    every = [stretch for found in stretches.values() for stretch in found]
    charsets = {stretch.charset for stretch in every if stretch.charset}
    kept = {charset for charset in charsets if unicode_rather(_joined(every, charset), page_of_charset(charset)) > 0}
    old = page_of_old(_joined(every, None))
    changed: dict[str, bytes] = {}
    warnings: set[str] = set()
    for part, found in stretches.items():
        for stretch in found:
            warning = _rewrite(stretch, kept, old)
            if warning:
                warnings.add(warning)
                changed[part] = b""
        if part in changed:
            changed[part] = etree.tostring(trees[part], xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed, tuple(sorted(warnings))


def _joined(stretches: list[_Stretch], charset: str | None) -> str:
    return "\n".join(stretch.text for stretch in stretches if stretch.charset == charset)


def _rewrite(stretch: _Stretch, kept: set[str], old: str | None) -> str | None:
    """A warning of what the stretch was in, after its text is made Unicode; None if it is Unicode already.

    A stretch decides for itself; where its words leave it open, all text in fonts of its code page decides.
    """
    text, charset = stretch.text, stretch.charset
    if charset is None:
        if old is not None and not text.isascii() and not is_unicode_line(text):
            return _warning(old) if _replace(stretch, lambda word: read_words(word, old)) else None
        return LOOK_ALIKES_READ if has_look_alikes(text) and _replace(stretch, right_letters) else None
    page = page_of_charset(charset)
    rather = unicode_rather(text, page)
    if rather > 0 or (rather == 0 and charset in kept):
        return None
    return _warning(page) if _replace(stretch, lambda word: decode_run(word, charset)) else None


def _warning(page: str) -> str:
    return f"encoding: text in {PAGES[page].spoken} was read as Vietnamese"


def _replace(stretch: _Stretch, read: Callable[[str], str]) -> bool:
    """Whether `read` changed a word; each word goes to the piece that it begins in."""
    text = stretch.text
    starts = list(accumulate((len(piece.text or "") for piece in stretch.pieces), initial=0))[:-1]
    made = ["" for _ in stretch.pieces]
    for part in _WORD_OR_BLANK.finditer(text):
        made[bisect_right(starts, part.start()) - 1] += read(part.group())
    for piece, words in zip(stretch.pieces, made, strict=True):
        piece.text = words
    return "".join(made) != text


def _stretches(tree: etree._Element, fonts: Fonts | None) -> Iterator[_Stretch]:
    """The text of the part, in stretches."""
    stretch, paragraph = _Stretch(None), None
    for element in tree.iter(W + "t", *_BREAKS):
        font = fonts.of_text(element) if fonts and element.tag == W + "t" else None
        charset = charset_of_font(font) if font else None
        within = next(element.iterancestors(W + "p"), None)
        if element.tag in _BREAKS or charset != stretch.charset or within is not paragraph:
            yield stretch
            stretch, paragraph = _Stretch(charset), within
        if element.tag == W + "t" and element.text:
            stretch.pieces.append(element)
    yield stretch
