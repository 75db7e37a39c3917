"""Pages as pictures: made grey, flat, even, upright and level, then read by Tesseract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from camket.document import Box
from camket.errors import NeedsOcrError
from camket.ingest.scans import engine
from camket.ingest.scans.digits import Doubt, doubts
from camket.ingest.scans.ink import dark_on_light, evened, parted
from camket.ingest.scans.paper import unfolded
from camket.ingest.scans.signs import mended
from camket.ingest.scans.upright import is_blank, stands
from camket.ingest.scans.view import View
from camket.ingest.sheets.columns import Flow, flows_of, sheet_of_flows
from camket.ingest.sheets.words import Line, Sheet, Word

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200.0
"""Print of 8 to 13 points is read as well at 200 dpi as at 300 (error rates 0.0014 and 0.0018), in three quarters of
the time; below, it is read better when enlarged to 200 (0.003 instead of 0.008 at 100 dpi)."""
_NEAR = 1.12
_POINTS = 72
_LEAST_SKEW = 0.15
_WORST_WORD = 0.2
_SURE = 0.75
"""A page that lies the right way up reaches this grade; one on its head stays below 0.5."""
_TENTH = 0.1
_FEWEST_IN_COLOUR, _SURE_IN_COLOUR = 3, 0.8

available = engine.available
version = engine.version
tessdata = engine.tessdata


def read_page(image: Image, name: str, dpi: float = DPI) -> Sheet:
    """The page in `image`, its boxes in PDF points of the picture as handed in; NeedsOcrError without Tesseract."""
    reason = available()
    if reason:
        raise NeedsOcrError(f"{name}: this page is a picture and {reason}")
    inks = parted(image)
    found = _found(inks.print, dpi)
    if not found.lines and inks.colour is not None:
        found = _found(dark_on_light(image), dpi)
    lines = mended(found.view.image, [*found.lines, *_in_colour(inks.colour, found)], DPI)
    scale = _POINTS / dpi
    points = scale * found.view.grain
    unsure = [_told(doubt, found.view, scale) for doubt in doubts(found.view.image, rows_of(lines), DPI)]
    shown = [_shown(line, found.view, scale, points) for line in lines]
    grade = None if not lines and is_blank(found.view.image) else found.grade
    flows = _flows(shown, points * found.view.image.width)
    sheet = sheet_of_flows(flows, image.width * scale, image.height * scale, ocr=True)
    return replace(sheet, confidence=grade, doubts=tuple(unsure))


def _flows(lines: Sequence[Line], width: float) -> list[Flow]:
    """Tesseract's lines as rows in reading order: columns one after the other, what stands side by side as it stands."""

    def rows(words: Sequence[Word]) -> list[Line]:
        wanted = frozenset(words)
        return rows_of([[word for word in line if word in wanted] for line in lines])

    return flows_of([word for line in lines for word in line], width, rows)


@dataclass(frozen=True, slots=True)
class _Found:
    """What Tesseract read of a page, on which view of it."""

    view: View
    lines: list[Line]
    grade: float


def _found(grey: Image, dpi: float) -> _Found:
    """The page read the way up in which it is read best; the likeliest is tried first and mostly the only one."""
    view = unfolded(View.of(grey))
    if not 1 / _NEAR < dpi / DPI < _NEAR:
        view = view.scaled(DPI / dpi)
    view = view.shows(evened(view.image))
    best = _Found(view, [], 0.0)
    for stand in stands(view.image):
        tried = view.quartered(stand.quarters)
        if abs(stand.angle) >= _LEAST_SKEW:
            tried = tried.turned(stand.angle)
        lines = engine.words_of(tried.image, DPI)
        grade = grade_of(lines)
        if grade > best.grade:
            best = _Found(tried, lines, grade)
        if grade >= _SURE:
            break
    return best


def _in_colour(layer: Image | None, found: _Found) -> Iterator[Line]:
    """Lines that are printed in colour: of three words or more and surely read, which no line of a stamp is."""
    if layer is None:
        return
    taken = [word.box for line in found.lines for word in line if (word.confidence or 0) >= _WORST_WORD]
    for line in engine.words_of(found.view.same_of(layer), DPI):
        spelled = [word for word in line if sum(map(str.isalpha, word.text)) > 1]
        free = not any(_overlap(word.box, box) for word in line for box in taken)
        if len(spelled) >= _FEWEST_IN_COLOUR and free and grade_of([line]) >= _SURE_IN_COLOUR:
            yield line


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _told(doubt: Doubt, view: View, scale: float) -> str:
    x, y, _, _ = _times(view.placed(doubt.word.box), scale)
    return (
        f"{doubt.word.text!r} was also read as {doubt.other!r}, {x:.0f} points from the left and {y:.0f} from the top"
    )


def grade_of(lines: Sequence[Line]) -> float:
    """The confidence that all but a tenth of the letters reach, 0 to 1; 0 for no letters.

    The mean hides a bad line among good ones, and a bad page among its easy words.
    """
    known = sorted((word.confidence or 0.0, len(word.text)) for line in lines for word in line)
    left = _TENTH * sum(length for _, length in known)
    for confidence, length in known:
        left -= length
        if left <= 0:
            return round(confidence, 3)
    return 0.0


def rows_of(lines: Sequence[Line]) -> list[Line]:
    """Tesseract's lines from top to bottom, those that stand side by side as one; words it cannot tell left out."""
    kept = [[word for word in line if (word.confidence or 0) >= _WORST_WORD] for line in lines]
    rows: list[Line] = []
    for line in sorted(filter(None, kept), key=_middle):
        row = rows[-1] if rows else None
        if row and _beside(row, line):
            row.extend(line)
        else:
            rows.append(list(line))
    return [sorted(row, key=lambda word: word.box[0]) for row in rows]


def _extent(line: Line) -> tuple[float, float]:
    return min(word.box[1] for word in line), max(word.box[3] for word in line)


def _middle(line: Line) -> float:
    return sum(_extent(line)) / 2


def _beside(row: Line, line: Line) -> bool:
    """Whether the two share most of their height and no part of their width."""
    (top, bottom), (other_top, other_bottom) = _extent(row), _extent(line)
    shared = min(bottom, other_bottom) - max(top, other_top)
    if shared < 0.5 * min(bottom - top, other_bottom - other_top):
        return False
    return all(word.box[2] <= other.box[0] + 2 or other.box[2] <= word.box[0] + 2 for word in row for other in line)


def _shown(row: Line, view: View, scale: float, points: float) -> Line:
    """The row in points of the level page, each word with its place on the picture as handed in."""
    return [word._replace(box=_times(word.box, points), seen=_times(view.placed(word.box), scale)) for word in row]


def _times(box: Box, factor: float) -> Box:
    x0, y0, x1, y1 = (round(edge * factor, 2) for edge in box)
    return x0, y0, x1, y1
