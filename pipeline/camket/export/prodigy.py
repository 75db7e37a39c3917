"""Prodigy: JSON lines with tokens, for its interface of relations and for its interface of overlapping spans.

Its places are code points; numbers of tokens count the last one in. A relation's `head` and `child` are the last tokens
of its spans, as Explosion's own reader of such files has it (projects, tutorials/rel_component).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.spans import Annotated, Span, annotate, apart
from camket.export.words import Words
from camket.files import to_json, whole


def write(source: Source, output: Path) -> Exported:
    """`output` holds every span and relation; beside it, ending in -relations, stands what its relations can show."""
    apart_only = output.with_stem(f"{output.stem}-relations")
    exported = Exported([output, apart_only])
    with whole(output) as file, whole(apart_only) as shown:
        for record, text in source.documents():
            document = annotate(record, text)
            exported.add(document)
            words = Words.of(text, document.spans)
            exported.note("tokens are cut where a span begins or ends", words.cut)
            task = _shared(document, words) | _marked(document, words, document.spans)
            file.write(to_json(task).encode() + b"\n")
            task |= _marked(document, words, apart(document.spans))
            shown.write(to_json(task).encode() + b"\n")
            where = f"are in {output.name} alone, not in {apart_only.name}"
            exported.note(f"spans that overlap longer ones {where}", len(document.spans) - len(task["spans"]))
            exported.note(f"relations of such spans {where}", len(document.relations) - len(task["relations"]))
    return exported


def _shared(document: Annotated, words: Words) -> dict[str, Any]:
    places = zip(words.words, words.starts, words.ends, words.spaces, strict=True)
    return {
        "text": document.text,
        "tokens": [
            {"text": word, "start": start, "end": end, "id": number, "ws": space}
            for number, (word, start, end, space) in enumerate(places)
        ],
        "meta": {"document": document.info["id"], "path": document.info["path"]},
    }


def _marked(document: Annotated, words: Words, taken: Iterable[Span]) -> dict[str, Any]:
    """The spans `taken`, and the relations between them."""
    spans = {span: _span(span, words) for span in taken}
    pairs = ((document.spans[one.head], document.spans[one.child], one.label) for one in document.relations)
    return {
        "spans": list(spans.values()),
        "relations": [
            {"head": spans[head]["token_end"], "child": spans[child]["token_end"], "label": label,
             "head_span": spans[head], "child_span": spans[child]}
            for head, child, label in pairs if head in spans and child in spans
        ],
    }  # fmt: skip


def _span(span: Span, words: Words) -> dict[str, Any]:
    first, last = words.of_span(span)
    return {"start": span.start, "end": span.end, "token_start": first, "token_end": last, "label": span.label}
