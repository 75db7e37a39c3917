"""Parties told by a part of their names: "LĐLĐ", "Bảo hiểm Bình An", "Midori Farm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from camket.document import Place
from camket.folding import fold
from camket.lexicon import Lexicon
from camket.records import Agreement, Party
from camket.syllables import is_syllable

_BRACKETS = re.compile(r"\([^()]*\)")
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ&-]+")
_ASIDE = (
    r"\s*\((?:(?:sau đây )?(?:gọi|gọi tắt|viết tắt) là |viết tắt:? |tên viết tắt:? )?([A-ZĐ][\w&-]*[A-ZĐ][\w&-]*)\)"
)
_OWN_NAME = 2


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The parts of names by which a text tells of one party, and of no other."""

    pattern: re.Pattern[str] | None
    holders: dict[str, tuple[Agreement, Party]]

    @classmethod
    def of(cls, text: str, agreements: Sequence[Agreement], lexicon: Lexicon) -> ShortNames:
        """The short forms of the parties' names in `text`; a form of several parties is none."""
        holders: dict[str, list[tuple[Agreement, Party]]] = {}
        for agreement in agreements:
            for party in agreement.parties:
                for form in {short for name in (party.name, *party.aliases) for short in _forms(text, name, lexicon)}:
                    holders.setdefault(form, []).append((agreement, party))
        sole = {form: found[0] for form, found in holders.items() if len({party.name for _, party in found}) == 1}
        longest = "|".join(re.escape(form) for form in sorted(sole, key=len, reverse=True))
        return cls(re.compile(rf"(?<![\w-])(?:{longest})(?![\w-])") if sole else None, sole)

    def ending(self, text: str, start: int, end: int) -> Iterator[tuple[Place, Agreement, Party]]:
        """The short forms in `text` from `start` to `end`, the last first."""
        found = list(self.pattern.finditer(text, start, end)) if self.pattern else []
        for match in reversed(found):
            yield (Place(*match.span()), *self.holders[match.group()])


def _forms(text: str, name: str, lexicon: Lexicon) -> Iterator[str]:
    """What stands for `name`: itself, its acronym, its own name, the end of its kind with its own name."""
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    yield from (match.group(1) for match in re.finditer(re.escape(bare) + _ASIDE, text))
    words = bare.split()
    if len(words) > 1 and bare.isupper():
        return
    if len(words) > 1 or _ACRONYM.fullmatch(bare):
        yield bare
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            form = " ".join(words[start:end])
            whole = end == len(words) or words[end][0].isupper()
            if whole and _own(words[start:end]) and len(words) > end - start and not _general(form, lexicon):
                yield form


def _own(words: list[str]) -> bool:
    """Whether the words end with a name of their own, of two words, or of one that is no Vietnamese syllable."""
    capitals = [word[0].isupper() for word in words]
    alone = len(words) == 1 and words[0].isalpha() and not is_syllable(words[0]) and len(words[0]) > _OWN_NAME
    return capitals[0] and ((len(words) >= _OWN_NAME and all(capitals[-_OWN_NAME:])) or alone)


def _general(form: str, lexicon: Lexicon) -> bool:
    """Whether the form is the name of a place or a state, a head, or short for a common noun."""
    known = (lexicon.provinces, lexicon.towns, lexicon.states, lexicon.capitals, lexicon.heads, lexicon.abbreviations)
    return any(form in phrases for phrases in known) or fold(form) in lexicon.expansions
