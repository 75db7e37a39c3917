from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from camket.files import to_json, whole, write_json
from camket.run.flow import Kit, document_of, extract
from camket.write import Published, publish, sheets
from camket.write.columns import AGREEMENT_COLUMNS, COMMITMENT_COLUMNS, REVIEW_COLUMNS
from camket.write.sheets import Csv, Workbook
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
    publish(folder, [Published(to_json(record.to_json()), source, bool(record.agreements or record.commitments))])
    return folder


def sheet_of(view: type[Csv | Workbook], path: Path, cell: str) -> Path:
    """A sheet of one column `a` with one cell, which stands in a record of its own."""
    with path.open("wb") as file:
        sheet = view(file, lambda records: ({"a": record["a"]} for record in records), ["a"])
        sheet.add({"a": cell}, b"")
        sheet.close(1)
    return path


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
    assert set(rows[0]) == set(REVIEW_COLUMNS)
    values = sum(1 + len(one["parties"]) + len(one["signatories"]) + len(one["participants"]) + len(one["value"])
                 + sum(bool(one[key]) for key in ("signed_on", "period", "place", "number"))
                 for record in demo.records for one in record["agreements"])  # fmt: skip
    assert len(rows) == values + sum(len(record["commitments"]) for record in demo.records)
    assert all(row["evidence"] and row["sentence"] for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+84 24", "-5", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_read_as_a_formula(cell: str, tmp_path: Path) -> None:
    text = sheet_of(Csv, tmp_path / "a.csv", cell).read_bytes().decode("utf-8-sig")
    (row,) = list(csv.DictReader(io.StringIO(text, newline="")))
    assert row["a"] == f"'{cell}"
    sheet = openpyxl.load_workbook(sheet_of(Workbook, tmp_path / "a.xlsx", cell)).active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"


def test_a_lone_surrogate_breaks_no_sheet(tmp_path: Path) -> None:
    sheet_of(Workbook, tmp_path / "a.xlsx", "hỏng \ud800")
    assert "hỏng ?" in sheet_of(Csv, tmp_path / "a.csv", "hỏng \ud800").read_text(encoding="utf-8-sig")


def test_every_link_of_the_report_leads_somewhere_and_nothing_is_loaded(demo: DemoRun) -> None:
    page = Page((demo.folder / "report.html").read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    assert page.sources == []
    assert "script" not in page.tags


def test_every_evidence_is_highlighted_with_its_exact_words(demo: DemoRun) -> None:
    text = (demo.folder / "report.html").read_text(encoding="utf-8")
    shown = len(re.findall(r'id="d\d+e\d+"', text))
    evidence: list[Any] = [
        one
        for record in demo.records
        for one in [*record["agreements"], *record["commitments"]]
        for one in one["evidence"]
    ]
    assert shown >= len(evidence)


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
    monkeypatch.setattr(sheets, "_MOST_ROWS", 2)
    for view, path in ((Csv, tmp_path / "a.csv"), (Workbook, tmp_path / "a.xlsx")):
        with path.open("wb") as file:
            sheet = view(file, lambda records: ({"a": record["a"]} for record in records), ["a"])
            for number in range(5):
                sheet.add({"a": str(number)}, b"")
            sheet.close(5)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").split() == ["a", "0", "1", "2", "3", "4"]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    told = [[row[0] for row in one.iter_rows(values_only=True)] for one in book.worksheets]
    assert told == [["a", "0", "1"], ["a", "2", "3"], ["a", "4"]]


def test_the_sample_outputs_are_json_lines(demo: DemoRun) -> None:
    for name in ("records.jsonl", "ledger.jsonl", "documents.jsonl"):
        assert all(json.loads(line) for line in (demo.folder / name).read_text(encoding="utf-8").splitlines())
