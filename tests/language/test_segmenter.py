"""Words and parts of speech are those that underthesea finds by itself."""

from __future__ import annotations

import random
import struct
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from underthesea import word_tokenize
from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

from camket.language.crf import read_crf
from camket.language.segmenter import segmenter, tagger
from tests.conftest import CORPUS, SHARED

ODD = [
    "",
    "a",
    "Đ",
    '"',
    "(",
    "1 . , Ⅳ ǅ",
    "İSTANBUL ẞ ΣΑΣ",
    "Hoà  bình\u00a0,\tthuỷ lợi",
    "a\u0309nh ho\u0300a",  # marks of their own
    "A-B x_y http://a.vn/c?d=1 e@f.vn 12/3/2020 3,5% TP.HCM KH&CN ...",
    "T[0]=x = y",
    "Ð người Ðà Nẵng",  # the Icelandic letter
]


def lines() -> list[str]:
    files = [*sorted(CORPUS.rglob("*.txt")), *sorted((SHARED / "gold").rglob("*.txt"))]
    told = [
        line
        for file in files
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
        if line.strip()
    ]
    return ODD + random.Random(7).sample(told, 1500)  # noqa: S311 - the same lines in each run of the tests


def test_words_and_tags_are_those_of_the_library() -> None:
    predictor = CRFPOSTagPredictor.Instance()
    for line in lines():
        words = [said for _, said in segmenter().words(line)]
        assert words == word_tokenize(line, use_token_normalize=False), line
        assert tagger().tags(words) == [label for _, label in predictor.predict(words)] if words else not words, line


def test_every_word_stands_on_its_place() -> None:
    for line in (unicodedata.normalize("NFC", one) for one in lines()):
        words = segmenter().words(line)
        assert all(one[0].end <= other[0].start for one, other in pairwise(words))
        assert "".join("".join(place.of(line).split()) for place, _ in words) == "".join(line.split())


def test_a_model_in_another_format_is_told(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(struct.pack("<4sI4s9I", b"lCRF", 48, b"XXXX", *range(9)))
    with pytest.raises(ValueError, match="no model of CRFsuite"):
        read_crf(tmp_path / "model.bin")
