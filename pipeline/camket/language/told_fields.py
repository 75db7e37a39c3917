"""Bodies whose field of work stands in small letters up to a state, a place or an acronym: "Trung tâm bảo vệ quyền tác giả âm nhạc Việt Nam"."""

from __future__ import annotations

from camket.language.cursor import Cursor
from camket.language.locality_names import locality_end
from camket.syllables import is_syllable

_SHORT_HEADS = frozenset({"viện", "quỹ", "cục", "clb"})
"""Heads of one syllable that no other word begins with."""
_WORKS = frozenset(
    {
        "bảo vệ", "phát triển", "nghiên cứu", "xúc tiến", "quản lý", "sản xuất", "chế biến", "xuất khẩu", "nhập khẩu", "bảo hộ",
        "cung ứng", "khai thác", "đào tạo", "kiểm soát", "bảo tồn", "phòng chống", "chuyển giao", "ứng dụng", "cứu hộ", "kiểm định",
        "giám định", "điều phối", "tư vấn", "kinh doanh", "đầu tư", "khuyến khích", "hợp tác", "hỗ trợ", "kiểm nghiệm", "giám sát", "chạy",
    }
)  # fmt: skip
"""What a body does, as its field and as a verb."""
_CLUBS, _LONGEST_RUN = frozenset({"câu lạc bộ", "clb"}), 4
_JOINTS = frozenset({"và", ","})
_FEWEST, _LONGEST = 2, 14


def told_field(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after the body whose head stands at `at` and whose field is told in small letters; else `after_head`."""
    short = after_head == at + 1 and cursor.folded(at) not in _SHORT_HEADS
    if short or not cursor.tokens[at].capital or cursor.longest(cursor.lexicon.offices, at):
        return after_head
    end = after_head
    while end < min(after_head + _LONGEST, len(cursor.tokens)):
        enough = end - after_head >= _FEWEST and cursor.folded(end - 1) not in _JOINTS
        if cursor.tokens[end].capital:
            named = _named(cursor, end) if enough else end
            if named == end and end > after_head and " ".join(cursor.words[at:after_head]) in _CLUBS:
                named = end + cursor.capital_run(end, _LONGEST_RUN)  # "Câu lạc bộ chạy bộ Bến Xuân"
            return named if named > end else after_head
        place = locality_end(cursor, end)
        if place:
            return place if enough else after_head
        ahead = _field_word(cursor, after_head, end)
        if ahead == end:
            return after_head
        end = ahead
    return after_head


def _named(cursor: Cursor, at: int) -> int:
    """The token after the state or acronym at `at` that ends the name; `at` where another capital stands there."""
    state = cursor.longest(cursor.lexicon.states, at)
    if state is not None:  # "Mỹ", but not of "Mỹ thuật"
        return at if cursor.inside_word(at, state[0]) else at + state[0]
    acronym = cursor.tokens[at].acronym or not is_syllable(cursor.tokens[at].text)
    return at + 1 if acronym and not cursor.begins_name(at) else at


def _field_word(cursor: Cursor, after_head: int, at: int) -> int:
    """The token after the word of a field at `at`; `at` itself where no field goes on there."""
    token = cursor.tokens[at]
    if token.folded in _JOINTS:  # "Viện nghiên cứu và phát triển cây trồng X"
        return at + 1 if at > after_head or " ".join(cursor.words[at + 1 : at + 3]) in _WORKS else at
    act = cursor.longest(cursor.lexicon.acts, at)
    if act is not None:
        return at + act[0] if " ".join(cursor.words[at : at + act[0]]) in _WORKS else at
    inside = at in cursor.joined or at + 1 in cursor.joined
    stops = cursor.stops_name(at) or token.folded in cursor.lexicon.stops
    plain = token.text.isalpha() and is_syllable(token.text) and not (stops and not inside)
    return at + 1 if plain and cursor.longest(cursor.lexicon.offices, at) is None else at
