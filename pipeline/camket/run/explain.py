"""What `camket explain` tells: the rule behind each value, and what was missing where a signing gave no agreement."""

from __future__ import annotations

from collections.abc import Iterator

from camket import assemble, language, match
from camket.analysis import Analysis, Match
from camket.document import Document, Place
from camket.records import Agreement, Commitment, Evidence, Record
from camket.run.flow import Kit

_SIGNING = frozenset({"sign", "ceremony"})
_LONGEST = 160
_BEHIND = 4
"""Words behind a joint that are shown."""


def explanation(document: Document, kit: Kit) -> str:
    """The tellings of signings, the near misses, and the values with their rules, as text."""
    analysis = language.analyse(document, kit.lexicon, kit.grammar)
    if not kit.gates.look(analysis).anything:
        return f"{document.path}: no word of rules/triggers.yaml, so nothing was looked for\n"
    matches = match.find(analysis, kit.rulebook)
    record = assemble.record(analysis, matches, kit.words)
    lines = [f"{document.path}: {len(analysis.sentences)} sentences"]
    if any(one.rule == "instrument.title" for agreement in record.agreements for one in agreement.evidence):
        lines.append("a full agreement: read by its fixed parts")
    else:
        lines += ["", "tellings of a signing:", *_tellings(analysis, matches, kit)]
        lines += ["", "near misses:", *(list(_near_misses(analysis, matches, kit)) or ["  none"])]
    lines += ["", "values:", *(list(_values(record, analysis, kit)) or ["  none"])]
    return "\n".join(lines) + "\n"


def _tellings(analysis: Analysis, matches: tuple[Match, ...], kit: Kit) -> list[str]:
    lines: list[str] = []
    for one in assemble.explained(analysis, matches, kit.words):
        lines.append(f"  [{one.sentence}] {_short(one.words)}")
        lines.append(f"      by {', '.join(one.rules)}")
        told = [("parties", "; ".join(one.parties)), ("persons", "; ".join(one.persons)), ("kind", one.kind),
                ("cues", ", ".join(one.cues))]  # fmt: skip
        lines += [f"      {name}: {value}" for name, value in told if value]
        lines.append(f"      -> {one.outcome}")
    return lines or ["  none"]


def _near_misses(analysis: Analysis, matches: tuple[Match, ...], kit: Kit) -> Iterator[str]:
    """The sentences with a word of signing that no rule took."""
    taken = {one.sentence.index for one in matches if one.fills in {"signing", "mention", "signatory"}}
    for sentence in analysis.sentences:
        if sentence.index in taken:
            continue
        units = match.units_of(analysis, sentence, kit.rulebook.classes, kit.lexicon)
        word = next((unit for unit in units if unit.label in _SIGNING), None)
        if word is not None:
            names = [unit.place.of(analysis.text) for unit in units if unit.label in {"party", "parties"}]
            missing = (
                f"parties {'; '.join(map(_short, names))} stand too far from it" if names else "no party in the clause"
            )
            yield f"  [{sentence.index}] {word.place.of(analysis.text)!r} found, {missing}: {_short(sentence.place.of(analysis.text))}"


def _values(record: Record, analysis: Analysis, kit: Kit) -> Iterator[str]:
    for agreement in record.agreements:
        yield f"  {agreement.id} {agreement.kind.value}, {agreement.status.value}, confidence {agreement.confidence}"
        yield from _of_agreement(agreement)
    for commitment in record.commitments:
        yield from _of_commitment(commitment)
        yield from _closed(commitment, analysis, kit)


def _of_agreement(agreement: Agreement) -> Iterator[str]:
    for evidence in agreement.evidence:
        yield _line(evidence.field, evidence)
    for party in agreement.parties:
        yield from (_line(f"party {party.id}", evidence) for evidence in party.evidence[:1])
    for person in agreement.signatories:
        yield from (_line("signatory", evidence) for evidence in person.evidence[:1])
    for one in agreement.participants:
        yield from (_line(one.role.value, evidence) for evidence in one.evidence[:1])


def _of_commitment(commitment: Commitment) -> Iterator[str]:
    actors = "all" if commitment.actors == "all" else ", ".join(commitment.actors)
    yield f"  {commitment.id} {commitment.kind.value} of {actors}, confidence {commitment.confidence}"
    yield from (_line(evidence.field, evidence) for evidence in commitment.evidence)


def _closed(commitment: Commitment, analysis: Analysis, kit: Kit) -> Iterator[str]:
    """The joints of the item that the model of joints closes."""
    for evidence in commitment.evidence:
        if evidence.field == "commitment":
            for joint, likely in assemble.closed_joints(analysis, Place(evidence.start, evidence.end), kit.words):
                behind = analysis.text[joint.start : evidence.end].split()
                yield f"      kept together: {' '.join(behind[:_BEHIND])!r} is {likely:.2f} likely an item of its own  (joints.yaml)"


def _line(name: str, evidence: Evidence) -> str:
    return f"      {name}: {_short(evidence.text)}  ({evidence.rule}, {evidence.start}-{evidence.end})"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
