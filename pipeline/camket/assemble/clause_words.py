"""The words of a clause, and the phrases of rules/commitments.yaml that begin at each."""

from __future__ import annotations

from dataclasses import dataclass

from camket.analysis import Analysis, NameKind
from camket.assemble.commitment_lists import CommitmentLists
from camket.assemble.wording import Wording
from camket.document import Place
from camket.lexicon import TOKEN

JOINTS = frozenset({",", "và"})
TO = frozenset({"cho", "đến", "tới"})
IF = "nếu"
TOGETHER = r"(?:cùng (?:nhau )?)?(?:phối hợp|hợp tác|tập trung|cùng)(?: thực hiện| triển khai| tổ chức)?"
"""A pattern of what leads to what all parties do: "phối hợp thực hiện"."""
NOT, _FOR, _NOW = "không", "để", "đang"
_AND, _AMPERSAND = "và", "&"
_PARTAKES = ["góp", "phần"]
_KINDS = ("acts", "adverbs", "openers", "cooperate", "dropped", "nouns", "results", "swallowing", "principles", "terms", "appositions", "on_condition", "tails",
          "transitive", "manners", "giving", "causing", "wrongs", "field_like", "frequencies", "enabling", "urging",
          "carrying", "sending", "tending", "handing")  # fmt: skip
"""The phrases of CommitmentLists that are looked for by their own names."""
_LONGEST_ENABLING = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, and what is known of it.

    `inner` says that it goes on with a word, `noun` that a common noun begins there.
    """

    folded: str
    place: Place
    inner: bool = False
    noun: bool = False
    named: bool = False
    """Whether it stands inside the name of a body, after its first word."""
    capital: bool = False


class ClauseWords:
    """The words at places of a document, and what begins at each."""

    def __init__(self, analysis: Analysis, lists: CommitmentLists) -> None:
        self.analysis = analysis
        self.folded, self.text = analysis.folded, analysis.text
        self.lists = lists
        self.wording = Wording(analysis)
        self.times = frozenset(date.place.end for date in analysis.dates)
        """Where the dates and terms of the document end."""
        self._phrases = {"fields": lists.field_acts, "own": lists.own_acts} | {
            kind: getattr(lists, kind) for kind in _KINDS
        }

    def words(self, place: Place) -> list[Word]:
        """The words at `place`."""
        wording = self.wording
        bodies = [body for body in self.bodies(place) if body.overlaps(place)]
        return [Word(_AND if match.group() == _AMPERSAND else match.group(), Place(*match.span()), wording.inside(match.start()), wording.noun(match.start()),
                      any(body.start < match.start() < body.end for body in bodies),
                      self.text[match.start()].isupper() and self.text[match.end() - 1].islower())
                for match in TOKEN.finditer(self.folded, place.start, place.end)]  # fmt: skip

    def bodies(self, place: Place, *, brands: bool = False) -> list[Place]:
        """The bodies told near `place`; those without a head only where `brands` are asked for."""
        return [name.place for name in self.analysis.names_within(place)
                if name.kind is NameKind.ORGANISATION and (name.type or brands)]  # fmt: skip

    def act(self, words: list[Word], at: int) -> int:
        """How many words the verb of an act at `at` has, adverbs before it too; 0 where there is none."""
        start = at
        while (adverb := self.longest(words, at, "adverbs")) and not self.longest(words, at, "acts"):
            at += adverb
        act = self.longest(words, at, "acts")
        if self.longest(words, at, "nouns") >= max(act, 1) or self.longest(words, at, "tails") > act:
            return 0
        if act and [word.folded for word in words[at + act : at + act + 1]] in (["của"], [":"]):
            return 0  # "hỗ trợ của địa phương", "chia sẻ: ..."
        if act and at > 0 and words[at].capital and words[at - 1].folded in JOINTS:
            return 0  # ", Tổ chức Y tế Thế giới"
        return at - start + act if act else 0

    def longest(self, words: list[Word], at: int, kind: str) -> int:
        """How many words the longest phrase of the kind has at `at`, 0 where there is none."""
        if at >= len(words):
            return 0
        if kind == "acts" and words[at].folded == NOT and at + 1 < len(words):
            act = self.longest(words, at + 1, kind) or words[at + 1].folded == _FOR  # "không để người dân vượt biên"
            other = self.wording.verb(words[at + 1].place.start) and words[at + 1].folded not in self.lists.modals
            return act + 1 if act else 2 * other
        said = [word.folded for word in words[at : at + 8]]
        found = self._phrases[kind].longest(said, 0)
        length = found[0] if found else 0
        going = self.lists.continuing.longest(said, 0) if kind == "acts" else None
        if going and (act := self.longest(words, at + going[0], kind)):
            return going[0] + act  # "tiếp tục hỗ trợ"
        cut = length == 1 and (words[at].inner or (at + 1 < len(words) and words[at + 1].inner))
        cut = cut and (kind != "acts" or words[at].noun)
        return 0 if cut else length

    def is_purpose(self, words: list[Word], at: int) -> bool:
        """Whether a purpose begins at `at`."""
        if words[at].folded not in self.lists.purpose_starts or words[at].inner:
            return False  # "triệt để" holds no purpose
        if at > 0 and words[at - 1].folded in {IF, NOT, _NOW}:
            return False  # "nếu để thất thoát", "không để người dân vượt biên", "các cơ hội đang mở ra"
        if self.partakes(words[:at]):
            return False
        return self.purpose(words, at) > self.longest(words, at, "tending")  # "giúp đỡ" is none as "giúp" is

    def partakes(self, words: list[Word]) -> bool:
        """Whether "góp phần", which needs another verb, ends `words`: "góp phần giúp hội viên thoát nghèo"."""
        return [word.folded for word in words[-len(_PARTAKES) :]] == _PARTAKES

    def enables(self, words: list[Word], at: int) -> bool:
        """Whether "để" stands at `at`, after a verb by which others are made able to do what follows."""
        first = max(0, at - _LONGEST_ENABLING)
        return words[at].folded == _FOR and any(
            self.longest(words[:at], start, "enabling") == at - start for start in range(first, at)
        )

    def purpose(self, words: list[Word], at: int) -> int:
        """How many words the word of purpose at `at` has."""
        found = self.lists.purposes.longest([word.folded for word in words[at : at + 6]], 0)
        return found[0] if found else 0
