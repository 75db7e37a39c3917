"""Items out of a run of words: coordinated clauses split, purposes and tails cut, fields told one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.analysis import Analysis, NameKind
from camket.assemble.commitment_lists import CommitmentLists
from camket.assemble.wording import Wording
from camket.document import Place
from camket.lexicon import TOKEN

_ENUMERATOR = re.compile(
    r"(?<!\w)(?:\((?:\d{1,2}|i{1,3}|iv|vi{0,3})\)|\d{1,2}[).](?=\s)|[a-e]\)|(?:^|(?<=[;:.,]\s))\+\s)"
)
_JOINTS = frozenset({",", "và"})
_FIELD_JOINTS = _JOINTS | {"hay", "hoặc"}
_TO = frozenset({"cho", "đến", "tới"})
_WITH = frozenset({"với", "cùng"})
_HARD = frozenset({";", "."})
_FEWEST_LETTERS = 3
_LONGEST_COMPANY = 14
_LONGEST_BARE = 6
_LONGEST_VERB = 4
_LONG_OBJECT = 4
_LONGEST_SKILL = 4
_LONGEST_FREQUENCY = 2
_SOON = 3
_NOT, _PERCENT = "không", "%"
_STANDARD = ["theo", "đúng"]
_QUOTES = frozenset({'"', "“", "”"})
_FEWEST_BEFORE_PURPOSE = 5


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    place: Place
    inner: bool = False
    noun: bool = False
    named: bool = False
    """Whether it stands inside the name of a body, after its first word."""
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """An item at `place`; `field` says that it names a field of cooperation, and need be no act."""

    place: Place
    field: bool


def _ends_item(word: _Word) -> bool:
    """Whether an item may end with the word: a word, a number, a closing bracket or quotation mark."""
    return word.folded[-1].isalnum() or word.folded[-1] == _PERCENT or word.folded in {")", *_QUOTES}


class Clauses:
    """Splits places of a document into items by the lists of rules/commitments.yaml."""

    def __init__(self, analysis: Analysis, lists: CommitmentLists) -> None:
        self.analysis = analysis
        self.folded, self.text = analysis.folded, analysis.text
        self.lists = lists
        self.wording = Wording(analysis)

    def items(self, place: Place, *, fields: bool = False, whole: bool = True) -> list[Piece]:
        """The items told at `place`, in order; `fields` says that it holds fields and no clauses.

        `whole` keeps "hợp tác trong các lĩnh vực A, B" one item; otherwise its fields are.
        """
        title = self._title(place)
        if title is not None:
            return [Piece(title, field=False)]
        found: list[Piece] = []
        fields = fields and not self._tells_acts(self._words(place))
        for segment in self._segments(place):
            lead = None if fields else self.lists.shared_fields.match(self.folded, segment.start)
            apart = fields or (lead is not None and not whole)
            words = self._words(Place(lead.end(), segment.end) if lead and apart else segment)
            for number, piece in enumerate(self._fields(words) if apart else self._clauses(words)):
                item = self.trimmed(piece)
                if item is not None:
                    found.append(Piece(item, field=apart or (lead is not None and number == 0)))
        return found

    def _title(self, place: Place) -> Place | None:
        """What stands in quotation marks where nothing else is told: the title of a programme is one item."""
        said = place.of(self.folded)
        inner = said.strip(" .,;")
        opens, closes = inner[:1] in _QUOTES, inner[-1:] in _QUOTES
        if not (opens and closes) or len(inner) < _FEWEST_LETTERS or any(mark in inner[1:-1] for mark in _QUOTES):
            return None
        start = place.start + said.index(inner) + 1
        words = inner[1:-1]
        start += len(words) - len(words.lstrip())
        return Place(start, start + len(words.strip()))

    def trimmed(self, words: list[_Word]) -> Place | None:
        """The item that `words` hold, without lead-ins, adverbs, purposes and tails; None if nothing is left."""
        words = self._without_front(words)
        words = self._without_tail(words)
        opened = [word.folded for word in words].count("(") - [word.folded for word in words].count(")")
        if opened > 0:
            words = words[: max(at for at, word in enumerate(words) if word.folded == "(")]
        while words and not _ends_item(words[-1]):
            words = words[:-1]
        while words and words[-1].folded in {"và", "với", "cùng", "của", "cho", "là", "để", "còn", "không"}:
            words = words[:-1]
        words = self._without_frequency(self._without_report(words))
        while words and words[-1].folded in {",", "-", "–", ":"}:
            words = words[:-1]
        quotes = [at for at, word in enumerate(words) if word.folded in _QUOTES]
        if len(quotes) == 1 and quotes[0] in {0, len(words) - 1}:
            words = words[1:] if quotes[0] == 0 else words[:-1]
        begin = words[0].place.start if words else 0
        if not words or self.lists.no_items.match(self.folded, begin) or self.lists.divisions.match(self.folded, begin):
            return None
        place = Place(words[0].place.start, words[-1].place.end)
        said = place.of(self.folded)
        return place if sum(map(str.isalpha, said)) >= _FEWEST_LETTERS else None

    def _without_frequency(self, words: list[_Word]) -> list[_Word]:
        """The words without "mỗi năm" at their end."""
        for at in range(max(1, len(words) - _LONGEST_FREQUENCY), len(words)):
            if at + self._longest(words, at, "frequencies") == len(words):
                return words[:at]
        return words

    def _without_report(self, words: list[_Word]) -> list[_Word]:
        """The words up to the comma or quote before "X đưa tin"; none where only what someone says is told."""
        place = Place(words[0].place.start, words[-1].place.end) if words else Place(0, 0)
        said = self.lists.reported.search(self.folded, place.start, place.end)
        if said is None:
            return words
        marks = [at for at, word in enumerate(words)
                 if word.place.start < said.start() and word.folded in {",", *_QUOTES}]  # fmt: skip
        return words[: marks[-1]] if marks else []

    def trimmed_at(self, place: Place) -> Place | None:
        """The item at `place`, which a time followed, without the words that led to the time."""
        words = self._words(place)
        while words and (words[-1].folded in self.lists.time_leads or not words[-1].folded[0].isalnum()):
            words = words[:-1]
        return self.trimmed(words)

    def begins_act(self, place: Place) -> bool:
        """Whether the words at `place` begin with the verb of an act, adverbs left out."""
        words = self._without_front(self._words(place))
        return bool(words) and self._act(words, 0) > 0

    def only_act(self, place: Place) -> bool:
        """Whether the words at `place` are the verb of an act that needs an object, and nothing more."""
        words = self._words(place)
        whole = place.of(self.folded) in self.lists.whole_acts
        return 0 < self._longest(words, 0, "acts") == len(words) and not whole

    def only_cooperation(self, place: Place) -> bool:
        """Whether the words at `place` are "hợp tác" and nothing more."""
        words = self._words(place)
        return 0 < self._longest(words, 0, "cooperate") == len(words)

    def lacks_object(self, place: Place) -> bool:
        """Whether examples follow the verb at once, whose object stands before: "các ngành tỉnh thu hút như du lịch"."""
        words = self._words(place)
        act = self._longest(words, 0, "acts")
        return 0 < act < len(words) and self.lists.instances.match(self.folded, words[act].place.start) is not None

    def _segments(self, place: Place) -> list[Place]:
        """The place cut at semicolons and at numbers in brackets."""
        cuts = [match.span() for match in _ENUMERATOR.finditer(self.folded, place.start, place.end)]
        cuts += [
            (match.start(), match.end()) for match in re.compile(";").finditer(self.folded, place.start, place.end)
        ]
        cuts += [
            (match.start(), match.end()) for match in self.lists.breaks.finditer(self.folded, place.start, place.end)
        ]
        cuts += [match.span() for match in self.lists.instances.finditer(self.folded, place.start, place.end)
                 if self._act(self._words(Place(match.end(), place.end)), 0)
                 and not self._in_tail(Place(place.start, match.start()))]  # fmt: skip
        segments, start = [], place.start
        for begin, end in sorted(cuts):
            if begin >= start:
                segments.append(Place(start, begin))
                start = end
        segments.append(Place(start, place.end))
        return [segment for segment in segments if segment.of(self.folded).strip(" ,.:-")]

    def _in_tail(self, before: Place) -> bool:
        """Whether a tail that takes all after it has begun in the clause `before`: ", đặc biệt vào các lĩnh vực như ..."."""
        words = self._words(before)
        stop = max((at for at, word in enumerate(words) if word.folded in _HARD), default=-1)
        return any(
            words[at - 1].folded == "," and self._longest(words, at, "swallowing") for at in range(stop + 2, len(words))
        )

    def _words(self, place: Place) -> list[_Word]:
        wording = self.wording
        bodies = [body for body in self._bodies(place) if body.overlaps(place)]
        return [_Word(match.group(), Place(*match.span()), wording.inside(match.start()), wording.noun(match.start()),
                      any(body.start < match.start() < body.end for body in bodies),
                      self.text[match.start()].isupper() and self.text[match.end() - 1].islower())
                for match in TOKEN.finditer(self.folded, place.start, place.end)]  # fmt: skip

    def _bodies(self, place: Place, *, brands: bool = False) -> list[Place]:
        """The bodies told near `place`; those without a head only where `brands` are asked for."""
        return [name.place for name in self.analysis.names_within(place)
                if name.kind is NameKind.ORGANISATION and (name.type or brands)]  # fmt: skip

    def _act(self, words: list[_Word], at: int) -> int:
        """How many words the verb of an act at `at` has, adverbs before it too; 0 where there is none."""
        start = at
        while (adverb := self._longest(words, at, "adverbs")) and not self._longest(words, at, "acts"):
            at += adverb
        act = self._longest(words, at, "acts")
        if self._longest(words, at, "nouns") >= max(act, 1) or self._longest(words, at, "tails") > act:
            return 0
        if act and [word.folded for word in words[at + act : at + act + 1]] in (["của"], [":"]):
            return 0  # "hỗ trợ của địa phương", "chia sẻ: ..."
        if act and at > 0 and words[at].capital and words[at - 1].folded in _JOINTS:
            return 0  # ", Tổ chức Y tế Thế giới"
        return at - start + act if act else 0

    def _longest(self, words: list[_Word], at: int, kind: str) -> int:
        if at >= len(words):
            return 0
        phrases = {"acts": self.lists.acts, "adverbs": self.lists.adverbs, "openers": self.lists.openers,
                   "cooperate": self.lists.cooperate, "dropped": self.lists.dropped,
                   "nouns": self.lists.nouns, "fields": self.lists.field_acts, "results": self.lists.results,
            "swallowing": self.lists.swallowing, "terms": self.lists.terms,
            "appositions": self.lists.appositions, "tails": self.lists.tails,
            "transitive": self.lists.transitive, "manners": self.lists.manners,
            "giving": self.lists.giving, "wrongs": self.lists.wrongs,
            "field_like": self.lists.field_like, "frequencies": self.lists.frequencies, "own": self.lists.own_acts}[kind]  # fmt: skip
        if kind == "acts" and words[at].folded == _NOT and at + 1 < len(words):
            act = self._longest(words, at + 1, kind)
            other = self.wording.verb(words[at + 1].place.start) and words[at + 1].folded not in self.lists.modals
            return act + 1 if act else 2 * other
        found = phrases.longest([word.folded for word in words[at : at + 8]], 0)
        length = found[0] if found else 0
        cut = length == 1 and (words[at].inner or (at + 1 < len(words) and words[at + 1].inner))
        cut = cut and (kind != "acts" or words[at].noun)
        return 0 if cut else length

    def _clauses(self, words: list[_Word]) -> list[list[_Word]]:
        """The coordinated clauses of one segment: apart at a comma, and at the last "và", before an act."""
        while words and not (words[-1].folded[-1].isalnum() or words[-1].folded[-1] == _PERCENT):
            words = words[:-1]
        pieces = self._at_commas(words)
        if not pieces:
            return []
        several = len(pieces) > 1
        clauses: list[list[_Word]] = []
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            if not several:
                clauses += self._at_and(piece, last_only=False)
            elif last:
                clauses += self._at_and(piece, last_only=True)
            else:
                clauses.append(piece)
        return self._whole(clauses)

    def _at_commas(self, words: list[_Word]) -> list[list[_Word]]:
        """The words cut at commas before an act; purposes left out up to the next act of cooperation."""
        pieces: list[list[_Word]] = [[]]
        purpose, brackets = False, 0
        for at, word in enumerate(words):
            brackets += (word.folded == "(") - (word.folded == ")")
            if brackets <= 0 and len(pieces[-1]) > 1 and self._longest(words, at, "swallowing"):
                break
            if (
                brackets <= 0
                and word.folded == ","
                and not word.named
                and self._act(words, at + 1)
                and not self._says_why(words, at + 1)
                and not self._is_field_of(pieces[-1], words, at + 1)
                and not self._goes_on_to_someone(pieces[-1], words, at + 1)
                and not self._is_skill_of(pieces[-1], words, at + 1)
                and not self._is_wrong_of(pieces[-1], words, at + 1)
                and not self._shares_object(pieces[-1], words, at + 1)
            ):
                if purpose and (self._is_result(words, at + 1) or self._ends_bare(words, at)):
                    continue
                purpose = False
                pieces.append([])
                continue
            if purpose and word.folded == "và" and self._goes_further(words, at + 1):
                purpose = False
                pieces.append([])
                continue
            if brackets <= 0 and self._is_purpose(words, at) and self._has_aim(pieces[-1], words, at):
                purpose = True
            if not purpose:
                pieces[-1].append(word)
        return [piece for piece in pieces if piece]

    def _is_field_of(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether the act at `at` goes on with the fields that `piece` lists: "trong các lĩnh vực nông nghiệp, xây dựng"."""
        named = bool(piece) and self.lists.field_leads.search(self.folded, piece[0].place.start, words[at].place.start)
        return bool(named) and self._longest(words, at, "field_like") >= self._longest(words, at, "acts")

    def _goes_on_to_someone(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether "cho" at `at` tells who gets what stands before its price: "300 suất quà, mỗi suất 500.000 đồng, cho ..."."""
        priced = any(word.folded == "," and (self._longest(piece, i + 1, "appositions") or piece[i + 1].folded == "mỗi")
                     for i, word in enumerate(piece[:-1]))  # fmt: skip
        return priced and words[at].folded in _TO

    def _is_skill_of(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether the short act at `at` goes on with those that a noun like "kỹ thuật" governs: "kỹ thuật trồng cỏ, nuôi ong"."""
        end = next(
            (i for i in range(at, len(words)) if words[i].folded in _JOINTS or words[i].folded in _TO), len(words)
        )
        if end - at > _LONGEST_SKILL or self._longest(words, at, "giving"):
            return False
        return any(self._act(piece, i) and not self._longest(piece, i, "giving")
                   and self.wording.noun_before(piece[i].place.start) in self.lists.skills
                   for i in range(2, len(piece)))  # fmt: skip

    def _is_wrong_of(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether the act at `at` is one more of those that are fought: "ngăn chặn tội phạm ma túy, buôn bán người"."""
        fought = bool(piece) and self.lists.fought.search(self.folded, piece[0].place.start, words[at].place.start)
        return bool(fought) and self._longest(words, at, "wrongs") > 0

    def _goes_further(self, words: list[_Word], at: int) -> bool:
        """Whether "tiếp tục" or "sẽ" with an act at `at` goes on with what is done, past a purpose."""
        further = [word.folded for word in words[at : at + 2]]
        said = further == ["tiếp", "tục"] or further[:1] == ["sẽ"]
        return said and self._act(words, at) > 0

    def _ends_bare(self, words: list[_Word], at: int) -> bool:
        """Whether the comma at `at` stands after "để lắp ráp", a purpose whose verb has no object yet."""
        return any(self._is_purpose(words, start) and start + self._purpose(words, start)
                   + self._longest(words, start + self._purpose(words, start), "acts") == at
                   for start in range(max(0, at - _LONGEST_BARE), at - 1))  # fmt: skip

    def _says_why(self, words: list[_Word], at: int) -> bool:
        """Whether the act at `at` is a purpose or result of what stands before: ", tạo tiền đề cho ..."."""
        return self._is_purpose(words, at) and self._purpose(words, at) >= self._longest(words, at, "acts")

    def _shares_object(self, piece: list[_Word], words: list[_Word], after: int) -> bool:
        """Whether `piece` ends with a verb whose object comes after the next, at `after`: "tham gia quản lý, giúp đỡ học sinh"."""
        if any(self.lists.idioms.match(self.folded, word.place.start) for word in piece[-2:]):
            return True
        if self._counts_own(piece, words, after):
            return False
        end = len(piece)
        first = self._longest(piece, 0, "acts")
        if first == 1 and self._longest(piece, 1, "acts") == end - 1 > 0:
            return True  # "dành ưu tiên, ưu đãi cho nhau"
        if first and self._longest(piece, 0, "transitive") == first:
            manner = self._longest(piece, first, "manners")
            if manner and first + manner == end:
                return True  # "thúc đẩy mạnh mẽ, nâng cao hiệu quả"
        return any(self._longest(piece, at, "acts") == end - at and not self._longest(piece, at, "fields")
                   and not piece[at].inner and not self._after_person(piece, at)
                   and not (self._qualifies(piece, at) and self._has_object(words, after))
                   for at in range(2, end - 1))  # fmt: skip

    def _has_object(self, words: list[_Word], at: int) -> bool:
        """Whether the verb at `at` has more after it than a joint."""
        after = at + self._act(words, at)
        return after < len(words) and words[after].folded not in _JOINTS

    def _qualifies(self, piece: list[_Word], at: int) -> bool:
        """Whether the verb at `at` says what kind of thing the noun before it is: "chính sách ưu đãi"; no "việc quản lý"."""
        noun = self.wording.noun_before(piece[at].place.start)
        return noun is not None and noun not in self.lists.governing

    def _counts_own(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether the act at `at` counts what it is done to, and the one before has more than a verb: ", giảm 20% giá vé"."""
        soon = at + self._act(words, at)
        counted = any(word.folded[0].isdigit() for word in words[soon : soon + _SOON])
        return counted and len(piece) >= _FEWEST_BEFORE_PURPOSE

    def _after_person(self, piece: list[_Word], at: int) -> bool:
        """Whether those who do what the verb at `at` tells stand before it: "cho cán bộ luân phiên"."""
        return self.lists.people.search(self.folded, piece[0].place.start, piece[at].place.start) is not None

    def _has_aim(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether `piece` says what is done, so that the purpose at `at` is left out and not the act itself."""
        main = self._longest(words, at, "acts") > 0 and not self._act(piece, 0)
        return len(piece) > 1 and not main and not self._only_cooperates(piece)

    def _is_result(self, words: list[_Word], at: int) -> bool:
        """Whether the act at `at` goes on with a purpose: "phục vụ ...", a bare verb, or one with its manner ("một cách")."""
        act = self._longest(words, at, "acts")
        if act and at + act < len(words) and words[at + act].folded in _JOINTS:
            return True
        manner = [word.folded for word in words[at + act : at + act + 2]] == ["một", "cách"]
        return manner or self._longest(words, at, "results") >= act

    def _only_cooperates(self, piece: list[_Word]) -> bool:
        """Whether nothing but "hợp tác chặt chẽ" stands before the purpose, which then is the item."""
        front = self._without_front(piece)
        return len(front) < _FEWEST_BEFORE_PURPOSE and self._longest(front, 0, "cooperate") > 0

    def _at_and(self, piece: list[_Word], *, last_only: bool) -> list[list[_Word]]:
        """The piece cut at "và" before an act; only at the last such "và" of a longer list."""
        cuts = [
            at
            for at, word in enumerate(piece)
            if word.folded == "và"
            and not word.named
            and 0 < self._act(piece, at + 1) < len(piece) - at - 1
            and not self._governs(piece, at)
        ]
        if last_only:
            cuts = cuts[-1:]
        together = self._longest(piece, 0, "cooperate")
        act = self._act(piece, together) if together else 0
        if act:
            cuts = [
                cut
                for cut in cuts
                if cut - together - act >= _LONG_OBJECT or self._longest(piece, cut + 1, "cooperate")
            ]
        clauses, start = [], 0
        for cut in cuts:
            clauses.append(piece[start:cut])
            start = cut + 1
        return [*clauses, piece[start:]]

    def _governs(self, piece: list[_Word], end: int) -> bool:
        """Whether a noun before `end` governs the verb that ends there, and the next one too: "quyền quản lý và điều hành X"."""
        return any(self._longest(piece, at, "acts") == end - at and not self._longest(piece, at, "fields")
                   and self.wording.noun_before(piece[at].place.start) in self.lists.governing
                   for at in range(max(2, end - _LONGEST_VERB), end))  # fmt: skip

    def _whole(self, clauses: list[list[_Word]]) -> list[list[_Word]]:
        """The clauses; one that is but a verb without its object goes together with the next."""
        whole: list[list[_Word]] = []
        waiting: list[_Word] = []
        for clause in clauses:
            joined = waiting + clause
            front = self._longest(clause, 0, "cooperate")
            bare = self._only_acts(clause) or front + self._act(clause, front) >= len(clause)
            if bare and clause is not clauses[-1]:
                waiting = joined
                continue
            whole.append(self._spanned(joined))
            waiting = []
        return whole

    def _only_acts(self, clause: list[_Word]) -> bool:
        """Whether the clause is but verbs, with commas between: "thanh tra, kiểm tra"."""
        at = self._act(clause, 0)
        while at and at + 1 < len(clause) and clause[at].folded == "," and (act := self._act(clause, at + 1)):
            at += 1 + act
        return at >= len(clause)

    def _spanned(self, clause: list[_Word]) -> list[_Word]:
        """All words between the first and the last of `clause`, with the joints that cutting left out."""
        return self._words(Place(clause[0].place.start, clause[-1].place.end)) if clause else []

    def _fields(self, words: list[_Word]) -> list[list[_Word]]:
        """The fields of a list: apart at every comma and "và"; clauses in it as clauses."""
        purpose = next((at for at in range(1, len(words)) if self._is_purpose(words, at)), None)
        words = words[:purpose]
        pieces: list[list[_Word]] = [[]]
        before = self.folded[: words[0].place.start].rstrip() if words else ""
        ranged = before.endswith(" từ")  # "từ giáo dục, y tế đến du lịch"
        brackets = 0
        for at, word in enumerate(words):
            brackets += (word.folded == "(") - (word.folded == ")")
            joint = word.folded in _FIELD_JOINTS or (word.folded == "đến" and ranged)
            if joint and not word.named and brackets <= 0 and not self._joins(pieces[-1], words, at):
                pieces.append([])
            else:
                pieces[-1].append(word)
        return [piece for piece in pieces if piece]

    def _joins(self, piece: list[_Word], words: list[_Word], at: int) -> bool:
        """Whether the joint at `at` joins two words for one thing, or two verbs with one object: "khai thác và xuất khẩu X"."""
        if any(self.lists.idioms.match(self.folded, word.place.start) for word in piece[-2:]):
            return True
        bare = bool(piece) and self._longest(piece, 0, "acts") == len(piece) and not self._longest(piece, 0, "fields")
        return words[at].folded == "và" and bare and 0 < self._act(words, at + 1) < len(words) - at - 1

    def _tells_acts(self, words: list[_Word]) -> bool:
        """Whether what is told as fields is a list of clauses: most of what its commas part begins with an act."""
        begins = [at + 1 for at, word in enumerate(words) if word.folded in {",", ";"}]
        acts = [at for at in begins if self._act(words, at) and not self._longest(words, at, "fields")]
        return len(begins) > 1 and 2 * len(acts) > len(begins)

    def _is_purpose(self, words: list[_Word], at: int) -> bool:
        if words[at].folded not in self.lists.purpose_starts or words[at].inner:
            return False  # "triệt để" holds no purpose
        return self._purpose(words, at) > 0

    def _purpose(self, words: list[_Word], at: int) -> int:
        found = self.lists.purposes.longest([word.folded for word in words[at : at + 6]], 0)
        return found[0] if found else 0

    def _without_front(self, words: list[_Word]) -> list[_Word]:
        at = 0
        while at < len(words):
            front = max(self._longest(words, at, "adverbs"), self._longest(words, at, "openers"))
            act = self._longest(words, at, "acts")
            cooperation = self._longest(words, at, "dropped")
            companions = self._companions(words, at) or self._partners(words, at)
            if companions:
                at += companions
                continue
            if front and front >= act and not self._is_own(words, at, front):
                at += front
            elif cooperation and self._goes_on(words, at + cooperation):
                at += cooperation
            elif not words[at].folded[0].isalnum() and words[at].folded not in {'"', "“", "("}:
                at += 1
            else:
                break
        return words[at:]

    def _is_own(self, words: list[_Word], at: int, front: int) -> bool:
        """Whether the verb at `at`, of `front` words, is the act itself: "đảm nhận vai trò ...", and not "đảm nhận tổ chức"."""
        return self._longest(words, at, "own") > 0 and not self._goes_on(words, at + front)

    def _keeps_term(self, words: list[_Word], at: int) -> bool:
        """Whether the term at `at` is all that the verb has, or stands before who gets what: "... trong 3 năm cho X"."""
        if self._longest(words, 0, "acts") == at:
            return True
        ends = {body.start for body in self._bodies(Place(words[0].place.start, words[-1].place.end))}
        return any(words[to].folded in _TO and words[to + 1].place.start in ends for to in range(at, len(words) - 1))

    def _companions(self, words: list[_Word], at: int) -> int:
        """How many words "cùng X và Y" has at `at`, where an act follows that is done with them."""
        if words[at].folded != "cùng" or at + 1 >= len(words) or self._act(words, at + 1):
            return 0
        after = words[at + 1].place
        named = any(body.start == after.start for body in self._bodies(after, brands=True))
        for ahead in range(at + 2, min(at + _LONGEST_COMPANY, len(words))):
            if words[ahead].folded in {",", ";"} or self._is_purpose(words, ahead):
                return 0
            if not words[ahead].named and self._longest(words, ahead, "acts"):
                plural = words[at + 1].folded in self.lists.plurals
                return ahead - at if named or plural else 0
        return 0

    def _partners(self, words: list[_Word], at: int) -> int:
        """How many words "hợp tác với X trong việc" has at `at`, where an act follows that is done with X."""
        cooperation = self._longest(words, at, "cooperate")
        partner = at + cooperation + 1
        if not cooperation or partner >= len(words) or words[partner - 1].folded not in _WITH:
            return 0
        told = words[partner].place
        body = next((body for body in self._bodies(told, brands=True) if body.start == told.start), None)
        after = next((i for i in range(partner, len(words)) if body and words[i].place.start >= body.end), len(words))
        opener = self._longest(words, after, "openers")
        return after + opener - at if opener and self._longest(words, after + opener, "acts") else 0

    def _goes_on(self, words: list[_Word], at: int) -> bool:
        """Whether a field or an act follows the word of cooperation that ends before `at`."""
        return at < len(words) and bool(self._longest(words, at, "openers") or self._longest(words, at, "acts"))

    def _goes_to_someone(self, words: list[_Word], at: int) -> bool:
        """Whether who gets it follows the apposition at `at`, after a comma: "50 suất, trị giá 5 triệu đồng, cho sinh viên"."""
        return any(words[to].folded == "," and words[to + 1].folded in _TO for to in range(at, len(words) - 1))

    def _without_tail(self, words: list[_Word]) -> list[_Word]:
        brackets = 0
        for at in range(2, len(words)):
            brackets += (words[at].folded == "(") - (words[at].folded == ")")
            if brackets > 0 and any(word.folded == ")" for word in words[at:]):
                continue  # "(di động, truyền hình...)"
            if words[at - 1].folded == "," and self._longest(words, at, "appositions"):
                if self._goes_to_someone(words, at):
                    continue
                return words[: at - 1]
            if self._is_purpose(words, at) and self._only_cooperates(words[:at]):
                continue
            if words[at].folded in self.lists.tail_starts:
                said = [word.folded for word in words[at : at + 6]]
                tail = self.lists.tails.longest(said, 0) or self.lists.purposes.longest(said, 0)
                if tail and words[at].inner and tail[0] == 1:
                    continue  # "triệt để" holds no purpose
                if said[: len(_STANDARD)] == _STANDARD:
                    continue  # "thi công theo đúng tiêu chuẩn" keeps its standard
                if tail and self._longest(words, at, "terms") and self._keeps_term(words, at):
                    continue
                if tail and self._longest(words, at, "acts") <= tail[0]:
                    return words[:at]
        return words
