"""An agreement as a document: its number, parties, day, term and signature block, in their fixed places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from camket.analysis import Analysis, DateValue, Name, NameKind
from camket.assemble.details import Value
from camket.assemble.evidence import evidence
from camket.assemble.words import InstrumentLists, Words
from camket.document import Block, BlockKind, Place
from camket.folding import fold
from camket.lexicon import TOKEN
from camket.records import Agreement, AgreementKind, AgreementStatus, Evidence, Party, Signatory

_ARTICLE = re.compile(r"^\W*(?:điều\s+\d+\b|[ivx]{1,5}[.)]\s|chương\s+[ivx\d]+\b)")
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}[.)/]|[ivx]{1,4}[.)]|[a-dđ]\)|-)?\s*")
_HEAD_LENGTH = 900
_FEWEST = 2
_LONGEST_TITLE = 160
_DAY_LENGTH = len("2012-11-07")
_FAR = 4
_CONFIDENCE = 0.95


@dataclass
class Frame:
    """What stands around the articles of an instrument; `roles` maps "bên a" and names to party ids."""

    title: Place
    kind: AgreementKind
    parties: list[Party] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    first_article: int = 0
    signatures: int = 0


def read_instrument(analysis: Analysis, words: Words) -> tuple[Agreement, list[Block], dict[str, str]] | None:
    """The agreement that the document is, the blocks of its articles and its roles; None for a report."""
    blocks = [block for block in analysis.document.blocks if block.kind is not BlockKind.FURNITURE]
    frame = _frame(analysis, blocks, words)
    if frame is None:
        return None
    head, tail = blocks[: frame.first_article], blocks[frame.signatures :]
    body = blocks[frame.first_article : frame.signatures]
    day, where = _day(analysis, head), _place(analysis, head, words.instrument)
    covers = _term(analysis, [*head, *body], day, words)
    signed = _signatories(analysis, head, tail, frame.parties)
    said = [evidence(analysis, frame.title, "signing", "instrument.title")]
    for value, name in ((day, "signed_on"), (covers, "period"), (where, "place")):
        said += [evidence(analysis, value.place, name, f"instrument.{name}")] if value else []
    number = _number(analysis, head, words.instrument)
    said += [evidence(analysis, number, "number", "instrument.number")] if number else []
    agreement = Agreement(
        id="a1",
        kind=frame.kind,
        status=AgreementStatus.SIGNED,
        parties=tuple(frame.parties),
        title=" ".join(frame.title.of(analysis.text).split()),
        number=number.of(analysis.text) if number else None,
        signed_on=day.text if day else None,
        period=covers.text if covers else None,
        place=where.text if where else None,
        signatories=signed,
        confidence=_CONFIDENCE if len(frame.parties) >= _FEWEST else 0.7,
        evidence=tuple(said),
    )
    return agreement, body, frame.roles


def _frame(analysis: Analysis, blocks: Sequence[Block], words: Words) -> Frame | None:
    lists = words.instrument
    if not lists.mottos.search(analysis.folded, 0, _HEAD_LENGTH):
        return None
    articles = [i for i, block in enumerate(blocks) if _ARTICLE.match(block.place.of(analysis.folded))]
    title = _title(analysis, blocks, words)
    if len(articles) < _FEWEST or title is None:
        return None
    frame = Frame(title[0], title[1], first_article=articles[0])
    frame.signatures = _signature_start(analysis, blocks, articles[-1], lists)
    _add_parties(analysis, blocks[: frame.first_article], frame, words)
    return frame if frame.parties else None


def _title(analysis: Analysis, blocks: Sequence[Block], words: Words) -> tuple[Place, AgreementKind] | None:
    """The first line that begins with the name of a kind of agreement."""
    for block in blocks:
        tokens = TOKEN.findall(block.place.of(analysis.folded))[:10]
        kind = words.lexicon.kinds.longest(tokens, 0) if tokens else None
        if kind and len(block.place) < _LONGEST_TITLE:
            return block.place, AgreementKind(kind[1])
    return None


def _signature_start(analysis: Analysis, blocks: Sequence[Block], last: int, lists: InstrumentLists) -> int:
    """Where the signature block begins: the first line after the last article that begins as one."""
    for i in range(last + 1, len(blocks)):
        said = blocks[i].place.of(analysis.folded)
        if lists.signatures.match(said) and len(said) < _LONGEST_TITLE and not said.rstrip().endswith((".", ";")):
            return i
    return len(blocks)


def _add_parties(analysis: Analysis, head: Sequence[Block], frame: Frame, words: Words) -> None:
    lists = words.instrument
    for i, block in enumerate(head):
        found = lists.role_line.match(block.place.of(analysis.folded))
        if found is None:
            continue
        place = Place(block.place.start + found.end(), block.place.end)
        if not place.of(analysis.text).strip() and i + 1 < len(head):
            place = head[i + 1].place
        roles = [role for role in (found["role"], found["called"]) if role]
        _add_party(analysis, place, roles, frame, words)
    if len(frame.parties) < _FEWEST:
        _add_listed(analysis, head, frame, words)
    if len(frame.parties) < _FEWEST:
        _add_between(analysis, head, frame, words)


def _add_listed(analysis: Analysis, head: Sequence[Block], frame: Frame, words: Words) -> None:
    """Parties that stand a line each after "chúng tôi gồm"."""
    start = next(
        (i for i, block in enumerate(head) if words.instrument.present.search(block.place.of(analysis.folded))), None
    )
    for block in head[start + 1 :] if start is not None else ():
        numbered = _NUMBERED.match(block.place.of(analysis.folded))
        place = Place(block.place.start + (numbered.end() if numbered else 0), block.place.end)
        name = next(
            (
                one
                for one in analysis.names
                if one.kind is NameKind.ORGANISATION and one.place.start - place.start in range(3)
            ),
            None,
        )
        if name is not None:
            _add_party(analysis, name.place, [], frame, words)


def _add_between(analysis: Analysis, head: Sequence[Block], frame: Frame, words: Words) -> None:
    """Parties told in the title: "Chương trình phối hợp giữa X và Y"."""
    for block in head:
        if not words.instrument.between.search(block.place.of(analysis.folded)):
            continue
        for name in analysis.names:
            if name.kind is NameKind.ORGANISATION and block.place.covers(name.place):
                _add_party(analysis, name.place, [], frame, words)
        if len(frame.parties) >= _FEWEST:
            return


def _add_party(analysis: Analysis, place: Place, roles: Sequence[str], frame: Frame, words: Words) -> None:
    """The party named at `place` joins the frame, unless it is known."""
    text = place.of(analysis.text)
    called = words.instrument.called.search(place.of(analysis.folded))
    end = called.start() if called else len(text)
    core = text[:end].split("    ")[0].strip().rstrip(" (,;.:-")
    start = place.start + text.find(core) if core else place.start
    if not core:
        return
    known = next(
        (party for party in frame.parties if fold(core) in {fold(form) for form in (party.name, *party.aliases)}), None
    )
    if known is not None:
        frame.roles.update(dict.fromkeys(roles, known.id))
        return
    place = Place(start, start + len(core))
    name = next(
        (one for one in analysis.names if one.place.overlaps(place) and one.kind is NameKind.ORGANISATION), None
    )
    forms = _other_forms(analysis, core)
    key = f"p{len(frame.parties) + 1}"
    frame.parties.append(Party(
        key, " ".join(core.split()), tuple(forms), " ".join(core.split()), name.type or None if name else None,
        words.lexicon.province_in(core), _CONFIDENCE, (evidence(analysis, place, "party", "instrument.party"),),
    ))  # fmt: skip
    frame.roles.update(dict.fromkeys([*roles, fold(" ".join(core.split()))], key))
    if called:
        short = re.findall(r"[\"“']([^\"”']{2,40})[\"”']", text[called.end() :]) or re.findall(
            r"\s+(bên [a-d])\b", fold(text[called.end() - 1 :])
        )
        frame.roles.update(dict.fromkeys(map(fold, short), key))


def _other_forms(analysis: Analysis, core: str) -> list[str]:
    """The name as it stands elsewhere in the document, in other letters."""
    wanted = fold(" ".join(core.split()))
    forms = {name.place.of(analysis.text) for name in analysis.names if fold(name.place.of(analysis.text)) == wanted}
    return sorted(form for form in forms if form != core)


def _number(analysis: Analysis, head: Sequence[Block], lists: InstrumentLists) -> Place | None:
    for block in head:
        found = lists.number_line.match(block.place.of(analysis.folded))
        if found and any(char.isdigit() for char in found["number"]):
            return Place(block.place.start + found.start("number"), block.place.start + found.end("number"))
    return None


def _day(analysis: Analysis, head: Sequence[Block]) -> Value | None:
    """The day after "Hôm nay", else that of the line "<place>, ngày ... tháng ... năm ..."."""
    days = [date for date in analysis.dates if date.kind == "date" and len(date.edtf) == _DAY_LENGTH
            and any(block.place.covers(date.place) for block in head)]  # fmt: skip
    ranked = sorted(days, key=lambda date: _rank_of_day(analysis, date))
    best = next((date for date in ranked if _rank_of_day(analysis, date) < _FAR), None)
    return Value(best.edtf, best.place) if best else None


def _rank_of_day(analysis: Analysis, date: DateValue) -> int:
    sentence = analysis.sentence_of(date.place)
    said = sentence.place.of(analysis.folded) if sentence else ""
    if said.startswith(("hôm nay", "ngày hôm nay", "-hôm nay")):
        return 0
    short = len(said) < 70 and said.rstrip(" .").endswith(date.place.of(analysis.folded).strip())
    return 1 if short and "," in said and not said.startswith("căn cứ") else _FAR


def _place(analysis: Analysis, head: Sequence[Block], lists: InstrumentLists) -> Value | None:
    """The locality of the date line, else that of the sentence "Hôm nay, ... tại ..."."""
    lines: list[list[Name]] = []
    for date in sorted(analysis.dates, key=lambda one: -_rank_of_day(analysis, one)):
        if _rank_of_day(analysis, date) < _FAR and any(block.place.covers(date.place) for block in head):
            sentence = analysis.sentence_of(date.place)
            dateline = _before_day(analysis, date) if _rank_of_day(analysis, date) else None
            if dateline:
                return Value(dateline.of(analysis.text), dateline)
            lines.append(
                [name for name in analysis.names_in(sentence) if name.kind is NameKind.PLACE] if sentence else []
            )
    for names in lines:
        fit = [name for name in names if not lists.small_places.match(name.place.of(analysis.folded))]
        near = [name for name in fit if not lists.wide_places.match(name.place.of(analysis.folded))] or fit
        if near:
            return Value(near[0].place.of(analysis.text), near[0].place)
    return None


def _before_day(analysis: Analysis, date: DateValue) -> Place | None:
    """The locality of the line "Cần Thơ, ngày 7 tháng 11 năm 2012"."""
    sentence = analysis.sentence_of(date.place)
    if sentence is None:
        return None
    said = analysis.text[sentence.place.start : date.place.start].split("    ")[-1].strip().rstrip(", ")
    start = analysis.text.rfind(said, sentence.place.start, date.place.start)
    return Place(start, start + len(said)) if said and said[0].isupper() and len(said.split()) <= 6 else None


def _term(analysis: Analysis, blocks: Sequence[Block], day: Value | None, words: Words) -> Value | None:
    """From the line on its effect: an interval, the days from signing to an end, or a term; else that of the title."""
    lists = words.instrument
    ranked: list[tuple[int, DateValue, bool]] = []
    for block in blocks:
        said = block.place.of(analysis.folded)
        told = lists.term.search(said)
        for date in analysis.dates if told else ():
            if not block.place.covers(date.place) or date.kind not in {"period", "term", "deadline"}:
                continue
            signing = lists.from_signing.search(said) is not None
            rank = 0 if date.kind == "period" else 1 if date.kind == "deadline" and signing else 2
            ranked.append((rank + 3 * (said.startswith("căn cứ")), date, signing))
    for rank, date, signing in sorted(ranked, key=lambda one: one[0]):
        if rank > 2 or (date.kind == "term" and date.edtf.endswith("D")):
            continue
        if date.kind == "deadline" and signing and day:
            return Value(f"{day.text}/{date.edtf.removeprefix('../')}", date.place)
        return Value(date.edtf, date.place)
    return None


def _signatories(
    analysis: Analysis, head: Sequence[Block], tail: Sequence[Block], parties: Sequence[Party]
) -> tuple[Signatory, ...]:
    """The persons of the signature block, for the party that each represents; else the representatives named above."""
    told = _persons(analysis, head)
    signed = _persons(analysis, tail)
    signed += _named_again(analysis, told, tail, signed)
    owners = {fold(name.place.of(analysis.text)): _owner(name, parties) for name in told}
    titles = {fold(name.place.of(analysis.text)): name.title for name in told}
    found: dict[str, Signatory] = {}
    used = [owners.get(fold(name.place.of(analysis.text))) for name in signed]
    for name, owner in zip(signed, used, strict=True):
        text = " ".join(name.place.of(analysis.text).split())
        free = [
            party.id
            for party in parties
            if party.id not in used and party.id not in {one.party for one in found.values()}
        ]
        title = titles.get(fold(text)) or name.title
        said: tuple[Evidence, ...] = (evidence(analysis, name.place, "signatory", "instrument.signature"),)
        party = owner or (free[0] if free and len(signed) <= len(parties) else None)
        found.setdefault(
            fold(text), Signatory(text, title.of(analysis.text) if title else None, party, _CONFIDENCE, said)
        )
    return tuple(found.values())


def _named_again(analysis: Analysis, told: Sequence[Name], tail: Sequence[Block], known: Sequence[Name]) -> list[Name]:
    """The representatives whose names stand in the signature block, though the grammar did not see a name there."""
    found: list[Name] = []
    for name in told:
        wanted = name.place.of(analysis.folded)
        at = next(
            (at for block in tail if (at := analysis.folded.find(wanted, block.place.start, block.place.end)) >= 0), -1
        )
        place = Place(at, at + len(wanted))
        if at >= 0 and not any(other.place.overlaps(place) for other in known):
            found.append(replace(name, place=place, extent=place))
    return found


def _persons(analysis: Analysis, blocks: Sequence[Block]) -> list[Name]:
    return [name for name in analysis.names if name.kind is NameKind.PERSON
            and any(block.place.covers(name.place) for block in blocks)]  # fmt: skip


def _owner(name: Name, parties: Sequence[Party]) -> str | None:
    """The party whose block the person stands in: the last one named before."""
    before = [party for party in parties if party.evidence[0].start < name.place.start]
    return max(before, key=lambda party: party.evidence[0].start).id if before else None
