"""What the document of an agreement is called: the name of its kind, and the words behind it that say what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from camket.analysis import Analysis, NameKind, Sentence, Token
from camket.assemble.details import documents_in
from camket.assemble.mentions import Mention
from camket.assemble.wording import Wording
from camket.assemble.words import Words
from camket.document import Place

_MOST_WORDS = 20
"""Words and marks behind the name of its kind that may be of the name."""
_NO_NAME = frozenset({"và", "số"})
"""Right behind the name of its kind they begin no name: "ký bản ghi nhớ và khởi động dự án", "quy chế phối hợp số 05"."""
_QUOTE = '"'


def title_of(analysis: Analysis, tellings: Sequence[Mention], kind: str, words: Words) -> str | None:
    """The fullest name that `tellings` have for the document of `kind`, else for one of any kind; the foremost of those as full."""
    told = [(one.sentence, one.document, one.kind) for one in tellings if one.document]
    places = [(sentence, place) for sentence, place, its in told if its == kind]
    places = places or [(sentence, place) for sentence, place, _ in told]
    places = places or list(_of_kind(analysis, (one.sentence for one in tellings if one.tells_signing), kind, words))
    wording = Wording(analysis)
    titles = [" ".join(_named(analysis, *at, wording, words).of(analysis.text).split()) for at in places]
    return max(titles, key=lambda title: (not title.isupper(), len(title.split())), default=None)


def _of_kind(
    analysis: Analysis, sentences: Iterable[Sentence], kind: str, words: Words
) -> Iterator[tuple[Sentence, Place]]:
    """Where the sentences name a document of `kind`, the first of each."""
    for sentence in sentences:
        told = next((place for place, its in documents_in(analysis, sentence, words) if its == kind), None)
        if told is not None:
            yield sentence, told


def _named(analysis: Analysis, sentence: Sentence, document: Place, wording: Wording, words: Words) -> Place:
    """The place of the name of the document, with what stands behind that of its kind."""
    names = [name.extent.start for name in analysis.names_in(sentence) if name.kind is not NameKind.PLACE]
    times = [date.place.start for date in analysis.dates_in(sentence)]
    limit = min((start for start in (*names, *times) if start >= document.end), default=sentence.place.end)
    behind = [token for token in analysis.tokens[sentence.index] if document.end <= token.place.start < limit]
    if not behind or behind[0].folded in _NO_NAME:
        return document
    end = _end(analysis, behind, document.end, wording, words)
    for place in (name.extent for name in analysis.names_in(sentence)):
        end = place.end if place.start < end < place.end else end  # "đô thị thông minh TP | . Thủ Đức"
    hanging = words.title_hangers.search(analysis.folded, document.end, end)
    return Place(document.start, hanging.start() if hanging else end)


def _end(analysis: Analysis, behind: Sequence[Token], end: int, wording: Wording, words: Words) -> int:
    """Where the name ends that goes on with the words `behind` it, quotation marks and what they hold with them.

    A row with commas belongs to it where it is known to go on, and where a verb or a syllable alone stands before the first comma.
    """
    folded = analysis.folded
    opening = words.title_openings.match(folded, behind[0].place.start)
    skipped = opening.end() if opening else end
    before_row: int | None = None
    told = syllables = 0
    for at, token in enumerate(behind[:_MOST_WORDS]):
        stop = words.title_ends.match(folded, token.place.start) if token.place.start >= skipped else None
        if stop and wording.cuts_none(stop):
            goes_on = words.title_goes_on_to.match(folded, token.place.start) is not None
            return end if before_row is None or goes_on else before_row
        if token.folded == _QUOTE:
            closing = (one.place.end for one in behind[at + 1 :] if one.folded == _QUOTE)
            return next(closing, end) if before_row is None else before_row
        if token.folded == ",":
            before_row = before_row or (None if told == 1 or syllables == 1 else end)
        elif not token.folded[0].isalnum():
            break
        else:
            hanging = token.place.start < skipped or words.title_hangers.fullmatch(f" {token.folded}") is not None
            if not hanging:
                syllables += 1
                told += 0 if wording.inside(token.place.start) else 1 if wording.verb(token.place.start) else 2
            end = token.place.end
    return end if before_row is None else before_row
