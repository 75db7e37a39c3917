"""Lead-ins: the words of a sentence by which the content of an agreement is told, in it or in the list after it.

"Nội dung hợp tác gồm: ...", "Thỏa thuận tập trung vào ...", "..., trong đó tập trung đào tạo ...".
"""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.tellings import Story, Telling
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_REACH = 70
_CLAUSE = re.compile(r"[;.]\s")
_HOPE_REACH = 60
_CONFIDENCE = 0.85
_FIELDS_AHEAD = 60
_WIDEST_SUBJECT = 25


def lead_in(story: Story, sentence: Sentence) -> tuple[Place, Telling] | None:
    """Where the content begins that the sentence leads in, and how to take it."""
    place, lists = sentence.place, story.lists
    if not story.agreements or place.start < _first_told(story):
        return None
    listing = _listing(story, place)
    found = listing or _telling(story, place)
    if found is None:
        return None
    lead, start = found
    hoped = lists.hopes.search(story.folded, max(place.start, lead.start() - _HOPE_REACH), lead.start())
    spoken = lists.speech.search(story.folded, place.start, lead.start())
    if hoped or spoken:
        return None
    start, fields = _fields(story, lead.start(), start, place.end)
    telling = Telling(CommitmentKind.AREA, place, "all", story.agreement_at(place), "commitment.list", _CONFIDENCE,
                      fields=fields, needs_act=listing is None)  # fmt: skip
    return Place(min(start, place.end), place.end), telling


def _listing(story: Story, place: Place) -> tuple[re.Match[str], int] | None:
    """The noun of content ("nội dung", "lĩnh vực") and where a colon or "gồm" soon after it ends the lead-in."""
    lists, folded = story.lists, story.folded
    lead = lists.leads.search(folded, place.start, place.end)
    if lead is None or not lists.ties.search(folded, place.start, lead.end()):
        return None
    reach = min(place.end, lead.end() + _REACH)
    colon = folded.find(":", lead.end(), reach)
    if colon >= 0:
        return lead, colon + 1
    ends = lists.lead_ends.search(folded, lead.end(), min(reach, lead.end() + _REACH // 2))
    return (lead, ends.end()) if ends else None


def _telling(story: Story, place: Place) -> tuple[re.Match[str], int] | None:
    """The verb by which a document tells its content: "Thỏa thuận quy định việc ...", "..., trong đó tập trung ..."."""
    lists, folded = story.lists, story.folded
    for verb in story.wording.finditer(lists.tells, place.start, place.end):
        following = TOKEN.findall(folded[verb.end() : min(place.end, verb.end() + _REACH)])
        act = following and (lists.acts.longest(following, 0) or lists.openers.longest(following, 0))
        clause = _CLAUSE.split(folded[place.start : verb.start()])[-1]
        if not lists.within.match(verb.group()):
            clause = clause.rpartition(",")[2]
        documents = list(story.words.documents.finditer(clause))
        if act and documents and len(TOKEN.findall(clause[documents[-1].end() :])) <= _WIDEST_SUBJECT:
            return verb, verb.end()
    return None


def _fields(story: Story, lead: int, start: int, end: int) -> tuple[int, bool]:
    """Where the content begins, past words of cooperation before its fields, and whether it lists fields."""
    lists, folded = story.lists, story.folded
    named = lists.field_leads.search(folded, lead, min(end, start + _FIELDS_AHEAD))
    if named is None:
        return start, False
    if named.end() <= start:
        return start, True
    between = TOKEN.findall(folded[start : named.start()])
    if {",", ";", "."} & set(between) or not lists.cooperating.fullmatch(" ".join(between)):
        return start, False
    like = lists.likes.match(folded, named.end())
    return (like.end() if like else named.end()), True


def _first_told(story: Story) -> int:
    return min((one.start for agreement in story.agreements for one in agreement.evidence), default=0)
