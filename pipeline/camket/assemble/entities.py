"""Who is who: the names of a document gathered into entities, each with all its forms.

Two names are of one entity when they are the same once abbreviations are written out, when one is the
bracketed short form of the other, or when the shorter leaves out only words that tell nothing apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entity import Entity
from camket.assemble.forms import Forms
from camket.assemble.likeness import Likeness
from camket.assemble.surroundings import Surroundings
from camket.document import Place
from camket.folding import fold
from camket.lexicon import HOME, TOKEN, Lexicon

_PROJECTS, _PROVINCE = ("dự án", "đề án"), "tỉnh"
_JOINTS = frozenset({",", "và", ", và", ";", "cùng"})
_OF_MINISTRY = r"(?: \(|, | )(?:thuộc |trực thuộc )?Bộ (?=[A-ZĐÁ])"
_FEWEST_OF_END = 2
_DASH = " - "
_FIRMS = ("công ty ", "tổng công ty ", "tập đoàn ", "liên danh ")


class Entities:
    """The entities of one document; `of` gives that of a name."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.all: list[Entity] = []
        self._text, self._folded = analysis.text, analysis.folded
        self._by_place: dict[Place, Entity] = {}
        bodies = [name for name in analysis.names if name.kind is not NameKind.PERSON]
        self.forms = Forms(analysis.text, bodies, lexicon)
        self.surroundings = Surroundings(analysis, self.forms, lexicon)
        self._likeness = Likeness(self.forms, lexicon)
        for name in sorted(bodies, key=lambda one: -len(self.forms.key(self.forms.core(one)))):
            self._add(name)
        for entity in self.all:
            states = {state for one in entity.forms for state in self.lexicon.states_in(TOKEN.findall(one))}
            entity.at_home = entity.kind is NameKind.ORGANISATION and states <= {HOME}

    def of(self, name: Name) -> Entity:
        """The entity of `name`."""
        return self._by_place[name.place]

    def resolve(self, holder: Name, place: Name, kind: str = "") -> Entity:
        """The entity that "và `place`" stands for after `holder`: "Sở Y tế An Giang và Đồng Tháp".

        `kind` is that of an unlisted place, told once for all: "Công an các huyện Kim Bảng và Duy Tiên".
        """
        core = self.forms.core(holder)
        base = self.forms.without_state(core) if place.kind is NameKind.STATE else self.forms.without_locality(core)
        if not place.type and (kind := kind or self.forms.kind_of_locality(holder, place)):
            base = f"{base} {kind}"
        return self._resolved(base, holder, place)

    def resolve_headed(self, holder: Name, name: Name) -> Entity:
        """The entity of `name`, which has the head of `holder` unless the text tells it elsewhere by itself: "đồn biên phòng Sa Kỳ"."""
        known = self.of(name)
        if len(known.names) > 1:
            known.resolved = (
                known.resolved or f"{(holder.head or holder.place).of(self._text)} {name.place.of(self._text)}"
            )
            known.keys.add(self.forms.key(known.resolved))
            return known
        return self._resolved((holder.head or holder.place).of(self._text), holder, name)

    def _resolved(self, base: str, holder: Name, place: Name) -> Entity:
        """The entity of the body that `base` and the words at `place` name together."""
        resolved = f"{base} {place.place.of(self._text)}"
        key = self.forms.key(resolved)
        known = next((one for one in self.all if one.kind is NameKind.ORGANISATION and key in one.keys), None)
        entity = known or Entity(NameKind.ORGANISATION, key, holder.type, resolved=resolved, keys={key})
        if known is None:
            self.all.append(entity)
        entity.names.append(place)
        entity.note(place.place.of(self._text))
        self._by_place[place.place] = entity
        return entity

    def lend_locality(self, last: Name, others: Sequence[Name]) -> None:
        """Names without a locality take that of the last one: "Cục Hải quan, Công an và Bộ Chỉ huy BĐBP tỉnh Tây Ninh"."""
        locality = self.forms.locality(last)
        if self.lexicon.province_in(locality) is None:
            return
        following = last
        for name in reversed(others):
            between = self._text[name.place.end : following.place.start].strip()
            if between not in _JOINTS:
                return
            following = name
            entity = self.of(name)
            if self.lexicon.states_in(entity.key):
                continue  # an embassy is of no province
            own = any(self.forms.ends_in_place(key) for key in entity.keys)
            if (
                own
                or self._is_of_ministry(entity)
                or not self.forms.may_take_locality(name)
                or any(map(self.lexicon.province_in, entity.forms))
            ):
                continue
            entity.resolved = f"{self.forms.core(name)} {locality}"
            entity.keys.add(self.forms.key(entity.resolved))

    def _is_of_ministry(self, entity: Entity) -> bool:
        """Whether the text tells the ministry of it right behind its name: "Cục Sở hữu trí tuệ (Bộ Khoa học và Công nghệ)"."""
        return any(re.search(re.escape(form) + _OF_MINISTRY, self._text) for form in entity.forms)

    def _is_of_another_level(self, entity: Entity, name: Name) -> bool:
        """Whether the place is the town or district of the name that the body's province has, or the other way round.

        "thành phố Kon Tum" is no form of "UBND tỉnh Kon Tum".
        """
        if name.kind is not NameKind.PLACE or entity.kind is not NameKind.ORGANISATION:
            return False
        own = {level for form in entity.forms for level in self.forms.levels(form)}
        told = self.forms.levels(name.place.of(self._text))
        return bool(own and told) and (_PROVINCE in own) != (_PROVINCE in told)

    def ending_with(self, words: tuple[str, ...]) -> Entity | None:
        """The only body whose name ends with the words, two or more and no place: "Ba Làng"."""
        if len(words) < _FEWEST_OF_END or self.forms.is_place(words):
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
            if not entity.type or self.lexicon.heads.longest(list(self.forms.key(form)), 0)
        ]
        firm = any(fold(form).startswith(_FIRMS) for form in entity.forms)
        return body and not firm and any(f"{project} {form}" in self._folded for project in _PROJECTS for form in told)

    def _add(self, name: Name) -> None:
        """The name is among those of its entity, a new one if it is of none so far."""
        form = self.forms.core(name)
        key = self.forms.key(form)
        if name.kind is not NameKind.ORGANISATION and name.type:
            key = self.forms.key(name.type)
        elif name.kind is NameKind.PLACE:
            key = self.forms.bare_place(name) or key
        alone = name.kind is NameKind.ORGANISATION and self.surroundings.is_of_any_locality(name)
        entity = None if alone else self._likeness.find(self.all, name, key)
        if entity is None:
            entity = Entity(name.kind, key, name.type)
            self.all.append(entity)
        if name.kind is NameKind.STATE and entity.kind is NameKind.PLACE:
            entity.kind = name.kind  # the capital told before it: "tại Viêng Chăn, Việt Nam và Lào ký"
        entity.keys.add(key)
        if front := self.forms.before_brand(name):
            entity.keys.add(self.forms.key(front))
        entity.committee = entity.committee or bool(key and self.lexicon.committees.longest(list(key), 0))
        entity.type = entity.type or name.type
        entity.names.append(name)
        self._by_place[name.place] = entity
        own = not self._is_of_another_level(entity, name)
        if own:
            entity.note(self.forms.without_board(name.place.of(self._text)))
            entity.note(self.forms.without_board(form))
        if own and name.kind is NameKind.PLACE and name.head:
            entity.note(self._text[name.head.end : name.place.end].strip(" ."))
        told = name.acronym.of(self._text) if name.acronym else ""
        shorts = [told, *told.split("/"), *told.split(_DASH), *self.surroundings.stock_code(name)]
        for short in dict.fromkeys(shorts):  # "(Mekong Wetland Fund - MWF)"
            if not short:
                continue
            entity.note(short)
            entity.keys.add(self.forms.key(short))
