"""The bodies that vow, team up or affirm something in a document that reports no agreement: what they list, and what more they will do, counts too."""

from __future__ import annotations

from collections.abc import Iterator

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.tellings import Story, Telling
from camket.assemble.undertakings import anchors
from camket.document import BlockKind, Place
from camket.folding import fold
from camket.records import CommitmentKind

_PAIR = 2
_OPENING = 8
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
        bodies |= actors & {fold(form.of(story.analysis.text)) for name in story.analysis.names_in(sentence)
                            if name.kind is NameKind.ORGANISATION for form in (name.place, name.core or name.place)}  # fmt: skip
    short = {name.acronym.of(story.folded) for body in bodies for name in story.analysis.names_near(body)
             if name.acronym and name.core and name.core.of(story.folded) == body}  # fmt: skip
    return frozenset(bodies | short)


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


def list_of_vows(story: Story, sentence: Sentence) -> Telling | None:
    """A list to come of what one body undertakes, where it or what stands above it says so: "... 5 cam kết sau:"."""
    if story.agreements or story.analysis.text[sentence.place.end - 1] != ":":
        return None
    headlines = [one for one in story.analysis.sentences[:_OPENING] if one.block.kind is BlockKind.HEADLINE]
    around = [*headlines, *story.analysis.sentences[max(0, sentence.index - 1) : sentence.index + 1]]
    told = any(story.lists.vows.search(story.folded, one.place.start, one.place.end) for one in around)
    bodies = [name for one in [sentence, *around] for name in story.analysis.names_in(one)
              if told and name.kind is NameKind.ORGANISATION]  # fmt: skip
    if not bodies:
        return None
    several = story.lists.everyone.search(story.folded, sentence.place.start, sentence.place.end)
    actor = _full_name(story, (bodies[0].core or bodies[0].place).of(story.analysis.text))
    return Telling(CommitmentKind.PLEDGE, sentence.place, "all" if several else (actor,), None, "commitment.vow", 0.8,
                   needs_act=False)  # fmt: skip


def _full_name(story: Story, short: str) -> str:
    """The first name with a head in the text that ends with `short`, or the only one that begins so; else `short` itself.

    "X" is "Công ty X", and so is "Công ty" where no other firm is named.
    """
    named = (name for one in story.analysis.sentences for name in story.analysis.names_in(one))
    said = [(name.core or name.place).of(story.analysis.text) for name in named
            if name.kind is NameKind.ORGANISATION and name.type]  # fmt: skip
    begun = {fold(full): full for full in said if fold(full).startswith(fold(short) + " ")}
    ending = (full for full in said if fold(full).endswith(" " + fold(short)))
    return next(ending, next(iter(begun.values())) if len(begun) == 1 else short)
