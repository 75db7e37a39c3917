"""Text that was broken before it came here: UTF-8 or an old code page read as Windows', letters written as entities."""

from __future__ import annotations

import html
import re
from html.entities import html5
from itertools import pairwise

from camket.folding import normalize
from camket.ingest.quality import text_quality
from camket.ingest.text.code_pages import PAGES, byte_chars
from camket.ingest.text.legacy import (
    bare,
    has_look_alikes,
    is_plain,
    legacy_in,
    read_words,
    right_letters,
    strange_words,
)
from camket.ingest.text.spelling import is_vietnamese

_MOJIBAKE = re.compile(r"[ÃÂÄÆÌ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]|á[º»]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_SIGNS = re.compile("[\x80-\x9f¡-ª¬-¶¸-º¼-¿×÷øûïåäëüöñæðþØÛÏÅÄËÜÖÑÆÐÞÒÌ]")
"""Characters that Vietnamese in Unicode has none or few of, and Vietnamese of old code pages seen as Windows' is full of."""
_TWICE = re.compile(r"&amp;(?=#\d|#[xX]|[A-Za-z]+;)")
_OLD_SIGNS = "®\xadµ¸©ª¬§¨¶¹ñöøïðß½¿ÇÜÖÒÌÞ÷ÛØÄÅÏÑÐ¤ÿŽŠŒœžŸ"
"""One of these at least is in any text of a few words; looking for them costs 2 µs, for a pattern 20."""
_MOJIBAKE_SIGNS = ("Ã", "Â", "Ä", "Æ", "Ì", "á»", "áº")
_MOST_ROUNDS = 3
"""So many times at most one text was read wrongly, one reading on top of the other."""
_UNICODE = re.compile("[\u1ea0-\u1ef9]")
_PIECES = re.compile(r"[^\n<>]+")
_WORD = re.compile(r"[^\W\d_]+")
_TONED = frozenset("àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
_BEGINS = re.compile(
    rf"(?:\A|[.!?][\"”’)]{{0,2}}\s{{1,8}}|^[^\W\d_]+:[ \t])([{''.join(sorted(_TONED))}])", re.MULTILINE
)
"""A first letter: of the text, after the end of a sentence, after a line's one word of label; lists follow other colons."""
_TONED_CAPITAL = re.compile(f"[{''.join(sorted(_TONED)).upper()}]")
_WRAPPED = 50, 100
"""A line of this length goes on in the next one."""
_ITEM_HEAD = re.compile(r"^[ \t]*[-+*•–]\s+([^\W\d_])", re.MULTILINE)
_LABEL_IN_BRACKETS = re.compile(r"[(\[][^\W\d_](?=[^\W\d_]*[:\]])")
_CAPITALS = "A-ZĐĂÂÊÔƠƯ"
_NAME = rf"[{_CAPITALS}][^\W\d_{_CAPITALS}]+"
_MAYBE_NAME = rf"(?<!\w)({_NAME}) ([{''.join(sorted(_TONED))}][^\W\d_]*)(?!\w)"
_NAME_ON_BOTH_SIDES = re.compile(rf"{_MAYBE_NAME}(?= {_NAME})")
_END_OF_NAME = re.compile(rf"(?<= ){_MAYBE_NAME}(?= ?[,.;:()\"”]|$)", re.MULTILINE)
_NO_NAMES = frozenset({"án", "ấp", "ấy", "ở", "ủy"})
"""Words that stand between names, or end a common noun."""
_COMMITTEE = re.compile(r"(?<!\w)ủ(?=y ban(?!\w))")
"""News and agreements write it with a capital wherever it stands."""
_NO_SMALL_ASCII = re.compile(r"(?<!\w)[^\W\d_a-z]+(?!\w)")
_NEAR = 24

LOOK_ALIKES_READ = "encoding: letters that only look like đ and ư were read as them"

Told = tuple[str, tuple[str, ...]]
"""A text and the warnings that came of reading it."""


def repair(text: str, *, markup: bool) -> Told:
    """`text` as it was meant, with a warning of each kind of repair; nearly all texts are let through as they are."""
    warnings: tuple[str, ...] = ()
    resolved = _resolved(text, markup=markup) if "&" in text else text
    if not markup and resolved != text:
        text, warnings = resolved, ("encoding: letters written as HTML entities were read",)
    if resolved.isascii():
        return text, warnings
    page = page_of_old(resolved)
    read = "" if page is None else _from_old(resolved, page)
    if any(sign in text for sign in _MOJIBAKE_SIGNS) and _MOJIBAKE.search(text):
        fixed = _unmixed(text)
        if fixed != text and not (read and _soundness(read) > _soundness(fixed)):
            return fixed, (*warnings, "encoding: UTF-8 read as another encoding was repaired")
    if page is None:
        right = right_letters(text) if has_look_alikes(text) else text
        if right != text:
            return right, (*warnings, LOOK_ALIKES_READ)
        return text, (*warnings, *_doubt(text))
    said = f"encoding: {PAGES[page].spoken} that stood as Windows' characters was read as Vietnamese"
    return read, (*warnings, said)


def _doubt(text: str) -> tuple[str, ...]:
    """A warning where most words with marks are none of Vietnamese or the west as they stand, and would be in an old page."""
    strange = strange_words(text) if _may_be_old(text) else []
    if not strange:
        return ()
    return (f"encoding: words of an encoding that could not be told: {len(strange)}, the first is “{strange[0]}”",)


def restore_capitals(text: str) -> str:
    """`text` with the capitals that its code page had only as small letters: "HộI", first words, committees, parts of names.

    Elsewhere in a sentence they stay small, for nothing tells them. Where most have their tones, the page had them.
    """
    raised = _NO_SMALL_ASCII.sub(lambda word: word.group().upper() if _is_raised(text, word) else word.group(), text)
    kept = len(_TONED_CAPITAL.findall(text))
    if 2 * kept > len(_TONED_CAPITAL.findall(raised)):
        return text
    begun = _BEGINS.sub(lambda start: start.group()[:-1] + start.group(1).upper(), raised)
    lines = begun.split("\n")
    for at, (above, line) in enumerate(pairwise(lines), 1):
        if line[:1] in _TONED and not _WRAPPED[0] <= len(above) <= _WRAPPED[1]:
            lines[at] = line[:1].upper() + line[1:]
    return _with_names(_COMMITTEE.sub("Ủ", "\n".join(lines)))


def _with_names(text: str) -> str:
    """`text` with capitals in names, "Lê Thị Ái Lan", "Ngân hàng Đông Á (", and at the heads of items where most have one."""
    heads = _ITEM_HEAD.findall(text)
    told = [head for head in heads if head not in _TONED]
    text = _LABEL_IN_BRACKETS.sub(lambda label: label.group().upper(), text)
    if 2 * sum(map(str.isupper, told)) > len(told):
        text = _ITEM_HEAD.sub(lambda head: head.group().upper() if head[1] in _TONED else head.group(), text)
    pairs = {(one[1], one[2]) for pattern in (_NAME_ON_BOTH_SIDES, _END_OF_NAME) for one in pattern.finditer(text)
             if one[2] not in _NO_NAMES}  # fmt: skip
    return re.sub(
        _MAYBE_NAME, lambda one: f"{one[1]} {one[2].capitalize()}" if (one[1], one[2]) in pairs else one[0], text
    )


def _is_raised(text: str, word: re.Match[str]) -> bool:
    """Whether all plain letters of the word are capitals, and it has two, or stands beside a word of capitals."""
    letters = word.group()
    plain = [char for char in letters if char.isascii()]
    if letters.isascii() or not all(map(str.isupper, plain)):
        return False
    if sum(map(str.isupper, letters)) > 1:
        return True
    before = _WORD.findall(text[max(0, word.start() - _NEAR) : word.start()].rsplit("\n", 1)[-1])
    after = _WORD.findall(text[word.end() : word.end() + _NEAR].split("\n", 1)[0])
    return any(map(_is_word_of_capitals, (*before[-1:], *after[:1])))


def _is_word_of_capitals(word: str) -> bool:
    """Whether `word` is a Vietnamese word in capitals, no acronym."""
    plain = all(char.isupper() for char in word if char.isascii())
    return plain and sum(map(str.isupper, word)) > 1 and is_vietnamese(word.lower())


def _resolved(text: str, *, markup: bool) -> str:
    """`text` with its entities read: in markup those of letters only, elsewhere all, where one is of a letter."""
    whole = text if markup else _TWICE.sub("&", text)
    found = {entity: _letter(entity) for entity in set(_ENTITY.findall(whole))}
    if all(letter.isascii() for letter in found.values()):
        return text
    kept = {entity: entity if markup and letter.isascii() else letter for entity, letter in found.items()}
    return _ENTITY.sub(lambda match: kept[match.group()], whole)


def _letter(entity: str) -> str:
    """What an entity stands for; itself if it is none."""
    return html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)


def _unmixed(text: str) -> str:
    """`text` with UTF-8 that was read as Windows' characters put right, if that makes more of it words."""
    from ftfy import TextFixerConfig, fix_text  # noqa: PLC0415 - only for text that looks broken

    settings = TextFixerConfig(uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False)
    fixed = fix_text("\n".join(map(_as_utf8, text.split("\n"))), settings)
    return fixed if _soundness(fixed) > _soundness(text) else text


def _soundness(text: str) -> tuple[float, int]:
    """How good `text` is, and how many of its words with marks are Vietnamese: "CÃO" is one, but "CÁO BÁO" are two."""
    whole = normalize(text)
    return text_quality(whole), sum(not word.isascii() and is_vietnamese(bare(word)) for word in whole.split())


def _as_utf8(line: str) -> str:
    """`line` read anew from the bytes that its characters are in windows-1252 or 1258, which ftfy does not know."""
    for _ in range(_MOST_ROUNDS):
        try:
            line = byte_chars(line).encode("latin-1").decode("utf-8")
        except UnicodeError:
            break
    return line


def page_of_old(text: str) -> str | None:
    """The old code page that lines of `text` are in, its bytes shown as Windows' characters; lines that are Unicode aside."""
    if not _may_be_old(text):
        return None
    is_all = _UNICODE.search(text) is None
    strange = [piece for piece in _PIECES.findall(text)
               if (is_all or _SIGNS.search(piece)) and not is_plain(piece) and not is_unicode_line(piece)]  # fmt: skip
    return legacy_in("\n".join(strange)) if strange else None


def _may_be_old(text: str) -> bool:
    """Whether `text` is to be looked at: it has a sign of old code pages, or none of the letters that only Unicode has."""
    return has_old_signs(text) or _UNICODE.search(text) is None


def has_old_signs(text: str) -> bool:
    """Whether `text` has a character that text of old code pages has, and Vietnamese in Unicode seldom."""
    return any(sign in text for sign in _OLD_SIGNS)


def is_unicode_line(line: str) -> bool:
    """Whether `line` has letters that only Unicode has."""
    return _UNICODE.search(line) is not None


def _from_old(text: str, page: str) -> str:
    """`text` with its lines of the old code page `page` in Unicode; lines that are Unicode stay."""
    read = _PIECES.sub(lambda piece: _piece(piece.group(), page), text)
    return restore_capitals(read) if PAGES[page].small_capitals else read


def _piece(piece: str, page: str) -> str:
    return piece if is_plain(piece) or is_unicode_line(piece) else read_words(piece, page)
