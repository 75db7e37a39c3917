"""One form of Vietnamese text to match on: lower case, one tone placement, one spelling of final i/y.

Folding keeps the length of NFC text, so a place in the folded view is the same place in the original.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = str.maketrans({
    marked: plain
    for plain, marked_forms in {
        "a": "àáảãạ", "ă": "ằắẳẵặ", "â": "ầấẩẫậ", "e": "èéẻẽẹ", "ê": "ềếểễệ", "i": "ìíỉĩị",
        "o": "òóỏõọ", "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "u": "ùúủũụ", "ư": "ừứửữự", "y": "ỳýỷỹỵ",
    }.items()
    for marked in marked_forms
})  # fmt: skip
_LETTERS = str.maketrans("ăâêôơưđ", "aaeooud")
_NEW_TONE_PLACE = {
    new: old
    for old_forms, new_forms in (
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    )
    for old, new in zip(old_forms.split(), new_forms.split(), strict=True)
}
_VOWELS = "".join(map(chr, _TONES)) + "aăâeêioôơuưy"
_OPEN_GLIDE = re.compile(rf"(?:{'|'.join(_NEW_TONE_PLACE)})(?<![q{_VOWELS}]..)(?!\w)")
"""No vowel stands before it: what has three in a row is no syllable, and to mend it would make another that asks for mending."""
_TONE_TOO_LATE = re.compile(rf"[âăêôơư][àáảãạìíỉĩịòóỏõọùúủũụỳýỷỹỵ]|[ui][àáảãạ](?!\w)(?<!qu.)(?<!gi.)(?<![{_VOWELS}]..)")
"""Where the tone stands on the second vowel of a pair that has it on the first, as some typists leave it: "vơí", "cuả"."""
_FINAL_I = re.compile(r"[iìíỉĩị](?!\w)(?:(?<=\b[hklmst].)|(?<=\bqu.))")
"""Patterns that begin with letters are looked for two to three times as fast as those that begin with what stands before."""
_I_TO_Y = dict(zip("iìíỉĩị", "yỳýỷỹỵ", strict=True))
_DASHES_AND_QUOTES = tuple(zip("–—−‐‑“”„‘’\u00a0", '-----"""\'\' ', strict=True))
_DASH_OR_QUOTE = re.compile(f"[{''.join(mark for mark, _ in _DASHES_AND_QUOTES)}]")
"""Few lines have one; in a text that does, to replace each takes a twentieth of `str.translate`."""


def fold(text: str) -> str:
    """`text` (NFC) in the form that rules match on, of the same length, place for place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if _DASH_OR_QUOTE.search(lowered):
        for mark, plain in _DASHES_AND_QUOTES:
            lowered = lowered.replace(mark, plain)
    lowered = _OPEN_GLIDE.sub(lambda match: _NEW_TONE_PLACE[match.group()], lowered)
    lowered = _TONE_TOO_LATE.sub(_tone_first, lowered)
    return _FINAL_I.sub(lambda match: _I_TO_Y[match.group()], lowered)


def _tone_first(pair: re.Match[str]) -> str:
    """The two vowels with the tone of the second on the first: "ới" for "ơí"."""
    first, second = pair.group()[0], unicodedata.normalize("NFD", pair.group()[1])
    return unicodedata.normalize("NFC", first + second[1]) + second[0]


def normalize(text: str) -> str:
    """`text` in NFC with one kind of line end: the only text that places refer to."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def without_tones(text: str) -> str:
    """`text` without tone marks (the letters ă â ê ô ơ ư đ stay)."""
    return text.translate(_TONES)


def without_marks(text: str) -> str:
    """`text` without tone marks and without the marks of letters: what is left where marks are lost ("trach nhiem")."""
    return without_tones(text).translate(_LETTERS)
