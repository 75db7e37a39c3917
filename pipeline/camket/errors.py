"""The error tree: what happened to which document, the way out, and the exit code it means."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the `camket` command, as documented in docs/errors.md."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    MISSING_TOOL = 3
    CANNOT_WRITE = 4
    IN_USE = 5
    UNREACHABLE = 6
    INTERRUPTED = 130


KEPT = "what was done is kept, and the same command goes on from there"
"""How the message ends of whatever stops a run."""


class CamketError(Exception):
    """Anything camket can tell its user; the message says what happened and what to do."""

    exit_code = ExitCode.SOME_FAILED


class UsageError(CamketError):
    """The call is wrong: a bad option, no input found, a path that does not exist."""

    exit_code = ExitCode.USAGE


class RuleError(CamketError):
    """The rule files have faults; `faults` lists all of them, each with file, rule and key."""

    exit_code = ExitCode.USAGE

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))

    def __reduce__(self) -> tuple[type[RuleError], tuple[list[str]]]:
        """It crosses a process border with its list of faults."""
        return RuleError, (self.faults,)


class MissingToolError(CamketError):
    """A program or a package that the job needs is not installed."""

    exit_code = ExitCode.MISSING_TOOL


class OutputError(CamketError):
    """The output folder cannot be written."""

    exit_code = ExitCode.CANNOT_WRITE


class InUseError(CamketError):
    """Another run is writing to the output folder."""

    exit_code = ExitCode.IN_USE


class UnreachableError(CamketError):
    """A scheduler or a store does not answer, or not any more; what was done is kept."""

    exit_code = ExitCode.UNREACHABLE


class InterruptedRunError(CamketError):
    """The run was asked to stop, and has finished what was in flight."""

    exit_code = ExitCode.INTERRUPTED


class DocumentError(CamketError):
    """One document could not be read; `reason` is the word that its ledger line carries."""

    reason = "unreadable"


class UnsupportedError(DocumentError):
    """No reader knows this type of file."""

    reason = "unsupported"


class EmptyDocumentError(DocumentError):
    """The file is empty, or holds no text and nothing that could be read as text."""

    reason = "empty"


class BrokenDocumentError(DocumentError):
    """The file is damaged: its reader could not make sense of it."""

    reason = "broken"


class EncryptedDocumentError(DocumentError):
    """The file is protected by a password."""

    reason = "encrypted"


class UndecodableError(DocumentError):
    """The bytes are text in no encoding that could be told."""

    reason = "undecodable"


class LimitError(DocumentError):
    """The document is over a limit of reading; the message names the limit and the option that raises it."""

    reason = "too_large"


class TextSuspectError(DocumentError):
    """The document has pages, and no text on them that could be trusted."""

    reason = "text_suspect"


class NoConverterError(DocumentError):
    """The program that converts this type of file is not installed."""

    reason = "no_converter"


class NeedsOcrError(DocumentError):
    """The document is a picture, and OCR is off or not installed."""

    reason = "needs_ocr"
