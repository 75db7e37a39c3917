"""Lines as doccano's `RelationExtractionDataset` reads them, and as its annotator (v-annotator) counts in them.

doccano 1.8.4 itself took all spans and relations of the corpus, where overlapping spans are allowed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from camket.export import export
from camket.export.doccano import utf16_units
from camket.export.spans import LABELS, RELATIONS
from tests.conftest import DemoRun
from tests.export.folders import QUIET, RELEASE, annotated, lines, written

ITS_OWN = {"example_uuid", "filename", "upload_name", "#line_number", "uuid", "meta"}
"""Columns that doccano adds to each line: a key of that name would be overwritten, or be an error."""


def shown(line: dict[str, Any], entity: dict[str, Any]) -> str:
    """The words that a JavaScript program takes for `entity`."""
    units = line["text"].encode("utf-16-le")
    return units[2 * entity["start_offset"] : 2 * entity["end_offset"]].decode("utf-16-le")


def test_every_line_of_the_corpus_is_read_and_shows_the_words_of_every_span(demo: DemoRun, tmp_path: Path) -> None:
    path, *_ = export(demo.folder, "doccano", tmp_path).files
    for line, document in zip(lines(path), annotated(demo.folder), strict=True):
        assert line["text"]
        assert not ITS_OWN & set(line)
        assert [entity["id"] for entity in line["entities"]] == list(range(len(document.spans)))
        assert all(0 <= entity["start_offset"] < entity["end_offset"] for entity in line["entities"])
        assert [(entity["label"], shown(line, entity)) for entity in line["entities"]] == [
            (span.label, document.text[span.start : span.end]) for span in document.spans
        ]
        assert [(one["from_id"], one["to_id"], one["type"]) for one in line["relations"]] == [
            (one.head, one.child, one.label) for one in document.relations
        ]


def test_places_are_utf16_units_behind_emoji(release: Path) -> None:
    path, *_ = export(release, "doccano").files
    told, quiet = lines(path)
    first = told["entities"][0]
    assert shown(told, first) == "Ngày 5/3/2019"
    assert first["start_offset"] == RELEASE.index("Ngày") + 3, "three emoji stand before it, each of two units"
    assert (quiet["text"], quiet["entities"], quiet["relations"]) == (QUIET, [], [])


@given(st.text())
def test_places_lead_to_the_same_words_in_utf16(text: str) -> None:
    unit = utf16_units(text)
    assert [unit(place) for place in range(len(text) + 1)] == [
        len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in range(len(text) + 1)
    ]


def test_the_lists_of_labels_are_as_its_upload_takes_them(release: Path) -> None:
    _, spans, relations = export(release, "doccano").files
    for path, names in ((spans, LABELS), (relations, RELATIONS)):
        labels = json.loads(path.read_text(encoding="utf-8"))
        assert [label["text"] for label in labels] == list(names)
        assert all(label["backgroundColor"].startswith("#") and len(label["backgroundColor"]) == 7 for label in labels)


def test_an_empty_document_is_left_out_and_told(release: Path, tmp_path: Path) -> None:
    records, sources = lines(release / "records.jsonl"), lines(release / "documents.jsonl")
    sources[1]["text"] = ""
    exported = export(written(tmp_path / "empty", records, sources), "doccano")
    assert len(lines(exported.files[0])) == 1
    assert exported.notes == {"documents are empty, which doccano does not take": 1}
