"""Money and quantities as written: a number with its unit, and the approximator before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from camket.analysis import Amount
from camket.document import Place
from camket.folding import fold
from camket.language.words import is_listed
from camket.rulefiles import RuleModel, read_checked

_QUANTITY = "quantity"
_LAST_TWO = re.compile(r"[^\W\d_]+ (?P<last>[^\W\d_]+)$")
_SYLLABLE = re.compile(r" (?P<next>[^\W\d_]+)")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"


class AmountFile(RuleModel):
    """rules/amounts.yaml."""

    approximators: tuple[str, ...]
    scales: tuple[str, ...]
    currencies: tuple[str, ...]
    number_words: tuple[str, ...]
    units: tuple[str, ...]
    not_after: tuple[str, ...]
    finds: dict[str, str]
    skips: tuple[str, ...]


@dataclass(frozen=True)
class AmountGrammar:
    """The forms of amounts, compiled."""

    money: re.Pattern[str]
    quantity: re.Pattern[str]
    not_after: re.Pattern[str]
    file: AmountFile

    @classmethod
    def open(cls, rules: Path) -> AmountGrammar:
        """The grammar of rules/amounts.yaml in the folder `rules`."""
        file = read_checked(rules / "amounts.yaml", AmountFile)
        about = rf"(?:(?:{_any(file.approximators)})\s+){{0,2}}"
        words = _any(file.number_words)
        scale = rf"(?:\s*(?:{_any(file.scales)}))"
        money = rf"(?<!\w){about}(?:{_NUMBER}|{words}){scale}{{0,2}}\s*(?:{_any(file.currencies)})(?!\w)"
        unit = rf"(?:\s*%|{scale}?\s+(?:{_any(file.units)})(?!\w))"
        quantity = rf"(?<![\w/.,-]){about}(?:{_NUMBER}|{words}){unit}(?:\s(?!(?:{_STOP})\b)[^\W\d_]+){{0,2}}"
        return cls(re.compile(money), re.compile(quantity), re.compile(rf"(?:^|\W)(?:{_any(file.not_after)})\s*$"),
                   file)  # fmt: skip

    def faults(self) -> list[str]:
        """A line for each example of an amount that does not hold."""
        faults = [
            f"amounts.yaml: skips: something is found in {text!r}" for text in self.file.skips if self.find(fold(text))
        ]
        for text, amount in self.file.finds.items():
            found = [one.place.of(fold(text)) for one in self.find(fold(text))]
            if found != [fold(amount)]:
                faults.append(f"amounts.yaml: finds: {text!r} gives {', '.join(found) or 'nothing'}, not {amount!r}")
        return faults

    def find(self, folded: str) -> list[Amount]:
        """The amounts of `folded`, in order and apart; money before quantities."""
        found: list[Amount] = []
        for kind, pattern in (("money", self.money), (_QUANTITY, self.quantity)):
            for match in pattern.finditer(folded):
                place = Place(match.start(), _end_of_word(folded, match.end()) if kind == _QUANTITY else match.end())
                ordinal = self.not_after.search(folded, max(0, place.start - 12), place.start)
                if not ordinal and not any(other.place.overlaps(place) for other in found):
                    found.append(Amount(place, kind))
        return sorted(found, key=lambda amount: amount.place.start)


_STOP = "ký|kí|đăng|thư|thống|cam|phối|hợp|tham|thỏa|và|với|để|cho|từ|trong|tại|ở|của|là|do|theo|được|sẽ|đã|nhằm|mỗi|trên|vào|về|đến|có|khi|trước|sau|cùng|như|hoặc|dọc|nếu|thì|bằng|qua|giữa|nhưng|mà"


def _end_of_word(folded: str, end: int) -> int:
    """Where the word ends of which the last syllable before `end` is the first: "20 ha rừng phòng" goes on with "hộ"."""
    before, after = _LAST_TWO.search(folded, 0, end), _SYLLABLE.match(folded, end)
    if before is None or after is None:
        return end
    goes_on = is_listed(f"{before['last']} {after['next']}") and not is_listed(before.group())
    return after.end() if goes_on else end


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(fold(word)) for word in words), key=len, reverse=True))


def number_of(text: str) -> Decimal | None:
    """The number that `text` begins with, in Vietnamese notation ("1.500,5"), or None."""
    from babel.numbers import NumberFormatError, parse_decimal  # noqa: PLC0415 - 0.2 s to import

    match = re.search(_NUMBER, text)
    if match is None:
        return None
    try:
        return parse_decimal(match.group(), locale="vi", strict=True)
    except NumberFormatError:
        return None
