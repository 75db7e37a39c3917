"""How far the name of a body goes behind its head."""

from __future__ import annotations

from camket.document import Place
from camket.language.acronyms import spells
from camket.language.brackets import bracket
from camket.language.cursor import ANDS, Cursor
from camket.language.joined_pieces import states_joined
from camket.language.locality_names import ends_with_place, locality_end, own_locality
from camket.language.person_names import foreign_person, locality_before_person
from camket.language.pieces import numbers_name, step
from camket.lexicon import HOME

_LONGEST_GIVEN, _SHORTEST_PERSON = 5, 3
_MINISTRY, _LONGEST_MINISTRY = "bộ", 16
_COUNCIL, _LONGEST_FIELD = ["hội", "đồng"], 7
COUNCIL = (len(_COUNCIL), "association")
"""How long the head of a foreign council is, and its kind."""
_JOINING = frozenset({"các", "và"})
_LONGEST_MANAGED, _LONGEST_RUN = 18, 6
_COOPERATIVES = (["hợp", "tác", "xã"], ["tổ", "hợp", "tác"], ["liên", "hiệp", "hợp", "tác", "xã"])
_LONGEST_PRODUCE = 4
_GROWS = frozenset({"nuôi", "trồng", "dệt", "thêu", "may", "khai", "đánh", "sản", "chế"})


def name_end(cursor: Cursor, at: int, start: int, *, before_person: bool) -> tuple[int, Place | None]:
    """The token after the name whose head ends at `start`, and the acronym in brackets."""
    whole = cursor.longest(cursor.lexicon.whole, at)
    end = max(start, at + whole[0]) if whole else start
    sectors_join = cursor.longest(cursor.lexicon.sector_heads, at) is not None
    capital_head = cursor.tokens[at].capital
    acronym: Place | None = None
    while end < len(cursor.tokens):
        if before_person and end > start - (1 if whole else 0) and _person_ends_name(cursor, end):
            break
        told = bracket(cursor, end) if end - at > 1 and acronym is None else None
        if told:
            end, acronym = told
            after = cursor.longest(cursor.lexicon.provinces, end)
            end += after[0] if after else 0
            goes_on = end < len(cursor.tokens) and (
                locality_end(cursor, end) or _goes_on_after(cursor, at, end, acronym)
            )
            if not goes_on:
                break
            continue
        prefix = cursor.locality_prefix(end)
        if before_person and prefix and (named := locality_before_person(cursor, end, prefix)):
            end = named
            break
        if before_person and end > start and _person_from_abroad(cursor, start, end, of_sector=sectors_join):
            break
        numbered = cursor.folded(end).isdigit() and numbers_name(cursor, end)  # "Quận Đoàn 7"
        if whole and end == at + whole[0] == start and not (cursor.tokens[end].capital or prefix or numbered):
            break  # "Nhà Trắng điều tra ..."
        following = step(cursor, end, named=end > start, sectors_join=sectors_join, capital_head=capital_head)
        if following == end:
            break
        province = prefix and cursor.longest(cursor.lexicon.provinces, end + prefix)
        end = following
        if province and cursor.folded(end) != "(":
            break
    end = end if acronym else states_joined(cursor, at, end)
    return _trim(cursor, start, end), acronym


def _person_from_abroad(cursor: Cursor, start: int, end: int, *, of_sector: bool) -> bool:
    """Whether a foreign name stands at `end`, behind a place or sector, or any name of a few words behind a foreign state."""
    if of_sector and foreign_person(cursor, end):
        return True
    if not ends_with_place(cursor, start, end) or end >= len(cursor.tokens) or cursor.listed_place(end):
        return False
    states = ((at, cursor.longest(cursor.lexicon.states, at)) for at in range(start, end))
    abroad = any(state and at + state[0] == end and state[1] != HOME for at, state in states)
    named = 1 < cursor.capital_run(end, _LONGEST_GIVEN) < _LONGEST_GIVEN and not cursor.begins_name(end)
    return foreign_person(cursor, end) or (abroad and named)


def _person_ends_name(cursor: Cursor, at: int) -> bool:
    """Whether a person's name begins at `at`, and no name of a body before a person's: "An Cường Lê Đức Nghĩa"."""
    if not cursor.person_starts(at):
        return False
    run = cursor.capital_run(at, _LONGEST_GIVEN + 1)
    longer = run == _LONGEST_GIVEN
    begun = (
        cursor.tokens[at - 1].capital
        and cursor.after_head(at - 1)
        and not cursor.longest(cursor.lexicon.sectors, at - 1)
    )
    if run == _LONGEST_GIVEN - 1 and begun and cursor.person_starts(at + 1):
        return False  # "Siêu thị Hương Sơn Trần Đức Anh"
    return not (longer and cursor.person_starts(at + 2) and cursor.folded(at + 1) not in cursor.lexicon.middle_names)


def _goes_on_after(cursor: Cursor, at: int, end: int, acronym: Place | None) -> bool:
    """Whether the name goes on at `end` after a bracket that only shortens its common words: "Đại học (ĐH) Duy Tân".

    They are listed as an abbreviation, or the letters are those of every word from `at` or a head on: "Đồn Biên phòng (ĐBP) Sơn Hải".
    """
    short = next((token.folded for token in cursor.tokens if acronym and token.place == acronym), "")
    state = cursor.longest(cursor.lexicon.states, end)
    own = not cursor.begins_name(end) or (state is not None and state[1] == HOME)
    capital = cursor.tokens[end].capital and not cursor.stops_name(end) and own
    return capital and (
        short in cursor.lexicon.expansions
        or spells(cursor, at, short)
        or any(spells(cursor, head, short) for head in range(at + 1, end) if cursor.longest(cursor.lexicon.heads, head))
    )


def _trim(cursor: Cursor, start: int, end: int) -> int:
    while end > start and cursor.folded(end - 1) in {"và", "&", "-", ","}:
        end -= 1
    return end


def past_produce(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after what a cooperative makes, in small letters before its name: "Hợp tác xã tôm Cồn Mây"; else `after_head`."""
    if cursor.folded(at) != "htx" and cursor.words[at:after_head] not in _COOPERATIVES:
        return after_head
    end = after_head
    while end - after_head <= _LONGEST_PRODUCE and end < len(cursor.tokens) and _is_produce(cursor, end):
        end += 1
    named = end > after_head and end < len(cursor.tokens) and cursor.tokens[end].capital
    person = named and cursor.person_starts(end) and cursor.capital_run(end, _LONGEST_RUN) >= _SHORTEST_PERSON
    return end if named and not person else after_head


def _is_produce(cursor: Cursor, at: int) -> bool:
    """Whether the word at `at` may tell what is grown or made, and how."""
    token = cursor.tokens[at]
    joins = token.folded in cursor.lexicon.clause_words or token.folded in ANDS
    plain = not token.capital and token.text.isalpha() and not joins
    acts = cursor.longest(cursor.lexicon.acts, at) is not None and token.folded not in _GROWS
    return plain and not acts and not cursor.locality_prefix(at) and cursor.longest(cursor.lexicon.offices, at) is None


def managed_end(cursor: Cursor, at: int, after_head: int) -> int:
    """The token after "Ban Quản lý các khu chế xuất và công nghiệp X": what is managed, in small letters, and its place."""
    if not cursor.tokens[at].capital or cursor.longest(cursor.lexicon.managing, at) is None:
        return after_head
    thing = after_head + 1 if cursor.begins_with_thing(after_head) else after_head  # "Ban Quản lý dự án X"
    for end in range(thing, min(after_head + _LONGEST_MANAGED, len(cursor.tokens))):
        token = cursor.tokens[end]
        if token.capital and cursor.folded(end - 1) == "và" and cursor.longest(cursor.lexicon.heads, end):
            return end - 1  # "Ban Quản lý dự án và Tổng công ty X"
        if token.capital:
            return _places_joined(cursor, end) if end > after_head else after_head
        if own := own_locality(cursor, end):
            return end + own  # "Ban Quản lý các khu công nghiệp tỉnh và Sở X"
        if token.folded.isdigit() and end > after_head and cursor.names_thing(end):
            return end + 1  # "Ban Quản lý dự án 85"
        inside = end in cursor.joined or end + 1 in cursor.joined  # "đầu tư", "công trình"
        stops = token.folded in cursor.lexicon.stops and not inside
        if not token.text.isalpha() or (stops and token.folded not in _JOINING):
            return after_head
    return after_head


def _places_joined(cursor: Cursor, at: int) -> int:
    """The token after the capitals at `at`, and after those that a dash joins to them: "Hòn Đất - Kiên Hà"."""
    end = at + cursor.capital_run(at, _LONGEST_RUN)
    further = cursor.capital_run(end + 1, _LONGEST_RUN) if cursor.folded(end) == "-" else 0
    named = further > 0 and not (cursor.stops_name(end + 1) or cursor.begins_name(end + 1))
    return end + 1 + further if named else end


def foreign_council(cursor: Cursor, at: int) -> int:
    """The token after "Hội đồng Xuất khẩu ngũ cốc Mỹ", a council whose field and foreign state follow; else `at`."""
    start = at + len(_COUNCIL)
    if cursor.words[at:start] != _COUNCIL or not cursor.tokens[at].capital:
        return at
    for end in range(start, min(start + _LONGEST_FIELD, len(cursor.tokens))):
        state = cursor.longest(cursor.lexicon.states, end) if cursor.tokens[end].capital and end > start else None
        if state:
            return end + state[0] if state[1] != HOME else at
        begins = end == start and not cursor.tokens[end].capital
        if begins or not cursor.tokens[end].text.isalpha() or cursor.stops_name(end) or cursor.begins_name(end):
            return at
    return at


def foreign_ministry(cursor: Cursor, at: int) -> int:
    """The token after "Bộ Lương thực, Nông nghiệp và Công nghiệp nhẹ Mông Cổ", fields in a row up to a foreign state; else `at`."""
    if cursor.folded(at) != _MINISTRY or not cursor.tokens[at].capital:
        return at
    joined = False
    for end in range(at + 1, min(at + _LONGEST_MINISTRY, len(cursor.tokens))):
        word = cursor.folded(end)
        after_joint = cursor.folded(end - 1) in {",", "và"}
        state = cursor.longest(cursor.lexicon.states, end) if cursor.tokens[end].capital and end > at + 1 else None
        if state and " ".join(cursor.words[end - 1 : end + 1]) not in cursor.lexicon.compounds:
            return end + state[0] if joined and not after_joint and state[1] != HOME else at
        if word in {",", "và"}:
            joined = True
        elif after_joint or end == at + 1:
            if not cursor.tokens[end].capital or cursor.longest(cursor.lexicon.heads, end) or cursor.person_starts(end):
                return at
        elif not word.isalpha() or cursor.stops_name(end) or cursor.tokens[end].capital:
            return at
    return at
