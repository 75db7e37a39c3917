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
    {"của", "với", "cho", "tại", "ở", "từ", "bởi", "đến", "giữa", "sang", "trong", "do", "vào", "trên", "khi"}
)
_WIDEST_GAP = 4
_WIDEST_ASIDE = 24
_NAMES_BACK = 3
_LOOK_BACK = 9
_LONGEST_NOUN = 16
_TWO = 2
_LEAD = 3
_LEAD_REACH = 70
_CUE_REACH = 30
_RATHER = re.compile(r"(?<=[^,;.] )mà (?=\w)")
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
    per = opens_content(story, sentence)
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
        found += bare if listed or (per and story.agreements) else [one for one in bare if one.agreement is not None]
        found += _tasks(story, sentence, place)
    found.sort(key=lambda anchor: (anchor.start, -anchor.content))
    apart: list[Anchor] = []
    for anchor in found:
        if not apart or anchor.start >= apart[-1].content:
            apart.append(anchor)
    return apart


def opens_content(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins as one that tells what an agreement says: "Theo đó, ..."."""
    place = sentence.place
    reach = min(place.end, place.start + _LEAD_REACH)
    if story.lists.per.search(story.folded, place.start, reach):
        return True
    document = story.words.documents.search(story.folded, place.start, reach)
    colon = story.folded.find(":", document.end(), min(place.end, document.end() + _LEAD_REACH)) if document else -1
    return colon >= 0 and not story.lists.speech.search(story.folded, place.start, colon)


def party_or_all(story: Story, sentence: Sentence, at: int) -> tuple[int, Actors, str | None] | None:
    """Who is told right at `at`, a party or all of them ("được hai bên tổ chức"): where that ends, who, of which agreement."""
    everyone = story.lists.everyone.match(story.folded, at)
    if everyone and story.agreements:
        return everyone.end(), "all", story.agreement_at(Place(*everyone.span()))
    for name in story.analysis.names_in(sentence):
        known = story.party_of(name) if name.extent.start - at in range(2) else None
        if known is not None:
            return name.extent.end, (known[1].id,), known[0].id
    return None


def _anchor(story: Story, sentence: Sentence, verb: Place, *, firm: bool, anyone: bool) -> Anchor | None:
    """The undertaking by `verb`; `anyone` says that bodies count too that are no party, as in "theo đó, X sẽ ..."."""
    lists, folded = story.lists, story.folded
    after = TOKEN.findall(folded[verb.end : verb.end + 40])[:5]
    if after and lists.not_after.longest(after, 0):
        return None
    subject = _subject(story, sentence, verb.start, firm=anyone)
    if subject is None and firm:
        subject = _elided(story, sentence, verb) or _lone_body(story, sentence, verb.start)
    if subject is None:
        return None
    place, actors, agreement = subject
    if anyone and not firm and agreement is None:
        agreement = story.agreement_at(place)
    words_before = folded[max(sentence.place.start, place.start - _LEAD_REACH) : place.start]
    clause = re.split(r"[;.]", words_before)[-1]
    near = " ".join(
        lists.told_acts.sub(" ", lists.per.sub(" ", clause)).split()[-_LOOK_BACK:]
    )  # "theo giao ước" holds no "giao"
    if place.start == verb.start:
        near = ""  # what stands before is governed by another verb
    gap = "" if folded[place.end] == "," else folded[place.end : verb.start]
    if lists.hopes.search(near) or lists.no_undertaking.search(near.rpartition(",")[2]) or lists.past.search(near):
        return None
    if lists.no_undertaking.search(gap):
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
    """All parties, for "Hai bên đánh giá ...; nhất trí ...": the verb after a semicolon has no subject of its own.

    After a comma it has none where all parties are the subject that the sentence begins with.
    """
    before = story.folded[sentence.place.start : verb.start].rstrip()
    everyone = story.lists.everyone.search(story.folded, sentence.place.start, verb.start)
    joined = before.endswith((",", " và"))
    if everyone is None or not (joined or before.endswith(";")):
        return None
    if joined and not _opens_clause(story, sentence, Place(*everyone.span())):
        return None
    place = Place(verb.start, verb.start)
    return place, "all", story.agreement_at(place)


def _bare(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """Subjects followed at once by an act, where a list or "theo đó" says that they undertake it."""
    found: list[Anchor] = []
    tokens = story.analysis.tokens[sentence.index]
    after = 0
    for number, token in enumerate(tokens):
        if number < after or not place.covers(token.place) or _cuts_word(story, sentence, token.place.start):
            continue
        if _speaks(story, token.place.start):
            continue
        act = story.lists.acts.longest([one.folded for one in tokens[number : number + 6]], 0)
        if act is None and not _some_verb(story, sentence, token.place.start):
            continue
        after = number + (act[0] if act else 1)
        subject = _subject(story, sentence, token.place.start, firm=True, widest=1)
        if (
            subject is not None
            and (act is not None or subject[2] is not None)
            and not story.lists.done.search(story.folded, subject[0].end, token.place.start)
            and _opens_clause(story, sentence, subject[0])
            and not story.lists.no_undertaking.search(_clause_before(story, sentence, subject[0].start))
            and not story.lists.hopes.search(_words_before(story, sentence, subject[0].start).rpartition(";")[2])
        ):
            content = _instead(story, place, Place(subject[0].end, token.place.start))
            if content is not None:
                found.append(Anchor(subject[0].start, content, subject[1], subject[2], firm=False, sure=act is None))
    return found


def _instead(story: Story, place: Place, gap: Place) -> int | None:
    """Where the act after `gap` begins; after "không" that with "mà" before it, if there is one: "X không giảm mà cấp"."""
    if story.lists.no_undertaking.search(story.folded, gap.start, gap.end) is None:
        return gap.end
    rather = _RATHER.search(story.folded, gap.end, place.end)
    return rather.end() if rather else None


def _clause_before(story: Story, sentence: Sentence, at: int) -> str:
    return re.split(r"[,;:.]", _words_before(story, sentence, at))[-1]


def _words_before(story: Story, sentence: Sentence, at: int) -> str:
    return story.folded[max(sentence.place.start, at - _CUE_REACH) : at]


def _after_name(story: Story, sentence: Sentence, at: int) -> bool:
    return any(name.extent.end in {at - 1, at} for name in story.analysis.names_in(sentence))


def _cuts_word(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether the syllable at `at` goes on with a word; right after a name or "hai bên" segmentation is not believed."""
    return story.wording.inside(at) and not _after_name(story, sentence, at) and not _after_everyone(story, at)


def _after_everyone(story: Story, at: int) -> bool:
    reach = story.lists.everyone.finditer(story.folded, max(0, at - _LONGEST_NOUN), at)
    return any(match.end() == at - 1 for match in reach)


def _speaks(story: Story, at: int) -> bool:
    """Whether the verb at `at` only brings in what someone says: "X nhận định: ...", "X chia sẻ rằng ..."."""
    if story.lists.speech.match(story.folded, at):
        return True
    act = story.lists.acts.longest(TOKEN.findall(story.folded[at : at + _LONGEST_NOUN]), 0)
    after = TOKEN.findall(story.folded[at : at + 2 * _LONGEST_NOUN])[act[0] if act else 1 :][:1]
    return after in ([":"], ["rằng"])


def _some_verb(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a verb that is in no list stands right after a name: "theo thỏa thuận, Sở X trích ..."."""
    return (
        _after_name(story, sentence, at)
        and story.wording.verb(at)
        and story.lists.no_acts.match(story.folded, at) is None
    )


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
        or any(per.end() == len(before) for per in story.lists.per.finditer(before))
    )


def _subject(
    story: Story, sentence: Sentence, before: int,
    *, firm: bool, widest: int = _WIDEST_GAP,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """The subject that ends right before `before`: its place, who it is, and of which agreement."""
    folded, start = story.folded, sentence.place.start
    before = _before_speech(story, sentence, before)
    everyone = [Place(*match.span()) for match in story.lists.everyone.finditer(folded, start, before)]
    if everyone and _close(folded[everyone[-1].end : before], widest):
        owner = TOKEN.findall(folded[max(start, everyone[-1].start - 12) : everyone[-1].start])[-1:]
        if (not story.agreements and not firm) or set(owner) & _PREPOSITIONS or _are_others(story, everyone[-1]):
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
        staff = story.lists.staff.search(folded, max(start, group[0].extent.start - _LEAD_REACH), group[0].extent.start)
        if staff or not _after_preposition(folded, start, group[0]):
            return _named(story, group, firm=firm)
    return side


def _before_speech(story: Story, sentence: Sentence, at: int) -> int:
    """`at`, or where the "cho biết, " right before it begins, for "X cho biết, sẽ dành ..."."""
    said = story.folded[sentence.place.start : at].rstrip()
    if not said.endswith(","):
        return at
    for match in story.lists.speech.finditer(said, max(0, len(said) - _LONGEST_NOUN)):
        if match.end() == len(said) - 1:
            return sentence.place.start + match.start()
    return at


def _are_others(story: Story, place: Place) -> bool:
    """Whether more are counted than any agreement has parties, of which each is named: "4 nước"."""
    count = next((number for word in place.of(story.folded).split() if (number := story.lists.numbers.get(word))), 0)
    return count > _TWO and all(len(one.parties) == _TWO for one in story.agreements) and bool(story.agreements)


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
    """The last name with those coordinated before it: "A, B và C sẽ"; a comma alone joins none."""
    group = [names[-1]]
    joined = False
    for name in reversed(names[:-1]):
        between = story.folded[name.extent.end : group[0].extent.start].strip()
        joined = joined or between in {"và", "cùng", "-"}
        if between not in {"và", ",", "cùng", "-"} or not joined:
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
    aside = len(tokens) > 1 and tokens[0] == tokens[-1] and tokens[0] in {",", "-"} and ";" not in tokens
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
        if _inside_longer(story, place):
            continue  # "hợp tác xã" is no "xã"
        if set(story.folded[near : place.start].split()[-1:]) & story.lists.plurals:
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


def _inside_longer(story: Story, place: Place) -> bool:
    """Whether the noun at `place` is but the end of one for another kind of body."""
    start = max(0, place.start - _LONGEST_NOUN)
    return any(match.start() < place.start < match.end() for pattern in story.lists.sides.values()
               for match in pattern.finditer(story.folded, start, place.end))  # fmt: skip


def _lone_body(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """A common noun for the body of its type told last, where the document reports no agreement: "doanh nghiệp cam kết"."""
    lead = story.analysis.sentences[: _LEAD + 1]
    quarrel = any(story.words.affairs.search(story.folded, one.place.start, one.place.end) for one in lead)
    old = story.words.documents.search(story.folded, sentence.place.start, before)  # "theo hợp đồng" that is no news
    if story.agreements or quarrel or old:
        return None
    near = max(sentence.place.start, before - 40)
    for kind, pattern in story.lists.sides.items():
        for match in reversed(list(pattern.finditer(story.folded, near, before))):
            place = Place(*match.span())
            bodies = [name for name in story.analysis.names if name.kind is NameKind.ORGANISATION
                      and name.type == kind and name.extent.end <= place.start]  # fmt: skip
            inside = any(name.extent.overlaps(place) for name in story.analysis.names_in(sentence))
            plural = set(story.folded[near : place.start].split()[-1:]) & (story.lists.plurals | _PREPOSITIONS)
            if bodies and not inside and not plural and _close(story.folded[place.end : before], 2):
                body = bodies[-1]
                return place, ((body.core or body.place).of(story.analysis.text),), None
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
