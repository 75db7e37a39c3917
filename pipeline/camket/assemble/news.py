"""Which agreements a document reports as its news, and why the others are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from camket.analysis import Analysis, NameKind
from camket.assemble.denials import DENIED, against_all
from camket.assemble.entities import Entities
from camket.assemble.gathering import gathered
from camket.assemble.groups import TEAMING, Group
from camket.assemble.history import SIGNED, opens_at_event, why_not_told
from camket.assemble.mentions import BACKGROUND, LEAD_SENTENCES, Mention
from camket.assemble.same_side import PUBLIC
from camket.assemble.words import Words
from camket.document import BlockKind
from camket.records import AgreementKind

_PAIR = 2
_WITH_SEVERAL = re.compile(r"(?<!\w)(?:với|cùng|và|giữa) (?:các|những|nhiều|một|một số|hàng loạt|hơn \d+|gần \d+|\d+) ")
_SEVERAL_SIGN = re.compile(
    r"(?<!\w)(?:các|những|nhiều|một số|hàng loạt|hơn \d+|gần \d+|\d+) "
    r"(?:nhà đầu tư|nhà thầu|doanh nghiệp|đơn vị|công ty|tập đoàn|tổ chức|hãng|trường|ngân hàng|đối tác)"
    r"[^,.;]{0,25} ký(?!\w)"
)
_JOINS_HANDS = re.compile(r"(?<!\w)bắt tay(?!\w)")
_ENOUGH_FOCUS = 2
STRONG = frozenset(
    {"signing.between", "signing.subject_with", "signing.subject", "signing.persons", "signing.exchanges"}
)
"""The rules that can tell, outside the lead too, of both parties and of the act of signing."""
_BY_SUBJECT = frozenset({"signing.subject", "signing.between"})
_OPENING, _OPENING_WORDS = 2, 12
_LATE = "its signing is told outside headline, lead and captions only"
_UNSIGNED = "no sentence tells of its signing"
_OF_STATES = "of states, and neither headline nor abstract nor a day or ceremony in the lead tells of it"
_OF_OTHERS = "told in passing, of states that are no party of what headline and lead tell"
_BARE = "a contract or a body of no known kind, with neither headline, ceremony nor day"
_MONEY = "money"
_TO_COME = frozenset({"planned"})
_VAGUE_KINDS = frozenset({"", "unspecified"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """An agreement that the document tells of, and the reason why it is not its news; empty where it is."""

    group: Group
    reason: str


def news(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Group]:
    """The agreements that the document reports as its news, in the order of the text."""
    return [one.group for one in verdicts(analysis, mentions, entities, words) if not one.reason]


def verdicts(analysis: Analysis, mentions: list[Mention], entities: Entities, words: Words) -> list[Verdict]:
    """The agreements that the document tells of, each with the reason why it is not its news."""
    if not mentions:
        return []
    told = [mention for mention in mentions if not why_not_told(analysis, mention, words, mentions)]
    groups, waiting = gathered(analysis, told, entities)
    against = against_all(analysis, mentions, words)
    if against:
        besides = against == DENIED
        return [
            Verdict(one, "" if besides and _is_told_at_event(analysis, one, words, planned=False) else against)
            for one in groups
        ]
    whole = _without_halves(groups)
    reasons = {id(one): _why_not_news(analysis, one, words) for one in whole}
    announced = any(not reason for reason in reasons.values()) or any(
        one.ceremony and not one.parties and (one.focus > 1 or opens_at_event(analysis, one, words)) for one in waiting
    )
    for one in whole:
        if _only_announces(one, whole):
            reasons[id(one)] = "the headline only announces what is told in full below"
        elif _is_of_others(one, whole):
            reasons[id(one)] = _OF_OTHERS
        elif (
            (announced and (_is_told_whole(one) or _is_listed(one)))
            or _is_told_fully(analysis, one, told)
            or _is_planned_by_headline(analysis, one)
        ):
            reasons[id(one)] = ""
            _as_planned(one, mentions)
    accepted = [one for one in whole if not reasons[id(one)]]
    several = _tells_of_several(analysis, words)
    to_come = bool(accepted) and all(_is_to_come(analysis, one) for one in accepted)
    at_event = [one for one in whole
                if _is_told_at_event(analysis, one, words, planned=to_come) or _is_signed_by_hand(analysis, one)
                or _is_ceremony_of_day(analysis, one) or _is_pictured(analysis, one)]  # fmt: skip
    for one in whole:
        shared = any(_share_body(one, other) for other in accepted)
        here = bool(several or at_event)
        whole_told = _is_told_whole(one, planned=shared or bool(at_event), vague=several)
        if _is_told_with_others(analysis, one, reasons[id(one)], accepted, words):
            reasons[id(one)] = ""
        if reasons[id(one)] in {_LATE, _OF_OTHERS} and (one in at_event or (whole_told and (here or shared))):
            reasons[id(one)] = ""
        if (
            not reasons[id(one)]
            and _only_teams(one)
            and any(_is_told_whole(other) for other in accepted if other is not one)
            and not any(_teams_beside(analysis, one, other) for other in accepted if other is not one)
        ):
            reasons[id(one)] = "its parties only do something together, and others are told to sign"
        if reasons[id(one)] == _BARE and any(_told_beside(one, other) for other in accepted):
            reasons[id(one)] = ""
    return [Verdict(one, reasons.get(id(one), "only one party, and another agreement has two")) for one in groups]


def _is_told_with_others(analysis: Analysis, one: Group, reason: str, accepted: list[Group], words: Words) -> bool:
    """Whether it is news for what is told around it, though `reason` speaks against it: of states at an event, or in a row of documents."""
    if reason == _OF_STATES:
        return _is_witnessed_at_event(analysis, one, words)
    return reason == _UNSIGNED and any(
        _follows_in_row(analysis, one, other) or _teams_beside(analysis, one, other) for other in accepted
    )


def _teams_beside(analysis: Analysis, one: Group, other: Group) -> bool:
    """Whether a host that signs with others is told, below that, to join hands with one more: "X cũng bắt tay với Y để ..."."""
    signed = min((mention.place.start for mention in other.mentions if mention.tells_signing), default=None)
    told = [mention for mention in one.mentions if mention.parties]
    return (
        signed is not None
        and _only_teams(one)
        and _share_body(one, other)
        and all(
            mention.place.start > signed
            and not mention.cues
            and _JOINS_HANDS.search(analysis.folded, mention.place.start, mention.place.end) is not None
            for mention in told
        )
    )


def _follows_in_row(analysis: Analysis, one: Group, other: Group) -> bool:
    """Whether it stands behind a semicolon in the row of documents whose signing is told: "lễ ký Hiệp định ...; Bản ghi nhớ giữa X và Y"."""
    signed = [mention for mention in other.mentions if mention.tells_signing]
    return any(
        len(mention.parties) >= _PAIR
        and mention.kind not in _VAGUE_KINDS
        and mention.sentence is told.sentence
        and ";" in analysis.folded[told.place.end : mention.place.start]
        for mention in one.mentions
        for told in signed
    )


def _only_teams(one: Group) -> bool:
    """Whether its parties are only told to act together, as those who hold a conference at which others sign."""
    naming = [mention for mention in one.mentions if mention.parties]
    return bool(naming) and all(set(mention.rules) == TEAMING for mention in naming)


def _told_beside(one: Group, other: Group) -> bool:
    """Whether a sentence tells of both, with a body in common: "Hai văn bản được ký là bản ghi nhớ với X và hợp đồng với Y"."""
    told = {mention.sentence.index for mention in other.mentions if mention.tells_signing}
    return _share_body(one, other) and any(
        mention.tells_signing and mention.sentence.index in told for mention in one.mentions
    )


def _tells_of_several(analysis: Analysis, words: Words) -> bool:
    """Whether headline or lead say that several documents were signed, so that one told below is news too."""
    opening = [one for one in analysis.sentences if one.block.kind is not BlockKind.DATE_LINE][: LEAD_SENTENCES + 1]
    return any(words.several_signed.search(analysis.folded, one.place.start, one.place.end) for one in opening)


def _is_to_come(analysis: Analysis, one: Group) -> bool:
    """Whether it is told as one to be signed, and nowhere as one that was."""
    told = [mention for mention in one.mentions if mention.tells_signing]
    done = any(SIGNED.search(mention.sentence.place.of(analysis.folded)) for mention in told)
    return all("planned" in mention.cues for mention in told) or (
        not done and any("planned" in mention.cues for mention in told)
    )


def _is_told_at_event(analysis: Analysis, one: Group, words: Words, *, planned: bool) -> bool:
    """Whether a sentence tells of it whole, as of what was done at the event of the news: "Dịp này, A ký hợp đồng với B".

    It may be `planned` where all that is news is: "Cũng trong chuyến đi, A và B sẽ ký hợp đồng".
    """
    told = [mention for mention in one.mentions if opens_at_event(analysis, mention, words)]
    both = any(mention.both and mention.kind not in _VAGUE_KINDS and not mention.cues for mention in told)
    both = both or _is_witnessed_at_event(analysis, one, words)
    return _is_told_whole(replace(one, mentions=told), planned=planned) or (both and len(one.parties) >= _PAIR)


def _is_witnessed_at_event(analysis: Analysis, one: Group, words: Words) -> bool:
    """Whether a sentence tells so of a ceremony of the two sides: "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký ... giữa hai nước"."""
    told = (mention for mention in one.mentions if mention.both and mention.ceremony and mention.cues <= _TO_COME)
    return len(one.parties) >= _PAIR and any(opens_at_event(analysis, mention, words) for mention in told)


def _is_ceremony_of_day(analysis: Analysis, one: Group) -> bool:
    """Whether a sentence begins with the day on which a ceremony between the parties was held: "Chiều 25/7, đã diễn ra lễ ký ... giữa A và B"."""
    told = [mention for mention in one.mentions if mention.ceremony and mention.told_whole]
    opening = [mention.sentence.place.start for mention in told]
    days = [date.place.start for mention in told for date in analysis.dates_in(mention.sentence) if date.kind == "date"]
    at_once = any(0 <= day - start <= _OPENING_WORDS for day in days for start in opening)
    return at_once and _is_told_whole(replace(one, mentions=told))


def _is_signed_by_hand(analysis: Analysis, one: Group) -> bool:
    """Whether signers of both parties are told by name, and the lead names a body that is a party."""
    by_hand = any(
        mention.tells_signing and len(mention.persons) >= _PAIR <= len(mention.parties) and not mention.cues
        and STRONG & set(mention.rules) for mention in one.mentions
    )  # fmt: skip
    lead = _end_of_lead(analysis)
    return by_hand and any(party.kind is NameKind.ORGANISATION and any(name.place.start < lead for name in party.names)
                           for party in one.parties)  # fmt: skip


def _is_pictured(analysis: Analysis, one: Group) -> bool:
    """Whether a sentence tells of it whole, and so does a line of its own without a full stop: "Ký kết hợp tác giữa A và B"."""
    told = [mention for mention in one.mentions if mention.tells_signing and len(mention.parties) >= _PAIR
            and not mention.cues and STRONG & set(mention.rules)]  # fmt: skip
    lines = [mention for mention in told if mention.told_whole and mention.sentence.place == mention.sentence.block.place
             and analysis.text[mention.sentence.place.end - 1].isalnum()]  # fmt: skip
    return bool(lines) and any(mention.sentence is not line.sentence for mention in told for line in lines)


def _end_of_lead(analysis: Analysis) -> int:
    return analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1].place.end


def _share_body(one: Group, other: Group) -> bool:
    """Whether a body, and no state, is a party of both."""
    return any(
        party.kind is NameKind.ORGANISATION and any(party is mine for mine in one.parties) for party in other.parties
    )


def _is_listed(one: Group) -> bool:
    """Whether an item of a list names the document and its parties, below a lead that tells of the signing."""
    return any(
        mention.sentence.block.kind is BlockKind.LIST_ITEM
        and mention.kind not in _VAGUE_KINDS
        and len(mention.parties) >= _PAIR
        and not mention.cues & BACKGROUND
        for mention in one.mentions
    )


def _as_planned(one: Group, mentions: list[Mention]) -> None:
    """A list of what is signed is planned where every telling of headline and lead is."""
    lead = [mention for mention in mentions if mention.focus > 1 and mention.tells_signing and mention.told_as_news]
    if _is_listed(one) and lead and all("planned" in mention.cues for mention in lead):
        one.mentions = [replace(mention, cues=mention.cues | {"planned"}) for mention in one.mentions]


def _is_of_others(one: Group, whole: list[Group]) -> bool:
    """Whether it is told once, without day or ceremony, of public bodies only, after an agreement of quite others."""
    first = whole[0]
    if all(party.kind is NameKind.STATE or party.type in PUBLIC for party in first.parties):
        return False
    once = len(one.mentions) == 1 and not one.mentions[0].dated and not one.mentions[0].ceremony
    public = all(party.kind is NameKind.STATE or party.type in PUBLIC for party in one.parties)
    return one is not first and once and public and not one.shared(tuple(first.parties))


def _only_announces(one: Group, others: list[Group]) -> bool:
    """Whether only the headline tells of it, with the partners by their states, and others of the host are told in full."""
    if any(mention.sentence.block.kind is not BlockKind.HEADLINE for mention in one.mentions):
        return False
    hosts = [party for party in one.parties if party.kind is NameKind.ORGANISATION]
    told = [
        other
        for other in others
        if other is not one and any(party is host for host in hosts for party in other.parties)
    ]
    return bool(told) and len(hosts) == 1 and len(one.parties) > 1


def _without_halves(groups: list[Group]) -> list[Group]:
    """The groups; where one has two parties or more, those with only one are left out."""
    whole = [one for one in groups if len(one.parties) >= _PAIR]
    return whole or groups[:1]


def _why_not_news(analysis: Analysis, one: Group, words: Words) -> str:
    """Why the document is not about the agreement; empty where it is."""
    signings = [mention for mention in one.mentions if mention.tells_signing]
    if not signings:
        return _UNSIGNED
    if not any(mention.focus > 1 for mention in signings) or sum(m.focus for m in one.mentions) < _ENOUGH_FOCUS:
        return _LATE
    if not _belongs(analysis, one, signings, words):
        return "the signing that is told is not said to be of these parties"
    if not _stands_out(analysis, one, signings, words):
        return _BARE
    if len(one.parties) >= _PAIR:
        of_states = _is_of_states(one) and not _states_sign_now(analysis, one, signings, words)
        return _OF_STATES if of_states else ""
    if not one.parties or one.parties[0].kind is NameKind.STATE:
        return "no second party in the clause"
    subject = [
        mention for mention in signings if mention.kind and _BY_SUBJECT & set(mention.rules) and mention.focus > 1
    ]
    headline = any(mention.sentence.block.kind is BlockKind.HEADLINE for mention in subject)
    with_several = any(_WITH_SEVERAL.search(mention.sentence.place.of(analysis.folded)) for mention in subject)
    by_several = any(
        mention.kind and mention.focus > 1 and _SEVERAL_SIGN.search(mention.sentence.place.of(analysis.folded))
        for mention in signings
        if "signing.with" in mention.rules
    )
    news = any((_opens_with(mention) or mention.dated) and _of_two(analysis, mention, words) for mention in subject)
    several = headline or with_several or by_several or news or (subject and len(signings) > 1)
    return "" if several else "no second party in the clause"


def _of_two(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether what is signed is made by two: a named kind of agreement or "thỏa thuận", and no "văn bản" of one body."""
    place = mention.sentence.place
    made = words.made_by_two.search(analysis.folded, place.start, place.end)
    return mention.kind not in _VAGUE_KINDS or made is not None


def _is_of_states(one: Group) -> bool:
    return all(party.kind is NameKind.STATE for party in one.parties)


def _states_sign_now(analysis: Analysis, one: Group, signings: list[Mention], words: Words) -> bool:
    """Whether the headline names the document, or the abstract tells of its signing, or the lead does with its day.

    Stories of arms, talks and quarrels between states name many of their agreements.
    """
    titled = any(mention.sentence.block.kind is BlockKind.HEADLINE for mention in one.mentions)
    several = len(one.parties) > _PAIR and any(mention.both and mention.focus > 1 for mention in signings)
    return (titled or several) or any(
        mention.sentence.index <= 1
        or (mention.focus > 1 and (mention.ceremony or mention.dated) and mention.kind not in _VAGUE_KINDS)
        or (mention.focus > 1 and mention.ceremony and mention.dated)
        or (mention.focus > 1 and mention.kind and _is_of_today(analysis, mention, words))
        or (mention.focus > 1 and (_headline_names(analysis, mention, words) or _has_price(analysis, mention)))
        for mention in signings
    )


def _headline_names(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether the headline is about a document, and the sentence tells that the two states signed one: "Thỏa thuận bí mật hé lộ ..."."""
    place = analysis.sentences[0].place
    told = mention.kind not in _VAGUE_KINDS and len(mention.parties) == _PAIR and STRONG & set(mention.rules)
    return bool(told) and words.made_by_two.search(analysis.folded, place.start, place.end) is not None


def _has_price(analysis: Analysis, mention: Mention) -> bool:
    """Whether the sentence tells what the document is worth that the two states signed: "X đã ký thỏa thuận trị giá 5 tỷ USD với Y"."""
    told = mention.kind not in _VAGUE_KINDS and len(mention.parties) == _PAIR and STRONG & set(mention.rules)
    place = mention.place
    return bool(told) and any(
        one.kind == _MONEY and place.covers(one.place) for one in analysis.amounts_in(mention.sentence)
    )


def _is_of_today(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether the sentence tells of the signing as done "hôm nay", "sáng nay", "hôm qua"."""
    start, end = mention.sentence.place.start, mention.place.end
    days = (words.today, words.this_day, words.day_before)
    return any(told.search(analysis.folded, start, end) for told in days)


def _stands_out(analysis: Analysis, one: Group, signings: list[Mention], words: Words) -> bool:
    """Whether the document is about it: told in the lead, and a mere contract with its headline, ceremony or day, which may be "hôm nay"."""
    if not any(mention.focus > 1 for mention in signings):
        return False
    kinds = {mention.kind for mention in signings}
    bare = all(not party.type and party.kind is NameKind.ORGANISATION for party in one.parties)
    if bare and not kinds - _VAGUE_KINDS:
        return any(mention.ceremony or mention.kind for mention in signings)
    if kinds - _VAGUE_KINDS != {AgreementKind.CONTRACT}:
        return True
    typed = len(one.parties) >= _PAIR and any(party.type for party in one.parties)
    return any(mention.ceremony or mention.dated or mention.sentence.block.kind is not BlockKind.PARAGRAPH
               or (typed and mention.focus > 1 and (mention.told_whole or _by_pair(mention))) or _opens_with(mention) or "signing.listed" in mention.rules
               or (mention.focus > 1 and _is_of_today(analysis, mention, words)) for mention in signings)  # fmt: skip


def _by_pair(mention: Mention) -> bool:
    """Whether two parties or more are the subject that signs: "X và Y đã ký hợp đồng"."""
    return len(mention.parties) >= _PAIR and "signing.subject" in mention.rules and not mention.partial


def _opens_with(mention: Mention) -> bool:
    """Whether the first sentences under the headline tell that the party has signed."""
    return mention.sentence.index <= _OPENING and bool(_BY_SUBJECT & set(mention.rules)) and not mention.cues


def _belongs(analysis: Analysis, one: Group, signings: list[Mention], words: Words) -> bool:
    """Whether a signing is told of these parties, or during a visit of one to another, and not of something else in the document."""
    if any(mention.parties or mention.both or mention.persons for mention in signings):
        return True
    kinds = {mention.kind for mention in signings} - _VAGUE_KINDS
    lead = any(mention.focus > 1 for mention in signings)
    if lead and _is_of_states(one) and any(mention.announces for mention in one.mentions):
        return True
    if _is_of_states(one) and any(
        mention.focus > 1 and (_on_visit(analysis, one, mention, words) or _before_both(analysis, one, mention, words))
        for mention in signings
    ):
        return True
    named = [mention for mention in one.mentions if mention.parties]
    return any(mention.lists_members or mention.kind in kinds or (lead and mention.focus > 1) for mention in named)


def _on_visit(analysis: Analysis, one: Group, mention: Mention, words: Words) -> bool:
    """Whether the sentence tells of the signing as done during a visit to one of the states: "trong chuyến thăm của ông A tới X"."""
    place = mention.sentence.place
    visit = words.visits.search(analysis.folded, mention.place.end, place.end)
    return visit is not None and any(
        visit.end() <= name.place.start < place.end for party in one.parties for name in party.names
    )


def _before_both(analysis: Analysis, one: Group, mention: Mention, words: Words) -> bool:
    """Whether those who stand for the states are told to witness the signing: "Bộ trưởng hai nước X và Y chứng kiến lễ ký"."""
    place = mention.sentence.place
    witness = words.witnessing.search(analysis.folded, place.start, place.end)
    return witness is not None and all(any(place.covers(name.place) for name in party.names) for party in one.parties)


def _is_told_whole(one: Group, *, planned: bool = False, vague: bool = False) -> bool:
    """Whether one telling outside the lead names the document, both parties and the act of signing.

    `planned` lets it be one to come, `vague` one of no named kind, as where the lead tells of several.
    """
    allowed = frozenset({"planned"}) if planned else frozenset()
    return any((mention.kind not in _VAGUE_KINDS or (vague and mention.kind)) and len(mention.parties) >= _PAIR
               and mention.tells_signing and mention.cues <= allowed and STRONG & set(mention.rules)
               for mention in one.mentions)  # fmt: skip


def _is_planned_by_headline(analysis: Analysis, one: Group) -> bool:
    """Whether bodies that the headline names, as those that meet, are told below to sign a named document: "hai bên thống nhất X và Y sẽ ký bản ghi nhớ"."""
    headline = analysis.sentences[0].place
    bodies = len(one.parties) >= _PAIR and all(
        party.kind is NameKind.ORGANISATION and any(headline.covers(name.place) for name in party.names)
        for party in one.parties
    )
    to_come = [mention for mention in one.mentions if "planned" in mention.cues]
    return bodies and _is_told_whole(replace(one, mentions=to_come), planned=True)


def _is_told_fully(analysis: Analysis, one: Group, told: list[Mention]) -> bool:
    """Whether it is told late, but with its document, by the signers or at a ceremony, of parties that the lead names.

    Where the lead tells of the signing itself, as with one of the parties, it need not name the other.
    """
    lead = _end_of_lead(analysis)
    known = all(any(name.place.start < lead for name in party.names) for party in one.parties) or any(
        mention.focus > 1 and mention.tells_signing and mention.kind and one.shared(mention.parties) for mention in told
    )
    by_hand = any(
        len(mention.persons) >= _PAIR or mention.ceremony for mention in one.mentions if mention.tells_signing
    )
    announced = any(mention.focus > 1 and "document.announced" in mention.rules for mention in one.mentions)
    return len(one.parties) >= _PAIR and known and (by_hand or announced) and _is_told_whole(one)
