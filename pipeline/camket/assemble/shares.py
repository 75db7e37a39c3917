"""Who does what: runs of sentences in which each of several parties is told to do its share.

"Trường mở lớp riêng; câu lạc bộ trả học phí. Bệnh viện khám miễn phí." has no word of undertaking; that two parties or
more are told to act, one after the other, says that these are their shares of what was agreed.
"""

from __future__ import annotations

from camket.analysis import Sentence
from camket.assemble.anchors import Anchor
from camket.assemble.bare_acts import bare
from camket.assemble.tellings import Story
from camket.document import BlockKind
from camket.lexicon import TOKEN

_TOLD_IN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
_FEWEST_PARTIES = 2
_REACH = 40


def shares(story: Story) -> frozenset[int]:
    """The indexes of the sentences that tell shares: of a run in which two parties or more act."""
    found: set[int] = set()
    run: list[tuple[Sentence, list[Anchor]]] = []
    for sentence in [*story.analysis.sentences, None]:
        acts = _acts(story, sentence) if sentence is not None else []
        if sentence is not None and acts:
            run.append((sentence, acts))
            continue
        parties = {anchor.actors for _, anchors in run for anchor in anchors if anchor.actors != "all"}
        if len(parties) >= _FEWEST_PARTIES:
            found |= {one.index for one, _ in run}
        run = []
    return frozenset(found)


def _acts(story: Story, sentence: Sentence) -> list[Anchor]:
    """The parties that the sentence tells to act, where it begins with one of them."""
    first = min(
        (one.end for agreement in story.agreements for one in agreement.evidence if one.field == "signing"),
        default=None,
    )
    if first is None or sentence.place.start < first or sentence.block.kind not in _TOLD_IN:
        return []
    past = story.lists.background.search(story.folded, sentence.place.start, sentence.place.end)
    if past or story.lists.achieved.search(story.folded, sentence.place.start, sentence.place.end):
        return []
    return [
        one for one in bare(story, sentence, sentence.place) if one.agreement is not None and not _holds(story, one)
    ]


def _holds(story: Story, act: Anchor) -> bool:
    """Whether a ceremony or a meeting is all that the act is of: "tổ chức hội nghị", "ký quy chế"; not "trao 10 suất quà"."""
    said = TOKEN.findall(story.folded[act.content : act.content + _REACH])
    held = story.lists.holding.longest(said, 0)
    return held is not None and not "".join(said[held[0] : held[0] + 1]).isdigit()
