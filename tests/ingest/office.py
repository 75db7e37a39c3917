"""Small Office files, made by hand so that every element in them is one that a test wants."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from camket import ingest
from camket.document import Document
from camket.ingest import Limits, ReadOptions

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, which are words or XML."""
    said = "".join(one if one.startswith("<") else f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{said}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A .docx file; `parts` are the XML inside other parts, by the name of their type, headers and footers with a number."""
    relations, types, files = "", _override("document", "document.main"), {}
    for name, xml in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        relations += f'<Relationship Id="{name}" Type="{_TYPES}{kind}" Target="{name}.xml"/>'
        types += _override(name, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{xml}</w:{root}>"
    files["word/document.xml"] = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    main = f'<Relationship Id="main" Type="{_TYPES}officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>'
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    return packed(files)


def _override(name: str, kind: str) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return buffer.getvalue()


def read(folder: Path, name: str, data: bytes, **limits: int) -> Document:
    """The document of `data`, saved under that name."""
    (folder / name).write_bytes(data)
    return ingest.read(folder / name, name, ReadOptions(limits=Limits(**limits)))


def blocks(document: Document) -> list[tuple[str, str]]:
    """The kind and the words of each block."""
    return [(block.kind.value, block.place.of(document.text)) for block in document.blocks]


def in_cp1258(text: str) -> bytes:
    """The text in windows-1258, which has the tones as marks of their own behind whole letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    said = ""
    for letter in text:
        marks = [mark for mark in normalize("NFD", letter) if mark in tones]
        said += normalize("NFC", "".join(mark for mark in normalize("NFD", letter) if mark not in tones)) + "".join(
            marks
        )
    return said.encode("cp1258")
