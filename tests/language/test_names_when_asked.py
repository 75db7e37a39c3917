"""The names of a sentence are the same whatever other sentences were read before, or all of them."""

from __future__ import annotations

import random

import pytest

from camket import ingest, language
from camket.analysis import Analysis
from camket.language.names import Names
from camket.language.occurrences import Occurrences
from camket.run.flow import Kit
from tests.conftest import CORPUS

FILES = sorted(CORPUS.rglob("*.txt"))[::4]


def analysed(text: str, kit: Kit) -> Analysis:
    return language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)


def test_names_are_those_of_reading_all_sentences(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text(encoding="utf-8") for path in FILES]
    sparing = [analysed(text, kit) for text in texts]
    for analysis in sparing:
        sentences = list(analysis.sentences)
        random.Random(7).shuffle(sentences)  # noqa: S311 - the same order in each run of the tests
        for sentence in sentences:
            analysis.names_in(sentence)

    def everywhere(self: Occurrences, *_: object) -> list[int]:
        return list(range(len(self._starts)))

    monkeypatch.setattr(Occurrences, "of_short_forms", everywhere)
    monkeypatch.setattr(Occurrences, "of_words", everywhere)
    monkeypatch.setattr(Names, "_may_be_surname", lambda *_: True)
    for analysis, text in zip(sparing, texts, strict=True):
        assert analysis.names == analysed(text, kit).names


@pytest.mark.parametrize(
    ("elsewhere", "said", "names"),
    [
        ("Công ty Cổ phần Sông Dinh Vina mở cửa.", "Hôm qua Sông Dinh Vina ký.", ["Sông Dinh Vina"]),
        ("Viện Nghiên cứu Lúa (IRC) mở cửa.", "Hôm qua IRC ký.", ["IRC"]),
        ("Ông Peter Hopkinson đến.", "Khi đó Hopkinson ký.", ["Hopkinson"]),
        ("Ngân hàng Phương Nam Á mở cửa.", "Theo đó, Ngân hàng cho vay.", ["Ngân hàng"]),
        ("Ngân hàng Phương Nam Á gặp Ngân hàng Bắc Hải.", "Theo đó, Ngân hàng cho vay.", []),
    ],
)
def test_a_sentence_is_read_by_names_told_elsewhere(elsewhere: str, said: str, names: list[str], kit: Kit) -> None:
    for text in (f"{elsewhere}\n\n{said}", f"{said}\n\n{elsewhere}"):
        analysis = analysed(text, kit)
        sentence = next(one for one in analysis.sentences if one.place.of(analysis.text) == said)
        assert [name.place.of(analysis.text) for name in analysis.names_in(sentence)] == names
