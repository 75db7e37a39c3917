"""Lead-ins: the words of a sentence by which the content of an agreement is told, in it or in the list after it.

"Nội dung hợp tác gồm: ...", "Thỏa thuận tập trung vào ...", "..., trong đó tập trung đào tạo ...".
"""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.clause_words import TOGETHER
from camket.assemble.tellings import Story, Telling
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_REACH, _LEAD_REACH, _SOON = 70, 24, 8
_COLON_REACH = 170
_SHORT_LEAD = 60
_TO_COLON, _TO_LEAD = 24, 10
_LONGEST_NOUN, _FEWEST_NOUNS = 5, 2
_FIELD, _WILL, _LIKE, _ABOUT = "lĩnh vực", "sẽ", "như", "về"
_LONGEST_OPENING = 3
_IS = " là"
_PURPOSE = re.compile(r"(?<!\w)mục (?:đích|tiêu)(?!\w)")
_DETAIL = re.compile(r"cụ thể(?: là)?[:,] ")
_HOLDS = re.compile(r"(?<!\w)(?:gồm|có|chứa)(?: các| những| \d+)? ?$")
_THING_HOLDS = re.compile(
    r"(?P<thing>[^\W\d][^,;:.]{3,50}?) (?:dự kiến )?(?:sẽ )?(?:bao gồm|gồm),? (?:các |những |\d+ )?(?:đầu mục |nhóm )?$"
)
_CLAUSE = re.compile(r"[;.]\s")
_HOPE_REACH, _TRADE_REACH = 60, 22
_CONFIDENCE = 0.85
_FIELDS_AHEAD = 60
_SEVERAL_MARKS = 2
_JOINTLY = re.compile(rf" {TOGETHER}:")
_OPENS_LIST = re.compile(r"(?:,? (?:chính|cụ thể|trọng tâm|chủ yếu|gồm|bao gồm|sau|sau đây|như sau|là|đó là))*:")
_AGREED_ON = re.compile(r"[^.;:,]{0,24} được (?:hai|các|ba) [^.;:,]{2,40}? (?:là|gồm|bao gồm)(?!\w)")
"""Between the noun of content and what leads to it: "Nội dung hoạt động được hai bên nhất trí bao gồm ..."."""
_THAT_IS = re.compile(r"[^.;:,]{0,80},? (?:đó là|cụ thể là|bao gồm|gồm):? ")
"""Behind counted points, what leads to them past the document that holds them: "4 nội dung trong Kế hoạch vừa ký, đó là ..."."""
_SIGNS = re.compile(r"(?<!\w)ký(?: kết)?,? (?:với|gồm) $")
_REQUIRES = "yêu cầu"
_SEVERAL_TOLD = frozenset({"các", "những", "cả", "hai", "ba", "nhiều", "mọi"})
_SIGNED = re.compile(r"(?<!\w)(?:ký|kí|trao)(?!\w)")
_REPLACES = re.compile(r"(?<!\w)thay (?:cho|thế)(?: cho)? [^;.:]{3,160}(?=, )")
"""What a document replaces, of which the past is told and not of its own content."""
_FRAME = re.compile(
    r"(?:khuôn khổ|cơ sở|nền tảng|hành lang)(?: pháp lý)? (?:cho )?(?:việc )?(?:hợp tác|phối hợp)[^.;:,]{0,60}? "
    r"(?:trong|trên|về) (?:các |những )?lĩnh vực(?: như)? "
)
_LIST_OPENS = ("như", ":", "gồm", "là", "sau")


def lead_in(story: Story, sentence: Sentence, *, told: bool) -> tuple[Place, Telling] | None:
    """Where the content begins that the sentence leads in, after the first words of a signing, and how to take it.

    `told` says that the sentence tells what someone undertakes: then "gồm" goes on with that.
    """
    place, lists = sentence.place, story.lists
    if not story.agreements or place.end < story.first_told:
        return None
    listing = (
        _listing(story, place) or _in_detail(story, sentence) or _framed(story, place) or _jointly(story, sentence)
    )
    found = listing or (None if told else _headed(story, sentence) or _telling(story, sentence))
    if found is None:
        return None
    lead, start = found
    if lead.start() < story.first_told or _says_what_party_is(story, sentence, lead.start(), start):
        return None
    if told and story.folded[start - 1] != ":" and _goes_on(story, place.start, lead.start()):
        return None  # "hai bên sẽ nghiên cứu X, trao đổi các hoạt động về Y"
    if lists.trades.search(story.folded[max(place.start, lead.start() - _TRADE_REACH) : lead.start()]):
        return None  # "27 doanh nghiệp hoạt động trong các lĩnh vực ..."
    clause = story.folded.rfind(",", place.start, lead.start())
    hoped = story.search(lists.hopes, max(place.start, clause, lead.start() - _HOPE_REACH), lead.start())
    spoken = _spoken(story, place.start, lead)
    said = _REPLACES.sub(lambda one: " " * len(one.group()), story.folded[place.start : lead.start()])
    old = lists.background.search(said) or lists.carried_out.search(story.folded[place.start : lead.start()])
    if hoped or spoken or old or story.thought(sentence, lead.start()) or story.quoted(sentence, lead.start()):
        return None
    begun = start
    start, fields = _fields(story, lead.start(), start, place.end)
    fields = fields and story.folded.count(";", start, place.end) < _SEVERAL_MARKS and not _begins_act(story, start)
    fields = fields or (listing is not None and _lists_nouns(story, Place(start, place.end)))
    if start == begun and _PURPOSE.search(story.folded, place.start, start) and _first_act(story, start):
        fields = False  # "Mục đích của chương trình là cập nhật kiến thức, kỹ năng ..."
    several = story.folded.count(";", start, place.end) >= _SEVERAL_MARKS
    money = listing is None and story.lists.sums.search(story.folded, place.start, lead.start()) is not None
    agreement = story.agreement_at(Place(min(start, place.end), place.end))
    telling = Telling(CommitmentKind.AREA, place, "all", agreement, "commitment.list", _CONFIDENCE,
                      fields=fields, needs_act=listing is None and not (money or several))  # fmt: skip
    return Place(min(start, place.end), place.end), telling


def _says_what_party_is(story: Story, sentence: Sentence, lead: int, start: int) -> bool:
    """Whether a party's name and "là" lead to what it is, and not to content: "Liên minh nội dung số X - DCCA là đơn vị ..."."""
    said = story.folded[lead:start].rstrip()
    if not said.endswith(_IS):
        return False
    at = lead + len(said) - len(_IS)
    return any(name.extent.end == at and story.party_of(name) is not None for name in story.analysis.names_in(sentence))


def _spoken(story: Story, start: int, lead: re.Match[str]) -> bool:
    """Whether what the lead opens is but what someone says, and not what the document holds: "ông A cho biết nội dung thỏa thuận gồm ..."."""
    speech = list(story.lists.speech.finditer(story.folded, start, lead.start()))
    if not speech:
        return False
    led = lead.start() - speech[-1].end() <= _SOON and story.lists.announces.fullmatch(speech[-1].group()) is not None
    return not (led and _names_document(story, story.folded[lead.start() : lead.end() + _LEAD_REACH]))


def _goes_on(story: Story, start: int, end: int) -> bool:
    """Whether an act is told between "sẽ" and `end`, and a comma after it, so that what follows is one more."""
    will = story.folded.rfind(f" {_WILL} ", start, end)
    before = story.folded[will + len(_WILL) + 2 : end] if will >= 0 else ""
    first = TOKEN.findall(before)
    return "," in before and any(
        story.lists.acts.longest(first, at) for at in range(min(len(first), _FEWEST_NOUNS + 1))
    )


def _listing(story: Story, place: Place) -> tuple[re.Match[str], int] | None:
    """The noun of content ("nội dung", "lĩnh vực") and where a colon or "gồm" soon after it ends the lead-in."""
    counted = [one for one in story.lists.points.finditer(story.folded, place.start, place.end)
               if _OPENS_LIST.match(story.folded, one.end()) or _THAT_IS.match(story.folded, one.end())]  # fmt: skip
    for number, lead in enumerate([*story.lists.leads.finditer(story.folded, place.start, place.end), *counted]):
        found = _ends_lead(story, place, lead)
        if found and (number == 0 or lead in counted or story.folded[found[1] - 1] == ":"):
            return found
    return None


def _in_detail(story: Story, sentence: Sentence) -> tuple[re.Match[str], int] | None:
    """The words "Cụ thể:" with acts behind them, right after a sentence that names two parties of what is news."""
    detail = _DETAIL.match(story.folded, sentence.place.start, sentence.place.end)
    if detail is None or not sentence.index:
        return None
    before = story.analysis.sentences[sentence.index - 1]
    known = {party[1].id for name in story.analysis.names_in(before) if (party := story.party_of(name))}
    following = TOKEN.findall(story.folded[detail.end() : sentence.place.end])
    return (detail, detail.end()) if len(known) > 1 and following and story.lists.acts.longest(following, 0) else None


def _jointly(story: Story, sentence: Sentence) -> tuple[re.Match[str], int] | None:
    """What all parties do together, with a colon before it: "Hai bên cùng tập trung: kiện toàn ...", "hai bên phối hợp:" above a list."""
    for everyone in story.lists.everyone.finditer(story.folded, sentence.place.start, sentence.place.end):
        lead = _JOINTLY.match(story.folded, everyone.end(), sentence.place.end)
        listed = lead and (";" in story.folded[lead.end() : sentence.place.end] or _heads_items(story, sentence, lead))
        if lead and listed:
            return lead, lead.end()
    return None


def _heads_items(story: Story, sentence: Sentence, lead: re.Match[str]) -> bool:
    """Whether the lead ends its sentence, with a list or an act below it."""
    below = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    listed = bool(below) and below[0].block.kind is BlockKind.LIST_ITEM
    return lead.end() == sentence.place.end and bool(below) and (listed or _first_act(story, below[0].place.start))


def _headed(story: Story, sentence: Sentence) -> tuple[re.Match[str], int] | None:
    """The document that the sentence is on and the colon before its acts or their list: "Biên bản ghi:", "Quy chế mới yêu cầu hai bên:"."""
    place, folded = sentence.place, story.folded
    colon = folded.find(":", place.start, min(place.end, place.start + _COLON_REACH))
    document = story.words.documents.search(folded, place.start, colon) if colon >= 0 else None
    if document is None:
        return None
    front = folded[place.start : document.start()].rpartition(",")[2].split()
    between = folded[document.end() : colon].replace(_REQUIRES, "")
    other = any(
        words.search(between) for words in (story.lists.speech, story.lists.hopes, story.words.ceremony, _SIGNED)
    )
    several = not _SEVERAL_TOLD.isdisjoint(front)
    if other or several or len(front) > _LONGEST_OPENING or _SIGNED.search(folded, place.start, document.start()):
        return None
    below = story.analysis.sentences[sentence.index + 1 : sentence.index + 2] if colon + 1 >= place.end else []
    content = below[0].place.start if below and below[0].block is not sentence.block else colon + 2
    listed = bool(below) and below[0].block.kind is BlockKind.LIST_ITEM
    return (document, colon + 1) if listed or _first_act(story, content) else None


def _framed(story: Story, place: Place) -> tuple[re.Match[str], int] | None:
    """The frame of cooperation that a document gives, and where its fields begin: "Hiệp định quy định khuôn khổ hợp tác trong các lĩnh vực ..."."""
    frame = _FRAME.search(story.folded, place.start, place.end)
    named = frame is not None and _names_document(story, story.folded[place.start : frame.start()])
    return (frame, frame.end()) if frame and named else None


def _ends_lead(story: Story, place: Place, lead: re.Match[str]) -> tuple[re.Match[str], int] | None:
    """The noun of content and where its lead-in ends, if it does soon, and in a sentence on a document."""
    lists, folded = story.lists, story.folded
    reach = min(place.end, lead.end() + _REACH)
    colon = folded.find(":", lead.end(), min(place.end, lead.end() + _COLON_REACH))
    agreed = _AGREED_ON.match(folded, lead.end(), reach)
    ends = lists.lead_ends.search(
        folded, lead.end(), min(reach, max(lead.end() + _REACH // 2, agreed.end() if agreed else 0))
    )
    if ends and _WILL in TOKEN.findall(folded[lead.end() : ends.start()]):
        ends = None  # "Theo nội dung ký kết, các báo sẽ trao đổi tin, bài về ..."
    further = folded[lead.end() : ends.start()].rpartition(",")[2] if ends and ends.group() == _ABOUT else ""
    if "," in folded[lead.end() : ends.start() if ends else lead.end()] and _names_document(story, further):
        ends = None  # "Hiệp định trong lĩnh vực hàng không, Hiệp định về tương trợ tư pháp"
    that = _THAT_IS.match(folded, lead.end(), place.end) if lists.points.fullmatch(lead.group()) else None
    ended = ends.end() if ends else that.end() if that else None
    following = TOKEN.findall(folded[lead.end() : ended])
    if ended and _HOLDS.search(folded[place.start : lead.start()]) and following and lists.acts.longest(following, 0):
        ended = lead.end()  # "Văn kiện bao gồm các nội dung nghiên cứu chung về tàu ngầm, ..."
    named = folded.find(_FIELD, lead.start(), ends.start() if ends else lead.end())
    begun = (
        named + len(_FIELD) if colon < 0 and named >= 0 and ends and _begins_act(story, named + len(_FIELD)) else None
    )
    start = colon + 1 if colon >= 0 else begun or ended
    if colon >= 0 and _gives_examples(story, Place(lead.end(), colon)):
        return None
    opens = colon == lead.end() or (colon - lead.end() < _TO_COLON and lead.start() - place.start < _TO_LEAD)
    listed = not folded[colon + 1 : place.end].strip() or (opens and ";" in folded[colon : place.end])
    alone = colon >= 0 and listed and colon - place.start < _SHORT_LEAD
    if start is None:
        return None
    if lists.events.match(folded, place.start) and not _names_document(story, folded[place.start : lead.start()]):
        return None  # "Sự kiện năm nay gồm hai nội dung chính là ..."
    if _of_other_thing(story, Place(place.start, lead.start())):
        return None
    tied = lists.ties.search(folded, place.start, start) or lists.everyone.search(folded, place.start, start)
    tied = tied or _SIGNS.search(folded, place.start, lead.start())  # "A và B cùng ký, với ba nhóm việc: ..."
    return (lead, start) if alone or tied or _names_document(story, folded[place.start : lead.start()]) else None


def _of_other_thing(story: Story, before: Place) -> bool:
    """Whether what stands before the noun of content is what that is of, and no document or party: "Cơ sở dữ liệu sẽ gồm các nội dung sau: ..."."""
    holds = _THING_HOLDS.match(story.folded, before.start, before.end)
    if holds is None:
        return False
    thing = holds["thing"]
    known = story.lists.ties.search(thing) or story.lists.everyone.search(thing) or story.lists.per.search(thing)
    adverb = story.lists.adverbs.longest(thing.split(), 0)
    led = known or _names_document(story, thing) or (adverb and adverb[0] == len(thing.split()))
    named = any(story.party_of(name) for name in story.analysis.names_within(before))
    return not led and not named and story.words.ceremony.search(thing) is None


def _gives_examples(story: Story, place: Place) -> bool:
    """Whether an act is told in `place`, which "như" ends, so that what follows is of it: "tập trung xây dựng các phòng như: ..."."""
    said = TOKEN.findall(place.of(story.folded))
    acts = story.lists.acts
    return said[-1:] == [_LIKE] and any(acts.longest(said, at) for at in range(min(len(said), _LONGEST_OPENING)))


def _telling(story: Story, sentence: Sentence) -> tuple[re.Match[str], int] | None:
    """The verb by which a document tells its content: "Thỏa thuận quy định việc ...", "..., trong đó tập trung ..."."""
    lists, folded, place = story.lists, story.folded, sentence.place
    for verb in story.wording.finditer(lists.tells, place.start, place.end):
        following = TOKEN.findall(folded[verb.end() : min(place.end, verb.end() + _REACH)])
        act = following and (lists.acts.longest(following, 0) or lists.openers.longest(following, 0))
        clause = _CLAUSE.split(folded[place.start : verb.start()])[-1]
        if not lists.within.match(verb.group()):
            clause = clause.rpartition(",")[2].strip() or clause  # "..., bao gồm việc ..." goes on with what is before
        elif not clause.strip(" ,-"):
            clause = _sentence_before(story, sentence)  # "Trong đó tập trung ..."
            begins = act or story.wording.verb(verb.end() + 1)
            if begins and (lists.leads.search(clause) or _document_tells(story, clause)):
                return verb, verb.end()
        money = story.lists.sums.search(clause) is not None
        several = folded.count(";", verb.end(), place.end) >= _SEVERAL_MARKS and verb.group() in lists.mentions
        if money or ((act or several) and _document_tells(story, clause)):
            return verb, verb.end()
    return None


def _sentence_before(story: Story, sentence: Sentence) -> str:
    """What the sentence before tells of a document and of no time past, folded."""
    before = story.analysis.sentences[max(0, sentence.index - 1)]
    said = before.place.of(story.folded)
    return "" if before is sentence or story.lists.background.search(said) else said


def _document_tells(story: Story, clause: str) -> bool:
    """Whether a document is named in the clause with no purpose after it, whose words then tell no content of its own."""
    named = list(story.words.documents.finditer(clause))
    tokens = TOKEN.findall(clause[named[-1].end() :]) if named else []
    aside = any(story.lists.purposes.longest(tokens, at) for at in range(len(tokens)))
    return _names_document(story, clause) and not aside


def _names_document(story: Story, clause: str) -> bool:
    """Whether the clause names a document."""
    if story.words.documents.search(clause):
        return True
    tokens = TOKEN.findall(clause)
    return any(story.words.lexicon.kinds.longest(tokens, at) for at in range(len(tokens)))


def _fields(story: Story, lead: int, start: int, end: int) -> tuple[int, bool]:
    """Where the content begins, past words of cooperation before its fields, and whether it lists fields."""
    lists, folded = story.lists, story.folded
    named = lists.field_leads.search(folded, lead, min(end, start + _FIELDS_AHEAD))
    if named is None:
        return start, False
    ends = named.end()
    while more := lists.field_leads.match(folded, ends + 1):
        ends = more.end()
    like = lists.likes.match(folded, max(start, ends))
    body = like.end() if like else max(start, ends)
    if named.start() < start:  # "Mục tiêu của thỏa thuận là tăng cường hợp tác giữa A và B trong lĩnh vực ..."
        further = lists.field_leads.search(folded, start, min(end, start + _FIELDS_AHEAD))
        between = _without_names(story, start, further.start()) if further else []
        return (further.end() if further and between and lists.cooperating.fullmatch(" ".join(between)) else body), True
    between = _without_names(story, start, named.start())
    if {",", ";", "."} & set(between) or not lists.cooperating.fullmatch(" ".join(between)):
        return start, False
    return body, True


def _first_act(story: Story, start: int) -> bool:
    """Whether the verb of an act begins at `start`."""
    following = TOKEN.findall(story.folded[start : start + _REACH])
    return bool(following) and story.lists.acts.longest(following, 0) is not None


def _begins_act(story: Story, start: int) -> bool:
    """Whether the content begins with the verb of an act of two words, as no field does: "các lĩnh vực nâng cao ..."."""
    if story.folded[:start].rstrip().endswith(_LIST_OPENS):
        return False  # "các lĩnh vực như trao đổi đoàn, quân y"
    following = TOKEN.findall(story.folded[start : start + _REACH])
    lists = story.lists
    act = lists.acts.longest(following, 0)
    return (
        act is not None
        and act[0] > 1
        and following[act[0] : act[0] + 1] != [","]  # "trong lĩnh vực kiểm toán, thẩm định giá"
        and not lists.field_acts.longest(following, 0)
        and not lists.nouns.longest(following, 0)
    )


def _lists_nouns(story: Story, content: Place) -> bool:
    """Whether the content is a list of short nouns, as fields are told: "hạ tầng số, chính quyền số và xã hội số".

    Verbs that tell fields by themselves are such nouns too: "đào tạo, nghiên cứu, khởi nghiệp và phục vụ cộng đồng".
    """
    said = content.of(story.folded).strip(" .:…")
    pieces = [TOKEN.findall(piece) for piece in re.split(r",| và ", said)]
    short = all(0 < len(piece) <= _LONGEST_NOUN and " ".join(piece).replace(" ", "").isalpha() for piece in pieces)
    alone = sum((story.lists.field_acts.longest(piece, 0) or (0,))[0] == len(piece) for piece in pieces)
    return (
        len(pieces) > _FEWEST_NOUNS
        and ";" not in said
        and short
        and (
            alone > _FEWEST_NOUNS
            or not any(
                story.lists.acts.longest(piece, 0) and not story.lists.nouns.longest(piece, 0) for piece in pieces
            )
        )
    )


def _without_names(story: Story, start: int, end: int) -> list[str]:
    """The tokens between `start` and `end` that are in no name."""
    names = [name.extent for name in story.analysis.names_within(Place(start, end))]
    return [match.group() for match in TOKEN.finditer(story.folded, start, end)
            if not any(name.start <= match.start() < name.end for name in names)]  # fmt: skip
