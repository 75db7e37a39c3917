"""Label Studio: tasks with predictions, as its import takes them, and the labelling configuration that goes with them.

Its places are code points (its own test `ner/emoji.cy.ts`); regions may overlap.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from camket.export.colours import COLOURS
from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.spans import LABELS, RELATIONS, Annotated, annotate
from camket.files import to_json, whole

_META = ("id", "path", "title", "source", "author", "url", "published_on")
_LABELS, _TEXT = "label", "text"
"""The names of the tags by which results refer to the configuration."""


def write(source: Source, output: Path) -> Exported:
    """`output` holds a task for each document; beside it, ending in -config.xml, stands the configuration."""
    config = output.with_name(f"{output.stem}-config.xml")
    exported = Exported([output, config])
    model = source.made_by
    with whole(output) as file:
        separator = b"[\n"
        for record, text in source.documents():
            document = annotate(record, text)
            exported.add(document)
            file.write(separator + to_json(_task(document, model)).encode())
            separator = b",\n"
        file.write(b"\n]\n" if exported.counts else b"[]\n")
    with whole(config) as file:
        file.write(configuration().encode())
    return exported


def configuration() -> str:
    """The labelling configuration: every label with a colour, the relations, and the text with all its blanks."""
    relations = "".join(f"    <Relation value={quoteattr(name)}/>\n" for name in RELATIONS)
    labels = "".join(f"    <Label value={quoteattr(name)} background={quoteattr(COLOURS[name])}/>\n" for name in LABELS)
    return (
        "<View>\n  <Style>.htx-text { white-space: pre-wrap; }</Style>\n"
        f'  <Relations>\n{relations}  </Relations>\n  <Labels name="{_LABELS}" toName="{_TEXT}">\n{labels}  </Labels>\n'
        f'  <Text name="{_TEXT}" value="$text"/>\n</View>\n'
    )


def _task(document: Annotated, model: str) -> dict[str, Any]:
    data = {"text": document.text, **{name: document.info[name] for name in _META if document.info[name] is not None}}
    regions: list[dict[str, Any]] = [
        {
            "id": f"s{number}", "from_name": _LABELS, "to_name": _TEXT, "type": "labels",
            "value": {"start": span.start, "end": span.end, "text": document.text[span.start : span.end],
                      "labels": [span.label]},
        }
        for number, span in enumerate(document.spans)
    ]  # fmt: skip
    relations = [
        {"type": "relation", "from_id": f"s{one.head}", "to_id": f"s{one.child}", "direction": "right",
         "labels": [one.label]}
        for one in document.relations
    ]  # fmt: skip
    predictions = [{"model_version": model, "score": document.confidence, "result": [*regions, *relations]}]
    return {"data": data, "predictions": predictions if regions else []}
