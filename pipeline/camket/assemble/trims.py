"""What is left out of an item: lead-ins, adverbs, purposes and tails."""

from __future__ import annotations

import re

from camket.assemble.clause_words import IF, JOINTS, NOT, TO, TOGETHER, ClauseWords, Word
from camket.document import Place

_WITH = frozenset({"với", "cùng"})
_ABOUT = frozenset({"về", "trong", "tại", "trên"})
_FEWEST_LETTERS = 3
_AND_SO_ON = frozenset({"v.v", "vv"})
_LOOSE = frozenset({"trong", "và", "với", "cùng", "của", "cho", "là", "để", "còn", "không", "mà", "hoặc", "nếu"})
_LOOSE_WORDS = frozenset({"dựa", "từ", "hồi"})
"""Loose where they end no word, as "chứng từ" or "phản hồi" do."""
_MARKS = frozenset({",", "-", "–", ":"})
_EACH_OTHER = ["cho", "nhau"]
_TOWARDS = "đối với"
_WHOLE = (["hay", "không"], ["hàng", "không"], ["đến", "cùng"], ["cuối", "cùng"], ["tận", "cùng"], ["triệt", "để"])
_LONGEST_COMPANY = 14
_COMPANY, _WILL = "cùng", "sẽ"
_SHORT_VERB = 2
_EACH, _LONGEST_EACH = "mỗi", 6
_LONGEST_FREQUENCY = 4
_WHERE = frozenset({"trên", "tại", "ở", "dọc", "giữa"})
_PERCENT = "%"
_OFTEN = re.compile(
    r",? (?:(?:\d+|hai|ba|bốn|sáu) (?:năm|tháng|quý|tuần|ngày) (?:một|1|01) lần"
    r"|(?:(?:sau|trước|vào cuối|vào đầu|cuối|đầu) )?mỗi (?:học kỳ|năm học)|trước \d+ (?:ngày|giờ)"
    r"|mỗi \w+(?: \w+)? (?:không quá|tối đa|tối thiểu|không dưới|ít nhất) \d\S*(?: \w+){1,4})$"
)
"""How often, how long before or how much for each, at the end of an item."""
_PHASE, _SHORT_NUMBER = ["giai", "đoạn"], 2
_WHILE = (["trong", "thời", "gian"], ["trong", "khi"], ["trong", "khi", "đó"])
_WHEN = re.compile(r"(?:thực hiện )?(?:vào |từ )?(?:ngày \d|tháng \d|nay(?!\w)|(?:sáng|chiều|tối|trưa) (?:ngày )?\d)")
_MEETS = frozenset({"thăm", "gặp", "tiếp", "đón"})
_STANDARD = ["theo", "đúng"]
_BY_STANDARD = re.compile(
    r"theo (?:các |những )?(?:tiêu chuẩn|chuẩn mực|chuẩn|quy trình|quy chuẩn|mô hình|phương thức|hình thức)(?!\w)"
)
_TAKES = frozenset({"chở", "mang", "đem", "kèm", "kéo", "dẫn", "chạy", "làm", "dọc", "men"})
_QUOTES = frozenset({'"', "“", "”"})
_SEEKS = re.compile(
    r"(?:tìm(?: ra| kiếm)?|tiếp tục|đưa ra)(?: (?:các|những|mọi|nhiều))? (?:giải pháp|biện pháp|cách thức|cách|nỗ lực)(?: \w+ \w+)?"
)
"""What alone says nothing of what is done: "tìm ra các giải pháp căn cơ để ...", "tiếp tục những nỗ lực hướng tới ..."."""
_CHANCE, _OFFERS = ["cơ", "hội"], frozenset({"mang", "đem", "tạo", "mở", "dành", "trao"})
_FEWEST_BEFORE_PURPOSE = 6
_WORKS = ["làm", "việc"]
_CLOSELY = re.compile(
    r"(?:(?:,|và)? ?(?:chặt chẽ|hiệu quả|mật thiết|tích cực|toàn diện|thường xuyên|sâu rộng|hơn|nữa|cùng nhau) ?)+"
)
"""How one cooperates, and nothing else: "chặt chẽ hơn nữa"."""
_FEWEST_SAID, _FEWEST_BEFORE_OBJECT = 5, 4
_YEAR, _YEARS_OF_STUDY = "năm", frozenset({"nhất", "đầu", "cuối"})
_ONLY_TIME = re.compile(r"\d+ (?:năm|tháng|tuần|quý|ngày)(?: tới)?")
"""What is left of "hợp tác trong 5 năm"."""
_THEN = re.compile(
    r"(?:trong )?thời gian (?:sắp )?tới|từ nay (?:đến|tới) (?:hết |cuối )*năm(?: \d{4})?|(?:ngay )?trong năm (?:nay|tới)"
    r"|trong giai đoạn (?:mới|tới)|trong các năm tới|trước mắt|giai đoạn đầu|trong giai đoạn đầu"
)
"""Times without a number, told before an act."""
_TIME_LEADS = frozenset({"trước", "chậm", "muộn", "trong", "từ", "đến", "vào", "ngay", "giai", "năm", "quý", "tháng"})
_LONGEST_TIME = 9
_TOGETHER = frozenset({"cùng", "sẽ", "cũng"})
_TO_COLON = re.compile(rf"{TOGETHER}|(?:trước|với)(?: [^\W\d]+){{1,5}}")
_LONGEST_TO_COLON = 6
_REPORTS = "đưa tin"
_SIGNED = re.compile(r"(?: đã| được| vừa| mới)+ ký(?: kết)?$")


def ends_item(word: Word) -> bool:
    """Whether an item may end with the word: a word, a number, a closing bracket or quotation mark."""
    return word.folded[-1].isalnum() or word.folded[-1] == _PERCENT or word.folded in {")", *_QUOTES}


class Trims:
    """Cuts items out of runs of words."""

    def __init__(self, seen: ClauseWords) -> None:
        self.seen = seen

    def trimmed(self, words: list[Word]) -> Place | None:
        """The item that `words` hold, without lead-ins, adverbs, purposes and tails; None if nothing is left."""
        words = self.without_front(words)
        words = self._without_tail(words)
        opened = [word.folded for word in words].count("(") - [word.folded for word in words].count(")")
        if opened > 0:
            words = words[: max(at for at, word in enumerate(words) if word.folded == "(")]
        while words and not ends_item(words[-1]):
            words = words[:-1]
        words = self._without_loose(self._without_frequency(self._without_report(self._without_loose(words))))
        quotes = [at for at, word in enumerate(words) if word.folded in _QUOTES]
        if len(quotes) == 1 and quotes[0] in {0, len(words) - 1}:
            words = words[1:] if quotes[0] == 0 else words[:-1]
        begin = words[0].place.start if words else 0
        if not words or self._is_no_item(words) or self.seen.lists.divisions.match(self.seen.folded, begin):
            return None
        place = Place(words[0].place.start, words[-1].place.end)
        said = place.of(self.seen.folded)
        told = sum(map(str.isalpha, said)) >= _FEWEST_LETTERS and _ONLY_TIME.fullmatch(said) is None
        return place if told else None

    def _is_no_item(self, words: list[Word]) -> bool:
        """Whether the words begin as no item does, or tell when something is; "theo" begins none, but "theo dõi" is an act."""
        none = self.seen.lists.no_items.match(self.seen.folded, words[0].place.start)
        if _WHEN.match(self.seen.folded, words[0].place.start):
            return True
        if words[0].folded in _MEETS and len(words) > 1 and words[1].capital:
            return True  # "thăm Việt Nam", and not "thăm hỏi gia đình"
        return none is not None and self.seen.longest(words, 0, "acts") <= len(none.group().split())

    def without_front(self, words: list[Word]) -> list[Word]:
        """The words without lead-ins, adverbs and those it is done with."""
        at = self._everyone(words) or self._to_colon(words)
        while at < len(words) and not self._lends(words, at):
            front = max(self.seen.longest(words, at, "adverbs"), self.seen.longest(words, at, "openers"))
            act = self.seen.longest(words, at, "acts")
            cooperation = self.seen.longest(words, at, "dropped")
            companions = self.companions(words, at) or self._partners(words, at) or self._each(words, at)
            companions = companions or self._time_told(words, at)
            if companions:
                at += companions
                continue
            if front and front >= act and not self._is_own(words, at, front):
                at += front
            elif cooperation and self._goes_on(words, at + cooperation):
                at += cooperation
            elif aimed := self._aimed_at(words, at):
                at += aimed
            elif not words[at].folded[0].isalnum() and words[at].folded not in {'"', "“", "("}:
                at += 1
            else:
                break
        return words[at:]

    def _everyone(self, words: list[Word]) -> int:
        """How many words "hai bên cùng" has before an act that an item begins with: who does it is known."""
        told = self.seen.lists.everyone.match(self.seen.folded, words[0].place.start) if words else None
        count = next((at for at, word in enumerate(words) if told and word.place.start >= told.end()), 0)
        while count and count < len(words) and words[count].folded in _TOGETHER:
            count += 1
        return count if count and count < len(words) and self.seen.longest(words, count, "acts") else 0

    def _to_colon(self, words: list[Word]) -> int:
        """How many words lead with a colon to what is done together, or promised to whom: "phối hợp thực hiện: ...", "với cử tri: ..."."""
        colon = next((at for at, word in enumerate(words[: _LONGEST_TO_COLON + 1]) if word.folded == ":"), 0)
        return colon + 1 if colon and _TO_COLON.fullmatch(" ".join(word.folded for word in words[:colon])) else 0

    def _lends(self, words: list[Word], at: int) -> bool:
        """Whether what is lent to whom is told at `at`: "cho hội viên vay vốn"."""
        place = Place(words[at].place.start, words[-1].place.end)
        return self.seen.lists.spread_acts.match(self.seen.folded, place.start, place.end) is not None

    def is_for(self, piece: list[Word], purpose: Word) -> bool:
        """Whether the purpose is what `piece` is done for, and stays: "hợp tác với X để ...", "tạo điều kiện để ..."."""
        if piece[-1].folded == ",":
            return False
        if piece[0].folded in _OFFERS and [word.folded for word in piece[-len(_CHANCE) :]] == _CHANCE:
            return True  # "mang đến nhiều cơ hội để sinh viên được thực tập"
        front = self.without_front(piece)
        if front and _SEEKS.fullmatch(self.seen.folded, front[0].place.start, front[-1].place.end):
            return True
        bare = 0 < self.seen.longest(front, 0, "acts") == len(front)
        bare = bare and " ".join(word.folded for word in front) not in self.seen.lists.whole_acts
        return self.seen.enables([*piece, purpose], len(piece)) or bare or self._only_cooperates(front)

    def _only_cooperates(self, front: list[Word]) -> bool:
        """Whether nothing is told but "hợp tác chặt chẽ", with whom or not."""
        verb = self.seen.longest(front, 0, "cooperate")
        verb = verb or (len(_WORKS) if [word.folded for word in front[: len(_WORKS)]] == _WORKS else 0)
        partner = next((at for at in range(verb, len(front)) if front[at].folded in _WITH), None) if verb else None
        if partner is not None and not any(self.seen.longest(front, at, "acts") for at in range(verb, len(front))):
            return not any(word.folded in _ABOUT for word in front[verb:])
        closer = verb > 0 and len(front) > verb and front[-1].place.end
        if closer and _CLOSELY.fullmatch(self.seen.folded, front[verb].place.start, closer):
            return True
        return verb > 0 and len(front) < _FEWEST_BEFORE_PURPOSE

    def _without_loose(self, words: list[Word]) -> list[Word]:
        """The words without the joints, small words and marks that they end with."""
        while words and (
            words[-1].folded in _AND_SO_ON
            or (words[-1].folded in _LOOSE | _MARKS and [word.folded for word in words[-2:]] not in _WHOLE)
            or self.seen.folded.startswith(_TOWARDS, words[-1].place.start)
        ):
            words = words[:-1]
        if words and words[-1].folded == _WILL:
            joint = max((at for at, word in enumerate(words) if word.folded in JOINTS), default=0)
            return self._without_loose(words[:joint])  # "..., và Công ty X sẽ" begins what someone else does
        for loose in _WHILE:
            if [word.folded for word in words[-len(loose) :]] == loose:
                return self._without_loose(words[: -len(loose)])  # "có mặt trong thời gian sớm nhất"
        return words

    def _without_frequency(self, words: list[Word]) -> list[Word]:
        """The words without how often at their end; with it where nothing else but the act is told: "họp 6 tháng một lần"."""
        rest = self._before_frequency(words)
        return words if rest and len(rest) == self.seen.longest(rest, 0, "acts") else rest

    def _before_frequency(self, words: list[Word]) -> list[Word]:
        """The words before "ít nhất mỗi năm", "02 năm một lần", "trước 07 ngày" at their end."""
        place = Place(words[0].place.start, words[-1].place.end) if words else Place(0, 0)
        often = _OFTEN.search(self.seen.folded, place.start, place.end) if words else None
        while often and words and words[-1].place.end > often.start():
            words = words[:-1]
        for at in range(max(1, len(words) - _LONGEST_FREQUENCY), len(words)):
            if at + self.seen.longest(words, at, "frequencies") == len(words):
                return self._before_frequency(words[:at])
        return words

    def _without_report(self, words: list[Word]) -> list[Word]:
        """The words up to the comma or quote before "X đưa tin"; none where only what someone says is told."""
        place = Place(words[0].place.start, words[-1].place.end) if words else Place(0, 0)
        begin = self.seen.longest(words, 0, "cooperate") if words else 0
        does = begin < len(words) and self.seen.folded.startswith(_REPORTS, words[begin].place.start)
        start = words[begin].place.start + len(_REPORTS) if does else place.start  # "đưa tin về ..." is what is done
        said = self.seen.lists.reported.search(self.seen.folded, start, place.end)
        if said is None:
            return words
        marks = [at for at, word in enumerate(words)
                 if word.place.start < said.start() and word.folded in {",", *_QUOTES}]  # fmt: skip
        return words[: marks[-1]] if marks else []

    def trimmed_at(self, place: Place) -> Place | None:
        """The item at `place`, which a time followed, without the words that led to the time: "... văn bản đã ký kết vào tháng 5"."""
        words = self.seen.words(place)
        while words and (self._leads_to_time(words) or not ends_item(words[-1])):
            words = words[:-1]
        signed = _SIGNED.search(" ".join(word.folded for word in words))
        return self.trimmed(words[: -len(signed[0].split())] if signed else words)

    def _leads_to_time(self, words: list[Word]) -> bool:
        """Whether the last word leads to a time, and does not tell which year of study it is: "sinh viên năm cuối"."""
        year = [word.folded for word in words[-2:-1]] == [_YEAR] and words[-1].folded in _YEARS_OF_STUDY
        return words[-1].folded in self.seen.lists.time_leads and not year

    def _is_own(self, words: list[Word], at: int, front: int) -> bool:
        """Whether the verb at `at`, of `front` words, is the act itself: "đảm nhận vai trò ...", and not "đảm nhận tổ chức"."""
        return self.seen.longest(words, at, "own") > 0 and not self._goes_on(words, at + front)

    def _place_behind(self, words: list[Word], at: int) -> bool:
        """Whether how many times and then where is told at `at`, behind "mỗi quý": "2 đợt trên đoạn biên giới ..."."""
        at += 2 * (at < len(words) and words[at].folded.isdigit())
        return at < len(words) - 1 and words[at].folded in _WHERE

    def _keeps_term(self, words: list[Word], at: int) -> bool:
        """Whether the term at `at` is all that the verb has, or stands before who gets what: "... trong 3 năm cho X"."""
        act = self.seen.longest(words, 0, "acts") or (at if at <= _SHORT_VERB else 0)  # a verb that no list has
        mutual = [word.folded for word in words[act : act + len(_EACH_OTHER)]] == _EACH_OTHER
        if act > 0 and act + mutual * len(_EACH_OTHER) == at:
            return True
        ends = {body.start for body in self.seen.bodies(Place(words[0].place.start, words[-1].place.end))}
        return any(words[to].folded in TO and words[to + 1].place.start in ends for to in range(at, len(words) - 1))

    def companions(self, words: list[Word], at: int) -> int:
        """How many words "cùng X và Y" has at `at`, where an act follows that is done with them."""
        if words[at].folded != "cùng" or at + 1 >= len(words) or self.seen.act(words, at + 1):
            return 0
        after = words[at + 1].place
        named = any(body.start == after.start for body in self.seen.bodies(after, brands=True))
        for ahead in range(at + 2, min(at + _LONGEST_COMPANY, len(words))):
            if words[ahead].folded in {",", ";"} or self.seen.is_purpose(words, ahead):
                return 0
            if not words[ahead].named and self.seen.longest(words, ahead, "acts"):
                plural = words[at + 1].folded in self.seen.lists.plurals
                return ahead - at if named or plural else 0
        return 0

    def _each(self, words: list[Word], at: int) -> int:
        """How many words "mỗi tổ công đoàn" has at `at`, where the act follows that each of them does."""
        if words[at].folded != _EACH:
            return 0
        for ahead in range(at + 2, min(at + _LONGEST_EACH, len(words))):
            if words[ahead].folded in JOINTS:
                return 0
            if self.seen.longest(words, ahead, "acts"):
                return ahead - at
        return 0

    def _time_told(self, words: list[Word], at: int) -> int:
        """How many words "trong năm 2026 sẽ" or "từ nay đến cuối năm" has at `at`, where the act follows that is done then."""
        said = _THEN.match(self.seen.folded, words[at].place.start)
        if not said and words[at].folded not in _TIME_LEADS:
            return 0
        ends = {said.end()} if said else self.seen.times
        reach = range(at + 1, min(at + _LONGEST_TIME, len(words)))
        end = next((ahead for ahead in reach if words[ahead - 1].place.end in ends), 0)
        end += bool(end) and words[end].folded == "," and end + 1 < len(words)
        return end - at if end and (self.seen.act(words, end) or self._each(words, end)) else 0

    def _partners(self, words: list[Word], at: int) -> int:
        """How many words "hợp tác với X trong việc" has at `at`, where an act follows that is done with X."""
        cooperation = self.seen.longest(words, at, "cooperate")
        partner = at + cooperation + 1
        if not cooperation or partner >= len(words) or words[partner - 1].folded not in _WITH:
            return 0
        told = words[partner].place
        body = next((body for body in self.seen.bodies(told, brands=True) if body.start == told.start), None)
        after = next((i for i in range(partner, len(words)) if body and words[i].place.start >= body.end), len(words))
        opener = self.seen.longest(words, after, "openers")
        return after + opener - at if opener and self.seen.longest(words, after + opener, "acts") else 0

    def _aimed_at(self, words: list[Word], at: int) -> int:
        """How many words "hợp tác nhằm" or "hợp tác cùng" has at `at`, where all that is done is the act that follows."""
        end = at + self.seen.longest(words, at, "cooperate")
        if end == at or end + 1 >= len(words):
            return 0
        led = self.seen.purpose(words, end) or int(words[end].folded == _COMPANY)
        return end + led - at if led and self.seen.longest(words, end + led, "acts") else 0

    def _goes_on(self, words: list[Word], at: int) -> bool:
        """Whether a field or an act follows the word of cooperation that ends before `at`."""
        return at < len(words) and bool(self.seen.longest(words, at, "openers") or self.seen.longest(words, at, "acts"))

    def _goes_to_someone(self, words: list[Word], at: int) -> bool:
        """Whether who gets it follows the apposition at `at`, after a comma: "50 suất, trị giá 5 triệu đồng, cho sinh viên"."""
        return any(words[to].folded == "," and words[to + 1].folded in TO for to in range(at, len(words) - 1))

    def _without_tail(self, words: list[Word]) -> list[Word]:
        brackets = 0
        for at in range(2, len(words)):
            brackets += (words[at].folded == "(") - (words[at].folded == ")")
            if brackets > 0 and any(word.folded == ")" for word in words[at:]):
                continue  # "(di động, truyền hình...)"
            if words[at - 1].folded == "," and words[at].folded in _QUOTES and self._is_said(words[at:]):
                return words[: at - 1]
            if words[at - 1].folded == "," and self.seen.longest(words, at, "appositions"):
                if self._goes_to_someone(words, at):
                    continue
                return words[: at - 1]
            if self.seen.is_purpose(words, at) and self.is_for(words[:at], words[at]):
                continue
            if words[at].folded == _STANDARD[0] and self._keeps_way(words, at):
                continue
            if self._tail(words, at):
                return words[:at]
        return words

    def without_condition(self, place: Place) -> Place:
        """The item at `place` without its condition, unless it is of amends or a reward: "tặng 3 xe nếu ...", but not "hoàn tiền nếu ..."."""
        words = self.seen.words(place)
        at = next((at for at, word in enumerate(words) if at > 1 and word.folded == IF), 0)
        if (
            not at
            or words[at - 1].folded == "("
            or words[0].folded == NOT
            or self.seen.longest(words, 0, "on_condition")
        ):
            return place
        return self.trimmed(words[:at]) or place

    def _keeps_way(self, words: list[Word], at: int) -> bool:
        """Whether "theo" at `at` tells the way of an act that has nothing else before it, or its object behind.

        "sản xuất theo tiêu chuẩn sạch", "đào tạo theo địa chỉ 200 kỹ sư"; but not "thực hiện theo thỏa thuận".
        """
        if at != self.seen.longest(words, 0, "acts"):
            return False
        field = self.seen.lists.field_acts.longest([word.folded for word in words[:at]], 0)
        counted = any(word.folded.isdigit() for word in words[at : at + _FEWEST_BEFORE_OBJECT])
        counted = counted or _BY_STANDARD.match(self.seen.folded, words[at].place.start) is not None
        return counted or (field is not None and field[0] == at)

    def _phase_of_clause(self, words: list[Word], at: int) -> bool:
        """Whether a name begins at `at`, of whom a verb tells what they do in that phase."""
        named = at < len(words) and words[at].capital
        return named and any(self.seen.wording.verb(word.place.start) for word in words[at + 1 : at + _LONGEST_EACH])

    def _is_said(self, words: list[Word]) -> bool:
        """Whether a quotation of a clause begins with `words`, as someone's comment does: ', "tiền điện thì đội tự lo", ông A cười'."""
        end = next((at for at in range(1, len(words)) if words[at].folded in _QUOTES), 0)
        return end > _FEWEST_SAID

    def _tail(self, words: list[Word], at: int) -> bool:
        """Whether a tail or a purpose begins at `at`, and nothing that the item keeps."""
        if (
            words[at].folded not in self.seen.lists.tail_starts
            or words[at - 1].folded == IF
            or self.seen.partakes(words[:at])
        ):
            return False  # "nếu để thất thoát", "góp phần giúp hội viên"
        said = [word.folded for word in words[at : at + 6]]
        tail = self.seen.lists.tails.longest(said, 0) or self.seen.lists.purposes.longest(said, 0)
        if tail is None or (said[: len(_STANDARD)] == _STANDARD and tail[0] <= len(_STANDARD)):
            return False  # "thi công theo đúng tiêu chuẩn" keeps its standard
        if (words[at].inner and tail[0] == 1) or (said[0] == _STANDARD[0] and words[at - 1].folded in _TAKES):
            return False  # "triệt để" holds no purpose, "chở theo" tells what is taken, and "dọc theo" where
        if said[: len(_PHASE)] == _PHASE and self._phase_of_clause(words, at + len(_PHASE)):
            return False  # "phối hợp trong giai đoạn Việt Nam đảm nhiệm vai trò ..."
        if said[: len(_PHASE)] == _PHASE and words[at - 1].folded in TO and "".join(said[len(_PHASE) :])[:1].isalpha():
            return False  # "tài trợ 6 tỷ đồng cho giai đoạn khảo sát"
        numbered = said[: len(_PHASE)] == _PHASE and len(said) > len(_PHASE) and said[len(_PHASE)].isdigit()
        if numbered and len(said[len(_PHASE)]) <= _SHORT_NUMBER:
            return False  # "giai đoạn 1 của dự án" is what is done, and no time
        if self.seen.longest(words, at, "terms") and self._keeps_term(words, at):
            return False
        if words[at].folded == _EACH and self._place_behind(words, at + 2):
            return False
        if words[at].folded in _ABOUT and self._only_cooperates(words[:at]):
            return False  # "phối hợp chặt chẽ trong nỗ lực ..."
        return self.seen.longest(words, at, "acts") <= tail[0]
