"""The command `camket`: parses, makes one call, prints one summary. Only this module and cli_review.py print or exit.

Heavy imports are inside the commands: `camket --help` must not wait for spaCy.
"""

from __future__ import annotations

import json
import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from camket.cli_review import LangOption, language_named, review_app
from camket.errors import CamketError, ExitCode

if TYPE_CHECKING:
    from camket.ingest import ReadOptions
    from camket.run.batch import Job, Summary
    from camket.run.engines import Engine

_CLICK_ERROR: Any = typer.BadParameter.__mro__[2]
"""ClickException, of the click that typer stands on: its own in later releases, the package before."""

_LEAST_MEMORY = 600 << 20
"""What a worker needs before it reads anything big."""

app = typer.Typer(help="Reads Vietnamese press releases, news and agreements: who agreed what with whom.",
                  add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)  # fmt: skip
rules_app = typer.Typer(help="The rules: checked, listed, shown.", rich_markup_mode=None)
app.add_typer(rules_app, name="rules")
app.add_typer(review_app, name="review")


class Ocr(StrEnum):
    """When to read pages as pictures."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


RulesOption = Annotated[
    Path | None, typer.Option("--rules", help="Folder of rule files to use instead of camket's own.")
]
OcrOption = Annotated[Ocr, typer.Option(help="When to read pages as pictures.")]
LimitOption = Annotated[
    list[str] | None, typer.Option("--limit", help="A limit of reading, as pages=5000; repeat it.", metavar="NAME=N")
]


@app.command()
def run(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    inputs: Annotated[list[str], typer.Argument(help="Documents, or folders of them; also URLs.", metavar="INPUT...")],
    output: Annotated[str, typer.Option("--output", "-o", help="Folder for the results; also a URL.", metavar="DIR")],
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many documents are read at a time; if not given, one for each core.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=1.0, help="Seconds that one document may take.")] = 300.0,
    memory: Annotated[str, typer.Option(help="Memory that one worker may take, as 900M or 4G.")] = "2G",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    rules: RulesOption = None,
    gate: Annotated[  # noqa: FBT002
        bool, typer.Option("--gate/--no-gate", help="Let go what holds no word of a signing or pledge.")
    ] = True,
    lang: LangOption = None,
    engine: Annotated[str, typer.Option(help="Who reads: local, or dask.", metavar="NAME")] = "local",
    journal: Annotated[
        Path | None, typer.Option(help="Folder for the journal where DIR is a URL.", metavar="FOLDER")
    ] = None,
    scheduler: Annotated[str, typer.Option(help="Address of the Dask scheduler.", metavar="ADDRESS")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,  # noqa: FBT002
    as_json: Annotated[bool, typer.Option("--json", help="Print what happens as JSON, an object a line.")] = False,  # noqa: FBT002
) -> None:
    """Read every document under INPUT and write the results to DIR; takes up where an earlier run stopped."""
    from camket.ingest.scans import ocr as reader  # noqa: PLC0415
    from camket.run import engines  # noqa: PLC0415
    from camket.run.batch import Job, Watcher  # noqa: PLC0415
    from camket.run.batch import run as run_job  # noqa: PLC0415
    from camket.run.commit import placed  # noqa: PLC0415
    from camket.run.supervisor import Bounds  # noqa: PLC0415
    from camket.storage import located  # noqa: PLC0415

    if ocr is Ocr.ALWAYS and (reason := reader.available()):
        from camket.errors import MissingToolError  # noqa: PLC0415

        raise MissingToolError(f"--ocr always: {reason}")
    folder, target = placed(output, journal)
    bounds = Bounds(workers or 0, timeout, _bytes(memory))
    job = Job(
        tuple(map(located, inputs)), folder, bounds, _options(ocr, limit), rules, gate, language_named(lang), target
    )
    executor = engines.engine(engine, scheduler)
    if as_json:
        from camket.progress import Events  # noqa: PLC0415

        events = Events(sys.stdout)
        summary = run_job(job, events, executor)
        events.end(summary)
    elif quiet:
        summary = run_job(job, Watcher(), executor)
    else:
        summary = _run_told(job, executor)
    raise typer.Exit(summary.exit_code)


def _run_told(job: Job, executor: Engine) -> Summary:
    from camket.progress import Bar, Lines, summary_lines  # noqa: PLC0415
    from camket.run.batch import run as run_job  # noqa: PLC0415

    if sys.stderr.isatty():
        bar = Bar()
        try:
            summary = run_job(job, bar, executor)
        finally:
            bar.end()
    else:
        summary = run_job(job, Lines(sys.stderr), executor)
    typer.echo("\n".join(summary_lines(summary)))
    return summary


def _bytes(memory: str) -> int:
    """The bytes of "900M" or "4G"."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([MG])i?B?", memory.strip(), re.IGNORECASE)
    size = int(float(found[1]) * (1 << (20 if found[2] in "mM" else 30))) if found else 0
    if size < _LEAST_MEMORY:
        raise typer.BadParameter(f"--memory {memory}: give it as 900M or 4G, and no less than {_LEAST_MEMORY >> 20}M")
    return size


def _options(ocr: Ocr, limit: list[str] | None) -> ReadOptions:
    from camket.ingest import Limits, ReadOptions, quiet  # noqa: PLC0415

    quiet()
    return ReadOptions(ocr.value, Limits.of(limit or []))


@app.command()
def table(folder: Annotated[Path, typer.Argument(help="Folder of a run's results.", metavar="DIR")]) -> None:
    """Show the agreements of a run as a short table."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from camket.export.source import records_of  # noqa: PLC0415
    from camket.files import read_jsonl  # noqa: PLC0415
    from camket.write.columns import agreement_rows  # noqa: PLC0415

    grid = Table(show_lines=False, box=None, pad_edge=False)
    for column in ("document", "kind", "parties", "signed_on", "period"):
        grid.add_column(column, overflow="fold")
    for row in agreement_rows(read_jsonl(records_of(folder))):
        grid.add_row(*(row[column] for column in ("document", "kind", "parties", "signed_on", "period")))
    Console(width=None if sys.stdout.isatty() else 150, markup=False, highlight=False).print(grid)


@app.command()
def registry(
    runs: Annotated[list[Path], typer.Argument(help="Folders of runs' results.", metavar="DIR...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the registry.", metavar="OUT")],
    rules: RulesOption = None,
) -> None:
    """Link the agreements of all records in DIR into one registry in OUT, an agreement a row with all its sources."""
    from camket.registry import build  # noqa: PLC0415

    done = build(runs, output, rules)
    typer.echo(
        f"{done.agreements} agreements from {done.mentions} mentions in {done.documents} documents; "
        f"{done.shared} told by several documents, {done.conflicts} with values that sources differ on; "
        f"{done.kept} kept their ids, {done.merged} went into others\n{output / 'registry.html'}"
    )


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder of a run's results.", metavar="DIR")],
    to: Annotated[str, typer.Option(help="Format, as label-studio or sqlite; a wrong one lists what there is.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write, instead of DIR/export.", metavar="PATH")
    ] = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Take reviewed.jsonl instead of records.jsonl.")] = False,  # noqa: FBT002
) -> None:
    """Write a run's results in the format of another tool: annotations with spans and relations, or tables."""
    from camket.export import export as write  # noqa: PLC0415

    exported = write(folder, to, output, reviewed=reviewed)
    typer.echo(", ".join(f"{number:,} {what.replace('_', ' ')}" for what, number in exported.counts.items()))
    for what, number in exported.notes.items():
        typer.echo(f"{number:,} {what}")
    typer.echo("\n".join(str(path) for path in exported.files))


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="A document.", metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,  # noqa: FBT002
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    rules: RulesOption = None,
) -> None:
    """Show one document's record, its evidence highlighted."""
    from camket.ingest import read  # noqa: PLC0415
    from camket.run.flow import Kit, extract  # noqa: PLC0415

    kit = Kit.open(rules, _options(ocr, limit))
    document = read(file, file.name, kit.options)
    record = extract(document, kit)
    if as_json:
        typer.echo(json.dumps(record.to_json(), ensure_ascii=False, indent=1))
        return
    from camket.write.terminal import show_record  # noqa: PLC0415

    show_record(document, record)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(help="A document.", metavar="FILE")],
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    rules: RulesOption = None,
) -> None:
    """Tell for each value the rule that made it, and what was missing where a signing gave no agreement."""
    from camket.ingest import read  # noqa: PLC0415
    from camket.run.explain import explanation  # noqa: PLC0415
    from camket.run.flow import Kit  # noqa: PLC0415

    kit = Kit.open(rules, _options(ocr, limit))
    typer.echo(explanation(read(file, file.name, kit.options), kit), nl=False)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold, a JSON object a line.", metavar="GOLD")],
    records: Annotated[Path, typer.Argument(help="records.jsonl of a run.", metavar="RECORDS")],
    floors: Annotated[Path | None, typer.Option(help="JSON of the least F1 per field; exit 1 below one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,  # noqa: FBT002
    reliability: Annotated[bool, typer.Option("--reliability", help="Print how often values are right too.")] = False,  # noqa: FBT002
    linking: Annotated[  # noqa: FBT002
        bool, typer.Option("--registry", help="GOLD are clusters of documents, RECORDS is a registry.jsonl.")
    ] = False,
) -> None:
    """Compare records with gold: precision, recall and F1 per field; or a registry with clusters."""
    if linking:
        _evaluate_registry(gold, records)
    from camket import evaluate as measure  # noqa: PLC0415

    scores = measure.score(measure.load(gold), measure.load(records))
    if as_json:
        typer.echo(json.dumps({name: {"p": one.precision, "r": one.recall, "f1": one.f1, "hit": one.hit,
                                      "found": one.found, "gold": one.gold} for name, one in scores.fields.items()}))  # fmt: skip
    else:
        typer.echo(f"{scores.documents} gold documents, {scores.known} of them among the records")
        typer.echo(f"{'field':<20}{'P':>7}{'R':>7}{'F1':>7}   hit/found/gold")
        for name, one in scores.fields.items():
            typer.echo(
                f"{name:<20}{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}   {one.hit}/{one.found}/{one.gold}"
            )
    if reliability:
        from camket.reliability import judge, table  # noqa: PLC0415

        typer.echo("\n" + "\n".join(table(judge(measure.load(gold), measure.load(records)))))
    faults = measure.below(scores, json.loads(floors.read_text(encoding="utf-8"))["f1"]) if floors else []
    for fault in faults:
        typer.echo(fault, err=True)
    raise typer.Exit(ExitCode.SOME_FAILED if faults else ExitCode.OK)


def _evaluate_registry(gold: Path, registry: Path) -> None:
    from camket.registry.measure import measure  # noqa: PLC0415

    found = measure(gold, registry)
    for name, pairs in (("wrong", found.wrong), ("missing", found.missing)):
        for one, other in pairs:
            typer.echo(f"{name}: {one} - {other}")
    for merged in found.merged:
        typer.echo(f"merged: {merged}")
    score = found.pairs
    typer.echo(f"pairs of documents: P {score.precision:.3f}, R {score.recall:.3f}, F1 {score.f1:.3f}   {score.hit}/{score.found}/{score.gold}")  # fmt: skip
    raise typer.Exit(ExitCode.SOME_FAILED if found.merged else ExitCode.OK)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from camket.schema import record_schema  # noqa: PLC0415

    typer.echo(json.dumps(record_schema(), ensure_ascii=False, indent=1))


@app.command()
def doctor() -> None:
    """Tell what is installed, and how to get what is not."""
    from camket.doctor import examine  # noqa: PLC0415

    findings = list(examine())
    for one in findings:
        typer.echo(f"{'ok     ' if one.good else 'missing'}  {one.name:<22}{one.told}")
    raise typer.Exit(ExitCode.OK if all(one.good for one in findings) else ExitCode.MISSING_TOOL)


@rules_app.command()
def check(rules: RulesOption = None) -> None:
    """Check all rule files and run the rules' own examples."""
    from camket.errors import RuleError  # noqa: PLC0415
    from camket.registry.authority import Authority  # noqa: PLC0415
    from camket.run.examples import faults_of  # noqa: PLC0415
    from camket.run.flow import Kit  # noqa: PLC0415

    kit = Kit.open(rules)
    Authority.open(kit.rules, kit.lexicon)
    faults = faults_of(kit)
    if faults:
        raise RuleError(faults)
    number = sum(len(rule.finds) + len(rule.skips) for rule in kit.rulebook.rules)
    typer.echo(f"{len(kit.rulebook.rules)} rules and {number} examples in {kit.rules} hold")


@rules_app.command("list")
def list_rules(rules: RulesOption = None) -> None:
    """List the rules: id, what each fills, what it is about."""
    from camket.run.flow import Kit  # noqa: PLC0415

    for rule in Kit.open(rules).rulebook.rules:
        typer.echo(f"{rule.id:<24}{rule.fills:<12}{rule.about}")


@rules_app.command("show")
def show_rule(
    name: Annotated[str, typer.Argument(help="A rule's id.", metavar="ID")], rules: RulesOption = None
) -> None:
    """Show a rule: its file, patterns and examples."""
    from camket.errors import UsageError  # noqa: PLC0415
    from camket.run.flow import Kit  # noqa: PLC0415

    rulebook = Kit.open(rules).rulebook
    rule = rulebook.rule(name)
    if rule is None:
        raise UsageError(f"there is no rule {name!r}; there are {', '.join(one.id for one in rulebook.rules)}")
    typer.echo(f"{rule.id} ({rule.file}) fills {rule.fills}\n{rule.about}")
    for title, lines in (("patterns", rule.patterns), ("finds", rule.finds), ("skips", rule.skips)):
        typer.echo("\n".join([f"{title}:", *(f"  {line}" for line in lines)]))


@rules_app.command()
def candidates(
    folder: Annotated[Path, typer.Argument(help="Folder of a run's results, with decisions.", metavar="DIR")],
    rule: Annotated[str | None, typer.Option("--rule", help="Of this rule only.", metavar="ID")] = None,
) -> None:
    """Show the sentences in which reviewers rejected what a rule found, as `skips` to paste into it."""
    import yaml  # noqa: PLC0415

    from camket.review.stats import candidates as rejected  # noqa: PLC0415

    found = {name: ones for name, ones in rejected(folder).items() if rule in {None, name}}
    for name, ones in found.items():
        typer.echo(f"# {name}: {len(ones)} rejected")
        for one in ones:
            typer.echo(
                f"#   {one.path}: {one.key.field} {one.value!r}, {one.reviewer}" + (f": {one.note}" if one.note else "")
            )
        sentences = [" ".join((one.sentence or one.text).split()) for one in ones]
        typer.echo(yaml.safe_dump({"skips": sentences}, allow_unicode=True, width=10_000, sort_keys=False))
    if not found:
        typer.echo("no value was rejected")


def main() -> None:
    """Run the command; exit codes are those of docs/errors.md."""
    try:
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
    except typer.Abort:
        code = ExitCode.INTERRUPTED
    except _CLICK_ERROR as error:
        typer.echo(f"camket: {error.format_message()}", err=True)
        code = ExitCode.USAGE
    except CamketError as error:
        typer.echo(f"camket: {error}", err=True)
        code = error.exit_code
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.OK
    sys.exit(int(code or 0))


if __name__ == "__main__":
    main()
