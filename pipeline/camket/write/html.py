"""report.html: every document with its evidence highlighted and linked from its values, in one file.

The page holds no script and loads nothing; all text of documents goes through the template's escaping.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

from camket.values import actors_text, party_names
from camket.write.runs import Mark, blocks_of

MOST_DOCUMENTS, MOST_LETTERS = 500, 20_000_000
"""A page of more documents, or of so much text, is too heavy for a browser; the sheets hold all of them."""


class Report:
    """The report of a run, for the first of its documents that tell of something."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._shown: list[dict[str, Any]] = []
        self._anchors: dict[str, str] = {}
        self._letters = self._telling = self._agreements = self._commitments = 0

    def add(self, record: dict[str, Any], source: bytes) -> None:
        """The report counts `record`, and shows it where there is room."""
        self._telling += 1
        self._agreements += len(record["agreements"])
        self._commitments += len(record["commitments"])
        if len(self._shown) < MOST_DOCUMENTS and self._letters < MOST_LETTERS:
            document = json.loads(source)
            self._letters += len(document["text"])
            shown = _document(len(self._shown) + 1, record, document)
            self._shown.append(shown)
            self._anchors[record["document"]["id"]] = f"d{shown['number']}"

    def anchor(self, record: dict[str, Any]) -> str:
        """How the places of a record in the report begin ("d7" of "d7-80-95"), nothing where it is not shown."""
        return self._anchors.get(record["document"]["id"], "")

    def close(self, read: int) -> None:
        """The report is complete."""
        from jinja2 import Environment, PackageLoader, select_autoescape  # noqa: PLC0415 - only reports need it

        environment = Environment(loader=PackageLoader("camket.write"), autoescape=select_autoescape(default=True),
                                  trim_blocks=True, lstrip_blocks=True)  # fmt: skip
        page = environment.get_template("report.html.jinja").generate(
            documents=self._shown, read=read, telling=self._telling, most=len(self._shown),
            agreements=self._agreements, commitments=self._commitments,
        )  # fmt: skip
        self._file.writelines(piece.encode("utf-8", "replace") for piece in page)


def _document(number: int, record: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    """What the template shows of one document."""
    marks: list[Mark] = []

    def link(evidence: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        links = []
        for one in evidence:
            anchor = f"d{number}-{one['start']}-{one['end']}"
            marks.append(Mark(one["start"], one["end"], one["field"], anchor))
            links.append(
                {"anchor": anchor, "text": " ".join(one["text"].split()), "page": one["page"], "rule": one["rule"]}
            )
        return links

    names = party_names(record)
    agreements = [
        {
            **one,
            "links": {field: link([e for e in one["evidence"] if e["field"] == field])
                      for field in ("signing", "signed_on", "period", "place", "value", "number")},
            "party_links": [(party, link(party["evidence"][:3])) for party in one["parties"]],
            "person_links": [(person, "signatory", link(person["evidence"])) for person in one["signatories"]]
            + [(person, person["role"], link(person["evidence"])) for person in one["participants"]],
        }
        for one in record["agreements"]
    ]  # fmt: skip
    commitments = [
        {**one, "who": actors_text(one, names), "links": link(one["evidence"])} for one in record["commitments"]
    ]
    return {
        "number": number, "info": record["document"], "agreements": agreements, "commitments": commitments,
        "blocks": list(blocks_of(source["text"], source["blocks"], marks)),
    }  # fmt: skip
