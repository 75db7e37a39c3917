"""Duties that a sentence tells of a party: as its subject ("Trách nhiệm của X là ..."), or as what the document asks of it."""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.anchors import Anchor
from camket.assemble.common_nouns import side_at
from camket.assemble.tellings import Actors, Story
from camket.document import Place
from camket.lexicon import TOKEN

_SIDE = "phía "
_IS = re.compile(r" (?:là|gồm|bao gồm)(?: phải)?(?=[ :])")
_IMPOSES = re.compile(r"(?: [^\s,;:.]+){0,4}? (?:ràng buộc|buộc|bắt buộc|yêu cầu|đòi hỏi|giao(?: cho)?)(?: cả)? ")
"""Behind the document, before whom it obliges: "Hợp đồng số 7 ràng buộc ..."."""
_RULES = re.compile(r"(?: [^\s,;:.]+){0,3}? (?:quy định|nêu|ghi|xác định)(?: rõ)? ")
"""Behind the document, before a duty: "Hợp đồng nêu rõ trách nhiệm của X là ..."."""
_MUST = re.compile(r"(?: phải| cần| có trách nhiệm| có nghĩa vụ)?(?= )")
_LONGEST_ACT = 24


def duties(story: Story, sentence: Sentence) -> list[Anchor]:
    """The duties of a party that the sentence begins to tell."""
    return [one for one in (_named(story, sentence), _imposed(story, sentence)) if one is not None]


def _named(story: Story, sentence: Sentence) -> Anchor | None:
    """What a sentence begins to tell as the duty of a party: "Trách nhiệm của Sở X là tuyên truyền ..."."""
    document = story.words.documents.match(story.folded, sentence.place.start)
    rules = _RULES.match(story.folded, document.end(), sentence.place.end) if document else None
    duty = story.lists.duties.match(story.folded, rules.end() if rules else sentence.place.start)
    who = _who(story, sentence, duty.end()) if duty else None
    tells = _IS.match(story.folded, who[0]) if who else None
    if who is None or tells is None:
        return None
    return Anchor(tells.end() if rules else sentence.place.start, tells.end(), who[1], who[2], firm=True)


def _imposed(story: Story, sentence: Sentence) -> Anchor | None:
    """What the document obliges a party to do: "Hợp đồng yêu cầu nhà trường bố trí ..."."""
    document = story.words.documents.match(story.folded, sentence.place.start)
    imposes = _IMPOSES.match(story.folded, document.end(), sentence.place.end) if document else None
    who = _who(story, sentence, imposes.end()) if imposes else None
    must = _MUST.match(story.folded, who[0]) if who else None
    if who is None or must is None:
        return None
    acts = TOKEN.findall(story.folded[must.end() : must.end() + _LONGEST_ACT])
    act = story.lists.acts.longest(acts, 0) or story.lists.openers.longest(acts, 0) if acts else None
    return Anchor(sentence.place.start, must.end(), who[1], who[2], firm=True) if act or must.group() else None


def _who(story: Story, sentence: Sentence, at: int) -> tuple[int, Actors, str | None] | None:
    """Who is told right at `at`, a party by its name or by a common noun, or all of them."""
    noun = side_at(story, sentence, at, owning=True)
    return party_or_all(story, sentence, at) or (noun and (noun[0].end, noun[1], noun[2]))


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
