"""Lists: names that are joined become one unit with several members."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from camket.analysis import Name, NameKind
from camket.document import Place
from camket.lexicon import VENUE_WORDS, Lexicon
from camket.match.unit import Unit, is_body

LIST_JOINTS = frozenset({",", "và", "với", "cùng", ";", "&", "-", "/"})
_WHERE_WORDS = VENUE_WORDS | frozenset({"từ", "thuộc", "trên", "ra", "vào", "đến", "sang", "về", "thăm", "khắp", "qua"})
_VISITS = re.compile(
    r"thăm (?:chính thức|hữu nghị|cấp nhà nước|và làm việc tại|làm việc|song phương)(?: tới| đến| tại)?$"
)
_VISIT_REACH = 6
_LONGEST_APPOSITION = 8
_RANKS = {"bản": 0, "thôn": 0, "ấp": 0, "khóm": 0, "xóm": 0, "làng": 0, "buôn": 0, "xã": 1, "phường": 1, "thị trấn": 1, "thị xã": 2, "tx": 2,
          "huyện": 2, "quận": 2, "thành phố": 2, "tp": 2, "tỉnh": 3, "bang": 3}  # fmt: skip
_TOWN = frozenset({"thành phố", "tp", "thị xã", "tx"})
_PROVINCE, _HIGHEST = 3, 4
_NATION = "nước"
_LOCALITY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_RANKS, key=len, reverse=True))})(?!\w)")
_VENUE_REACH = 12
_ROOM_REACH = 7
_PARTNERS = "partners"
_COMMITTEE = re.compile(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?!\w)")
_COMMAND = re.compile(r"^(?:bđbp|bộ đội biên phòng|bộ (?!đội))|(?<!\w)(?:tỉnh|thành phố|quân khu|vùng)(?!\w)")
_STATE_WORDS = VENUE_WORDS | frozenset({"thăm", "sang"})
_FEWEST_IN_LIST = 2
_PAIR, _AND, _WITH, _OF = 2, "và", "với", "của"
_CALLED = re.compile(
    r"(?:hai|ba|bốn|năm|sáu|bảy|tám|\d{1,2}|các|những) (?:đơn vị|nhà \w+|công ty|doanh nghiệp|đối tác|ngân hàng|trường|tập đoàn|tổ chức|hãng)(?!\w)"
)
_CALLED_OPENING, _LONGEST_CALLING = 3, 9
_CALLING = frozenset({"word", "both", "expect", "partners"})
_NO_CALLING = frozenset(
    {
        "tại",
        "ở",
        "của",
        "về",
        "do",
        "có",
        "đã",
        "sẽ",
        "được",
        "trong",
        "cho",
        "thuộc",
        "từ",
        "trên",
        "và",
        "với",
        "đến",
        "để",
        "khác",
        "cùng",
    }
)
_STOPS = frozenset({",", ";", ":", "("})
_CONSORTIUM = ["liên", "danh"]
_LONGEST_SHARED = 9
_CLAUSE_AHEAD = 10
_TOO = "cũng"
_FRONTS = frozenset({"sau", "trước", "bên cạnh", "ngoài", "qua", "thông qua", "thông", "nhờ", "theo", "trong", "nhân", "được",
                     "thực hiện", "triển khai", "nhằm", "tại", "nhận", "bên lề", "để", "hưởng ứng", "căn cứ", "chấp hành", "dưới", "với", "chào mừng", "kỷ niệm", "hướng tới"})  # fmt: skip
_UNITS = (
    "đại đội",
    "tiểu đoàn",
    "trung đoàn",
    "lữ đoàn",
    "sư đoàn",
    "vùng",
    "binh đoàn",
    "quân đoàn",
    "quân khu",
    "quân chủng",
)
_ACTS = frozenset({"sign", "hand_over"})
_OTHER_ACTS = frozenset({"witness", "attend", "chair", "speak"})


def with_lists(units: list[Unit], folded: str, lexicon: Lexicon) -> list[Unit]:
    """The units with coordinated names made one: "A, B và C" is a list of three, and so is "Sở X các tỉnh A, B và C"."""
    listed: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        family = _family(unit)
        venue = family == "party" and _is_venue(units, at)
        if family is None or venue:
            listed.append(_venue(unit) if venue else unit)
            at += 1
            continue
        members, end = list(unit.members), at + 1
        while (step := _next_member(units, end, family, folded, lexicon)) is not None:
            if (
                _tells_where(units, step, members[-1])
                and _next_member(units, step + 1, family, folded, lexicon) is None
            ):
                end = step + 1 if len(members) >= _FEWEST_IN_LIST else end
                break  # "A và Tập đoàn B, Nhật Bản ký ..."
            members += units[step].members
            end = step + 1
        front = _ends_front(units, at, end)
        if len(members) < _FEWEST_IN_LIST or front:
            listed.append(_venue(unit) if front else unit)
            at += 1
            continue
        place = Place(unit.place.start, units[end - 1].place.end)
        members = _without_command(members, folded)
        label = "persons" if family == "person" else "parties" if len(members) > 1 else "party"
        listed.append(Unit(place, label, place.of(folded), "", tuple(members)))
        at = end
    return listed


def _ends_front(units: list[Unit], at: int, end: int) -> bool:
    """Whether the name at `at` ends what the sentence begins with, and those after it, before `end`, act: "Qua A, B ký ...".

    So it does in "Thực hiện chỉ đạo của A, B và C ký ...", and not in "Theo đề nghị của A, B và C, hai bên ký ..." or "Với A, B ký ...".
    """
    dated = units[0].label == "date" and units[1:_PAIR] and units[1].folded == ","
    begun = units[_PAIR if dated else 0 : at]  # "Sáng 18/12, nhân kỷ niệm ngày thành lập A, B và C ký ..."
    opening = [unit.folded for unit in begun[:_PAIR]] or [""]
    opens = (opening[0] in _FRONTS or " ".join(opening) in _FRONTS) and (len(begun) > 1 or opening[0] != _WITH)
    if not opens or any(unit.folded in _STOPS or unit.members for unit in begun):
        return False
    joints = [unit.folded for unit in units[at + 1 : end] if unit.label != "aside" and not unit.members]
    named = [units[at], *(unit for unit in units[at + 1 : end] if unit.members)]
    alike = all(map(is_body, named)) or all(one.label == "person" for one in named)
    alike = alike or (end < len(units) and units[end].folded == _TOO)  # "Sau Thổ Nhĩ Kỳ, Ấn Độ cũng ký ..."
    if not (joints[:1] == [","] and alike):
        return False
    if len(named) == _FEWEST_IN_LIST:
        return True
    ends = end < len(units) and units[end].folded == ","
    one = "," not in joints[1:] or units[at - 1].folded == _OF
    return len(begun) > 1 and joints[-1] == _AND and one and not ends


def _without_command(members: list[Name], folded: str) -> list[Name]:
    """The members; "BĐBP tỉnh Y" right after "Đồn Biên phòng X" and a comma is its command, and no member."""
    kept = members[:1]
    listed = sum(name.type == "forces" for name in members) > _FEWEST_IN_LIST  # "Trung đoàn 7, Lữ đoàn 1 và Hải đội 2"
    for before, name in pairwise(members):
        forces = before.type == name.type == "forces" and folded[before.extent.end : name.extent.start].strip() == ","
        sisters = listed and before.head and name.head and before.head.of(folded) == name.head.of(folded)
        above = (
            not sisters and _COMMAND.search(name.extent.of(folded)) and not _COMMAND.search(before.extent.of(folded))
        )
        above = above or (not listed and 0 < _level(before, folded) < _level(name, folded))
        if not (forces and above):
            kept.append(name)
    return kept


def _level(name: Name, folded: str) -> int:
    """How high the military unit stands, 0 for what is none: "Trung đoàn 717, Binh đoàn 16" is one unit and what it is of."""
    said = name.extent.of(folded)
    return next((at for at, head in enumerate(_UNITS, 1) if said.startswith(head)), 0)


def _family(unit: Unit) -> str | None:
    return {"person": "person", "party": "party", "place": "party"}.get(unit.label)


def _next_member(units: list[Unit], at: int, family: str, folded: str, lexicon: Lexicon) -> int | None:
    """Where the next member of a list stands whose last one ends before `at`.

    "Ký có ông A; bà B chứng kiến" are two tellings, "Đại diện ký kết: ông A; bà B" is one.
    """
    at += at < len(units) and units[at].label == "aside"
    if family == "party" and (first := _first_of_several(units, at, folded, lexicon)) is not None:
        return first
    at = _after_apposition(units, at)
    joints = 0
    while at < len(units) and units[at].folded in LIST_JOINTS and joints < _FEWEST_IN_LIST:
        if units[at].folded == ";" and (
            (family == "person" and _does_something_else(units, at + 1)) or _signs_too(units, at)
        ):
            return None
        at, joints = at + 1, joints + 1
    at += joints > 0 and at < len(units) and units[at].folded.isdigit()
    if joints and family == "party":
        at = _after_calling(units, at)
    if joints and [unit.folded for unit in units[at : at + len(_CONSORTIUM)]] == _CONSORTIUM:
        at += len(_CONSORTIUM)  # "A, liên danh B và C"
    if joints and at < len(units) and _family(units[at]) == family:
        return at
    return None


def _after_calling(units: list[Unit], at: int) -> int:
    """The unit after what several are called before their names, "hai đơn vị phát triển là", "các nhà thầu chính", at `at`; else `at`."""
    opening = " ".join(unit.folded for unit in units[at : at + _CALLED_OPENING])
    if _CALLED.match(opening) is None:
        return at
    for end in range(at + 1, min(at + _LONGEST_CALLING, len(units))):
        if is_body(units[end]):
            return end
        if units[end].label not in _CALLING or units[end].folded in _NO_CALLING:
            return at
    return at


def _after_apposition(units: list[Unit], at: int) -> int:
    """The unit after "- đơn vị trưởng khối", words in small letters up to a mark of the list, at `at`; else `at`."""
    if at >= len(units) or units[at].folded != "-":
        return at
    for end in range(at + 1, min(at + _LONGEST_APPOSITION, len(units))):
        if units[end].folded in {",", ";"}:
            return end if end > at + 1 else at
        if units[end].label != "word":
            return at
    return at


def without_addresses(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """The units; ", huyện Y, tỉnh Z" tells where the body, person or place before it is, and is an aside.

    Each place is of a higher rank than what stands before it.
    """
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        kept.append(units[at])
        lies = is_body(units[at]) or (units[at].members and _rank(units[at], lexicon) >= 0)
        end = _after_address(units, at + 1, lexicon) if lies else at + 1
        if end > at + 1:
            place = Place(units[at + 1].place.start, units[end - 1].place.end)
            kept.append(Unit(place, "aside", " ".join(unit.folded for unit in units[at + 1 : end])))
        at = end
    return kept


def _after_address(units: list[Unit], at: int, lexicon: Lexicon) -> int:
    """The unit after the address of the name before `at`; `at` itself where none follows."""
    end, rank = at, _rank(units[at - 1], lexicon)
    while end + 1 < len(units) and units[end].folded == ",":
        nation = units[end + 1].folded == _NATION and end + 2 < len(units)  # "UBND tỉnh X, nước CHXHCN Việt Nam"
        higher = _rank(units[end + 1 + nation], lexicon, alone=True)
        if not rank < higher or (higher == _HIGHEST and end == at and not nation):
            break
        rank = higher
        end += 2 + nation
        end += end < len(units) and units[end].label == "aside"
    return end


def _rank(unit: Unit, lexicon: Lexicon, *, alone: bool = False) -> int:
    """How wide the locality is that the unit ends with, -1 for none; `alone` where it is to be nothing but a locality.

    A town is of a province, unless it is one itself: "thành phố Cao Bằng" is as wide as a district.
    """
    if unit.members and unit.members[-1].kind is NameKind.STATE:
        return _HIGHEST
    if alone and (unit.label != "place" or _LOCALITY.match(unit.folded) is None):
        return -1
    found = list(_LOCALITY.finditer(unit.folded.rpartition(",")[2]))
    if not found:
        return -1
    told = found[0 if alone else -1]
    named = told.string[told.end() :].split()
    known = lexicon.provinces.longest(named, 0) if named else None
    town = known is not None and told.group() in _TOWN and not lexicon.provinces_by_name[known[1]].city
    return _PROVINCE if known and known[0] == len(named) and not town else _RANKS[told.group()]


def _tells_where(units: list[Unit], at: int, before: Name) -> bool:
    """Whether the state at `at`, after nothing but a comma, is that of the body or the unlisted place before it."""
    members = units[at].members
    state = len(members) == 1 and members[0].kind is NameKind.STATE
    abroad = before.kind is NameKind.ORGANISATION or (before.kind is NameKind.PLACE and not before.type)
    return state and abroad and units[at - 1].folded == ","


def _first_of_several(units: list[Unit], at: int, folded: str, lexicon: Lexicon) -> int | None:
    """Where the first place stands of "Sở X của các tỉnh: A, B và C", the words after "Sở X" standing at `at`."""
    for place in range(at + 1, min(at + _LONGEST_SHARED, len(units))):
        if units[place].label == "place":
            between = folded[units[at].place.start : units[place].place.start]
            listed = between.strip() == ":" and at > 1 and lexicon.several([units[at - 2].folded])
            return place if listed or lexicon.tells_several(between) else None
    return None


def _does_something_else(units: list[Unit], at: int) -> bool:
    """Whether the person told at `at` is said to witness, to preside, to speak or to be there."""
    for unit in units[at : at + _CLAUSE_AHEAD]:
        if unit.folded in {";", "."} or unit.label in _ACTS:
            return False  # "ông A; bà B đã ký dưới sự chứng kiến của ..."
        if unit.label in _OTHER_ACTS:
            return True
    return False


def _signs_too(units: list[Unit], at: int) -> bool:
    """Whether the clause after the semicolon at `at` tells of a signing, as the words before it did: "...; C và D ký ..."."""
    following = next((i for i in range(at + 1, len(units)) if units[i].folded == ";"), len(units))
    return all(any(unit.label in _ACTS for unit in part) for part in (units[:at], units[at + 1 : following]))


def _is_venue(units: list[Unit], at: int) -> bool:
    if _VISITS.search(" ".join(unit.folded for unit in units[max(0, at - _VISIT_REACH) : at])):
        return True
    words = _WHERE_WORDS if units[at].label == "place" else VENUE_WORDS
    if units[at].members and units[at].members[0].kind is NameKind.STATE:
        words = _STATE_WORDS
    hall = at > 1 and units[at - 1].label == "hall" and units[at - 2].folded in VENUE_WORDS
    told = (at > 0 and units[at - 1].folded in words) or hall or _ends_address(units, at)
    return told or _holds_room(units, at) or _is_home_of_many(units, at)


def _is_home_of_many(units: list[Unit], at: int) -> bool:
    """Whether the place only tells where partners are from whom nobody names: "các doanh nghiệp TPHCM đã ký ..."."""
    return at > 0 and units[at].label == "place" and units[at - 1].label == _PARTNERS


def _holds_room(units: list[Unit], at: int) -> bool:
    """Whether the committee at `at` has the room before it, where others meet: "tại phòng họp số 2, UBND huyện X, A và B ký ..."."""
    if not _COMMITTEE.match(units[at].folded) or units[at - 1].folded != "," or at + 1 >= len(units):
        return False
    ahead = takewhile(lambda unit: unit.label not in _ACTS, units[at + 1 :])
    others = sum(map(is_body, ahead)) >= _PAIR and units[at + 1].folded == ","
    before = units[max(0, at - _ROOM_REACH) : at - 1]
    halls = [place for place, unit in enumerate(before) if unit.label == "hall" and place]
    numbered = halls and len(before) - 1 > halls[-1] and all(unit.label == "word" for unit in before[halls[-1] + 1 :])
    return bool(others and numbered and before[halls[-1] - 1].folded in VENUE_WORDS)


def _ends_address(units: list[Unit], at: int) -> bool:
    """Whether the place at `at` ends what "tại" begins, and a body follows: "tại Khu di tích X, thành phố Y, Sở Z ..."."""
    if at == 0 or at + 2 >= len(units) or units[at].label != "place" or not is_body(units[at + 2]):
        return False
    if units[at - 1].folded != "," or units[at + 1].folded != ",":
        return False
    for back in range(at - 2, max(-1, at - _VENUE_REACH), -1):
        if units[back].folded in VENUE_WORDS:
            return True
        if units[back].label not in {"word", "place", "venue", "person", "party"}:
            return False
    return False


def _venue(unit: Unit) -> Unit:
    return Unit(unit.place, "venue", unit.folded, unit.value, unit.members)
