"""Measures how linking grows: records made at random, 10,000 to 1,000,000, linked in processes of their own.

    .venv/bin/python benchmarks/registry.py [--records 10000 100000 1000000] [--folder DIR]

Every record tells of one agreement. Six agreements of ten are told once, the others by two to five documents, one of three
of these a reprint. Parties are offices of 63 provinces and companies whose number grows with that of the records; the same
parties sign again in other years. Because it is known which records belong together, how well they are linked is told too.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from camket.files import read_jsonl
from camket.lexicon import Lexicon
from camket.registry import build
from camket.rulefiles import rules_dir

OFFICES = ("Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Công Thương", "Sở Tư pháp", "Sở Xây dựng", "Công an", "Hội Nông dân",
           "Hội Liên hiệp Phụ nữ", "Liên đoàn Lao động", "Bảo hiểm xã hội", "Cục Thuế", "Thư viện", "Đoàn Luật sư")  # fmt: skip
SYLLABLES = ("An", "Bình", "Cát", "Đông", "Giang", "Hà", "Hưng", "Khang", "Long", "Minh", "Nam", "Phát", "Quang", "Sao", "Tân",
             "Thành", "Thiên", "Vinh", "Xuân", "Yên", "Hoa", "Mai", "Sơn", "Thủy", "Lộc")  # fmt: skip
KINDS = (("agreement", "thỏa thuận hợp tác"), ("coordination", "chương trình phối hợp"), ("memorandum", "biên bản ghi nhớ"),
         ("contract", "hợp đồng"))  # fmt: skip
SUBJECTS = ("khám chữa bệnh từ xa", "bảo vệ môi trường", "phòng chống ma túy", "chuyển đổi số", "an toàn giao thông", "trồng rừng gỗ lớn",
            "tiêu thụ nông sản", "đào tạo nghề", "bảo hiểm y tế", "tuyên truyền pháp luật")  # fmt: skip
FIRST, DAYS = date(2006, 1, 1), 7_000
MIXED = 5_000
"""Documents of one agreement lie apart, as in folders by day and paper."""


def main() -> int:
    """The figures are printed; 1 where linking is far from linear, or wrong."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--records", type=int, nargs="*", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path)
    options.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        return child(*asked.child)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        for number in asked.records:
            run, output = Path(folder) / f"run{number}", Path(folder) / f"registry{number}"
            make(run, number)
            done = subprocess.run(  # noqa: S603 - itself
                [sys.executable, __file__, "--child", run, output], check=True, capture_output=True, text=True
            )
            told = json.loads(done.stdout)
            print(f"{number:>9,} records: {told['seconds']:8.1f} s, {1e6 * told['seconds'] / number:6.0f} us a record, "
                  f"{told['mb']:5.0f} MB, {told['compared'] / number:5.1f} pairs a record compared, "
                  f"P {told['precision']:.4f} R {told['recall']:.4f}")  # fmt: skip
    return 0


def child(run: Path, output: Path) -> int:
    """Links `run` and prints what it cost and how right it is."""
    began = time.process_time()
    done = build([run], output)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    hit = found = wanted = 0
    sizes: dict[str, int] = {}
    for row in read_jsonl(output / "registry.jsonl"):
        names = [one["path"].split("-")[0] for one in row["sources"]]
        for name in names:
            sizes[name] = sizes.get(name, 0) + 1
        found += len(names) * (len(names) - 1) // 2
        hit += sum(one == other for one, other in combinations(names, 2))
    wanted = sum(size * (size - 1) // 2 for size in sizes.values())
    print(
        json.dumps(
            {
                "seconds": seconds,
                "mb": peak,
                "compared": done.compared,
                "precision": hit / found,
                "recall": hit / wanted,
            }
        )
    )
    return 0


def make(folder: Path, number: int) -> None:
    """A run of `number` records stands in `folder`."""
    folder.mkdir()
    chance = random.Random(number)
    provinces = [
        name
        for name, one in Lexicon.open(rules_dir()).provinces_by_name.items()
        if one.until is None or one.until.year > 2020
    ]
    companies = [
        f"Công ty Cổ phần {' '.join(chance.sample(SYLLABLES, 3))} {at}" for at in range(max(200, number // 20))
    ]
    with (
        (folder / "records.jsonl").open("w", encoding="utf-8") as records,
        (folder / "documents.jsonl").open("w", encoding="utf-8") as texts,
    ):
        made = agreement = 0
        while made < number:
            told = [one for at in range(MIXED) for one in documents(agreement + at, provinces, companies, chance)]
            agreement += MIXED
            chance.shuffle(told)
            for record, text in told[: number - made]:
                records.write(json.dumps(record, ensure_ascii=False) + "\n")
                texts.write(json.dumps({"path": record["document"]["path"], "text": text}, ensure_ascii=False) + "\n")
                made += 1


def documents(
    agreement: int, provinces: list[str], companies: list[str], chance: random.Random
) -> Iterator[tuple[dict[str, Any], str]]:
    """The documents that tell of one agreement."""
    province = chance.choice(provinces)
    office = f"{chance.choice(OFFICES)} tỉnh {province}"
    other = chance.choice(companies) if chance.random() < 0.6 else f"{chance.choice(OFFICES)} tỉnh {province}"
    if other == office:
        other = companies[0]
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    kind, named = chance.choice(KINDS)
    subject = chance.choice(SUBJECTS)
    release = text_of(office, other, day, named, subject, chance)
    for at in range(1 if chance.random() < 0.6 else chance.randint(2, 5)):
        reprint = at > 0 and chance.random() < 0.33
        text = (
            f"{release} Theo nguồn tin số {at}."
            if reprint or at == 0
            else text_of(other, office, day, named, subject, chance)
        )
        published = day + timedelta(days=chance.randint(0, 3))
        told = at == 0 or reprint or chance.random() < 0.8
        yield (
            record_of(
                f"{agreement}-{at}",
                text,
                (office, other),
                kind,
                day if told else None,
                published,
                day.year if at == 0 else None,
            ),
            text,
        )


def text_of(one: str, other: str, day: date, named: str, subject: str, chance: random.Random) -> str:
    """A release in words of its own."""
    filler = " ".join(chance.choice(SYLLABLES).lower() for _ in range(120))
    return f"{one} và {other} ký {named} về {subject} ngày {day.day}/{day.month}/{day.year}. {filler}."


def record_of(
    name: str, text: str, parties: tuple[str, str], kind: str, day: date | None, published: date, year: int | None
) -> dict[str, Any]:
    """The record of such a text."""
    said = {
        "start": 0,
        "end": 10,
        "text": text[:10],
        "page": 1,
        "boxes": [],
        "rule": "signing.act",
        "sentence": text.split(". ", maxsplit=1)[0],
        "field": "signing",
    }
    sides = [{"id": f"p{at}", "name": party, "aliases": [], "canonical": party, "type": "company" if party.startswith("Công ty") else "government",
              "province": None, "confidence": 0.92, "evidence": [said]} for at, party in enumerate(parties, 1)]  # fmt: skip
    return {
        "schema": "camket/1",
        "document": {"id": f"{name:>16}", "path": name, "media_type": "text/plain", "title": text.split(" ngày ", maxsplit=1)[0], "source": None, "author": None,
                     "url": None, "published_on": published.isoformat(), "pages": 1, "ocr": False, "text_quality": 1.0, "warnings": []},
        "agreements": [{"id": "a1", "kind": kind, "status": "signed", "parties": sides, "title": None, "number": None,
                        "signed_on": day.isoformat() if day else None, "period": f"{year}/{year + 4}" if year else None, "place": None, "value": [],
                        "signatories": [], "participants": [], "notes": [], "confidence": 0.8, "evidence": [said]}],
        "commitments": [],
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
