"""The tokens of one sentence with the word lists to read them by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from camket.analysis import Token
from camket.document import Place
from camket.language.words import begins, is_listed
from camket.lexicon import Lexicon, Phrases
from camket.records import AgreementKind
from camket.syllables import is_syllable

_OF_WOMEN, _FEWEST_OF_WOMEN = "thị", 4
_NAME_SYLLABLES = (2, 5)
_PEOPLE = "đoàn"
_LONGEST_NOUN = 3
_LONGEST_HEAD = 4
_FEWEST_SHOUTED = 5
_FEWEST_GIVEN = 2
_WIDEST_BLANK = 2
_AND, _SIGN = "và", "ký"
_NO_NAMES = frozenset({"giai đoạn", "nhiệm kỳ", "năm học", "đồng chủ", "đồng thời", "đăng ký", "đăng kí"})
ANDS = frozenset({_AND, "cùng", "với"})
JOINTS = frozenset({_AND, "&", "-"})
_FEWEST_BEFORE = 2
"""The first word of a sentence has a capital too, and may go on: "Sau khi"."""
_PRIVATE = frozenset({"company", "hospital"})
_COPY = "bản"


@dataclass(frozen=True)
class Cursor:
    """Looks from a token on: which listed phrase stands there, whether a name begins or ends."""

    text: str
    tokens: tuple[Token, ...]
    lexicon: Lexicon

    @cached_property
    def joined(self) -> frozenset[int]:
        """The tokens that go on with a word, in a sentence that holds the head of a name; none in others.

        To segment words takes as long as to find the names, so that it is left until a name depends on it.
        """
        words, tokens = self.words, self.tokens
        if not any(self.lexicon.heads.longest(words, at) for at in range(len(words))):
            return frozenset()
        start, end = tokens[0].place.start, tokens[-1].place.end
        begun = {start + word for word in begins(self.text[start:end])}
        return frozenset(
            at for at, token in enumerate(tokens)
            if token.place.start not in begun and token.text[0].isalnum() and not self._ends_name(at)
        )  # fmt: skip

    def _ends_name(self, at: int) -> bool:
        """Whether a word that joins or ends names stands at `at` right after a word of one, whatever segmentation says.

        It makes one word of "Mường và" and "Nhân ký" in "Bảo tàng Di sản Mường và Công ty X", "Hội huyện Lý Nhân ký".
        """
        if at < _FEWEST_BEFORE or self.tokens[at].capital or not self.tokens[at - 1].capital:
            return False
        if f"{self.words[at]} {self.folded(at + 1)}" in _NO_NAMES:
            return True  # "xã Đắk Rơ giai đoạn 2022-2026", "Chi cục X đồng chủ trì"
        if f"{self.words[at - 1]} {self.words[at]}" in self.lexicon.compounds:
            return False
        if self.words[at] in self.lexicon.clause_words or self.words[at] == _AND or self._acts(at):
            return True
        before, after = f"{self.words[at - 1]} {self.words[at]}", f"{self.words[at]} {self.folded(at + 1)}"
        small = at + 1 < len(self.tokens) and not self.tokens[at + 1].capital
        return (
            small and is_listed(after) and not is_listed(before)
        )  # "Đồn Biên phòng Keng Mu hội đàm", and not "Keng Mu_hội đàm"

    def _acts(self, at: int) -> bool:
        """Whether the verb of an act stands at `at`, and two words or more of a name before it: "Hoàng Mai cử hai bác sĩ"."""
        tokens, act = self.tokens, self.longest(self.lexicon.acts, at)
        after = at + act[0] if act else at
        goes_on = (
            act is not None and after < len(tokens) and tokens[after].text[0].isalnum() and not tokens[after].capital
        )
        named = (
            tokens[at - 2].capital and not tokens[at - 2].acronym and self.longest(self.lexicon.heads, at - 2) is None
        )
        return goes_on and named

    @cached_property
    def words(self) -> list[str]:
        """The folded tokens."""
        return [token.folded for token in self.tokens]

    def folded(self, at: int) -> str:
        """The folded token at `at`, or nothing beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def longest(self, phrases: Phrases, at: int) -> tuple[int, str] | None:
        """The longest of `phrases` at `at`: its number of tokens and its value."""
        words = self.words
        if 0 <= at < len(words) and words[at] in phrases.firsts:
            return phrases.longest(words, at)
        return None

    def place(self, start: int, end: int) -> Place:
        """The place of the tokens from `start` up to `end`."""
        return Place(self.tokens[start].place.start, self.tokens[end - 1].place.end)

    def locality_prefix(self, at: int) -> int:
        """How many tokens the word of locality at `at` has ("thành phố", "TP."), 0 where there is none."""
        found = self.longest(self.lexicon.locality_words, at)
        if found is None or (self.folded(at) == _COPY and self.longest(self.lexicon.kinds, at + found[0])):
            return 0  # "bản Nghị quyết" is no village
        if at > 0 and f"{self.folded(at - 1)} {self.folded(at)}" in self.lexicon.compounds:
            return 0  # "nông thôn" tells no village
        short = len(self.folded(at)) <= 2 and not is_syllable(self.tokens[at].text)  # "TP.", and not "xã."
        return found[0] + (short and self.folded(at + found[0]) == ".")

    def inside_word(self, at: int, length: int) -> bool:
        """Whether the head of `length` tokens at `at` is but a part of a word: "trụ sở", "Hội nghị", "Bộ luật"."""
        shouted = self.shouts or all(token.text.isupper() for token in self.tokens[max(0, at - 1) : at + 1])
        alone = length == 1 and at > 0 and (shouted or not self.tokens[at].capital)
        if alone and (
            f"{self.folded(at - 1)} {self.folded(at)}" in self.lexicon.compounds
            or self.longest(self.lexicon.states, at + 1)
        ):
            return True
        whole = self.longest(self.lexicon.whole, at)
        if whole and whole[0] > length:
            return False  # "Viện Kiểm sát nhân dân tối cao"
        after = at + length
        goes_on = (
            after < len(self.tokens)
            and not self.tokens[after].capital
            and not self.longest(self.lexicon.sectors, after)
            and not self.locality_prefix(after)  # "Ủy ban MTTQ xã"
        )
        return (goes_on and after in self.joined) or (alone and at in self.joined)

    def begins_with_thing(self, at: int) -> bool:
        """Whether a noun of things with names stands at `at`: "Hội nghị", "dự án"."""
        ahead = " ".join(self.words[at : at + _LONGEST_NOUN]) + " "
        return any(ahead.startswith(f"{noun} ") for noun in self.lexicon.things)

    def names_thing(self, at: int) -> bool:
        """Whether the noun before `at` says that the name is of a thing: "dự án X", "ứng dụng X"."""
        before = " ".join(self.folded(at - back) for back in (3, 2, 1))
        return before.endswith(self.lexicon.things)

    def tells_kind(self, at: int) -> bool:
        """Whether the head at `at` says of what kind the noun before it is: "hợp đồng tổng thầu EPC"."""
        before = " ".join(self.folded(at - back) for back in (3, 2, 1))
        return not self.tokens[at].capital and before.endswith(self.lexicon.qualified)

    @cached_property
    def shouts(self) -> bool:
        """Whether the sentence is a line in capitals throughout, so that a capital tells of no name."""
        words = [token.text for token in self.tokens if token.text.isalpha() and len(token.text) > 1]
        return len(words) > _FEWEST_SHOUTED and all(word.isupper() for word in words)

    def ends_shouted(self, at: int) -> bool:
        """Whether, in a line of capitals, a word that joins clauses, a document or a verb stands at `at`."""
        if not self.shouts or at >= len(self.tokens):
            return False
        if self.folded(at) in self.lexicon.clause_words or self.longest(self.lexicon.kinds, at):
            return True
        if self.longest(self.lexicon.shouted, at) and not self.longest(self.lexicon.sectors, at):
            return True
        act = self.longest(self.lexicon.acts, at)
        field = self.longest(self.lexicon.sectors, at) and self._in_field(at)
        return act is not None and not field and not (act[0] == 1 and self._ends_body(at + 1))

    def _ends_body(self, at: int) -> bool:
        """Whether nothing, a signing, or another body stands at `at`, so that the word before it has no object: "LAM SƠN KÝ KẾT"."""
        if at >= len(self.tokens) or self.folded(at) == _SIGN or self.longest(self.lexicon.shouted, at):
            return True
        return self.folded(at) in ANDS and self.longest(self.lexicon.heads, at + 1) is not None

    def _in_field(self, at: int) -> bool:
        """Whether a head or a field of work ends right before the token at `at`."""
        ends = (
            (found := self.longest(self.lexicon.sectors, start)) and start + found[0] == at
            for start in range(max(0, at - _LONGEST_HEAD), at)
        )
        return self.after_head(at) or any(ends)

    def gap_before(self, at: int) -> bool:
        """Whether the token at `at` stands in another column: a tab, or three blanks or more, before it."""
        start = self.tokens[at].place.start
        tabbed = start > 0 and self.text[start - 1] == "\t"
        return tabbed or (at > 0 and start - self.tokens[at - 1].place.end > _WIDEST_BLANK)

    def honorific(self, at: int) -> tuple[int, str] | None:
        """How many tokens the honorific at `at` has, with its value; None where a place begins: "Bà Rịa"."""
        found = self.longest(self.lexicon.honorifics, at)
        small = self.folded(at) in self.lexicon.familiar and self.tokens[at].text.islower()
        if small and (found is None or found[0] == 1):
            named = at + 1 < len(self.tokens) and self.tokens[at + 1].capital
            office = self.longest(self.lexicon.offices, at + 1)
            return (1, "") if named or office else None  # "anh Y Quyn Ayun", "thầy hiệu trưởng"
        if (
            found is None
            and "." in self.folded(at)
            and all(part and self.lexicon.honorifics.longest([part], 0) for part in self.folded(at).split("."))
        ):
            return (1, "")  # "ThS.BS"
        told = found is not None and found[0] == 1 and self.folded(at + 1) in self.lexicon.family_names
        if told and self.person_starts(at + 1) and self.folded(at) in self.lexicon.familiar:
            return found  # "Anh Lê Văn Tám"
        return None if self.listed_place(at) else found

    def stops_name(self, at: int) -> bool:
        """Whether the token at `at` ends any name before it: an honorific, an office or a document in capitals."""
        token = self.tokens[at]
        if not token.capital:
            return False
        office = self.longest(self.lexicon.offices, at)
        if office and (office[0] > 1 or not token.acronym):
            return True
        kind = None if self.shouts or self.after_head(at) else self.longest(self.lexicon.kinds, at)
        if kind and kind[1] != AgreementKind.UNSPECIFIED:
            return True  # "ký kết với Trường Đại học X Chương trình phối hợp"
        given = token.folded in self.lexicon.given and at > 0 and self.tokens[at - 1].capital
        honorific = self.honorific(at)
        if honorific is None or given or token.folded in self.lexicon.family_names:
            return False
        named = at + honorific[0]
        if self.tokens[at].text.islower() or named >= len(self.tokens):
            return True
        if honorific[0] > 1 and not self.tokens[named].capital:
            return False  # "Tạp chí Nhịp cầu Doanh nhân và ..."
        inside = honorific[0] == 1 and at > 0 and self.folded(at - 1).isalpha() and not self.shouts
        if inside and not token.acronym and self.capital_run(named, _FEWEST_GIVEN) < _FEWEST_GIVEN:
            return False  # "Công ty TNHH Du lịch Bà Nà"
        return not (self.after_head(at) and self.longest(self.lexicon.sectors, at)) or self.person_starts(named)

    def after_head(self, at: int) -> bool:
        """Whether the head of a body in capitals ends right before the token at `at`."""
        return any(
            self.tokens[start].capital and (head := self.longest(self.lexicon.heads, start)) and start + head[0] == at
            for start in range(max(0, at - _LONGEST_HEAD), at)
        )

    def begins_name(self, at: int) -> bool:
        """Whether an organisation of its own, or a state, begins at `at`."""
        if not self.tokens[at].capital and self.longest(self.lexicon.sectors, at):
            return False
        sector = self.longest(self.lexicon.sectors, at)
        head = self.longest(self.lexicon.heads, at)
        after = at + head[0] if head else at
        named = after < len(self.tokens) and self.tokens[after].capital and not self.listed_place(after)
        if head and self.tokens[at].capital and self.folded(at - 1) == "và" and self.locality_prefix(after):
            return True  # "Hội Nông dân và Bưu điện huyện X"
        joined = named and self.folded(at - 1) == "và" and head is not None and head[1] in _PRIVATE
        if joined:
            return True  # "Công ty X và Ngân hàng Hợp tác Y"
        if head and (
            not (sector and sector[0] >= head[0]) or (named and not self.longest(self.lexicon.sectors, after))
        ):
            return True
        state = self.longest(self.lexicon.states, at)
        return state is not None and (sector is None or sector[0] <= state[0])  # "Pháp luật" is no Pháp

    def _leads_middle_name(self, at: int) -> bool:
        """Whether a name of women follows, by which whatever stands before it is a family name: "Bá Thị Mộng Thu"."""
        capital = self.capital_run(at, _NAME_SYLLABLES[1]) >= _FEWEST_OF_WOMEN
        return capital and self.folded(at + 1) == _OF_WOMEN and is_syllable(self.tokens[at].text)

    def person_starts(self, at: int) -> bool:
        """Whether a Vietnamese person's name begins at `at`: a family name and one to four names."""
        known = self.folded(at) in self.lexicon.family_names or self._leads_middle_name(at)
        if not known or not self.tokens[at].capital:
            return False
        if self.folded(at) in self.lexicon.family_words and self.folded(at + 1) not in self.lexicon.middle_names:
            return False
        office = self.longest(self.lexicon.offices, at)
        if self.listed_place(at) or (office and office[0] > 1) or self.longest(self.lexicon.bare, at):
            return False  # "Đoàn Thanh niên"
        if self._leads_body(at):
            return False
        if len(self.tokens[at].text) == 1 and self.after_head(at):
            return False  # "Trường Đại học Y Dược Cần Thơ"
        length = self.capital_run(at, _NAME_SYLLABLES[1] + 2)
        if any(self.folded(at + k) in self.lexicon.middle_names and self.folded(at + k - 1) in self.lexicon.family_names
               for k in range(2, length)):  # fmt: skip
            return False
        if (
            self.folded(at + length).isdigit()
            and self.tokens[at + length].place.start - self.tokens[at + length - 1].place.end == 1
        ):
            return False
        length = min(length, _NAME_SYLLABLES[1] + 1)
        plain = all((is_syllable(token.text) and not token.acronym) or self.folded(at) in self.lexicon.highland_families
                    or "'" in token.text or token is self.tokens[at] for token in self.tokens[at : at + length])  # fmt: skip
        all_capitals = all(token.text.isupper() for token in self.tokens[at : at + length])
        spelt = all(is_syllable(token.text) for token in self.tokens[at : at + length])
        return _NAME_SYLLABLES[0] <= length <= _NAME_SYLLABLES[1] and (plain or (all_capitals and spelt))

    def _leads_body(self, at: int) -> bool:
        """Whether the family name is a word for the people of a body, whose head follows: "Đoàn Công an tỉnh X"."""
        head = self.longest(self.lexicon.heads, at + 1) if self.folded(at) == _PEOPLE else None
        return head is not None and (
            (head[0] > 1 and not self.tokens[at + 2].capital)
            or (head[0] == 1 and self.longest(self.lexicon.heads, at + 2) is not None)
        )

    def listed_place(self, at: int) -> bool:
        """Whether a listed state, capital, province or town stands at `at`."""
        return self.longest(self.lexicon.places, at) is not None

    def capital_run(self, at: int, longest: int) -> int:
        """How many tokens from `at` on begin with a capital, `longest` at most."""
        end = at
        while end < len(self.tokens) and end - at < longest and self.tokens[end].capital:
            if end > at and (self.stops_name(end) or self.gap_before(end) or self.ends_shouted(end)):
                break
            end += 1
        return end - at
