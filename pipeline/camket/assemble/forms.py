"""What the forms of names say: the key that a name is compared by, its board, locality, state and legal form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.analysis import Name, NameKind
from camket.folding import fold
from camket.lexicon import COMPANY, GLUED_LOCALITY, GOVERNMENT, HOME, TOKEN, Lexicon, Phrases
from camket.syllables import is_syllable

_EMPTY = frozenset({"và", "&", "-", ",", ".", '"', "(", ")"})
_SHORTEST_ACRONYM = 3
_SHORTEST_FIRM = 3
_LOCAL = frozenset({"government", "forces", "association", "hospital"})
_MINISTRY = "bộ "
_CENTRAL = (" trung ương", " tw", " quốc gia")
_AND = "và"
_GOVERNING = ("ủy", "ban", "nhân", "dân")
_LEGAL_FORMS = frozenset(
    {"a/s", "ag", "s.a", "sa", "gmbh", "plc", "inc", "llc", "ltd", "nv", "bv", "oyj", "spa", "jsc", "ctcp"}
)
_STOCK_COMPANY = ["công", "ty", "cổ", "phần"]
_AUTHORITIES = ("chính", "quyền")
_COMMITTEE = ("ủy", "ban")
_UNION = ("hội", "liên", "hiệp")
_FRONT = (*_COMMITTEE, "mặt", "trận", "tổ", "quốc")
_DEPARTMENT, _DEPARTMENTS = "cục", re.compile(r"hải quan$|(?:hải quan|thuế) (?!việt nam|cơ sở)")
_THE_STATE, _COOPERATIVE = ["nhà", "nước"], ["hợp", "tác", "xã"]


class Forms:
    """Reads forms of names by the lexicon and by what the document says of its own: acronyms and places."""

    def __init__(self, text: str, bodies: Sequence[Name], lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._places = {self.bare_place(name) for name in bodies if name.kind is NameKind.PLACE}
        """The document's own places, such as "huyện X" that no list holds."""
        self._defined = Phrases()
        for name in bodies:
            self._define(name)

    def core(self, name: Name) -> str:
        """The name as told before its bracketed acronym, with what stands behind the brackets, and with a head told before for several."""
        form = (name.core or name.place).of(self._text).strip()
        if name.kind is NameKind.ORGANISATION and name.head and name.head.end < name.place.start:
            return f"{name.head.of(self._text).capitalize()} {form}"
        if name.acronym and name.core and name.place.end > name.acronym.end + 1:
            form += name.place.of(self._text)[name.acronym.end - name.place.start :].partition(")")[2]
        return form

    def before_brand(self, name: Name) -> str:
        """The name of a company before a dash and its brand, a foreign word or two: "Công ty Cổ phần Sữa X – Xmilk"; else empty."""
        if name.type != COMPANY:
            return ""
        front, _, brand = self.core(name).replace("–", "-").rpartition(" - ")
        own = front.split()
        foreign = all(word[0].isupper() and not is_syllable(word) for word in brand.split())
        place = self.is_place(tuple(TOKEN.findall(fold(brand))))
        return front if foreign and not place and len(own) > _SHORTEST_FIRM and is_syllable(own[-1]) else ""

    def key(self, form: str) -> tuple[str, ...]:
        """`form` folded, its abbreviations written out, words that tell nothing apart left out."""
        tokens = self._written_out(TOKEN.findall(fold(GLUED_LOCALITY.sub(r"\g<short> ", form))))
        board = self._lexicon.boards.longest(tokens, 0) if tokens else None
        led = board is not None and len(tokens) > board[0] and not self.is_place(tuple(tokens[board[0] :]))
        tokens = tokens[board[0] :] if board and led else tokens  # "thương hiệu Việt Nam" is no state
        if tuple(tokens[: len(_AUTHORITIES)]) == _AUTHORITIES and self._lexicon.locality_words.longest(
            tokens, len(_AUTHORITIES)
        ):
            tokens = [*_GOVERNING, *tokens[len(_AUTHORITIES) :]]  # "Chính quyền tỉnh X" is its committee
        if tuple(tokens[: len(_UNION)]) == _UNION:
            tokens = [*_UNION[:1], *tokens[len(_UNION) :]]  # "Hội Phụ nữ X" is "Hội Liên hiệp Phụ nữ X"
        if tuple(tokens[: len(_FRONT)]) == _FRONT:
            tokens = tokens[len(_COMMITTEE) :]  # "MTTQ xã X" acts by its committee
        if _DEPARTMENTS.match(" ".join(tokens)):
            tokens = [_DEPARTMENT, *tokens]  # "Hải quan X" is "Cục Hải quan X"
        governing = self._lexicon.governing.longest(tokens, 0) if tokens else None
        if governing and governing[0] < len(tokens) and self._lexicon.heads.longest(tokens, governing[0]):
            tokens = tokens[governing[0] :]  # "Ban Thường vụ Tỉnh đoàn X" acts as the body itself
        localities = self._lexicon.locality_words
        kept: list[str] = []
        at = 0
        while at < len(tokens):
            word = localities.longest(tokens, at)
            state = self._lexicon.states.longest(tokens, at)
            if word and at > 0 and at + word[0] < len(tokens):
                at += word[0]
            elif state and at and state[1] == HOME and localities.longest(tokens, at + state[0]):
                at += state[0]  # "Ủy ban MTTQ Việt Nam xã X" is "Ủy ban MTTQ xã X"
            elif state and "-" in tokens[at : at + state[0]]:
                kept += TOKEN.findall(fold(state[1]))  # "Bộ Y tế Bun-ga-ri"
                at += state[0]
            elif tokens[at] in _EMPTY:
                at += 1
            else:
                kept.append(tokens[at])
                at += 1
        while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
            kept.pop()
        stock = len(_STOCK_COMPANY)
        told_behind = len(kept) > stock and kept[-stock:] == _STOCK_COMPANY  # "Tổng công ty X - CTCP"
        return tuple(kept[:-stock] if told_behind else kept)

    def bare_place(self, name: Name) -> tuple[str, ...]:
        """The words of a place without "huyện" and the like before them."""
        words = TOKEN.findall(fold(name.place.of(self._text)))
        locality = self._lexicon.locality_words.longest(words, 0)
        return tuple(word for word in words[locality[0] if locality else 0 :] if word not in _EMPTY)

    def plain(self, key: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """The key without its legal form and its branch, and whether it had a branch."""
        kept: list[str] = []
        at = 0
        while at < len(key):
            if at > 1 and self._lexicon.branches.longest(list(key), at):
                return tuple(kept), True
            form = self._lexicon.legal_forms.longest(list(key), at)
            kept += [] if form else [key[at]]
            at += form[0] if form else 1
        return tuple(kept), False

    def without_board(self, form: str) -> str:
        """The form without the board that it begins with: "HĐQT Công ty X" names the company."""
        tokens = list(TOKEN.finditer(fold(form)))
        board = self._lexicon.boards.longest([token.group() for token in tokens], 0) if tokens else None
        return form[tokens[board[0]].start() :] if board and len(tokens) > board[0] else form

    def without_state(self, form: str) -> str:
        """The form without the state that it ends with: "Bộ Quốc phòng Việt Nam"."""
        tokens = [(match.group(), match.start()) for match in TOKEN.finditer(fold(form))]
        words = [word for word, _ in tokens]
        for at in range(1, len(words)):
            state = self._lexicon.states.longest(words, at)
            if state and at + state[0] == len(words) and self._lexicon.states_in(words[at - 1 :]):
                return form[: tokens[at][1]].rstrip(" ,")
        return form

    def without_locality(self, form: str) -> str:
        """The form without the province or district that it ends with: "Sở Y tế tỉnh X"."""
        tokens = [(match.group(), match.start()) for match in TOKEN.finditer(fold(form))]
        words = [word for word, _ in tokens]
        for at in range(1, len(words)):
            word = self._lexicon.locality_words.longest(words, at)
            around = " ".join(words[at - 1 : at + 1]), " ".join(words[at : at + 2])
            part = words[at - 1 : at + 1] == _THE_STATE or words[max(0, at - 2) : at + 1] == _COOPERATIVE
            committee = self._lexicon.committees.longest(words, at) is not None  # "Ban Tuyên giáo Tỉnh ủy X"
            if word and (part or committee or set(around) & set(self._lexicon.compounds)):
                continue
            if word and at + word[0] < len(words) + 1:
                return form[: tokens[at][1]].rstrip(" ,")
            known = self._lexicon.provinces.longest(words, at)
            if known and at + known[0] == len(words):
                return form[: tokens[at][1]].rstrip(" ,")
        return form

    def locality(self, name: Name) -> str:
        """The province or district that the name ends with, with its word; empty if there is none."""
        core = self.core(name)
        return core[len(self.without_locality(core)) :].strip(" ,")

    def levels(self, form: str) -> set[str]:
        """The words of locality in the form: "thành phố", "huyện"."""
        words = TOKEN.findall(fold(form))
        found = ((at, self._lexicon.locality_words.longest(words, at)) for at in range(len(words)))
        return {
            " ".join(words[at : at + word[0]]) for at, word in found if word and words[at - 1 : at + 1] != _THE_STATE
        }

    def ends_with_locality(self, name: Name) -> bool:
        """Whether the name of the organisation ends with its province or district."""
        return self.without_locality(self.core(name)) != self.core(name)

    def kind_of_locality(self, name: Name, place: Name) -> str:
        """The word of the district with which `name` ends, for a `place` without one: "huyện" of "Công an huyện Đồi Cọ"."""
        words = self._lexicon.locality_words
        if words.longest(TOKEN.findall(fold(place.place.of(self._text))), 0):
            return ""
        locality = self.locality(name).split()
        led = words.longest([fold(one) for one in locality], 0)
        return " ".join(locality[: led[0]]) if led else ""

    def is_locality(self, words: tuple[str, ...], name: Name) -> bool:
        """Whether `words` are the district or province that `name` ends with, as told by "huyện" and the like."""
        locality = self.key(self.locality(name))
        return bool(locality) and locality[-len(words) :] == words

    def is_of_a_state(self, name: Name) -> bool:
        """Whether it is a public body or an association whose name ends with its state: "Bộ Quốc phòng Việt Nam"."""
        core = self.core(name)
        return name.type in _LOCAL and self.without_state(core) != core

    def may_take_locality(self, name: Name) -> bool:
        """Whether it is a body of a place that tells neither the place nor a name of its own: "Cục Hải quan"."""
        if name.kind is not NameKind.ORGANISATION or name.type not in _LOCAL or self.ends_with_locality(name):
            return False
        return not (self._is_whole(name) or self._is_central(name) or self._has_name(name))

    def is_place(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a place of the document, a province, a state or a town."""
        name = " ".join(words)
        return words in self._places or any(
            name in phrases for phrases in (self._lexicon.provinces, self._lexicon.states, self._lexicon.towns)
        )

    def ends_in_place(self, words: tuple[str, ...]) -> bool:
        """Whether the words end with those of a place, after others; "Sở Tư pháp" does not."""
        sizes = (2,) if " ".join(words[-2:]) in self._lexicon.compounds else (1, 2)
        return any(self.is_place(words[-size:]) for size in sizes if len(words) > size)

    def tells_nothing(self, words: tuple[str, ...]) -> bool:
        """Whether the words tell no body from another."""
        return all(word in self._lexicon.generic for word in words) or " ".join(words) in self._lexicon.generic

    def _define(self, name: Name) -> None:
        """The bracketed acronym stands for the words of the name that it is spelt from: "Sở Giao thông vận tải (GTVT)"."""
        if name.acronym is None or name.core is None:
            return
        short = fold(name.acronym.of(self._text)).replace("tw", "tư")  # "BVĐKTW" of "Bệnh viện Đa khoa Trung ương"
        letters = [char for char in short if char.isalpha()]
        words = [word for word in TOKEN.findall(fold(name.core.of(self._text))) if word not in _EMPTY]
        spelt = [word[0] for word in words[-len(letters) :]]
        if len(letters) >= _SHORTEST_ACRONYM and spelt == letters and len(words) >= len(letters):
            self._defined.add(name.acronym.of(self._text), " ".join(words[-len(letters) :]))

    def _written_out(self, short: list[str]) -> list[str]:
        """The tokens with abbreviations written out, the document's own and those of the lexicon."""
        tokens: list[str] = []
        at = 0
        while at < len(short):
            found = self._defined.longest(short, at) or self._lexicon.abbreviations.longest(short, at)
            tokens += TOKEN.findall(found[1]) if found else [short[at]]
            at += found[0] if found else 1
        return tokens

    def _is_whole(self, name: Name) -> bool:
        """Whether the name is a head that needs no name: "Lầu Năm Góc" is of no province."""
        form = fold(self.core(name))
        return form in self._lexicon.whole and form in self._lexicon.heads

    def _is_central(self, name: Name) -> bool:
        """Whether it is of no province, as a ministry is: "Bộ Công Thương và UBND tỉnh X", "Bệnh viện Da liễu Trung ương và Sở Y tế X"."""
        core = fold(self.core(name))
        return core.endswith(_CENTRAL) or (name.type == GOVERNMENT and core.startswith(_MINISTRY))

    def _has_name(self, name: Name) -> bool:
        """Whether more than fields of work follows the head: "Bệnh viện Quân y 121", and not "Cục Hải quan", "Sở NN&PTNT"."""
        head = max(name.head.end, name.place.start) if name.head else name.place.start
        said = (name.core or name.place).of(self._text)[head - name.place.start :]
        tokens = [(match.group(), fold(match.group())) for match in TOKEN.finditer(said)]
        words = [word for _, word in tokens]
        at = 0
        while at < len(tokens):
            field = self._lexicon.sectors.longest(words, at)
            acronym = len(words[at]) > 1 and tokens[at][0].isupper()
            if not (field or acronym or not words[at].isalnum() or words[at] == _AND):
                return True
            at += field[0] if field else 1
        return False


def governed(key: tuple[str, ...]) -> tuple[str, ...] | None:
    """The key of the place whose people's committee `key` names, if it names one."""
    size = len(_GOVERNING)
    return key[size:] if key[:size] == _GOVERNING else None
