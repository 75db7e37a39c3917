from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from camket.decisions import Decision, DecisionLog, Verdict
from camket.errors import OutputError, UsageError
from camket.folding import fold
from camket.review.page.filters import Filter, matching
from camket.review.page.index import FILE, Index
from camket.values import values_of
from tests.review.page.conftest import NEWS, Output


def names(index: Index, **asked: object) -> list[str]:
    return [one.path for one in index.listed(Filter(**asked))[0]]  # type: ignore[arg-type]


def accepted(output: Output, name: str, number: int | None = None, reviewer: str = "An") -> list[Decision]:
    values = list(values_of(output.records[name]))[:number]
    return [
        Decision(output.id(name), one.key, Verdict.OK, reviewer, "2026-01-01T00:00:00Z", one.value) for one in values
    ]


def test_documents_are_listed_with_how_many_of_their_values_are_open(index: Index, output: Output) -> None:
    entries, count = index.listed(Filter(shown="all"))
    assert count == len(entries) == 4
    for one in entries:
        assert one.total == one.open == one.left == len(list(values_of(output.records[one.path])))
        assert index.record(one) == output.records[one.path]
        assert index.source(one)["text"] == output.texts[one.path]
    assert index.progress().documents == 3


@pytest.mark.parametrize("words", ["da lat", "Đà Lạt", "ĐÀ LẠT", "hoan my sieu", '"siêu âm"', "benh vien hoàn", "lat"])
def test_words_are_found_with_and_without_their_marks(index: Index, output: Output, words: str) -> None:
    assert names(index, words=words) == ["hop-tac-y-te.txt"]


@pytest.mark.parametrize("words", ["đá lạt", '"am sieu"', "hoàn mỳ", "không-có-từ-này"])
def test_marks_that_are_written_are_meant(index: Index, output: Output, words: str) -> None:
    assert names(index, words=words) == []


@pytest.mark.parametrize("words", ['"', "*", "a OR", "marked:", "(", "- NEAR/2", "';--", "\0"])
def test_signs_of_the_search_language_are_no_faults(index: Index, output: Output, words: str) -> None:
    index.listed(Filter(words=words))


def test_the_last_word_is_found_by_its_beginning() -> None:
    assert matching("Đà la") == f'marked : "{fold("đà")}" AND plain : "la" *'


def test_documents_are_filtered_by_state_field_and_confidence(index: Index, output: Output) -> None:
    assert names(index, shown="nothing") == ["thoi-tiet.txt"]
    assert names(index, shown="done") == []
    assert "hop-tac-y-te.txt" in names(index, field="period")
    assert "ngan-hang.txt" not in names(index, field="period")
    assert names(index, below=0.01) == []
    assert set(names(index, field="party", below=1.1)) == set(names(index, field="party"))


def test_the_least_certain_come_first_where_they_are_asked_for(index: Index, output: Output) -> None:
    entries, _ = index.listed(Filter(order="least"))
    assert [one.least for one in entries] == sorted(one.least for one in entries)


def test_decisions_that_come_in_are_known_at_once(index: Index, output: Output) -> None:
    DecisionLog(output.folder).add(accepted(output, "ngan-hang.txt"))
    assert "ngan-hang.txt" in names(index)
    index.refresh()
    assert "ngan-hang.txt" not in names(index)
    assert names(index, shown="done") == ["ngan-hang.txt"]
    assert index.progress().finished == 1


def test_a_second_index_of_the_folder_knows_what_the_first_one_heard(index: Index, output: Output) -> None:
    DecisionLog(output.folder).add(accepted(output, "ngan-hang.txt", 2))
    index.refresh()
    with closing(Index(output.folder)) as second:
        assert second.progress() == index.progress()
        assert second.progress().decided == 2


def test_a_log_that_was_restored_is_read_anew(index: Index, output: Output) -> None:
    log = DecisionLog(output.folder)
    log.add(accepted(output, "ngan-hang.txt"))
    kept = log.path.read_bytes()
    log.path.write_bytes(kept[: kept.index(b"\n") + 1])
    index.refresh()
    assert index.progress().decided == 1
    log.path.unlink()
    index.refresh()
    assert index.progress().decided == 0


def test_a_conflict_is_listed_as_one(index: Index, output: Output) -> None:
    (first,) = accepted(output, "ngan-hang.txt", 1)
    other = Decision(first.document, first.key, Verdict.WRONG, "Bình", first.at, first.value)
    DecisionLog(output.folder).add([first, other])
    index.refresh()
    assert names(index, shown="conflict") == ["ngan-hang.txt"]


def test_records_of_a_later_run_are_listed(index: Index, output: Output) -> None:
    for name in ("records.jsonl", "documents.jsonl"):
        path = output.folder / name
        path.with_suffix(".new").write_text(
            "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), "utf-8"
        )
        path.with_suffix(".new").replace(path)
    index.refresh()
    assert len(names(index, shown="all")) == 2


def test_the_next_document_is_the_next_one_with_open_values(index: Index, output: Output) -> None:
    rows = {one.path: one for one in index.listed(Filter(shown="all"))[0]}
    first, last = rows["hop-tac-y-te.txt"], rows["ngan-hang.txt"]
    assert index.following(first.row, Filter()) == last.id
    assert index.following(last.row, Filter(words="da lat")) == first.id
    assert index.following(first.row, Filter(words="da lat")) is None


def test_texts_stay_in_their_file(index: Index, output: Output) -> None:
    assert "siêu âm".encode() in (output.folder / "documents.jsonl").read_bytes()
    held = b"".join(path.read_bytes() for path in output.folder.glob(".review.sqlite*"))
    assert NEWS["hop-tac-y-te.txt"][60:100].encode() not in held


def test_a_folder_without_records_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no records\.jsonl here"):
        Index(tmp_path)


def test_files_of_two_runs_are_told(output: Output) -> None:
    path = output.folder / "documents.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[::-1]) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="of two runs"):
        Index(output.folder)


def test_a_folder_that_cannot_be_written_is_told(output: Output) -> None:
    (output.folder / FILE).mkdir()
    with pytest.raises(OutputError, match="cannot write"):
        Index(output.folder)


def test_what_makes_no_sense_in_an_address_is_passed_over() -> None:
    assert Filter.of({"shown": "x", "field": "'", "below": "2", "page": "-1", "order": "id; DROP"}) == Filter()
    assert Filter.of({"page": "9" * 400}).page == 1
    assert Filter.of({"shown": "done", "page": "3"}).query(page=1) == "?shown=done"
    assert json.dumps(Filter().query()) == '""'
