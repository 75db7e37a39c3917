"""The order of the stages: the only place that knows it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from camket import assemble, ingest, language, match
from camket.document import Document
from camket.errors import DocumentError
from camket.ingest import ReadOptions
from camket.language import Grammar
from camket.lexicon import Lexicon
from camket.records import Outcome, Record, Status
from camket.rulefiles import rules_dir, rules_hash
from camket.run.inputs import Input


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
    options: ReadOptions
    rules: Path

    @classmethod
    def open(cls, rules: Path | None = None, options: ReadOptions | None = None) -> Kit:
        """The kit of the rule files in `rules` (those that camket ships, if None); RuleError lists their faults."""
        folder = rules or rules_dir()
        lexicon = Lexicon.open(folder)
        return cls(
            lexicon, Grammar.open(folder), match.Rulebook.open(folder, lexicon), assemble.Words.open(folder, lexicon),
            options or ReadOptions(), folder,
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
    matches = match.find(analysis, kit.rulebook)
    return assemble.record(analysis, matches, kit.words)


def process(one: Input, kit: Kit) -> Outcome:
    """What becomes of a document: its record, or the reason why there is none; and what documents lie inside it."""
    name, start = one.name, time.perf_counter()
    try:
        contents = ingest.contents_of(one.path, name, kit.options, one.inner)
        record = extract(contents.document, kit) if contents.document is not None else None
    except DocumentError as error:
        return Outcome(
            name, Status.of_reason(error.reason), reason=error.reason, message=str(error), seconds=_since(start)
        )
    if contents.document is None or record is None:
        told = f"{len(contents.members)} documents inside, each with a line of its own"
        return Outcome(name, Status.OK, "", "container", told, _since(start), members=contents.members)
    document = contents.document
    lost = [warning for warning in document.warnings if warning.startswith("page ")]
    return Outcome(
        name,
        Status.PARTIAL if lost else Status.OK,
        document.id,
        "warnings" if lost else "",
        "; ".join(lost),
        _since(start),
        record.to_json(),
        document.text,
        tuple((block.kind.value, block.place.start, block.place.end) for block in document.blocks),
        contents.members,
    )


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 3)
