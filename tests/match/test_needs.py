"""No rule matches in a sentence without what its patterns need."""

from __future__ import annotations

import pytest

from camket import ingest, language, match
from camket.match.needs import Needs, held_by
from camket.run.flow import Kit
from tests.conftest import CORPUS

FILES = sorted(CORPUS.rglob("*.txt"))[::6]


def held(text: str, kit: Kit) -> set[str]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    return held_by(analysis.tokens[0], kit.rulebook.classes, kit.lexicon)


def test_matches_are_those_of_asking_every_rule(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    analyses = [
        language.analyse(ingest.from_text(path.read_text(encoding="utf-8")), kit.lexicon, kit.grammar) for path in FILES
    ]
    sparing = [match.find(analysis, kit.rulebook) for analysis in analyses]
    monkeypatch.setattr(Needs, "met", lambda self, _, rules=None: list(self.by_rule if rules is None else rules))
    assert sparing == [match.find(analysis, kit.rulebook) for analysis in analyses]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Hôm qua anh đăng ký xe.", False),
        ("Bà Đăng ký hợp đồng.", True),  # a name may end within the longer word
        ("Hôm qua ở ký túc xá.", False),
        ("Hôm qua họ là hai người ký.", True),  # so may an amount
        ("Hai bên ký kết.", True),
    ],
)
def test_the_longest_word_counts_unless_a_name_may_part_it(text: str, signs: bool, kit: Kit) -> None:  # noqa: FBT001
    assert ("<sign>" in held(text, kit)) is signs
