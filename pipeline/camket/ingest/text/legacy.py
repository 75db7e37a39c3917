"""Which code page of old a text is in, told by its words: how many of those with marks are Vietnamese when read so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from camket.ingest.text.code_pages import PAGES, byte_chars
from camket.ingest.text.spelling import frequency, is_vietnamese

_TOKEN = re.compile(r"[A-Za-z\x01-\x06\x10-\x17\x19\x1c-\x1e\x80-\xff]+")
_PLAIN = re.compile("[A-Za-z]")
_NOT_PLAIN = re.compile("[\x01-\x06\x10-\x17\x19\x1c-\x1e\x80-\U0010ffff]")
"""What is no ASCII, and the control characters that VISCII, VPS and TCVN 5712 have for capitals."""
_MARKS = re.compile("[\x82\x84\x85\x91-\x97\xa0]+")
_EDGES = "\"'“”‘’„‚«»…–—•°²³™€‹›"
_INSIDE = re.compile(r"[-/’'‘“”–—…]+")
_MOST_TOKENS = 4_000
_NEUTRAL = 0.9
"""What a word counts whose only marks are quotes and dashes."""
_FREQUENCY_WEIGHT = 0.1
VIETNAMESE = ("cp1258", "tcvn3", "vni", "viscii", "vps", "tcvn")
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýßšž©®·ªº§¡¿±¼½¾×°²³€‰™•„‚«»‹›\xa0")
LEAST_SCORE = 0.7
"""Of the words with marks, so many must be Vietnamese; of real text in its right page, 0.95 and more are."""
_LEAST_GAIN = 0.25
"""Text of VISCII shown as Windows' characters has half of its words right, for it shares letters with them."""
_FEWEST_TOKENS, _ENOUGH_TOKENS = 2, 5
_MOST_MARKED = 0.25
LEAST_MARKED = 0.3
"""Of the words of Vietnamese three in four have marks; of those of French, the most marked of the west, one in five."""
_UNICODE = re.compile("[\u1ea0-\u1ef9]")
_LEAST_USUAL = 0.9
_WORDS = re.compile(r"(?:[^\s<>]|[\x1c-\x1e])+")
_SIGNS_ALONE = frozenset("©®·")
_NO_WORDS_ALONE = frozenset("đâăã")
_LOOK_ALIKES = str.maketrans("ðÐɖƉƣƢ", "đĐđĐưƯ")
_SPELT = re.compile(r"(?:[^\W\d_]|[\u0300-\u0323])+")
_NOT_WINDOWS = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
_DOUBT = 0.3
"""Of the words that two pages read apart, the better must read so much more of them, or it is in doubt."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a code page fits: the share of words that it reads as Vietnamese, and the pages that fit nearly as well."""

    page: str
    score: float
    rivals: tuple[str, ...] = ()


def tokens_of(chars: str, *, alone: bool = False) -> Counter[str]:
    """The words of `chars` that hold a byte that is no ASCII or a capital of old, with their counts.

    Words of such bytes only count if they are `alone`: in Unicode they are signs such as © and ·.
    """
    found = Counter(token for token in _TOKEN.findall(chars)
                    if not is_plain(token) and (_PLAIN.search(token) or (alone and not _MARKS.fullmatch(token))))  # fmt: skip
    return Counter(dict(found.most_common(_MOST_TOKENS)))


def is_plain(text: str) -> bool:
    """Whether `text` is ASCII without a control character that a code page has for a letter: it is the same in all."""
    return _NOT_PLAIN.search(text) is None


def best_fit(tokens: Counter[str], pages: tuple[str, ...] = VIETNAMESE) -> Fit:
    """The page of `pages` that reads most of `tokens` as Vietnamese; its rivals are hardly worse."""
    if not tokens:
        return Fit(pages[0], 0.0)
    read = {page: {token: PAGES[page].read(token) for token in tokens} for page in pages}
    worth = {page: {token: _worth(word, page) for token, word in words.items()} for page, words in read.items()}
    total = sum(tokens.values())
    scores = {page: sum(worth[page][token] * count for token, count in tokens.items()) / total for page in pages}
    best = max(pages, key=lambda page: scores[page])
    rivals = [page for page in pages if page != best and _in_doubt(tokens, read, worth, (best, page))]
    return Fit(best, scores[best], tuple(sorted(rivals, key=lambda page: -scores[page])))


def _in_doubt(
    tokens: Counter[str],
    read: dict[str, dict[str, str]],
    worth: dict[str, dict[str, float]],
    pair: tuple[str, str],
) -> bool:
    """Whether the words that the two pages read apart leave it open which is right."""
    best, other = pair
    apart = [token for token in tokens
             if read[best][token] != read[other][token] and worth[best][token] + worth[other][token] > 0]  # fmt: skip
    weight = sum(tokens[token] for token in apart)
    margin = sum((worth[best][token] - worth[other][token]) * tokens[token] for token in apart)
    return bool(apart) and margin < _DOUBT * weight


def _worth(read: str, page: str) -> float:
    """1 and a little for a word with marks that is Vietnamese, 0 for one that is not."""
    parts = [part for piece in read.split() for part in _INSIDE.split(piece.strip(_EDGES)) if part]
    marked = [part for part in parts if not part.isascii()]
    if not all(part.isalpha() for part in parts):
        return 0.0
    if not marked:
        return _NEUTRAL
    if PAGES[page].small_capitals:
        marked = [part.lower() if _capitals_by_font(part) else part for part in marked]
    if not all(is_vietnamese(part) for part in marked):
        return 0.0
    return 1 + _FREQUENCY_WEIGHT * sum(frequency(part) for part in marked) / len(marked)


def _capitals_by_font(word: str) -> bool:
    """Whether all plain letters of `word` are capitals: "HộI", whose ộ a font of capitals prints as one."""
    return all(char.isupper() for char in word if char.isascii())


def is_western(chars: str) -> bool:
    """Whether `chars` as windows-1252 are words of a western language, or English with a few signs."""
    text = PAGES["cp1252"].read(chars)
    letters = [char for char in text if char.isalpha()]
    words = [part for word in text.split() if not word.isascii() for part in _INSIDE.split(word) if not part.isascii()]
    usual = sum(all(char.isascii() or char.lower() in _WESTERN for char in word) for word in words)
    few = sum(not char.isascii() for char in letters) <= _MOST_MARKED * len(letters)
    return few and usual >= _LEAST_USUAL * len(words)


def read_words(text: str, page: str) -> str:
    """`text` with each word read from the bytes of `page` that it shows; words of Unicode and signs that stand alone stay."""
    return _WORDS.sub(lambda word: _read(word.group(), page), text)


def _read(word: str, page: str) -> str:
    plain = unicodedata.normalize("NFC", word)
    read = PAGES[page].read(byte_chars(word))
    is_sign = word in _SIGNS_ALONE and read in _NO_WORDS_ALONE
    return plain if is_sign or is_unicode(plain, read) else read


def is_unicode(plain: str, read: str) -> bool:
    """Whether `plain` is Unicode as it stands: it is Vietnamese and `read` is not, or neither is and it has letters as `Đ`."""
    word = bare(read)
    right = is_vietnamese(bare(plain)), is_vietnamese(word.lower() if _capitals_by_font(word) else word)
    return right == (True, False) or (_NOT_WINDOWS.search(plain) is not None and right == (False, False))


def right_letters(text: str) -> str:
    """`text` with the look-alikes of đ and ư that some fonts and keyboards give (ð, ƣ) made these, in Vietnamese words."""
    return _SPELT.sub(_right_word, text)


def _right_word(word: re.Match[str]) -> str:
    if not has_look_alikes(word.group()):
        return word.group()
    right = unicodedata.normalize("NFC", word.group().translate(_LOOK_ALIKES))
    return right if is_vietnamese(right) else word.group()


def has_look_alikes(text: str) -> bool:
    """Whether `text` has a letter that only looks like đ or ư."""
    return any(letter in text for letter in "ðÐɖƉƣƢ")


def unicode_rather(text: str, page: str) -> int:
    """How many more of the words of `text` are Vietnamese as they stand than as bytes of `page`."""
    rather = 0
    for word in text.split():
        plain = bare(unicodedata.normalize("NFC", word))
        read = bare(PAGES[page].read(byte_chars(word)))
        if read != plain:
            rather += is_vietnamese(plain) - is_vietnamese(read)
        elif _NOT_WINDOWS.search(plain):
            rather += is_vietnamese(plain)
    return rather


def bare(word: str) -> str:
    """`word` without the marks around it."""
    return word.strip("\"'“”‘’«»()[]{}.,;:!?…–—*/\xa0")


def legacy_in(text: str) -> str | None:
    """The code page whose bytes `text` shows as Windows' characters, or None where it is what it seems to be."""
    text = unicodedata.normalize("NFC", text)
    words = [bare(word).strip(_EDGES) for word in text.split()]
    shown = [word for word in words if not _shows_unicode(word)]
    chars = byte_chars(" ".join(shown))
    tokens = tokens_of(chars)
    count = sum(tokens.values())
    if count < max(_FEWEST_TOKENS, len(words) - len(shown) + 1) or count < LEAST_MARKED * len(_TOKEN.findall(chars)):
        return None
    alone = [token for token in tokens_of(chars, alone=True) if max(token) < "\xa0"]
    fit = best_fit(Counter([*tokens, *alone]))
    as_it_stands = sum(_worth(PAGES["cp1252"].read(token), "cp1252") >= 1 for token in tokens) / len(tokens)
    sure = len(tokens) >= _ENOUGH_TOKENS or not fit.rivals
    return fit.page if sure and fit.score >= max(LEAST_SCORE, as_it_stands + _LEAST_GAIN) else None


def strange_words(text: str) -> list[str]:
    """The words of `text` that are Vietnamese only in a code page of old, where most of those with marks are, and no western."""
    words = map(bare, unicodedata.normalize("NFC", text).split())
    marked = [word for word in words if not is_plain(word) and _PLAIN.search(word)]
    strange = [word for word in marked if not _shows_unicode(word) and not is_vietnamese(word)
               and any(_worth(PAGES[page].read(byte_chars(word)), page) >= 1 for page in VIETNAMESE)]  # fmt: skip
    return strange if 2 * len(strange) > len(marked) and not is_western(byte_chars(" ".join(marked))) else []


def _shows_unicode(word: str) -> bool:
    """Whether `word` has letters that no code page shows as Windows' characters."""
    if _UNICODE.search(word):
        return True
    return _NOT_WINDOWS.search(word) is not None and (word.isupper() or is_vietnamese(bare(word)))
