"""For whom someone speaks: "Chúng tôi sẽ ...", ông A, Giám đốc Công ty X, cho biết."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.common_nouns import close, may_be
from camket.assemble.tellings import Actors, Story
from camket.document import Place
from camket.folding import fold
from camket.lexicon import COMPANY

_BOUND = frozenset({NameKind.ORGANISATION, NameKind.STATE})
_WIDEST = 2
_STATE = "state"
_SENTENCES_BACK = 5
_SPEECH_REACH = 40
_STANDS_FOR = re.compile(r"(?<!\w)(?:đại diện|lãnh đạo|người phát ngôn|phía) (?:của )?$")
_WIDEST_OFFICE = 24
_TOLD = re.compile(
    r",?(?: rằng)?,?(?: (?:trong|để|nhằm|từ|đến|tới|vào|sau|khi|ngoài|bên cạnh|cùng với|với|ngay|dự kiến|thời gian|năm|tháng|quý|theo)"
    r"(?: [^\s,;:.]+){1,14},(?: phía)?)? ?"
)
"""Behind a verb of speech, up to the noun of who is to act: ", để chuẩn bị hàng cho dịp lễ, "."""


def speaker(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """The body for which "chúng tôi" right before `before` is said, the place of which is that of "chúng tôi"."""
    told = [Place(*match.span()) for match in story.lists.we.finditer(story.folded, sentence.place.start, before)]
    if not told or not close(story.folded[told[-1].end : before], _WIDEST):
        return None
    for name in _speaking(story, sentence):
        for body in bodies_of(story, name):
            if name.kind is NameKind.PERSON and body.kind is NameKind.STATE:
                continue
            known = story.party_of(body)
            if known is not None and known[1].type == _STATE:
                return None  # "Chúng tôi sẽ mở cửa", who speaks for a state says much
            if known is not None:
                return told[-1], (known[1].id,), known[0].id
            if not story.agreements:
                return told[-1], ((body.core or body.place).of(story.analysis.text),), None
    return None


def own_body(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """The body of who speaks in the sentence, told by its noun right before `before`: "bà A, Giám đốc Bệnh viện X khẳng định, bệnh viện sẽ"."""
    start = sentence.place.start
    told = [(kind, noun) for kind, nouns in story.lists.sides.items()
            for noun in nouns.finditer(story.folded, start, before) if close(story.folded[noun.end() : before], _WIDEST)]  # fmt: skip
    persons = [name for name in story.analysis.names_in(sentence) if _speaks(story, name)] if told else []
    for kind, noun in told:
        person = next((one for one in reversed(persons) if one.extent.end <= noun.start()), None)
        if person is None or not _announces(story, story.folded[person.extent.end : noun.start()]):
            continue
        for body in bodies_of(story, person):
            alike = may_be(story, body, kind, noun.group()) or (kind == COMPANY and not body.type)  # Mia Group
            if body.kind is not NameKind.ORGANISATION or not alike or not _governs(story, noun.group(), body):
                continue
            place, known = Place(*noun.span()), story.party_of(body)
            if known is not None:
                return place, (known[1].id,), known[0].id
            return place, ((body.core or body.place).of(story.analysis.text),), None
    return None


def _speaks(story: Story, name: Name) -> bool:
    """Whether a person is named, or a body whose representative is told of: "đại diện Công ty X cho biết công ty sẽ"."""
    stands = _STANDS_FOR.search(story.folded, max(0, name.extent.start - _WIDEST_OFFICE), name.extent.start)
    return name.kind is NameKind.PERSON or (name.kind is NameKind.ORGANISATION and stands is not None)


def _announces(story: Story, said: str) -> bool:
    """Whether what is said between a person and a noun is a verb of speech, an aside behind it or not: "cho biết, thời gian tới, "."""
    verbs = story.lists.announces.finditer(said)
    return any(_TOLD.fullmatch(said, one.end()) for one in verbs)


def _governs(story: Story, noun: str, body: Name) -> bool:
    """Whether a noun of localities is one of the body's: "thành phố" stands for "UBND thành phố X", and for no "Sở"."""
    locality = story.words.lexicon.locality_words.longest(noun.split(), 0)
    return locality is None or noun in body.place.of(story.folded)


def bodies_of(story: Story, name: Name) -> list[Name]:
    """The bodies that a person stands for by the office told here or elsewhere; of a body itself that one."""
    if name.kind is not NameKind.PERSON:
        return [name]
    office = office_of(story, name)
    place = office.title if office else None
    return [one for one in story.analysis.names_within(place)
            if one.kind in _BOUND and place.covers(one.place)] if place else []  # fmt: skip


def office_of(story: Story, person: Name) -> Name | None:
    """The name with its office, here or elsewhere in the text, by which the person is no private one."""
    said = fold(person.place.of(story.analysis.text)).split()
    for one in chain((person,), story.analysis.names_near(said[-1])):
        full = fold(one.place.of(story.analysis.text)).split() if one.title is not None else []
        if full and said in (full[-len(said) :], full[: len(said)]):
            return one
    return None


def _speaking(story: Story, sentence: Sentence) -> Iterator[Name]:
    """Those who are told to speak in the sentence, in the next, or in one a little before, of the same paragraph first."""
    around = story.analysis.sentences[max(0, sentence.index - _SENTENCES_BACK) : sentence.index + 2]
    near = [one for one in around if one.index >= sentence.index and one.block is sentence.block]
    before = [one for one in reversed(around) if one.index < sentence.index and one.block is sentence.block]
    beyond = [one for one in reversed(around) if one.block is not sentence.block]
    for one in [*near, *before, *beyond]:
        for name in story.analysis.names_in(one):
            reach = name.extent.end, min(one.place.end, name.extent.end + _SPEECH_REACH)
            speech = story.lists.speech.search(story.folded, *reach) or story.lists.vows.search(story.folded, *reach)
            if speech and re.search(r"[.;:]", story.folded[name.extent.end : speech.start()]) is None:
                yield name
