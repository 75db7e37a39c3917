"""Sheets as people give them back: decided at random, and saved in some other order, language, encoding and form."""

from __future__ import annotations

import contextlib
import csv
import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import openpyxl

from camket.labels import Labels, Language, plain
from camket.values import DATES
from camket.write.review_rows import REVIEW_COLUMNS
from camket.write.sheets import safe

FORMS = ("utf-8-sig,", "utf-8;", "utf-16\t", "utf-16-le,", "cp1258;", "cp1258\t", "xlsx")
"""How a sheet is saved: encoding and delimiter, or as a workbook."""
DROPPABLE = [column for column in REVIEW_COLUMNS if column not in {"key", "decision", "correction"}]
DATE_FORMS = ("2011-03-04", "4/3/2011", "04/03/2011", "2011-03-04 00:00:00", "ngày 4 tháng 3 năm 2011", "4-3-2011")
"""One day as people and spreadsheets write it."""
ANOTHER = {"kind": ("treaty", "điều ước", "Treaty "), "status": ("planned", "dự kiến ký", "PLANNED")}


@dataclass
class Decided:
    """Rows as they were decided, and what is to be found in decisions.jsonl: by document and key, verdict and correction."""

    rows: list[dict[str, str]] = field(default_factory=list)
    expected: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    added: list[tuple[str, str, str]] = field(default_factory=list)


def decide(rows: Sequence[dict[str, str]], texts: dict[str, str], chance: random.Random) -> Decided:
    """Half of the rows are decided; here and there one is added, of words that the document has."""
    told = Decided()
    for row in rows:
        new = dict(row)
        told.rows.append(new)
        verdict = chance.choice(["ok", "wrong", "fix", "", "", ""])
        if verdict == "fix" and row["field"] == "agreement":
            verdict = "ok"
        if not verdict:
            continue
        correction = ""
        if verdict == "fix":
            new["correction"], correction = _correction(row["field"], chance)
        word = chance.choice(words_for(verdict))
        new["decision"] = chance.choice([word, word.upper(), f" {word} ", word.capitalize()])
        document, key = row["key"].split(" ")
        told.expected[document, key] = (verdict, correction)
        if chance.random() < 0.1 and row["field"] in {"party", "signatory"}:
            told.rows.append(_added(row, texts[row["document"]], chance, told, {plain(one["value"]) for one in rows}))
    return told


def words_for(verdict: str) -> list[str]:
    return [word for language in Language for word in Labels.of(language).verdicts[verdict]]


def _correction(field_name: str, chance: random.Random) -> tuple[str, str]:
    """What is written as a correction, and what it means."""
    if field_name in DATES:
        return chance.choice(DATE_FORMS), "2011-03-04"
    if field_name in ANOTHER:
        words = ANOTHER[field_name]
        return chance.choice(words), words[0]
    text = chance.choice(["Sở Đường sắt tỉnh Nghĩa Lộ", '=1+1 "máy"; thở', "- Bưu điện, tỉnh", "5.000 tỷ đồng"])
    return text, text


def _added(row: dict[str, str], text: str, chance: random.Random, told: Decided, found: set[str]) -> dict[str, str]:
    """A row that adds some words of the text, none that were found."""
    words = text.split()
    while True:
        at = chance.randrange(max(1, len(words) - 6))
        said = " ".join(words[at : at + 5])
        if plain(said) not in found and all(one.isalnum() for one in said.replace(" ", "")):
            break
    told.added.append((row["key"].split(" ")[0], row["field"], said))
    return {"document": row["document"], "item": row["item"], "field": row["field"], "value": said,
            "decision": chance.choice(words_for("add")), "id": row["id"]}  # fmt: skip


def save(decided: Decided, path: Path, form: str, chance: random.Random) -> Path:
    """The sheet is saved with its rows and columns in another order, some of them left out."""
    columns = list(REVIEW_COLUMNS)
    if not decided.added:
        dropped = set(chance.sample(DROPPABLE, chance.randrange(len(DROPPABLE) + 1)))
        columns = [column for column in columns if column not in dropped]
    if chance.random() < 0.5:
        chance.shuffle(columns)
    rows = [row for row in decided.rows if row.get("decision") or chance.random() < 0.7]
    if chance.random() < 0.5:
        rows.sort(key=lambda row: row.get("value", ""))
    elif chance.random() < 0.5:
        chance.shuffle(rows)
    labels = Labels.of(chance.choice(list(Language)))
    head = [chance.choice([labels.columns[one], labels.columns[one].upper()]) for one in columns]
    cells = [[safe(shown(row, column, labels)) for column in columns] for row in rows]
    if form == "xlsx":
        book = openpyxl.Workbook()
        sheet: Any = book.active
        for line in [head, *cells]:
            sheet.append(line)
        for line in sheet.iter_rows():
            for cell in line:
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        path = path.with_suffix(".xlsx")
        book.save(path)
        return path
    encoding, delimiter = form[:-1], form[-1]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([head, *cells])
    path = path.with_suffix(".csv")
    path.write_bytes(encoded_as(file.getvalue(), encoding))
    return path


def shown(row: dict[str, str], column: str, labels: Labels) -> str:
    """A cell in the language of the sheet."""
    cell = row.get(column, "")
    if column == "field":
        return labels.fields[cell]
    if column == "value" and row.get("key"):
        return labels.choices(row["field"]).get(cell, cell)
    return cell


def encoded_as(text: str, encoding: str) -> bytes:
    if encoding != "cp1258":
        return text.encode(encoding)
    return b"".join(map(_of_windows, text))


@cache
def _of_windows(letter: str) -> bytes:
    """A letter as Windows has it: whole, else with its tone after it, else as a question mark."""
    apart = normalize("NFD", letter)
    tones = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
    rest = normalize("NFC", "".join(mark for mark in apart if mark not in tones))
    for form in (letter, rest + tones):
        with contextlib.suppress(UnicodeEncodeError):
            return form.encode("cp1258")
    return b"?"
