"""Those who are counted and have no name, and what they vow: "68 hộ kinh doanh đã ký cam kết ...", "Theo bản cam kết, các hộ ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Sentence
from camket.assemble.anchors import Anchor
from camket.assemble.tellings import Actors, Story
from camket.assemble.undertaken import known_act
from camket.document import Place
from camket.lexicon import TOKEN

_GROUP = re.compile(r"(?<![\w.,/])(?:(?:hơn|trên|gần|khoảng) )?(?:\d[\d.]*(?:/\d+)?|hàng trăm|hàng chục) (?=\w)")
_THERE_ARE, _LONGEST_DESCRIPTION = "có ", 9
_CLOSES = re.compile(r"[,;:.(]|(?<!\w)(?:được|bị|đã|không|chưa|có|là|mà|và|với|cho|để|phải|khi|nếu|nói|biết)(?!\w)")
_BY_THEIR_VOW = re.compile(
    r"(?:cụ thể, )?theo (?:nội dung )?(?:bản )?(?:cam kết|giao ước)(?: này| đã ký)?, (?:tất cả )?(?:các|những) "
)
_WILL = re.compile(r" (?:(?:sẽ|phải|cùng|đều) )*(?=\w)")
_SIGNED = re.compile(r"(?<!\w)(?:(?:đã|vừa|cùng) )*(?:ký|kí)(?: kết| vào| tên vào)? ")
"""What those did who vow: "68 hộ đã ký vào bản cam kết"."""
_NOT = "không "
_SENTENCES_BACK = 4


def counted_group(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """Those of one kind who are counted, and vow something by `verb`: "68 hộ kinh doanh tuyến phố X đã ký cam kết ..."."""
    if story.lists.vows.search(verb.of(story.folded)) is None:
        return None
    place = next(_groups(story, Place(sentence.place.start, verb.start)), None)
    return (place, (place.of(story.analysis.text),), None) if place else None


def by_their_vow(story: Story, sentence: Sentence) -> list[Anchor]:
    """What those who were counted before do by the vow that they have signed: "Theo bản cam kết, các hộ không bày hàng ..."."""
    opened = _BY_THEIR_VOW.match(story.folded, sentence.place.start, sentence.place.end)
    noun = story.lists.crowds.match(story.folded, opened.end()) if opened and not story.agreements else None
    begun = _WILL.match(story.folded, noun.end()) if noun else None
    if noun is None or begun is None:
        return []
    if not (story.folded.startswith(_NOT, begun.end()) or known_act(story, begun.end())):
        return []
    before = story.analysis.sentences[max(0, sentence.index - _SENTENCES_BACK) : sentence.index]
    told = (group for one in reversed(before) for vow in story.lists.vows.finditer(story.folded, one.place.start, one.place.end)
            for group in _groups(story, Place(one.place.start, vow.start()), signed=True))  # fmt: skip
    alike = (group for group in told if f" {noun.group()}" in group.of(story.folded))
    group = next(alike, None)
    if group is None:
        return []
    return [Anchor(noun.start(), begun.end() - 1, (group.of(story.analysis.text),), None, firm=True, sure=True)]


def _groups(story: Story, place: Place, *, signed: bool = False) -> Iterator[Place]:
    """Those of one kind whom a number tells in `place`, with what tells which they are, up to its end, or to "đã ký" where it is `signed`.

    That has no verb and no other words for who acts: "12 doanh nghiệp được cấp phép", "3 bộ, ngành".
    """
    end = place.end
    if signed and (act := _SIGNED.search(story.folded, place.start, place.end)):
        end = act.start()
    for told in _GROUP.finditer(story.folded, place.start, end):
        noun = story.lists.crowds.match(story.folded, told.end())
        rest = story.folded[noun.end() : end] if noun else ""
        described = TOKEN.findall(rest)
        there_are = story.folded.endswith(_THERE_ARE, 0, told.start())  # "Hiện có 152 thôn ký cam kết" counts them
        if noun is None or there_are or len(described) > _LONGEST_DESCRIPTION or _CLOSES.search(rest):
            continue
        if not any(story.lists.acts.longest(described, at) for at in range(len(described))):
            yield Place(told.start(), noun.end() + len(rest.rstrip()))
