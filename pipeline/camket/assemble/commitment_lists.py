"""The word lists of rules/commitments.yaml, as written and indexed for looking up and for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.folding import fold
from camket.lexicon import COUNTS, TOKEN, Phrases, any_of
from camket.rulefiles import RuleModel

_ANNOUNCED = r"[^\n]{0,200}? sẽ(?!\w)"
"""After a word of `announcing` the subject and its verb: "khẳng định Sở X sẽ ..."."""

_NOT_BUT = r"(?<!\w)không (?:[^\s;:,.]+ ){1,6}mà"
"""What a body does not do, but something else: "Công ty X không góp tiền mặt mà cam kết dựng 40 căn nhà"."""
_NO_NEWS = r"(?<!hãng )(?<!nguồn )(?<!trang )"
"""Before "tin", which then is news and no belief: "hãng tin X"."""
_NOT_REGISTERED = "(?<!đăng ký )"
"""Before "nhận", which goes with "đăng ký" else: "đăng ký nhận đỡ đầu 12 em"."""
_AGREE = "thỏa thuận"
_SEVERAL_SIDES = "|".join(
    rf"(?<={count} {side} {_AGREE})"
    for count in ("các", "hai", "ba", "bốn", "năm")
    for side in ("bên", "nước", "phía", "đơn vị", "cơ quan", "ngành", "tỉnh", "địa phương", "trường", "công ty")
)
_ALL_AGREE = rf"{_AGREE}(?= \w)(?:{_SEVERAL_SIDES})"
"""A verb right behind all of them, where "thỏa thuận" is else the document: "các bên thỏa thuận mở rộng hợp tác"."""


class CommitmentWords(RuleModel):
    """rules/commitments.yaml."""

    firm: tuple[str, ...]
    plain: tuple[str, ...]
    weak: tuple[str, ...]
    stand_ins: tuple[str, ...]
    registering: tuple[str, ...]
    registered: tuple[str, ...]
    taking: tuple[str, ...]
    taken_on: tuple[str, ...]
    not_after: tuple[str, ...]
    appointing: tuple[str, ...]
    gives: tuple[str, ...]
    shares_given: tuple[str, ...]
    given: tuple[str, ...]
    hopes: tuple[str, ...]
    opinions: tuple[str, ...]
    turns: tuple[str, ...]
    events: tuple[str, ...]
    no_undertaking: tuple[str, ...]
    noun_marks: tuple[str, ...]
    past: tuple[str, ...]
    done: tuple[str, ...]
    conceding: tuple[str, ...]
    conceded: tuple[str, ...]
    told_acts: tuple[str, ...]
    plurals: tuple[str, ...]
    these: tuple[str, ...]
    of_several: tuple[str, ...]
    duties: tuple[str, ...]
    prepositions: tuple[str, ...]
    teaming: tuple[str, ...]
    preferring: tuple[str, ...]
    contents: tuple[str, ...]
    content_marks: tuple[str, ...]
    mentions: frozenset[str]
    entitled: tuple[str, ...]
    no_acts: tuple[str, ...]
    we: tuple[str, ...]
    selves: tuple[str, ...]
    pronouns: tuple[str, ...]
    belonging: tuple[str, ...]
    staff: tuple[str, ...]
    people: tuple[str, ...]
    own_acts: tuple[str, ...]
    whole_acts: tuple[str, ...]
    besides: tuple[str, ...]
    lending: tuple[str, ...]
    roles: tuple[str, ...]
    announces: tuple[str, ...]
    announcing: tuple[str, ...]
    vows: tuple[str, ...]
    hearers: tuple[str, ...]
    sure: tuple[str, ...]
    leads: tuple[str, ...]
    lead_ends: tuple[str, ...]
    tells: tuple[str, ...]
    within: tuple[str, ...]
    sums: tuple[str, ...]
    aims: tuple[str, ...]
    times: tuple[str, ...]
    instances: tuple[str, ...]
    enabling: tuple[str, ...]
    continuing: tuple[str, ...]
    general: tuple[str, ...]
    trades: tuple[str, ...]
    enjoys: tuple[str, ...]
    holding: tuple[str, ...]
    likes: tuple[str, ...]
    cooperating: tuple[str, ...]
    openers: tuple[str, ...]
    cooperate: tuple[str, ...]
    dropped: tuple[str, ...]
    achieved: tuple[str, ...]
    per: tuple[str, ...]
    subject_ends: tuple[str, ...]
    takes: dict[str, tuple[str, ...]]
    empty_subjects: tuple[str, ...]
    works: tuple[str, ...]
    pacts: tuple[str, ...]
    subject_adverbs: tuple[str, ...]
    transitive: tuple[str, ...]
    manners: tuple[str, ...]
    sending: tuple[str, ...]
    tending: tuple[str, ...]
    handing: tuple[str, ...]
    recipients: tuple[str, ...]
    after_recipients: tuple[str, ...]
    informing: tuple[str, ...]
    informed: tuple[str, ...]
    frequencies: tuple[str, ...]
    no_items: tuple[str, ...]
    divisions: tuple[str, ...]
    reported: tuple[str, ...]
    field_leads: tuple[str, ...]
    adverbs: tuple[str, ...]
    breaks: tuple[str, ...]
    purposes: tuple[str, ...]
    results: tuple[str, ...]
    outcomes: tuple[str, ...]
    signs: tuple[str, ...]
    ties: tuple[str, ...]
    speech: tuple[str, ...]
    on_condition: tuple[str, ...]
    tails: tuple[str, ...]
    swallowing: tuple[str, ...]
    bases: tuple[str, ...]
    principles: tuple[str, ...]
    terms: tuple[str, ...]
    appositions: tuple[str, ...]
    everyone: tuple[str, ...]
    table_who: tuple[str, ...]
    table_what: tuple[str, ...]
    table_when: tuple[str, ...]
    attending: tuple[str, ...]
    this_body: tuple[str, ...]
    counts: tuple[str, ...]
    counted: tuple[str, ...]
    crowds: tuple[str, ...]
    numbers: dict[int, tuple[str, ...]]
    leaders: tuple[str, ...]
    vowing: tuple[str, ...]
    agreeing: tuple[str, ...]
    only_leads: tuple[str, ...]
    asked: tuple[str, ...]
    points: tuple[str, ...]
    carried_out: tuple[str, ...]
    sides: dict[str, tuple[str, ...]]
    never: dict[str, tuple[str, ...]]
    background: tuple[str, ...]
    talks: tuple[str, ...]
    confers: tuple[str, ...]
    parts_of_month: tuple[str, ...]
    time_leads: tuple[str, ...]
    idioms: tuple[str, ...]
    field_acts: tuple[str, ...]
    field_like: tuple[str, ...]
    governing: tuple[str, ...]
    skills: tuple[str, ...]
    giving: tuple[str, ...]
    causing: tuple[str, ...]
    urging: tuple[str, ...]
    carrying: tuple[str, ...]
    fought: tuple[str, ...]
    wrongs: tuple[str, ...]
    modals: tuple[str, ...]
    nouns: tuple[str, ...]


@dataclass(frozen=True)
class CommitmentLists:
    """The word lists of commitments, indexed for looking up and for searching."""

    firm: re.Pattern[str]
    plain: re.Pattern[str]
    weak: re.Pattern[str]
    stand_ins: frozenset[str]
    not_after: Phrases
    appointing: Phrases
    gives: re.Pattern[str]
    proceeds: re.Pattern[str]
    hopes: re.Pattern[str]
    opinions: re.Pattern[str]
    turns: re.Pattern[str]
    events: re.Pattern[str]
    no_undertaking: re.Pattern[str]
    noun_marks: frozenset[str]
    past: re.Pattern[str]
    done: re.Pattern[str]
    concession: re.Pattern[str]
    told_acts: re.Pattern[str]
    plurals: frozenset[str]
    partners: dict[str, re.Pattern[str]]
    duties: re.Pattern[str]
    prepositions: frozenset[str]
    entitled: re.Pattern[str]
    no_acts: re.Pattern[str]
    we: re.Pattern[str]
    pronouns: re.Pattern[str]
    belonging: frozenset[str]
    staff: re.Pattern[str]
    acting: re.Pattern[str]
    crowds: re.Pattern[str]
    people: re.Pattern[str]
    own_acts: Phrases
    whole_acts: frozenset[str]
    besides: re.Pattern[str]
    spread_acts: re.Pattern[str]
    announces: re.Pattern[str]
    announcing: re.Pattern[str]
    vows: re.Pattern[str]
    hearers: re.Pattern[str]
    both_will: re.Pattern[str]
    """What one who speaks for a side says that both will do: "cho biết hai nước sẽ"."""
    pledges: re.Pattern[str]
    """Without a match no body undertakes anything outside of an agreement."""
    sure: re.Pattern[str]
    leads: re.Pattern[str]
    lead_ends: re.Pattern[str]
    tells: re.Pattern[str]
    within: re.Pattern[str]
    sums: re.Pattern[str]
    aims: re.Pattern[str]
    times: re.Pattern[str]
    instances: re.Pattern[str]
    enabling: Phrases
    continuing: Phrases
    trades: re.Pattern[str]
    enjoys: re.Pattern[str]
    shared_fields: re.Pattern[str]
    preferred_fields: re.Pattern[str]
    teaming: re.Pattern[str]
    content_nouns: re.Pattern[str]
    content_wills: re.Pattern[str]
    mentions: frozenset[str]
    holding: Phrases
    likes: re.Pattern[str]
    cooperating: re.Pattern[str]
    openers: Phrases
    cooperate: Phrases
    dropped: Phrases
    achieved: re.Pattern[str]
    per: re.Pattern[str]
    subject_ends: re.Pattern[str]
    takes: dict[str, frozenset[str]]
    empty_subjects: re.Pattern[str]
    works: re.Pattern[str]
    pacts: re.Pattern[str]
    subject_adverbs: Phrases
    transitive: Phrases
    manners: Phrases
    sending: Phrases
    tending: Phrases
    handing: Phrases
    recipients: re.Pattern[str]
    after_recipients: re.Pattern[str]
    informing: Phrases
    informed: Phrases
    frequencies: Phrases
    confers: Phrases
    no_items: re.Pattern[str]
    divisions: re.Pattern[str]
    reported: re.Pattern[str]
    field_leads: re.Pattern[str]
    adverbs: Phrases
    breaks: re.Pattern[str]
    purposes: Phrases
    results: Phrases
    outcomes: Phrases
    signs: Phrases
    ties: re.Pattern[str]
    speech: re.Pattern[str]
    purpose_starts: frozenset[str]
    on_condition: Phrases
    tails: Phrases
    swallowing: Phrases
    bases: re.Pattern[str]
    principles: Phrases
    terms: Phrases
    appositions: Phrases
    tail_starts: frozenset[str]
    everyone: re.Pattern[str]
    table_who: frozenset[str]
    table_what: frozenset[str]
    table_when: frozenset[str]
    attending: re.Pattern[str]
    this_body: re.Pattern[str]
    numbers: dict[str, int]
    vowing: re.Pattern[str]
    agreeing: re.Pattern[str]
    only_leads: re.Pattern[str]
    asked: re.Pattern[str]
    points: re.Pattern[str]
    numbered: re.Pattern[str]
    carried_out: re.Pattern[str]
    sides: dict[str, re.Pattern[str]]
    never: dict[str, tuple[str, ...]]
    background: re.Pattern[str]
    part_of_month: re.Pattern[str]
    """What a sentence of an article begins with that goes back to what happened: "Cuối tháng 6, ..."."""
    time_leads: frozenset[str]
    idioms: re.Pattern[str]
    field_acts: Phrases
    field_like: Phrases
    governing: frozenset[str]
    skills: frozenset[str]
    giving: Phrases
    causing: Phrases
    urging: Phrases
    carrying: Phrases
    fought: re.Pattern[str]
    wrongs: Phrases
    modals: frozenset[str]
    nouns: Phrases
    acts: Phrases

    @classmethod
    def of(cls, words: CommitmentWords, acts: Phrases) -> CommitmentLists:
        """The lists of the file, compiled, with the lexicon's verbs of acts."""
        selves = _selves(words)
        unless = "".join(rf"(?<!{re.escape(fold(talk))} )" for talk in words.talks)
        talks = rf"(?!,? (?:tại|trong) (?:(?:cuộc|buổi) )?{any_of(words.talks).pattern})"
        registered = f"{_followed(words.registering, words.registered)}|{_NOT_REGISTERED}{_followed(words.taking, words.taken_on)}"
        return cls(
            firm=re.compile(rf"{any_of((*words.firm, *selves)).pattern}|{registered}|{_ALL_AGREE}"),
            plain=any_of(words.plain),
            weak=any_of(words.weak),
            stand_ins=frozenset(map(fold, words.stand_ins)),
            not_after=_phrases(words.not_after),
            appointing=_phrases(words.appointing),
            gives=re.compile(rf"\s*(?:(?:sẽ|tiếp tục|cam kết)\s+)*(?P<act>{any_of(words.gives).pattern})"),
            proceeds=_proceeds(words),
            hopes=re.compile(rf"{_NO_NEWS}{any_of(words.hopes).pattern}"),
            opinions=any_of(words.opinions),
            turns=re.compile(
                rf"(?:[,;]|(?<!\w)(?:đồng thời|và))\s+(?:(?:đồng thời|cũng|đã)\s+)*{any_of(words.turns).pattern}"
            ),
            events=any_of(words.events),
            no_undertaking=re.compile(rf"{_NO_NEWS}{any_of(words.hopes + words.no_undertaking).pattern}"),
            noun_marks=frozenset(map(fold, words.noun_marks)),
            past=re.compile(f"{unless}{any_of(words.past).pattern}{talks}"),
            done=any_of(words.done),
            concession=re.compile(
                rf"(?:{any_of(words.conceding).pattern} [^;.:]*{any_of(words.conceded).pattern}(?: vẫn)?|{_NOT_BUT})\s*$"
            ),
            told_acts=any_of(words.told_acts),
            plurals=frozenset(map(fold, words.plurals)),
            partners={kind: _partners(words, nouns) for kind, nouns in words.sides.items()},
            duties=re.compile(rf"{any_of(words.duties).pattern} của "),
            prepositions=frozenset(map(fold, words.prepositions)),
            entitled=any_of(words.entitled),
            no_acts=any_of(words.no_acts),
            we=any_of(words.we),
            pronouns=any_of(words.pronouns),
            belonging=frozenset(map(fold, words.belonging)),
            staff=re.compile(rf"(?:{any_of(words.staff).pattern}|(?<!\w)\w+ viên) của $"),
            acting=any_of(words.staff + words.counted),
            crowds=any_of(words.staff + words.counted + words.crowds),
            people=re.compile(rf"(?:{any_of(words.people + words.staff).pattern}|(?<!\w)\w+ viên) $"),
            own_acts=_phrases(words.own_acts),
            whole_acts=frozenset(map(fold, words.whole_acts)),
            besides=any_of(words.besides),
            spread_acts=re.compile(
                rf"cho (?:\w+ ){{1,6}}?{any_of(words.lending).pattern}|(?:là|trở thành) (?:một |những |các )?{any_of(words.roles).pattern}"
            ),
            announces=any_of(words.announces),
            announcing=any_of(words.announcing),
            vows=any_of(words.vows),
            hearers=any_of(words.hearers),
            pledges=re.compile(
                f"{any_of(words.firm + words.vows).pattern}|{registered}|{_ALL_AGREE}"
                f"|{any_of(words.announcing).pattern}{_ANNOUNCED}|{_proceeds(words).pattern}|{_both_will(words)}"
            ),
            both_will=re.compile(_both_will(words)),
            sure=any_of(words.sure),
            leads=any_of(words.leads),
            lead_ends=any_of(words.lead_ends),
            tells=any_of(words.tells),
            within=any_of(words.within),
            sums=any_of(words.sums),
            aims=any_of(words.aims),
            times=any_of(words.times),
            instances=_instances(words),
            enabling=_phrases(words.enabling),
            continuing=_phrases(words.continuing),
            trades=re.compile(rf"{any_of(words.trades).pattern}\s*$"),
            enjoys=any_of(words.enjoys),
            shared_fields=re.compile(
                rf"\s*{any_of(words.cooperate + words.preferring).pattern}\s+(?:(?:{any_of(words.field_leads).pattern}|về)\s+)+"
                rf"(?:{any_of(words.likes).pattern}\s*)?"
            ),
            mentions=words.mentions,
            teaming=any_of(words.teaming),
            content_nouns=any_of(words.contents),
            content_wills=re.compile(
                rf"(?:bản |văn bản )?(?P<noun>{any_of(words.contents).pattern})"
                rf"(?:\s{any_of(words.content_marks).pattern})*\ssẽ\s"
            ),
            preferred_fields=re.compile(
                rf"(?:,|(?<!\w)và)\s+(?={any_of(words.preferring).pattern}\s+{any_of(words.field_leads).pattern})"
            ),
            holding=_phrases(words.holding),
            likes=re.compile(rf"\s*{any_of(words.likes).pattern}\s*:?"),
            cooperating=re.compile(rf"(?:{any_of(words.cooperating).pattern}\s*)*"),
            openers=_phrases(words.openers),
            cooperate=_phrases(words.cooperate),
            dropped=_phrases(words.dropped),
            achieved=re.compile(rf"{any_of(words.achieved).pattern}\s+(?!thêm )(?:\w+\s+)?\d"),
            per=any_of(words.per),
            subject_ends=any_of(words.subject_ends),
            takes={fold(verb): frozenset(map(fold, own)) for verb, own in words.takes.items()},
            empty_subjects=any_of(words.empty_subjects),
            works=any_of(words.works),
            pacts=any_of(words.pacts),
            subject_adverbs=_phrases(words.subject_adverbs),
            transitive=_phrases(words.transitive),
            manners=_phrases(words.manners),
            sending=_phrases(words.sending),
            tending=_phrases(words.tending),
            handing=_phrases(words.handing),
            recipients=re.compile(
                rf"\s+{any_of(words.recipients).pattern}(?:\s+[^\s\d,;.]+){{0,4}}?"
                rf"\s*(?:[,;.]|$|{any_of(words.after_recipients).pattern})"
            ),
            after_recipients=re.compile(rf"\s*(?:[,;.]|$|{any_of(words.after_recipients).pattern})"),
            informing=_phrases(words.informing),
            informed=_phrases(words.informed),
            frequencies=_phrases(words.frequencies),
            confers=_phrases(words.confers),
            no_items=any_of(words.no_items),
            divisions=re.compile(rf"\d+ {any_of(words.divisions).pattern}"),
            reported=any_of(words.reported),
            field_leads=any_of(words.field_leads),
            adverbs=_phrases(words.adverbs),
            breaks=any_of(words.breaks),
            purposes=_phrases(words.purposes),
            results=_phrases(words.results),
            outcomes=_phrases(words.outcomes),
            signs=_phrases(words.signs),
            ties=any_of(words.ties),
            speech=any_of(words.speech),
            purpose_starts=_firsts(words.purposes),
            on_condition=_phrases(words.on_condition),
            tails=_phrases(words.tails),
            swallowing=_phrases(words.swallowing),
            bases=any_of(words.bases),
            principles=_phrases(words.principles),
            terms=_phrases(words.terms),
            appositions=_phrases(words.appositions),
            tail_starts=_firsts(words.tails + words.purposes),
            everyone=_everyone(words),
            table_who=frozenset(map(fold, words.table_who)),
            table_what=frozenset(map(fold, words.table_what)),
            table_when=frozenset(map(fold, words.table_when)),
            attending=any_of(words.attending),
            this_body=any_of(words.this_body),
            numbers={word: number for number, said in words.numbers.items() for word in map(fold, said)},
            vowing=any_of((*words.vowing, *words.agreeing, *selves)),
            agreeing=any_of(words.agreeing),
            only_leads=re.compile(rf"\W*{any_of(words.only_leads).pattern}(?: là| như sau)?\s*:\s*"),
            asked=any_of(words.asked),
            points=re.compile(rf"(?<!\w)(?:{'|'.join(COUNTS)}|\d)(?: \w+)? {any_of(words.points).pattern}"),
            numbered=re.compile(rf"\W*{any_of(words.points).pattern}\s+\d{{1,2}}\s*[-–—:.]\s+"),
            carried_out=re.compile(rf"(?<!\w)đã {any_of(words.carried_out).pattern}[^,;]*$"),
            sides={kind: any_of(names) for kind, names in words.sides.items()},
            never={fold(noun): tuple(f"{fold(name)} " for name in names) for noun, names in words.never.items()},
            background=re.compile(f"{unless}{any_of(words.background).pattern}{talks}"),
            part_of_month=re.compile(rf"{any_of(words.parts_of_month).pattern} tháng \d[\d/]*(?: năm \w+)?,"),
            time_leads=frozenset(map(fold, words.time_leads)),
            idioms=any_of(words.idioms),
            field_acts=_phrases(words.field_acts),
            field_like=_phrases(words.field_acts + words.field_like),
            governing=frozenset(map(fold, words.governing)),
            skills=frozenset(map(fold, words.skills)),
            giving=_phrases(words.giving),
            causing=_phrases(words.causing),
            urging=_phrases(words.urging),
            carrying=_phrases(words.carrying),
            fought=any_of(words.fought),
            wrongs=_phrases(words.wrongs),
            modals=frozenset(map(fold, words.modals)),
            nouns=_phrases(words.nouns),
            acts=acts,
        )


def _phrases(words: tuple[str, ...]) -> Phrases:
    phrases = Phrases()
    for word in words:
        phrases.add(word, word)
    return phrases


def _both_will(words: CommitmentWords) -> str:
    """A pattern of "cho biết (rằng) hai nước sẽ", by which one side tells what both will do."""
    return rf"{any_of(words.announces).pattern},? (?:rằng )?(?:hai|2) (?:nước|bên|quốc gia) (?:cũng )?sẽ(?!\w)"


def _followed(verbs: tuple[str, ...], acts: tuple[str, ...]) -> str:
    """A pattern of the verbs right before one of the acts."""
    return rf"{any_of(verbs).pattern}(?=\s+{any_of(acts).pattern})"


def _selves(words: CommitmentWords) -> tuple[str, ...]:
    """What stands between a body and what it announces of itself: "khẳng định (rằng) họ sẽ"."""
    return tuple(
        f"{verb} {that}{one} sẽ" for verb in words.announcing for that in ("", "rằng ") for one in words.selves
    )


def _everyone(words: CommitmentWords) -> re.Pattern[str]:
    """A pattern of all that stands for all parties: "hai bên", "lãnh đạo ba tỉnh", "bộ trưởng giao thông các nước"."""
    leaders, counts = any_of(words.leaders).pattern, any_of(words.counts).pattern
    counted = any_of((*words.counted, *words.leaders)).pattern
    yearly = "".join(rf"(?<!{word} )" for word in ("mỗi", "hằng", "hàng", "từng", "cuối", "đầu"))  # "mỗi năm công ty"
    group = rf"(?:{any_of(words.everyone).pattern}|{yearly}{counts}\s+{counted})"
    return re.compile(rf"(?:{leaders}\s+(?:(?!(?:để|giúp|nhằm|và)\s)\w+\s+){{0,2}}?)?{group}")


def _proceeds(words: CommitmentWords) -> re.Pattern[str]:
    """A pattern of what is told to be given of some money: "toàn bộ số tiền đấu giá sẽ được dành"."""
    share, given = any_of(words.shares_given).pattern, any_of(words.given).pattern
    return re.compile(rf"{share} (?:[^\s,;:]+ ){{1,9}}?sẽ (?:được )?{given}")


def _partners(words: CommitmentWords, nouns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of `nouns` told of several bodies: "các doanh nghiệp nói trên", "công an các tỉnh"."""
    noun, these = any_of(nouns).pattern, any_of(words.these).pattern
    return re.compile(
        rf"(?<!\w)(?:các|(?<!mỗi )(?<!hằng )(?<!hàng )quý) {noun}(?: {these})?|{noun} {any_of(words.of_several).pattern}"
    )


def _instances(words: CommitmentWords) -> re.Pattern[str]:
    """A pattern of the words that instances follow: "như", and "gồm" after a general noun."""
    after = "|".join(rf"(?<=\b{re.escape(fold(noun))}\s)(?:gồm|bao gồm)(?!\w)" for noun in words.general)
    return re.compile(f"{any_of(words.instances).pattern}|{after}")


def _firsts(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(TOKEN.findall(fold(word))[0] for word in words)
