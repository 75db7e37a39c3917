"""Output folders of a few documents, and their sheets as reviewers give them back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from camket.decisions import DecisionLog
from camket.files import to_json
from camket.labels import Labels, Language
from camket.run.flow import Kit, document_of, extract
from camket.write import REVIEWED, Published, Review, publish
from camket.write.review_rows import REVIEW_COLUMNS

NEWS = """Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác

Ngày 5/3/2019, tại Đà Lạt, Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác giai đoạn 2019 - 2022.
Bệnh viện Hoàn Mỹ sẽ đào tạo 40 bác sĩ tuyến huyện trước năm 2021. Phó Giám đốc Trần Văn Bình dự lễ ký.
"""
CLOUDS = "Trời nhiều mây. Công ty Sao Mai và Sở Du lịch Phú Yên bàn việc chung."
HEAD = Labels.of(Language.ENGLISH).columns


def folder_of(folder: Path, kit: Kit, *texts: str, language: Language = Language.ENGLISH) -> Path:
    """The results of a run over documents with these texts, a.txt, b.txt ..."""
    documents = []
    for name, text in zip("abcdef", texts, strict=False):
        document = document_of(text, kit.options)
        record = extract(document, kit).to_json()
        record["document"]["path"] = f"{name}.txt"
        blocks = [(block.kind.value, block.place.start, block.place.end) for block in document.blocks]
        source = to_json({"path": f"{name}.txt", "text": document.text, "blocks": blocks}).encode()
        documents.append(Published(to_json(record), source, bool(record["agreements"] or record["commitments"])))
    folder.mkdir(exist_ok=True)
    publish(folder, documents, Review(DecisionLog(folder).index(), language))
    return folder


def rows_of(folder: Path) -> list[dict[str, str]]:
    """The rows of review.csv by the names of their columns."""
    with (folder / "review.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.reader(file))
    return [dict(zip(REVIEW_COLUMNS, row, strict=True)) for row in told[1:]]


def row_of(folder: Path, field: str, at: int = 0) -> dict[str, str]:
    return [row for row in rows_of(folder) if row["field"] == field][at]


def sheet_of(path: Path, rows: Iterable[dict[str, str]], columns: Iterable[str] = REVIEW_COLUMNS) -> Path:
    """A sheet of these rows."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    columns = list(columns)
    writer.writerow([HEAD[column] for column in columns])
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    path.write_text(file.getvalue(), encoding="utf-8-sig", newline="")
    return path


def reviewed_of(folder: Path, at: int = 0) -> dict[str, Any]:
    """A record of reviewed.jsonl."""
    lines = (folder / REVIEWED).read_text(encoding="utf-8").splitlines()
    told: dict[str, Any] = json.loads(lines[at])
    return told
