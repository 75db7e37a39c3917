"""What other bodies give or take on right beside a pledge, where no agreement is reported: "X cam kết ủng hộ 4 tỷ đồng; Y góp 20 con bò"."""

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
_BEGINS = re.compile(r"(?:^|[;,]) ?(?:còn |và |riêng |phía )?$")


def gives(story: Story, at: int) -> bool:
    """Whether a verb begins at `at` by which money or goods are given."""
    said = TOKEN.findall(story.folded[at : at + _REACH])
    return bool(said) and said[0] in _GIVES


def given_beside(story: Story, sentence: Sentence, place: Place) -> Iterator[Anchor]:
    """The bodies that clauses of the sentence begin with, and what they give or take on, below a pledge of the same paragraph."""
    start = sentence.block.place.start
    if story.agreements or story.lists.firm.search(story.folded, start, place.end) is None:
        return
    for name in story.analysis.names_in(sentence):
        clause = story.folded[place.start : name.extent.start]
        own = name.kind is NameKind.ORGANISATION and bool(name.type) and _BEGINS.search(clause)
        pledged = own and story.lists.firm.search(story.folded, start, name.extent.start) is not None
        content = _content(story, name) if pledged else None
        if content is not None:
            actor = (name.core or name.place).of(story.analysis.text)
            yield Anchor(name.extent.start, content, (actor,), None, firm=False, sure=True)


def _content(story: Story, name: Name) -> int | None:
    """Where what the body gives or takes on begins, right behind its name; None where it does neither."""
    takes = _TAKES_ON.match(story.folded, name.extent.end)
    if takes is not None:
        return takes.end() - 1 if known_act(story, takes.end()) else None
    also = _ALSO.match(story.folded, name.extent.end)
    return also.end() - 1 if also and gives(story, also.end()) and known_act(story, also.end()) else None
