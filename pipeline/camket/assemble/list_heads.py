"""The lines that head a list of what is agreed, or a part of one."""

from __future__ import annotations

import re

from camket.analysis import Sentence
from camket.assemble.tellings import Story, Telling
from camket.document import BlockKind, Place

_LONGEST_LINE = 12
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s")
_NUMBERED_TOPIC = re.compile(r"\d{1,2}[.)] về [^.;:]{3,80}:?")
_BULLET = re.compile(r"[-–+•*] ")
_DOCUMENTS = re.compile(
    r"(?:các|những|\d{1,2}|hai|ba|bốn|năm) (?P<noun>\w+(?: \w+)?)(?: này| trên| nói trên)? (?:bao gồm|gồm có|gồm|là):"
)


def heads_list(story: Story, sentence: Sentence) -> bool:
    """Whether what is agreed follows in a list: "Hai bên hợp tác ra sao?", "Những điểm mới của phụ lục", "Các hợp đồng này bao gồm:"."""
    said = sentence.place.of(story.folded)
    asked = said.endswith("?") and story.lists.asked.search(said) and sentence.block.place.end == sentence.place.end
    return bool(
        asked
        or _titles_list(story, sentence)
        or story.lists.only_leads.fullmatch(said)
        or _lists_documents(story, said)
    )


def _titles_list(story: Story, sentence: Sentence) -> bool:
    """Whether it is a short line on the content of a document, above a list: "Những điểm mới của phụ lục"."""
    after = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    said = sentence.place.of(story.folded)
    line = sentence.place == sentence.block.place and len(said.split()) <= _LONGEST_LINE and said[-1].isalnum()
    listed = (
        bool(after) and after[0].block.kind is BlockKind.LIST_ITEM and sentence.block.kind is not BlockKind.LIST_ITEM
    )
    named = story.words.documents.search(said) is not None or story.lists.everyone.search(said) is not None
    return line and listed and story.lists.leads.search(said) is not None and named


def _lists_documents(story: Story, said: str) -> bool:
    """Whether what is signed follows in a list: "Các hợp đồng này bao gồm:"."""
    led = _DOCUMENTS.fullmatch(said)
    return led is not None and story.words.documents.fullmatch(led["noun"]) is not None


def heads_part(story: Story, sentence: Sentence, place: Place) -> bool:
    """Whether the item, at `place` without its bullet, only heads those after it, or is a label of a form."""
    label = story.words.form_labels.match(story.folded, place.start, place.end)
    return _leads_part(story, place) or _heads_deeper(story, sentence) or label is not None


def heads_vows(story: Story, sentence: Sentence, listed: Telling) -> bool:
    """Whether a numbered line of what one body vows only tells what the items with bullets below it are about: "1. Về môi trường"."""
    below = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    numbered = _NUMBERED_TOPIC.fullmatch(story.folded, sentence.place.start, sentence.place.end)
    bulleted = bool(below) and _BULLET.match(story.folded, below[0].place.start) is not None
    return listed.agreement is None and numbered is not None and bulleted


def _leads_part(story: Story, place: Place) -> bool:
    """Whether the item only heads those after it: "4. Nội dung chính của Thỏa thuận:"."""
    return place.of(story.folded).endswith(":") and story.lists.leads.match(story.folded, place.start) is not None


def _heads_deeper(story: Story, sentence: Sentence) -> bool:
    """Whether the item only heads those of its number right below it: "1. Về nước thải", and then "1.1. Nạo vét hồ"."""
    number = _NUMBER.match(story.folded, sentence.place.start, sentence.place.end)
    below = story.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    return number is not None and bool(below) and story.folded.startswith(f"{number['number']}.1", below[0].place.start)
