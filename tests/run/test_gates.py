"""No gate costs a value: what is let go unread would have given nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from camket import ingest, language
from camket.run.flow import Kit, extract
from camket.run.gates import SIGNING, WITH_DOCUMENT
from tests.conftest import CORPUS, SHARED

FOLDERS = [one for one in (CORPUS, SHARED / "gold" / "news", SHARED / "gold" / "press") if one.is_dir()]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_records_are_the_same_without_the_gates(folder: Path, kit: Kit) -> None:
    open_kit = replace(kit, gated=False)
    for path in sorted(folder.rglob("*.txt")):
        document = ingest.read(path, path.name, kit.options)
        assert extract(document, kit) == extract(document, open_kit), path


def test_every_signing_needs_a_word_of_the_gate(kit: Kit) -> None:
    """A pattern that fills a signing asks for a class of the gate, or for one that counts beside a document."""
    for rule, compiled in kit.rulebook.compiled.values():
        if rule.fills == "signing":
            asked = [
                set(token["ENT_TYPE"]["IN"]) for token in compiled.tokens if "OP" not in token and "ENT_TYPE" in token
            ]
            alone = any(labels <= set(SIGNING) for labels in asked)
            beside = any(labels <= set(WITH_DOCUMENT) for labels in asked) and any(
                labels <= {"doc"} for labels in asked
            )
            assert alone or beside, f"{rule.id}: {compiled.tokens}"


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("Trời nhiều mây.", (False, False, False)),
        ("Hai bên hợp tác lâu năm.", (True, False, False)),
        ("Sở Y tế Hà Nam cam kết xây trạm y tế.", (True, False, True)),
        ("Sở Y tế Hà Nam ký thỏa thuận.", (True, True, False)),
        ("Nhật Bản và Lào đạt hiệp định.", (True, True, False)),
        ("Đạt kết quả tốt. Hiệp định cũ hết hạn.", (True, False, False)),
    ],
)
def test_each_gate_opens_for_its_words(text: str, gate: tuple[bool, bool, bool], kit: Kit) -> None:
    told = kit.gates.look(language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar))
    assert (told.anything, told.signing, told.pledge) == gate
