"""Tasks of the interfaces `relations` and `spans_manual`, as https://prodi.gy/docs/api-interfaces describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from camket.export import export
from camket.export.spans import LABELS, RELATIONS
from tests.conftest import DemoRun
from tests.export.folders import annotated, lines

NUMBER = {"type": "integer", "minimum": 0}
SPAN = {
    "type": "object",
    "required": ["start", "end", "token_start", "token_end", "label"],
    "additionalProperties": False,
    "properties": {"start": NUMBER, "end": NUMBER, "token_start": NUMBER, "token_end": NUMBER,
                   "label": {"enum": list(LABELS)}},
}  # fmt: skip
TASK = {
    "type": "object",
    "required": ["text", "tokens", "spans", "relations", "meta"],
    "properties": {
        "text": {"type": "string"},
        "tokens": {"type": "array", "items": {
            "type": "object",
            "required": ["text", "start", "end", "id", "ws"],
            "properties": {"text": {"type": "string"}, "start": NUMBER, "end": NUMBER, "id": NUMBER,
                           "ws": {"type": "boolean"}}}},
        "spans": {"type": "array", "items": SPAN},
        "relations": {"type": "array", "items": {
            "type": "object",
            "required": ["head", "child", "label", "head_span", "child_span"],
            "properties": {"head": NUMBER, "child": NUMBER, "label": {"enum": list(RELATIONS)}, "head_span": SPAN,
                           "child_span": SPAN}}},
    },
}  # fmt: skip


def check(task: dict[str, Any]) -> None:
    """`task` is as documented, and its tokens, spans and relations agree."""
    Draft202012Validator(TASK).validate(task)
    tokens = task["tokens"]
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == task["text"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]
    for relation in task["relations"]:
        assert relation["head"] == relation["head_span"]["token_end"]
        assert relation["child"] == relation["child_span"]["token_end"]
        assert relation["head_span"] in task["spans"]
        assert relation["child_span"] in task["spans"]


def test_every_task_of_the_corpus_is_as_documented_and_holds_every_span(demo: DemoRun, tmp_path: Path) -> None:
    every, _ = export(demo.folder, "prodigy", tmp_path).files
    for task, document in zip(lines(every), annotated(demo.folder), strict=True):
        check(task)
        assert len(task["spans"]) == len(document.spans)
        assert len(task["relations"]) == len(document.relations)


def test_spans_of_the_interface_of_relations_lie_apart_and_the_others_are_counted(
    demo: DemoRun, tmp_path: Path
) -> None:
    exported = export(demo.folder, "prodigy", tmp_path)
    every, shown = (lines(path) for path in exported.files)
    for task in shown:
        check(task)
        ends = [0, *(span["token_end"] + 1 for span in task["spans"])]
        assert all(end <= span["token_start"] for end, span in zip(ends, task["spans"], strict=False))
    for kind in ("spans", "relations"):
        left_out = sum(len(one[kind]) - len(other[kind]) for one, other in zip(every, shown, strict=True))
        assert left_out == sum(number for what, number in exported.notes.items() if what.startswith(kind))


def test_a_relation_leads_from_the_last_token_of_its_head(release: Path) -> None:
    told = lines(export(release, "prodigy").files[0])[0]
    first = next(one for one in told["relations"] if one["label"] == "undertaken_by")
    words = [token["text"] for token in told["tokens"]]
    assert (words[first["head"]], words[first["child"]]) == ("thở", "HMC")
