"""Subjects followed at once by an act, where a list or "theo đó" says that they undertake it: "Sở X cử ...", "Sở X: cử ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.analysis import Sentence, Token
from camket.assemble.actors import subject as subject_before
from camket.assemble.anchors import PASSIVE, Anchor, opens_clause, words_before
from camket.assemble.common_nouns import side
from camket.assemble.tellings import Actors, Story
from camket.document import Place
from camket.lexicon import TOKEN

_LONGEST_NOUN = 16
_LEAD_REACH, _LONGEST_FRONT = 70, 4
_LONGEST_IN_ROW = 3
_OF = "của"
_THEN = " và "
_DASH = "-"
"""Behind a body it says what that is: "Công ty X – ứng dụng gọi xe hàng đầu – sẽ ..."."""
_RATHER = re.compile(r"(?<=[^,;.] )mà (?=\w)")
_NEWS = re.compile(r"tin[,.;]")
_PLURALS, _LEVELS = frozenset({"các", "những"}), ["các", "cấp"]
_NOT_ONLY = (["không", "chỉ"], ["không", "những"])
"""Before the first of two acts: "X không chỉ nhận sinh viên mà còn cử kỹ sư"."""
_THESE = (["này"], ["ấy"], ["kia"])
_TELLS = ("chia sẻ", "nhận")
_COLON = re.compile(r"\s*(?:\([^()]*\)\s*)?:\s*")


def bare(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """Subjects followed at once by an act, where a list or "theo đó" says that they undertake it."""
    found: list[Anchor] = []
    tokens = story.analysis.tokens[sentence.index]
    after = 0
    for number, token in enumerate(tokens):
        if number < after or not place.covers(token.place) or _cuts_word(story, sentence, token.place.start):
            continue
        if _speaks(story, token.place.start) or story.lists.opinions.match(story.folded, token.place.start):
            continue
        act = story.lists.acts.longest([one.folded for one in tokens[number : number + 6]], 0)
        if act is None and not _some_verb(story, sentence, token.place.start):
            continue
        after = number + (act[0] if act else 1)
        counted = number > 0 and tokens[number - 1].folded in _PLURALS  # "Hội Phụ nữ các cấp thành lập ..."
        if counted or [one.folded for one in tokens[after : after + 1]] in _THESE:
            continue  # "đoàn thanh tra này"
        front = _front(story, tokens, number)
        subject = subject_before(story, sentence, tokens[front].place.start, firm=True, widest=1)
        if subject is None and (manner := _manner(story, tokens, number)) < number:
            subject = subject_before(story, sentence, tokens[manner].place.start, firm=True, widest=1)
        if (
            subject is not None
            and not (found and found[-1].start == subject[0].start)
            and story.lists.we.fullmatch(subject[0].of(story.folded)) is None
            and (act is not None or subject[2] is not None)
            and not story.lists.done.search(story.folded, subject[0].end, token.place.start)
            and not story.folded.endswith(PASSIVE, subject[0].end, token.place.start - 1)
            and (opens_clause(story, sentence, subject[0]) or (found and _all_then(story, subject[0], subject[1])))
            and story.folded[subject[0].end : token.place.start].strip() != _DASH
            and (subject[1] == "all" or not _in_row(story, sentence, subject[0]))
            and not story.lists.no_undertaking.search(_clause_before(story, sentence, subject[0].start))
            and not _hoped(story, sentence, subject[0].start)
            and not story.thought(sentence, subject[0].start)
        ):
            sure = not _is_no_act(story, tokens, number, after) or story.lists.spread_acts.match(
                story.folded, token.place.start
            )
            content = _instead(story, place, Place(subject[0].end, token.place.start))
            if content is not None:
                found.append(Anchor(subject[0].start, content, subject[1], subject[2], firm=False, sure=bool(sure)))
    return found


def _all_then(story: Story, subject: Place, actors: Actors) -> bool:
    """Whether all parties are the subject that "và" leads to, after what some of them do: "X cấp vốn, Y cấp đất và hai bên cùng quản lý ..."."""
    return actors == "all" and story.folded.endswith(_THEN, 0, subject.start)


def _in_row(story: Story, sentence: Sentence, subject: Place) -> bool:
    """Whether the common noun at `subject` ends a row of them: "để người dân, doanh nghiệp biết", "các quận, huyện, xã phối hợp"."""
    before = story.folded[sentence.place.start : subject.start].rstrip()
    if not before.endswith(",") or not story.analysis.text[subject.start].islower():
        return False
    said = before[:-1].split()[-_LONGEST_IN_ROW:]
    words = story.words.lexicon.locality_words
    locality = any((found := words.longest(said, at)) and at + found[0] == len(said) for at in range(len(said)))
    both = (f"{subject.of(story.folded)} ", " ".join([*said, ""]))  # not "đào tạo kỹ sư, công ty tuyển dụng ..."
    return locality or all(story.lists.people.search(one) for one in both)


def _is_no_act(story: Story, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether what looks like an act from `at` up to `end` is none: "tổ chức quốc tế", "mở ra", "chỉ đạo của huyện"."""
    said = [one.folded for one in tokens[at : at + 6]]
    other = story.lists.nouns.longest(said, 0) or story.lists.tails.longest(said, 0)
    return other is not None or said[end - at : end - at + 1] == [_OF]


def _front(story: Story, tokens: Sequence[Token], at: int) -> int:
    """Where "hằng năm", "có trách nhiệm" or "các cấp" begins that ends right before the token `at`, else `at`."""
    said = [one.folded for one in tokens[max(0, at - _LONGEST_FRONT) : at]]
    if said[-len(_LEVELS) :] in (_LEVELS, *_NOT_ONLY):
        return at - len(_LEVELS)
    for start in range(len(said)):
        often = story.lists.frequencies.longest(said, start)
        if (often and start + often[0] == len(said)) or story.lists.sure.fullmatch(" ".join(said[start:])):
            return at - len(said) + start
    return at


def _manner(story: Story, tokens: Sequence[Token], at: int) -> int:
    """Where the adverbs begin that end right before the token `at`: "các bên thường xuyên cung cấp"; `at` where there are none."""
    said = [one.folded for one in tokens[max(0, at - _LONGEST_FRONT) : at]]
    for start in range(len(said)):
        manner = story.lists.adverbs.longest(said, start) if said[start][0].isalnum() else None
        if manner and start + manner[0] == len(said):
            return at - len(said) + start
    return at


def tasks(story: Story, sentence: Sentence, place: Place) -> list[Anchor]:
    """Parties with a colon after them, as in "Theo phân công, Sở X: cử ...; Hội Y: vận động ..."."""
    found: list[Anchor] = []
    for name in story.analysis.names_in(sentence):
        known = story.party_of(name) if place.covers(name.place) else None
        rest = story.analysis.text[name.extent.end : place.end]
        colon = _COLON.match(rest)
        before = story.folded[place.start : name.extent.start].split()
        part = bool(before) and before[-1] in story.lists.prepositions  # "theo nhu cầu của tỉnh X: mỗi năm 20 bác sĩ"
        if known is not None and colon and not part:
            found.append(
                Anchor(name.extent.start, name.extent.end + colon.end(), (known[1].id,), known[0].id, firm=True)
            )
    return found


def _instead(story: Story, place: Place, gap: Place) -> int | None:
    """Where the act after `gap` begins; after "không" that with "mà" before it, if there is one: "X không giảm mà cấp"."""
    only = gap.of(story.folded).split() in _NOT_ONLY
    if only or story.lists.no_undertaking.search(story.folded, gap.start, gap.end) is None:
        return gap.end
    rather = _RATHER.search(story.folded, gap.end, place.end)
    return rather.end() if rather else None


def _hoped(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a word of hope stands right before `at` in its clause; "khi nhận được tin, " ends with news."""
    start = at - len(words_before(story, sentence, at).rpartition(";")[2])
    told = story.wording.finditer(story.lists.hopes, start, at)  # "giao", and not "chuyển giao"
    return any(not _NEWS.match(story.folded, one.start()) for one in told)


def _clause_before(story: Story, sentence: Sentence, at: int) -> str:
    """The words of the clause before `at`; none where "thống nhất việc" ends them, by which an act is told."""
    said = re.split(r"[,;:.]", words_before(story, sentence, at))[-1]
    told = any(one.end() == len(said.rstrip()) for one in story.lists.told_acts.finditer(said))
    return "" if told else said


def _after_name(story: Story, sentence: Sentence, at: int) -> bool:
    short = story.short_names.ending(story.analysis.text, max(sentence.place.start, at - _LEAD_REACH), at)
    ends = [name.extent.end for name in story.analysis.names_in(sentence)] + [place.end for place, _, _ in short]
    return any(end in {at - 1, at} for end in ends)


def _cuts_word(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether the syllable at `at` goes on with a word; right after a name or "hai bên" segmentation is not believed."""
    return (
        story.wording.inside(at)
        and not _after_name(story, sentence, at)
        and not _after_everyone(story, at)
        and not _after_side(story, sentence, at)
    )


def _after_side(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a common noun that stands for a party ends right before `at`: "Đài phát bản tin"."""
    return _side_right_before(story, sentence, at) is not None


def _side_right_before(story: Story, sentence: Sentence, at: int) -> Place | None:
    """The common noun for a party that ends right before `at`, and is no verb: "tổ chức cầu truyền hình" has none."""
    common = side(story, sentence, at)
    if common is None or common[0].end != at - 1:
        return None
    return None if story.lists.acts.longest(common[0].of(story.folded).split(), 0) else common[0]


def _after_everyone(story: Story, at: int) -> bool:
    reach = story.lists.everyone.finditer(story.folded, max(0, at - _LONGEST_NOUN), at)
    return any(match.end() == at - 1 for match in reach)


def _speaks(story: Story, at: int) -> bool:
    """Whether the verb at `at` only brings in what someone says: "X nhận định: ...", "X chia sẻ rằng ...", "X chia sẻ, bà con ..."."""
    if story.lists.speech.match(story.folded, at):
        return True
    act = story.lists.acts.longest(TOKEN.findall(story.folded[at : at + _LONGEST_NOUN]), 0)
    after = TOKEN.findall(story.folded[at : at + 2 * _LONGEST_NOUN])[act[0] if act else 1 :]
    said = story.folded[at:].startswith(_TELLS) and after[:1] == [","]
    return after[:1] in ([":"], ["rằng"]) or (said and story.lists.acts.longest(after, 1) is None)


def _some_verb(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a verb that is in no list stands right after a name: "theo thỏa thuận, Sở X trích ..."."""
    noun = _side_right_before(story, sentence, at)
    joined = noun is not None and story.wording.inside(at) and story.wording.verb(noun.start)
    return (
        (_after_name(story, sentence, at) or noun is not None)
        and (story.wording.verb(at) or joined)  # "Đài phát bản tin": segmentation makes one word of the first two
        and story.lists.no_acts.match(story.folded, at) is None
    )
