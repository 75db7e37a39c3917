"""doccano: JSON lines for a sequence labelling project with relations and overlapping spans, and lists of its labels.

Its annotator counts in UTF-16 units, as JavaScript does, unless the project counts grapheme clusters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any

from camket.export.colours import COLOURS
from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.spans import LABELS, RELATIONS, Annotated, annotate
from camket.files import to_json, whole, write_json

_LAST_OF_ONE_UNIT = 0xFFFF


def write(source: Source, output: Path) -> Exported:
    """`output` holds a line for each document; beside it stand the lists of labels that a project may take first."""
    spans, relations = (output.with_name(f"{output.stem}-{kind}.json") for kind in ("span-labels", "relation-labels"))
    exported = Exported([output, spans, relations])
    with whole(output) as file:
        for record, text in source.documents():
            if not text:
                exported.note("documents are empty, which doccano does not take", 1)
                continue
            document = annotate(record, text)
            exported.add(document)
            file.write(to_json(_line(document)).encode() + b"\n")
    write_json(spans, [{"text": name, "backgroundColor": COLOURS[name], "textColor": "#ffffff"} for name in LABELS])
    write_json(relations, [{"text": name, "backgroundColor": "#555555", "textColor": "#ffffff"} for name in RELATIONS])
    return exported


def _line(document: Annotated) -> dict[str, Any]:
    unit = utf16_units(document.text)
    return {
        "text": document.text,
        "entities": [
            {"id": number, "label": span.label, "start_offset": unit(span.start), "end_offset": unit(span.end)}
            for number, span in enumerate(document.spans)
        ],
        "relations": [
            {"id": number, "from_id": one.head, "to_id": one.child, "type": one.label}
            for number, one in enumerate(document.relations)
        ],
        "document": document.info["id"],
        "path": document.info["path"],
    }


def utf16_units(text: str) -> Callable[[int], int]:
    """The function from places in `text`, in code points, to the same places in UTF-16 units."""
    wide = [at for at, letter in enumerate(text) if ord(letter) > _LAST_OF_ONE_UNIT]
    return lambda place: place + bisect_left(wide, place)
