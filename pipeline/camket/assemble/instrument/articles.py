"""The articles of an instrument: what each covers, and which party undertakes its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from camket.analysis import Analysis, NameKind
from camket.assemble.instrument.calls import Sides
from camket.assemble.instrument.outline import ARTICLE, LONGEST_HEADING, PLAIN, Line, heads
from camket.assemble.tellings import Actors, Telling
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_HEADED = re.compile(r"^([^.:;]{3,60})[.:]\s+(?=\S)")
_ENDS = (".", ";", ",")
_STOPS = ".;:!?"
_PAGE = re.compile(r"(?:trang|page)? ?\d{1,3}(?: ?/ ?\d{1,3})?")
_LABEL = re.compile(r"[^:.;]{3,90}:\s+(?=\S)")
_OF_WHICH = "trong đó:"
_CARRIES_OUT = "tổ chức thực hiện"
_FIELD = re.compile(r"(?P<about>về |(?:trong )?lĩnh vực )?(?P<field>[^:.;,]{2,60}):\s+(?=\S)")
_IN_FIELDS = re.compile(
    r"\s*(?:sẽ |cùng |cùng nhau )*(?:hợp tác|phối hợp) (?:\w+ ){0,3}?(?:trong|trên|ở|về) (?:các |những |\d+ )?"
    r"(?:lĩnh vực|nội dung|mặt|hoạt động)(?: sau| sau đây| chính)*:\s*"
)
"""What leads in fields that all work together in: "Hai bên hợp tác trong các lĩnh vực: ..."."""
_PART = re.compile(r"[;,]\s+(?:còn )?| và (?=.{2,40}? (?:cam kết|sẽ|có trách nhiệm) )")
_MARKED = re.compile(r"[:\s]*\((?:i{1,3}|iv|vi{0,3}|[a-h]|\d)\)\s*")
"""The mark of an item inside a sentence: "Bên A sẽ: (i) ...; (ii) ..."."""
_JOINED = frozenset({"và", ",", ", và", "cùng", "với"})
_DUTY = re.compile(
    r"(?: (?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cam kết|sẽ|phải|cùng|cùng nhau|phối hợp|thực hiện))+:?"
)
"""What a heading says of a party, without a colon or with one: "Bên A có trách nhiệm", "Hai bên cùng thực hiện"."""
_SIGNATORY = re.compile(r" ký kết(?= (?:sẽ |cam kết |đồng ý |nhất trí )?(?!kết|hợp|thỏa|biên|bản|kế|chương|quy)\w)")
"""What a treaty calls its parties by: "Các Bên ký kết thành lập ..."."""
_HALF = 0.5
_SHORT = 10
_REPORTS = re.compile(r"[^.;:]{0,24}? (?:báo cáo|phát biểu|trình bày|nêu|cho biết|đề nghị|ý kiến)(?!\w)")
_SUBJECTS = 120
_CONFIDENCE = 0.88


class _Holds(Enum):
    """What the items under a heading are; of UNKNOWN ones only those count that say who does what.

    SUBJECT is what a contract is about, where "hai bên liên kết trồng lúa" is an area.
    """

    AREAS = 1
    PLEDGES = 2
    NOTHING = 3
    UNKNOWN = 4
    SUBJECT = 5


@dataclass(frozen=True, slots=True)
class _Article:
    level: float
    holds: _Holds
    actors: Actors = "all"
    carries_out: bool = False  # "TỔ CHỨC THỰC HIỆN", under which a part of each party may stand


def article_tellings(
    analysis: Analysis, lines: Sequence[Line], agreement: str, sides: Sides, words: Words,
    *, vow: bool,
) -> list[Telling]:  # fmt: skip
    """The tellings in the articles that `lines` hold, for the agreement with the id `agreement`; those of a `vow` are all content."""
    return list(_Reader(analysis, agreement, sides, words, _Holds.AREAS if vow else _Holds.UNKNOWN).read(lines))


@dataclass
class _Reader:
    analysis: Analysis
    agreement: str
    sides: Sides
    words: Words
    holds: _Holds

    def read(self, lines: Sequence[Line]) -> Iterator[Telling]:
        open_articles: list[_Article] = []
        for at, line in enumerate(lines):
            bare = not line.folded and line.level <= ARTICLE
            if not bare and (
                not line.folded or _PAGE.fullmatch(line.folded) or self._is_dateline(line) or self._closes(line)
            ):
                continue
            while open_articles and line.level <= open_articles[-1].level:
                open_articles.pop()
            if bare:
                open_articles.append(_Article(line.level, self.holds))
                continue
            parent = open_articles[-1] if open_articles else _Article(-1, self.holds)
            place = line.place
            if self._is_heading(lines, at):
                level = line.level if line.level < PLAIN else parent.level + _HALF
                if line.level == PLAIN and open_articles and open_articles[-1].level % 1:
                    open_articles.pop()
                    parent = open_articles[-1] if open_articles else _Article(-1, self.holds)
                    level = parent.level + _HALF
                open_articles.append(self._classed(line.folded, parent, level))
                if parent.holds is _Holds.AREAS and self._names_field(line):
                    end = line.place.start + len(line.text.rstrip(" :"))
                    yield self._telling(CommitmentKind.AREA, Place(line.place.start, end), "all")
                continue
            headed = _HEADED.match(line.text) if line.level <= ARTICLE else None
            if headed and not self._clause(headed.group().lower()):
                parent = self._classed(line.folded[: headed.end(1)], parent, line.level)
                open_articles.append(parent)
                place = Place(place.start + headed.end(), place.end)
            yield from self._items(place, parent)
            # "Bên A tài trợ 30 triệu đồng, trong đó:", and under it of what that consists
            if line.folded.endswith(_OF_WHICH):
                level = line.level if line.level < PLAIN else parent.level + _HALF
                open_articles.append(_Article(level, _Holds.NOTHING))

    def _is_heading(self, lines: Sequence[Line], at: int) -> bool:
        """Whether the line names what is under it, and is no item itself."""
        line = lines[at]
        if line.text.endswith(":"):
            return not (line.folded.endswith(_OF_WHICH) and self._clause(line.folded))
        if len(line.text) >= LONGEST_HEADING or self._clause(line.folded):
            return False
        if heads(lines, at) and self._opens_duties(line.folded):
            return True
        lists = self.words.instrument
        classed = any(pattern.match(line.folded) for pattern in (lists.content, lists.duties, lists.general))
        if line.level <= ARTICLE:
            return not line.text.endswith(_ENDS) or classed
        if line.level == PLAIN:
            return line.block.kind is BlockKind.HEADING
        return heads(lines, at) and (line.shouts or classed or self._all_name(line.folded))

    def _closes(self, line: Line) -> bool:
        """Whether a line without a number tells where the document was made, or how long it is in force."""
        told = self.words.instrument.done_at.match(line.folded) or self.words.validity_told.search(line.folded)
        return line.level == PLAIN and told is not None

    def _is_dateline(self, line: Line) -> bool:
        """Whether the line is "Hà Nam, ngày 2 tháng 4 năm 2020", above the signatures."""
        day = next((one for one in self.analysis.dates if line.place.covers(one.place) and one.kind == "date"), None)
        before = self.analysis.text[line.place.start : day.place.start].rstrip() if day else ""
        ends = day is not None and not self.analysis.text[day.place.end : line.place.end].strip(" .")
        return ends and before.endswith(",") and len(before.split()) < _SHORT

    def _names_field(self, line: Line) -> bool:
        """Whether the heading of items is a field that they belong to: "1. Về giáo dục sức khỏe:"."""
        lists = self.words.instrument
        classed = any(pattern.search(line.folded) for pattern in (lists.content, lists.duties, lists.general))
        numbered = ARTICLE < line.level < PLAIN and line.text.endswith(":")
        said = self.words.commitments
        told = self.sides.told(line.folded) or said.everyone.search(line.folded) or said.sums.search(line.folded)
        return numbered and not classed and not told and len(line.folded.split()) < _SHORT

    def _all_name(self, said: str) -> bool:
        """Whether the line is the name of a party and no more, or those of some."""
        ends, between = [0], []
        for start, end, _ in self.sides.told(said):
            between.append(said[ends[-1] : start].strip(" ,"))
            ends.append(end)
        joints = all(not one or self.words.instrument.joint.fullmatch(one) for one in between[1:])
        return bool(between) and not between[0] and joints and not said[ends[-1] :].strip(" :.")

    def _classed(self, said: str, parent: _Article, level: float) -> _Article:
        """What the items under the heading `said` are."""
        lists = self.words.instrument
        if self._opens_duties(said):
            return _Article(
                level, _Holds.PLEDGES, tuple(dict.fromkeys(party for *_, party in self.sides.told(said))) or "all"
            )
        duty, content, general = (pattern.search(said) for pattern in (lists.duties, lists.content, lists.general))
        if self.holds is _Holds.AREAS:
            general = lists.general.match(said)  # a vow covers "CÔNG TÁC THI ĐUA, KHEN THƯỞNG" too
        actors = self._heads(said, with_nouns=duty is not None)
        everyone = self.words.commitments.everyone.search(said)
        if duty and (actors or everyone or not general):
            return _Article(level, _Holds.PLEDGES, "all" if everyone else actors or parent.actors)
        if actors and not general and (parent.holds in {_Holds.PLEDGES, _Holds.AREAS} or self._clause(said)):
            short = len(said.split()) < _SHORT or self._all_name(said)
            return _Article(level, _Holds.PLEDGES, actors) if short or said.endswith(":") else parent
        if everyone and said.endswith(":") and self.words.commitments.firm.search(said, everyone.end()):
            return _Article(level, _Holds.PLEDGES)
        if actors and self._all_name(said) and (parent.holds is not _Holds.NOTHING or parent.carries_out):
            return _Article(level, _Holds.PLEDGES, actors)
        if lists.subject.search(said):
            return _Article(level, _Holds.SUBJECT)
        if content and not self._goes_on_generally(said, content.end()):
            return _Article(level, _Holds.AREAS)
        if general and not (parent.holds is _Holds.PLEDGES and said.endswith(":")):
            return _Article(level, _Holds.NOTHING, carries_out=_CARRIES_OUT in said)
        if level == ARTICLE and parent.holds is _Holds.UNKNOWN and self._undertakes(said):
            return _Article(level, _Holds.AREAS)  # "Điều 1. Hỗ trợ chuyên môn"
        return _Article(level, parent.holds, parent.actors)

    def _opens_duties(self, said: str) -> bool:
        """Whether the line is a party or all, with a word of duty that what is under it goes on with: "Bên A có trách nhiệm"."""
        end = max((end for _, end, _ in self.sides.told(said)), default=0)
        everyone = self.words.commitments.everyone.match(said)
        named = self._all_name(said[:end]) if end else everyone is not None
        return named and _DUTY.fullmatch(said, end or (everyone.end() if everyone else 0)) is not None

    def _goes_on_generally(self, said: str, start: int) -> bool:
        """Whether a heading tells of something general behind its content, and not just beside it: "NỘI DUNG, HÌNH THỨC PHỐI HỢP"."""
        beside = self.words.instrument.beside.match(said, start)
        return self.words.instrument.general.search(said, beside.end() if beside else start) is not None

    def _heads(self, said: str, *, with_nouns: bool) -> tuple[str, ...]:
        """The party that the heading names, or those that it ends with the names of; one may stand as a noun."""
        told = self.sides.told(said)
        one = self.sides.only(said) or self._subject(said) or (self._of_type(said) if with_nouns and not told else None)
        if one:
            return (one,)
        return (
            tuple(dict.fromkeys(party for _, _, party in told)) if told and self._all_name(said[told[0][0] :]) else ()
        )

    def _subject(self, said: str) -> str | None:
        """The only party that `said` begins with, where it tells what that does."""
        clause = self._clause(said)
        return clause[1][0] if clause and clause[1] != "all" and len(clause[1]) == 1 else None

    def _of_type(self, said: str) -> str | None:
        """The only party of a type whose common noun `said` holds: "Nhiệm vụ của nhà trường"."""
        types = {kind for kind, noun in self.words.commitments.sides.items() if noun.search(said)}
        held = [party.id for party in self.sides.parties if party.type in types]
        return held[0] if len(held) == 1 else None

    def _items(self, place: Place, article: _Article) -> Iterator[Telling]:
        """The tellings of an item: its first sentence, and of the others those that say who does what."""
        if labelled := self._labelled(place, article):
            own, actors = labelled
            yield from (self._telling(CommitmentKind.PLEDGE, part, actors) for part in self._sentences(own))
            return
        if article.holds is _Holds.NOTHING:
            return
        field, place, article = self._field(place, article)
        if field is not None:
            yield self._telling(CommitmentKind.AREA, field, "all")
        parts = [turn for part in self._sentences(place) for turn in self._turns(part)]
        for number, part in enumerate(parts):
            said = part.of(self.analysis.folded)
            if self.words.instrument.rights.match(said) or self.words.instrument.formulas.search(said):
                continue
            if number == 0 and self._is_opinion(part):
                return
            clause = self._clause(said)
            if clause:
                start, actors = clause
                told = Place(part.start + start, part.end)
                if not self.words.instrument.rights.match(told.of(self.analysis.folded).lstrip()):
                    subject = article.holds is _Holds.SUBJECT and actors == "all"
                    yield self._telling(CommitmentKind.AREA if subject else CommitmentKind.PLEDGE, told, actors)
            elif number == 0 and article.holds is not _Holds.UNKNOWN and not self._passes_over(said):
                covers = article.holds in {_Holds.AREAS, _Holds.SUBJECT}
                kind = CommitmentKind.AREA if covers else CommitmentKind.PLEDGE
                yield self._telling(kind, part, article.actors if kind is CommitmentKind.PLEDGE else "all")

    def _is_opinion(self, part: Place) -> bool:
        """Whether minutes tell there what someone said: "Ông A báo cáo: ...", "Ý kiến của Sở X: ..."."""
        if self.words.instrument.opinions.match(part.of(self.analysis.folded)):
            return True
        return any(name.kind is NameKind.PERSON and name.extent.start == part.start
                   and _REPORTS.match(self.analysis.folded, name.extent.end) is not None
                   for name in self.analysis.names_within(part))  # fmt: skip

    def _field(self, place: Place, article: _Article) -> tuple[Place | None, Place, _Article]:
        """The field with which an item begins that goes on with who does what, the rest, and what that is: "Về kinh tế: Bên A ...".

        With "Về" before it, the rest tells of what is covered also under a heading that says nothing.
        """
        label = _FIELD.match(self.analysis.folded, place.start, place.end)
        if label is None or self.sides.told(label.group()) or self.words.instrument.general.search(label.group()):
            return None, place, article
        rest = Place(label.end(), place.end)
        said = rest.of(self.analysis.folded)
        acts = label["about"] is not None and article.holds is _Holds.UNKNOWN and self._undertakes(said)
        if not (acts or self._clause(said, at_once=True)):
            return None, place, article
        covers = _Article(article.level, _Holds.AREAS) if acts else article
        return Place(*label.span("field")), rest, covers

    def _turns(self, part: Place) -> Iterator[Place]:
        """The sentence, cut before each clause that has a subject of its own: "Bên A trồng lúa, Bên B thu mua; Bên C ..."."""
        start, folded = part.start, self.analysis.folded
        for mark in _PART.finditer(folded, part.start, part.end):
            row = mark.group()[0] != " " and any(
                end == mark.start() - start for _, end, _ in self.sides.told(folded[start : mark.start()])
            )
            said = folded[start : mark.start()]
            told = self._clause(said) is not None or (mark.group()[0] == ";" and self._undertakes(said))
            if told and not row and self._clause(folded[mark.end() : part.end], at_once=True) is not None:
                yield Place(start, mark.start())
                start = mark.end()
        yield Place(start, part.end)

    def _labelled(self, place: Place, article: _Article) -> tuple[Place, Actors] | None:
        """What an item tells behind the name of a party and a colon, and who that is: "1. Hội X: giao ...; hướng dẫn ..."."""
        if not (article.carries_out or article.holds is _Holds.PLEDGES):
            return None
        label = _LABEL.match(self.analysis.folded, place.start, place.end)
        duty = self.words.instrument.duties.match(label.group()) if label else None
        said = label.group()[duty.end() :].removeprefix(" của") if label and duty else label.group() if label else ""
        party = self.sides.only(said) if self._all_name(said) else None
        return (Place(label.end(), place.end), (party,)) if label and party else None

    def _passes_over(self, said: str) -> bool:
        """Whether the sentence begins with a party, of which it says something else than an act."""
        told = self.sides.told(said[:60])
        return bool(told) and not said[: told[0][0]].strip() and self.words.instrument.rights.match(
            said[told[0][1] :].lstrip()) is not None  # fmt: skip

    def _telling(self, kind: CommitmentKind, place: Place, actors: Actors) -> Telling:
        fields = _IN_FIELDS.match(self.analysis.folded, place.start, place.end) if actors == "all" else None
        if fields is not None:
            kind, place = CommitmentKind.AREA, Place(fields.end(), place.end)
        return Telling(kind, place, actors, self.agreement, "commitment.article", _CONFIDENCE, needs_act=False)

    def _sentences(self, place: Place) -> Iterator[Place]:
        parts: list[Place] = []
        for sentence in self.analysis.sentences:
            if sentence.place.overlaps(place):
                part = Place(max(place.start, sentence.place.start), min(place.end, sentence.place.end))
                wrapped = parts and self.analysis.text[: parts[-1].end].rstrip()[-1] not in _STOPS
                if wrapped:
                    part = Place(parts.pop().start, part.end)
                parts.append(part)
        yield from parts

    def _clause(self, said: str, *, at_once: bool = False) -> tuple[int, Actors] | None:
        """Where the act begins and who does it, if `said` begins with a party, some that are joined, or all, and an act."""
        everyone = self.words.commitments.everyone.search(said[:60])
        subjects: list[tuple[int, int, Actors]] = [
            (start, end, (party,)) for start, end, party in self.sides.told(said[:_SUBJECTS])
        ]
        if everyone:
            signatory = _SIGNATORY.match(said, everyone.end())
            subjects.append((everyone.start(), signatory.end() if signatory else everyone.end(), "all"))
        subjects.sort(key=lambda one: one[0])
        before = said[: subjects[0][0]].strip() if subjects else ""
        if not subjects or (before and (at_once or not before.endswith(","))):
            return None
        _, end, actors = subjects[0]
        alone = end, actors
        for begin, after, other in subjects[1:]:
            if actors != "all" and other != "all" and said[end:begin].strip() in _JOINED:
                end, actors = after, (*actors, *other)
        told = (one for one in ((end, actors), alone) if self._undertakes(said[one[0] :]))
        return next(told, None)

    def _undertakes(self, rest: str) -> bool:
        tokens = TOKEN.findall(_MARKED.sub(" ", rest[:_SUBJECTS]))[:12]
        lists = self.words.commitments
        at = 0
        while at < len(tokens) and (found := lists.adverbs.longest(tokens, at)):
            at += found[0]
        return at < len(tokens) and lists.acts.longest(tokens, at) is not None
