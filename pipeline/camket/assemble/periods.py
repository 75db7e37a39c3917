"""What an agreement covers: an interval, a term or an end, told with it or in a sentence on its document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.analysis import Analysis, DateValue, Sentence
from camket.assemble.details import SIGN, Value, kinds_in, lead, of_document, said_before, tellings, told_with_all
from camket.assemble.groups import Group
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import BlockKind, Place
from camket.edtf import is_day, is_full_day
from camket.lexicon import TOKEN

_ABSTRACT = 1
_OPEN_YEAR = len("../2030")
_YEAR_LENGTH = len("2012")
_PLAN_REACH = 120
_JUST_BEFORE = 24
_NUMBER_REACH = 60
_IF_LONGER = re.compile(r"(?<!\w)(?:mặc nhiên|tự động|nếu|có thể)(?!\w).*(?<!\w)(?:thêm|gia hạn)(?: trong)? $")
"""Before a term by which the document may go on: "mặc nhiên kéo dài thêm 1 năm"."""
_ELAPSED = re.compile(
    r" (?:qua|vừa qua|gần đây|trở lại đây|hoạt động|có mặt|gắn bó|thành lập|xây dựng và phát triển)(?!\w)"
)
_PER_DOCUMENT = re.compile(r"\W*(?:theo|với) \w+(?: \w+){0,4}, ")
_HAS_DONE = re.compile(r" ?,? (?:(?!(?<!\w)sẽ(?!\w))[^,;]){0,80}(?<!\w)(?:đã|từng)(?!\w)")
"""Behind a period, that it tells of the past: ", hai bên đã ..." and not ", hai bên sẽ phát huy kết quả đã có"."""
_COMES = re.compile(r"(?: tới| sắp tới)?, ")
_THEREBY = frozenset(
    {"", "theo đó, ", "cụ thể, ", "theo đó, trong ", "trong ", "theo đó, giai đoạn ", "theo đó, trong giai đoạn "}
)
"""Before a time in which all parties act: "Theo đó, trong 5 năm tới, hai bên sẽ ..."."""
_DURING, _WITHIN, _IS = "trong", "trong vòng", " là "
_CLAUSE_REACH, _LONGEST_KIND = 120, 8
_YEARS = re.compile(r"P(\d+)Y")
_COUNTED_FROM = re.compile(r"\s*,?\s*(?:kể từ|tính từ|bắt đầu từ|từ)(?: ngày)?\s*(?=\d)")
_PER = ("theo ", "thực hiện ")
_NO_START = "../"
_PROLONGS = re.compile(r"(?<!\w)gia hạn (?:dự án|chương trình|thỏa thuận|hợp đồng|quy chế|biên bản|bản ghi nhớ)(?!\w)")
_SHORT_FIELD = 2
_SINCE_SIGNING = re.compile(r"(?<!\w)từ (?:ngày|khi)(?: được)? ký(?: kết)?(?: cho)? ?$")
_CLAUSE_MARK = re.compile(r"[,;:.](?=\s)")
_REVIEWS = re.compile(r"(?<!\w)(?:đánh giá|tổng kết|sơ kết|kết quả|rà soát)(?!\w)")
_IN_PERIOD = ("trong ", "trong giai đoạn ", "giai đoạn ")
_INTERVAL = re.compile(r"\d{4}(?:-\d{2})*/\d{4}(?:-\d{2})*")
_PAST = (["qua"], ["gần"], ["trở"], ["vừa"], ["trước"])


def period(analysis: Analysis, group: Group, others: Sequence[Group], words: Words) -> Value | None:
    """What the agreement covers: an interval told with it, else in a sentence on its document; else its term or end.

    `others` are the document's other agreements, whose terms are not this one's.
    """
    told = list(dict.fromkeys(mention.sentence for mention in tellings(group)))
    for mention in tellings(group):
        inside = [date for date in analysis.dates_in(mention.sentence) if date.kind == "period"
                  and not _is_visit(date) and _begins_period(analysis, date, words)
                  and not _is_reviewed(analysis, mention.sentence, date)
                  and not _is_with_others(mention, date, others)]  # fmt: skip
        if inside:  # "tổng kết ... giai đoạn 2009 - 2017, ký thỏa thuận giai đoạn 2018 - 2021"
            act = (
                _last_act(analysis, mention.place) or _last_act(analysis, mention.sentence.place) or mention.place.start
            )
            date = min(inside, key=lambda one: (one.place.start < act, one.place.start))
            return Value(date.edtf, date.place, date.note)
    lasting = next((date for one in told for date in analysis.dates_in(one)
                    if (_lasts(analysis, date) and not _is_due(analysis, date, words))
                    or _is_in_name(analysis, one, date, words)), None)  # fmt: skip
    first = min(sentence.index for sentence in told)
    found = [
        date
        for sentence in of_document(analysis, min(first, _ABSTRACT), words)
        if not _is_of_others(analysis, sentence, group, others, words)
        for date in analysis.dates_in(sentence)
        if _is_term(analysis, date, words) and (sentence.index >= first or _is_in_force(analysis, date, words))
    ]
    found = found or [
        date for sentence in told for date in analysis.dates_in(sentence) if _ends_document(analysis, date, words)
    ]
    best = min(
        found,
        key=lambda date: (date.kind != "period" or date.edtf.endswith(".."), not _is_in_force(analysis, date, words)),
        default=None,
    )
    if lasting is not None and (best is None or best.edtf != lasting.edtf):
        return Value(lasting.edtf, lasting.place, lasting.note)
    if best is not None:
        return _counted(analysis, best)
    own = _of_title(analysis, first, group, others, words) or _year_of_plan(analysis, told, words)
    of_all = _period_of_all(analysis, first, group, others, words)
    return own or of_all or (_year_of_plan(analysis, lead(analysis), words) if others else None)


def _is_in_force(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether its clause says how long the document is in force: "Bản ghi nhớ có hiệu lực 3 năm", and not for how long one works."""
    sentence = analysis.sentence_of(date.place)
    before = analysis.folded[sentence.place.start : date.place.start] if sentence else ""
    own = date.place.of(analysis.folded) if date.edtf.endswith("/..") else ""  # "có hiệu lực từ ngày 15/11/2021"
    said = f"{_CLAUSE_MARK.split(before)[-1]}{own}"
    return words.instrument.term.search(said) is not None and words.documents.search(before) is not None


def _of_title(analysis: Analysis, first: int, group: Group, others: Sequence[Group], words: Words) -> Value | None:
    """The interval with which a later sentence names the document: "Theo Thỏa thuận hợp tác giai đoạn 2024 - 2028, ..."."""
    for sentence in analysis.sentences[first + 1 :]:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[sentence.place.start : date.place.start]
            opens = before.startswith(_PER) and not _CLAUSE_MARK.search(before)
            if date.kind != "period" or not opens or not _begins_period(analysis, date, words):
                continue
            named = kinds_in(analysis, sentence, words, Place(sentence.place.start, date.place.start))
            if named and not _is_of_others(analysis, sentence, group, others, words):
                return Value(date.edtf, date.place, date.note)
    return None


def _is_with_others(mention: Mention, date: DateValue, others: Sequence[Group]) -> bool:
    """Whether the interval follows another partner, and comes before this one: "ký A với X giai đoạn 2021 - 2025 và B với Y"."""
    beside = [one for other in others for one in other.mentions if one.sentence is mention.sentence]
    theirs = {name.place for one in beside for name in one.party_names}
    own = [name.place for name in mention.party_names if name.place not in theirs]
    earlier = any(place.end <= date.place.start for place in theirs - {name.place for name in mention.party_names})
    return bool(own) and earlier and all(place.start >= date.place.end for place in own)


def _is_reviewed(analysis: Analysis, sentence: Sentence, date: DateValue) -> bool:
    """Whether it is the time over which results are told, before a signing beside them: "đánh giá kết quả giai đoạn 2017 - 2025 và ký kết".

    So it is where the sentence tells of no signing.
    """
    before, after = (
        analysis.folded[sentence.place.start : date.place.start],
        analysis.folded[date.place.end : sentence.place.end],
    )
    clause = _CLAUSE_MARK.split(before)[-1]
    reviewed = [one.end() for one in _REVIEWS.finditer(clause)]
    if not reviewed or SIGN.search(clause, reviewed[-1]):
        return False
    return SIGN.search(after) is not None or SIGN.search(before) is None


def _last_act(analysis: Analysis, place: Place) -> int:
    """Where the last word of a signing in `place` ends; 0 where there is none."""
    return max((act.end() for act in SIGN.finditer(analysis.folded, place.start, place.end)), default=0)


def _period_of_all(analysis: Analysis, first: int, group: Group, others: Sequence[Group], words: Words) -> Value | None:
    """The interval that the lead tells of all that is signed, or with which a later sentence begins what all will do.

    "X ký kết hợp tác với ba tỉnh giai đoạn 2025-2030", "Trong giai đoạn 2025-2030, hai bên sẽ ...".
    """
    own = {mention.sentence.index for one in others for mention in one.mentions
           if len(mention.parties) > 1 or mention.both}  # fmt: skip
    own -= {mention.sentence.index for mention in told_with_all(analysis, group, others)}
    announcing = [sentence for sentence in lead(analysis) if sentence.index < first and sentence.index not in own]
    for sentence in [*announcing, *analysis.sentences[first + 1 :]]:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[sentence.place.start : date.place.start]
            signed = SIGN.search(before) if sentence.index < first else None
            if _HAS_DONE.match(analysis.folded, date.place.end, sentence.place.end):
                continue  # "Trong giai đoạn 2020-2025, hai bên đã ..."
            tells = before in _IN_PERIOD or (signed and not words.targets.search(before, signed.end()))
            if date.kind == "period" and tells and not _is_visit(date) and _begins_period(analysis, date, words):
                return Value(date.edtf, date.place, date.note)
            if sentence.index > first and _all_act_in(analysis, date, before, words):
                return Value(date.edtf, date.place, date.note)
    return None


def _all_act_in(analysis: Analysis, date: DateValue, before: str, words: Words) -> bool:
    """Whether it is the time in which all parties do what they agreed on: "Theo đó, trong 5 năm tới, hai bên sẽ ..."."""
    comes = _COMES.match(analysis.folded, date.place.end)
    lasts = (date.kind == "term" and date.edtf.endswith("Y")) or _INTERVAL.fullmatch(date.edtf)
    everyone = comes and words.commitments.everyone.match(analysis.folded, comes.end())
    return bool(lasts and everyone) and before in _THEREBY


def open_period(analysis: Analysis, group: Group, day: Value | None, words: Words) -> Value | None:
    """From the day of signing on, where the document is said to be in force from then, and no end is told."""
    first = min(mention.sentence.index for mention in group.mentions)
    for sentence in of_document(analysis, first, words) if day and is_full_day(day.text) else ():
        found = words.instrument.in_force.search(analysis.folded, sentence.place.start, sentence.place.end)
        if found is not None and day is not None:
            return Value(f"{day.text}/..", Place(*found.span()), "from the day of signing on")
    return None


def since_signing(analysis: Analysis, covers: Value | None, day: Value | None) -> Value | None:
    """The period; from the day of signing where it is an end told right after that: "có hiệu lực từ ngày ký đến hết năm 2026"."""
    if not covers or not covers.text.startswith(_NO_START) or not day or not is_full_day(day.text):
        return covers
    before = analysis.folded[max(0, covers.place.start - _JUST_BEFORE) : covers.place.start]
    if _SINCE_SIGNING.search(before) is None:
        return covers
    return Value(f"{day.text}/{covers.text.removeprefix(_NO_START)}", covers.place, "from the day of signing on")


def _counted(analysis: Analysis, date: DateValue) -> Value:
    """The value; a term of years that is counted from a full day becomes the interval: "10 năm kể từ ngày 01/07/2019"."""
    years, counted = _YEARS.fullmatch(date.edtf), _COUNTED_FROM.match(analysis.folded, date.place.end)
    first = next((other for other in analysis.dates if other.place.start >= date.place.end), None)
    begins = first.edtf.removesuffix("/..") if first else ""
    if years and counted and first and first.place.start <= counted.end() < first.place.end and is_full_day(begins):
        ends = f"{int(begins[:4]) + int(years[1]):04}{begins[4:]}"
        return Value(f"{begins}/{ends}", date.place, "term counted from its first day")
    return Value(date.edtf, date.place, date.note)


def _is_of_others(analysis: Analysis, sentence: Sentence, group: Group, others: Sequence[Group], words: Words) -> bool:
    """Whether the sentence names a party or a kind of document that only another agreement has, or follows such a one."""
    if not others or words.all_of_them.search(analysis.folded, sentence.place.start, sentence.place.end):
        return False
    kinds = set(kinds_in(analysis, sentence, words))
    mine = {mention.kind for mention in group.mentions}
    theirs = {mention.kind for one in others for mention in one.mentions}
    if kinds & (mine ^ theirs):
        return not kinds & mine
    own, foreign = _named_in(sentence, group), [_named_in(sentence, one) for one in others]
    if any(foreign):
        return not own
    if own or (mine == theirs and _follows_list(sentence, (group, *others))):
        return False
    before = [(mention.sentence.index, one is group) for one in (group, *others) for mention in one.mentions
              if mention.sentence.index <= sentence.index and mention.parties]  # fmt: skip
    nearest = max((index for index, _ in before), default=-1)
    return bool(before) and not any(is_own for index, is_own in before if index == nearest)


def _follows_list(sentence: Sentence, groups: Sequence[Group]) -> bool:
    """Whether each agreement was told in an item of a list, which the sentence follows."""
    told = [
        [one.sentence.block.kind for one in group.mentions if one.sentence.index < sentence.index] for group in groups
    ]
    listed = all(BlockKind.LIST_ITEM in kinds for kinds in told)
    return listed and sentence.block.kind is not BlockKind.LIST_ITEM


def _named_in(sentence: Sentence, group: Group) -> bool:
    """Whether the sentence names a party of the agreement."""
    return any(sentence.place.covers(name.place) for party in group.parties for name in party.names)


def _year_of_plan(analysis: Analysis, told: Sequence[Sentence], words: Words) -> Value | None:
    """The year of a plan that is made for one: "kế hoạch phối hợp năm 2014"; not one that is over when it is signed."""
    days = [date.edtf[:_YEAR_LENGTH] for one in told for date in analysis.dates_in(one) if is_day(date.edtf)]
    signed = max((year for year in days if year.isdigit()), default="")
    for sentence in told:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[sentence.place.start : date.place.start]
            planned = words.plans.search(before[-_PLAN_REACH:]) is not None
            planned = planned and not _is_reviewed(analysis, sentence, date)
            within = date.place.of(analysis.folded).startswith(_DURING) or before.endswith(f"{_DURING} ")
            made = words.documents.search(before[-_PLAN_REACH:]) and SIGN.search(before)
            planned = planned or (within and made is not None)
            if date.kind == "date" and len(date.edtf) == _YEAR_LENGTH and planned and date.edtf >= signed:
                return Value(date.edtf, date.place)
    return None


def _is_term(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether the words say that the term, the end or the interval is that of the agreement."""
    if (_lasts(analysis, date) and _is_done(analysis, date, words)) or _opens_content(analysis, date, words):
        return True
    clause = _CLAUSE_MARK.split(said_before(analysis, date, _NUMBER_REACH))[-1]
    if date.kind == "deadline" and _PROLONGS.search(clause):
        return True
    if date.kind == "term" and words.other_terms.search(clause) and not words.documents.search(clause):
        return False
    before = said_before(analysis, date)
    if before.endswith(_IS) or date.place.of(analysis.folded).startswith(_IS.lstrip()):
        before = said_before(analysis, date, _NUMBER_REACH)  # "thời hạn của các biên bản ghi nhớ là 5 năm"
    own = words.validity.search(before + date.place.of(analysis.folded))
    if not own or _is_visit(date) or _IF_LONGER.search(clause):
        return False
    if date.kind == "term":
        return date.edtf.endswith(("Y", "M")) and not _is_due(analysis, date, words)
    return date.kind in {"period", "deadline"} and date.edtf != "../.."


def _is_due(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is the term in which an act is to be done: "thống nhất bỏ thuế trong vòng 10 năm", not "thống nhất hợp tác ..."."""
    clause = _CLAUSE_MARK.split(said_before(analysis, date, _CLAUSE_REACH))[-1]
    firm = words.commitments.firm.search(clause)
    if firm is None or not date.place.of(analysis.folded).startswith(_WITHIN):
        return False
    following = TOKEN.findall(clause[firm.end() :])
    return date.edtf.endswith("M") or not (following and words.commitments.cooperate.longest(following, 0))


def _opens_content(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is a term or an interval that begins what a document says: "Theo hợp đồng, trong 18 tháng, Bệnh viện X sẽ ..."."""
    sentence = analysis.sentence_of(date.place)
    told = date.kind == "term" and date.place.of(analysis.folded).startswith(_DURING) and date.edtf.endswith(("Y", "M"))
    if sentence is None or not (told or (date.kind == "period" and _INTERVAL.fullmatch(date.edtf))):
        return False
    before = analysis.folded[sentence.place.start : date.place.start]
    per = _PER_DOCUMENT.fullmatch(before) is not None and words.documents.search(before) is not None
    return per and analysis.folded.startswith(",", date.place.end)


def _ends_document(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is the year up to which what is signed goes: "ký kết thỏa thuận hợp tác giữa A và B đến năm 2030"."""
    sentence = analysis.sentence_of(date.place)
    if sentence is None or date.kind != "deadline" or len(date.edtf) != _OPEN_YEAR:
        return False
    clause = _CLAUSE_MARK.split(analysis.folded[sentence.place.start : date.place.start])[-1]
    return words.documents.search(clause) is not None and words.targets.search(clause) is None


def _is_done(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether the clause says that something is carried out in the term: "thực hiện dự án ... trong một năm"."""
    sentence = analysis.sentence_of(date.place)
    before = analysis.folded[sentence.place.start : date.place.start] if sentence else ""
    return words.carried_out.search(_CLAUSE_MARK.split(before)[-1]) is not None


def _lasts(analysis: Analysis, date: DateValue) -> bool:
    """Whether it is a term of years for which what is signed goes on: "tài trợ ... trong 5 năm", not "trong 5 năm qua"."""
    if date.kind != "term" or not date.edtf.endswith("Y"):
        return False
    if _ELAPSED.match(analysis.folded, date.place.end):
        return False  # "hợp đồng lớn nhất của X trong 20 năm hoạt động tại Việt Nam"
    past = TOKEN.findall(analysis.folded[date.place.end : date.place.end + _JUST_BEFORE])[:1]
    return date.place.of(analysis.folded).startswith(_DURING) and past not in _PAST


def _is_in_name(analysis: Analysis, sentence: Sentence, date: DateValue, words: Words) -> bool:
    """Whether it is a term of years told right behind the document's name, or what it is about: "ký thỏa thuận hợp tác đào tạo 3 năm"."""
    if date.kind != "term" or not date.edtf.endswith(("Y", "M")):
        return False
    tokens = analysis.tokens[sentence.index]
    until = next((at for at, token in enumerate(tokens) if token.place.start >= date.place.start), 0)
    folded = [token.folded for token in tokens[:until]]
    named = (words.lexicon.kinds.longest(folded, at) for at in range(max(0, until - _LONGEST_KIND), until))
    ends = (at + kind[0] for at, kind in enumerate(named, max(0, until - _LONGEST_KIND)) if kind)
    return any(until - _SHORT_FIELD <= end <= until and all(map(str.isalpha, folded[end:])) for end in ends)


def _begins_period(analysis: Analysis, date: DateValue, words: Words) -> bool:
    return words.periods.search(said_before(analysis, date) + date.place.of(analysis.folded)) is not None


def _is_visit(date: DateValue) -> bool:
    """Whether the interval is of a few days, as a visit is, and not of years."""
    first, _, last = date.edtf.partition("/")
    return is_day(first) and is_day(last) and first[:4] == last[:4] and (abs(int(first[5:7]) - int(last[5:7])) <= 1)
