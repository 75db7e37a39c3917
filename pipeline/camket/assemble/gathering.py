"""From mentions to agreements: which mentions tell of the same agreement, and who its parties are."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

from camket.analysis import Analysis, NameKind
from camket.assemble.both_sides import the_two, told_near
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.groups import TEAMING, Group, last_of_kind, told_again, told_fuller, told_in_block
from camket.assemble.hosts import first_named, lone_host, shared_host, this_state, who_holds, with_subject
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.offices import all_bodies_of
from camket.assemble.same_side import fuller, same_side
from camket.document import BlockKind

_PAIR = 2
_LEAD_FOCUS = 2
_PAPER = r"(?:văn bản|thỏa thuận|biên bản|hợp đồng|bản ghi nhớ|bản thỏa thuận)(?: này)?"
_CO_SIGNS = re.compile(rf"(?:cùng )?(?:tham gia )?ký(?: kết)?(?: với hai bên| vào {_PAPER})? còn có ")
_SIGNS_TOO = re.compile(
    rf"(?<!\w)cũng (?:đặt bút |tham gia |cùng )?ký(?: kết)? vào {_PAPER}|(?:tư cách|vai trò)(?: là)? bên thứ (?:ba|tư|3|4)(?!\w)"
)
"""What says that one more body signs the document told before: "Công ty X cũng ký vào văn bản với tư cách bên thứ ba"."""


def gathered(analysis: Analysis, told: list[Mention], entities: Entities) -> tuple[list[Group], list[Mention]]:
    """The mentions by the agreement that they tell of, and those before any agreement that name no party."""
    groups, waiting = _gathered(analysis, told, entities)
    for one in groups:
        one.parties = _without_localities(one.parties)
        _join_offices(analysis, one, entities)
        _name_bodies(analysis, one, entities)
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


def _name_bodies(analysis: Analysis, one: Group, entities: Entities) -> None:
    """A state that the headline alone tells beside a body stands for its own body, named where the signing is told.

    "X hợp tác với Đức", and below: "Tại buổi ký kết với X, ông A - trưởng đại diện Phòng Thương mại Đức - cam kết ...".
    """
    naming = [mention for mention in one.mentions if mention.parties]
    bodies = [party for party in one.parties if party.kind is NameKind.ORGANISATION]
    below = [
        mention for mention in naming if mention.sentence.block.kind is not BlockKind.HEADLINE and mention.tells_signing
    ]
    for state in [party for party in one.parties if party.kind is NameKind.STATE and bodies and below]:
        if any(party is state for mention in naming if mention in below for party in mention.parties):
            continue
        told = (entities.of(name) for mention in below for name in analysis.names_in(mention.sentence)
                if name.kind is NameKind.ORGANISATION and name.place.start > mention.place.end)  # fmt: skip
        own = next((body for body in told if not any(body is party for party in one.parties)
                    and any(set(state.key) <= set(key) for key in body.keys)), None)  # fmt: skip
        if own is not None:
            one.parties = [own if party is state else party for party in one.parties]


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
        if set(mention.rules) == TEAMING and lone_host(gathering.groups):
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
                self._place(mention, with_subject(self.analysis, mention, self.entities, self.groups))
        elif self.groups and self._signs_too(mention):
            self.groups[-1].add(mention, mention.parties)
        elif mention.partial:
            self._take_partner(mention)
        elif mention.rules != ("document.members",):
            both = not mention.parties and mention.both and not self.groups
            self._place(mention, self._both(mention) if both else mention.parties)

    def _signs_too(self, mention: Mention) -> bool:
        """Whether the mention's parties sign with those of the agreement told before."""
        place = mention.sentence.place
        more = len(mention.parties) == 1 and _SIGNS_TOO.search(self.analysis.folded, place.start, place.end)
        return bool(more) or _CO_SIGNS.match(self.analysis.folded, place.start) is not None

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
        near = told_near(self.analysis, mention, self.entities)
        soon = any(other.sentence.index == mention.sentence.index + 1 and len(other.parties) >= _PAIR
                   and other.tells_signing for other in self.told)  # fmt: skip
        return near or (() if soon else the_two(self.analysis, mention, self.entities))

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
        host = this_state(self.analysis, mention, self.entities) or self.several or lone_host(self.groups)
        if host is None:
            host = shared_host(self.groups) or (
                first_named(beside) if beside else who_holds(self.analysis, mention, self.waiting, self.entities)
            )
        if host is None or any(host is other for other in mention.parties):
            if mention.rules != ("document.partner",):
                self._place(mention, with_subject(self.analysis, mention, self.entities, self.groups))
            return
        parties = (host, *mention.parties)
        if beside:
            mention = replace(mention, rules=(*mention.rules, "signing.listed"), focus=beside.focus)
        elif "signing.with" not in mention.rules:
            self.several = host
            mention = _told_by_lead(mention, self.groups)
        self._place(mention, parties)

    def _told_beside(self, mention: Mention) -> Mention | None:
        """A telling of two parties in the sentence of the mention: "A ký hợp đồng với B, cùng với đó là hợp đồng với C"."""
        return next((other for one in self.groups for other in one.mentions if other.sentence is mention.sentence
                     and len(other.parties) >= _PAIR and other.tells_signing), None)  # fmt: skip

    def _place(self, mention: Mention, parties: tuple[Entity, ...]) -> None:
        if not parties:
            if self.groups:
                last_of_kind(self.groups, mention).add(mention, ())
            else:
                self.waiting.append(mention)
            return
        home = told_again(self.groups, mention, parties)
        if home is None and len(parties) == 1 and (told := told_in_block(self.groups, mention)):
            told.add(mention, ())
            return
        if home is None:
            home = Group(mentions=[] if self.groups else list(self.waiting))
            self.groups.append(home)
        if told_fuller(home, parties):
            home.titled = list(home.parties)
            home.parties.clear()
            for place, party in product(home.titled, parties):
                if place.kind is NameKind.PLACE and same_side(place, party):
                    fuller(place, party)
        known = home.titled and all(any(one is other for other in home.titled) for one in parties)
        home.add(mention, () if known and home.parties else parties)


def _are_sisters(mention: Mention) -> bool:
    """Whether the parties are several bodies of one kind: "Sở Y tế các tỉnh A, B và C"."""
    kinds = {party.key[:_PAIR] for party in mention.parties}
    return len(mention.parties) > _PAIR and len(kinds) == 1


def _told_by_lead(mention: Mention, groups: list[Group]) -> Mention:
    """The mention, of a document or a partner only, as one of the signing that the lead tells of."""
    kinds = [told.kind for one in groups for told in one.mentions if told.kind and told.tells_signing]
    return replace(
        mention,
        rules=(*mention.rules, "signing.listed"),
        focus=max(mention.focus, _LEAD_FOCUS),
        kind=mention.kind or (kinds[0] if kinds else ""),
    )


def _of_states(analysis: Analysis, waiting: list[Mention], entities: Entities) -> list[Group]:
    """One agreement between the two states that the whole document tells of most, where it names no parties.

    Only where the lead tells of both states, and of signing a document that it names.
    """
    sure = any(mention.focus > 1 and mention.tells_signing and mention.kind for mention in waiting)
    parties = the_two(analysis, waiting[-1], entities) if sure else ()
    begun = analysis.sentences[min(2 * LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end
    if not all(any(name.place.end <= begun for name in party.names) for party in parties):
        return []
    return [Group(list(parties), list(waiting))] if parties else []
