"""Items out of a run of words: coordinated clauses split, purposes and tails cut, fields told one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.analysis import Analysis
from camket.assemble.clause_words import JOINTS, NOT, ClauseWords, Word
from camket.assemble.joints import Joints
from camket.assemble.trims import Trims, ends_item
from camket.assemble.words import Words
from camket.document import Place

_ENUMERATOR = re.compile(
    r"(?<!\w)(?:\((?:\d{1,2}|i{1,3}|iv|vi{0,3})\)|\d{1,2}[).](?=\s)|[a-e]\)|(?:^|(?<=[;:.,]\s))\+\s)"
)
_LONGEST_GOING = 2
_BARE_ACT = 3
_MADE_OF = "gồm "
_FOCUS = re.compile(
    r"(?:hợp tác|phối hợp)[^,;.]{0,12} (?:nhiều|các) (?:lĩnh vực|nội dung|mặt),? (?:trong đó )?(?:trọng tâm là|tập trung vào|chủ yếu là|nhất là) "
)
"""What leads from many fields to those that count: "hợp tác trên nhiều lĩnh vực, trọng tâm là trao đổi giảng viên; ..."."""
_FIELD_JOINTS = JOINTS | {"hay", "hoặc"}
_HARD = frozenset({";", "."})
_ABOUT = frozenset({"tập", "chú", "ưu"})
_PROGRAMME = re.compile(
    r"(?<!\w)(?:chương trình|khóa|lớp|dự án|đề tài|chiến dịch|gói|chuỗi|hội thảo|diễn đàn|cuộc thi)(?!\w)"
)
_AND_SO_ON = re.compile(r"(?:…|\.\.\.),? (?=\w)")
_CONSISTS = re.compile(
    r",? (?:bao )?gồm: (?=\w)|,? (?:bao )?gồm (?:các )?việc (?=\w)|, trong đó (?:ưu tiên|tập trung|tập trung vào|chú trọng|trọng tâm là)(?: vào)?(?: việc)? (?=\w)"
)
"""Before acts that a general one is made of: "đẩy mạnh quan hệ, bao gồm: tăng cường ...; hợp tác ...", "..., trong đó ưu tiên việc ..."."""
_COUNTED_THINGS = re.compile(
    r" (?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?!(?:nội dung|nhiệm vụ|hoạt động|việc|phần việc|giải pháp|nhóm|điểm|lĩnh vực|trụ cột|mặt|mảng|hướng|phương diện|khía cạnh|ưu tiên))"
    r"[^,;:.]{3,40}$"
)
"""Things that are counted, whose kinds "gồm" tells, and no acts: "chuyển giao 6 gói kỹ thuật gồm: phẫu thuật ..., gây mê ..."."""
_DONE = re.compile(r"(?:đồng thời |và |cũng )*(?:đã|vừa|vừa mới) (?!cam kết|thống nhất|nhất trí|đồng ý)\w")
"""Before what was done already, behind what will be: "sẽ đề nghị ..., đồng thời đã báo tin cho gia đình"."""
_SUPERLATIVE = re.compile(
    r"(?:[^\W\d]+ ){1,6}(?:\w+ nhất|lớn thứ \w+|cuối cùng|duy nhất|hàng đầu|đầu tiên)(?: \w+){0,3} (?:của|ở|tại|trong|thế giới|cả nước|khu vực|châu)(?!\w)"
)
"""What something is, told behind its name: "..., thành trì lớn nhất của X", "..., ngân hàng lớn thứ hai thế giới"."""
_AIMED = re.compile(r", (?:qua đó |từ đó )?góp phần [^;]*$")
"""A segment that ends with a purpose, which the next may go on with."""
_FEWEST_LETTERS = 3
_LEAD_REACH = 40
_LONGEST_BARE, _LONGEST_TAIL = 6, 6
_LONG_OBJECT = 4
_SAYS_WHAT_THEN = frozenset({"sẽ", "thì"})
_CLOSINGS = {'"': '"', "“": "”", "«": "»"}
_AND_ALSO, _WHEREAS = frozenset({"cũng như", "mà còn"}), "còn"
_QUOTES = frozenset({'"', "“", "”"})
_WILL = " sẽ"
_IS = "là"


@dataclass(frozen=True, slots=True)
class Piece:
    """An item at `place`; `field` says that it names a field of cooperation, and need be no act."""

    place: Place
    field: bool


class Clauses:
    """Splits places of a document into items by the lists of rules/commitments.yaml, and the model of joints."""

    def __init__(self, analysis: Analysis, words: Words) -> None:
        self.seen = ClauseWords(analysis, words.commitments)
        self.model = words.joints
        self.closed: dict[Place, float] = {}
        """The joints at which the rules would part two items and the model does not, and how likely it holds two."""
        self.trims, self.joints = Trims(self.seen), Joints(self.seen)

    def items(self, place: Place, *, fields: bool = False, whole: bool = True) -> list[Piece]:
        """The items told at `place`, in order; `fields` says that it holds fields and no clauses.

        `whole` keeps "hợp tác trong các lĩnh vực A, B" one item; otherwise its fields are.
        """
        title = self._title(place)
        if title is not None:
            if self.seen.folded[: place.start].rstrip().endswith(_WILL):
                return self.items(title, fields=fields, whole=whole)  # 'hai nước sẽ "tăng cường ..., mở thêm ..."'
            return [Piece(title, field=False)]
        found: list[Piece] = []
        fields = fields and not self._tells_acts(self.seen.words(place))
        aimed = False
        for segment in self._segments(place):
            lead = None if fields else self.seen.lists.shared_fields.match(self.seen.folded, segment.start)
            apart = fields or (lead is not None and not whole) or self._led_as_fields(segment)
            words = self.seen.words(Place(lead.end(), segment.end) if lead and apart else segment)
            if aimed and 0 < self.seen.longest(words, 0, "acts") <= self.seen.longest(words, 0, "results"):
                continue  # "..., góp phần giữ vững an ninh; bảo đảm an toàn; bảo vệ môi trường"
            if found and words and self.seen.purpose(words, 0) and not self.seen.act(words, 0):
                aimed = True
                continue  # "...; góp phần giúp sinh viên tiếp cận ..."
            aimed = _AIMED.search(segment.of(self.seen.folded)) is not None
            for number, piece in enumerate(self._fields(words) if apart else self._clauses(words)):
                over = found and (self._was_done(piece) or self._says_what_it_is(piece))
                item = None if over else self.trims.trimmed(piece)
                if item is not None:
                    found.append(Piece(item, field=apart or (lead is not None and number == 0)))
        return found

    def _was_done(self, piece: list[Word]) -> bool:
        """Whether what `piece` tells was done already: ", đồng thời đã báo tin cho gia đình"."""
        start = next((word.place.start for word in piece if word.folded[0].isalnum()), 0)
        return _DONE.match(self.seen.folded, start) is not None

    def _says_what_it_is(self, piece: list[Word]) -> bool:
        """Whether `piece` is no item, but tells what the one before it is: "ổn định tình hình tại X, thành trì lớn nhất của Y"."""
        folded, start = self.seen.folded, piece[0].place.start
        apart = folded[:start].rstrip().endswith(",") and not self.seen.act(piece, 0)
        return apart and _SUPERLATIVE.match(folded, start, piece[-1].place.end) is not None

    def _led_as_fields(self, segment: Place) -> bool:
        """Whether "trên các lĩnh vực:" stands right before the segment, and no act begins it."""
        before = self.seen.folded[max(0, segment.start - _LEAD_REACH) : segment.start].rstrip()
        leads = list(self.seen.lists.field_leads.finditer(before)) if before.endswith(":") else []
        return bool(leads) and before[leads[-1].end() :].strip() == ":" and not self.begins_act(segment)

    def _title(self, place: Place) -> Place | None:
        """What stands in quotation marks where nothing else is told: the title of a programme is one item."""
        said = place.of(self.seen.folded)
        inner = said.strip(" .,;")
        opens, closes = inner[:1] in _QUOTES, inner[-1:] in _QUOTES
        if not (opens and closes) or len(inner) < _FEWEST_LETTERS or any(mark in inner[1:-1] for mark in _QUOTES):
            return None
        start = place.start + said.index(inner) + 1
        words = inner[1:-1]
        start += len(words) - len(words.lstrip())
        return Place(start, start + len(words.strip()))

    def begins_act(self, place: Place) -> bool:
        """Whether the words at `place` begin with the verb of an act, adverbs left out."""
        words = self.trims.without_front(self.seen.words(place))
        lends = self.seen.lists.spread_acts.match(self.seen.folded, words[0].place.start, place.end) if words else None
        return bool(words) and (self.seen.act(words, 0) > 0 or lends is not None)

    def goes_on_after_semicolon(self, place: Place) -> bool:
        """Whether a semicolon stands before `place`, and a verb that tells of an act to come begins there."""
        lists, folded = self.seen.lists, self.seen.folded
        before = folded[: place.start].rstrip().endswith(";") and self.seen.text[place.start].islower()
        return before and self.seen.wording.verb(place.start) and lists.no_acts.match(folded, place.start) is None

    def only_act(self, place: Place) -> bool:
        """Whether the words at `place` are the verb of an act that needs an object, and nothing more."""
        words = self.seen.words(place)
        whole = place.of(self.seen.folded) in self.seen.lists.whole_acts
        return 0 < self.seen.longest(words, 0, "acts") == len(words) and not whole

    def ends_with_act(self, place: Place) -> bool:
        """Whether the words at `place` end with the verb of an act that has no object: "cử bác sĩ về làm việc"."""
        words = self.seen.words(place)
        return any(self.seen.longest(words, at, "acts") == len(words) - at for at in range(len(words)))

    def only_cooperation(self, place: Place) -> bool:
        """Whether the words at `place` are "hợp tác" and nothing more."""
        words = self.seen.words(place)
        return 0 < self.seen.longest(words, 0, "cooperate") == len(words)

    def only_everyone(self, place: Place) -> bool:
        """Whether the words at `place` are "hai bên" and nothing more."""
        return self.seen.lists.everyone.fullmatch(place.of(self.seen.folded)) is not None

    def lacks_object(self, place: Place) -> bool:
        """Whether examples follow the verb at once, whose object stands before: "các ngành tỉnh thu hút như du lịch"."""
        words = self.seen.words(place)
        act = self.seen.longest(words, 0, "acts")
        return (
            0 < act < len(words)
            and self.seen.lists.instances.match(self.seen.folded, words[act].place.start) is not None
        )

    def _segments(self, place: Place) -> list[Place]:
        """The place cut at semicolons and at numbers in brackets."""
        cuts = [match.span() for match in _ENUMERATOR.finditer(self.seen.folded, place.start, place.end)]
        cuts += [
            (match.start(), match.end()) for match in re.compile(";").finditer(self.seen.folded, place.start, place.end)
        ]
        cuts += [
            (match.start(), match.end())
            for match in self.seen.lists.breaks.finditer(self.seen.folded, place.start, place.end)
            if (match.group() not in _AND_ALSO or self.begins_act(Place(match.end(), place.end)))
            and not self.seen.wording.inside(match.start())  # "trao đổi lại"
        ]
        cuts += [match.span() for match in self.seen.lists.instances.finditer(self.seen.folded, place.start, place.end)
                 if self.seen.act(self.seen.words(Place(match.end(), place.end)), 0)
                 and not self._in_tail(Place(place.start, match.start()))]  # fmt: skip
        cuts += [match.span() for match in _CONSISTS.finditer(self.seen.folded, place.start, place.end)
                 if self.seen.act(self.seen.words(Place(match.end(), place.end)), 0)
                 and not _COUNTED_THINGS.search(self.seen.folded, place.start, match.start())]  # fmt: skip
        cuts += [match.span() for match in _AND_SO_ON.finditer(self.seen.folded, place.start, place.end)
                 if self.seen.act(self.seen.words(Place(match.end(), place.end)), 0)]  # fmt: skip
        cuts += [
            match.span()
            for pattern in (self.seen.lists.preferred_fields, _FOCUS)
            for match in pattern.finditer(self.seen.folded, place.start, place.end)
        ]
        segments, start = [], place.start
        for begin, end in sorted(cuts):
            if begin >= start:
                segments.append(Place(start, begin))
                start = end
        segments.append(Place(start, place.end))
        return [segment for segment in segments if segment.of(self.seen.folded).strip(" ,.:-")]

    def _in_tail(self, before: Place) -> bool:
        """Whether a tail that takes all after it has begun in the clause `before`: ", đặc biệt vào các lĩnh vực như ..."."""
        words = self.seen.words(before)
        stop = max((at for at, word in enumerate(words) if word.folded in _HARD), default=-1)
        return any(
            words[at - 1].folded == "," and self.seen.longest(words, at, "swallowing")
            for at in range(stop + 2, len(words))
        )

    def _clauses(self, words: list[Word]) -> list[list[Word]]:
        """The coordinated clauses of one segment: apart at a comma, and at the last "và", before an act."""
        while words and not ends_item(words[-1]):
            words = words[:-1]
        pieces = self._at_commas(words)
        if not pieces:
            return []
        several = len(pieces) > 1
        clauses: list[list[Word]] = []
        for number, piece in enumerate(pieces):
            rest = pieces[number + 1 :]
            last = all(piece[0].folded == NOT for piece in rest)  # "xử lý A và chấn chỉnh B, không để xảy ra C"
            if not several:
                clauses += self._at_and(piece, words, last_only=False)
            elif last:
                clauses += self._at_and(piece, words, last_only=True)
            else:
                clauses += self._at_and(piece, words, last_only=False, after_time=True)
        return self._whole(clauses)

    def _at_commas(self, words: list[Word]) -> list[list[Word]]:
        """The words cut at commas before an act; purposes left out up to the next act of cooperation."""
        pieces: list[list[Word]] = [[]]
        purpose, brackets, title = False, 0, 0
        for at, word in enumerate(words):
            title = title - 1 if title else _quotation(words, at)
            brackets += (word.folded == "(") - (word.folded == ")")
            if (
                brackets <= 0
                and len(pieces[-1]) > 1
                and self.seen.longest(words, at, "swallowing")
                and not self._is_about(pieces[-1], words, at)
            ):
                further = self._past_basis(words, at) or self._past_example(words, at)
                return [*filter(None, pieces), *(self._at_commas(words[further:]) if further else [])]
            if (
                brackets <= 0
                and not title
                and word.folded == ","
                and (self._another_acts(pieces[0], words, at + 1) or self._tells_more(pieces[-1], words, at + 1))
            ):
                break
            if (
                brackets <= 0
                and not title
                and word.folded == ","
                and not word.named
                and (self.seen.act(words, at + 1) or self.trims.companions(words, at + 1))
                and not self._says_why(words, at + 1)
                and not self.joints.goes_on(pieces[-1], words, at + 1)
                and not self._keeps_together(pieces[-1], words, at)
            ):
                closes = len(pieces) == 1 and self._closes(words, at + 1)
                if purpose and (closes or self._is_result(words, at + 1) or self._ends_bare(words, at)):
                    continue
                purpose = False
                pieces.append([])
                continue
            if purpose and word.folded == "và" and self._goes_further(words, at + 1):
                purpose = False
                pieces.append([])
                continue
            if brackets <= 0 and self.seen.is_purpose(words, at) and self._has_aim(pieces[-1], words, at):
                purpose = True
            if not purpose:
                pieces[-1].append(word)
        return [piece for piece in pieces if piece]

    def _past_basis(self, words: list[Word], at: int) -> int:
        """Where the next act begins after the basis told at `at`: "..., trên cơ sở luật pháp quốc tế, bảo đảm tự do hàng hải"; 0 for none."""
        if self.seen.lists.bases.match(self.seen.folded, words[at].place.start) is None:
            return 0
        for comma in range(at + 2, len(words) - _BARE_ACT):
            act = self.seen.act(words, comma + 1) if words[comma].folded == "," else 0
            if act and not self.seen.longest(words, comma + 1, "principles") and not self._says_why(words, comma + 1):
                return comma + 1
        return 0

    def _past_example(self, words: list[Word], at: int) -> int:
        """Where the next act begins after the example told at `at`: "..., đặc biệt là kỹ sư phần mềm, tặng 20 suất học bổng"; 0 for none."""
        start = at + self.seen.longest(words, at, "swallowing")
        if words[start - 1].folded != _IS or start >= len(words) or self.seen.act(words, start):
            return 0
        comma = next((ahead for ahead in range(start + 1, len(words) - _BARE_ACT) if words[ahead].folded == ","), 0)
        told = comma and self.seen.act(words, comma + 1) and not self._says_why(words, comma + 1)
        return comma + 1 if told and not self._is_result(words, comma + 1) else 0

    def _is_about(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether "tập trung vào" at `at` says what a programme before it is about: "triển khai khóa học tập trung vào kỹ năng"."""
        about = words[at].folded in _ABOUT and piece[-1].folded != ","
        return about and _PROGRAMME.search(self.seen.folded, piece[0].place.start, piece[-1].place.end) is not None

    def _closes(self, words: list[Word], at: int) -> bool:
        """Whether the list that goes on at `at` ends with "và" and an act."""
        return any(
            word.folded == "và" and words[i - 1].folded != "," and self.seen.act(words, i + 1)
            for i, word in enumerate(words[at:], at)
        )

    def _another_acts(self, first: list[Word], words: list[Word], at: int) -> bool:
        """Whether a clause with a subject of its own begins at `at`, after the act of `first`: ", ai vi phạm sẽ bị phạt", ", còn nông dân trồng mía"."""
        if at < len(words) and self.seen.lists.we.match(self.seen.folded, words[at].place.start):
            return True  # ", chúng tôi rất vinh dự"
        if at + 1 < len(words) and words[at].folded == _WHEREAS:
            return not self.seen.act(words, at + 1)
        end = next((i for i in range(at, len(words)) if words[i].folded in {",", ";", ":"}), len(words))
        will = next((i for i in range(at, end) if words[i].folded in _SAYS_WHAT_THEN), at)
        own = not self.seen.act(words, at) and not self.seen.longest(words, at, "adverbs")
        return will > at and own and self.seen.act(first, 0) > 0

    def _tells_more(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether a tail that is an act too begins at `at`, behind an act with its object: "cho vay 1 tỷ USD, tập trung vào hạ tầng"."""
        tail = self.seen.longest(words, at, "swallowing")
        return len(piece) > _BARE_ACT and tail > 1 and tail >= self.seen.longest(words, at, "acts") > 0

    def _goes_further(self, words: list[Word], at: int) -> bool:
        """Whether "tiếp tục" or "sẽ" with an act at `at` goes on with what is done, past a purpose."""
        further = [word.folded for word in words[at : at + 2]]
        said = further == ["tiếp", "tục"] or further[:1] == ["sẽ"]
        return said and self.seen.act(words, at) > 0

    def _ends_bare(self, words: list[Word], at: int) -> bool:
        """Whether the comma at `at` stands after "để lắp ráp", a purpose whose verb has no object yet."""
        return any(self.seen.is_purpose(words, start) and start + self.seen.purpose(words, start)
                   + self.seen.longest(words, start + self.seen.purpose(words, start), "acts") == at
                   for start in range(max(0, at - _LONGEST_BARE), at - 1))  # fmt: skip

    def _says_why(self, words: list[Word], at: int) -> bool:
        """Whether the act at `at` is a purpose or result of what stands before, or its price: ", tạo tiền đề cho ...", ", không tính lãi"."""
        if self.seen.longest(words, at, "appositions") >= max(1, self.seen.longest(words, at, "acts")):
            return True
        return self.seen.is_purpose(words, at) and self.seen.purpose(words, at) >= self.seen.longest(words, at, "acts")

    def _has_aim(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether `piece` says what is done, so that the purpose at `at` is left out and not the act itself."""
        main = self.seen.longest(words, at, "acts") > 0 and not self.seen.act(piece, 0)
        return len(piece) > 1 and not main and not self.trims.is_for(piece, words[at])

    def _is_result(self, words: list[Word], at: int) -> bool:
        """Whether the act at `at` goes on with a purpose: "phục vụ ...", a bare verb, or one with its manner ("một cách")."""
        act = self.seen.longest(words, at, "acts")
        joint = at + act < len(words) and words[at + act].folded in JOINTS
        if act and joint and not self.seen.lists.idioms.match(self.seen.folded, words[at].place.start):
            return True
        manner = [word.folded for word in words[at + act : at + act + 2]] == ["một", "cách"]
        return manner or self.seen.longest(words, at, "results") >= act

    def _keeps_together(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the model of joints says that the one at `at` of the segment `words` goes on with `piece`."""
        if not piece or self._stands_apart(piece, words, at + 1):
            return False
        likely = self.model.closes(self.seen, words, words.index(piece[0]), at)
        if likely is not None:
            self.closed[words[at].place] = likely
        return likely is not None

    def _stands_apart(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether what begins at `at` goes on with no act, whatever the model says: what is not done, with whom or how often it is, and the second thing told behind "gồm".

        So is what goes on ("tiếp tục vận hành"), and what is counted right behind its verb ("mua 12 máy tính").
        """
        often = self.seen.longest(words, at, "adverbs") > _BARE_ACT  # "mỗi năm một lần họp"
        soon = at + self.seen.act(words, at)
        counted = at < soon < len(words) and words[soon].folded[0].isdigit()
        first, begin = piece[0].place.start, words[at].place.start
        return bool(
            often
            or counted
            or self.seen.lists.continuing.longest([word.folded for word in words[at : at + _LONGEST_GOING]], 0)
            or words[at].folded == NOT
            or self.trims.companions(words, at)
            or self.seen.lists.no_items.match(self.seen.folded, begin)
            or self.seen.folded.endswith(_MADE_OF, 0, first)
        )

    def _at_and(
        self, piece: list[Word], words: list[Word], *, last_only: bool, after_time: bool = False
    ) -> list[list[Word]]:
        """The piece of the segment `words` cut at "và" before an act; only at the last such "và" of a longer list, and before that `after_time`."""
        cuts = [
            at
            for at, word in enumerate(piece)
            if word.folded == "và"
            and not word.named
            and 0 < self.seen.act(piece, at + 1) < len(piece) - at - 1
            and not self.joints.in_idiom(piece[:at])
            and (not self.joints.governs(piece, at) or self._ends_with_tail(piece, at))
            and not self.joints.is_caused_by(piece[:at], piece, at + 1)
            and not self.joints.gives_again(piece[:at], piece, at + 1)
            and not self.joints.is_topic_of(piece[:at], piece, at + 1)
            and not self.joints.is_handed_on(piece[:at], piece, at + 1)
            and not (self.joints.sends_for(piece[:at]) and self.seen.longest(piece, at + 1, "tending"))
            and not (self.joints.sends_there(piece[:at]) and not self.seen.longest(piece, at + 1, "giving"))
            and not (after_time and piece[at - 1].place.end not in self.seen.times)
        ]
        cuts = self._apart(piece, words, cuts)
        if last_only:
            cuts = cuts[-1:]
        together = self.seen.longest(piece, 0, "cooperate")
        act = self.seen.act(piece, together) if together > self.seen.longest(piece, 0, "adverbs") else 0
        if act:
            cuts = [
                cut
                for cut in cuts
                if cut - together - act >= _LONG_OBJECT or self.seen.longest(piece, cut + 1, "cooperate")
            ]
        clauses, start = [], 0
        for cut in cuts:
            clauses.append(piece[start:cut])
            start = cut + 1
        return [*clauses, piece[start:]]

    def _ends_with_tail(self, piece: list[Word], end: int) -> bool:
        """Whether a tail ends right before `end`, so that what follows is no part of it: "trả trợ cấp trong thời gian thực tập và tuyển dụng ..."."""
        return any(self.seen.longest(piece, at, "tails") == end - at for at in range(max(1, end - _LONGEST_TAIL), end))

    def _apart(self, piece: list[Word], words: list[Word], cuts: list[int]) -> list[int]:
        """Those of `cuts` in the piece that the model of joints does not close."""
        apart: list[int] = []
        for cut in cuts:
            before = piece[apart[-1] + 1 :] if apart else piece
            if not self._keeps_together(before, words, words.index(piece[cut])):
                apart.append(cut)
        return apart

    def _whole(self, clauses: list[list[Word]]) -> list[list[Word]]:
        """The clauses; one that is but a verb without its object goes together with the next."""
        whole: list[list[Word]] = []
        waiting: list[Word] = []
        for clause in clauses:
            joined = waiting + clause
            front = self.seen.longest(clause, 0, "cooperate")
            bare = self._only_acts(clause) or front + max(self.seen.act(clause, front), 1 if front else 0) >= len(
                clause
            )
            if (
                bare
                and clause is not clauses[-1]
                and " ".join(word.folded for word in clause) not in self.seen.lists.whole_acts
            ):
                waiting = joined
                continue
            whole.append(self._spanned(joined))
            waiting = []
        return whole

    def _only_acts(self, clause: list[Word]) -> bool:
        """Whether the clause is but verbs, with commas between: "thanh tra, kiểm tra", or led by one like "tổ chức"."""
        at = self.seen.act(clause, 0)
        if self.seen.longest(clause, 0, "carrying") == at > 0 and not self.seen.longest(clause, at, "fields"):
            at += self.seen.act(clause, at)  # "tổ chức canh gác"
        while at and at + 1 < len(clause) and clause[at].folded == "," and (act := self.seen.act(clause, at + 1)):
            at += 1 + act
        return at >= len(clause)

    def _spanned(self, clause: list[Word]) -> list[Word]:
        """All words between the first and the last of `clause`, with the joints that cutting left out."""
        return self.seen.words(Place(clause[0].place.start, clause[-1].place.end)) if clause else []

    def _fields(self, words: list[Word]) -> list[list[Word]]:
        """The fields of a list: apart at every comma and "và"; clauses in it as clauses."""
        purpose = next((at for at in range(1, len(words)) if self.seen.is_purpose(words, at)), None)
        words = words[:purpose]
        pieces: list[list[Word]] = [[]]
        before = self.seen.folded[: words[0].place.start].rstrip() if words else ""
        ranged = before.endswith(" từ")  # "từ giáo dục, y tế đến du lịch"
        brackets = 0
        for at, word in enumerate(words):
            brackets += (word.folded == "(") - (word.folded == ")")
            joint = word.folded in _FIELD_JOINTS or (word.folded == "đến" and ranged)
            joint = joint and not self._joins_field(words, at)
            if joint and not word.named and brackets <= 0 and not self.joints.joins(pieces[-1], words, at):
                pieces.append([])
            else:
                pieces[-1].append(word)
        return [piece for piece in pieces if piece]

    def _joins_field(self, words: list[Word], at: int) -> bool:
        """Whether the "và" at `at`, one of several, joins two words of a field, as commas follow: "điện và nước, A và B, C"."""
        several = sum(word.folded == "và" and not word.named for word in words) > 1
        return (
            several
            and words[at].folded == "và"
            and any(
                word.folded == ","
                and not self.seen.longest(words, after, "tails") + self.seen.longest(words, after, "appositions")
                for after, word in enumerate(words[at:], at + 1)
            )
        )

    def _tells_acts(self, words: list[Word]) -> bool:
        """Whether what is told as fields is a list of clauses: most of what its commas part begins with an act.

        Of a list with semicolons it is enough that half of what they part does.
        """
        parts, acts = self._parts(words, {",", ";"})
        halves, begun = self._parts(words, {";"})
        return (parts > 1 and 2 * acts > parts) or (halves > 0 and 2 * begun >= halves)

    def _parts(self, words: list[Word], marks: set[str]) -> tuple[int, int]:
        """How many parts follow one of `marks`, and how many of these begin with an act."""
        begins = [at + 1 for at, word in enumerate(words) if word.folded in marks]
        acts = [at for at in begins if self.seen.act(words, at) and not self.seen.longest(words, at, "fields")]
        return len(begins), len(acts)


def _quotation(words: list[Word], at: int) -> int:
    """How many words more the quotation has that opens at `at` inside a clause, and closes in it: 'mô hình "giảm phân, giảm giống"'."""
    closing = _CLOSINGS.get(words[at].folded)
    if closing is None or at == 0:
        return 0
    return next((i - at for i in range(at + 1, len(words)) if words[i].folded == closing), 0)
