"""The word lists of rules/lexicon: heads of organisations, offices, places, kinds of agreement, fields.

A `Phrases` looks up the longest listed phrase at a position of a list of folded tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from camket.folding import fold
from camket.records import AgreementKind
from camket.rulefiles import RuleModel, read_checked
from camket.syllables import is_syllable

TOKEN = re.compile(r"\d+(?:[.,/]\d+)*%?(?!\w)|\w+(?:[&'/]\w+|\.[^\W\d_]\w*)*|\S")
"""A syllable, an acronym such as `tt&tt` or `tp.hcm`, a number, or a single mark."""

GLUED_LOCALITY = re.compile(r"(?<!\w)(?P<short>TP|Tp|TX|Tx)\.(?=[^\W\d_][^\W\d_A-ZĐ])")
"""A word of locality with a name right behind its full stop, in text that is not folded: "TP.Osan", but not "TP.HCM"."""

_ANDS = (" và ", " - ", "-", "")
"""What stands for the "&" of an abbreviation."""

HOME = "Việt Nam"
GOVERNMENT = "government"
COMPANY = "company"
SCHOOL = "school"

VENUE_WORDS = frozenset({"tại", "ở"})
"""Before where something is or happens."""
COUNTS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""The numbers, as they are told in words, of several things."""
JOINING = frozenset({"và", "với", "cùng"})
"""Words that join two names."""
SEVERAL = frozenset({"các", "những", *COUNTS})
"""Words before several things."""

_FIRST_COUNT = 2
_ALL, _INCLUDING = "các", " gồm"


class Phrases:
    """Folded phrases by their tokens; `longest` finds the longest at a position."""

    def __init__(self) -> None:
        self.firsts: dict[str, list[tuple[int, dict[tuple[str, ...], str]]]] = {}
        """By their first token, the longest first, those of one length together: most lists have hundreds of a length."""

    def add(self, phrase: str, value: str) -> None:
        """`phrase` is found from now on, with `value`."""
        tokens = tuple(TOKEN.findall(fold(phrase)))
        by_length = dict(self.firsts.get(tokens[0], ()))
        by_length.setdefault(len(tokens), {}).setdefault(tokens, value)
        self.firsts[tokens[0]] = sorted(by_length.items(), key=lambda one: -one[0])

    def longest(self, tokens: list[str], at: int) -> tuple[int, str] | None:
        """How many tokens the longest phrase at `at` has, and its value; none begins past the last token."""
        for length, phrases in self.firsts.get(tokens[at], ()) if at < len(tokens) else ():
            value = phrases.get(tuple(tokens[at : at + length]))
            if value is not None:
                return length, value
        return None

    def __iter__(self) -> Iterator[str]:
        """The phrases, their tokens apart."""
        return (" ".join(tokens) for ends in self.firsts.values() for _, phrases in ends for tokens in phrases)

    def __contains__(self, phrase: str) -> bool:
        tokens = TOKEN.findall(fold(phrase))
        found = self.longest(tokens, 0) if tokens else None
        return found is not None and found[0] == len(tokens)


class Province(RuleModel):
    """A province; `today` holds its area since the mergers, `until` is its last day.

    `city` says that it is a city, `city_from` since when, where a town of its name was one of the province before.
    """

    name: str
    today: str
    city: bool
    city_from: date | None = None
    until: date | None
    aliases: tuple[str, ...] = ()


class State(RuleModel):
    """A state, or a union of states, and its other names; `short` is its form in "Việt - Hàn"."""

    name: str
    union: bool = False
    short: str | None = None
    capital: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class OrganisationWords(RuleModel):
    """rules/lexicon/organisations.yaml."""

    heads: dict[str, tuple[str, ...]]
    whole: tuple[str, ...]
    capital_heads: tuple[str, ...]
    joining: tuple[str, ...]
    own_kind: tuple[str, ...]
    parts: tuple[str, ...]
    branches: tuple[str, ...]
    universities: tuple[str, ...]
    of_schools: tuple[str, ...]
    apart: tuple[str, ...]
    no_parents: tuple[str, ...]
    ministerial: tuple[str, ...]
    provincial: tuple[str, ...]
    below_provinces: tuple[str, ...]
    shared: tuple[str, ...]
    bare: tuple[str, ...]
    boards: tuple[str, ...]
    committees: tuple[str, ...]
    managing: tuple[str, ...]
    common: tuple[str, ...]
    told_alone: tuple[str, ...]
    governing: tuple[str, ...]
    posted: tuple[str, ...]
    stops: tuple[str, ...]
    clause_words: tuple[str, ...]
    foreign_links: tuple[str, ...]
    sector_heads: tuple[str, ...]
    sectors: tuple[str, ...]
    office_fields: tuple[str, ...]
    locality_words: tuple[str, ...]
    compounds: tuple[str, ...]
    generic: tuple[str, ...]
    firm_words: tuple[str, ...]
    qualified: tuple[str, ...]
    things: tuple[str, ...]
    events: tuple[str, ...]
    not_names: tuple[str, ...]
    uniting: tuple[str, ...]
    short_brands: tuple[str, ...]
    channels: tuple[str, ...]
    by_channel: tuple[str, ...]
    shouted: tuple[str, ...]
    legal_forms: tuple[str, ...]


class PersonWords(RuleModel):
    """rules/lexicon/persons.yaml."""

    honorifics: tuple[str, ...]
    familiar: tuple[str, ...]
    office_stops: tuple[str, ...]
    offices: tuple[str, ...]
    office_prefixes: tuple[str, ...]
    office_tails: tuple[str, ...]
    family_names: tuple[str, ...]
    family_words: tuple[str, ...]
    highland_families: tuple[str, ...]
    given: tuple[str, ...]
    second_syllables: tuple[str, ...]
    particles: tuple[str, ...]
    middle_names: tuple[str, ...]
    positions: tuple[str, ...]
    told_by_office: tuple[str, ...]
    locating: tuple[str, ...]
    national: tuple[str, ...]
    of_parts: tuple[str, ...]
    mandates: tuple[str, ...]
    acting_for: tuple[str, ...]
    office_heads: dict[str, tuple[str, ...]]


class PlaceWords(RuleModel):
    """rules/lexicon/places.yaml."""

    provinces: tuple[Province, ...]
    towns: tuple[str, ...]
    oceans: tuple[str, ...]
    states: tuple[State, ...]


class AgreementWords(RuleModel):
    """rules/lexicon/agreements.yaml."""

    kinds: dict[AgreementKind, tuple[str, ...]]
    additions: tuple[str, ...]
    vows: tuple[str, ...]


class AbbreviationWords(RuleModel):
    """rules/lexicon/abbreviations.yaml."""

    expansions: dict[str, str]


class FieldWords(RuleModel):
    """rules/lexicon/fields.yaml."""

    fields: dict[str, tuple[str, ...]]


class VerbWords(RuleModel):
    """rules/lexicon/verbs.yaml."""

    acts: tuple[str, ...]


class TriggerWords(RuleModel):
    """rules/triggers.yaml."""

    triggers: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All word lists, folded and indexed.

    A document without any of `triggers` holds nothing; in others only sentences with one of `telling` are matched.
    """

    heads: Phrases
    whole: Phrases
    capital_heads: frozenset[str]
    joining: frozenset[str]
    own_kind: Phrases
    parts: Phrases
    branches: Phrases
    universities: Phrases
    of_schools: Phrases
    apart: Phrases
    no_parents: Phrases
    ministerial: Phrases
    provincial: Phrases
    below_provinces: Phrases
    shared: frozenset[str]
    bare: Phrases
    boards: Phrases
    committees: Phrases
    managing: Phrases
    common: Phrases
    told_alone: frozenset[str]
    governing: Phrases
    posted: Phrases
    stops: frozenset[str]
    clause_words: frozenset[str]
    foreign_links: frozenset[str]
    sector_heads: Phrases
    sectors: Phrases
    office_fields: Phrases
    locality_words: Phrases
    compounds: frozenset[str]
    generic: frozenset[str]
    firm_words: frozenset[str]
    qualified: tuple[str, ...]
    things: tuple[str, ...]
    events: Phrases
    not_names: frozenset[str]
    uniting: Phrases
    short_brands: frozenset[str]
    channels: frozenset[str]
    by_channel: frozenset[str]
    shouted: Phrases
    legal_forms: Phrases
    honorifics: Phrases
    familiar: frozenset[str]
    office_stops: Phrases
    offices: Phrases
    office_prefixes: Phrases
    office_tails: Phrases
    family_names: frozenset[str]
    family_words: frozenset[str]
    highland_families: frozenset[str]
    given: frozenset[str]
    second_syllables: frozenset[str]
    particles: frozenset[str]
    middle_names: frozenset[str]
    positions: Phrases
    told_by_office: frozenset[str]
    locating: frozenset[str]
    national: frozenset[str]
    of_parts: Phrases
    mandates: Phrases
    mandate: re.Pattern[str]
    acting_for: re.Pattern[str]
    office_heads: dict[str, tuple[str, ...]]
    provinces: Phrases
    towns: Phrases
    oceans: Phrases
    states: Phrases
    state_shorts: dict[str, str]
    unions: frozenset[str]
    capitals: Phrases
    kinds: Phrases
    documents: re.Pattern[str]
    additions: Phrases
    vows: re.Pattern[str]
    expansions: dict[str, str]
    abbreviations: Phrases
    acts: Phrases
    fields: tuple[tuple[str, re.Pattern[str]], ...]
    triggers: re.Pattern[str]
    telling: re.Pattern[str]
    provinces_by_name: dict[str, Province] = field(default_factory=dict)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words in small letters that a name with all told in one go with it can begin with: "công ty", "ông", "xã"."""
        lists = (self.heads, self.honorifics, self.offices, self.office_prefixes, self.locality_words)
        return self.familiar.union(*(one.firsts for one in lists))

    @cached_property
    def person_openers(self) -> frozenset[str]:
        """The words that a person with all told in one go can begin with, but for titles such as "ths.bs"."""
        lists = (self.honorifics, self.offices, self.office_prefixes)
        return self.familiar.union(self.family_names, self.told_by_office, *(one.firsts for one in lists))

    @cached_property
    def place_openers(self) -> frozenset[str]:
        """The words that a state or a place can begin with."""
        return frozenset(self.locality_words.firsts).union(self.places.firsts)

    @cached_property
    def places(self) -> Phrases:
        """All listed states, capitals, provinces and towns."""
        lists = (self.states, self.capitals, self.provinces, self.towns)
        return _phrases((place, "") for one in lists for place in one)

    @cached_property
    def companies(self) -> re.Pattern[str]:
        """The heads of companies, after which short forms of their names stand."""
        heads = (head for head in self.heads if self.heads.longest(head.split(), 0) == (len(head.split()), COMPANY))
        return any_of(tuple(heads), blanks=True)

    @cached_property
    def never_short(self) -> frozenset[str]:
        """The words that are no short form of a body's name, whatever names hold them: those of places and states."""
        return self.not_names.union(self.expansions, self.provinces, self.states)

    @classmethod
    def open(cls, rules: Path) -> Lexicon:
        """The lexicon of the folder `rules`; RuleError tells every fault of the first faulty file."""
        folder = rules / "lexicon"
        bodies = read_checked(folder / "organisations.yaml", OrganisationWords)
        persons = read_checked(folder / "persons.yaml", PersonWords)
        places = read_checked(folder / "places.yaml", PlaceWords)
        agreements = read_checked(folder / "agreements.yaml", AgreementWords)
        fields = read_checked(folder / "fields.yaml", FieldWords)
        gates = read_checked(rules / "triggers.yaml", TriggerWords)
        return cls(
            heads=_phrases((head, kind) for kind, heads in bodies.heads.items() for head in heads),
            whole=_phrases((name, "") for name in bodies.whole),
            capital_heads=frozenset(map(fold, bodies.capital_heads)),
            joining=frozenset(map(fold, bodies.joining)),
            own_kind=_phrases((head, "") for head in bodies.own_kind),
            parts=_phrases((part, "") for part in bodies.parts),
            universities=_phrases((head, "") for head in bodies.universities),
            of_schools=_phrases((head, "") for head in bodies.of_schools),
            branches=_phrases((head, "") for head in bodies.branches),
            apart=_phrases((head, "") for head in bodies.apart),
            no_parents=_phrases((head, "") for head in bodies.no_parents),
            ministerial=_phrases((head, "") for head in bodies.ministerial),
            provincial=_phrases((head, "") for head in bodies.provincial),
            below_provinces=_phrases((word, "") for word in bodies.below_provinces),
            shared=frozenset(map(fold, bodies.shared)),
            bare=_phrases((head, "") for head in bodies.bare),
            boards=_phrases((board, "") for board in bodies.boards),
            managing=_phrases((one, "") for one in bodies.managing),
            common=_phrases((one, "") for one in bodies.common),
            committees=_phrases((one, "") for one in bodies.committees),
            told_alone=frozenset(map(fold, bodies.told_alone)),
            governing=_phrases((head, "") for head in bodies.governing),
            posted=_phrases((head, "") for head in bodies.posted),
            stops=frozenset(map(fold, bodies.stops)),
            clause_words=frozenset(map(fold, bodies.clause_words)),
            foreign_links=frozenset(bodies.foreign_links),
            sector_heads=_phrases((head, "") for head in bodies.sector_heads),
            sectors=_phrases((sector, "") for sector in bodies.sectors),
            office_fields=_phrases((field, "") for field in bodies.office_fields),
            locality_words=_phrases((word, "") for word in bodies.locality_words),
            compounds=frozenset(map(fold, bodies.compounds)),
            generic=frozenset(map(fold, bodies.generic)),
            firm_words=frozenset(bodies.firm_words),
            qualified=tuple(map(fold, bodies.qualified)),
            things=tuple(map(fold, bodies.things)),
            events=_phrases((noun, "") for noun in bodies.events),
            not_names=frozenset(map(fold, bodies.not_names)),
            uniting=_phrases((word, word) for word in bodies.uniting),
            short_brands=frozenset(map(fold, bodies.short_brands)),
            channels=frozenset(map(fold, bodies.channels)),
            by_channel=frozenset(map(fold, bodies.by_channel)),
            shouted=_phrases((word, "") for word in bodies.shouted),
            legal_forms=_phrases((word, "") for word in bodies.legal_forms),
            honorifics=_phrases((word, "") for word in persons.honorifics),
            office_stops=_phrases((word, "") for word in persons.office_stops),
            familiar=frozenset(map(fold, persons.familiar)),
            offices=_phrases((word, "") for word in persons.offices),
            office_prefixes=_phrases((word, "") for word in persons.office_prefixes),
            office_tails=_phrases((word, "") for word in persons.office_tails),
            family_names=frozenset(
                map(fold, (*persons.family_names, *persons.family_words, *persons.highland_families))
            ),
            family_words=frozenset(map(fold, persons.family_words)),
            highland_families=frozenset(map(fold, persons.highland_families)),
            given=frozenset(map(fold, persons.given)),
            second_syllables=frozenset(map(fold, persons.second_syllables)),
            particles=frozenset(map(fold, persons.particles)),
            middle_names=frozenset(map(fold, persons.middle_names)),
            positions=_phrases((place, "") for place in persons.positions),
            office_heads={fold(office): tuple(map(fold, heads)) for office, heads in persons.office_heads.items()},
            of_parts=_phrases((office, "") for office in persons.of_parts),
            mandates=_phrases((word, "") for word in persons.mandates),
            mandate=re.compile(rf"{any_of(persons.mandates).pattern}(?: cho| của| phía)? $"),
            acting_for=re.compile(
                rf",? (?:đã |sẽ |được ủy quyền )?(?:ký |ký kết )?{any_of(persons.acting_for).pattern}(?: cho| của)? "
            ),
            told_by_office=frozenset(map(fold, persons.told_by_office)),
            locating=frozenset(map(fold, persons.locating)),
            national=frozenset(map(fold, persons.national)),
            provinces=_phrases((form, one.name) for one in places.provinces for form in (one.name, *one.aliases)),
            towns=_phrases((town, town) for town in places.towns),
            oceans=_phrases((ocean, "") for ocean in places.oceans),
            states=_phrases((form, one.name) for one in places.states for form in (one.name, *one.aliases)),
            state_shorts={fold(one.short): one.name for one in places.states if one.short},
            unions=frozenset(one.name for one in places.states if one.union),
            capitals=_phrases((capital, one.name) for one in places.states for capital in one.capital),
            kinds=_phrases((name, kind) for kind, names in agreements.kinds.items() for name in names),
            documents=any_of(tuple(name for kind, names in agreements.kinds.items() if kind != AgreementKind.UNSPECIFIED for name in names)),
            additions=_phrases((name, "") for name in agreements.additions),
            vows=any_of(agreements.vows),
            expansions=(expansions := _spellings(read_checked(folder / "abbreviations.yaml", AbbreviationWords))),
            abbreviations=_phrases((short, fold(full)) for short, full in expansions.items()),
            acts=_phrases((act, "") for act in read_checked(folder / "verbs.yaml", VerbWords).acts),
            fields=tuple((name, any_of(words)) for name, words in fields.fields.items()),
            triggers=any_of(gates.triggers),
            telling=any_of(gates.triggers + gates.people),
            provinces_by_name={one.name: one for one in places.provinces},
        )  # fmt: skip

    def tells_several(self, between: str) -> bool:
        """Whether the folded words `between` a body and a place say that more of its kind follow: "Sở X của các tỉnh: Y, Z"."""
        told = (
            between.lstrip(" :")
            .rstrip(" :,")
            .removeprefix("của ")
            .removesuffix(" gồm")
            .removesuffix(" bao")
            .replace(" ,", ",")
        )
        count, _, kind = told.partition(" ")
        words = kind.split()
        listed = between.rstrip(" :").endswith(_INCLUDING) and self.is_kind_of_place(words[:1])  # "8 tỉnh Tây Bắc gồm"
        number = not kind and (count.isdigit() or count in COUNTS)  # "Sở X 3 | tỉnh Y, Z"
        kinds = f"{_ALL} {kind}" in self.shared or self.is_kind_of_place(words)
        return told in self.shared or (self.several([count]) and (kinds or number or listed))

    def is_kind_of_place(self, words: Sequence[str]) -> bool:
        """Whether the folded `words` are those for a kind of locality and no more: "thị xã"."""
        found = self.locality_words.longest(list(words), 0) if words else None
        return found is not None and found[0] == len(words)

    @staticmethod
    def several(words: Sequence[str]) -> bool:
        """Whether the last of the folded `words` counts several things: "các", "ba", "3"."""
        return bool(words) and (words[-1] in SEVERAL or words[-1].isdigit())

    def province_in(self, name: str) -> str | None:
        """The province that `name` ends with or holds, by the name in force when it was written."""
        tokens = TOKEN.findall(fold(name))
        for at in range(len(tokens) - 1, -1, -1):
            found = self.provinces.longest(tokens, at)
            if found:
                return found[1]
        return None

    def names_state(self, name: str) -> bool:
        """Whether `name` holds the name of a state."""
        return bool(self.states_in(TOKEN.findall(name)))

    def states_in(self, words: Sequence[str]) -> list[str]:
        """The states that `words` name, in order, by their listed names; "tư pháp" names none, nor does "Bệnh viện Minh Đức"."""
        folded = [fold(word) for word in words]
        found: list[str] = []
        for at in range(len(words)):
            state = self.states.longest(folded, at)
            around = {" ".join(folded[max(0, at - 1) : at + 1]), " ".join(folded[at : at + 2])}
            if state and not (state[0] == 1 and (around & self.compounds or self._ends_given_name(words, folded, at))):
                found.append(state[1])
        return found

    def _ends_given_name(self, words: Sequence[str], folded: list[str], at: int) -> bool:
        """Whether the syllable follows a capital one that ends no noun of bodies or their field: "Đức" of "Minh Đức"."""
        if not at or not words[at - 1][0].isupper() or not all(map(is_syllable, folded[at - 1 : at + 1])):
            return False
        nouns = (self.heads, self.sectors, self.sector_heads, self.abbreviations)
        before = folded[:at]
        return not any(
            (found := phrases.longest(before, start)) and start + found[0] == at
            for start in range(at)
            for phrases in nouns
        )


def number_of(word: str) -> int:
    """The number that a folded word or digits tell; 0 where it is neither: 3 for "ba" and "3"."""
    return int(word) if word.isdigit() else COUNTS.index(word) + _FIRST_COUNT if word in COUNTS else 0


def any_of(words: tuple[str, ...], *, blanks: bool = False) -> re.Pattern[str]:
    """A pattern over folded text that finds any of `words`, whole; of those at a place the longest.

    With `blanks` any white space may stand where a word has a blank, as between tokens.

    Words that begin alike share their beginning, and what stands before is looked at after the first letter, by which
    texts are searched two to five times faster than word by word.
    """
    pattern = rf"{branches_of(words, after_first=_NO_LETTER_BEFORE)}(?!\w)"
    return re.compile(pattern.replace(r"\ ", r"\s+") if blanks else pattern)


_Tree = dict[str, "_Tree"]
"""Words by their letters, each with what may follow it."""
_WORD_ENDS = ""
_NO_LETTER_BEFORE = r"(?<!\w.)"


def branches_of(words: Iterable[str], after_first: str = "") -> str:
    """What finds the longest of `words` at a place, as part of a pattern; `after_first` stands after their first letters."""
    tree: _Tree = {}
    for word in map(fold, words):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_WORD_ENDS] = {}
    return _branches(tree, after_first)


def _branches(tree: _Tree, after_first: str = "") -> str:
    branches = [re.escape(letter) + after_first + _branches(rest) for letter, rest in sorted(tree.items()) if letter]
    ends = _WORD_ENDS in tree
    if len(branches) < 2 and not (branches and ends):
        return "".join(branches)
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")


def _spellings(short: AbbreviationWords) -> dict[str, str]:
    """What the abbreviations stand for, folded, in all spellings: "nn&ptnt" is "nn và ptnt", "nn - ptnt", "nn-ptnt", "nnptnt" too."""
    spelt = {
        fold(one.replace("&", mark)): full for one, full in short.expansions.items() if "&" in one for mark in _ANDS
    }
    return spelt | {fold(one): full for one, full in short.expansions.items()}


def _phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    phrases = Phrases()
    for phrase, value in pairs:
        phrases.add(phrase, str(value))
    return phrases
