"""Labels: whose what follows a colon is, "Bưu điện tỉnh: ...", "2. Với Trường X: ..."."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.common_nouns import headed, partners, side
from camket.assemble.tellings import Actors, Story
from camket.document import Place
from camket.folding import fold

_COLON = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ)\s*)?:\s*")
_LABEL = re.compile(r"^[^:]{3,60}:\s*")
_WITH = "với "
_ITEM_RULES = frozenset({"signing.listed", "document.between"})
_WHOSE = re.compile(
    r"(?:[\divx]{1,4}[.)]\s*|[a-z][.)]\s*)?(?:(?:quyền và )?(?:trách nhiệm|nhiệm vụ|nghĩa vụ)(?: và quyền(?: hạn| lợi)?)? của |đối với )"
)
_SIDES = re.compile(
    r"(?:về phía |phía |trách nhiệm của )?(?P<noun>(?:các|hai|ba|bốn) [^:.;,]{2,60}?)(?: có trách nhiệm)?\s*:\s*"
)


def labelled(story: Story, sentence: Sentence, place: Place) -> tuple[Place, Actors, str] | None:
    """What stands after the party that the list item begins with and a colon: "Bưu điện tỉnh:", "Trách nhiệm của Sở X:".

    A line that tells whose duties follow needs no colon: "1. Trách nhiệm của Sở X".
    """
    if not story.agreements:
        return None
    whose = tells_whose(story, place)
    return (_of_whom(story, sentence, Place(whose.end(), place.end)) if whose else None) or _labelled(
        story, sentence, place
    )


def tells_whose(story: Story, place: Place) -> re.Match[str] | None:
    """The words that the place begins with by which what follows is someone's duty: "Trách nhiệm của", "Đối với"."""
    return _WHOSE.match(story.folded, place.start, place.end)


def _of_whom(story: Story, sentence: Sentence, place: Place) -> tuple[Place, Actors, str] | None:
    """What stands after the party, named or told by a noun, that the place begins with and a colon or its end."""
    colon = story.folded.find(":", place.start, place.end)
    line = colon < 0 and place.end == sentence.block.place.end
    end = place.end if line else colon
    said = Place(place.start, place.start + len(story.analysis.text[place.start : max(end, place.start)].rstrip(" .")))
    if end < 0 or not said.of(story.folded):
        return None
    rest = end + (not line)
    rest += len(story.analysis.text[rest : place.end]) - len(story.analysis.text[rest : place.end].lstrip())
    called = story.called(said.of(story.analysis.text))
    if called is not None:
        return Place(rest, place.end), (called[1].id,), called[0].id
    common = side(story, sentence, said.end, owning=True)
    whole = common is not None and common[0] == said
    return (Place(rest, place.end), common[1], common[2]) if common and whole and common[2] else None


def _labelled(story: Story, sentence: Sentence, place: Place) -> tuple[Place, Actors, str] | None:
    label, colon_mark, _ = place.of(story.analysis.text).partition(":")
    called = story.called(label) if colon_mark else None
    if called is not None:
        after = place.start + len(label) + 1
        after += len(story.analysis.text[after : place.end]) - len(story.analysis.text[after : place.end].lstrip())
        return Place(after, place.end), (called[1].id,), called[0].id
    if (plural := _plural_label(story, sentence, place)) is not None:
        return plural
    for name in story.analysis.names_in(sentence):
        known = story.party_of(name) if name.place.start - place.start in range(3) else None
        colon = _COLON.match(story.analysis.text[name.extent.end : place.end]) if known else None
        if known is not None and colon:
            return Place(name.extent.end + colon.end(), place.end), (known[1].id,), known[0].id
    return None


def _plural_label(story: Story, sentence: Sentence, place: Place) -> tuple[Place, Actors, str] | None:
    """What stands after several parties told by a noun and a colon: "Về phía các ngân hàng:", "Các Sở Du lịch:"."""
    side = _SIDES.match(story.folded, place.start, place.end)
    if side is None:
        return None
    several = partners(story, sentence, side.end("noun")) or headed(story, side.start("noun"), side.end("noun"))
    whole = several is not None and several[0].start == side.start("noun") and several[0].end == side.end("noun")
    return (Place(side.end(), place.end), several[1], several[2]) if several and whole and several[2] else None


def other_body(story: Story, place: Place) -> tuple[Place, tuple[str, ...], None] | None:
    """What stands after a body that is no party, and a colon, in a list that tells whose duties it is: "Công an thị xã: ..."."""
    label = _LABEL.match(place.of(story.analysis.text))
    said = label.group().rstrip(" :") if label else ""
    head = story.words.lexicon.heads.longest(fold(said).split(), 0) if said else None
    if label is None or head is None or not said[0].isupper():
        return None
    named = any(
        name.kind is NameKind.ORGANISATION and name.place.start == place.start
        for name in story.analysis.names_within(place)
    )
    return (Place(place.start + label.end(), place.end), (said,), None) if named else None


def with_partner(story: Story, sentence: Sentence, place: Place) -> tuple[Place, str] | None:
    """What stands after the "Với Trường X:" that `place` begins with, and the agreement with that partner.

    The item of a list that is known to tell of an agreement's parties needs no "với": "- Trường X:", "- X - Y:".
    """
    if not story.agreements:
        return None
    told = _item_of_parties(story, sentence)
    if told is None and story.folded.startswith(_WITH, place.start):
        start = place.start + len(_WITH)
        name = next((one for one in story.analysis.names_in(sentence) if one.extent.start == start), None)
        known = story.party_of(name) if name else None
        told = (name.extent.end, known[0].id) if name and known else None
    colon = _COLON.match(story.analysis.text, told[0], sentence.place.end) if told else None
    return (Place(colon.end(), sentence.place.end), told[1]) if told and colon else None


def _item_of_parties(story: Story, sentence: Sentence) -> tuple[int, str] | None:
    """Where the parties end with which the item begins, and their agreement, which is told there: "Hợp đồng giữa X và Y: ..."."""
    start = sentence.place.start
    for agreement in story.agreements:
        for one in agreement.evidence:
            begins = one.field == "signing" and one.rule in _ITEM_RULES and start <= one.start < sentence.place.end
            if begins and not any(mark.isalnum() for mark in story.folded[start : one.start]):
                return one.end, agreement.id
    return None
