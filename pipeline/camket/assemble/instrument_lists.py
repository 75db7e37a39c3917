"""The word lists of rules/instrument.yaml, as written and compiled for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camket.folding import fold, without_marks
from camket.lexicon import any_of
from camket.rulefiles import RuleModel


class InstrumentWords(RuleModel):
    """rules/instrument.yaml."""

    mottos: tuple[str, ...]
    english: tuple[str, ...]
    titles: tuple[str, ...]
    attendance: tuple[str, ...]
    roles: tuple[str, ...]
    named_roles: tuple[str, ...]
    address: tuple[str, ...]
    side_words: tuple[str, ...]
    apposed: tuple[str, ...]
    called: tuple[str, ...]
    jointly: tuple[str, ...]
    present: tuple[str, ...]
    between: tuple[str, ...]
    joints: tuple[str, ...]
    grounds: tuple[str, ...]
    today: tuple[str, ...]
    done_at: tuple[str, ...]
    made: tuple[str, ...]
    agreeing: tuple[str, ...]
    leading: tuple[str, ...]
    number: tuple[str, ...]
    name_labels: tuple[str, ...]
    represents: tuple[str, ...]
    offices: tuple[str, ...]
    office_ends: tuple[str, ...]
    represented: tuple[str, ...]
    subject: tuple[str, ...]
    content: tuple[str, ...]
    duties: tuple[str, ...]
    beside: tuple[str, ...]
    general: tuple[str, ...]
    rights: tuple[str, ...]
    prices: tuple[str, ...]
    opinions: tuple[str, ...]
    formulas: tuple[str, ...]
    signatures: tuple[str, ...]
    signed: tuple[str, ...]
    witnesses: tuple[str, ...]
    distribution: tuple[str, ...]
    copies: tuple[str, ...]
    term: tuple[str, ...]
    from_signing: tuple[str, ...]
    small_places: tuple[str, ...]
    wide_places: tuple[str, ...]


def _unmarked(word: str) -> str:
    return without_marks(fold(word))


@dataclass(frozen=True)
class LostMarks:
    """A pattern that finds words also where the picture of a page lost marks of theirs: "Trach nhiệm", "phần viêc"."""

    words: re.Pattern[str]
    bare: re.Pattern[str]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> LostMarks:
        """The pattern of `words`; those of one syllable count with their marks only."""
        return cls(any_of(words), any_of(tuple(_unmarked(word) for word in words if " " in word)))

    def search(self, said: str) -> re.Match[str] | None:
        """The first of the words in the folded text `said`."""
        return self.words.search(said) or self.bare.search(without_marks(said))

    def match(self, said: str) -> re.Match[str] | None:
        """The word that the folded text `said` begins with."""
        return self.words.match(said) or self.bare.match(without_marks(said))


@dataclass(frozen=True)
class InstrumentLists:
    """The words of an agreement as a document, compiled for searching."""

    role: re.Pattern[str]
    together: re.Pattern[str]
    all_sides: re.Pattern[str]
    role_line: re.Pattern[str]
    role_aside: re.Pattern[str]
    role_called: re.Pattern[str]
    number_line: re.Pattern[str]
    name_label: re.Pattern[str]
    mottos: re.Pattern[str]
    english: re.Pattern[str]
    titles: tuple[str, ...]
    attendance: re.Pattern[str]
    side_words: tuple[str, ...]
    address: re.Pattern[str]
    apposed: re.Pattern[str]
    called: re.Pattern[str]
    called_aside: re.Pattern[str]
    present: re.Pattern[str]
    between: re.Pattern[str]
    joint: re.Pattern[str]
    parting: re.Pattern[str]
    grounds: re.Pattern[str]
    today: re.Pattern[str]
    done_at: re.Pattern[str]
    made: re.Pattern[str]
    agreeing: re.Pattern[str]
    leading: re.Pattern[str]
    represents: re.Pattern[str]
    office: re.Pattern[str]
    represented: re.Pattern[str]
    subject: LostMarks
    content: LostMarks
    duties: LostMarks
    beside: re.Pattern[str]
    general: re.Pattern[str]
    rights: re.Pattern[str]
    opinions: re.Pattern[str]
    formulas: re.Pattern[str]
    signatures: re.Pattern[str]
    signed: re.Pattern[str]
    witnesses: re.Pattern[str]
    distribution: re.Pattern[str]
    copies: re.Pattern[str]
    term: re.Pattern[str]
    from_signing: re.Pattern[str]
    in_force: re.Pattern[str]
    small_places: re.Pattern[str]
    wide_places: re.Pattern[str]

    @classmethod
    def of(cls, words: InstrumentWords) -> InstrumentLists:
        """The lists of the file, compiled; `role_line` matches "BÊN TÀI TRỢ (gọi tắt là Bên A):", `role_aside` the end of "X (Bên A):", `role_called` what stands before X in "CƠ SỞ GIÁO DỤC (Bên A): X"."""
        party, called = any_of(words.roles).pattern, any_of(words.called).pattern
        lettered = rf"{party}\s+(?:[a-dđ]|thứ\s+\w+)\b"
        role = rf"(?:{lettered}|{party}\s+[^:(\n]{{2,40}}?|{any_of(words.named_roles).pattern})"
        aside = rf"\(\s*(?:{called})?\s*:?\s*[\"“'‘]?(?P<called>{role})[\"”'’]?\s*\)"
        ends = r"(?::|\||$)"
        line = rf"\W*(?:đại diện\s+)?(?P<role>(?:{lettered}(?=\s*(?:\(|[:|–—-]|$))|{role}(?=\s*(?:\(|{ends}))))\s*(?:{aside}\s*|\([^()]{{2,40}}\)\s*(?=:))?(?:[:|–—-]|$)\s*"
        office_ends = any_of(words.office_ends).pattern
        labels, represents = any_of(words.name_labels).pattern, any_of(words.represents).pattern
        return cls(
            role=re.compile(role),
            all_sides=re.compile(
                rf"{called}\W*(?:\w+\s+)?{party}\W*(?:\)|$)|{any_of(words.jointly).pattern}(?!\W*{lettered})"
            ),
            together=re.compile(rf"(?:\w+\s+)?{party}"),
            role_line=re.compile(line),
            role_aside=re.compile(rf"{aside}\s*[:.;,]?$"),
            role_called=re.compile(rf"(?P<role>[^:()\n]{{2,40}}?)\s*{aside}\s*[:–-]\s*(?=\w)"),
            number_line=re.compile(rf"^\W*{any_of(words.number).pattern}\s*:?\s*(?P<number>[\w/&.-]+)"),
            name_label=re.compile(rf"\W*(?:{labels}\s*:?\s*)+"),
            titles=tuple(map(fold, words.titles)),
            attendance=any_of(words.attendance),
            side_words=tuple(map(fold, words.side_words)),
            english=any_of(words.english),
            mottos=any_of(tuple(map(_unmarked, words.mottos))),
            address=re.compile(rf"[,;(]?\s*{any_of(words.address).pattern}"),
            apposed=re.compile(rf",\s+(?P<noun>{any_of(words.apposed).pattern})"),
            called=re.compile(rf"\(?\s*{called}"),
            called_aside=re.compile(rf"\(\s*{called}[^()]*\)"),
            present=any_of(words.present),
            between=any_of(words.between),
            joint=any_of(words.joints),
            parting=re.compile(rf"\s*(?:[,;]|\s{any_of(words.joints).pattern}(?=\s))\s*"),
            grounds=_at_start(words.grounds),
            today=_at_start(words.today),
            done_at=any_of(words.done_at),
            made=any_of(words.made),
            agreeing=any_of(words.agreeing),
            leading=any_of(words.leading),
            office=re.compile(
                rf"{any_of(words.offices).pattern}\s*[:|]\s*(?P<office>[^;|\n]{{2,80}}?)\s*(?:{office_ends}|[;|]|\s{{3,}}|\.?$)"
            ),
            represents=re.compile(rf"{represents}[^:|]{{0,25}}[:|]"),
            represented=any_of(words.represented),
            subject=LostMarks.of(words.subject),
            content=LostMarks.of(words.content),
            duties=LostMarks.of(words.duties),
            beside=re.compile(rf"(?:,|,? và) {any_of(words.beside).pattern}"),
            general=any_of(words.general),
            rights=_at_start(words.rights + words.prices),
            opinions=_at_start(words.opinions),
            formulas=any_of(words.formulas),
            signatures=_at_start(words.signatures),
            signed=_at_start(words.signed),
            witnesses=any_of(words.witnesses),
            distribution=_at_start(words.distribution),
            copies=_at_start(words.copies),
            term=any_of(words.term),
            from_signing=any_of(words.from_signing),
            in_force=re.compile(rf"{any_of(words.term).pattern}(?: \w+){{0,3}} {any_of(words.from_signing).pattern}"),
            small_places=any_of(words.small_places),
            wide_places=any_of(words.wide_places),
        )


def _at_start(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of `words` at the beginning of a line, after marks."""
    return re.compile(rf"\W*{any_of(words).pattern}")
