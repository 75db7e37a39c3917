from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from camket.errors import RuleError
from camket.lexicon import Lexicon
from camket.match import Rule, Rulebook
from camket.rulefiles import rules_dir
from camket.run.examples import faults_of, found_by
from camket.run.flow import Kit

RULES = Rulebook.open(rules_dir(), Lexicon.open(rules_dir())).rules
FINDS = [pytest.param(rule, text, id=f"{rule.id}: {text[:40]}") for rule in RULES for text in rule.finds]
SKIPS = [pytest.param(rule, text, id=f"{rule.id}: {text[:40]}") for rule in RULES for text in rule.skips]


@pytest.mark.parametrize(("rule", "text"), FINDS)
def test_a_rule_finds_what_it_says_it_finds(rule: Rule, text: str, kit: Kit) -> None:
    assert found_by(rule, text, kit)


@pytest.mark.parametrize(("rule", "text"), SKIPS)
def test_a_rule_skips_what_it_says_it_skips(rule: Rule, text: str, kit: Kit) -> None:
    assert not found_by(rule, text, kit)


def test_dates_and_amounts_give_what_their_files_say(kit: Kit) -> None:
    assert kit.grammar.dates.faults() == []
    assert kit.grammar.amounts.faults() == []


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the rules to break."""
    return Path(shutil.copytree(rules_dir(), tmp_path / "rules"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_unknown_key_is_told_with_the_key_that_was_meant(broken: Path) -> None:
    edit(broken / "signing.yaml", "    finds:", "    find:")
    with pytest.raises(RuleError) as caught:
        Kit.open(broken)
    assert any("signing.yaml" in fault and "signing.between" in fault and "did you mean 'finds'" in fault
               for fault in caught.value.faults)  # fmt: skip


def test_all_faults_of_all_rule_files_are_told_at_once(broken: Path) -> None:
    edit(broken / "signing.yaml", "fills: signing", "fills: singing")
    edit(broken / "signing.yaml", "- <parties:a> ..6 <sign>", "- <partie:a> ..6 <sign>")
    edit(broken / "people.yaml", "id: people.witness", "id: people.speaker")
    with pytest.raises(RuleError) as caught:
        Kit.open(broken)
    told = "\n".join(caught.value.faults)
    assert "singing" in told
    assert "no label 'partie'" in told
    assert "people.yaml: rule people.speaker: id: there is another rule with this id" in told


def test_a_file_that_is_no_yaml_is_told_by_name(broken: Path) -> None:
    (broken / "details.yaml").write_text("validity: [", encoding="utf-8")
    with pytest.raises(RuleError, match=r"details\.yaml: not readable as YAML"):
        Kit.open(broken)


def test_a_key_that_stands_twice_is_told_with_its_line(broken: Path) -> None:
    path = broken / "triggers.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    key = next(line.partition(":")[0] for line in lines if line[:1].isalpha())
    path.write_text("\n".join([*lines, f"{key}: [a]"]), encoding="utf-8")
    with pytest.raises(RuleError, match=rf"triggers\.yaml.*{key}.*stands twice, again in line {len(lines) + 1}"):
        Lexicon.open(broken)


def test_a_missing_file_is_told_by_name(broken: Path) -> None:
    (broken / "lexicon" / "places.yaml").unlink()
    with pytest.raises(RuleError, match=r"places\.yaml: the rule file is missing"):
        Kit.open(broken)


def test_an_example_that_does_not_hold_is_a_fault(broken: Path) -> None:
    edit(broken / "signing.yaml", "- Trận đấu giữa hai đội kết thúc muộn.",
         "- Lễ ký kết hợp đồng giữa Công ty A Châu và Công ty B Long.")  # fmt: skip
    assert any("signing.between: skips" in fault for fault in faults_of(Kit.open(broken)))


def test_words_that_yaml_takes_for_booleans_stay_words(broken: Path) -> None:
    edit(broken / "triggers.yaml", "triggers: [", "triggers: [no, on, ")
    assert Lexicon.open(broken).triggers.search("no")
