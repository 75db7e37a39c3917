from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from camket.export.spans import Span
from camket.export.words import Words
from tests.conftest import DemoRun
from tests.export.folders import annotated


def rebuilt(words: Words) -> str:
    return "".join(word + " " * space for word, space in zip(words.words, words.spaces, strict=True))


def test_a_single_space_is_no_token_and_an_end_of_a_line_is_one() -> None:
    words = Words.of("Hai bên:\n\n- đào tạo  nghề", [])
    assert words.words == ["Hai", "bên", ":", "\n\n", "-", "đào", "tạo", " ", "nghề"]
    assert words.spaces == [True, False, False, False, True, True, True, False, False]


def test_a_token_is_cut_where_a_span_begins_or_ends() -> None:
    span = Span(3, 7, "signed_on")
    words = Words.of("đến2019/2020", [span])
    assert words.words == ["đến", "2019", "/2020"]
    assert words.of_span(span) == (1, 1)
    assert words.cut == 1


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6))
def test_tokens_are_the_text_and_every_span_begins_and_ends_with_one(text: str, drawn: list[tuple[int, int]]) -> None:
    spans = [Span(start, end, "party") for start, length in drawn
             if (end := start + length) <= len(text) and text[start:end].strip() == text[start:end]]  # fmt: skip
    words = Words.of(text, spans)
    assert rebuilt(words) == text
    for span in spans:
        first, last = words.of_span(span)
        assert (words.starts[first], words.ends[last]) == (span.start, span.end)


def test_few_tokens_of_the_corpus_are_cut(demo: DemoRun) -> None:
    words = [Words.of(document.text, document.spans) for document in annotated(demo.folder)]
    assert all(rebuilt(one) == one.text for one in words)
    assert sum(one.cut for one in words) < sum(len(one.starts) for one in words) / 1_000
