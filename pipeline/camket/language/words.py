"""Words of Vietnamese, as underthesea segments them, on their exact places in the text."""

from __future__ import annotations

from camket.analysis import Word


def begins(text: str) -> list[int]:
    """Where the words of `text` begin, in order."""
    from camket.language.segmenter import segmenter  # noqa: PLC0415 - opens models, and only documents with names need it

    return segmenter().begins(text)


def is_listed(word: str) -> bool:
    """Whether the folded `word`, its syllables parted by blanks, stands in the dictionary of underthesea's model."""
    from camket.language.segmenter import segmenter  # noqa: PLC0415 - as above

    return word in segmenter().listed


def tag(text: str) -> tuple[Word, ...]:
    """The words of `text` with their parts of speech, by underthesea's tagger (tags of VLSP 2013)."""
    from camket.language.segmenter import segmenter, tagger  # noqa: PLC0415 - as above

    words = segmenter().words(text)
    labels = tagger().tags([said for _, said in words])
    return tuple(Word(place, label) for (place, _), label in zip(words, labels, strict=True))
