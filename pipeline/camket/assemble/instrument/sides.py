"""The sides of an instrument: where its parties are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.evidence import evidence
from camket.assemble.instrument.calls import Sides, call_by_place, share_short_calls, with_forms
from camket.assemble.instrument.named import Named
from camket.assemble.instrument.outline import PLAIN, Line, Outline, cells_of
from camket.assemble.instrument.preamble import THEN_PLACE
from camket.assemble.instrument_lists import InstrumentLists
from camket.assemble.words import Words
from camket.document import Place
from camket.folding import fold, without_marks
from camket.lexicon import TOKEN
from camket.records import Party

_FEWEST = 2
_LONGEST_LEAD = 3
_CAPITAL_LABEL = re.compile(r"(?P<label>[^\W\d][^:]{2,30}?)\s*:\s+")
_CONFIDENCE = 0.95
_OFFICES = frozenset({"chu tich", "pho chu tich", "giam doc", "hieu truong", "truong", "vien truong", "chanh an"})
_BETWEEN = " giữa "
_LED_IN = re.compile(r"[^,;]*?(?<!\w)(?:bao gồm|gồm có|gồm)(?: các)?(?: đơn vị)?:? ")
_DONE = re.compile(r"(?: (?:đã|vừa|sẽ|cùng|cùng nhau|chính thức|tiến hành))+$")
_WHEN = re.compile(
    r"(?:mới đây|vừa qua|vừa rồi|gần đây|hiện nay|hôm (?:nay|qua)|(?:sáng|trưa|chiều|tối) (?:nay|qua|ngày)|theo đó|do (?:đó|vậy)|vì vậy)(?!\w)"
)
_IN_TURN = re.compile(r"gọi riêng là(.*?)(?:gọi chung|\)|$)")
_QUOTED = re.compile(r"[\"“]([^\"”]{2,40})[\"”]")
_ROW_JOINTS = frozenset({",", "và", ", và", "cùng", "với"})
_CALLED_ASIDE = re.compile(r"\s*\([^()]*\)")


def sides_of(analysis: Analysis, outline: Outline, words: Words) -> Sides:
    """The parties in role blocks; else as listed, as told in one line, or as in the letterhead."""
    sides = Sides()
    _Finder(analysis, words, sides).find(outline)
    share_short_calls(sides, words.lexicon)
    call_by_place(analysis, sides, words)
    sides.parties = [with_forms(analysis, party, sides, words.lexicon) for party in sides.parties]
    return sides


_GROUP = re.compile(
    r"(?<!\w)(?:khối|cụm)(?: thi đua)?[^.;:]{0,40} gồm (?:có )?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|các) (?:đơn vị|thành viên)[^.;:]*:$"
)
"""Before the lines that name the members of a group: "Khối thi đua gồm 4 đơn vị:"."""


@dataclass
class _Finder:
    analysis: Analysis
    words: Words
    sides: Sides

    def find(self, outline: Outline) -> None:
        lead = [one for one in outline.body[:1] if one.level == PLAIN and one.text.endswith(":")]
        preamble = self._unwrapped([*outline.preamble[outline.title :], *lead])
        for place in self._called_together(preamble):
            self.add(place, [])
        if len(self.sides.parties) < _FEWEST:
            self._add_roles(preamble)
        if len(self.sides.parties) < _FEWEST:
            self._add_labelled(preamble)
        facing, introduced = list(self._facing(preamble)), list(self._introduced(preamble))
        for lines in (
            # what else a long paragraph names is no party, nor is all of it one
            facing if len(introduced) != len(facing) else introduced,
            introduced,
            facing,
            self._attending(preamble),
            self._listed(preamble),
            self._told_together(preamble),
            self._agreeing(preamble),
            self._letterhead(outline),
        ):
            if len(self.sides.parties) < _FEWEST:
                for place in lines:
                    self.add(place, [])
        if not self.sides.parties:
            for place in self._befriended(preamble):
                self.add(place, [])
        self._add_calls(preamble)
        self._add_calls_in_turn(preamble)
        self._called_in_body([*preamble, *outline.body] if facing else outline.body)

    def _unwrapped(self, lines: Sequence[Line]) -> list[Line]:
        """The lines; one that ends inside a bracket goes on in the next: "- Hội X (gọi tắt là", "CLB X), do ông A"."""
        kept: list[Line] = []
        for line in lines:
            above = kept[-1] if kept else None
            if above is None or line.level != PLAIN or above.text.count("(") <= above.text.count(")"):
                kept.append(line)
                continue
            place = Place(above.place.start, line.place.end)
            kept[-1] = replace(
                above, place=place, folded=place.of(self.analysis.folded), text=place.of(self.analysis.text)
            )
        return kept

    def _add_calls(self, lines: Sequence[Line]) -> None:
        """Roles and short names on a line of their own below the party: '(Sau đây gọi là "Bên A")'."""
        for line in lines:
            called = self.words.instrument.called.match(line.folded)
            above = [one for one in self.sides.parties if one.evidence[0].start < line.place.start]
            if called is None or not above:
                continue
            party = max(above, key=lambda one: one.evidence[0].start)
            shorts, roles = Named.short(line.text, self.words.instrument)
            for call in (*map(fold, shorts), *roles):
                self.sides.calls.setdefault(call, party.id)

    def _add_calls_in_turn(self, lines: Sequence[Line]) -> None:
        """What one bracket calls all parties, each in turn: 'A và B (gọi riêng là "Bên Việt Nam", "Bên Lào" và gọi chung là ...)'."""
        for line in lines:
            turn = _IN_TURN.search(line.text)
            calls = _QUOTED.findall(turn[1]) if turn else []
            if len(calls) == len(self.sides.parties) >= _FEWEST:
                for call, party in zip(calls, self.sides.parties, strict=True):
                    self.sides.calls.setdefault(fold(call), party.id)

    def _called_in_body(self, lines: Sequence[Line]) -> None:
        """Fuller names and roles that an article gives: "giữa Sở X tỉnh Y (sau đây gọi tắt là Bên A) và ..."."""
        for line in lines:
            for name in self._bodies(line.place) if self.words.instrument.called.search(line.folded) else ():
                rest = _CALLED_ASIDE.match(self.analysis.text, name.place.end, line.place.end)
                told = Place(name.place.start, rest.end()) if rest else name.place
                aside = rest or _CALLED_ASIDE.search(name.place.of(self.analysis.text))
                read = Named.read(self.analysis, told, self.words.instrument) if aside else None
                meant = self._known_by(" ".join(read.place.of(self.analysis.text).split())) if read else None
                if read is None or meant is None:
                    continue
                for call in (*map(fold, read.shorts), *read.roles):
                    self.sides.calls.setdefault(call, meant)

    def _known_by(self, fuller: str) -> str | None:
        """The party that `fuller` names, or the only one whose name it begins with: "Sở X tỉnh Y" for "Sở X"."""
        begun = [one for one in self.sides.parties if f"{fold(fuller)} ".startswith(fold(one.name) + " ")]
        known = self.sides.calls.get(fold(fuller))
        if known is not None or len(begun) != 1:
            return known
        party = begun[0]
        at = self.sides.parties.index(party)
        canonical = party.canonical if party.canonical != party.name else fuller
        self.sides.parties[at] = replace(
            party, name=fuller, canonical=canonical, aliases=(*party.aliases, party.name),
            province=party.province or self.words.lexicon.province_in(fuller),
        )  # fmt: skip
        self.sides.calls[fold(fuller)] = party.id
        return party.id

    def add(self, place: Place, roles: Sequence[str]) -> None:
        """The party named at `place` joins, unless it is known; `roles` stand for it."""
        name = Named.read(self.analysis, place, self.words.instrument)
        if name is None:
            return
        core = " ".join(name.place.of(self.analysis.text).split())
        calls = [fold(core), *(fold(short) for short in name.shorts), *name.roles, *roles]
        known = next((self.sides.calls[call] for call in calls if call in self.sides.calls), None)
        known = known or next(
            (one.id for one in self.sides.parties if f" {fold(core)} " in f" {fold(one.name)} "), None
        )  # "các cấp Hội" of "Ban Thường vụ Hội X"
        if known is None:
            known = f"p{len(self.sides.parties) + 1}"
            body = next((one for one in self.analysis.names if one.kind is NameKind.ORGANISATION
                         and one.place.overlaps(name.place)), None)  # fmt: skip
            self.sides.parties.append(Party(
                known, core, tuple(name.shorts), core, (body.type if body else "") or self._type_of(core),
                self.words.lexicon.province_in(core), _CONFIDENCE,
                (evidence(self.analysis, name.place, "party", "instrument.party"),),
            ))  # fmt: skip
        for call in calls:
            self.sides.calls.setdefault(call, known)

    def _type_of(self, name: str) -> str | None:
        """The type of the body by the head of its name, where the grammar saw none."""
        head = self.words.lexicon.heads.longest(TOKEN.findall(fold(name)), 0)
        return head[1] if head else None

    def _add_roles(self, lines: Sequence[Line]) -> None:
        """Parties after their roles, or before them: "BÊN A: X", "X (Bên A)".

        Below "BÊN TÀI TRỢ (gọi tắt là Bên A)" stands "Tên đơn vị: X".
        """
        lists = self.words.instrument
        for at, line in enumerate(lines):
            found = None if self._add_columns(lines[at : at + _FEWEST]) else lists.role_line.match(line.folded)
            found = found or self._called_role(line)
            if found is None:
                named = _after_label(line, lists)
                aside = lists.role_aside.search(line.folded)
                below = self._labelled_name(lines[at + 1 : at + 2]) if aside else None
                if aside and below:  # "CƠ SỞ THỰC HÀNH (BÊN B)", and below it "Tên đơn vị: BỆNH VIỆN X"
                    self.add(below, [aside["called"].strip()])
                elif aside and named.of(self.analysis.text)[:1].isupper():
                    self.add(named, [])
                continue
            place = Place(line.place.start + found.end(), line.place.end)
            if not place.of(self.analysis.text).strip(" :") and at + 1 < len(lines):
                place = _after_label(lines[at + 1], lists)
            elif place.of(self.analysis.text).count("(") > place.of(self.analysis.text).count(")"):
                place = Place(place.start, lines[min(at + 1, len(lines) - 1)].place.end)
            self.add(place, [role.strip() for role in (found["role"], found["called"]) if role])

    def _called_role(self, line: Line) -> re.Match[str] | None:
        """What stands before the party in "CƠ SỞ GIÁO DỤC (Bên A): TRƯỜNG X", where no body is named but behind it."""
        found = self.words.instrument.role_called.match(line.folded)
        bodies = self._bodies(line.place) if found else []
        named = found and any(one.place.start == line.place.start + found.end() for one in bodies)
        return found if named else None

    def _add_columns(self, lines: Sequence[Line]) -> bool:
        """Whether the first line has a role in each column, with the party after it, or below it: "BÊN A   BÊN B"."""
        cells, *below = (cells_of(line) for line in lines)
        roles = [self.words.instrument.role_line.match(cell.of(self.analysis.folded)) for cell in cells]
        if len(cells) < _FEWEST or not all(roles):
            return False
        for at, (cell, role) in enumerate(zip(cells, roles, strict=True)):
            named = Place(cell.start + role.end(), cell.end) if role else cell
            if not named.of(self.analysis.text).strip() and below and len(below[0]) == len(cells):
                named = below[0][at]
            self.add(named, [role["role"].strip()] if role else [])
        return True

    def _add_labelled(self, lines: Sequence[Line]) -> None:
        """Parties after labels of two lines or more, in capitals as they are: "NÔNG DÂN: HỢP TÁC XÃ X"."""
        found: list[tuple[str, Place]] = []
        for line in lines:
            label = _CAPITAL_LABEL.match(line.text)
            start = line.place.start + label.end() if label else 0
            if (
                label
                and label["label"].isupper()
                and any(name.place.start == start for name in self._bodies(Place(start, line.place.end)))
            ):
                found.append((fold(label["label"]).strip(), Place(start, line.place.end)))
        for role, place in found if len(found) >= _FEWEST else ():
            self.add(place, [role])

    def _introduced(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies that a paragraph begins with and then gives a short name or a representative."""
        lists = self.words.instrument
        for line in lines:
            place = _after_label(line, lists)
            told = lists.called.search(line.folded) or lists.represented.search(line.folded)
            if told is None or told.start() == 0:
                continue
            end = line.place.start + told.start()
            named = [one for one in self._bodies(line.place) if place.start <= one.place.start < end]
            together = lists.all_sides.search(line.folded, told.start())
            if row := self._row_that_agrees(line, place.start, told.end()):
                yield from row
            elif together and (chain := self._chain(Place(place.start, end), known=1)):
                yield from chain
            elif named and named[0].place.start == place.start:
                agrees = len(named) > 1 and lists.agreeing.search(line.folded, told.start()) is not None
                *before, last = self._paired(named) or (agrees and self._chain(Place(place.start, end))) or [place]
                yield from (*before, Place(last.start, line.place.end))  # with its short name or representative

    def _row_that_agrees(self, line: Line, start: int, after: int) -> list[Place]:
        """The bodies with which the line begins, each with its bracket, if they agree behind that: "X (viết tắt là A), Y (B) và Z cùng ký"."""
        agrees = self.words.instrument.agreeing.search(line.folded, after - line.place.start)
        end = line.place.start + agrees.start() if agrees else start
        row = [self._with_aside(name, line) for name in self._outside_asides(line) if start <= name.place.start < end]
        gaps = [self.analysis.folded[one.end : other.start].strip() for one, other in pairwise(row)]
        alone = len(row) >= _FEWEST and row[0].start == start and all(gap in _ROW_JOINTS for gap in gaps)
        return row if alone else []

    def _called_together(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies of one paragraph with what each is called: "giữa X (sau đây gọi là Bên A) và Y (sau đây gọi là Bên B)"."""
        lists = self.words.instrument
        for line in lines:
            bodies = self._bodies(line.place)
            named: list[Place] = []
            after = line.place.start
            for aside in lists.called_aside.finditer(line.folded):
                start, end = line.place.start + aside.start(), line.place.start + aside.end()
                body = next((one for one in bodies if one.place.start < start <= one.place.end + 1), None)
                body = body or next((one for one in bodies if after <= one.place.start < start), None)
                if body and not lists.witnesses.search(self.analysis.folded[after : body.place.start]):
                    named.append(Place(body.place.start, end))
                after = end
            if len(named) >= _FEWEST:
                yield from named
                return

    def _labelled_name(self, lines: Sequence[Line]) -> Place | None:
        """The name that the line gives to a party behind a label: "Tên đơn vị: BỆNH VIỆN X"."""
        labels = ((line, self.words.instrument.name_label.match(line.folded)) for line in lines)
        named = (Place(line.place.start + label.end(), line.place.end) for line, label in labels
                 if label and label.group().rstrip().endswith(":"))  # fmt: skip
        return next((one for one in named if any(body.place.start == one.start for body in self._bodies(one))), None)

    def _facing(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies that a line each names between "Giữa" and "Và" on lines of their own, without their states."""
        start = next((at for at, line in enumerate(lines) if line.folded.strip(" :") == "giữa"), len(lines))
        named: list[Place] = []
        for line in lines[start + 1 :]:
            bodies = self._bodies(line.place)
            if self.words.instrument.joint.fullmatch(line.folded.strip(" :")) or self._is_state(line.place):
                continue
            if not bodies or bodies[0].place.start != line.place.start:
                break
            named.append(bodies[0].place)
        yield from named if len(named) >= _FEWEST else ()

    def _is_state(self, place: Place) -> bool:
        """Whether the words are the name of a state, with or without "nước" before it."""
        states = [one.place for one in self.analysis.names if one.kind is NameKind.STATE and place.covers(one.place)]
        return any(
            one.end == place.end and self.analysis.folded[place.start : one.start].strip() in {"", "nước"}
            for one in states
        )

    def _paired(self, named: Sequence[Name]) -> list[Place]:
        """The places of the bodies that "và" joins, as in "X và Y (sau đây gọi là hai Bên)"."""
        for one, other in pairwise(named):
            joint = self.analysis.folded[one.place.end : other.place.start].strip()
            if self.words.instrument.joint.fullmatch(joint):
                return [name.place for name in named]
        return []

    def _listed(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies that stand a line each after "chúng tôi gồm", or after "giữa:"."""
        lists = self.words.instrument
        start = next((at for at, line in enumerate(lines) if lists.present.search(line.folded) or _GROUP.search(line.folded)
                      or (line.folded.endswith(":") and lists.between.search(line.folded))), len(lines))  # fmt: skip
        for line in lines[start + 1 :]:
            place = _after_label(line, lists)
            named = self._bodies(place) or (self._places(place) if line.level != PLAIN else [])
            if named and named[0].place.start - place.start in range(3):
                body = named[0].kind is NameKind.ORGANISATION
                yield place if body and (line.level != PLAIN or "(" in line.text) else named[0].place

    def _attending(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies that head the lists of who met, in the section of minutes that tells it: "1. Công ty X:"."""
        start = next(
            (at for at, line in enumerate(lines) if self.words.instrument.attendance.match(line.folded)), len(lines)
        )
        for line in lines[start + 1 :]:
            named = self._bodies(line.place) if line.text.endswith(":") and line.level != PLAIN else []
            if named and named[0].place.start == line.place.start:
                yield named[0].place

    def _told_together(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies told in one line: "giữa X và Y", "đại diện X và Y cùng ký"."""
        lists = self.words.instrument
        for line in lines:
            found = lists.between.search(line.folded)
            if found is None or lists.grounds.match(line.folded) or len(self.sides.parties) >= _FEWEST:
                continue
            place = Place(line.place.start + found.end(), line.place.end)
            for name in self._bodies(place):
                yield name.place

    def _befriended(self, lines: Sequence[Line]) -> Iterator[Place]:
        """The towns or provinces that a line tells together: "giữa thành phố X và thành phố Y"."""
        for line in lines:
            found = self.words.instrument.between.search(line.folded)
            told = self._localities(Place(line.place.start + found.end(), line.place.end)) if found else []
            named = [name for name in told if not self._holds_another(name, told)]
            if len(named) >= _FEWEST:
                yield from (name.place for name in named)
                return

    def _holds_another(self, name: Name, told: Sequence[Name]) -> bool:
        """Whether the place is told, behind a comma, as that in which the one before it lies: "bản A, xã B, tỉnh C"."""
        folded = self.analysis.folded
        before = next((one for one in told if folded[one.place.end : name.place.start] == ", "), None)
        return before is not None and before.place.of(folded).split()[0] != name.place.of(folded).split()[0]

    def _agreeing(self, lines: Sequence[Line]) -> Iterator[Place]:
        """Bodies that a line says to agree on the document: "X, Y và Z thống nhất ban hành Quy chế ..."."""
        lists = self.words.instrument
        for at, line in enumerate(lines):
            found = lists.agreeing.search(line.folded)
            if found is None:
                continue
            said = Place(line.place.start, line.place.start + found.start())
            before = self._chain(said)
            if not before and not lists.grounds.match(line.folded):
                before = [name.place for name in self._bodies(said)]
            if not before and (dated := self._behind_day(said)) is not None:
                before = [name.place for name in self._bodies(dated)]
            if not before and found.start() == 0 and at:  # "X, Y và Z", and on the next line "QUYẾT NGHỊ:"
                before = [self._with_aside(name, lines[at - 1]) for name in self._outside_asides(lines[at - 1])]
            yield from before

    def _behind_day(self, said: Place) -> Place | None:
        """What stands behind the day and before its end: "Thực hiện ..., ngày 9/5/2024, tại X, A và B cùng thống nhất ký"."""
        days = [one.place.end for one in self.analysis.dates if said.covers(one.place)]
        there = days and self.analysis.folded.startswith(THEN_PLACE, days[-1])
        return Place(days[-1], said.end) if there else None

    def _outside_asides(self, line: Line) -> list[Name]:
        """The bodies of the line but those in brackets: "X (sau đây gọi tắt là Y)"."""
        asides = [
            Place(line.place.start + one.start(), line.place.start + one.end())
            for one in _CALLED_ASIDE.finditer(line.folded)
        ]
        return [one for one in self._bodies(line.place) if not any(aside.covers(one.place) for aside in asides)]

    def _with_aside(self, name: Name, line: Line) -> Place:
        """The name, with the bracket right behind it."""
        aside = _CALLED_ASIDE.match(self.analysis.text, name.place.end, line.place.end)
        return Place(name.place.start, aside.end() if aside else name.place.end)

    def _chain(self, said: Place, known: int = _FEWEST) -> list[Place]:
        """The bodies that `said` ends with, joined by commas and "và", `known` of them at least: "Thực hiện ...; X, Huyện đoàn và Y"."""
        bodies = self._bodies(said)
        chain: list[Place] = []
        parts = [_after_gom(part, self.analysis) for part in self._parts(said, bodies)]
        for number, part in reversed(list(enumerate(parts))):
            text = part.of(self.analysis.text)
            if len(chain) >= _FEWEST and number and self._grounded(parts[number - 1]):
                break  # "Thực hiện chương trình giữa A và B, C và D xây dựng ..."
            body = next((one for one in bodies if part.covers(one.place)), None)
            if body is None and self._is_state(part):
                continue  # "UBND tỉnh X, Việt Nam và ..." is of the state
            lead = (self.analysis.text[part.start : body.place.start] if body else text).split()
            numbered = any(map(str.isdigit, text)) and (body is None or body.place.start != part.start)
            when = body is None and _WHEN.match(fold(text)) is not None  # "Mới đây, X, Y và Z đã thống nhất ..."
            dated = any(
                body and part.covers(date.place) for date in self.analysis.dates
            )  # "Biên bản giữa X và Y ngày ..."
            plain = text[:1].isupper() and not (numbered or when or dated) and len(lead) <= _LONGEST_LEAD
            if not plain or self.words.instrument.grounds.match(fold(text)):
                break
            governs = bool(lead) and self.words.lexicon.governing.longest([fold(word) for word in lead], 0) is not None
            acts_for = body is not None and without_marks(fold(" ".join(lead))) in _OFFICES  # "Chủ tịch UBND xã X"
            start = body.place.start if body and acts_for else part.start
            chain.insert(0, body.place if body and governs else Place(start, part.end))
            known -= body is not None
        return chain if len(chain) >= _FEWEST and known <= 0 else []

    def _grounded(self, part: Place) -> bool:
        """Whether the part tells of another document, between the body that ends it and the next: "Thực hiện chương trình giữa A"."""
        said = part.of(self.analysis.folded).strip()
        return self.words.instrument.grounds.match(said) is not None and _BETWEEN in said

    def _parts(self, said: Place, bodies: Sequence[Name]) -> Iterator[Place]:
        """What commas, semicolons and "và" part in `said`, but not inside the name of a body."""
        start = said.start
        text = said.of(self.analysis.folded)
        for joint in self.words.instrument.parting.finditer(text):
            at = Place(said.start + joint.start(), said.start + joint.end())
            if not any(one.place.covers(at) for one in bodies):
                yield Place(start, at.start)
                start = at.end
        rest = _DONE.sub("", text[start - said.start :].rstrip())
        if rest:
            yield Place(start, start + len(rest))

    def _letterhead(self, outline: Outline) -> Iterator[Place]:
        """Bodies above the title."""
        for line in outline.lines[: outline.title]:
            for name in self._bodies(line.place):
                if name.type and not self.words.instrument.number_line.match(line.folded):
                    yield name.place

    def _places(self, place: Place) -> list[Name]:
        """The places named in it, as villages are that make a pact."""
        return [one for one in self.analysis.names if one.kind is NameKind.PLACE and place.covers(one.place)]

    def _localities(self, place: Place) -> list[Name]:
        """The towns and provinces named with what they are, as those are that become friends, brackets left out."""
        return [one for one in self._places(place)
                if self.words.lexicon.locality_words.longest(TOKEN.findall(one.place.of(self.analysis.folded)), 0)]  # fmt: skip

    def _bodies(self, place: Place) -> list[Name]:
        return [one for one in self.analysis.names if one.kind is NameKind.ORGANISATION and place.covers(one.place)]


def _after_gom(part: Place, analysis: Analysis) -> Place:
    """The part behind the words that lead a list in: "các đơn vị thuộc Khối thi đua số 5 gồm: Công an huyện"."""
    led = _LED_IN.match(analysis.folded, part.start, part.end)
    return Place(led.end(), part.end) if led else part


def _after_label(line: Line, lists: InstrumentLists) -> Place:
    """The line without "Tên đơn vị:", "Đại diện" and the like before the name."""
    found = lists.name_label.match(line.folded)
    return Place(line.place.start + found.end(), line.place.end) if found else line.place
