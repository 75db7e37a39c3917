"""Mentions of a signing: the matches of a sentence that tell of one act, read together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from camket.analysis import Analysis, Match, Name, NameKind, Sentence
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.offices import bodies_of, home_beside, leaders_before
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day
from camket.lexicon import VENUE_WORDS, number_of
from camket.records import AgreementKind

LEAD_SENTENCES = 6
_LONGEST_LEAD, _FEWEST_WORDS = 12, 9
_BY_STRENGTH = (
    {"signing.between", "signing.subject_with", "signing.gives", "signing.represented", "document.sides"},
    {"signing.supplies"},
    {"signing.with", "signing.subject", "signing.members", "signing.exchanges"},
    {"document.between", "document.with", "document.announced"},
    {"document.members"},
    {"document.attendants"},
    {"document.partner"},
    {"signing.teaming"},
)
_PERSON_RULES = frozenset(
    {"signing.persons", "signing.represented", "signing.exchanges", "signing.between", "signing.subject_with"}
)
_OF_PARTNERS = frozenset({"signing.with", "document.with", "document.partner"})
_OF_SIDES = frozenset(
    {"signing.between", "signing.subject_with", "signing.subject", "signing.gives", "signing.supplies"}
)
_ONLY_NAMED = frozenset({"document.attendants", "signing.act"})
_PARTNERS = frozenset({"b", "c", "d", "e"})
OF_TWO = frozenset({AgreementKind.CONTRACT, AgreementKind.MEMORANDUM, AgreementKind.AGREEMENT})
"""Kinds of documents that a host has with each of its partners."""
BACKGROUND = frozenset({"past", "after", "reference"})
NOT_SIGNED = BACKGROUND | {"negated", "wished", "rumoured", "urged", "anniversary", "crime"}
"""Cues of what is no news of a signing."""
WITH = " với "
AT = tuple(f" {word} " for word in VENUE_WORDS)
HOLDS = re.compile(r" (?:đã )?(?:tổ chức|tiến hành) ")
"""Right after the body that holds the ceremony."""
OF_SEVERAL = re.compile(r" (?:hai|ba|bốn|năm|các|\d) (?:tỉnh|địa phương|thành phố|quận|huyện|xã|phường|nước)(?!\w)")
"""After a name: it is that of several bodies, "Sở Công Thương hai tỉnh"."""
_BETWEEN = re.compile(r"(?<!\w)giữa ")
_LISTS_THEM = re.compile(r"(?:, \w+(?: \w+)?)?(?: \w+){0,2}?(?: (?:gồm có|bao gồm|gồm|là):?|:) ")
"""Between that and the names themselves: "3 tỉnh, thành phố gồm: A, B và C"."""
_STATES = " nước"
_ONE_FOR_ALL = re.compile(
    r"(?<!\w)(?:thỏa thuận|hợp đồng|biên bản|ghi nhớ|chương trình|văn bản)(?: \w+){0,3}? (?:chung|ba bên|bốn bên|năm bên|nhiều bên|đa phương)(?!\w)"
)
"""One document of all partners that are counted: "ký một bản thỏa thuận chung với ba đối tác"."""
_HOST_AND_PARTNER, _AFTER = "signing.subject_with", "after"
_SEVERAL = 2
_BULLET = 3
_LONGEST_KIND = 8
IN_FOCUS = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.HEADING})
"""What is told there is in focus as what the lead tells is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of a signing: who, by whose hand, in what words, and what cues say of it.

    `focus` is 2 in the headline, the lead or a caption and 1 elsewhere; `ceremony` says that it tells of a ceremony,
    `dated` that its sentence names a day, `partial` that it names only
    those with whom someone, told elsewhere, signs.
    """

    sentence: Sentence
    place: Place
    parties: tuple[Entity, ...]
    party_names: tuple[Name, ...]
    persons: tuple[Name, ...]
    kind: str
    document: Place | None
    cues: frozenset[str]
    rules: tuple[str, ...]
    both: bool
    focus: int
    ceremony: bool = False
    dated: bool = False
    partial: bool = False

    @property
    def lists_members(self) -> bool:
        """Whether it only lists who takes part in what is told elsewhere."""
        bodies = sum(name.kind is not NameKind.PLACE for name in self.party_names)
        several = len(self.party_names) > 1 and 2 * bodies > len(self.party_names)
        return "document.members" in self.rules and several and not self.tells_signing

    @property
    def lists_attendants(self) -> bool:
        """Whether it only lists sister bodies, told by their places, that come to a conference."""
        return "document.attendants" in self.rules and not set(self.rules) - _ONLY_NAMED

    @property
    def tells_signing(self) -> bool:
        """Whether it tells of a signing, and not only of a document or of teaming up."""
        return any(map(tells_signing, self.rules))

    @property
    def announces(self) -> bool:
        """Whether it tells that the parties came to their document, and not of a signing."""
        return "document.announced" in self.rules

    @property
    def told_whole(self) -> bool:
        """Whether it tells who signs with whom in so many words."""
        return bool({"signing.between", "signing.subject_with", "signing.supplies"} & set(self.rules))

    @property
    def told_as_news(self) -> bool:
        """Whether the words say that it was signed or is to be, and not denied, wished or background."""
        crime = self.kind != AgreementKind.COORDINATION  # courts and police agree how they handle crimes
        return not self.cues & (NOT_SIGNED if crime else NOT_SIGNED - {"crime"})


def tells_signing(rule: str) -> bool:
    """Whether what the rule finds tells of a signing."""
    return rule.startswith("signing.") and rule != "signing.teaming"


def mentions_of(analysis: Analysis, matches: Iterable[Match], entities: Entities, words: Words) -> list[Mention]:
    """The mentions of signings, in the order of the text."""
    lead = lead_of(analysis)
    told = [match for match in matches if match.fills in {"signing", "mention"}]
    mentions = [
        one
        for group in map(_of_now, _groups(told))
        for one in _apart(analysis, _mention(analysis, group, entities, lead), group, entities, words)
    ]
    return _with_listed(analysis, mentions, entities, words)


def lead_of(analysis: Analysis) -> set[int]:
    """The sentences of headline and lead: the first six; short lines above them (letterheads, breadcrumbs) do not count."""
    lead: set[int] = set()
    told = 0
    for sentence in analysis.sentences[:_LONGEST_LEAD]:
        lead.add(sentence.index)
        short = len(sentence.place.of(analysis.text).split()) < _FEWEST_WORDS
        short = short and sentence.block.kind is not BlockKind.HEADLINE
        told += not short
        if told >= LEAD_SENTENCES:
            break
    return lead


def _apart(analysis: Analysis, mention: Mention, group: list[Match], entities: Entities, words: Words) -> list[Mention]:
    """The mention, or one for each partner where it tells them one by one: "ký với A về ..., với B về ..."."""
    told = max(group, key=lambda match: (len(match.names.keys() & _PARTNERS), "a" in match.names))
    partners = [_bodies(told.names[key]) for key in sorted(told.names.keys() & _PARTNERS)]
    partners = [names for names in partners if names]
    place = mention.sentence.place
    in_turn = words.in_turn.search(analysis.folded, place.start, place.end) is not None
    hosts = next((_bodies(match.names["a"]) for match in group if "a" in match.names), ()) or _subjects(group)
    known: dict[Place, Entity] = {}
    if len(partners) == 1 and (in_turn or _has_each(analysis, mention, len(partners[0]), words)):
        known = {name.place: one for name, one in _resolved([*hosts, *partners[0]], entities)}
        partners = [(name,) for name in partners[0] if name.place in known]
    if len(partners) < _SEVERAL:
        return [mention]
    acting = [person for match in group for person in match.names.get("a", ()) if person.kind is NameKind.PERSON]
    signing = [body for person in acting if not hosts for body in bodies_of(analysis, person, entities)]
    ends = [place.start, *(names[-1].extent.end for names in partners)]

    def parties(names: tuple[Name, ...]) -> list[Entity]:
        told = [known[name.place] for name in (*hosts, *names) if name.place in known]
        return _unique([*signing, *(told or resolved([*hosts, *names], entities))])

    return [
        replace(
            mention,
            party_names=(*hosts, *names),
            parties=tuple(parties(names)),
            kind=(at and _kind_between(analysis, mention.sentence, end, names[0].extent.start, entities))
            or mention.kind,
        )
        for at, (end, names) in enumerate(zip(ends, partners, strict=False))
    ]


def _kind_between(analysis: Analysis, sentence: Sentence, start: int, end: int, entities: Entities) -> str:
    """The kind of document that is told for a further partner: "ký bản ghi nhớ với A và hợp đồng nguyên tắc với B"."""
    said = [one.folded for one in analysis.tokens[sentence.index] if start <= one.place.start < end]
    found = (entities.lexicon.kinds.longest(said, at) for at in range(len(said)))
    return next((kind[1] for kind in found if kind and kind[1] != AgreementKind.UNSPECIFIED), "")


def _subjects(group: list[Match]) -> tuple[Name, ...]:
    """The body in whose name a person signs: "Ông A thay mặt X lần lượt ký với Y và Z"."""
    told = [match for match in group if match.rule == "signing.subject"]
    return tuple(
        {name.place: name for match in told for names in match.names.values() for name in _bodies(names)}.values()
    )


def _has_each(analysis: Analysis, mention: Mention, partners: int, words: Words) -> bool:
    """Whether as many documents are signed as there are partners, or several: "ký hai bản ghi nhớ với A và B".

    Below "ký biên bản với 4 đơn vị" it may be told later: "... đã ký kết các biên bản". Of contracts, memoranda and
    agreements each partner of those counted has one.
    """
    place = mention.sentence.place
    told = words.several_documents.search(analysis.folded, place.start, place.end)
    count = told.group(1) if told else ""
    number = number_of(count)
    if told is not None:
        return number in {0, partners}
    counted = words.several_signed.search(analysis.folded, place.start, place.end)
    if counted is None or partners < _SEVERAL:
        return False
    if _ONE_FOR_ALL.search(analysis.folded, place.start, place.end):
        return False
    each = mention.kind in OF_TWO and WITH in counted.group()
    return each or words.documents_signed.search(analysis.folded, place.end) is not None


def _bodies(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if name.kind is not NameKind.PERSON)


def _with_listed(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Mention]:
    """The mentions, with those of list items under a sentence that tells of a signing and ends with a colon.

    An item names a document between parties, or begins with the partner of "ký quy chế phối hợp với:". A sentence that
    only opens the list may stand between: "ký kết thỏa thuận với 5 đối tác. Cụ thể gồm:".
    """
    listed: list[Mention] = []
    for mention in mentions:
        listed.append(mention)
        lead_in = _list_opened(analysis, mention.sentence, words)
        if lead_in is None or not (mention.tells_signing and mention.told_as_news):
            continue
        for sentence in _items_under(analysis, lead_in, words):
            own = next((at for at, one in enumerate(mentions) if one.sentence.index == sentence.index
                        and "document.between" in one.rules), None)  # fmt: skip
            first = _opens_with(analysis, sentence)
            if own is not None:
                told = mentions[own]
                mentions[own] = replace(told, rules=(*told.rules, "signing.listed"), focus=mention.focus,
                                        cues=told.cues | (mention.cues & {"planned"}))  # fmt: skip
            elif first is not None and len(mention.parties) < _SEVERAL:
                host = mention.parties or _subject_of(analysis, mention, entities)
                listed.append(replace(
                    mention, sentence=sentence, place=first.place, parties=(*host, entities.of(first)),
                    party_names=(first,), rules=("signing.subject_with" if host else "signing.with",), dated=False, partial=not host,
                ))  # fmt: skip
    return sorted(listed, key=lambda one: one.place.start)


def _list_opened(analysis: Analysis, told: Sentence, words: Words) -> Sentence | None:
    """The sentence that ends with a colon before a list: `told` itself, or the next one where `told` counts partners."""
    if analysis.text[told.place.end - 1] == ":":
        return told
    following = analysis.sentences[told.index + 1 : told.index + 2]
    if words.documents_counted.search(analysis.folded, told.place.start, told.place.end) and any(
        _names_parties(analysis, one, words) for one in following if one.block is not told.block
    ):
        return told  # "... chứng kiến lễ ký 6 văn kiện.", and then a paragraph for each
    counted = words.several_signed.search(analysis.folded, told.place.start, told.place.end) is not None
    return next((one for one in following if counted and analysis.text[one.place.end - 1] == ":"
                 and words.list_openings.search(analysis.folded, one.place.start, one.place.end)), None)  # fmt: skip


def _names_parties(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the sentence begins with a document and tells between whom it is: "Bản ghi nhớ về lao động giữa Bộ X và Bộ Y."."""
    said = [token.folded for token in analysis.tokens[sentence.index][:_LONGEST_KIND]]
    bodies = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
    between = _BETWEEN.search(analysis.folded, sentence.place.start, sentence.place.end) is not None
    return words.lexicon.kinds.longest(said, 0) is not None and between and len(bodies) >= _SEVERAL


def _subject_of(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The body told last before the mention in its sentence."""
    before = [name for name in analysis.names_in(mention.sentence)
              if name.kind is NameKind.ORGANISATION and name.type and name.place.end <= mention.place.start]  # fmt: skip
    return (entities.of(before[-1]),) if before else ()


def _items_under(analysis: Analysis, head: Sentence, words: Words) -> Iterator[Sentence]:
    """The first sentence of each list item that follows `head`; a paragraph that begins with a document is one too."""
    block = None
    for sentence in analysis.sentences[head.index + 1 :]:
        said = [token.folded for token in analysis.tokens[sentence.index][:_LONGEST_KIND]]
        if sentence.block.kind is not BlockKind.LIST_ITEM and not words.lexicon.kinds.longest(said, 0):
            return
        if sentence.block is not block:
            yield sentence
        block = sentence.block


def _opens_with(analysis: Analysis, sentence: Sentence) -> Name | None:
    """The organisation that the item begins with."""
    return next((name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION
                 and name.place.start - sentence.place.start <= _BULLET), None)  # fmt: skip


def _groups(matches: list[Match]) -> list[list[Match]]:
    """The matches, those of one sentence that overlap together."""
    groups: list[list[Match]] = []
    for match in matches:
        last = groups[-1] if groups else None
        joined = last is not None and any(
            other.sentence.index == match.sentence.index and other.place.overlaps(match.place) for other in last
        )
        if joined and last is not None:
            last.append(match)
        else:
            groups.append([match])
    return groups


def _of_now(group: list[Match]) -> list[Match]:
    """The matches; beside one of host and partner without those of what it follows: "X ký chương trình với Y, thay thế chương trình do X và Z ký"."""
    now = any(one.rule == _HOST_AND_PARTNER and not one.cues & BACKGROUND for one in group)
    return [one for one in group if not (now and _AFTER in one.cues)]


def _mention(analysis: Analysis, group: list[Match], entities: Entities, lead: set[int]) -> Mention:
    sentence = group[0].sentence
    names = [name for name in _party_names(group) if not _of_several(analysis, sentence, name)]
    persons = [name for match in group for captured in match.names.values() for name in captured
               if name.kind is NameKind.PERSON and match.rule in _PERSON_RULES]  # fmt: skip
    if not persons and any("leaders" in match.labels for match in group):
        persons = leaders_before(analysis, sentence, min(match.place.start for match in group))
    persons = list({person.place: person for person in persons}.values())
    parties = [one for one in resolved(names, entities) if not entities.is_project(one)]
    between = len(parties) >= _SEVERAL and any(match.rule == "signing.between" for match in group)
    for person in persons if not between else ():  # "A và B ký thỏa thuận giữa tỉnh X và tỉnh Y"
        parties += [entity for entity in bodies_of(analysis, person, entities)
                    if entity not in parties and not entities.is_branch(entity)]  # fmt: skip
    parties += home_beside(analysis, persons, _unique(parties), entities)
    decisive = [match for match in group if match.fills == "signing"] or group
    documented = [match for match in decisive if match.kind] or [match for match in group if match.kind]
    kinds = [match.kind for match in documented]
    document = next((match.document for match in documented if match.document), None)
    focused = sentence.index in lead or sentence.block.kind in IN_FOCUS
    return Mention(
        sentence,
        Place(min(match.place.start for match in group), max(match.place.end for match in group)),
        tuple(_unique(parties)),
        tuple(names),
        tuple(persons),
        next((kind for kind in kinds if kind != "unspecified"), kinds[0] if kinds else ""),
        document,
        frozenset().union(*(match.cues for match in decisive)),
        tuple(sorted({match.rule for match in group})),
        any(match.rule == "signing.both" for match in group),
        2 if focused else 1,
        any("ceremony" in match.labels for match in group),
        any(date.kind == "date" and is_day(date.edtf) for date in analysis.dates_in(sentence)),
        _names_partners(group),
    )


def _of_several(analysis: Analysis, sentence: Sentence, name: Name) -> bool:
    """Whether it is the head of several bodies that the sentence does not name: "Hội LHPN 4 tỉnh"."""
    told = OF_SEVERAL.match(analysis.folded, name.extent.end)
    if told is None or told.group().endswith(_STATES):
        return False  # "Chính phủ hai nước"
    listing = _LISTS_THEM.match(analysis.folded, told.end())
    listed = Place(name.extent.end, listing.end() if listing else told.end() + _SEVERAL)
    return not any(listed.start < one.extent.start <= listed.end for one in analysis.names_in(sentence))


def _names_partners(group: list[Match]) -> bool:
    """Whether all bodies that the matches name are those with whom someone, told elsewhere, signs."""
    partners = {name.place for match in group if match.rule in _OF_PARTNERS
                for names in match.names.values() for name in _bodies(names)}  # fmt: skip
    others = {name.place for match in group if match.rule in _OF_SIDES for names in match.names.values() for name in _bodies(names)}  # fmt: skip
    persons = {name.place for match in group if match.rule in _PERSON_RULES
               for names in match.names.values() for name in names if name.kind is NameKind.PERSON}  # fmt: skip
    return bool(partners) and others <= partners and len(persons) < _SEVERAL


def _unique(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not any(entity is other for other in kept):
            kept.append(entity)
    return kept


def _of_customers(match: Match) -> bool:
    """Whether the match tells of a body that sells to the customers of a state: "... cung cấp dịch vụ cho Việt Nam"."""
    kinds = [{name.kind is NameKind.STATE for name in names} for names in match.names.values()]
    return match.rule == "signing.supplies" and any(kinds[0] != other for other in kinds)


def _party_names(group: list[Match]) -> list[Name]:
    """The names in the places of parties, by the strongest rules that found any; by the subject where it alone has several."""
    group = [match for match in group if not _of_customers(match)]
    found: dict[Place, Name] = {}
    for rules in _BY_STRENGTH:
        for match in group:
            if match.rule in rules:
                found.update({name.place: name for names in match.names.values() for name in _bodies(names)})
        if found:
            break
    subject = [
        name
        for match in group
        if match.rule == "signing.subject"
        for names in match.names.values()
        for name in _bodies(names)
    ]
    chosen = subject if len(found) < _SEVERAL < len(subject) else found.values()
    return sorted(chosen, key=lambda name: name.place.start)


def resolved(names: list[Name], entities: Entities) -> list[Entity]:
    """The entities of `names`, elided heads written out: "Sở Y tế An Giang và Đồng Tháp" are two offices."""
    return [one for _, one in _resolved(names, entities)]


def _resolved(names: list[Name], entities: Entities) -> list[tuple[Name, Entity]]:
    """The names that are of a body of their own, each with its entity; a head told for several is none: "Đảng ủy các xã X và Y"."""
    found: list[tuple[Name, Entity]] = []
    holder: Name | None = None
    sharing: Name | None = None
    kind = ""
    if len(names) > 1 and names[-1].kind is NameKind.ORGANISATION:
        entities.lend_locality(names[-1], names[:-1])
    bodies = [name for name in names if name.kind is NameKind.ORGANISATION]
    for name in names:
        if (
            name.kind is not NameKind.ORGANISATION
            and len(bodies) >= _SEVERAL
            and name.place.start < bodies[0].place.start
        ):
            continue
        elided = name.kind is NameKind.PLACE and holder is not None and entities.forms.ends_with_locality(holder)
        if holder is not None and name.kind is NameKind.PLACE and entities.surroundings.shares(holder, name):
            found = [(told, one) for told, one in found if told is not holder]
            elided = True
            sharing, kind = holder, entities.surroundings.kind_shared(holder, name)
        elided = elided or (name.kind is NameKind.PLACE and sharing is not None and sharing is holder)
        state = name.kind is NameKind.STATE and name.type not in entities.lexicon.unions
        elided = elided or (state and holder is not None and entities.forms.is_of_a_state(holder))
        if holder is not None and not name.type and entities.surroundings.heads_all(holder) and name is not holder:
            found.append((name, entities.resolve_headed(holder, name)))
        elif (
            elided
            and holder is not None
            and not entities.surroundings.office_between(holder, name)
            and not entities.surroundings.told_apart(holder, name)
        ):
            found.append((name, entities.resolve(holder, name, kind if sharing is holder else "")))
        else:
            found.append((name, entities.of(name)))
            holder = name if name.kind is NameKind.ORGANISATION else None
    return found
