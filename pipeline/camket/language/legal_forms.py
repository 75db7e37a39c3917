"""The legal form told behind a company's name."""

from __future__ import annotations

from camket.language.cursor import Cursor

_LEGAL_FORMS = frozenset({"ltd", "inc", "llc", "corp", "jsc", "pte", "gmbh", "plc", "limited"})


def legal_tail(cursor: Cursor, at: int) -> int:
    """The token after the form that ends a company's name at `at`: "Co., Ltd", ", Inc.", "- CTCP"; else `at`."""
    end = at
    if cursor.folded(at) == "-" and (own := _own_form(cursor, at + 1)):
        return own
    while cursor.folded(end) in {".", ","}:
        end += 1
    if end >= len(cursor.tokens) or cursor.folded(end) not in _LEGAL_FORMS or not cursor.tokens[end].capital:
        return at
    closed = cursor.folded(end + 1) == "." and cursor.folded(end + 2) in {",", ")", "và", "-"}
    return legal_tail(cursor, end + 1 + closed)


def _own_form(cursor: Cursor, at: int) -> int | None:
    """The token after the legal form told at `at` by itself, behind the name: "Công ty Cổ phần" of "Tổng công ty X - Công ty Cổ phần"."""
    head = cursor.longest(cursor.lexicon.heads, at)
    end = at + head[0] if head else at
    formed = (
        any(cursor.longest(cursor.lexicon.legal_forms, one) for one in range(at, end)) or cursor.folded(at) == "ctcp"
    )
    while form := cursor.longest(cursor.lexicon.legal_forms, end):
        end, formed = end + form[0], True
    named = end < len(cursor.tokens) and (cursor.tokens[end].capital or cursor.folded(end).isdigit())
    return end if formed and head and head[1] == "company" and not named else None
