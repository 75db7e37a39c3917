"""One of the many documents that two states sign at once, of which the headline tells.

"X, Y ký thỏa thuận khai thác dầu khí", and below it "Hai nước ký 29 thỏa thuận, trong đó có thỏa thuận khai thác dầu khí".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from camket.analysis import Analysis, NameKind
from camket.assemble.details import documents_in
from camket.assemble.groups import Group
from camket.assemble.mentions import Mention
from camket.assemble.words import Words
from camket.document import BlockKind
from camket.records import AgreementKind

_PAIR = 2
_MANY = re.compile(
    r"(?<!\w)(?:(?:một |hàng )?loạt|nhiều|\d{1,3}) (?:văn bản |văn kiện )?"
    r"(?:thỏa thuận|văn kiện|văn bản|hiệp định|hợp đồng|bản ghi nhớ|biên bản ghi nhớ)(?!\w)"
)
_AMONG_THEM = re.compile(
    r"[^.;:]{0,60}?, (?:trong đó,? (?:đáng chú ý |nổi bật )?(?:có|là)|bao gồm cả|đáng chú ý là|nổi bật là) (?:một )?"
)
_NO_MORE = re.compile(r"\W*(?:$|hợp tác \W|trị giá|này(?!\w)|song phương)")
"""Behind a document of which no more is told than that it is one."""


def with_named_ones(analysis: Analysis, groups: list[Group], words: Words) -> list[Group]:
    """The agreements; before each of two states that is told as many documents the one of these that the headline is about.

    Those who are told by name to have signed behind that have signed the one.
    """
    found: list[Group] = []
    for one in groups:
        states = len(one.parties) == _PAIR and all(party.kind is NameKind.STATE for party in one.parties)
        named = list(_named(analysis, one, words)) if states and _heads_one(analysis, one) else []
        if named:
            by_hand = [told for told in one.mentions if told.persons and told.place.start > named[0].place.start]
            one.mentions = [told for told in one.mentions if told not in by_hand]
            found.append(Group(list(one.parties), [*_of_one_kind(named), *by_hand], among=one))
        found.append(one)
    return found


def _heads_one(analysis: Analysis, one: Group) -> bool:
    """Whether the headline tells of the signing of one document."""
    heads = [told for told in one.mentions if told.sentence.block.kind is BlockKind.HEADLINE and told.tells_signing]
    return bool(heads) and not any(_MANY.search(told.sentence.place.of(analysis.folded)) for told in heads)


def _of_one_kind(named: list[Mention]) -> list[Mention]:
    """The tellings of one document, which is a treaty where one of them says so: "thỏa thuận hoán đổi tiền tệ", "hiệp định hoán đổi tiền tệ"."""
    treaty = any(one.kind == AgreementKind.TREATY for one in named)
    return [replace(one, kind=AgreementKind.TREATY.value) if treaty else one for one in named]


def _named(analysis: Analysis, one: Group, words: Words) -> Iterator[Mention]:
    """A telling of the document that is told by itself, for each sentence that tells of it among the many."""
    for mention in one.mentions:
        end = mention.sentence.place.end
        many = _MANY.search(analysis.folded, mention.place.start, end) if mention.tells_signing else None
        among = _AMONG_THEM.match(analysis.folded, many.end(), end) if many and mention.told_as_news else None
        documents = documents_in(analysis, mention.sentence, words) if among else []
        for place, kind in documents:
            if among and place.start == among.end() and not _NO_MORE.match(analysis.folded, place.end, end):
                yield replace(mention, place=place, document=place, kind=kind, party_names=(), persons=(), both=False,
                              rules=("signing.listed", "signing.subject_with"))  # fmt: skip
