"""The day of an agreement's signing, from the sentences that tell of it, else from the lead, a dateline or the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_day
from datetime import timedelta
from itertools import pairwise, product

from camket.analysis import Analysis, DateValue, Sentence
from camket.assemble.details import SIGN, Value, around, form_lines, lead, said_before, tellings
from camket.assemble.groups import Group
from camket.assemble.history import SIGNED
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.assemble.years import with_year
from camket.document import BlockKind, Place
from camket.edtf import is_day, is_full_day

_NO_YEAR = "XXXX"
_MONTH_LENGTH = len("2012-11")
_NUMBER_REACH = 60
_NUMBER = re.compile(r" số [^\s,;]+$")
_COMMA = len(", ")
_SOON = re.compile(r"(?<!\w)(?:sắp|chuẩn bị|chuẩn bị cho lễ|chuẩn bị cho việc) (?:được )?(?:ký|kí|trao)(?!\w)")
"""What is to come after a meeting on the day told before it: "Ngày 5/4, X làm việc với Y về bản ghi nhớ sắp được ký"."""
_OPENING = 3
_AFTERWARDS = "sau khi "
_CARRIED_OUT = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|(?:sau|qua) [^,;:.]{3,20} thực hiện) [^,;:.]{3,90} ký(?: kết)? $")
"""Before the day of a document that is reviewed: "sau 5 năm thực hiện quy chế phối hợp ký ngày 12/4/2019"."""
_EXPIRES = re.compile(r"(?<!\w)(?:hết hạn|hết hiệu lực|đáo hạn|hết thời hạn)(?: vào)? ?$")
_COMING = (" tới", " sắp tới", " năm sau", " năm tới")
_CLAUSE_REACH = 120
_PLACE_BEFORE = re.compile(r"\W{0,2}[^\W\d][^,:;]{1,30},\s*")
_DASH_AFTER = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?[-:]\s")
_EXPECT_REACH = 60
_EXPECTED = re.compile(r"(?<!\w)dự kiến[^.;:]*$")
_REPLACES = re.compile(r"(?<!\w)thay (?:thế|cho)(?! mặt)(?= )[^;.]* ký(?: kết)?(?!\w)[^;.]*$")
"""Before the day of an older document: "thay cho bản ghi nhớ ký giữa X và Y ngày 2/2/2016"."""
_LAST_MONTH = "12"
"""Higher numbers are of quarters."""
_OF_NUMBERED = re.compile(r"(?:gia hạn|bổ sung|sửa đổi|thực hiện|theo)[^,;.]* số \d[\w/.-]* $")
"""Before the day of the document that is prolonged or carried out: "phụ lục gia hạn Thỏa thuận số 01/TTLN ngày 20/10/2016"."""
_SEVERAL_DAYS = re.compile(r"(?<!\w)(?:hai|ba|bốn|\d) ngày,? (?:từ )?(?:ngày )?\d[\d/., ]*(?:và|đến|-|–)(?: ngày)? ?$")
"""Before the last of several days: "Trong hai ngày 13 và 14/9/2022"."""
_AT_MEETING = re.compile(
    r"(?:ngay )?(?:tại|trong) (?:cuộc |buổi |phiên |kỳ |lễ )?(?:họp|kỷ niệm|khai trương|khởi công)(?: [^,;:.]{0,40})? ?"
)
_SIGNED_THERE = re.compile(r"(?: tại [^,;:.]{3,40})?, [^;:.]{3,160} (?:đã|vừa|chính thức) (?:\w+ ){0,3}?ký(?!\w)")
"""Behind the day of a meeting: "Tại cuộc họp ngày 28/12, X và Y đã ký ..."."""
_SPEECH = re.compile(r"(?<!\w)(?:phát biểu|nhấn mạnh|chia sẻ|khẳng định)(?!\w)")


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
        told = told or _day_of_publication(analysis, acts, words) or _day_opening(analysis, acts, words)
        return told or _day_opening_event(analysis, acts, words)
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
    done = any(SIGNED.search(act.sentence.place.of(analysis.folded)) for act in acts)
    if done or not any("planned" in act.cues for act in acts):
        return []
    first = min(act.sentence.index for act in acts)
    found: list[DateValue] = []
    for sentence in analysis.sentences[first:]:
        start, end = sentence.place.start, sentence.place.end
        if not (SIGN.search(analysis.folded, start, end) or words.ceremony.search(analysis.folded, start, end)):
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
    there = [act for act in acts if _is_at_event(analysis, act.sentence, words)]
    begun = [one for one in lead(analysis) if there and one.index < there[0].sentence.index]
    return [date for sentence in begun for date in analysis.dates_in(sentence)
            if date.kind == "date" and is_day(date.edtf) and not _is_of_other(analysis, date, words)
            and not _is_spoken(analysis, sentence, date)][:1]  # fmt: skip


def _is_at_event(analysis: Analysis, sentence: Sentence, words: Words) -> bool:
    """Whether the sentence, or one before it in its paragraph, begins as one of what was done at the event: "Tại buổi làm việc, ..."."""
    told = analysis.sentences[: sentence.index + 1]
    return any(
        one.block is sentence.block and words.at_the_event.match(analysis.folded, one.place.start) for one in told
    )


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


def _day_opening_event(analysis: Analysis, acts: Sequence[Mention], words: Words) -> Value | None:
    """The full day of the dateline that opens the news, for what was signed at its event: "Hà Nội, 20/6/2023 - X đón Y ... Tại buổi làm việc, ..."."""
    there = any(_is_at_event(analysis, act.sentence, words) for act in acts)
    begun = analysis.sentences[: _OPENING + 1] if there else ()
    days = [(sentence, date) for sentence in begun for date in analysis.dates_in(sentence) if is_day(date.edtf)]
    if len(days) != 1 or not is_full_day(days[0][1].edtf):
        return None
    ((line, day),) = days
    if line.block.kind is not BlockKind.DATE_LINE and not _is_of_dateline(analysis, day, words):
        return None
    return Value(day.edtf, day.place, "the day of the dateline that opens the news of the event")


def _day_before(edtf: str) -> str:
    """The day before a day with its year, or with none ("XXXX-09-12")."""
    day = calendar_day.fromisoformat(edtf.replace(_NO_YEAR, "2001")) - timedelta(days=1)
    return f"{_NO_YEAR}{day.isoformat()[4:]}" if edtf.startswith(_NO_YEAR) else day.isoformat()


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


def _nearest_first(analysis: Analysis, mention: Mention, words: Words) -> list[DateValue]:
    """The days of the mention's sentence that are not of something else, the nearest to the mention first."""
    middle = mention.place
    dates = [date for date in analysis.dates_in(mention.sentence)
             if date.kind == "date" and not _is_of_other(analysis, date, words)]  # fmt: skip
    return sorted(dates, key=lambda date: max(middle.start - date.place.end, date.place.start - middle.end, 0))


def _is_of_other(analysis: Analysis, date: DateValue, words: Words) -> bool:
    """Whether the words around the day give it to something else: "tại phiên họp ngày 15/3", "ngày 6/3 nói với báo X"."""
    if words.day_of_ceremony.search(said_before(analysis, date, _NUMBER_REACH)):
        return False  # "Tại lễ ký trưa 16-7, ông A cho biết"
    if any(told.search(said_before(analysis, date, _CLAUSE_REACH)) for told in (_CARRIED_OUT, _EXPIRES)):
        return True
    if _REPLACES.search(said_before(analysis, date, date.place.start)) or _OF_NUMBERED.search(
        said_before(analysis, date, _CLAUSE_REACH)
    ):
        return True
    if _SEVERAL_DAYS.search(said_before(analysis, date, _NUMBER_REACH)):
        return True
    sentence = analysis.sentence_of(date.place)
    if sentence is not None and _SOON.search(analysis.folded, date.place.end, sentence.place.end):
        return True
    said = words.saying.match(analysis.folded, _after_subject(analysis, date))
    if sentence is not None and _is_signed_at_meeting(analysis, sentence, date):
        return False
    if _is_of_dateline(analysis, date, words) or said or words.other_events.match(analysis.folded, date.place.start):
        return True
    before = _NUMBER.sub("", said_before(analysis, date, _NUMBER_REACH).rstrip())
    found = list(words.other_events.finditer(before))
    apart = {",", ":"} & set(before[found[-1].start() :]) if found else set()  # "thông báo: ngày 15/3, X đã ký"
    return bool(found) and len(before) - found[-1].end() <= 2 and not apart


def _is_signed_at_meeting(analysis: Analysis, sentence: Sentence, date: DateValue) -> bool:
    """Whether the sentence begins with the meeting of that day, at which someone is then told to have signed."""
    met = _AT_MEETING.fullmatch(analysis.folded, sentence.place.start, date.place.start)
    return met is not None and _SIGNED_THERE.match(analysis.folded, date.place.end, sentence.place.end) is not None


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
