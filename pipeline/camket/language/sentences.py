"""Sentences of a document: blocks are split apart, and within a block where a full stop ends one.

underthesea's `sent_tokenize` ignores line ends and splits numbered lists badly, so blocks come first.
"""

from __future__ import annotations

import re
from functools import cache

from camket.analysis import Sentence
from camket.document import BlockKind, Document, Place
from camket.folding import fold
from camket.rulefiles import RuleModel, read_checked, rules_dir

_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]?[\w])")
_LAST_WORD = re.compile(r"[\w.&/-]+$")
_LONGEST_ASIDE, _LETTERED_REACH = 200, 14


class SentenceWords(RuleModel):
    """rules/sentences.yaml."""

    abbreviations: tuple[str, ...]


_WORDS = frozenset({"Á", "Ý"})
"""Words of one letter, which no initial is: "Đông Nam Á."."""


_LETTERED = re.compile(r"(?:bên|nhóm|khối|hạng|loại|lô|phương án)\s+$")
"""Before a letter that tells one of several, and no initial: "... cho Bên A."."""


@cache
def _abbreviations() -> frozenset[str]:
    words = read_checked(rules_dir() / "sentences.yaml", SentenceWords)
    return frozenset(map(fold, words.abbreviations))


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of `document` in order, none of them across two blocks, none of page furniture."""
    sentences: list[Sentence] = []
    for block in document.blocks:
        if block.kind is not BlockKind.FURNITURE:
            sentences += [Sentence(len(sentences) + i, place, block)
                          for i, place in enumerate(_in_block(document.text, block.place))]  # fmt: skip
    return tuple(sentences)


def _in_block(text: str, block: Place) -> list[Place]:
    places: list[Place] = []
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _ends_sentence(text, start, match):
            places.append(_trimmed(text, start, match.end()))
            start = match.end()
    places.append(_trimmed(text, start, block.end))
    return [place for place in places if len(place)]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 3].lstrip().lstrip('"“‘«([')
    if not following or following[0].islower():
        return False
    inside = text[start : match.start()]
    if len(inside) < _LONGEST_ASIDE and inside.count("(") > inside.count(")"):
        return False
    if not match.group().startswith("."):
        return True
    word = _LAST_WORD.search(text, start, match.start())
    if word is None:
        return True
    last = word.group()
    if len(last) == 1 and (last.isupper() or last.isdigit()) and inside.strip() == last:
        return False
    if len(last) == 1 and last.isupper() and _is_lettered(text, word.start()):
        return True
    titles = all(part in _abbreviations() for part in fold(last).split("."))  # "TTƯT.BSCKII. Phạm Văn A"
    return (
        not titles
        and fold(last) not in _abbreviations()
        and not (len(last) == 1 and last.isupper() and last not in _WORDS)
    )


def _is_lettered(text: str, at: int) -> bool:
    """Whether the letter at `at` tells one of several: "Bên A"."""
    return _LETTERED.search(fold(text[max(0, at - _LETTERED_REACH) : at])) is not None


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Place(start, end)
