"""Who is who: the names of a document gathered into entities, each with all its forms.

Two names are of one entity when they are the same once abbreviations are written out, when one is the
bracketed short form of the other, or when the shorter leaves out only words that tell nothing apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from camket.analysis import Analysis, Name, NameKind
from camket.document import Place
from camket.folding import fold
from camket.lexicon import GLUED_LOCALITY, GOVERNMENT, HOME, SCHOOL, TOKEN, Lexicon, Phrases
from camket.syllables import is_syllable

_LONGEST_PLACE = 3
_PROJECT = "dự án"
_EMPTY = frozenset({"và", "&", "-", ",", ".", '"', "(", ")"})
_SHORTEST_ACRONYM = 3
_JOINTS = frozenset({",", "và", ", và", ";", "cùng"})
_LOCAL = frozenset({"government", "forces", "association", "hospital"})
_MINISTRY = "bộ "
_CENTRAL = (" trung ương", " tw", " quốc gia")
_FEWEST_OF_END = 2
_FAR = 6
_CLUSTER = "cụm"
_FIRM = ("công ty ", "hãng ")
_FIRMS = ("công ty ", "tổng công ty ", "tập đoàn ", "liên danh ")
_AT_HOME = ("việt", "nam")
_AND = "và"
_OF_SCHOOLS = frozenset({"hospital", SCHOOL})
_COMMAND = ("bộ", "chỉ", "huy")
_GOVERNING = ("ủy", "ban", "nhân", "dân")
_LEGAL_FORMS = frozenset({"a/s", "ag", "s.a", "sa", "gmbh", "plc", "inc", "llc", "ltd", "nv", "bv", "oyj", "spa"})
_AUTHORITIES = ("chính", "quyền")

_COMPANY = "company"
_CODE_REACH = 40
_JOINED_WORD = re.compile(r"(?:,| và) (?P<word>\w+(?: \w+)?)")
_STOCK_CODE = re.compile(r"[Mm]ã(?: cổ phiếu| chứng khoán| CK)?:? ([A-Z]{3}) của $")
_THE_STATE = ["nhà", "nước"]


@dataclass
class Entity:
    """A body or a state: its names in the text, the fullest form first when asked."""

    kind: NameKind
    key: tuple[str, ...]
    type: str = ""
    names: list[Name] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    resolved: str | None = None
    keys: set[tuple[str, ...]] = field(default_factory=set)
    at_home: bool = False
    """Whether it is a body that names the home state, or no state."""
    committee: bool = False
    """Whether it is a body of a place that does not stand for it, as a party committee."""


class Entities:
    """The entities of one document; `of` gives that of a name."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.text, self.folded = analysis.text, analysis.folded
        self.all: list[Entity] = []
        self._by_place: dict[Place, Entity] = {}
        self._defined = Phrases()
        bodies = [name for name in analysis.names if name.kind is not NameKind.PERSON]
        self._places = {self._bare_place(name) for name in bodies if name.kind is NameKind.PLACE}
        """The document's own places, such as "huyện X" that no list holds."""
        for name in bodies:
            self._define(name)
        for name in sorted(bodies, key=lambda one: -len(self.key(self._core(one)))):
            self._add(name)

    def of(self, name: Name) -> Entity:
        """The entity of `name`."""
        return self._by_place[name.place]

    def _bare_place(self, name: Name) -> tuple[str, ...]:
        """The words of a place without "huyện" and the like before them."""
        words = TOKEN.findall(fold(name.place.of(self.text)))
        locality = self.lexicon.locality_words.longest(words, 0)
        return tuple(word for word in words[locality[0] if locality else 0 :] if word not in _EMPTY)

    def key(self, form: str) -> tuple[str, ...]:
        """`form` folded, its abbreviations written out, words that tell nothing apart left out."""
        tokens = self._written_out(TOKEN.findall(fold(GLUED_LOCALITY.sub(r"\g<short> ", form))))
        board = self.lexicon.boards.longest(tokens, 0) if tokens else None
        tokens = tokens[board[0] :] if board and len(tokens) > board[0] else tokens
        if tuple(tokens[: len(_AUTHORITIES)]) == _AUTHORITIES and self.lexicon.locality_words.longest(
            tokens, len(_AUTHORITIES)
        ):
            tokens = [*_GOVERNING, *tokens[len(_AUTHORITIES) :]]  # "Chính quyền tỉnh X" is its committee
        governing = self.lexicon.governing.longest(tokens, 0) if tokens else None
        if governing and governing[0] < len(tokens) and self.lexicon.heads.longest(tokens, governing[0]):
            tokens = tokens[governing[0] :]  # "Ban Thường vụ Tỉnh đoàn X" acts as the body itself
        localities = self.lexicon.locality_words
        kept: list[str] = []
        at = 0
        while at < len(tokens):
            word = localities.longest(tokens, at)
            if word and at > 0 and at + word[0] < len(tokens):
                at += word[0]
            elif tokens[at] in _EMPTY:
                at += 1
            else:
                kept.append(tokens[at])
                at += 1
        while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
            kept.pop()
        return tuple(kept)

    def _without_board(self, form: str) -> str:
        """The form without the board that it begins with: "HĐQT Công ty X" names the company."""
        tokens = list(TOKEN.finditer(fold(form)))
        board = self.lexicon.boards.longest([token.group() for token in tokens], 0) if tokens else None
        return form[tokens[board[0]].start() :] if board and len(tokens) > board[0] else form

    def _written_out(self, short: list[str]) -> list[str]:
        """The tokens with abbreviations written out, the document's own and those of the lexicon."""
        tokens: list[str] = []
        at = 0
        while at < len(short):
            found = self._defined.longest(short, at) or self.lexicon.abbreviations.longest(short, at)
            tokens += TOKEN.findall(found[1]) if found else [short[at]]
            at += found[0] if found else 1
        return tokens

    def _define(self, name: Name) -> None:
        """The bracketed acronym stands for the words of the name that it is spelt from: "Sở Giao thông vận tải (GTVT)"."""
        if name.acronym is None or name.core is None:
            return
        short = fold(name.acronym.of(self.text)).replace("tw", "tư")  # "BVĐKTW" of "Bệnh viện Đa khoa Trung ương"
        letters = [char for char in short if char.isalpha()]
        words = [word for word in TOKEN.findall(fold(name.core.of(self.text))) if word not in _EMPTY]
        spelt = [word[0] for word in words[-len(letters) :]]
        if len(letters) >= _SHORTEST_ACRONYM and spelt == letters and len(words) >= len(letters):
            self._defined.add(name.acronym.of(self.text), " ".join(words[-len(letters) :]))

    def resolve(self, holder: Name, place: Name, kind: str = "") -> Entity:
        """The entity that "và `place`" stands for after `holder`: "Sở Y tế An Giang và Đồng Tháp".

        `kind` is that of an unlisted place, told once for all: "Công an các huyện Kim Bảng và Duy Tiên".
        """
        core = self._core(holder)
        base = self._without_state(core) if place.kind is NameKind.STATE else self._without_locality(core)
        if kind and not place.type:
            base = f"{base} {kind}"
        return self._resolved(base, holder, place)

    def heads_all(self, holder: Name) -> bool:
        """Whether the head of the body is told once for several: "4 đồn biên phòng Bình Hải, Sa Kỳ và Lý Sơn", "các Trường THCS A, B"."""
        small = holder.head is not None and (holder.place.of(self.text)[0].islower() or holder.type == SCHOOL)
        return small and self.lexicon.several(fold(self.text[: holder.place.start]).split()[-1:])

    def resolve_headed(self, holder: Name, name: Name) -> Entity:
        """The entity of `name`, which has the head of `holder` unless the text tells it elsewhere by itself: "đồn biên phòng Sa Kỳ"."""
        known = self.of(name)
        if len(known.names) > 1:
            known.resolved = (
                known.resolved or f"{(holder.head or holder.place).of(self.text)} {name.place.of(self.text)}"
            )
            known.keys.add(self.key(known.resolved))
            return known
        return self._resolved((holder.head or holder.place).of(self.text), holder, name)

    def _resolved(self, base: str, holder: Name, place: Name) -> Entity:
        """The entity of the body that `base` and the words at `place` name together."""
        resolved = f"{base} {place.place.of(self.text)}"
        key = self.key(resolved)
        known = next((one for one in self.all if one.kind is NameKind.ORGANISATION and key in one.keys), None)
        entity = known or Entity(NameKind.ORGANISATION, key, holder.type, resolved=resolved, keys={key})
        if known is None:
            self.all.append(entity)
        entity.names.append(place)
        self._note(entity, place.place.of(self.text))
        self._by_place[place.place] = entity
        return entity

    def shares(self, holder: Name, place: Name) -> bool:
        """Whether the text says that there are several such bodies: "Sở Y tế các tỉnh An Giang và Đồng Tháp"."""
        between = fold(self.text[holder.place.end : place.place.start])
        listed = between.strip() == ":" and self.lexicon.several(fold(self.text[: holder.place.start]).split()[-1:])
        return listed or self.lexicon.tells_several(between)

    def office_between(self, holder: Name, place: Name) -> bool:
        """Whether an office is told between the two: "Chủ tịch UBND tỉnh X và Thống đốc tỉnh Y" are of two bodies."""
        words = TOKEN.findall(self.folded[holder.extent.end : place.extent.start])
        return any(self.lexicon.offices.longest(words, at) for at in range(len(words)))

    def told_apart(self, holder: Name, place: Name) -> bool:
        """Whether the place signs itself: it stands, with its word, far behind the body, or is one that has no such body.

        "Sở X ký ... về ... với huyện Y"; "Sở X ký với các xã Y và Z".
        """
        between = TOKEN.findall(self.folded[holder.extent.end : place.extent.start])
        said = TOKEN.findall(fold(place.place.of(self.text)))
        if self.lexicon.provincial.longest(TOKEN.findall(fold(self._core(holder))), 0) and any(
            self.lexicon.below_provinces.longest([*between, *said], at) for at in range(len(between) + 1)
        ):
            return True
        return len(between) > _FAR and self.lexicon.locality_words.longest(said, 0) is not None

    def kind_shared(self, holder: Name, place: Name) -> str:
        """The word that the text has once for all places: "huyện" in "Công an các huyện Kim Bảng và Duy Tiên"."""
        words = self.text[holder.place.end : place.place.start].strip(" :").split()[1:]
        return " ".join(words) if self.lexicon.is_kind_of_place([fold(one) for one in words]) else ""

    def lend_locality(self, last: Name, others: Sequence[Name]) -> None:
        """Names without a locality take that of the last one: "Cục Hải quan, Công an và Bộ Chỉ huy BĐBP tỉnh Tây Ninh"."""
        core = self._core(last)
        locality = core[len(self._without_locality(core)) :].strip(" ,")
        if self.lexicon.province_in(locality) is None:
            return
        following = last
        for name in reversed(others):
            between = self.text[name.place.end : following.place.start].strip()
            if between not in _JOINTS:
                return
            following = name
            entity = self.of(name)
            if self.lexicon.states_in(entity.key):
                continue  # an embassy is of no province
            own = name.kind is not NameKind.ORGANISATION or name.type not in _LOCAL or self.ends_with_locality(name)
            own = own or self._is_whole(fold(self._core(name))) or self._is_central(name)
            own = own or any(self._ends_in_place(key) for key in self.of(name).keys)
            if own or self._has_name(name) or any(self.lexicon.province_in(form) for form in entity.forms):
                continue
            entity.resolved = f"{self._core(name)} {locality}"
            entity.keys.add(self.key(entity.resolved))

    def _is_whole(self, form: str) -> bool:
        """Whether the name is a head that needs no name: "Lầu Năm Góc" is of no province."""
        return form in self.lexicon.whole and form in self.lexicon.heads

    def _is_central(self, name: Name) -> bool:
        """Whether it is of no province, as a ministry is: "Bộ Công Thương và UBND tỉnh X", "Bệnh viện Da liễu Trung ương và Sở Y tế X"."""
        core = fold(self._core(name))
        return core.endswith(_CENTRAL) or (name.type == GOVERNMENT and core.startswith(_MINISTRY))

    def _has_name(self, name: Name) -> bool:
        """Whether more than fields of work follows the head: "Bệnh viện Quân y 121", and not "Cục Hải quan", "Sở NN&PTNT"."""
        head = name.head.end if name.head else name.place.start
        said = (name.core or name.place).of(self.text)[head - name.place.start :]
        tokens = [(match.group(), fold(match.group())) for match in TOKEN.finditer(said)]
        words = [word for _, word in tokens]
        at = 0
        while at < len(tokens):
            field = self.lexicon.sectors.longest(words, at)
            acronym = len(words[at]) > 1 and tokens[at][0].isupper()
            if not (field or acronym or not words[at].isalnum() or words[at] == _AND):
                return True
            at += field[0] if field else 1
        return False

    def is_of_a_state(self, name: Name) -> bool:
        """Whether it is a public body or an association whose name ends with its state: "Bộ Quốc phòng Việt Nam"."""
        core = self._core(name)
        return name.type in _LOCAL and self._without_state(core) != core

    def _without_state(self, form: str) -> str:
        tokens = [(match.group(), match.start()) for match in TOKEN.finditer(fold(form))]
        words = [word for word, _ in tokens]
        for at in range(1, len(words)):
            state = self.lexicon.states.longest(words, at)
            if state and at + state[0] == len(words) and self.lexicon.states_in(words[at - 1 :]):
                return form[: tokens[at][1]].rstrip(" ,")
        return form

    def ending_with(self, words: tuple[str, ...]) -> Entity | None:
        """The only body whose name ends with the words, two or more and no place: "Ba Làng"."""
        if len(words) < _FEWEST_OF_END or self._is_place(words):
            return None
        held = [one for one in self.all if one.kind is NameKind.ORGANISATION and one.type
                and any(len(key) > len(words) and key[-len(words) :] == words for key in one.keys)]  # fmt: skip
        return held[0] if len(held) == 1 else None

    def is_branch(self, body: Entity) -> bool:
        """Whether the body is told as a branch alone: "Chi nhánh X"."""
        return all(self.lexicon.branches.longest(list(key), 0) is not None for key in body.keys if key)

    def is_branch_of(self, branch: Entity, body: Entity) -> bool:
        """Whether `branch` is told as the body with its branch: "Ngân hàng X chi nhánh Y", "X Chi nhánh Y"."""
        return any(
            key[: len(own)] == own and self.lexicon.branches.longest(list(key), len(own)) is not None
            for key in branch.keys
            for own in body.keys
            if len(key) > len(own)
        )

    def is_project(self, entity: Entity) -> bool:
        """Whether the text tells the body as a project too: "cho vay vốn xây dựng dự án Nhà máy X"; a part of its name tells nothing."""
        body = entity.kind is NameKind.ORGANISATION
        told = [
            fold(form)
            for form in entity.forms
            if not entity.type or self.lexicon.heads.longest(list(self.key(form)), 0)
        ]
        firm = any(fold(form).startswith(_FIRMS) for form in entity.forms)
        return body and not firm and any(f"{_PROJECT} {form}" in self.folded for form in told)

    def ends_with_locality(self, name: Name) -> bool:
        """Whether the name of the organisation ends with its province or district."""
        return self._without_locality(self._core(name)) != self._core(name)

    def _without_locality(self, form: str) -> str:
        tokens = [(match.group(), match.start()) for match in TOKEN.finditer(fold(form))]
        words = [word for word, _ in tokens]
        for at in range(1, len(words)):
            word = self.lexicon.locality_words.longest(words, at)
            around = " ".join(words[at - 1 : at + 1]), " ".join(words[at : at + 2])
            if word and (words[at - 1 : at + 1] == _THE_STATE or set(around) & set(self.lexicon.compounds)):
                continue
            if word and at + word[0] < len(words) + 1:
                return form[: tokens[at][1]].rstrip(" ,")
            known = self.lexicon.provinces.longest(words, at)
            if known and at + known[0] == len(words):
                return form[: tokens[at][1]].rstrip(" ,")
        return form

    def _core(self, name: Name) -> str:
        form = (name.core or name.place).of(self.text).strip()
        if name.acronym and name.core and name.place.end > name.acronym.end + 1:
            form += name.place.of(self.text)[name.acronym.end - name.place.start :].partition(")")[2]
        return form

    def _add(self, name: Name) -> None:
        form = self._core(name)
        key = self.key(form)
        if name.kind is not NameKind.ORGANISATION and name.type:
            key = self.key(name.type)
        elif name.kind is NameKind.PLACE:
            key = self._bare_place(name) or key
        alone = name.kind is NameKind.ORGANISATION and self._is_of_any_locality(name)
        entity = None if alone else next((one for one in self.all if self._has_key(one, name, key)), None)
        entity = entity or (None if alone else self._alike(name, key))
        if entity is None:
            entity = Entity(name.kind, key, name.type)
            self.all.append(entity)
        if name.kind is NameKind.STATE and entity.kind is NameKind.PLACE:
            entity.kind = name.kind  # the capital told before it: "tại Viêng Chăn, Việt Nam và Lào ký"
        entity.keys.add(key)
        states = {state for one in entity.keys for state in self.lexicon.states_in(one)}
        entity.at_home = entity.kind is NameKind.ORGANISATION and states <= {HOME}
        entity.committee = entity.committee or bool(key and self.lexicon.committees.longest(list(key), 0))
        entity.type = entity.type or name.type
        entity.names.append(name)
        self._by_place[name.place] = entity
        self._note(entity, self._without_board(name.place.of(self.text)))
        self._note(entity, self._without_board(form))
        if name.kind is NameKind.PLACE and name.head:
            self._note(entity, self.text[name.head.end : name.place.end].strip(" ."))
        told = name.acronym.of(self.text) if name.acronym else ""
        for short in dict.fromkeys([*([told] if told else []), *told.split("/"), *self._stock_code(name)]):
            if not short:
                continue
            self._note(entity, short)
            entity.keys.add(self.key(short))

    def _is_of_any_locality(self, name: Name) -> bool:
        """Whether it is one of those of all localities of a kind, and no body told before: "ủy ban nhân dân phường, xã"."""
        said = TOKEN.findall(name.place.of(self.folded))
        after = _JOINED_WORD.match(self.folded, name.extent.end)
        words = self.lexicon.locality_words
        ends = any(
            words.longest(said[at:], 0) == (len(said) - at, "") for at in range(max(0, len(said) - 2), len(said))
        )
        return ends and after is not None and words.longest(TOKEN.findall(after["word"]), 0) is not None

    def _alike(self, name: Name, key: tuple[str, ...]) -> Entity | None:
        """The entity that the name is another form of, first one whose own name ends with it: "Công ty Cổ phần Tập đoàn X".

        A department is the last to be known by the name of its body: "Ban Truyền thông X" beside "Tập đoàn X".
        """
        alike = [one for one in self.all if self._resembles(one, name, key)]
        alike.sort(
            key=lambda one: (
                self.lexicon.parts.longest(list(one.key), 0) is not None
                and not self.lexicon.branches.longest(list(one.key), 0)
            )
        )
        whole = (
            one for one in alike if any(len(other) > len(key) > 1 and other[-len(key) :] == key for other in one.keys)
        )
        return next(whole, next(iter(alike), None))

    def _stock_code(self, name: Name) -> list[str]:
        """The code under which a company is listed, told before its name: "mã cổ phiếu ABC của Công ty X"."""
        before = self.text[max(0, name.place.start - _CODE_REACH) : name.place.start]
        code = _STOCK_CODE.search(before) if name.type == _COMPANY else None
        return [code.group(1)] if code else []

    def _note(self, entity: Entity, form: str) -> None:
        if form not in entity.forms:
            entity.forms.append(form)

    def _has_key(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool:
        """Whether the entity is known by the whole name, or by what stands after its head: "Tập đoàn X" by "X"."""
        bodies = (entity.kind is NameKind.ORGANISATION) + (name.kind is NameKind.ORGANISATION)
        if key in entity.keys and (bodies != 1 or not name.type):
            return True
        head = self.lexicon.heads.longest(list(key), 0) if bodies > 1 and name.type == entity.type else None
        bare = key[head[0] :] if head else ()
        governs = head is not None and self.lexicon.governing.longest(list(key), 0) == (head[0], "")
        inner = bool(bare) and self.lexicon.heads.longest(list(bare), 0) is not None and not governs
        apart = self._differ_in_kind(entity, key)
        return bool(bare) and bare in entity.keys and not (self._is_place(bare) or inner or apart)

    def _differ_in_kind(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether one is of a kind that shares no name with other companies: "Ngân hàng X", "Tổng công ty X"."""
        headed = [one for one in (key, *entity.keys) if self.lexicon.heads.longest(list(one), 0)]
        own = [any(self.lexicon.own_kind.longest(list(one), at) for at in range(len(one))) for one in headed]
        return key in headed and any(other != own[0] for other in own)

    def _resembles(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool:
        """Whether the name is another form of the entity: shorter, of a part of it, or of the same brand."""
        if name.kind is NameKind.ORGANISATION and entity.kind is NameKind.ORGANISATION:
            if self._differ_in_kind(entity, key):
                return False
            alone = name.head is not None and name.head == name.place
            if alone and any(other[: len(key)] == key for other in entity.keys):
                return True
            if any("".join(key) == "".join(other) for other in entity.keys):
                return True  # "Sun Homes" and "SunHomes"
            if any(self._is_one_brand(key, other) or self._is_one_branch(key, other) for other in entity.keys):
                return True
            if self._lacks_locality(entity, key, name):
                return True
            shorter = self._only_shorter(entity, name, key)
            if shorter is not None:
                return shorter
            if {name.type, entity.type} == _OF_SCHOOLS:
                return False  # "Bệnh viện Trường Đại học X" is no "Trường Đại học X"
            unlike = bool(entity.type) and name.type != entity.type  # "Tập đoàn X" is no "Trường Y X"
            return self._is_part(entity, key) or any(
                self._shortens(key, other, name, unlike=unlike) for other in entity.keys
            )
        governs = entity.key[: len(_GOVERNING)] == _GOVERNING
        return name.kind is NameKind.PLACE and governs and entity.key[len(_GOVERNING) :] == key

    def _only_shorter(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool | None:
        """Whether the name is short for this entity and no other by its brand, body or locality; None if by none of them."""
        same = name.type == entity.type
        ways = (
            (not name.type, False, self._is_branch_of_brand),
            (same and name.type == _COMPANY, True, self._is_body_of_branch),
            (same and len(key) > 1, True, self._drops_locality),
        )
        for may, alike, is_short in ways:
            if may and is_short(entity, key):
                others = (one for one in self.all if not alike or one.type == name.type)
                return sum(is_short(one, key) for one in others) == 1
        return None

    def _is_one_brand(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the two are one proper name, told with a head and with a word such as "Group": "Tập đoàn X", "X Group"."""
        heads = [self.lexicon.heads.longest(list(key), 0) for key in (one, other)]
        if all(heads) or not any(heads):
            return False
        brands = []
        firm, bare = (one, other) if heads[0] else (other, one)
        if " ".join(firm).startswith(_FIRM) and bare == (*firm[max(head[0] for head in heads if head) :], *_AT_HOME):
            return any(not is_syllable(word) for word in bare)  # "Công ty X", "X Việt Nam"
        for key, head in zip((one, other), heads, strict=True):
            rest = list(key[head[0] if head else 0 :])
            while len(rest) > 1 and rest[-1] in self.lexicon.generic:
                rest.pop()
            brands.append(rest)
        return brands[0] == brands[1] and any(not is_syllable(word) for word in brands[0])

    def _is_one_branch(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the two are one branch, told with that word and without: "X Chi nhánh tỉnh Y", "X Y"."""
        short, long = sorted((one, other), key=len)
        for at in range(1, len(long)):
            word = self.lexicon.branches.longest(list(long), at)
            if word and long[:at] + long[at + word[0] :] == short and self._is_place(long[at + word[0] :]):
                return True
        return False

    def _is_branch_of_brand(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the entity is told as the brand with its branch or province alone: "Agribank" for "Agribank Gia Lai"."""
        if entity.type:
            return False
        for form in entity.forms:
            words = TOKEN.findall(fold(form))
            rest = words[len(key) :] if tuple(words[: len(key)]) == key else []
            known = self.lexicon.provinces.longest(rest, 0) if rest else None
            if rest and (
                self.lexicon.branches.longest(rest, 0)
                or self.lexicon.locality_words.longest(rest, 0)
                or rest[0] == _CLUSTER
                or (known and known[0] == len(rest))
            ):
                return True
        return False

    def _lacks_locality(self, entity: Entity, key: tuple[str, ...], name: Name) -> bool:
        """Whether the name is the entity's up to the word of its locality: "UBND thành phố" for "UBND thành phố Sa Đéc"."""
        for size in (2, 1):
            word = self.lexicon.locality_words.longest(list(key[-size:]), 0) if len(key) > size else None
            headed = name.type or self.lexicon.heads.longest(list(key), 0)
            if word is None or word[0] != size or not headed:
                continue
            level, begun = " ".join(key[-size:]), key[:-size]
            if any(
                other[: len(_COMMAND)] == _COMMAND and other[len(_COMMAND) :][: len(begun)] == begun
                for other in entity.keys
            ):
                return len(begun) > 1  # "BĐBP tỉnh" and "Bộ Chỉ huy BĐBP tỉnh Điện Biên"
            told = [self._levels(form) for form in entity.forms]
            if len(begun) > 1 and begun in entity.keys and not any(told):
                return True  # "Hội Nông dân" and "Hội Nông dân huyện"
            if begun in entity.keys and any(level in levels for levels in told):
                return True  # "BĐBP tỉnh" and "Bộ Chỉ huy Bộ đội Biên phòng (BĐBP) tỉnh Điện Biên"
            if any(level in levels for levels in told) or not any(told):
                return any(
                    len(other) > len(begun)
                    and other[: len(begun)] == begun
                    and (len(begun) > 1 or " ".join(other[len(begun) :]) in self.lexicon.provinces)
                    and (any(told) or self._is_place(other[len(begun) :]))  # not so "Bệnh viện Đa khoa X"
                    and " ".join(other[len(begun) :]) not in self.lexicon.states  # nor "Hội Nông dân Việt Nam"
                    for other in entity.keys
                )
        return False

    def _drops_locality(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the name is the entity's without the district or province that it ends with, listed or not."""
        short = ((form, self._without_locality(form)) for form in entity.forms)
        return any(begun != form and self.key(begun) == key for form, begun in short)

    def _is_body_of_branch(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the two are one body, told with its legal form or its branch and without: "Ngân hàng TMCP X - Chi nhánh Y"."""
        own, own_branch = self._plain(key)
        others = [self._plain(other) for other in entity.keys]
        return len(own) > 2 and any(own == other and not (own_branch and branch) for other, branch in others)

    def _plain(self, key: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """The key without its legal form and its branch, and whether it had a branch."""
        kept: list[str] = []
        at = 0
        while at < len(key):
            if at > 1 and self.lexicon.branches.longest(list(key), at):
                return tuple(kept), True
            form = self.lexicon.legal_forms.longest(list(key), at)
            kept += [] if form else [key[at]]
            at += form[0] if form else 1
        return tuple(kept), False

    def _levels(self, form: str) -> set[str]:
        """The words of locality in the form: "thành phố", "huyện"."""
        words = TOKEN.findall(fold(form))
        found = ((at, self.lexicon.locality_words.longest(words, at)) for at in range(len(words)))
        return {
            " ".join(words[at : at + word[0]]) for at, word in found if word and words[at - 1 : at + 1] != _THE_STATE
        }

    def _is_part(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether `key` is what stands before the comma of "Khoa X, Trường Y"."""
        return any(self.key(form.partition(",")[0]) == key for form in entity.forms if "," in form and len(key) > 1)

    def _shortens(self, short: tuple[str, ...], long: tuple[str, ...], name: Name, *, unlike: bool) -> bool:
        """Whether `short` is `long` without its locality, its head, or words that tell nothing apart.

        `unlike` says that the heads are of bodies of two types, so that `short` may not have one of its own.
        """
        if not 0 < len(short) < len(long):
            return False
        if long[: len(short)] == short:
            rest = long[len(short) :]
            if name.type and len(short) > 1:
                own = self.lexicon.locality_words.longest(list(rest), 0)
                return (
                    (own is not None and own[0] == len(rest))
                    or " ".join(rest) in self.lexicon.provinces
                    or self._tells_nothing(rest)
                )
            return self._tells_nothing(rest)
        ends = {long[-1], *([long[-1 - len(_AT_HOME)]] if long[-len(_AT_HOME) :] == _AT_HOME else [])}
        begins = short[0] == long[0] or (name.type == _COMPANY and not unlike)  # "Bảo hiểm X", "Công ty Bảo hiểm X"
        if name.type and len(short) > 2 and begins and short[-1] in ends and _within(short, long):
            return True
        head = self.lexicon.heads.longest(list(short), 0)
        whole_head = self.lexicon.heads.longest(list(long), 0)
        if head and whole_head and long[-len(short) :] == short and len(long) - len(short) + head[0] == whole_head[0]:
            return len(short) > head[0]
        if self._ends_before_place(short, long):
            return True
        part = self.lexicon.parts.longest(list(long), 0) or self.lexicon.apart.longest(list(long), 0)
        if part and head and long[-len(short) :] == short:
            return False  # "Ban Tuyên giáo Hội X" is a part of "Hội X"
        tail = short[head[0] :] if head and name.type and not unlike else short
        if not tail or long[-len(tail) :] != tail or self._is_place(tail) or self._is_locality(tail, name):
            return False
        distinct = len(tail) > 1 or not is_syllable(tail[0])
        rest = long[: -len(tail)]
        return (
            distinct
            and all(is_syllable(word) or word in self.lexicon.generic for word in rest)
            and (not name.type or self.lexicon.heads.longest(list(long), 0) is not None)
        )

    def _ends_before_place(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Whether `short` is a brand that a place follows in `long`: "Hakuyo" in "Công ty Cơ khí Hakuyo Việt Trì"."""
        brand = all(not is_syllable(word) for word in short)
        return brand and any(
            self._is_place(long[-size:]) and long[-size - len(short) : -size] == short
            for size in range(1, min(_LONGEST_PLACE, len(long) - len(short)) + 1)
        )

    def _is_locality(self, words: tuple[str, ...], name: Name) -> bool:
        """Whether `words` are the district or province that `name` ends with, as told by "huyện" and the like."""
        core = self._core(name)
        locality = self.key(core[len(self._without_locality(core)) :].strip(" ,"))
        return bool(locality) and locality[-len(words) :] == words

    def _is_place(self, words: tuple[str, ...]) -> bool:
        name = " ".join(words)
        return words in self._places or any(
            name in phrases for phrases in (self.lexicon.provinces, self.lexicon.states, self.lexicon.towns)
        )

    def _ends_in_place(self, words: tuple[str, ...]) -> bool:
        """Whether the words end with those of a place, after others; "Sở Tư pháp" does not."""
        sizes = (2,) if " ".join(words[-2:]) in self.lexicon.compounds else (1, 2)
        return any(self._is_place(words[-size:]) for size in sizes if len(words) > size)

    def _tells_nothing(self, words: tuple[str, ...]) -> bool:
        return all(word in self.lexicon.generic for word in words) or " ".join(words) in self.lexicon.generic


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in their order: "Hội Phụ nữ X" in "Hội Liên hiệp Phụ nữ X"."""
    rest = iter(long)
    return all(word in rest for word in short)
