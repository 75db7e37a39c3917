"""What the document, or the project that it is about, will do: "Thỏa thuận sẽ cho phép ...", "Dự án sẽ xây dựng ..."."""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.anchors import opens_clause
from camket.assemble.tellings import Story, Telling
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_WORKS = frozenset({"dự án", "đề án"})
_CLAUSE = re.compile(r", ")
_ALSO = re.compile(r"(?P<noun>dự án|đề án)(?: này)? (?:cũng|còn) ")
"""What a project will do besides what the sentence before told: "Bên cạnh đó, dự án cũng xây dựng ..."."""
_REACH = 40
_CONFIDENCE = 0.6
_RULE, _WILL = "commitment.content", " sẽ "


def self_told(story: Story, sentence: Sentence) -> list[Telling]:
    """The acts, of which an agreement consists, that a sentence tells as those of its document or project; no effects."""
    lists, folded = story.lists, story.folded
    if not story.agreements:
        return []
    found: list[Telling] = []
    begin = max(sentence.place.start, story.first_told)
    for will in (*lists.content_wills.finditer(folded, begin, sentence.place.end), *_also(story, sentence, begin)):
        following = TOKEN.findall(folded[will.end() : will.end() + _REACH])
        act = lists.acts.longest(following, 0) if following else None
        subject = Place(will.start(), will.end("noun"))
        effects = [lists.results, lists.outcomes, lists.purposes]
        effects += [] if will["noun"] in _WORKS else [lists.transitive]
        effect = following and any(words.longest(following, 0) for words in effects)
        if act is None or effect or not opens_clause(story, sentence, subject):
            continue
        if story.thought(sentence, will.start()) or story.quoted(sentence, will.start()):
            continue
        if lists.speech.search(folded, sentence.place.start, will.start()):
            continue
        further = _CLAUSE.search(folded, will.end(), sentence.place.end)
        again = further is not None and lists.content_nouns.match(folded, further.end())
        place = Place(will.end(), further.start() if again and further else sentence.place.end)
        agreement = story.agreement_at(place)
        found.append(Telling(CommitmentKind.AREA, place, "all", agreement, _RULE, _CONFIDENCE))
    return found[:1]


def _also(story: Story, sentence: Sentence, begin: int) -> list[re.Match[str]]:
    """Where the project does more, behind a sentence of its paragraph that tells what will be done."""
    before = story.analysis.sentences[sentence.index - 1] if sentence.index else sentence
    goes_on = before.block is sentence.block and story.folded.find(_WILL, before.place.start, before.place.end) >= 0
    return list(_ALSO.finditer(story.folded, begin, sentence.place.end)) if goes_on else []
