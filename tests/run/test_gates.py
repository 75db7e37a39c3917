"""No gate costs a value: what is let go unread would have given nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from camket import ingest, language
from camket.run.flow import Kit, extract
from camket.run.gates import HINTS
from tests.conftest import CORPUS, SHARED

FOLDERS = [one for one in (CORPUS, SHARED / "gold" / "news", SHARED / "gold" / "press") if one.is_dir()]

LONG = "Mùa này ở miền núi phía bắc trời nhiều mây và có mưa nhỏ vài nơi. "


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_records_are_the_same_without_the_gates(folder: Path, kit: Kit) -> None:
    open_kit = replace(kit, gated=False)
    for path in sorted(folder.rglob("*.txt")):
        document = ingest.read(path, path.name, kit.options)
        assert extract(document, kit) == extract(document, open_kit), path


def test_every_rule_for_a_signing_needs_a_word_of_the_hints(kit: Kit) -> None:
    """Sentences without a hint are not looked at, so that each pattern must ask for a class of them."""
    for rule in kit.gates.rules:
        for needs in kit.rulebook.needs.by_rule[rule]:
            assert any(need <= {f"<{name}>" for name in HINTS} for need in needs), f"{rule}: {needs}"


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("Trời nhiều mây.", (False, False, False)),
        ("Hai bên hợp tác lâu năm.", (True, False, False)),
        ("Sở Y tế Hà Nam cam kết xây trạm y tế.", (True, False, True)),
        ("Sở Y tế Hà Nam ký thỏa thuận.", (True, True, False)),
        ("Nhật Bản và Lào đạt hiệp định.", (True, True, False)),
        ("Nhật Bản và Lào sắp đàm phán hiệp định.", (True, False, False)),
        ("Anh đăng ký xe ở Hà Nam.", (True, False, False)),
        ("Ông Đăng ký hợp đồng.", (True, True, False)),
        (f"{LONG * 12}Ông Lê Văn Tám ký.", (True, False, False)),
        (f"{LONG * 12}Sở Y tế Hà Nam ký thỏa thuận với Bệnh viện Châu Sơn.", (True, True, False)),
        (f"{LONG * 12}Ký có ông Lê Văn Tám và bà Trần Thị Chín.", (True, True, False)),
        (f"{LONG * 12}Các bên ký:", (True, True, False)),
    ],
)
def test_each_gate_opens_for_its_words(text: str, gate: tuple[bool, bool, bool], kit: Kit) -> None:
    told = kit.gates.look(language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar))
    assert (told.anything, told.signing, told.pledge) == gate
