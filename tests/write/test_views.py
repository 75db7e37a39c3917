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

from camket.run.flow import Kit, document_of, extract
from camket.write import write_views
from camket.write.columns import AGREEMENT_COLUMNS, COMMITMENT_COLUMNS, REVIEW_COLUMNS
from camket.write.files import write_jsonl, write_whole
from camket.write.sheets import write_csv, write_xlsx
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
    write_jsonl(folder / "records.jsonl", [extract(document, kit).to_json()])
    write_jsonl(folder / "documents.jsonl", [{"path": document.path, "text": document.text, "blocks": blocks}])
    write_views(folder)
    return folder


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
    write_csv(tmp_path / "a.csv", [{"a": cell}], ["a"])
    (row,) = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert row["a"] == f"'{cell}"
    write_xlsx(tmp_path / "a.xlsx", [{"a": cell}], ["a"])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet["A2"].data_type == "s"


def test_a_lone_surrogate_breaks_no_sheet(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [{"a": "hỏng \ud800"}], ["a"])
    write_xlsx(tmp_path / "a.xlsx", [{"a": "hỏng \ud800"}], ["a"])
    assert "hỏng ?" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


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


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("old")

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_text() == "old"


def test_the_sample_outputs_are_json_lines(demo: DemoRun) -> None:
    for name in ("records.jsonl", "ledger.jsonl", "documents.jsonl"):
        assert all(json.loads(line) for line in (demo.folder / name).read_text(encoding="utf-8").splitlines())
