"""What is undertaken: where it begins, and whether it is an act."""

from __future__ import annotations

import re

from camket.analysis import NameKind, Sentence
from camket.assemble.tellings import THAT, Story
from camket.document import Place
from camket.lexicon import COUNTS, TOKEN

_LEAD_REACH, _CUE_REACH = 70, 30
_WILL = "sẽ"
_AS_OF, _TOGETHER = "ra", "cùng "
_BEFORE_WHOM, _NO_CLAUSE = frozenset({"với", "cùng"}), frozenset({"của", "này", "đó"})
_SETTLES = "thống nhất"
_IS = "là"
_CLAUSE_WILL = re.compile(r" (?!.*\brằng\b)\w.*? sẽ(?!\w)")
_OPENS = re.compile(rf'(?:{THAT})?:? "?')
"""Before what is said in words of its own."""
_BASIS = re.compile(r"\W*(?:căn cứ|dựa trên|dựa vào|bám sát)(?: vào)? [^,;.]{3,70}?,? để(?= \w)")
"""On what an act rests that is told before it: "sẽ căn cứ kế hoạch chung để triển khai ..."."""
_AHEAD = re.compile(
    r",? (?:trong )?(?:thời gian|giai đoạn|những năm|năm) (?:tới|tiếp theo)(?: đây)?,?(?: sẽ| cần| cần phải| tiếp tục(?= tục))?(?= \w)"
)
"""When something is done that is agreed on: "thống nhất trong thời gian tới cần đẩy mạnh ..."."""
_ALREADY = "đã "
_TO = re.compile(r" (?:với|cùng|trước) (?:(?:các|những|toàn thể|đông đảo|hàng trăm|toàn dân) )?")
"""Before those to whom something is promised: "cam kết với toàn thể cử tri"."""
_HEARD = re.compile(r"(?: [^\W\d]+){0,4}?(?::| rằng| là)")
"""Behind them, before what is promised: "với cử tri xã X: ..."."""
_ALL_OF_THEM = re.compile(r"\s*(?:toàn bộ|tất cả|mọi|100 ?%) (?:[^\s,;]+ ){1,9}?(?:đạt|được|đều|không)(?!\w)")
"""What "cam kết" assures of all of something: "cam kết toàn bộ 45 ha rau đạt chuẩn"."""


def content_of(story: Story, verb: Place, *, firm: bool) -> tuple[int, bool]:
    """Where what is undertaken by `verb` begins, and whether it counts even if it begins with no known act."""
    lists, said = story.lists, verb.of(story.folded)
    if (basis := _BASIS.match(story.folded, verb.end)) and known_act(story, basis.end() + 1):
        return basis.end(), False
    ahead = _AHEAD.match(story.folded, verb.end) if firm else None
    if ahead and known_act(story, ahead.end() + 1):
        return ahead.end(), True
    if firm and (other := _says_who(story, verb.end)):
        return other, known_act(story, other + 1) or some_act(story, other + 1)
    begin = verb.end + 1
    announced = not story.agreements and lists.announces.search(said) is not None
    sure = lists.sure.fullmatch(said) is not None or (not announced and some_act(story, begin))
    sure = sure or (firm and _aims(story, begin))
    act = said.removeprefix(f"{_WILL} ")
    own = act in lists.own_acts and not (firm or known_act(story, begin) or some_act(story, begin))
    own = own or (act in lists.own_acts and _bare_act(story, begin))
    settles = act == _SETTLES and (act != said or story.folded.endswith(f"{_WILL} ", 0, verb.start))
    own = own or (settles and not (known_act(story, begin) or some_act(story, begin)))
    return (verb.end - len(act), True) if own else (verb.end, sure)


def _says_who(story: Story, at: int) -> int | None:
    """Where "sẽ" ends that a common noun for who undertakes stands before at `at`: "hứa (rằng) huyện sẽ ...", 'hứa: "Huyện sẽ ...'."""
    opened = _OPENS.match(story.folded, at)
    if opened is None:
        return None
    nouns = (noun for pattern in story.lists.sides.values() if (noun := pattern.match(story.folded, opened.end())))
    will = f" {_WILL} "
    return next((noun.end() + len(will) - 1 for noun in nouns if story.folded.startswith(will, noun.end())), None)


def assured(story: Story, verb: Place) -> int | None:
    """Where what "cam kết" at `verb` assures begins: "toàn bộ số tiền sẽ được ...", or the act after "trong 3 tháng sẽ"."""
    vow = verb.start + len(_ALREADY) * story.folded.startswith(_ALREADY, verb.start)
    if story.lists.vows.match(story.folded, vow) is None:
        return None
    if (heard := _heard(story, verb.end)) is not None:
        return heard
    said = re.split(r"[,;:.]", story.folded[verb.end : verb.end + _LEAD_REACH])[0]
    will = _CLAUSE_WILL.match(said)
    first = TOKEN.findall(said)[:1]
    if _ALL_OF_THEM.match(said):
        return verb.end
    if will is None or known_act(story, verb.end + 1):
        return None
    if story.lists.times.match(said.lstrip()) or first[0][0].isdigit() or first[0] in _BEFORE_WHOM:
        return verb.end + will.end()
    return None if set(first) & (story.lists.prepositions | _NO_CLAUSE) else verb.end


def _heard(story: Story, at: int) -> int | None:
    """Where what is promised begins behind those at `at` to whom it is: "với cử tri: ...", "với bà con rằng trong năm nay sẽ ..."."""
    opened = _TO.match(story.folded, at)
    if opened is None:
        return None
    hearers = story.lists.hearers.match(story.folded, opened.end())
    to = Place(opened.end(), opened.end() + 1)
    named = (name.extent.end for name in story.analysis.names_within(to) if name.place.start == to.start)
    told = hearers.end() if hearers else next(named, None)
    if told is None:
        return None
    ends = _HEARD.match(story.folded, told)
    begin = ends.end() if ends else told
    will = _CLAUSE_WILL.match(re.split(r"[,;:.]", story.folded[begin : begin + _LEAD_REACH])[0])
    if will and story.lists.times.match(story.folded, begin + 1):
        begin += will.end()
    return begin if known_act(story, begin + 1) else None


def fills_office(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether who holds an office is told at `at`: "cử 3 phó chủ tịch", "bầu ông A", "giới thiệu đồng chí B làm ..."."""
    words = list(TOKEN.finditer(story.folded, at, min(sentence.place.end, at + _LEAD_REACH)))
    said = [word.group() for word in words]
    act = story.lists.appointing.longest(said, 0) if said else None
    if act is None:
        return False
    after = act[0] + (said[act[0]] == _AS_OF) if act[0] < len(said) else len(said)
    after += after < len(said) and (said[after].isdigit() or said[after] in COUNTS)
    if after >= len(said) or story.words.lexicon.offices.longest(said, after):
        return after < len(said)
    start = words[after].start()
    return any(
        name.kind is NameKind.PERSON and name.extent.start == start for name in story.analysis.names_in(sentence)
    )


def known_act(story: Story, at: int) -> bool:
    """Whether the verb of an act begins at `at`, adverbs and "việc" before it left out."""
    words, lists = TOKEN.findall(story.folded[at : at + _CUE_REACH]), story.lists
    start = 0
    while start < len(words) and (front := lists.adverbs.longest(words, start) or lists.openers.longest(words, start)):
        start += front[0]
    return start < len(words) and story.lists.acts.longest(words, start) is not None


def tells_act(story: Story, at: int) -> bool:
    """Whether an act begins at `at`, by a verb of the lists or any other: "Nhận hồ sơ tại nhà"."""
    return known_act(story, at) or story.wording.verb(at)


def definite_act(story: Story, at: int) -> bool:
    """Whether the verb of an act begins at `at`, and no word like "tăng cường", by which those who speak promise nothing."""
    return known_act(story, at) and not story.lists.transitive.longest(
        TOKEN.findall(story.folded[at : at + _CUE_REACH]), 0
    )


def some_act(story: Story, at: int) -> bool:
    """Whether a verb begins at `at`, in a list or not, that tells of an act to come."""
    lends = story.lists.spread_acts.match(story.folded, at) is not None
    at += len(_TOGETHER) if story.folded.startswith(_TOGETHER, at) else 0  # "hai bên sẽ cùng biên dịch giáo trình"
    return lends or (story.wording.verb(at) and story.lists.no_acts.match(story.folded, at) is None)


def _bare_act(story: Story, at: int) -> bool:
    """Whether the clause at `at` is the verb of an act and no more, which then is an object: "chịu trách nhiệm xây dựng."."""
    words = TOKEN.findall(story.folded[at : at + _CUE_REACH])
    opener = story.lists.openers.longest(words, 0) if words else None
    words = words[opener[0] :] if opener else words
    act = story.lists.acts.longest(words, 0) if words else None
    return act is not None and words[act[0] : act[0] + 1] in ([], ["."], [";"])


def is_something(story: Story, at: int) -> bool:
    """Whether "là" at `at` tells what the subject will be, and no part that it takes: "X sẽ là phần mềm hiện đại"."""
    if story.lists.spread_acts.match(story.folded, at):
        return False
    words = TOKEN.findall(story.folded[at : at + _LEAD_REACH])
    part = story.lists.openers.longest(words, 0)
    return words[:1] == [_IS] and (part is None or part[0] == 1)


def _aims(story: Story, at: int) -> bool:
    """Whether an aim is told at `at` by a verb: "hướng tới mục tiêu ..."."""
    aim = story.lists.purposes.longest(TOKEN.findall(story.folded[at : at + _CUE_REACH]), 0)
    return aim is not None and aim[0] > 1
