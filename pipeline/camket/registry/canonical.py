"""Who a party is: the words that tell it apart, its province on the day of the document and today, and what it became.

"Sở TT&TT tỉnh Bến Tre" and "Sở Thông tin và Truyền thông Bến Tre" are one body; "Sở Y tế" of another province is
another. Bodies that rules/authority knows by several names are one under its id; all others are known by their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, NamedTuple

from camket.folding import fold, without_marks
from camket.registry.authority import Authority, Became, written_out

SAME = 0.6
"""From this likeness on two parties can be one."""
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CLOSE, _LONG = 0.92, 12
_LOOSE, _ELIDED, _ALIAS, _PART, _REREAD = 0.85, 0.9, 0.9, 0.7, 0.9
_MOST_FORMS, _SHORTEST_ACRONYM = 4, 3


class Identity(NamedTuple):
    """A party as it can be compared: `core` are its words without province and legal form, `forms` those of its other names.

    `near` are provinces that it may be of, where its name tells none; `became` is the department that it is today, `today` the
    provinces of today, `ended` the last day of its own; `day` is the day of the document. `elided` says that its province is left out,
    `bare` that it is a kind of office without a name; `successor` is the body that it went into.
    """

    name: str
    core: tuple[str, ...]
    province: str | None = None
    near: frozenset[str] = frozenset()
    known: str | None = None
    forms: frozenset[str] = frozenset()
    type: str | None = None
    became: Became | None = None
    today: tuple[str, ...] = ()
    ended: str | None = None
    day: str | None = None
    elided: bool = False
    bare: bool = False
    successor: str | None = None

    @property
    def key(self) -> str:
        """One text for the body: its core, and its province where it has one."""
        return " ".join(self.core) + (f" | {fold(self.province)}" if self.province else "")


@dataclass
class Names:
    """Makes identities of parties."""

    authority: Authority
    _cores: dict[tuple[str, int], Core] = field(default_factory=dict)

    def identity(self, party: dict[str, Any], day: str | None) -> Identity:
        """The identity of a party of a record whose document or agreement is of `day`."""
        own = self.core(party["name"], day)
        others = [self.core(form, day) for form in party["aliases"]]
        province = own.province
        if own.elided:
            told = {one.province for one in others if one.province and one.words == own.words}
            province = told.pop() if len(told) == 1 else None
        known = own.known or (None if own.telling else next((one.known for one in others if one.known), None))
        words = (known,) if known else own.words
        forms = {" ".join(one.words) for one in others if one.telling and one.words != words}
        identity = Identity(
            name=self.authority.name_of(known, day) if known else party["canonical"] or party["name"],
            core=words,
            known=known,
            forms=frozenset(sorted(forms, key=lambda form: (-len(form), form))[:_MOST_FORMS]),
            type=party["type"],
            became=self.authority.department(words, day),
            day=day,
            elided=own.elided,
            bare=not own.telling,
            successor=self.authority.successor(known) if known else None,
        )
        return self.placed(identity, province) if province else identity

    def placed(self, identity: Identity, province: str) -> Identity:
        """The identity as a body of `province`."""
        province = self.authority.province_on(province, identity.day)
        today, ended = self.authority.today(province, identity.day), self.authority.ended(province)
        return identity._replace(province=province, today=today, ended=ended, elided=False)

    def core(self, form: str, day: str | None) -> Core:
        """The words of a name that tell it apart, with its province, as the name was meant on `day`."""
        key = form, self.authority.cities_by(day)
        if key not in self._cores:
            if len(self._cores) > _MOST_KEPT:
                self._cores.clear()
            self._cores[key] = self._parse(form, day)
        return self._cores[key]

    def _parse(self, form: str, day: str | None) -> Core:
        lexicon = self.authority.lexicon
        tokens = written_out(_BRACKETS.sub("", form) or form, lexicon)
        for lead in (lexicon.boards, lexicon.governing):
            found = lead.longest(tokens, 0) if tokens else None
            tokens = tokens[found[0] :] if found and len(tokens) > found[0] + 1 else tokens
        known, tokens = self._known(tokens)
        tokens, province, provincial = self._province(tokens, day)
        at_home = tuple(tokens[-len(self.authority.home) :]) == self.authority.home
        tokens = self._plain(tokens) or (list(self.authority.governing) if province else [])
        head = lexicon.heads.longest(tokens, 0) if tokens else None
        named = len(tokens) - (head[0] if head and not known else 0)
        return Core(
            words=tuple(tokens) or tuple(written_out(form, lexicon)) or (fold(form),),
            province=province,
            known=known if tokens == [known] else None,
            elided=not province and not at_home and (provincial or self._is_elided(tokens)),
            telling=named > 1 or (named == 1 and (bool(head) or len(tokens[0]) > 2)),
        )

    def _is_elided(self, tokens: list[str]) -> bool:
        """Whether the name leaves out its province: it is of a district, or is a kind of office and its field alone."""
        lexicon = self.authority.lexicon
        if any(self.authority.districts.longest(tokens, at) for at in range(1, len(tokens))):
            return True
        kind = self.authority.of_a_place.longest(tokens, 0) if tokens else None
        if kind is None:
            return False
        head = lexicon.heads.longest(tokens, 0)
        at = max(kind[0], head[0] if head else 0)
        while at < len(tokens):
            field = lexicon.sectors.longest(tokens, at)
            if field is None and tokens[at] not in self.authority.joints:
                return False
            at += field[0] if field else 1
        return True

    def _known(self, tokens: list[str]) -> tuple[str | None, list[str]]:
        """The id of the known body that the tokens begin with, and the tokens with its name as one: a part of it may follow."""
        home = self.authority.home
        for at in range(len(tokens)):
            found = self.authority.names.longest(tokens, at)
            if found and (at == 0 or " ".join(tokens[:at]) in self.authority.before):
                rest = tokens[at + found[0] :]
                rest = rest[len(home) :] if tuple(rest[: len(home)]) == home else rest
                branch = self.authority.lexicon.branches.longest(rest, 0) if rest else None
                rest = rest[branch[0] :] if branch else rest
                return found[1], [found[1], *rest]
        return None, tokens

    def _province(self, tokens: list[str], day: str | None) -> tuple[list[str], str | None, bool]:
        """The tokens without the province, the province, and whether the name says that it is of one."""
        provinces, provincial, same = self.authority.provinces, self.authority.provincial, self.authority.same
        inside = {
            at + on for at in range(len(tokens)) if (phrase := same.longest(tokens, at)) for on in range(phrase[0])
        }
        by_end = {at + found[0]: (at, found[1]) for at in reversed(range(len(tokens)))
                  if at not in inside and (found := provinces.longest(tokens, at))}  # fmt: skip
        for end, (at, province) in by_end.items():
            before = next((one for one in provincial if tuple(tokens[max(0, at - len(one)) : at]) == one), ())
            if not before and end < len(tokens):
                continue
            info = self.authority.lexicon.provinces_by_name.get(province)
            if len(before) > 1 and info and not self.authority.is_city(info, day):
                return tokens, province, False  # a city of the province that it has its name from
            return tokens[: at - len(before)] + tokens[end:], province, True
        for one in provincial:
            if len(tokens) > len(one) and tuple(tokens[-len(one) :]) == one:
                return tokens[: -len(one)], None, True
        return tokens, None, False

    def _plain(self, tokens: list[str]) -> list[str]:
        """The tokens in one spelling, without legal forms and the home state at the end."""
        home = self.authority.home
        if len(tokens) > len(home) and tuple(tokens[-len(home) :]) == home:
            tokens = tokens[: -len(home)]
        lexicon, plain, at = self.authority.lexicon, [], 0
        state = lexicon.states.longest(tokens, 0) if tokens else None
        if state and state[0] == len(tokens):
            return fold(state[1]).split()
        while at < len(tokens):
            legal = lexicon.legal_forms.longest(tokens, at) or self.authority.dropped.longest(tokens, at)
            other = self.authority.same.longest(tokens, at)
            if legal and len(tokens) > legal[0]:
                at += legal[0]
            elif other:
                plain += other[1].split()
                at += other[0]
            else:
                plain.append(tokens[at])
                at += 1
        if (
            len(plain) < len(tokens)
            and plain
            and (state := lexicon.states.longest(plain, 0))
            and state[0] == len(plain)
        ):
            return fold(state[1]).split()
        return plain


@dataclass(frozen=True, slots=True)
class Core:
    """One name of a party: its words, and the province that it names.

    `elided` says that it leaves its province out, `telling` that it is a name of its own.
    """

    words: tuple[str, ...]
    province: str | None
    known: str | None
    elided: bool
    telling: bool


_MOST_KEPT = 50_000


def likeness(one: Identity, other: Identity) -> float:
    """How alike two parties are, 0 to 1: 1 is the same body, 0 another, of another province for instance."""
    place = _places(one, other)
    if place == 0:
        return 0.0
    if one.known and other.known:
        return place if one.core == other.core else 0.0
    if one.core == other.core:
        return place
    if _is_later_name(one, other) or _is_later_name(other, one):
        return _LOOSE * place
    mine, theirs = " ".join(one.core), " ".join(other.core)
    if mine in other.forms or theirs in one.forms or (one.forms & other.forms):
        return _ALIAS * place
    if one.bare or other.bare:
        return 0.0
    return place * max(
        _by_words(mine, theirs), *(_part_of(a, b) for a, b in ((mine, other.forms), (theirs, one.forms)))
    )


def _is_later_name(old: Identity, new: Identity) -> bool:
    """Whether the later of two tellers calls a department by what it has become since."""
    return old.became is not None and old.became.words == new.core and (new.day or "") >= old.became.on


def _part_of(name: str, forms: frozenset[str]) -> float:
    """How alike a name is to another name of a body of which it has the words at the end: "Phat Agri" of "Hung Phat Agri"."""
    words = name.split()
    return _PART if len(words) > 1 and any(form.split()[-len(words) :] == words for form in forms) else 0.0


def _places(one: Identity, other: Identity) -> float:
    """1 where the provinces agree, less where one is not told, 0 where they cannot be the same."""
    if one.province and other.province:
        agree = one.province == other.province or _moved(one, other)
        return 1.0 if agree else 0.0
    if one.province or other.province:
        province, near = (one.province, other.near) if one.province else (other.province, one.near)
        return 0.0 if near and province not in near else _ELIDED
    return 0.0 if one.near and other.near and not one.near & other.near else 1.0


def _moved(one: Identity, other: Identity) -> bool:
    """Whether the later of the two tells the other by the province that it is of since provinces were merged."""
    old, new = sorted((one, other), key=lambda identity: identity.day or "")
    return bool(old.ended and old.day and new.day and old.day <= old.ended < new.day and new.province in old.today)


@lru_cache(maxsize=100_000)
def _by_words(mine: str, theirs: str) -> float:
    """The likeness of two cores that are not the same: misread letters, or the shorter left out what tells nothing apart."""
    left, right = mine.split(), theirs.split()
    if {word for word in left if word.isdigit()} != {word for word in right if word.isdigit()}:
        return 0.0
    if _spelt_out(left, right) == right or _spelt_out(right, left) == left:
        return _ALIAS
    plain, other = without_marks(mine), without_marks(theirs)
    if plain == other and len(left) > 1:
        return _REREAD
    if min(len(plain), len(other)) >= _LONG and SequenceMatcher(None, plain, other, autojunk=False).ratio() >= _CLOSE:
        return _LOOSE if len(left) == len(right) and _misread(left, right) else 0.0
    short, long = sorted((left, right), key=len)
    if len(short) < 2 or not set(short) <= set(long):
        return 0.0
    return _PART if len(short) * 2 >= len(long) or " ".join(short) in " ".join(long[-len(short) :]) else 0.5


def _spelt_out(short: list[str], full: list[str]) -> list[str]:
    """The words of `short`, acronyms written out as the words of `full` that have these initials: "vhnt", "văn học nghệ thuật"."""
    words: list[str] = []
    for word in short:
        at = next((at for at in range(len(full) - len(word) + 1) if _initials(full[at : at + len(word)]) == word), None)
        words += (
            full[at : at + len(word)]
            if at is not None and len(word) >= _SHORTEST_ACRONYM and word not in full
            else [word]
        )
    return words


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _misread(left: list[str], right: list[str]) -> bool:
    """Whether words that differ do so in their marks or in one letter of a long word: what OCR and haste do."""
    for one, other in zip(left, right, strict=True):
        a, b = without_marks(one), without_marks(other)
        if a != b and (min(len(a), len(b)) < 5 or SequenceMatcher(None, a, b).ratio() < 0.75):
            return False
    return True
