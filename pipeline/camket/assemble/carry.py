"""What a sentence that tells of commitments leaves open for the next one."""

from __future__ import annotations

from dataclasses import dataclass

from camket.assemble.tellings import Telling


@dataclass(frozen=True, slots=True)
class Carry:
    """What a sentence leaves open for the next: a list under a lead-in, or acts without a subject.

    `content` says that it told of the agreement's content, so that the next may go on with "Sở X cử ..."; `open` is a list
    in running text that ends with a semicolon, and goes on in the next sentence; `counted` says that it counts what is told
    in the next ones, each led by "Thứ nhất", "Một là".
    """

    listed: Telling | None = None
    loose: Telling | None = None
    content: bool = False
    open: Telling | None = None
    counted: bool = False
