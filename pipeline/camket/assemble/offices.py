"""Persons and the bodies of their offices, and the leaders that "hai bộ trưởng" stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.heads import heads_body, told_more
from camket.document import BlockKind
from camket.folding import fold
from camket.lexicon import HOME, JOINING
from camket.syllables import is_syllable

_LOOK_BACK = 5
_PAIR = 2
_SIDE = 3
_AT = " tại "
_OF_BOTH = (" hai ", " các ", " ba ")
"""Behind a body that is of neither side alone: "thay mặt Chính phủ hai nước"."""
_AMBASSADOR, _EMBASSY = "đại sứ ", ("đại", "sứ", "quán")
_BULLET = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?")
_ASIDE_OF = "phía"
_TO_PERSON = re.compile(r"(?: ?\([^()]*\))?(?:,|:| ký kết| ký)?(?: là| có| do)? ?")
_MINISTER = re.compile(r"(?:bộ trưởng|thứ trưởng) (?!bộ )")
_MEMBER = re.compile(r"(?<!\w)(?:ủy viên|thành viên|đại biểu)(?: \w+){0,2} $")
"""What makes nobody stand for the body: "Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh"."""
_TWO_OF = re.compile(r"(?:hai|2) (?:vị )?(?P<office>\w+ \w+)")
_STANDS_FOR = re.compile(r"(?:,| đã|, đã)? (?:đại diện|thay mặt)(?: cho)? ")
_SIDE_OF = re.compile(r"(?<!\w)(?:phía|bên)\s$")
_HAS = re.compile(r"(?:\s*\([^()]*\))?(?:,? (?:có|gồm|là)(?!\w)|\s*:)")
_SIDE_REACH = 8
_GOES = re.compile(r"(?<!\w)(?:đoàn|phái đoàn)(?!\w)")
_OPENS = re.compile(r"(?:^|[,;:]|(?<!\w)(?:còn|và|riêng)) ?$")
_LEADERS = re.compile(r"(?<!\w)(?:hai|các|2) trưởng (?:phái )?đoàn(?!\w)")
_LEADS = re.compile(r"[^.;]{0,60}?(?:,| là| làm)? ?(?:trưởng (?:phái )?đoàn|dẫn đầu)(?!\w)")
_DELEGATION = re.compile(r"(?:\s*\([^()]*\))?\s+do\s+$")
_DELEGATION_FROM = tuple(
    re.compile(rf"(?:, [^,;:.()]{{2,40}}){{{levels}}}(?:\s*\([^()]*\))?\s+do\s+$") for levels in (2, 1)
)
"""The same behind the province or state it comes from: "Đoàn cán bộ Sở X tỉnh Y, nước CHDCND Lào do ông A ..."."""


def bodies_of(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body of a person's office, here or where the document names the person again, or of the delegation or side."""
    return (
        _of_mandate(analysis, person, entities, NameKind.STATE)  # whatever office signs for it
        or _of_mandate_behind(analysis, person, entities)
        or _of_led_delegation(analysis, person, entities)
        or _of_office(analysis, person, entities)
        or _of_mandate(analysis, person, entities, NameKind.ORGANISATION)
        or _of_line(analysis, person, entities)
        or all_bodies_of(analysis, person, entities)
        or _of_side(analysis, person, entities)
        or _of_short_name(analysis, person, entities)
        or _of_ministry(analysis, person, entities)
    )


def home_beside(
    analysis: Analysis, persons: Sequence[Name], parties: Sequence[Entity], entities: Entities
) -> list[Entity]:
    """The home state, for the one of two leaders whose office names no state beside that of a foreign one: "Chủ tịch nước A và Chủ tịch Cuba B"."""
    abroad = [one for one in parties if one.kind is NameKind.STATE and one.type != HOME]
    if len(persons) != _PAIR or not (len(abroad) == len(parties) == 1):
        return []
    plain = [one for one in persons if one.title is not None and not bodies_of(analysis, one, entities)]
    home = len(plain) == 1 and all(map(is_syllable, fold(plain[0].place.of(analysis.text)).split()))
    return [one for one in entities.all if home and one.kind is NameKind.STATE and one.type == HOME][:1]


def bodies_by_office(
    analysis: Analysis, persons: Sequence[Name], known: Sequence[Entity], entities: Entities
) -> list[Entity]:
    """For each person whose body is told by the office alone, the only body of the document that has such an office.

    "Đại sứ A và Viện trưởng B": the embassy and the institute told before; `known` are the bodies of the other persons.
    """
    bodies = {
        id(one): one for name in analysis.names if name.kind is NameKind.ORGANISATION for one in [entities.of(name)]
    }
    found: list[Entity] = []
    for person in persons:
        office = next(iter(offices_of(analysis, person)), "")
        if not office or bodies_of(analysis, person, entities) or told_more(office, entities.lexicon):
            continue
        held = [one for one in bodies.values()
                if one.type and not any(one is other for other in [*known, *found])
                and any(heads_body(office, form, entities.lexicon) for form in one.forms)]  # fmt: skip
        found += held if len(held) == 1 else []
    return found


def all_bodies_of(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The bodies of all offices, and delegations led, that the document tells of the person."""
    bodies: list[Entity] = []
    for other in _namings(analysis, person):
        bodies += _of_office(analysis, other, entities) or _of_delegation(analysis, other, entities)
    return bodies


def _namings(analysis: Analysis, person: Name) -> list[Name]:
    """All that the document tells of the person, in order: by the same name, or by a longer one that ends with it.

    Else one word is what a longer name begins with, as of Chinese and Korean names: "Kim" of "Kim Jong-un".
    """
    name = fold(person.place.of(analysis.text)).split()
    told = [(one, fold(one.place.of(analysis.text)).split()) for one in analysis.names if one.kind is NameKind.PERSON]
    ends = [one for one, said in told if said[-len(name) :] == name]
    alone = len(name) == 1 and all(one.place.of(analysis.folded).split() == name for one in ends)
    return ends + [one for one, said in told if alone and len(said) > 1 and said[:1] == name]


def full_name(analysis: Analysis, person: Name) -> str:
    """The person's name, or the only longer one of the document that ends with it, or begins with it where it is one word."""
    said = person.place.of(analysis.text)
    words = fold(said).split()
    longer: dict[str, str] = {}
    bodies = {fold(one.place.of(analysis.text)) for one in analysis.names if one.kind is NameKind.ORGANISATION}
    for one in analysis.names:
        other = fold(one.place.of(analysis.text)).split()
        ends = other[-len(words) :] == words or (len(words) == 1 and other[:1] == words)
        plain = one.kind is NameKind.PERSON and len(other) > len(words) and bodies.isdisjoint(other)
        if plain and ends:
            longer.setdefault(" ".join(other), one.place.of(analysis.text))
    return next(iter(longer.values())) if len(longer) == 1 else said


def offices_of(analysis: Analysis, person: Name) -> list[str]:
    """The offices that the document tells of the person, folded, the one told here first."""
    told = [one for one in _namings(analysis, person) if one.title is not None]
    told.sort(key=lambda one: one is not person)
    return [one.title.of(analysis.folded) for one in told if one.title is not None]


def _of_delegation(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body in "đoàn đại biểu X do ông A làm trưởng đoàn", "..., còn X do ông A ký"."""
    sentence = analysis.sentence_of(person.place)
    start = sentence.place.start if sentence else person.extent.start
    said = analysis.folded[start : person.extent.start]
    ends = [start + found.start() for one in (*_DELEGATION_FROM, _DELEGATION) if (found := one.search(said))]
    told = [name for end in ends for name in analysis.names
             if name.kind is not NameKind.PERSON and name.place.end == end
             and (_GOES.search(analysis.folded, start, name.place.start)
                  or _OPENS.search(analysis.folded[start : name.place.start]))]  # fmt: skip
    return [entities.of(_before_state(analysis, name)) for name in told[:1]]


def _before_state(analysis: Analysis, name: Name) -> Name:
    """The body right before the state `name`, whose it is: "đoàn đại biểu Bộ X Việt Nam"; else `name`."""
    owned = (
        one for one in analysis.names if one.kind is NameKind.ORGANISATION and one.extent.end + 1 == name.place.start
    )
    return next(owned, name) if name.kind is NameKind.STATE else name


def _of_led_delegation(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body whose delegation the person leads, whatever the office, where "hai trưởng đoàn" sign."""
    if not _LEADERS.search(analysis.folded):
        return []
    led = (one for one in _namings(analysis, person) if _LEADS.match(analysis.folded, one.extent.end))
    return next((found for one in led if (found := _of_delegation(analysis, one, entities))), [])


def _of_side(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body whose side the person is listed on: "Về phía Bệnh viện X có ông A - Giám đốc; bà B"."""
    for one in _namings(analysis, person):
        sentence = analysis.sentence_of(one.place)
        sides = [name for name in (analysis.names_in(sentence) if sentence else ())
                 if name.kind is NameKind.ORGANISATION and name.extent.end <= one.extent.start
                 and _SIDE_OF.search(analysis.folded, max(0, name.place.start - _SIDE_REACH), name.place.start) and _HAS.match(analysis.folded, name.extent.end)]  # fmt: skip
        if sides:
            return [entities.of(sides[-1])]
        if sentence and (led := _leads_list(analysis, sentence)) is not None:
            return [entities.of(led)]
    return []


def _of_short_name(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The only body whose name ends with the words that the office does: "giám đốc Ba Làng" of "Công ty Thực phẩm Ba Làng"."""
    words = person.title.of(analysis.text).strip(" -–,").split() if person.title else []
    start = next((at + 1 for at in range(len(words) - 1, -1, -1) if not words[at][0].isupper()), len(words))
    body = entities.ending_with(tuple(map(fold, words[start:])))
    return [body] if body else []


def _of_ministry(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The ministry that the document names elsewhere by the field of a minister of home: "Thứ trưởng Nông nghiệp" of "Bộ Nông nghiệp"."""
    office = person.title.of(analysis.folded) if person.title else ""
    led = _MINISTER.match(office)
    key = entities.forms.key(f"bộ {office[led.end() :]}") if led and office[led.end() :] else ()
    held = [one for one in entities.all if one.kind is NameKind.ORGANISATION and one.at_home
            and any(other[: len(key)] == key for other in one.keys)] if key else []  # fmt: skip
    return held[:1] if len(held) == 1 else []


def _leads_list(analysis: Analysis, sentence: Sentence) -> Name | None:
    """The body whose side the line above the list of the sentence tells: "Về phía X, có mặt:", and under it who was there."""
    if sentence.block.kind is not BlockKind.LIST_ITEM:
        return None
    above = next(
        (one for one in reversed(analysis.sentences[: sentence.index]) if one.block.kind is not BlockKind.LIST_ITEM),
        None,
    )
    if above is None or analysis.text[above.place.end - 1] != ":":
        return None
    return next((name for name in analysis.names_in(above) if name.kind is NameKind.ORGANISATION
                 and _SIDE_OF.search(analysis.folded, above.place.start, name.place.start)), None)  # fmt: skip


def _of_office(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body that a person holds office in: the first that the office names, but none of which the person is only a member."""
    if person.title is None:
        return []
    inside = [name for name in analysis.names
              if name.kind is not NameKind.PERSON and person.title.covers(name.place)
              and not analysis.folded.endswith(_AT, 0, name.place.start)]  # fmt: skip
    led = [name for name in inside if not _MEMBER.search(analysis.folded[person.title.start : name.place.start])]
    bodies = [name for name in led or inside if name.kind is NameKind.ORGANISATION] or led or inside
    bodies = [
        name for name in bodies if not entities.of(name).committee
    ] or bodies  # "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"
    return [_embassy_of(analysis, person, bodies[0], entities) or entities.of(bodies[0])] if bodies else []


def _embassy_of(analysis: Analysis, person: Name, state: Name, entities: Entities) -> Entity | None:
    """The embassy that the document names, for the ambassador of its state: "Đại sứ Thụy Sĩ" of "Đại sứ quán Thụy Sĩ tại Việt Nam"."""
    office = person.title.of(analysis.folded) if person.title else ""
    if state.kind is not NameKind.STATE or not office.startswith(_AMBASSADOR):
        return None
    return next((one for one in entities.all for key in one.keys
                 if key[:3] == _EMBASSY and key[3:].count(fold(state.place.of(analysis.text)).split()[0]) and one.kind is NameKind.ORGANISATION), None)  # fmt: skip


def _of_mandate(analysis: Analysis, person: Name, entities: Entities, kind: NameKind) -> list[Entity]:
    """The body or state, as `kind` says, in whose name the sentence says that the person acts: "Thay mặt X, ông A", "ký thay mặt X là ông A"."""
    sentence = analysis.sentence_of(person.place)
    names = [] if sentence is None else [
        name for name in analysis.names_in(sentence) if name.kind is kind and not name.place.overlaps(person.extent)
    ]  # fmt: skip
    for name in names:
        start = sentence.place.start if sentence else 0
        before = name.extent.end <= person.extent.start and entities.lexicon.mandate.search(
            analysis.folded[start : name.place.start]
        )
        side = before and kind is NameKind.STATE and _ASIDE_OF in before.group()  # "về phía Việt Nam" its office signs
        if before and not side and _TO_PERSON.fullmatch(analysis.folded[name.extent.end : person.extent.start]):
            return [entities.of(name)]
        of_both = analysis.folded.startswith(_OF_BOTH, name.place.end)
        if not of_both and entities.lexicon.acting_for.fullmatch(analysis.folded[person.extent.end : name.place.start]):
            return [entities.of(name)]
    return []


def _of_mandate_behind(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body that the person, of another, is told to stand for: "ông A - Giám đốc Công ty con X, đại diện Tập đoàn Y"."""
    told = _STANDS_FOR.match(analysis.folded, person.extent.end)
    sentence = analysis.sentence_of(person.place)
    if told is None or sentence is None:
        return []
    behind = (name for name in analysis.names_in(sentence)
              if name.place.start == told.end() and not analysis.folded.startswith(_OF_BOTH, name.place.end))  # fmt: skip
    return [entities.of(name) for name in behind if name.kind is NameKind.ORGANISATION][:1]


def _of_line(analysis: Analysis, person: Name, entities: Entities) -> list[Entity]:
    """The body that the line of the person begins with: "- Sở Y tế X: ông A, Giám đốc"."""
    sentence = analysis.sentence_of(person.place)
    first = (
        next((name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION), None)
        if sentence
        else None
    )
    if (
        sentence is None
        or first is None
        or _BULLET.fullmatch(analysis.text[sentence.place.start : first.extent.start]) is None
    ):
        return []
    return [entities.of(first)] if analysis.text[first.extent.end : person.extent.start].strip() == ":" else []


def leaders_before(analysis: Analysis, sentence: Sentence, until: int) -> list[Name]:
    """The last two persons told up to `until`, in `sentence` or shortly before it, for "hai bộ trưởng ký"; else two told as a pair."""
    if counted := _of_office_counted(analysis, until):
        return counted
    chosen: list[Name] = []
    for index in range(sentence.index, max(-1, sentence.index - _LOOK_BACK), -1):
        for name in reversed(analysis.names_in(analysis.sentences[index])):
            told = name.kind is NameKind.PERSON and name.title and name.extent.end <= until
            if told and len(chosen) < _PAIR:
                chosen.append(name)
        if len(chosen) == _PAIR:
            return chosen[::-1]
    return _told_as_pair(analysis)


def _of_office_counted(analysis: Analysis, at: int) -> list[Name]:
    """The only two persons with the office that "hai bộ trưởng" at `at` counts, wherever the text before names them."""
    counted = _TWO_OF.match(analysis.folded, at)
    persons: dict[str, Name] = {}
    for name in analysis.names if counted else ():
        title = name.title.of(analysis.folded) if name.title and name.kind is NameKind.PERSON else ""
        if counted and name.extent.end <= at and title.startswith(counted["office"]):
            persons.setdefault(name.place.of(analysis.folded), name)
    return list(persons.values()) if len(persons) == _PAIR else []


def _told_as_pair(analysis: Analysis) -> list[Name]:
    """The first two persons that are told next to each other with their states: "thủ tướng A (trái) và thủ tướng B"."""
    heads = [name for name in analysis.names if name.kind is NameKind.PERSON and _states_in(analysis, name)]
    for one, other in pairwise(heads):
        between = analysis.folded[one.extent.end : other.extent.start].split()
        apart = _states_in(analysis, one) != _states_in(analysis, other)
        if apart and between and between[-1] in JOINING and len(between) <= _SIDE:
            return [one, other]
    return []


def _states_in(analysis: Analysis, person: Name) -> set[str]:
    """The states that the person's office names."""
    if person.title is None:
        return set()
    return {name.type for name in analysis.names if name.kind is NameKind.STATE and person.title.covers(name.place)}
