from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from camket.errors import RuleError
from camket.lexicon import Lexicon
from camket.registry.authority import Authority
from camket.rulefiles import rules_dir, rules_hash


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(rules_dir(), tmp_path / "rules"))


def opened(rules: Path) -> Authority:
    return Authority.open(rules, Lexicon.open(rules))


def test_every_entry_names_its_source() -> None:
    authority = opened(rules_dir())
    assert all(body.source for body in authority.bodies.values())
    assert all(one.source for one in authority.former)


def test_what_could_not_be_checked_says_so(rules: Path) -> None:
    with (rules / "authority" / "bodies.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: sao, name: Ngân hàng Sao, source: a test, checked: false}\n")
    bodies = opened(rules).bodies
    assert not bodies["sao"].checked
    assert bodies["vietinbank"].checked


def test_provinces_of_today_are_34_and_those_before_them_63() -> None:
    provinces = Lexicon.open(rules_dir()).provinces_by_name.values()
    today = {one.name for one in provinces if one.until is None}
    before_july = {one.name for one in provinces if one.until is None or one.until.isoformat() == "2025-06-30"}
    assert (len(today), len(before_july)) == (34, 63)
    assert {one.today for one in provinces} == today


def test_faults_are_told_all_at_once(rules: Path) -> None:
    with (rules / "authority" / "bodies.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: sao, name: Ngân hàng Sao, also: [Vietcombank], successor: trang, source: a test}\n")
    with (rules / "authority" / "provinces.yaml").open("a", encoding="utf-8") as file:
        file.write('  - {name: Tỉnh Cũ, until: 1990-01-01, now: [Không Có], source: "a test"}\n')
    with pytest.raises(RuleError) as told:
        opened(rules)
    assert told.value.faults == [
        "bodies.yaml: sao: there is no body 'trang' to be its successor",
        "bodies.yaml: sao: 'Vietcombank' is a name of vietcombank too",
        "provinces.yaml: Tỉnh Cũ: there is no province 'Không Có'",
    ]


def test_a_key_that_does_not_exist_is_told_by_file_and_key(rules: Path) -> None:
    path = rules / "authority" / "departments.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("source:", "sauce:", 1), encoding="utf-8")
    with pytest.raises(RuleError, match=r"departments.yaml.*sauce"):
        opened(rules)


def test_a_new_name_of_a_body_makes_no_run_read_its_documents_again(rules: Path) -> None:
    before = rules_hash(rules)
    (rules / "authority" / "bodies.yaml").write_text("before: []\nbodies: []\n", encoding="utf-8")
    assert rules_hash(rules) == before
    (rules / "triggers.yaml").write_text("triggers: []\npeople: []\n", encoding="utf-8")
    assert rules_hash(rules) != before
