"""The parts of a .docx file that hold text: read one by one, counted, and parsed without entities."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from camket.errors import BrokenDocumentError
from camket.ingest.archives.zips import open_zip, read_entry
from camket.ingest.options import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""The names of "Strict Open XML", as Word can save it, and those that every other file has."""
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN = "word/document.xml"
_WAY_OUT = "open it in Word and save it again"


@dataclass(frozen=True, slots=True)
class Parts:
    """The text of a Word file as XML: its body, and what is beside it; a part that it has not is None."""

    document: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None
    edges: dict[str, Any] = field(default_factory=dict)
    """Headers and footers, by the id that sections name them by."""
    chunks: dict[str, str] = field(default_factory=dict)
    """The paths of the files that Word merges into the text when it opens it, by the ids that they stand under there."""
    pictures: dict[str, str] = field(default_factory=dict)
    """The paths of the pictures in the body by their ids, in its order."""
    diagrams: dict[str, Any] = field(default_factory=dict)
    """The content of drawings of SmartArt by their ids."""


def read_parts(data: bytes, name: str, limits: Limits) -> Parts:
    """The parts of the .docx file in `data`; LimitError over part_bytes or unpacked_bytes, BrokenDocumentError without a body."""
    with open_zip(data, name) as file:
        reader = _Reader(file, name, limits)
        main = _main(reader)
        document = reader.tree(main)
        if document is None:
            raise BrokenDocumentError(f"{name}: this is no readable .docx file; {_WAY_OUT}")
        related = _related(reader, main)
        named = {kind: reader.tree(target) for kind, target in related.values()
                 if kind in {"styles", "numbering", "footnotes", "endnotes"}}  # fmt: skip
        edges = {one: tree for one, (kind, target) in related.items()
                 if kind in {"header", "footer"} and (tree := reader.tree(target)) is not None}  # fmt: skip
        shown = dict.fromkeys(str(one) for one in document.xpath("//@r:embed | //@r:id", namespaces={"r": R[1:-1]}))
        return Parts(
            document, **named, edges=edges,
            chunks={one: target for one, (kind, target) in related.items() if kind == "aFChunk"},
            pictures={one: related[one][1] for one in shown if one in related and related[one][0] == "image"},
            diagrams={one: tree for one, (kind, target) in related.items()
                      if kind == "diagramData" and (tree := reader.tree(target)) is not None},
        )  # fmt: skip


def read_files(data: bytes, paths: Iterable[str], name: str, limits: Limits) -> dict[str, bytes]:
    """The files inside the .docx file in `data` that there are of `paths`; LimitError over unpacked_bytes."""
    found: dict[str, bytes] = {}
    with open_zip(data, name) as file:
        entries = {info.filename: info for info in file.infolist()}
        for path in paths:
            if path in entries and path not in found:
                found[path] = read_entry(file, entries[path], name, limits, "unpacked_bytes")
                limits.check("unpacked_bytes", sum(map(len, found.values())), name)
    return found


class _Reader:
    """The parts of one package, all that was unpacked of it counted."""

    def __init__(self, file: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self._file, self._name, self._limits = file, name, limits
        self._entries = {info.filename: info for info in file.infolist()}
        self._unpacked = 0

    def tree(self, path: str) -> Any:
        """The root of a part, None where there is none; BrokenDocumentError where it is no XML that a Word file holds."""
        from lxml import etree  # noqa: PLC0415 - only Word documents need it

        info = self._entries.get(path)
        if info is None:
            return None
        data = read_entry(self._file, info, self._name, self._limits, "part_bytes")
        self._unpacked += len(data)
        self._limits.check("unpacked_bytes", self._unpacked, self._name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root: Any = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise BrokenDocumentError(
                f"{self._name}: the part {path} of this Word file is damaged; {_WAY_OUT}"
            ) from error
        if root.getroottree().docinfo.doctype:
            raise BrokenDocumentError(
                f"{self._name}: the part {path} declares entities, as no Word file does; {_WAY_OUT}"
            )
        return root


def _main(reader: _Reader) -> str:
    """The path of the part that holds the body."""
    targets = (target for kind, target in _related(reader, "").values() if kind == "officeDocument")
    return next(targets, _MAIN)


def _related(reader: _Reader, path: str) -> dict[str, tuple[str, str]]:
    """The parts that the part at `path` names, by their ids: the last word of their type, and their path."""
    folder, base = posixpath.split(path)
    root = reader.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for one in root.iter(f"{_PACKAGE}Relationship") if root is not None else ():
        target = str(one.get("Target", ""))
        if one.get("TargetMode") != "External":
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[str(one.get("Id"))] = (str(one.get("Type", "")).rsplit("/", 1)[-1], whole)
    return found
