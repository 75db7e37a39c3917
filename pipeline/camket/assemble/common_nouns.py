"""Common nouns that stand for a party: "phía tỉnh", "tập đoàn", "Đài"."""

from __future__ import annotations

import re

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.tellings import Actors, Holder, Story
from camket.document import Place
from camket.folding import fold
from camket.lexicon import TOKEN

NO_DOCUMENTS = frozenset({"chương trình", "dự án"})
"""Words for documents that things to be done have too: "Hai bên xây dựng chương trình đào tạo kỹ sư"."""
_THIS = " này"
_HOUSE = "nhà "
_OF = "của"
_WIDEST_ASIDE = 24
_LONGEST_NOUN = 16
_LEAD = 3
_REACH = 40
_YEARLY = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng|cuối|đầu|từng) (?:mỗi )?năm $")
_PLURAL = re.compile(r"(?:cả )?các (?P<head>\w+(?: \w+){0,7})")


def side(
    story: Story, sentence: Sentence, before: int, *, owning: bool = False
) -> tuple[Place, Actors, str | None] | None:
    """A common noun that stands for the one party of its type, or for that with this head: "phía tỉnh", "Đài".

    It may be `owning` what is told before: "trách nhiệm của nhà trường".
    """
    if not story.agreements:
        return None
    near = max(sentence.place.start, before - _REACH)
    this = next(reversed(list(story.lists.this_body.finditer(story.folded, near, before))), None)
    if this and close(story.folded[this.end() : before], 2) and (told := _meant_by(story, Place(*this.span()))):
        return Place(*this.span()), (told[0][1].id,), told[0][0].id
    for pattern, holders in story.nouns:
        matches = list(pattern.finditer(story.folded, near, before))
        found = _holder(story, sentence, Place(*matches[-1].span()), holders, owning=owning) if matches else None
        widest = 0 if found is not None and _may_act(story, found[0]) else 2
        if found is not None and widest == 0 and _acts_next(story, before):
            continue  # "Đồng thời, tổ chức tập huấn ..." has no organisation
        if found is not None and close(story.folded[found[0].end : before], widest):
            return found
    return None


def side_at(
    story: Story, sentence: Sentence, at: int, *, owning: bool = False
) -> tuple[Place, Actors, str | None] | None:
    """The party that a common noun right at `at` stands for."""
    for pattern, holders in story.nouns if story.agreements else ():
        noun = pattern.match(story.folded, at)
        found = _holder(story, sentence, Place(*noun.span()), holders, owning=owning) if noun else None
        if found is not None:
            return found
    return None


def _acts_next(story: Story, at: int) -> bool:
    """Whether the verb of an act, and none like "sẽ", begins at `at`."""
    said = TOKEN.findall(story.folded[at : at + _LONGEST_NOUN])
    return (
        bool(said)
        and story.lists.acts.longest(said, 0) is not None
        and story.lists.plain.match(story.folded, at) is None
    )


def _may_act(story: Story, noun: Place) -> bool:
    """Whether the noun is the verb of an act as well: "tổ chức 100 lớp tập huấn" has no body."""
    said = noun.of(story.folded).split()
    act = story.lists.acts.longest(said, 0)
    return act is not None and act[0] == len(said)


def partners(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """What stands right before `before` for the parties of a type, where there are several: "các doanh nghiệp", "công an các tỉnh"."""
    near = max(sentence.place.start, before - _REACH)
    parties = {party.id: party for one in story.agreements for party in one.parties}
    for kind, pattern in story.lists.partners.items():
        meant = tuple(party.id for party in parties.values() if party.type == kind)
        for match in pattern.finditer(story.folded, near, before) if len(meant) > 1 else ():
            owner = TOKEN.findall(story.folded[near : match.start()])[-1:]
            if close(story.folded[match.end() : before], 2) and not set(owner) & story.lists.prepositions:
                place = Place(*match.span())
                return place, "all" if len(meant) == len(parties) else meant, story.agreement_at(place)
    return _alike(story, near, before)


def headed(story: Story, start: int, end: int) -> tuple[Place, Actors, str | None] | None:
    """The parties, two or more, whose names begin with what "các" at `start` tells of, up to `end`: "các Sở Du lịch"."""
    told = _PLURAL.match(story.folded, start, end)
    agreement = next((one for one in story.agreements if len(one.parties) > 1), None)
    if told is None or agreement is None:
        return None
    words = told["head"].split()
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        meant = tuple(party.id for party in agreement.parties if f"{fold(party.name)} ".startswith(f"{head} "))
        if len(meant) > 1:
            place = Place(start, told.start("head") + len(head))
            return place, "all" if len(meant) == len(agreement.parties) else meant, agreement.id
    return None


def _alike(story: Story, near: int, before: int) -> tuple[Place, Actors, str | None] | None:
    """All parties, told by the plural of the noun that each of their names begins with: "các báo" for "Báo X" and "Báo Y"."""
    agreement = next((one for one in story.agreements if len(one.parties) > 1), None)
    heads = {fold(party.name).split()[0] for party in agreement.parties} if agreement else set()
    if agreement is None or len(heads) != 1:
        return None
    said = re.compile(rf"(?<!\w)(?:cả )?\w+ {re.escape(heads.pop())}(?!\w)")
    last = next(reversed(list(said.finditer(story.folded, near, before))), None)
    if last is None or not close(story.folded[last.end() : before], 2):
        return None
    count = last.group().split()[-2]
    plural = count in story.lists.plurals or story.lists.numbers.get(count) == len(agreement.parties)
    place = Place(*last.span())
    return (place, "all", story.agreement_at(place)) if plural else None


def _ends_time(story: Story, at: int) -> bool:
    """Whether "năm" right before `at` is a year and no five: "Mỗi năm công ty sẽ ...", "trong ba năm công ty sẽ ..."."""
    dated = any(date.place.end == at - 1 for date in story.analysis.dates)
    return dated or _YEARLY.search(story.folded, max(0, at - _LONGEST_NOUN), at) is not None


def _holder(
    story: Story, sentence: Sentence, place: Place, holders: list[Holder], *, owning: bool = False
) -> tuple[Place, Actors, str | None] | None:
    """The one of `holders` that the noun at `place` stands for: "this", the one called so, or that of the agreement told last."""
    if _inside_longer(story, place) or _begins_longer(story, place):
        return None  # "hợp tác xã" is no "xã"
    before = story.folded[max(sentence.place.start, place.start - _REACH) : place.start].split()[-1:]
    if before and " ".join([*before, place.of(story.folded)]) in story.words.lexicon.compounds:
        return None  # "cán bộ" is no "bộ"
    plural = set(before) & story.lists.plurals and not _ends_time(story, place.start)
    if plural or (before == [_OF] and not owning):
        return None  # "những doanh nghiệp gặp thiên tai" are no party, nor is "tài sản của doanh nghiệp"
    if any(name.extent.overlaps(place) and name.place != place for name in story.analysis.names_in(sentence)):
        return None
    if not _one(holders) and story.folded[place.end : place.end + len(_THIS)] == _THIS:
        holders, place = _told_last(story, place), Place(place.start, place.end + len(_THIS))
    if not _one(holders):
        noun = place.of(story.folded).removeprefix("phía ")
        holders = _fitting(story, holders, noun)
        called = _called(holders, noun) or _called(holders, noun.removeprefix(_HOUSE))
        called = called or _called(holders, fold(story.words.lexicon.expansions.get(noun, noun)))  # "HTX"
        last = [pair for pair in _told_last(story, place) if any(pair[1].name == party.name for _, party in holders)]
        told = story.agreement_at(place)
        near = last or [(one, party) for one, party in called or holders if one.id == told]
        holders = called if _one(called) else near
    return (place, (holders[0][1].id,), holders[0][0].id) if _one(holders) else None


def _fitting(story: Story, holders: list[Holder], noun: str) -> list[Holder]:
    """The holders without those that the noun never stands for: a "chủ đầu tư" is no bank, a "nhà thầu" no board of projects."""
    never = story.lists.never.get(noun, ())
    return [(one, party) for one, party in holders if not fold(party.name).startswith(never)] if never else holders


def _one(holders: list[Holder]) -> bool:
    return len({party.name for _, party in holders}) == 1


def _inside_longer(story: Story, place: Place) -> bool:
    """Whether the noun at `place` is but the end of one for another kind of body."""
    start = max(0, place.start - _LONGEST_NOUN)
    return any(match.start() < place.start < match.end() for pattern in story.lists.sides.values()
               for match in pattern.finditer(story.folded, start, place.end))  # fmt: skip


def _begins_longer(story: Story, place: Place) -> bool:
    """Whether a word goes on after the noun at `place`: "đoàn viên", but not "Đài phát", where a verb does."""
    following = TOKEN.findall(story.folded[place.end : place.end + _LONGEST_NOUN])
    said = place.of(story.folded).split()
    head = story.words.lexicon.heads.longest([*said, *following], 0)
    if head is not None and head[0] > len(said):
        return True  # "ủy ban" of "ủy ban nhân dân"
    verb = bool(following) and story.lists.acts.longest(following, 0) is not None
    return story.wording.inside(place.end + 1) and not verb and not story.wording.verb(place.start)


def tells_affair(story: Story) -> bool:
    """Whether headline or lead tell of a case or a quarrel."""
    lead = story.analysis.sentences[: _LEAD + 1]
    return any(story.words.affairs.search(story.folded, one.place.start, one.place.end) for one in lead)


def lone_body(story: Story, sentence: Sentence, before: int) -> tuple[Place, Actors, str | None] | None:
    """A common noun for the body of its type told last, where the document reports no agreement: "doanh nghiệp cam kết"."""
    if story.agreements:
        return None
    named = story.words.documents.finditer(story.folded, sentence.place.start, before)
    old = any(one.group() not in NO_DOCUMENTS for one in named)  # "theo hợp đồng" that is no news
    if old or tells_affair(story):
        return None
    near = max(sentence.place.start, before - _REACH)
    for kind, pattern in story.lists.sides.items():
        for match in reversed(list(pattern.finditer(story.folded, near, before))):
            place = Place(*match.span())
            plural = set(story.folded[near : place.start].split()[-1:]) & (
                story.lists.plurals | story.lists.prepositions
            )
            if plural or _counted(story, near, place.start) or not close(story.folded[place.end : before], 2):
                continue
            names = story.analysis.names_in(sentence)
            inside = any(name.extent.overlaps(place) and name.place != place for name in names)
            body = None if inside else _body_before(story, sentence, place, kind, pattern)
            if body is not None:
                return place, ((body.core or body.place).of(story.analysis.text),), None
    return None


def _counted(story: Story, near: int, at: int) -> bool:
    """Whether the noun at `at` is told with how many there are: "khoảng 50 ngân hàng đã thỏa thuận"."""
    said = story.folded[near:at].split()[-1:]
    counted = bool(said) and (said[0].isdigit() or said[0] in story.lists.numbers)
    return counted and not _ends_time(story, at)


def _body_before(story: Story, sentence: Sentence, place: Place, kind: str, common: re.Pattern[str]) -> Name | None:
    """The body of the type told last before `place` by more than a common noun: one that vows something, else one with this head."""
    noun = place.of(story.folded)
    bodies = [name for one in reversed(story.analysis.sentences[: sentence.index + 1])
              for name in reversed(story.analysis.names_in(one))
              if name.kind is NameKind.ORGANISATION and may_be(story, name, kind, noun) and name.extent.end <= place.start
              and not common.fullmatch(name.place.of(story.folded))]  # fmt: skip
    vowing = [
        name for name in bodies if story.vowed and story.is_one_of(name.place.of(story.analysis.text), story.vowed)
    ]
    headed = [name for name in bodies if name.place.of(story.folded).startswith(noun + " ")]
    return next(iter([*vowing, *headed, *bodies]), None)


def may_be(story: Story, body: Name, kind: str, noun: str) -> bool:
    """Whether the noun, of bodies of this type, may stand for the body: by its type, or as "ngân hàng" for "Ngân hàng X"."""
    return body.type == kind or body.place.of(story.folded).startswith(f"{noun} ")


def _called(holders: list[Holder], noun: str) -> list[Holder]:
    """Those of several parties of one type whose names have the noun: "tỉnh" is UBND tỉnh X, and not Công an huyện Y."""
    said = re.compile(rf"(?<!\w){re.escape(noun)}(?!\w)")
    return [(one, party) for one, party in holders
            if any(said.search(fold(form)) for form in (party.name, *party.aliases))]  # fmt: skip


def _meant_by(story: Story, place: Place) -> list[Holder]:
    """The one party whose name begins with the noun of "ngân hàng này", else that told last before it."""
    noun = place.of(story.folded).removesuffix(_THIS)
    held = [(one, party) for one in story.agreements for party in one.parties
            if fold(party.name).startswith(f"{noun} ")]  # fmt: skip
    return held[:1] if len({party.id for _, party in held}) == 1 else _told_last(story, place)


def _told_last(story: Story, place: Place) -> list[Holder]:
    """The party told last before `place`, for "liên minh này"."""
    told = story.analysis.names_before(place.start)
    known = next(filter(None, map(story.party_of, told)), None)
    return [known] if known else []


def close(gap: str, widest: int) -> bool:
    """Whether nothing but a few words, or an aside between commas, stands in the gap."""
    tokens = TOKEN.findall(gap)
    if tokens == [","] and widest > 1:
        return True
    if len(tokens) <= widest and not {",", ".", ";", ":"} & set(tokens):
        return True
    aside = len(tokens) > 1 and tokens[0] == tokens[-1] and tokens[0] in {",", "-"} and ";" not in tokens
    return (aside and len(tokens) <= _WIDEST_ASIDE and widest > 1) or (
        bool(tokens) and tokens[0] == "(" and tokens[-1] == ")"
    )
