"""rules/authority: bodies with all their names, departments renamed and merged, provinces of old; each with its source.

What these files do not know stays what it is: nothing here makes a body into another that only resembles it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from camket.errors import RuleError
from camket.folding import fold
from camket.lexicon import TOKEN, Lexicon, Phrases, Province, any_of
from camket.rulefiles import AUTHORITY, RuleModel, read_checked


class Sourced(RuleModel):
    """What an entry rests on; `checked` is false where no public text was found that says all of it."""

    source: str
    checked: bool = True


class Former(RuleModel):
    """A name that a body had until a day."""

    name: str
    until: date


class Body(Sourced):
    """A body with its name of today, its former names, and whatever else it is called."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    formerly: tuple[Former, ...] = ()
    until: date | None = None
    successor: str | None = None


class BodyWords(RuleModel):
    """rules/authority/bodies.yaml."""

    before: tuple[str, ...]
    bodies: tuple[Body, ...]


class Change(Sourced):
    """What departments became on a day; `heads` are the kinds of department that it is true of, none where names are whole."""

    heads: tuple[str, ...] = ("",)
    was: str
    now: str
    on: date


class DepartmentWords(RuleModel):
    """rules/authority/departments.yaml."""

    changes: tuple[Change, ...]


class FormerProvince(Sourced):
    """A province as it was until a day, and the provinces that its area went to."""

    name: str
    until: date
    now: tuple[str, ...]


class ProvinceWords(RuleModel):
    """rules/authority/provinces.yaml."""

    former: tuple[FormerProvince, ...]


class FormWords(RuleModel):
    """rules/authority/forms.yaml."""

    same: dict[str, str]
    dropped: tuple[str, ...]
    provincial: tuple[str, ...]
    of_a_place: tuple[str, ...]
    joints: tuple[str, ...]
    districts: tuple[str, ...]
    governing: str
    home: str
    subject_ends: tuple[str, ...]
    no_subject: tuple[str, ...]


class Became(NamedTuple):
    """What a department is from the day `on`: its words, and its name."""

    on: str
    words: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Authority:
    """All of rules/authority, folded and indexed."""

    bodies: dict[str, Body]
    names: Phrases
    before: frozenset[str]
    changes: dict[tuple[str, ...], list[Became]]
    former: tuple[FormerProvince, ...]
    provinces: Phrases
    province_of: dict[str, str]
    city_days: tuple[str, ...]
    province_names: re.Pattern[str]
    same: Phrases
    dropped: Phrases
    provincial: tuple[tuple[str, ...], ...]
    of_a_place: Phrases
    joints: frozenset[str]
    districts: Phrases
    governing: tuple[str, ...]
    home: tuple[str, ...]
    subject_ends: Phrases
    no_subject: frozenset[str]
    lexicon: Lexicon

    @classmethod
    def open(cls, rules: Path, lexicon: Lexicon) -> Authority:
        """The authority data of the folder `rules`; RuleError tells every fault of the first faulty file."""
        folder = rules / AUTHORITY
        bodies = read_checked(folder / "bodies.yaml", BodyWords)
        provinces = read_checked(folder / "provinces.yaml", ProvinceWords)
        forms = read_checked(folder / "forms.yaml", FormWords)
        faults = [*_body_faults(bodies), *_province_faults(provinces, lexicon)]
        if faults:
            raise RuleError(faults)
        spelt = {
            fold(name): one.name for one in lexicon.provinces_by_name.values() for name in (one.name, *one.aliases)
        }
        spelt |= {fold(old.name): old.name for old in provinces.former}
        names = ((name, body.id) for body in bodies.bodies
                 for name in (body.name, *body.also, *(former.name for former in body.formerly)))  # fmt: skip
        return cls(
            bodies={one.id: one for one in bodies.bodies},
            names=_phrases((" ".join(written_out(name, lexicon)), id_) for name, id_ in names),
            before=frozenset(map(fold, bodies.before)),
            changes=_changes(read_checked(folder / "departments.yaml", DepartmentWords)),
            former=provinces.former,
            provinces=_phrases((" ".join(_words(name)), province) for name, province in spelt.items()),
            province_of=spelt,
            city_days=tuple(
                sorted(one.city_from.isoformat() for one in lexicon.provinces_by_name.values() if one.city_from)
            ),
            province_names=any_of(tuple(spelt)),
            same=_phrases((phrase, fold(other)) for phrase, other in forms.same.items()),
            dropped=_phrases((phrase, "") for phrase in forms.dropped),
            provincial=tuple(_words(one) for one in forms.provincial),
            of_a_place=_phrases((phrase, "") for phrase in forms.of_a_place),
            joints=frozenset(map(fold, forms.joints)),
            districts=_phrases((phrase, "") for phrase in forms.districts),
            governing=_words(forms.governing),
            home=_words(forms.home),
            subject_ends=_phrases((phrase, "") for phrase in forms.subject_ends),
            no_subject=frozenset(word for one in forms.no_subject for word in TOKEN.findall(fold(one))),
            lexicon=lexicon,
        )

    def name_of(self, known: str, day: str | None) -> str:
        """The name of the body `known` as it was on `day`, that of today where no day is told."""
        body = self.bodies[known]
        old = sorted((one for one in body.formerly if day and day <= one.until.isoformat()), key=lambda one: one.until)
        return old[0].name if old else body.name

    def successor(self, known: str) -> str | None:
        """The name of the body that followed the body `known`, if one did."""
        body = self.bodies[known]
        return self.bodies[body.successor].name if body.successor else None

    def province_on(self, province: str, day: str | None) -> str:
        """The province that the name `province` stood for on `day`: Huế for Thừa Thiên Huế until 2024."""
        for one in self.lexicon.provinces_by_name.values():
            if one.until and province in one.aliases and (day or "") <= one.until.isoformat():
                return one.name
        return province

    def cities_by(self, day: str | None) -> int:
        """How many provinces had become cities by `day`: between two days with one number, names mean the same."""
        return bisect_right(self.city_days, day) if day else len(self.city_days)

    def is_city(self, province: Province, day: str | None) -> bool:
        """Whether `province` was a city on `day`; before that, a city of its name was a town in it."""
        return province.city and not (day and province.city_from and day < province.city_from.isoformat())

    def ended(self, province: str) -> str | None:
        """The last day of a province that is no more."""
        one = self.lexicon.provinces_by_name.get(province)
        if one:
            return one.until.isoformat() if one.until else None
        return max((old.until.isoformat() for old in self.former if old.name == province), default=None)

    def today(self, province: str, day: str | None) -> tuple[str, ...]:
        """The provinces that hold today what `province` held on `day`."""
        old = [one for one in self.former if one.name == province and (
            province not in self.lexicon.provinces_by_name or (day or "9") <= one.until.isoformat())]  # fmt: skip
        if old:
            parts = min(old, key=lambda one: one.until).now
            return tuple(sorted({today for part in parts for today in self.today(part, None)}))
        one = self.lexicon.provinces_by_name.get(province)
        return (one.today,) if one else ()

    def department(self, words: tuple[str, ...], day: str | None) -> Became | None:
        """What the department with these words has become by now; None where it is what it was on `day`."""
        now, since = None, day or "0"
        while later := [one for one in self.changes.get(now.words if now else words, ()) if one.on > since]:
            now = min(later, key=lambda one: one.on)
            since = now.on
        return now


def _phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    phrases = Phrases()
    for phrase, value in pairs:
        phrases.add(phrase, value)
    return phrases


def _body_faults(words: BodyWords) -> Iterator[str]:
    """Successors that do not exist, and names that two bodies have."""
    ids = Counter(one.id for one in words.bodies)
    yield from (f"bodies.yaml: {id_} stands there twice" for id_, times in ids.items() if times > 1)
    owner: dict[str, str] = {}
    for one in words.bodies:
        if one.successor is not None and one.successor not in ids:
            yield f"bodies.yaml: {one.id}: there is no body {one.successor!r} to be its successor"
        for name in (one.name, *one.also, *(former.name for former in one.formerly)):
            if owner.setdefault(fold(name), one.id) != one.id:
                yield f"bodies.yaml: {one.id}: {name!r} is a name of {owner[fold(name)]} too"


def _province_faults(words: ProvinceWords, lexicon: Lexicon) -> Iterator[str]:
    """Provinces that the area of one of old cannot have gone to."""
    known = {*lexicon.provinces_by_name, *(one.name for one in words.former)}
    for one in words.former:
        yield from (
            f"provinces.yaml: {one.name}: there is no province {name!r}" for name in one.now if name not in known
        )


def written_out(form: str, lexicon: Lexicon) -> list[str]:
    """The folded tokens of `form`, abbreviations written out, marks left out."""
    short = TOKEN.findall(fold(form))
    tokens: list[str] = []
    at = 0
    while at < len(short):
        found = lexicon.abbreviations.longest(short, at)
        tokens += TOKEN.findall(found[1]) if found else [short[at]]
        at += found[0] if found else 1
    return [token for token in tokens if token[0].isalnum()]


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token for token in TOKEN.findall(fold(phrase)) if token[0].isalnum())


def _changes(words: DepartmentWords) -> dict[tuple[str, ...], list[Became]]:
    """The changes by the words of the department before: what it was from a day on."""
    changes: dict[tuple[str, ...], list[Became]] = {}
    for one in words.changes:
        for head in one.heads:
            name = f"{head} {one.now}".strip()
            changes.setdefault(_words(f"{head} {one.was}"), []).append(Became(one.on.isoformat(), _words(name), name))
    return changes
