"""Who undertakes: the subjects of a sentence with the words by which they undertake what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.actors import before_concession, office_holder, opening, spoken_of
from camket.assemble.actors import subject as subject_before
from camket.assemble.anchors import PASSIVE, SIDE_WORDS, Anchor, opens_clause
from camket.assemble.bare_acts import bare, tasks, together
from camket.assemble.common_nouns import lone_body, tells_affair
from camket.assemble.tellings import WISHING, Actors, Story
from camket.document import BlockKind, Place
from camket.folding import fold
from camket.lexicon import COUNTS, TOKEN

_LOOK_BACK = 9
_LEAD_REACH = 70
_CUE_REACH = 30
_SIDE = "phía "
_SETTLES = "thống nhất"
_WILL, _THAT, _ALSO = "sẽ", " rằng", "cũng sẽ"
_MUST, _GETS = "sẽ phải", "nhận"
_IS = "là"
_CLAUSE_WILL = re.compile(r" (?!.*\brằng\b)\w.*? sẽ(?!\w)")
_AND_BODY = frozenset({" và ", " - ", " – "})
_PAIR = 2
_ONCE = re.compile(r"(?<!\w)từng(?!\w)")
_AS_OF, _DEALS = "ra", "thỏa thuận"
_MADE_ABLE = frozenset({"để", "giúp", "nhằm"})
_AND, _THAT_WHICH, _BEFORE_WHOM, _NO_CLAUSE = " và", " mà ", frozenset({"với", "cùng"}), frozenset({"của", "này", "đó"})
_THEREBY = re.compile(r"(?<=[,;] )theo đó,? ")
_JOINED = (",", " và", " đồng thời")
_MORE = re.compile(r"[^,;:]*(?:,| và| đồng thời)(?: (?:sẽ|(?:sẽ )?(?:chịu|có) trách nhiệm(?: về)?))?\s*")
_FORECAST = re.compile(r"\W*dự kiến,? (?:đến|tới)(?: cuối| hết)? (?:năm|tháng|quý)")
_STOP, _WORD = re.compile(r"[;.]"), re.compile(r"\S+")
_RESULT = re.compile(r"(?<!\w)\d[\d.]* (?:vụ|lượt|đối tượng|trường hợp|buổi|cuộc)(?!\w)")
_WILLING = re.compile(r"(?<!\w)(?:sẽ|trách nhiệm|cam kết|phải)(?!\w)")
_TIES = re.compile(r"(?<!\w)(?:thiết lập|nâng cấp|bình thường hóa) quan hệ [^;.]*năm (?:19|20)\d\d")
"""Since when two states have relations: "Hai nước thiết lập quan hệ ngoại giao năm 1992"."""
_ALL_OF_THEM = re.compile(r"\s*(?:toàn bộ|tất cả|mọi|100 ?%) (?:[^\s,;]+ ){1,9}?(?:đạt|được|đều|không)(?!\w)")
"""What "cam kết" assures of all of something: "cam kết toàn bộ 45 ha rau đạt chuẩn"."""
_AHEAD = re.compile(r"(?:trong )?(?:thời gian|giai đoạn|năm|những năm) (?:tới|tiếp theo|20\d\d)(?: đây)?, ")
"""What is to come, by which "tiếp tục" tells what will be done: "Thời gian tới, hai bên tiếp tục ..."."""
_CHAIRS, _WITH_OTHERS = "chủ trì", (" phối hợp", ", phối hợp")
_NOT_BUT = re.compile(r"\s*không (?!.*[,;])")
_NOUNS = ("phần ", "lời ", "thư ", "đợt ")
"""Before a verb that is a noun with them: "phần kêu gọi"."""
_DUTY_IS = re.compile(r" (?:là|gồm|bao gồm)(?: phải)?(?=[ :])")


def anchors(
    story: Story, sentence: Sentence, place: Place,
    *, listed: bool, goes_on: bool,
) -> list[Anchor]:  # fmt: skip
    """The undertakings of a sentence, in order, each with its subject."""
    lists, folded = story.lists, story.folded
    found: list[Anchor] = []
    if not (
        story.agreements
        or story.vowed
        or story.teamed
        or story.affirmed
        or listed
        or lists.pledges.search(folded, place.start, place.end)
    ):
        return []  # only those that are known to undertake something do so by other words
    per = opens_content(story, sentence)
    verbs = [(lists.firm, True), (lists.plain, False)]
    ahead = _AHEAD.match(folded, place.start) is not None and not lists.plain.search(folded, place.start, place.end)
    if listed or per or goes_on or ahead:
        verbs.append((lists.weak, False))
    for pattern, firm in verbs:
        for match in pattern.finditer(folded, place.start, place.end):
            beside = pattern is lists.plain and not story.agreements and _goes_beside(story, found, match.start())
            anchor = _anchor(
                story,
                sentence,
                Place(*match.span()),
                firm=firm,
                anyone=firm or beside or (per or goes_on if story.agreements else listed),
            ) or (
                _one_of_them(story, sentence, Place(*match.span()))
                if beside
                else None
                if firm or per or goes_on
                else _of_other_body(story, sentence, Place(*match.span()))
            )
            if anchor is not None and story.wording.cuts_none(match):
                found.append(anchor)
    found += [
        one for one in _proceeds(story, sentence, place) if not any(one.content <= other.content for other in found)
    ]
    goes_on = goes_on and (listed or per or not _TIES.search(folded, place.start, place.end))
    if listed or (story.agreements and (per or goes_on)):
        acting = bare(story, sentence, place)
        found = [one for one in found if one.firm or not any(_acts_before(story, act, one) for act in acting)]
        found = [one for one in found if not any(_goes_on_from(story, act, one) for act in acting)]
        begun = {one.start for one in found}
        acting = [one for one in acting if one.start not in begun]
        found += (
            acting if listed or (per and story.agreements) else [one for one in acting if one.agreement is not None]
        )
        found += tasks(story, sentence, place)
    elif story.agreements:
        begun = {one.start for one in found}
        found += [one for one in _thereby(story, sentence, place) if one.start not in begun]
        found += [
            one for one in tasks(story, sentence, place) if story.folded[place.start : one.start].strip() in SIDE_WORDS
        ]
        past = any(told.search(folded, place.start, place.end) for told in (lists.background, lists.achieved))
        if sentence.place.start > story.first_told and not past and not _RESULT.search(folded, place.start, place.end):
            begun = {one.start for one in found}
            found += [
                one for one in bare(story, sentence, place) if _acts_jointly(story, one) and one.start not in begun
            ]
    found += [*_duties(story, sentence), *together(story, place)] if story.agreements else []
    found.sort(key=lambda anchor: (anchor.start, -anchor.content))
    apart: list[Anchor] = []
    for anchor in found:
        if not apart or anchor.start >= apart[-1].content:
            apart.append(anchor)
    return apart


def _proceeds(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """What a body announces that all money of something will be given for: "Hội X cho biết, toàn bộ số tiền đấu giá sẽ dành cho ..."."""
    found: list[Anchor] = []
    for money in story.lists.proceeds.finditer(story.folded, place.start, place.end):
        before = story.folded[place.start : money.start()].rstrip(" ,:").removesuffix(_THAT)
        said = [one for verbs in (story.lists.announcing, story.lists.announces) for one in verbs.finditer(before)
                if one.end() == len(before)]  # fmt: skip
        subject = subject_before(story, sentence, place.start + said[-1].start(), firm=True) if said else None
        if subject is not None and subject[1] != "all":
            actors = tuple(_fullest(story, one) for one in subject[1]) if subject[2] is None else subject[1]
            found.append(Anchor(subject[0].start, money.start() - 1, actors, subject[2], firm=True, sure=True))
    return found


def _goes_beside(story: Story, found: list[Anchor], at: int) -> bool:
    """Whether one of those who agreed on something before in the sentence does what is told by "sẽ" at `at`: "... và Nga sẽ giúp"."""
    agreed = [one for one in found if one.firm and one.actors == "all" and one.content < at]
    clause = re.split(r"[,;:.]| và ", story.folded[agreed[-1].content : at])[-1] if agreed else ""
    return bool(agreed) and 0 < len(clause.split()) <= _PAIR * _PAIR


def _one_of_them(story: Story, sentence: Sentence, verb: Place) -> Anchor | None:
    """What the body or state right before "và" and `verb` undertakes, of those who agreed: "từ Nga sang Ấn Độ và Nga sẽ giúp ..."."""
    for name in story.analysis.names_in(sentence):
        led = story.folded.endswith(_AND + " ", 0, name.place.start) and name.extent.end == verb.start - 1
        if led and name.kind in {NameKind.ORGANISATION, NameKind.STATE} and _known_act(story, verb.end + 1):
            actor = (name.core or name.place).of(story.analysis.text)
            return Anchor(name.place.start, verb.end, (actor,), None, firm=False, sure=True)
    return None


def _goes_on_from(story: Story, act: Anchor, later: Anchor) -> bool:
    """Whether `later` is but one more act of who acts at once by `act`: "X góp 60% vốn và chịu trách nhiệm về ..."."""
    between = story.folded[act.content : later.content]
    return not later.firm and act.start == later.start and _MORE.fullmatch(between) is not None


def _acts_before(story: Story, act: Anchor, later: Anchor) -> bool:
    """Whether who acts at once by `act` has no verb in `later` but one that tells of what it is: "X bố trí nhà ở bảo đảm vệ sinh"."""
    between = story.folded[act.content : later.content]
    told = (
        later.start == act.start
        and len(between.split()) > _PAIR
        and (act.agreement is not None or later.agreement is None)
    )
    return told and not _WILLING.search(story.folded, act.start, later.content) and _MORE.fullmatch(between) is None


def _acts_jointly(story: Story, act: Anchor) -> bool:
    """Whether all parties are told to do it together or at set times: "Hai bên cũng phối hợp niêm yết ...", "... định kỳ giao ban"."""
    said = TOKEN.findall(story.folded[act.content : act.content + _CUE_REACH])
    together = story.lists.cooperate.longest(said, 0) if said else None
    acts = together is not None and story.lists.acts.longest(said, together[0]) is not None
    subject = story.lists.everyone.match(story.folded, act.start)
    gap = story.folded[subject.end() : act.content] if subject else ""
    often = any(story.lists.frequencies.longest(gap.split(), at) for at in range(len(gap.split())))
    return act.actors == "all" and act.agreement is not None and (acts or often)


def _thereby(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """What parties are told to do after "theo đó" inside the sentence: "X ký hợp đồng với Y, theo đó X mua ..."."""
    told = list(_THEREBY.finditer(story.folded, place.start, place.end))
    rest = Place(told[-1].end(), place.end) if told else place
    return [one for one in bare(story, sentence, rest) if one.agreement is not None] if told else []


def _duties(story: Story, sentence: Sentence) -> list[Anchor]:
    """What a sentence begins to tell as the duty of a party: "Trách nhiệm của Sở X là tuyên truyền ..."."""
    duty = story.lists.duties.match(story.folded, sentence.place.start)
    who = party_or_all(story, sentence, duty.end()) if duty else None
    tells = _DUTY_IS.match(story.folded, who[0]) if who else None
    return [Anchor(sentence.place.start, tells.end(), who[1], who[2], firm=True)] if who and tells else []


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
    at += len(_SIDE) if story.folded.startswith(_SIDE, at) else 0
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
    if verb.of(story.folded) == _GETS and story.folded.endswith(f"{_WILL} ", 0, verb.start):
        return None  # "X sẽ nhận thêm ..." is told by "sẽ"
    if not firm and _FORECAST.match(story.folded, sentence.place.start):
        return None  # "Dự kiến, đến năm 2030 X sẽ ..." is what it will have come to
    if set(story.analysis.text[sentence.place.start : verb.start].split()[-1:]) & story.lists.noun_marks:
        return None  # "những lời hứa"
    chairs = verb.of(story.folded) == _CHAIRS and story.folded.startswith(_WITH_OTHERS, verb.end)
    if chairs and story.words.ceremony.search(story.folded, verb.end, sentence.place.end):
        return None  # "X chủ trì phối hợp với Y tổ chức lễ ký kết"
    after = TOKEN.findall(story.folded[verb.end : verb.end + 40])[:5]
    assured = _assured(story, verb) if firm else None
    refused = story.lists.not_after.longest(after, 0) if after and not assured else None
    if refused and (firm or not story.lists.acts.longest(after, 0) or story.lists.nouns.longest(after, 0)):
        return None
    dealt = verb.of(story.folded) == _DEALS and not story.agreements
    if (firm and _fills_office(story, sentence, verb.end + 1)) or (dealt and tells_affair(story)):
        return None
    announced = None if verb.of(story.folded) == _MUST else _announced(story, sentence, verb)
    subject = _subject(story, sentence, verb, firm=firm, anyone=anyone) or announced
    if subject is None or _undertakes_nothing(
        story, sentence, subject[0], verb, firm=firm, announced=announced is not None
    ):
        return None
    place, actors, agreement = subject
    if anyone and not firm and agreement is None:
        agreement = story.agreement_at(place)
    noun = None if subject is announced else story.wording.noun_before(place.start)
    stands = noun in story.lists.stand_ins or (noun and story.lists.staff.fullmatch(noun))
    whose = noun and not stands and not _told_by_others(story, sentence, place.start)
    holder = office_holder(story, sentence, place) if whose and firm else None
    actors, whose = ((holder,), None) if holder else (actors, whose)
    spoken = story.lists.we.fullmatch(place.of(story.folded)) is not None
    quoted = not firm and not spoken and story.quoted(sentence, verb.start)
    if actors != "all" and (whose or quoted):
        return None
    wills = verb.of(story.folded).endswith(_WILL)
    if spoken and not firm and not (wills and _definite_act(story, verb.end + 1)):
        return None
    if not firm and _is_something(story, verb.end + 1):
        return None
    content, sure = _content(story, verb, firm=firm)
    content, sure = (assured, True) if assured else (content, sure)
    if announced is not None and not story.agreements:
        sure = False  # what others say that a body will do is no undertaking of its own but by a known act
    return Anchor(place.start, content, actors, agreement, firm, sure)


def _fills_office(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether who holds an office is told at `at`: "cử 3 phó chủ tịch", "bầu ông A", "giới thiệu đồng chí B làm ..."."""
    words = list(TOKEN.finditer(story.folded, at, min(sentence.place.end, at + _LEAD_REACH)))
    said = [word.group() for word in words]
    act = story.lists.appointing.longest(said, 0) if said else None
    if act is None:
        return False
    after = act[0] + (said[act[0]] == _AS_OF) if act[0] < len(said) else len(said)
    after += after < len(said) and (said[after].isdigit() or said[after] in COUNTS)
    if after >= len(said) or story.words.lexicon.offices.longest(said, after):
        return after < len(said)
    start = words[after].start()
    return any(
        name.kind is NameKind.PERSON and name.extent.start == start for name in story.analysis.names_in(sentence)
    )


def _of_other_body(story: Story, sentence: Sentence, verb: Place) -> Anchor | None:
    """What a body that is no party "sẽ / có trách nhiệm" do beside an agreement, told by its full name."""
    if not story.agreements or sentence.place.start < story.first_told:
        return None
    anchor = _anchor(story, sentence, verb, firm=False, anyone=True)
    bodies = [name for name in story.analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION and name.type]
    if anchor is None or not any(anchor.start <= name.place.start < verb.start for name in bodies):
        return None
    return anchor if _known_act(story, anchor.content + 1) else None


def _told_by_others(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether "đưa tin" and the like end right before `at`, and no noun that tells whose the name after it is."""
    before = story.folded[sentence.place.start : at].rstrip()
    return any(said.end() == len(before) for said in story.lists.reported.finditer(before))


def _subject(
    story: Story, sentence: Sentence, verb: Place,
    *, firm: bool, anyone: bool,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """Who undertakes by `verb`: the subject before it, else one elided, else the body that a common noun stands for."""
    subject = subject_before(story, sentence, verb.start, firm=anyone)
    if subject is not None and firm and _is_common(story, subject[1]):
        return lone_body(story, sentence, verb.start) or subject
    if subject is None and firm:
        subject = _elided(story, sentence, verb) or lone_body(story, sentence, verb.start)
        subject = subject or spoken_of(story, sentence, verb.start)
    if subject is None and story.affirmed and verb.of(story.folded) == _ALSO:
        also = _who_did(story, sentence, verb.start, story.affirmed)
        return also and (also[0], tuple(_fullest(story, one) for one in also[1]), also[2])
    known = story.vowed | story.teamed
    return subject or (_who_did(story, sentence, verb.start, known) if known else None)


def _announced(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """The body that someone is told to speak for: "Ông A khẳng định (rằng) Sở X sẽ ..."."""
    telling = [story.lists.announcing, *([story.lists.announces] if story.agreements else [])]
    said_before = any(verbs.search(story.folded, sentence.place.start, verb.start) for verbs in telling)
    if not (said_before and verb.of(story.folded).startswith(_WILL)):
        return None
    found = subject_before(story, sentence, verb.start, firm=True)
    if found is None and (says := _says_when(story, sentence, verb.start)):
        return subject_before(story, sentence, says, firm=True)
    if found is None:
        return None
    before = story.folded[sentence.place.start : found[0].start].rstrip(" ,:").removesuffix(_THAT)
    said = [one for verbs in telling for one in verbs.finditer(before, max(0, len(before) - _CUE_REACH))]
    if not any(one.end() == len(before) for one in said):
        return None
    place, actors, agreement = found
    told_in_full = actors == "all" or agreement is not None
    return found if told_in_full else (place, tuple(_fullest(story, one) for one in actors), None)


def _says_when(story: Story, sentence: Sentence, at: int) -> int | None:
    """Where "khẳng định" begins in "X khẳng định tới năm 2020 sẽ ...", with nothing but a time between it and `at`."""
    time = next((date.place for date in story.analysis.dates_in(sentence) if date.place.end in {at - 1, at - 2}), None)
    if time is None:
        return None
    verbs = story.lists.announcing.finditer(story.folded, sentence.place.start, time.start)
    return next((one.start() for one in verbs if not story.folded[one.end() : time.start].strip(" ,")), None)


def _fullest(story: Story, short: str) -> str:
    """The only longer name of a body in the text that begins as `short` does: "UBND tỉnh Hà Nam" for "UBND tỉnh"."""
    near = story.analysis.names_near(fold(short))
    said = {(name.core or name.place).of(story.analysis.text) for name in near
            if name.kind is NameKind.ORGANISATION and name.type}  # fmt: skip
    longer = {fold(one): one for one in said if fold(one).startswith(fold(short) + " ")}
    return next(iter(longer.values())) if len(longer) == 1 else short


def _undertakes_nothing(
    story: Story, sentence: Sentence, subject: Place, verb: Place,
    *, firm: bool, announced: bool,
) -> bool:  # fmt: skip
    """Whether what stands before the subject, or between it and its verb, makes a hope, an opinion or the past of it.

    Of what is `announced` before the subject, only what stands between counts.
    """
    lists, folded = story.lists, story.folded
    if not announced and subject.start != verb.start and _governed(story, sentence, subject.start):
        return True
    if set(folded[sentence.place.start : subject.start].split()[-1:]) & _MADE_ABLE:
        return True  # "... là cơ sở để hai bên cùng nhau ..."
    gap = "" if folded[subject.end] == "," else folded[subject.end : before_concession(story, sentence, verb.start)]
    gap = gap.rpartition(_THAT_WHICH)[2] if _NOT_BUT.match(gap) else gap  # "X không góp tiền mà hứa cấp 5 tấn gạo"
    if (
        lists.opinions.search(gap)
        or lists.no_undertaking.search(gap)
        or lists.past.search(gap)
        or gap.rstrip().endswith(PASSIVE)
    ):
        return True
    told = (lists.no_undertaking, lists.no_acts)
    if lists.weak.fullmatch(verb.of(folded)) and any(one.match(folded, verb.end + 1) for one in told):
        return True  # "Sở cũng đã ...", "X cũng dự báo ..."
    if not firm and (lists.firm.search(gap) or story.thought(sentence, subject.start)):
        return True  # "X cam kết sẽ tiếp tục ..." is told by the firm word
    weak = lists.weak.fullmatch(verb.of(folded)) is not None
    return weak and (lists.speech.search(gap) is not None or not opens_clause(story, sentence, subject))


def _governed(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether what stands before the subject at `at` makes a hope or the past of what it is told to do."""
    lists, folded = story.lists, story.folded
    if folded.endswith(_THAT_WHICH, 0, at):
        return True  # "mức giá mà X cam kết"
    start = max(sentence.place.start, at - _LEAD_REACH)
    start = max([start, *(mark.end() for mark in _STOP.finditer(folded, start, at))])
    near = [word.start() for word in _WORD.finditer(folded, start, at)][-_LOOK_BACK:]
    said = [Place(*one.span()) for verbs in (lists.told_acts, lists.per) for one in verbs.finditer(folded, start, at)]

    def told(words: re.Pattern[str], begin: int) -> bool:
        found = (one for one in words.finditer(folded, begin, at)
                 if story.wording.cuts_none(one) and not folded.endswith(_NOUNS, begin, one.start()))  # fmt: skip
        return any(not any(place.overlaps(Place(*one.span())) for place in said) for one in found)

    begin = near[0] if near else at
    wished = WISHING.match(folded, sentence.place.start)  # "Với mong muốn ..., X sẽ tặng"
    begin = max(begin, wished.end()) if wished and wished.end() <= at else begin
    bound = max((place.end for place in said if place.end >= at - 1), default=begin)
    return (
        told(lists.hopes, begin)
        or told(lists.past, begin)
        or told(lists.no_undertaking, max(begin, bound, folded.rfind(",", begin, at)))
    )


def _content(story: Story, verb: Place, *, firm: bool) -> tuple[int, bool]:
    """Where what is undertaken by `verb` begins, and whether it counts even if it begins with no known act."""
    lists, said, begin = story.lists, verb.of(story.folded), verb.end + 1
    announced = not story.agreements and lists.announces.search(said) is not None
    sure = lists.sure.fullmatch(said) is not None or (not announced and _some_act(story, begin))
    sure = sure or (firm and _aims(story, begin))
    act = said.removeprefix(f"{_WILL} ")
    own = act in lists.own_acts and not (firm or _known_act(story, begin) or _some_act(story, begin))
    own = own or (act in lists.own_acts and _bare_act(story, begin))
    settles = act == _SETTLES and (act != said or story.folded.endswith(f"{_WILL} ", 0, verb.start))
    own = own or (settles and not (_known_act(story, begin) or _some_act(story, begin)))
    return (verb.end - len(act), True) if own else (verb.end, sure)


def _bare_act(story: Story, at: int) -> bool:
    """Whether the clause at `at` is the verb of an act and no more, which then is an object: "chịu trách nhiệm xây dựng."."""
    words = TOKEN.findall(story.folded[at : at + _CUE_REACH])
    opener = story.lists.openers.longest(words, 0) if words else None
    words = words[opener[0] :] if opener else words
    act = story.lists.acts.longest(words, 0) if words else None
    return act is not None and words[act[0] : act[0] + 1] in ([], ["."], [";"])


def _is_something(story: Story, at: int) -> bool:
    """Whether "là" at `at` tells what the subject will be, and no part that it takes: "X sẽ là phần mềm hiện đại"."""
    words = TOKEN.findall(story.folded[at : at + _LEAD_REACH])
    part = story.lists.openers.longest(words, 0)
    return words[:1] == [_IS] and (part is None or part[0] == 1)


def _known_act(story: Story, at: int) -> bool:
    """Whether the verb of an act begins at `at`, adverbs and "việc" before it left out."""
    words, lists = TOKEN.findall(story.folded[at : at + _CUE_REACH]), story.lists
    start = 0
    while start < len(words) and (front := lists.adverbs.longest(words, start) or lists.openers.longest(words, start)):
        start += front[0]
    return start < len(words) and story.lists.acts.longest(words, start) is not None


def _definite_act(story: Story, at: int) -> bool:
    """Whether the verb of an act begins at `at`, and no word like "tăng cường", by which those who speak promise nothing."""
    return _known_act(story, at) and not story.lists.transitive.longest(
        TOKEN.findall(story.folded[at : at + _CUE_REACH]), 0
    )


def _some_act(story: Story, at: int) -> bool:
    """Whether a verb begins at `at`, in a list or not, that tells of an act to come."""
    lends = story.lists.lending.match(story.folded, at) is not None
    return lends or (story.wording.verb(at) and story.lists.no_acts.match(story.folded, at) is None)


def _assured(story: Story, verb: Place) -> int | None:
    """Where what "cam kết" at `verb` assures begins: "toàn bộ số tiền sẽ được ...", or the act after "trong 3 tháng sẽ"."""
    if story.lists.vows.match(story.folded, verb.start) is None:
        return None
    said = re.split(r"[,;:.]", story.folded[verb.end : verb.end + _LEAD_REACH])[0]
    will = _CLAUSE_WILL.match(said)
    first = TOKEN.findall(said)[:1]
    if _ALL_OF_THEM.match(said):
        return verb.end
    if will is None or _known_act(story, verb.end + 1):
        return None
    if story.lists.times.match(said.lstrip()) or first[0][0].isdigit() or first[0] in _BEFORE_WHOM:
        return verb.end + will.end()
    return None if set(first) & (story.lists.prepositions | _NO_CLAUSE) else verb.end


def _aims(story: Story, at: int) -> bool:
    """Whether an aim is told at `at` by a verb: "hướng tới mục tiêu ..."."""
    aim = story.lists.purposes.longest(TOKEN.findall(story.folded[at : at + _CUE_REACH]), 0)
    return aim is not None and aim[0] > 1


def vowed(story: Story) -> frozenset[str]:
    """The bodies that vow something in a document that reports no agreement, folded."""
    firm = [anchor for sentence in story.analysis.sentences
            if not story.agreements and story.lists.vows.search(story.folded, sentence.place.start, sentence.place.end)
            for anchor in anchors(story, sentence, sentence.place, listed=False, goes_on=False)
            if story.lists.vows.search(story.folded, anchor.start, anchor.content)]  # fmt: skip
    actors = {fold(actor) for anchor in firm if anchor.actors != "all" for actor in anchor.actors}
    actors |= {fold((name.core or name.place).of(story.analysis.text)) for name in _vow_above_list(story)}
    bodies: set[str] = set()
    for sentence in sorted(
        story.analysis.sentences,
        key=lambda one: not any(one.place.covers(Place(each.start, each.start)) for each in firm),
    ):
        if bodies == actors:
            break  # most are names of the sentences in which they vow
        bodies |= actors & {fold(name.place.of(story.analysis.text)) for name in story.analysis.names_in(sentence)
                            if name.kind is NameKind.ORGANISATION}  # fmt: skip
    return frozenset(bodies)


def _vow_above_list(story: Story) -> Iterator[Name]:
    """The body that each sentence tells to vow what is listed below it: "Công ty X cam kết:"."""
    for sentence in story.analysis.sentences if not story.agreements else ():
        if not story.folded.endswith(":", sentence.place.start, sentence.place.end):
            continue
        for vow in story.lists.vows.finditer(story.folded, sentence.place.start, sentence.place.end):
            yield from (name for name in story.analysis.names_in(sentence)
                        if name.kind is NameKind.ORGANISATION and name.extent.end == vow.start() - 1)  # fmt: skip


def teamed(story: Story) -> frozenset[str]:
    """The bodies that a headline tells to team up in a document that reports no agreement, folded: "X hợp tác với Y"."""
    teaming = story.lists.teaming
    for line in story.analysis.sentences if not story.agreements else ():
        if line.block.kind is not BlockKind.HEADLINE or not teaming.search(
            story.folded, line.place.start, line.place.end
        ):
            continue  # names are read of few lines only
        bodies = [name for name in story.analysis.names_in(line) if name.kind is NameKind.ORGANISATION]
        if len(bodies) < _PAIR:
            continue
        first, second = bodies[0].extent, bodies[1].extent
        verb = teaming.search(story.folded, first.end, second.start)
        beside = story.folded[first.end : second.start] in _AND_BODY
        verb = teaming.match(story.folded, second.end + 1) if beside else verb
        if verb is not None and (beside or len(story.folded[first.end : verb.start()].split()) < _PAIR):
            return frozenset(fold((name.core or name.place).of(story.analysis.text)) for name in bodies)
    return frozenset()


def _vows_later(story: Story, sentence: Sentence, verb: Place) -> bool:
    """Whether who begins the sentence vows by `verb`, which is no noun and ordered by no one: "nguyên tắc và cam kết"."""
    lists, folded = story.lists, story.folded
    if lists.vowing.match(folded, verb.start) is None or lists.agreeing.match(folded, verb.start):
        return False
    told = Place(sentence.place.start, verb.start).of(folded)
    clause = max(sentence.place.start, folded.rfind(",", 0, verb.start - 1))
    plain = not verb.of(folded).endswith(_WILL)
    asked = plain and told.rstrip().endswith(_AND) and story.search(lists.hopes, clause, verb.start) is not None
    promises = not plain or _known_act(story, verb.end + 1) or _assured(story, verb) is not None
    return promises and not asked and lists.past.search(told) is None and _ONCE.search(told) is None


def affirmed(story: Story) -> frozenset[str]:
    """The bodies that affirm something in a document that reports no agreement, folded; what they "cũng sẽ" do counts too."""
    if story.agreements or _ALSO not in story.folded:
        return frozenset()
    found = (one for sentence in story.analysis.sentences
             for one in anchors(story, sentence, sentence.place, listed=False, goes_on=False) if one.actors != "all")  # fmt: skip
    return frozenset(fold(actor) for one in found for actor in one.actors)


def _who_did(
    story: Story, sentence: Sentence, before: int, bodies: frozenset[str]
) -> tuple[Place, Actors, str | None] | None:
    """The subject right before `before`, if it is one of `bodies`, which undertake something firmly elsewhere: "Công ty cũng sẽ ..."."""
    subject = lone_body(story, sentence, before) or subject_before(story, sentence, before, firm=True)
    if subject is None or not opens_clause(story, sentence, subject[0]):
        return None
    if subject[1] == "all":
        return subject if story.teamed else None
    return subject if all(story.is_one_of(one, bodies) for one in subject[1]) else None


def _is_common(story: Story, actors: Actors) -> bool:
    """Whether the only actor is told by a common noun: "Công ty"."""
    said = fold(actors[0]) if len(actors) == 1 else ""
    return any(noun.fullmatch(said) for noun in story.lists.sides.values())


def _elided(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """All parties, for "Hai bên đánh giá ...; nhất trí ...": the verb after a semicolon has no subject of its own.

    After a comma it has none where all parties are the subject that the sentence begins with, and "cam kết" none
    where a body is: "Ngân hàng X cảm ơn ..., cam kết ...".
    """
    before = story.folded[sentence.place.start : before_concession(story, sentence, verb.start)].rstrip()
    everyone = story.lists.everyone.search(story.folded, sentence.place.start, verb.start)
    joined = before.endswith(_JOINED)
    place = Place(verb.start, verb.start)
    if not (joined or before.endswith(";")):
        return None
    if everyone is None:
        vows = _vows_later(story, sentence, verb)
        agrees = story.lists.agreeing.match(story.folded, verb.start) is not None
        found = opening(story, sentence, verb.start) if vows or (agrees and story.agreements) else None
        several = found is not None and found[1] is not None and len(found[0]) > 1
        return (place, *found) if found and (vows or several) else None  # "A và B ký tuyên bố chung, thống nhất ..."
    if joined and not opens_clause(story, sentence, Place(*everyone.span())):
        return None
    return place, "all", story.agreement_at(place)
