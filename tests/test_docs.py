from __future__ import annotations

import dataclasses
import doctest
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import yaml

import camket
import camket.run.flow
from camket import evaluate, records
from camket.cli import app, rules_app
from camket.cli_review import review_app
from camket.decisions import Verdict
from camket.errors import DocumentError, ExitCode
from camket.judgement import State
from camket.labels import Labels, Language
from camket.match.rulebook import FILLS, RuleText
from camket.progress import CAUSES
from camket.review.page.security import HEADERS
from camket.rulefiles import rules_dir
from camket.write.review_rows import REVIEW_COLUMNS
from tests.conftest import ROOT

DOCS = {
    path.name: path.read_text(encoding="utf-8")
    for path in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
}


def test_the_examples_of_readme_and_package_run() -> None:
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    parser = doctest.DocTestParser()
    runner.run(parser.get_doctest(DOCS["README.md"].replace("```", ""), {}, "README.md", "README.md", 0))
    for module in (camket, camket.run.flow):
        for test in doctest.DocTestFinder().find(module):
            runner.run(test)
    assert runner.tries > 5
    assert runner.failures == 0


def test_readme_opens_with_the_two_commands() -> None:
    first = DOCS["README.md"].split("```")[1]
    assert "bash script/run" in first
    assert "bash script/test" in first


@pytest.mark.parametrize(
    "command", [one.name or one.callback.__name__.replace("_", "-") for one in app.registered_commands if one.callback]
)
def test_every_command_stands_in_readme(command: str) -> None:
    assert f"camket {command}" in DOCS["README.md"]


def test_every_rules_command_stands_in_docs() -> None:
    for one in rules_app.registered_commands:
        name = one.name or (one.callback.__name__ if one.callback else "")
        assert f"camket rules {name}" in DOCS["rules.md"]


def test_every_review_command_decision_state_and_column_stands_in_docs() -> None:
    for one in review_app.registered_commands:
        name = one.name or (one.callback.__name__ if one.callback else "")
        assert f"camket review {name}" in DOCS["review.md"] + DOCS["review_page.md"]
    for word in (*Verdict, *State):
        assert f"| `{word}` |" in DOCS["review.md"]
    for language in Language:
        for column in REVIEW_COLUMNS:
            assert Labels.of(language).columns[column] in DOCS["review.md"]


def test_every_review_command_and_its_options_stand_in_docs() -> None:
    for one in review_app.registered_commands:
        name = one.name or (one.callback.__name__ if one.callback else "")
        assert f"camket review {name}" in DOCS["README.md"]


def test_every_option_of_the_page_and_every_header_stands_in_docs() -> None:
    for option in ("--port", "--host", "--allow-remote", "--reviewer", "--lang", "--originals"):
        assert f"`{option}" in DOCS["review_page.md"]
    for name in HEADERS:
        assert name in DOCS["security.md"]


def test_every_exit_code_and_reason_stands_in_docs() -> None:
    for code in ExitCode:
        assert f"| {code.value} |" in DOCS["errors.md"]
    reasons = {one.reason for one in DocumentError.__subclasses__()} | {"internal", "warnings", "container"}
    words = reasons | {*records.Status, *records.Stage, *CAUSES}
    for word in words:
        assert f"`{word}`" in DOCS["errors.md"]


def test_every_field_of_a_record_stands_in_docs() -> None:
    for kind in (records.Record, records.DocumentInfo, records.Agreement, records.Party, records.Signatory,
                 records.Participant, records.Commitment, records.Evidence, records.Reviewed, records.ReviewedValue,
                 records.Opinion):  # fmt: skip
        for one in dataclasses.fields(kind):
            assert f"`{one.name}`" in DOCS["records.md"], one.name


def test_every_key_and_value_of_a_rule_stands_in_docs() -> None:
    for key in RuleText.model_fields:
        assert f"`{key}`" in DOCS["rules.md"]
    for value in FILLS:
        assert f"`{value}`" in DOCS["rules.md"]


def test_every_rule_file_stands_in_docs() -> None:
    for path in rules_dir().rglob("*.yaml"):
        assert path.relative_to(rules_dir()).as_posix() in DOCS["rules.md"]


def test_every_measured_field_stands_in_docs() -> None:
    for field in evaluate.FIELDS:
        assert field in DOCS["accuracy.md"]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    for requirement in (*project["project"]["dependencies"], *(one for extra in extras for one in extra)):
        name = re.split(r"[>=<\[ ]", requirement)[0]
        assert f"| {name} |" in DOCS["architecture.md"], name


def test_links_between_the_pages_lead_somewhere() -> None:
    for name, text in DOCS.items():
        base = ROOT if name in {"README.md", "CONTRIBUTING.md"} else ROOT / "docs"
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (base / link).exists(), f"{name}: {link}"


def blocks(name: str, language: str) -> list[str]:
    """What stands in a page between fences of this language."""
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS[name], flags=re.MULTILINE | re.DOTALL)


def test_commands_of_a_cluster_have_the_options_that_dask_has() -> None:
    cli = pytest.importorskip("distributed.cli")
    import_module(f"{cli.__name__}.dask_scheduler")
    import_module(f"{cli.__name__}.dask_worker")
    options = {
        name: {flag for one in getattr(cli, f"dask_{name}").main.params for flag in (*one.opts, *one.secondary_opts)}
        for name in ("scheduler", "worker")
    }
    seen = 0
    for block in [*blocks("scale.md", "bash"), *blocks("scale.md", "yaml"), *blocks("engines.md", "bash")]:
        for name, rest in re.findall(r"\bdask,? (scheduler|worker)\b(.*)", block):
            asked = set(re.findall(r"(?<=[ ,])--[a-z-]+", rest))
            assert asked <= options[name], asked - options[name]
            seen += 1
    assert seen > 8


def test_settings_of_a_cluster_are_some_that_dask_has() -> None:
    pytest.importorskip("distributed")
    config = import_module("dask.config")
    settings = yaml.safe_load((ROOT / "docs" / "dask.yaml").read_text(encoding="utf-8"))
    names = set(settings_of(settings))
    assert names
    assert names <= set(settings_of(dict(config.merge(*config.defaults))))


def settings_of(part: dict[str, Any], above: str = "") -> Iterator[str]:
    """The names of the settings in a part of a configuration, with those of the parts around it."""
    for name, value in part.items():
        if isinstance(value, dict):
            yield from settings_of(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def test_scripts_and_manifests_of_the_docs_can_be_parsed() -> None:
    for block in blocks("scale.md", "bash"):
        assert subprocess.run(["/bin/bash", "-n"], input=block, text=True, check=False).returncode == 0
    kinds = [one["kind"] for block in blocks("scale.md", "yaml") for one in yaml.safe_load_all(block)]
    assert kinds == ["Service", "Deployment", "Deployment", "PersistentVolumeClaim", "Job"]
