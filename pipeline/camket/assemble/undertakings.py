"""Who undertakes: the subjects of a sentence with the words by which they undertake what follows."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.actors import before_concession, office_holder
from camket.assemble.actors import subject as subject_before
from camket.assemble.anchors import PASSIVE, SIDE_WORDS, Anchor, opens_clause
from camket.assemble.bare_acts import bare, tasks
from camket.assemble.beside import beside_pledge, gives
from camket.assemble.common_nouns import NO_DOCUMENTS, tells_affair
from camket.assemble.duties import duties
from camket.assemble.tellings import THAT, WISHING, Story
from camket.assemble.undertaken import assured, content_of, definite_act, fills_office, is_something, known_act
from camket.assemble.undertakers import announced, fullest, undertaker
from camket.document import Place
from camket.lexicon import TOKEN

_LOOK_BACK = 9
_LEAD_REACH = 70
_CUE_REACH = 30
_WILL = "sẽ"
_MUST, _HAS_TO, _GETS = "sẽ phải", "phải", "nhận"
_NO_TAKING = ("nhìn ", "ghi ", "thừa ", "xác ", "cảm ", "chấp ", "công ", "tiếp ", "đón ")
"""Before "nhận", with which they are other verbs: "nhìn nhận"."""
_PAIR = 2
_DEALS = "thỏa thuận"
_TIMES = frozenset({"năm", "quý", "tháng", "tuần", "ngày"})
_MADE_ABLE = frozenset({"để", "giúp", "nhằm", "đưa"})
_AND, _THAT_WHICH = " và", " mà "
_SIGNS = re.compile(r"(?:(?:đã|vừa|cùng) )*ký cam kết")
_SIGNING, _AMONG = "signing", "trong đó"
_THEREBY = re.compile(r"(?<=[,;] )(?:theo đó|trong đó|đổi lại|bù lại|ngược lại),? ")
_MORE = re.compile(r"[^,;:]*(?:,| và| đồng thời)(?: (?:sẽ|(?:sẽ )?(?:chịu|có) trách nhiệm(?: về)?))?\s*")
_FORECAST = re.compile(r"\W*dự kiến,? (?:đến|tới)(?: cuối| hết)? (?:năm|tháng|quý)")
_STOP, _WORD = re.compile(r"[;.]"), re.compile(r"\S+")
_RESULT = re.compile(r"(?<!\w)\d[\d.]* (?:vụ|lượt|đối tượng|trường hợp|buổi|cuộc)(?!\w)")
_WILLING = re.compile(r"(?<!\w)(?:sẽ|trách nhiệm|cam kết|phải)(?!\w)")
_TIES = re.compile(r"(?<!\w)(?:thiết lập|nâng cấp|bình thường hóa) quan hệ [^;.]*(?:năm |/)(?:19|20)\d\d")
"""Since when two states have relations: "Hai nước thiết lập quan hệ ngoại giao năm 1992"."""
_WITH_PARTNER = re.compile(r"(?:riêng |còn )?(?:đối )?với ")
_AHEAD = re.compile(r"(?:trong )?(?:thời gian|giai đoạn|năm|những năm) (?:tới|tiếp theo|20\d\d)(?: đây)?, ")
"""What is to come, by which "tiếp tục" tells what will be done: "Thời gian tới, hai bên tiếp tục ..."."""
_LED = ("lãnh đạo", "đại diện")
_CHAIRS, _WITH_OTHERS = "chủ trì", (" phối hợp", ", phối hợp")
_NOT_BUT = re.compile(r"\s*không (?!.*[,;])")
_COUNTED = re.compile(
    r"(?<!\w)(?:triển khai|thực hiện|có|duy trì|vận hành) (?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|các) $"
)
"""Before documents that are many: what a body does in general, and no content of the one signed."""
_NOUNS = ("phần ", "lời ", "thư ", "đợt ", "một bên có ", "khi có ", "hai bên có ")
"""Before a verb that is a noun with them: "phần kêu gọi"."""


def anchors(
    story: Story, sentence: Sentence, place: Place,
    *, listed: bool, goes_on: bool,
) -> list[Anchor]:  # fmt: skip
    """The undertakings of a sentence, in order, each with its subject."""
    lists, folded = story.lists, story.folded
    found: list[Anchor] = []
    gift = not story.agreements and (_gives_beside(story, sentence) or _among_vows(story, sentence))
    others = list(beside_pledge(story, sentence, place))
    if not (
        story.agreements
        or gift
        or others
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
            if match.group() == _HAS_TO and lists.announces.search(folded, place.start, match.start()):
                continue  # "Ông A cho biết, mỗi tháng công ty phải đào tạo lại công nhân"
            beside = pattern is lists.plain and not story.agreements
            beside = beside and (gift or _goes_beside(story, found, match.start()))
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
    found += [one for one in others if not any(other.start == one.start for other in found)]
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
                one
                for one in bare(story, sentence, place)
                if (_acts_jointly(story, one) or _begins(story, sentence, one)) and one.start not in begun
            ]
    found += duties(story, sentence) if story.agreements else []
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
        before = story.folded[place.start : money.start()].rstrip(" ,:").removesuffix(THAT)
        said = [one for verbs in (story.lists.announcing, story.lists.announces) for one in verbs.finditer(before)
                if one.end() == len(before)]  # fmt: skip
        subject = subject_before(story, sentence, place.start + said[-1].start(), firm=True) if said else None
        if subject is not None and subject[1] != "all":
            actors = tuple(fullest(story, one) for one in subject[1]) if subject[2] is None else subject[1]
            found.append(Anchor(subject[0].start, money.start() - 1, actors, subject[2], firm=True, sure=True))
    return found


def _gives_beside(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence tells of what will be given, right behind one of its paragraph that tells of a pledge: "X cam kết ủng hộ ... . Y sẽ tặng ..."."""
    before = story.analysis.sentences[sentence.index - 1] if sentence.index else sentence
    will = story.folded.find(f" {_WILL} ", sentence.place.start, sentence.place.end)
    if before is sentence or before.block is not sentence.block or will < 0:
        return False
    pledged = story.lists.firm.search(story.folded, before.place.start, before.place.end) is not None
    return pledged and gives(story, will + len(_WILL) + 2)


def _among_vows(story: Story, sentence: Sentence) -> bool:
    """Whether two more sentences of the paragraph tell what others vow: "X cam kết ... . Y sẽ lắp ... . Z hứa ..."."""
    if story.folded.find(f" {_WILL} ", sentence.place.start, sentence.place.end) < 0:
        return False
    around = story.analysis.sentences[max(0, sentence.index - _PAIR) : sentence.index + _PAIR + 1]
    vowing = (story.lists.vowing.search(story.folded, one.place.start, one.place.end) is not None for one in around
              if one is not sentence and one.block is sentence.block)  # fmt: skip
    return sum(vowing) >= _PAIR


def _goes_beside(story: Story, found: list[Anchor], at: int) -> bool:
    """Whether one of those who agreed on something before in the sentence does what is told by "sẽ" at `at`: "... và Nga sẽ giúp"."""
    agreed = [one for one in found if one.firm and one.actors == "all" and one.content < at]
    clause = re.split(r"[,;:.]| và ", story.folded[agreed[-1].content : at])[-1] if agreed else ""
    return bool(agreed) and 0 < len(clause.split()) <= _PAIR * _PAIR


def _one_of_them(story: Story, sentence: Sentence, verb: Place) -> Anchor | None:
    """What the body or state right before "và" and `verb` undertakes, of those who agreed: "từ Nga sang Ấn Độ và Nga sẽ giúp ..."."""
    for name in story.analysis.names_in(sentence):
        led = story.folded.endswith(_AND + " ", 0, name.place.start) and name.extent.end == verb.start - 1
        if led and name.kind in {NameKind.ORGANISATION, NameKind.STATE} and known_act(story, verb.end + 1):
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


def _begins(story: Story, sentence: Sentence, act: Anchor) -> bool:
    """Whether the sentence begins with all parties, whose act follows: "Hai bên tập trung đào tạo kỹ sư, xây dựng ...".

    What is done at the signing is none: "Hai bên trao đổi văn bản", "Lãnh đạo hai đơn vị tặng quà", "Hai nước ký 9 thỏa thuận".
    """
    begin, end = sentence.place.start, sentence.place.end
    everyone = story.lists.everyone.match(story.folded, begin)
    if everyone is None or everyone.group().startswith(_LED) or act.start != begin or act.agreement is None:
        return False
    said = TOKEN.findall(story.folded[act.content : act.content + _CUE_REACH])
    documents = story.words.documents.finditer(story.folded, begin, end)
    signs = any(one.group() not in NO_DOCUMENTS for one in documents) or _TIES.search(story.folded, begin, end)
    return not signs and bool(said) and story.lists.confers.longest(said, 0) is None


def _thereby(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """What parties are told to do after "theo đó" or "đổi lại" inside the sentence: "X ký hợp đồng với Y, theo đó X mua ..."."""
    signed = any(one.field == _SIGNING and sentence.place.start <= one.start < place.end
                 for agreement in story.agreements for one in agreement.evidence)  # fmt: skip
    told = [one for one in _THEREBY.finditer(story.folded, place.start, place.end)
            if signed or not one.group().startswith(_AMONG)]  # fmt: skip
    rest = Place(told[-1].end(), place.end) if told else place
    return [one for one in bare(story, sentence, rest) if one.agreement is not None] if told else []


def opens_content(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins as one that tells what an agreement says: "Theo đó, ..."."""
    place = sentence.place
    reach = min(place.end, place.start + _LEAD_REACH)
    if story.lists.per.search(story.folded, place.start, reach) or _with_partner(story, sentence):
        return True
    document = story.words.documents.search(story.folded, place.start, reach)
    if document and _COUNTED.search(story.folded, place.start, document.start()):
        return False  # "Quỹ X triển khai 4 chương trình, gồm: ..."
    colon = story.folded.find(":", document.end(), min(place.end, document.end() + _LEAD_REACH)) if document else -1
    return colon >= 0 and not story.lists.speech.search(story.folded, place.start, colon)


def _with_partner(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins with one of two parties, and tells next what is done with it: "Với Công ty X, trường đào tạo ..."."""
    opened = _WITH_PARTNER.match(story.folded, sentence.place.start, sentence.place.end)
    name = next(iter(story.analysis.names_in(sentence)), None)
    if opened is None or name is None or name.place.start != opened.end():
        return False
    return story.party_of(name) is not None and story.folded.startswith(",", name.extent.end)


def _anchor(story: Story, sentence: Sentence, verb: Place, *, firm: bool, anyone: bool) -> Anchor | None:
    """The undertaking by `verb`; `anyone` says that bodies count too that are no party, as in "theo đó, X sẽ ..."."""
    whole = assured(story, verb) if firm else None
    if _is_none(story, sentence, verb, firm=firm, assures=whole is not None):
        return None
    said = None if verb.of(story.folded) == _MUST else announced(story, sentence, verb)
    subject = undertaker(story, sentence, verb, firm=firm, anyone=anyone) or said
    if subject is None or _undertakes_nothing(story, sentence, subject[0], verb, firm=firm, announced=said is not None):
        return None
    place, actors, agreement = subject
    if anyone and not firm and agreement is None:
        agreement = story.agreement_at(place)
    noun = None if subject == said else story.wording.noun_before(place.start)
    stands = noun in story.lists.stand_ins or noun in _TIMES or (noun and story.lists.staff.fullmatch(noun))
    whose = noun and not stands and not _told_by_others(story, sentence, place.start)
    holder = office_holder(story, sentence, place) if whose and firm else None
    several = actors != "all" and len(actors) > 1  # "Bộ trưởng Quốc phòng Việt Nam và Canada"
    actors, whose = (actors if several else (holder,), None) if holder else (actors, whose)
    spoken = story.lists.we.fullmatch(place.of(story.folded)) is not None
    quoted = not firm and not spoken and story.quoted(sentence, verb.start)
    wills = verb.of(story.folded).endswith(_WILL)
    if quoted and wills and agreement is not None and opens_clause(story, sentence, place):
        quoted = not definite_act(story, verb.end + 1)  # '"X sẽ chuyển giao kỹ thuật", ông A, Giám đốc X, cho biết'
    if actors != "all" and (whose or quoted):
        return None
    if spoken and not firm and not (wills and definite_act(story, verb.end + 1)):
        return None
    if not firm and is_something(story, verb.end + 1):
        return None
    content, sure = content_of(story, verb, firm=firm)
    content, sure = (whole, True) if whole else (content, sure)
    if said is not None and not story.agreements:
        sure = False  # what others say that a body will do is no undertaking of its own but by a known act
    return Anchor(place.start, content, actors, agreement, firm, sure)


def _is_none(story: Story, sentence: Sentence, verb: Place, *, firm: bool, assures: bool) -> bool:
    """Whether `verb` is a noun there, tells of another verb, or of what is no undertaking, whoever its subject is."""
    folded, said = story.folded, verb.of(story.folded)
    if said == _GETS and folded.endswith((f"{_WILL} ", *_NO_TAKING), 0, verb.start):
        return True  # "X sẽ nhận thêm ..." is told by "sẽ"
    if _SIGNS.match(folded, verb.start) and any(
        one.field == _SIGNING and one.start <= verb.start < one.end
        for agreement in story.agreements
        for one in agreement.evidence
    ):
        return True  # "A phối hợp B tổ chức ký cam kết bảo đảm an ninh" is the signing itself
    if not firm and _FORECAST.match(folded, sentence.place.start):
        return True  # "Dự kiến, đến năm 2030 X sẽ ..." is what it will have come to
    if set(story.analysis.text[sentence.place.start : verb.start].split()[-1:]) & story.lists.noun_marks:
        return True  # "những lời hứa"
    chairs = said == _CHAIRS and folded.startswith(_WITH_OTHERS, verb.end)
    if chairs and story.words.ceremony.search(folded, verb.end, sentence.place.end):
        return True  # "X chủ trì phối hợp với Y tổ chức lễ ký kết"
    after = TOKEN.findall(folded[verb.end : verb.end + 40])[:5]
    refused = story.lists.not_after.longest(after, 0) if after and not assures else None
    if refused and (firm or not story.lists.acts.longest(after, 0) or story.lists.nouns.longest(after, 0)):
        return True
    dealt = said == _DEALS and not story.agreements
    return (firm and fills_office(story, sentence, verb.end + 1)) or (dealt and tells_affair(story))


def _of_other_body(story: Story, sentence: Sentence, verb: Place) -> Anchor | None:
    """What a body that is no party "sẽ / có trách nhiệm" do beside an agreement, told by its full name."""
    if not story.agreements or sentence.place.start < story.first_told:
        return None
    anchor = _anchor(story, sentence, verb, firm=False, anyone=True)
    bodies = [name for name in story.analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION and name.type]
    if anchor is None or not any(anchor.start <= name.place.start < verb.start for name in bodies):
        return None
    return anchor if known_act(story, anchor.content + 1) else None


def _told_by_others(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether "đưa tin" and the like end right before `at`, and no noun that tells whose the name after it is."""
    before = story.folded[sentence.place.start : at].rstrip()
    return any(said.end() == len(before) for said in story.lists.reported.finditer(before))


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
