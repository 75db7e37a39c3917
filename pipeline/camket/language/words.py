"""Words of Vietnamese, as underthesea segments them, on their exact places in the text."""

from __future__ import annotations

from camket.analysis import Word
from camket.document import Place


def segment(text: str) -> list[Place]:
    """The places of the words of `text`: ordered, apart, and together all that is no white space."""
    from underthesea import word_tokenize  # noqa: PLC0415 - 1.5 s to import, and only documents with names need it

    return _put_back(text, word_tokenize(text, use_token_normalize=False))


def tag(text: str) -> tuple[Word, ...]:
    """The words of `text` with their parts of speech, by underthesea's tagger (tags of VLSP 2013)."""
    from underthesea import word_tokenize  # noqa: PLC0415 - as above
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor  # noqa: PLC0415 - pos_tag() would respell

    words = word_tokenize(text, use_token_normalize=False)
    tagged = CRFPOSTagPredictor.Instance().predict(words) if words else []
    places = _put_back(text, words)
    return tuple(Word(place, label) for place, (_, label) in zip(places, tagged, strict=True))


def _put_back(text: str, words: list[str]) -> list[Place]:
    """The places of `words` in `text`, by walking it beside them, never by searching for them."""
    places: list[Place] = []
    at = 0
    for word in words:
        letters = sum(not char.isspace() for char in word)
        start = at
        while start < len(text) and text[start].isspace():
            start += 1
        at = start
        while letters and at < len(text):
            letters -= not text[at].isspace()
            at += 1
        if at > start:
            places.append(Place(start, at))
    return places
