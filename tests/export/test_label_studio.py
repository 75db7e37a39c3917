"""Tasks as https://labelstud.io/guide/predictions describes them.

label-studio-sdk 2.1.2 finds no fault in those of the corpus, Label Studio 1.23.2 imports them, and marks in a browser the very
words of every span, also behind emoji.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree

from camket.export import export
from camket.export.spans import LABELS, RELATIONS
from tests.conftest import DemoRun
from tests.export.folders import RELEASE, annotated

REGION = {
    "type": "object",
    "required": ["id", "from_name", "to_name", "type", "value"],
    "properties": {
        "from_name": {"const": "label"}, "to_name": {"const": "text"}, "type": {"const": "labels"},
        "value": {
            "type": "object",
            "required": ["start", "end", "labels"],
            "properties": {
                "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1},
                "labels": {"type": "array", "items": {"enum": list(LABELS)}, "minItems": 1, "maxItems": 1},
            },
        },
    },
}  # fmt: skip
RELATION = {
    "type": "object",
    "required": ["type", "from_id", "to_id", "direction", "labels"],
    "properties": {
        "type": {"const": "relation"}, "from_id": {"type": "string"}, "to_id": {"type": "string"},
        "direction": {"enum": ["left", "right", "bi"]},
        "labels": {"type": "array", "items": {"enum": list(RELATIONS)}},
    },
}  # fmt: skip
TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "additionalProperties": False,
        "properties": {
            "data": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "predictions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["result"],
                    "properties": {
                        "model_version": {"type": "string"}, "score": {"type": "number", "minimum": 0, "maximum": 1},
                        "result": {"type": "array", "items": {"anyOf": [REGION, RELATION]}},
                    },
                },
            },
        },
    },
}  # fmt: skip


def tasks_of(folder: Path, output: Path) -> list[dict[str, Any]]:
    path, _ = export(folder, "label-studio", output).files
    tasks: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return tasks


def test_every_task_of_the_corpus_is_as_documented_and_holds_every_span(demo: DemoRun, tmp_path: Path) -> None:
    tasks = tasks_of(demo.folder, tmp_path)
    Draft202012Validator(TASKS).validate(tasks)
    for task, document in zip(tasks, annotated(demo.folder), strict=True):
        results = [result for prediction in task["predictions"] for result in prediction["result"]]
        regions = {one["id"]: one["value"] for one in results if one["type"] == "labels"}
        relations = [one for one in results if one["type"] == "relation"]
        assert len(regions) == len(document.spans)
        assert len(relations) == len(document.relations)
        assert all(task["data"]["text"][one["start"] : one["end"]] == one["text"] for one in regions.values())
        assert all({one["from_id"], one["to_id"]} <= set(regions) for one in relations)


def test_places_are_code_points_also_behind_emoji(release: Path) -> None:
    told, quiet = tasks_of(release, release)
    regions = [one["value"] for one in told["predictions"][0]["result"] if one["type"] == "labels"]
    assert (regions[0]["start"], regions[0]["text"]) == (RELEASE.index("Ngày"), "Ngày 5/3/2019")
    assert quiet["predictions"] == []


def test_the_configuration_has_every_label_once_and_names_the_text(release: Path) -> None:
    _, config = export(release, "label-studio").files
    view = etree.parse(config).getroot()
    assert [one.get("value") for one in view.iter("Label")] == list(LABELS)
    assert [one.get("value") for one in view.iter("Relation")] == list(RELATIONS)
    assert [one.attrib for one in view.iter("Labels")] == [{"name": "label", "toName": "text"}]
    assert [one.attrib for one in view.iter("Text")] == [{"name": "text", "value": "$text"}]
    assert len({one.get("background") for one in view.iter("Label")}) == len(LABELS)


def test_predictions_tell_which_camket_made_them(release: Path) -> None:
    assert tasks_of(release, release)[0]["predictions"][0]["model_version"] == "camket"
    (release / "run.json").write_text('{"camket": "0.1.0"}', encoding="utf-8")
    assert tasks_of(release, release)[0]["predictions"][0]["model_version"] == "camket 0.1.0"
