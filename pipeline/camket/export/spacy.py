"""spaCy: DocBins of documents with all spans in `doc.spans["camket"]`, and those that lie apart in `doc.ents` too.

There, names, days and sums count before the clauses around them. `doc.user_data["camket"]` has what the document is, and
the relations by the numbers of their spans.
"""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count, islice
from pathlib import Path
from typing import Any

from camket.export.outcome import Exported
from camket.export.source import Source
from camket.export.spans import Annotated, annotate, apart
from camket.export.words import Words
from camket.files import whole

KEY = "camket"
_DOCUMENTS_A_PART = 1_000
"""A DocBin is held in memory until it is written; spaCy's Corpus reads all of a folder."""
_PART = "camket-{:04}.spacy"


def write(source: Source, output: Path) -> Exported:
    """The folder `output` holds the documents in parts, and no part of an export before."""
    from spacy.tokens import DocBin  # noqa: PLC0415 - takes a second, and other targets need none of it
    from spacy.vocab import Vocab  # noqa: PLC0415

    exported, vocab = Exported(), Vocab()
    documents = source.documents()
    with ExitStack() as stack:
        for number in count(1):
            docs = [_doc(annotate(*one), vocab, exported) for one in islice(documents, _DOCUMENTS_A_PART)]
            if not docs and number > 1:
                break
            exported.files.append(output / _PART.format(number))
            file = stack.enter_context(whole(exported.files[-1]))
            file.write(DocBin(attrs=["ENT_IOB", "ENT_TYPE"], docs=docs, store_user_data=True).to_bytes())
    for old in output.glob(_PART.replace("{:04}", "*")):
        if old not in exported.files:
            old.unlink()
    return exported


def _doc(document: Annotated, vocab: Any, exported: Exported) -> Any:
    from spacy.tokens import Doc, Span  # noqa: PLC0415 - as above

    exported.add(document)
    words = Words.of(document.text, document.spans)
    doc = Doc(vocab, words=words.words, spaces=words.spaces)
    spans = {}
    for span in document.spans:
        first, last = words.of_span(span)
        spans[span] = Span(doc, first, last + 1, label=str(span.label))
    doc.spans[KEY] = list(spans.values())
    alone = apart(document.spans, names_first=True)
    doc.ents = [spans[span] for span in alone]
    relations = [{"head": one.head, "child": one.child, "label": one.label} for one in document.relations]
    doc.user_data[KEY] = {"document": document.info, "relations": relations}
    exported.note("tokens are cut where a span begins or ends", words.cut)
    exported.note("spans that overlap others are in doc.spans alone, not in doc.ents", len(spans) - len(alone))
    return doc
