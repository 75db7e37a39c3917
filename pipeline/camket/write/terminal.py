"""A record on the terminal, its evidence highlighted in the text."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from camket.document import BlockKind, Document
from camket.records import Record
from camket.values import actors_text, party_names

_STYLES = {
    "party": "bold blue", "signatory": "bold dark_orange", "participant": "dark_orange", "signed_on": "bold green",
    "period": "green", "due": "green", "place": "magenta", "value": "yellow", "amount": "yellow",
    "commitment": "underline",
}  # fmt: skip


def show_record(document: Document, record: Record, console: Console | None = None) -> None:
    """The text with its evidence highlighted, then the values, stand on the console."""
    console = console or Console(highlight=False)
    text = Text(document.text)
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            text.stylize("dim", block.place.start, block.place.end)
    for one in record.evidence():
        text.stylize(_STYLES.get(one.field, ""), one.start, one.end)
    console.print(text)
    console.print()
    console.print(_values(record))


def _values(record: Record) -> Table:
    grid = Table(box=None, show_header=False, pad_edge=False)
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")

    def row(name: str, value: str) -> None:
        grid.add_row(name, Text(value))

    for one in record.agreements:
        row(f"agreement {one.id}", f"{one.kind}, {one.status}, confidence {one.confidence}")
        for party in one.parties:
            row(f"  party {party.id}", " · ".join((party.name, *party.aliases)))
        for name in ("title", "number", "signed_on", "period", "place"):
            if getattr(one, name):
                row(f"  {name}", getattr(one, name))
        if one.value:
            row("  value", "; ".join(one.value))
        for person in one.signatories:
            row("  signatory", f"{person.name}{f', {person.title}' if person.title else ''} {person.party or ''}")
        for guest in one.participants:
            row(f"  {guest.role}", f"{guest.name}{f', {guest.title}' if guest.title else ''}")
    data = record.to_json()
    names = party_names(data)
    for commitment in data["commitments"]:
        told = " · ".join(filter(None, (actors_text(commitment, names), commitment["due"], commitment["amount"])))
        row(f"{commitment['kind']} {commitment['id']}", f"{commitment['text']}  ({told})")
    if not record.agreements and not record.commitments:
        row("", "no agreement and no commitment")
    return grid
