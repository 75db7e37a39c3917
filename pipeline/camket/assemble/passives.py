"""What is told in the passive: "Các lớp tập huấn sẽ được hai bên tổ chức ..." tells what both undertake."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.common_nouns import side_at
from camket.assemble.duties import party_or_all
from camket.assemble.tellings import THAT, Story, Telling
from camket.assemble.undertakings import opens_content
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import CommitmentKind

_PASSIVE = re.compile(r"(?:\s(?:cũng|đều|còn))*\ssẽ(?: tiếp tục)?(?: cũng)? (?P<by>được|do)\s")
_CONTENT_PASSIVE = re.compile(r"(?:\s(?:cũng|đều|còn))*(?:\ssẽ)?(?: tiếp tục)?(?: cũng)? (?P<by>được|do)\s")
_ENDS = re.compile(r"[;.](?=\s|$)|,? (?:nếu|khi|sau khi) ")
_CLAUSE_ENDS = re.compile(r"[,;.](?=\s|$)")
_LONGEST_PEOPLE = 3
_DO, _WILL = "do", "sẽ"
_BEARS = re.compile(
    r" (?:đảm nhận|đảm nhiệm|đảm trách|đảm đương|phụ trách|thực hiện|chịu trách nhiệm|chủ trì|tiến hành|triển khai)\"?$"
)
_PERMITTED, _DOING, _THE_DOING = "phép ", "việc ", re.compile(r'"?việc ')
_FEWEST_WORDS, _FEWEST_BY_SOMEONE = 2, 3
_CONFIDENCE = 0.65
_RULE = "commitment.passive"


def passives(story: Story, sentence: Sentence, *, goes_on: bool) -> list[Telling]:
    """The passives of a sentence: what named actors are told to do, and where the content is told, what is done."""
    found: list[Telling] = []
    if not story.agreements:
        return found
    content = goes_on or opens_content(story, sentence)
    pattern = _CONTENT_PASSIVE if content else _PASSIVE
    for passive in pattern.finditer(story.folded, sentence.place.start, sentence.place.end):
        thing = _thing(story, sentence, passive.start())
        if thing is None:
            continue
        permitted = content and story.folded.startswith(_PERMITTED, passive.end()) and not _are_people(story, thing)
        if permitted and (right := _permitted(story, sentence, thing, passive.end())):
            found.append(right)
            continue
        if story.lists.enjoys.match(story.folded, passive.end()):
            continue
        end = _CLAUSE_ENDS.search(story.folded, passive.end(), sentence.place.end)
        clause = Place(thing.start, end.start() if end else sentence.place.end)
        actor = party_or_all(story, sentence, passive.end())
        helped = _helped(story, sentence, thing, passive.end())
        if helped is not None:
            found.append(helped)
            continue
        given = _given(story, sentence, thing, actor[0], clause.end) if actor else None
        lays_down = actor is None and story.folded.startswith(_DOING, thing.start) and opens_content(story, sentence)
        if given is None and not lays_down and _WILL not in passive.group().split():
            continue  # "sinh viên được học bổng", but "Theo thỏa thuận, việc thu thuế được thực hiện qua 14 điểm"
        borne = _borne(story, sentence, clause, thing.end) if passive["by"] == _DO else None
        if passive["by"] == _DO and borne is None and len(thing.of(story.folded).split()) < _FEWEST_BY_SOMEONE:
            continue
        if actor is not None:
            end_of_actor, actors, agreement = actor
            if story.lists.enjoys.match(story.folded, end_of_actor + 1):
                continue
            told = borne or given or (thing if _is_held(story, Place(end_of_actor, clause.end)) else clause)
            found.append(Telling(CommitmentKind.PLEDGE, told, actors, agreement, _RULE, _CONFIDENCE, needs_act=False))
        elif content and passive["by"] != _DO:
            agreement = story.agreement_at(thing)
            found.append(Telling(CommitmentKind.AREA, clause, "all", agreement, _RULE, _CONFIDENCE, needs_act=False))
    return found


def _borne(story: Story, sentence: Sentence, clause: Place, end: int) -> Place | None:
    """What is to be done, told up to `end`, where the clause ends by who takes it on: "Việc thi công sẽ do Công ty X đảm nhận"."""
    starts = (_THE_DOING.match(story.folded, at) for at in (sentence.place.start, clause.start))
    opens = next((one.end() for one in starts if one), None)
    works = opens is not None and _BEARS.search(story.folded, end, clause.end) is not None
    return Place(opens, end) if opens is not None and works else None


def _are_people(story: Story, thing: Place) -> bool:
    """Whether the subject at `thing` is customers, students or the like, for whom a permission is an effect."""
    first = thing.of(story.folded).split()[:_LONGEST_PEOPLE]
    return any(story.lists.people.fullmatch(f"{' '.join(first[: size + 1])} ") for size in range(len(first)))


def _permitted(story: Story, sentence: Sentence, thing: Place, at: int) -> Telling | None:
    """What the agreement permits by "được phép" before `at`, with who may do it: "các tàu của X sẽ được phép vào cảng Y"."""
    end = _CLAUSE_ENDS.search(story.folded, at, sentence.place.end)
    clause = Place(thing.start, end.start() if end else sentence.place.end)
    said = TOKEN.findall(story.folded[at + len(_PERMITTED) : clause.end])
    agreement = story.agreement_at(thing)
    if len(said) < _FEWEST_WORDS or agreement is None:
        return None
    return Telling(CommitmentKind.AREA, clause, "all", agreement, _RULE, _CONFIDENCE, needs_act=False)


def _is_held(story: Story, rest: Place) -> bool:
    """Whether what the actor does, told in `rest`, is but to hold or open what the subject tells: "... sẽ được hai bên phối hợp tổ chức"."""
    said = TOKEN.findall(rest.of(story.folded))
    together = story.lists.cooperate.longest(said, 0) if said else None
    return not said or story.lists.holding.longest(said, together[0] if together else 0) is not None


def _given(story: Story, sentence: Sentence, thing: Place, actor: int, end: int) -> Place | None:
    """What the actor, told up to `actor`, does for the party that `thing` is: "nhà trường sẽ được Công ty X trang bị 40 máy tính"."""
    party = side_at(story, sentence, thing.start)
    said = TOKEN.findall(story.folded[actor:end])
    act = story.lists.acts.longest(said, 0) if said else None
    whole = party is not None and party[0].end == thing.end
    return Place(actor + 1, end) if whole and act and len(said) > act[0] else None


def _helped(story: Story, sentence: Sentence, thing: Place, at: int) -> Telling | None:
    """What a party, told right at `at`, does for the people that `thing` begins with: "sinh viên sẽ được Công ty X hỗ trợ học phí"."""
    if not _are_people(story, thing):
        return None
    actor = party_or_all(story, sentence, at)
    common = None if actor else side_at(story, sentence, at)
    told, actors, agreement = actor or ((common[0].end, common[1], common[2]) if common else (at, None, None))
    if actors is None:
        return None
    end = _ENDS.search(story.folded, told, sentence.place.end)
    content = Place(told + 1, end.start() if end else sentence.place.end)
    said = TOKEN.findall(content.of(story.folded))
    act = story.lists.acts.longest(said, 0) if said else None
    if act is None or len(said) == act[0]:
        return None
    return Telling(CommitmentKind.PLEDGE, content, actors, agreement, _RULE, _CONFIDENCE)


def _thing(story: Story, sentence: Sentence, end: int) -> Place | None:
    """The place of what is to be done, from the beginning of its clause; None for documents, ceremonies, persons."""
    lists, folded = story.lists, story.folded
    start = max([sentence.place.start, *(match.end() for match in
                 re.finditer(r"[,;.:]\s", folded[: end]) if match.end() > sentence.place.start)])  # fmt: skip
    announced = _announced(story, sentence, end)
    start = max(start, announced or start)
    while opener := lists.breaks.match(folded, start):
        start = opener.end() + 1
    place = Place(start, end)
    words = TOKEN.findall(place.of(folded))
    named = any(name.place.start - start in range(2) or (name.kind is NameKind.PERSON and name.place.overlaps(place))
                for name in story.analysis.names_in(sentence))  # fmt: skip
    papers = (
        lists.leads.match(folded, start)
        or story.words.documents.search(folded, start, end)
        or story.words.ceremony.search(folded, start, end)
    )
    said = announced is None and lists.speech.search(folded, sentence.place.start, start)
    said = said or lists.hopes.search(folded, start, end)
    if named or papers or said or len(words) < _FEWEST_WORDS or story.quoted(sentence, start):
        return None
    return None if lists.everyone.match(folded, start) or lists.per.match(folded, start) else place


def _announced(story: Story, sentence: Sentence, end: int) -> int | None:
    """Where what someone announces begins before `end`: "X cho biết (rằng) những xe đầu tiên sẽ được ..."; None where nobody does."""
    said = list(story.lists.speech.finditer(story.folded, sentence.place.start, end))
    if not said or not story.lists.announces.fullmatch(said[-1].group()):
        return None
    start = said[-1].end() + len(THAT) if story.folded.startswith(THAT, said[-1].end()) else said[-1].end()
    return start + 1
