"""Heads of names by themselves: "Đài" for "Đài Khí tượng Thủy văn khu vực Tây Nguyên"."""

from __future__ import annotations

from camket.folding import fold
from camket.lexicon import Lexicon


def bare_heads(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that begin `name` and are a head by themselves, folded, the shortest first."""
    words = fold(name).split()
    whole = lexicon.heads.longest(words, 0)
    counts = range(1, whole[0] + 1) if whole else ()
    begun = tuple(" ".join(words[:count]) for count in counts
                  if (alone := lexicon.heads.longest(words[:count], 0)) and alone[0] == count)  # fmt: skip
    return begun or _branch_heads(words, lexicon)


def _branch_heads(words: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The head of the branch that the name of a firm without a head goes on with: "chi nhánh" of "Agribank chi nhánh X"."""
    found = ((at, lexicon.branches.longest(words, at)) for at in range(1, len(words)))
    return next(((" ".join(words[at : at + one[0]]),) for at, one in found if one), ())


def heads_body(office: str, name: str, lexicon: Lexicon) -> bool:
    """Whether the folded `office` is one of a body with the `name`: it ends with its head, or only such bodies have it.

    "Giám đốc Đài" is of "Đài Phát thanh X", "Phó Hiệu trưởng" of "Trường Đại học Y".
    """
    said = f" {office} "
    if any(f" {head} " in said for head in bare_heads(name, lexicon)):
        return True
    words = office.split()
    title = lexicon.offices.longest(words, 0) if words else None
    rest = words[title[0] :] if title else []
    if rest and (
        rest == fold(name).split()[:1]
        or (lexicon.branches.longest(rest, 0) == (len(rest), "") and f" {' '.join(rest)} " in f"{fold(name)} ")
    ):
        return True  # "Giám đốc Vườn", "Giám đốc chi nhánh"
    if told_more(office, lexicon):
        return False
    folded = f"{fold(name)} "
    return any(
        f" {title} " in said and folded.startswith(tuple(f"{head} " for head in heads))
        for title, heads in lexicon.office_heads.items()
    )


def told_more(office: str, lexicon: Lexicon) -> bool:
    """Whether the folded `office` tells more than the office and the head of its body: "Bộ trưởng Quốc phòng"."""
    words = office.split()
    title = lexicon.offices.longest(words, 0) if words else None
    rest = words[title[0] :] if title else words
    head = lexicon.heads.longest(rest, 0) if rest else None
    if rest and lexicon.office_tails.longest(rest, 0):
        return False  # "Phó Hiệu trưởng phụ trách đào tạo"
    return bool(rest) and (head is None or head[0] < len(rest))
