"""The words that assembly reads by: the lexicon, rules/details.yaml, commitments.yaml and instrument.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from camket.folding import fold
from camket.lexicon import TOKEN, Lexicon, Phrases, any_of
from camket.rulefiles import RuleModel, read_checked


class DetailWords(RuleModel):
    """rules/details.yaml."""

    validity: tuple[str, ...]
    documents: tuple[str, ...]
    plans: tuple[str, ...]
    periods: tuple[str, ...]
    other_events: tuple[str, ...]
    saying: tuple[str, ...]
    seats: tuple[str, ...]
    today: tuple[str, ...]
    place_words: tuple[str, ...]
    ceremony: tuple[str, ...]
    not_places: tuple[str, ...]
    not_halls: tuple[str, ...]
    affairs: tuple[str, ...]
    value_words: tuple[str, ...]
    all_of_them: tuple[str, ...]
    in_turn: tuple[str, ...]
    reviews: tuple[str, ...]


class CommitmentWords(RuleModel):
    """rules/commitments.yaml."""

    firm: tuple[str, ...]
    plain: tuple[str, ...]
    weak: tuple[str, ...]
    stand_ins: tuple[str, ...]
    not_after: tuple[str, ...]
    hopes: tuple[str, ...]
    no_undertaking: tuple[str, ...]
    vows: tuple[str, ...]
    sure: tuple[str, ...]
    leads: tuple[str, ...]
    lead_ends: tuple[str, ...]
    tells: tuple[str, ...]
    within: tuple[str, ...]
    sums: tuple[str, ...]
    aims: tuple[str, ...]
    times: tuple[str, ...]
    instances: tuple[str, ...]
    holding: tuple[str, ...]
    likes: tuple[str, ...]
    cooperating: tuple[str, ...]
    openers: tuple[str, ...]
    cooperate: tuple[str, ...]
    dropped: tuple[str, ...]
    per: tuple[str, ...]
    subject_ends: tuple[str, ...]
    empty_subjects: tuple[str, ...]
    transitive: tuple[str, ...]
    manners: tuple[str, ...]
    no_items: tuple[str, ...]
    reported: tuple[str, ...]
    field_leads: tuple[str, ...]
    adverbs: tuple[str, ...]
    breaks: tuple[str, ...]
    purposes: tuple[str, ...]
    results: tuple[str, ...]
    signs: tuple[str, ...]
    ties: tuple[str, ...]
    speech: tuple[str, ...]
    tails: tuple[str, ...]
    swallowing: tuple[str, ...]
    everyone: tuple[str, ...]
    counts: tuple[str, ...]
    counted: tuple[str, ...]
    leaders: tuple[str, ...]
    vowing: tuple[str, ...]
    sides: dict[str, tuple[str, ...]]
    background: tuple[str, ...]
    time_leads: tuple[str, ...]
    idioms: tuple[str, ...]
    field_acts: tuple[str, ...]
    nouns: tuple[str, ...]


@dataclass(frozen=True)
class CommitmentLists:
    """The word lists of commitments, indexed for looking up and for searching."""

    firm: re.Pattern[str]
    plain: re.Pattern[str]
    weak: re.Pattern[str]
    stand_ins: frozenset[str]
    not_after: Phrases
    hopes: re.Pattern[str]
    no_undertaking: re.Pattern[str]
    vows: re.Pattern[str]
    sure: re.Pattern[str]
    leads: re.Pattern[str]
    lead_ends: re.Pattern[str]
    tells: re.Pattern[str]
    within: re.Pattern[str]
    sums: re.Pattern[str]
    aims: re.Pattern[str]
    times: re.Pattern[str]
    instances: re.Pattern[str]
    shared_fields: re.Pattern[str]
    holding: Phrases
    likes: re.Pattern[str]
    cooperating: re.Pattern[str]
    openers: Phrases
    cooperate: Phrases
    dropped: Phrases
    per: re.Pattern[str]
    subject_ends: re.Pattern[str]
    empty_subjects: re.Pattern[str]
    transitive: Phrases
    manners: Phrases
    no_items: re.Pattern[str]
    reported: re.Pattern[str]
    field_leads: re.Pattern[str]
    adverbs: Phrases
    breaks: re.Pattern[str]
    purposes: Phrases
    results: Phrases
    signs: Phrases
    ties: re.Pattern[str]
    speech: re.Pattern[str]
    purpose_starts: frozenset[str]
    tails: Phrases
    swallowing: Phrases
    tail_starts: frozenset[str]
    everyone: re.Pattern[str]
    vowing: re.Pattern[str]
    sides: dict[str, re.Pattern[str]]
    background: re.Pattern[str]
    time_leads: frozenset[str]
    idioms: re.Pattern[str]
    field_acts: Phrases
    nouns: Phrases
    acts: Phrases

    @classmethod
    def of(cls, words: CommitmentWords, acts: Phrases) -> CommitmentLists:
        """The lists of the file, compiled, with the lexicon's verbs of acts."""
        return cls(
            firm=any_of(words.firm),
            plain=any_of(words.plain),
            weak=any_of(words.weak),
            stand_ins=frozenset(map(fold, words.stand_ins)),
            not_after=_phrases(words.not_after),
            hopes=any_of(words.hopes),
            no_undertaking=any_of(words.hopes + words.no_undertaking),
            vows=any_of(words.vows),
            sure=any_of(words.sure),
            leads=any_of(words.leads),
            lead_ends=any_of(words.lead_ends),
            tells=any_of(words.tells),
            within=any_of(words.within),
            sums=any_of(words.sums),
            aims=any_of(words.aims),
            times=any_of(words.times),
            instances=any_of(words.instances),
            shared_fields=re.compile(
                rf"\s*{any_of(words.cooperate).pattern}\s+(?:{any_of(words.field_leads).pattern}\s+)+"
                rf"(?:{any_of(words.likes).pattern}\s*)?"
            ),
            holding=_phrases(words.holding),
            likes=re.compile(rf"\s*{any_of(words.likes).pattern}\s*:?"),
            cooperating=re.compile(rf"(?:{any_of(words.cooperating).pattern}\s*)*"),
            openers=_phrases(words.openers),
            cooperate=_phrases(words.cooperate),
            dropped=_phrases(words.dropped),
            per=any_of(words.per),
            subject_ends=any_of(words.subject_ends),
            empty_subjects=any_of(words.empty_subjects),
            transitive=_phrases(words.transitive),
            manners=_phrases(words.manners),
            no_items=any_of(words.no_items),
            reported=any_of(words.reported),
            field_leads=any_of(words.field_leads),
            adverbs=_phrases(words.adverbs),
            breaks=any_of(words.breaks),
            purposes=_phrases(words.purposes),
            results=_phrases(words.results),
            signs=_phrases(words.signs),
            ties=any_of(words.ties),
            speech=any_of(words.speech),
            purpose_starts=_firsts(words.purposes),
            tails=_phrases(words.tails),
            swallowing=_phrases(words.swallowing),
            tail_starts=_firsts(words.tails + words.purposes),
            everyone=_everyone(words),
            vowing=any_of(words.vowing),
            sides={kind: any_of(names) for kind, names in words.sides.items()},
            background=any_of(words.background),
            time_leads=frozenset(map(fold, words.time_leads)),
            idioms=any_of(words.idioms),
            field_acts=_phrases(words.field_acts),
            nouns=_phrases(words.nouns),
            acts=acts,
        )


class InstrumentWords(RuleModel):
    """rules/instrument.yaml."""

    mottos: tuple[str, ...]
    roles: tuple[str, ...]
    called: tuple[str, ...]
    present: tuple[str, ...]
    between: tuple[str, ...]
    grounds: tuple[str, ...]
    today: tuple[str, ...]
    done_at: tuple[str, ...]
    made: tuple[str, ...]
    agreeing: tuple[str, ...]
    number: tuple[str, ...]
    name_labels: tuple[str, ...]
    represents: tuple[str, ...]
    offices: tuple[str, ...]
    office_ends: tuple[str, ...]
    represented: tuple[str, ...]
    content: tuple[str, ...]
    duties: tuple[str, ...]
    general: tuple[str, ...]
    rights: tuple[str, ...]
    formulas: tuple[str, ...]
    signatures: tuple[str, ...]
    witnesses: tuple[str, ...]
    distribution: tuple[str, ...]
    term: tuple[str, ...]
    from_signing: tuple[str, ...]
    small_places: tuple[str, ...]
    wide_places: tuple[str, ...]


@dataclass(frozen=True)
class InstrumentLists:
    """The words of an agreement as a document, compiled for searching."""

    role: re.Pattern[str]
    role_line: re.Pattern[str]
    number_line: re.Pattern[str]
    name_label: re.Pattern[str]
    mottos: re.Pattern[str]
    called: re.Pattern[str]
    present: re.Pattern[str]
    between: re.Pattern[str]
    grounds: re.Pattern[str]
    today: re.Pattern[str]
    done_at: re.Pattern[str]
    made: re.Pattern[str]
    agreeing: re.Pattern[str]
    represents: re.Pattern[str]
    office: re.Pattern[str]
    represented: re.Pattern[str]
    content: re.Pattern[str]
    duties: re.Pattern[str]
    general: re.Pattern[str]
    rights: re.Pattern[str]
    formulas: re.Pattern[str]
    signatures: re.Pattern[str]
    witnesses: re.Pattern[str]
    distribution: re.Pattern[str]
    term: re.Pattern[str]
    from_signing: re.Pattern[str]
    small_places: re.Pattern[str]
    wide_places: re.Pattern[str]

    @classmethod
    def of(cls, words: InstrumentWords) -> InstrumentLists:
        """The lists of the file, compiled; `role_line` matches "BÊN TÀI TRỢ (gọi tắt là Bên A):"."""
        party, called = any_of(words.roles).pattern, any_of(words.called).pattern
        lettered = rf"{party}\s+(?:[a-dđ]|thứ\s+\w+)\b"
        role = rf"(?:{lettered}|{party}\s+[^:(\n]{{2,40}}?)"
        aside = rf"\(\s*(?:{called})?\s*:?\s*[\"“'‘]?(?P<called>{role})[\"”'’]?\s*\)"
        ends = r"(?::|$)"
        line = rf"\W*(?P<role>(?:{lettered}(?=\s*(?:\(|[:–—-]|$))|{role}(?=\s*(?:\(|{ends}))))\s*(?:{aside}\s*)?(?:[:–—-]|$)\s*"
        office_ends = any_of(words.office_ends).pattern
        labels, represents = any_of(words.name_labels).pattern, any_of(words.represents).pattern
        return cls(
            role=re.compile(role),
            role_line=re.compile(line),
            number_line=re.compile(rf"^\W*{any_of(words.number).pattern}\s*:?\s*(?P<number>[\w/&.-]+)"),
            name_label=re.compile(rf"\W*(?:{labels}\s*:?\s*)+"),
            mottos=any_of(words.mottos),
            called=re.compile(rf"\(?\s*{called}"),
            present=any_of(words.present),
            between=any_of(words.between),
            grounds=_at_start(words.grounds),
            today=_at_start(words.today),
            done_at=any_of(words.done_at),
            made=any_of(words.made),
            agreeing=any_of(words.agreeing),
            office=re.compile(
                rf"{any_of(words.offices).pattern}\s*:\s*(?P<office>[^;\n]{{2,80}}?)\s*(?:{office_ends}|;|\s{{3,}}|\.?$)"
            ),
            represents=re.compile(rf"{represents}[^:]{{0,25}}:"),
            represented=any_of(words.represented),
            content=any_of(words.content),
            duties=any_of(words.duties),
            general=any_of(words.general),
            rights=_at_start(words.rights),
            formulas=any_of(words.formulas),
            signatures=_at_start(words.signatures),
            witnesses=any_of(words.witnesses),
            distribution=_at_start(words.distribution),
            term=any_of(words.term),
            from_signing=any_of(words.from_signing),
            small_places=any_of(words.small_places),
            wide_places=any_of(words.wide_places),
        )


@dataclass(frozen=True)
class Words:
    """All word lists of assembly."""

    lexicon: Lexicon
    validity: re.Pattern[str]
    documents: re.Pattern[str]
    plans: re.Pattern[str]
    periods: re.Pattern[str]
    other_events: re.Pattern[str]
    saying: re.Pattern[str]
    seats: re.Pattern[str]
    today: re.Pattern[str]
    place_words: re.Pattern[str]
    ceremony: re.Pattern[str]
    not_places: re.Pattern[str]
    not_halls: re.Pattern[str]
    affairs: re.Pattern[str]
    value_words: re.Pattern[str]
    all_of_them: re.Pattern[str]
    in_turn: re.Pattern[str]
    reviews: re.Pattern[str]
    commitments: CommitmentLists
    instrument: InstrumentLists

    @classmethod
    def open(cls, rules: Path, lexicon: Lexicon) -> Words:
        """The words of the folder `rules`."""
        details = read_checked(rules / "details.yaml", DetailWords)
        commitments = read_checked(rules / "commitments.yaml", CommitmentWords)
        instrument = read_checked(rules / "instrument.yaml", InstrumentWords)
        return cls(
            lexicon=lexicon,
            validity=any_of(details.validity),
            documents=any_of(details.documents),
            plans=any_of(details.plans),
            periods=any_of(details.periods),
            other_events=any_of(details.other_events),
            today=any_of(details.today),
            seats=any_of(details.seats),
            saying=re.compile(rf"\W*{any_of(details.saying).pattern}"),
            place_words=any_of(details.place_words),
            ceremony=any_of(details.ceremony),
            not_places=any_of(details.not_places),
            not_halls=any_of(details.not_halls),
            affairs=any_of(details.affairs),
            value_words=any_of(details.value_words),
            all_of_them=any_of(details.all_of_them),
            in_turn=any_of(details.in_turn),
            reviews=any_of(details.reviews),
            commitments=CommitmentLists.of(commitments, lexicon.acts),
            instrument=InstrumentLists.of(instrument),
        )


def _phrases(words: tuple[str, ...]) -> Phrases:
    phrases = Phrases()
    for word in words:
        phrases.add(word, word)
    return phrases


def _everyone(words: CommitmentWords) -> re.Pattern[str]:
    """A pattern of all that stands for all parties: "hai bên", "lãnh đạo ba tỉnh", "bộ trưởng giao thông các nước"."""
    leaders, counts = any_of(words.leaders).pattern, any_of(words.counts).pattern
    counted = any_of((*words.counted, *words.leaders)).pattern
    group = rf"(?:{any_of(words.everyone).pattern}|{counts}\s+{counted})"
    return re.compile(rf"(?:{leaders}\s+(?:\w+\s+){{0,2}}?)?{group}")


def _at_start(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of `words` at the beginning of a line, after marks."""
    return re.compile(rf"\W*{any_of(words).pattern}")


def _firsts(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(TOKEN.findall(fold(word))[0] for word in words)
