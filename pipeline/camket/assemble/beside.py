"""What is undertaken right beside a pledge, where no agreement is reported: "X cam kết ủng hộ 4 tỷ đồng; Y góp 20 con bò"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.anchors import Anchor
from camket.assemble.tellings import Story
from camket.assemble.undertaken import known_act
from camket.document import Place
from camket.lexicon import TOKEN

_REACH = 30
_GIVES = frozenset({"tặng", "trao", "ủng", "hỗ", "tài", "đóng", "dành", "trích", "quyên", "góp"})
"""The first syllables of verbs by which money or goods are given."""
_TAKES_ON = re.compile(r"(?: thì| cũng| xin)? (?:đảm nhận|đảm nhiệm|nhận lo)(?: việc)? ")
_ALSO = re.compile(r"(?: thì| cũng| xin)? ")
_WILL = re.compile(r" (?:cũng )?sẽ ")
_ALONE = ("riêng ", "còn ", "về phía ")
_SIDES = frozenset({NameKind.STATE, NameKind.PLACE})
_BEGINS = re.compile(r"(?:^|[;,]) ?(?:còn |và |riêng |phía )?$")


def gives(story: Story, at: int) -> bool:
    """Whether a verb begins at `at` by which money or goods are given."""
    said = TOKEN.findall(story.folded[at : at + _REACH])
    return bool(said) and said[0] in _GIVES


def beside_pledge(story: Story, sentence: Sentence, place: Place) -> Iterator[Anchor]:
    """What those undertake with whom clauses of the sentence begin, below a pledge of the same paragraph.

    Bodies give or take on something where another pledges; a side "sẽ" do something where both agreed on something.
    """
    start = _from(story, sentence)
    if story.agreements or story.lists.firm.search(story.folded, start, place.end) is None:
        return
    for name in story.analysis.names_in(sentence):
        before = Place(start, name.extent.start)
        begins = _BEGINS.search(story.folded[place.start : name.extent.start]) is not None
        if not begins or story.lists.firm.search(story.folded, before.start, before.end) is None:
            continue
        body = name.kind is NameKind.ORGANISATION and bool(name.type)
        content = _given(story, name) if body else _agreed(story, name, before) if name.kind in _SIDES else None
        if content is not None:
            actor = (name.core or name.place).of(story.analysis.text)
            yield Anchor(name.extent.start, content, (actor,), None, firm=False, sure=True)


def _from(story: Story, sentence: Sentence) -> int:
    """Where the paragraph begins, or the one before it whose pledge "Riêng X" goes on with."""
    start = sentence.block.place.start
    first = next((one for one in story.analysis.sentences if one.block is sentence.block), sentence)
    goes_on = first.index > 0 and story.folded.startswith(_ALONE, start)
    return story.analysis.sentences[first.index - 1].block.place.start if goes_on else start


def _agreed(story: Story, name: Name, before: Place) -> int | None:
    """Where begins what the side will do, right behind its name, if both agreed on something `before`; else None."""
    will = _WILL.match(story.folded, name.extent.end)
    both = will and story.lists.everyone.search(story.folded, before.start, before.end)
    agreed = both and story.lists.agreeing.search(story.folded, both.end(), before.end)
    return will.end() - 1 if will and agreed and known_act(story, will.end()) else None


def _given(story: Story, name: Name) -> int | None:
    """Where what the body gives or takes on begins, right behind its name; None where it does neither."""
    takes = _TAKES_ON.match(story.folded, name.extent.end)
    if takes is not None:
        return takes.end() - 1 if known_act(story, takes.end()) else None
    also = _ALSO.match(story.folded, name.extent.end)
    return also.end() - 1 if also and gives(story, also.end()) and known_act(story, also.end()) else None
