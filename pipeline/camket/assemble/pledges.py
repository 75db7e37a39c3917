"""Undertakings in sentences: who "sẽ / cam kết ..." what, content lists, and the items under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.analysis import NameKind, Sentence
from camket.assemble.anchors import Anchor
from camket.assemble.labels import labelled, other_body, tells_whose, with_partner
from camket.assemble.leads import lead_in
from camket.assemble.passives import passives
from camket.assemble.self_told import self_told
from camket.assemble.subjects import aim_of_document
from camket.assemble.tellings import Story, Telling
from camket.assemble.undertakings import anchors, opens_content
from camket.document import BlockKind, Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_NO_PLEDGES = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE_LINE, BlockKind.CAPTION})
_FEWEST_WORDS = 5
_BACKGROUND_REACH = 40
_BEGINS, _LEAD = 4, 3
_OPENING, _OPENING_REACH = 8, 24
_LISTED = 0.85
_FEWEST_LETTERS = 3
_LONGEST_LINE = 12
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s")
_BULLET = re.compile(
    r"\W*(?:[IVX]{1,4}[.)]\s|\d{1,2}(?:\.\d{1,2})*[.)/]?\s|\d{1,2}[-–](?=[^\W\d])|(?:[a-zđ]|[ivx]{1,4})\)\s)?[-+*•▪●○◦–—»>→✓✔\s]*"
)
_DOCUMENTS = re.compile(
    r"(?:các|những|\d{1,2}|hai|ba|bốn|năm) (?P<noun>\w+(?: \w+)?)(?: này| trên| nói trên)? (?:bao gồm|gồm có|gồm|là):"
)
_LONGEST_KIND, _ABOUT = 10, 4
_THEREBY = "theo đó"
_PAIR = 2
_WILL, _MONEY, _COMMA = " sẽ", "money", ", "
_THIS = re.compile(r"(?<!\w)này(?!\w)")
_ORDINAL = re.compile(r"\W*(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)|(?:một|hai|ba|bốn|năm|sáu|bảy) là)\s*[,:]?\s+(?:là )?")
_OF_NOUNS = (["này"], ["của"], ["được"], ["bị"])
"""What follows a word that is a noun, and the subject of its sentence: "Ứng dụng này sẽ ..."."""
_CLOSES = re.compile('["”]')
_INCLUDES = re.compile(r"(?:bao gồm|gồm|cụ thể là|đó là)(?= \w)")
_WILLS = re.compile(
    r"(?:cụ thể|theo đó|trong đó|đặc biệt|bên cạnh đó|ngoài ra|đồng thời|cùng với đó),? (?:còn |cũng )?sẽ(?= \w)"
)
"""What leads in acts without a subject: "Cụ thể, sẽ tổ chức ..."."""
_HOLDS_FOR = re.compile(
    r" (?:này |trên )?(?:sẽ |được )?(?:kéo dài|có hiệu lực|có thời hạn|gồm|dài|thực hiện trong|triển khai trong)(?!\w)"
)
_JUDGES, _PRAISES = "đánh giá", " cao"
_IS = re.compile(r"(?<!\w)(?:cũng |đều )?là (?:những|một|các) ")
"""What makes a sentence tell what something is: "Đào tạo nghề cũng là những vấn đề mà hai bên quan tâm"."""
_LABEL = re.compile(r"^[^:]{3,90}:\s*")


@dataclass(frozen=True, slots=True)
class Carry:
    """What a sentence leaves open for the next: a list under a lead-in, or acts without a subject.

    `content` says that it told of the agreement's content, so that the next may go on with "Sở X cử ..."; `open` is a list
    in running text that ends with a semicolon, and goes on in the next sentence; `counted` says that it counts what is told
    in the next ones, each led by "Thứ nhất", "Một là".
    """

    listed: Telling | None = None
    loose: Telling | None = None
    content: bool = False
    open: Telling | None = None
    counted: bool = False


def tellings_in(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry]:
    """The tellings of a sentence, and what it leaves open; after `carry.content` a party may be told to act at once."""
    aside = sentence.block.kind in _NO_PLEDGES and not _tells_content(story, sentence)
    aside = aside or story.lists.attending.match(story.folded, sentence.place.start) is not None
    if aside or "- ảnh:" in sentence.place.of(story.folded):
        return [], carry
    if (listing := _in_listing(story, sentence, carry)) is not None:
        return listing
    if carry.listed is not None and sentence.block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}:
        return _in_list(story, sentence, carry.listed, goes_on=carry.content)
    if _is_background(story, sentence):
        return [], Carry()
    alone = labelled(story, sentence, sentence.place)
    if alone is not None and not alone[0].of(story.analysis.text).strip(" .:"):
        return [], Carry(Telling(CommitmentKind.PLEDGE, sentence.place, alone[1], alone[2], "commitment.list", _LISTED,
                                 needs_act=False), content=True)  # fmt: skip
    if alone is not None and (sentence.block.kind is BlockKind.LIST_ITEM or tells_whose(story, sentence.place)):
        rest, actors, agreement = alone
        item = Telling(CommitmentKind.PLEDGE, rest, actors, agreement, "commitment.list", _LISTED)
        return _in_list(story, sentence, item, goes_on=True)
    found = anchors(story, sentence, sentence.place, listed=False, goes_on=carry.content)
    told = [_told(story, anchor, end) for anchor, end in _with_ends(found, sentence.place)]
    told += _besides(story, sentence, found)
    passive = passives(story, sentence, goes_on=carry.content)
    more = [*passive, *self_told(story, sentence)]
    told += [one for one in more if not any(one.place.overlaps(other.place) for other in told)]
    told.sort(key=lambda one: one.place.start)
    lead = lead_in(story, sentence, told=bool(told))
    if lead is not None:
        return _after_lead(story, lead, found, told)
    vow = _vow(story, sentence) if not story.agreements else None
    if vow is not None:
        return [], Carry(vow)
    if not told:
        return _going_on(story, sentence, carry)
    last = told[-1]
    ends_open = story.analysis.text[sentence.place.end - 1] == ":"
    return told, Carry(
        last if ends_open else None, last, content=last.agreement is not None, counted=_counts(story, sentence)
    )


def _tells_content(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence of a caption tells what is agreed, as in a report of pictures: "Theo bản ghi nhớ, hai bảo tàng sẽ ..."."""
    caption = sentence.block.kind is BlockKind.CAPTION and bool(story.agreements)
    return caption and opens_content(story, sentence)


def in_headline(story: Story) -> list[Telling]:
    """What the headline says that someone undertakes: "X cam kết ..."; it counts where nothing else tells of it."""
    lines = [one for one in story.analysis.sentences if one.block.kind is BlockKind.HEADLINE]
    return [_told(story, anchor, end) for line in lines
            for anchor, end in _with_ends(anchors(story, line, line.place, listed=False, goes_on=False), line.place)
            if anchor.firm]  # fmt: skip


def given_in_headline(story: Story, tellings: Sequence[Telling]) -> list[Telling]:
    """The money that a party gives by the headline, where nothing else tells of it: "Quỹ X cho Y vay thêm 318 triệu USD"."""
    told = " ".join(one.place.of(story.folded) for one in tellings)
    found: list[Telling] = []
    for line in story.analysis.sentences if story.agreements else ():
        if line.block.kind is not BlockKind.HEADLINE:
            continue
        for name in story.analysis.names_in(line):
            known = story.party_of(name)
            gives = story.lists.gives.match(story.folded, name.extent.end, line.place.end) if known else None
            money = [
                one
                for one in story.analysis.amounts_in(line)
                if one.kind == _MONEY and gives and one.place.start >= gives.start()
            ]
            if known and gives and money and money[0].place.of(story.folded) not in told:
                place = Place(gives.start("act"), line.place.end)
                found.append(
                    Telling(
                        CommitmentKind.PLEDGE,
                        place,
                        (known[1].id,),
                        known[0].id,
                        "commitment.headline",
                        0.65,
                        sure=True,
                    )
                )
                break
    return found


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
        return [
            Telling(CommitmentKind.PLEDGE, Place(start, place.end), actors, own.agreement, "commitment.beside", 0.7)
        ]
    return []


def _of_partner(story: Story, sentence: Sentence, rest: Place, agreement: str) -> tuple[list[Telling], Carry]:
    """What is told of the agreement with one of several partners: acts of the two, else its content."""
    found = anchors(story, sentence, rest, listed=False, goes_on=True)
    told = [_told(story, anchor, end) for anchor, end in _with_ends(found, rest)]
    area = Telling(CommitmentKind.AREA, rest, "all", agreement, "commitment.list", _LISTED)
    return told or [area], Carry(content=True)


def _in_listing(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry] | None:
    """What a sentence tells that opens what is agreed with a partner, leads in a list, or goes on with one in running text."""
    if (partner := with_partner(story, sentence, _without_bullet(story, sentence))) is not None:
        return _of_partner(story, sentence, *partner)
    said = sentence.place.of(story.folded)
    asked = said.endswith("?") and story.lists.asked.search(said) and sentence.block.place.end == sentence.place.end
    heads = _heads_list(story, sentence) or story.lists.only_leads.fullmatch(said) or _lists_documents(story, said)
    if story.agreements and (asked or heads):
        return [], Carry(_content(story, sentence.place), content=True)
    if carry.counted and (ordinal := _ORDINAL.match(story.folded, sentence.place.start, sentence.place.end)):
        return [_content(story, Place(ordinal.end(), sentence.place.end))], carry
    if carry.open is not None and sentence.block.kind is BlockKind.PARAGRAPH:
        return _after_lead(story, (sentence.place, carry.open), [], [])
    return None


def _lists_documents(story: Story, said: str) -> bool:
    """Whether what is signed follows in a list: "Các hợp đồng này bao gồm:"."""
    led = _DOCUMENTS.fullmatch(said)
    return led is not None and story.words.documents.fullmatch(led["noun"]) is not None


def _after_document(story: Story, place: Place) -> Place:
    """The item without the document's name that it begins with: "Bản ghi nhớ về hợp tác cung cấp khí đốt"."""
    start = place.start
    while True:
        words = list(TOKEN.finditer(story.folded, start, place.end))[:_LONGEST_KIND]
        said = [word.group() for word in words]
        kind = story.words.lexicon.kinds.longest(said, 0) if words else None
        act = story.lists.acts.longest(said, 0) if kind else None
        if kind is None or kind[0] >= len(words) or (act and act[0] >= kind[0]):  # "Tài trợ vốn" is done
            return Place(start, place.end)
        about = next((word.end() for word in words[kind[0] : kind[0] + _ABOUT] if word.group() == "về"), None)
        start = about or words[kind[0] - 1].end()


def _heads_list(story: Story, sentence: Sentence) -> bool:
    """Whether it is a short line on the content of a document, above a list: "Những điểm mới của phụ lục"."""
    after = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    said = sentence.place.of(story.folded)
    line = sentence.place == sentence.block.place and len(said.split()) <= _LONGEST_LINE and said[-1].isalnum()
    listed = (
        bool(after) and after[0].block.kind is BlockKind.LIST_ITEM and sentence.block.kind is not BlockKind.LIST_ITEM
    )
    named = story.words.documents.search(said) is not None or story.lists.everyone.search(said) is not None
    return line and listed and story.lists.leads.search(said) is not None and named


def _going_on(story: Story, sentence: Sentence, carry: Carry) -> tuple[list[Telling], Carry]:
    """What a sentence tells that is an act without a subject, of those of the sentence before."""
    one = carry.loose
    if one is not None and sentence.block.kind is BlockKind.PARAGRAPH and _begins_act(story, sentence):
        front = _unled(story, sentence)
        place = Place(front.end() if front else sentence.place.start, sentence.place.end)
        return [Telling(one.kind, place, one.actors, one.agreement, "commitment.goes_on", 0.6)], carry
    content = bool(story.agreements) and (opens_content(story, sentence) or _tells_of_document(story, sentence))
    aim = aim_of_document(story, sentence)  # "Chương trình nhằm ... . Đẩy mạnh việc ..." goes on with its content
    return [], Carry(
        loose=aim and replace(aim, rule="commitment.list"), content=content, counted=_counts(story, sentence)
    )


def _unled(story: Story, sentence: Sentence) -> re.Match[str] | None:
    """The words before the first act of a sentence that has no subject: "Cụ thể là ...", "Cụ thể, sẽ ..."."""
    return _INCLUDES.match(story.folded, sentence.place.start) or _WILLS.match(story.folded, sentence.place.start)


def _tells_of_document(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins with the document and tells for how long or of what it is: "Chương trình kéo dài 3 năm."."""
    document = story.words.documents.match(story.folded, sentence.place.start)
    return document is not None and _HOLDS_FOR.match(story.folded, document.end()) is not None


def _counts(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence counts what the next ones tell of an agreement: "Hai bên thống nhất ba nội dung."."""
    return bool(story.agreements) and story.lists.points.search(sentence.place.of(story.folded)) is not None


def _content(story: Story, place: Place) -> Telling:
    """The telling of an item of an agreement's content at `place`."""
    return Telling(CommitmentKind.AREA, place, "all", story.agreement_at(place), "commitment.list", _LISTED,
                   needs_act=False)  # fmt: skip


def _in_list(
    story: Story, sentence: Sentence, listed: Telling,
    *, goes_on: bool,
) -> tuple[list[Telling], Carry]:  # fmt: skip
    """The tellings of an item of the list that `listed` leads in; a party with a colon leads in those after it."""
    place = _without_bullet(story, sentence)
    heads = _heads_part(story, place) or _heads_deeper(story, sentence)
    if heads or story.words.form_labels.match(story.folded, place.start, place.end):
        return [], Carry(listed, content=True)
    found = anchors(story, sentence, place, listed=True, goes_on=goes_on)
    own, rest = listed, place
    party = labelled(story, sentence, place) or other_body(story, place)
    if party is not None:
        rest, actors, agreement = party
        own = replace(listed, kind=CommitmentKind.PLEDGE, actors=actors, agreement=agreement or listed.agreement)
        if not rest.of(story.analysis.text).strip(" .:"):
            return [], Carry(own, content=True)
    told = [_told(story, anchor, end) for anchor, end in _with_ends(found, place)]
    heading = _heading(story, place, listed) if found and party is None else None
    if heading is not None and heading.place.end <= found[0].start:
        told.insert(0, heading)  # "(1) Tài trợ nghiên cứu: Công ty X sẽ lập quỹ ..."
    return told or _listed(story, rest, own), Carry(listed, content=True)


def _heads_part(story: Story, place: Place) -> bool:
    """Whether the item only heads those after it: "4. Nội dung chính của Thỏa thuận:"."""
    return place.of(story.folded).endswith(":") and story.lists.leads.match(story.folded, place.start) is not None


def _heads_deeper(story: Story, sentence: Sentence) -> bool:
    """Whether the item only heads those of its number right below it: "1. Về nước thải", and then "1.1. Nạo vét hồ"."""
    number = _NUMBER.match(story.folded, sentence.place.start, sentence.place.end)
    below = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    return number is not None and bool(below) and story.folded.startswith(f"{number['number']}.1", below[0].place.start)


def _after_lead(
    story: Story, lead: tuple[Place, Telling], found: list[Anchor], told: list[Telling]
) -> tuple[list[Telling], Carry]:
    """What a lead-in tells: parties and their acts, its own content, or a list to come."""
    content, telling = lead
    if any(anchor.agreement and 0 <= anchor.start - content.start < _BEGINS for anchor in found):
        return told, Carry(None, told[-1], content=True)
    if len(content.of(story.analysis.text).strip(" .:")) < _FEWEST_LETTERS:
        return [], Carry(telling, telling, content=True)
    goes_on = content.of(story.analysis.text).rstrip().endswith(";")
    return [replace(telling, place=content)], Carry(loose=telling, content=True, open=telling if goes_on else None)


def _vow(story: Story, sentence: Sentence) -> Telling | None:
    """A list to come of what one body undertakes, where it or what stands above it says so: "... 5 cam kết sau:"."""
    if story.analysis.text[sentence.place.end - 1] != ":":
        return None
    headlines = [one for one in story.analysis.sentences[:_OPENING] if one.block.kind is BlockKind.HEADLINE]
    around = [*headlines, *story.analysis.sentences[max(0, sentence.index - 1) : sentence.index + 1]]
    told = any(story.lists.vows.search(story.folded, one.place.start, one.place.end) for one in around)
    bodies = [name for one in [sentence, *around] for name in story.analysis.names_in(one)
              if told and name.kind is NameKind.ORGANISATION]  # fmt: skip
    if not bodies:
        return None
    several = story.lists.everyone.search(story.folded, sentence.place.start, sentence.place.end)
    actor = _full_name(story, (bodies[0].core or bodies[0].place).of(story.analysis.text))
    return Telling(CommitmentKind.PLEDGE, sentence.place, "all" if several else (actor,), None, "commitment.vow", 0.8,
                   needs_act=False)  # fmt: skip


def _full_name(story: Story, short: str) -> str:
    """The first name with a head in the text that ends with `short`, or the only one that begins so; else `short` itself.

    "X" is "Công ty X", and so is "Công ty" where no other firm is named.
    """
    named = (name for one in story.analysis.sentences for name in story.analysis.names_in(one))
    said = [(name.core or name.place).of(story.analysis.text) for name in named
            if name.kind is NameKind.ORGANISATION and name.type]  # fmt: skip
    begun = {fold(full): full for full in said if fold(full).startswith(fold(short) + " ")}
    ending = (full for full in said if fold(full).endswith(" " + fold(short)))
    return next(ending, next(iter(begun.values())) if len(begun) == 1 else short)


def _told(story: Story, anchor: Anchor, end: int) -> Telling:
    rule, confidence = ("commitment.firm", 0.85) if anchor.firm else ("commitment.will", 0.75)
    turn = story.lists.turns.search(story.folded, anchor.content, end)
    place = Place(anchor.content, min(turn.start() if turn else end, _closing(story, anchor, end)))
    if anchor.agreement and _entitles(story, anchor):
        return Telling(CommitmentKind.AREA, place, "all", anchor.agreement, rule, confidence, sure=True)
    return Telling(CommitmentKind.PLEDGE, place, anchor.actors, anchor.agreement, rule, confidence, sure=anchor.sure)


def _entitles(story: Story, anchor: Anchor) -> bool:
    """Whether the agreement lets a party do or get something: "Theo thỏa thuận, X được phép ...", "X sẽ nhận được ..."."""
    allowed = story.lists.entitled.search(story.folded, anchor.start, anchor.content) is not None
    return not anchor.firm and (allowed or story.lists.entitled.match(story.folded, anchor.content + 1) is not None)


def _closing(story: Story, anchor: Anchor, end: int) -> int:
    """Where the quotation ends in which the anchor stands; else `end`."""
    sentence = story.analysis.sentence_of(Place(anchor.start, anchor.content))
    if sentence is None or not story.quoted(sentence, anchor.start):
        return end
    mark = _CLOSES.search(story.analysis.text, anchor.content, end)
    return mark.start() if mark else end


def _with_ends(found: list[Anchor], place: Place) -> list[tuple[Anchor, int]]:
    ends = [*(anchor.start for anchor in found[1:]), place.end][: len(found)]
    return list(zip(found, ends, strict=True))


def _without_bullet(story: Story, sentence: Sentence) -> Place:
    start, end = sentence.place.start, sentence.place.end
    match = story.lists.numbered.match(story.folded, start, end) or _BULLET.match(story.analysis.text[:end], start)
    return Place(match.end() if match else start, end)


def _listed(story: Story, place: Place, listed: Telling) -> list[Telling]:
    """An item of a content list: itself, or the field before its colon and the acts after it."""
    place = _after_document(story, place)
    heading = _heading(story, place, listed)
    tellings = [heading] if heading else []
    if heading is not None:
        place = Place(heading.place.end + 1, place.end)
    tellings.append(Telling(listed.kind, place, listed.actors, listed.agreement, listed.rule, listed.confidence,
                            needs_act=False))  # fmt: skip
    return tellings


def _heading(story: Story, place: Place, listed: Telling) -> Telling | None:
    """The field or act before the colon with which an item begins, and which those after it tell of; None where there is none."""
    said = place.of(story.analysis.text)
    label = _LABEL.match(said)
    if label is None or label.end() >= len(said):
        return None
    end = place.start + label.group().index(":")
    act = story.lists.acts.longest(TOKEN.findall(story.folded[place.start : end]), 0)
    return Telling(listed.kind, Place(place.start, end), listed.actors, listed.agreement, listed.rule, listed.confidence,
                   fields=act is None or act[0] < _PAIR)  # fmt: skip


def _is_background(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence tells of the past, or says more of what the one before told of it: "Mục tiêu của kế hoạch này ..."."""
    if story.lists.background.search(story.folded, *_beginning(sentence)):
        return True
    if (
        not story.agreements
        and sentence.index > _LEAD
        and story.lists.part_of_month.match(story.folded, sentence.place.start)
    ):
        return True
    before = story.analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is None:
        return False
    if story.folded.startswith(_THEREBY, sentence.place.start) and before.block is sentence.block:
        return _tells_of_past(story, before)
    if _THIS.search(story.folded, *_beginning(sentence)) is None or not _tells_of_past(story, before):
        return False
    everyone = story.lists.everyone.search(story.folded, sentence.place.start, sentence.place.end)
    if everyone and story.folded.startswith(_WILL, everyone.end()):
        return False  # "Tiếp nối sự kiện này, hai bên sẽ ..." tells what is to come
    return not any(story.party_of(name) for name in story.analysis.names_in(sentence))


def _tells_of_past(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins as one that tells of the past, and names no two parties of what is news: "Cùng ngày, X và Y ký"."""
    if story.lists.background.match(story.folded, sentence.place.start) is None:
        return False
    known = {party[1].id for name in story.analysis.names_in(sentence) if (party := story.party_of(name))}
    return len(known) < _PAIR


def _beginning(sentence: Sentence) -> tuple[int, int]:
    return sentence.place.start, min(sentence.place.end, sentence.place.start + _BACKGROUND_REACH)


def _has_subject(story: Story, sentence: Sentence) -> bool:
    """Whether who acts is told behind the first comma: "Trao đổi về tình hình, hai nước chia sẻ ...", "Nhận thức rõ điều đó, Sở X đã ..."."""
    folded, end = story.folded, sentence.place.end
    comma = folded.find(_COMMA, sentence.place.start, end)
    start = comma + len(_COMMA)
    if comma <= sentence.place.start:
        return False
    if story.lists.everyone.match(folded, start):
        return True
    stop = folded.find(_COMMA, start, end)
    clause = Place(start, stop if stop >= 0 else end)
    led = (one for one in story.analysis.names_in(sentence) if 0 <= one.extent.start - start < _OPENING_REACH)
    return any(story.lists.done.search(folded, one.extent.end, clause.end) for one in led)


def _begins_act(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence is an act without a subject, and no by-line and no one's speech."""
    lists, place = story.lists, sentence.place
    said = place.of(story.folded)
    speaks = (
        one for one in lists.speech.finditer(said) if one.group() != _JUDGES or said.startswith(_PRAISES, one.end())
    )
    if (
        len(said.split()) < _FEWEST_WORDS
        or not said.endswith((".", ";", "…"))
        or next(speaks, None)
        or _IS.search(said)
    ):
        return False
    if lists.background.search(story.folded, place.start, place.end) or _has_subject(story, sentence):
        return False
    if any(name.kind is NameKind.PERSON for name in story.analysis.names_in(sentence)):
        return False
    tokens = [token.folded for token in story.analysis.tokens[sentence.index][:_OPENING]]
    adverb = lists.breaks.match(story.folded, place.start) or _unled(story, sentence)
    at = len(TOKEN.findall(adverb.group())) if adverb else 0
    at += tokens[at : at + 1] == [","]
    while (more := lists.adverbs.longest(tokens, at)) and not lists.acts.longest(tokens, at):
        at += more[0]
    together = lists.cooperate.longest(tokens, at)
    at += together[0] if together and lists.acts.longest(tokens, at + together[0]) else 0  # "Phối hợp đưa tin ..."
    act = lists.acts.longest(tokens, at)
    noun = at < len(tokens) and story.wording.noun(story.analysis.tokens[sentence.index][at].place.start)
    return act is not None and not noun and tokens[at + act[0] : at + act[0] + 1] not in _OF_NOUNS
