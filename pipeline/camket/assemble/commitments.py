"""Commitments: what an agreement covers (areas), and what named actors undertake (pledges).

They are told in four ways: as the subject of the agreement, in a content list, in a sentence whose subject
"sẽ / cam kết ..." an act, and in the list items under such a sentence. Each is read as a `Telling`; its words are
split into items by clauses.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from camket.analysis import Analysis, DateValue, NameKind
from camket.assemble.carry import Carry
from camket.assemble.clauses import Clauses
from camket.assemble.duty_tables import duty_tables
from camket.assemble.evidence import evidence
from camket.assemble.headlines import given_in_headline, in_headline
from camket.assemble.pledges import tellings_in
from camket.assemble.shares import shares
from camket.assemble.subject_ends import allowed
from camket.assemble.subjects import AIM, aims, subjects
from camket.assemble.tellings import Story, Telling
from camket.assemble.vows import affirmed, teamed, vowed
from camket.assemble.words import Words
from camket.document import Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import Agreement, Commitment

_SAME, _SAME_OF_OTHERS, _SAME_SUBJECT = 0.72, 0.8, 0.5
_SUBJECT = "commitment.subject"
_FEWEST_TO_COMPARE = 3
_YEAR = len("2012")
_SIDE = ("phía",)
_MONEY = "money"
_NO_BEGINNINGS = (("và",), ("với",))
_IF, _COMMA = ("nếu",), ","
_FEWEST_WORDS = 2
_TALK, _BESIDE = "commitment.firm", "commitment.beside"
_LONGEST = 70
_REACH = 60
_ENGLISH, _FEWEST_ENGLISH = frozenset({"of", "and", "for", "the", "with", "in", "to", "or"}), 3
_WISHES = re.compile(r"(?:[^\W\d]+ ){1,6}(?:mong muốn|hy vọng|kỳ vọng|mong)(?!\w)")
_LAW = re.compile(r"(?<!\w)(?:bộ luật|luật|pháp lệnh|hiến pháp)(?: [^\W\d]+,?){1,8} $")
_LED_BY = re.compile(r",?(?: sẽ| mỗi \w+ \w+)? ")
_BEFORE_PRICE = re.compile(
    r", (?:(?:tổng )?(?:vốn|kinh phí|mức đầu tư)(?: dự kiến| đăng ký| đầu tư)? )?(?:khoảng |gần |trên |hơn )?"
)
_LASTS = re.compile(
    r"(?<!\w)trong (?:(?:suốt|ít nhất|tối thiểu|vòng|thời gian) )?\d*\w+ \w+(?: tới| sắp tới| tiếp theo)?$"
)


@dataclass(frozen=True, slots=True)
class _Item:
    telling: Telling
    place: Place
    words: tuple[str, ...]


def report_tellings(analysis: Analysis, agreements: Sequence[Agreement], words: Words) -> list[Telling]:
    """Where a report tells of commitments: the subjects of its agreements, content lists and pledges."""
    story = Story.of(analysis, agreements, words)
    story = replace(story, vowed=vowed(story), teamed=teamed(story), affirmed=affirmed(story))
    tellings = subjects(story)
    tabled, inside = duty_tables(story)
    tellings += tabled
    carry, shared = Carry(), shares(story)
    for sentence in analysis.sentences:
        if sentence.index in inside:
            continue
        carry = replace(carry, content=carry.content or sentence.index in shared)
        told, carry = tellings_in(story, sentence, carry)
        tellings += told
    if not (tellings or agreements):
        return in_headline(story)
    return [*given_in_headline(story, tellings), *tellings, *aims(story)]


def commitments_of(analysis: Analysis, tellings: Sequence[Telling], words: Words) -> tuple[Commitment, ...]:
    """The commitments that `tellings` hold, in the order of the text, each once in its fullest form."""
    if not tellings:
        return ()
    clauses = Clauses(analysis, words)
    items = [item for telling in tellings for item in _items(analysis, telling, clauses)]
    kept = _once(_without_aims(items))
    starts = sorted(item.place.start for item in items)
    return tuple(_commitment(analysis, item, f"c{number}", words, starts) for number, item in enumerate(kept, 1))


def _items(analysis: Analysis, telling: Telling, clauses: Clauses) -> list[_Item]:
    found: list[_Item] = []
    content = _past_permission(analysis, telling.place, clauses)
    for piece in clauses.items(content, fields=telling.fields, whole=telling.rule == _TALK):
        place = clauses.trims.without_condition(piece.place) if telling.agreement else piece.place
        place = _without_price(analysis, _without_time(analysis, place, clauses))
        words = tuple(TOKEN.findall(place.of(analysis.folded)))
        if any(
            name.kind is NameKind.PERSON and name.extent.start <= place.start < name.extent.end
            for name in analysis.names_within(place)
        ):
            continue
        if words[:1] == _SIDE and any(name.kind is NameKind.PERSON for name in analysis.names_within(place)):
            continue  # "phía Công ty X là ông A, Giám đốc"
        if any(amount.kind == _MONEY and amount.place.covers(place) for amount in analysis.amounts):
            continue  # "hợp đồng 1,7 tỷ USD" tells what it is worth
        if (
            clauses.only_everyone(place)
            or clauses.only_cooperation(place)
            or _names_body(analysis, place)
            or words[:1] in _NO_BEGINNINGS
        ):
            continue
        if _WISHES.match(place.of(analysis.folded)) and analysis.text[place.start - 1 : place.start].isspace():
            continue  # "Biên bản nêu rõ: tỉnh X mong muốn ..."
        if _is_english(words, place.of(analysis.text)):
            continue  # what a document in two languages tells again
        if words[:1] == _IF and _COMMA not in words:
            continue  # "...; nếu không chấp hành thì xử lý"
        act = (telling.sure and not found) or piece.field or not telling.needs_act or clauses.begins_act(place)
        act = act or (bool(found) and clauses.goes_on_after_semicolon(place))
        told = telling.needs_act or (telling.rule == _SUBJECT and not telling.fields)
        if told and not piece.field and (clauses.only_act(place) or clauses.lacks_object(place)):
            continue
        if act and len(words) <= _LONGEST and (len(words) >= _FEWEST_WORDS or piece.field):
            found.append(_Item(telling, place, words))
    return found


def _is_english(words: tuple[str, ...], said: str) -> bool:
    """Whether the words are of an English clause: "Exchange of lecturers and students"."""
    return said.isascii() and len(words) >= _FEWEST_ENGLISH and not _ENGLISH.isdisjoint(words)


def _past_permission(analysis: Analysis, place: Place, clauses: Clauses) -> Place:
    """The place; what it lets states or bodies do where it begins so: "cho phép X và Y chia sẻ thông tin"."""
    end = allowed(analysis.folded, analysis.names_within(place), place.start)
    rest = Place(min(end + 1, place.end), place.end)
    return rest if end > place.start and clauses.begins_act(rest) else place


def _names_body(analysis: Analysis, place: Place) -> bool:
    """Whether the words are but the name of a body, as in "với hai đối tác là X và Y"."""
    return any(
        name.kind is NameKind.ORGANISATION and name.type and name.extent.covers(place)
        for name in analysis.names_within(place)
    )


def _without_time(analysis: Analysis, place: Place, clauses: Clauses) -> Place:
    """The item without the deadline, the day or the "trong 3 năm" that it ends with."""
    sentence = analysis.sentence_of(place)
    for date in reversed(analysis.dates_in(sentence)) if sentence else ():
        lasts = date.kind == "term"
        if date.place.end != place.end or date.place.start <= place.start or _is_of_law(analysis, date):
            continue
        if lasts and not _LASTS.search(Place(place.start, date.place.end).of(analysis.folded)):
            continue
        rest = clauses.trims.trimmed_at(Place(place.start, date.place.start))
        return place if rest is None or (lasts and clauses.ends_with_act(rest)) else rest
    return place


def _without_price(analysis: Analysis, place: Place) -> Place:
    """The item without the price that it ends with, behind a comma: "xây nhà máy tại X, 900 tỷ đồng"."""
    price = next((one.place for one in analysis.amounts if one.kind == _MONEY and one.place.end == place.end), None)
    found = _BEFORE_PRICE.finditer(analysis.folded, place.start, price.start) if price else ()
    return next((Place(place.start, one.start()) for one in found if price and one.end() == price.start), place)


def _once(items: Iterable[_Item]) -> list[_Item]:
    """The items without repetitions: of two that say the same the fuller is kept."""
    kept: list[_Item] = []
    for item in items:
        same = next((other for other in kept if _same(item, other)), None)
        if same is None:
            kept.append(item)
        elif len(item.words) > len(same.words) and (
            item.telling.kind == same.telling.kind or _tells_subject_again(same, item)
        ):
            kept = [other for other in kept if other is not same and not other.place.overlaps(item.place)] + [item]
    return sorted(kept, key=lambda one: one.place.start)


def _without_aims(items: list[_Item]) -> list[_Item]:
    """The items; what an agreement is made for is left out where more is told of its content."""
    told = {item.telling.agreement for item in items if item.telling.rule != AIM}
    return [item for item in items if item.telling.rule != AIM or item.telling.agreement not in told]


def _same(item: _Item, other: _Item) -> bool:
    if item.place.overlaps(other.place):
        return True
    mine, theirs = set(item.words), set(other.words)
    shared, fewer, more = len(mine & theirs), min(len(mine), len(theirs)), max(len(mine), len(theirs))
    if _tells_subject_again(item, other) or _tells_subject_again(other, item):
        return True
    if _BESIDE in {item.telling.rule, other.telling.rule} and (mine <= theirs or theirs <= mine):
        return True  # "Bên cạnh việc tặng sách, ..." tells again of what is told before
    if item.telling.actors != other.telling.actors or item.telling.kind is not other.telling.kind:
        counts = {word for word in mine ^ theirs if word.isdigit()}  # "đầu tư 2 triệu", "đầu tư 3 triệu"
        return shared >= _SAME_OF_OTHERS * more and not counts
    both_subjects = item.telling.rule == other.telling.rule == _SUBJECT
    if both_subjects and item.telling.place.start != other.telling.place.start and fewer > 1:
        return shared >= _SAME_SUBJECT * fewer
    if fewer < _FEWEST_TO_COMPARE:
        return mine == theirs
    return shared >= _SAME * fewer and 2 * shared >= more


def _tells_subject_again(one: _Item, other: _Item) -> bool:
    """Whether `one` is the subject of the agreement, and `other` tells the same act more fully in its content."""
    if (
        one.telling.rule != _SUBJECT
        or other.telling.rule == _SUBJECT
        or one.telling.agreement != other.telling.agreement
    ):
        return False
    shared = len(set(one.words) & set(other.words))
    return (
        one.words[:2] == other.words[:2]
        and len(other.words) >= len(one.words)
        and shared >= _SAME_OF_OTHERS * len(set(one.words))
    )


def _commitment(analysis: Analysis, item: _Item, name: str, words: Words, starts: Sequence[int]) -> Commitment:
    """The commitment of the item; `starts` are where all items begin, in order."""
    telling = item.telling
    said = " ".join(item.place.of(analysis.text).split())
    due = telling.due or _due(analysis, item, starts)
    amount = _amount(analysis, item)
    folded = fold(said)
    return Commitment(
        id=name,
        kind=telling.kind,
        text=said,
        agreement=telling.agreement,
        actors=telling.actors,
        fields=tuple(field for field, pattern in words.lexicon.fields if pattern.search(folded)),
        due=_edtf(due) if due else None,
        amount=amount.of(analysis.text) if amount else None,
        confidence=telling.confidence,
        evidence=(evidence(analysis, item.place, "commitment", telling.rule),
                  *((evidence(analysis, due.place, "due", "detail.due"),) if due else ()),
                  *((evidence(analysis, amount, "amount", "detail.amount"),) if amount else ())),
    )  # fmt: skip


def _due(analysis: Analysis, item: _Item, starts: Sequence[int]) -> DateValue | None:
    """The deadline told in the item or right after it, before the next one begins; else the one right before it.

    What is told right before an item may be that of the one before: "cung cấp A trong năm 2024, lắp B trước năm 2026".
    """
    sentence = analysis.sentence_of(item.place)
    if sentence is None:
        return None
    told = analysis.dates_in(sentence)
    own = next((date for date in told if _is_due_of(analysis, item, date, starts)), None)
    return own or next((date for date in told if _leads_in(analysis, item, date, starts)), None)


def _is_due_of(analysis: Analysis, item: _Item, date: DateValue, starts: Sequence[int]) -> bool:
    """Whether the date is told in the item, or right after it and before the next one begins."""
    following = next((start for start in starts if start > item.place.start), len(analysis.text))
    end = min(item.telling.place.end, item.place.end + _REACH, max(item.place.end, following))
    if not Place(item.place.start, end).covers(date.place) or _is_of_law(analysis, date):
        return False
    apart = item.place.end < date.place.start and ";" in analysis.text[item.place.end : date.place.start]
    return not apart and (date.kind in {"deadline", "period"} or (date.kind == "date" and len(date.edtf) >= _YEAR))


def _leads_in(analysis: Analysis, item: _Item, date: DateValue, starts: Sequence[int]) -> bool:
    """Whether the date stands right before the item, and is not told of another in its own clause: "trong năm 2026 sẽ tổ chức ..."."""
    if not item.telling.place.covers(date.place) or _is_of_law(analysis, date):
        return False
    led = _LED_BY.fullmatch(analysis.folded, date.place.end, item.place.start)
    clause = max(analysis.text.rfind(mark, 0, date.place.start) for mark in ",;")
    others = any(clause < start <= date.place.start for start in starts)
    return led is not None and not others and date.kind != "term" and (date.kind != "date" or len(date.edtf) >= _YEAR)


def _is_of_law(analysis: Analysis, date: DateValue) -> bool:
    """Whether it is the year in the name of a law: "phổ biến Luật Hợp tác xã năm 2023"."""
    return _LAW.search(analysis.folded, 0, date.place.start) is not None


def _edtf(date: DateValue) -> str:
    """A deadline as the day, month or year that it names; the end of a range."""
    return date.edtf.rpartition("/")[2].replace("..", "") or date.edtf.partition("/")[0]


def _amount(analysis: Analysis, item: _Item) -> Place | None:
    """The first sum of money in the item or right behind its comma, else its first quantity."""
    sentence = analysis.sentence_of(item.place)
    if sentence is None:
        return None
    told = analysis.amounts_in(sentence)
    inside = [amount for amount in told if item.place.covers(amount.place)]
    price = (
        one
        for one in told
        if one.kind == _MONEY and _BEFORE_PRICE.fullmatch(analysis.folded, item.place.end, one.place.start)
    )
    best = next((one for one in inside if one.kind == _MONEY), None) or next(price, inside[0] if inside else None)
    return best.place if best else None
