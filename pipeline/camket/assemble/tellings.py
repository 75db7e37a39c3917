"""A telling: a run of words that holds commitments, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from camket.analysis import Analysis, DateValue, Name, NameKind, Sentence
from camket.assemble.commitment_lists import CommitmentLists
from camket.assemble.heads import bare_heads
from camket.assemble.short_names import ShortNames
from camket.assemble.wording import Wording
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.folding import fold
from camket.lexicon import COMPANY, GOVERNMENT
from camket.records import Agreement, CommitmentKind, Party

_CONTENT = re.compile(r"(?:các )?(?:nội dung|lĩnh vực|việc)(?: (?:hợp tác|phối hợp|ký kết|ký))?")
_LONGEST_LEAD = 8
MARKS = ' -+*•▪●○◦–—»>→✓✔✅☑▶➡➢➤❖✦◆■□▪👉🔹🔸📌🔰💠"“'
"""What stands before an item or a quotation."""
THAT = " rằng"
"""Behind a verb of speech, before what is said."""
_LOCALITY = "locality"
WISHING = re.compile(
    r"(?:\w+ đó, )?với (?:mong muốn|mục tiêu|mục đích|tinh thần|phương châm|quyết tâm|kỳ vọng|tâm niệm) [^,;:]+, "
)
"""A wish with which a sentence begins, and which does not govern what it goes on with: "Với mong muốn ..., X sẽ tặng ..."."""
_CLAUSE_MARKS = (";", ":", ". ")
_QUOTES = re.compile(r"[\"“”]")
_ABROAD = re.compile(r"(?<!\w)(?:phía|bên|nước) bạn(?!\w)")
"""The party of another state, as those of this one call it: "Phía bạn sẽ tiếp nhận 4 cán bộ"."""
_IN_BRACKETS = re.compile(r" \(([^\W\d][^()]{1,30})\)")

Actors = Literal["all"] | tuple[str, ...]
Holder = tuple[Agreement, Party]
"""A party with the agreement that it is one of."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Words at `place` that tell commitments of `actors`.

    `fields` says that they list fields of cooperation; `needs_act` that only items that begin with an act count,
    `sure` that the first one counts in any case. `due` is the deadline of all of them, if it is told elsewhere.
    """

    kind: CommitmentKind
    place: Place
    actors: Actors
    agreement: str | None
    rule: str
    confidence: float
    fields: bool = False
    needs_act: bool = True
    sure: bool = False
    due: DateValue | None = None


@dataclass(frozen=True)
class Story:
    """A report as commitments are read from it: its analysis, the agreements found in it, and the words to read by."""

    analysis: Analysis
    agreements: Sequence[Agreement]
    words: Words
    wording: Wording
    short_names: ShortNames
    vowed: frozenset[str] = frozenset()
    """The bodies, folded, that vow something where no agreement is reported."""
    teamed: frozenset[str] = frozenset()
    """Those, folded, that team up there by the headline."""
    affirmed: frozenset[str] = frozenset()
    """Those, folded, that undertake anything there by a firm word."""

    @classmethod
    def of(cls, analysis: Analysis, agreements: Sequence[Agreement], words: Words) -> Story:
        """The story of `analysis`, in which `agreements` were found."""
        short = ShortNames.of(analysis.text, agreements, words.lexicon)
        return cls(analysis, agreements, words, Wording(analysis), short)

    @property
    def folded(self) -> str:
        """The text in its folded view."""
        return self.analysis.folded

    @property
    def lists(self) -> CommitmentLists:
        """The word lists of commitments."""
        return self.words.commitments

    @cached_property
    def holders(self) -> list[Holder]:
        """The parties, each with its agreement."""
        return [(agreement, party) for agreement in self.agreements for party in agreement.parties]

    @cached_property
    def nouns(self) -> list[tuple[re.Pattern[str], list[Holder]]]:
        """The common nouns that can stand for parties, each with those: by role, the head of one party alone ("đài"), by type, other heads."""
        by_type = [(pattern, [one for one in self.holders
                              if one[1].type == kind or (kind == GOVERNMENT and one[1].type == _LOCALITY)])
                   for kind, pattern in self.lists.sides.items()]  # fmt: skip
        heads: dict[str, list[Holder]] = {}
        for one in self.holders:
            for head in bare_heads(one[1].name, self.words.lexicon):
                in_full = fold(self.words.lexicon.expansions.get(head, head))  # "câu lạc bộ" for "CLB X"
                for said in dict.fromkeys((head, in_full)):
                    heads.setdefault(said, []).append(one)
        alone = [(re.compile(rf"(?<!\w){re.escape(head)}(?!\w)"), heads[head]) for head in sorted(heads, key=len)]
        written = [one for one in alone if len(one[1]) == 1 and one[1][0][1].type == COMPANY]
        return [*self._roles(), (_ABROAD, self._abroad()), *written, *by_type, *alone]

    def _abroad(self) -> list[Holder]:
        """The parties of other states, where others are none: those that "phía bạn" stands for."""
        abroad = [one for one in self.holders if self.words.lexicon.names_state(self.with_bracket(one[1].name))]
        return abroad if len(abroad) < len(self.holders) else []

    def with_bracket(self, name: str) -> str:
        """The name folded, with the bracket that stands behind it somewhere: "Tập đoàn X (Nhật Bản)"."""
        behind = re.search(rf"(?<!\w){re.escape(fold(name))} \([^()]*\)", self.folded)
        return behind.group() if behind else fold(name)

    def _roles(self) -> Iterator[tuple[re.Pattern[str], list[Holder]]]:
        """The common nouns in brackets right after parties, each with its party: "Công ty X (chủ đầu tư)"."""
        called = [one for one in _IN_BRACKETS.finditer(self.folded)
                  if any(nouns.fullmatch(one[1]) for nouns in self.lists.sides.values())]  # fmt: skip
        for noun in called:
            for party, forms in self._forms:
                if any(self.folded.endswith(" ".join(form), 0, noun.start()) for form in forms):
                    yield re.compile(rf"(?<!\w){re.escape(noun[1])}(?!\w)"), [party]

    @cached_property
    def _forms(self) -> list[tuple[Holder, list[list[str]]]]:
        """The words of all names that each party has, folded."""
        return [(one, [fold(form).split() for form in (one[1].name, *one[1].aliases)]) for one in self.holders]

    @cached_property
    def _by_form(self) -> dict[str, int]:
        """Which of `holders` is the first with a name, folded."""
        numbered = [(" ".join(form), at) for at, (_, forms) in enumerate(self._forms) for form in forms]
        return dict(reversed(numbered))

    @cached_property
    def _known(self) -> dict[Name, Holder | None]:
        """Whom the names that were asked for name; long documents ask for each name hundreds of times."""
        return {}

    @cached_property
    def first_told(self) -> int:
        """Where the first agreement is told first, in a caption only where it is told nowhere else."""
        told = [one for agreement in self.agreements for one in agreement.evidence]
        signings = [one.start for one in told if one.field == "signing" and not self._in_caption(one.start)]
        return min(signings or [one.start for one in told], default=0)

    def _in_caption(self, at: int) -> bool:
        """Whether the words at `at` stand in a caption."""
        sentence = self.analysis.sentence_of(Place(at, at))
        return sentence is not None and sentence.block.kind is BlockKind.CAPTION

    def search(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """The first match of `pattern` from `start` to `end`, made of whole words."""
        return self.wording.search(pattern, start, end)

    def party_of(self, name: Name) -> Holder | None:
        """The agreement and its party that `name` names.

        A place stands for the only party whose name ends with it, a state for the only public body, and a head for the only one
        that begins with it: "CLB".
        """
        if name not in self._known:
            self._known[name] = self._party_of(name)
        return self._known[name]

    def _party_of(self, name: Name) -> Holder | None:
        text = self.analysis.text
        forms = [fold(" ".join(place.of(text).split())) for place in (name.place, name.core) if place]
        found = [self._by_form[form] for form in forms if form in self._by_form]
        known = self.holders[min(found)] if found else self.short_names.holders.get(name.place.of(text))
        if known is not None:
            return known
        said = fold(name.place.of(text)).split()
        if name.kind not in {NameKind.PLACE, NameKind.STATE}:
            head = self.words.lexicon.heads.longest(said, 0)
            body = name.kind is NameKind.ORGANISATION and name.type
            return self.called(" ".join(said)) if body or (head and head[0] == len(said)) else None
        public = name.kind is NameKind.STATE
        ends = [one for one, forms in self._forms if any(form[-len(said) :] == said for form in forms)
                and (one[1].type == GOVERNMENT or not public)]  # fmt: skip
        return ends[0] if len({party.name for _, party in ends}) == 1 else None

    def called(self, words: str) -> Holder | None:
        """The only party that `words`, the beginning of its name or of another form of it, can be: "Hội Cựu chiến binh"."""
        said = fold(words).split()
        begun = [one for one, forms in self._forms if said and any(self._begins(form, said) for form in forms)]
        return begun[0] if len({party.name for _, party in begun}) == 1 else None

    def _begins(self, form: list[str], said: list[str]) -> bool:
        """Whether `form` begins with `said`, or is `said` after one of those who stand for a body: "Ban Thường vụ Tỉnh đoàn"."""
        return form[: len(said)] == said or (
            form[-len(said) :] == said and " ".join(form[: -len(said)]) in self.lists.stand_ins
        )

    def thought(self, sentence: Sentence, at: int) -> bool:
        """Whether what is told at `at` is what someone thinks: "Tôi tin rằng với kinh nghiệm của mình, X sẽ ..."."""
        start = max(self.folded.rfind(mark, sentence.place.start, at) for mark in _CLAUSE_MARKS)
        wished = WISHING.match(self.folded, sentence.place.start)
        start = max(start, sentence.place.start, wished.end() if wished and wished.end() <= at else 0)
        opinion = self.search(self.lists.opinions, start, at)
        return opinion is not None and self.search(self.lists.firm, opinion.end(), at) is None

    @staticmethod
    def is_one_of(body: str, bodies: frozenset[str]) -> bool:
        """Whether the body, told in full or in short, is one of `bodies`, which are folded."""
        said = fold(body)
        return any(one.endswith(said) or said.endswith(one) or one.startswith(f"{said} ") for one in bodies)

    def quoted(self, sentence: Sentence, at: int) -> bool:
        """Whether `at` stands between quotation marks in its sentence, as what someone says does."""
        within = False
        for mark in _QUOTES.findall(self.analysis.text, sentence.place.start, at):
            within = mark == "“" or (mark == '"' and not within)
        return within

    def agreement_at(self, place: Place) -> str | None:
        """The agreement with the partner that the paragraph tells of at `place`, else that told last before, else the first."""
        return self.with_partner_at(place) or agreement_at(place, self.agreements)

    def with_partner_at(self, place: Place, *, named: bool = False) -> str | None:
        """The agreement, one of several, with the only partner by whom the paragraph begins: "Theo hợp đồng với X, ...".

        `named` says that any partner will do who is named in the paragraph before `place`.
        """
        here = self.analysis.sentence_of(place) if len(self.agreements) > 1 else None
        told = [one for one in self.analysis.sentences[: here.index + 1] if one.block is here.block] if here else []
        for sentence in reversed(told):
            for name in reversed(self.analysis.names_in(sentence)):
                if name.extent.end <= place.start and (named or self._leads_partner(sentence, name.extent.start)):
                    known = self.party_of(name)
                    holders = [
                        one.id for one in self.agreements if known and known[1].id in {p.id for p in one.parties}
                    ]
                    if len(holders) == 1:
                        return holders[0]
        return None

    def _leads_partner(self, sentence: Sentence, at: int) -> bool:
        """Whether nothing but "với", or a document "với", stands in the sentence before `at`."""
        lead = self.folded[sentence.place.start : at].strip(MARKS)
        before = lead.removesuffix("với").strip()
        document = self.words.documents.search(before) is not None and len(before.split()) <= _LONGEST_LEAD
        content = _CONTENT.fullmatch(before) is not None  # "Nội dung hợp tác với Công ty X tập trung vào ..."
        return lead.endswith("với") and (not before or before in self.lists.adverbs or document or content)


def agreement_at(place: Place, agreements: Sequence[Agreement]) -> str | None:
    """The agreement told last before `place`, else the first."""
    if not agreements:
        return None
    told = [(max((e.start for e in one.evidence if e.field == "signing" and e.start <= place.start), default=-1), one.id)
            for one in agreements]  # fmt: skip
    best = max(told, key=lambda pair: pair[0])
    return best[1] if best[0] >= 0 else agreements[0].id
