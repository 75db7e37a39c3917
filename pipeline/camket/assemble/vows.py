"""The bodies that vow, team up or affirm something in a document that reports no agreement: what more they will do counts too."""

from __future__ import annotations

from collections.abc import Iterator

from camket.analysis import Name, NameKind
from camket.assemble.tellings import Story
from camket.assemble.undertakings import anchors
from camket.document import BlockKind, Place
from camket.folding import fold

_PAIR = 2
_ALSO = "cũng sẽ"
_AND_BODY = frozenset({" và ", " - ", " – "})


def vowed(story: Story) -> frozenset[str]:
    """The bodies that vow something in a document that reports no agreement, folded."""
    firm = [anchor for sentence in story.analysis.sentences
            if not story.agreements and story.lists.vows.search(story.folded, sentence.place.start, sentence.place.end)
            for anchor in anchors(story, sentence, sentence.place, listed=False, goes_on=False)
            if story.lists.vows.search(story.folded, anchor.start, anchor.content)]  # fmt: skip
    actors = {fold(actor) for anchor in firm if anchor.actors != "all" for actor in anchor.actors}
    actors |= {fold((name.core or name.place).of(story.analysis.text)) for name in _vow_above_list(story)}
    bodies: set[str] = set()
    for sentence in sorted(
        story.analysis.sentences,
        key=lambda one: not any(one.place.covers(Place(each.start, each.start)) for each in firm),
    ):
        if bodies == actors:
            break  # most are names of the sentences in which they vow
        bodies |= actors & {fold(name.place.of(story.analysis.text)) for name in story.analysis.names_in(sentence)
                            if name.kind is NameKind.ORGANISATION}  # fmt: skip
    return frozenset(bodies)


def _vow_above_list(story: Story) -> Iterator[Name]:
    """The body that each sentence tells to vow what is listed below it: "Công ty X cam kết:"."""
    for sentence in story.analysis.sentences if not story.agreements else ():
        if not story.folded.endswith(":", sentence.place.start, sentence.place.end):
            continue
        for vow in story.lists.vows.finditer(story.folded, sentence.place.start, sentence.place.end):
            yield from (name for name in story.analysis.names_in(sentence)
                        if name.kind is NameKind.ORGANISATION and name.extent.end == vow.start() - 1)  # fmt: skip


def teamed(story: Story) -> frozenset[str]:
    """The bodies that a headline tells to team up in a document that reports no agreement, folded: "X hợp tác với Y"."""
    teaming = story.lists.teaming
    for line in story.analysis.sentences if not story.agreements else ():
        if line.block.kind is not BlockKind.HEADLINE or not teaming.search(
            story.folded, line.place.start, line.place.end
        ):
            continue  # names are read of few lines only
        bodies = [name for name in story.analysis.names_in(line) if name.kind is NameKind.ORGANISATION]
        if len(bodies) < _PAIR:
            continue
        first, second = bodies[0].extent, bodies[1].extent
        verb = teaming.search(story.folded, first.end, second.start)
        beside = story.folded[first.end : second.start] in _AND_BODY
        verb = teaming.match(story.folded, second.end + 1) if beside else verb
        if verb is not None and (beside or len(story.folded[first.end : verb.start()].split()) < _PAIR):
            return frozenset(fold((name.core or name.place).of(story.analysis.text)) for name in bodies)
    return frozenset()


def affirmed(story: Story) -> frozenset[str]:
    """The bodies that affirm something in a document that reports no agreement, folded; what they "cũng sẽ" do counts too."""
    if story.agreements or _ALSO not in story.folded:
        return frozenset()
    found = (one for sentence in story.analysis.sentences
             for one in anchors(story, sentence, sentence.place, listed=False, goes_on=False) if one.actors != "all")  # fmt: skip
    return frozenset(fold(actor) for one in found for actor in one.actors)
