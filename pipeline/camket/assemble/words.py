"""The words that assembly reads by: the lexicon, rules/details.yaml, commitments.yaml and instrument.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from camket.assemble.commitment_lists import CommitmentLists, CommitmentWords
from camket.assemble.instrument_lists import InstrumentLists, InstrumentWords
from camket.assemble.joint_model import JointModel
from camket.lexicon import COUNTS, Lexicon, any_of
from camket.rulefiles import RuleModel, read_checked

EACH = "với từng"
"""Before what is signed one by one."""
_COUNT = rf"{'|'.join(COUNTS)}|\d{{1,2}}|các|nhiều|hàng loạt"


class DetailWords(RuleModel):
    """rules/details.yaml."""

    validity: tuple[str, ...]
    documents: tuple[str, ...]
    plans: tuple[str, ...]
    carried_out: tuple[str, ...]
    periods: tuple[str, ...]
    other_events: tuple[str, ...]
    saying: tuple[str, ...]
    seats: tuple[str, ...]
    headquarters: tuple[str, ...]
    today: tuple[str, ...]
    this_day: tuple[str, ...]
    same_day: tuple[str, ...]
    other_time: tuple[str, ...]
    day_before: tuple[str, ...]
    place_words: tuple[str, ...]
    ceremony: tuple[str, ...]
    not_places: tuple[str, ...]
    weekdays: tuple[str, ...]
    not_halls: tuple[str, ...]
    lives: tuple[str, ...]
    venues: tuple[str, ...]
    venue_ends: tuple[str, ...]
    visits: tuple[str, ...]
    no_visits: tuple[str, ...]
    witnessing: tuple[str, ...]
    private_signers: tuple[str, ...]
    occasions: tuple[str, ...]
    at_the_event: tuple[str, ...]
    streets: tuple[str, ...]
    affairs: tuple[str, ...]
    fights: tuple[str, ...]
    value_words: tuple[str, ...]
    apiece: tuple[str, ...]
    all_of_them: tuple[str, ...]
    in_turn: tuple[str, ...]
    several_acts: tuple[str, ...]
    several_of: tuple[str, ...]
    several_documents: tuple[str, ...]
    several_agreements: tuple[str, ...]
    memoranda: tuple[str, ...]
    ceremonies: tuple[str, ...]
    list_openings: tuple[str, ...]
    ordinals: tuple[str, ...]
    planned: tuple[str, ...]
    ends: tuple[str, ...]
    receptions: tuple[str, ...]
    made_by_two: tuple[str, ...]
    yearly_events: tuple[str, ...]
    other_terms: tuple[str, ...]
    validity_told: tuple[str, ...]
    year_ends: tuple[str, ...]
    targets: tuple[str, ...]
    reviews: tuple[str, ...]
    beside: tuple[str, ...]
    signs_at_once: tuple[str, ...]
    side_labels: tuple[str, ...]
    when_labels: tuple[str, ...]
    where_labels: tuple[str, ...]
    event_labels: tuple[str, ...]
    title_ends: tuple[str, ...]
    title_openings: tuple[str, ...]
    title_goes_on_to: tuple[str, ...]
    title_hangers: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All word lists of assembly."""

    lexicon: Lexicon
    validity: re.Pattern[str]
    documents: re.Pattern[str]
    plans: re.Pattern[str]
    carried_out: re.Pattern[str]
    periods: re.Pattern[str]
    other_events: re.Pattern[str]
    saying: re.Pattern[str]
    seats: re.Pattern[str]
    headquarters: re.Pattern[str]
    today: re.Pattern[str]
    this_day: re.Pattern[str]
    same_day: re.Pattern[str]
    other_time: re.Pattern[str]
    day_before: re.Pattern[str]
    place_words: re.Pattern[str]
    ceremony: re.Pattern[str]
    not_places: re.Pattern[str]
    weekdays: re.Pattern[str]
    not_halls: re.Pattern[str]
    lives: re.Pattern[str]
    venues: re.Pattern[str]
    venue_ends: re.Pattern[str]
    visits: re.Pattern[str]
    witnessing: re.Pattern[str]
    private_signers: re.Pattern[str]
    occasions: re.Pattern[str]
    at_the_event: re.Pattern[str]
    streets: re.Pattern[str]
    affairs: re.Pattern[str]
    fights: re.Pattern[str]
    value_words: re.Pattern[str]
    apiece: re.Pattern[str]
    all_of_them: re.Pattern[str]
    in_turn: re.Pattern[str]
    several_signed: re.Pattern[str]
    several_documents: re.Pattern[str]
    documents_signed: re.Pattern[str]
    documents_counted: re.Pattern[str]
    day_of_ceremony: re.Pattern[str]
    agreements_counted: re.Pattern[str]
    and_memorandum: re.Pattern[str]
    several_hints: tuple[str, ...]
    list_openings: re.Pattern[str]
    block_of_document: re.Pattern[str]
    planned: re.Pattern[str]
    ends: re.Pattern[str]
    receptions: re.Pattern[str]
    made_by_two: re.Pattern[str]
    year_of_event: re.Pattern[str]
    other_terms: re.Pattern[str]
    validity_told: re.Pattern[str]
    year_ends: re.Pattern[str]
    targets: re.Pattern[str]
    reviews: re.Pattern[str]
    signs_beside: re.Pattern[str]
    side_label: re.Pattern[str]
    when_labels: re.Pattern[str]
    where_labels: re.Pattern[str]
    form_labels: re.Pattern[str]
    title_ends: re.Pattern[str]
    title_openings: re.Pattern[str]
    title_goes_on_to: re.Pattern[str]
    title_hangers: re.Pattern[str]
    commitments: CommitmentLists
    joints: JointModel
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
            carried_out=any_of(details.carried_out),
            periods=any_of(details.periods),
            other_events=any_of(details.other_events),
            today=any_of(details.today),
            this_day=any_of(details.this_day),
            same_day=any_of(details.same_day),
            other_time=any_of(details.other_time),
            day_before=any_of(details.day_before),
            seats=any_of(details.seats),
            headquarters=any_of(details.headquarters),
            saying=re.compile(rf"\W*{any_of(details.saying).pattern}"),
            place_words=any_of(details.place_words),
            ceremony=any_of(details.ceremony),
            not_places=any_of(details.not_places),
            weekdays=any_of(details.weekdays),
            not_halls=any_of(details.not_halls),
            lives=re.compile(rf"{any_of(details.lives).pattern} $"),
            venues=any_of(details.venues),
            venue_ends=re.compile(rf"[,;:.()–-](?=\s|$)|\(|{any_of(details.venue_ends).pattern}"),
            witnessing=any_of(details.witnessing),
            private_signers=re.compile(
                rf"(?<!chúng ){any_of(details.private_signers).pattern} (?:\w+ ){{0,2}}?ký(?!\w)"
            ),
            visits=re.compile(rf"(?!{any_of(details.no_visits).pattern}){any_of(details.visits).pattern}"),
            occasions=any_of(details.occasions),
            at_the_event=re.compile(rf"\W*(?:(?:cũng|ngay|và|đặc biệt),? )*?{any_of(details.at_the_event).pattern}"),
            streets=re.compile(rf"(?<!thành ){any_of(details.streets).pattern} $"),
            affairs=any_of(details.affairs),
            fights=any_of(details.fights),
            value_words=any_of(details.value_words),
            apiece=any_of(details.apiece),
            all_of_them=any_of(details.all_of_them),
            in_turn=any_of(details.in_turn),
            several_signed=_several(details.several_acts, details.several_of),
            several_documents=_several_documents(details.several_acts, details.several_documents),
            documents_signed=re.compile(
                rf"{any_of(details.several_acts).pattern} (?:các|từng) {any_of(details.several_documents).pattern}"
            ),
            documents_counted=re.compile(
                rf"(?<!\w)(?:{_COUNT}) {any_of((*details.several_documents, *details.ceremonies)).pattern}"
            ),
            day_of_ceremony=re.compile(rf"{any_of(details.ceremonies).pattern}(?: \w+){{0,3}} ?$"),
            agreements_counted=re.compile(rf"(?<!\w)(?:{_COUNT}|loạt) {any_of(details.several_agreements).pattern}"),
            and_memorandum=re.compile(rf" và (?:(?:{_COUNT}) )?{any_of(details.memoranda).pattern}"),
            several_hints=(*details.several_acts, EACH),
            list_openings=any_of(details.list_openings),
            block_of_document=_block(details.several_of, details.ordinals),
            planned=any_of(details.planned),
            ends=any_of(details.ends),
            receptions=any_of(details.receptions),
            made_by_two=any_of(details.made_by_two),
            year_of_event=_year_after(details.yearly_events),
            other_terms=any_of(details.other_terms),
            validity_told=re.compile(rf"{any_of(details.validity_told).pattern}(?=:? )"),
            year_ends=any_of(details.year_ends),
            targets=any_of(details.targets),
            reviews=any_of(details.reviews),
            signs_beside=re.compile(
                rf"(?:{any_of(details.beside).pattern}|[,;:–-]) {any_of(details.signs_at_once).pattern}"
            ),
            side_label=re.compile(
                rf"\W*{any_of(details.side_labels).pattern}(?: \w+){{1,2}}(?: \([^()]{{1,20}}\))?\s*: "
            ),
            when_labels=_label(details.when_labels),
            where_labels=_label(details.where_labels),
            form_labels=_label(details.when_labels + details.where_labels + details.event_labels),
            title_openings=any_of(details.title_openings),
            title_ends=any_of(details.title_ends),
            title_goes_on_to=any_of(details.title_goes_on_to),
            title_hangers=re.compile(rf"(?: {any_of(details.title_hangers).pattern})+$"),
            commitments=CommitmentLists.of(commitments, lexicon.acts),
            joints=JointModel.open(rules),
            instrument=InstrumentLists.of(instrument),
        )


def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Matches one of `labels` with the colon after it, and a bullet or a number before it."""
    return re.compile(rf"\W*(?:\d{{1,2}}[.)/]\s*)?{any_of(labels).pattern}\s*:")


def _several(acts: tuple[str, ...], things: tuple[str, ...]) -> re.Pattern[str]:
    """Matches an act done to several things, in turn, or to each: "ký kết ba bản ghi nhớ", "lần lượt ký", "với từng đơn vị"."""
    act, thing = any_of(acts).pattern, any_of(things).pattern
    count = rf"(?:{_COUNT})"
    return re.compile(
        rf"{act}(?: \w+){{0,5}} {count} {thing}|lần lượt(?: \w+){{0,3}} {act}"
        rf"|(?<!\w){count} {thing}(?: \w+){{0,6}} được(?: \w+){{0,2}} {act}"
        rf"|{act} [^.;:]{{0,90}}\bvới {count} {thing}|(?<!\w){EACH} {thing}"
        rf"|(?<!\w)(?:mỗi|từng)(?: \w+){{1,3}} {act}(?: một| \d)? {thing} riêng(?!\w)"
    )


def _several_documents(acts: tuple[str, ...], documents: tuple[str, ...]) -> re.Pattern[str]:
    """Matches an act done to several documents that the partners follow, their number in its first group."""
    act, document = any_of(acts).pattern, any_of(documents).pattern
    count = rf"({_COUNT})"
    return re.compile(rf"{act}(?: \w+){{0,2}} {count} {document}[^.;:]{{0,90}}\bvới(?!\w)")


def _block(things: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    """Matches the document or partner that a block begins with: "Văn bản thứ hai", "Theo bản ghi nhớ", "Còn lại là"."""
    thing, ordinal = any_of(things).pattern, any_of(ordinals).pattern
    return re.compile(
        rf"(?:theo |trong |ở |tại )?{thing}(?P<numbered> {ordinal})?|bản {ordinal}|(?P<ordinal>{ordinal})"
    )


def _year_after(events: tuple[str, ...]) -> re.Pattern[str]:
    """Matches an event with its name, and in its first group the year after that: "hội nghị xúc tiến đầu tư năm 2019"."""
    words = r"(?:(?! (?:tổng kết|sơ kết|giai đoạn)(?!\w)) [^\W\d]+){0,12}"
    return re.compile(rf"{any_of(events).pattern}{words} (?:năm )?((?:19|20)\d\d)(?![\w/-]|\.\d| [-–])")
