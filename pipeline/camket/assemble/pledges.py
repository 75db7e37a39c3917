"""Undertakings in sentences: who "sẽ / cam kết ..." what, what a lead-in tells, and what goes on in the next sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from camket.analysis import Sentence
from camket.assemble.anchors import Anchor, tellings_of
from camket.assemble.background import is_background
from camket.assemble.carry import Carry
from camket.assemble.crowds import by_their_vow
from camket.assemble.leads import lead_in
from camket.assemble.list_heads import heads_list
from camket.assemble.listings import content_at, in_list, of_partner, under_label
from camket.assemble.loose_acts import loose_act
from camket.assemble.passives import passives
from camket.assemble.self_told import self_told
from camket.assemble.subjects import aim_of_document
from camket.assemble.tellings import Story, Telling
from camket.assemble.undertaken import known_act, tells_act
from camket.assemble.undertakings import anchors, opens_content
from camket.assemble.vows import list_of_vows
from camket.document import BlockKind, Place
from camket.records import CommitmentKind

_NO_PLEDGES = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE_LINE, BlockKind.CAPTION})
_BEGINS = 4
_FEWEST_LETTERS = 3
_COPIES = re.compile(r"(?<!\w)lập thành \w+ (?:\(\w+\) )?bản(?!\w)")
"""What every document says of itself: "Biên bản được lập thành 2 bản, mỗi bên giữ 1 bản"."""
_OCCASION = re.compile(
    r"(?:cũng )?(?:nhân |trong |tại )?dịp này,|sau (?:buổi lễ|lễ ký|lễ ký kết|hội nghị|buổi làm việc),"
)
_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
_BARE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_CARRIES_OUT = re.compile(
    r"(?:(?:phối hợp|tập trung|cùng) )*(?:thực hiện|triển khai|tập trung vào|tập trung)?(?: tốt)?"
)
_MOST_BEHIND = 3
_FIRM = "commitment.firm"
_CONTINUES = re.compile(r" (?:cũng |sẽ |cũng sẽ )?(?P<verb>tiếp tục)(?= \w)| (?:cũng )?sẽ (?:cùng )?(?=\w)")
_ORDINAL = re.compile(r"\W*(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)|(?:một|hai|ba|bốn|năm|sáu|bảy) là)\s*[,:]?\s+(?:là )?")
_TOPIC = re.compile(r"(?:\d+[.)] ?)?(?:về|trong|đối với|ở) (?:lĩnh vực )?(?P<field>[^:;.]{3,60}):\s*")
"""What a sentence tells of, by which it is one of those that were counted: "Về kinh tế số: hỗ trợ ..."."""
_HOLDS_FOR = re.compile(
    r" (?:này |trên )?(?:sẽ |được )?(?:kéo dài|có hiệu lực|có thời hạn|gồm|dài|thực hiện trong|triển khai trong)(?!\w)"
)


def tellings_in(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry]:
    """The tellings of a sentence, and what it leaves open; after `carry.content` a party may be told to act at once."""
    aside = sentence.block.kind in _NO_PLEDGES and not _tells_content(story, sentence)
    attends = story.lists.attending.match(story.folded, sentence.place.start) is not None
    aside = aside or (
        attends and not story.lists.pledges.search(story.folded, sentence.place.start, sentence.place.end)
    )
    if aside or "- ảnh:" in sentence.place.of(story.folded):
        return [], carry
    if (listing := _in_listing(story, sentence, carry)) is not None:
        return listing
    if carry.listed is not None and (sentence.block.kind in _ITEMS or _is_bare_item(story, sentence)):
        return in_list(story, sentence, carry.listed, goes_on=carry.content)
    if is_background(story, sentence):
        return [], Carry()
    if _COPIES.search(story.folded, sentence.place.start, sentence.place.end):
        return [], carry
    if _OCCASION.match(story.folded, sentence.place.start):
        carry = replace(carry, content=False)  # "Nhân dịp này, hai đơn vị giao lưu bóng chuyền"
    if (label := under_label(story, sentence)) is not None:
        return label
    found = by_their_vow(story, sentence) or anchors(
        story, sentence, sentence.place, listed=False, goes_on=carry.content
    )
    told = tellings_of(story, found, sentence.place)
    told += _besides(story, sentence, found)
    passive = passives(story, sentence, goes_on=carry.content)
    more = [*passive, *self_told(story, sentence)]
    told += [one for one in more if not any(one.place.overlaps(other.place) for other in told)]
    told.sort(key=lambda one: one.place.start)
    lead = lead_in(story, sentence, told=bool(told))
    if lead is not None:
        return _after_lead(story, lead, found, told)
    if (vow := list_of_vows(story, sentence)) is not None:
        return [], Carry(vow)
    if not told:
        return _going_on(story, sentence, carry)
    return _left_open(story, sentence, told)


def _left_open(story: Story, sentence: Sentence, told: list[Telling]) -> tuple[list[Telling], Carry]:
    """The tellings of the sentence but one that only counts what is told next, and what they leave open."""
    last, counted = told[-1], _counts(story, sentence)
    if counted and _only_counts(story, last.place):
        return told[:-1], Carry(content=True, counted=True)
    ends_open = story.analysis.text[sentence.place.end - 1] == ":"
    return told, Carry(last if ends_open else None, last, content=last.agreement is not None, counted=counted)


def _is_bare_item(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence is a line of a list that has lost its marks: the only one of its paragraph, which begins with an act."""
    block = sentence.block
    alone = block.place.start == sentence.place.start and not story.folded[sentence.place.end : block.place.end].strip()
    plain = block.kind in _BARE and story.analysis.text[sentence.place.end - 1] != ":"
    marked = story.analysis.sentences[sentence.index - 1].block.kind in _ITEMS  # the list has its marks, and ended
    return alone and plain and not marked and tells_act(story, sentence.place.start)


def _tells_content(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence of a caption tells what is agreed, as in a report of pictures: "Theo bản ghi nhớ, hai bảo tàng sẽ ..."."""
    caption = sentence.block.kind is BlockKind.CAPTION and bool(story.agreements)
    return caption and opens_content(story, sentence)


def _in_listing(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry] | None:
    """What a sentence tells that opens what is agreed with a partner, leads in a list, or goes on with one in running text."""
    if (partner := of_partner(story, sentence)) is not None:
        return partner
    if story.agreements and heads_list(story, sentence):
        return [], Carry(content_at(story, sentence.place), content=True)
    if carry.counted and (ordinal := _ORDINAL.match(story.folded, sentence.place.start, sentence.place.end)):
        return [content_at(story, Place(ordinal.end(), sentence.place.end))], carry
    topic = _TOPIC.match(story.folded, sentence.place.start, sentence.place.end) if carry.counted else None
    if topic is not None and known_act(story, topic.end()):
        start = topic.start("field")
        return in_list(story, sentence, content_at(story, Place(start, sentence.place.end)), goes_on=True)[0], carry
    if carry.open is not None and sentence.block.kind is BlockKind.PARAGRAPH:
        return _after_lead(story, (sentence.place, carry.open), [], [])
    return None


def _besides(story: Story, sentence: Sentence, found: list[Anchor]) -> list[Telling]:
    """What the first subject does besides: "Ngoài việc cử bác sĩ, bệnh viện sẽ ..."; the act of another is its own."""
    for beside in story.lists.besides.finditer(story.folded, sentence.place.start, found[0].content if found else 0):
        comma = story.folded.find(",", beside.end(), found[0].content)
        place = Place(beside.end(), max(comma, beside.end()))
        own = found[0]
        named = [known for name in story.analysis.names_in(sentence)
                 if name.extent.start == beside.end() + 1 and (known := story.party_of(name))]  # fmt: skip
        actors = (named[0][1].id,) if named else own.actors
        start = next((name.extent.end for name in story.analysis.names_in(sentence)
                      if name.extent.start == beside.end() + 1 and named), beside.end())  # fmt: skip
        if not known_act(story, start + 1):
            return []  # "Bên cạnh các đơn vị giáo dục và tài chính, ..."
        return [
            Telling(CommitmentKind.PLEDGE, Place(start, place.end), actors, own.agreement, "commitment.beside", 0.7)
        ]
    return []


def _going_on(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry]:
    """What a sentence tells that is an act without a subject, of those of the sentence before."""
    act = loose_act(story, sentence, carry.loose) if carry.loose else None
    act = act or _goes_on(story, sentence, carry.loose)
    if act is not None:
        return [act], carry
    content = bool(story.agreements) and (opens_content(story, sentence) or _tells_of_document(story, sentence))
    aim = aim_of_document(story, sentence)  # "Chương trình nhằm ... . Đẩy mạnh việc ..." goes on with its content
    return [], Carry(
        loose=aim and replace(aim, rule="commitment.list"), content=content, counted=_counts(story, sentence)
    )


def _goes_on(story: Story, sentence: Sentence, last: Telling | None) -> Telling | None:
    """What both sides are told to go on with, right behind what they agreed on at talks: "Hai bên (sẽ) tiếp tục thúc đẩy ...", "Hai bên sẽ mở ..."."""
    both = last is not None and (last.actors == "all" or len(last.actors) > 1)
    if last is None or not both or last.agreement is not None or last.rule != _FIRM:
        return None
    everyone = story.lists.everyone.match(story.folded, sentence.place.start)
    going = _CONTINUES.match(story.folded, everyone.end()) if everyone else None
    if going is None or not known_act(story, going.end() + bool(going["verb"])):
        return None
    start = going.start("verb") if going["verb"] else going.end()
    return replace(last, place=Place(start, sentence.place.end), actors="all")


def _tells_of_document(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins with the document and tells for how long or of what it is: "Chương trình kéo dài 3 năm."."""
    document = story.words.documents.match(story.folded, sentence.place.start)
    return document is not None and _HOLDS_FOR.match(story.folded, document.end()) is not None


def _counts(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence counts what the next ones tell of an agreement: "Hai bên thống nhất ba nội dung."."""
    return bool(story.agreements) and story.lists.points.search(sentence.place.of(story.folded)) is not None


def _only_counts(story: Story, place: Place) -> bool:
    """Whether nothing but how much there is to do is told: "thực hiện 4 nhóm công việc trọng tâm"."""
    said = place.of(story.folded).strip(" .:")
    points = story.lists.points.search(said)
    return (
        points is not None
        and _CARRIES_OUT.fullmatch(said[: points.start()].strip()) is not None
        and len(said[points.end() :].split()) <= _MOST_BEHIND
    )


def _opens_item(story: Story, content: Place, at: int) -> bool:
    """Whether the content, or a part of it behind a semicolon, begins at `at`."""
    return 0 <= at - content.start < _BEGINS or (at > content.start and story.folded.endswith("; ", 0, at))


def _after_lead(
    story: Story, lead: tuple[Place, Telling], found: list[Anchor], told: list[Telling]
) -> tuple[list[Telling], Carry]:
    """What a lead-in tells: parties and their acts, its own content, or a list to come."""
    content, telling = lead
    if any(anchor.agreement and _opens_item(story, content, anchor.start) for anchor in found):
        return told, Carry(None, told[-1], content=True)
    if len(content.of(story.analysis.text).strip(" .:")) < _FEWEST_LETTERS:
        return [], Carry(telling, telling, content=True)
    goes_on = content.of(story.analysis.text).rstrip().endswith(";")
    return [replace(telling, place=content)], Carry(loose=telling, content=True, open=telling if goes_on else None)
