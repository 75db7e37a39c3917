"""From mentions to agreements: which mentions tell of the same agreement, and who its parties are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise, product

from camket.analysis import Analysis, Name, NameKind
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.mentions import HOLDS, LEAD_SENTENCES, OF_SEVERAL, Mention, resolved
from camket.assemble.offices import all_bodies_of
from camket.document import BlockKind
from camket.folding import fold
from camket.lexicon import COUNTS, HOME

PUBLIC = frozenset({"government", "forces", "state"})
_PAIR = 2
_FAR_BACK = 4
_TEAMING = {"signing.teaming"}
_VAGUE = frozenset({"", "unspecified"})
_LEAD_FOCUS = 2
_OWNED = " của "
_VENUES = (" tại ", " ở ")
_JOINED = frozenset({"và", "với", "cùng"})
_MEETS = re.compile(
    r"(?<!\w)(?:làm việc với|làm việc tại|tiếp|đón tiếp|tiếp đón|hội đàm với|gặp|thăm|trao đổi với)(?!\w)"
)
_CO_SIGNS = re.compile(r"(?:cùng )?(?:tham gia )?ký(?: kết)?(?: với hai bên| vào văn bản)? còn có ")
_THIS_STATE = re.compile(r"(?<!\w)nước này(?!\w)")
_FRONTED = re.compile(r"\W*(?:sau|trước|qua|thông qua|nhờ|theo)(?!\w)[^,]*,")
_COUNTED = re.compile(rf"(?<!\w)({'|'.join(COUNTS[1:])}) (?=\w)")
_CABINET = ("chính", "phủ")
_GOVERNING = ("ủy", "ban", "nhân", "dân")
_FIELDED = frozenset({"sở", "cục", "phòng", "ban", "hội", "trường"})
"""Heads that a field of work follows."""


@dataclass
class Group:
    """The mentions of one agreement and its parties."""

    parties: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    titled: list[Entity] = field(default_factory=list)
    """The parties as only the headline names them, where the text names others for them."""

    def shared(self, parties: tuple[Entity, ...]) -> int:
        """How many of `parties` are parties of this agreement."""
        titled = sum(any(same_side(one, other) for other in self.titled) for one in parties)
        return max(titled, sum(any(same_side(one, other) for other in self.parties) for one in parties))

    def add(self, mention: Mention, parties: tuple[Entity, ...]) -> None:
        """The mention and its parties belong to this agreement from now on."""
        self.mentions.append(mention)
        if set(mention.rules) == _TEAMING and self.shared(parties):
            parties = tuple(one for one in parties if not self.shared((one,)))
        for one in parties:
            at = next((i for i, other in enumerate(self.parties) if same_side(one, other)), None)
            if at is None:
                self.parties.append(one)
            elif one is not self.parties[at]:
                self.parties[at] = _fuller(one, self.parties[at])


def _are_sisters(mention: Mention) -> bool:
    """Whether the parties are several bodies of one kind: "Sở Y tế các tỉnh A, B và C"."""
    kinds = {party.key[:_PAIR] for party in mention.parties}
    return len(mention.parties) > _PAIR and len(kinds) == 1


def same_side(one: Entity, other: Entity) -> bool:
    """Whether the two are one, or one is a state, its government or a place and the other a body of it."""
    if one is other:
        return True
    cabinets = [body for body in (one, other) if body.key[: len(_CABINET)] == _CABINET and body.at_home]
    if cabinets and all(body.kind is NameKind.ORGANISATION and body.type in PUBLIC for body in (one, other)):
        return all(body.at_home for body in (one, other))
    if _is_head_of(one, other) or _is_head_of(other, one):
        return True
    place, body = (one, other) if one.kind is not NameKind.ORGANISATION else (other, one)
    if place.kind is NameKind.ORGANISATION or body.kind is not NameKind.ORGANISATION or body.type not in PUBLIC:
        return False
    if body.committee:
        return False
    if place.kind is NameKind.STATE and place.type == HOME and body.at_home:
        return True
    said = _as_place(place)
    return any(key[-len(words) :] == words for key in body.keys for words in said if len(key) > len(words))


def _as_place(one: Entity) -> list[tuple[str, ...]]:
    """The words by which bodies of the place are told to be of it, for its government those of its place: "Huế", "Thừa Thiên Huế"."""
    if one.key[: len(_GOVERNING)] == _GOVERNING:
        return [one.key[len(_GOVERNING) :]]
    return [one.key, *(tuple(fold(form).split()) for form in one.forms if one.kind is NameKind.PLACE)]


def _is_head_of(short: Entity, full: Entity) -> bool:
    """Whether `short` is but the head and the place of `full`: "Sở Quảng Ninh" of "Sở Du lịch Quảng Ninh"."""
    head, *place = short.key
    bodies = short.kind is full.kind is NameKind.ORGANISATION and short.type == full.type
    told = bodies and head in _FIELDED and bool(place) and short.resolved is not None
    return told and any(
        key[0] == head and len(key) > len(short.key) and key[-len(place) :] == tuple(place) for key in full.keys
    )


def _fuller(one: Entity, other: Entity) -> Entity:
    """Of a place and a body of it the body, which the place's names then name too."""
    if one.kind is other.kind is NameKind.ORGANISATION:
        return other
    body, place = (one, other) if one.kind is NameKind.ORGANISATION else (other, one)
    body.forms += [form for form in place.forms if form not in body.forms]
    return body


def gathered(analysis: Analysis, told: list[Mention], entities: Entities) -> tuple[list[Group], list[Mention]]:
    """The mentions by the agreement that they tell of, and those before any agreement that name no party."""
    groups, waiting = _gathered(analysis, told, entities)
    for one in groups:
        one.parties = _without_localities(one.parties)
        _join_offices(analysis, one, entities)
    halves = [one for one in groups if len(one.parties) == 1 and one.parties[0].kind is NameKind.STATE]
    if len(halves) == len(groups):
        waiting += [mention for one in halves for mention in one.mentions]
        if any(mention.focus > 1 and mention.tells_signing for mention in waiting):
            groups = _of_states(analysis, waiting, entities) or groups
    return groups, waiting


def _join_offices(analysis: Analysis, one: Group, entities: Entities) -> None:
    """Of two bodies that a signer heads, the one that is named as the party is; the other is another name of it."""
    named = [entities.of(name) for mention in one.mentions for name in mention.party_names]
    for person in [person for mention in one.mentions for person in mention.persons]:
        bodies = all_bodies_of(analysis, person, entities)
        party = next((body for body in bodies if any(body is other for other in named)), None)
        for body in bodies if party and any(party is other for other in one.parties) else ():
            other_name = body is not party and not any(body is other for other in named)
            if party and other_name and any(body is other for other in one.parties) and not body.keys & party.keys:
                one.parties = [other for other in one.parties if other is not body]
                party.forms += [form for form in body.forms if form not in party.forms]


def _without_localities(parties: list[Entity]) -> list[Entity]:
    """The parties; a place that another party's name ends with only tells where that one is."""
    return [
        one
        for one in parties
        if one.kind is not NameKind.PLACE
        or not any(key[-len(one.key) :] == one.key for other in parties if other is not one for key in other.keys)
    ]


def _gathered(analysis: Analysis, told: list[Mention], entities: Entities) -> tuple[list[Group], list[Mention]]:
    """The groups, and the mentions that wait for one.

    While a host waits for its partners, what only tells that it teams up with someone is kept for last: it may do so for
    an event at which it signs with others.
    """
    gathering = _Gathering(analysis, entities, told)
    lists = {one.sentence.index - 1 for one in told if "signing.listed" in one.rules}
    late = []
    for mention in told:
        if set(mention.rules) == _TEAMING and _lone_host(gathering.groups):
            late.append(mention)
            continue
        announces = mention.both and not mention.parties and mention.sentence.index in lists
        gathering.take(replace(mention, both=False) if announces else mention)
    for mention in late:
        gathering.take(mention)
    return gathering.groups, gathering.waiting


class _Gathering:
    """Groups as they grow, mention by mention; `several` is the host that the lead says to sign with several."""

    def __init__(self, analysis: Analysis, entities: Entities, told: list[Mention]) -> None:
        self.analysis, self.entities, self.told = analysis, entities, told
        self.groups: list[Group] = []
        self.waiting: list[Mention] = []
        self.several: Entity | None = None

    def take(self, mention: Mention) -> None:
        """The mention goes to the agreement that it tells of, or waits for one, or tells of none."""
        mention = self._of_whole(mention)
        if mention.lists_attendants:
            if self._lists_signers() and self._cluster_signs() and _are_sisters(mention):
                self._place(mention, mention.parties)
        elif mention.lists_members:
            if self._lists_signers():
                self._place(mention, _with_subject(self.analysis, mention, self.entities, self.groups))
        elif self.groups and _CO_SIGNS.match(self.analysis.folded, mention.sentence.place.start):
            self.groups[-1].add(mention, mention.parties)
        elif mention.partial:
            self._take_partner(mention)
        elif mention.rules != ("document.members",):
            both = not mention.parties and mention.both and not self.groups
            self._place(mention, self._both(mention) if both else mention.parties)

    def _of_whole(self, mention: Mention) -> Mention:
        """The mention; a branch whose head signs stands for its body, where that is a party told last: "Giám đốc X Chi nhánh Y" for X."""
        last = self.groups[-1].parties if self.groups and mention.persons else []
        wholes = [next((body for body in last if body is not one and self.entities.is_branch_of(one, body)), one)
                  for one in mention.parties]  # fmt: skip
        known = any(one is not whole for one, whole in zip(mention.parties, wholes, strict=True))
        told = known and all(any(whole is body for body in last) for whole in wholes)
        return replace(mention, parties=tuple(wholes)) if told else mention

    def _both(self, mention: Mention) -> tuple[Entity, ...]:
        """Who "hai tỉnh" are: none yet where the next sentence names two that sign, and nothing near before does."""
        near = _told_near(self.analysis, mention, self.entities)
        soon = any(other.sentence.index == mention.sentence.index + 1 and len(other.parties) >= _PAIR
                   and other.tells_signing for other in self.told)  # fmt: skip
        return near or (() if soon else _the_two(self.analysis, mention, self.entities))

    def _lists_signers(self) -> bool:
        """Whether a list of members is one of signers: a signing is told before, and no agreement has its parties."""
        before = [*self.waiting, *(other for one in self.groups for other in one.mentions)]
        whole = any(len(one.parties) >= _PAIR for one in self.groups)
        return not whole and any(other.focus > 1 and other.tells_signing for other in before)

    def _cluster_signs(self) -> bool:
        """Whether what is told to be signed is the vow of a cluster of bodies."""
        before = [*self.waiting, *(other for one in self.groups for other in one.mentions)]
        vows = self.entities.lexicon.vows
        return any(vows.search(other.sentence.place.of(self.analysis.folded)) for other in before)

    def _take_partner(self, mention: Mention) -> None:
        """A mention of those with whom a host, told elsewhere, signs."""
        beside = self._told_beside(mention)
        host = self._this_state(mention) or self.several or _lone_host(self.groups)
        if host is None:
            host = _shared_host(self.groups) or (_first_named(beside) if beside else self._who_holds(mention))
        if host is None or any(host is other for other in mention.parties):
            if mention.rules != ("document.partner",):
                self._place(mention, _with_subject(self.analysis, mention, self.entities, self.groups))
            return
        parties = (host, *mention.parties)
        if beside:
            mention = replace(mention, rules=(*mention.rules, "signing.listed"), focus=beside.focus)
        elif "signing.with" not in mention.rules:
            self.several = host
            mention = _told_by_lead(mention, self.groups)
        self._place(mention, parties)

    def _this_state(self, mention: Mention) -> Entity | None:
        """The state told last before "nước này", where that is who signs: "Bộ trưởng X của Canada cho biết nước này đã ký với ..."."""
        sentence = mention.sentence.place
        told = list(_THIS_STATE.finditer(self.analysis.folded, sentence.start, mention.place.start))
        near = told and len(self.analysis.folded[told[-1].end() : mention.place.start].split()) <= _PAIR
        states = [name for name in self.analysis.names if name.kind is NameKind.STATE
                  and told and name.place.end <= told[-1].start()]  # fmt: skip
        return self.entities.of(states[-1]) if near and states else None

    def _who_holds(self, mention: Mention) -> Entity | None:
        """Who is told right before to hold the ceremony: "X tổ chức lễ ký kết. Hai văn bản được ký là A với Y và B với Z"."""
        held = next((one for one in reversed(self.waiting) if one.ceremony and not one.parties
                     and one.sentence.index == mention.sentence.index - 1), None)  # fmt: skip
        names = [name for name in self.analysis.names_in(held.sentence) if name.kind is NameKind.ORGANISATION
                 and HOLDS.match(self.analysis.folded, name.extent.end)] if held else []  # fmt: skip
        return self.entities.of(names[0]) if len(names) == 1 else None

    def _told_beside(self, mention: Mention) -> Mention | None:
        """A telling of two parties in the sentence of the mention: "A ký hợp đồng với B, cùng với đó là hợp đồng với C"."""
        return next((other for one in self.groups for other in one.mentions if other.sentence is mention.sentence
                     and len(other.parties) >= _PAIR and other.tells_signing), None)  # fmt: skip

    def _place(self, mention: Mention, parties: tuple[Entity, ...]) -> None:
        if not parties:
            if self.groups:
                same = (
                    one
                    for one in reversed(self.groups)
                    if mention.kind in {told.kind for told in one.mentions} - _VAGUE
                )
                next(same, self.groups[-1]).add(mention, ())
            else:
                self.waiting.append(mention)
            return
        home = _home(self.groups, mention, parties)
        if home is None and len(parties) == 1 and (told := _told_in_block(self.groups, mention)):
            told.add(mention, ())
            return
        if home is None:
            home = Group(mentions=[] if self.groups else list(self.waiting))
            self.groups.append(home)
        if _told_fuller(home, parties):
            home.titled = list(home.parties)
            home.parties.clear()
            for place, party in product(home.titled, parties):
                if place.kind is NameKind.PLACE and same_side(place, party):
                    _fuller(place, party)
        known = home.titled and all(any(one is other for other in home.titled) for one in parties)
        home.add(mention, () if known and home.parties else parties)


def _first_named(told: Mention) -> Entity:
    """The party that the sentence of the telling names first, as its subject."""
    place = told.sentence.place
    return min(told.parties, key=lambda party: min(
        (name.place.start for name in party.names if place.covers(name.place)), default=place.end))  # fmt: skip


def _lone_host(groups: list[Group]) -> Entity | None:
    """The body that the lead tells to have signed, without its partners, before "thỏa thuận với X" names them."""
    hosts = [
        one.parties[0]
        for one in groups
        if len(one.parties) == 1 and any(told.focus > 1 and told.tells_signing for told in one.mentions)
    ]
    return hosts[0] if len(hosts) == 1 and hosts[0].kind is NameKind.ORGANISATION else None


def _shared_host(groups: list[Group]) -> Entity | None:
    """The body that all agreements told so far, two or more, have in common."""
    pairs = [one.parties for one in groups if len(one.parties) == _PAIR]
    shared = [
        one
        for one in (pairs[0] if len(pairs) > 1 else [])
        if all(any(one is other for other in pair) for pair in pairs)
    ]
    return shared[0] if len(shared) == 1 and shared[0].kind is NameKind.ORGANISATION else None


def _told_by_lead(mention: Mention, groups: list[Group]) -> Mention:
    """The mention, of a document or a partner only, as one of the signing that the lead tells of."""
    kinds = [told.kind for one in groups for told in one.mentions if told.kind and told.tells_signing]
    return replace(
        mention,
        rules=(*mention.rules, "signing.listed"),
        focus=max(mention.focus, _LEAD_FOCUS),
        kind=mention.kind or (kinds[0] if kinds else ""),
    )


def _with_subject(analysis: Analysis, mention: Mention, entities: Entities, groups: list[Group]) -> tuple[Entity, ...]:
    """The counterparties with the body told before them in the sentence, else the one the lead tells of most.

    Of several in the sentence it is the one that is known to sign with them, else the first.
    """
    before = [entities.of(name) for name in analysis.names_in(mention.sentence)
              if name.kind is NameKind.ORGANISATION and name.place.end <= mention.place.start
              and not analysis.text.startswith(":", name.extent.end) and not _opens_news(analysis, mention, name)
              and not analysis.folded[: name.extent.start].endswith(_VENUES)]  # fmt: skip
    if len(before) > 1 and _FRONTED.match(analysis.folded, mention.sentence.place.start):
        before = before[1:]  # "Thông qua trường X, Tập đoàn Y đã tổ chức lễ ký với Z"
    free = [entity for entity in before if not any(entity is one for one in mention.parties)]
    others = [entity for entity in free if not _only_owns(analysis, mention, entity)] or free
    if others:
        known_with = [one for one in groups if one.shared(mention.parties)]
        paired = [entity for entity in others if any(one.shared((entity,)) for one in known_with)]
        return ((paired or others)[0], *mention.parties)
    counts: Counter[int] = Counter()
    known: dict[int, Entity] = {}
    for name in analysis.names:
        if name.kind is NameKind.ORGANISATION and name.place.start < mention.place.start:
            entity = entities.of(name)
            if not any(entity is one for one in mention.parties):
                counts[id(entity)] += 1
                known[id(entity)] = entity
    most = counts.most_common(1)
    return (known[most[0][0]], *mention.parties) if most and most[0][1] > 1 else mention.parties


def _opens_news(analysis: Analysis, mention: Mention, name: Name) -> bool:
    """Whether it is the acronym of who tells the news, before a dash: "BQN - Sáng nay, ..."."""
    opens = name.place.start == mention.sentence.place.start and not name.type
    return opens and name.place.of(analysis.text).isupper() and analysis.folded.startswith(" - ", name.place.end)


def _only_owns(analysis: Analysis, mention: Mention, entity: Entity) -> bool:
    """Whether the sentence tells of the body only whose something is: "theo Quyết định 12 của Bộ X, Bệnh viện Y ký"."""
    here = [name for name in entity.names if mention.sentence.place.covers(name.extent)]
    return all(analysis.folded[: name.extent.start].endswith(_OWNED) for name in here)


def _of_states(analysis: Analysis, waiting: list[Mention], entities: Entities) -> list[Group]:
    """One agreement between the two states that the whole document tells of most, where it names no parties.

    Only where the lead tells of both states, and of signing a document that it names.
    """
    sure = any(mention.focus > 1 and mention.tells_signing and mention.kind for mention in waiting)
    parties = _the_two(analysis, waiting[-1], entities) if sure else ()
    begun = analysis.sentences[min(2 * LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    if not all(any(name.place.end <= begun for name in party.names) for party in parties):
        return []
    return [Group(list(parties), list(waiting))] if parties else []


def _home(groups: list[Group], mention: Mention, parties: tuple[Entity, ...]) -> Group | None:
    """The agreement that the mention tells of again."""
    ranked = sorted(groups, key=lambda one: (-one.shared(parties), not _tells_in(one, mention)))
    if not ranked:
        return None
    best, shared = ranked[0], ranked[0].shared(parties)
    if shared >= min(_PAIR, len(parties)) and shared:
        return None if _is_of_bodies(best, mention, parties) else best
    below = mention.sentence.block.kind is not BlockKind.HEADLINE
    if shared and (len(best.parties) < _PAIR or (below and _told_fuller(best, parties))):
        return best
    if len(groups) == 1 and below and _told_fuller(best, parties):
        return best
    if len(parties) == 1 and len(best.parties) == 1 and "signing.subject_with" not in mention.rules:
        return None
    return None


def _is_of_bodies(group: Group, mention: Mention, parties: tuple[Entity, ...]) -> bool:
    """Whether bodies of the parties sign a document of another kind: after "ký Hiệp định giữa A và B", "Bộ X của A và Bộ Y của B ký Chương trình"."""
    told = {one.kind for one in group.mentions if len(one.parties) >= _PAIR and one.tells_signing
            and one.sentence.block.kind is not BlockKind.HEADLINE and one.sentence is not mention.sentence}  # fmt: skip
    same = any(party is one for party in parties for one in group.parties)
    other = mention.tells_signing and mention.kind not in _VAGUE and not told & {mention.kind, *_VAGUE}
    return len(parties) >= _PAIR and not same and bool(told) and other


def _told_in_block(groups: list[Group], mention: Mention) -> Group | None:
    """The agreement with the partner with whom the block of the mention begins."""
    block = mention.sentence.block
    return next((one for one in groups if any("signing.listed" in told.rules and told.sentence.block is block
                                              for told in one.mentions)), None)  # fmt: skip


def _tells_in(one: Group, mention: Mention) -> bool:
    """Whether the agreement is told in the block of the mention."""
    return any(other.sentence.block is mention.sentence.block for other in one.mentions)


def _told_fuller(one: Group, parties: tuple[Entity, ...]) -> bool:
    """Whether only the headline told of the agreement so far, and in other, shorter names, or by the states."""
    naming = [mention for mention in one.mentions if mention.parties or mention.both]
    headline = all(mention.sentence.block.kind is BlockKind.HEADLINE for mention in naming)
    if not (naming and headline and len(parties) == len(one.parties)):
        return False
    if _are_their_places(one.parties, parties):
        return True
    if len(parties) != _PAIR:
        return False
    states = all(party.kind is NameKind.STATE for party in one.parties)
    bodies = all(party.kind is NameKind.ORGANISATION and party.type for party in parties)
    shared = one.shared(parties)
    return shared == 1 or (not shared and states and bodies and any(party.at_home for party in parties))


def _are_their_places(told: list[Entity], parties: tuple[Entity, ...]) -> bool:
    """Whether the headline tells of the provinces whose bodies `parties` are: "Quảng Ninh và Huế", "Sở X Quảng Ninh", "Sở X Huế"."""
    named = [one.kind is NameKind.PLACE or one.key[: len(_GOVERNING)] == _GOVERNING for one in told]
    bodies = all(party.kind is NameKind.ORGANISATION for party in parties)

    def ends(party: Entity, place: Entity) -> bool:
        return any(key[-len(words) :] == words for key in party.keys for words in _as_place(place) if words)

    pairs = [told, told[::-1]]
    return bodies and all(named) and any(all(map(ends, parties, pair)) for pair in pairs)


def _the_two(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
    """The two states named most, before the mention above all, for "hai nước", "hai bên"."""
    pair = _told_near(analysis, mention, entities) if mention.both else ()
    if pair:
        return pair
    states = _most_told(analysis, mention, entities, NameKind.STATE)
    if len(states) >= _PAIR or not mention.both:
        return tuple(states[:_PAIR]) if len(states) >= _PAIR else ()
    lead = analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    bodies = [one for one in _most_told(analysis, mention, entities, NameKind.ORGANISATION)
              if one.type and any(name.place.start < lead for name in one.names)]  # fmt: skip
    return tuple(bodies[:_PAIR]) if len(bodies) >= _PAIR and bodies[0].type == bodies[1].type else ()


def _told_near(analysis: Analysis, mention: Mention, entities: Entities) -> tuple[Entity, ...]:
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
    count = COUNTS.index(counted.group(1)) + _PAIR if counted else _PAIR
    for index in range(mention.sentence.index, max(-1, mention.sentence.index - _FAR_BACK), -1):
        here = analysis.names_in(analysis.sentences[index])
        held = [one.extent for one in here if one.kind is NameKind.PERSON]
        names = [name for name in here if name.kind is not NameKind.PERSON
                 and not any(extent.covers(name.place) for extent in held) and name.place.end <= mention.place.start
                 and not OF_SEVERAL.match(analysis.folded, name.extent.end)
                 and not (name.kind is NameKind.PLACE and analysis.folded[: name.extent.start].endswith(_VENUES))]  # fmt: skip
        names = _without_owners(analysis, names)
        if count > _PAIR and _are_listed(analysis, names[:count]):
            return tuple(map(entities.of, names[:count])) if len(names) >= count else ()
        if _elides(analysis, names[:_PAIR], entities):
            return tuple(resolved(names[:_PAIR], entities))
        bodies = [name for name in names[:_PAIR] if name.kind is NameKind.ORGANISATION and name.type]
        if len(bodies) == _PAIR:
            between = analysis.folded[bodies[0].extent.end : bodies[1].extent.start].strip()
            alone = len(names) == _PAIR and entities.of(bodies[0]) is not entities.of(bodies[1])
            return tuple(map(entities.of, bodies)) if between in _JOINED or alone else ()
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
    return kinds in ({NameKind.ORGANISATION}, {NameKind.PLACE}) and _MEETS.search(between) is not None


def _without_owners(analysis: Analysis, names: list[Name]) -> list[Name]:
    """The names without the states and places told right behind a body, whose it is: "Sở Y tế tỉnh Hủa Phăn (Lào)", "Bệnh viện X, Lào"."""
    owned = {name.extent.end for name in names if name.kind is not NameKind.STATE}
    bodies = {name.extent.end for name in names if name.kind is NameKind.ORGANISATION}
    bodies |= owned if not bodies else set()
    return [name for name in names if name.kind is NameKind.ORGANISATION
            or not (name.extent.start - 2 in bodies and analysis.folded[name.extent.start - 1] in {"(", " "}
                    and analysis.folded[name.extent.start - 2] in {" ", ","})]  # fmt: skip


def _are_listed(analysis: Analysis, names: list[Name]) -> bool:
    """Whether they are bodies that commas and "và" join: "X, Y và Z"."""
    between = [analysis.folded[one.extent.end : other.extent.start].strip() for one, other in pairwise(names)]
    return (
        all(name.kind is NameKind.ORGANISATION for name in names) and bool(between) and set(between) <= {",", *_JOINED}
    )


def _elides(analysis: Analysis, names: list[Name], entities: Entities) -> bool:
    """Whether they are a body with its locality and the locality of its sister: "Hội Nông dân tỉnh X và thành phố Y"."""
    if [name.kind for name in names] != [NameKind.ORGANISATION, NameKind.PLACE]:
        return False
    between = analysis.folded[names[0].extent.end : names[1].extent.start].strip()
    return between in _JOINED and entities.forms.ends_with_locality(names[0])


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
