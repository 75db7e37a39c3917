"""What is told of a body between commas or behind a dash, which names no party: "X, công ty con của Y, và Z ký ..."."""

from __future__ import annotations

from camket.analysis import NameKind
from camket.document import Place
from camket.match.unit import Unit, is_body

_OPENERS = (
    "một liên doanh", "một công ty", "một đơn vị", "một tổ chức", "một thành viên", "một doanh nghiệp", "liên doanh", "đơn vị", "công ty", "doanh nghiệp", "một trong", "ngân hàng", "tập đoàn", "với vai trò", "với tư cách", "là ", "chủ đầu tư",
    "nhà thầu", "nhà đầu tư", "tổng thầu", "thành viên", "thuộc", "trực thuộc", "đối tác", "tổ chức", "cơ quan", "trường ", "vốn là",
    "hãng", "thương hiệu", "cơ sở", "trung tâm", "chi nhánh", "công ty mẹ", "công ty con", "startup", "nhà sản xuất", "nhà cung cấp",
)  # fmt: skip
_LONGEST, _OPENING = 22, 3
_AFTER = frozenset({"và", "cùng", "với", "đã", "vừa", "sẽ", "chính", "tổ", "phối"})
_SIGNS = frozenset({"sign", "team_up", "reach", "with"})
_COMMA, _DASH = ",", "-"
_BY, _BRINGS = "do", frozenset({"kết nối", "cầu nối", "giới thiệu", "bảo trợ", "điều phối", "đăng cai", "chủ trì"})
_JOINTS, _FROM, _IS, _LONGEST_NOUN = frozenset({"và", "với", "cùng"}), "từ", "là", 8


def without_appositions(units: list[Unit]) -> list[Unit]:
    """The units; an apposition behind a body is an aside, with the names in it."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        kept.append(units[at])
        end = _end(units, at + 1) if is_body(units[at]) else _past_broker(units, at + 1)
        if end > at + 1:
            place = Place(units[at + 1].place.start, units[end - 1].place.end)
            kept.append(Unit(place, "aside", " ".join(unit.folded for unit in units[at + 1 : end])))
        at = end
    return kept


def without_origins(units: list[Unit]) -> list[Unit]:
    """The units without the noun that tells of where a body is, before its name: "X và tập đoàn đến từ Mỹ Y", "X với đối tác từ Nhật là Y"."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        kept.append(units[at])
        at = _past_origin(units, at + 1) if units[at].folded in _JOINTS else at + 1
    return kept


def _past_origin(units: list[Unit], at: int) -> int:
    """The unit of the body behind a noun and where it comes from at `at`; `at` where none is."""
    for end in range(at + 1, min(at + _LONGEST_NOUN, len(units) - 1)):
        if units[end].members:
            break
        comes = units[end].folded == _FROM and units[end + 1].members
        if not comes or not " ".join(unit.folded for unit in units[at:end]).startswith(_OPENERS):
            continue
        body = end + 2 + (end + 2 < len(units) and units[end + 2].folded == _IS)
        place = units[end + 1].members[0].kind in {NameKind.STATE, NameKind.PLACE}
        return body if place and body < len(units) and is_body(units[body]) else at
    return at


def _end(units: list[Unit], at: int) -> int:
    """The unit after the apposition that a comma or dash at `at` begins; `at` where there is none."""
    mark = units[at].folded if at < len(units) else ""
    if (end := _past_broker(units, at)) > at:
        return end
    opening = units[at + 1 : at + 1 + _OPENING]
    said = f"{' '.join(unit.folded for unit in opening)} "
    if mark not in {_COMMA, _DASH} or not said.startswith(_OPENERS) or not opening or opening[0].members:
        return at
    for end in range(at + 2, min(at + _LONGEST, len(units))):
        unit = units[end]
        if unit.folded in {";", ":", "("} or (unit.label == "sign" and mark == _COMMA):
            return at
        if mark == _COMMA and unit.folded == _COMMA:
            return end + 1 if _goes_on(units, end + 1) else at
        if mark == _DASH and _goes_on(units, end):
            return end
    return at


def _past_broker(units: list[Unit], at: int) -> int:
    """The unit after ", do X đứng ra kết nối" at `at`, who brings the others together and is no party; else `at`."""
    by = at + (at < len(units) and units[at].folded == _COMMA)
    if by + 1 >= len(units) or units[by].folded != _BY or not is_body(units[by + 1]):
        return at
    said = [unit.folded for unit in units[by + 2 : by + _LONGEST_NOUN]]
    brings = next((i for i in range(len(said)) if " ".join(said[i : i + 2]) in _BRINGS), None)
    return by + 4 + brings if brings is not None else at


def _goes_on(units: list[Unit], at: int) -> bool:
    """Whether the sentence goes on at `at` past an apposition: with who else signs, or with the signing."""
    if at >= len(units) or not (units[at].folded in _AFTER or units[at].label in _SIGNS):
        return False
    joins = units[at].folded in {"và", "cùng", "với"}
    return not joins or (at + 1 < len(units) and bool(units[at + 1].members))
