"""Sentences that tell of the past, or say more of what one that does told, and so of nothing that someone undertakes."""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.tellings import Story

_PAIR = 2
_REACH = 40
_LEAD = 3
_THEREBY, _WILL = "theo đó", " sẽ"
_RELEASED = re.compile(r"theo (?:công bố|thông báo|thông cáo|bản tin)[^,;.]{0,40}, ")
"""When something was announced, and not when it is done: "Theo công bố phát đi cùng ngày, X sẽ ..."."""
_SAME_DAY = re.compile(r"(?:trong |cũng trong )?cùng ngày, ")
_LAST_VISIT = re.compile(
    r"(?:cũng )?(?:trong|tại|nhân) (?:chuyến|cuộc|kỳ|hội) [^,;.]{0,80}?(?<!\w)(?:tháng \d{1,2}|năm|tuần) (?:vừa qua|vừa rồi|trước)(?!\w)"
)
"""What was said on an occasion before the news: "Trong chuyến thăm Việt Nam vào tháng 3 vừa qua, hai bên cam kết ..."."""
_THIS = re.compile(r"(?<!\w)này(?!\w)")


def is_background(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence tells of the past, or says more of what the one before told of it: "Mục tiêu của kế hoạch này ..."."""
    start, end = _beginning(sentence)
    opening = _RELEASED.match(story.folded, start) or _same_day(story, sentence)
    if story.lists.background.search(story.folded, opening.end() if opening else start, end):
        return True
    if sentence.index and _LAST_VISIT.match(story.folded, start, sentence.place.end):
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


def _same_day(story: Story, sentence: Sentence) -> re.Match[str] | None:
    """The beginning of a sentence that tells what someone vowed on the day of the news: "Cùng ngày, X cam kết tặng ..."."""
    opening = _SAME_DAY.match(story.folded, sentence.place.start)
    vows = opening and story.lists.vowing.search(story.folded, opening.end(), sentence.place.end)
    return opening if vows else None


def _tells_of_past(story: Story, sentence: Sentence) -> bool:
    """Whether the sentence begins as one that tells of the past, and names no two parties of what is news: "Cùng ngày, X và Y ký"."""
    if story.lists.background.match(story.folded, sentence.place.start) is None:
        return False
    known = {party[1].id for name in story.analysis.names_in(sentence) if (party := story.party_of(name))}
    return len(known) < _PAIR


def _beginning(sentence: Sentence) -> tuple[int, int]:
    return sentence.place.start, min(sentence.place.end, sentence.place.start + _REACH)
