"""What is told of the past: tellings of signings that are of no agreement of today."""

from __future__ import annotations

import re
from datetime import date

from camket.analysis import Analysis
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import BlockKind
from camket.edtf import is_day, is_full_day
from camket.lexicon import TOKEN

_PER = "theo "
SIGNED = re.compile(r"(?<!\w)(?:đã|vừa) (?:\w+ ){0,3}?ký(?!\w)")
_ALSO_SIGNS = re.compile(r"(?<!\w)(?:và|đồng thời|kết hợp) (?:\w+ ){0,2}?ký kết(?!\w)")
_SINCE_YEAR = re.compile(
    r"(?:^|(?<=, )|(?<=\W))từ (?:năm|tháng \d{1,2}[/-]|tháng \d{1,2} năm|ngày \d{1,2}[/-]\d{1,2}[/-]) ?\d{4},? (?!đến|tới|-|–)"
)
"""The year since which something holds: "Từ năm 2017, A và B đã ký ..."."""
_WHEN_SIGNED = re.compile(r"khi [^,;:.]{3,120}? ký(?!\w)")
"""Behind a year since which something holds: "được đặt nền móng từ năm 2012, khi X và Y ký bản ghi nhớ"."""
_HOLDS_SINCE = re.compile(
    r"(?<!\w)được (?:thực hiện|triển khai|ký|ký kết|bắt đầu|duy trì)(?: \w+)? từ (?:đầu |cuối |giữa )?(?:năm|tháng) "
)
_BACK_IN = re.compile(r" hồi (?:đầu |cuối |giữa )?(?:năm |tháng \d{1,2}(?:[/-]| năm ))\d{4}(?!\d)")
_BY_DOCUMENT = re.compile(r"(?<=\w )theo (?=\w)")
_WAS_SIGNED = re.compile(r"[^,;:.]{0,50}?(?<!\w)(?:được|đã)(?: \w+)? ký(?!\w)")
_CARRIES_OUT = re.compile(r"(?:nhằm |để )?(?:thực hiện|triển khai) (?:việc |nội dung )?ký kết(?: các| một)? \w")
"""What is done by a document, which was signed before: "Thực hiện ký kết chương trình phối hợp giữa A và B, ngày ..."."""
_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?$")
"""A month or a year without a day."""
_YEAR = len("2024")
_DAYS_OF_NEWS = 365
_YEARS_OF_HISTORY = 10
_YEARS_AGO = 2
OPENING, FIRST_LINES = 2, 4
"""Sentences with which a report opens, and in which it tells its day."""


def why_not_told(analysis: Analysis, mention: Mention, words: Words, mentions: list[Mention]) -> str:
    """Why the mention tells of no agreement of today; empty where it does."""
    if not mention.told_as_news:
        return f"told as {', '.join(sorted(mention.cues - {'planned'}))}"
    if _told_of_old(analysis, mention):
        return "its days are a year or more before the day of publication"
    if mention.sentence.index >= OPENING and _is_referred_to(analysis, mention, words):
        return "only what follows from it is told, and that it was signed before"
    if _told_of_other_month(analysis, mention):
        return "told as signed in a month that is not that of the lead"
    if _signed_years_back(analysis, mention):
        return "told as signed in a year of the past"
    carried_out = _CARRIES_OUT.match(analysis.folded, mention.sentence.place.start) is not None
    if carried_out or _is_followed(analysis, mention, words):
        return "only what is done by the document is told"
    if words.private_signers.search(analysis.folded, mention.place.start, mention.place.end):
        return "a customer or the like tells of a contract of their own"
    signs = any(one.tells_signing for one in mentions if one.sentence.block.kind is BlockKind.HEADLINE)
    now = (signs and headline_tells(mentions)) or mention.ceremony or opens_at_event(analysis, mention, words)
    now = now or any(_reviews_and_signs(analysis, one, words) for one in mentions)
    if not now and _looks_back(analysis, words):
        return "the headline looks back at an old agreement"
    return ""


def headline_tells(mentions: list[Mention]) -> bool:
    """Whether the headline tells of a signing as news."""
    return any(mention.sentence.block.kind is BlockKind.HEADLINE and mention.told_as_news for mention in mentions)


def _looks_back(analysis: Analysis, words: Words) -> bool:
    """Whether the headline tells of a review, and not of a signing beside it: "Sơ kết 5 năm phối hợp, ký kết chương trình mới"."""
    place = analysis.sentences[0].place
    looks = words.reviews.search(analysis.folded, place.start, place.end)
    if looks is None or words.year_ends.match(analysis.folded, looks.start()) is not None:
        return False
    return words.signs_beside.search(analysis.folded, place.start, place.end) is None


def _reviews_and_signs(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether the lead tells of a review and of a signing beside it: "tổng kết giai đoạn 2016-2020 và ký kết hợp tác giai đoạn 2021-2025"."""
    place = mention.sentence.place
    reviews = words.reviews.search(analysis.folded, place.start, place.end)
    return (
        mention.focus > 1
        and reviews is not None
        and _ALSO_SIGNS.search(analysis.folded, reviews.end(), place.end) is not None
    )


def _is_referred_to(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether it is told by whom and when the document was signed that something follows: "Theo thỏa thuận do A và B ký hồi đầu năm, ..."."""
    place = mention.sentence.place
    past = words.commitments.past.search(analysis.folded, place.start, place.end) is not None
    return past and analysis.folded.startswith(_PER, place.start)


def _told_of_old(analysis: Analysis, mention: Mention) -> bool:
    """Whether all days told with the signing are a year or more before the day of publication."""
    published = analysis.document.published_on or ""
    days = [day.edtf for day in analysis.dates_in(mention.sentence) if day.kind == "date" and is_full_day(day.edtf)]
    if days and _told_much_later(analysis, max(days)):
        return True
    if not days and is_full_day(published):
        return _told_of_old_year(analysis, mention, int(published[:4]))
    if not days or not is_full_day(published):
        return False
    return all((date.fromisoformat(published) - date.fromisoformat(day)).days > _DAYS_OF_NEWS for day in days)


def _told_of_other_month(analysis: Analysis, mention: Mention) -> bool:
    """Whether behind the first lines it was signed in a month or year, told without a day, that the day of those is not in: "cuối tháng 12/2022, hai bên đã ký"."""
    opening = mention.sentence.index < OPENING or mention.sentence.block.kind is BlockKind.HEADLINE
    if opening or SIGNED.search(mention.place.of(analysis.folded)) is None:
        return False
    told = analysis.dates_in(mention.sentence)
    since = [day.edtf.removesuffix("/..") for day in told if day.place.end <= mention.sentence.place.end]
    before = [day for day in since if _MONTH.match(day)]
    lead = [day.edtf for one in analysis.sentences[:FIRST_LINES] for day in analysis.dates_in(one)
            if day.kind == "date" and is_day(day.edtf)]  # fmt: skip
    if not before or not lead or any(is_day(day.edtf) for day in told):
        return False
    told_then = before[0]
    other = (len(told_then) > _YEAR and day[5:7] != told_then[5:7] for day in lead)
    return all(
        one or (is_full_day(day) and not day.startswith(told_then)) for one, day in zip(other, lead, strict=True)
    )


def _signed_years_back(analysis: Analysis, mention: Mention) -> bool:
    """Whether it is told since when it holds, or back in which year it was signed: "Từ năm 2017, A và B đã ký ...", "lễ ký ... hồi tháng 3/2017"."""
    folded, sentence = analysis.folded, mention.sentence.place
    since = _SINCE_YEAR.search(folded, sentence.start, mention.place.end)
    if since is not None and (
        SIGNED.search(folded, since.end(), mention.place.end) or _WHEN_SIGNED.match(folded, since.end())
    ):
        return True
    clause = re.split(r"[,;:]", folded[mention.place.end : sentence.end])[0]
    return _HOLDS_SINCE.search(clause) is not None or _BACK_IN.search(clause) is not None


def _is_followed(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether something is told that is done by a document already signed: "Tàu bay qua X theo hiệp ước được ký giữa ..."."""
    folded, end = analysis.folded, mention.sentence.place.end
    for by in _BY_DOCUMENT.finditer(folded, mention.sentence.place.start, mention.place.end):
        signed = _WAS_SIGNED.match(folded, by.end(), end)
        said = TOKEN.findall(folded[by.end() : signed.end()]) if signed else []
        if signed and words.lexicon.kinds.longest(said, 0) and mention.place.start <= signed.end() <= mention.place.end:
            return True
    return False


def _told_of_old_year(analysis: Analysis, mention: Mention, published: int) -> bool:
    """Whether the years that its sentence tells before the act are two or more before the day of publication: "Đến năm 2011"."""
    told = [day.edtf.removeprefix("../") for day in analysis.dates_in(mention.sentence)
            if day.kind in {"date", "deadline"} and day.place.end <= mention.place.start]  # fmt: skip
    years = [int(year) for year in told if year.isdigit()]
    return bool(years) and published - max(years) >= _YEARS_AGO


def _told_much_later(analysis: Analysis, day: str) -> bool:
    """Whether the document tells of a year ten or more after the day: a story of history."""
    years = [int(date.edtf[:4]) for date in analysis.dates if date.kind == "date" and date.edtf[:4].isdigit()]
    return max(years) - int(day[:4]) >= _YEARS_OF_HISTORY


def opens_at_event(analysis: Analysis, mention: Mention, words: Words) -> bool:
    """Whether the sentence begins as one of what was done at the event of the news: "Dịp này, ..."."""
    return words.at_the_event.match(analysis.folded, mention.sentence.place.start) is not None
