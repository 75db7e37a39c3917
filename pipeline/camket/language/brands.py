"""Names of bodies without a head: capitals that are no Vietnamese words ("FLC Biscom"), with their branches."""

from __future__ import annotations

from camket.analysis import Name, NameKind, Token
from camket.document import Place
from camket.language.acronyms import with_dashed_acronym
from camket.language.brackets import bracket
from camket.language.cursor import ANDS, Cursor
from camket.language.foreign_names import foreign_links, hyphened
from camket.language.legal_forms import legal_tail
from camket.language.locality_names import locality_end, own_locality
from camket.language.organisations import organisation
from camket.syllables import is_foreign, is_syllable

_LONGEST_GIVEN = 5

_PROVINCE = "tỉnh"
_REGION = ["khu", "vực"]
_BRAND_JOINTS = frozenset({"-", "&", ".", ","})
_OPENINGS = frozenset({'"', "“", "‘", ":", ".", "!", "?"})
"""After these a clause begins, with a capital."""


def bare_organisation(cursor: Cursor, at: int) -> tuple[int, Name] | None:
    """A name of capitals that is no Vietnamese word ("FLC Biscom"), and the token after it."""
    if not _foreign_ahead(cursor, at) or (cursor.shouts and not is_foreign(cursor.tokens[at].text)):
        return None
    end = _brand_run(cursor, at)
    end = legal_tail(cursor, _spaced_brand(cursor, at, end))
    run = cursor.tokens[at:end]
    event = is_foreign(cursor.tokens[at].text) and cursor.begins_with_thing(at)  # "Festival Trái cây"
    if cursor.names_thing(at) or event or (_is_channel(cursor, at) and len(run) == 1):
        return None  # "ứng dụng X"
    given = _given_name(cursor, at, end)
    opens = at == 0 or cursor.folded(at) in cursor.lexicon.clause_words  # "* Với CropLink"
    opens = opens or cursor.folded(at - 1) in _OPENINGS  # '"Nếu CropLink ...", ông A nói'
    if opens and len(run) > 1 and is_syllable(run[0].text) and not run[0].acronym and given == end:
        if cursor.longest(cursor.lexicon.heads, at + 1) and organisation(cursor, at + 1):
            return None  # "Với HTX Cà phê X" begins with no name
        at, run = at + 1, run[1:]
    if not run or not any(_is_brand(cursor, token) for token in run):
        return None
    if " ".join(token.folded for token in run) in cursor.lexicon.not_names:
        return None
    if len(run) == 1 and (run[0].folded in cursor.lexicon.expansions or _too_short(cursor, run[0])):
        return None
    if len(run) == 1 and not run[0].acronym and cursor.folded(end) == _PROVINCE and cursor.listed_place(end + 1):
        end = locality_end(cursor, end) or end  # "Vietcombank tỉnh Kon Tum"
    if len(run) == 1 and run[0].acronym and end + 1 not in cursor.joined:
        prefix = cursor.locality_prefix(end)
        alone = prefix and cursor.person_starts(end + prefix) and not cursor.listed_place(end + prefix)
        own = end + (prefix if alone else own_locality(cursor, end))
        end = own if alone else locality_end(cursor, end) or own  # "HND tỉnh", "HND TP Hà Nội"
    if given > end:
        place = cursor.place(at, given)
        return given, Name(NameKind.PERSON, place, place)
    if region := _region_end(cursor, end):
        end = region  # "VNPT khu vực Hàm Thuận"
    core_end, end, acronym = _brand_end(cursor, at, hyphened(cursor, end) if len(run) == 1 else end)
    place = cursor.place(at, end)
    dashed = cursor.folded(end) == "-" and cursor.longest(cursor.lexicon.branches, end + 1) is not None
    branch = organisation(cursor, end + 1) if dashed else None
    after = branch[0] if branch else end  # "Viettel TP.HCM - Chi nhánh Tập đoàn X"
    return after, Name(
        NameKind.ORGANISATION, place, cursor.place(at, after), "", None, cursor.place(at, core_end), acronym
    )


def _region_end(cursor: Cursor, at: int) -> int | None:
    """The token after the region of a firm that is told at `at`: "khu vực Hàm Thuận", "khu vực 9"."""
    end = locality_end(cursor, at) if cursor.words[at : at + 2] == _REGION else None
    own = all(not is_foreign(token.text) or token.text.isdigit() for token in cursor.tokens[at : end or at])
    return end if end and own else None


def _is_channel(cursor: Cursor, at: int) -> bool:
    """Whether something is told by the firm at `at`, which does nothing itself: "trên Facebook", "qua Zalo"."""
    return cursor.folded(at) in cursor.lexicon.channels and cursor.folded(at - 1) in cursor.lexicon.by_channel


def _foreign_ahead(cursor: Cursor, at: int) -> bool:
    """Whether a foreign word stands in the capitals at `at` or what may join them, without which they are no brand."""
    for token in cursor.tokens[at:]:
        if not (token.capital or token.folded in _BRAND_JOINTS):
            return False
        if _is_brand(cursor, token):
            return True
    return False


def _is_brand(cursor: Cursor, token: Token) -> bool:
    """Whether it is no Vietnamese word, or two letters that name a firm though they read as one: "GE"."""
    return is_foreign(token.text) or (token.acronym and token.folded in cursor.lexicon.short_brands)


def _brand_run(cursor: Cursor, at: int) -> int:
    """The token after the capitals at `at`, with "-Y" and "& Y" of "X-Y" and "X & Y"."""
    end = at
    while end < len(cursor.tokens) and cursor.tokens[end].capital and not cursor.stops_name(end):
        if end > at and (cursor.ends_shouted(end) or cursor.gap_before(end) or _begins_branch(cursor, end)):
            break
        if end > at and cursor.locality_prefix(end) and locality_end(cursor, end):
            break  # "HND Thành phố Hà Nội"
        if cursor.shouts and cursor.folded(end) in ANDS:
            break
        end += 1
        end = foreign_links(cursor, end) or end
        if _glued_name(cursor, end):
            end += 2
        if end + 1 < len(cursor.tokens) and cursor.folded(end) == "&" and cursor.tokens[end + 1].capital:
            end += 1
    return end


def _begins_branch(cursor: Cursor, at: int) -> bool:
    """Whether a branch or a numbered area begins at `at`: "Agribank Chi nhánh X", "MobiFone Khu vực 9"."""
    area = cursor.locality_prefix(at)
    return cursor.longest(cursor.lexicon.branches, at) is not None or (area > 1 and cursor.folded(at + area).isdigit())


def _brand_end(cursor: Cursor, at: int, end: int) -> tuple[int, int, Place | None]:
    """Where the core of the brand ends, the token after its acronym or branch, and the place of the acronym."""
    core_end, after, acronym = with_dashed_acronym(cursor, at, end) if end - at > 1 else (end, end, None)
    if acronym is None:
        core_end = after = _own_branch(cursor, after)
    short = after + 1 < len(cursor.tokens) and cursor.folded(after) == "(" and cursor.tokens[after + 1].acronym
    told = bracket(cursor, after) if acronym is None and end - at > 1 and short else None
    if told is not None:
        after, acronym = told  # "General Electric (GE)"
    return core_end, after, acronym


def _own_branch(cursor: Cursor, end: int) -> int:
    """The token after the branch or area that stands right behind a brand; else `end`."""
    if end >= len(cursor.tokens) or not _begins_branch(cursor, end):
        return end
    branch = organisation(cursor, end)
    after = branch[0] if branch else locality_end(cursor, end) or end
    return next((at for at in range(end, after) if cursor.folded(at) == ","), after)  # "X chi nhánh Y, Cảng Z" are two


def _glued_name(cursor: Cursor, at: int) -> bool:
    """Whether a dash without blanks at `at` joins two foreign words in capitals: "VNPT-VinaPhone"."""
    if cursor.folded(at) != "-" or at + 1 >= len(cursor.tokens):
        return False
    before, dash, after = cursor.tokens[at - 1 : at + 2]
    tight = before.place.end == dash.place.start and dash.place.end == after.place.start
    return (
        tight
        and after.capital
        and is_foreign(before.text)
        and is_foreign(after.text)
        and not cursor.listed_place(at + 1)
    )


def _spaced_brand(cursor: Cursor, at: int, end: int) -> int:
    """The token after "- Cola Việt Nam" of a brand that a text writes with blanks around its dash; else `end`."""
    if end - at != 1 or end + 1 >= len(cursor.tokens) or cursor.folded(end) != "-":
        return end
    sides = cursor.tokens[at], cursor.tokens[end + 1]
    if not all(is_foreign(token.text) and token.capital for token in sides) or sides[0].acronym:
        return end
    if sides[1].acronym and sides[1].folded[0] in sides[0].folded:
        return end
    end += 2
    while end < len(cursor.tokens) and cursor.tokens[end].capital and not cursor.stops_name(end):
        end += 1
    return end


def _given_name(cursor: Cursor, at: int, end: int) -> int:
    """The token after "-un" of "Kim Jong-un", a given name of two syllables whose second is written small; else `end`."""
    joined = any(cursor.folded(i) == "-" for i in range(at, end))
    if joined or end - at < 2 or end + 1 >= len(cursor.tokens) or cursor.folded(end) != "-":
        return end
    small = cursor.tokens[end + 1].text
    given = small.isascii() and small.isalpha() and small.islower() and len(small) <= _LONGEST_GIVEN
    given = given and not cursor.tokens[at].acronym
    return end + 2 if given and cursor.folded(end + 1) not in cursor.lexicon.stops else end


def _too_short(cursor: Cursor, token: Token) -> bool:
    """Whether a lone word is too short for a name: "KT", "IV", "MW"; "LG" is none."""
    if token.acronym and token.folded in cursor.lexicon.short_brands:
        return False
    return len(token.text) < 3 or set(token.text) <= set("IVX")
