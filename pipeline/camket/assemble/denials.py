"""What headline and lead say against any news of a signing: that nothing is signed, a case, an end, a decision."""

from __future__ import annotations

import re

from camket.analysis import Analysis, Sentence
from camket.assemble.details import kinds_in
from camket.assemble.history import FIRST_LINES, headline_tells
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.words import Words
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import AgreementKind

_TOGETHER = re.compile(r"(?<!\w)(?:hợp tác|phối hợp)(?!\w)")
_JOINT_WORK = frozenset({AgreementKind.COORDINATION, AgreementKind.PROGRAMME})
_FIGHT_REACH = 60
_KIND_REACH = 4
_CLAUSE = re.compile(r"[;:.]\s")
_ENDED = re.compile(r"(?<!\w)(?:đã|vừa|bị|sẽ bị) (?:chấm dứt|hủy bỏ|hủy|thanh lý|hết hiệu lực|đổ vỡ)(?!\w)")
_AFTER = re.compile(r"(?<!\w)(?:sau|hậu) (?=\w)")
_DECISION = re.compile(r"(?:quyết định|công văn|thông báo|tờ trình) (?:số )?\d+[\w/-]*")
_PAIR = 2
DENIED = "headline and lead tell of what is not signed, or only wished for"
"""Of what is signed besides, at the event of the news, it says nothing."""


def against_all(analysis: Analysis, mentions: list[Mention], words: Words) -> str:
    """What in the headline and lead speaks against any news of a signing."""
    if _denied(mentions):
        return DENIED
    if _is_affair(analysis, words, headline_only=headline_tells(mentions) or _signs_in_lead(mentions)):
        return "headline and lead tell of a case or a quarrel"
    if not headline_tells(mentions) and _headline_ends(analysis, words):
        return "the headline tells that an agreement ends"
    if not headline_tells(mentions) and _lead_ends(analysis, words):
        return "the lead tells that the agreement has ended"
    if _headline_follows(analysis, mentions, words):
        return "the headline tells what came after an agreement"
    if _DECISION.match(analysis.folded, analysis.sentences[0].place.start):
        return "the headline tells of a decision, which one body takes"
    return ""


def _signs_in_lead(mentions: list[Mention]) -> bool:
    """Whether the lead tells of two bodies that sign on a day how they work together, as police and schools do."""
    return any(
        one.focus > 1 and one.told_as_news and one.dated and len(one.parties) >= _PAIR and one.kind in _JOINT_WORK
        for one in mentions
    )


def _headline_follows(analysis: Analysis, mentions: list[Mention], words: Words) -> bool:
    """Whether the headline tells what came after a document, and no line of the opening of its signing: "X muốn mua thêm tàu sau hợp đồng với Y"."""
    place = analysis.sentences[0].place
    after = _AFTER.search(analysis.folded, place.start, place.end)
    said = TOKEN.findall(analysis.folded[after.end() : place.end])[:_KIND_REACH] if after else []
    if not said or not words.lexicon.kinds.longest(said, 0):
        return False
    return not any(one.sentence.index < LEAD_SENTENCES and one.tells_signing and one.told_as_news for one in mentions)


def _headline_ends(analysis: Analysis, words: Words) -> bool:
    """Whether the headline tells that an agreement ends: "Chấm dứt hiệu lực Bản ghi nhớ với nhà đầu tư"."""
    place = analysis.sentences[0].place
    ended = words.ends.search(analysis.folded, place.start, place.end)
    said = TOKEN.findall(analysis.folded[ended.end() : place.end])[:_KIND_REACH] if ended else []
    return any(words.lexicon.kinds.longest(said, at) for at in range(len(said)))


def _lead_ends(analysis: Analysis, words: Words) -> bool:
    """Whether one of the first lines tells that a document is no more: "hợp đồng sáp nhập giữa hai bên đã chấm dứt hiệu lực"."""
    for one in analysis.sentences[1:FIRST_LINES]:
        ended = _ENDED.search(analysis.folded, one.place.start, one.place.end)
        clause = re.split(r"[,;:]", analysis.folded[one.place.start : ended.start()])[-1] if ended else ""
        said = TOKEN.findall(clause)
        if any(words.lexicon.kinds.longest(said, at) for at in range(len(said))):
            return True
    return False


def _is_affair(analysis: Analysis, words: Words, *, headline_only: bool) -> bool:
    """Whether the headline tells of a case or a quarrel, or the lead does twice where the headline tells no signing.

    What all sides do together, as against crimes, is none: "Năm đơn vị thống nhất ... điều tra, xử lý các vụ vi phạm".
    """
    head, *rest = analysis.sentences[:LEAD_SENTENCES]
    if _affairs_in(analysis, head, words):
        return True
    if headline_only or any(_fights_together(analysis, one, words) for one in (head, *rest[:1])):
        return False
    told = [one for one in rest if words.commitments.everyone.match(analysis.folded, one.place.start) is None]
    return len({word for one in told for word in _affairs_in(analysis, one, words)}) > 1


def _fights_together(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the sentence tells of bodies whose work together cases are: "hợp tác phòng, chống tội phạm", "quy chế phối hợp giải quyết khiếu nại"."""
    together = _TOGETHER.search(analysis.folded, sentence.place.start, sentence.place.end)
    if together is not None and words.fights.search(analysis.folded, together.end(), sentence.place.end) is not None:
        return True
    found = words.affairs.finditer(analysis.folded, sentence.place.start, sentence.place.end)
    return any(_is_matter(analysis, sentence, match.start(), words) for match in found)


def _is_matter(analysis: Analysis, sentence: Sentence, at: int, words: Words) -> bool:
    """Whether what is told at `at` stands behind a document by which bodies work together, as its matter."""
    before = Place(sentence.place.start, at)
    return not _JOINT_WORK.isdisjoint(kinds_in(analysis, sentence, words, inside=before))


def _affairs_in(analysis: Analysis, sentence: Sentence, words: Words) -> set[str]:
    """The words of cases and quarrels in the sentence, but those of a name ("Tòa án nhân dân"), of what is fought and of what bodies work on together."""
    names = [name.place for name in analysis.names_in(sentence)]
    found = words.affairs.finditer(analysis.folded, sentence.place.start, sentence.place.end)
    return {
        match.group()
        for match in found
        if not any(name.overlaps(Place(*match.span())) for name in names)
        and not _is_matter(analysis, sentence, match.start(), words)
        and not words.fights.search(
            _CLAUSE.split(analysis.folded[sentence.place.start : match.start()])[-1][-_FIGHT_REACH:]
        )
    }


def _denied(mentions: list[Mention]) -> bool:
    """Whether the headline and the lead tell more of what is not signed, or only wished for, than of a signing."""
    lead = [mention for mention in mentions if mention.focus > 1 and mention.tells_signing]
    against = [mention.cues & {"negated", "wished", "urged"} for mention in lead]
    against = [cues for cues in against if cues]
    signed = any(one.told_as_news and len(one.parties) >= _PAIR and one.dated for one in lead)
    urged = all(cues == {"urged"} for cues in against)  # "X và Y ký ... . Hai bên chỉ đạo các đơn vị ký ..."
    return bool(against) and 2 * len(against) >= len(lead) + (signed and urged)
