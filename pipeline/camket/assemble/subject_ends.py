"""Where the subject of an agreement ends: at a mark, a partner, another document, the states that it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.details import SIGN
from camket.assemble.tellings import Story
from camket.document import Place
from camket.lexicon import TOKEN
from camket.records import AgreementKind

_AND, _PARTNER = re.compile(r"(?:,(?: và| cùng(?: với)?)?| và| cùng(?: với)?) "), " với "
_ALSO, _BESIDE = " và ", "cùng"
_BETWEEN, _TOLD = "giữa", re.compile(r"(?<!\w)(?:sẽ|đã|được|bị|là|do)(?!\w)")
"""Up to "giữa" a row of what the document is about goes on, if no clause does: "về an ninh, trật tự, công tác chữa cháy giữa X và Y"."""
_TIES = re.compile(r"(?<!\w)(?:kết nối|liên kết|gắn kết|hợp tác|phối hợp|trao đổi|giao lưu) $")
_LONGEST_NOUN = 16
_BRACKET = re.compile(r" ?\([^()]*\)")
_DASH = "-"
_YEAR, _TIME = "năm", re.compile(r" (?:\d|nay|sau|tới|trước|qua|học|vừa|tiếp|đầu|cuối|thứ|mới|liên)")
"""What "năm" ends a subject before: it is a number too, and part of names: "bưởi năm roi"."""
_LETS = re.compile(r"\s*cho phép ")
_LONGEST_NAME = 8
_REPLACES = re.compile(r",? thay (?:thế cho|thế|cho) ")
_OF_DOCUMENT = re.compile(r"(?<!\w)số (?:\d+[/-]\S|\d{3}|\d+ (?:ký )?ngày \d)")
"""A number that only documents have, where "bến số 2" and "tổ máy số 1" are names of things."""
_SAYS_MORE = frozenset({"vốn", "nơi", "một", "vì", "do", "bởi"})
_SHORT_ITEM = re.compile(r", [^\W\d]+(?: [^\W\d]+){0,2}(?:,| và )")
"""One more noun of a list: "dạy nghề mộc, gốm, dệt cho ..."."""
_SHORT_NAME = re.compile(r" \((?:[A-ZĐ][A-Z0-9Đ/ -]{1,12}|(?:Hiệp định|Thỏa thuận|Thoả thuận|Chương trình) [^()]*)\)$")
"""The short name of the document in a bracket at the end of its subject: "Thương mại tự do (EVFTA)"."""
_SHORT_SUBJECT = 3


def allowed(folded: str, names: Iterable[Name], start: int) -> int:
    """Where those of `names` end whom "cho phép" at `start` lets do something: "cho phép A và B chia sẻ ..."; else `start`."""
    lets = _LETS.match(folded, start)
    end = lets.end() if lets else start
    last = start
    for name in names if lets else ():
        if name.extent.start < end:
            continue
        if name.kind is NameKind.PERSON or folded[end : name.extent.start].strip() not in {"", "và", ","}:
            break
        end = last = name.extent.end
    return last


def subject_end(story: Story, sentence: Sentence, start: int, *, fields: bool) -> int:
    """Where the subject that begins at `start` ends; `fields` says that commas may list fields in it."""
    folded, lists = story.folded, story.lists
    end = sentence.place.end
    stop = story.search(lists.subject_ends, start + 1, end)
    own = next((words for verb, words in lists.takes.items() if folded.startswith(verb, start)), frozenset())
    while stop and (
        stop.group() in own
        or (stop.group() == _YEAR and not _TIME.match(folded, stop.end()))
        or (stop.group() == _BETWEEN and _ties(story, sentence, start, stop.start()))
    ):
        stop = story.search(lists.subject_ends, stop.end(), end)  # "cho phép 11 tàu được cập cảng X"
    if stop:
        end = stop.start()
    numbered = story.search(_OF_DOCUMENT, start + 1, sentence.place.end)
    end = min(end, numbered.start()) if numbered else end
    replaced = (
        one.start() for one in _REPLACES.finditer(folded, start, end) if story.words.documents.match(folded, one.end())
    )
    end = next(replaced, end)  # "về việc cho vay, thay thế Văn bản số 55"
    end = next((one.start() for one in _BRACKET.finditer(folded, start, end) if SIGN.search(one.group())), end)
    named = stop is not None and stop.group() == _BETWEEN and _TOLD.search(folded, start, end) is None
    end = _mark_after(story, sentence, Place(start, end), ".;:" if fields or named else ".;:,")
    end = _before_partner(story, sentence, Place(start, end))
    end = _before_document(story, sentence, Place(start, end))
    end = _before_states(story, sentence, Place(start, end))
    short = _SHORT_NAME.search(story.analysis.text[start:end].rstrip())
    end = start + short.start() if short else end
    return next((date.place.start for date in story.analysis.dates_in(sentence) if start < date.place.start < end), end)


def _ties(story: Story, sentence: Sentence, start: int, at: int) -> bool:
    """Whether "giữa" at `at` tells what the act binds together, and no parties: "thúc đẩy kết nối giữa sản xuất với tiêu thụ"."""
    after = at + len(_BETWEEN) + 1
    named = any(one.extent.start in range(after, after + _LONGEST_NOUN) for one in story.analysis.names_in(sentence))
    ties = _TIES.search(story.folded, start, at) is not None
    return ties and not named and story.lists.everyone.match(story.folded, after) is None


def _mark_after(story: Story, sentence: Sentence, place: Place, marks: str) -> int:
    """Where the first of `marks` ends the subject at `place`, which no more of it follows; else its end."""
    folded, lists, start, end = story.folded, story.lists, place.start, place.end
    listed = False
    idioms = [Place(*one.span()) for one in lists.idioms.finditer(folded, start, end)]
    for at in range(start, end):
        if any(idiom.start <= at < idiom.end for idiom in idioms):
            continue
        if folded[at] not in marks or folded[at + 1 : at + 2].isalnum() or folded.count('"', start, at) % 2:
            continue
        if folded[at] == "," and _lists_places(story, sentence, start, at):
            continue
        following = TOKEN.findall(folded[at + 1 : min(end, at + 40)])[:_LONGEST_NAME]
        if (
            folded[at] == ","
            and following
            and lists.acts.longest(following, 0)
            and not lists.outcomes.longest(following, 0)
        ):
            listed = True
            continue
        if folded[at] == "," and following and _goes_on_plainly(story, following):
            listed = listed or _SHORT_ITEM.match(folded, at, end) is not None
            if listed or _goes_on_to_end(story, Place(at + 1, end)):
                continue
        return at
    return end


def _before_partner(story: Story, sentence: Sentence, place: Place) -> int:
    """Where "với X" begins in the subject at `place`, which tells with whom; else its end."""
    folded, start, end = story.folded, place.start, place.end
    past = allowed(folded, story.analysis.names_in(sentence), start)
    for name in story.analysis.names_in(sentence):
        before = folded[max(start, name.extent.start - 6) : name.extent.start].strip()
        if (
            max(start, past) < name.extent.start < end
            and before.endswith(("với", "cùng", "và", ","))
            and (name.kind.value in {"organisation", "state", "person"} or story.party_of(name) is not None)
        ):
            joint = "," if before.endswith(",") else before.split()[-1]
            end = min(end, folded.rfind(joint, start, name.extent.start))
    return end


def _before_document(story: Story, sentence: Sentence, place: Place) -> int:
    """Where "và" leads to a document with another, or that or a comma to one by its name, in the subject at `place`; else its end.

    "về trồng rừng và hợp đồng với X", "Hiệp định Thương mại tự do, Hiệp định Bảo hộ Đầu tư".
    """
    for joint in _AND.finditer(story.folded, place.start, place.end):
        said = TOKEN.findall(story.folded[joint.end() : place.end])[:_LONGEST_NAME]
        kind = story.words.lexicon.kinds.longest(said, 0) if said else None
        partner = story.folded.find(_PARTNER, joint.end(), sentence.place.end) > 0
        named = story.analysis.text[joint.end()].isupper() or (partner and joint.group() == _ALSO)
        named = named or _BESIDE in joint.group()  # "hợp tác nghiên cứu, cùng biên bản ghi nhớ về hàng không"
        if kind and kind[1] != AgreementKind.UNSPECIFIED and named:
            return joint.start()
    return place.end


def _before_states(story: Story, sentence: Sentence, place: Place) -> int:
    """Where the states, or parties that are places, begin that a document is named after, in the subject at `place`: "Hiệp định Bảo hộ Đầu tư Việt Nam - EU"; else its end.

    In a quoted name they stay: 'dự án "Làng hòa bình Việt Nam - Lào"'.
    """
    states = [name.place for name in story.analysis.names_in(sentence)
              if (name.kind is NameKind.STATE or (name.kind is NameKind.PLACE and story.party_of(name)))
              and place.start < name.place.start and name.place.end <= place.end]  # fmt: skip
    pairs = (one.start for one, other in pairwise(states)
             if story.folded[one.end : other.start].strip() == _DASH and not story.quoted(sentence, one.start))  # fmt: skip
    first = next(pairs, place.end)
    named = len(TOKEN.findall(story.folded[place.start : first])) > _SHORT_SUBJECT
    return first if named else place.end  # "thỏa thuận chống khủng bố X - Y" has too little without them


def _lists_places(story: Story, sentence: Sentence, start: int, comma: int) -> bool:
    """Whether one more of several places follows the comma: "trên địa bàn các xã Hóa Thượng, Khe Mo"."""
    names = [name for name in story.analysis.names_in(sentence) if name.kind is NameKind.PLACE]
    before = next((name for name in names if name.extent.end == comma), None)
    after = next((name for name in names if name.extent.start == comma + 2), None)
    told = story.folded[start : before.extent.start] if before and after else ""
    return story.words.lexicon.tells_several(" ".join(told.split()[-2:])) or bool(told and told.rstrip().endswith(","))


def _goes_on_to_end(story: Story, rest: Place) -> bool:
    """Whether nothing but the noun of a list and its place is told up to the end: "quản lý người, hàng hóa qua cửa khẩu"."""
    words = TOKEN.findall(rest.of(story.folded).rstrip(" .…"))
    plain = 1 < len(words) < _LONGEST_NAME and all(word.isalpha() for word in words) and words[0] not in _SAYS_MORE
    lists = story.lists
    told = any(lists.acts.longest(words, at) or lists.purposes.longest(words, at) for at in range(len(words)))
    return plain and not told and rest.of(story.analysis.text).islower() and not story.wording.verb(rest.start + 1)


def _goes_on_plainly(story: Story, following: list[str]) -> bool:
    """Whether the words after a comma go on with the object of a listed act: "thu phí, lệ phí của cơ quan"."""
    opener = " ".join(following[: 1 if following[1:2] == [","] else 2])
    return (
        opener.replace(" ", "").isalpha()
        and not story.lists.subject_ends.match(opener)
        and not any(
            words.longest(following, 0) for words in (story.lists.purposes, story.lists.tails, story.lists.outcomes)
        )
    )
