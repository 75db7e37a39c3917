"""The articles of an instrument: what each covers, and which party undertakes its items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from camket.analysis import Analysis
from camket.assemble.tellings import Actors, Telling
from camket.assemble.words import InstrumentLists, Words
from camket.document import Block, BlockKind, Place
from camket.lexicon import TOKEN
from camket.records import Agreement, CommitmentKind

_NUMBER = re.compile(
    r"^\W*(?:(?:điều|mục|phần|chương)\s+(?:\d+|[ivx]+)\b|[ivx]{1,5}[.)](?=\s)|\d{1,2}(?:\.\d{1,2})*[.)/]?(?=\s)|[a-zđ]\))?[\s.:)/*+•–-]*"
)
_SECTION = re.compile(r"^\W*(?:(?:điều|mục|phần|chương)\s+(?:\d+|[ivx]+)\b|[ivx]{1,5}[.)]\s)")
_LONGEST_HEADING = 130
_CONFIDENCE = 0.88


@dataclass(frozen=True, slots=True)
class _Article:
    """What the items under a heading are; `kind` None says that they are no commitments."""

    kind: CommitmentKind | None
    actors: Actors


def article_tellings(
    analysis: Analysis, blocks: Sequence[Block], agreement: Agreement, roles: dict[str, str], words: Words
) -> list[Telling]:
    """The tellings in the articles that `blocks` hold; `roles` maps "bên a" and names to party ids."""
    lists = words.instrument
    tellings: list[Telling] = []
    section: _Article | None = None
    article = _Article(None, "all")
    for block in blocks:
        folded = block.place.of(analysis.folded)
        number = _NUMBER.match(folded)
        start = block.place.start + (number.end() if number else 0)
        place = Place(start, block.place.end)
        said = place.of(analysis.folded).strip()
        if not said:
            continue
        heads_section = _SECTION.match(folded) is not None or block.kind is BlockKind.HEADING
        if heads_section and len(said) < _LONGEST_HEADING:
            article = section = _classified(said, roles, lists)
            continue
        if said.endswith(":") or (
            number and number.group().strip() and len(said) < _LONGEST_HEADING and _names_duty(said, roles, lists)
        ):
            article = _under(said, section or article, roles, lists)
            continue
        if article.kind is not None:
            tellings += _items(analysis, place, article, agreement, roles, words)
    return tellings


def _classified(said: str, roles: dict[str, str], lists: InstrumentLists) -> _Article:
    """What the items of an article with the heading `said` are."""
    duty, content = lists.duties.search(said), lists.content.search(said)
    actor = _role_in(said, roles)
    if duty and not (lists.general.search(said) and not actor):
        return _Article(CommitmentKind.PLEDGE, (actor,) if actor else "all")
    if content and not lists.general.search(said, content.end()):
        return _Article(CommitmentKind.AREA, "all")
    return _Article(None, "all")


def _under(said: str, article: _Article, roles: dict[str, str], lists: InstrumentLists) -> _Article:
    """What the items under the line `said` inside an article are."""
    actor = _role_in(said, roles)
    if article.kind is None and not lists.duties.search(said):
        return article
    if actor and (article.kind is CommitmentKind.PLEDGE or lists.duties.search(said) or len(said.split()) < 10):
        return _Article(CommitmentKind.PLEDGE, (actor,))
    return article


def _names_duty(said: str, roles: dict[str, str], lists: InstrumentLists) -> bool:
    return lists.duties.match(said) is not None and _role_in(said, roles) is not None


def _role_in(said: str, roles: dict[str, str]) -> str | None:
    """The party whose role or name stands first in `said`; None for both or none."""
    found = {party: at for role, party in roles.items() if (at := said.find(role)) >= 0}
    return min(found, key=lambda party: found[party]) if len(found) == 1 else None


def _items(
    analysis: Analysis, place: Place, article: _Article, agreement: Agreement, roles: dict[str, str], words: Words
) -> list[Telling]:
    """The tellings of an item: its first sentence, with the subject that it may begin with."""
    sentence = analysis.sentence_of(place)
    first = Place(place.start, min(place.end, sentence.place.end)) if sentence else place
    said = first.of(analysis.folded)
    opening, actors, kind = 0, article.actors, article.kind
    assert kind is not None
    early = said[:60]
    starts = sorted((early.find(role), -len(role), role) for role in roles if role in early)
    everyone = words.commitments.everyone.search(early)
    if everyone and everyone.start() < 3:
        opening, actors, kind = everyone.end(), "all", CommitmentKind.PLEDGE
    elif starts and (starts[0][0] == 0 or _aside(said[: starts[0][0]])):
        after = starts[0][0] - starts[0][1]
        if _undertakes(said[after:], words):
            opening, actors, kind = after, (roles[starts[0][2]],), CommitmentKind.PLEDGE
    return [Telling(kind, Place(first.start + opening, first.end), actors, agreement.id, "commitment.article",
                    _CONFIDENCE, needs_act=False)]  # fmt: skip


def _aside(before: str) -> bool:
    """Whether only an adverbial ("Ngoài số tiền trên,") stands before the subject."""
    return before.rstrip().endswith(",")


def _undertakes(rest: str, words: Words) -> bool:
    tokens = TOKEN.findall(rest)[:8]
    lists = words.commitments
    at = 0
    while at < len(tokens) and (found := lists.adverbs.longest(tokens, at)):
        at += found[0]
    return at < len(tokens) and lists.acts.longest(tokens, at) is not None
