"""Folders of a run's results, made of texts or of records by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from camket.export.source import Source
from camket.export.spans import Annotated, annotate
from camket.files import write_jsonl
from camket.run.flow import Kit, document_of, extract

RELEASE = """🎉🎉 Tin vui 😀

Ngày 5/3/2019, tại Đà Nẵng, Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ (HMC) ký kết thỏa thuận hợp tác giai đoạn 2019 - 2022.

😀 Theo đó, HMC sẽ tài trợ 2 tỷ đồng mua máy thở trước tháng 6/2020. Hai bên sẽ đào tạo bác sĩ tuyến huyện.
"""
QUIET = "Trời nhiều mây, có nơi mưa."


def results(folder: Path, kit: Kit, *texts: str) -> Path:
    """A folder that a run over `texts` might have left, each a document `<number>.txt`."""
    records, sources = [], []
    for number, text in enumerate(texts):
        document = replace(document_of(text, kit.options), id=f"{number:016x}", path=f"{number}.txt")
        records.append(extract(document, kit).to_json())
        sources.append({"path": document.path, "text": document.text, "blocks": []})
    return written(folder, records, sources)


def written(folder: Path, records: list[dict[str, Any]], sources: list[dict[str, Any]]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    write_jsonl(folder / "records.jsonl", records)
    write_jsonl(folder / "documents.jsonl", sources)
    return folder


def annotated(folder: Path) -> Iterator[Annotated]:
    return (annotate(*one) for one in Source.of(folder).documents())


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
