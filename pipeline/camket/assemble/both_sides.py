"""Who "hai bên", "hai nước", "ba bên" are: those told beside it or right before, else those that the document tells of most."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import AT, LEAD_SENTENCES, OF_SEVERAL, Mention, resolved
from camket.document import BlockKind
from camket.lexicon import COUNTS, JOINING, number_of

_PAIR = 2
_FAR_BACK = 4
_MEETS = re.compile(
    r"(?<!\w)(?:làm việc với|làm việc tại|tiếp|đón tiếp|tiếp đón|hội đàm với|gặp|thăm|trao đổi với)(?!\w)"
)
_AT_WORK = "làm việc tại "
_AGREES = re.compile(r"(?<!\w)(?:thống nhất|thỏa thuận|phối hợp|hợp tác|bàn bạc|đàm phán) (?:cùng |\w+ )?với(?!\w)")
_COUNTED = re.compile(rf"(?<!\w)({'|'.join(COUNTS[1:])}) (?=\w)")


def the_two(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The two states named most, before the mention above all, for "hai nước", "hai bên"."""
    pair = told_near(analysis, mention, entities) if mention.both else ()
    if pair := pair or (_in_headline(analysis, entities) if mention.both else ()):
        return pair
    states = _most_told(analysis, mention, entities, NameKind.STATE)
    if len(states) >= _PAIR or not mention.both:
        return tuple(states[:_PAIR]) if len(states) >= _PAIR else ()
    lead = analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    bodies = [one for one in _most_told(analysis, mention, entities, NameKind.ORGANISATION)
              if one.type and any(name.place.start < lead for name in one.names)]  # fmt: skip
    return tuple(bodies[:_PAIR]) if len(bodies) >= _PAIR and bodies[0].type == bodies[1].type else ()


def _in_headline(analysis: Analysis, entities: Entities) -> tuple[Entity, ...]:
    """The two bodies or places that the headline joins or says to meet: "Hà Tĩnh và Bolikhamxay (Lào) tăng cường hợp tác"."""
    first = analysis.sentences[0]
    told = [name for name in analysis.names_in(first) if name.kind is not NameKind.PERSON]
    names = _without_owners(analysis, told) if first.block.kind is BlockKind.HEADLINE else []
    if len(names) != _PAIR or not any(name.kind is NameKind.PLACE for name in names):
        return ()
    return tuple(map(entities.of, names)) if _meet(analysis, names, entities) else ()


def told_near(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The bodies of "hai bên" that stand near, or have the head told with it."""
    return _sisters(analysis, mention, entities) or _told_together(analysis, mention, entities)


def _sisters(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The first two bodies with the head that the sentence tells of several: "Hội Nông dân hai tỉnh"."""
    heads = [name.place.of(analysis.folded) for name in analysis.names_in(mention.sentence)
             if name.extent.end < mention.place.end and OF_SEVERAL.match(analysis.folded, name.extent.end)]  # fmt: skip
    for sentence in analysis.sentences if heads else ():
        for pair in pairwise(name for name in analysis.names_in(sentence) if name.kind is not NameKind.PERSON):
            begun = [name.place.of(analysis.folded).startswith(f"{heads[0]} ") for name in pair]
            if begun[0] and (begun[1] or _elides(analysis, list(pair), entities)):
                return tuple(resolved(list(pair), entities))
    return ()


def _told_together(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The bodies that the sentence of "hai bên", or the last one before it that names any, tells first, joined by "và".

    They are two, or as many as "ba bên" counts.
    """
    counted = _COUNTED.search(analysis.folded, mention.place.start, mention.place.end)
    count = number_of(counted.group(1)) if counted else _PAIR
    for index in range(mention.sentence.index, max(-1, mention.sentence.index - _FAR_BACK), -1):
        here = analysis.names_in(analysis.sentences[index])
        held = [one.extent for one in here if one.kind is NameKind.PERSON]
        names = [name for name in here if name.kind is not NameKind.PERSON
                 and not any(extent.covers(name.place) for extent in held) and name.place.end <= mention.place.start
                 and not OF_SEVERAL.match(analysis.folded, name.extent.end)
                 and not (name.kind is NameKind.PLACE and analysis.folded.endswith(AT, 0, name.extent.start)
                          and not analysis.folded.endswith(_AT_WORK, 0, name.extent.start))]  # fmt: skip
        names = _without_scene(_without_owners(analysis, names))
        if count > _PAIR and _are_listed(analysis, names[:count]):
            return tuple(map(entities.of, names[:count])) if len(names) >= count else ()
        if _elides(analysis, names[:_PAIR], entities):
            return tuple(resolved(names[:_PAIR], entities))
        bodies = [name for name in names[:_PAIR] if name.kind is NameKind.ORGANISATION and name.type]
        if len(bodies) == _PAIR:
            between = analysis.folded[bodies[0].extent.end : bodies[1].extent.start].strip()
            alone = len(names) == _PAIR and entities.of(bodies[0]) is not entities.of(bodies[1])
            agreed = _AGREES.search(between) is not None
            return tuple(map(entities.of, bodies)) if between in JOINING or alone or agreed else ()
        if _meet(analysis, names, entities):
            return tuple(map(entities.of, names))
        if names:
            return ()
    return ()


def _meet(analysis: Analysis, names: list[Name], entities: Entities) -> bool:
    """Whether the two names of a sentence are of two bodies or two places that meet: "đoàn tỉnh X làm việc với tỉnh Y"."""
    if len(names) != _PAIR or entities.of(names[0]) is entities.of(names[1]):
        return False
    kinds = {name.kind for name in names}
    between = analysis.folded[names[0].extent.end : names[1].extent.start]
    joined = kinds == {NameKind.PLACE} and between.strip() in JOINING  # "tỉnh X và tỉnh Y hội đàm"
    return kinds in ({NameKind.ORGANISATION}, {NameKind.PLACE}) and (joined or _MEETS.search(between) is not None)


def _without_owners(analysis: Analysis, names: list[Name]) -> list[Name]:
    """The names without the states and places told right behind a body, whose it is: "Sở Y tế tỉnh Hủa Phăn (Lào)", "Bệnh viện X, Lào"."""
    owned = {name.extent.end for name in names if name.kind is not NameKind.STATE}
    bodies = {name.extent.end for name in names if name.kind is NameKind.ORGANISATION}
    bodies |= owned if not bodies else set()
    return [name for name in names if name.kind is NameKind.ORGANISATION
            or not (name.extent.start - 2 in bodies and analysis.folded[name.extent.start - 1] in {"(", " "}
                    and analysis.folded[name.extent.start - 2] in {" ", ","})]  # fmt: skip


def _without_scene(names: list[Name]) -> list[Name]:
    """The names without the places told before two bodies or more: "Ngày 9/6, tại xã A, tỉnh B, Đồn X hội đàm với Đội Y"."""
    bodies = [at for at, name in enumerate(names) if name.kind is NameKind.ORGANISATION]
    return names[bodies[0] :] if len(bodies) >= _PAIR else names


def _are_listed(analysis: Analysis, names: list[Name]) -> bool:
    """Whether they are bodies that commas and "và" join: "X, Y và Z"."""
    between = [analysis.folded[one.extent.end : other.extent.start].strip() for one, other in pairwise(names)]
    return (
        all(name.kind is NameKind.ORGANISATION for name in names) and bool(between) and set(between) <= {",", *JOINING}
    )


def _elides(analysis: Analysis, names: list[Name], entities: Entities) -> bool:
    """Whether they are a body with its locality and the locality of its sister: "Hội Nông dân tỉnh X và thành phố Y"."""
    if [name.kind for name in names] != [NameKind.ORGANISATION, NameKind.PLACE]:
        return False
    between = analysis.folded[names[0].extent.end : names[1].extent.start].strip()
    return between in JOINING and entities.forms.ends_with_locality(names[0])


def _most_told(analysis: Analysis, mention: Mention, entities: Entities, kind: NameKind) -> list[Entity]:
    """The states or bodies that the document tells of more than twice, the most told first; before `mention` counts double."""
    counts: Counter[int] = Counter()
    by_id: dict[int, Entity] = {}
    for name in analysis.names:
        union = mention.both and name.type in entities.lexicon.unions  # "hai nước" are none
        if name.kind is kind and not union and not OF_SEVERAL.match(analysis.folded, name.extent.end):
            entity = entities.of(name)
            counts[id(entity)] += 2 if name.place.start < mention.sentence.place.end else 1
            by_id[id(entity)] = entity
    return [by_id[key] for key, count in counts.most_common() if count > _PAIR]
