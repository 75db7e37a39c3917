"""The day, the period and the value of an agreement, from the sentences that tell of its signing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from datetime import timedelta
from itertools import pairwise, product

from camket.analysis import Analysis, DateValue, NameKind, Sentence
from camket.assemble.groups import Group
from camket.assemble.mentions import LEAD_SENTENCES, Mention
from camket.assemble.words import Words
from camket.assemble.years import with_year
from camket.document import BlockKind, Place
from camket.edtf import is_day, is_full_day
from camket.lexicon import TOKEN
from camket.records import AgreementKind

_NO_YEAR = "XXXX"
_MONTH_LENGTH = len("2012-11")
_DONE = re.compile(r"(?<!\w)đã ký")
_OPEN_YEAR = len("../2030")
_YEAR_LENGTH = len("2012")
_PLAN_REACH = 120
_JUST_BEFORE = 24
_NUMBER_REACH = 60
_NUMBER = re.compile(r" số [^\s,;]+$")
_SOON_AFTER = 3
_COMMA = len(", ")
_IF_LONGER = re.compile(r"(?<!\w)(?:mặc nhiên|tự động|nếu|có thể)(?!\w).*(?<!\w)(?:thêm|gia hạn)(?: trong)? $")
"""Before a term by which the document may go on: "mặc nhiên kéo dài thêm 1 năm"."""
_ELAPSED = re.compile(
    r" (?:qua|vừa qua|gần đây|trở lại đây|hoạt động|có mặt|gắn bó|thành lập|xây dựng và phát triển)(?!\w)"
)
_PER_DOCUMENT = re.compile(r"\W*(?:theo|với) \w+(?: \w+){0,4}, ")
_OPENING = 3
_AFTERWARDS = "sau khi "
_CARRIED_OUT = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|(?:sau|qua) [^,;:.]{3,20} thực hiện) [^,;:.]{3,90} ký(?: kết)? $")
"""Before the day of a document that is reviewed: "sau 5 năm thực hiện quy chế phối hợp ký ngày 12/4/2019"."""
_COMING = (" tới", " sắp tới", " năm sau", " năm tới")
_DURING, _WITHIN, _IS = "trong", "trong vòng", " là "
_CLAUSE_REACH, _LONGEST_KIND = 120, 8
_PLACE_BEFORE = re.compile(r"\W{0,2}[^\W\d][^,:;]{1,30},\s*")
_DASH_AFTER = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?[-:]\s")
_YEARS = re.compile(r"P(\d+)Y")
_COUNTED_FROM = re.compile(r"\s*,?\s*(?:kể từ|tính từ|bắt đầu từ|từ)(?: ngày)?\s*(?=\d)")
_SIGN = re.compile(r"(?<!\w)ký(?: kết)?(?!\w)")
_EXPECT_REACH = 60
_EXPECTED = re.compile(r"(?<!\w)dự kiến[^.;:]*$")
_PER = ("theo ", "thực hiện ")
_IN_FORCE = "có hiệu lực"
_CLAUSE_BREAK = re.compile(r"[,;:.](?=\s)")
_NO_START = "../"
_REPLACES = re.compile(r"(?<!\w)thay (?:thế|cho)(?! mặt)(?= )[^;.]* ký(?: kết)?(?!\w)[^;.]*$")
"""Before the day of an older document: "thay cho bản ghi nhớ ký giữa X và Y ngày 2/2/2016"."""
_SHORT_FIELD = 2
_LAST_MONTH = "12"
"""Higher numbers are of quarters."""
_OF_NUMBERED = re.compile(r"(?:gia hạn|bổ sung|sửa đổi|thực hiện|theo)[^,;.]* số \d[\w/.-]* $")
"""Before the day of the document that is prolonged or carried out: "phụ lục gia hạn Thỏa thuận số 01/TTLN ngày 20/10/2016"."""
_SINCE_SIGNING = re.compile(r"(?<!\w)từ (?:ngày|khi)(?: được)? ký(?: kết)?(?: cho)? ?$")
_CLAUSE_MARK = re.compile(r"[,;:.](?=\s)")
_SPEECH = re.compile(r"(?<!\w)(?:phát biểu|nhấn mạnh|chia sẻ|khẳng định)(?!\w)")
_REVIEWS = re.compile(r"(?<!\w)(?:đánh giá|tổng kết|sơ kết|kết quả|rà soát)(?!\w)")
_IN_PERIOD = ("trong ", "trong giai đoạn ", "giai đoạn ")
_PAST = (["qua"], ["gần"], ["trở"], ["vừa"], ["trước"])


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the place that gives it; `note` says what was resolved."""

    text: str
    place: Place
    note: str = ""


def tellings(group: Group) -> list[Mention]:
    """The mentions of an agreement, those in focus first; where they tell of what is done, no late one of what is planned."""
    done = any("planned" not in one.cues and one.tells_signing and one.focus > 1 for one in group.mentions)
    told = [one for one in group.mentions if not done or one.focus > 1 or "planned" not in one.cues]
    return sorted(told, key=lambda one: (-one.focus, one.place.start))


def lead(analysis: Analysis) -> list[Sentence]:
    """The first sentences of the document, headline and captions among them."""
    body = [sentence for sentence in analysis.sentences if sentence.block.kind is not BlockKind.DATE_LINE]
    return body[:LEAD_SENTENCES]


def signed_on(analysis: Analysis, group: Group, words: Words) -> Value | None:
    """The day of signing: that nearest to the telling of a signing, else a day of the lead, else a month told."""
    acts = [mention for mention in tellings(group) if mention.tells_signing or mention.announces]
    near = [date for mention in acts for date in _nearest_first(analysis, mention, words)]
    expected = _expected(analysis, acts, words)
    near = expected or near
    days = [date for date in near if is_day(date.edtf)]
    months = [date for date in near if len(date.edtf) == _MONTH_LENGTH and date.edtf[-2:] <= _LAST_MONTH]
    if not days and not expected and _at_other_time(analysis, acts, words):
        days = months[:1]
        if not days:
            return None
    if not days and not expected:
        days = (_same_days(analysis, acts, words) if not near else []) or _days_around(analysis, group, acts, words)
        days = days or _days_of_event(analysis, acts, words)
    if not days and not months:
        told = _day_of_dateline(analysis, acts, words) or _day_of_form(analysis, words)
        return told or _day_of_publication(analysis, acts, words) or _day_opening(analysis, acts, words)
    full = with_year(analysis, days[0] if days else months[0], lead(analysis), words)
    return Value(full.edtf, full.place, full.note)


def _at_other_time(analysis: Analysis, acts: Sequence[Mention], words: Words) -> bool:
    """Whether all that tell of the signing stand beyond the first sentences, with a time of their own: "Mới tuần rồi, X đã ký ...", "sẽ ký vào tháng 8 tới"."""
    begun = lead(analysis)[:_OPENING]
    own = [act.sentence for act in acts if act.sentence not in begun]
    return (
        bool(own)
        and len(own) == len(acts)
        and any(
            words.other_time.search(analysis.folded, one.place.start, one.place.end)
            or any(date.place.of(analysis.folded).endswith(_COMING) for date in analysis.dates_in(one))
            for one in own
        )
    )


def _expected(analysis: Analysis, acts: Sequence[Mention], words: Words) -> list[DateValue]:
    """The day or month for which a signing to come is expected: "Lễ ký dự kiến diễn ra trong tháng 3/2026"."""
    if not acts or any("planned" not in act.cues for act in acts):
        return []
    first = min(act.sentence.index for act in acts)
    found: list[DateValue] = []
    for sentence in analysis.sentences[first:]:
        start, end = sentence.place.start, sentence.place.end
        if not (_SIGN.search(analysis.folded, start, end) or words.ceremony.search(analysis.folded, start, end)):
            continue
        for date in analysis.dates_in(sentence):
            told = date.kind == "date" and (is_day(date.edtf) or len(date.edtf) == _MONTH_LENGTH)
            clause = analysis.folded[max(start, date.place.start - _EXPECT_REACH) : date.place.start]
            found += [date] if told and _EXPECTED.search(clause) else []
    return found[:1]


def _days_around(analysis: Analysis, group: Group, acts: Sequence[Mention], words: Words) -> list[DateValue]:
    """The days that the sentences around the telling name for a ceremony, or for a visit during which it is signed."""
    planned = any("planned" in act.cues for act in acts)
    there = any(words.at_the_event.match(analysis.folded, act.sentence.place.start) for act in acts)
    told = (words.ceremony,) if planned else (words.ceremony, words.visits, *([words.receptions] if there else []))
    return [
        date
        for sentence in around(analysis, group)
        for date in analysis.dates_in(sentence)
        if date.kind == "date"
        and is_day(date.edtf)
        and not _is_of_other(analysis, date, words)
        and not _is_spoken(analysis, sentence, date)
        and any(word.search(analysis.folded, sentence.place.start, sentence.place.end) for word in told)
    ]


def _days_of_event(analysis: Analysis, acts: Sequence[Mention], words: Words) -> list[DateValue]:
    """The first day that the lead tells of the event at which it is signed: "Dịp này, X ký với Y"."""
    there = [act for act in acts if words.at_the_event.match(analysis.folded, act.sentence.place.start)]
    begun = [one for one in lead(analysis) if there and one.index < there[0].sentence.index]
    return [date for sentence in begun for date in analysis.dates_in(sentence)
            if date.kind == "date" and is_day(date.edtf) and not _is_of_other(analysis, date, words)
            and not _is_spoken(analysis, sentence, date)][:1]  # fmt: skip


def _is_spoken(analysis: Analysis, sentence: Sentence, date: DateValue) -> bool:
    """Whether someone says it, after the comma that ends who does: "Phát biểu tại lễ ký, ông A cảm ơn ... ngày 1/7/2025"."""
    said = _SPEECH.search(analysis.folded, sentence.place.start, date.place.start)
    return said is not None and "," in analysis.folded[said.end() : date.place.start]


def _same_days(analysis: Analysis, acts: Sequence[Mention], words: Words) -> list[DateValue]:
    """The day told last before a telling that says "cùng ngày"."""
    for act in acts:
        if words.same_day.search(analysis.folded, act.sentence.place.start, act.place.end):
            before = [date for date in analysis.dates if date.place.end <= act.sentence.place.start
                      and date.kind == "date" and is_day(date.edtf) and not _is_of_other(analysis, date, words)]  # fmt: skip
            return before[-1:]
    return []


def _day_of_dateline(analysis: Analysis, acts: Sequence[Mention], words: Words) -> Value | None:
    """The day of the dateline, where a telling or the sentence that it opens says "hôm nay"; that before it for "hôm qua"."""
    told = [act.sentence for act in acts if act.sentence.block.kind is not BlockKind.CAPTION]
    for sentence, opened in pairwise(analysis.sentences):
        if sentence.block.kind is not BlockKind.DATE_LINE or not analysis.names_in(sentence):
            continue
        dates = [date for date in analysis.dates_in(sentence) if is_day(date.edtf)]
        for date, one in product(dates, [*told, opened]):
            if words.today.search(analysis.folded, one.place.start, one.place.end):
                return Value(date.edtf, date.place, "the day of the dateline, for 'today'")
            if before := words.day_before.search(analysis.folded, one.place.start, one.place.end):
                return Value(_day_before(date.edtf), Place(*before.span()), "the day before that of the dateline")
    return None


def _day_opening(analysis: Analysis, acts: Sequence[Mention], words: Words) -> Value | None:
    """The full day that opens, as a release's dateline, the sentence that tells of the signing: "Hà Nội, 20/6/2023 - X và Y đã ký"."""
    for act in acts:
        said = act.sentence.place.of(analysis.folded)
        if "planned" in act.cues or _AFTERWARDS in said or any(is_day(date.edtf) for date in analysis.dates_in(act.sentence)
                                                               if not _is_of_dateline(analysis, date, words)):  # fmt: skip
            continue
        line = analysis.sentences[act.sentence.index - 1] if act.sentence.index else act.sentence
        names = analysis.names_in(line) if line.block.kind is BlockKind.DATE_LINE else ()
        opening = line if names and names[0].extent.start == line.place.start else None
        for date in analysis.dates_in(opening or act.sentence):
            if is_full_day(date.edtf) and (opening or _is_of_dateline(analysis, date, words)):
                return Value(date.edtf, date.place, "the day of the dateline that opens the sentence")
    return None


def _day_before(edtf: str) -> str:
    """The day before a day with its year, or with none ("XXXX-09-12")."""
    day = calendar_day.fromisoformat(edtf.replace(_NO_YEAR, "2001")) - timedelta(days=1)
    return f"{_NO_YEAR}{day.isoformat()[4:]}" if edtf.startswith(_NO_YEAR) else day.isoformat()


def form_lines(analysis: Analysis, labels: re.Pattern[str]) -> list[Sentence]:
    """The lines of an invitation's form that begin with one of `labels` and a colon: "Thời gian: 8h30, ngày 7/11/2024"."""
    return [sentence for sentence in analysis.sentences if labels.match(analysis.folded, sentence.block.place.start)
            and sentence.place.start == sentence.block.place.start]  # fmt: skip


def _day_of_form(analysis: Analysis, words: Words) -> Value | None:
    """The day of the ceremony that the form of an invitation tells."""
    for sentence in form_lines(analysis, words.when_labels):
        for date in analysis.dates_in(sentence):
            if is_full_day(date.edtf):
                return Value(date.edtf, date.place, date.note)
    return None


def _day_of_publication(analysis: Analysis, acts: Sequence[Mention], words: Words) -> Value | None:
    """The day of publication, or the one before, where a telling says "sáng nay" or "hôm qua" and names no day."""
    published = analysis.document.published_on or ""
    for act in acts if is_full_day(published) else ():
        place = act.sentence.place
        for pattern, back in ((words.this_day, 0), (words.day_before, 1)):
            said = pattern.search(analysis.folded, place.start, place.end)
            if said is not None:
                day = _day_before(published) if back else published
                return Value(day, Place(*said.span()), "counted from the day of publication")
    return None


def around(analysis: Analysis, group: Group) -> list[Sentence]:
    """The lead, then the sentences right after the first telling in the body."""
    told = min(mention.sentence.index for mention in group.mentions)
    after = [sentence for sentence in analysis.sentences if told < sentence.index <= told + _SOON_AFTER]
    return [*lead(analysis), *(sentence for sentence in after if sentence not in lead(analysis))]


def _nearest_first(analysis: Analysis, mention: Mention, words: Words) -> list[DateValue]:
    """The days of the mention's sentence that are not of something else, the nearest to the mention first."""
    middle = mention.place
    dates = [date for date in analysis.dates_in(mention.sentence)
             if date.kind == "date" and not _is_of_other(analysis, date, words)]  # fmt: skip
    return sorted(dates, key=lambda date: max(middle.start - date.place.end, date.place.start - middle.end, 0))


def _before(analysis: Analysis, date: DateValue, reach: int = _JUST_BEFORE) -> str:
    """The folded words right before the date, in its sentence."""
    sentence = analysis.sentence_of(date.place)
    start = max(sentence.place.start if sentence else 0, date.place.start - reach)
    return analysis.folded[start : date.place.start]


def _is_of_other(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether the words around the day give it to something else: "tại phiên họp ngày 15/3", "ngày 6/3 nói với báo X"."""
    if words.day_of_ceremony.search(_before(analysis, date, _NUMBER_REACH)):
        return False  # "Tại lễ ký trưa 16-7, ông A cho biết"
    if _CARRIED_OUT.search(_before(analysis, date, _CLAUSE_REACH)):
        return True
    if _REPLACES.search(_before(analysis, date, date.place.start)) or _OF_NUMBERED.search(
        _before(analysis, date, _CLAUSE_REACH)
    ):
        return True
    said = words.saying.match(analysis.folded, _after_subject(analysis, date))
    if _is_of_dateline(analysis, date, words) or said or words.other_events.match(analysis.folded, date.place.start):
        return True
    before = _NUMBER.sub("", _before(analysis, date, _NUMBER_REACH).rstrip())
    found = list(words.other_events.finditer(before))
    return bool(found) and len(before) - found[-1].end() <= 2 and "," not in before[found[-1].start() :]


def _is_of_dateline(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is the day of the news: "TP.HCM, 28/06/2019 - ...", in a sentence that does not say "today"."""
    sentence = analysis.sentence_of(date.place)
    if sentence is None or words.today.search(analysis.folded, sentence.place.start, sentence.place.end):
        return False
    before = analysis.folded[sentence.place.start : date.place.start]
    after = analysis.folded[date.place.end : sentence.place.end]
    return _PLACE_BEFORE.fullmatch(before) is not None and _DASH_AFTER.match(after) is not None


def _after_subject(analysis: Analysis, date: DateValue) -> int:
    """Where the verb stands in "Ngày 20-8, Sở X cho biết": after the name that follows the day, if one does."""
    sentence = analysis.sentence_of(date.place)
    names = analysis.names_in(sentence) if sentence else []
    subject = next((name for name in names if 0 <= name.extent.start - date.place.end <= _COMMA), None)
    return subject.extent.end if subject else date.place.end


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
        for sentence in _of_document(analysis, first, words)
        if not _is_of_others(analysis, sentence, group, others, words)
        for date in analysis.dates_in(sentence)
        if _is_term(analysis, date, words)
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
    of_all = _period_of_all(analysis, first, others, words)
    return own or of_all or (_year_of_plan(analysis, lead(analysis), words) if others else None)


def _is_in_force(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether its clause says how long the document is in force: "Bản ghi nhớ có hiệu lực 3 năm", and not for how long one works."""
    sentence = analysis.sentence_of(date.place)
    before = analysis.folded[sentence.place.start : date.place.start] if sentence else ""
    return (
        words.instrument.term.search(_CLAUSE_MARK.split(before)[-1]) is not None
        and words.documents.search(before) is not None
    )


def _of_title(analysis: Analysis, first: int, group: Group, others: Sequence[Group], words: Words) -> Value | None:
    """The interval with which a later sentence names the document: "Theo Thỏa thuận hợp tác giai đoạn 2024 - 2028, ..."."""
    for sentence in analysis.sentences[first + 1 :]:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[sentence.place.start : date.place.start]
            opens = before.startswith(_PER) and not _CLAUSE_BREAK.search(before)
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
    if not reviewed or _SIGN.search(clause, reviewed[-1]):
        return False
    return _SIGN.search(after) is not None or _SIGN.search(before) is None


def _last_act(analysis: Analysis, place: Place) -> int:
    """Where the last word of a signing in `place` ends; 0 where there is none."""
    return max((act.end() for act in _SIGN.finditer(analysis.folded, place.start, place.end)), default=0)


def _period_of_all(analysis: Analysis, first: int, others: Sequence[Group], words: Words) -> Value | None:
    """The interval that the lead tells of all that is signed, or with which a later sentence begins what all will do.

    "X ký kết hợp tác với ba tỉnh giai đoạn 2025-2030", "Trong giai đoạn 2025-2030, hai bên sẽ ...".
    """
    own = {mention.sentence.index for one in others for mention in one.mentions
           if len(mention.parties) > 1 or mention.both}  # fmt: skip
    announcing = [sentence for sentence in lead(analysis) if sentence.index < first and sentence.index not in own]
    for sentence in [*announcing, *analysis.sentences[first + 1 :]]:
        for date in analysis.dates_in(sentence):
            before = analysis.folded[sentence.place.start : date.place.start]
            signed = _SIGN.search(before) if sentence.index < first else None
            tells = before in _IN_PERIOD or (signed and not words.targets.search(before, signed.end()))
            if date.kind == "period" and tells and not _is_visit(date) and _begins_period(analysis, date, words):
                return Value(date.edtf, date.place, date.note)
    return None


def open_period(analysis: Analysis, group: Group, day: Value | None, words: Words) -> Value | None:
    """From the day of signing on, where the document is said to be in force from then, and no end is told."""
    first = min(mention.sentence.index for mention in group.mentions)
    for sentence in _of_document(analysis, first, words) if day and is_full_day(day.text) else ():
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
            made = words.documents.search(before[-_PLAN_REACH:]) and _SIGN.search(before)
            planned = planned or (within and made is not None)
            if date.kind == "date" and len(date.edtf) == _YEAR_LENGTH and planned and date.edtf >= signed:
                return Value(date.edtf, date.place)
    return None


def _of_document(analysis: Analysis, first: int, words: Words) -> Iterator[Sentence]:
    """The sentences from `first` on that name a document, and no other than this."""
    for sentence in analysis.sentences[first:]:
        terms = [date.place.end for date in analysis.dates_in(sentence) if date.kind != "date"]
        past = words.commitments.background.search(
            analysis.folded, sentence.place.start, min(terms, default=sentence.place.end)
        )  # "có hiệu lực từ ngày 15/9/2018, thay cho quy chế ký hồi tháng 4/2013"
        named = words.documents.search(analysis.folded, sentence.place.start, sentence.place.end)
        named = named or words.validity_told.search(analysis.folded, sentence.place.start, sentence.place.end)
        goes_on = any(analysis.folded.startswith(_IN_FORCE, date.place.start) and analysis.folded.endswith(", ", 0, date.place.start)
                      for date in analysis.dates_in(sentence))  # fmt: skip
        if (goes_on or not past) and (named or kinds_in(analysis, sentence, words)):
            yield sentence


def _of_old(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence tells only of the month or year of a signing, as of one before."""
    if not _DONE.search(sentence.place.of(analysis.folded)):
        return False
    days = [date for date in analysis.dates_in(sentence) if date.kind == "date"]
    return bool(days) and all(not is_day(date.edtf) and not date.edtf.startswith("X") for date in days)


def kinds_in(analysis: Analysis, sentence: Sentence, words: Words, inside: Place | None = None) -> list[str]:
    """The kinds of document that the sentence, or what of it lies `inside`, names, in order; "Tổ chức Hiệp ước X" names none."""
    tokens = analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens]
    bodies = [name.place for name in analysis.names_in(sentence) if name.kind is NameKind.ORGANISATION and name.type]
    found = [
        words.lexicon.kinds.longest(folded[at : at + 8], 0)
        for at, token in enumerate(tokens)
        if not any(body.covers(token.place) for body in bodies) and (inside is None or inside.covers(token.place))
    ]
    return [kind[1] for kind in found if kind and kind[1] != AgreementKind.UNSPECIFIED]


def kinds_told(analysis: Analysis, group: Group, words: Words) -> set[str]:
    """The kinds of document that the sentences from the first telling on name, background left out."""
    first = min(mention.sentence.index for mention in group.mentions)
    return {kind for sentence in _of_document(analysis, first, words) if not _of_old(analysis, sentence)
            for kind in kinds_in(analysis, sentence, words)}  # fmt: skip


def _is_term(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether the words say that the term, the end or the interval is that of the agreement."""
    if (_lasts(analysis, date) and _is_done(analysis, date, words)) or _opens_content(analysis, date, words):
        return True
    clause = _CLAUSE_MARK.split(_before(analysis, date, _NUMBER_REACH))[-1]
    if date.kind == "term" and words.other_terms.search(clause) and not words.documents.search(clause):
        return False
    before = _before(analysis, date)
    if before.endswith(_IS):
        before = _before(analysis, date, _NUMBER_REACH)  # "thời hạn của các biên bản ghi nhớ là 5 năm"
    own = words.validity.search(before + date.place.of(analysis.folded))
    if not own or _is_visit(date) or _IF_LONGER.search(clause):
        return False
    if date.kind == "term":
        return date.edtf.endswith(("Y", "M")) and not _is_due(analysis, date, words)
    return date.kind in {"period", "deadline"} and date.edtf != "../.."


def _is_due(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is the term in which an act is to be done: "thống nhất bỏ thuế trong vòng 10 năm", not "thống nhất hợp tác ..."."""
    clause = _CLAUSE_MARK.split(_before(analysis, date, _CLAUSE_REACH))[-1]
    firm = words.commitments.firm.search(clause)
    if firm is None or not date.place.of(analysis.folded).startswith(_WITHIN):
        return False
    following = TOKEN.findall(clause[firm.end() :])
    return date.edtf.endswith("M") or not (following and words.commitments.cooperate.longest(following, 0))


def _opens_content(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether it is a term that begins what a document says: "Theo hợp đồng, trong 18 tháng, Bệnh viện X sẽ ..."."""
    sentence = analysis.sentence_of(date.place)
    if sentence is None or date.kind != "term" or not date.place.of(analysis.folded).startswith(_DURING):
        return False
    before = analysis.folded[sentence.place.start : date.place.start]
    per = _PER_DOCUMENT.fullmatch(before) is not None and words.documents.search(before) is not None
    return per and date.edtf.endswith(("Y", "M")) and analysis.folded.startswith(",", date.place.end)


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
    return words.periods.search(_before(analysis, date) + date.place.of(analysis.folded)) is not None


def _is_visit(date: DateValue) -> bool:
    """Whether the interval is of a few days, as a visit is, and not of years."""
    first, _, last = date.edtf.partition("/")
    return is_day(first) and is_day(last) and first[:4] == last[:4] and (abs(int(first[5:7]) - int(last[5:7])) <= 1)


def values(analysis: Analysis, group: Group, words: Words) -> list[Value]:
    """The sums that the tellings name as the agreement's worth."""
    found: dict[str, Value] = {}
    for mention in tellings(group):
        for amount in analysis.amounts_in(mention.sentence):
            before = analysis.folded[max(mention.sentence.place.start, amount.place.start - 30) : amount.place.start]
            told = words.value_words.search(before) if amount.kind == "money" else None
            if told and not words.apiece.search(before[: told.start()]):
                found.setdefault(amount.place.of(analysis.folded), Value(amount.place.of(analysis.text), amount.place))
    return list(found.values())
