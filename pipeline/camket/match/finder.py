"""Runs the rules over the sentences that hold a word of signing, and reads the cues that govern each match."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from camket.analysis import Analysis, Match, NameKind, Sentence
from camket.document import Place
from camket.match.asides import without_asides
from camket.match.needs import held_by
from camket.match.overlaps import keep_longest
from camket.match.rulebook import Rulebook
from camket.match.unit import Unit, is_body
from camket.match.units import units_of

_NEXT, _DECREE_BEFORE = 3, 12
_REACH_AFTER = 16
_OPENS, _OPENING = 2, 6
_LEAD = 3
_AND, _WILL = "và", "sẽ"
_ALSO, _REFERENCE = ["đồng", "thời"], "reference"
_FRONTS = frozenset({"sau", "qua", "trên", "căn", "nhằm", "thực", "tiếp", "kế", "phát", "để"})
"""First syllables of what leads to a new document: "sau 5 năm thực hiện", "trên cơ sở", "thực hiện", "kế thừa"."""
_MATTER = "việc"
_TO_COME = frozenset({"dự kiến", "sẽ", "chuẩn bị", "sắp"})
_ALLOWS = ("đồng ý", "thông qua", "chấp thuận", "phê duyệt", "cho phép")
_FIRST_OF = re.compile(r"(?<!\w)đầu tiên (?:\w+ )?với .*(?<!\w)(?:sau đó|tiếp đó|tiếp theo|rồi) (?:là|đến)(?!\w)")
"""What is told after it is a history: "ký thỏa thuận kết nghĩa đầu tiên với X, sau đó là Y"."""
_SHARE, _FEW = re.compile(r"\d+(?:,\d+)? ?%"), 6
_BEFORE_WHOM = "trước"
_EARLIER, _BEFORE = "trước đó", 2
_UNLESS_REACH = (1, 2)
_YEAR, _MONTH = len("2014"), len("2014-07")
_TRIGGERS = frozenset({"sign", "ceremony", "team_up", "reach", "renew", "clinch"})
_DOCUMENT_BETWEEN = "document.between"
_BETWEEN = frozenset({"signing.between", _DOCUMENT_BETWEEN})
_ORDERS = frozenset({"chỉ đạo", "yêu cầu", "ra lệnh", "chỉ thị"})
_CLAUSE_WORDS = frozenset({"khi", "chưa", "được", "bị", "nhưng", "mà", "nếu"})
_SAID = re.compile(r"(?<!\w)(?:là|mở ra|cơ hội|góp phần|đánh dấu|thể hiện)(?!\w)")
_BRIDGES, _BRIDGE_REACH = re.compile(r"(?<!\w)(?:đầu|điểm) cầu(?!\w)"), 6
_WITH = frozenset({"signing.with", "signing.subject_with"})
_TEAMING, _HOLDS = "signing.teaming", ["tổ", "chức"]
_SUPPLIES, _FROM_OR_TO = "signing.supplies", frozenset({"của", "cho", "từ"})
_GIVES = frozenset({"signing.gives", _SUPPLIES})
_TO_STATES = frozenset({"cho", "của", "từ", "đến", "tới", "nước", "phía", "phủ", "sang"})
_TRADES = frozenset(
    {"phân phối", "mở bán", "môi giới", "tiếp thị", "phát triển dự án", "dự án", "căn hộ", "khu đô thị"}
)
_AIMS = frozenset({"nhằm", "để"})
_PASSIVE, _PASSIVE_REACH = "được", 3
_NO_OWNERS = frozenset({"signing.subject"})
_OWNING = frozenset({"của", "do", "bởi"})
_WORDLESS = frozenset({"party", "parties", "place", "venue", "person", "persons", "hall", "aside"})
"""Units whose words are no cue: "sân vận động" urges nobody, "- hãng lập năm ngoái -" is no old signing."""


def find(analysis: Analysis, rulebook: Rulebook) -> tuple[Match, ...]:
    """All matches of all rules, in the order of the document."""
    return tuple(match for sentence in analysis.sentences for match in find_in(analysis, sentence, rulebook))


def find_in(
    analysis: Analysis, sentence: Sentence, rulebook: Rulebook, rules: Collection[str] | None = None
) -> list[Match]:
    """The matches of `rules`, or of all, in one sentence; of one rule's overlapping matches the longest."""
    if not rulebook.lexicon.telling.search(analysis.folded, sentence.place.start, sentence.place.end):
        return []
    rules = rulebook.needs.met(held_by(analysis.tokens[sentence.index], rulebook.classes, rulebook.lexicon), rules)
    if not rules:
        return []
    units = without_asides(units_of(analysis, sentence, rulebook.classes, rulebook.lexicon))
    if not units:
        return []
    doc = _doc(units, rulebook)
    matches: list[Match] = []
    found = (one for rule in rules for one in rulebook.matchers[rule](doc, with_alignments=True))
    for key, start, end, alignment in found:
        rule, compiled = rulebook.compiled[rulebook.vocab.strings[key]]
        if not compiled.fits(alignment):
            continue
        if _tells_other(rule.id, units, start, end):
            continue
        captures: dict[str, Unit] = {}
        for unit, token in zip(units[start:end], alignment, strict=True):
            if compiled.captures[token]:
                captures[compiled.captures[token]] = unit
        place = Place(units[start].place.start, units[end - 1].place.end)
        trigger = _trigger(units, start, end)
        if rule.id == _DOCUMENT_BETWEEN:
            trigger = _last_document(units, start, end)
        if _signs_decree(units, start, end, trigger):
            continue
        captured = next((unit for unit in captures.values() if unit.label in {"doc", "deal"}), None)
        signed = _first_signed(units, trigger, captured) if captured else None
        if captured and rule.id == _DOCUMENT_BETWEEN and units[trigger].label == "doc":
            signed = units[trigger]  # "bản ghi nhớ giữa A và B, thỏa thuận giữa C và D"
        matches.append(
            Match(
                rule.id,
                rule.fills,
                sentence,
                place,
                {name: unit.place for name, unit in captures.items()},
                {name: unit.members for name, unit in captures.items() if unit.members},
                signed.value if signed else "",
                _cues(units, trigger, rulebook, lead=sentence.index <= _LEAD),
                frozenset(unit.label for unit in captures.values()),
                signed.place if signed and signed.label == "doc" else None,
            )
        )
    return keep_longest(matches)


def _trigger(units: Sequence[Unit], start: int, end: int) -> int:
    """The unit of what is done: the first of a signing; after "thống nhất" the signing that is planned behind it."""
    found = [i for i in range(start, end) if units[i].label in _TRIGGERS]
    if not found:
        return start
    signs = next((i for i in found if units[i].label == "sign"), found[0])
    planned = units[found[0]].label == "reach" and units[signs - 1].folded in _TO_COME
    return signs if planned else found[0]


def _tells_other(rule: str, units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether what the rule found is of an owner, a meeting or another clause and no signing."""
    found = units[start:end]
    if rule in _NO_OWNERS and start > 0 and units[start - 1].folded in _OWNING:
        return True
    if rule in _NO_OWNERS and _is_signed_itself(found):
        return True
    if rule == _DOCUMENT_BETWEEN and _is_traded(found):
        return True
    if rule in _BETWEEN and (_meets_between(found) or _is_said_of(found) or _links(found) or _amid_one(found)):
        return True
    if rule in _GIVES and _is_of_people(found):
        return True
    if rule == _SUPPLIES and _has_nearer(found):
        return True
    if rule == _TEAMING and _hosts(units, start, end):
        return True
    return rule in _WITH and _begins_clause(found)


def _is_traded(units: Sequence[Unit]) -> bool:
    """Whether the two names are what is traded, joined by a dash: "hợp tác chiến lược phân phối Sky One - Central"."""
    last = next((at for at, unit in enumerate(units) if unit.members), 0)
    between = any(unit.label == "between" for unit in units[:last])
    return not between and " ".join(unit.folded for unit in units[max(0, last - 2) : last]) in _TRADES


def _hosts(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether those from `start` up to `end` only hold something together: "do X phối hợp với Y tổ chức"."""
    ahead = [unit.folded for unit in units[end : end + _UNLESS_REACH[1]]]
    signs = any(unit.label in {"sign", "ceremony"} for unit in units)
    return start > 0 and units[start - 1].folded in _OWNING and ahead == _HOLDS and not signs


def _is_signed_itself(units: Sequence[Unit]) -> bool:
    """Whether what is signed stands where the subject would: "hợp đồng cho dự án Nhà máy X vừa được ký kết"."""
    sign = next((i for i, unit in enumerate(units) if unit.label == "sign"), 0)
    return is_body(units[0]) and 1 < sign <= _PASSIVE_REACH and units[sign - 1].folded == _PASSIVE


def _last_document(units: Sequence[Unit], start: int, end: int) -> int:
    """The last document before "giữa", which is between the parties: "Quy chế thay thế kế hoạch phối hợp giữa A và B"."""
    between = next((i for i in range(start, end) if units[i].label == "between"), end)
    return next((i for i in range(between - 1, start, -1) if units[i].label == "doc"), start)


def _meets_between(units: Sequence[Unit]) -> bool:
    """Whether it is a meeting that is told to be between them: "ký bên lề cuộc gặp giữa A và B".

    It is not where the document is about it: "ý định thư về thiết lập quan hệ hữu nghị giữa A và B".
    """
    between = next((i for i, unit in enumerate(units) if unit.label == "between"), 0)
    about = any(unit.label == "doc" and other.folded == "về" for unit, other in pairwise(units[:between]))
    return not about and any(unit.label == "meeting" for unit in units[max(0, between - 3) : between])


def _is_said_of(units: Sequence[Unit]) -> bool:
    """Whether it is what the signing means that is between them: "lễ ký kết là bước đầu cho sự gắn kết giữa A với B"."""
    between = next((i for i, unit in enumerate(units) if unit.label == "between"), 0)
    return _SAID.search(" ".join(unit.folded for unit in units[1:between])) is not None


def _links(units: Sequence[Unit]) -> bool:
    """Whether the places are those that a meeting online links: "ký trực tuyến giữa hai đầu cầu A và B"."""
    between = next((i for i, unit in enumerate(units) if unit.label == "between"), 0)
    return _BRIDGES.search(" ".join(unit.folded for unit in units[between + 1 : between + _BRIDGE_REACH])) is not None


def _amid_one(units: Sequence[Unit]) -> bool:
    """Whether one person alone stands behind "giữa", in the midst of whose something it was: "lễ ký diễn ra giữa vườn ông A"."""
    between = next((i for i, unit in enumerate(units) if unit.label == "between"), 0)
    named = [name for unit in units[between + 1 :] for name in unit.members]
    return len(named) == 1 and named[0].kind is NameKind.PERSON


def _is_of_people(units: Sequence[Unit]) -> bool:
    """Whether the state that ends the match only tells whose people get something: "tài trợ học bổng cho tài năng Việt Nam"."""
    state = bool(units[-1].members) and all(name.kind is NameKind.STATE for name in units[-1].members)
    return state and len(units) > 1 and units[-2].label == "word" and units[-2].folded not in _TO_STATES


def _has_nearer(units: Sequence[Unit]) -> bool:
    """Whether another body, or an aim, comes before the one that ends the match: "ký hợp đồng mua tàu của X, báo Y dẫn thông cáo của Z".

    An aim does so in "ký thỏa thuận chuyển đổi số nhằm thực hiện nghị quyết của X".
    """
    sign = next((i for i, unit in enumerate(units) if unit.label == "sign"), 0)
    between = units[sign:-1]
    aims = any(unit.folded in _AIMS for unit in between)
    return aims or any(unit.folded in _FROM_OR_TO and is_body(other) for unit, other in pairwise(between))


def _begins_clause(units: Sequence[Unit]) -> bool:
    """Whether another clause begins between "với" and the body that ends the match: "ký với các hộ khi chưa được Sở X cấp phép"."""
    last = next((at for at in range(len(units) - 1, -1, -1) if units[at].label == "with"), len(units))
    return is_body(units[-1]) and any(unit.folded in _CLAUSE_WORDS for unit in units[last + 1 : -1])


def _doc(units: tuple[Unit, ...], rulebook: Rulebook) -> Doc:
    """A spaCy Doc whose tokens are the units: NORM is the folded text, ENT_TYPE the label."""
    doc = Doc(rulebook.vocab, words=[unit.folded or " " for unit in units])
    for token, unit in zip(doc, units, strict=True):
        token.norm_ = unit.folded
        token.ent_type_ = unit.label
    return doc


def _cues(units: tuple[Unit, ...], trigger: int, rulebook: Rulebook, *, lead: bool) -> frozenset[str]:
    """The cues whose words stand before the trigger within their reach."""
    flat = [(i, word) for i, unit in enumerate(units[:trigger])
            for word in (unit.folded.split() if unit.label not in _WORDLESS else ["_"])]  # fmt: skip
    tokens = [word for _, word in flat]
    found: set[str] = set()
    for at, (unit, _) in enumerate(flat):
        hit = rulebook.cue_words.longest(tokens, at)
        if hit is None:
            continue
        cue = rulebook.cues[hit[1]]
        distance = trigger - unit
        comma_between = any(units[i].folded in {",", ";", ":"} for i in range(unit, trigger))
        lifted = lead and bool(set(cue.unless) & {" ".join(tokens[-size:]) for size in _UNLESS_REACH})
        lifted = lifted or (lead and " ".join(tokens[at : at + hit[0]]) in cue.recent)
        joined = tokens[-1] == _AND or tokens[-2:] == _ALSO  # "sơ kết việc thực hiện quy chế, đồng thời ký kết ..."
        lifted = lifted or (joined and " ".join(tokens[at : at + hit[0]]) in cue.reviews)
        lifted = lifted or (at > 0 and tokens[at - 1] in cue.not_after)
        lifted = lifted or not set(tokens[at + hit[0] :]).isdisjoint(cue.ends)
        lifted = lifted or (hit[1] == _REFERENCE and comma_between and _is_in_front(units, unit))
        if distance <= cue.before and not (cue.clause and comma_between) and not lifted:
            found.add(hit[1])
    if any(unit.label == "expect" for unit in units[trigger + 1 : trigger + 2]):
        found.add("planned")  # "Lễ ký dự kiến diễn ra ..."
    if _is_of_many(units, trigger) or _FIRST_OF.search(" ".join(unit.folded for unit in units[trigger:])):
        found.add("past")
    if _is_decreed(units, trigger) or _is_allowed(units, trigger):
        found.add("planned")
    opens = " ".join(unit.folded for unit in units[:_BEFORE]) == _EARLIER
    named = (
        len(units) > _BEFORE
        and units[0].folded == _BEFORE_WHOM
        and units[1].members
        and "," in {units[_BEFORE].folded, *units[1].folded}
    )
    if opens or named:
        found.add("past")  # "Trước đó, ông A cho biết X sẽ ký với Y", "Trước Z, trường đã ký ..."
    if "planned" not in found and _told_as_old(units, trigger, lead=lead):
        found.add("past")
    return frozenset(found)


def _is_in_front(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit at `at` stands in what a sentence begins with: "Sau 5 năm thực hiện quy chế phối hợp, A và B ký ..."."""
    start = max((i + 1 for i in range(at) if units[i].folded == ","), default=0)
    dated = all(unit.label in {"date", "mark"} for unit in units[:start])
    return dated and units[start].folded in _FRONTS


def _is_of_many(units: tuple[Unit, ...], trigger: int) -> bool:
    """Whether a share of many is told to have signed: "100% trường THPT ký kết với ..."."""
    start = max((i + 1 for i in range(trigger) if units[i].label == "mark"), default=0)
    return any(_SHARE.match(unit.folded) for unit in units[max(start, trigger - _FEW) : trigger])


def _is_decreed(units: tuple[Unit, ...], trigger: int) -> bool:
    """Whether an order tells to sign: "ban hành Quyết định số 12 về việc ký kết ...", "Quyết định việc ký kết ..."."""
    before = [unit.folded for unit in units[max(0, trigger - _BEFORE) : trigger]]
    led = units[trigger].folded.startswith(_MATTER) or before[-1:] == [_MATTER]
    about = "về" in before or any(unit.label == "decree" for unit in units[max(0, trigger - _BEFORE) : trigger])
    return led and about and any(unit.label == "decree" for unit in units[:trigger])


def _is_allowed(units: tuple[Unit, ...], trigger: int) -> bool:
    """Whether someone lets the signing be: "đồng ý việc ký ...", "nghị quyết thông qua việc ký kết ..."."""
    before = " ".join(unit.folded for unit in units[max(0, trigger - _BEFORE) : trigger])
    return units[trigger].folded.startswith(_MATTER) and before.endswith(_ALLOWS)


def _first_signed(units: Sequence[Unit], trigger: int, captured: Unit) -> Unit:
    """Of the documents told behind the word of signing up to `captured`, or right behind it, the first: "ký thỏa thuận và bản ghi nhớ"."""
    behind = units[trigger + 1 : trigger + 1 + _NEXT] if units[trigger].label == "sign" else ()
    if captured.place.start > units[trigger].place.start:
        behind = [unit for unit in units[trigger + 1 :] if unit.place.start <= captured.place.start]
    return next((unit for unit in behind if unit.label == "doc"), captured)


def _signs_decree(units: tuple[Unit, ...], start: int, end: int, trigger: int) -> bool:
    """Whether what is signed is an order of one body: "ký quyết định ...", "công văn do ông A ký"."""
    if units[trigger].label != "sign":
        return False
    if any(unit.label == "decree" for unit in units[trigger + 1 : trigger + 1 + _NEXT]):
        return True
    document = next(
        (at for at in range(trigger + 1, min(trigger + _NEXT, len(units))) if units[at].label == "doc"), None
    )
    behind = [unit.folded for unit in units[document + 1 : document + _NEXT]] if document is not None else []
    if behind and not _ORDERS.isdisjoint((behind[0], " ".join(behind))):
        return True  # "ký bản ghi nhớ yêu cầu Bộ X điều tra"
    told = {"doc", "deal", "ceremony"}
    if any(unit.label in told for unit in units[start:end]):
        return False
    decrees = [at for at in range(max(0, trigger - _DECREE_BEFORE), trigger) if units[at].label == "decree"]
    apart = all(at < start for at in decrees)  # "theo Nghị định 55, X và Y ký quy chế"
    return bool(decrees) and not (
        apart and any(unit.label in told for unit in units[trigger + 1 : trigger + 1 + _NEXT])
    )


def _told_as_old(units: tuple[Unit, ...], trigger: int, *, lead: bool) -> bool:
    """Whether the clause tells only the year or month of the signing, as of an old one: "ký vào tháng 7/2014".

    In the first sentences of a report a month may be that of its news.
    """
    start = max((i + 1 for i in range(trigger) if units[i].folded in {";", ":"}), default=0)
    for at in range(start, min(trigger + _REACH_AFTER, len(units))):
        unit = units[at]
        vague = {_YEAR} if lead and at < trigger else {_YEAR, _MONTH}
        if unit.label != "date" or len(unit.value) not in vague or unit.value.startswith("X"):
            continue
        if any(one.folded == _WILL for one in units[trigger:at]):
            continue  # "ký một thỏa thuận, theo đó nước này sẽ nhận đồng euro vào năm 2009"
        bare = unit.folded.removeprefix("trong ") == f"năm {unit.value}" and any(
            other.label in {"doc", "deal"} for other in units[trigger + 1 : at]
        )
        opens = at <= start + _OPENS or (at <= start + _OPENING and units[at - 1].folded == ",")
        joined = units[trigger - 1].folded == _AND  # "đánh giá công tác năm 2025 và ký kết quy chế"
        near = at > trigger or opens or (trigger - at <= _OPENS and not joined)
        if near and not bare:
            return not any(other.label == "date" and len(other.value) > _MONTH for other in units)
    return False
