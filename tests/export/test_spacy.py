from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import DocBin
from spacy.training import Corpus
from spacy.vocab import Vocab

from camket.export import export
from camket.export import spacy as target
from tests.conftest import DemoRun
from tests.export.folders import annotated

if TYPE_CHECKING:
    import pytest


def docs_of(folder: Path) -> list[Any]:
    vocab = Vocab()
    return [doc for path in sorted(folder.glob("*.spacy")) for doc in DocBin().from_disk(path).get_docs(vocab)]


def test_the_corpus_comes_back_with_every_span_and_relation(demo: DemoRun, tmp_path: Path) -> None:
    exported = export(demo.folder, "spacy", tmp_path / "spacy")
    docs = docs_of(exported.files[0].parent)
    overlapping = 0
    for doc, document in zip(docs, annotated(demo.folder), strict=True):
        assert doc.text == document.text
        spans = doc.spans["camket"]
        assert [(one.start_char, one.end_char, one.label_) for one in spans] == [
            (one.start, one.end, one.label) for one in document.spans
        ]
        told = doc.user_data["camket"]
        assert (told["document"]["id"], told["document"]["path"]) == (document.info["id"], document.info["path"])
        assert list(told["relations"]) == [
            {"head": one.head, "child": one.child, "label": one.label} for one in document.relations
        ]
        overlapping += len(spans) - len(doc.ents)
        assert {(one.start, one.end, one.label) for one in doc.ents} <= {(s.start, s.end, s.label) for s in spans}
    assert exported.notes["spans that overlap others are in doc.spans alone, not in doc.ents"] == overlapping


def test_names_are_entities_where_a_clause_is_around_them(release: Path) -> None:
    told, quiet = docs_of(export(release, "spacy").files[0].parent)
    assert ("Sở Y tế Lâm Đồng", "party") in [(one.text, one.label_) for one in told.ents]
    assert (quiet.ents, len(quiet.spans["camket"])) == ((), 0)


def test_spacys_own_reader_of_training_data_takes_the_folder(release: Path) -> None:
    folder = export(release, "spacy").files[0].parent
    examples = list(Corpus(folder)(spacy.blank("xx")))
    assert [len(example.reference.spans["camket"]) for example in examples] == [11, 0]


def test_parts_of_a_larger_export_before_are_removed(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "_DOCUMENTS_A_PART", 1)
    assert [path.name for path in export(release, "spacy").files] == ["camket-0001.spacy", "camket-0002.spacy"]
    monkeypatch.setattr(target, "_DOCUMENTS_A_PART", 2)
    (path,) = export(release, "spacy").files
    assert sorted(path.parent.iterdir()) == [path]
    assert len(docs_of(path.parent)) == 2
