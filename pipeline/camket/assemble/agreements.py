"""Agreements: each group of mentions made a record's value, with its parties, details and evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from camket.analysis import Analysis, Match, NameKind, Sentence
from camket.assemble.details import Value, kinds_in, kinds_told, tellings, told_with_all, values
from camket.assemble.entities import Entities
from camket.assemble.entity import Entity
from camket.assemble.evidence import evidence
from camket.assemble.groups import Group
from camket.assemble.mentions import Mention
from camket.assemble.named_ones import with_named_ones
from camket.assemble.news import news
from camket.assemble.partners import told_of
from camket.assemble.people import Signers, participants
from camket.assemble.periods import open_period, period, since_signing
from camket.assemble.places import place_of_signing
from camket.assemble.signing_days import signed_on
from camket.assemble.titles import title_of
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_full_day
from camket.folding import fold
from camket.records import Agreement, AgreementKind, AgreementStatus, Evidence, Party

_SURE_PARTY, _LIKELY_PARTY = 0.92, 0.86
_WORD_REACH = 8
_SHORTEST_FORM = 2
_PAIR = 2
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?: \w+){0,4} ký")
_WITH_MORE = re.compile(r"\((?:bên [^()]+|[^()]+, thuộc [^()]+)\)$")
"""A name with what it is called in the document only, or what it is part of: "Công ty X (Bên A)", "Viện Y (VY, thuộc Z)"."""
_SIGNS_PROGRAMME = re.compile(r'(?<!\w)ký(?: kết)? (?:\w+ ){0,1}?"?chương trình(?! ký)(?!\w)')
"""Signing a programme that only its title tells: "ký kết chương trình "Mái ấm biên cương"."""
_IS_SIGNED = re.compile(r"(?<!\w)(?:được|đã) (?:\w+ ){0,2}?(?:ký|ký kết)(?!\w)")
_GENERAL_KINDS = frozenset({AgreementKind.AGREEMENT, AgreementKind.UNSPECIFIED})
_TYPES = {NameKind.STATE: "state", NameKind.PLACE: "locality"}


def find_agreements(analysis: Analysis, matches: tuple[Match, ...], words: Words) -> tuple[Agreement, ...]:
    """The agreements that a report tells of as its news."""
    entities = Entities(analysis, words.lexicon)
    mentions = told_of(analysis, matches, entities, words)
    groups = with_named_ones(analysis, news(analysis, mentions, entities, words), words)
    signers = Signers(analysis, groups, entities, matches, words)
    known = {id(entity): entity for one in groups for entity in one.parties}
    ids = {entity: f"p{n}" for n, entity in enumerate(known, 1)}  # a party of two agreements has one id
    return tuple(_agreement(analysis, matches, groups, at, ids, signers, words) for at in range(len(groups)))


def _agreement(
    analysis: Analysis,
    matches: tuple[Match, ...],
    groups: list[Group],
    at: int,
    ids: dict[int, str],
    signers: Signers,
    words: Words,
) -> Agreement:
    """The agreement that the group number `at` of `groups` tells of; `ids` are those of all parties, by entity."""
    one, others = groups[at], groups[:at] + groups[at + 1 :]
    parties = {id(entity): _party(analysis, entity, ids[id(entity)], words, several=len(one.parties) > _PAIR)
               for entity in one.parties}  # fmt: skip
    signed = signers.of(at, parties)
    event = one.among or one
    beside = [other for other in others if other is not one.among]
    day, covers = signed_on(analysis, event, words), period(analysis, one, beside, words)
    covers = None if any(other.among is one for other in others) else covers  # many documents have no one term
    covers = since_signing(analysis, covers, day) or (None if others else open_period(analysis, one, day, words))
    where, worth = place_of_signing(analysis, event, day, words), values(analysis, one, words)
    said = [evidence(analysis, mention.place, "signing", mention.rules[0]) for mention in one.mentions]
    said += _value_evidence(analysis, (("signed_on", day), ("period", covers), ("place", where)))
    said += [evidence(analysis, value.place, "value", "detail.value") for value in worth]
    kind = _kind(analysis, one, words, others)
    return Agreement(
        id=f"a{at + 1}",
        kind=kind,
        status=_status(analysis, one, day),
        parties=tuple(parties.values()),
        title=title_of(analysis, tellings(one), kind, words)
        or title_of(analysis, told_with_all(analysis, one, others), kind, words),
        signed_on=day.text if day else None,
        period=covers.text if covers else None,
        place=where.text if where else None,
        value=tuple(value.text for value in worth),
        signatories=signed,
        participants=participants(analysis, matches, [person.name for person in signed]),
        notes=tuple(f"{field}: {value.note}" for field, value in (("signed_on", day), ("period", covers))
                    if value and value.note),
        confidence=_confidence(one),
        evidence=tuple(said),
    )  # fmt: skip


def _value_evidence(analysis: Analysis, found: tuple[tuple[str, Value | None], ...]) -> list[Evidence]:
    return [evidence(analysis, value.place, field, f"detail.{field}") for field, value in found if value]


def _kind(analysis: Analysis, one: Group, words: Words, others: Sequence[Group]) -> AgreementKind:
    """The kind that the foremost telling of the signing names; else one that other sentences name.

    Where the headline's is a general one, that of the first telling below it that names parties counts. One of `others`
    that is told in the same sentence may tell it: "tổ chức lễ ký thỏa thuận. Ông A lần lượt ký với ông B và ông C".
    Of a document's only agreement, "ghi nhớ" or MOU said anywhere makes a memorandum, "hiệp định" between states a treaty;
    not where several documents are signed, of which it is one.
    """
    mentions = tellings(one)
    of_states = all(party.kind is NameKind.STATE for party in one.parties)
    kinds = [mention.kind for mention in mentions if mention.kind and (mention.tells_signing or not of_states)]
    named = [kind for kind in kinds if kind != AgreementKind.UNSPECIFIED]
    own = [mention.kind for mention in mentions if mention.kind and mention.parties and mention.tells_signing
           and mention.sentence.block.kind is not BlockKind.HEADLINE]  # fmt: skip
    if named and own and AgreementKind(named[0]) in _GENERAL_KINDS and own[0] != AgreementKind.UNSPECIFIED:
        named = own
    named = named or [kind for mention in mentions if mention.tells_signing
                      for kind in kinds_in(analysis, mention.sentence, words)]  # fmt: skip
    named = named or [kind for mention in mentions if mention.tells_signing
                      for kind in _kinds_right_before(analysis, mention.sentence, words)]  # fmt: skip
    with_all = [mention.kind for mention in told_with_all(analysis, one, others) if mention.kind]
    with_all = [kind for kind in with_all if kind != AgreementKind.UNSPECIFIED]
    if with_all and (not named or (named[0] == AgreementKind.MINUTES and with_all[0] == AgreementKind.MEMORANDUM)):
        named = with_all  # "biên bản ký với X" is the "biên bản ghi nhớ" that the lead tells of
    told = {mention.sentence.index for mention in one.mentions if mention.parties}
    beside = {mention.kind for other in others for mention in other.mentions
              if any(same.parties and same.sentence.index in told for same in other.mentions)}  # fmt: skip
    beside -= {"", AgreementKind.UNSPECIFIED}
    named = named or list(beside if len(beside) == 1 else ())
    if not named and any(
        _SIGNS_PROGRAMME.search(one.sentence.place.of(analysis.folded)) for one in mentions if one.tells_signing
    ):
        named = [AgreementKind.PROGRAMME]
    kind = AgreementKind(named[0]) if named else AgreementKind.UNSPECIFIED
    if others or kind not in {*_GENERAL_KINDS, AgreementKind.MINUTES}:
        return kind
    several = bool(named) and _signs_several(analysis, one, words)
    said = set(named) | {kind for mention in mentions for kind in kinds_in(analysis, mention.sentence, words)}
    said = said if several else kinds_told(analysis, one, words)
    if AgreementKind.MEMORANDUM in said and not several:
        return AgreementKind.MEMORANDUM
    if AgreementKind.TREATY in said and of_states and named and kind in _GENERAL_KINDS:
        return AgreementKind.TREATY
    return AgreementKind.AGREEMENT if AgreementKind.AGREEMENT in said and not kinds else kind


def _kinds_right_before(analysis: Analysis, sentence: Sentence, words: Words) -> list[str]:
    """The kinds of the document that the sentence before, in the same paragraph, tells to be signed: "Công hàm đã được ký ngày 5/2. Đặt bút ký là ..."."""
    before = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    same = before is not sentence and before.block is sentence.block
    signed = same and _IS_SIGNED.search(before.place.of(analysis.folded)) is not None
    return list(kinds_in(analysis, before, words)) if signed else []


def _signs_several(analysis: Analysis, one: Group, words: Words) -> bool:
    """Whether a telling in focus counts agreements, or names one and, with "và", a document of another kind: "thỏa thuận và bản ghi nhớ"."""
    for mention in one.mentions:
        place = mention.sentence.place
        if (
            mention.focus > 1
            and mention.kind == AgreementKind.AGREEMENT
            and mention.tells_signing
            and mention.told_as_news
        ):
            counted = words.agreements_counted.search(analysis.folded, place.start, place.end)
            if counted or words.and_memorandum.search(analysis.folded, place.start, place.end):
                return True
    return False


def _status(analysis: Analysis, one: Group, day: Value | None) -> AgreementStatus:
    """Planned if its full day is after that of publication, or if more tellings in focus say so than not, or as many and none says that it was done.

    A telling of one of several parties may be of something else that it signed.
    """
    told = [mention for mention in one.mentions if len(mention.parties) != 1 or len(one.parties) == 1] or one.mentions
    signing = [mention for mention in told if mention.tells_signing]
    told = signing or [mention for mention in one.mentions if mention.tells_signing] or told
    foremost = [mention for mention in told if mention.focus > 1] or told
    foremost = [mention for mention in foremost if not _only_named(analysis, mention)] or foremost
    votes = Counter("planned" in mention.cues for mention in foremost)
    done = any(_DONE.search(mention.sentence.place.of(analysis.folded)) for mention in told)
    published = analysis.document.published_on or ""
    to_come = day is not None and is_full_day(day.text) and is_full_day(published) and day.text > published
    planned = to_come or votes[True] > votes[False] or (votes[True] > 0 and votes[True] == votes[False] and not done)
    return AgreementStatus.PLANNED if planned else AgreementStatus.SIGNED


def _only_named(analysis: Analysis, mention: Mention) -> bool:
    """Whether the signing is but named, and neither by whom nor that it was done: "Cùng với việc ký cam kết, ..."."""
    told = mention.parties or mention.both or mention.persons or mention.ceremony or mention.dated or mention.cues
    return not told and _DONE.search(mention.sentence.place.of(analysis.folded)) is None


def _confidence(one: Group) -> float:
    """How sure the agreement is: more for an explicit pair of parties, for focus, for being told again."""
    pair = any(
        rule in {"signing.between", "signing.subject_with"} for mention in one.mentions for rule in mention.rules
    )
    score = (
        0.55 + 0.15 * pair + 0.1 * (len(one.parties) > 1) + 0.08 * any(mention.focus > 1 for mention in one.mentions)
    )
    score += 0.04 * min(3, len(one.mentions) - 1) + 0.05 * any(mention.document for mention in one.mentions)
    return round(min(score, 0.98), 2)


def _party(analysis: Analysis, entity: Entity, name: str, words: Words, *, several: bool) -> Party:
    """The party with its names; `several` says that it is one of more than two.

    Surest are bodies whose name tells what they are, and not brands, states and places.
    """
    forms = sorted({" ".join(form.split()) for form in entity.forms if len(form) >= _SHORTEST_FORM or len(entity.forms) == 1},
                   key=lambda form: (-len(form), form.isupper(), form))  # fmt: skip
    forms = [form for form in forms if not _WITH_MORE.search(fold(form))] or forms
    if entity.kind is NameKind.STATE:
        towns = _only_places(analysis, entity, words)
        forms = [form for form in forms if form not in towns] or forms
        forms.sort(key=lambda form: form not in words.lexicon.states)
    if entity.resolved:
        forms = [entity.resolved, *(form for form in forms if fold(form) != fold(entity.resolved))]
    known = entity.kind is NameKind.ORGANISATION and bool(entity.type)
    places = sorted({Place(one.place.start, one.place.end) for one in entity.names}, key=lambda place: place.start)
    return Party(
        id=name,
        name=forms[0],
        aliases=tuple(forms[1:]),
        canonical=_canonical(forms[0], words),
        type=_TYPES.get(entity.kind) or entity.type or None,
        province=words.lexicon.province_in(forms[0]) if entity.kind is not NameKind.STATE else None,
        confidence=_LIKELY_PARTY if several or not known else _SURE_PARTY,
        evidence=tuple(evidence(analysis, place, "party", "name") for place in places[:6]),
    )


def _only_places(analysis: Analysis, entity: Entity, words: Words) -> set[str]:
    """The capitals that are told only as where something is, and never for their state: "tại Viêng Chăn"."""
    only: dict[str, bool] = {}
    for one in entity.names:
        before = analysis.folded[max(0, one.place.start - _WORD_REACH) : one.place.start].split()[-1:]
        located = one.kind is NameKind.PLACE and bool(words.lexicon.locating.intersection(before))
        form = one.place.of(analysis.text)
        only[form] = only.get(form, True) and located
    return {form for form, always in only.items() if always}


def _canonical(form: str, words: Words) -> str:
    """`form` with its abbreviations written out."""
    return " ".join(words.lexicon.expansions.get(fold(word), word) for word in form.split())
