"""The subject of an agreement, told right after its name: "biên bản ghi nhớ về phát triển du lịch giữa ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from camket.analysis import Name, NameKind, Sentence
from camket.assemble.commitment_lists import CommitmentLists
from camket.assemble.common_nouns import side
from camket.assemble.details import SIGN
from camket.assemble.groups import TEAMING
from camket.assemble.subject_ends import subject_end
from camket.assemble.tellings import THAT, Story, Telling
from camket.document import BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import Agreement, AgreementKind, AgreementStatus, CommitmentKind

AIM = "commitment.aim"
"""The rule of what an agreement is made for."""
_BASES = ("cơ sở ", "tiền đề ", "nền tảng ", "điều kiện ", "căn cứ ", "cơ hội ", "dịp ")

_CONFIDENCE = 0.75
_PAIR = 2
_AIM_CONFIDENCE = 0.6
_LONGEST_NAME = 8
_LONGEST = 45
_ASIDE = re.compile(r" \([^()]*\)")
_TERM = re.compile(r"(?:có )?(?:thời hạn|trong|trong thời hạn|kéo dài|giai đoạn)?\s*")
_FOR, _ABOUT_WHAT = "cho", "về"
_TO_COME = re.compile(r"(?<!\w)(?:chuẩn bị|sắp|dự kiến) ký(?!\w)")
"""In a telling beside an agreement that was signed: of another document."""
_BESIDE = re.compile(r"(?<!\w)(?:bên cạnh|ngoài|cùng với) (?:việc )?$")
"""Before a signing that is told beside the news: "Bên cạnh việc ký hợp đồng thu mua, Công ty X đã ..."."""
_WORTH = re.compile(r"(?:có |với )?(?:tổng )?(?:trị )?giá(?: trị)?(?: lên tới| lên đến| khoảng| hơn| gần)* ")
_OF_COOPERATION = re.compile(r"(?<!\w)hợp tác về (?:lĩnh vực )?$")
_OF_WHAT = "về "
_IN_FIELD = re.compile(r"(?<!\w)lĩnh vực(?: về| như)?:? $")
_NEAR = 25
_STOPS = frozenset({",", ".", ";", ":", "(", '"', "“"})
_LOOK_AHEAD, _FAR_AHEAD = 10, 30
_PASSIVE = re.compile(r"(?<!\w)được(?!\w)")
_QUOTES = re.compile('["“”]')
_REVIEWS = re.compile(r"tổ chức [^,;]{0,30}(?:tổng kết|sơ kết)(?!\w)")
_WITH = frozenset({"với", "cùng"})
_PLEDGES = ["cam", "kết"]
_TOLD_IN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_AIM_REACH = 160
_SIGNING, _SO_THAT = ["việc", "ký"], "để"
_TEAMS = re.compile(r"(?:hợp tác|phối hợp|liên kết)(?: \w+){0,2} (?:với|cùng|giữa) ")
_WHEN = re.compile(r"(?:vào|hồi|trong) (?:cuối |đầu |giữa )?(?:tuần|tháng|năm|ngày|sáng|trưa|chiều|tối|hôm|dịp)(?!\w)")
"""Behind a document, when it was signed and nothing of what it is about: "ký hiệp định vào cuối tuần qua"."""
_LONGEST_APPOSITION = 100
_TRADES = re.compile(
    r"(?:mua|bán|cung cấp|cung ứng|thuê|cho thuê|xây dựng|thi công|lắp đặt|sản xuất|chuyển giao|chuyển nhượng|phân phối|vay) (?=\w)"
)
_APPOSED = re.compile(
    r"(?:, (?:một |là )?(?:đơn vị|công ty|thành viên|hãng|nhà|doanh nghiệp|tập đoàn|chi nhánh)[^,;:.]*)?, "
)
""", a unit of Y, " between a partner and what is traded."""
_IS = "là"
_OF_DOCUMENTS = re.compile(
    r"\W*(?:thông qua |với )?(?:(?:lễ|việc|buổi lễ|nội dung) )?(?:ký kết |ký )?\w+(?: \w+){0,5}?(?: này)?"
    r"(?: giữa[\s,]*(?:(?:và|với) *)*)?(?: giai đoạn [\d\s/-]+)?[\s,]*(?:là |được (?:ký|ký kết) |ra đời )?"
)
"""What may stand before the aim of a document, names left out: "Việc ký kết chương trình phối hợp giữa ... và ... là"."""
_LISTS = frozenset({";", ",", ":", "có", "gồm", "và", "là", "như", "hay", "cùng"})
"""After one of these further documents are told in the sentence: "..., trong đó có bản ghi nhớ về X; hợp đồng Y"."""
_ABOUT = frozenset({"về", "trong"})
_ABOUT_JOINT = ["về", "hợp", "tác"]
_LEADING, _FIELDS_TOO = frozenset({"về", "trong", "trên"}), re.compile(r"thương mại(?!\w)")
"""What tells but the kind of a document right behind its name ("thỏa thuận thương mại"), and a field after one of these words."""
_LEAD_IN = re.compile(
    r"(?:(?:các|những|một số|nhiều|\d+|hai|ba|bốn|năm) )?(?:(?:nội dung|vấn đề|lĩnh vực|nhóm việc|điểm|việc|công việc|hoạt động|nhiệm vụ) )?"
    r"(?:(?:chính|cụ thể|trọng tâm|chủ yếu|cơ bản|chủ chốt|hợp tác|phối hợp)[\s,]*){0,2}(?:như|sau|sau đây|như sau|gồm|bao gồm|là)?\s*:"
)
_WORK, _DURING = ["công", "tác"], ["trong", "và"]
_WORK_OF = re.compile(r" (?!năm|giai|giữa|với|của|tại|ở|và|trong|trên)[^\W\d]+ [^\W\d]")
"""What kind of work follows "công tác": "phối hợp công tác dân vận"."""
_BETWEEN = re.compile(r" ?giữa ")
_NUMBER = re.compile(r"(?<!\w)số \d\S*(?: ngày \d\S*| ký ngày \d\S*)?")


def subjects(story: Story) -> list[Telling]:
    """The tellings of subjects in the sentences that tell of the signing of the agreements."""
    found: list[Telling] = []
    for agreement in story.agreements:
        signed = any(one.field == "signing" and one.rule not in TEAMING for one in agreement.evidence)
        for one in agreement.evidence:
            place = Place(one.start, one.end)
            telling = one.field == "signing" and not (signed and one.rule in TEAMING)
            sentence = story.analysis.sentence_of(place) if telling else None
            before = story.folded[max(0, place.start - _NEAR) : place.end]
            other = agreement.status is AgreementStatus.SIGNED and _TO_COME.search(before) is not None
            other = other or _BESIDE.search(story.folded[max(0, place.start - _NEAR) : place.start]) is not None
            other = other or (sentence is not None and _is_opinion(story, sentence, place.start))
            if sentence is not None and not other:
                found += _in_sentence(story, sentence, place, agreement)
    return found


def _is_opinion(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether what is told at `at` is what someone thinks of the document: "Ông A cho rằng, hợp tác giữa X và Y sẽ ..."."""
    said = THAT in story.folded[sentence.place.start : at] or story.quoted(sentence, at)
    return said and story.thought(sentence, at)


def aims(story: Story) -> list[Telling]:
    """What agreements are made for, which counts where nothing else is told of their content: "ký kết nhằm ..."."""
    found: list[Telling] = []
    for agreement in story.agreements:
        for one in agreement.evidence:
            place = Place(one.start, one.end)
            sentence = story.analysis.sentence_of(place) if one.field == "signing" else None
            if sentence is None or story.quoted(sentence, place.start):
                continue
            aim = story.search(story.lists.aims, place.start, sentence.place.end)
            if aim and not story.folded.endswith(_BASES, place.start, aim.start()):
                end = subject_end(story, sentence, aim.end(), fields=False)
                found.append(Telling(CommitmentKind.AREA, Place(aim.end(), end), "all", agreement.id,
                                     AIM, _AIM_CONFIDENCE))  # fmt: skip
                break
    told = {one.agreement for one in found}
    return found + [one for one in _aims_of_documents(story) if one.agreement not in told]


def _aims_of_documents(story: Story) -> list[Telling]:
    """What sentences say that the document they begin with is for."""
    return [aim for sentence in story.analysis.sentences if (aim := aim_of_document(story, sentence)) is not None]


def aim_of_document(story: Story, sentence: Sentence) -> Telling | None:
    """What the document that the sentence begins with is for: "Quy chế phối hợp giữa X và Y nhằm bảo vệ ...; quản lý ..."."""
    place = sentence.place
    if not story.agreements or place.start < story.first_told or sentence.block.kind not in _TOLD_IN:
        return None
    aim = story.search(story.lists.aims, place.start, min(place.end, place.start + _AIM_REACH))
    if aim is None or not _begins_with_document(story, place.start, aim.start()):
        return None
    if story.folded.endswith(_BASES, place.start, aim.start()):
        return None  # "Thỏa thuận là cơ sở để ..." tells what may come of it
    content = Place(aim.end(), place.end)
    return Telling(CommitmentKind.AREA, content, "all", story.agreement_at(place), AIM, _AIM_CONFIDENCE)


def _begins_with_document(story: Story, start: int, end: int) -> bool:
    """Whether nothing but a document or its signing, and whose it is, is told from `start` to `end`."""
    said = story.folded[start:end]
    named = [name.extent for name in story.analysis.names_within(Place(start, end))]
    rest = "".join(char for at, char in enumerate(said, start) if not any(one.start <= at < one.end for one in named))
    return _OF_DOCUMENTS.fullmatch(rest) is not None and story.words.documents.search(said) is not None


def _in_sentence(story: Story, sentence: Sentence, told: Place, agreement: Agreement) -> list[Telling]:
    """The subjects after the names of documents, and words of signing, in the telling at `told`."""
    tokens = story.analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens]
    names = story.analysis.names_in(sentence)
    lists = story.lists
    begin = told.start - _NEAR
    if _PASSIVE.search(story.folded, sentence.place.start, told.start):
        begin = sentence.place.start  # "Bản ghi nhớ về ... đã được ông A và bà B ký"
    found: list[Telling] = []
    at = 0
    while at < len(tokens):
        inside = any(name.place.start < tokens[at].place.start < name.place.end for name in names)
        near = begin <= tokens[at].place.start <= told.end + _NEAR
        further = tokens[at].place.start > told.end and folded[at - 1] in _LISTS
        near = near or (further and story.words.documents.match(story.folded, tokens[at].place.start) is not None)
        ahead = folded[at : at + _LONGEST_NAME]
        kind = (
            None
            if inside or not near
            else _longer(story.words.lexicon.kinds.longest(ahead, 0), story.lists.signs.longest(ahead, 0))
        )
        partner = near and any(0 <= tokens[at].place.start - _end_of(story, name) <= 1 for name in names)
        if ahead[: len(_PLEDGES)] == _PLEDGES and (
            partner
            or _behind_body(story, names, tokens[at].place.start)
            or side(story, sentence, tokens[at].place.start) is not None
        ):
            kind = None  # "Tại lễ ký, Hội X cam kết trồng ...": who does so is told before it
        trades = told.start < tokens[at].place.start <= told.end + _LONGEST_APPOSITION
        partner = partner or (trades and _trades_behind(story, names, tokens[at].place.start))
        about = lists.openers.longest(ahead, 0) and folded[at] in _ABOUT
        act = lists.acts.longest(ahead, 0) and _after_partner(story, names, tokens[at].place.start)
        if kind is None and partner and (about or act):
            kind = (0, "")
        if kind is None:
            at += 1
            continue
        owned = folded[at + kind[0] : at + kind[0] + 1] == ["của"]  # "thỏa thuận tài trợ của X"
        after = at + (kind[0] if owned else without_act(ahead[: kind[0]], lists))
        work = folded[after - len(_WORK) : after] == _WORK and not lists.acts.longest(
            folded[after : after + _LONGEST_NAME] or [""], 0
        )
        after -= len(_WORK) if work else 0  # "chương trình phối hợp công tác dân vận"
        dated = after < len(tokens) and _WHEN.match(story.folded, tokens[after].place.start) is not None
        place = None if dated else _subject(story, sentence, after)
        place = place if place and not _leads_in(story, place, sentence.place.end) else None
        if place is not None:
            listed = _lists_fields(story, place)
            trade = _TRADES.match(story.folded, place.start) is not None  # though "bán khí" reads as a noun
            trade = trade and len(place.of(story.folded).split()) > _PAIR
            found.append(Telling(CommitmentKind.AREA, place, "all", agreement.id, "commitment.subject", _CONFIDENCE,
                                 fields=listed, needs_act=not (listed or trade)))  # fmt: skip
        at = max(after, at + 1) if place is not None else at + 1
    return found


def _leads_in(story: Story, subject: Place, end: int) -> bool:
    """Whether the subject is but what leads in a list: "ký thỏa thuận về các nội dung sau: ...", "về các vấn đề chính, như: ..."."""
    return _LEAD_IN.match(story.folded, subject.start, end) is not None


def _behind_body(story: Story, names: Iterable[Name], at: int) -> bool:
    """Whether nothing but its word of locality stands between a name and `at`: "Hội Nông dân xã cam kết"."""
    between = (story.folded[_end_of(story, name) : at].split() for name in names if _end_of(story, name) < at)
    return any(story.words.lexicon.locality_words.longest(one, 0) == (len(one), "") for one in between if one)


def _end_of(story: Story, name: Name) -> int:
    """Where the name ends, with the bracket right after it: "Tập đoàn X (Hàn Quốc)"."""
    bracket = _ASIDE.match(story.folded, name.extent.end)
    return bracket.end() if bracket else name.extent.end


def _after_partner(story: Story, names: tuple[Name, ...], at: int) -> bool:
    """Whether the name right before `at` is told as that of a partner: "ký kết với X xây dựng ..."."""
    name = next((name for name in names if 0 <= at - _end_of(story, name) <= 1), None)
    name = name or _apposed(story, names, at)
    before = TOKEN.findall(story.folded[max(0, name.extent.start - _NEAR) : name.extent.start]) if name else []
    return bool(before) and before[-1] in _WITH


def _trades_behind(story: Story, names: tuple[Name, ...], at: int) -> bool:
    """Whether the trade of a contract is told at `at`, behind a comma or what is said of the partner: "với X, đơn vị của Y, mua 40 động cơ"."""
    return _TRADES.match(story.folded, at) is not None and _apposed(story, names, at) is not None


def _apposed(story: Story, names: Iterable[Name], at: int) -> Name | None:
    """The name with nothing but a comma, or what is said of it between commas, before `at`."""
    behind = (name for name in names if name.kind is NameKind.ORGANISATION
              and _APPOSED.fullmatch(story.folded, _end_of(story, name), at))  # fmt: skip
    return next(behind, None)


def without_act(kind: list[str], lists: CommitmentLists) -> int:
    """How many words of the document's name stand before the act that it ends with: "biên bản chuyển giao quyền ..."."""
    for start in range(1, len(kind)):
        act = lists.acts.longest(kind, start)
        if act and start + act[0] == len(kind) and not lists.dropped.longest(kind, start):
            return start
    return len(kind)


def _longer(one: tuple[int, str] | None, other: tuple[int, str] | None) -> tuple[int, str] | None:
    return max((found for found in (one, other) if found), key=lambda found: found[0], default=None)


def _subject(story: Story, sentence: Sentence, at: int) -> Place | None:
    """The place of the subject that begins at token `at`, or None where none follows."""
    lists = story.lists
    tokens = story.analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens]
    at = _begins(story, sentence, at)
    if at >= len(tokens):
        return None
    start = tokens[at].place.start
    rest = story.folded[start : sentence.place.end]
    opener = lists.openers.longest(folded[at : at + _LONGEST_NAME], 0)
    act = lists.acts.longest(folded[at : at + _LONGEST_NAME], 0)
    if folded[at] == _IS or folded[at : at + _PAIR] == _DURING:
        return None  # "việc ký kết quy chế là đòi hỏi của thực tế", "được ký kết trong và sau sự kiện"
    if (
        folded[0] == _SIGNING[0]
        and folded[1:2] == _SIGNING[1:]
        and lists.results.longest(folded[at : at + _LONGEST_NAME], 0)
    ):
        return None  # "Việc ký kết bản ghi nhớ giúp Việt Nam ..." tells what comes of it
    if opener and act and act[0] > opener[0]:
        opener = None
    if not opener and not act:
        at = _about(story, sentence, at) or _far_fields(story, sentence, at) or at
        start = tokens[at].place.start
        rest = story.folded[start : sentence.place.end]
        opener = lists.openers.longest(folded[at : at + _LONGEST_NAME], 0)
    body = at + (opener[0] if opener else 0)
    if body >= len(tokens):
        return None
    if (aimed := _past_partner(story, sentence, tokens[body].place.start)) is not None:
        return aimed
    act = lists.acts.longest(folded[body : body + _LONGEST_NAME], 0)
    body -= len(_WORK) if not act and folded[max(0, body - len(_WORK)) : body] == _WORK else 0  # "về công tác dân vận"
    quoted = folded[body] in {'"', "“"}
    if not (opener or quoted or _is_told(story, tokens[body].place.start, act[0] if act else 0)):
        return None
    led = folded[at] in _LEADING or folded[at - len(_ABOUT_JOINT) : at] == _ABOUT_JOINT
    led = led and _FIELDS_TOO.match(story.folded, tokens[body].place.start) is not None
    if not led and _is_empty(story, tokens[body].place.start, act[0] if act else 0):
        return None
    if _tells_kind(story, sentence, body + quoted):
        return None
    closing = _closing(story, tokens[body].place.start, sentence) if quoted else None
    end = closing or subject_end(
        story, sentence, tokens[body].place.start, fields=bool(lists.field_leads.match(rest)) or not act
    )
    place = Place(tokens[body].place.start, end)
    persons = (name for name in story.analysis.names_in(sentence)
               if name.kind is NameKind.PERSON and name.extent != name.place)  # fmt: skip
    if (
        SIGN.search(place.of(story.folded))
        or _REVIEWS.match(place.of(story.folded))
        or any(name.extent.overlaps(place) for name in persons)
    ):
        return None  # "Ký hợp đồng là Giám đốc X" tells who signs
    count = len(TOKEN.findall(place.of(story.folded)))
    return place if 1 < count <= _LONGEST else None


def _past_partner(story: Story, sentence: Sentence, start: int) -> Place | None:
    """For what one cooperates, where only with whom is told before that: "hợp tác với X để phát triển dự án"; else None."""
    teams = _TEAMS.match(story.folded, start, sentence.place.end)
    partner = next(
        (name for name in story.analysis.names_in(sentence) if teams and name.place.start == teams.end()), None
    )
    aim = story.lists.aims.match(story.folded, _end_of(story, partner) + 1, sentence.place.end) if partner else None
    if aim is None:
        return None
    place = Place(aim.end() + 1, subject_end(story, sentence, aim.end() + 1, fields=False))
    return place if 1 < len(TOKEN.findall(place.of(story.folded))) <= _LONGEST else None


def _is_told(story: Story, at: int, act: int) -> bool:
    """Whether an act, of `act` words, a field of work, a work in small letters or what a treaty is named after begins at `at`."""
    fields = (pattern for _, pattern in story.words.lexicon.fields)
    small = story.analysis.text[at].islower()
    lists, folded = story.lists, story.folded
    known = (
        lists.pacts.match(folded, at)
        or lists.spread_acts.match(folded, at)
        or (small and (lists.works.match(folded, at) or any(one.match(folded, at) for one in fields)))
    )
    return act > 0 or bool(known)


def _is_empty(story: Story, at: int, act: int) -> bool:
    """Whether what begins at `at`, with an act of `act` words, tells of nothing: "thương mại", but not "thương mại hóa sản phẩm"."""
    empty = story.lists.empty_subjects.match(story.folded, at)
    if empty is not None and (work := story.lists.works.match(story.folded, at)) is not None:
        told = _WORK_OF.match(story.folded, work.end())
        following = TOKEN.findall(story.folded[work.end() : work.end() + _NEAR])
        ends = story.lists.subject_ends.match(story.folded, work.end() + 1) is not None
        return told is None or ends or (bool(following) and story.lists.acts.longest(following, 0) is not None)
    pact = story.lists.pacts.match(story.folded, at)
    return empty is not None and len(empty.group().split()) >= max(act, len(pact.group().split()) if pact else 0)


def _begins(story: Story, sentence: Sentence, at: int) -> int:
    """The token at which the subject begins behind the name of the document that ends before token `at`."""
    lists, tokens = story.lists, story.analysis.tokens[sentence.index]
    at = _past_asides(story, sentence, at)
    folded = [token.folded for token in tokens[at : at + 2 * _LONGEST_NAME]]
    adverb = lists.subject_adverbs.longest(folded[:_LONGEST_NAME], 0) if folded else None
    if adverb and lists.acts.longest(folded[adverb[0] : adverb[0] + _LONGEST_NAME] or [""], 0):
        at += adverb[0]  # "ký kết hợp tác chính thức khởi động ..."
    elif folded[:1] == [_SO_THAT] and at + 1 < len(tokens) and _TRADES.match(story.folded, tokens[at + 1].place.start):
        at += 1  # "hợp đồng số 27 để chuyển nhượng ..."
    return at


def _tells_kind(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a kind of document is told at token `at`, as a title or with its own subject: 'ký "Biên bản ghi nhớ hợp tác xây dựng ..."'."""
    tokens = story.analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens[at : at + 2 * _LONGEST_NAME]]
    kind = story.words.lexicon.kinds.longest(folded, 0) if folded else None
    if kind is None or kind[1] == AgreementKind.UNSPECIFIED:
        return False
    return tokens[at].text[0].isupper() or story.lists.acts.longest(folded, kind[0]) is not None


def _past_asides(story: Story, sentence: Sentence, at: int) -> int:
    """The token after what stands at token `at` before a subject: an addition, a bracket, a number, a term."""
    tokens = story.analysis.tokens[sentence.index]
    folded = [token.folded for token in tokens]
    addition = story.words.lexicon.additions.longest(folded[at : at + _LONGEST_NAME], 0) if at < len(folded) else None
    at += addition[0] if addition else 0
    if folded[at : at + 1] == ["("]:
        at = next((i + 1 for i in range(at, min(at + 6, len(folded))) if folded[i] == ")"), at)
    if at >= len(tokens):
        return at
    number = _NUMBER.match(story.folded, tokens[at].place.start)
    lasts = _lasting(story, sentence, tokens[at].place.start)
    past = max(number.end() if number else 0, lasts or 0)
    sides = _BETWEEN.match(story.folded, past or tokens[at].place.start)
    everyone = story.lists.everyone.match(story.folded, sides.end()) if sides else None
    past = everyone.end() if everyone else past
    return next((i for i in range(at, len(tokens)) if tokens[i].place.start >= past), len(tokens))


def _lasting(story: Story, sentence: Sentence, at: int) -> int | None:
    """Where the term or the worth ends that stands at `at`, before what the document is about: "biên bản thời hạn 3 năm về"."""
    leads = _TERM.match(story.folded, at)
    start = leads.end() if leads else at
    lasting = next((date.place.end for date in story.analysis.dates_in(sentence)
                    if date.kind in {"term", "period"} and date.place.start in {at, start}), None)  # fmt: skip
    worth = _WORTH.match(story.folded, at)
    sums = [one.place.end for one in story.analysis.amounts_in(sentence) if worth and one.place.start == worth.end()]
    following = TOKEN.findall(story.folded[sums[0] : sums[0] + _NEAR]) if sums else []
    acts = story.lists.acts.longest(following, 0) if following else None
    does = acts is not None and following[0] != _FOR and not story.lists.results.longest(following, 0)
    does = does or following[:1] == [_ABOUT_WHAT]  # "trị giá 2 tỷ USD về việc lựa chọn động cơ"
    return lasting or (sums[0] if does else None)


def _closing(story: Story, opening: int, sentence: Sentence) -> int | None:
    """The place after the quotation mark that closes the title which one at `opening` opens."""
    mark = _QUOTES.search(story.folded, opening + 1, sentence.place.end)
    return mark.end() if mark else None


def _about(story: Story, sentence: Sentence, at: int) -> int | None:
    """The token of "về" or "trong lĩnh vực" a few words after the document's name: "hiệp định đối tác về ..."."""
    tokens = story.analysis.tokens[sentence.index]
    names = story.analysis.names_in(sentence)
    for ahead in range(at, min(at + _LOOK_AHEAD, len(tokens))):
        if tokens[ahead].folded in _STOPS or story.lists.subject_ends.match(story.folded, tokens[ahead].place.start):
            return None
        if any(name.place.start == tokens[ahead].place.start for name in names):
            return None
        if story.lists.trades.search(
            story.folded[max(0, tokens[ahead].place.start - _NEAR) : tokens[ahead].place.start]
        ):
            return None  # "ký kết với thương hiệu nổi tiếng về ẩm thực"
        if tokens[ahead].folded == "về" or story.lists.field_leads.match(story.folded, tokens[ahead].place.start):
            return ahead
    return None


def _far_fields(story: Story, sentence: Sentence, at: int) -> int | None:
    """The token of "trong các lĩnh vực" after those who cooperate: "văn kiện hợp tác giữa A và B trong các lĩnh vực ..."."""
    tokens = story.analysis.tokens[sentence.index]
    for ahead in range(at, min(at + _FAR_AHEAD, len(tokens))):
        if tokens[ahead].folded in _STOPS:
            return None
        if story.lists.field_leads.match(story.folded, tokens[ahead].place.start):
            return ahead
    return None


def _lists_fields(story: Story, place: Place) -> bool:
    """Whether the subject lists fields, and not acts."""
    lists, before = story.lists, max(0, place.start - _NEAR)
    tokens = TOKEN.findall(place.of(story.folded))
    act, field = lists.acts.longest(tokens, 0), lists.field_acts.longest(tokens, 0)
    named = max((len(found.group().split()) for _, one in story.words.lexicon.fields
                 if (found := one.match(story.folded, place.start))), default=0)  # fmt: skip
    if act is None or named > act[0]:
        return True  # "giao thông" hands nothing over
    told = _IN_FIELD.search(story.folded, before, place.start) is not None
    known = field[0] if field else 0
    size = act[0] if told else max(named, known)
    alone = size >= act[0] and tokens[size : size + 1] in ([], [","], ["và"])
    if alone and size > known and tokens[size : size + 1] == ["và"]:
        other = lists.acts.longest(tokens, size + 1)  # "trong lĩnh vực xây dựng và vận hành nhà máy" is one
        alone = other is None or size + 1 + other[0] == len(tokens)
    whole = size == len(tokens) and story.folded.endswith(_OF_WHAT, before, place.start)  # "ghi nhớ về đào tạo"
    return alone and (told or whole or _OF_COOPERATION.search(story.folded, before, place.start) is not None)
