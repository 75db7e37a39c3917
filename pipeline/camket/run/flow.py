"""The order of the stages: the only place that knows it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import compress

from camket import assemble, ingest, language, match
from camket.analysis import OPEN
from camket.document import Document
from camket.errors import DocumentError, UnreachableError
from camket.files import to_json
from camket.ingest import Contents, ReadOptions
from camket.language import Grammar
from camket.lexicon import Lexicon
from camket.records import Outcome, Record, Stage, Status
from camket.rulefiles import rules_dir, rules_hash
from camket.run.gates import Gates
from camket.run.inputs import Input
from camket.storage import Location

Read = Callable[[Location, str, ReadOptions, tuple[str, ...]], Contents]
"""How a document is opened: where it lies, its name, and what leads to it there; ingest.contents_of."""


@dataclass(frozen=True)
class Kit:
    """All that reading a document needs, opened once for many: word lists, grammars, rules and options.

    >>> kit = Kit.open()
    >>> kit.extract("Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác.").agreements[0].kind.value
    'agreement'
    """

    lexicon: Lexicon
    grammar: Grammar
    rulebook: match.Rulebook
    words: assemble.Words
    gates: Gates
    options: ReadOptions
    rules: Path
    gated: bool = True

    @classmethod
    def open(cls, rules: Path | None = None, options: ReadOptions | None = None, *, gated: bool = True) -> Kit:
        """The kit of the rule files in `rules` (those that camket ships, if None); RuleError lists their faults.

        Unless `gated`, documents are looked at whole whatever words stand in them, which takes longer.
        """
        folder = rules or rules_dir()
        lexicon = Lexicon.open(folder)
        rulebook, words = match.Rulebook.open(folder, lexicon), assemble.Words.open(folder, lexicon)
        return cls(
            lexicon, Grammar.open(folder), rulebook, words, Gates.of(lexicon, rulebook, words), options or ReadOptions(),
            folder, gated,
        )  # fmt: skip

    @property
    def fingerprint(self) -> str:
        """The hash of the rule files that this kit reads by."""
        return rules_hash(self.rules)

    def extract(self, source: str | Path) -> Record:
        """The record of the file at `source`, or of `source` itself where it is text and no file.

        Raises DocumentError where the file cannot be read, and says why.
        """
        return extract(document_of(source, self.options), self)


def document_of(source: str | Path, options: ReadOptions) -> Document:
    """The document of a path, or of a text; a string of one line that ends like a file name is a path."""
    text = str(source)
    names_file = isinstance(source, Path) or ("\n" not in text and ingest.supports(Path(text)))
    if names_file:
        path = Path(source)
        return ingest.read(path, path.name, options)
    return ingest.from_text(text)


def extract(document: Document, kit: Kit) -> Record:
    """The record of a document."""
    analysis = language.analyse(document, kit.lexicon, kit.grammar)
    gate = kit.gates.look(analysis) if kit.gated else OPEN
    matches = match.find(analysis, kit.rulebook) if gate.signing else ()
    return assemble.record(analysis, matches, kit.words, gate)


def process(
    one: Input, kit: Kit, tell: Callable[[Stage], None] = lambda _: None, read: Read = ingest.contents_of
) -> Outcome:
    """What becomes of a document: its record, or the reason why there is none; and what documents lie inside it.

    `tell` hears of each stage when it begins. A fault of ours costs this document, never the run.
    """
    start = time.perf_counter()
    stage = Stage.READ

    def begin(next_stage: Stage) -> None:
        nonlocal stage
        stage = next_stage
        tell(stage)

    try:
        outcome = _process(one, kit, begin, read)
    except DocumentError as error:
        gone = not one.path.exists()
        reason, told = (
            ("vanished", f"{one.name}: it was gone when it was to be read") if gone else (error.reason, str(error))
        )
        outcome = Outcome(one.name, Status.of_reason(reason), stage=stage, reason=reason, message=told)
    except (MemoryError, UnreachableError):  # its process is no place to go on in, or the run is not
        raise
    except Exception as error:  # noqa: BLE001 - told in the ledger
        where = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{one.name}: {type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno}); please report this with the file"
        outcome = Outcome(one.name, Status.FAILED, stage=stage, reason="internal", message=told)
    return replace(outcome, seconds=round(time.perf_counter() - start, 3))


def _process(one: Input, kit: Kit, begin: Callable[[Stage], None], read: Read) -> Outcome:
    begin(Stage.READ)
    contents = read(one.path, one.name, kit.options, one.inner)
    document = contents.document
    if document is None:
        told = f"{len(contents.members)} documents inside, each with a line of its own"
        return Outcome(one.name, Status.OK, reason="container", message=told, members=contents.members)
    begin(Stage.EXTRACT)
    record = extract(document, kit)
    begin(Stage.WRITE)
    lost = [warning for warning in document.warnings if warning.startswith(("page ", "damaged: "))]
    blocks = [(block.kind.value, block.place.start, block.place.end) for block in document.blocks]
    return Outcome(
        one.name, Status.PARTIAL if lost else Status.OK, document.id, reason="warnings" if lost else "",
        message="; ".join(lost), agreements=len(record.agreements), commitments=len(record.commitments),
        members=contents.members, record=to_json(record.to_json()),
        source=compress(to_json({"path": one.name, "text": document.text, "blocks": blocks}).encode(), level=1),
    )  # fmt: skip
