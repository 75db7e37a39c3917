"""Whether a name is of an entity: by its key, as a shorter form, as a part of it, or by one brand, branch or locality."""

from __future__ import annotations

from collections.abc import Sequence

from camket.analysis import Name, NameKind
from camket.assemble.entity import Entity
from camket.assemble.forms import Forms, governed
from camket.assemble.shortenings import Shortenings
from camket.folding import fold
from camket.lexicon import COMPANY, SCHOOL, TOKEN, Lexicon
from camket.syllables import is_syllable

_CLUSTER = "cụm"
_PAIR = 2
_OF_SCHOOLS = frozenset({"hospital", SCHOOL})
_COMMAND = ("bộ", "chỉ", "huy")


class Likeness:
    """Knows the entity that a name is of, by its forms and keys."""

    def __init__(self, forms: Forms, lexicon: Lexicon) -> None:
        self._forms, self._lexicon = forms, lexicon
        self._shortenings = Shortenings(forms, lexicon)

    def find(self, entities: Sequence[Entity], name: Name, key: tuple[str, ...]) -> Entity | None:
        """The one of `entities` that the name, of this key, is of: one known by the key, else one that it is another form of."""
        known = next((one for one in entities if self._has_key(one, name, key)), None)
        return known or self._alike(entities, name, key)

    def _has_key(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool:
        """Whether the entity is known by the whole name, or by what stands after its head: "Tập đoàn X" by "X"."""
        bodies = (entity.kind is NameKind.ORGANISATION) + (name.kind is NameKind.ORGANISATION)
        if key in entity.keys and (bodies != 1 or not name.type):
            return True
        head = self._lexicon.heads.longest(list(key), 0) if bodies > 1 and name.type == entity.type else None
        bare = key[head[0] :] if head else ()
        governs = head is not None and self._lexicon.governing.longest(list(key), 0) == (head[0], "")
        inner = bool(bare) and self._lexicon.heads.longest(list(bare), 0) is not None and not governs
        apart = self._differ_in_kind(entity, key)
        return bool(bare) and bare in entity.keys and not (self._forms.is_place(bare) or inner or apart)

    def _differ_in_kind(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether one is of a kind that shares no name with other companies: "Ngân hàng X", "Tổng công ty X"."""
        headed = [one for one in (key, *entity.keys) if self._lexicon.heads.longest(list(one), 0)]
        own = [any(self._lexicon.own_kind.longest(list(one), at) for at in range(len(one))) for one in headed]
        return key in headed and any(other != own[0] for other in own)

    def _alike(self, entities: Sequence[Entity], name: Name, key: tuple[str, ...]) -> Entity | None:
        """The entity that the name is another form of, first one whose own name ends with it: "Công ty Cổ phần Tập đoàn X".

        A department is the last to be known by the name of its body: "Ban Truyền thông X" beside "Tập đoàn X".
        """
        alike = [one for one in entities if self._resembles(one, name, key, entities)]
        alike.sort(
            key=lambda one: (
                self._lexicon.parts.longest(list(one.key), 0) is not None
                and not self._lexicon.branches.longest(list(one.key), 0)
            )
        )
        whole = (
            one for one in alike if any(len(other) > len(key) > 1 and other[-len(key) :] == key for other in one.keys)
        )
        return next(whole, next(iter(alike), None))

    def _resembles(self, entity: Entity, name: Name, key: tuple[str, ...], among: Sequence[Entity]) -> bool:
        """Whether the name is another form of the entity: shorter, of a part of it, or of the same brand."""
        if name.kind is NameKind.ORGANISATION and entity.kind is NameKind.ORGANISATION:
            if self._differ_in_kind(entity, key):
                return False
            alone = name.head is not None and name.head == name.place
            if alone and any(other[: len(key)] == key for other in entity.keys):
                return True
            if any("".join(key) == "".join(other) for other in entity.keys):
                return True  # "Sun Homes" and "SunHomes"
            if self._is_acronym_behind_that_of_body(entity, name, key):
                return True
            if any(
                self._shortenings.is_one_brand(key, other) or self._shortenings.is_one_branch(key, other)
                for other in entity.keys
            ):
                return True
            if self._lacks_locality(entity, key, name) or self._is_acronym_of_branch(entity, name, key):
                return True
            shorter = self._only_shorter(entity, name, key, among)
            if shorter is not None:
                return shorter
            if {name.type, entity.type} == _OF_SCHOOLS:
                return False  # "Bệnh viện Trường Đại học X" is no "Trường Đại học X"
            unlike = bool(entity.type) and name.type != entity.type  # "Tập đoàn X" is no "Trường Y X"
            return self._is_part(entity, key) or any(
                self._shortenings.shortens(key, other, name, unlike=unlike) for other in entity.keys
            )
        return name.kind is NameKind.PLACE and governed(entity.key) == key

    def _is_acronym_behind_that_of_body(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool:
        """Whether two acronyms end with that of the entity, first that of the body it is of: "EVN NPC" for "... (NPC)"."""
        if name.type or len(key) != _PAIR or key[1:] not in entity.keys:
            return False
        short = key[1].upper()
        return short in entity.forms and all(form.isupper() for form in self._forms.core(name).split())

    def _is_acronym_of_branch(self, entity: Entity, name: Name, key: tuple[str, ...]) -> bool:
        """Whether it is the acronym of a body and the place of the branch that the entity is: "SVB Phú Yên" of "Ngân hàng Sao Vàng (SVB) – Chi nhánh Phú Yên"."""
        place = key[1:]
        if name.type or not place or key[:1] not in entity.keys:
            return False
        return any(
            other[-len(place) :] == place
            and any(self._lexicon.branches.longest(list(other), at) for at in range(1, len(other) - len(place)))
            for other in entity.keys
        )

    def _only_shorter(self, entity: Entity, name: Name, key: tuple[str, ...], among: Sequence[Entity]) -> bool | None:
        """Whether the name is short for this entity and no other of `among` by its brand, body or locality; None if by none of them."""
        same = name.type == entity.type
        ways = (
            (not name.type, False, self._is_branch_of_brand),
            (not name.type, False, self._begins_brand),
            (same and name.type == COMPANY, True, self._is_body_of_branch),
            (same and len(key) > 1, True, self._drops_locality),
        )
        for may, alike, is_short in ways:
            if may and is_short(entity, key):
                others = (one for one in among if not alike or one.type == name.type)
                return sum(is_short(one, key) for one in others) == 1
        return None

    def _is_branch_of_brand(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the entity is told as the brand with its branch or province alone: "Agribank" for "Agribank Gia Lai"."""
        if entity.type:
            return False
        for form in entity.forms:
            words = TOKEN.findall(fold(form))
            rest = words[len(key) :] if tuple(words[: len(key)]) == key else []
            known = self._lexicon.provinces.longest(rest, 0) if rest else None
            if rest and (
                self._lexicon.branches.longest(rest, 0)
                or self._lexicon.locality_words.longest(rest, 0)
                or rest[0] == _CLUSTER
                or (known and known[0] == len(rest))
            ):
                return True
        return False

    def _begins_brand(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether it is the first word of a foreign brand of several: "Nordlys" of "Nordlys Wind A/S", or of "Tập đoàn Nordlys Wind"."""
        if entity.type not in {"", None, COMPANY} or len(key) != 1 or is_syllable(key[0]):
            return False
        heads = self._lexicon.heads
        brands = [other[(head[0] if (head := heads.longest(list(other), 0)) else 0) :] for other in entity.keys]
        return any(brand[:1] == key and len(brand) > 1 and not any(map(is_syllable, brand)) for brand in brands)

    def _is_body_of_branch(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the two are one body, told with its legal form or its branch and without: "Ngân hàng TMCP X - Chi nhánh Y"."""
        own, own_branch = self._forms.plain(key)
        others = [self._forms.plain(other) for other in entity.keys]
        return len(own) > 2 and any(own == other and not (own_branch and branch) for other, branch in others)

    def _drops_locality(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether the name is the entity's without the district or province that it ends with, listed or not."""
        short = ((form, self._forms.without_locality(form)) for form in entity.forms)
        return any(begun != form and self._forms.key(begun) == key for form, begun in short)

    def _lacks_locality(self, entity: Entity, key: tuple[str, ...], name: Name) -> bool:
        """Whether the name is the entity's up to the word of its locality: "UBND thành phố" for "UBND thành phố Sa Đéc"."""
        for size in (2, 1):
            word = self._lexicon.locality_words.longest(list(key[-size:]), 0) if len(key) > size else None
            headed = name.type or self._lexicon.heads.longest(list(key), 0)
            if word is None or word[0] != size or not headed:
                continue
            level, begun = " ".join(key[-size:]), key[:-size]
            if any(
                other[: len(_COMMAND)] == _COMMAND and other[len(_COMMAND) :][: len(begun)] == begun
                for other in entity.keys
            ):
                return len(begun) > 1  # "BĐBP tỉnh" and "Bộ Chỉ huy BĐBP tỉnh Điện Biên"
            told = [self._forms.levels(form) for form in entity.forms]
            if len(begun) > 1 and begun in entity.keys and not any(told):
                return True  # "Hội Nông dân" and "Hội Nông dân huyện"
            if begun in entity.keys and any(level in levels for levels in told):
                return True  # "BĐBP tỉnh" and "Bộ Chỉ huy Bộ đội Biên phòng (BĐBP) tỉnh Điện Biên"
            if any(level in levels for levels in told) or not any(told):
                return any(
                    len(other) > len(begun)
                    and other[: len(begun)] == begun
                    and (len(begun) > 1 or " ".join(other[len(begun) :]) in self._lexicon.provinces)
                    and (any(told) or self._forms.is_place(other[len(begun) :]))  # not so "Bệnh viện Đa khoa X"
                    and " ".join(other[len(begun) :]) not in self._lexicon.states  # nor "Hội Nông dân Việt Nam"
                    for other in entity.keys
                )
        return False

    def _is_part(self, entity: Entity, key: tuple[str, ...]) -> bool:
        """Whether `key` is what stands before the comma of "Khoa X, Trường Y"."""
        return any(
            self._forms.key(form.partition(",")[0]) == key for form in entity.forms if "," in form and len(key) > 1
        )
