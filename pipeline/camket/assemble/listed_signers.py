"""Who signs, told in lines of their own: "Tham gia ký kết:" with the signers under it, and the lines that a report ends with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.details import kinds_in
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import Mention
from camket.assemble.offices import bodies_of
from camket.assemble.words import Words

BULLET = re.compile(r"[^\w\"“(]*(?:\d{1,2}[.)]\s*|[\u2460-\u2473]\s*)?")
SIGNERS = re.compile(r"(?<!\w)ký(?: kết)?(?!\w)[^.;:]{0,40}:\s*$")
ON_BEHALF = re.compile(r"tm\.? [^:]{2,80}: ")
_COLON = re.compile(r"\s*:\s*")
_LABEL = re.compile(r"(?:phía|về phía|đại diện|thay mặt|bên|tm\.?) ?[^:.;,]{2,60}: ")
_SEVERAL, _BARE, _FOCUS = 2, 3, 2


def openings(analysis: Analysis) -> list[Sentence]:
    """The first sentence of each block."""
    found: dict[int, Sentence] = {}
    for sentence in analysis.sentences:
        found.setdefault(id(sentence.block), sentence)
    return list(found.values())


def by_listed_signers(analysis: Analysis, entities: Entities, words: Words) -> Iterator[Mention]:
    """A telling for each line such as "Tham gia ký kết:" with the signers and their bodies in the lines under it.

    And for the lines of a signature block that a report ends with: "TM. Hội Nông dân: Lê Văn Tám".
    """
    begun = openings(analysis)
    for at, sentence in enumerate(begun):
        announced = SIGNERS.search(sentence.place.of(analysis.folded)) is not None
        first_of_block = ON_BEHALF.match(sentence.place.of(analysis.folded)) and not (
            at and ON_BEHALF.match(begun[at - 1].place.of(analysis.folded))
        )
        if not (announced or first_of_block):
            continue
        persons: list[Name] = []
        for line in begun[at + announced :]:
            person = _opens_with_person(analysis, line)
            if person is None or (not announced and not ON_BEHALF.match(line.place.of(analysis.folded))):
                break
            persons.append(person)
        if len(persons) < _SEVERAL:
            continue
        bodies = [_body_of(analysis, person, entities) for person in persons]
        kinds = [kind for one in analysis.sentences[: sentence.index + 1] for kind in kinds_in(analysis, one, words)]
        parties = tuple({id(body): body for body in bodies if body}.values()) if announced and all(bodies) else ()
        yield Mention(sentence, sentence.place, parties, (), tuple(persons), kinds[-1] if kinds else "", None,
                      frozenset(), ("signing.persons",), both=False, focus=_FOCUS)  # fmt: skip


def _body_of(analysis: Analysis, person: Name, entities: Entities) -> Entity | None:
    """The body of the person's office, or the one told after it in the line: "Ông A - Giám đốc, Hợp tác xã X"."""
    sentence = analysis.sentence_of(person.place)
    after = [name for name in (analysis.names_in(sentence) if sentence else ())
             if name.kind is NameKind.ORGANISATION and name.place.start > person.place.end]  # fmt: skip
    held = bodies_of(analysis, person, entities)
    return held[0] if held else entities.of(after[0]) if after else None


def _opens_with_person(analysis: Analysis, line: Sentence) -> Name | None:
    """The person that the line begins with."""
    bullet = BULLET.match(analysis.folded, line.place.start, line.place.end)
    start = bullet.end() if bullet else line.place.start
    label = _LABEL.match(analysis.folded, start, line.place.end)
    body = next((name for name in analysis.names_in(line) if name.extent.start == start), None)
    if body is not None and body.kind is NameKind.ORGANISATION:  # "- Sở Y tế X: ông A, Giám đốc"
        label = _COLON.match(analysis.folded, body.extent.end) or label
    start = label.end() if label else start
    return next((name for name in analysis.names_in(line) if name.kind is NameKind.PERSON
                 and name.extent.start - start in range(_BARE)), None)  # fmt: skip
