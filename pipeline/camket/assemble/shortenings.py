"""Whether of two keys one is short for the other, or both are told with another word for one brand or branch."""

from __future__ import annotations

from camket.analysis import Name
from camket.assemble.forms import Forms
from camket.lexicon import COMPANY, Lexicon
from camket.syllables import is_syllable

_LONGEST_PLACE = 3
_FIRM = ("công ty ", "hãng ")
_AT_HOME = ("việt", "nam")


class Shortenings:
    """Compares the keys of two names by their words."""

    def __init__(self, forms: Forms, lexicon: Lexicon) -> None:
        self._forms, self._lexicon = forms, lexicon

    def is_one_brand(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the two are one proper name, told with a head and with a word such as "Group": "Tập đoàn X", "X Group"."""
        heads = [self._lexicon.heads.longest(list(key), 0) for key in (one, other)]
        if all(heads) or not any(heads):
            return False
        brands = []
        firm, bare = (one, other) if heads[0] else (other, one)
        if " ".join(firm).startswith(_FIRM) and bare == (*firm[max(head[0] for head in heads if head) :], *_AT_HOME):
            return any(not is_syllable(word) for word in bare)  # "Công ty X", "X Việt Nam"
        for key, head in zip((one, other), heads, strict=True):
            rest = list(key[head[0] if head else 0 :])
            while len(rest) > 1 and rest[-1] in self._lexicon.generic:
                rest.pop()
            brands.append(rest)
        return brands[0] == brands[1] and any(not is_syllable(word) for word in brands[0])

    def is_one_branch(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the two are one branch, told with that word and without: "X Chi nhánh tỉnh Y", "X Y"."""
        short, long = sorted((one, other), key=len)
        for at in range(1, len(long)):
            word = self._lexicon.branches.longest(list(long), at)
            if word and long[:at] + long[at + word[0] :] == short and at + word[0] < len(long):
                return True
        return False

    def shortens(self, short: tuple[str, ...], long: tuple[str, ...], name: Name, *, unlike: bool) -> bool:
        """Whether `short` is `long` without its locality, its head, or words that tell nothing apart.

        `unlike` says that the heads are of bodies of two types, so that `short` may not have one of its own.
        """
        if not 0 < len(short) < len(long):
            return False
        if long[: len(short)] == short:
            rest = long[len(short) :]
            if name.type and len(short) > 1:
                own = self._lexicon.locality_words.longest(list(rest), 0)
                return (
                    (own is not None and own[0] == len(rest))
                    or self._is_state_of_brand(short, rest)
                    or " ".join(rest) in self._lexicon.provinces
                    or self._forms.tells_nothing(rest)
                )
            return self._forms.tells_nothing(rest)
        told_home = len(long) > len(_AT_HOME) and long[-len(_AT_HOME) :] == _AT_HOME
        ends = {long[-1], *([long[-1 - len(_AT_HOME)]] if told_home else [])}
        begins = short[0] == long[0] or (name.type == COMPANY and not unlike)  # "Bảo hiểm X", "Công ty Bảo hiểm X"
        if name.type and len(short) > 2 and begins and short[-1] in ends and _within(short, long):
            return True
        head = self._lexicon.heads.longest(list(short), 0)
        whole_head = self._lexicon.heads.longest(list(long), 0)
        if head and whole_head and long[-len(short) :] == short and len(long) - len(short) + head[0] == whole_head[0]:
            return len(short) > head[0]
        if self._ends_before_place(short, long):
            return True
        part = self._lexicon.parts.longest(list(long), 0) or self._lexicon.apart.longest(list(long), 0)
        if part and head and long[-len(short) :] == short:
            return False  # "Ban Tuyên giáo Hội X" is a part of "Hội X"
        tail = short[head[0] :] if head and name.type and not unlike else short
        if not tail or long[-len(tail) :] != tail or self._forms.is_place(tail) or self._forms.is_locality(tail, name):
            return False
        distinct = len(tail) > 1 or not is_syllable(tail[0])
        rest = long[: -len(tail)]
        return (
            distinct
            and all(is_syllable(word) or word in self._lexicon.generic for word in rest)
            and (not name.type or self._lexicon.heads.longest(list(long), 0) is not None)
        )

    def _is_state_of_brand(self, short: tuple[str, ...], rest: tuple[str, ...]) -> bool:
        """Whether `rest` is the state in which the brand that `short` ends with has a firm: "Công ty Nikko", "Công ty Nikko Indonesia"."""
        return not is_syllable(short[-1]) and " ".join(rest) in self._lexicon.states

    def _ends_before_place(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Whether `short` is a brand that a place follows in `long`: "Hakuyo" in "Công ty Cơ khí Hakuyo Việt Trì"."""
        brand = all(not is_syllable(word) for word in short)
        return brand and any(
            self._forms.is_place(long[-size:]) and long[-size - len(short) : -size] == short
            for size in range(1, min(_LONGEST_PLACE, len(long) - len(short)) + 1)
        )


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in their order: "Hội Phụ nữ X" in "Hội Liên hiệp Phụ nữ X"."""
    rest = iter(long)
    return all(word in rest for word in short)
