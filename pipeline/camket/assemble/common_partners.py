"""Parties that only a common noun tells where it is signed: "X ký bản ghi nhớ với nhà trường", "... với 3 ngân hàng"."""

from __future__ import annotations

import re
from dataclasses import replace

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import Place
from camket.lexicon import number_of

_COUNTED = re.compile(
    r"(?<!\w)(?:với|và|cùng) (?:nhóm |liên danh )?"
    r"(?P<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các|nhóm) "
    r"(?P<noun>hợp tác xã|htx|ngân hàng|doanh nghiệp|công ty|đơn vị|đối tác|nhà đầu tư|nhà tài trợ|tổ chức|trường|hiệp hội|tập đoàn|địa phương|sở|hội|viện|đại lý|nhà thầu|nhà phân phối|nhà cung cấp)(?!\w)"
)
_THESE = re.compile(
    r"[^\w]*(?:(?:đó|trong đó)(?: lần lượt)? (?:là|gồm(?: có)?|có)|"
    r"(?:nhóm|các|những|cả|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: \w+){1,7}?(?: gồm(?: có)?| bao gồm| là| lần lượt là))(?:\s*:)? "
)
_COOPERATIVES = ("hợp tác xã", "htx")
_SEVERAL_PAPERS = re.compile(
    r"(?<!\w)(?:các|những|\d+|hai|ba|bốn|năm) (?:bản )?(?:hợp đồng|thỏa thuận|ghi nhớ|biên bản)(?!\w)"
)
_BECOME = re.compile(r" (?:(?:sẽ|đã|chính thức|cùng) ){0,2}(?:trở thành|là) (?P<count>\d{1,2}|\w+) ")
_BETWEEN_NOUN, _NOUN_REACH = re.compile(r"(?<!\w)giữa (?P<noun>[\w ]{2,20}?) (?:với|và|cùng) (?:\w+ ){0,2}$"), 60
_SOON = 2
_MANY = 12
_SEVERAL = 2
_BETWEEN = ("giữa ", "giữa phía ")
_WITH = ("với ", "với phía ", "cùng ", "cùng với ", *_BETWEEN)
_REACH = 12
_SIGNS = re.compile(r" (?:(?:đã|cũng|vừa|sẽ) ){0,2}(?:(?:tiến hành|tổ chức) )?(?:lễ )?(?:ký|ký kết|gia hạn) ")
"""Right after the noun: "Dịp này, ngân hàng ký với X"."""
_OWNED = ("của ", "tại ", "cho ", "các ", "nhiều ", "những ")
_AND = frozenset({" và ", " cùng ", " với "})
_NAMED_BY = frozenset({" ", " là ", " - ", " – ", ", "})
_NEAR = range(4, 8)


def with_common_partners(
    analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words
) -> list[Mention]:
    """The mentions; a telling with one party has the body that a noun after "với" stands for as well.

    So does one with several that signs "giữa nhà trường với A và B".
    """
    return [
        _with_body(analysis, one, entities, words, host=False)
        if one.tells_signing and (len(one.parties) == 1 or _lacks_first(analysis, one, words))
        else one
        for one in mentions
    ]


def _lacks_first(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether a noun for a body alone stands between "giữa" and "với" of what is told of the parties."""
    first = min((name.extent.start for name in mention.party_names), default=0)
    before = analysis.folded[max(mention.sentence.place.start, first - _NOUN_REACH) : first]
    between = _BETWEEN_NOUN.search(before)
    return between is not None and any(nouns.fullmatch(between["noun"]) for nouns in words.commitments.sides.values())


def with_common_hosts(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions; a telling with one party has the body that the noun who signs stands for as well: "ngân hàng ký với X"."""
    return [_with_body(analysis, one, entities, words, host=True) if len(one.parties) == 1 and one.tells_signing else one
            for one in mentions]  # fmt: skip


def with_listed_partners(analysis: Analysis, mentions: list[Mention], entities: Entities) -> list[Mention]:
    """The mentions; a telling of a host with a count of partners has those that one of the next sentences names.

    "X ký hợp đồng tín dụng với 3 ngân hàng. Nhóm này gồm: A, B và C". So it has those that all it goes on to tell names with
    that noun, with each of whom it signed where there are "các hợp đồng": "X ký với 2 trường", "Trường A ...", "Trường B ...".
    """
    told: list[Mention] = []
    for one in mentions:
        each = () if (listed := _listed(analysis, one, entities)) else _called_so(analysis, one, entities)
        if each and _SEVERAL_PAPERS.search(analysis.folded, one.sentence.place.start):
            told += [replace(one, parties=(*one.parties, partner)) for partner in each]
        else:
            told.append(replace(one, parties=(*one.parties, *listed, *each)) if listed or each else one)
    return told


def _called_so(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The bodies told below whose names begin with the counted noun, where they are as many as the mention counts."""
    if len(mention.parties) != 1 or not mention.tells_signing or not mention.told_as_news:
        return ()
    counted = _COUNTED.search(analysis.folded, mention.place.start, mention.sentence.place.end)
    if counted is None or any(name.extent.start > counted.end() and name.kind is NameKind.ORGANISATION
                              for name in analysis.names_in(mention.sentence)):  # fmt: skip
        return ()
    nouns = _COOPERATIVES if counted["noun"] in _COOPERATIVES else (counted["noun"],)
    below = [entities.of(name) for name in analysis.names if name.kind is NameKind.ORGANISATION
             and name.place.start > mention.sentence.place.end and name.place.of(analysis.folded).startswith(nouns)]  # fmt: skip
    bodies = {id(body): body for body in below if body is not mention.parties[0]}
    return tuple(bodies.values()) if len(bodies) == number_of(counted["count"]) > 1 else ()


def _listed(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The bodies, two or more, that one of the next sentences names as those counted in the mention's."""
    place = mention.sentence.place
    if len(mention.parties) != 1 or not mention.tells_signing or not mention.told_as_news:
        return ()
    counted = list(_COUNTED.finditer(analysis.folded, place.start, place.end))
    named = counted and any(name.place.start > counted[-1].end() and name.kind is NameKind.ORGANISATION
                            for name in analysis.names_in(mention.sentence))  # fmt: skip
    if not counted or named:
        return ()
    at = mention.sentence.index
    for sentence in analysis.sentences[at + 1 : at + 1 + _SOON]:
        these = _THESE.match(analysis.folded, sentence.place.start, sentence.place.end)
        names = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
        if these is None:
            names = _become(analysis, names)
        if not names or (these and names[0].extent.start != these.end()):
            continue
        bodies = {id(body): body for body in map(entities.of, names) if body is not mention.parties[0]}
        return tuple(bodies.values()) if len(bodies) >= _SEVERAL else ()
    return ()


def _become(analysis: Analysis, names: list[Name]) -> list[Name]:
    """Those of the names that a sentence says to become as many as they are: "A, B và C sẽ trở thành ba đại lý phân phối"."""
    for count in range(len(names), 1, -1):
        told = _BECOME.match(analysis.folded, names[count - 1].extent.end)
        if count == (number_of(told["count"]) if told else 0):
            return names[:count]
    return []


def counted_partners(folded: str, place: Place) -> int:
    """How many partners `place` of the folded text says to be signed with, without their names: "với ba đơn vị"; else 0."""
    told = _COUNTED.search(folded, place.start, place.end)
    return (number_of(told["count"]) or _MANY) if told else 0


def _with_body(analysis: Analysis, mention: Mention, entities: Entities, words: Words, *, host: bool) -> Mention:
    """The mention with the body that a noun stands for, as who signs where it is the `host`, else as a partner."""
    place = mention.sentence.place
    for kind, nouns in words.commitments.sides.items():
        for noun in nouns.finditer(analysis.folded, place.start, place.end):
            before = analysis.folded[max(place.start, noun.start() - _REACH) : noun.start()]
            word = f"{before.split()[-1]} {noun.group()}" if before.split() else ""
            if word in words.lexicon.compounds:
                continue  # "cán bộ" is no "bộ"
            named = any(
                name.extent.start <= noun.start() < name.extent.end for name in analysis.names_in(mention.sentence)
            )
            body = _only_body(analysis, kind, noun, mention.parties[0], entities)
            beside = any(name.extent.start - noun.end() in _NEAR and analysis.folded[noun.end() : name.extent.start] in _AND
                         for party in mention.parties for name in party.names)  # fmt: skip
            told = any(name.extent.start >= noun.end() and analysis.folded[noun.end() : name.extent.start] in _NAMED_BY
                       for name in analysis.names_in(mention.sentence))  # fmt: skip
            signs = _SIGNS.match(analysis.folded, noun.end()) is not None and not before.endswith(_OWNED)
            behind = any(analysis.folded[name.extent.end : noun.start()] in _AND and _led(analysis, name)
                         for party in mention.parties for name in party.names)  # fmt: skip
            fits = signs if host else before.endswith(_WITH) or beside or behind
            if fits and not (named or told) and body is not None:
                first = host or beside or before.endswith(_BETWEEN)
                return replace(mention, parties=(body, *mention.parties) if first else (*mention.parties, body))
    return mention


def _led(analysis: Analysis, name: Name) -> bool:
    """Whether "giữa" stands right before the name: "hợp đồng giữa BHXH tỉnh X và bệnh viện"."""
    return analysis.folded.endswith(_BETWEEN, 0, name.extent.start)


def _only_body(analysis: Analysis, kind: str, noun: re.Match[str], party: Entity, entities: Entities) -> Entity | None:
    """The only body of the kind, or with the noun as its head, other than `party`, that the document names before."""
    told: list[Name] = [name for name in analysis.names if name.kind is NameKind.ORGANISATION
                        and name.extent.end <= noun.start()
                        and (name.type == kind or noun.re.match(analysis.folded, name.place.start))]  # fmt: skip
    bodies = {id(body): body for body in map(entities.of, told) if body is not party and not entities.is_branch(body)}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
