"""Parties that nothing tells but those who sign for them: "Ký văn bản có ông A, Giám đốc Sở X, và bà B, Giám đốc Sở Y"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from camket.analysis import Analysis, Match, Name, NameKind, Sentence
from camket.assemble.details import kinds_in
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import BACKGROUND, LEAD_SENTENCES, NOT_SIGNED, Mention
from camket.assemble.offices import bodies_by_office, bodies_of
from camket.assemble.words import Words

_PAIR = 2
_FOCUS = 2


def with_offices(analysis: Analysis, mentions: list[Mention], entities: Entities) -> list[Mention]:
    """The mentions; where none names two parties, those of two signers with the bodies that their offices alone tell."""
    if any(len(one.parties) >= _PAIR for one in mentions if one.told_as_news):
        return [_with_host(analysis, one, entities) for one in mentions]
    return [
        replace(one, parties=(*one.parties, *bodies_by_office(analysis, one.persons, one.parties, entities)))
        if len(one.persons) >= _PAIR and len(one.parties) < _PAIR
        else one
        for one in mentions
    ]


def _with_host(analysis: Analysis, mention: Mention, entities: Entities) -> Mention:
    """The mention; where all signers but the first are told with their bodies, with the body that has the first's office.

    "PGS Lê Văn Tám, Hiệu trưởng cùng bà Trần Thị Chín, Giám đốc Công ty X, ông Hồ Văn Năm, Giám đốc Công ty Y ký kết"; a
    mention of one of several partners tells of one body.
    """
    first, *others = mention.persons or (None,)
    if (
        first is None
        or len(others) < _PAIR
        or len(mention.parties) not in {1, len(others)}
        or bodies_of(analysis, first, entities)
    ):
        return mention
    host = bodies_by_office(analysis, [first], mention.parties, entities)
    return replace(mention, parties=(*host, *mention.parties)) if len(host) == 1 else mention


def told_by_signers(
    analysis: Analysis, matches: Iterable[Match], mentions: list[Mention], entities: Entities, words: Words
) -> list[Mention]:
    """A telling for each sentence that names the signers of two bodies or more, where no telling of a signing names any.

    A place in the headline is none: "Phụ nữ Điện Biên ký ghi nhớ".
    """
    told = [one for one in mentions if one.tells_signing and one.told_as_news]
    if any(party.kind is not NameKind.PLACE for one in told for party in one.parties) or any(
        len(one.parties) >= _PAIR for one in mentions if not one.cues & BACKGROUND
    ):
        return []
    found = []
    for match in matches:
        if match.fills != "signatory" or match.cues & NOT_SIGNED:
            continue
        persons = tuple(name for names in match.names.values() for name in names if name.kind is NameKind.PERSON)
        parties = _bodies(analysis, persons, entities)
        kinds = [
            kind for one in analysis.sentences[: match.sentence.index + 1] for kind in kinds_in(analysis, one, words)
        ]
        if len(parties) >= _PAIR and (kinds or told):
            focus = _FOCUS if match.sentence.index < LEAD_SENTENCES or any(one.focus > 1 for one in told) else 1
            found.append(
                Mention(match.sentence, match.place, parties, (), persons, kinds[-1] if kinds else "unspecified", None, match.cues,
                        ("signing.persons",), both=False, focus=focus)
            )  # fmt: skip
    return found


def _bodies(analysis: Analysis, persons: Iterable[Name], entities: Entities) -> tuple[Entity, ...]:
    """The body that each person heads, where all head one."""
    held = [bodies_of(analysis, person, entities)[:1] for person in persons]
    return tuple({id(body): body for bodies in held for body in bodies}.values()) if all(held) else ()


def told_by_sides(analysis: Analysis, entities: Entities, words: Words) -> list[Mention]:
    """A telling for lines that each name a side after its label: "Bên A: Công ty X", "Bên B: Bệnh viện Y"."""
    sides: list[tuple[Sentence, Name]] = []
    for sentence in analysis.sentences:
        label = words.side_label.match(analysis.folded, sentence.place.start, sentence.place.end)
        named = next((name for name in analysis.names_in(sentence) if label and name.place.start == label.end()), None)
        if named is not None and named.kind is not NameKind.PERSON:
            sides.append((sentence, named))
        elif sides and sentence.index > sides[-1][0].index + _PAIR:
            break
    parties = tuple({id(body): body for _, name in sides for body in [entities.of(name)]}.values())
    if len(parties) < _PAIR:
        return []
    first = sides[0][0]
    kinds = [kind for one in analysis.sentences[: first.index + 1] for kind in kinds_in(analysis, one, words)]
    return [Mention(first, first.place, parties, (), (), kinds[-1] if kinds else "", None, frozenset(),
                    ("document.sides",), both=False, focus=_FOCUS)]  # fmt: skip
