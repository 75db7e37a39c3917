"""The bracket behind a name: the acronym or short name in it."""

from __future__ import annotations

from camket.document import Place
from camket.language.cursor import Cursor

_LONGEST_BRACKET = 8
_CODE = "mã"
_ZONES = frozenset({"kcn", "kcx", "ccn", "kkt"})


def bracket(cursor: Cursor, at: int) -> tuple[int, Place] | None:
    """The token after the bracket at `at`, and the place of the acronym or short name in it."""
    if cursor.folded(at) != "(":
        return None
    if (coded := _before_code(cursor, at)) is not None:
        return coded
    told = cursor.folded(at + 2) == "," and cursor.folded(at + 3) == "thuộc" and cursor.tokens[at + 1].text.isupper()
    reach = at + _LONGEST_BRACKET * (1 + told)  # "(VNI, thuộc Liên hiệp các hội khoa học Việt Nam)"
    close = next((i for i in range(at + 1, min(reach, len(cursor.tokens))) if cursor.folded(i) == ")"), None)
    if close is None or close == at + 1:
        return None
    called = next((i for i in range(at + 2, min(at + 5, close)) if cursor.folded(i) == ":"), 0)
    inner = [token for token in cursor.tokens[at + 1 : close] if token is not cursor.tokens[called]]
    names = [i for i, token in enumerate(inner) if token.capital]
    if not names or any(token.folded in {":", ";"} for token in inner) or (called and inner[-1].text[0].isdigit()):
        return None  # "(Cập nhật: 25/06/2009)"
    start = at + 1 + names[0] + (called > 0)
    lead_in = names[0]
    place = cursor.longest(cursor.lexicon.provinces, start) or cursor.longest(cursor.lexicon.states, start)
    start = close - 1 if lead_in and cursor.folded(at + 1) == _CODE else start
    known_place = place is not None and start + place[0] == close  # no brand, as "Hòa Bình Corp" is
    if (lead_in and cursor.folded(at + 1) not in {"gọi", "viết", "sau", "tên", "nay", "tắt", "mã"}) or known_place:
        return None
    if cursor.person_starts(start) or cursor.honorific(start) or _is_locality(cursor, start, close):
        return None
    parted = (
        cursor.folded(start + 1) == "," and cursor.tokens[start + 2].place.start > cursor.tokens[start + 1].place.end
    )
    alone = cursor.tokens[start].text.isupper() and parted  # "(SHI, Vương quốc Đan Mạch)", and not "(PT,TH)"
    if not alone and _lies_in(cursor, start, close):
        return None  # "(Lyon, Pháp)"
    return close + 1, cursor.place(start, start + 1 if alone else close)


def _before_code(cursor: Cursor, at: int) -> tuple[int, Place] | None:
    """The token after the bracket at `at`, and the name in it before a stock code: "(Miền Nam Petro - mã chứng khoán: MNP)"."""
    reach = min(at + _LONGEST_BRACKET, len(cursor.tokens) - 1)
    code = next(
        (i for i in range(at + 2, reach) if cursor.folded(i) in {"-", ","} and cursor.folded(i + 1) == _CODE), None
    )
    close = (
        next(
            (i for i in range(code, min(code + _LONGEST_BRACKET, len(cursor.tokens))) if cursor.folded(i) == ")"), None
        )
        if code
        else None
    )
    return (close + 1, cursor.place(at + 1, code)) if code and close and cursor.tokens[at + 1].capital else None


def _lies_in(cursor: Cursor, start: int, close: int) -> bool:
    """Whether what stands from `start` up to `close` ends with a comma and a state or province: "Lyon, Pháp"."""
    comma = next((i for i in range(close - 1, start, -1) if cursor.folded(i) == ","), close)
    for phrases in (cursor.lexicon.states, cursor.lexicon.provinces):
        found = cursor.longest(phrases, comma + 1) if comma < close else None
        if found and comma + 1 + found[0] == close:
            return True
    return False


def _is_locality(cursor: Cursor, at: int, close: int) -> bool:
    """Whether a word of locality with a name stands at `at`: "(TP. Cao Lãnh)", "(huyện Bắc Sơn)", "(KCN Bàu Sen)"."""
    if cursor.folded(at) in _ZONES and at + 1 < close:
        return True
    prefix = cursor.locality_prefix(at)
    return prefix > 0 and at + prefix < len(cursor.tokens) and cursor.tokens[at + prefix].capital
