"""Measures the page of review over many documents: how soon it answers, as a browser would ask.

    .venv/bin/python benchmarks/review.py [--documents 10000] [--times 100] [--write]

The documents are those of corpus/, read once, again and again under other names and with other numbers in their texts.
The server is a process of its own; every answer is read whole. `--write` puts the figures into docs/performance.md.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

import psutil
from figures import put

from camket.run.batch import Job, run
from camket.run.supervisor import Bounds

ROOT = Path(__file__).resolve().parents[1]
GOAL = 200.0
TOLD = (
    f"Measured by `benchmarks/review.py`, the answers of the server as a browser gets them; the goal is {GOAL:.0f} ms."
)
WORDS = (
    "da lat",
    "Đà Lạt",
    "ngân hàng",
    "benh vien dao tao",
    "so y te",
    "hợp tác xã",
    "2019",
    '"ký kết thỏa thuận"',
    "quy che phoi",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """How long an answer takes, in milliseconds: half of them no longer than `p50`, 19 of 20 no longer than `p95`."""

    name: str
    p50: float
    p95: float


def main() -> int:
    """The figures are printed; 1 where one misses the goal."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--times", type=int, default=100)
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        identities = documents(base, asked.documents)
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "camket.cli", "review", "serve", base, "--port", "0", "--reviewer", "An"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert process.stdout
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", process.stdout.readline())
            assert found
            started = sum(psutil.Process(process.pid).cpu_times()[:2])
            browser = Browser(int(found[1]), found[2])
            figures = list(measured(browser, identities, asked.times))
            held = psutil.Process(process.pid).memory_info().rss / (1 << 20)
        finally:
            process.terminate()
            process.wait()
        size = (base / ".review.sqlite").stat().st_size / (1 << 20)
    told = (f"The index of {asked.documents:,} documents takes {started:.0f} s of one processor to be made, when they are new, and has {size:.0f} MB; "
            f"the server holds {held:.0f} MB. Others used the machine too: {os.getloadavg()[2]:.0f} processes for {os.cpu_count()} processors.")  # fmt: skip
    lines = [*table(figures, asked.documents), "", told]
    print("\n".join(lines))
    if asked.write:
        put("The page of review", "\n".join([TOLD, "", *lines]))
    return int(any(one.p95 > GOAL for one in figures))


def documents(folder: Path, number: int) -> list[str]:
    """An output folder of so many documents; their ids."""
    run(Job((ROOT / "corpus",), folder, Bounds(workers=os.cpu_count() or 1)))
    paths = [folder / name for name in ("records.jsonl", "documents.jsonl")]
    pairs = list(zip(*(path.read_text(encoding="utf-8").splitlines() for path in paths), strict=True))
    identities = []
    with paths[0].open("w", encoding="utf-8") as records, paths[1].open("w", encoding="utf-8") as sources:
        for at in range(number):
            record, source = map(json.loads, pairs[at % len(pairs)])
            identity = hashlib.sha256(str(at).encode()).hexdigest()[:16]
            path = f"{at // 1000:03}/{at:06}-{Path(source['path']).name}"
            record["document"] |= {"id": identity, "path": path}
            source |= {"path": path, "text": f"{source['text']}\nSố bản tin: {at}\n"}
            records.write(json.dumps(record, ensure_ascii=False) + "\n")
            sources.write(json.dumps(source, ensure_ascii=False) + "\n")
            if record["agreements"]:
                identities.append(identity)
    return identities


class Browser:
    """Asks as a browser does that was let in, over one connection."""

    def __init__(self, port: int, token: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._sent = {"Cookie": f"camket_{port}={token}", "Origin": f"http://127.0.0.1:{port}"}
        csrf = re.search(r'name="csrf" value="([^"]+)"', self.ask("/"))
        assert csrf
        self._sent["X-CSRF-Token"] = csrf[1]

    def ask(self, path: str, body: object = None) -> str:
        """The answer, which must be a good one."""
        self._connection.request("POST" if body else "GET", path, json.dumps(body) if body else None, self._sent)
        answer = self._connection.getresponse()
        told = answer.read().decode()
        if answer.status != http.client.OK:
            raise SystemExit(f"{path}: {answer.status}: {told[:200]}")
        return told


def measured(browser: Browser, identities: list[str], times: int) -> Iterator[Figure]:
    """Every kind of question, asked so many times."""
    chance = random.Random(1)
    any_document = lambda: chance.choice(identities)  # noqa: E731
    questions: dict[str, Callable[[], str]] = {
        "the list": lambda: "/",
        "a page of the list": lambda: f"/?shown=all&page={chance.randrange(1, len(identities) // 50)}",
        "the list by field and confidence": lambda: (
            f"/?field={chance.choice(['party', 'period', 'due'])}&below={chance.choice([0.7, 0.9])}"
        ),
        "the list by state, least certain first": lambda: (
            f"/?shown={chance.choice(['open', 'conflict', 'done', 'nothing'])}&order=least"
        ),
        "search": lambda: f"/?shown=all&words={quote(chance.choice(WORDS))}",
        "search by the beginning of a word": lambda: (
            f"/?words={quote(chance.choice(('ba', 'ng', 'tru', 'hop', 'la', 'ki', 'th', 'đà', 'ph')))}"
        ),
        "a document": lambda: f"/d/{any_document()}",
    }
    for name, question in questions.items():
        yield figure(name, [timed(browser.ask, question()) for _ in range(times)])
    saves = []
    for _ in range(times):
        document = any_document()
        item = chance.choice(
            re.findall(r'<li class="value[^>]*data-undecided[^>]*>', browser.ask(f"/d/{document}")) or [""]
        )
        told = dict(re.findall(r'data-([\w-]+)="([^"]*)"', item))
        if told:
            ask = {"verdict": "ok", "key": told["key"], "version": told["version"]}
            saves.append(timed(browser.ask, f"/d/{document}/decisions", ask))
    yield figure("a save", saves)


def timed(work: Callable[..., object], *given: object) -> float:
    """The milliseconds that it takes."""
    begin = time.perf_counter()
    work(*given)
    return (time.perf_counter() - begin) * 1000


def figure(name: str, taken: list[float]) -> Figure:
    """The figure of these times."""
    cuts = quantiles(taken, n=20)
    return Figure(name, cuts[9], cuts[18])


def table(figures: list[Figure], number: int) -> list[str]:
    """The figures as a table."""
    rows = [f"| {one.name} | {one.p50:.0f} ms | {one.p95:.0f} ms |" for one in figures]
    return [f"| {number:,} documents | half of the answers within | 19 of 20 within |", "|---|---|---|", *rows]


if __name__ == "__main__":
    sys.exit(main())
