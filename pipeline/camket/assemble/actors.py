"""Who acts: the subject that ends right before a verb, a party, all of them, or another body."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.anchors import opens_clause
from camket.assemble.common_nouns import close, headed, partners, side
from camket.assemble.speakers import bodies_of, office_of, speaker
from camket.assemble.tellings import THAT, Actors, Holder, Story
from camket.document import Place
from camket.folding import fold
from camket.lexicon import HOME, TOKEN

_WIDEST_GAP, _WIDEST_ASIDE = 4, 24
_NAMES_BACK = 3
_LONGEST_NOUN = 16
_LEAD_REACH, _LONGEST_OFFICE = 70, 5
_TWO = 2
_LONGEST_OPENING = 12
_SIDE, _BY, _PROMISES = "phía ", " được ", re.compile(r"(?:(?:đã|cũng) )?(?:cam kết|hứa)(?!\w)")
"""What stands before who vows something of the subject: "dự án được Công ty X cam kết bàn giao"."""
_WHILE = ["trong", "khi"]
_BETWEEN = re.compile(r"(?<!\w)giữa [^,;:.]+ (?:và|với) $")
_OF_THEM = " giữa "
_TIES = ("hợp tác ", "quan hệ ", "liên kết ", "thỏa thuận ")
"""Before all parties, of what is theirs and not of them: "Hợp tác hai bên sẽ giúp X tối ưu hóa chi phí"."""
_OWN_UNITS = re.compile(
    r" và các (?:đơn vị|công ty|doanh nghiệp|chi nhánh|ngân hàng) (?:thành viên|trực thuộc|phụ thuộc|con)(?!\w)"
)
"""Of a body told right before them: "Tập đoàn X và các đơn vị thành viên sẽ ..."."""
_ASIDE = re.compile(
    r" \([^()]*\)| [-–] (?:[^\W\d][^\s,;:.]* ){2,14}?(?:[-–](?= )|(?=(?:cũng )?(?:sẽ|cam kết|có trách nhiệm|chịu trách nhiệm)(?!\w)))"
)
"""What is said of a body right behind it, in brackets or dashes: "Công ty X – ứng dụng gọi xe hàng đầu – sẽ ..."."""
_BULLETS = re.compile(r"[\W\d]")
_OF_ALL = frozenset({"của", "ở", "thuộc", "tại"})
_JOINTS = (" và ", " với ", " cùng ", " - ")
_BODIES = frozenset({NameKind.ORGANISATION, NameKind.STATE, NameKind.PLACE})


def subject(
    story: Story, sentence: Sentence, before: int,
    *, firm: bool, widest: int = _WIDEST_GAP,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """The subject that ends right before `before`: its place, who it is, and of which agreement."""
    found = _subject(story, sentence, before, firm=firm, widest=widest)
    if found is None or found[2] is None:
        return found
    place, actors, _ = found
    several = [one for one in story.agreements if actors != "all" and set(actors) <= {p.id for p in one.parties}]
    told = story.with_partner_at(place) or (story.with_partner_at(place, named=True) if len(several) > 1 else None)
    return (place, actors, told) if told and (actors == "all" or told in {one.id for one in several}) else found


def _subject(
    story: Story, sentence: Sentence, before: int,
    *, firm: bool, widest: int,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    folded, start, verb = story.folded, sentence.place.start, before
    before = _before_speech(story, sentence, before_concession(story, sentence, before))
    units = next(reversed(list(_OWN_UNITS.finditer(folded, start, before))), None)
    before = units.start() if units and close(folded[units.end() : before], widest) else before
    everyone = [Place(*match.span()) for match in story.lists.everyone.finditer(folded, start, before)
                if not _is_name(story, match.group())]  # fmt: skip
    if everyone and close(folded[everyone[-1].end : before], widest):
        owner = TOKEN.findall(folded[max(start, everyone[-1].start - 12) : everyone[-1].start])[-1:]
        if story.agreements and _are_staff(story, sentence, everyone[-1]):
            return everyone[-1], "all", story.agreement_at(everyone[-1])
        if (
            (not story.agreements and not firm)
            or set(owner) & story.lists.prepositions
            or _are_others(story, everyone[-1])
            or folded.endswith(_TIES, start, everyone[-1].start)
        ):
            return None
        some = _some_of(story, everyone[-1]) or headed(story, everyone[-1].start, before)
        return some or (everyone[-1], "all", story.agreement_at(everyone[-1]))
    if (several := partners(story, sentence, before)) is not None:
        return several
    if (speaking := speaker(story, sentence, before)) is not None:
        return speaking
    if not (story.agreements or firm):
        return None  # none of the names is of a party
    common = side(story, sentence, before) or _common_before_aside(story, sentence, before)
    names = [name for name in _who(story, sentence) if name.extent.end <= before]
    for count in range(len(names), max(0, len(names) - _NAMES_BACK), -1):
        last = names[count - 1]
        apart = common is not None and folded[last.extent.end : common[0].start].strip()
        if common is not None and apart and common[0].start >= last.extent.end:
            return common
        if not close(folded[last.extent.end : before], widest) or _in_aside(story, names[:count], start, before):
            continue
        group = _group(story, names[: _of_whole(story, names, count)])
        near = max(start, last.extent.start - _LEAD_REACH)
        if _BETWEEN.search(story.folded, near, last.extent.start) or folded.endswith(
            _OF_THEM, 0, group[0].extent.start
        ):
            return None  # "Thỏa thuận giữa A và B sẽ ...", "Việc hợp tác giữa A, B và C sẽ ..."
        staff = story.lists.staff.search(folded, max(start, group[0].extent.start - _LEAD_REACH), group[0].extent.start)
        vowed = _PROMISES.match(folded, verb) and folded.endswith(_BY, start, group[0].extent.start)
        if staff or vowed or not _after_preposition(story, start, group[0]):
            return _named(story, group, verb, firm=firm)
    return _in_short(story, sentence, before, widest) or common


def _is_name(story: Story, said: str) -> bool:
    """Whether what reads as a count of all is the short name of a party: "Ba Làng" of "Công ty Thực phẩm Ba Làng"."""
    forms = (form for one in story.agreements for party in one.parties for form in (party.name, *party.aliases))
    return any(fold(form) == said or fold(form).endswith(f" {said}") for form in forms)


def _are_staff(story: Story, sentence: Sentence, everyone: Place) -> bool:
    """Whether those who act for all parties, or parts of them, are told right before: "giảng viên của hai trường sẽ"."""
    clause = re.split(r"[,;:.]", story.folded[sentence.place.start : everyone.start])[-1].split()
    if not clause or clause[-1] not in _OF_ALL:
        return False
    named = " ".join(clause[:-1]).removeprefix("các ").removeprefix("đội ngũ ")
    return len(named.split()) <= _LONGEST_OFFICE and story.lists.acting.match(named) is not None


def _in_aside(story: Story, names: list[Name], start: int, before: int) -> bool:
    """Whether the last name stands in the aside of a body that the sentence begins with: "(Theo đó,) Công ty X, thành viên của Y, sẽ"."""
    first = names[0]
    lead = _BULLETS.sub("", story.folded[start : first.extent.start])
    if story.folded.endswith(", ", start, first.extent.start) and len(lead) < _LONGEST_OPENING:
        lead = "" if story.analysis.text[first.extent.end + 2 : first.extent.end + 3].islower() else lead
    aside = story.folded[first.extent.end : before]
    ends = story.folded[names[-1].extent.end : before].strip() == "," == aside[:1]
    return first is not names[-1] and ends and not lead and first.kind is NameKind.ORGANISATION and close(aside, _TWO)


def _in_short(story: Story, sentence: Sentence, before: int, widest: int) -> tuple[Place, Actors, str | None] | None:
    """The party that a part of its name tells right before `before`, outside all names."""
    near = max(sentence.place.start, before - _LEAD_REACH)
    names = story.analysis.names_in(sentence)
    for place, agreement, party in story.short_names.ending(story.analysis.text, near, before):
        if not close(story.folded[place.end : before], widest):
            return None
        inside = any(name.extent.overlaps(place) and not place.covers(name.extent) for name in names)
        owner = TOKEN.findall(story.folded[max(near, place.start - 20) : place.start])[-1:]
        return None if inside or set(owner) & story.lists.prepositions else (place, (party.id,), agreement.id)
    return None


def _some_of(story: Story, place: Place) -> tuple[Place, Actors, str | None] | None:
    """Those of the parties that "hai Sở" counts, where there are more parties, and just two of them are a Sở."""
    words = place.of(story.folded).split()
    at = next((at for at, word in enumerate(words) if word in story.lists.numbers), len(words))
    noun = Place(place.end - len(" ".join(words[at + 1 :])), place.end)
    return _counted(story, noun) if at + 1 < len(words) else None


def _before_speech(story: Story, sentence: Sentence, at: int) -> int:
    """`at`, or where the "cho biết, " right before it begins, for "X cho biết, sẽ dành ..."."""
    said = story.folded[sentence.place.start : at].rstrip()
    if not said.endswith(","):
        return at
    for match in story.lists.speech.finditer(said, max(0, len(said) - _LONGEST_NOUN)):
        if match.end() == len(said) - 1:
            return sentence.place.start + match.start()
    return at


def opening(story: Story, sentence: Sentence, verb: int) -> tuple[Actors, str | None] | None:
    """Who the sentence begins with, for a later verb at `verb`: "Ngân hàng X đánh giá cao ..., cam kết ..."."""
    names = [name for name in _who(story, sentence) if name.extent.end <= verb]
    groups = (_group(story, names[:count]) for count in range(len(names), 0, -1))
    group = next((one for one in groups if one[0] is names[0]), None)
    if group is None or not opens_clause(story, sentence, Place(group[0].extent.start, group[-1].extent.end)):
        return None
    named = _named(story, group, verb, firm=True)
    return named and named[1:]


def spoken_of(story: Story, sentence: Sentence, verb: int) -> tuple[Place, Actors, str | None] | None:
    """The person whom "ông" right before `verb` means: the one told last in the sentence, else the only subject before it."""
    told = [one for one in story.lists.pronouns.finditer(story.folded, sentence.place.start, verb)
            if not any(name.extent.overlaps(Place(*one.span())) for name in story.analysis.names_in(sentence))]  # fmt: skip
    place = Place(*told[-1].span()) if told and close(story.folded[told[-1].end() : verb], _TWO) else None
    if place is None or not opens_clause(story, sentence, place):
        return None
    here = [name for name in story.analysis.names_in(sentence) if _is_person(name) and name.extent.end <= place.start]
    before = story.analysis.sentences[max(0, sentence.index - 1) : sentence.index]
    there = [name for one in before for name in story.analysis.names_in(one)
             if _is_person(name) and opens_clause(story, one, name.extent)]  # fmt: skip
    meant = here[-1] if here else there[0] if len(there) == 1 else None
    named = _named(story, [meant], verb, firm=True) if meant else None
    return (place, *named[1:]) if named else None


def office_holder(story: Story, sentence: Sentence, place: Place) -> str | None:
    """Who holds the office that the clause begins with and the name at `place` ends, by name where it is told: "ngoại trưởng X"."""
    start = max((story.folded.rfind(mark, sentence.place.start, place.start) + 1 for mark in ",;:."), default=0)
    said = story.folded[max(start, sentence.place.start) : place.end].strip(' "“')
    office = said[: -len(place.of(story.folded))].split()
    if not (0 < len(office) <= _LONGEST_OFFICE) or not story.words.lexicon.offices.longest(office, 0):
        return None
    held = (name for name in story.analysis.names_near(said) if _is_person(name) and name.title)
    holder = next((name for name in held if said in name.extent.of(story.folded)), None)
    full = _in_full(story, holder.place) if holder else place
    return full.of(story.analysis.text)


def _common_before_aside(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """The common noun for a party with an aside between it and `before`: "phía doanh nghiệp, hiện có 4.200 lao động, sẽ ..."."""
    start = sentence.place.start
    last = start + len(story.folded[start:before].rstrip()) - 1
    comma = story.folded.rfind(",", start, last) if story.folded[last : last + 1] == "," else -1
    while comma > start and len(TOKEN.findall(story.folded[comma:last])) <= _WIDEST_ASIDE:
        found = side(story, sentence, comma)
        if found is not None and found[0].end == comma:
            return found
        comma = story.folded.rfind(",", start, comma)
    return None


def before_concession(story: Story, sentence: Sentence, at: int) -> int:
    """`at`, or where the concession right before it begins: "X tuy chưa có vốn nhưng cam kết ..."."""
    concession = story.lists.concession.search(story.folded, sentence.place.start, at)
    return concession.start() if concession else at


def _are_others(story: Story, place: Place) -> bool:
    """Whether more are counted than any agreement has parties, of which each is named: "4 nước"; not the partners of a host."""
    count = next((number for word in place.of(story.folded).split() if (number := story.lists.numbers.get(word))), 0)
    if count == len(story.agreements) > 1:
        return False
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
    kept = [name for at, name in enumerate(kept) if not at or not _in_bracket(story, kept[at - 1], name)]
    return _without_their_states(story, sentence, _without_owners(story, kept))


def _without_owners(story: Story, names: list[Name]) -> list[Name]:
    """The names; those told in an aside behind a body go with it: "Công ty X (thành viên của Tập đoàn Y) sẽ", "X – thành viên của Y – sẽ"."""
    kept: list[Name] = []
    for name in names:
        body = kept[-1] if kept and kept[-1].kind is NameKind.ORGANISATION else None
        aside = _ASIDE.match(story.folded, body.extent.end) if body else None
        if body is not None and aside is not None and name.extent.end <= aside.end():
            kept[-1] = replace(body, extent=Place(body.extent.start, aside.end()))
        elif not (kept and kept[-1].extent.covers(name.extent)):
            kept.append(name)
    last = kept[-1] if kept and kept[-1].kind is NameKind.ORGANISATION else None
    aside = _ASIDE.match(story.folded, last.extent.end) if last else None
    if last is not None and aside is not None:
        kept[-1] = replace(last, extent=Place(last.extent.start, aside.end()))
    return kept


def _without_their_states(story: Story, sentence: Sentence, names: list[Name]) -> list[Name]:
    """The names; a state that only tells where the body right before it is goes with that: "... và Bảo tàng X, Nhật Bản sẽ"."""
    kept: list[Name] = []
    for name in names:
        before = kept[-1] if kept and name.kind is NameKind.STATE else None
        if before is not None and _lies_in(story, sentence, before, name):
            kept[-1] = replace(before, extent=Place(before.extent.start, name.extent.end))
        else:
            kept.append(name)
    return kept


def _lies_in(story: Story, sentence: Sentence, body: Name, state: Name) -> bool:
    """Whether the body begins the sentence or is joined to another, and only a comma stands between it and its state."""
    joined = body.extent.start == sentence.place.start or story.folded.endswith(_JOINTS, 0, body.extent.start)
    beside = story.folded[body.extent.end : state.extent.start] == ", "
    alone = not story.folded.startswith((",", " và "), state.extent.end)
    return joined and beside and alone and body.kind is NameKind.ORGANISATION and bool(body.type)


def _in_bracket(story: Story, before: Name, name: Name) -> bool:
    """Whether the name alone stands in the bracket right after the one before: "Quỹ X (Hoa Kỳ)"."""
    around = story.folded[before.extent.end : name.extent.start], story.folded[name.extent.end : name.extent.end + 1]
    return around == (" (", ")")


def _named(story: Story, group: list[Name], verb: int, *, firm: bool) -> tuple[Place, Actors, str | None] | None:
    place = Place(group[0].extent.start, group[-1].extent.end)
    counted = _counted(story, place)
    if counted is not None:
        return counted
    known = [story.party_of(name) for name in group]
    if any(known):
        first = next(one for one in known if one)
        actors = tuple(one[1].id if one and one[0].id == first[0].id else name.place.of(story.analysis.text)
                       for one, name in zip(known, group, strict=True))  # fmt: skip
        return place, tuple(dict.fromkeys(actors)), first[0].id
    if (from_there := _from_state(story, group)) is not None:
        return place, (from_there[1].id,), from_there[0].id
    organised = all(name.kind in _BODIES for name in group) and not _only_lies_there(story, group[0])
    vow = story.lists.vowing.match(story.folded, verb)
    agrees = story.lists.agreeing.match(story.folded, verb) is not None
    vows = vow is not None and all(_is_person(name) and office_of(story, name) is not None for name in group)
    if agrees and len(group) > 1 and all(_is_person(name) and name.title for name in group):
        vows = True  # "Thủ tướng A và Thủ tướng B đã nhất trí ..."
    elif agrees and len(group) == 1 and _is_person(group[0]):
        vows = any(one.kind is NameKind.STATE for one in bodies_of(story, group[0]))  # a deputy only finds it right
    if firm and vow is not None and len(group) == 1 and (party := _of_office(story, group[0])):
        return place, (party[1].id,), party[0].id
    if firm and (organised or vows):
        side = story.folded[: place.start].endswith("phía ") and bool(story.agreements)
        agreement = story.agreement_at(place) if side else None
        for_bodies = agrees or vow is not None
        own = [name.place for name in group]
        bound = [_body_of(story, name, states=agrees) for name in group] if for_bodies else own
        if agrees and any(body == name for body, name in zip(bound, own, strict=True)):
            bound = own  # all by their bodies, or none
        bound = [_in_full(story, one) for one in bound]
        bound = [_written_out(story, _headed(story, one)) for one in bound]
        return place, tuple(dict.fromkeys(one.of(story.analysis.text) for one in bound)), agreement
    return None


def _of_office(story: Story, name: Name) -> Holder | None:
    """The one party that the noun ending the person's office stands for: "BS A, giám đốc bệnh viện, cam kết ..."."""
    title = name.title.of(story.folded) if _is_person(name) and name.title else ""
    ends = [(noun.start(), holders) for pattern, holders in story.nouns
            for noun in pattern.finditer(title) if noun.start() and noun.end() == len(title)]  # fmt: skip
    longest = min(ends, key=lambda one: one[0], default=(0, []))[1]  # "bệnh viện", and not "viện"
    return longest[0] if len({party.name for _, party in longest}) == 1 else None


def _from_state(story: Story, group: list[Name]) -> Holder | None:
    """The only party whose name has the state that "phía" tells, "phía Lào" for Bộ X Lào; "phía Việt Nam" is beside it the other of two."""
    state = group[0] if len(group) == 1 and group[0].kind is NameKind.STATE else None
    if state is None or not story.folded[: state.place.start].endswith(_SIDE):
        return None
    said = re.compile(rf"(?<!\w){re.escape(state.place.of(story.folded))}(?!\w)")
    parties = [(one, party) for one in story.agreements for party in one.parties]
    held = [(one, party) for one, party in parties if said.search(story.with_bracket(party.name))]
    if not held and state.type == HOME and len(story.agreements) == 1:
        abroad = [party for _, party in parties
                  if story.words.lexicon.names_state(story.with_bracket(party.name))]  # fmt: skip
        held = [pair for pair in parties if pair[1] not in abroad] if abroad else []
    return held[0] if len({party.name for _, party in held}) == 1 else None


def _in_full(story: Story, place: Place) -> Place:
    """The place of the fullest name of the person at `place`: "Trần Văn Lộc" for "Lộc"."""
    if not any(_is_person(name) and name.place == place for name in story.analysis.names_within(place)):
        return place
    said = fold(place.of(story.analysis.text)).split()
    fuller = [name.place for name in story.analysis.names_near(said[-1])
              if _is_person(name) and fold(name.place.of(story.analysis.text)).split()[-len(said) :] == said]  # fmt: skip
    return max(fuller, key=lambda one: one.end - one.start)


def _headed(story: Story, place: Place) -> Place:
    """The place of the name told last that goes on after the head which alone stands at `place`: "HTX X" for "HTX"."""
    said = place.of(story.folded)
    if said not in story.words.lexicon.heads:
        return place
    named = [name.core or name.place for name in story.analysis.names_near(f"{said} ")
             if name.kind is NameKind.ORGANISATION and name.place.end <= place.start]  # fmt: skip
    return next((one for one in reversed(named) if one.of(story.folded).startswith(f"{said} ")), place)


def _written_out(story: Story, place: Place) -> Place:
    """The place of the name that the text gives at `place` in short, as its bracket tells: "Ngân hàng X" for "XBank".

    The bracket behind a branch is of its body: "Chi nhánh Ngân hàng X (XBank)".
    """
    said = place.of(story.folded)
    branches = story.words.lexicon.branches
    full = (name.core for name in story.analysis.names_near(f"({said})")
            if name.core and name.acronym and name.acronym.of(story.folded) == said
            and branches.longest(TOKEN.findall(name.core.of(story.folded)), 0) is None)  # fmt: skip
    return next(full, None) or place


def _body_of(story: Story, name: Name, *, states: bool) -> Place:
    """The place of the name, for a person that of the body whose office is told: "ông A, Giám đốc Công ty X, cho biết sẽ".

    States count only where `states` says so: who leads one announces much in person.
    """
    if not _is_person(name):
        return name.place
    said = name.place.of(story.folded).split()
    same = (one for one in story.analysis.names_near(said[-1]) if _is_person(one) and one is not name
            and one.place.of(story.folded).split()[-len(said) :] == said)  # fmt: skip
    bodies = (one for person in chain([name], same) for one in bodies_of(story, person)
              if states or one.kind is not NameKind.STATE)  # fmt: skip
    body = next(bodies, None)
    return (body.core or body.place) if body else name.place


def _only_lies_there(story: Story, name: Name) -> bool:
    """Whether the place only tells where something is: "Phòng Giáo dục huyện A, TP B cam kết", "ở nơi như B"."""
    sentence = story.analysis.sentence_of(name.extent) if name.kind is NameKind.PLACE else None
    if sentence is None:
        return False
    before = story.folded[sentence.place.start : name.extent.start].rstrip()
    named = any(
        one.extent.end == len(before.rstrip(" ,-–(")) + sentence.place.start
        for one in story.analysis.names_in(sentence)
    )
    clause = re.split(r"[,;:.(]", before)[-1].strip()
    stands = not clause or clause in story.lists.adverbs or any(clause.endswith(noun) for noun in story.lists.stand_ins)
    stands = stands or _ends_speech(story, clause)
    return not stands or (named and bool(before) and not before[-1].isalnum())


def _ends_speech(story: Story, clause: str) -> bool:
    """Whether the clause ends by bringing in what someone says: "ông A cho biết (rằng)"."""
    clause = clause.removesuffix(THAT)
    return any(said.end() == len(clause) for said in story.lists.speech.finditer(clause))


def _counted(story: Story, place: Place) -> tuple[Place, Actors, str | None] | None:
    """The parties that the noun at `place` is told of, where a number says how many: "hai Phòng Giáo dục".

    Their names begin with it, or have no head ("hai ngân hàng": "Ngân hàng X" and "Vietcombank"), or are of its type.
    """
    before = story.folded[: place.start].split()[-1:]
    number = story.lists.numbers.get(before[0]) if before else None
    if number is None:
        return None
    said = place.of(story.folded)
    kinds = {kind for kind, nouns in story.lists.sides.items() if nouns.fullmatch(said)}
    for agreement in story.agreements:
        begun = [
            party.id for party in agreement.parties if fold(party.name).split()[: len(said.split())] == said.split()
        ]
        nameless = [party.id for party in agreement.parties if party.id in begun or (begun and not party.type)]
        alike = [party.id for party in agreement.parties if party.type in kinds]
        if meant := next((ids for ids in (begun, nameless, alike) if len(ids) == number), None):
            begin = story.folded.rfind(before[0], 0, place.start)
            return Place(begin, place.end), "all" if number == len(agreement.parties) else tuple(meant), agreement.id
    return None


def _is_person(name: Name) -> bool:
    return name.kind is NameKind.PERSON


def _of_whole(story: Story, names: list[Name], count: int) -> int:
    """How many of the first `count` names end with the subject: in "Trung tâm A trực thuộc Viện B sẽ ..." it is A."""
    between = story.folded[names[count - 2].extent.end : names[count - 1].extent.start].strip() if count > 1 else ""
    return count - 1 if between in story.lists.belonging else count


def _group(story: Story, names: list[Name]) -> list[Name]:
    """The last name with those coordinated before it: "A, B và C sẽ"; a comma alone joins two states at the beginning of a line."""
    group = [names[-1]]
    joined = _are_two_states(story, names) or _are_listed_parties(story, names)
    for name in reversed(names[:-1]):
        between = story.folded[name.extent.end : group[0].extent.start].strip()
        joint, _, noun = between.partition(" ")
        joined = joined or joint in {"và", "cùng", "-"}
        if joint not in {"và", ",", "cùng", "-"} or not joined or (noun and noun not in story.lists.stand_ins):
            break
        group.insert(0, name)
    return group


def _are_two_states(story: Story, names: list[Name]) -> bool:
    """Whether a line begins with the names, two states that a comma joins, as headlines do: "Triều Tiên, Trung Quốc nhất trí"."""
    sentence = story.analysis.sentence_of(names[0].extent)
    states = len(names) == _TWO and all(name.kind is NameKind.STATE for name in names)
    return states and sentence is not None and sentence.place.start == names[0].extent.start


def _are_listed_parties(story: Story, names: list[Name]) -> bool:
    """Whether a line begins with the names, three or more, all of parties and parted by commas: "Huế, Đà Nẵng, Quảng Nam cũng sẽ"."""
    sentence = story.analysis.sentence_of(names[0].extent)
    gaps = [story.folded[one.extent.end : other.extent.start].strip() for one, other in pairwise(names)]
    opens = sentence is not None and sentence.place.start == names[0].extent.start
    return opens and len(gaps) >= _TWO and set(gaps) == {","} and all(story.party_of(one) for one in names)


def _after_preposition(story: Story, start: int, name: Name) -> bool:
    before = TOKEN.findall(story.folded[max(start, name.extent.start - 20) : name.extent.start])
    return bool(before) and before[-1] in story.lists.prepositions and before[-_TWO:] != _WHILE
