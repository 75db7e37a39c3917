"""Whether a comma or "và" joins two words of one item, and parts none."""

from __future__ import annotations

import re

from camket.assemble.clause_words import JOINTS, NOT, TO, ClauseWords, Word
from camket.document import Place

_LONGEST_VERB = 4
_INFORMATION = ["thông", "tin"]
_LONGEST_SKILL = 4
_SOON = 3
_ON, _IN = "về", "trong"
_DOING = "việc"
_PAIR = 2
_THERE = frozenset({"về", "đến", "tới", "sang", "lên", "xuống"})
"""Behind people who are sent, before what they do there: "cử bác sĩ về khám và ..."."""
_COMPLETE = frozenset({"vốn", "vào", "đi"})
"""Before a verb that needs no object then: "vốn đối ứng", "nhận sinh viên vào thực tập"."""
_TECHNIQUE = ["kỹ", "thuật"]
_LIKE, _AND = "như", "và"
_BETWEEN = frozenset({"giữa", "trong", "về", "trên", "với", "tại"})
_LONGEST_FIELD = 4
_FEWEST_BEFORE_PURPOSE = 5
_WORK = {("hoạt", "động"), ("công", "tác"), ("nội", "dung"), ("chương", "trình")}
_PROGRAMMES = {("chương", "trình"), ("dự", "án"), ("đề", "án"), ("kế", "hoạch")}
_TOPICS = re.compile(
    r"(?<!\w)(?:về|vào|gồm|trong|như) (?:các|những|một số|nhiều) "
    r"(?:vấn đề|chủ đề|chuyên đề|kỹ năng|kiến thức|môn|mảng|ngành nghề)(?!\w)"
)
"""What leads a row of matters, in which verbs are nouns: "tập trung vào các vấn đề pháp luật, tổ chức"."""
_TAKES_PART = re.compile(r"(?<!\w)tham gia (?!vào |các |một |những )(?=\w)")
_KINDS = re.compile(
    r"(?<!\w)(?:các|những|nhiều) (?:hoạt động|dịch vụ|sự kiện|chính sách|loại hình|chương trình) [^,;]{3,40},"
)
"""What leads a row of kinds, the last of which may be verbs without an object: "các hoạt động văn hóa, hướng nghiệp cho sinh viên"."""


class Joints:
    """Looks at the words on both sides of a joint."""

    def __init__(self, seen: ClauseWords) -> None:
        self.seen = seen

    def goes_on(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at`, after a comma, goes on with what `piece` tells and is none of its own."""
        return self.is_field_in_row(words, at) or any(
            one(piece, words, at)
            for one in (self.is_topic_of, self.is_field_of, self.repeats_object, self.goes_on_to_someone, self.is_skill_of, self.is_wrong_of, self.is_caused_by,
                        self.is_cooperation_of, self.is_example_of, self.shares_object, self.is_urged, self.is_handed_on)
        )  # fmt: skip

    def is_topic_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the short act at `at` is one more of the matters that something is about: "về các vấn đề pháp luật, tổ chức"."""
        start = piece[0].place.start if piece else words[at].place.start
        told = _TOPICS.search(self.seen.folded, start, words[at].place.start)
        kinds = _KINDS.search(self.seen.folded, start, words[at].place.start)
        end = next((i for i in range(at, len(words)) if words[i].folded in JOINTS), len(words))
        given = any(self.seen.longest(words, at, kind) for kind in ("giving", "transitive", "cooperate"))
        after = at + self.seen.longest(words, at, "acts")
        bare = end == after
        for_whom = after < len(words) and words[after].folded in TO
        return bool(told and end - at <= _LONGEST_VERB and (bare or not given)) or bool(kinds and (bare or for_whom))

    def shares_object(self, piece: list[Word], words: list[Word], after: int) -> bool:
        """Whether `piece` ends with a verb whose object comes after the next, at `after`: "tham gia quản lý, giúp đỡ học sinh"."""
        if self.in_idiom(piece):
            return True
        if words[after].folded == NOT or self._counts_own(piece, words, after):
            return False
        end = len(piece)
        first = self.seen.longest(piece, 0, "acts")
        if first == 1 and self.seen.longest(piece, 1, "acts") == end - 1 > 0:
            return True  # "dành ưu tiên, ưu đãi cho nhau"
        if first and self.seen.longest(piece, 0, "transitive") == first:
            manner = self.seen.longest(piece, first, "manners")
            if manner and first + manner == end:
                return True  # "thúc đẩy mạnh mẽ, nâng cao hiệu quả"
        if self.sends_for(piece):
            return True
        return any(self.seen.longest(piece, at, "acts") == end - at
                   and (not self.seen.longest(piece, at, "fields") or piece[at - 1].folded == _DOING)
                   and not piece[at].inner and not self._after_person(piece, at) and not self._serves(piece, at)
                   and piece[at - 1].folded not in _COMPLETE  # "vốn đối ứng, chăm sóc và bảo vệ rừng"
                   and not (self._qualifies(piece, at) and self._has_object(words, after))
                   for at in range(2, end - 1))  # fmt: skip

    def repeats_object(self, piece: list[Word], words: list[Word], after: int) -> bool:
        """Whether a noun that could be a verb goes on with what `piece` gives: "gửi báo cáo tiến độ và báo cáo tài chính"."""
        said = " ".join(word.folded for word in words[after : after + _PAIR])
        return self.gives_again(piece, words, after) or (self._informs(piece) and said in self.seen.lists.informed)

    def gives_again(self, piece: list[Word], words: list[Word], after: int) -> bool:
        """Whether the noun that `piece` gives, or "thông tin", stands at `after` again, where it could be a verb too."""
        front = self.seen.longest(piece, 0, "adverbs")
        act = self.seen.longest(piece, front, "acts")
        given = [word.folded for word in piece[front + act : front + act + _PAIR]]
        said = [word.folded for word in words[after : after + _PAIR]]
        return (act > 0 and len(given) == _PAIR and given == said) or (self._informs(piece) and said == _INFORMATION)

    def _informs(self, piece: list[Word]) -> bool:
        """Whether `piece` begins with an act by which something is told or handed on: "gửi", "chia sẻ"."""
        front = self.seen.longest(piece, 0, "adverbs")
        act = self.seen.longest(piece, front, "acts")
        return " ".join(word.folded for word in piece[front : front + act]) in self.seen.lists.informing

    def in_idiom(self, piece: list[Word]) -> bool:
        """Whether an idiom begins near the end of `piece` and goes on past it: "khám sức khỏe, cấp thuốc"."""
        idioms = (self.seen.lists.idioms.match(self.seen.folded, word.place.start) for word in piece[-_LONGEST_VERB:])
        return any(idiom and idiom.end() > piece[-1].place.end for idiom in idioms)

    def _counts_own(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at` counts what it is done to, and the one before has more than a verb: ", giảm 20% giá vé"."""
        soon = at + self.seen.act(words, at)
        counted = any(word.folded[0].isdigit() for word in words[soon : soon + _SOON])
        return counted and len(piece) >= _FEWEST_BEFORE_PURPOSE

    def sends_for(self, piece: list[Word]) -> bool:
        """Whether `piece` sends people for what the verb at its end and the next tell: "cử giáo viên theo dõi, quản lý học sinh".

        So it does where they are to take part in several things: "cử chuyên gia tham gia tư vấn, đánh giá đề án".
        """
        sent = self._sent(piece)
        if 0 < sent <= len(piece) and _TAKES_PART.search(
            self.seen.folded, piece[sent - 1].place.start, piece[-1].place.end
        ):
            return True
        return sent > 0 and any(
            self.seen.longest(piece, at, "tending") == len(piece) - at for at in range(sent, len(piece))
        )

    def sends_there(self, piece: list[Word]) -> bool:
        """Whether `piece` sends people somewhere, and ends with what they do there: "cử bác sĩ về khám"."""
        sent = self._sent(piece)
        return sent > 0 and any(
            piece[at].folded in _THERE and self.seen.longest(piece, at + 1, "acts") == len(piece) - at - 1 > 0
            for at in range(sent, len(piece))
        )

    def _sent(self, piece: list[Word]) -> int:
        """The word after the first of those whom `piece` sends; 0 where it sends nobody."""
        front = self.seen.longest(piece, 0, "adverbs")
        said = [word.folded for word in piece[front : front + _LONGEST_VERB]]
        # whatever segmentation says of "cử hội viên"
        sends = self.seen.lists.sending.longest(said, 0) if said else None
        return front + sends[0] + 1 if sends else 0

    def _after_person(self, piece: list[Word], at: int) -> bool:
        """Whether those who do what the verb at `at` tells stand before it: "cho cán bộ luân phiên"."""
        return self.seen.lists.people.search(self.seen.folded, piece[0].place.start, piece[at].place.start) is not None

    def _serves(self, piece: list[Word], at: int) -> bool:
        """Whether the verb at `at` is what the one before it serves: "dữ liệu phục vụ triển khai"."""
        return any(self.seen.longest(piece, start, "results") == at - start for start in range(max(1, at - 2), at))

    def _has_object(self, words: list[Word], at: int) -> bool:
        """Whether the verb at `at` has more after it than a joint."""
        after = at + self.seen.act(words, at)
        return after < len(words) and words[after].folded not in JOINTS

    def _qualifies(self, piece: list[Word], at: int) -> bool:
        """Whether the verb at `at` says what kind of thing the noun before it is: "chính sách ưu đãi"; no "việc quản lý"."""
        noun = self.seen.wording.noun_before(piece[at].place.start)
        return noun is not None and noun not in self.seen.lists.governing

    def governs(self, piece: list[Word], end: int) -> bool:
        """Whether a noun before `end` governs the verb that ends there, and the next one too: "quyền quản lý và điều hành X"."""
        return any(self.seen.longest(piece, at, "acts") == end - at and (
                       self._works_together(piece, at) or (not self.seen.longest(piece, at, "fields")
                       and self.seen.wording.noun_before(piece[at].place.start) in self.seen.lists.governing))
                   for at in range(max(2, end - _LONGEST_VERB), end))  # fmt: skip

    def _works_together(self, piece: list[Word], at: int) -> bool:
        """Whether "hoạt động hợp tác" ends right before `at`: what follows it is all of that work."""
        start = next(
            (i for i in range(at - _PAIR, at) if i > 0 and self.seen.longest(piece, i, "cooperate") == at - i), at
        )
        noun = tuple(word.folded for word in piece[max(0, start - _PAIR) : start])
        return start < at and noun in _WORK

    def is_field_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at` goes on with the fields that `piece` lists: "trong các lĩnh vực nông nghiệp, xây dựng"."""
        named = bool(piece) and self.seen.lists.field_leads.search(
            self.seen.folded, piece[0].place.start, words[at].place.start
        )
        if not named:
            return self._ends_with_field(piece) and self._is_short_field(words, at)
        if self.seen.longest(words, at, "cooperate"):
            return False
        act = self.seen.longest(words, at, "acts")
        alone = at + act < len(words) and words[at + act].folded in JOINTS and not self.seen.act(words, at + act + 1)
        if alone and self.seen.longest(piece, 0, "acts") > self.seen.longest(piece, 0, "cooperate"):
            return True  # "trong lĩnh vực trí tuệ nhân tạo, tự động hóa, công nghệ nano"
        return self.seen.longest(words, at, "field_like") >= max(1, act)

    def _ends_with_field(self, piece: list[Word]) -> bool:
        """Whether "trong" with the name of a field ends the piece: "hỗ trợ nhà trường trong đào tạo"."""
        opened = max((i for i, word in enumerate(piece) if word.folded == _IN), default=0)
        return 0 < opened < len(piece) - 1 and self.seen.longest(piece, opened + 1, "fields") == len(piece) - opened - 1

    def _is_short_field(self, words: list[Word], at: int) -> bool:
        """Whether the act at `at` names a field in few words, up to a joint or the end: ", nghiên cứu khoa học và"."""
        end = next((i for i in range(at, len(words)) if words[i].folded in JOINTS), len(words))
        return end - at <= _LONGEST_VERB and self.seen.longest(words, at, "fields") > 0

    def goes_on_to_someone(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether "cho" at `at` tells who gets what stands before its price: "300 suất quà, mỗi suất 500.000 đồng, cho ..."."""
        priced = any(word.folded == "," and (self.seen.longest(piece, i + 1, "appositions") or piece[i + 1].folded == "mỗi")
                     for i, word in enumerate(piece[:-1]))  # fmt: skip
        return priced and words[at].folded in TO

    def is_skill_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the short act at `at` goes on with those that a noun like "kỹ thuật" governs: "kỹ thuật trồng cỏ, nuôi ong"."""
        end = next((i for i in range(at, len(words)) if words[i].folded in JOINTS or words[i].folded in TO), len(words))
        if end - at > _LONGEST_SKILL or self.seen.longest(words, at, "giving"):
            return False
        return any((self._is_technique(piece, i) or self.seen.act(piece, i)) and not self.seen.longest(piece, i, "giving")
                   and self.seen.wording.noun_before(piece[i].place.start) in self.seen.lists.skills
                   for i in range(2, len(piece)))  # fmt: skip

    def _is_technique(self, piece: list[Word], at: int) -> bool:
        """Whether "kỹ thuật" stands before `at`, with its name there and no list that "và" closes: "kỹ thuật thở CPAP"."""
        named = [word.folded for word in piece[at - _PAIR : at]] == _TECHNIQUE and piece[at].folded not in {
            *JOINTS,
            *TO,
        }
        return named and all(word.folded != _AND for word in piece[at:])

    def is_caused_by(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether those who `piece` makes or helps to act do the act at `at` too: "khuyến khích nông dân vay vốn, mở rộng đàn bò"."""
        if any(self.seen.enables(piece, i) for i in range(1, len(piece) - 1)):
            return True  # "tạo điều kiện để hội viên vay vốn và mở rộng đàn bò"
        if any(self.seen.longest(words, at, kind) for kind in ("giving", "causing", "frequencies")):
            return False
        front = self.seen.longest(piece, 0, "adverbs")
        causing = self.seen.longest(piece, front, "causing")
        if not causing:
            return False
        if [word.folded for word in piece[front + causing :]][:1] == [_ON]:
            return False  # "tạo điều kiện về mặt bằng, ..."
        return any(self.seen.wording.verb(piece[i].place.start) or self.seen.act(piece, i)
                   for i in range(front + causing + 1, len(piece) - 1))  # fmt: skip

    def is_handed_on(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at` hands on what `piece` tells of, and has no object of its own: "lập kế hoạch, gửi Bên A trước ngày 5"."""
        handed = self.seen.longest(words, at, "handing")
        if not handed or len(piece) < _PAIR:
            return False
        rest = self.seen.folded[words[at + handed - 1].place.end : words[-1].place.end]
        return self.seen.lists.recipients.match(rest) is not None or self._ends_with_body(words, at + handed)

    def _ends_with_body(self, words: list[Word], at: int) -> bool:
        """Whether the name of a body stands at `at`, and behind it no more than a time or what it does with what it gets."""
        body = next((one for one in self.seen.bodies(Place(words[at].place.start, words[-1].place.end))
                     if one.start == words[at].place.start), None) if at < len(words) else None  # fmt: skip
        return body is not None and self.seen.lists.after_recipients.match(self.seen.folded, body.end) is not None

    def is_urged(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether what people are urged not to do goes on at `at`: "vận động ngư dân không dùng mìn, không bắt cá con"."""
        urges = self.seen.longest(piece, self.seen.longest(piece, 0, "adverbs"), "urging")
        return urges > 0 and words[at].folded == NOT

    def is_cooperation_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether cooperation in more is told at `at`: "tăng cường hợp tác quốc phòng, hợp tác giữa các quân chủng"."""
        front = self.seen.longest(piece, 0, "adverbs")
        verb = self.seen.longest(piece, front, "transitive")
        noun = self.seen.longest(piece, front + verb, "cooperate") if verb else 0
        if not noun:
            return False
        again = self.seen.longest(words, at, "cooperate")
        if again:
            return at + again < len(words) and words[at + again].folded in _BETWEEN
        first = front + verb + noun
        bare = first >= len(piece) or piece[first].folded in _BETWEEN or self.seen.longest(piece, first, "acts") > 0
        end = next((i for i in range(at, len(words)) if words[i].folded in JOINTS), len(words))
        return not bare and end - at <= _LONGEST_FIELD and self.seen.longest(words, at, "fields") > 0

    def is_example_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at` goes on with nouns told as examples: "nhiều vấn đề như gìn giữ hòa bình, chống khủng bố"."""
        like = next((i for i in range(2, len(piece) - 1) if piece[i].folded == _LIKE and not piece[i].inner), None)
        if like is None or self.seen.act(piece, like + 1):
            return False
        return not any(self.seen.longest(words, at, kind) for kind in ("giving", "transitive", "cooperate"))

    def is_field_in_row(self, words: list[Word], at: int) -> bool:
        """Whether the act at `at` stands alone between joints, and names a field: ", khoa học, giáo dục, kinh tế"."""
        act = self.seen.longest(words, at, "acts")
        joint = at + act
        alone = joint < len(words) and words[joint].folded in JOINTS and not self.seen.act(words, joint + 1)
        return alone and self.seen.longest(words, at, "fields") == act > 0

    def is_wrong_of(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the act at `at` is one more of those that are fought: "ngăn chặn tội phạm ma túy, buôn bán người"."""
        fought = bool(piece) and self.seen.lists.fought.search(
            self.seen.folded, piece[0].place.start, words[at].place.start
        )
        return bool(fought) and self.seen.longest(words, at, "wrongs") > 0

    def joins(self, piece: list[Word], words: list[Word], at: int) -> bool:
        """Whether the joint at `at` joins two words for one thing, or two verbs with one object: "khai thác và xuất khẩu X"."""
        if self.in_idiom(piece) or self._names_programme(piece):
            return True
        bare = (
            bool(piece)
            and self.seen.longest(piece, 0, "acts") == len(piece)
            and not self.seen.longest(piece, 0, "fields")
            and " ".join(word.folded for word in piece) not in self.seen.lists.whole_acts
        )
        return words[at].folded == "và" and bare and 0 < self.seen.act(words, at + 1) < len(words) - at - 1

    def _names_programme(self, piece: list[Word]) -> bool:
        """Whether `piece` is a programme with one act of those that it is for: "chương trình hợp tác và đào tạo quân sự"."""
        noun = tuple(word.folded for word in piece[:_PAIR])
        return noun in _PROGRAMMES and self.seen.longest(piece, _PAIR, "acts") == len(piece) - _PAIR > 0
