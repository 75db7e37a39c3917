"""Dates, periods, deadlines and terms, to EDTF (ISO 8601-2) and ISO 8601 durations.

The forms are in rules/dates.yaml; each compiles to one regular expression over folded text, and the longest
reading at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from camket.analysis import DateValue
from camket.document import Place
from camket.folding import fold
from camket.rulefiles import RuleModel, read_checked

_QUARTERS = {"i": 33, "1": 33, "ii": 34, "2": 34, "iii": 35, "3": 35, "iv": 36, "4": 36}
_HALF_A_YEAR = 183
_CLEAR = r"(?<![\w/.-])"
"""No date begins inside a word or a number."""
_START = 2
"""How many letters of a word tell which forms may begin there."""
_PIECE = re.compile(r"\{\w+\}|\[|\]|\||\s+|[^\s\[\]{}|]+")
"""A form is made of pieces in braces, brackets, strokes, blanks and words."""
_MISREAD_YEAR = re.compile(r"(?<!\w)n[ãâàáạả]m(?=\s+(?:19|20)\d\d(?!\d))")
"""The word for a year where the picture of a page lost its mark: "nãm 2014"."""
_MISREAD = re.compile(r"(?<!\w)(?=[loi]*\d)(?=\d*[loi])[\dloi]{2,4}(?!\w)|(?<=20\d )[li](?!\w)")
"""Numbers with letters that look like digits, from the picture of a page: "3l/12/2O17", "201 I"."""
_DIGITS = str.maketrans("loi", "101")
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


class DateForm(RuleModel):
    """A rule of rules/dates.yaml: forms of one kind, and the EDTF that they give."""

    id: str
    kind: str
    as_: str
    forms: tuple[str, ...]
    finds: dict[str, str]
    skips: tuple[str, ...]

    model_config = RuleModel.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class DateFile(RuleModel):
    """rules/dates.yaml."""

    numbers: dict[str, int]
    months: dict[str, int]
    parts: tuple[str, ...]
    forms: tuple[DateForm, ...]


@dataclass(frozen=True)
class DateGrammar:
    """The forms of dates, compiled; `starts` finds where one may begin, `by_start` has those that may begin so."""

    numbers: dict[str, int]
    patterns: tuple[tuple[DateForm, re.Pattern[str]], ...]
    starts: re.Pattern[str]
    by_start: dict[str, tuple[int, ...]]

    @classmethod
    def open(cls, rules: Path) -> DateGrammar:
        """The grammar of rules/dates.yaml in the folder `rules`."""
        file = read_checked(rules / "dates.yaml", DateFile)
        numbers = {fold(word): number for word, number in file.numbers.items()}
        months = {fold(word): number for word, number in file.months.items()}
        pieces = _pieces(numbers, months, tuple(map(fold, file.parts)))
        texts = [(form, text) for form in file.forms for text in form.forms]
        patterns = [
            (form, re.compile(rf"{_CLEAR}(?:{_regex(text, pieces)})(?![\w]|[/.-]\d|%)")) for form, text in texts
        ]
        words = {"n": numbers, "part": tuple(map(fold, file.parts))}
        by_start: dict[str, list[int]] = {}
        for number, (_, text) in enumerate(texts):
            for start in _starts(text, words):
                by_start.setdefault(start, []).append(number)
        longest_first = sorted(map(re.escape, by_start), key=len, reverse=True)
        starts = re.compile(rf"{_CLEAR}(?:{'|'.join(longest_first)})")
        return cls(
            numbers | months, tuple(patterns), starts, {start: tuple(found) for start, found in by_start.items()}
        )

    def find(self, folded: str, base: str | None = None) -> list[DateValue]:
        """The dates of `folded`, in order and apart; `base` (a day) gives the year where the text has none."""
        folded = _MISREAD.sub(lambda number: number.group().translate(_DIGITS), folded)
        folded = _MISREAD_YEAR.sub("năm", folded)
        found = [DateValue(_trimmed(folded, *match.span()), edtf, form.kind)
                 for form, match in self._matched(folded) if (edtf := self._edtf(form, match)) is not None]  # fmt: skip
        return [_with_year(value, base) for value in _longest(found)]

    def _matched(self, folded: str) -> list[tuple[DateForm, re.Match[str]]]:
        """The matches of all patterns, in the order of the patterns; those of one do not overlap."""
        matches: list[list[re.Match[str]]] = [[] for _ in self.patterns]
        for start in self.starts.finditer(folded):
            at = start.start()
            for size in range(1, _START + 1):
                for number in self.by_start.get(folded[at : at + size], ()):
                    own = matches[number]
                    if own and at < own[-1].end():
                        continue
                    match = self.patterns[number][1].match(folded, at)
                    if match is not None:
                        own.append(match)
        return [(form, match) for (form, _), own in zip(self.patterns, matches, strict=True) for match in own]

    def faults(self) -> list[str]:
        """A line for each example of a form that does not hold."""
        faults: list[str] = []
        for form, _ in {form.id: (form, None) for form, _ in self.patterns}.values():
            for text, edtf in form.finds.items():
                found = [value.edtf for value in self.find(fold(text))]
                if found != [edtf]:
                    faults.append(
                        f"dates.yaml: rule {form.id}: finds: {text!r} gives {', '.join(found) or 'nothing'}, not {edtf}"
                    )
            faults += [f"dates.yaml: rule {form.id}: skips: something is found in {text!r}"
                       for text in form.skips if self._matches(form, text)]  # fmt: skip
        return faults

    def _matches(self, form: DateForm, text: str) -> bool:
        """Whether a form gives any of the dates of `text`."""
        folded = fold(text)
        places = {value.place for value in self.find(folded)}
        return any(_trimmed(folded, *match.span()) in places for one, pattern in self.patterns if one is form
                   for match in pattern.finditer(folded))  # fmt: skip

    def _edtf(self, form: DateForm, match: re.Match[str]) -> str | None:
        """The EDTF of a match, or None where it names no day of the calendar."""
        values: dict[str, str] = {}
        for name, text in match.groupdict().items():
            if text is None:
                continue
            key = name.split("_")[0]
            digits = text.replace(" ", "")  # "năm 201 1", where the picture of a page has a gap
            number = (
                _QUARTERS.get(text) if key == "q" else self.numbers.get(text, int(digits) if digits.isdigit() else 0)
            )
            width = 4 if key.startswith("y") else 1 if key.startswith("n") else 2
            values[key] = f"{number:0{width}d}"
        if not (_real_day(values, "") and _real_day(values, "2")):
            return None
        try:
            return form.as_.format(**values)
        except KeyError:
            return None


def _starts(form: str, words: Mapping[str, Iterable[str]]) -> set[str]:
    """The beginnings of what `form` matches: a digit, or the first letters of a word."""
    found: set[str] = set()
    optional = first = False
    for part in _PIECE.findall(form):
        if part == "[":
            optional, first = True, True
        elif part == "]":
            optional = False
        elif part == "|":
            first = True
        elif part in {"{start}", "{dash}", "{after}"} or part.isspace():
            continue
        else:
            if not optional or first:
                found |= _beginnings(part, words)
            first = False
            if not optional:
                return found
    return found


def _beginnings(part: str, words: Mapping[str, Iterable[str]]) -> set[str]:
    if not part.startswith("{"):
        return {fold(part)[:_START]}
    name = part[1:-1].rstrip("2")
    numbered = set("0123456789") if name != "part" else set()
    return numbered | {word[:_START] for word in words.get(name, ())} | (set("iv") if name == "q" else set())


def _trimmed(text: str, start: int, end: int) -> Place:
    """The place without the blanks at its ends, which optional pieces of a form may take in."""
    said = text[start:end]
    return Place(start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip()))


def _pieces(numbers: Iterable[str], months: Iterable[str], parts: Iterable[str]) -> dict[str, str]:
    """What each piece in braces stands for; `#` is replaced by the running number of its group."""
    words, named = _any(numbers), _any(months)
    years = r"(?:19[4-9]|20\d)[ ]?\d"
    pieces = {"sep": r"\s?[/.-]\s?", "dash": r"\s*-\s*", "slash": "[/-]",
              "start": r"(?:(?<=\n)|(?<![\s\S]))", "comma": r"(?=,| tại)", "after": "(?<=, )", "then": r"(?=\)? - )",
              "part": f"(?:{_any(parts)})", "mw": rf"(?P<m_#>{named})"}  # fmt: skip
    for end in ("", "2"):
        pieces |= {
            f"d{end}": rf"(?P<d{end}_#>0?[1-9]|[12][ ]?\d|3[ ]?[01])",
            f"m{end}": rf"(?P<m{end}_#>0?[1-9]|1[ ]?[0-2])",
            f"y{end}": rf"(?P<y{end}_#>{years})",
            f"n{end}": rf"(?P<n{end}_#>\d{{1,2}}|(?<!\d )(?:{words}))",
        }
    pieces["q"] = r"(?P<q_#>i{1,3}|iv|[1-4])"
    return pieces


def _any(words: Iterable[str]) -> str:
    """The alternatives of a pattern for one of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _regex(form: str, pieces: dict[str, str]) -> str:
    """`form` as a regular expression: brackets optional, blanks any white space, braces their pieces."""
    out: list[str] = []
    for part in _PIECE.findall(form):
        if part.startswith("{"):
            out.append(pieces[part[1:-1]].replace("#", str(len(out))))
        elif part == "[":
            out.append("(?:(?:")
        elif part == "]":
            out.append(r")\s*)?")
        elif part == "|":
            out.append("|")
        elif part.isspace():
            out.append(r"\s*")
        else:
            out.append(re.escape(fold(part)))
    return "".join(out)


def _real_day(values: dict[str, str], end: str) -> bool:
    day, month = values.get(f"d{end}"), values.get(f"m{end}") or values.get("m")
    if day is None or month is None:
        return True
    year = int(values.get(f"y{end}") or values.get("y") or values.get("y2") or 2000)
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


def _longest(found: list[DateValue]) -> list[DateValue]:
    """Of readings that overlap, the longest; of equals, that of the earlier form."""
    kept: list[DateValue] = []
    for value in sorted(found, key=lambda one: -len(one.place)):
        if not any(other.place.overlaps(value.place) for other in kept):
            kept.append(value)
    return sorted(kept, key=lambda one: one.place.start)


def _with_year(value: DateValue, base: str | None) -> DateValue:
    """`value` with the year nearest to the day `base`, where it has none."""
    days = list(_DAY.finditer(value.edtf))
    if not days or base is None or len(base) != len("2012-11-07") or not base[0].isdigit():
        return value
    published = date.fromisoformat(base)
    edtf = value.edtf
    for day in days:
        month, number = int(day[1]), int(day[2])
        year = _nearest_year(published, month, number)
        edtf = edtf.replace(day.group(), f"{year:04d}-{month:02d}-{number:02d}", 1)
    return replace(value, edtf=edtf, note="year from the day of publication")


def _nearest_year(published: date, month: int, day: int) -> int:
    """The year of the last such day before `published`, or of one in the half year after it."""
    for year in (published.year + 1, published.year, published.year - 1):
        try:
            if (date(year, month, day) - published).days <= _HALF_A_YEAR:
                return year
        except ValueError:
            continue
    return published.year
