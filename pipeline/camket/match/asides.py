"""Names that are told beside the telling: witnesses and guests, sources of the news, parents, the sides of a meeting.

A unit that is an aside is named by no pattern, so that nothing in it is a party; persons who look on are observers.
"""

from __future__ import annotations

from dataclasses import replace

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.match.unit import Unit
from camket.match.units import is_count

_NAMED = frozenset({"party", "parties", "place", "person", "persons"})
_PERSONS = frozenset({"person", "persons"})
_BODIES = frozenset({"party", "parties"})
_SIGNS = frozenset({"sign", "team_up", "reach"})
_REACH = 4
_PAIR = 2
_DASHES = frozenset({" - ", " – "})
_LONGEST_EVENT = 8
_SIGNS_NEXT = 3
_ATTENDED = frozenset({"tháp tùng", "hộ tống"})
_FRONTED = frozenset({"trong", "nhân", "tại", "sau", "trước", "với", "qua"})
_TITLE_REACH = 3
_COUNTED = frozenset({"giữa", "hai", "ba", "bốn", "nước", "quốc", "gia", "tỉnh"})
_VISIT = "thăm"
_BY = "do"
_CITES = "dẫn"
_GIVEN = (
    "đưa", "soạn", "trình", "chuẩn bị", "đề xuất", "tài trợ", "viện trợ", "trao tặng", "đầu tư", "sản xuất",
    "cung cấp", "hỗ trợ", "tặng",
)  # fmt: skip
_NOUN, _COUNT_REACH = 2, 4
_JOINTS = frozenset({"với", "của", "tại", "ở", "và", "từ", "cho"})
_FOUNDS = frozenset({"thành lập", "sáng lập", "ra mắt", "hình thành"})
_OF_DOCUMENTS = frozenset({"được", "đã", "vừa", "có", "do", "ký", "ký kết"})
_OF = frozenset({"của", "thuộc"})


def without_asides(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units, those made asides whose names only witness, tell the news, own a party or meet."""
    units = _divided(units)
    kept = list(units)
    for at, unit in enumerate(units):
        if unit.label in _NAMED and _witnesses(units, at):
            kept[at] = replace(unit, label="observer") if unit.label in _PERSONS else _aside(unit)
        elif (
            (unit.label in _PERSONS and _is_attended(units, at))
            or (unit.label in _NAMED and (_is_source(units, at) or _owns(units, at)))
            or (unit.label in _BODIES | {"place"} and _names_document(units, at))
            or (unit.label in _BODIES and (_meets(units, at) or _tells_whose(units, at) or _is_founded(units, at)))
            or (unit.label in _BODIES | {"place"} and _is_visited(units, at))
            or (unit.label == "party" and _is_of_both(units, at))
            or (unit.label in _BODIES | _PERSONS and _is_giver(units, at))
        ):
            kept[at] = _aside(unit)
    return tuple(kept)


def _is_of_both(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the body is told of both sides, and of none of them: "Hiệp định giữa Chính phủ hai nước"."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    plain = (
        unit.members[0].head is not None and unit.members[0].head == unit.members[0].place if unit.members else False
    )
    return after is not None and after.label == "both" and plain and after.place.start - unit.place.end == 1


def _divided(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units; a list of witnesses that runs on into who signs is two: "trước sự chứng kiến của A, B và C ký kết"."""
    divided: list[Unit] = []
    for at, unit in enumerate(units):
        if sides := (
            _sides_of_meeting(units, at)
            or _place_of_event(units, at)
            or _source_last(units, at)
            or _state_of_last(units, at)
        ):
            divided += sides
            continue
        signs = at + 1 < len(units) and units[at + 1].label in _SIGNS
        joint = unit.folded.rfind(",")
        if not (signs and joint >= 0 and unit.label == "parties" and _witnesses(units, at)):
            divided.append(unit)
            continue
        comma = unit.place.start + joint
        onlookers = tuple(name for name in unit.members if name.place.end <= comma)
        signers = tuple(name for name in unit.members if name.place.start > comma)
        if not onlookers or not signers or any(other.label in _BODIES for other in units[:at]):
            divided.append(unit)
            continue
        divided.append(_part(unit, onlookers))
        divided.append(Unit(Place(comma, comma + 1), "mark", ","))
        divided.append(_part(unit, signers))
    return tuple(divided)


def _sides_of_meeting(units: tuple[Unit, ...], at: int) -> list[Unit]:
    """The sides of a meeting and who is told after the comma: "tại hội nghị thượng đỉnh A - B, Công ty X ..."; else none."""
    unit = units[at]
    comma = unit.place.start + unit.folded.find(",")
    sides = tuple(name for name in unit.members if name.place.end <= comma)
    others = tuple(name for name in unit.members if name.place.start > comma)
    meets = at > 0 and units[at - 1].label in {"event", "meeting"} and unit.label == "parties"
    paired = meets and " - " in unit.folded[: comma - unit.place.start].replace("–", "-")
    if not (paired and len(sides) > 1 and others and all(name.kind is NameKind.STATE for name in sides)):
        return []
    return [_part(unit, sides), Unit(Place(comma, comma + 1), "mark", ","), _part(unit, others)]


def _place_of_event(units: tuple[Unit, ...], at: int) -> list[Unit]:
    """The place that an event's name ends with and who is told after the comma: "tại Hội chợ X Việt Nam, Hiệp hội Y"; else none."""
    unit = units[at]
    comma = unit.place.start + unit.folded.find(",")
    if unit.label != "parties" or unit.members[0].kind is NameKind.ORGANISATION or comma < unit.members[0].place.end:
        return []
    others = unit.members[1:]
    named = next((back for back in range(at - 1, max(-1, at - _LONGEST_EVENT), -1) if units[back].label != "word"), at)
    if units[named].label != "event" or any(name.kind is not NameKind.ORGANISATION for name in others):
        return []
    first = replace(_part(unit, unit.members[:1]), label="aside", members=())
    return [first, Unit(Place(comma, comma + 1), "mark", ","), _part(unit, others)]


def _source_last(units: tuple[Unit, ...], at: int) -> list[Unit]:
    """The bodies of a list and who tells the news as its last: "mua tàu của X, hãng tin Y dẫn thông cáo ..."; else none."""
    unit = units[at]
    comma = unit.place.start + unit.folded.rfind(",")
    reports = at + 1 < len(units) and (units[at + 1].label == "reports" or units[at + 1].folded == _CITES)
    if unit.label != "parties" or not reports or comma < unit.members[-2].place.end:
        return []
    return [_part(unit, unit.members[:-1]), Unit(Place(comma, comma + 1), "mark", ","), _part(unit, unit.members[-1:])]


def _state_of_last(units: tuple[Unit, ...], at: int) -> list[Unit]:
    """The bodies of a list without the state of the last: "Tập đoàn X và Tập đoàn Y – Pháp ký ..."; else none."""
    unit = units[at]
    if unit.label != "parties" or len(unit.members) <= _PAIR:
        return []
    *bodies, state = unit.members
    between = unit.folded[bodies[-1].place.end - unit.place.start : state.place.start - unit.place.start]
    owned = state.kind is NameKind.STATE and all(one.kind is NameKind.ORGANISATION for one in bodies)
    return [_part(unit, tuple(bodies))] if owned and between in _DASHES else []


def _part(unit: Unit, names: tuple[Name, ...]) -> Unit:
    place = Place(names[0].place.start, names[-1].place.end)
    folded = unit.folded[place.start - unit.place.start : place.end - unit.place.start]
    return replace(unit, place=place, label=unit.label if len(names) > 1 else "party", folded=folded, members=names)


def _aside(unit: Unit) -> Unit:
    return Unit(unit.place, "aside", unit.folded)


def _witnesses(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name stands right after "dưới sự chứng kiến của", or after another that does: "... của A, B cùng C"."""
    back = at - 1
    while back >= 0 and at - back <= _REACH and units[back].label in {"word", "mark", "with", "representative"}:
        if units[back].folded == "của" and back > 0 and units[back - 1].label in {"witness", "attend"}:
            return True
        if units[back].folded == ",":
            return False
        back -= 1
    return False


def _is_source(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is that of who tells the news: "theo hãng tin X", "X đưa tin"."""
    before = units[at - 1].label if at else ""
    if at == 0 and len(units) > 1 and units[1].folded == ":":
        pair = units[0].label == "parties" and any(unit.label in _SIGNS for unit in units[2 : 2 + _SIGNS_NEXT])
        return not pair  # "Báo X: ...", and not "Sở X - Bệnh viện Y: Ký kết ..."
    after = units[at + 1] if at + 1 < len(units) else None
    theo = before == "by" or (before == "outlet" and at > 1 and units[at - 2].label in {"by", "mark"})
    ends = after is None or after.label in {"mark", "date", "aside", "reports"}
    return (theo and ends) or (after is not None and (after.label == "reports" or after.folded == _CITES))


def _owns(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is that of a parent: "Công ty X, thành viên của Tập đoàn Y", "Khối thi đua số 1 thuộc tỉnh Z"."""
    back = at - 1 - (at > 1 and units[at - 1].folded in _OF)
    numbered = back - (back > 0 and units[back].folded.isdigit())
    return (back > 0 and units[back].label == "belongs") or (numbered >= 0 and units[numbered].label == "cluster")


def _meets(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the names are of the sides of a meeting or a quarrel: "hội nghị thượng đỉnh A - B", "biên giới giữa ba nước"."""
    sides = units[at]
    back = at
    while back and at - back < _REACH and (units[back - 1].folded in _COUNTED or units[back - 1].label == "both"):
        back -= 1
    if 0 < back < at and units[back].label == "between" and units[back - 1].label in {"event", "meeting"}:
        return units[back - 1].label == "event"
    pair = len(sides.members) > 1 and " - " in sides.folded.replace("–", "-")
    return pair and at > 0 and units[at - 1].label in {"event", "meeting"}


def _is_attended(units: tuple[Unit, ...], at: int) -> bool:
    """Whether others than the person sign on the occasion told first: "đoàn tháp tùng X ký", "Trong lần đón X này, các công ty ký"."""
    if " ".join(unit.folded for unit in units[max(0, at - _PAIR) : at]) in _ATTENDED:
        return True
    fronted = units[0].folded in _FRONTED and all(unit.label != "mark" for unit in units[:at])
    ends = any(unit.folded == "," for unit in units[at + 1 : at + 1 + _TITLE_REACH])
    return fronted and ends and any(unit.label in _SIGNS for unit in units[at + 1 :])


def _names_document(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is that of the document before it: "Thỏa thuận Sochi được ký ...", "Thỏa thuận Paris có hiệu lực"."""
    after = units[at + 1].folded if at + 1 < len(units) else ""
    named = at > 0 and units[at - 1].label in {"doc", "deal"} and len(units[at].members) == 1
    return named and not units[at].value and units[at].members[0].kind is not NameKind.STATE and after in _OF_DOCUMENTS


def _is_giver(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is of who gave what is told before it: "nhận 10 máy thở do Tập đoàn X tài trợ và ký ..."."""
    following = " ".join(unit.folded for unit in units[at + 1 : at + 3])
    return at > 0 and units[at - 1].folded == _BY and following.startswith(_GIVEN)


def _is_visited(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is of where someone travels to: "ký với đối tác nhân chuyến thăm Việt Nam"."""
    return at > 0 and len(units[at].members) == 1 and units[at - 1].folded.rpartition(" ")[2] == _VISIT


def _tells_whose(units: tuple[Unit, ...], at: int) -> bool:
    """Whether states only tell whose the nameless bodies before them are: "các nhà đầu tư Mỹ", "các hãng bay Nhật Bản"."""
    if any(name.kind is not NameKind.STATE for name in units[at].members):
        return False
    back = at - 1 - (at > 0 and units[at - 1].folded == "của")
    first = back
    counted = next((i for i in range(back, max(-1, back - _COUNT_REACH), -1) if is_count(units[i])), None)
    alone = len(units[at].members) == 1 and counted is not None and back > counted
    if (
        alone
        and counted is not None
        and all(one.label == "word" and one.folded not in _JOINTS for one in units[counted + 1 : at])
    ):
        return True  # "4 tỉnh Nam Lào"
    while back >= 0 and first - back < _NOUN and units[back].label == "word" and units[back].folded not in _JOINTS:
        back -= 1
    if back < 0:
        return False
    named = first < at - 1 or len(units[back].folded.split()) > _NOUN  # "3 trường đại học Malaysia"
    return units[back].label == "partners" or (units[back].label == "quantity" and named)


def _is_founded(units: tuple[Unit, ...], at: int) -> bool:
    """Whether the name is of what is founded by those who sign: "thành lập liên minh X"."""
    return at > 1 and f"{units[at - 2].folded} {units[at - 1].folded}" in _FOUNDS and units[at].label == "party"
