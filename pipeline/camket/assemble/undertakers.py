"""Who undertakes by a verb: the subject before it, one that is elided, one that someone speaks for."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.actors import before_concession, opening, spoken_of
from camket.assemble.actors import subject as subject_before
from camket.assemble.anchors import opens_clause
from camket.assemble.common_nouns import lone_body
from camket.assemble.crowds import counted_group
from camket.assemble.speakers import own_body
from camket.assemble.tellings import THAT, Actors, Story
from camket.assemble.undertaken import assured, known_act
from camket.document import Place
from camket.folding import fold

_CUE_REACH = 30
_WILL, _ALSO = "sẽ", "cũng sẽ"
_AND = " và"
_SIGNS = ("ký ", "đã ký ")
_ONCE = re.compile(r"(?<!\w)từng(?!\w)")
_JOINED = (",", " và", " đồng thời")


def undertaker(
    story: Story, sentence: Sentence, verb: Place,
    *, firm: bool, anyone: bool,
) -> tuple[Place, Actors, str | None] | None:  # fmt: skip
    """Who undertakes by `verb`: the body of who speaks, the subject before it, else one elided, else the body that a common noun stands for."""
    own = own_body(story, sentence, verb.start) if firm or story.vowed or story.agreements else None
    if own is not None:
        return own
    subject = subject_before(story, sentence, verb.start, firm=anyone)
    if subject is not None and firm and _is_common(story, subject[1]):
        return lone_body(story, sentence, verb.start) or subject
    if subject is None and firm:
        subject = _elided(story, sentence, verb) or lone_body(story, sentence, verb.start)
        subject = subject or spoken_of(story, sentence, verb.start) or counted_group(story, sentence, verb)
    if subject is None and story.affirmed and verb.of(story.folded) == _ALSO:
        also = _who_did(story, sentence, verb.start, story.affirmed)
        return also and (also[0], tuple(fullest(story, one) for one in also[1]), also[2])
    known = story.vowed | story.teamed
    return subject or (_who_did(story, sentence, verb.start, known) if known else None)


def announced(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """The body that someone is told to speak for: "Ông A khẳng định (rằng) Sở X sẽ ..."."""
    if not verb.of(story.folded).startswith(_WILL):
        return None
    of_both = story.lists.both_will.search(story.folded, sentence.place.start, sentence.place.end) is not None
    telling = [story.lists.announcing, *([story.lists.announces] if story.agreements or of_both else [])]
    own = own_body(story, sentence, verb.start) if story.vowed or story.agreements else None
    if own or not any(verbs.search(story.folded, sentence.place.start, verb.start) for verbs in telling):
        return own
    found = subject_before(story, sentence, verb.start, firm=True) or lone_body(story, sentence, verb.start)
    if found is None and (says := _says_when(story, sentence, verb.start)):
        return subject_before(story, sentence, says, firm=True)
    if found is None:
        return None
    before = story.folded[sentence.place.start : found[0].start].rstrip(" ,:").removesuffix(THAT)
    said = [one for verbs in telling for one in verbs.finditer(before, max(0, len(before) - _CUE_REACH))]
    if not any(one.end() == len(before) for one in said):
        return None
    place, actors, agreement = found
    told_in_full = actors == "all" or agreement is not None
    return found if told_in_full else (place, tuple(fullest(story, one) for one in actors), None)


def _says_when(story: Story, sentence: Sentence, at: int) -> int | None:
    """Where "khẳng định" begins in "X khẳng định tới năm 2020 sẽ ...", with nothing but a time between it and `at`."""
    time = next((date.place for date in story.analysis.dates_in(sentence) if date.place.end in {at - 1, at - 2}), None)
    if time is None:
        return None
    verbs = story.lists.announcing.finditer(story.folded, sentence.place.start, time.start)
    return next((one.start() for one in verbs if not story.folded[one.end() : time.start].strip(" ,")), None)


def fullest(story: Story, short: str) -> str:
    """The only longer name of a body in the text that begins as `short` does: "UBND tỉnh Hà Nam" for "UBND tỉnh"."""
    near = story.analysis.names_near(fold(short))
    said = {(name.core or name.place).of(story.analysis.text) for name in near
            if name.kind is NameKind.ORGANISATION and name.type}  # fmt: skip
    longer = {fold(one): one for one in said if fold(one).startswith(fold(short) + " ")}
    return next(iter(longer.values())) if len(longer) == 1 else short


def _elided(story: Story, sentence: Sentence, verb: Place) -> tuple[Place, Actors, str | None] | None:
    """All parties, for "Hai bên đánh giá ...; nhất trí ...": the verb after a semicolon has no subject of its own.

    After a comma it has none where all parties are the subject that the sentence begins with, and "cam kết" none
    where a body is: "Ngân hàng X cảm ơn ..., cam kết ...".
    """
    before = story.folded[sentence.place.start : before_concession(story, sentence, verb.start)].rstrip()
    everyone = story.lists.everyone.search(story.folded, sentence.place.start, verb.start)
    joined = before.endswith(_JOINED)
    place = Place(verb.start, verb.start)
    if not (joined or before.endswith(";")) or verb.of(story.folded).startswith(_SIGNS):
        return None  # "... đã tổ chức 20 buổi tuyên truyền; ký cam kết ..." goes on with what was done
    if everyone is None:
        vows = _vows_later(story, sentence, verb)
        agrees = story.lists.agreeing.match(story.folded, verb.start) is not None
        found = opening(story, sentence, verb.start) if vows or (agrees and story.agreements) else None
        several = found is not None and found[1] is not None and len(found[0]) > 1
        return (place, *found) if found and (vows or several) else None  # "A và B ký tuyên bố chung, thống nhất ..."
    if joined and not opens_clause(story, sentence, Place(*everyone.span())):
        return None
    return place, "all", story.agreement_at(place)


def _vows_later(story: Story, sentence: Sentence, verb: Place) -> bool:
    """Whether who begins the sentence vows by `verb`, which is no noun and ordered by no one: "nguyên tắc và cam kết"."""
    lists, folded = story.lists, story.folded
    if lists.vowing.match(folded, verb.start) is None or lists.agreeing.match(folded, verb.start):
        return False
    told = Place(sentence.place.start, verb.start).of(folded)
    clause = max(sentence.place.start, folded.rfind(",", 0, verb.start - 1))
    plain = not verb.of(folded).endswith(_WILL)
    asked = plain and told.rstrip().endswith(_AND) and story.search(lists.hopes, clause, verb.start) is not None
    promises = not plain or known_act(story, verb.end + 1) or assured(story, verb) is not None
    return promises and not asked and lists.past.search(told) is None and _ONCE.search(told) is None


def _who_did(
    story: Story, sentence: Sentence, before: int, bodies: frozenset[str]
) -> tuple[Place, Actors, str | None] | None:
    """The subject right before `before`, if it is one of `bodies`, which undertake something firmly elsewhere: "Công ty cũng sẽ ..."."""
    subject = lone_body(story, sentence, before) or subject_before(story, sentence, before, firm=True)
    if subject is None or not opens_clause(story, sentence, subject[0]):
        return None
    if subject[1] == "all":
        return subject if story.teamed else None
    told = story.is_one_of(subject[0].of(story.analysis.text), bodies)
    return subject if told or all(story.is_one_of(one, bodies) for one in subject[1]) else None


def _is_common(story: Story, actors: Actors) -> bool:
    """Whether the only actor is told by a common noun: "Công ty"."""
    said = fold(actors[0]) if len(actors) == 1 else ""
    return any(noun.fullmatch(said) for noun in story.lists.sides.values())
