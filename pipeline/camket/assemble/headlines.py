"""What headlines say that someone undertakes or gives, where nothing else tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from camket.assemble.anchors import tellings_of
from camket.assemble.tellings import Story, Telling
from camket.assemble.undertakings import anchors
from camket.document import BlockKind, Place
from camket.records import CommitmentKind

_MONEY = "money"


def in_headline(story: Story) -> list[Telling]:
    """What the headline says that someone undertakes: "X cam kết ..."; it counts where nothing else tells of it."""
    lines = [one for one in story.analysis.sentences if one.block.kind is BlockKind.HEADLINE]
    told: list[Telling] = []
    for line in lines:
        found = anchors(story, line, line.place, listed=False, goes_on=False)
        told += [one for anchor, one in zip(found, tellings_of(story, found, line.place), strict=True) if anchor.firm]
    return told


def given_in_headline(story: Story, tellings: Sequence[Telling]) -> list[Telling]:
    """The money that a party gives by the headline, where nothing else tells of it: "Quỹ X cho Y vay thêm 318 triệu USD"."""
    told = " ".join(one.place.of(story.folded) for one in tellings)
    found: list[Telling] = []
    for line in story.analysis.sentences if story.agreements else ():
        if line.block.kind is not BlockKind.HEADLINE:
            continue
        for name in story.analysis.names_in(line):
            known = story.party_of(name)
            gives = story.lists.gives.match(story.folded, name.extent.end, line.place.end) if known else None
            money = [
                one
                for one in story.analysis.amounts_in(line)
                if one.kind == _MONEY and gives and one.place.start >= gives.start()
            ]
            if known and gives and money and money[0].place.of(story.folded) not in told:
                place = Place(gives.start("act"), line.place.end)
                found.append(
                    Telling(
                        CommitmentKind.PLEDGE,
                        place,
                        (known[1].id,),
                        known[0].id,
                        "commitment.headline",
                        0.65,
                        sure=True,
                    )
                )
                break
    return found
