"""Measures runs over articles: against an analyst's script, with one worker and two, taken up again, and how they grow.

    .venv/bin/python benchmarks/runs.py [--documents 5000] [--grow 1000 10000 100000] [--write]

All that is compared is measured in one call. Costs are processor time of the run and all its workers, so that other work
on the machine changes them little; only the gain by a second worker is told in time on the clock. The articles are those
of ../shared/news where they are, else made from the texts of corpus/. How a run grows is measured with a reader that does
nothing, by which the run itself, its journal and its files are seen alone. `--write` puts the figures into docs/performance.md.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import compress

from figures import put

from camket.ingest import ReadOptions
from camket.records import Outcome, Stage, Status
from camket.run.batch import Job, run
from camket.run.inputs import Input
from camket.run.supervisor import Bounds, Setup, Supervisor
from camket.run.worker import Reader

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "news"
CORPUS = ROOT / "corpus" / "articles"
SCRIPT_DOCUMENTS = 40
SCRIPT_RATIO, WORKERS_RATIO, RESUMED_SHARE, GROWTH_SHARE, GROWTH_MB = 100.0, 1.8, 0.03, 0.1, 200


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured, as it is told, with what it is to reach."""

    name: str
    told: str
    goal: str
    good: bool


def main() -> int:
    """The figures are printed; 1 where one misses its goal."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=5_000)
    options.add_argument("--grow", type=int, nargs="*", default=[1_000, 10_000])
    options.add_argument("--write", action="store_true")
    options.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        return grown_in_child(Path(asked.child[0]), Path(asked.child[1]))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        files = articles(base / "in", asked.documents)
        figures = [*compared(base, files), *growing(base, asked.grow)]
    for one in figures:
        print(f"{'ok    ' if one.good else 'missed'}  {one.name:<58} {one.told:<34} goal: {one.goal}")
    if asked.write:
        put("Runs", section(figures, len(files)))
    return int(not all(one.good for one in figures))


def articles(folder: Path, number: int) -> list[Path]:
    """So many articles stand in `folder`."""
    folder.mkdir()
    for at, text in enumerate(itertools.islice(texts(), number)):
        (folder / f"{at:06}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def texts() -> Iterator[str]:
    """Real articles where they are, then those of the corpus with other numbers in them, without end."""
    for archive in sorted(NEWS.glob("*.tar.gz")) if NEWS.is_dir() else ():
        with tarfile.open(archive) as tar:
            for member in tar:
                file = tar.extractfile(member)
                if file is not None:
                    yield file.read().decode("utf-8", "replace")
    own = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    for turn in itertools.count(1):
        for text in own:
            yield f"{text}\n\nSố bản tin: {turn}\n"


def compared(base: Path, files: list[Path]) -> Iterator[Figure]:
    """The run against the analyst's script, a second worker, and the same command again."""
    script = cost(
        lambda: [
            analyst(path.read_text(encoding="utf-8")) for path in files[:: max(1, len(files) // SCRIPT_DOCUMENTS)]
        ][:SCRIPT_DOCUMENTS]
    )
    script_each = script.processor / min(SCRIPT_DOCUMENTS, len(files))
    one = cost(lambda: run(Job((base / "in",), base / "one", Bounds(workers=1))))
    two = cost(lambda: run(Job((base / "in",), base / "two", Bounds(workers=2))))
    again = cost(lambda: run(Job((base / "in",), base / "one", Bounds(workers=1))))
    ratio = script_each / (one.processor / len(files))
    yield Figure(
        "documents for one of the analyst's script, per core",
        f"{ratio:.0f}",
        f"{SCRIPT_RATIO:.0f}",
        ratio >= SCRIPT_RATIO,
    )
    gain = one.clock / two.clock
    yield Figure("two workers, times one", f"{gain:.2f}", f"{WORKERS_RATIO}", gain >= WORKERS_RATIO)
    share = again.processor / one.processor
    yield Figure(
        "the same command again, share of the first", f"{share:.1%}", f"{RESUMED_SHARE:.0%}", share < RESUMED_SHARE
    )


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, of this process and those it waited for, and on the clock."""

    processor: float
    clock: float


def cost(work: Callable[[], object]) -> Cost:
    """What `work` takes."""
    start, clock = processor(), time.perf_counter()
    work()
    return Cost(processor() - start, time.perf_counter() - clock)


def processor() -> float:
    """The processor time so far, of this process and those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


_SIGNING = re.compile(r"ký kết|ký thỏa thuận|ký hợp đồng|ký biên bản ghi nhớ|hợp tác")
_DAY = re.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|ngày \d{1,2} tháng \d{1,2}")


def analyst(text: str) -> list[tuple[list[str], list[str]]]:
    """What an analyst would write in an afternoon: names of each sentence, and regular expressions."""
    from underthesea import ner, sent_tokenize  # noqa: PLC0415 - not what camket's own costs should hold

    found = []
    for sentence in sent_tokenize(text):
        names = [word for word, _, _, label in ner(sentence) if label.endswith(("ORG", "PER"))]
        if _SIGNING.search(sentence):
            found.append((names, _DAY.findall(sentence)))
    return found


def growing(base: Path, sizes: list[int]) -> Iterator[Figure]:
    """What a document costs the run itself, and the memory that it holds, in folders of these sizes."""
    told = []
    for size in sizes:
        folder = base / f"grow{size}"
        for at in range(size):
            path = folder / f"{at // 1000:04}" / f"{at:07}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Văn bản số {at}", encoding="utf-8")
        done = subprocess.run([sys.executable, __file__, "--child", folder, base / f"out{size}"],  # noqa: S603
                              check=True, capture_output=True, text=True)  # fmt: skip
        told.append(json.loads(done.stdout))
    costs = [one["processor"] / size * 1000 for one, size in zip(told, sizes, strict=True)]
    memory = [one["memory"] for one in told]
    for size, each, held in zip(sizes, costs, memory, strict=True):
        yield Figure(f"the run itself, {size:,} documents", f"{each:.2f} ms a document, {held:.0f} MB", "", good=True)
    if len(sizes) > 1:
        slower = costs[-1] / costs[0] - 1
        name = f"a document of {sizes[-1]:,} costs more than one of {sizes[0]:,} by"
        yield Figure(name, f"{slower:+.0%}", f"{GROWTH_SHARE:.0%}", slower <= GROWTH_SHARE)
        more = memory[-1] - memory[0]
        yield Figure("and the run holds more by", f"{more:.0f} MB", f"{GROWTH_MB} MB", more < GROWTH_MB)


def grown_in_child(folder: Path, output: Path) -> int:
    """What a run whose reader does nothing takes, as JSON."""
    spent = cost(lambda: run(Job((folder,), output, Bounds(workers=2)), executor=echoing))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"processor": spent.processor, "memory": held}))
    return 0


def echoing(setup: Setup, bounds: Bounds) -> Supervisor:
    """A supervisor whose workers only say that they have read."""
    return Supervisor(replace(setup, opener=open_echo), bounds)


def open_echo(_rules: Path, _options: ReadOptions) -> Reader:
    """A reader that does nothing."""
    return echo


def echo(one: Input, _tell: Callable[[Stage], None]) -> Outcome:
    """A record of the size of an article's."""
    record = json.dumps({"document": {"path": one.name, "text": "x" * 600}, "agreements": [], "commitments": []})
    source = compress(json.dumps({"path": one.name, "text": one.content * 100, "blocks": []}).encode(), level=1)
    return Outcome(one.name, Status.OK, one.content, record=record, source=source)


def section(figures: list[Figure], number: int) -> str:
    """What docs/performance.md says of runs."""
    rows = "\n".join(f"| {one.name} | {one.told} | {one.goal} |" for one in figures)
    grown = [one for one in figures if one.name.startswith("the run itself")]
    sizes = ", ".join(f'"{one.name.split()[3]}"' for one in grown)
    costs = ", ".join(one.told.split()[0] for one in grown)
    return f"""Measured by `benchmarks/runs.py` over {number:,} articles, all in one call on one machine; costs are processor time.

| what | measured | goal |
|---|---|---|
{rows}

```mermaid
xychart-beta
  title "What a document costs the run itself, in ms"
  x-axis "documents" [{sizes}]
  y-axis "ms" 0 --> {max((float(one.told.split()[0]) for one in grown), default=1.0) * 1.5:.2f}
  bar [{costs}]
```
"""


if __name__ == "__main__":
    sys.exit(main())
