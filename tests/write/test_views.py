from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from camket.decisions import DecisionLog, Verdict
from camket.files import to_json, whole, write_json
from camket.judgement import State
from camket.labels import Labels, Language
from camket.records import AgreementKind, AgreementStatus
from camket.run.flow import Kit, document_of, extract
from camket.values import FIELDS, values_of
from camket.write import Published, Review, publish, sheets, workbook
from camket.write.columns import AGREEMENT_COLUMNS, COMMITMENT_COLUMNS
from camket.write.review_rows import REVIEW_COLUMNS, ReviewRow
from camket.write.sheets import Csv
from camket.write.workbook import Workbook
from tests.conftest import DemoRun

HOSTILE = ('<script>alert(1)</script> Sở Y tế Hà Nam và Bệnh viện Tân Kỳ <b>"mới"</b> ký kết thỏa thuận hợp tác.\n\n'
           "Theo đó, Sở Y tế Hà Nam sẽ tặng =1+1 máy thở </mark></p><img src=x onerror=alert(2)> cho dân.")  # fmt: skip


class Page(HTMLParser):
    """The tags, ids and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.sources += [values[key] or "" for key in ("src", "srcset", "action") if key in values]


def views_of(text: str, kit: Kit, folder: Path) -> Path:
    document = document_of(text, kit.options)
    blocks = [(block.kind.value, block.place.start, block.place.end) for block in document.blocks]
    record = extract(document, kit)
    source = to_json({"path": document.path, "text": document.text, "blocks": blocks}).encode()
    publish(folder, [Published(to_json(record.to_json()), source, bool(record.agreements or record.commitments))],
            Review(DecisionLog(folder).index()))  # fmt: skip
    return folder


def csv_of(path: Path, *cells: str) -> Path:
    """A sheet of one column `a` with these cells."""
    with path.open("wb") as file:
        sheet = Csv(file, ["a"])
        sheet.add({"a": cell} for cell in cells)
        sheet.close()
    return path


def book_of(path: Path, *cells: str, link: str = "", language: Language = Language.ENGLISH) -> Any:
    """The workbook of rows of review whose value and evidence are these cells."""
    with path.open("wb") as file:
        book = Workbook(file, Labels.of(language))
        for cell in cells:
            row = dict.fromkeys(REVIEW_COLUMNS, "") | {"value": cell, "evidence": cell, "confidence": "0.5"}
            book.add_review(ReviewRow(0, 0.5, row, (f"{cell} ", cell, " cuối câu"), link))
        book.close()
    return openpyxl.load_workbook(path, rich_text=True)


def test_every_sheet_has_its_columns_and_a_row_for_each_item(demo: DemoRun) -> None:
    for name, columns, key in (
        ("agreements.csv", AGREEMENT_COLUMNS, "agreements"),
        ("commitments.csv", COMMITMENT_COLUMNS, "commitments"),
    ):
        data = (demo.folder / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        assert tuple(rows[0]) == columns
        assert len(rows) - 1 == sum(len(record[key]) for record in demo.records)


def test_review_has_a_row_for_every_value_with_its_words(demo: DemoRun) -> None:
    rows = list(csv.DictReader(io.StringIO((demo.folder / "review.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == sum(1 for record in demo.records for _ in values_of(record))
    assert all(row["evidence"] and row["sentence"] and row["state"] == "open" for row in rows)
    sure = [float(row["confidence"]) for row in rows]
    assert sure == sorted(sure), "the least certain come first"
    assert len({row["key"] for row in rows}) == len(rows)
    dates = [row for row in rows if row["field"] == "signed on"]
    assert all(any(letter.isdigit() for letter in row["normalised"]) for row in dates)
    assert any(row["value"] != row["normalised"] for row in dates), "a date is shown in the words of the document"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+84 24", "-5", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://a")', "http://a.vn"]
)
def test_no_cell_is_read_as_a_formula(cell: str, tmp_path: Path) -> None:
    text = csv_of(tmp_path / "a.csv", cell).read_bytes().decode("utf-8-sig")
    (row,) = list(csv.DictReader(io.StringIO(text, newline="")))
    assert row["a"] == (cell if cell.startswith("http") else f"'{cell}")
    assert sheets.unsafe(row["a"]) == cell
    sheet = book_of(tmp_path / "a.xlsx", cell).worksheets[0]
    assert {one.data_type for one in sheet[2] if one.value and one.column != 12} == {"s"}
    assert all(one.hyperlink is None for one in sheet[2])


def test_a_lone_surrogate_breaks_no_sheet(tmp_path: Path) -> None:
    book_of(tmp_path / "a.xlsx", "hỏng \ud800")
    assert "hỏng ?" in csv_of(tmp_path / "a.csv", "hỏng \ud800").read_text(encoding="utf-8-sig")


def test_the_evidence_stands_bold_in_its_sentence_and_links_to_the_report(demo: DemoRun) -> None:
    book = openpyxl.load_workbook(demo.folder / "review.xlsx", rich_text=True)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    ids = set(Page((demo.folder / "report.html").read_text(encoding="utf-8")).ids)
    bold = linked = 0
    for row in range(2, 400):
        evidence, sentence = (sheet.cell(row, columns[name]) for name in ("evidence", "sentence"))
        assert evidence.hyperlink.target == "report.html"
        assert evidence.hyperlink.location in ids
        linked += 1
        if not isinstance(sentence.value, str):
            (inside,) = [part for part in sentence.value if not isinstance(part, str) and part.font and part.font.b]
            assert " ".join(inside.text.split()) == evidence.value
            bold += 1
    assert linked == 398
    assert bold > 300


def test_a_workbook_has_lists_to_choose_from_and_a_sheet_for_each_table(demo: DemoRun) -> None:
    book = openpyxl.load_workbook(demo.folder / "review.xlsx")
    assert book.sheetnames == ["review", "help", "agreements", "commitments", "parties", "signatories", "participants",
                               "documents", "lists"]  # fmt: skip
    sheet = book["review"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.data_validations.dataValidation[0].formula1.startswith("'lists'!")
    assert len(sheet.data_validations.dataValidation) == 3
    assert book["lists"].sheet_state == "hidden"
    assert [cell.value for cell in book["lists"]["A"]][:5] == ["ok", "wrong", "fix", "add", "open"]
    assert book["parties"].max_row - 1 == sum(
        len(one["parties"]) for record in demo.records for one in record["agreements"]
    )
    assert book["documents"].max_row - 1 == sum(bool(one["agreements"] or one["commitments"]) for one in demo.records)


def test_a_workbook_in_vietnamese_is_so_in_every_word(tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.xlsx", "a", language=Language.VIETNAMESE)
    labels = Labels.of(Language.VIETNAMESE)
    assert sorted(book.sheetnames) == sorted(labels.sheets.values())
    assert [cell.value for cell in book.worksheets[0][1]] == [labels.columns[one] for one in REVIEW_COLUMNS]
    assert book[labels.sheets["help"]]["A1"].value == "Cách kiểm duyệt"


def test_both_languages_have_words_for_the_same_things() -> None:
    one, other = (Labels.of(language) for language in Language)
    for part in ("columns", "sheets", "fields", "kinds", "statuses", "states", "verdicts"):
        assert list(getattr(one, part)) == list(getattr(other, part))
    assert len(one.help) == len(other.help)
    assert set(one.fields) == set(FIELDS)
    assert set(one.states) == set(State)
    assert set(one.verdicts) == set(Verdict)
    assert set(one.kinds) == set(AgreementKind)
    assert set(one.statuses) == set(AgreementStatus)


def test_what_is_too_long_or_too_much_for_excel_is_cut_or_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST_LINKS", 2)
    monkeypatch.setattr(workbook, "_MOST_ROWS", 2)
    long = "dài " * 10_000
    book = book_of(tmp_path / "a.xlsx", "a", "b", "c", long, link="d1-2-3")
    reviews = [one for one in book.worksheets if one.title.startswith("review")]
    assert [one.title for one in reviews] == ["review", "review 2"]
    at = REVIEW_COLUMNS.index("evidence")
    told = [(row[at].value, bool(row[at].hyperlink)) for one in reviews for row in one.iter_rows(min_row=2)]
    assert [(value[:1], link) for value, link in told] == [("a", True), ("b", True), ("c", False), ("d", False)]
    assert len(told[3][0]) == 32_000


def test_every_link_of_the_report_leads_somewhere_and_nothing_is_loaded(demo: DemoRun) -> None:
    page = Page((demo.folder / "report.html").read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    assert page.sources == []
    assert "script" not in page.tags


def test_every_value_has_its_words_highlighted_in_the_report(demo: DemoRun) -> None:
    ids = set(Page((demo.folder / "report.html").read_text(encoding="utf-8")).ids)
    telling = [record for record in demo.records if record["agreements"] or record["commitments"]]
    for number, record in enumerate(telling, 1):
        for value in values_of(record):
            assert f"d{number}-{value.key.start}-{value.key.end}" in ids


def test_hostile_text_stays_text(kit: Kit, tmp_path: Path) -> None:
    folder = views_of(HOSTILE, kit, tmp_path)
    report = (folder / "report.html").read_text(encoding="utf-8")
    page = Page(report)
    assert not {"script", "img", "b"} & set(page.tags)
    assert "&lt;script&gt;alert(1)" in report
    assert "default-src 'none'" in report


def test_a_run_without_findings_still_has_its_sheets_and_report(kit: Kit, tmp_path: Path) -> None:
    folder = views_of("Trời nhiều mây.", kit, tmp_path)
    assert "0 agreements" in (folder / "report.html").read_text(encoding="utf-8")
    assert (folder / "agreements.csv").read_text(encoding="utf-8-sig").strip() == ",".join(AGREEMENT_COLUMNS)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", "old")
    with pytest.raises(OSError, match="No space"), whole(tmp_path / "a.json") as file:  # noqa: PT012 - in the midst of it
        file.write(b"new")
        raise OSError(28, "No space left on device")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == "old"


def test_many_rows_are_written_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_PIECE", 2)
    path = csv_of(tmp_path / "a.csv", *map(str, range(5)))
    assert path.read_text(encoding="utf-8-sig").split() == ["a", "0", "1", "2", "3", "4"]


def test_the_sample_outputs_are_json_lines(demo: DemoRun) -> None:
    for name in ("records.jsonl", "ledger.jsonl", "documents.jsonl"):
        assert all(json.loads(line) for line in (demo.folder / name).read_text(encoding="utf-8").splitlines())
