"""Who undertakes: the subjects of a sentence with the words by which they undertake what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.tellings import Actors, Story
from camket.document import Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import Agreement, Party

_THIS = " này"
_PUBLIC, _LOCALITY = "government", "locality"
_SIDE_WORDS = frozenset({"phía", "về phía", "riêng", "riêng phía", "đồng thời", "và", "còn"})
_PREPOSITIONS = frozenset(
    {"của", "với", "cho", "tại", "ở", "từ", "bởi", "đến", "giữa", "sang", "trong", "do", "vào", "trên"}
)
_PLURALS = (["những"], ["các"], ["nhiều"], ["mọi"], ["mỗi"], ["một"], ["số"])
_WIDEST_GAP = 4
_WIDEST_ASIDE = 24
_NAMES_BACK = 3
_LOOK_BACK = 9
_LEAD_REACH = 70
_COLON = re.compile(r"\s*(?:\([^()]*\)\s*)?:\s*")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A subject with the word by which it undertakes what follows."""

    start: int
    content: int
    actors: Actors
    agreement: str | None
    firm: bool
    sure: bool = False


def anchors(
    story: Story, sentence: Sentence, place: Place,
    *, listed: bool, goes_on: bool,
) -> list[Anchor]:  # fmt: skip
    """The undertakings of a sentence, in order, each with its subject."""
    lists, folded = story.lists, story.folded
    found: list[Anchor] = []
    per = lists.per.search(folded, place.start, min(place.end, place.start + _LEAD_REACH)) is not None
    verbs = [(lists.firm, True), (lists.plain, False)]
    if listed or per or goes_on:
        verbs.append((lists.weak, False))
    for pattern, firm in verbs:
        for match in pattern.finditer(folded, place.start, place.end):
            anchor = _anchor(
                story,
                sentence,
                Place(*match.span()),
                firm=firm,
                anyone=firm or ((per or goes_on) and bool(story.agreements)),
            )
            if anchor is not None and story.wording.cuts_none(match):
                found.append(anchor)
    if listed or per or goes_on:
        bare = _bare(story, sentence, place)
        found += bare if listed or per else [one for one in bare if one.agreement is not None]
        found += _tasks(story, sentence, place)
    found.sort(key=lambda anchor: (anchor.start, -anchor.content))
    apart: list[Anchor] = []
    for anchor in found:
        if not apart or anchor.start >= apart[-1].content:
            apart.append(anchor)
    return apart


def _anchor(story: Story, sentence: Sentence, verb: Place, *, firm: bool, anyone: bool) -> Anchor | None:
    """The undertaking by `verb`; `anyone` says that bodies count too that are no party, as in "theo đó, X sẽ ..."."""
    lists, folded = story.lists, story.folded
    after = TOKEN.findall(folded[verb.end : verb.end + 40])[:5]
    if after and lists.not_after.longest(after, 0):
        return None
    subject = _subject(story, sentence, verb.start, firm=anyone)
    if subject is None and firm:
        subject = _elided(story, sentence, verb)
    if subject is None:
        return None
    place, actors, agreement = subject
    if anyone and not firm and agreement is None:
        agreement = story.agreement_at(place)
    words_before = folded[max(sentence.place.start, place.start - _LEAD_REACH) : place.start]
    clause = re.split(r"[;.]", words_before)[-1]
    near = " ".join(lists.per.sub(" ", clause).split()[-_LOOK_BACK:])  # no "giao" in "theo giao ước"
    gap = "" if folded[place.end] == "," else folded[place.end : verb.start]
    if lists.no_undertaking.search(near) or lists.no_undertaking.search(gap):
        return None
    if lists.speech.search(gap) and lists.weak.fullmatch(verb.of(folded)):
        return None  # "X khẳng định tiếp tục ..." says what X is for
    noun = story.wording.noun_before(place.start)
    if (noun and noun not in lists.stand_ins and actors != "all") or (
        not firm and actors != "all" and story.quoted(sentence, verb.start)
    ):
        return None
    sure = lists.sure.fullmatch(verb.of(folded)) is not None
    return Anchor(place.start, verb.end, actors, agreement, firm, sure)


def _elided(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """All parties, for "Hai bên đánh giá ...; nhất trí ...": the verb right after a semicolon has no subject of its own."""
    before = story.folded[sentence.place.start : verb.start].rstrip()
    everyone = story.lists.everyone.search(story.folded, sentence.place.start, verb.start)
    if not before.endswith(";") or everyone is None:
        return None
    place = Place(verb.start, verb.start)
    return place, "all", story.agreement_at(place)


def _bare(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """Subjects followed at once by an act, where a list or "theo đó" says that they undertake it."""
    found: list[Anchor] = []
    tokens = story.analysis.tokens[sentence.index]
    after = 0
    for number, token in enumerate(tokens):
        act = story.lists.acts.longest([one.folded for one in tokens[number : number + 6]], 0)
        if act is None or number < after or not place.covers(token.place):
            continue
        after = number + act[0]
        subject = _subject(story, sentence, token.place.start, firm=True, widest=1)
        if (
            subject is not None
            and _opens_clause(story, sentence, subject[0])
            and not story.lists.no_undertaking.search(
                story.folded, max(place.start, subject[0].start - 30), subject[0].start
            )
        ):
            found.append(Anchor(subject[0].start, token.place.start, subject[1], subject[2], firm=False))
    return found


def _tasks(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """Parties with a colon after them, as in "Theo phân công, Sở X: cử ...; Hội Y: vận động ..."."""
    found: list[Anchor] = []
    for name in story.analysis.names_in(sentence):
        known = story.party_of(name) if place.covers(name.place) else None
        rest = story.analysis.text[name.extent.end : place.end]
        colon = _COLON.match(rest)
        if known is not None and colon:
            found.append(
                Anchor(name.extent.start, name.extent.end + colon.end(), (known[1].id,), known[0].id, firm=True)
            )
    return found


def labelled(story: Story, sentence: Sentence, place: Place) -> tuple[Place, Actors, str] | None:
    """What stands after the party that the list item begins with and a colon: "Bưu điện tỉnh:"."""
    for name in story.analysis.names_in(sentence):
        known = story.party_of(name) if name.place.start - place.start in range(3) else None
        colon = _COLON.match(story.analysis.text[name.extent.end : place.end]) if known else None
        if known is not None and colon:
            return Place(name.extent.end + colon.end(), place.end), (known[1].id,), known[0].id
    return None


def _opens_clause(story: Story, sentence: Sentence, subject: Place) -> bool:
    """Whether nothing but "theo đó" and the like stands before the subject in its clause."""
    before = re.split(r"[,;:.]", story.folded[sentence.place.start : subject.start])[-1].strip(' -+*•▪●–"')
    return (
        not before
        or story.lists.times.match(before) is not None
        or before in _SIDE_WORDS
        or before in story.lists.adverbs
        or story.lists.per.fullmatch(before) is not None
    )


def _subject(
    story: Story, sentence: Sentence, before: int,
    *, firm: bool, widest: int = _WIDEST_GAP,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """The subject that ends right before `before`: its place, who it is, and of which agreement."""
    folded, start = story.folded, sentence.place.start
    everyone = [Place(*match.span()) for match in story.lists.everyone.finditer(folded, start, before)]
    if everyone and _close(folded[everyone[-1].end : before], widest):
        owner = TOKEN.findall(folded[max(start, everyone[-1].start - 12) : everyone[-1].start])[-1:]
        if (not story.agreements and not firm) or set(owner) & _PREPOSITIONS:
            return None
        return everyone[-1], "all", story.agreement_at(everyone[-1])
    side = _side(story, sentence, before)
    names = [name for name in _who(story, sentence) if name.extent.end <= before]
    for count in range(len(names), max(0, len(names) - _NAMES_BACK), -1):
        last = names[count - 1]
        apart = side is not None and folded[last.extent.end : side[0].start].strip()
        if side is not None and apart and side[0].start >= last.extent.end:
            return side
        if not _close(folded[last.extent.end : before], widest):
            continue
        group = _group(story, names[:count])
        if not _after_preposition(folded, start, group[0]):
            return _named(story, group, firm=firm)
    return side


def _who(story: Story, sentence: Sentence) -> list[Name]:
    """The names of the sentence; of a person with an office the body where it is a party, else the person."""
    names = story.analysis.names_in(sentence)
    persons = [name for name in names if _is_person(name)]
    kept: list[Name] = []
    for name in names:
        holder = next((one for one in persons if one is not name and one.extent.covers(name.place)), None)
        if holder is None:
            kept.append(name)
        elif story.party_of(name) is not None:
            kept = [one for one in kept if one is not holder]
            kept.append(replace(name, extent=holder.extent))
    return kept


def _named(story: Story, group: list[Name], *, firm: bool) -> tuple[Place, Actors, str | None] | None:
    place = Place(group[0].extent.start, group[-1].extent.end)
    known = [story.party_of(name) for name in group]
    if any(known):
        first = next(one for one in known if one)
        actors = tuple(one[1].id if one and one[0].id == first[0].id else name.place.of(story.analysis.text)
                       for one, name in zip(known, group, strict=True))  # fmt: skip
        return place, tuple(dict.fromkeys(actors)), first[0].id
    organised = all(name.kind in {NameKind.ORGANISATION, NameKind.STATE} for name in group)
    vows = story.lists.vowing.match(story.folded, _verb_after(story, place.end)) and all(
        _is_person(name) for name in group
    )
    if firm and (organised or vows):
        return place, tuple(name.place.of(story.analysis.text) for name in group), None
    return None


def _verb_after(story: Story, at: int) -> int:
    """Where the first word after `at` begins, past a comma."""
    return at + len(story.folded[at : at + 3]) - len(story.folded[at : at + 3].lstrip(" ,"))


def _is_person(name: Name) -> bool:
    return name.kind is NameKind.PERSON


def _group(story: Story, names: list[Name]) -> list[Name]:
    """The last name with those coordinated before it: "A và B sẽ"."""
    group = [names[-1]]
    for name in reversed(names[:-1]):
        between = story.folded[name.extent.end : group[0].extent.start].strip()
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
    if tokens == [","] and widest > 1:
        return True
    if len(tokens) <= widest and not {",", ".", ";", ":"} & set(tokens):
        return True
    aside = len(tokens) > 1 and tokens[0] == tokens[-1] and tokens[0] in {",", "-"}
    return (aside and len(tokens) <= _WIDEST_ASIDE and widest > 1) or (
        bool(tokens) and tokens[0] == "(" and tokens[-1] == ")"
    )


def _side(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """A common noun that stands for the one party of its type: "phía tỉnh", "tập đoàn"."""
    near = max(sentence.place.start, before - 40)
    for kind, pattern in story.lists.sides.items():
        matches = list(pattern.finditer(story.folded, near, before))
        if not matches:
            continue
        place = Place(*matches[-1].span())
        if story.folded[near : place.start].split()[-1:] in _PLURALS:
            continue  # "những doanh nghiệp gặp thiên tai" are no party
        if any(name.extent.overlaps(place) for name in story.analysis.names_in(sentence)):
            continue
        holders = [(one, party) for one in story.agreements for party in one.parties
                   if party.type == kind or (kind == _PUBLIC and party.type == _LOCALITY)]  # fmt: skip
        parties = {party.name for _, party in holders}
        if len(parties) != 1 and story.folded[place.end : place.end + len(_THIS)] == _THIS:
            holders = _told_last(story, place)
            parties = {party.name for _, party in holders}
            place = Place(place.start, place.end + len(_THIS))
        if len(parties) > 1:
            holders = _called(holders, place.of(story.folded).removeprefix("phía "))
            parties = {party.name for _, party in holders}
        if len(parties) == 1 and _close(story.folded[place.end : before], 2):
            return place, (holders[0][1].id,), holders[0][0].id
    return None


def _called(holders: list[tuple[Agreement, Party]], noun: str) -> list[tuple[Agreement, Party]]:
    """Those of several parties of one type whose names have the noun: "tỉnh" is UBND tỉnh X, and not Công an huyện Y."""
    said = re.compile(rf"(?<!\w){re.escape(noun)}(?!\w)")
    return [(one, party) for one, party in holders
            if any(said.search(fold(form)) for form in (party.name, *party.aliases))]  # fmt: skip


def _told_last(story: Story, place: Place) -> list[tuple[Agreement, Party]]:
    """The party told last before `place`, for "liên minh này"."""
    for name in reversed([name for name in story.analysis.names if name.extent.end <= place.start]):
        known = story.party_of(name)
        if known is not None:
            return [known]
    return []
