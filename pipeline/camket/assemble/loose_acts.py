"""Acts without a subject, which those do whom the sentence before told of: "Cụ thể, sẽ tổ chức ..."."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.tellings import Story, Telling
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN

_FEWEST_WORDS = 5
_OPENING, _OPENING_REACH = 8, 24
_COMMA, _WILL = ", ", "sẽ"
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "và"})
_OF_NOUNS = (["này"], ["của"], ["được"], ["bị"])
"""What follows a word that is a noun, and the subject of its sentence: "Ứng dụng này sẽ ..."."""
_INCLUDES = re.compile(r"(?:bao gồm|gồm|cụ thể là|đó là)(?= \w)")
_WILLS = re.compile(
    r"(?:(?:cụ thể|theo đó|trong đó|đặc biệt|bên cạnh đó|ngoài ra|đồng thời|cùng với đó)"
    r"|(?:ở|trong|về|với) (?:các )?(?:lĩnh vực|mảng|nội dung) [^,;.:]{2,40}?"
    r"|(?:đến|tới|từ|trong|sang|vào|giai đoạn) (?:nay (?:đến|tới) )?(?:(?:hết|cuối|đầu) )*(?:năm|quý|tháng|giai đoạn)? ?[\d/ -]{1,12}\w*"
    r"),? (?:còn |cũng )?sẽ(?= \w)"
)
"""What leads in acts without a subject: "Cụ thể, sẽ tổ chức ...", "Ở lĩnh vực du lịch sẽ ...", "Đến năm 2020 sẽ ..."."""
_JUDGES, _PRAISES = "đánh giá", " cao"
_IS = re.compile(r"(?<!\w)(?:cũng |đều )?là (?:những|một|các) ")
"""What makes a sentence tell what something is: "Đào tạo nghề cũng là những vấn đề mà hai bên quan tâm"."""


def loose_act(story: Story, sentence: Sentence, before: Telling) -> Telling | None:
    """The telling of a sentence that is an act without a subject, of those of whom `before` tells; else None."""
    if sentence.block.kind is not BlockKind.PARAGRAPH or not _begins_act(story, sentence):
        return None
    front = _unled(story, sentence)
    place = Place(front.end() if front else sentence.place.start, sentence.place.end)
    return Telling(before.kind, place, before.actors, before.agreement, "commitment.goes_on", 0.6)


def _unled(story: Story, sentence: Sentence) -> re.Match[str] | None:
    """The words before the first act of a sentence that has no subject: "Cụ thể là ...", "Cụ thể, sẽ ..."."""
    return _INCLUDES.match(story.folded, sentence.place.start) or _WILLS.match(story.folded, sentence.place.start)


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


def _is_subject(story: Story, sentence: Sentence, after: int) -> bool:
    """Whether "sẽ" in the clause of the act that ends before token `after` says that it is the subject: "Hợp tác hai bên sẽ giúp ..."."""
    tokens = [token.folded for token in story.analysis.tokens[sentence.index][after:]]
    ends = next((at for at, token in enumerate(tokens) if token in _CLAUSE_ENDS), len(tokens))
    return _WILL in tokens[:ends]


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
    adverb = _unled(story, sentence) or lists.breaks.match(story.folded, place.start)
    at = len(TOKEN.findall(adverb.group())) if adverb else 0
    tokens = [token.folded for token in story.analysis.tokens[sentence.index][: at + _OPENING]]
    at += tokens[at : at + 1] == [","]
    while (more := lists.adverbs.longest(tokens, at)) and not lists.acts.longest(tokens, at):
        at += more[0]
    together = lists.cooperate.longest(tokens, at)
    at += together[0] if together and lists.acts.longest(tokens, at + together[0]) else 0  # "Phối hợp đưa tin ..."
    act = lists.acts.longest(tokens, at)
    if act and _is_subject(story, sentence, at + act[0]):
        return False
    noun = at < len(tokens) and story.wording.noun(story.analysis.tokens[sentence.index][at].place.start)
    return act is not None and not noun and tokens[at + act[0] : at + act[0] + 1] not in _OF_NOUNS
