from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.export.source import Source
from camket.export.spans import LABELS, RELATIONS, Annotated, Span, annotate, apart
from tests.conftest import DemoRun
from tests.export.folders import annotated


@pytest.fixture
def told(release: Path) -> Annotated:
    return next(annotated(release))


def words(document: Annotated, number: int) -> str:
    span = document.spans[number]
    return document.text[span.start : span.end]


def test_spans_are_the_words_of_the_values(told: Annotated) -> None:
    assert [(span.label, words(told, number)) for number, span in enumerate(told.spans)] == [
        ("signed_on", "Ngày 5/3/2019"),
        ("place", "Đà Nẵng"),
        ("signing", "Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ (HMC) ký kết thỏa thuận hợp tác"),
        ("party", "Sở Y tế Lâm Đồng"),
        ("party", "Bệnh viện Hoàn Mỹ (HMC)"),
        ("period", "giai đoạn 2019 - 2022"),
        ("party", "HMC"),
        ("pledge", "tài trợ 2 tỷ đồng mua máy thở"),
        ("amount", "2 tỷ đồng"),
        ("due", "trước tháng 6/2020"),
        ("pledge", "đào tạo bác sĩ tuyến huyện"),
    ]


def test_relations_say_what_belongs_to_what(told: Annotated) -> None:
    relations = {(one.label, words(told, one.head), words(told, one.child)) for one in told.relations}
    signing = "Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ (HMC) ký kết thỏa thuận hợp tác"
    assert {
        ("party_of", "Sở Y tế Lâm Đồng", signing),
        ("same_as", "HMC", "Bệnh viện Hoàn Mỹ (HMC)"),
        ("detail_of", "Ngày 5/3/2019", signing),
        ("commitment_of", "đào tạo bác sĩ tuyến huyện", signing),
        ("undertaken_by", "tài trợ 2 tỷ đồng mua máy thở", "HMC"),
        ("detail_of", "trước tháng 6/2020", "tài trợ 2 tỷ đồng mua máy thở"),
    } <= relations


def test_every_place_of_evidence_in_the_corpus_is_a_span(demo: DemoRun) -> None:
    seen_labels, seen_relations = set(), set()
    for record, text in Source.of(demo.folder).documents():
        document = annotate(record, text)
        places = {(span.start, span.end) for span in document.spans}
        for agreement in record["agreements"]:
            for holder in (agreement, *agreement["parties"], *agreement["signatories"], *agreement["participants"]):
                assert {(one["start"], one["end"]) for one in holder["evidence"]} <= places
        for commitment in record["commitments"]:
            assert {(one["start"], one["end"]) for one in commitment["evidence"]} <= places
        seen_labels |= {span.label for span in document.spans}
        seen_relations |= {one.label for one in document.relations}
    assert seen_labels == set(LABELS)
    assert seen_relations == set(RELATIONS)


def test_a_value_without_a_place_in_the_text_is_counted(release: Path) -> None:
    record, text = next(Source.of(release).documents())
    assert annotate(record, text).placeless == 0
    agreement = record["agreements"][0]
    agreement["parties"].append({**agreement["parties"][0], "id": "p9", "name": "Sở Nội vụ Lâm Đồng", "evidence": []})
    for party in agreement["parties"][:2]:
        party["evidence"][0]["text"] = "other words"
    document = annotate(record, text)
    assert document.placeless == 3
    assert "Sở Y tế Lâm Đồng" not in [
        words(document, n) for n, span in enumerate(document.spans) if span.label == "party"
    ]


def test_blanks_at_the_ends_of_chosen_words_are_in_no_span(release: Path) -> None:
    record, text = next(Source.of(release).documents())
    said = record["agreements"][0]["parties"][0]["evidence"][0]
    said |= {"start": said["start"] - 1, "end": said["end"] + 1}
    said["text"] = text[said["start"] : said["end"]]
    document = annotate(record, text)
    assert "Sở Y tế Lâm Đồng" in [words(document, number) for number in range(len(document.spans))]


def test_names_count_before_the_clauses_around_them_where_asked_for() -> None:
    signing, party = Span(0, 30, "signing"), Span(5, 12, "party")
    assert apart([signing, party]) == [signing]
    assert apart([signing, party], names_first=True) == [party]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from(["party", "signing"])), max_size=30))
def test_spans_apart_share_no_letter_and_leave_none_out_without_cause(drawn: list[tuple[int, int, str]]) -> None:
    spans = [Span(start, start + length, label) for start, length, label in drawn]
    for names_first in (True, False):
        taken = apart(spans, names_first=names_first)
        assert all(left.end <= right.start for left, right in pairwise(taken))
        for span in spans:
            assert any(span.start < other.end and other.start < span.end for other in taken)
