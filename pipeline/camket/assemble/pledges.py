"""Undertakings in sentences: who "sẽ / cam kết ..." what, content lists, and the items under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.analysis import Analysis, Name, NameKind, Sentence
from camket.assemble.tellings import Actors, Telling, agreement_at, party_of
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import Agreement, CommitmentKind, Party

_THIS = " này"
_SIDE_WORDS = frozenset({"phía", "về phía", "riêng", "riêng phía", "đồng thời", "và", "còn"})
_PREPOSITIONS = frozenset(
    {"của", "với", "cho", "tại", "ở", "từ", "bởi", "đến", "giữa", "sang", "trong", "do", "vào", "trên"}
)
_NO_PLEDGES = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE_LINE, BlockKind.CAPTION})
_FEWEST_WORDS = 5
_WIDEST_GAP = 4
_WIDEST_ASIDE = 24
_NAMES_BACK = 3
_LOOK_BACK = 9
_BACKGROUND_REACH = 30
_LEAD_REACH = 70
_BEGINS = 4
_BULLET = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)/]?\s|[a-zđ]\)\s)?[-+*•–\s]*")
_COLON = re.compile(r"\s*(?:\([^()]*\)\s*)?:\s*")
_LABEL = re.compile(r"^[^:]{3,60}:\s*")


@dataclass(frozen=True, slots=True)
class Carry:
    """What a sentence leaves open for the next: a list under a lead-in, or acts without a subject.

    `content` says that it told of the agreement's content, so that the next may go on with "Sở X cử ...".
    """

    listed: Telling | None = None
    loose: Telling | None = None
    content: bool = False


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A subject with the word by which it undertakes what follows."""

    start: int
    content: int
    actors: Actors
    agreement: str | None
    firm: bool
    sure: bool = False


def tellings_in(
    analysis: Analysis, sentence: Sentence, carry: Carry, agreements: Sequence[Agreement], words: Words
) -> tuple[list[Telling], Carry]:
    """The tellings of a sentence, and what it leaves open."""
    if not analysis.tokens or sentence.block.kind in _NO_PLEDGES or "- ảnh:" in sentence.place.of(analysis.folded):
        return [], carry
    listed = carry.listed if sentence.block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} else None
    place = _without_bullet(analysis, sentence) if listed else sentence.place
    if _is_background(analysis, sentence, words) and not listed:
        return [], Carry()
    anchors = _anchors(analysis, sentence, place, agreements, words, listed=listed is not None, goes_on=carry.content)
    told = [_told(anchor, end) for anchor, end in _with_ends(anchors, place)]
    if listed is not None:
        party = _labelled(analysis, sentence, place, agreements)
        if party is not None:
            rest, actors, agreement = party
            listed = replace(listed, kind=CommitmentKind.PLEDGE, actors=actors, agreement=agreement)
            if not rest.of(analysis.text).strip(" .:"):
                return [], Carry(listed, content=True)
        if not told:
            told = _listed(analysis, place, listed)
        return told, Carry(listed, content=True)
    lead = _lead(analysis, sentence, anchors, agreements, words)
    if lead is not None:
        content, telling = lead
        if any(anchor.agreement and 0 <= anchor.start - content.start < _BEGINS for anchor in anchors):
            return told, Carry(None, told[-1], content=True)
        if len(content.of(analysis.text).strip(" .:")) < 3:
            return [], Carry(telling, content=True)
        return [Telling(telling.kind, content, telling.actors, telling.agreement, telling.rule, telling.confidence,
                        telling.fields, telling.needs_act)], Carry(content=True)  # fmt: skip
    vow = _vow(analysis, sentence, words) if not agreements else None
    if vow is not None:
        return [], Carry(vow)
    if told:
        last = told[-1]
        ends_open = analysis.text[sentence.place.end - 1] == ":"
        return told, Carry(last if ends_open else None, last, content=last.agreement is not None)
    if (
        carry.loose is not None
        and sentence.block.kind is BlockKind.PARAGRAPH
        and _begins_act(analysis, sentence, words)
    ):
        one = carry.loose
        return [Telling(one.kind, sentence.place, one.actors, one.agreement, "commitment.goes_on", 0.6)], carry
    return [], Carry()


def _vow(analysis: Analysis, sentence: Sentence, words: Words) -> Telling | None:
    """A list to come of what one body undertakes, where the headline says so: "... công bố 5 điểm sau:"."""
    head = analysis.sentences[0]
    told = head.block.kind is BlockKind.HEADLINE and words.commitments.vows.search(
        analysis.folded, head.place.start, head.place.end
    )
    bodies = [name for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION]
    if not told or not bodies or not analysis.text[: sentence.place.end].endswith(":"):
        return None
    actor = (bodies[0].core or bodies[0].place).of(analysis.text)
    return Telling(CommitmentKind.PLEDGE, sentence.place, (actor,), None, "commitment.vow", 0.8, needs_act=False)


def _per_act(analysis: Analysis, sentence: Sentence, words: Words) -> Place | None:
    """What follows "theo đó" without a subject: an act that the agreement is about."""
    lists, place = words.commitments, sentence.place
    per = lists.per.match(analysis.folded, place.start)
    if per is None or lists.speech.search(analysis.folded, place.start, place.end):
        return None
    content = Place(per.end(), place.end)
    tokens = [token.folded for token in analysis.tokens[sentence.index] if token.place.start >= per.end()][:8]
    tokens = tokens[1:] if tokens[:1] == [","] else tokens
    return content if tokens and lists.acts.longest(tokens, 0) else None


def _told(anchor: _Anchor, end: int) -> Telling:
    rule, confidence = ("commitment.firm", 0.85) if anchor.firm else ("commitment.will", 0.75)
    place = Place(anchor.content, end)
    return Telling(CommitmentKind.PLEDGE, place, anchor.actors, anchor.agreement, rule, confidence, sure=anchor.sure)


def _with_ends(anchors: list[_Anchor], place: Place) -> list[tuple[_Anchor, int]]:
    ends = [*(anchor.start for anchor in anchors[1:]), place.end][: len(anchors)]
    return list(zip(anchors, ends, strict=True))


def _without_bullet(analysis: Analysis, sentence: Sentence) -> Place:
    match = _BULLET.match(sentence.place.of(analysis.text))
    return Place(sentence.place.start + (match.end() if match else 0), sentence.place.end)


def _listed(analysis: Analysis, place: Place, listed: Telling) -> list[Telling]:
    """An item of a content list: itself, or the field before its colon and the acts after it."""
    said = place.of(analysis.text)
    label = _LABEL.match(said)
    tellings: list[Telling] = []
    if label and label.end() < len(said):
        tellings.append(Telling(listed.kind, Place(place.start, place.start + label.end() - 1), listed.actors,
                                listed.agreement, listed.rule, listed.confidence, fields=True))  # fmt: skip
        place = Place(place.start + label.end(), place.end)
    tellings.append(Telling(listed.kind, place, listed.actors, listed.agreement, listed.rule, listed.confidence,
                            needs_act=False))  # fmt: skip
    return tellings


def _is_background(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    reach = min(sentence.place.end, sentence.place.start + _BACKGROUND_REACH)
    return words.commitments.background.search(analysis.folded, sentence.place.start, reach) is not None


def _begins_act(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the sentence is an act without a subject, and no by-line and no one's speech."""
    lists, place = words.commitments, sentence.place
    said = place.of(analysis.folded)
    if len(said.split()) < _FEWEST_WORDS or not said.endswith((".", ";")) or lists.speech.search(said):
        return False
    if any(name.kind is NameKind.PERSON for name in analysis.names_in(sentence)):
        return False
    tokens = [token.folded for token in analysis.tokens[sentence.index][:6]]
    return words.commitments.acts.longest(tokens, 0) is not None


def _lead(
    analysis: Analysis, sentence: Sentence, anchors: list[_Anchor], agreements: Sequence[Agreement], words: Words
) -> tuple[Place, Telling] | None:
    """The content that a lead-in of the sentence tells of, and how to take it."""
    lists, folded, place = words.commitments, analysis.folded, sentence.place
    lead = lists.leads.search(folded, place.start, place.end)
    if lead is None or not agreements or sentence.place.start < _first_told(agreements):
        return None
    reach = min(place.end, lead.end() + _LEAD_REACH)
    colon = folded.find(":", lead.end(), reach)
    if colon >= 0:
        start = colon + 1
    else:
        ends = list(lists.lead_ends.finditer(folded, lead.end(), min(reach, lead.end() + _LEAD_REACH // 2)))
        if not ends:
            return None
        start = ends[0].end()
    hoped = lists.hopes.search(folded, max(place.start, lead.start() - 60), lead.start())
    spoken = lists.speech.search(folded, place.start, lead.start())
    if hoped or spoken or not lists.ties.search(folded, place.start, lead.end()):
        return None
    fields = lists.field_leads.search(folded, lead.start(), start) is not None
    actors: Actors = anchors[0].actors if anchors and anchors[0].content <= start else "all"
    kind = CommitmentKind.AREA
    telling = Telling(kind, place, actors if actors == "all" else "all", agreement_at(place, agreements),
                      "commitment.list", 0.85, fields=fields, needs_act=False)  # fmt: skip
    return Place(min(start, place.end), place.end), telling


def _first_told(agreements: Sequence[Agreement]) -> int:
    return min((one.start for agreement in agreements for one in agreement.evidence), default=0)


def _anchors(
    analysis: Analysis, sentence: Sentence, place: Place, agreements: Sequence[Agreement], words: Words,
    *, listed: bool, goes_on: bool,
) -> list[_Anchor]:  # fmt: skip
    """The undertakings of a sentence, in order, each with its subject."""
    lists, folded = words.commitments, analysis.folded
    found: list[_Anchor] = []
    for pattern, firm in ((lists.firm, True), (lists.plain, False)):
        for match in pattern.finditer(folded, place.start, place.end):
            anchor = _anchor(analysis, sentence, Place(*match.span()), agreements, words, firm=firm)
            if anchor is not None:
                found.append(anchor)
    per = lists.per.search(folded, place.start, min(place.end, place.start + _LEAD_REACH)) is not None
    if listed or per or goes_on:
        bare = _bare(analysis, sentence, place, agreements, words)
        found += bare if listed or per else [one for one in bare if one.agreement is not None]
        found += _tasks(analysis, sentence, place, agreements)
    found.sort(key=lambda anchor: (anchor.start, -anchor.content))
    apart: list[_Anchor] = []
    for anchor in found:
        if not apart or anchor.start >= apart[-1].content:
            apart.append(anchor)
    return apart


def _anchor(
    analysis: Analysis, sentence: Sentence, verb: Place, agreements: Sequence[Agreement], words: Words, *, firm: bool
) -> _Anchor | None:
    lists, folded = words.commitments, analysis.folded
    after = TOKEN.findall(folded[verb.end : verb.end + 40])[:5]
    if firm and after and lists.not_after_firm.longest(after, 0):
        return None
    subject = _subject(analysis, sentence, verb.start, agreements, words, firm=firm)
    if subject is None and firm:
        subject = _elided(analysis, sentence, verb, agreements, words)
    if subject is None:
        return None
    place, actors, agreement = subject
    words_before = folded[max(sentence.place.start, place.start - _LEAD_REACH) : place.start]
    clause = re.split(r"[;.]", words_before)[-1]
    near = " ".join(clause.split()[-_LOOK_BACK:])
    gap = folded[place.end : verb.start]
    if lists.no_undertaking.search(near) or lists.no_undertaking.search(gap):
        return None
    sure = lists.sure.fullmatch(verb.of(folded)) is not None
    return _Anchor(place.start, verb.end, actors, agreement, firm, sure)


def _elided(
    analysis: Analysis, sentence: Sentence, verb: Place, agreements: Sequence[Agreement], words: Words
) -> tuple[Place, Actors, str | None] | None:
    """All parties, for "Hai bên đánh giá ...; nhất trí ...": the verb right after a semicolon has no subject of its own."""
    before = analysis.folded[sentence.place.start : verb.start].rstrip()
    everyone = words.commitments.everyone.search(analysis.folded, sentence.place.start, verb.start)
    if not before.endswith(";") or everyone is None:
        return None
    place = Place(verb.start, verb.start)
    return place, "all", agreement_at(place, agreements)


def _bare(
    analysis: Analysis, sentence: Sentence, place: Place, agreements: Sequence[Agreement], words: Words
) -> list[_Anchor]:
    """Subjects followed at once by an act, where a list or "theo đó" says that they undertake it."""
    found: list[_Anchor] = []
    tokens = analysis.tokens[sentence.index]
    for number, token in enumerate(tokens):
        if not place.covers(token.place) or not words.commitments.acts.longest(
            [one.folded for one in tokens[number : number + 6]], 0
        ):
            continue
        subject = _subject(analysis, sentence, token.place.start, agreements, words, firm=True, widest=1)
        if (
            subject is not None
            and _opens_clause(analysis, sentence, subject[0], words)
            and not words.commitments.no_undertaking.search(
                analysis.folded, max(place.start, subject[0].start - 30), subject[0].start
            )
        ):
            found.append(_Anchor(subject[0].start, token.place.start, subject[1], subject[2], firm=False))
    return found


def _tasks(analysis: Analysis, sentence: Sentence, place: Place, agreements: Sequence[Agreement]) -> list[_Anchor]:
    """Parties with a colon after them, as in "Theo phân công, Sở X: cử ...; Hội Y: vận động ..."."""
    found: list[_Anchor] = []
    for name in analysis.names_in(sentence):
        known = party_of(name, agreements, analysis) if place.covers(name.place) else None
        rest = analysis.text[name.extent.end : place.end]
        colon = _COLON.match(rest)
        if known is not None and colon:
            found.append(
                _Anchor(name.extent.start, name.extent.end + colon.end(), (known[1].id,), known[0].id, firm=True)
            )
    return found


def _labelled(
    analysis: Analysis, sentence: Sentence, place: Place, agreements: Sequence[Agreement]
) -> tuple[Place, Actors, str] | None:
    """What stands after the party that the list item begins with and a colon: "Bưu điện tỉnh:"."""
    for name in analysis.names_in(sentence):
        known = party_of(name, agreements, analysis) if name.place.start - place.start in range(3) else None
        colon = _COLON.match(analysis.text[name.extent.end : place.end]) if known else None
        if known is not None and colon:
            return Place(name.extent.end + colon.end(), place.end), (known[1].id,), known[0].id
    return None


def _opens_clause(analysis: Analysis, sentence: Sentence, subject: Place, words: Words) -> bool:
    """Whether nothing but "theo đó" and the like stands before the subject in its clause."""
    before = re.split(r"[,;:.]", analysis.folded[sentence.place.start : subject.start])[-1].strip(' -+"')
    return (
        not before
        or before in _SIDE_WORDS
        or before in words.commitments.adverbs
        or words.commitments.per.fullmatch(before) is not None
    )


def _subject(
    analysis: Analysis, sentence: Sentence, before: int, agreements: Sequence[Agreement], words: Words,
    *, firm: bool, widest: int = _WIDEST_GAP,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """The subject that ends right before `before`: its place, who it is, and of which agreement."""
    folded, start = analysis.folded, sentence.place.start
    everyone = [Place(*match.span()) for match in words.commitments.everyone.finditer(folded, start, before)]
    if everyone and _close(folded[everyone[-1].end : before], widest):
        owner = TOKEN.findall(folded[max(start, everyone[-1].start - 12) : everyone[-1].start])[-1:]
        if (not agreements and not firm) or set(owner) & _PREPOSITIONS:
            return None
        return everyone[-1], "all", agreement_at(everyone[-1], agreements)
    side = _side(analysis, sentence, before, agreements, words)
    names = [name for name in analysis.names_in(sentence) if name.extent.end <= before]
    for count in range(len(names), max(0, len(names) - _NAMES_BACK), -1):
        last = names[count - 1]
        apart = side is not None and folded[last.extent.end : side[0].start].strip()
        if side is not None and apart and side[0].start >= last.extent.end:
            return side
        if not _close(folded[last.extent.end : before], widest):
            continue
        group = _group(analysis, names[:count])
        return None if _after_preposition(folded, start, group[0]) else _named(analysis, group, agreements, firm=firm)
    return side


def _named(
    analysis: Analysis, group: list[Name], agreements: Sequence[Agreement], *, firm: bool
) -> tuple[Place, Actors, str | None] | None:
    place = Place(group[0].extent.start, group[-1].extent.end)
    known = [party_of(name, agreements, analysis) for name in group]
    if any(known):
        first = next(one for one in known if one)
        actors = tuple(one[1].id if one and one[0].id == first[0].id else name.place.of(analysis.text)
                       for one, name in zip(known, group, strict=True))  # fmt: skip
        return place, tuple(dict.fromkeys(actors)), first[0].id
    organised = all(name.kind in {NameKind.ORGANISATION, NameKind.STATE} for name in group)
    if firm and organised:
        return place, tuple(name.place.of(analysis.text) for name in group), None
    return None


def _group(analysis: Analysis, names: list[Name]) -> list[Name]:
    """The last name with those coordinated before it: "A và B sẽ"."""
    group = [names[-1]]
    for name in reversed(names[:-1]):
        between = analysis.folded[name.extent.end : group[0].extent.start].strip()
        if between not in {"và", ",", "cùng", "-"}:
            break
        group.insert(0, name)
    return group


def _after_preposition(folded: str, start: int, name: Name) -> bool:
    before = TOKEN.findall(folded[max(start, name.extent.start - 20) : name.extent.start])
    return bool(before) and before[-1] in _PREPOSITIONS


def _close(gap: str, widest: int) -> bool:
    """Whether nothing but a few words, or an aside between commas, stands in the gap."""
    tokens = TOKEN.findall(gap)
    if len(tokens) <= widest and not {",", ".", ";", ":"} & set(tokens):
        return True
    aside = len(tokens) > 1 and tokens[0] == "," and tokens[-1] == ","
    return (aside and len(tokens) <= _WIDEST_ASIDE and widest > 1) or (
        bool(tokens) and tokens[0] == "(" and tokens[-1] == ")"
    )


def _side(
    analysis: Analysis, sentence: Sentence, before: int, agreements: Sequence[Agreement], words: Words
) -> tuple[Place, Actors, str | None] | None:
    """A common noun that stands for the one party of its type: "phía tỉnh", "tập đoàn"."""
    near = max(sentence.place.start, before - 40)
    for kind, pattern in words.commitments.sides.items():
        matches = list(pattern.finditer(analysis.folded, near, before))
        if not matches:
            continue
        place = Place(*matches[-1].span())
        if any(name.extent.overlaps(place) for name in analysis.names_in(sentence)):
            continue
        holders = [(one, party) for one in agreements for party in one.parties if party.type == kind]
        parties = {party.name for _, party in holders}
        if len(parties) != 1 and analysis.folded[place.end : place.end + len(_THIS)] == _THIS:
            holders = _told_last(analysis, place, agreements)
            parties = {party.name for _, party in holders}
            place = Place(place.start, place.end + len(_THIS))
        if len(parties) == 1 and _close(analysis.folded[place.end : before], 2):
            return place, (holders[0][1].id,), holders[0][0].id
    return None


def _told_last(analysis: Analysis, place: Place, agreements: Sequence[Agreement]) -> list[tuple[Agreement, Party]]:
    """The party told last before `place`, for "liên minh này"."""
    for name in reversed([name for name in analysis.names if name.extent.end <= place.start]):
        known = party_of(name, agreements, analysis)
        if known is not None:
            return [known]
    return []
