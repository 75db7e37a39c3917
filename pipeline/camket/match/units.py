"""Units: what patterns are matched on. A name, a list of names, a date, a word of a class is one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from camket.analysis import Analysis, Name, NameKind, Sentence, Token
from camket.document import Place
from camket.lexicon import COUNTS, Lexicon, Phrases
from camket.match.appositions import without_appositions, without_origins
from camket.match.unit import Unit, is_body
from camket.match.unit_lists import LIST_JOINTS, with_lists, without_addresses
from camket.records import AgreementKind

_WHERE = "nơi"
_LONGEST_INSERTION = 16
_LONGEST_TITLE = 20
_CLOSING = {'"': '"', "“": "”", "«": "»"}
_COUNT_REACH = 7
_NOUNS_AHEAD = 6
_LONGEST_COMMON, _LONGEST_TOLD = 3, 7
_PRIVATE = frozenset({"company", "school", "hospital"})
_GOVERNMENT, _TWO = "chính phủ", "hai "
_PAIR = 2
_OBSERVED, _ACTS_AHEAD = 3, 4
INCLUDING = "gồm"
_LONGEST_PHRASE = 10
_NATIVE = "người"
_BEFORE_NAMES = frozenset({":", "-"})
_DESCRIBED = "described"
_OWNERS = frozenset({"trường", "viện", "tỉnh", "công ty", "bệnh viện", "sở", "ngân hàng", "huyện", "bộ", "hãng", "hội"})
_WHOSE, _PLURALS, _JOINING = (
    frozenset({"của", "thuộc"}),
    frozenset({"các", "những", "nhiều", "một số"}),
    frozenset({"và", ","}),
)
_PLAIN, _LONGEST_OTHERS = frozenset({"word", "partners", "both"}), 8
_DOCUMENTS, _NUMBER, _ENDS = frozenset({"doc", "deal"}), "số", frozenset(",.;:)")
_FROM_SIDES = (["từ", "trái"], ["từ", "phải"])


def units_of(analysis: Analysis, sentence: Sentence, classes: Phrases, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The units of `sentence`, in order and without overlap."""
    tokens = analysis.tokens[sentence.index]
    found = _named(analysis, sentence, tokens, classes)
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        named = found.get(token.place.start)
        if named is not None:
            units.append(named)
            at = _after(tokens, at, named.place.end)
            continue
        free = next((i for i in range(at, min(at + _LONGEST_PHRASE, len(tokens))) if tokens[i].place.start in found),
                    at + _LONGEST_PHRASE)  # fmt: skip
        at, unit = _worded(tokens[:free], at, classes, lexicon)
        units.append(unit)
        at = _past_number(tokens, at) if unit.label in _DOCUMENTS else at
    units = _without_dateline(_asides(_counted_with_colon(units), analysis.folded), analysis.folded)
    units = without_addresses(without_appositions(without_origins(units)), lexicon)
    listed = with_lists(_without_owners(_documents_of_sides(units), lexicon), analysis.folded, lexicon)
    listed = _with_brackets(listed, analysis.folded)
    return tuple(_without_witnesses(listed, analysis.folded))


def _counted_with_colon(units: list[Unit]) -> list[Unit]:
    """The units; a colon or dash between what is counted, or "giữa", and its names stands for "gồm": "giữa 3 đơn vị: A, B và C"."""
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        names = unit.folded in _BEFORE_NAMES and at + 1 < len(units) and is_body(units[at + 1])
        before = units[max(0, at - _COUNT_REACH) : at] if names else []
        start = next((i for i in range(len(before) - 1, -1, -1) if before[i].label in {"with", "between"}), None)
        told = before[start + 1 :] if start is not None else []
        counted = (
            (not told and before[-1:] != [] and before[-1].label == "between")
            or any(map(is_count, told))
            or any(one.label in {"both", "partners"} for one in told)
        )
        plain = not any(one.members or one.label in {"mark", "sign"} for one in told)
        kept.append(Unit(unit.place, "word", INCLUDING) if counted and plain else unit)
    return kept


def _with_brackets(units: list[Unit], folded: str) -> list[Unit]:
    """The units; a bracket right after a name is part of it: "Công ty X (bên A) ký với"."""
    kept: list[Unit] = []
    for unit in units:
        if kept and kept[-1].members and unit.label == "aside" and unit.folded.startswith("("):
            place = Place(kept[-1].place.start, unit.place.end)
            kept[-1] = replace(kept[-1], place=place, folded=place.of(folded))
        else:
            kept.append(unit)
    return kept


def _without_witnesses(units: list[Unit], folded: str) -> list[Unit]:
    """The units; of "dưới sự chứng kiến của A, B và C ký" the last two sign, and those before them witness."""
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        witnessed = any(one.label == "witness" for one in units[max(0, at - _OBSERVED) : at])
        ahead = [one.label for one in units[at + 1 : at + 1 + _ACTS_AHEAD]]
        if not (
            unit.label == "persons" and len(unit.members) > _PAIR and witnessed and {"sign", "hand_over"} & set(ahead)
        ):
            kept.append(unit)
            continue
        for members in (unit.members[:-_PAIR], unit.members[-_PAIR:]):
            place = Place(members[0].extent.start, members[-1].extent.end)
            kept.append(Unit(place, "persons" if len(members) > 1 else "person", place.of(folded), "", members))
    return kept


def _documents_of_sides(units: list[Unit]) -> list[Unit]:
    """The units; "ba bên" right after a document that is signed before it is part of its name: "ký thỏa thuận ba bên với".

    "các đơn vị" before the names of those meant is but a noun: "cùng các đơn vị phân phối A, B", "giữa hai sở A và B".
    """
    kept: list[Unit] = []
    led_by_noun = False
    for at, unit in enumerate(units):
        after = next((one for one in units[at + 1 : at + 4] if one.label in {"sign", "with", "mark"}), None)
        names = at > 0 and units[at - 1].label in {"doc", "deal"} and after is not None and after.label == "with"
        led = at > 0 and units[at - 1].label in {"with", "between"} and unit.folded.startswith("các ")
        nouns = next((one for one in units[at + 1 : at + _NOUNS_AHEAD] if one.label not in {"word", "deal"}), None)
        first = at + 1 + (at + 1 < len(units) and units[at + 1].folded in {"là", INCLUDING})
        counted = first < len(units) and units[at - 1].label in {"with", "between"} and is_body(units[first])
        names = names or counted or (led and nouns is not None and is_body(nouns))
        linked = bool(kept) and unit.label == "deal" and led_by_noun
        led_by_noun = led_by_noun and (linked or unit.label == "word")
        if names and unit.label == "both":
            led_by_noun = True
            kept.append(Unit(unit.place, "word", unit.folded))
        else:
            kept.append(Unit(unit.place, "word", unit.folded) if linked else unit)
    return kept


def _without_owners(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """The units; a state after "của" says whose a body is, and names no party: "X của Lào", "nhà mạng của Lào Y"."""
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        state = bool(unit.members) and unit.members[0].kind is NameKind.STATE
        paired = at + 2 < len(units) and units[at + 1].folded == "-" and units[at + 2].members
        state = state and not (paired and units[at + 2].members[0].kind is NameKind.STATE)  # "doanh nghiệp Việt - Mỹ"
        if state and (_after_common_noun(kept, lexicon) or (kept and kept[-1].folded == _NATIVE)):
            kept.append(Unit(unit.place, "aside", unit.folded))
            led = at + 2 < len(units) and units[at + 1].folded == "," and is_body(units[at + 2])
            if led and len(kept) > 1 and kept[-2].folded == "của":
                kept = _without_description(kept)  # "với công ty vận tải khổng lồ của Pháp, X"
            continue
        if unit.folded == "," and kept and kept[-1].label == "aside" and kept[-1].folded == _DESCRIBED:
            continue
        if unit.members and (unnamed := _unnamed_others(kept)) is not None:
            place = Place(kept[unnamed].place.start, unit.place.end)
            kept[unnamed:] = [Unit(place, "aside", "và các ...")]  # "A và các cơ quan liên quan của Việt Nam"
            continue
        names_body = at + 1 < len(units) and is_body(units[at + 1]) and bool(kept) and kept[-1].folded == "của"
        if names_body and unit.members and unit.members[0].kind is NameKind.STATE:
            kept.append(Unit(unit.place, "aside", unit.folded))
            continue
        if len(kept) > 1 and kept[-1].folded == "của" and kept[-2].label == "person" and is_body(unit):
            kept.append(Unit(unit.place, "aside", unit.folded))  # "giám đốc Kenji Morita của Matsuyama Orange"
            continue
        if len(kept) > 1 and kept[-1].folded == "thuộc" and _has_head(kept[-2]) and is_body(unit):
            of = kept.pop()  # "Trung tâm X thuộc Viện Y ký với ..."
            kept.append(Unit(Place(of.place.start, unit.place.end), "aside", f"thuộc {unit.folded}"))
            continue
        if _tells_owner(kept, unit, units[at + 1 : at + 2]):
            of = kept.pop()  # "Khoa X của trường và Viện Y ký ..."
            kept.append(Unit(Place(of.place.start, unit.place.end), "aside", f"của {unit.folded}"))
            continue
        owned = len(kept) > 1 and kept[-1].folded == "của"
        body = owned and (is_body(kept[-2]) or (kept[-2].label == "place" and unit.members))
        if body and unit.members and unit.members[0].kind in {NameKind.STATE, NameKind.PLACE}:
            of = kept.pop()
            kept.append(Unit(Place(of.place.start, unit.place.end), "aside", f"của {unit.folded}"))
        else:
            kept.append(unit)
    return kept


def _tells_owner(before: list[Unit], unit: Unit, after: list[Unit]) -> bool:
    """Whether the common noun `unit` says whose part the body before it is: "Khoa X của trường", with another body after it."""
    owned = len(before) > 1 and before[-1].folded == "của" and is_body(before[-2])
    return owned and unit.folded in _OWNERS and bool(after) and after[0].folded in LIST_JOINTS


def _unnamed_others(before: list[Unit]) -> int | None:
    """Where "và các cơ quan liên quan của" begins, right before the name of whose they are; after a body that is named."""
    if not before or before[-1].folded not in _WHOSE:
        return None
    for at in range(len(before) - 2, max(0, len(before) - _LONGEST_OTHERS), -1):
        if before[at].folded.split()[0] in _PLURALS and before[at - 1].folded in _JOINING:
            return at - 1 if at > 1 and is_body(before[at - 2]) else None
        if before[at].label not in _PLAIN:
            return None
    return None


def _without_description(units: list[Unit]) -> list[Unit]:
    """The units; those after the last name, word of joining or mark, which describe the body to come, are one aside."""
    start = len(units) - 1
    while start and units[start - 1].label == "word":
        start -= 1
    place = Place(units[start].place.start, units[-1].place.end)
    return [*units[:start], Unit(place, "aside", _DESCRIBED)]


def _has_head(unit: Unit) -> bool:
    """Whether the unit is a body told by its head: "Trung tâm X"."""
    return is_body(unit) and all(name.type for name in unit.members)


def _after_common_noun(before: list[Unit], lexicon: Lexicon) -> bool:
    """Whether a noun for companies, schools or hospitals stands right before: "nhà mạng Malaysia", "hai trường đại học Pháp"."""
    owned = bool(before) and before[-1].folded == "của"
    before = before[: len(before) - owned]
    told = [unit.folded for unit in before[-_LONGEST_TOLD:]]
    if owned and any((head := lexicon.heads.longest(told, at)) and head[1] in _PRIVATE for at in range(len(told))):
        return all(unit.label == "word" for unit in before[-_LONGEST_COMMON:])  # "công ty vận tải khổng lồ của Pháp"
    words = [unit.folded for unit in before[-_LONGEST_COMMON:] if unit.label == "word"]
    for size in range(_LONGEST_COMMON, 0, -1):
        if len(words) < size or any(unit.label != "word" for unit in before[-size:]):
            continue
        head = lexicon.heads.longest(words[-size:], 0)
        if head and head[0] == size and head[1] in _PRIVATE:
            return True
    return False


def _without_dateline(units: list[Unit], folded: str) -> list[Unit]:
    """The units; a place or an agency before a dash at the beginning is where the news comes from, and no party."""
    head = [unit for unit in units[:3] if unit.label != "aside"]
    state = bool(units and units[0].members) and units[0].members[0].kind is NameKind.STATE
    headed = len(head) > _PAIR and is_body(head[0]) and is_body(head[_PAIR])  # "Công ty X - Ngân hàng Y: ..."
    if (
        len(head) > 1
        and not state
        and not headed
        and head[0].label in {"party", "place"}
        and head[1].folded in {"-", ":"}
    ):
        dash = head[1].place.start
        if folded[dash - 1].isspace() or head[1].folded == ":":
            return [Unit(units[0].place, "venue", units[0].folded, units[0].value, units[0].members), *units[1:]]
    return units


def _asides(units: list[Unit], folded: str) -> list[Unit]:
    """The units with each bracket and quoted title made one that no pattern names, so that nothing in it is a party."""
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        end = max(
            _skip_bracket(units, at), _skip_dashes(units, at, folded), _skip_title(units, at), _skip_where(units, at)
        )
        if _lists_counted(units, at, end):
            count = next(i for i in range(len(kept) - 1, -1, -1) if is_count(kept[i]))
            kept[count:] = [Unit(one.place, "aside", one.folded) if one.members else one for one in kept[count:]]
            kept += units[at + 1 : end - 1]  # "4 tỉnh Nam Lào (A, B, C, D)" names four, and not Lào
            at = end
            continue
        if end > at and not _tells_signers(units[at:end]):
            place = Place(units[at].place.start, units[end - 1].place.end)
            kept.append(Unit(place, "aside", place.of(folded)))
            at = end
        else:
            kept.append(units[at])
            at += 1
    return kept


def _tells_signers(bracket: list[Unit]) -> bool:
    """Whether the bracket says who signs: "(người ký: ông A)", "(ông A và bà B ký)", "(từ trái qua: ông A, bà B)"."""
    labels = {unit.label for unit in bracket}
    if [unit.folded for unit in bracket[1:3]] in _FROM_SIDES and labels & {"person", "persons"}:
        return True
    return "signers" in labels or {"person", "sign"} <= labels


def _skip_title(units: list[Unit], at: int) -> int:
    """The unit after a title in quotation marks at `at`, which is no speech and names neither bodies nor documents; else `at`."""
    closing = _CLOSING.get(units[at].folded)
    if closing is None or at == 0 or units[at - 1].label == "mark":
        return at
    for end in range(at + 1, min(at + _LONGEST_TITLE, len(units))):
        if units[end].folded == closing:
            return end + 1 if end > at + 1 else at
        if units[end].members or units[end].label in {"sign", "ceremony", "team_up", "doc", "deal", "signers", "both"}:
            return at
    return at


def _skip_dashes(units: list[Unit], at: int, folded: str) -> int:
    """The unit after "– công ty mẹ của Y –" at `at`, which tells more of the body before it; else `at`."""
    posted = at > 2 and units[at - 2].folded == "tại" and is_body(units[at - 3])  # "X tại Việt Nam - ..."
    if at == 0 or units[at].folded != "-" or not (is_body(units[at - 1]) or posted) or not _is_apart(units[at], folded):
        return at
    if is_body(units[min(at + 1, len(units) - 1)]):
        return at  # "Công ty A - Công ty B - Công ty C"
    comma = named = False
    for end in range(at + 2, min(at + _LONGEST_INSERTION, len(units))):
        if units[end].folded == "-" and _is_apart(units[end], folded) and not comma:
            return end + 1
        if units[end].label == "sign" and not named and units[at + 1].label == "word" and units[end - 1].folded != ",":
            return end  # "X và Y - nhà cung cấp linh kiện, dịch vụ hàng đầu châu Á ký ..."
        if units[end].label in {"sign", "ceremony", "date", "doc"} or units[end].folded in {";", ":"}:
            return at
        comma = comma or units[end].folded == ","
        named = named or bool(units[end].members)
    return at


def _skip_where(units: list[Unit], at: int) -> int:
    """The unit after ", nơi ông A làm chủ nhiệm," at `at`, which tells more of the body before it; else `at`."""
    ahead = [unit.folded for unit in units[at : at + 2]]
    if ahead != [",", _WHERE] or at == 0 or not is_body(units[at - 1]):
        return at
    for end in range(at + 2, min(at + _LONGEST_INSERTION, len(units))):
        if units[end].folded == ",":
            return end + 1
        if units[end].label in {"sign", "ceremony", "doc"}:
            return at
    return at


def _is_apart(unit: Unit, folded: str) -> bool:
    """Whether blanks stand on both sides of the dash."""
    return (
        folded[unit.place.start - 1 : unit.place.start].isspace()
        and folded[unit.place.end : unit.place.end + 1].isspace()
    )


def _lists_counted(units: list[Unit], at: int, end: int) -> bool:
    """Whether the bracket from `at` to `end` names all of what is counted before it: "4 tỉnh (A, B, C, D)"."""
    inner = units[at + 1 : end - 1]
    names = [unit for unit in inner if unit.members and unit.label != "person"]
    plain = all(unit in names or unit.folded in LIST_JOINTS for unit in inner)
    return end > at and len(names) > 1 and plain and any(map(is_count, units[max(0, at - _COUNT_REACH) : at]))


def is_count(unit: Unit) -> bool:
    """Whether the unit is a number, or a number with what it counts."""
    return unit.folded.isdigit() or unit.folded in COUNTS or unit.label == "quantity"


def _named(analysis: Analysis, sentence: Sentence, tokens: Sequence[Token], classes: Phrases) -> dict[int, Unit]:
    """The units of the sentence's names, dates and amounts, by where they start; names win."""
    units: dict[int, Unit] = {}
    taken: list[Place] = []
    for name in analysis.names_in(sentence):
        if any(place.overlaps(name.extent) for place in taken) or _is_both(analysis, name, classes):
            continue
        label = {NameKind.PERSON: "person", NameKind.PLACE: "place"}.get(name.kind, "party")
        units[name.extent.start] = Unit(name.extent, label, name.extent.of(analysis.folded), name.type, (name,))
        taken.append(name.extent)
    for date in analysis.dates_in(sentence):
        if not any(place.overlaps(date.place) for place in taken):
            units[date.place.start] = Unit(date.place, date.kind, date.place.of(analysis.folded), date.edtf)
            taken.append(date.place)
    for amount in analysis.amounts_in(sentence):
        said = [token.folded for token in tokens if amount.place.covers(token.place)]
        if classes.longest(said, 0):
            continue
        if not any(place.overlaps(amount.place) for place in taken):
            units[amount.place.start] = Unit(amount.place, amount.kind, amount.place.of(analysis.folded))
            taken.append(amount.place)
    return units


def _is_both(analysis: Analysis, name: Name, classes: Phrases) -> bool:
    """Whether the name with "hai" before it stands for both sides: "giữa hai Chính phủ"."""
    said = name.extent.of(analysis.folded)
    counted = said == _GOVERNMENT and analysis.folded.startswith(_TWO, name.extent.start - len(_TWO))
    return counted and classes.longest([*_TWO.split(), *said.split()], 0) is not None


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].place.start < end:
        at += 1
    return at


def _worded(tokens: Sequence[Token], at: int, classes: Phrases, lexicon: Lexicon) -> tuple[int, Unit]:
    """The unit of a word of a class, a kind of agreement, or a plain word, and the token after it."""
    words = [token.folded for token in tokens[at : at + _LONGEST_PHRASE]]
    kind = lexicon.kinds.longest(words, 0)
    word = classes.longest(words, 0)
    if kind and (word is None or kind[0] >= word[0]):
        length, label, value = kind[0], "deal" if kind[1] == AgreementKind.UNSPECIFIED else "doc", kind[1]
    elif word:
        length, label, value = word[0], word[1], ""
    else:
        length, label, value = 1, "word" if words[0][0].isalnum() else "mark", ""
    place = Place(tokens[at].place.start, tokens[at + length - 1].place.end)
    return at + length, Unit(place, label, " ".join(words[:length]) if length > 1 else words[0], value)


def _past_number(tokens: Sequence[Token], at: int) -> int:
    """The token after the number that a document has at `at`: "số 742/QCPH-HQ-BP"; else `at`."""
    end = at + 2
    if end > len(tokens) or tokens[at].folded != _NUMBER or not tokens[at + 1].text[0].isdigit():
        return at
    while end < len(tokens) and tokens[end].place.start == tokens[end - 1].place.end and tokens[end].text not in _ENDS:
        end += 1
    return end


def _skip_bracket(units: list[Unit], at: int) -> int:
    if at < len(units) and units[at].folded == "(":
        for end in range(at + 1, min(at + 16, len(units))):
            if units[end].folded == ")":
                return end + 1
    return at
