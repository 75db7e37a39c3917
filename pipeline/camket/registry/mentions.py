"""A mention: one agreement of one record, as it can be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from camket.folding import fold
from camket.judgement import State
from camket.lexicon import TOKEN
from camket.registry import days
from camket.registry.authority import Authority, written_out
from camket.registry.canonical import Identity, Names
from camket.registry.fingerprints import Sketch, bands, sketch

_NUMBER = re.compile(r"\W+")
_BUCKET = 14
_MOST_PARTIES, _MOST_SUBJECT, _MOST_SAID = 6, 16, 30
_INSTRUMENT = "instrument."
_SETTLED = {State.DECIDED, State.ADDED, State.GONE}
_FIELDS = {"party": "parties", "signatory": "signatories", "commitment": "commitments"}
_LEAD = 1_000
"""The letters of a text that tell of which province it is."""


class Mention(NamedTuple):
    """One agreement of one record with what tells whether another mention is of the same agreement.

    `key` is the id of the document and of the agreement in it; `day` is that of signing, `about` the day that the document
    is of; `subject` and `context` tell what it is about, by pairs of words: after the name of its kind, and in all that is told of it.
    """

    key: str
    document: str
    parties: tuple[Identity, ...]
    kind: str
    planned: bool
    instrument: bool
    signed_on: str | None
    published_on: str | None
    period: str | None
    number: str | None
    place: frozenset[str]
    subject: frozenset[str]
    context: frozenset[str]
    signers: frozenset[str]
    sums: frozenset[str]
    sketch: Sketch | None
    keys: tuple[int, ...] = ()

    @property
    def about(self) -> int | None:
        """The day that it is about: that of signing, else that of the document."""
        return days.exact(self.signed_on) or days.exact(self.published_on)


@dataclass
class Reader:
    """Makes mentions of records."""

    authority: Authority

    def __post_init__(self) -> None:
        self._names = Names(self.authority)
        self._lexicon = self.authority.lexicon

    def mentions(self, record: dict[str, Any], text: str, folder: str) -> Iterator[tuple[Mention, dict[str, Any]]]:
        """The mentions of `record`, whose document has `text`, read in the run `folder`, each with what it says."""
        if not record["agreements"]:
            return
        document = record["document"]
        print_ = sketch(text)
        near = self._provinces_in(text[:_LEAD], document["published_on"])
        for one in record["agreements"]:
            said = [item for item in record["commitments"] if item["agreement"] == one["id"]]
            day = document["published_on"] or one["signed_on"]
            parties = self._parties(one, day, near)
            subject, context = self._matter(one, said, document["title"] or "", parties)
            mention = Mention(
                key=f"{document['id']}:{one['id']}",
                document=document["id"],
                parties=parties,
                kind=one["kind"],
                planned=one["status"] == "planned",
                instrument=any(item["rule"].startswith(_INSTRUMENT) for item in one["evidence"]),
                signed_on=one["signed_on"],
                published_on=document["published_on"],
                period=one["period"],
                number=_NUMBER.sub("", fold(one["number"])) if one["number"] else None,
                place=self._place(one["place"]),
                subject=subject,
                context=context,
                signers=frozenset(fold(person["name"]) for person in one["signatories"]),
                sums=frozenset(fold(value) for value in one["value"]),
                sketch=print_,
            )
            yield (
                mention._replace(keys=tuple(sorted({_hash(key) for key in _keys(mention)}))),
                {"document": document, "agreement": one, "commitments": said, "folder": folder,
                 "reviewed": accepted(record, one["id"])},
            )  # fmt: skip

    def _parties(self, agreement: dict[str, Any], day: str | None, near: frozenset[str]) -> tuple[Identity, ...]:
        """The parties; one that leaves out its province is of that of the others, or of the only one that the text tells of.

        Where there are several it may be of any of them.
        """
        found = [self._names.identity(party, day) for party in agreement["parties"]]
        told = frozenset(one.province for one in found if one.province) or near
        parties = []
        for one in found:
            if one.elided and len(told) == 1:
                one = self._names.placed(one, next(iter(told)))  # noqa: PLW2901
            elif not one.province and not one.known and one.type not in {"company", "state"}:
                one = one._replace(near=told)  # noqa: PLW2901
            parties.append(one)
        return tuple(parties)

    def _provinces_in(self, text: str, day: str | None) -> frozenset[str]:
        told = set(self.authority.province_names.findall(fold(text)))
        return frozenset(self.authority.province_on(self.authority.province_of[name], day) for name in told)

    def _place(self, place: str | None) -> frozenset[str]:
        """The words of a place, abbreviations written out, without "tỉnh" and the like."""
        words = written_out(place or "", self._lexicon)
        plain, at = [], 0
        while at < len(words):
            found = self._lexicon.locality_words.longest(words, at)
            plain += [] if found else [words[at]]
            at += found[0] if found else 1
        return frozenset(plain)

    def _matter(
        self, agreement: dict[str, Any], said: list[dict[str, Any]], headline: str, parties: tuple[Identity, ...]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """What it is about: after the name of its kind where it is told, and in all that is told of it."""
        aside = {word for one in parties for word in TOKEN.findall(fold(one.name))} | self.authority.no_subject
        told = [
            agreement["title"] or "",
            headline,
            *(one["sentence"] for one in agreement["evidence"] if one["field"] == "signing"),
        ]
        sentences = [TOKEN.findall(fold(sentence)) for sentence in dict.fromkeys(told)]
        undertaken = [TOKEN.findall(fold(one["text"])) for one in said[:_MOST_SAID]]
        subject = _word_pairs((run for tokens in sentences for run in self._after_kind(tokens)), aside)
        return subject, _word_pairs((*sentences, *undertaken), aside)

    def _after_kind(self, tokens: list[str]) -> Iterator[list[str]]:
        """The tokens from each name of a kind to where its subject ends."""
        kinds, ends = self._lexicon.kinds, self.authority.subject_ends
        at = 0
        while at < len(tokens):
            named = kinds.longest(tokens, at)
            start = at = at + (named[0] if named else 1)
            while (
                named
                and at < min(len(tokens), start + _MOST_SUBJECT)
                and (tokens[at][0].isalpha() or tokens[at] in {",", "-"})
            ):
                if ends.longest(tokens, at) or kinds.longest(tokens, at):
                    break
                at += 1
            if at > start:
                yield tokens[start:at]


def _word_pairs(runs: Iterable[list[str]], aside: set[str] | frozenset[str]) -> frozenset[str]:
    """The pairs of words that follow on one another; two words tell what one syllable does not."""
    words = ([token for token in run if token[0].isalpha()] for run in runs)
    return frozenset(f"{one} {other}" for run in words for one, other in pairwise(run) if not {one, other} & aside)


def accepted(record: dict[str, Any], agreement: str) -> list[str]:
    """The fields of an agreement whose value a reviewer accepted or gave."""
    decided = (record.get("review") or {}).get("values", ())
    told = {
        one["field"]
        for one in decided
        if one["item"] == agreement and one["state"] in _SETTLED and one["final"] is not None
    }
    return sorted(_FIELDS.get(field, field) for field in told)


def _keys(mention: Mention) -> Iterator[str]:
    """The keys under which mentions of one agreement meet: two of its parties, a party in a fortnight, number, signers, text."""
    parties = [one for one in mention.parties if one.core][:_MOST_PARTIES]
    tokens = [_tokens(one) for one in parties]
    for left, right in combinations(tokens, 2):
        for one in left[:2]:
            for other in right[:2]:
                yield "p:" + "+".join(sorted((one, other)))
    about = mention.about
    if about is not None:
        for one in {form for names in tokens for form in names} | {
            form for party in parties for form in sorted(party.forms)[:2]
        }:
            yield f"a:{one}:{about // _BUCKET}"
            yield f"b:{one}:{(about + _BUCKET // 2) // _BUCKET}"
    if mention.number and not mention.number.isdigit():
        yield f"n:{mention.number}"
    for pair in combinations(sorted(mention.signers), 2):
        yield "s:" + "+".join(pair)
    if mention.sketch is not None:
        yield from bands(mention.sketch)


def _tokens(party: Identity) -> list[str]:
    """What a party is looked up by with another: its core with each province that it can be of."""
    core = " ".join(party.core)
    if party.province:
        return [f"{core}|{party.province}", *(f"{core}|{one}" for one in party.today if one != party.province)]
    return [f"{core}|", *(f"{core}|{one}" for one in sorted(party.near)[:2])]


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
